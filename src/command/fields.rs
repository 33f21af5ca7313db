//! The fields of a form, and what can be done in any line that is typed into, also above a list. What a form asks for is
//! in [`super::forms`], what becomes of the answers in [`super::settle`].

use super::desk::desk;
use super::{Command, Possible, Scope, always, exporting, lists, settle};
use crate::desk::field::Field;
use crate::desk::form::Form;
use crate::desk::{Desk, Effect, Overlay};

pub(super) static COMMANDS: [Command; 6] = [
    desk!(
        "form-cancel",
        "Closes the form and leaves everything as it was.",
        Scope::Form,
        &["Esc"],
        "Cancel",
        always,
        Desk::close_overlay
    ),
    desk!("form-settle", "Settles the form.", Scope::Form, &["Enter"], "Done", always, settle::settle),
    desk!(
        "form-next",
        "Goes to the next field, completing the name being typed.",
        Scope::Form,
        &["Tab", "Down"],
        "Next field",
        always,
        |desk| in_form(desk, |form| form.step(1))
    ),
    desk!(
        "form-previous",
        "Goes to the field before.",
        Scope::Form,
        &["Shift-Tab", "Up"],
        "",
        always,
        |desk| in_form(desk, |form| form.step(-1))
    ),
    desk!("form-left", "Goes to the choice before.", Scope::Form, &["Left"], "", at_a_choice, |desk| turn(
        desk, -1
    )),
    desk!("form-right", "Goes to the next choice.", Scope::Form, &["Right"], "", at_a_choice, |desk| turn(
        desk, 1
    )),
];

/// A command of the line being typed into, wherever that is.
macro_rules! field {
    ($name:literal, $help:literal, $keys:expr, $when:expr, $run:expr) => {
        desk!($name, $help, Scope::Field, $keys, "", $when, $run)
    };
    ($name:literal, $help:literal, $keys:expr, $act:expr) => {
        field!($name, $help, $keys, in_words, |desk| in_field(desk, $act))
    };
}

/// What can be done in any line that is typed into, with the keys that do the same in the minutes.
pub(super) static TYPED_INTO: [Command; 22] = [
    field!("field-left", "Goes one character back.", &["Left"], |field| field.left(false)),
    field!("field-right", "Goes one character on.", &["Right"], |field| field.right(false)),
    field!("field-word-left", "Goes one word back.", &["Ctrl-Left", "Alt-Left"], |field| field
        .word_left(false)),
    field!("field-word-right", "Goes one word on.", &["Ctrl-Right", "Alt-Right"], |field| field
        .word_right(false)),
    field!("field-start", "Goes to the start of the field.", &["Home", "Ctrl-Home"], |field| field
        .home(false)),
    field!("field-end", "Goes to the end of the field.", &["End", "Ctrl-End"], |field| field.end(false)),
    field!("field-select-all", "Selects the whole field.", &["Ctrl-A"], Field::select_all),
    field!("field-select-left", "Selects one character back.", &["Shift-Left"], |field| field.left(true)),
    field!("field-select-right", "Selects one character on.", &["Shift-Right"], |field| field.right(true)),
    field!("field-select-word-left", "Selects one word back.", &["Ctrl-Shift-Left"], |field| field
        .word_left(true)),
    field!("field-select-word-right", "Selects one word on.", &["Ctrl-Shift-Right"], |field| field
        .word_right(true)),
    field!(
        "field-select-start",
        "Selects to the start of the field.",
        &["Shift-Home", "Ctrl-Shift-Home"],
        |field| field.home(true)
    ),
    field!(
        "field-select-end",
        "Selects to the end of the field.",
        &["Shift-End", "Ctrl-Shift-End"],
        |field| field.end(true)
    ),
    field!(
        "field-delete-back",
        "Deletes the character before the cursor, or what is selected.",
        &["Backspace"],
        Field::backspace
    ),
    field!(
        "field-delete-on",
        "Deletes the character after the cursor, or what is selected.",
        &["Delete"],
        nothing_drops,
        |desk| in_field(desk, Field::delete)
    ),
    field!(
        "field-delete-word",
        "Deletes the word before the cursor.",
        &["Ctrl-Backspace", "Alt-Backspace", "Ctrl-W"],
        Field::backspace_word
    ),
    field!(
        "field-delete-word-on",
        "Deletes the word after the cursor.",
        &["Ctrl-Delete", "Alt-D"],
        Field::delete_word
    ),
    field!(
        "field-cut",
        "Moves what is selected in the field to the clipboard.",
        &["Ctrl-X", "Shift-Delete"],
        words_selected,
        |desk| {
            copy(desk);
            in_field(desk, Field::delete);
        }
    ),
    field!(
        "field-copy",
        "Copies what is selected in the field to the clipboard.",
        &["Ctrl-C", "Ctrl-Insert"],
        words_selected,
        copy
    ),
    field!(
        "field-paste",
        "Pastes the clipboard into the field.",
        &["Ctrl-V", "Shift-Insert"],
        in_words,
        |desk| {
            desk.order(Effect::Paste);
        }
    ),
    field!(
        "field-undo",
        "Takes back what was typed or deleted in the field.",
        &["Ctrl-Z", "Alt-U"],
        can_undo,
        |desk| in_field(desk, Field::undo)
    ),
    field!(
        "field-redo",
        "Types or deletes again what was taken back in the field.",
        &["Ctrl-Y", "Alt-Y"],
        can_redo,
        |desk| in_field(desk, Field::redo)
    ),
];

