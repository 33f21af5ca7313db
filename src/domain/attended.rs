//! How those who were at a meeting are listed: as present, apart as attending remotely, or in attendance. It is told here
//! once, so that the minutes, the screen, the quorum and the votes cannot disagree about who was present. Which ways of
//! attending count is said by the [`Profile`].

use super::id::PersonId;
use super::meeting::Meeting;
use super::people::{Movement, Person};
use super::profile::Profile;

/// How somebody who was there is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Attended {
    /// A member or substitute who was there in a way that counts, if only for a while.
    Present,
    /// A member or substitute who was there over a link and nothing else, where that does not count: not present
    /// as the law has it (LGA 1972 Sch 12 paras 39 and 40), so no part of the quorum, and no voter.
    Remotely,
    /// Everybody else.
    InAttendance,
}

impl Meeting {
    /// How somebody is listed; none for who was not there.
    #[must_use]
    pub fn attended_as(&self, profile: &Profile, person: &Person) -> Option<Attended> {
        let counts = |movement: &Movement| profile.counts(movement.mode);
        let mut entries = self.movements_of(person.id).filter(|movement| movement.what.is_in()).peekable();
        entries.peek()?;
        Some(match (person.membership.sits(), entries.any(counts)) {
            (true, true) => Attended::Present,
            (true, false) => Attended::Remotely,
            (false, _) => Attended::InAttendance,
        })
    }

    /// Those who are listed as this, in the order of the roll.
    pub fn attending(&self, profile: &Profile, listed: Attended) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| self.attended_as(profile, person) == Some(listed))
    }

    /// Whether somebody sits and was there in a way that counts.
    #[must_use]
    pub fn was_present(&self, profile: &Profile, person: &Person) -> bool {
        self.attended_as(profile, person) == Some(Attended::Present)
    }

    /// Whether somebody is there now in a way that counts.
    #[must_use]
    pub fn counts_now(&self, profile: &Profile, person: PersonId) -> bool {
        let last = self.movements_of(person).next_back();
        last.is_some_and(|last| last.what.is_in() && profile.counts(last.mode))
    }
}
