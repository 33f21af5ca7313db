//! The chair's pass through the draft: what is read, in which order, and where the chair is. Changes nothing
//! in the record and knows no keys.

use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Block, Kind};
use crate::domain::review::Subject;

/// A pass through the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// Everything there is to read, in order.
    pub stops: Vec<Stop>,
    /// Where the chair is, as a position in `stops`.
    pub at: usize,
    /// The first row shown of what lies there, where there is no room for all of them.
    pub top: usize,
    /// Whether the words are shown large, to be read aloud or seen from across the room.
    pub large: bool,
}

/// One thing to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stop {
    /// Among what it stands.
    pub phase: Phase,
    /// What it is.
    pub on: Subject,
}

/// What is read together. Decisions come first: they are what a chair is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Resolutions, recommendations and motions.
    Resolutions,
    /// Actions.
    Actions,
    /// Who was there.
    Names,
    /// Everything else.
    Text,
}

impl Phase {
    /// The word shown for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Phase::Resolutions => "Resolutions",
            Phase::Actions => "Actions",
            Phase::Names => "Names",
            Phase::Text => "Text",
        }
    }

    fn of(block: &Block) -> Self {
        match block.kind {
            Kind::Resolution | Kind::Recommendation | Kind::Motion(_) => Phase::Resolutions,
            Kind::Action => Phase::Actions,
            Kind::Paragraph | Kind::Bullet | Kind::Procedural | Kind::Note => Phase::Text,
        }
    }
}

impl Pass {
    /// A pass through everything that a reader of the full minutes sees, begun at the first thing that was
    /// not accepted yet.
    #[must_use]
    pub fn of(meeting: &Meeting) -> Self {
        let blocks = meeting.items.iter().flat_map(|item| {
            let read = |block: &&Block| !block.is_private() && !block.text.trim().is_empty();
            let stop =
                |block: &Block| Stop { phase: Phase::of(block), on: Subject::Block(item.id, block.id) };
            item.minutes.iter().filter(read).map(stop)
        });
        let names = Stop { phase: Phase::Names, on: Subject::Roll };
        let mut stops: Vec<Stop> = blocks.chain(std::iter::once(names)).collect();
        stops.sort_by_key(|stop| stop.phase);
        let is_open = |stop: &Stop| meeting.remarks_on(stop.on).next().is_none();
        let at = stops.iter().position(is_open).unwrap_or(0);
        Self { stops, at, top: 0, large: false }
    }

    /// One block alone, large, to be read out.
    #[must_use]
    pub fn read_back(on: Subject) -> Self {
        Self { stops: vec![Stop { phase: Phase::Resolutions, on }], at: 0, top: 0, large: true }
    }

    /// What lies before the chair.
    #[must_use]
    pub fn stop(&self) -> Option<Stop> {
        self.stops.get(self.at).copied()
    }

    /// Goes so many stops further, not beyond the ends. Returns whether there was anywhere to go.
    pub fn step(&mut self, stops: isize) -> bool {
        let last = self.stops.len().saturating_sub(1);
        let to = self.at.saturating_add_signed(stops).min(last);
        let moved = to != self.at;
        if moved {
            (self.at, self.top) = (to, 0);
        }
        moved
    }

    /// How far the chair has come among what is read together: `(3, 12)`.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let Some(here) = self.stop() else { return (0, 0) };
        let alike = |stop: &&Stop| stop.phase == here.phase;
        let before = self.stops.iter().take(self.at + 1).filter(alike).count();
        (before, self.stops.iter().filter(alike).count())
    }
}
