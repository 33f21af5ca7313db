//! Verbs of the actions that earlier meetings left open: what is offered at matters arising, their list, and minuting one
//! again.

use super::offer::Offer;
use super::{Command, Group, Possible, Scope, on_an_item};
use crate::desk::picker::{Choice, Pick, Picker, Purpose};
use crate::desk::{Desk, Overlay};

pub(super) static COMMANDS: [Command; 2] = [
    Command {
        name: "take-up-action",
        help: "Minutes the next action that an earlier meeting left open again, as an action of this one.",
        group: Group::Minutes,
        scope: Scope::Writing,
        keys: &["Ctrl-E"],
        foot: "",
        when: has_open,
        run: take_up,
    },
    Command {
        name: "open-actions",
        help: "Lists the actions that earlier meetings left open: Enter minutes one again, Delete says it is done.",
        group: Group::Minutes,
        scope: Scope::Writing,
        keys: &[],
        foot: "",
        when: has_open,
        run: open,
    },
];

fn has_open(desk: &Desk) -> Possible {
    on_an_item(desk)?;
    match desk.open_actions().next() {
        Some(_) => Ok(()),
        None => Err("No action of an earlier meeting is open.".into()),
    }
}

/// Minutes the next one: of the item on the desk, or else of any.
fn take_up(desk: &mut Desk) {
    let here = desk.writing.item;
    let all: Vec<_> = desk.open_actions().map(|(item, at, _)| (item, at)).collect();
    let next = all.iter().find(|(item, _)| Some(*item) == here).or(all.first());
    if let Some((item, at)) = next {
        desk.take_up_action(*item, *at);
    }
}

/// Whether the list of them is what is open.
pub(super) fn are_listed(desk: &Desk) -> bool {
    matches!(desk.overlay(), Some(Overlay::Picker(picker)) if picker.purpose == Purpose::OpenActions)
}

fn open(desk: &mut Desk) {
    let choices = desk.open_actions().map(|(item, at, action)| Choice {
        name: action.text.clone(),
        detail: action.item.clone(),
        side: action.of.map(|day| day.format("%-d %b %Y").to_string()).unwrap_or_default(),
        barred: None,
        pick: Pick::OpenAction(item, at),
    });
    let picker = Picker::new(Purpose::OpenActions, choices.collect());
    desk.overlays.push(Overlay::Picker(picker));
}

/// What is offered to those who have come to the item at which open actions are shown.
pub(super) fn offered(desk: &Desk) -> Option<Offer> {
    let here = desk.writing.item?;
    let count = desk.open_actions().filter(|(item, ..)| *item == here).count();
    let (said, does) = match count {
        0 => return None,
        1 => ("An earlier action is open.".to_owned(), "lists it"),
        count => (format!("{count} earlier actions are open."), "lists them"),
    };
    Some(Offer { said, does, command: "open-actions", about: "Open actions" })
}
