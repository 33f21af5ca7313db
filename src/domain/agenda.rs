//! The agenda: parts, items, breaks, and what could not be read. Knows nothing of how minutes are written.
//!
//! Four things are easily confused and kept apart: an item's *label* as printed on the agenda (`B2`, `126`,
//! `4.`), its *minute number* (derived, see [`super::meeting::Meeting::minute_numbers`]), its *place* on the
//! agenda (its position in the list), and the *order* in which it was taken.

use super::arising::OpenAction;
use super::id::{BlockId, BreakId, ItemId, LeftOverId, PartId};
use super::is_default;
use super::minutes::Block;
use super::recommendation::Recommendation;
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// A section of the agenda, such as `A. Committee Business`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its identity.
    pub id: PartId,
    /// The letter or number printed before the title, without its stop: `A`. Empty where none is printed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: String,
    /// The title: `Committee Business`.
    #[serde(default)]
    pub title: String,
    /// Whether its items are restricted (exempt, confidential, taken without the public).
    #[serde(default, skip_serializing_if = "is_default")]
    pub restricted: bool,
    /// What the agenda says about the part: `Meeting not open to the press and public`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub statement: String,
}

/// One item of business, with what was minuted under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its identity.
    pub id: ItemId,
    /// What the agenda says about it and what became of it.
    pub heading: Heading,
    /// What was minuted, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub minutes: Vec<Block>,
}

/// All about an item except its minutes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Heading {
    /// The label as printed on the agenda, without a closing stop or brackets where those are only
    /// punctuation. Empty where none is printed.
    #[serde(skip_serializing_if = "is_default")]
    pub label: String,
    /// The title.
    pub title: String,
    /// The part it stands in.
    #[serde(skip_serializing_if = "is_default")]
    pub part: Option<PartId>,
    /// The report line, without its brackets: `Report by Linden Fenwick, Harbour Engineer`.
    #[serde(skip_serializing_if = "is_default")]
    pub report: String,
    /// The pages of the pack, as printed: `7 - 10`.
    #[serde(skip_serializing_if = "is_default")]
    pub pages: String,
    /// What the agenda prints below the title, a line each.
    #[serde(skip_serializing_if = "is_default")]
    pub text: Vec<String>,
    /// What the reports on it ask the meeting to decide.
    #[serde(skip_serializing_if = "is_default")]
    pub recommendations: Vec<Recommendation>,
    /// What earlier meetings left open, where it is the item for matters arising. Nothing of it is printed.
    #[serde(skip_serializing_if = "is_default")]
    pub arising: Vec<OpenAction>,
    /// The time at which the agenda plans it.
    #[serde(skip_serializing_if = "is_default")]
    pub planned: Option<NaiveTime>,
    /// Restricted or public against what its part says. None follows the part.
    #[serde(skip_serializing_if = "is_default")]
    pub restricted: Option<bool>,
    /// What became of it, where that is not told by its minutes.
    #[serde(skip_serializing_if = "is_default")]
    pub outcome: Outcome,
    /// How it came onto the agenda after that was published. None for an item that the agenda has.
    #[serde(skip_serializing_if = "is_default")]
    pub admitted: Option<Admission>,
    /// The order in which it was taken, counted from 1. None while it has not been reached.
    #[serde(skip_serializing_if = "is_default")]
    pub taken: Option<u32>,
    /// The minute number as fixed at sign-off. None lets it be derived.
    #[serde(skip_serializing_if = "is_default")]
    pub number: Option<u32>,
}

/// How an item came onto the agenda after that was published.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Admission {
    /// Whether it was taken as a matter of urgency: LGA 1972 s100B(4)(b) allows that where the chair is of the opinion
    /// that special circumstances require it, and has them specified in the minutes. Otherwise it was merely late.
    #[serde(skip_serializing_if = "is_default")]
    pub urgent: bool,
    /// Why it could not wait or came late, in the clerk's words.
    pub why: String,
}

impl Admission {
    /// The sentence that the minutes say of it; `chair` is what the person presiding is called.
    #[must_use]
    pub fn sentence(&self, chair: &str) -> String {
        let why = self.why.trim().trim_end_matches('.');
        let opinion = format!(
            "the {chair} was of the opinion that this item should be considered at the meeting as a matter of urgency."
        );
        match (self.urgent, why.is_empty()) {
            (true, true) => format!("T{}", opinion.trim_start_matches('t')),
            (true, false) => format!("By reason of special circumstances ({why}), {opinion}"),
            (false, true) => "This item was added to the agenda after it was published.".to_owned(),
            (false, false) => format!("This item was added to the agenda after it was published ({why})."),
        }
    }
}

