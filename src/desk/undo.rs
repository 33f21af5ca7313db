//! Undo and redo as the clerk sees them: what is said, and where the cursor goes. The history itself is kept by
//! the session and not known here.

use super::writing::Caret;
use super::{Desk, Effect, sentence};
use crate::domain::edit::{Edit, Moved, Thing};
use crate::domain::id::{BlockId, ItemId};
use crate::session::{Entry, EntryError};

impl Desk {
    /// Takes the last change back, or makes the one last taken back again, and goes to where it was.
    pub fn time_travel(&mut self, entry: &Entry) {
        let back = *entry == Entry::Undid;
        let history = self.session.history();
        let change = if back { history.done.last() } else { history.undone.last() };
        let Some(change) = change.cloned() else {
            if back && self.session.has_earlier() {
                self.undo_waits = true;
                return self.order(Effect::Recall);
            }
            let nothing = if back { EntryError::NothingToUndo } else { EntryError::NothingToRedo };
            return self.warn(sentence(&nothing.to_string()));
        };
        if !self.enter(entry.clone()) {
            return;
        }
        self.writing.typing = false;
        self.say(format!("{}: {}", if back { "Undid" } else { "Redid" }, change.label));
        let edits: Vec<Edit> = if back { change.inverse().collect() } else { change.edits };
        let places: Vec<_> = edits.iter().rev().filter_map(place_of).collect();
        let place = places.iter().find(|(_, caret)| caret.is_some()).or(places.first());
        if let Some((item, caret)) = place.filter(|(item, _)| self.meeting().item(*item).is_some()) {
            self.go_to(*item, caret.unwrap_or(self.writing.caret));
        }
        self.settle_item();
    }

    /// Mends a desk whose item is no longer there, and a cursor that stands nowhere.
    pub fn settle_item(&mut self) {
        self.settle_place();
    }

    /// Sees to it that the cursor is somewhere, after a change that may have taken its item away.
    pub fn settle_place(&mut self) {
        if self.writing.item.is_none_or(|item| self.meeting().item(item).is_none()) {
            let first = self.meeting().items.first().map(|item| item.id);
            first.into_iter().for_each(|item| self.go_to_item(item));
        }
        self.settle_caret();
    }
}

/// Where an edit leaves the cursor: the item, and the place in it where that is known.
fn place_of(edit: &Edit) -> Option<(ItemId, Option<Caret>)> {
    match edit {
        Edit::Splice { item, block, at, put, .. } => Some((*item, Some(Caret::new(*block, at + put.len())))),
        Edit::Insert { thing, .. } | Edit::Replace { new: thing, .. } => place_of_what_came(thing),
        Edit::Remove { after, thing } => place_of_what_went(*after, thing),
        Edit::Move { what: Moved::Block(item, block), .. } => Some((*item, Some(Caret::new(*block, 0)))),
        Edit::Move { .. } => None,
    }
}

fn place_of_what_came(thing: &Thing) -> Option<(ItemId, Option<Caret>)> {
    match thing {
        Thing::Block(item, block) => Some((*item, Some(Caret::new(block.id, block.text.len())))),
        Thing::Item(item) => Some((item.id, None)),
        Thing::Heading(item, _) => Some((*item, None)),
        _ => None,
    }
}

/// The end of the block that it followed.
fn place_of_what_went(after: Option<u32>, thing: &Thing) -> Option<(ItemId, Option<Caret>)> {
    let Thing::Block(item, _) = thing else { return None };
    Some((*item, after.map(|after| Caret::new(BlockId(after), usize::MAX))))
}
