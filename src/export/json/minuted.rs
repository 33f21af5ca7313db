//! What was minuted under an item, block by block, as JSON. Everything that a block says is here, in its order, with its
//! kind, its level and, of a motion, all that became of it. Knows blocks, and nothing of what they come to.
//!
//! People are named in full, so that a name means one person; a motion is named by its place in the list, because an id
//! means nothing outside the record; an item by its label, or by its title where it has none. `docs/json.md` says it to those who read it.

use super::{Tame, known};
use crate::domain::id::{BlockId, ItemId, PersonId};
use crate::domain::is_default;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Block, Kind};
use crate::domain::motions::{
    Amendment, Election, Exempt, Motion, Nominee, OwnVote, Subject, Vote as HowVoted,
};
use serde::Serialize;

/// One block.
#[derive(Debug, Serialize)]
pub(super) struct Minuted {
    kind: &'static str,
    #[serde(skip_serializing_if = "is_default")]
    level: u8,
    #[serde(skip_serializing_if = "is_default")]
    restricted: bool,
    text: Tame,
    #[serde(skip_serializing_if = "Option::is_none")]
    motion: Option<Moved>,
}

/// What makes a block a motion.
#[derive(Debug, Default, Serialize)]
struct Moved {
    #[serde(skip_serializing_if = "Option::is_none")]
    mover: Option<Tame>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconder: Option<Tame>,
    decision: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    put: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vote: Option<Vote>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    silent: Vec<Tame>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    own_votes: Vec<Cast>,
    #[serde(skip_serializing_if = "Option::is_none")]
    casting: Option<Cast>,
    #[serde(skip_serializing_if = "is_default")]
    names_demanded: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    told: Option<Tame>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amends: Option<Amends>,
    #[serde(skip_serializing_if = "Option::is_none")]
    election: Option<Elected>,
    #[serde(skip_serializing_if = "Option::is_none")]
    excludes: Option<Vec<Excluded>>,
}

/// The sides of a vote: how many, or who.
#[derive(Debug, Serialize)]
struct Vote {
    #[serde(rename = "for")]
    for_: Side,
    against: Side,
    abstain: Side,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Side {
    Count(u32),
    Names(Vec<Tame>),
}

#[derive(Debug, Serialize)]
struct Cast {
    name: Tame,
    side: &'static str,
}

#[derive(Debug, Serialize)]
struct Amends {
    /// The place of the motion in the list, counted from 1.
    motion: usize,
    amended: Tame,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced: Option<Tame>,
}

#[derive(Debug, Serialize)]
struct Elected {
    office: Tame,
    nominees: Vec<Nominated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    elected: Option<Tame>,
    #[serde(skip_serializing_if = "is_default")]
    by_lot: bool,
}

#[derive(Debug, Serialize)]
struct Nominated {
    name: Tame,
    #[serde(skip_serializing_if = "Option::is_none")]
    proposer: Option<Tame>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconder: Option<Tame>,
    #[serde(skip_serializing_if = "Option::is_none")]
    votes: Option<u32>,
}

#[derive(Debug, Serialize)]
struct Excluded {
    item: Tame,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    paragraphs: Vec<u8>,
}

/// The blocks of an item that the copy has.
pub(super) fn of(copy: &Meeting, blocks: &[&Block]) -> Vec<Minuted> {
    let ids: Vec<BlockId> = blocks.iter().map(|block| block.id).collect();
    let teller = Teller { copy, blocks: &ids };
    blocks.iter().map(|block| teller.block(block)).collect()
}

/// Names people, items and blocks as the file names them.
struct Teller<'a> {
    copy: &'a Meeting,
    blocks: &'a [BlockId],
}

impl Teller<'_> {
    fn block(&self, block: &Block) -> Minuted {
        let motion = match &block.kind {
            Kind::Motion(motion) => Some(self.motion(motion)),
            _ => None,
        };
        let Block { level, restricted, .. } = *block;
        Minuted { kind: block.kind.word(), level, restricted, text: (&block.text).into(), motion }
    }

    fn motion(&self, motion: &Motion) -> Moved {
        let mut moved = Moved {
            mover: motion.mover.and_then(|id| self.name(id)),
            seconder: motion.seconder.and_then(|id| self.name(id)),
            decision: motion.decision.word(),
            put: motion.put.map(|time| time.format("%H:%M").to_string()),
            vote: self.vote(&motion.vote),
            silent: self.names(&motion.silent),
            own_votes: motion.own_votes.iter().filter_map(|vote| self.cast(vote)).collect(),
            casting: motion.casting.as_ref().and_then(|vote| self.cast(vote)),
            names_demanded: motion.names_demanded,
            told: known(&motion.told),
            ..Moved::default()
        };
        match &motion.subject {
            Subject::Business => {}
            Subject::Amendment(amendment) => moved.amends = self.amends(amendment),
            Subject::Election(election) => moved.election = Some(self.election(election)),
            Subject::Exclusion(exempt) => {
                moved.excludes = Some(exempt.iter().filter_map(|exempt| self.excluded(exempt)).collect());
            }
        }
        moved
    }

    fn name(&self, id: PersonId) -> Option<Tame> {
        self.copy.person(id).and_then(|person| known(&person.name))
    }

    fn names(&self, ids: &[PersonId]) -> Vec<Tame> {
        ids.iter().filter_map(|id| self.name(*id)).collect()
    }

    fn cast(&self, vote: &OwnVote) -> Option<Cast> {
        Some(Cast { name: self.name(vote.person)?, side: vote.side.word() })
    }

    fn vote(&self, vote: &HowVoted) -> Option<Vote> {
        let (for_, against, abstain) = match vote {
            HowVoted::Assent => return None,
            HowVoted::Hands { for_, against, abstained } => {
                (Side::Count(*for_), Side::Count(*against), Side::Count(*abstained))
            }
            HowVoted::Recorded { for_, against, abstained } => {
                let names = |ids: &[PersonId]| Side::Names(self.names(ids));
                (names(for_), names(against), names(abstained))
            }
        };
        Some(Vote { for_, against, abstain })
    }

    /// An amendment of a motion that this copy does not have is told as a motion of its own.
    fn amends(&self, amendment: &Amendment) -> Option<Amends> {
        let motion = self.blocks.iter().position(|block| *block == amendment.motion)? + 1;
        Some(Amends { motion, amended: (&amendment.amended).into(), replaced: known(&amendment.replaced) })
    }

    fn election(&self, election: &Election) -> Elected {
        Elected {
            office: (&election.office).into(),
            nominees: election.nominees.iter().filter_map(|nominee| self.nominated(nominee)).collect(),
            elected: election.elected.and_then(|id| self.name(id)),
            by_lot: election.by_lot,
        }
    }

    fn nominated(&self, nominee: &Nominee) -> Option<Nominated> {
        Some(Nominated {
            name: self.name(nominee.person)?,
            proposer: nominee.proposer.and_then(|id| self.name(id)),
            seconder: nominee.seconder.and_then(|id| self.name(id)),
            votes: nominee.votes,
        })
    }

    fn excluded(&self, exempt: &Exempt) -> Option<Excluded> {
        let item = self.item(exempt.item)?;
        Some(Excluded { item, paragraphs: exempt.paragraphs.clone() })
    }

    /// How an item is called; one that is withheld from this copy is not called at all.
    fn item(&self, id: ItemId) -> Option<Tame> {
        let heading = &self.copy.item(id)?.heading;
        known(&heading.label).or_else(|| known(&heading.title))
    }
}
