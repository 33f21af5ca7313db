//! Checks: what deserves a second look before the minutes go out. A finding is never an error and never
//! stands in the way; the clerk settles it or leaves it.
//!
//! The rules here are those that hold for every body. Which law applies to which body is not known here.

use super::id::{BlockId, ItemId, LeftOverId, PersonId, ThoughtId};
use super::meeting::{Meeting, Status, Turn};
use super::minutes::Kind;
use super::people::Standing;

/// Something a check noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The name of the rule, by which a finding can be found again.
    pub rule: &'static str,
    /// What was noticed, in one sentence.
    pub said: String,
    /// Where.
    pub place: Place,
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

fn finding(rule: &'static str, said: impl Into<String>, place: Place) -> Finding {
    Finding { rule, said: said.into(), place }
}

/// Everything noticed about a meeting, in the order of the record.
#[must_use]
pub fn check(meeting: &Meeting) -> Vec<Finding> {
    let mut found = Vec::new();
    course(meeting, &mut found);
    people(meeting, &mut found);
    for item in &meeting.items {
        let mut inside = Vec::new();
        blocks(meeting, item.id, &mut inside);
        if meeting.course.status >= Status::Closed && !meeting.is_recorded(item) {
            let said = format!("Nothing is minuted under {} and no outcome is given.", item.name());
            inside.insert(0, finding("item-without-outcome", said, Place::Item(item.id)));
        }
        found.append(&mut inside);
    }
    for thought in &meeting.parked {
        let place = Place::Thought(thought.id, thought.item);
        found.push(finding("thought-still-parked", format!("Still parked: {}", thought.text), place));
    }
    for line in &meeting.left_over {
        let said = format!("Line {} of the agenda was not understood: {}", line.line, line.text);
        found.push(finding("agenda-line-left-over", said, Place::LeftOver(line.id)));
    }
    found
}

fn course(meeting: &Meeting, found: &mut Vec<Finding>) {
    let moments = &meeting.course.moments;
    if meeting.head.date.is_none() {
        found.push(finding("no-date", "The date of the meeting is not known.", Place::Meeting));
    }
    if meeting.course.status >= Status::Closed && meeting.course.opened().is_none() {
        found.push(finding("no-opening-time", "No time of opening is recorded.", Place::Meeting));
    }
    if moments.windows(2).any(|pair| matches!(pair, [first, second] if first.at > second.at)) {
        let said = "The times of opening, adjournment and close are not in order.";
        found.push(finding("times-out-of-order", said, Place::Meeting));
    }
    let open_day = moments.iter().find(|moment| moment.turn == Turn::Opened).map(|moment| moment.at.date());
    if let (Some(planned), Some(day)) = (meeting.head.date, open_day)
        && planned != day
    {
        let [planned, day] = [planned, day].map(|day| day.format("%-d %B %Y"));
        let said = format!("The meeting was called for {planned} and opened on {day}.");
        found.push(finding("opened-on-another-day", said, Place::Meeting));
    }
}

fn people(meeting: &Meeting, found: &mut Vec<Finding>) {
    let begun = meeting.course.status >= Status::Open;
    let sitting = || meeting.people.iter().filter(|person| person.membership.sits());
    if begun && !sitting().any(|person| meeting.attended(person.id)) {
        found.push(finding("nobody-present", "No member is marked present.", Place::People));
    }
    let chairs = sitting().filter(|person| person.is_chair() && meeting.attended(person.id)).count();
    if begun && chairs == 0 {
        found.push(finding("no-chair", "Nobody present is down as being in the chair.", Place::People));
    }
    for person in sitting() {
        if meeting.attended(person.id) && meeting.apology_of(person.id).is_some() {
            let said = format!("{} is down as present and as having sent apologies.", person.name);
            found.push(finding("present-and-apologies", said, Place::Person(person.id)));
        }
        if meeting.course.status >= Status::Closed && meeting.standing(person.id) == Standing::Unmarked {
            let said = format!("{} is neither present nor down for apologies.", person.name);
            found.push(finding("not-on-the-roll", said, Place::Person(person.id)));
        }
    }
    if let (Status::Open, Some(quorum)) = (meeting.course.status, meeting.head.quorum) {
        let here = meeting.members_in();
        if here < quorum as usize {
            let said = format!("{here} members are in the room; {quorum} make a quorum.");
            found.push(finding("no-quorum", said, Place::People));
        }
    }
}

fn blocks(meeting: &Meeting, item: ItemId, found: &mut Vec<Finding>) {
    let Some(item) = meeting.item(item) else { return };
    for block in &item.minutes {
        let place = Place::Block(item.id, block.id);
        if block.kind == Kind::Action && block.action().owners.is_empty() {
            let said = format!("Nobody is named for this action under {}: {}", item.name(), block.text);
            found.push(finding("action-without-owner", said, place));
        }
        if block.kind == Kind::Resolution && block.level == 0 && block.text.trim().is_empty() {
            let said = format!("A resolution under {} has no words.", item.name());
            found.push(finding("empty-resolution", said, place));
        }
    }
}
