//! Who may vote, and who presides. Computed from the attendance log and the declarations under the rules of the
//! [`Profile`]; how anybody did vote is in [`super::motions`].

use super::id::{ItemId, PersonId};
use super::meeting::Meeting;
use super::people::{Conduct, Declaration, Person};
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
            declared.person == person
                && declared.items.contains(&item)
                && profile.asks(&declared.kind) != Asks::Nothing
                && declared.conduct != Conduct::Dispensation
        };
        self.declarations.iter().any(|declared| bars(&declared))
    }

    /// Those whose role is to preside. In an executive, which has no chair, that is its leader.
    #[must_use]
    pub fn chairs(&self) -> Vec<&Person> {
        let chairs: Vec<&Person> = self.people.iter().filter(|person| person.is_chair()).collect();
        if chairs.is_empty() {
            self.people.iter().filter(|person| person.is_leader()).collect()
        } else {
            chairs
        }
    }

    /// Who presides now: the chair who is there in a way that counts, or else a vice-chair or deputy who is.
    #[must_use]
    pub fn presiding(&self, profile: &Profile) -> Option<PersonId> {
        self.first_to_preside(|person| self.counts_now(profile, person.id))
    }

    /// Who presided although the chair was not present at all: the vice-chair or deputy who was.
    #[must_use]
    pub fn presided_instead(&self, profile: &Profile) -> Option<PersonId> {
        let there = |person: &Person| self.was_present(profile, person);
        let instead = self.first_to_preside(there)?;
        self.chairs().iter().all(|chair| chair.id != instead).then_some(instead)
    }

    fn first_to_preside(&self, there: impl Fn(&Person) -> bool) -> Option<PersonId> {
        let there = |person: &&Person| person.membership.sits() && there(person);
        let chair = self.chairs().into_iter().find(there);
        let deputy = || self.people.iter().filter(there).find(|person| person.is_deputy());
        chair.or_else(deputy).map(|person| person.id)
    }
}
