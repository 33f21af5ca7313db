//! Verbs of the agenda: going through it, and changing it while the meeting goes on.

use super::{Command, Group, Possible, Scope, always, forms, on_an_item};
use crate::desk::picker::{Choice, Pick, Picker, Purpose};
use crate::desk::{Desk, Overlay};
use crate::domain::agenda::{Heading, Outcome, Progress};
use crate::domain::edit::{Edit, Moved, Thing};

macro_rules! agenda {
    ($name:literal, $help:literal, $keys:expr, $foot:literal, $when:expr, $run:expr) => {
        Command {
            name: $name,
            help: $help,
            group: Group::Agenda,
            scope: Scope::Writing,
            keys: $keys,
            foot: $foot,
            when: $when,
            run: $run,
        }
    };
}

pub(super) static COMMANDS: [Command; 13] = [
    agenda!(
        "next-item",
        "Goes to the next item.",
        &["Ctrl-Down", "Alt-Down", "Ctrl-PageDown"],
        "Next",
        on_an_item,
        |desk| step(desk, 1)
    ),
    agenda!(
        "previous-item",
        "Goes to the item before.",
        &["Ctrl-Up", "Alt-Up", "Ctrl-PageUp"],
        "",
        on_an_item,
        |desk| step(desk, -1)
    ),
    agenda!(
        "go-to-item",
        "Goes to any item by its label or words of its title.",
        &["Ctrl-G", "Alt-G"],
        "",
        on_an_item,
        choose_item
    ),
    agenda!(
        "item-details",
        "Changes the item's label, title, part or outcome (deferred, withdrawn, noted).",
        &["Alt-I"],
        "",
        on_an_item,
        |desk| {
            let form = forms::item(desk, false);
            desk.ask(form);
        }
    ),
    agenda!("new-item", "Adds an item after this one.", &[], "", always, |desk| {
        let form = forms::item(desk, true);
        desk.ask(form);
    }),
    agenda!(
        "late-item",
        "Adds an item after this one that came after the agenda was published, and why.",
        &[],
        "",
        always,
        |desk| {
            let form = forms::admitted(desk, false);
            desk.ask(form);
        }
    ),
    agenda!(
        "urgent-item",
        "Adds an urgent item after this one, with the special circumstances.",
        &[],
        "",
        always,
        |desk| {
            let form = forms::admitted(desk, true);
            desk.ask(form);
        }
    ),
    agenda!(
        "withdraw-item",
        "Records that the item was withdrawn, or takes it up again.",
        &[],
        "",
        on_an_item,
        |desk| set_outcome(desk, Outcome::Withdrawn)
    ),
    agenda!(
        "defer-item",
        "Records that the item was deferred to a later meeting, or takes it up again.",
        &[],
        "",
        on_an_item,
        |desk| set_outcome(desk, Outcome::Deferred)
    ),
    agenda!(
        "remove-item",
        "Removes the item and everything under it; undo brings it back.",
        &[],
        "",
        on_an_item,
        remove
    ),
    agenda!("move-item-up", "Moves the item one place up the agenda.", &[], "", on_an_item, |desk| shift(
        desk, false
    )),
    agenda!(
        "move-item-down",
        "Moves the item one place down the agenda.",
        &[],
        "",
        on_an_item,
        |desk| shift(desk, true)
    ),
    agenda!(
        "restrict-item",
        "Makes the whole item restricted, or public again.",
        &[],
        "",
        can_restrict,
        restrict
    ),
];

fn step(desk: &mut Desk, by: isize) {
    let place = desk.writing.item.and_then(|item| desk.meeting().place_of(item));
    let Some(target) = place.and_then(|place| place.checked_add_signed(by)) else { return };
    match desk.meeting().items.get(target).map(|item| item.id) {
        Some(item) => desk.go_to_item(item),
        None => desk.say("That was the last item; close-meeting records the time of the close."),
    }
}

fn choose_item(desk: &mut Desk) {
    let meeting = desk.meeting();
    let choices: Vec<Choice> = meeting
        .items
        .iter()
        .map(|item| Choice {
            name: item.name(),
            detail: String::new(),
            side: match item.progress() {
                Progress::NotReached => "",
                Progress::Minuted => "minuted",
                Progress::Deferred => "deferred",
                Progress::Withdrawn => "withdrawn",
            }
            .into(),
            barred: None,
            pick: Pick::Item(item.id),
        })
        .collect();
    let here = desk.writing.item.and_then(|item| meeting.place_of(item)).unwrap_or(0);
    let mut picker = Picker::new(Purpose::Items, choices);
    picker.marked = here;
    desk.overlays.push(Overlay::Picker(picker));
}

fn remove(desk: &mut Desk) {
    let Some(item) = desk.item().cloned() else { return };
    let items = &desk.meeting().items;
    let place = desk.meeting().place_of(item.id).unwrap_or(0);
    let before = place.checked_sub(1).and_then(|at| items.get(at)).map(|item| item.id);
    let neighbour = items.get(place + 1).map(|item| item.id).or(before);
    let name = item.name();
    let edit = Edit::remove(before.map(Into::into), Thing::Item(item));
    if desk.change("Removed the item", vec![edit]) {
        desk.writing.item = None;
        neighbour.into_iter().for_each(|item| desk.go_to_item(item));
        desk.say(format!("Removed {name}. Undo brings it back."));
    } else {
        desk.warn("A break, a movement or a declaration speaks of this item; mark it withdrawn in item-details instead.");
    }
}

pub(super) fn shift(desk: &mut Desk, down: bool) {
    let Some(item) = desk.item().map(|item| item.id) else { return };
    let items = &desk.meeting().items;
    let Some(place) = desk.meeting().place_of(item) else { return };
    let id = |at: Option<usize>| at.and_then(|at| items.get(at)).map(|item| u32::from(item.id));
    let from = id(place.checked_sub(1));
    let to = if down { id(Some(place + 1)) } else { id(place.checked_sub(2)) };
    if (down && to.is_none()) || (!down && place == 0) {
        return desk.say("The item cannot go further.");
    }
    desk.change("Moved the item", vec![Edit::Move { what: Moved::Item(item), from, to }]);
}

fn can_restrict(desk: &Desk) -> Possible {
    on_an_item(desk)
}

pub(super) fn restrict(desk: &mut Desk) {
    let Some(item) = desk.item() else { return };
    let restricted = !desk.meeting().is_restricted(item);
    let new = Heading { restricted: Some(restricted), ..item.heading.clone() };
    let edit = Edit::replace(Thing::Heading(item.id, item.heading.clone()), Thing::Heading(item.id, new));
    let label = if restricted { "Made the item restricted" } else { "Made the item public" };
    if desk.change(label, vec![edit]) {
        desk.say(format!("{label}."));
    }
}

/// Says what became of the item, or, if that is said already, that it was taken after all.
fn set_outcome(desk: &mut Desk, outcome: Outcome) {
    let Some(item) = desk.item() else { return };
    let again = item.heading.outcome == outcome;
    let new = Heading { outcome: if again { Outcome::Taken } else { outcome }, ..item.heading.clone() };
    let edit = Edit::replace(Thing::Heading(item.id, item.heading.clone()), Thing::Heading(item.id, new));
    let label = match outcome {
        _ if again => "Took the item up again",
        Outcome::Withdrawn => "Withdrew the item",
        _ => "Deferred the item",
    };
    if desk.change(label, vec![edit]) {
        desk.say(format!("{label}."));
    }
}
