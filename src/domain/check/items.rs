//! The items of business and what is minuted under them.

use super::{Finding, Place, finding};
use crate::domain::id::ItemId;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::minutes::Kind;

pub(super) fn check(meeting: &Meeting, found: &mut Vec<Finding>) {
    for item in &meeting.items {
        if meeting.course.status >= Status::Closed && !meeting.is_recorded(item) {
            let said = format!("Nothing is minuted under {} and no outcome is given.", item.name());
            found.push(finding("item-without-outcome", said, Place::Item(item.id)));
        }
        blocks(meeting, item.id, found);
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
