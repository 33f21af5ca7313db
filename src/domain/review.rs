//! What is said of the record after the meeting: the chair's remarks on what is minuted, findings that the
//! clerk has settled, the steps to sign-off, and corrections of a record that is sealed. Knows nothing of how
//! any of it is shown, and none of it changes a word of the minutes.

use super::id::{BlockId, CorrectionId, ItemId, RemarkId, SettledId};
use super::is_default;
use super::meeting::{Meeting, Status};
use super::minutes::Block;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// What somebody who read the draft says about one thing in it. It outlives what it is about: a block may go
/// while remarks on it stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// Identity.
    pub id: RemarkId,
    /// What it is about.
    pub on: Subject,
    /// Who made it, as they are to be named: `Mrs Ola Cleat`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by: String,
    /// When, in local time.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at: Option<NaiveDateTime>,
    /// What is said.
    pub says: Says,
    /// The words as they stood when it was said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub was: String,
    /// What the clerk made of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub answer: Answer,
}

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// A block of an item.
    Block(ItemId, BlockId),
    /// An item, or the place before its first block.
    Item(ItemId),
    /// Who was there.
    Roll,
    /// The draft as a whole, or a part of it that belongs to no item: its head, its foot.
    Draft,
}

impl Subject {
    /// The item it belongs to.
    #[must_use]
    pub fn item(self) -> Option<ItemId> {
        match self {
            Subject::Block(item, _) | Subject::Item(item) => Some(item),
            Subject::Roll | Subject::Draft => None,
        }
    }
}

/// What a remark says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Says {
    /// It is right as it stands.
    Accepted,
    /// Something is to be looked into.
    Query(String),
    /// The words should be these.
    Reword(String),
    /// It should go.
    Strike,
    /// A paragraph with these words should follow.
    Add(String),
}

impl Says {
    /// The word for it, in a list.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Says::Accepted => "accepted",
            Says::Query(_) => "query",
            Says::Reword(_) => "suggestion",
            Says::Strike => "to go",
            Says::Add(_) => "to add",
        }
    }

    /// The words that were written for it; empty where there are none.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Says::Accepted | Says::Strike => "",
            Says::Query(words) | Says::Reword(words) | Says::Add(words) => words,
        }
    }
}

/// What the clerk made of a remark.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Answer {
    /// Nothing yet.
    #[default]
    Open,
    /// It was taken: the words were changed as suggested, or the query was dealt with.
    Taken {
        /// When, in local time.
        #[serde(default, skip_serializing_if = "is_default")]
        at: Option<NaiveDateTime>,
    },
    /// It was left.
    Left {
        /// When, in local time.
        #[serde(default, skip_serializing_if = "is_default")]
        at: Option<NaiveDateTime>,
        /// Why, in the clerk's words.
        #[serde(default, skip_serializing_if = "is_default")]
        why: String,
    },
}

impl Remark {
    /// Whether it waits for an answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.says != Says::Accepted && self.answer == Answer::Open
    }
}

/// A finding that the clerk looked at and left as it is. It counts for what was said then: when the record
/// changes so that the check says something else, that is a finding again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settled {
    /// Identity.
    pub id: SettledId,
    /// The name of the rule.
    pub rule: String,
    /// What the check said.
    pub said: String,
    /// Why it is well, in the clerk's words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub why: String,
    /// When it was settled, in local time.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at: Option<NaiveDateTime>,
}

/// A step of the record towards sign-off, or back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Where the record stood after it.
    pub to: Status,
    /// Who took it, as they are to be named.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by: String,
    /// When, in local time.
    pub at: NaiveDateTime,
}

/// The seal of a record that was approved and signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// The digest of the record as it was sealed: the name of the rule by which it was taken, a colon, and 64
    /// hexadecimal digits. [`crate::store`] knows the rules; the seal and the corrections are no part of the digest.
    pub digest: String,
    /// The day of the meeting that approved the minutes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub approved: Option<NaiveDate>,
    /// Who signed them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub signed_by: String,
}

/// A correction of a sealed record, made at a later meeting. The words of the record stay as they were signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Identity.
    pub id: CorrectionId,
    /// What is to be read, as it was minuted: `the addition of Mr Groyne's apologies`.
    pub text: String,
    /// The day of the meeting that made it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub made: Option<NaiveDate>,
    /// The minute of that meeting, by its number or label.
    #[serde(default, skip_serializing_if = "is_default")]
    pub minute: String,
    /// Whether it is of restricted business, and not for a public copy.
    #[serde(default, skip_serializing_if = "is_default")]
    pub restricted: bool,
}

impl Meeting {
    /// The remarks on one thing, in the order in which they were made.
    pub fn remarks_on(&self, subject: Subject) -> impl DoubleEndedIterator<Item = &Remark> {
        self.remarks.iter().filter(move |remark| remark.on == subject)
    }

    /// The remarks that wait for an answer.
    pub fn open_remarks(&self) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(|remark| remark.is_open())
    }

    /// Whether a block was accepted as it reads now, and nothing was asked about it since.
    #[must_use]
    pub fn is_accepted(&self, item: ItemId, block: &Block) -> bool {
        let last = self.remarks_on(Subject::Block(item, block.id)).next_back();
        last.is_some_and(|last| last.says == Says::Accepted && last.was == block.text)
    }

    /// When the clerk settled a finding, and why.
    #[must_use]
    pub fn settled(&self, rule: &str, said: &str) -> Option<&Settled> {
        self.settled.iter().find(|settled| settled.rule == rule && settled.said == said)
    }
}
