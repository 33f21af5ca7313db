//! What was minuted under an item, block by block, read back from JSON. Knows the shape that `docs/json.md` describes;
//! whatever is not as that says is left out, and never guessed.

use super::{MOST_ITEMS, Reader, is_called, list, strings, words};
use crate::domain::id::{BlockId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Block, DEEPEST_LEVEL, Kind};
use crate::domain::motions::{
    Amendment, Decision, Election, Exempt, Motion, Nominee, OwnVote, Side, Subject, Vote,
};
use crate::domain::people::Membership;
use crate::import::decode::harmless;
use crate::import::people::Named;
use chrono::NaiveTime;
use serde_json::Value;

/// No item has more blocks.
const MOST_BLOCKS: usize = 100_000;
/// The kinds of blocks that need nothing beside their words. A private note is in no file.
const PLAIN: [Kind; 6] =
    [Kind::Paragraph, Kind::Bullet, Kind::Resolution, Kind::Recommendation, Kind::Action, Kind::Procedural];

impl Reader {
    /// The blocks of an item. They get their ids first, because an amendment names the motion that it changes.
    pub(super) fn minuted(&mut self, item: &Value) -> Vec<Block> {
        let blocks: Vec<&Value> = list(item, "minuted").take(MOST_BLOCKS).collect();
        let ids: Vec<BlockId> = blocks.iter().map(|_| BlockId(self.ids.draw())).collect();
        let read = ids.iter().zip(&blocks).map(|(id, block)| self.block(*id, block, &ids));
        let mut minutes: Vec<Block> = read.collect();
        let motions: Vec<BlockId> = minutes
            .iter()
            .filter(|block| matches!(block.kind, Kind::Motion(_)))
            .map(|block| block.id)
            .collect();
        minutes.iter_mut().for_each(|block| amends_a_motion(block, &motions));
        minutes
    }

    fn block(&mut self, id: BlockId, block: &Value, ids: &[BlockId]) -> Block {
        let level = number(block, "level").and_then(|level| u8::try_from(level).ok()).unwrap_or(0);
        let text = block.get("text").and_then(Value::as_str).map(whole).unwrap_or_default();
        Block {
            kind: self.kind(block, ids),
            level: level.min(DEEPEST_LEVEL),
            restricted: is(block, "restricted"),
            ..Block::paragraph(id, text)
        }
    }

    /// What a block is; words of a kind that nobody knows are a paragraph.
    fn kind(&mut self, block: &Value, ids: &[BlockId]) -> Kind {
        let kind = words(block, "kind");
        if let Some(motion) = block.get("motion").filter(|_| kind == "motion") {
            return Kind::Motion(Box::new(self.motion(motion, ids)));
        }
        PLAIN.into_iter().find(|known| known.word() == kind).unwrap_or_default()
    }

    fn motion(&mut self, value: &Value, ids: &[BlockId]) -> Motion {
        let decision = words(value, "decision");
        Motion {
            mover: self.named(value, "mover"),
            seconder: self.named(value, "seconder"),
            decision: Decision::ALL.into_iter().find(|known| known.word() == decision).unwrap_or_default(),
            vote: value.get("vote").map(|vote| self.vote(vote)).unwrap_or_default(),
            put: NaiveTime::parse_from_str(&words(value, "put"), "%H:%M").ok(),
            silent: self.all_named(value, "silent"),
            own_votes: list(value, "own_votes").filter_map(|vote| self.cast(vote)).collect(),
            casting: value.get("casting").and_then(|vote| self.cast(vote)),
            names_demanded: is(value, "names_demanded"),
            told: words(value, "told"),
            subject: self.subject(value, ids),
        }
    }

    fn subject(&mut self, value: &Value, ids: &[BlockId]) -> Subject {
        if let Some(amends) = value.get("amends") {
            let at = number(amends, "motion").and_then(|at| usize::try_from(at).ok());
            let motion = at.and_then(|at| ids.get(at.checked_sub(1)?)).copied();
            let (amended, replaced) = (words(amends, "amended"), words(amends, "replaced"));
            let amendment = motion.map(|motion| Amendment { motion, amended, replaced });
            return amendment.map(Subject::Amendment).unwrap_or_default();
        }
        if let Some(election) = value.get("election") {
            return Subject::Election(self.election(election));
        }
        // The items are known when all are read.
        if value.get("excludes").is_some() { Subject::Exclusion(Vec::new()) } else { Subject::Business }
    }

