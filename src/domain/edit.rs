//! Edits: the only way a record changes.
//!
//! An edit says what was and what shall be. Read backwards it is the edit that takes it back, so undo needs
//! no memory of its own; and applied to a record that is not as the edit says, it is refused, so a replayed
//! journal cannot go astray in silence. A refused edit changes nothing. How edits are applied is in `apply`.
//! Edits know nothing of undo steps, of time, or of who made them.
//!
//! Five shapes serve every verb: [`Edit::Insert`], [`Edit::Remove`], [`Edit::Move`], [`Edit::Replace`] and
//! [`Edit::Splice`].

use super::agenda::{Break, Heading, Item, LeftOver, Part};
use super::id::{BlockId, ItemId, PartId, PersonId};
use super::is_default;
use super::meeting::{Course, Head};
use super::minutes::{Block, DEEPEST_LEVEL, Thought};
use super::paper::PaperLine;
use super::people::{Apology, Declaration, Movement, Person};
use super::review::{Correction, Remark, Settled};
use serde::{Deserialize, Serialize};

/// One change of the record. Places are given by the id of the thing before (`after`), none being the start
/// of the list.
///
/// Most edits are typing, and a history holds many; so what they name is boxed, and an edit takes no more room than
/// a splice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// Puts a thing into its list.
    Insert {
        /// The id of the thing it follows.
        #[serde(default, skip_serializing_if = "is_default")]
        after: Option<u32>,
        /// What is put there.
        thing: Box<Thing>,
    },
    /// Takes a thing out of its list.
    Remove {
        /// The id of the thing it follows.
        #[serde(default, skip_serializing_if = "is_default")]
        after: Option<u32>,
        /// What is taken out, exactly as it is.
        thing: Box<Thing>,
    },
    /// Moves a thing within its list.
    Move {
        /// What is moved.
        what: Moved,
        /// The id of the thing it follows now.
        #[serde(default, skip_serializing_if = "is_default")]
        from: Option<u32>,
        /// The id of the thing it shall follow.
        #[serde(default, skip_serializing_if = "is_default")]
        to: Option<u32>,
    },
    /// Puts one state of a thing in place of another. Both have the same id.
    Replace {
        /// The thing exactly as it is.
        old: Box<Thing>,
        /// The thing as it shall be.
        new: Box<Thing>,
    },
    /// Changes the words of a block.
    Splice {
        /// The item.
        item: ItemId,
        /// The block.
        block: BlockId,
        /// Where, in bytes from the start of the text.
        at: usize,
        /// The words that stand there now and go.
        #[serde(default, skip_serializing_if = "is_default")]
        out: String,
        /// The words that come.
        #[serde(default, skip_serializing_if = "is_default")]
        put: String,
    },
}

/// Anything in the record that an edit can name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Thing {
    /// The head. It can only be replaced.
    Head(Head),
    /// How the meeting went. It can only be replaced.
    Course(Course),
    /// The heading of an item. It can only be replaced.
    Heading(ItemId, Heading),
    /// A part.
    Part(Part),
    /// An item with its minutes. It can only be put in and taken out.
    Item(Item),
    /// A block under an item.
    Block(ItemId, Block),
    /// A planned break.
    Break(Break),
    /// A person.
    Person(Person),
    /// A line of the attendance log.
    Movement(Movement),
    /// An apology.
    Apology(Apology),
    /// A declaration.
    Declaration(Declaration),
    /// A parked thought.
    Thought(Thought),
    /// A line that was not understood.
    LeftOver(LeftOver),
    /// A line of the paper.
    Line(PaperLine),
    /// A remark on the draft.
    Remark(Remark),
    /// A finding that was settled.
    Settled(Settled),
    /// A correction of a sealed record. It is the one thing that can be put into such a record, and taken out.
    Correction(Correction),
}

/// What can be moved within its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moved {
    /// An item, on the agenda.
    Item(ItemId),
    /// A block, under its item.
    Block(ItemId, BlockId),
    /// A person, on the roll.
    Person(PersonId),
    /// A part of the agenda.
    Part(PartId),
}

