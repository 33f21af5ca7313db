//! Lists to choose from: their keys, what choosing does, and what can be dropped from them. How words are
//! found and how commands are gathered into a list is not known here.

use super::desk::desk;
use super::{Command, Possible, Scope, always, corrections, find, forms, movements, named, run};
use crate::desk::field::Field;
use crate::desk::picker::{Pick, Purpose};
use crate::desk::roll;
use crate::desk::writing::Caret;
use crate::desk::{Desk, Effect, Overlay};
use crate::domain::check::Place;
use crate::domain::edit::{Edit, Thing};

/// Whether a command drops what is marked.
pub(super) fn drops(command: &Command) -> bool {
    command.name == "list-drop"
}

pub(super) static COMMANDS: [Command; 7] = [
    desk!("list-close", "Closes the list.", Scope::Picker, &["Esc"], "Close", always, Desk::close_overlay),
    desk!(
        "list-choose",
        "Does or goes to what is marked.",
        Scope::Picker,
        &["Enter"],
        "Choose",
        always,
        choose
    ),
    desk!("list-up", "Marks the line above.", Scope::Picker, &["Up", "Shift-Tab"], "", always, |desk| {
        step_list(desk, -1);
    }),
    desk!("list-down", "Marks the line below.", Scope::Picker, &["Down", "Tab"], "", always, |desk| {
        step_list(desk, 1);
    }),
    desk!("list-page-up", "Marks the line ten above.", Scope::Picker, &["PageUp"], "", always, |desk| {
        step_list(desk, -10);
    }),
    desk!("list-page-down", "Marks the line ten below.", Scope::Picker, &["PageDown"], "", always, |desk| {
        step_list(desk, 10);
    }),
    desk!(
        "list-drop",
        "Drops what is marked, such as a thought, an agenda line or an open action; undo brings it back.",
        Scope::Picker,
        &["Delete"],
        "Drop",
        can_drop,
        drop_marked
    ),
];

pub(super) fn choose(desk: &mut Desk) {
    let Some(Overlay::Picker(picker)) = desk.overlay() else { return };
    let Some(choice) = picker.choice().cloned() else { return none_fits(desk) };
    if let Some(why) = choice.barred {
        return desk.warn(why);
    }
    desk.close_overlay();
    match choice.pick {
        Pick::Command(name) => {
            if let Some(command) = named(name) {
                run(desk, command);
            }
        }
        Pick::Item(item) => desk.go_to_item(item),
        Pick::Words(item, block, from, to) => {
            desk.go_to(item, Caret::new(block, to));
            desk.writing.anchor = (from != to).then_some(Caret::new(block, from));
        }
        Pick::Finding(found) => go_to_place(desk, found.place),
        Pick::Settled(_) => {}
        Pick::Place(place) => go_to_place(desk, place),
        Pick::Copy(copy) => desk.order(Effect::ReadCopy(copy)),
        Pick::Meaning(line, meaning) => corrections::change(desk, line, meaning),
        Pick::Movement(id) => movements::open(desk, id),
        Pick::OpenAction(item, at) => desk.take_up_action(item, at),
        Pick::Phrase(words) => desk.insert_phrase(&words),
    }
}

/// An empty list is closed; where nothing fits what was typed it stays, or what is typed on would go under an item that
/// was not meant.
fn none_fits(desk: &mut Desk) {
    if desk.field().is_some_and(|typed| typed.text.trim().is_empty()) {
        return desk.close_overlay();
    }
    desk.warn("Nothing fits what was typed; Esc closes the list.");
}

fn go_to_place(desk: &mut Desk, place: Place) {
    match place {
        Place::Item(item) => desk.go_to_item(item),
        Place::Block(item, block) => desk.go_to(item, Caret::new(block, usize::MAX)),
        Place::People | Place::Person(_) => {
            let row = match place {
                Place::Person(person) => {
                    roll::order(desk.meeting()).position(|other| other.id == person).unwrap_or(0)
                }
                _ => 0,
            };
            desk.overlays.push(Overlay::Roll(roll::Roll { row }));
        }
        Place::Thought(_, Some(item)) => desk.go_to_item(item),
        Place::Thought(_, None) | Place::LeftOver(_) => {}
        Place::Meeting => {
            let form = forms::details(desk);
            desk.ask(form);
        }
    }
}

