//! Going through the rows of the roll and of the declarations. What is recorded about the person or the
//! declaration that is marked is in [`super::people`].

use super::desk::desk;
use super::{Command, Scope, always};
use crate::desk::{Desk, Overlay};
use crate::session::Entry;

pub(super) static COMMANDS: [Command; 7] = [
    desk!("roll-close", "Closes the roll.", Scope::Roll, &["Esc", "q"], "Close", always, Desk::close_overlay),
    desk!("roll-up", "Marks the person above.", Scope::Roll, &["Up", "k"], "", always, |desk| step_roll(
        desk, -1
    )),
    desk!("roll-down", "Marks the person below.", Scope::Roll, &["Down", "j", "Tab"], "", always, |desk| {
        step_roll(desk, 1);
    }),
    desk!("roll-undo", "Takes the last change back.", Scope::Roll, &["Ctrl-Z", "u"], "", always, |desk| desk
        .time_travel(&Entry::Undid)),
    desk!(
        "declarations-close",
        "Closes the declarations.",
        Scope::Declarations,
        &["Esc", "q"],
        "Close",
        always,
        Desk::close_overlay
    ),
    desk!(
        "declarations-up",
        "Marks the declaration above.",
        Scope::Declarations,
        &["Up", "k"],
        "",
        always,
        |desk| step_declarations(desk, -1)
    ),
    desk!(
        "declarations-down",
        "Marks the declaration below.",
        Scope::Declarations,
        &["Down", "j"],
        "",
        always,
        |desk| step_declarations(desk, 1)
    ),
];

fn step_roll(desk: &mut Desk, rows: isize) {
    let meeting = desk.session.meeting();
    if let Some(Overlay::Roll(roll)) = desk.overlays.last_mut() {
        roll.step(meeting, rows);
    }
}

fn step_declarations(desk: &mut Desk, rows: isize) {
    let last = desk.meeting().declarations.len().saturating_sub(1);
    if let Some(Overlay::Declarations(row)) = desk.overlays.last_mut() {
        *row = row.saturating_add_signed(rows).min(last);
    }
}
