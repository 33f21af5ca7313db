//! Checks: what deserves a second look before the minutes go out. A finding is never an error and never
//! stands in the way; the clerk settles it or leaves it.
//!
//! Each file here holds the rules of one word of the field. Which of them apply to a body, and which law is its
//! own, is said by its [`Profile`].

mod course;
mod decisions;
mod declarations;
mod exclusion;
mod items;
mod names;
mod numbers;
mod people;
mod presiding;
mod publicity;
mod quorum;
mod rules;
mod votes;

pub(crate) use rules::rule;
pub use rules::{RULES, Rule};

use super::edit::Edit;
use super::id::{BlockId, ItemId, LeftOverId, PersonId, ThoughtId};
use super::meeting::Meeting;
use super::minutes::{Block, Kind};
use super::motions::Decision;
use super::profile::Profile;

/// Something a check noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The name of the rule, by which a finding can be found again.
    pub rule: &'static str,
    /// What was noticed, in one sentence.
    pub said: String,
    /// Where.
    pub place: Place,
    /// What puts it right, where that is beyond doubt.
    pub mending: Option<Mending>,
}

/// What puts a finding right, as one undo step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mending {
    /// What was done, for undo to say.
    pub label: String,
    /// The edits.
    pub edits: Vec<Edit>,
}

impl Finding {
    /// A finding that only the clerk can put right.
    #[must_use]
    pub fn new(rule: &'static str, said: impl Into<String>, place: Place) -> Self {
        Self { rule, said: said.into(), place, mending: None }
    }

    /// The same with what puts it right.
    #[must_use]
    pub fn mended(self, label: &str, edits: Vec<Edit>) -> Self {
        Self { mending: Some(Mending { label: label.to_owned(), edits }), ..self }
    }
}

/// Where a finding points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The meeting as a whole.
    Meeting,
    /// The roll.
    People,
    /// Somebody.
    Person(PersonId),
    /// An item.
    Item(ItemId),
    /// A block of an item.
    Block(ItemId, BlockId),
    /// A parked thought, and the item that was on the desk.
    Thought(ThoughtId, Option<ItemId>),
    /// A line of the agenda that was not understood.
    LeftOver(LeftOverId),
}

impl Place {
    /// How the place is called in a list: an item by its label, anything else in a word.
    #[must_use]
    pub fn name(self, meeting: &Meeting) -> String {
        match self {
            Place::Meeting => "meeting".to_owned(),
            Place::LeftOver(_) => "agenda".to_owned(),
            Place::Thought(_, None) => "parked".to_owned(),
            Place::People | Place::Person(_) => "roll".to_owned(),
            Place::Item(item) | Place::Block(item, _) | Place::Thought(_, Some(item)) => {
                meeting.item(item).map(|item| item.heading.label.clone()).unwrap_or_default()
            }
        }
    }
}

fn finding(rule: &'static str, said: impl Into<String>, place: Place) -> Finding {
    Finding::new(rule, said, place)
}

/// Whether a block decides something, by itself and not as a part of what stands above it.
fn decides(block: &Block) -> bool {
    match &block.kind {
        Kind::Resolution | Kind::Recommendation => block.level == 0 && !block.text.trim().is_empty(),
        Kind::Motion(motion) => matches!(motion.decision, Decision::Carried | Decision::Lost),
        _ => false,
    }
}

/// Everything noticed about a meeting of such a body, in the order of the record.
#[must_use]
pub fn check(meeting: &Meeting, profile: &Profile) -> Vec<Finding> {
    let mut found = Vec::new();
    course::check(meeting, profile, &mut found);
    people::check(meeting, profile, &mut found);
    presiding::check(meeting, profile, &mut found);
    quorum::check(meeting, profile, &mut found);
    votes::check(meeting, profile, &mut found);
    exclusion::check(meeting, profile, &mut found);
    names::check(meeting, &mut found);
    declarations::check(meeting, profile, &mut found);
    items::check(meeting, &mut found);
    decisions::check(meeting, profile, &mut found);
    publicity::check(meeting, &mut found);
    numbers::check(meeting, &mut found);
    for thought in &meeting.parked {
        let place = Place::Thought(thought.id, thought.item);
        found.push(finding("thought-still-parked", format!("Still parked: {}", thought.text), place));
    }
    for line in &meeting.left_over {
        let said = format!("Line {} of the agenda was not understood: {}", line.line, line.text);
        found.push(finding("agenda-line-left-over", said, Place::LeftOver(line.id)));
    }
    found.retain(|finding| profile.wants(finding.rule));
    found
}
