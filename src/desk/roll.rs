//! The roll of attendance while it is open: whom the clerk is at, and in which order people stand. The marks
//! themselves are in the record.

use crate::domain::id::PersonId;
use crate::domain::meeting::Meeting;
use crate::domain::people::{Membership, Person};

/// The open roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roll {
    /// The row that is marked, counted over [`order`].
    pub row: usize,
}

/// The groups in which people stand on the roll: their heading, and who belongs to them.
pub const GROUPS: [(&str, &[Membership]); 4] = [
    ("Members", &[Membership::Member, Membership::Substitute]),
    ("Officers", &[Membership::Officer]),
    ("Partners and guests", &[Membership::Partner, Membership::Guest]),
    ("Public", &[Membership::Public]),
];

/// The people of one of the groups, in the order of the record.
pub fn group<'a>(meeting: &'a Meeting, memberships: &'a [Membership]) -> impl Iterator<Item = &'a Person> {
    meeting.people.iter().filter(|person| memberships.contains(&person.membership))
}

/// Everybody in the order of the roll: group by group, each in the order of the record.
pub fn order(meeting: &Meeting) -> impl Iterator<Item = &Person> {
    GROUPS.iter().flat_map(|(_, memberships)| group(meeting, memberships))
}

impl Roll {
    /// The person who is marked.
    #[must_use]
    pub fn person(self, meeting: &Meeting) -> Option<PersonId> {
        order(meeting).nth(self.row).map(|person| person.id)
    }

    /// Marks somebody, where they stand on the roll.
    pub fn go_to(&mut self, meeting: &Meeting, person: PersonId) {
        self.row = order(meeting).position(|other| other.id == person).unwrap_or(self.row);
    }

    /// Marks the person so many rows further on, as far as the roll goes.
    pub fn step(&mut self, meeting: &Meeting, rows: isize) {
        let last = meeting.people.len().saturating_sub(1);
        self.row = self.row.saturating_add_signed(rows).min(last);
    }
}
