//! Offers: now and then the program sees what the clerk may want to do next, says so, and one key does it. It
//! never asks and never waits: what is offered can be left alone, and done later by its own name.

use super::desk::desk;
use super::{Command, Possible, Scope, arrival, chair, keys_of, named, quorum, run};
use crate::desk::{Desk, Offered};
use crate::domain::id::{ItemId, PersonId};

pub(super) static COMMANDS: [Command; 1] = [desk!(
    "accept-offer",
    "Does what the program has just offered to do.",
    Scope::Everywhere,
    &["F11"],
    "",
    something_offered,
    accept
)];

/// Something that can be done next.
pub(super) struct Offer {
    /// What the program has seen, as a sentence.
    pub said: String,
    /// What the command does, as the end of a sentence that begins with its key.
    pub does: &'static str,
    /// The command.
    pub command: &'static str,
    /// What it is about, in a word for the line of keys.
    pub about: &'static str,
}

/// Says something and offers a command.
pub(super) fn offer(desk: &mut Desk, offer: &Offer) {
    let key = named("accept-offer").and_then(|accept| keys_of(desk, accept).next());
    let key = key.map(|key| format!(" {key} {}.", offer.does)).unwrap_or_default();
    let Offer { command, about, .. } = *offer;
    desk.offer = Some(Offered { command, about, item: desk.writing.item });
    desk.warn(format!("{}{key}", offer.said));
}

/// What is compared with how it is after something was done.
pub(super) struct Before {
    quorate: Option<bool>,
    presiding: Option<PersonId>,
    item: Option<ItemId>,
}

impl Before {
    pub(super) fn of(desk: &Desk) -> Self {
        Self { quorate: quorum::holds(desk), presiding: chair::presiding(desk), item: desk.writing.item }
    }

    /// Offers what has become due since: only one thing at a time, the gravest. What comes of taking something back is
    /// nothing new.
    pub(super) fn notice(&self, desk: &mut Desk) {
        if desk.has_travelled() {
            return;
        }
        let _ = quorum::notice(desk, self.quorate)
            || chair::notice(desk, self.presiding)
            || arrival::notice(desk, self.item);
    }
}

/// What was offered and still holds. What was left alone lapses with the item at which it was offered, with what it was
/// about, and when it was done in another way; it is not to be done by a key that is meant for something else.
#[must_use]
pub fn offered(desk: &Desk) -> Option<Offered> {
    let offered = desk.offer.filter(|offered| offered.item == desk.writing.item)?;
    let command = named(offered.command)?;
    (command.when)(desk).is_ok().then_some(offered)
}

/// Lets an offer lapse that is being done.
pub(super) fn lapse(desk: &mut Desk, doing: &Command) {
    desk.offer = desk.offer.take().filter(|offered| offered.command != doing.name);
}

fn something_offered(desk: &Desk) -> Possible {
    match offered(desk) {
        Some(_) => Ok(()),
        None => Err("Nothing has been offered.".into()),
    }
}

/// Does what was offered. Where nothing is left to be filled in, what is due next is offered.
fn accept(desk: &mut Desk) {
    let Some(command) = offered(desk).and_then(|offered| named(offered.command)) else { return };
    let open = desk.overlays.len();
    run(desk, command);
    if desk.offer.is_none() && desk.overlays.len() == open {
        arrival::follow(desk);
    }
}
