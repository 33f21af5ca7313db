//! The items of business and what is minuted under them.

use super::{Finding, Place, finding};
use crate::domain::agenda::{Item, Outcome};
use crate::domain::id::ItemId;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::minutes::Kind;

pub(super) fn check(meeting: &Meeting, found: &mut Vec<Finding>) {
    for item in &meeting.items {
        if meeting.course.status >= Status::Closed && !meeting.is_recorded(item) {
            let said = format!("Nothing is minuted under {} and no outcome is given.", item.name());
            found.push(finding("item-without-outcome", said, Place::Item(item.id)));
        }
        if meeting.course.status >= Status::Closed {
            standing_items(meeting, item, found);
        }
        admission(item, found);
        blocks(meeting, item.id, found);
    }
}

/// Why an item was taken that the published agenda does not have: of an urgent one the minutes must say it.
fn admission(item: &Item, found: &mut Vec<Finding>) {
    let Some(admitted) = item.heading.admitted.as_ref().filter(|admitted| admitted.why.trim().is_empty())
    else {
        return;
    };
    let name = item.name();
    let (rule, said) = if admitted.urgent {
        let law = "LGA 1972 s100B(4)(b) has them specified in the minutes";
        ("urgent-without-reason", format!("The special circumstances of {name} are not recorded; {law}."))
    } else {
        ("late-without-reason", format!("It is not recorded why {name} was added late."))
    };
    found.push(finding(rule, said, Place::Item(item.id)));
}

fn blocks(meeting: &Meeting, item: ItemId, found: &mut Vec<Finding>) {
    let Some(item) = meeting.item(item) else { return };
    for block in &item.minutes {
        let place = Place::Block(item.id, block.id);
        if block.kind == Kind::Action && block.action().owners.is_empty() {
            let said = format!("Nobody is named for this action under {}: {}", item.name(), block.text);
            found.push(finding("action-without-owner", said, place));
        }
        if block.kind == Kind::Action && !block.action().owners.is_empty() && !has_date(&block.text) {
            let said = format!("The action under {} has no date: {}", item.name(), block.text);
            found.push(finding("action-without-date", said, place));
        }
        if block.kind == Kind::Resolution && block.level == 0 && block.text.trim().is_empty() {
            let said = format!("A resolution under {} has no words.", item.name());
            found.push(finding("empty-resolution", said, place));
        }
    }
}

/// An action says by when, or until which meeting.
fn has_date(text: &str) -> bool {
    let small = text.to_lowercase();
    let words =
        [" by ", " before ", " until ", " next meeting", " at the meeting", " immediately", " forthwith"];
    words.iter().any(|word| small.contains(word))
}

/// The previous minutes are approved, corrected or put off; the declarations are recorded, or it is said that
/// there were none.
fn standing_items(meeting: &Meeting, item: &Item, found: &mut Vec<Finding>) {
    let title = item.heading.title.to_lowercase();
    let of_last = ["minutes of", "notes of", "previous minutes", "minutes of the last", "record of the last"];
    let place = Place::Item(item.id);
    let decided = item.minutes.iter().any(|block| {
        matches!(block.kind, Kind::Resolution | Kind::Motion(_))
            || ["agreed", "approved", "confirmed", "signed", "deferred"]
                .iter()
                .any(|word| block.text.contains(word))
    });
    if of_last.iter().any(|words| title.contains(words)) && !decided && item.heading.outcome == Outcome::Taken
    {
        let said =
            format!("{} says neither that they were approved nor that they were put off.", item.name());
        found.push(finding("previous-minutes", said, place));
    }
    let nothing =
        meeting.declarations.is_empty() && item.minutes.iter().all(|block| block.text.trim().is_empty());
    if item.is_for_declarations() && nothing {
        let said = "It is not said whether any interest was declared; Alt-W writes that there was none.";
        found.push(finding("declarations-not-said", said, place));
    }
}
