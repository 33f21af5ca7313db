//! The table of commands keeps its promises: to the clerk, to the scripts, and to the pages printed from it.

use crate::stage::Stage;
use minutebook::command::reference::{help, reference};
use minutebook::command::{Command, Scope, named, table};
use minutebook::keys::{Code, Key};
use std::collections::HashMap;

/// The names and keys that do not change.
const FIXED: [(&str, &str); 28] = [
    ("next-item", "Ctrl-Down"),
    ("previous-item", "Ctrl-Up"),
    ("command-palette", "Ctrl-P"),
    ("help", "F1"),
    ("attendance", "F2"),
    ("declarations", "F3"),
    ("motion", "F4"),
    ("actions", "F5"),
    ("park-thought", "F6"),
    ("checks", "F7"),
    ("review", "F8"),
    ("export", "F9"),
    ("save", "Ctrl-S"),
    ("undo", "Ctrl-Z"),
    ("redo", "Ctrl-Y"),
    ("find", "Ctrl-F"),
    ("quit", "Ctrl-Q"),
    ("mark-resolution", "Alt-R"),
    ("mark-action", "Alt-A"),
    ("mark-note", "Alt-N"),
    ("toggle-restricted", "Alt-X"),
    ("open-meeting", ""),
    ("adjourn", ""),
    ("resume", ""),
    ("close-meeting", ""),
    ("copy-item", ""),
    ("copy-minutes", ""),
    // The clerk who opens the palette by mistake closes it so.
    ("list-close", "Esc"),
];

fn keys(command: &Command) -> impl Iterator<Item = Key> {
    command.keys.iter().map(|name| name.parse().unwrap_or_else(|error| panic!("{error}")))
}

#[test]
fn names_are_unique_and_can_be_typed() {
    let mut seen = HashMap::new();
    for command in table() {
        let plain = command.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        assert!(plain && command.name.len() > 1, "{}", command.name);
        assert!(seen.insert(command.name, ()).is_none(), "{} is in the table twice", command.name);
        assert_eq!(named(command.name).map(|found| found.name), Some(command.name));
    }
}

#[test]
fn the_help_of_a_command_is_one_sentence() {
    for Command { name, help, .. } in table() {
        assert!(help.starts_with(char::is_uppercase), "{name}: {help}");
        assert!(help.ends_with('.') && !help.ends_with(".."), "{name}: {help}");
        let inside = &help[..help.len() - 1];
        assert!(!inside.contains(". ") && !inside.ends_with(['!', '?']), "{name} says more than one: {help}");
        assert!(!help.contains(char::is_control) && help.len() <= 100, "{name}: {help}");
    }
}

#[test]
fn every_key_reads_back_as_it_is_printed() {
    for command in table() {
        for (name, key) in command.keys.iter().zip(keys(command)) {
            assert_eq!(key.to_string(), *name, "{}", command.name);
            assert_eq!(key.to_string().parse(), Ok(key), "{}", command.name);
        }
    }
}

/// Commands that share a key, because never both can be done: each is about something else in a list.
const PARTED: [[&str; 2]; 5] = [
    ["list-drop", "finding-reopen"],
    ["list-drop", "field-delete-on"],
    ["finding-reopen", "field-delete-on"],
    ["form-left", "field-left"],
    ["form-right", "field-right"],
];

#[test]
fn of_commands_that_share_a_key_one_can_be_done_at_most() {
    let stage = Stage::new()
        .play("<f2>*<esc><f6>a thought<enter>The plan is alive.<f7>alive<ctrl-r>meant<enter><esc>");
    let lists = [
        (stage, "parked-thoughts", Some("list-drop")),
        (Stage::new().play("<f2>*<esc>"), "movements", Some("list-drop")),
        (
            Stage::new().play("The plan is alive.<f7>alive<ctrl-r>meant<enter><esc>"),
            "settled-findings",
            Some("finding-reopen"),
        ),
        (Stage::new(), "go-to-item", None),
        (Stage::new(), "phrases", None),
    ];
    for (stage, list, wanted) in lists {
        let stage = stage.command(list);
        let can = |name: &&str| (named(name).unwrap().when)(&stage.desk).is_ok();
        let of_delete = ["list-drop", "finding-reopen", "field-delete-on"];
        let able: Vec<&str> = of_delete.into_iter().filter(can).collect();
        assert_eq!(able, wanted.into_iter().collect::<Vec<_>>(), "{list}");
        let foot = stage.screen().lines().last().unwrap().to_owned();
        assert_eq!(foot.contains("Delete Drop"), wanted == Some("list-drop"), "{list}: {foot}");
        assert_eq!(foot.contains("Delete Open again"), wanted == Some("finding-reopen"), "{list}: {foot}");
    }
}

/// A key that holds everywhere holds in every scope; a scoped command may not shadow it.
#[test]
fn no_two_commands_share_a_key_where_both_hold() {
    let mut clashes = Vec::new();
    let bound: Vec<_> = table().flat_map(|command| keys(command).map(move |key| (command, key))).collect();
    for (at, (first, key)) in bound.iter().enumerate() {
        for (second, other) in &bound[at + 1..] {
            let scopes = [first.scope, second.scope];
            let typed_into = |scope| matches!(scope, Scope::Picker | Scope::Form);
            let overlap = first.scope == second.scope
                || scopes.contains(&Scope::Everywhere)
                || (scopes.contains(&Scope::Field) && scopes.into_iter().any(typed_into));
            let parted =
                PARTED.contains(&[first.name, second.name]) || PARTED.contains(&[second.name, first.name]);
            if overlap && key == other && !parted {
                clashes.push(format!("{key}: {} and {}", first.name, second.name));
            }
        }
    }
    assert!(clashes.is_empty(), "{clashes:#?}");
}

