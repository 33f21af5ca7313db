//! Coming to an item: what the program offers there. Whatever is due first is offered first, and the next when
//! that is done; nothing waits for an answer.

use super::offer::{self, Offer};
use super::{arising, exclusion, interests};
use crate::desk::Desk;
use crate::domain::id::ItemId;
use crate::domain::meeting::Status;

/// Offers what is due where the clerk has come to another item.
pub(super) fn notice(desk: &mut Desk, before: Option<ItemId>) -> bool {
    desk.writing.item != before && follow(desk)
}

/// Offers what is still due at the item on the desk. Returns whether anything is.
pub(super) fn follow(desk: &mut Desk) -> bool {
    let due = due(desk);
    due.map(|due| offer::offer(desk, &due)).is_some()
}

fn due(desk: &Desk) -> Option<Offer> {
    if desk.meeting().course.status != Status::Open || desk.item().is_none() {
        return None;
    }
    exclusion::offered(desk)
        .or_else(|| interests::offered(desk))
        .or_else(|| interests::return_offered(desk))
        .or_else(|| arising::offered(desk))
}
