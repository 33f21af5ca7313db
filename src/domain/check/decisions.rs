//! Decisions: what must be told beside them, and whether the body has the power. What is looked for are words that
//! clerks use for it; whether the reasons are good is not known here.

use super::{Finding, Place, decides, finding};
use crate::domain::agenda::{Item, Outcome};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::minutes::{Block, Kind};
use crate::domain::profile::{Powers, Profile};

/// Words in the titles of items at which no report is asked for.
const STANDING: [&str; 16] = [
    "apolog",
    "declar",
    "minutes of",
    "notes of",
    "previous minutes",
    "next meeting",
    "exclusion",
    "exclude",
    "urgent",
    "chair",
    "election",
    "appointment of",
    "question",
    "announce",
    "welcome",
    "introduction",
];

/// Words by which an item tells on what it was decided.
const REPORTS: [&str; 8] =
    ["report", "paper", "update", "presentation", "verbal", "oral", "appendix", "briefing"];

pub(super) fn check(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
    for item in meeting.items.iter().filter(|item| item.has_minutes()) {
        if profile.powers == Powers::Recommends {
            powers(item, found);
        }
        if meeting.course.status >= Status::Closed {
            closed(meeting, profile, item, found);
        }
    }
}

fn closed(meeting: &Meeting, profile: &Profile, item: &Item, found: &mut Vec<Finding>) {
    let is_decided = item.minutes.iter().any(decides);
    if profile.exclusion.is_resolved() && meeting.is_restricted(item) && !is_decided && !is_settled(item) {
        let said = format!(
            "No decision and no outcome is recorded under {}; what is decided in private is recorded, too.",
            meeting.public_name(item.id)
        );
        found.push(finding("private-without-decision", said, Place::Item(item.id)));
    }
    if !is_decided || is_standing(item) {
        return;
    }
    if profile.decision_statement {
        statement(item, found);
    }
    if item.heading.report.is_empty() && item.heading.recommendations.is_empty() && !tells(item, &REPORTS) {
        let said = format!("Nothing says on what report or update {} was decided.", item.name());
        found.push(finding("no-report", said, Place::Item(item.id)));
    }
}

/// What the statement of an executive decision must have beside the decision: the reasons, and the other options
/// that were considered and rejected. Interests and dispensations stand among the declarations.
fn statement(item: &Item, found: &mut Vec<Finding>) {
    let reasons = (!tells(item, &["reason"])).then_some("the reasons");
    let options = (!tells(item, &["option", "alternative"])).then_some("other options considered");
    let missing: Vec<&str> = reasons.into_iter().chain(options).collect();
    if !missing.is_empty() {
        let said = format!("The decision under {} does not tell {}.", item.name(), missing.join(" and "));
        found.push(finding("decision-statement", said, Place::Item(item.id)));
    }
}

/// A body that can only recommend resolves about its own business: what it notes, its minutes, who is let in.
fn powers(item: &Item, found: &mut Vec<Finding>) {
    const OWN: [&str; 7] = ["note", "minutes", "receive", "welcome", "exclu", "recommend", "adjourn"];
    let resolved =
        |block: &&Block| block.kind == Kind::Resolution && block.level == 0 && !block.text.is_empty();
    for block in item.minutes.iter().filter(resolved) {
        let text = block.text.to_lowercase();
        if !OWN.iter().any(|word| text.contains(word)) {
            let said =
                format!("This body recommends and does not decide, and {} is down as resolved.", item.name());
            found.push(finding("resolved-without-power", said, Place::Block(item.id, block.id)));
        }
    }
}

/// Whether it is said in other words what became of an item.
fn is_settled(item: &Item) -> bool {
    item.heading.outcome != Outcome::Taken || tells(item, &["noted", "agreed", "deferred", "withdrawn"])
}

fn is_standing(item: &Item) -> bool {
    let title = item.heading.title.to_lowercase();
    STANDING.iter().any(|word| title.contains(word))
}

/// Whether one of the words stands in the title of an item, on the agenda below it, or in its minutes.
fn tells(item: &Item, words: &[&str]) -> bool {
    let heading = std::iter::once(&item.heading.title).chain(&item.heading.text);
    let minutes = item.minutes.iter().filter(|block| !block.is_private()).map(|block| &block.text);
    let has = |text: &String| {
        let text = text.to_lowercase();
        words.iter().any(|word| text.contains(word))
    };
    heading.chain(minutes).any(has)
}
