//! Verbs of parked thoughts: parking one, listing them, and putting one where it belongs. Dropping one is a
//! verb of lists.

use super::lists::dropping;
use super::{Command, Group, Possible, Scope, always, forms};
use crate::desk::picker::{Choice, Pick, Picker, Purpose};
use crate::desk::writing::Caret;
use crate::desk::{Desk, Overlay};
use crate::domain::check::Place;
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{ItemId, ThoughtId};
use crate::domain::minutes::Kind;

pub(super) static COMMANDS: [Command; 3] = [
    Command {
        name: "park-thought",
        help: "Parks a thought for later without leaving the paragraph.",
        group: Group::Minutes,
        scope: Scope::Writing,
        keys: &["F6", "Alt-6"],
        foot: "",
        when: always,
        run: |desk| desk.ask(forms::park()),
    },
    Command {
        name: "parked-thoughts",
        help: "Lists the parked thoughts, to put one under its item or drop it.",
        group: Group::Minutes,
        scope: Scope::Writing,
        keys: &[],
        foot: "",
        when: something_parked,
        run: open,
    },
    Command {
        name: "place-thought",
        help: "Puts the parked thought that is marked under its item as a paragraph.",
        group: Group::Minutes,
        scope: Scope::Picker,
        keys: &["F6", "Alt-6"],
        foot: "Place",
        when: a_thought,
        run: place,
    },
];

fn something_parked(desk: &Desk) -> Possible {
    if desk.meeting().parked.is_empty() { Err("Nothing is parked.".into()) } else { Ok(()) }
}

/// Opens the list of parked thoughts, if there are any.
pub(super) fn open(desk: &mut Desk) {
    let meeting = desk.meeting();
    let choices = meeting.parked.iter().map(|thought| Choice {
        name: thought.text.clone(),
        detail: thought.at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default(),
        side: thought.item.map(|item| meeting.public_name(item)).unwrap_or_default(),
        barred: None,
        pick: Pick::Place(Place::Thought(thought.id, thought.item)),
    });
    let picker = Picker::new(Purpose::Parked, choices.collect());
    if !picker.choices.is_empty() {
        desk.overlays.push(Overlay::Picker(picker));
    }
}

/// The thought that is marked in a list, and the item under which it belongs: where it was parked, or else the
/// one on the desk.
fn marked(desk: &Desk) -> Option<(ThoughtId, ItemId)> {
    let Some(Overlay::Picker(picker)) = desk.overlay() else { return None };
    let Some(Place::Thought(id, item)) = picker.choice()?.pick.place() else { return None };
    let item = item.filter(|item| desk.meeting().item(*item).is_some()).or(desk.writing.item)?;
    Some((id, item))
}

fn a_thought(desk: &Desk) -> Possible {
    if marked(desk).is_some() { Ok(()) } else { Err("No parked thought is marked in a list.".into()) }
}

/// Puts the marked thought below what is minuted under its item, and goes there.
fn place(desk: &mut Desk) {
    let Some((id, item)) = marked(desk) else { return };
    let Some(thought) = desk.meeting().parked.iter().find(|thought| thought.id == id).cloned() else {
        return;
    };
    let Some(taken) = dropping(desk) else { return };
    let mut block = desk.new_block(Kind::Paragraph, 0, &thought.text);
    // It was thought then, and not now.
    block.begun = thought.at.or(block.begun);
    let caret = Caret::new(block.id, block.text.len());
    let last = desk.meeting().item(item).and_then(|item| item.minutes.last());
    let after = last.map(|last| last.id.into());
    let put = Edit::insert(after, Thing::Block(item, block));
    if desk.change("Placed a parked thought", vec![taken, put]) {
        desk.close_overlay();
        desk.go_to(item, caret);
        desk.say("Placed under its item; move it with Alt-Shift-Up if it belongs further up.");
    }
}
