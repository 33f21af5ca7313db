//! The fields of a form: going through them and filling them in. What a form asks for is in [`super::forms`],
//! what becomes of the answers in [`super::settle`].

use super::desk::desk;
use super::{Command, Scope, always, settle};
use crate::desk::field::Field;
use crate::desk::form::{Form, Value};
use crate::desk::{Desk, Overlay};

pub(super) static COMMANDS: [Command; 13] = [
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
    desk!(
        "form-left",
        "Goes one character back, or to the choice before.",
        Scope::Form,
        &["Left"],
        "",
        always,
        |desk| in_form(desk, |form| in_field(form, -1, Field::left))
    ),
    desk!(
        "form-right",
        "Goes one character on, or to the next choice.",
        Scope::Form,
        &["Right"],
        "",
        always,
        |desk| in_form(desk, |form| in_field(form, 1, Field::right))
    ),
    desk!(
        "form-word-left",
        "Goes one word back.",
        Scope::Form,
        &["Ctrl-Left", "Alt-Left"],
        "",
        always,
        |desk| in_form(desk, |form| in_field(form, 0, Field::word_left))
    ),
    desk!(
        "form-word-right",
        "Goes one word on.",
        Scope::Form,
        &["Ctrl-Right", "Alt-Right"],
        "",
        always,
        |desk| in_form(desk, |form| in_field(form, 0, Field::word_right))
    ),
    desk!(
        "form-home",
        "Goes to the start of the field.",
        Scope::Form,
        &["Home"],
        "",
        always,
        |desk| in_form(desk, |form| in_field(form, 0, Field::home))
    ),
    desk!("form-end", "Goes to the end of the field.", Scope::Form, &["End"], "", always, |desk| in_form(
        desk,
        |form| in_field(form, 0, Field::end)
    )),
    desk!(
        "form-delete-back",
        "Deletes the character before the cursor.",
        Scope::Form,
        &["Backspace"],
        "",
        always,
        |desk| in_form(desk, |form| in_field(form, 0, Field::backspace))
    ),
    desk!(
        "form-delete-word",
        "Deletes the word before the cursor.",
        Scope::Form,
        &["Ctrl-Backspace", "Ctrl-W"],
        "",
        always,
        |desk| in_form(desk, |form| in_field(form, 0, Field::backspace_word))
    ),
    desk!(
        "form-delete-on",
        "Deletes the character after the cursor.",
        Scope::Form,
        &["Delete"],
        "",
        always,
        |desk| in_form(desk, |form| in_field(form, 0, Field::delete))
    ),
];

fn in_form(desk: &mut Desk, act: fn(&mut Form)) {
    if let Some(Overlay::Form(form)) = desk.overlays.last_mut() {
        act(form);
    }
}

/// Acts on the words being filled in, or turns the choice by so much.
fn in_field(form: &mut Form, by: isize, act: fn(&mut Field)) {
    if by != 0 && form.turn(by) {
        return;
    }
    if let Some(Value::Words(field, _)) = form.focused() {
        act(field);
    }
}
