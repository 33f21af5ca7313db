//! Declarations of interest in the minutes: all of them under the item that calls for them, and by style once more at
//! the items that they concern. Knows which are told where, and no other words of the minutes.

use super::sentences;
use crate::domain::agenda::Item;
use crate::domain::id::ItemId;
use crate::domain::meeting::Meeting;
use crate::domain::style::Style;

/// The item under which all declarations are told. Where the agenda has none they have a section of their own.
pub(super) fn item(meeting: &Meeting) -> Option<ItemId> {
    meeting.items.iter().find(|item| item.is_for_declarations()).map(|item| item.id)
}

/// Every declaration, each as a sentence.
pub(super) fn all(meeting: &Meeting, style: &Style) -> Vec<String> {
    meeting.declarations.iter().map(|declared| sentences::declaration(meeting, declared, style)).collect()
}

/// The declarations told at an item: all of them where they are called for, or by style those that concern it.
pub(super) fn at_item(meeting: &Meeting, here: &Item, style: &Style) -> Vec<String> {
    if here.is_for_declarations() && item(meeting) == Some(here.id) {
        return all(meeting, style);
    }
    let about = meeting.declarations.iter().filter(|declared| declared.items.contains(&here.id));
    let about = about.filter(|_| style.declarations_at_items);
    about.map(|declared| sentences::declaration_at_item(meeting, declared)).collect()
}