/// The edit that drops what is marked in a list, where it is something that can be dropped.
pub(super) fn dropping(desk: &Desk) -> Option<Edit> {
    let Some(Overlay::Picker(picker)) = desk.overlay() else { return None };
    let meeting = desk.meeting();
    let pick = &picker.choice()?.pick;
    match pick {
        Pick::Movement(id) => return movements::removal(meeting, *id),
        Pick::OpenAction(item, at) => return desk.action_done(*item, *at),
        _ => {}
    }
    match pick.place()? {
        Place::Thought(id, _) => {
            let at = meeting.parked.iter().position(|thought| thought.id == id)?;
            let after =
                at.checked_sub(1).and_then(|at| meeting.parked.get(at)).map(|before| before.id.into());
            Some(Edit::remove(after, Thing::Thought(meeting.parked.get(at)?.clone())))
        }
        Place::LeftOver(id) => {
            let at = meeting.left_over.iter().position(|line| line.id == id)?;
            let after =
                at.checked_sub(1).and_then(|at| meeting.left_over.get(at)).map(|before| before.id.into());
            Some(Edit::remove(after, Thing::LeftOver(meeting.left_over.get(at)?.clone())))
        }
        _ => None,
    }
}

/// Whether Delete is left to what is typed: in a form always, in a list where it has something to delete.
pub(super) fn keeps_delete(desk: &Desk) -> bool {
    let is_list = matches!(desk.overlay(), Some(Overlay::Picker(_)));
    desk.field().is_some_and(|field| !is_list || field.can_delete_on())
}

/// Whether Delete is about what is marked in the list, and not about a letter of what is looked for.
pub(super) fn delete_is_free(desk: &Desk) -> Possible {
    if keeps_delete(desk) {
        Err("Delete is for what is typed here; End brings the cursor behind it.".into())
    } else {
        Ok(())
    }
}

fn can_drop(desk: &Desk) -> Possible {
    delete_is_free(desk)?;
    match dropping(desk) {
        Some(_) => Ok(()),
        None => Err(
            "Only a parked thought, a line of the agenda, a movement or an open action can be dropped here."
                .into(),
        ),
    }
}

fn drop_marked(desk: &mut Desk) {
    let Some(edit) = dropping(desk) else { return };
    take_off(desk, "Dropped it", edit);
}

/// Makes a change by which what is marked is no longer there, and takes it off the list.
pub(super) fn take_off(desk: &mut Desk, label: &str, edit: Edit) {
    if !desk.change(label, vec![edit]) {
        return;
    }
    if let Some(Overlay::Picker(picker)) = desk.overlays.last_mut() {
        if let Some(at) = picker.shown.get(picker.marked).copied() {
            picker.choices.remove(at);
        }
        picker.narrow();
    }
}

fn step_list(desk: &mut Desk, rows: isize) {
    if let Some(Overlay::Picker(picker)) = desk.overlays.last_mut() {
        picker.step(rows);
    }
}

/// Narrows the open list to what is typed now.
pub(super) fn narrow(desk: &mut Desk) {
    match desk.overlays.last_mut() {
        Some(Overlay::Picker(picker)) if picker.purpose == Purpose::Find => find::refind(desk),
        Some(Overlay::Picker(picker)) => picker.narrow(),
        _ => {}
    }
}

/// Takes back letters with which nothing begins that a line of the paper can be. What is marked is chosen with Enter and
/// never by a letter: whoever types the whole word would give commands with the rest of it.
pub(super) fn take_back_unknown(desk: &mut Desk) {
    let Some(Overlay::Picker(picker)) = desk.overlays.last_mut() else { return };
    if picker.purpose == Purpose::Meanings && picker.shown.is_empty() {
        picker.query = Field::default();
        picker.narrow();
    }
}