#[test]
fn no_key_that_types_a_character_is_bound_where_text_is_typed() {
    for command in table().filter(|command| command.scope.takes_text()) {
        for key in keys(command) {
            assert_eq!(key.typed(), None, "{} in {:?}", command.name, command.scope);
        }
    }
}

#[test]
fn shift_alone_does_not_tell_two_printable_keys_apart() {
    for command in table() {
        for key in keys(command).filter(|key| matches!(key.code, Code::Char(_))) {
            assert!(!key.shift, "{}: a terminal does not report {key}", command.name);
        }
    }
}

#[test]
fn every_command_is_on_the_help_screen() {
    let stage = Stage::new();
    for (cells, most_keys) in [(76, 1), (116, 2), (250, 2)] {
        let help = help(&stage.desk, cells);
        for command in table() {
            let mut lines =
                help.lines().skip_while(|line| line.split_whitespace().next() != Some(command.name));
            let first = lines.next().unwrap_or_else(|| panic!("{} is not on the help screen", command.name));
            let more = lines.take_while(|line| line.starts_with("      "));
            let words: Vec<&str> = [first].into_iter().chain(more).flat_map(str::split_whitespace).collect();
            let shown: Vec<String> = keys(command).take(most_keys).map(|key| key.to_string()).collect();
            let shown = shown.join(" or ");
            let wanted = [command.name, &shown, command.help].into_iter().flat_map(str::split_whitespace);
            // A word may be broken at its hyphen.
            let wanted: String = wanted.collect();
            assert_eq!(words.concat(), wanted, "at {cells} cells {}", command.name);
        }
        for line in help.lines() {
            assert!(minutebook::text::width(line) <= cells, "{line}");
        }
    }
}

#[test]
fn the_printed_reference_is_what_the_table_says() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/commands.md");
    let page = std::fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        page == reference(),
        "docs/commands.md is not what the table says now; print it again with\n\n    \
         cargo run -- commands > docs/commands.md\n"
    );
}

#[test]
fn the_names_and_keys_that_scripts_and_fingers_know_are_there() {
    for (name, key) in FIXED {
        let command = named(name).unwrap_or_else(|| panic!("there is no command {name}"));
        if !key.is_empty() {
            assert_eq!(command.keys.first(), Some(&key), "{name}");
        }
    }
}

#[test]
fn what_a_terminal_may_swallow_has_a_second_key() {
    for (name, key) in FIXED {
        let swallowed = key.starts_with('F') || key == "Ctrl-Down" || key == "Ctrl-Up";
        let keys = named(name).unwrap().keys;
        let other = |key: &&&str| !key.starts_with('F') || key.parse::<Key>().unwrap().alt;
        assert!(!swallowed || keys.iter().skip(1).any(|key| other(&key)), "{name}: {keys:?}");
    }
}

/// A stage on which this scope is on top.
pub fn stage_in(scope: Scope) -> Stage {
    match scope {
        Scope::Everywhere | Scope::Writing => Stage::new(),
        Scope::Roll => Stage::new().play("<f2>"),
        Scope::Declarations => Stage::new().play("<f3>"),
        Scope::Chair => Stage::new().play("Noted.<f10>"),
        Scope::Remarks => Stage::new().play("Noted.<f10>qWhy?<enter><esc><alt-z>"),
        Scope::Form => Stage::new().play("<f9>"),
        Scope::Field => Stage::new().play("<f6>"),
        Scope::Sheet => Stage::new().play("<f1>"),
        Scope::Intake => crate::intake::new(),
        Scope::Voting => Stage::new().play("<f2>ppp<esc><f4>that we adjourn.<enter><alt-v>"),
        Scope::Reading => crate::intake::waiting(),
        Scope::Difference => crate::older::with_a_copy(),
        Scope::Picker => panic!("the palette is a list itself"),
    }
}

#[test]
fn every_command_is_in_the_palette_where_it_holds() {
    for command in table().filter(|command| command.scope != Scope::Picker) {
        if command.name == "command-palette" {
            continue;
        }
        let stage = stage_in(command.scope);
        assert!(Scope::holding(&stage.desk).any(|scope| scope == command.scope), "{}", command.name);
        let stage = stage.play("<ctrl-p>").play(command.name);
        let screen = stage.screen();
        let marked = screen.lines().find(|line| line.contains('▶') && line.contains(command.name));
        let marked = marked.unwrap_or_else(|| panic!("{} is not marked:\n{screen}", command.name));
        assert!(marked.contains(&format!("▶ {}", command.name)), "{}: {marked}", command.name);
    }
}

#[test]
fn what_cannot_be_done_now_says_why_and_does_nothing() {
    let stage = Stage::new().command("adjourn");
    assert_eq!(stage.notice(), "The meeting has not been opened; use open-meeting.");
    assert!(stage.journal().is_empty());
    for command in table() {
        let reason = (command.when)(&stage.desk).err().unwrap_or_default();
        assert!(reason.is_empty() || reason.ends_with('.'), "{}: {reason}", command.name);
    }
}

#[test]
fn the_clerks_own_keys_come_first_and_are_shown() {
    let mut stage = Stage::new();
    stage.desk.keys = vec![("F12".parse().unwrap(), "mark-resolution".into())];
    let stage = stage.play("to note<f12>");
    assert_eq!(stage.page(), "RESOLVED|to note");
    let line = help(&stage.desk, 116);
    let line = line.lines().find(|line| line.contains("mark-resolution")).unwrap();
    assert!(line.contains("F12 or Alt-R"), "{line}");
}
