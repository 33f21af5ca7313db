//! Motions and votes: who moved and seconded, what became of it, and how it was voted. Knows nothing of who
//! was in the room; whether the voters were present is for [`super::check`] to notice.

use super::id::PersonId;
use super::is_default;
use serde::{Deserialize, Serialize};

/// What makes a block a motion, beside its words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Motion {
    /// Who moved it.
    #[serde(skip_serializing_if = "is_default")]
    pub mover: Option<PersonId>,
    /// Who seconded it.
    #[serde(skip_serializing_if = "is_default")]
    pub seconder: Option<PersonId>,
    /// What became of it.
    #[serde(skip_serializing_if = "is_default")]
    pub decision: Decision,
    /// How it was voted.
    #[serde(skip_serializing_if = "is_default")]
    pub vote: Vote,
}

/// What became of a motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Decision {
    /// It has not been put yet.
    #[default]
    Moved,
    /// It was carried.
    Carried,
    /// It was lost.
    Lost,
    /// It was withdrawn.
    Withdrawn,
}

impl Decision {
    /// Every decision, in the order in which they are offered.
    pub const ALL: [Decision; 4] = [Decision::Moved, Decision::Carried, Decision::Lost, Decision::Withdrawn];

    /// The word printed for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Decision::Moved => "moved",
            Decision::Carried => "carried",
            Decision::Lost => "lost",
            Decision::Withdrawn => "withdrawn",
        }
    }
}

/// How a motion was voted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Vote {
    /// Without a vote, by general assent.
    #[default]
    Assent,
    /// By show of hands, with the numbers.
    Hands {
        /// How many voted for.
        for_: u32,
        /// How many voted against.
        against: u32,
        /// How many abstained.
        abstained: u32,
    },
    /// Recorded, with the names.
    Recorded {
        /// Who voted for.
        for_: Vec<PersonId>,
        /// Who voted against.
        against: Vec<PersonId>,
        /// Who abstained.
        abstained: Vec<PersonId>,
    },
}

impl Vote {
    /// The numbers for, against and abstaining, where there was a count.
    #[must_use]
    pub fn count(&self) -> Option<(usize, usize, usize)> {
        match self {
            Vote::Assent => None,
            Vote::Hands { for_, against, abstained } => {
                Some((*for_ as usize, *against as usize, *abstained as usize))
            }
            Vote::Recorded { for_, against, abstained } => Some((for_.len(), against.len(), abstained.len())),
        }
    }

    /// Everybody named in a recorded vote.
    pub fn voters(&self) -> impl Iterator<Item = PersonId> {
        let lists: [&[PersonId]; 3] = match self {
            Vote::Recorded { for_, against, abstained } => [for_, against, abstained],
            _ => [&[], &[], &[]],
        };
        lists.into_iter().flatten().copied()
    }
}
