//! The table of commands as text: the help screen, and the printed reference.

use super::{Command, Group, Scope, keys_of, table};
use crate::desk::Desk;
use crate::keys::Key;
use crate::text;
use std::fmt::Write;

/// The keys of a command as they are printed: `Ctrl-Down or Alt-Down`.
fn keys(keys: impl Iterator<Item = Key>) -> String {
    let names: Vec<String> = keys.map(|key| key.to_string()).collect();
    names.join(" or ")
}

/// Where the keys of a command hold, as it is printed.
fn place(scope: Scope) -> &'static str {
    match scope {
        Scope::Everywhere => "everywhere",
        Scope::Writing => "while writing",
        Scope::Roll => "in the roll",
        Scope::Declarations => "in the declarations",
        Scope::Voting => "while a vote is taken",
        Scope::Chair => "in the chair's review",
        Scope::Remarks => "in the remarks",
        Scope::Picker => "in a list",
        Scope::Form => "in a form",
        Scope::Field => "in a field",
        Scope::Sheet => "in something to read",
        Scope::Intake => "on the import screen",
        Scope::Reading => "while a paper is read",
        Scope::Difference => "in a difference",
    }
}

/// Every command with its keys on this desk, for the help screen, in lines of at most `cells` cells.
#[must_use]
pub fn help(desk: &Desk, cells: usize) -> String {
    let mut text = String::new();
    for line in wrapped(BEFORE, cells) {
        let _ = writeln!(text, "{line}");
    }
    for group in Group::ALL {
        let _ = write!(text, "\n{}\n\n", format!("{group:?}").to_uppercase());
        for command in table().filter(|command| command.group == group) {
            help_lines(desk, command, cells, &mut text);
        }
    }
    text
}

/// What stands before the list of commands.
const BEFORE: &str = "Type, and the paragraph is numbered for you. RESOLVED, ACTION:, a dash, (a) and // at the \
                      start of a paragraph make it what they say; Backspace or undo takes it back. Every command \
                      can be found by its name with Ctrl-P, whatever its key.";

/// A command on the help screen: its name, its keys, and what it does in a column of its own.
fn help_lines(desk: &Desk, command: &'static Command, cells: usize, text: &mut String) {
    const NAME: usize = 24;
    let keys_wide = if cells >= 100 { 33 } else { 18 };
    let keys = keys(keys_of(desk, command).take(if cells >= 100 { 2 } else { 1 }));
    let column = NAME + keys_wide;
    for (at, line) in wrapped(command.help, cells.saturating_sub(column).max(20)).enumerate() {
        let (name, keys) = if at == 0 { (command.name, keys.as_str()) } else { ("", "") };
        let _ = writeln!(text, "{name:<NAME$}{keys:<keys_wide$}{line}");
    }
}

fn wrapped(words: &str, cells: usize) -> impl Iterator<Item = &str> {
    let lines = text::wrap(words, cells, 0).into_iter();
    lines.filter_map(|line| words.get(line)).map(str::trim_end)
}

/// The printed reference, as it stands in docs/commands.md.
#[must_use]
pub fn reference() -> String {
    let mut text = String::from(
        "# Commands\n\nThis page is printed by `minutebook commands` from the table that the program works with. Every\n\
         command can be found by its name in the palette (Ctrl-P), whatever its key. The second key is for\n\
         terminals and systems that keep the first for themselves.\n",
    );
    for group in Group::ALL {
        let _ = write!(
            text,
            "\n## {group:?}\n\n| command | keys | where | what it does |\n| --- | --- | --- | --- |\n"
        );
        for command in table().filter(|command| command.group == group) {
            let _ = writeln!(text, "{}", row(command));
        }
    }
    text
}

fn row(command: &Command) -> String {
    let keys = keys(command.keys.iter().filter_map(|name| name.parse().ok()));
    format!(
        "| `{}` | {} | {} | {} |",
        command.name,
        keys.replace('|', "\\|"),
        place(command.scope),
        command.help
    )
}