fn in_form(desk: &mut Desk, act: fn(&mut Form)) {
    if let Some(Overlay::Form(form)) = desk.overlays.last_mut() {
        act(form);
    }
}

fn turn(desk: &mut Desk, by: isize) {
    exporting::choosing(desk, |form| form.turn(by));
}

/// Acts on the line being typed into. A list is narrowed only where the words change: its mark stays otherwise.
fn in_field(desk: &mut Desk, act: fn(&mut Field)) {
    let Some(field) = desk.field_mut() else { return };
    let before = field.text.clone();
    act(field);
    if field.text != before {
        lists::narrow(desk);
    }
}

fn copy(desk: &mut Desk) {
    let Some(words) = desk.field().and_then(Field::selected).map(str::to_owned) else { return };
    desk.clip.clone_from(&words);
    desk.order(Effect::Copy(words));
}

fn at_a_choice(desk: &Desk) -> Possible {
    if desk.field().is_none() {
        Ok(())
    } else {
        Err("Here words are typed; there is nothing to choose.".into())
    }
}

fn in_words(desk: &Desk) -> Possible {
    if desk.field().is_some() {
        Ok(())
    } else {
        Err("No words are typed here; Left and Right go through what can be chosen.".into())
    }
}

/// In a list Delete drops what is marked, unless there is a letter for it to delete.
fn nothing_drops(desk: &Desk) -> Possible {
    in_words(desk)?;
    if lists::keeps_delete(desk) { Ok(()) } else { Err("Nothing stands after the cursor.".into()) }
}

fn words_selected(desk: &Desk) -> Possible {
    in_words(desk)?;
    match desk.field().and_then(Field::selected) {
        Some(_) => Ok(()),
        None => Err("Nothing is selected; hold Shift and move, or press Ctrl-A.".into()),
    }
}

fn can_undo(desk: &Desk) -> Possible {
    in_words(desk)?;
    match desk.field().is_some_and(Field::can_undo) {
        true => Ok(()),
        false => {
            Err("Nothing is left to take back in this field; Esc goes back to where changes are.".into())
        }
    }
}

fn can_redo(desk: &Desk) -> Possible {
    in_words(desk)?;
    match desk.field().is_some_and(Field::can_redo) {
        true => Ok(()),
        false => Err("Nothing was taken back in this field.".into()),
    }
}