    fn election(&mut self, value: &Value) -> Election {
        Election {
            office: words(value, "office"),
            nominees: list(value, "nominees").filter_map(|nominee| self.nominee(nominee)).collect(),
            elected: self.named(value, "elected"),
            by_lot: is(value, "by_lot"),
        }
    }

    fn nominee(&mut self, value: &Value) -> Option<Nominee> {
        Some(Nominee {
            person: self.named(value, "name")?,
            proposer: self.named(value, "proposer"),
            seconder: self.named(value, "seconder"),
            votes: number(value, "votes").and_then(|votes| u32::try_from(votes).ok()),
        })
    }

    /// How many voted each way, or who.
    fn vote(&mut self, value: &Value) -> Vote {
        let sides = ["for", "against", "abstain"];
        if sides.iter().any(|side| value.get(side).is_some_and(Value::is_array)) {
            let [for_, against, abstained] = sides.map(|side| self.all_named(value, side));
            return Vote::Recorded { for_, against, abstained };
        }
        let count = |side| number(value, side).and_then(|count| u32::try_from(count).ok()).unwrap_or(0);
        let [for_, against, abstained] = sides.map(count);
        Vote::Hands { for_, against, abstained }
    }

    fn cast(&mut self, value: &Value) -> Option<OwnVote> {
        let side = words(value, "side");
        let side = Side::ALL.into_iter().find(|known| known.word() == side)?;
        Some(OwnVote { person: self.named(value, "name")?, side })
    }

    fn named(&mut self, value: &Value, name: &str) -> Option<PersonId> {
        Some(words(value, name)).filter(|name| !name.is_empty()).map(|name| self.person(name))
    }

    fn all_named(&mut self, value: &Value, name: &str) -> Vec<PersonId> {
        strings(value, name).into_iter().map(|name| self.person(name)).collect()
    }

    fn person(&mut self, name: String) -> PersonId {
        let named = Named { name, ..Named::default() };
        self.roll.person(&mut self.meeting, &mut self.ids, &named, Membership::Member)
    }
}

/// An amendment changes a motion, and no other block; one that does not is a motion of its own.
fn amends_a_motion(block: &mut Block, motions: &[BlockId]) {
    let id = block.id;
    if let Kind::Motion(motion) = &mut block.kind
        && motion.amendment().is_some_and(|one| one.motion == id || !motions.contains(&one.motion))
    {
        motion.subject = Subject::Business;
    }
}

/// From which items the public is excluded, now that all are read. The items of the file and of the meeting are in one
/// order; those without a title are in neither.
pub(super) fn exclusions(value: &Value, meeting: &mut Meeting) {
    let titled = list(value, "items").take(MOST_ITEMS).filter(|item| !words(item, "title").is_empty());
    for (at, item) in titled.enumerate() {
        for (place, block) in list(item, "minuted").take(MOST_BLOCKS).enumerate() {
            let Some(motion) = block.get("motion") else { continue };
            let exempt: Vec<Exempt> =
                list(motion, "excludes").filter_map(|one| exempt(one, meeting)).collect();
            let block = meeting.items.get_mut(at).and_then(|item| item.minutes.get_mut(place));
            if let Some(Kind::Motion(motion)) = block.map(|block| &mut block.kind)
                && let Subject::Exclusion(known) = &mut motion.subject
            {
                *known = exempt;
            }
        }
    }
}

fn exempt(value: &Value, meeting: &Meeting) -> Option<Exempt> {
    let name = words(value, "item");
    let item = meeting.items.iter().find(|item| is_called(item, &name))?.id;
    let paragraphs = value.get("paragraphs").and_then(Value::as_array).into_iter().flatten();
    let paragraphs =
        paragraphs.filter_map(Value::as_u64).filter_map(|paragraph| u8::try_from(paragraph).ok());
    Some(Exempt { item, paragraphs: paragraphs.collect() })
}

/// The words of a block as they were written, with nothing in them that is no part of a paragraph.
fn whole(text: &str) -> String {
    harmless(text).replace(['\n', '\t', '\u{C}'], " ")
}

fn number(value: &Value, name: &str) -> Option<u64> {
    value.get(name).and_then(Value::as_u64)
}

fn is(value: &Value, name: &str) -> bool {
    value.get(name).and_then(Value::as_bool).unwrap_or(false)
}
