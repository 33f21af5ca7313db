//! The taking of a recorded vote while it is open: everybody entitled, how each has voted so far, and at whom
//! the clerk is. Nothing is in the record until the vote is settled; who is entitled is found out elsewhere.

use crate::domain::id::{BlockId, ItemId, PersonId};
use crate::domain::motions::{Side, Vote};

/// A vote being taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voting {
    /// The item and the motion that is put.
    pub item: ItemId,
    /// The motion.
    pub motion: BlockId,
    /// Everybody on the roll who sits, in its order.
    pub rows: Vec<Row>,
    /// The row that is marked.
    pub row: usize,
    /// How the person presiding gave a casting vote.
    pub casting: Option<Side>,
}

/// Somebody who may vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub person: PersonId,
    /// What they did; none while it is not known.
    pub cast: Option<Cast>,
    /// Why they are not expected to vote: they left, attend over a link that does not count, declared an
    /// interest. They can be marked all the same.
    pub barred: Option<String>,
}

/// What somebody did when the motion was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cast {
    /// Voted so, or abstained.
    Voted(Side),
    /// Was there and did not vote.
    Silent,
}

/// How many have voted how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Totals {
    /// For.
    pub for_: usize,
    /// Against.
    pub against: usize,
    /// Abstaining.
    pub abstained: usize,
    /// There and not voting.
    pub silent: usize,
    /// Not marked yet, those who are not expected to vote left out.
    pub open: usize,
}

impl Voting {
    /// Marks how the person at the cursor voted and goes to the next who is expected to.
    pub fn mark(&mut self, cast: Option<Cast>) {
        if let Some(row) = self.rows.get_mut(self.row) {
            row.cast = cast;
        }
        let next = self.rows.iter().enumerate().skip(self.row + 1).find(|(_, row)| row.barred.is_none());
        if let Some((next, _)) = next {
            self.row = next;
        }
    }

    /// Marks everybody who is expected to vote and is not marked yet.
    pub fn mark_rest(&mut self, cast: Cast) {
        for row in self.rows.iter_mut().filter(|row| row.cast.is_none() && row.barred.is_none()) {
            row.cast = Some(cast);
        }
    }

    /// Goes so many rows further, as far as there are any.
    pub fn step(&mut self, rows: isize) {
        self.row = self.row.saturating_add_signed(rows).min(self.rows.len().saturating_sub(1));
    }

    /// How many have voted how.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let count = |cast: Cast| self.rows.iter().filter(|row| row.cast == Some(cast)).count();
        Totals {
            for_: count(Cast::Voted(Side::For)),
            against: count(Cast::Voted(Side::Against)),
            abstained: count(Cast::Voted(Side::Abstained)),
            silent: count(Cast::Silent),
            open: self.rows.iter().filter(|row| row.cast.is_none() && row.barred.is_none()).count(),
        }
    }

    /// Whether as many are for as against.
    #[must_use]
    pub fn is_tied(&self) -> bool {
        let totals = self.totals();
        totals.for_ == totals.against && totals.for_ > 0
    }

    /// Everybody who did this, in the order of the roll.
    #[must_use]
    pub fn who(&self, cast: Cast) -> Vec<PersonId> {
        self.rows.iter().filter(|row| row.cast == Some(cast)).map(|row| row.person).collect()
    }

    /// The vote as it goes into the record.
    #[must_use]
    pub fn vote(&self) -> Vote {
        let [for_, against, abstained] = Side::ALL.map(|side| self.who(Cast::Voted(side)));
        Vote::Recorded { for_, against, abstained }
    }
}