/// What became of an item, beside its minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// Nothing special: the minutes tell.
    #[default]
    Taken,
    /// It was reached and there was nothing to minute.
    NothingToMinute,
    /// It was noted without discussion.
    Noted,
    /// It was put off to a later meeting.
    Deferred,
    /// It was withdrawn.
    Withdrawn,
}

impl Outcome {
    /// Every outcome, in the order in which they are offered.
    pub const ALL: [Outcome; 5] =
        [Outcome::Taken, Outcome::NothingToMinute, Outcome::Noted, Outcome::Deferred, Outcome::Withdrawn];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Taken => "taken",
            Outcome::NothingToMinute => "nothing to minute",
            Outcome::Noted => "noted",
            Outcome::Deferred => "deferred",
            Outcome::Withdrawn => "withdrawn",
        }
    }

    /// The sentence printed for it under the item; none for the ordinary case.
    #[must_use]
    pub fn sentence(self) -> Option<&'static str> {
        match self {
            Outcome::Taken => None,
            Outcome::NothingToMinute => Some("There was nothing to minute under this item."),
            Outcome::Noted => Some("This item was noted without discussion."),
            Outcome::Deferred => Some("This item was deferred to a later meeting."),
            Outcome::Withdrawn => Some("This item was withdrawn."),
        }
    }
}

/// How far an item has come. Derived from what is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Progress {
    /// Nothing has been recorded.
    NotReached,
    /// Something has been minuted, or it needs no minute.
    Minuted,
    /// It was put off.
    Deferred,
    /// It was withdrawn.
    Withdrawn,
}

impl Item {
    /// The block with this id.
    #[must_use]
    pub fn block(&self, id: BlockId) -> Option<&Block> {
        self.minutes.iter().find(|block| block.id == id)
    }

    /// The position of a block, counted from 0.
    #[must_use]
    pub fn position(&self, id: BlockId) -> Option<usize> {
        self.minutes.iter().position(|block| block.id == id)
    }

    /// Whether anything that can be printed was minuted: a block with words that is not a private note.
    #[must_use]
    pub fn has_minutes(&self) -> bool {
        self.heading.outcome != Outcome::Taken
            || self.minutes.iter().any(|block| !block.is_private() && !block.text.trim().is_empty())
    }

    /// Whether it is the item at which interests are declared, going by its title.
    #[must_use]
    pub fn is_for_declarations(&self) -> bool {
        let title = self.heading.title.to_lowercase();
        let interests = title.contains("interest") || title.contains("loyalty");
        interests && ["declar", "disclos", "conflict", "register of"].iter().any(|word| title.contains(word))
    }

    /// Whether it is an item at which a budget is set, going by its title.
    #[must_use]
    pub fn is_for_budget(&self) -> bool {
        let title = self.heading.title.to_lowercase();
        ["budget", "council tax", "precept"].iter().any(|word| title.contains(word))
    }

    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        match self.heading.outcome {
            Outcome::Deferred => Progress::Deferred,
            Outcome::Withdrawn => Progress::Withdrawn,
            _ if self.has_minutes() => Progress::Minuted,
            _ => Progress::NotReached,
        }
    }

    /// Label and title as one line: `B2 Household waste`.
    #[must_use]
    pub fn name(&self) -> String {
        let Heading { label, title, .. } = &self.heading;
        if label.is_empty() { title.clone() } else { format!("{label} {title}") }
    }
}

/// A break that the agenda plans. It is not an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Break {
    /// Its identity.
    pub id: BreakId,
    /// The item after which it is planned; none for the very start.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after: Option<ItemId>,
    /// What it is called: `Comfort break`.
    pub title: String,
    /// How long it is to last, in minutes, where that is said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub minutes: Option<u32>,
}

/// A line of the imported paper that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOver {
    /// Its identity.
    pub id: LeftOverId,
    /// The line of the paper, counted from 1.
    pub line: u32,
    /// Its words.
    pub text: String,
}
