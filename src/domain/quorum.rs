//! The quorum: who counts for it, how many there are and how many are needed, and when it was lost and
//! regained. Everything is computed from the attendance log. Which rule holds is said by the [`Profile`]; what a
//! clerk then minutes is not known here.

use super::id::{ItemId, PersonId};
use super::meeting::Meeting;
use super::people::{Membership, Mode, Move, Movement};
use super::profile::{Profile, Remote};
use chrono::NaiveTime;
use std::collections::BTreeMap;

/// How many count for the quorum, and how many are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quorate {
    /// How many are there and count.
    pub here: usize,
    /// How many are needed; none where no rule is known.
    pub needed: Option<usize>,
}

impl Quorate {
    /// Whether there are enough. Where no rule is known there always are.
    #[must_use]
    pub fn holds(self) -> bool {
        self.needed.is_none_or(|needed| self.here >= needed)
    }
}

/// A moment at which the quorum was lost or regained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct QuorumTurn {
    /// How many were there then, and how many were needed.
    pub quorate: Quorate,
    /// The item during which it happened.
    pub item: Option<ItemId>,
    /// When, in local time.
    pub at: Option<NaiveTime>,
}

/// Where somebody was at some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whereabouts {
    /// There, in the room or over a link.
    There(Mode),
    /// They came or went in that very minute: the log cannot tell.
    Unsure(Mode),
    /// Not there.
    Away,
}

impl Whereabouts {
    /// How they attended, where they may have been there.
    #[must_use]
    pub fn mode(self) -> Option<Mode> {
        match self {
            Whereabouts::There(mode) | Whereabouts::Unsure(mode) => Some(mode),
            Whereabouts::Away => None,
        }
    }
}

impl Profile {
    /// Whether those who attend in such a way count and vote.
    #[must_use]
    pub fn counts(&self, mode: Mode) -> bool {
        mode == Mode::Room || self.remote == Remote::Counts
    }
}

impl Meeting {
    /// How many make a quorum: the number given for this meeting, or else the body's rule on the whole number
    /// of members on the roll. (Vacant seats are not on the roll; where they count, the number has to be given.)
    #[must_use]
    pub fn quorum(&self, profile: &Profile) -> Option<usize> {
        let members = self.people.iter().filter(|person| person.membership == Membership::Member).count();
        self.head.quorum.map(|number| number as usize).or_else(|| profile.quorum.of(members))
    }

    /// How it stands with the quorum after everything in the log.
    #[must_use]
    pub fn quorate(&self, profile: &Profile) -> Quorate {
        let here = self.sitting().filter(|id| self.counts_now(profile, *id));
        Quorate { here: here.count(), needed: self.quorum(profile) }
    }

    /// How it stood with the quorum during an item, at a time if one is given and else after everything that
    /// happened during the item. Who came or went in that minute counts as there.
    #[must_use]
    pub fn quorate_at(&self, profile: &Profile, item: ItemId, at: Option<NaiveTime>) -> Quorate {
        let counts =
            |id: &PersonId| self.whereabouts(*id, item, at).mode().is_some_and(|mode| profile.counts(mode));
        Quorate { here: self.sitting().filter(counts).count(), needed: self.quorum(profile) }
    }

    /// Where somebody was during an item, at a time if one is given and else after everything that happened
    /// during the item.
    #[must_use]
    pub fn whereabouts(&self, person: PersonId, item: ItemId, at: Option<NaiveTime>) -> Whereabouts {
        let Some(here) = self.order_of(item) else { return Whereabouts::Away };
        let mut last = None;
        let mut unsure = None;
        for movement in self.movements_of(person) {
            let place = self.place_in_course(movement);
            if place > here || (place == here && later(movement, at)) {
                continue;
            }
            let before = last;
            last = movement.what.is_in().then_some(movement.mode);
            let in_that_minute = place == here && movement.at.is_some() && movement.at == at;
            if in_that_minute && before.is_some() != last.is_some() {
                unsure = before.or(last);
            }
        }
        match (unsure, last) {
            (Some(mode), _) => Whereabouts::Unsure(mode),
            (None, Some(mode)) => Whereabouts::There(mode),
            (None, None) => Whereabouts::Away,
        }
    }

    /// When the quorum was lost and regained after the roll had been called, in the order of the log.
    #[must_use]
    pub fn quorum_turns(&self, profile: &Profile) -> Vec<QuorumTurn> {
        let needed = self.quorum(profile);
        let sitting: Vec<PersonId> = self.sitting().collect();
        let (called, moved): (Vec<&Movement>, Vec<&Movement>) =
            self.attendance.iter().partition(|movement| movement.what == Move::Present);
        let mut there: BTreeMap<PersonId, bool> = BTreeMap::new();
        let mut enter = |movement: &Movement| {
            if sitting.contains(&movement.person) {
                there.insert(movement.person, movement.what.is_in() && profile.counts(movement.mode));
            }
            Quorate { here: there.values().filter(|there| **there).count(), needed }
        };
        let nobody = Quorate { here: 0, needed };
        let mut before = called.into_iter().map(&mut enter).last().unwrap_or(nobody);
        let mut turns = Vec::new();
        for movement in moved {
            let quorate = enter(movement);
            if quorate.holds() != before.holds() {
                turns.push(QuorumTurn { quorate, item: movement.item, at: movement.at });
            }
            before = quorate;
        }
        turns
    }

    /// Those who are counted: members and substitutes.
    fn sitting(&self) -> impl Iterator<Item = PersonId> {
        self.people.iter().filter(|person| person.membership.sits()).map(|person| person.id)
    }
}

/// Whether a movement happened after a time; one without a time did not.
fn later(movement: &Movement, at: Option<NaiveTime>) -> bool {
    matches!((movement.at, at), (Some(moved), Some(at)) if moved > at)
}
