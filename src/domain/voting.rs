//! Who may vote, and who presides. Computed from the attendance log and the declarations under the rules of the
//! [`Profile`]; how anybody did vote is in [`super::motions`].

use super::id::{ItemId, PersonId};
use super::meeting::Meeting;
use super::people::{Conduct, Declaration, Person, Standing};
use super::profile::{Asks, Profile};
use super::quorum::Whereabouts;
use chrono::NaiveTime;

/// Why somebody who sits is not expected to vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bar {
    /// They were not there.
    Away,
    /// They attended over a link, and that does not count.
    Remote,
    /// They declared an interest that bars them, and have no dispensation (Localism Act 2011 s31(4)).
    Interest,
}

impl Bar {
    /// The words shown for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Bar::Away => "not there",
            Bar::Remote => "online",
            Bar::Interest => "declared an interest",
        }
    }
}

impl Meeting {
    /// Why somebody is not expected to vote under an item, at a time if one is given. Who came or went in that
    /// very minute may have voted.
    #[must_use]
    pub fn barred(
        &self,
        profile: &Profile,
        person: PersonId,
        item: ItemId,
        at: Option<NaiveTime>,
    ) -> Option<Bar> {
        if self.is_barred_by_interest(profile, person, item) {
            return Some(Bar::Interest);
        }
        match self.whereabouts(person, item, at) {
            Whereabouts::Away => Some(Bar::Away),
            Whereabouts::There(mode) if !profile.counts(mode) => Some(Bar::Remote),
            _ => None,
        }
    }

    /// Whether somebody declared an interest in an item that keeps them from speaking and voting.
    #[must_use]
    pub fn is_barred_by_interest(&self, profile: &Profile, person: PersonId, item: ItemId) -> bool {
        let bars = |declared: &&Declaration| {
            let asks = profile.interest(&declared.kind).map(|interest| interest.asks).unwrap_or_default();
            declared.person == person
                && declared.items.contains(&item)
                && asks != Asks::Nothing
                && declared.conduct != Conduct::Dispensation
        };
        self.declarations.iter().any(|declared| bars(&declared))
    }

    /// Who presides now: the chair who is there, or else a vice-chair or deputy who is.
    #[must_use]
    pub fn presiding(&self) -> Option<PersonId> {
        let there = |person: &&Person| {
            person.membership.sits() && self.standing(person.id) == Standing::In && !person.role.is_empty()
        };
        let deputy = |person: &&Person| {
            let role = person.role.to_lowercase();
            role.starts_with("vice") || role.starts_with("deputy")
        };
        let mut chairs = self.people.iter().filter(there);
        let chair = chairs.clone().find(|person| person.is_chair());
        chair.or_else(|| chairs.find(deputy)).map(|person| person.id)
    }
}
