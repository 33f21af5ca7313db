//! The course of a meeting: how far it and its record have come, and when it was opened, adjourned, resumed and closed.
//! Knows nothing of business, and of blocks only that something happened after one.

use super::id::BlockId;
use super::is_default;
use super::review::{Seal, Step};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// Where the meeting and its record stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// The agenda is loaded; the meeting has not begun.
    #[default]
    Prepared,
    /// The meeting is in session.
    Open,
    /// The meeting has been adjourned and is to resume.
    Adjourned,
    /// The meeting is over; the clerk works on the draft.
    Closed,
    /// The draft is with the chair.
    WithChair,
    /// The chair has agreed the draft.
    Agreed,
    /// The minutes have been approved at a later meeting and signed. The record refuses any change.
    Sealed,
}

impl Status {
    /// The word shown for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Status::Prepared => "prepared",
            Status::Open => "open",
            Status::Adjourned => "adjourned",
            Status::Closed => "closed",
            Status::WithChair => "with the chair",
            Status::Agreed => "agreed",
            Status::Sealed => "sealed",
        }
    }
}

/// How the meeting went.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Course {
    /// Where it stands now.
    pub status: Status,
    /// Opening, adjournments, resumptions and close, in order, in local time to the minute.
    #[serde(skip_serializing_if = "is_default")]
    pub moments: Vec<Moment>,
    /// When the recording of the meeting began, in local time. Never printed.
    #[serde(skip_serializing_if = "is_default")]
    pub recording: Option<NaiveDateTime>,
    /// The steps of the record towards sign-off, in order.
    #[serde(skip_serializing_if = "is_default")]
    pub steps: Vec<Step>,
    /// The seal, once the minutes were approved and signed.
    #[serde(skip_serializing_if = "is_default")]
    pub seal: Option<Seal>,
}

/// One turn of the meeting's course, with its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// What happened.
    pub turn: Turn,
    /// When, in local time.
    pub at: NaiveDateTime,
    /// The block after which it happened, where that is known and its time does not tell it: published minutes say
    /// after which paragraph a meeting was adjourned, and not when that was written. Without it, or where the block is gone,
    /// what was begun before and after that time tells the place.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after: Option<BlockId>,
}

impl Moment {
    /// A turn at its time, whose place is told by that.
    #[must_use]
    pub fn new(turn: Turn, at: NaiveDateTime) -> Self {
        Moment { turn, at, after: None }
    }
}

/// What can happen to a meeting as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Turn {
    /// It was opened.
    Opened,
    /// It was adjourned.
    Adjourned,
    /// It resumed.
    Resumed,
    /// It was closed.
    Closed,
}

impl Turn {
    /// Every turn, in the order in which a meeting takes them.
    pub const ALL: [Turn; 4] = [Turn::Opened, Turn::Adjourned, Turn::Resumed, Turn::Closed];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Turn::Opened => "opened",
            Turn::Adjourned => "adjourned",
            Turn::Resumed => "resumed",
            Turn::Closed => "closed",
        }
    }
}

impl Course {
    /// The time of the first opening.
    #[must_use]
    pub fn opened(&self) -> Option<NaiveDateTime> {
        self.moments.iter().find(|moment| moment.turn == Turn::Opened).map(|moment| moment.at)
    }

    /// The time of the last close, while nothing followed it.
    #[must_use]
    pub fn closed(&self) -> Option<NaiveDateTime> {
        self.moments.last().filter(|moment| moment.turn == Turn::Closed).map(|moment| moment.at)
    }
}
