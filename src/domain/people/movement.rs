//! The attendance log, line by line: who came, left, withdrew or returned, when, and at which item. Knows nothing of what
//! follows from the log.

use crate::domain::id::{BlockId, ItemId, MovementId, PersonId};
use crate::domain::is_default;
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// One line of the attendance log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Movement {
    /// Identity.
    pub id: MovementId,
    /// Who.
    pub person: PersonId,
    /// What they did.
    pub what: Move,
    /// The item during which it happened. None for the roll call at the start.
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: Option<ItemId>,
    /// The last thing that had been minuted under the item when it happened. None where nothing had been, or
    /// where only the time tells the place. It may have been taken out since.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after: Option<BlockId>,
    /// When, in local time.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at: Option<NaiveTime>,
    /// How they attend, from now on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mode: Mode,
    /// Why, in the clerk's words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub why: String,
}

impl Movement {
    /// A movement of which only who and what are known.
    #[must_use]
    pub fn new(id: MovementId, person: PersonId, what: Move) -> Self {
        Self { id, person, what, item: None, after: None, at: None, mode: Mode::Room, why: String::new() }
    }
}

/// What somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Move {
    /// Was there when the roll was called.
    Present,
    /// Was not there when the roll was called, and had sent no apologies.
    Absent,
    /// Came after the start.
    Arrived,
    /// Left, until they return.
    Left,
    /// Left and was not to return.
    LeftForGood,
    /// Withdrew because of an interest.
    Withdrew,
    /// Came back.
    Returned,
    /// Lost the link over which they attended.
    Dropped,
    /// Had the link again.
    Rejoined,
}

impl Move {
    /// Everything that somebody can do, in the order in which it is offered.
    pub const ALL: [Move; 9] = [
        Move::Present,
        Move::Absent,
        Move::Arrived,
        Move::Left,
        Move::LeftForGood,
        Move::Withdrew,
        Move::Returned,
        Move::Dropped,
        Move::Rejoined,
    ];

    /// Whether the person is in the room, or on the link, after it.
    #[must_use]
    pub fn is_in(self) -> bool {
        matches!(self, Move::Present | Move::Arrived | Move::Returned | Move::Rejoined)
    }

    /// Whether it is a mark of the roll call rather than something that happened in the meeting.
    #[must_use]
    pub fn is_of_the_roll_call(self) -> bool {
        matches!(self, Move::Present | Move::Absent)
    }

    /// The word shown for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Move::Present => "present",
            Move::Absent => "absent",
            Move::Arrived => "arrived",
            Move::Left => "left",
            Move::LeftForGood => "left for good",
            Move::Withdrew => "withdrew",
            Move::Returned => "returned",
            Move::Dropped => "lost connection",
            Move::Rejoined => "reconnected",
        }
    }

    /// The verb of the sentence that records it.
    #[must_use]
    pub fn verb(self) -> &'static str {
        match self {
            Move::Present => "was present",
            Move::Absent => "was absent",
            Move::Arrived => "arrived",
            Move::Left | Move::LeftForGood => "left the meeting",
            Move::Withdrew => "withdrew from the meeting",
            Move::Returned => "returned to the meeting",
            Move::Dropped => "lost connection to the meeting",
            Move::Rejoined => "rejoined the meeting",
        }
    }
}

/// How somebody attends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// In the room.
    #[default]
    Room,
    /// From elsewhere, over a link.
    Online,
}
