//! Motions and votes: who moved and seconded, what became of it, and how it was voted; amendments, elections and
//! the exclusion of the public. Knows nothing of who was in the room; whether the voters were present is for
//! [`super::check`] to notice.

use super::id::{BlockId, ItemId, PersonId};
use super::is_default;
use chrono::NaiveTime;
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
    /// What it is about, where that is more than its words say.
    #[serde(skip_serializing_if = "is_default")]
    pub subject: Subject,
    /// When it was put to the vote, in local time.
    #[serde(skip_serializing_if = "is_default")]
    pub put: Option<NaiveTime>,
    /// Members who were there and did not vote, where the vote was recorded with names.
    #[serde(skip_serializing_if = "is_default")]
    pub silent: Vec<PersonId>,
    /// Votes that members had recorded for themselves after a show of hands (SI 1993/202 Sch 2 para 1).
    #[serde(skip_serializing_if = "is_default")]
    pub own_votes: Vec<OwnVote>,
    /// The second or casting vote of the person presiding (LGA 1972 Sch 12 para 39(2)).
    #[serde(skip_serializing_if = "is_default")]
    pub casting: Option<OwnVote>,
    /// Whether a recorded vote was demanded, as standing orders allow (parishes: LGA 1972 Sch 12 para 13(2)).
    #[serde(skip_serializing_if = "is_default")]
    pub names_demanded: bool,
    /// How the vote is minuted, in the clerk's own words. Empty lets the words be made from the vote.
    #[serde(skip_serializing_if = "is_default")]
    pub told: String,
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
    /// It was put off.
    Deferred,
    /// Nobody seconded it, and it fell.
    Unseconded,
}

impl Decision {
    /// Every decision, in the order in which they are offered.
    pub const ALL: [Decision; 6] = [
        Decision::Moved,
        Decision::Carried,
        Decision::Lost,
        Decision::Withdrawn,
        Decision::Deferred,
        Decision::Unseconded,
    ];

    /// The word printed for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Decision::Moved => "moved",
            Decision::Carried => "carried",
            Decision::Lost => "lost",
            Decision::Withdrawn => "withdrawn",
            Decision::Deferred => "deferred",
            Decision::Unseconded => "not seconded",
        }
    }

    /// Whether it was put to the vote.
    #[must_use]
    pub fn is_voted(self) -> bool {
        matches!(self, Decision::Carried | Decision::Lost)
    }
}

/// What a motion is about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Subject {
    /// What its words say.
    #[default]
    Business,
    /// Another motion, which it changes if it is carried.
    Amendment(Amendment),
    /// The exclusion of the public from items.
    Exclusion(Vec<Exempt>),
    /// Who shall hold an office.
    Election(Election),
}

/// What an amendment does to a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// The motion, under the same item.
    pub motion: BlockId,
    /// The words of the motion as it would be with the amendment.
    #[serde(default)]
    pub amended: String,
    /// The words that it had before, once the amendment was carried.
    #[serde(default, skip_serializing_if = "is_default")]
    pub replaced: String,
}

/// An item from which the public is excluded, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exempt {
    /// The item.
    pub item: ItemId,
    /// The paragraphs of Schedule 12A to the Local Government Act 1972; none where that Act does not hold.
    #[serde(default, skip_serializing_if = "is_default")]
    pub paragraphs: Vec<u8>,
}

/// An election to an office.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Election {
    /// The office: `Chairman`.
    pub office: String,
    /// Who was nominated.
    pub nominees: Vec<Nominee>,
    /// Who was elected.
    #[serde(skip_serializing_if = "is_default")]
    pub elected: Option<PersonId>,
    /// Whether equal votes were decided by lot.
    #[serde(skip_serializing_if = "is_default")]
    pub by_lot: bool,
}

/// Somebody who was nominated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nominee {
    /// Who.
    pub person: PersonId,
    /// Who proposed them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub proposer: Option<PersonId>,
    /// Who seconded that.
    #[serde(default, skip_serializing_if = "is_default")]
    pub seconder: Option<PersonId>,
    /// How many voted for them, where there was a vote.
    #[serde(default, skip_serializing_if = "is_default")]
    pub votes: Option<u32>,
}