/// Why an edit was refused. The record is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The record is sealed.
    #[error(
        "the record is sealed and cannot be changed; what a later meeting corrects is noted with add-correction"
    )]
    Sealed,
    /// The edit speaks of something that is not there, or not as it says.
    #[error("the record is not as the edit says ({0})")]
    NotAsSaid(&'static str),
    /// An id would stand twice.
    #[error("the number {0} is already given to something else")]
    Duplicate(u32),
    /// Something else in the record still speaks of the thing.
    #[error("something else in the record still speaks of it")]
    InUse,
    /// The edit speaks of somebody or something that the record does not hold.
    #[error("the edit speaks of {0}, which the record does not hold")]
    Unknown(&'static str),
    /// A position is not between two characters.
    #[error("position {0} is not between two characters of the text")]
    BadPosition(usize),
    /// Text with control characters.
    #[error("text in the record holds no control characters")]
    ControlCharacter,
    /// A level deeper than the deepest.
    #[error("no block stands deeper than level {DEEPEST_LEVEL}")]
    TooDeep,
    /// The thing cannot be put in, taken out or replaced as such.
    #[error("this cannot be done to such a thing")]
    Unfit,
}

impl Edit {
    /// Puts a thing into its list, after the thing with this id; with none, to its start.
    #[must_use]
    pub fn insert(after: Option<u32>, thing: Thing) -> Edit {
        Edit::Insert { after, thing: Box::new(thing) }
    }

    /// Takes a thing, exactly as it is, out of its list, where it follows the thing with this id.
    #[must_use]
    pub fn remove(after: Option<u32>, thing: Thing) -> Edit {
        Edit::Remove { after, thing: Box::new(thing) }
    }

    /// Puts one state of a thing in place of another.
    #[must_use]
    pub fn replace(old: Thing, new: Thing) -> Edit {
        Edit::Replace { old: Box::new(old), new: Box::new(new) }
    }

    /// What the edit takes out of the record, as it is before; none for what only puts in, moves or splices.
    #[must_use]
    pub fn goes(&self) -> Option<&Thing> {
        match self {
            Edit::Remove { thing, .. } | Edit::Replace { old: thing, .. } => Some(thing),
            Edit::Insert { .. } | Edit::Move { .. } | Edit::Splice { .. } => None,
        }
    }

    /// What the edit brings into the record, as it is afterwards; none for what only takes out, moves or splices.
    #[must_use]
    pub fn comes(&self) -> Option<&Thing> {
        match self {
            Edit::Insert { thing, .. } | Edit::Replace { new: thing, .. } => Some(thing),
            Edit::Remove { .. } | Edit::Move { .. } | Edit::Splice { .. } => None,
        }
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Edit {
        match self.clone() {
            Edit::Insert { after, thing } => Edit::Remove { after, thing },
            Edit::Remove { after, thing } => Edit::Insert { after, thing },
            Edit::Move { what, from, to } => Edit::Move { what, from: to, to: from },
            Edit::Replace { old, new } => Edit::Replace { old: new, new: old },
            Edit::Splice { item, block, at, out, put } => {
                Edit::Splice { item, block, at, out: put, put: out }
            }
        }
    }

    /// Takes in the edit that follows it, if the two are one stretch of typing or deleting in one block.
    /// Returns whether it did.
    pub fn absorb(&mut self, next: &Edit) -> bool {
        let (
            Edit::Splice { item, block, at, out, put },
            Edit::Splice { item: next_item, block: next_block, at: next_at, out: next_out, put: next_put },
        ) = (self, next)
        else {
            return false;
        };
        if (*item, *block) != (*next_item, *next_block) {
            return false;
        }
        if *next_at == *at + put.len() && next_out.is_empty() {
            put.push_str(next_put);
            return true;
        }
        let goes_back = next_at + next_out.len() == *at + put.len() && put.ends_with(next_out.as_str());
        if goes_back && next_put.is_empty() {
            put.truncate(put.len() - next_out.len());
            return true;
        }
        if put.is_empty() && next_put.is_empty() && next_at + next_out.len() == *at {
            out.insert_str(0, next_out);
            *at = *next_at;
            return true;
        }
        false
    }

    /// Whether it concerns nothing but corrections, which stand beside a sealed record.
    #[must_use]
    pub fn is_correction(&self) -> bool {
        let mut named = self.goes().into_iter().chain(self.comes()).peekable();
        named.peek().is_some() && named.all(|thing| matches!(thing, Thing::Correction(_)))
    }

    /// Whether it leaves everything as it is.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        match self {
            Edit::Splice { out, put, .. } => out == put,
            Edit::Replace { old, new } => old == new,
            Edit::Move { from, to, .. } => from == to,
            _ => false,
        }
    }

    /// The largest id that the edit brings in, so that it is not drawn again.
    #[must_use]
    pub fn highest_id(&self) -> Option<u32> {
        let Edit::Insert { thing, .. } = self else { return None };
        thing.highest_id()
    }
}

impl Thing {
    fn highest_id(&self) -> Option<u32> {
        Some(match self {
            Thing::Head(_) | Thing::Course(_) | Thing::Heading(..) => return None,
            Thing::Part(thing) => thing.id.0,
            Thing::Item(item) => {
                item.minutes.iter().map(|block| block.id.0).max().unwrap_or(0).max(item.id.0)
            }
            Thing::Block(_, block) => block.id.0,
            Thing::Break(thing) => thing.id.0,
            Thing::Person(thing) => thing.id.0,
            Thing::Movement(thing) => thing.id.0,
            Thing::Apology(thing) => thing.id.0,
            Thing::Declaration(thing) => thing.id.0,
            Thing::Thought(thing) => thing.id.0,
            Thing::LeftOver(thing) => thing.id.0,
            Thing::Line(thing) => thing.id.0,
            Thing::Remark(thing) => thing.id.0,
            Thing::Settled(thing) => thing.id.0,
            Thing::Correction(thing) => thing.id.0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_takes_no_more_room_than_a_splice() {
        let splice = size_of::<(ItemId, BlockId, usize, String, String)>();
        assert!(size_of::<Edit>() <= splice + size_of::<usize>(), "{}", size_of::<Edit>());
    }
}
