//! Verbs of the program itself: finding a command, help, leaving, and where typed words go while something
//! is open over the page. The keys of what is open are not known here: see `lists`, `fields`, `roll` and
//! `sheets`.

use super::{Command, Scope, always, exporting, find, forms, lists, table};
use crate::desk::form::{Form, Purpose as FormPurpose, Value};
use crate::desk::picker::{Choice, Pick, Picker, Purpose};
use crate::desk::sheet::Sheet;
use crate::desk::{Desk, Effect, Overlay, Saved};

/// A command of the program itself, or of what can be open over the page.
macro_rules! desk {
    ($name:literal, $help:literal, $scope:expr, $keys:expr, $foot:literal, $when:expr, $run:expr) => {
        $crate::command::Command {
            name: $name,
            help: $help,
            group: $crate::command::Group::Desk,
            scope: $scope,
            keys: $keys,
            foot: $foot,
            when: $when,
            run: $run,
        }
    };
}
pub(super) use desk;

pub(super) static COMMANDS: [Command; 5] = [
    desk!(
        "command-palette",
        "Finds any command by its name or what it does.",
        Scope::Everywhere,
        &["Ctrl-P", "Alt-P"],
        "Commands",
        always,
        open_palette
    ),
    desk!(
        "help",
        "Shows every command and its keys.",
        Scope::Everywhere,
        &["F1", "Alt-H"],
        "Help",
        always,
        open_help
    ),
    desk!(
        "find",
        "Finds words anywhere in the meeting.",
        Scope::Writing,
        &["Ctrl-F", "Alt-F"],
        "Find",
        always,
        find::open_find
    ),
    desk!(
        "suspend",
        "Saves, and gives the terminal to the shell until it brings the program back (fg).",
        Scope::Everywhere,
        &[],
        "",
        always,
        |desk| desk.order(Effect::Stop)
    ),
    desk!(
        "quit",
        "Leaves; everything is kept, also the place of the cursor.",
        Scope::Everywhere,
        &["Ctrl-Q", "Alt-Q"],
        "Quit",
        always,
        quit
    ),
];

fn open_palette(desk: &mut Desk) {
    if matches!(desk.overlay(), Some(Overlay::Picker(_))) {
        desk.close_overlay();
    }
    let here: Vec<Scope> = Scope::holding(desk).filter(|scope| *scope != Scope::Picker).collect();
    let reachable = |command: &&Command| command.name != "command-palette" && here.contains(&command.scope);
    let choices = table().filter(reachable).map(|command| Choice {
        name: command.name.to_owned(),
        detail: command.help.to_owned(),
        side: super::keys_of(desk, command).next().map(|key| key.to_string()).unwrap_or_default(),
        barred: (command.when)(desk).err().map(std::borrow::Cow::into_owned),
        pick: Pick::Command(command.name),
    });
    // Before anything is typed, what can be done now stands first.
    let (able, barred): (Vec<Choice>, Vec<Choice>) = choices.partition(|choice| choice.barred.is_none());
    let picker = Picker::new(Purpose::Palette, able.into_iter().chain(barred).collect());
    desk.overlays.push(Overlay::Picker(picker));
}

fn open_help(desk: &mut Desk) {
    if matches!(desk.overlay(), Some(Overlay::Sheet(_))) {
        desk.close_overlay();
    }
    let text = super::reference::help(desk, usize::from(desk.size.width.saturating_sub(4)));
    desk.overlays.push(Overlay::Sheet(Sheet::new("Every command and its keys", &text)));
}

fn quit(desk: &mut Desk) {
    match &desk.saved {
        Saved::No(_)
            if !matches!(
                desk.overlay(),
                Some(Overlay::Form(Form { purpose: FormPurpose::QuitUnsaved, .. }))
            ) =>
        {
            let form = forms::quit_unsaved(desk);
            desk.ask(form);
        }
        _ => desk.order(Effect::Quit),
    }
}

/// Types into the list or the form that is open. Returns whether one is.
pub fn type_into_overlay(desk: &mut Desk, words: &str) -> bool {
    match desk.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => {
            picker.query.insert(words);
            lists::narrow(desk);
            lists::take_back_unknown(desk);
        }
        Some(Overlay::Form(form)) => match form.focused() {
            Some(Value::Words(field, _)) => field.insert(words),
            Some(Value::OneOf(..)) => seek(desk, words),
            None => {}
        },
        Some(_) => desk.say("Nothing is written here; Esc goes back to the paragraph."),
        None => return false,
    }
    true
}

/// Finds one of several by its first letters. A blank that is in none of them goes on to the next.
fn seek(desk: &mut Desk, words: &str) {
    if exporting::choosing(desk, |form| form.seek(words)) {
        return;
    }
    if words == " " {
        exporting::choosing(desk, |form| form.turn(1));
    } else {
        desk.say(format!(
            "Nothing to choose from here has a word with {words}; Left and Right go through it."
        ));
    }
}