/// One side of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Side {
    /// For the motion.
    #[default]
    For,
    /// Against it.
    Against,
    /// Neither.
    Abstained,
}

impl Side {
    /// Every side, in the order in which they are offered.
    pub const ALL: [Side; 3] = [Side::For, Side::Against, Side::Abstained];

    /// The word printed for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Side::For => "for",
            Side::Against => "against",
            Side::Abstained => "abstained",
        }
    }
}

/// How one person voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnVote {
    /// Who.
    pub person: PersonId,
    /// Which way.
    #[serde(default, skip_serializing_if = "is_default")]
    pub side: Side,
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

    /// Everybody named in a recorded vote, each with their side.
    pub fn cast(&self) -> impl Iterator<Item = OwnVote> {
        let lists: [(Side, &[PersonId]); 3] = match self {
            Vote::Recorded { for_, against, abstained } => {
                [(Side::For, for_), (Side::Against, against), (Side::Abstained, abstained)]
            }
            _ => [(Side::For, &[]), (Side::Against, &[]), (Side::Abstained, &[])],
        };
        lists
            .into_iter()
            .flat_map(|(side, people)| people.iter().map(move |id| OwnVote { person: *id, side }))
    }

    /// Everybody named in a recorded vote.
    pub fn voters(&self) -> impl Iterator<Item = PersonId> {
        self.cast().map(|vote| vote.person)
    }
}

impl Motion {
    /// The motion that this one amends, and the words it would have.
    #[must_use]
    pub fn amendment(&self) -> Option<&Amendment> {
        match &self.subject {
            Subject::Amendment(amendment) => Some(amendment),
            _ => None,
        }
    }

    /// The election that this is.
    #[must_use]
    pub fn election(&self) -> Option<&Election> {
        match &self.subject {
            Subject::Election(election) => Some(election),
            _ => None,
        }
    }

    /// The items from which it excludes the public; none where it is about something else.
    #[must_use]
    pub fn exempt(&self) -> &[Exempt] {
        match &self.subject {
            Subject::Exclusion(exempt) => exempt,
            _ => &[],
        }
    }

    /// Whether its words are printed as what was resolved: those of an election in which somebody was elected, of an
    /// exclusion of the public that was carried, and of a motion that nobody is said to have moved and that was carried by
    /// a counted vote.
    #[must_use]
    pub fn is_resolution(&self) -> bool {
        match &self.subject {
            Subject::Election(election) => election.elected.is_some(),
            Subject::Exclusion(_) => self.decision == Decision::Carried,
            Subject::Business => {
                let is_moved = self.mover.is_some() || self.seconder.is_some();
                self.decision == Decision::Carried && !is_moved && self.vote != Vote::Assent
            }
            Subject::Amendment(_) => false,
        }
    }

    /// Everybody of whom it speaks, some perhaps more than once.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        let nominees = self.election().map(|election| election.nominees.as_slice()).unwrap_or_default();
        let elected = self.election().and_then(|election| election.elected);
        let nominated = nominees.iter().flat_map(|nominee| {
            std::iter::once(nominee.person).chain(nominee.proposer).chain(nominee.seconder)
        });
        let own = self.own_votes.iter().chain(&self.casting).map(|vote| vote.person);
        self.mover
            .into_iter()
            .chain(self.seconder)
            .chain(self.vote.voters())
            .chain(self.silent.iter().copied())
            .chain(own)
            .chain(nominated)
            .chain(elected)
    }

    /// How the votes decide it: carried, lost, or nothing while they are equal and nobody has given a casting
    /// vote (LGA 1972 Sch 12 para 39: a majority of those present and voting).
    #[must_use]
    pub fn counted(&self) -> Option<Decision> {
        let (yes, no, _) = self.vote.count()?;
        match (yes.cmp(&no), self.casting.map(|vote| vote.side)) {
            (std::cmp::Ordering::Greater, _) | (std::cmp::Ordering::Equal, Some(Side::For)) => {
                Some(Decision::Carried)
            }
            (std::cmp::Ordering::Less, _) | (std::cmp::Ordering::Equal, Some(Side::Against)) => {
                Some(Decision::Lost)
            }
            (std::cmp::Ordering::Equal, _) => None,
        }
    }
}
