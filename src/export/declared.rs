//! Declarations of interest in the minutes: all of them under the item that calls for them, and by style once more at
//! the items that they concern. Knows which are told where, and no other words of the minutes.

use super::sentences;
use crate::domain::agenda::Item;
use crate::domain::id::ItemId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Kind;
use crate::domain::people::{Conduct, Declaration};
use crate::domain::style::Style;

/// The item under which all declarations are told. Where the agenda has none they have a section of their own.
pub(super) fn item(meeting: &Meeting) -> Option<ItemId> {
    meeting.items.iter().find(|item| item.is_for_declarations()).map(|item| item.id)
}

/// Every declaration, each as a sentence.
pub(super) fn all(meeting: &Meeting, style: &Style) -> Vec<String> {
    meeting.declarations.iter().map(|declared| sentences::declaration(meeting, declared, style)).collect()
}

/// Whether what was minuted under an item tells a declaration in words of its own, as published minutes do, and nothing
/// more is recorded of it than they say. It is not printed twice.
fn is_told(meeting: &Meeting, declared: &Declaration, here: &Item) -> bool {
    let Declaration { kind, nature, .. } = declared;
    let says_nothing = kind.is_empty() && nature.is_empty();
    let says_more =
        declared.during.is_some() || !declared.items.is_empty() || declared.conduct != Conduct::Unrecorded;
    let surname = meeting.person(declared.person).and_then(|person| person.name.rsplit(' ').next());
    let Some(surname) = surname.filter(|_| !says_nothing && !says_more) else { return false };
    here.minutes.iter().filter(|block| block.kind != Kind::Note).any(|block| {
        let told = block.text.split_once(" declared ");
        told.is_some_and(|(who, what)| who.contains(surname) && what.contains(kind) && what.contains(nature))
    })
}

/// The declarations told at an item: all of them where they are called for, or by style those that concern it.
pub(super) fn at_item(meeting: &Meeting, here: &Item, style: &Style) -> Vec<String> {
    if here.is_for_declarations() && item(meeting) == Some(here.id) {
        let untold = meeting.declarations.iter().filter(|declared| !is_told(meeting, declared, here));
        return untold.map(|declared| sentences::declaration(meeting, declared, style)).collect();
    }
    let about = meeting.declarations.iter().filter(|declared| declared.items.contains(&here.id));
    let about = about.filter(|_| style.declarations_at_items);
    about.map(|declared| sentences::declaration_at_item(meeting, declared)).collect()
}
