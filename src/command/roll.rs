//! Going through the rows of the roll and of the declarations. What is recorded about the person or the
//! declaration that is marked is in [`super::people`].

use super::desk::desk;
use super::{Command, Scope, always};
use crate::desk::{Desk, Overlay};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::PersonId;
use crate::domain::people::Person;
use crate::import::{People, newcomers};
use crate::session::Entry;

pub(super) static COMMANDS: [Command; 11] = [
    desk!("roll-close", "Closes the roll.", Scope::Roll, &["Esc", "q"], "Close", always, Desk::close_overlay),
    desk!("roll-up", "Marks the person above.", Scope::Roll, &["Up", "k"], "", always, |desk| step_roll(
        desk, -1
    )),
    desk!("roll-down", "Marks the person below.", Scope::Roll, &["Down", "j", "Tab"], "", always, |desk| {
        step_roll(desk, 1);
    }),
    desk!("roll-page-up", "Marks the person ten above.", Scope::Roll, &["PageUp"], "", always, |desk| {
        step_roll(desk, -10);
    }),
    desk!("roll-page-down", "Marks the person ten below.", Scope::Roll, &["PageDown"], "", always, |desk| {
        step_roll(desk, 10);
    }),
    desk!("roll-start", "Marks the first person.", Scope::Roll, &["Home"], "", always, |desk| {
        step_roll(desk, isize::MIN);
    }),
    desk!("roll-end", "Marks the last person.", Scope::Roll, &["End"], "", always, |desk| {
        step_roll(desk, isize::MAX);
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

/// Adds those of a list who are not on the roll yet, as one change.
pub fn add_list(desk: &mut Desk, list: People) {
    let listed = list.people.len();
    let new = newcomers(desk.meeting(), list.people);
    let (added, mut after) = (new.len(), desk.meeting().people.last().map(|person| person.id.into()));
    let mut edits = Vec::new();
    for person in new {
        let id = PersonId(desk.session.draw_id());
        edits.push(Edit::insert(after, Thing::Person(Person { id, ..person })));
        after = Some(id.into());
    }
    let known = listed - added;
    let is_done = added == 0 || desk.change("Added the people of a list", edits);
    if is_done {
        let notes: String = list.notes.iter().map(|note| format!(" {note}")).collect();
        desk.say(format!("{added} added to the roll; {known} of the list are on it already.{notes}"));
    }
}

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
