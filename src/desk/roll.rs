//! The roll of attendance while it is open: whom the clerk is at, and in which order people stand. The marks
//! themselves are in the record.

use crate::domain::id::PersonId;
use crate::domain::meeting::Meeting;
use crate::domain::people::Person;

/// The open roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roll {
    /// The row that is marked, counted over [`order`].
    pub row: usize,
}

/// Everybody in the order of the roll: those who sit first, then all others, each in the order of the record.
pub fn order(meeting: &Meeting) -> impl Iterator<Item = &Person> {
    let sitting = meeting.people.iter().filter(|person| person.membership.sits());
    sitting.chain(meeting.people.iter().filter(|person| !person.membership.sits()))
}

impl Roll {
    /// The person who is marked.
    #[must_use]
    pub fn person(self, meeting: &Meeting) -> Option<PersonId> {
        order(meeting).nth(self.row).map(|person| person.id)
    }

    /// Marks the person so many rows further on, as far as the roll goes.
    pub fn step(&mut self, meeting: &Meeting, rows: isize) {
        let last = meeting.people.len().saturating_sub(1);
        self.row = self.row.saturating_add_signed(rows).min(last);
    }
}
