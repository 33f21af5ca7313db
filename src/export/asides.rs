//! Asides: what happened while an item was taken, beside what was minuted under it. Knows who moved and when
//! the meeting was interrupted, and nothing of blocks except when they were begun.

use super::document::{Element, Paragraph, Role};
use super::sentences;
use crate::domain::agenda::Item;
use crate::domain::id::ItemId;
use crate::domain::meeting::Meeting;
use crate::domain::people::{Move, Movement};
use crate::domain::style::Style;
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// Something that happened while an item was taken.
#[derive(Debug)]
pub(super) struct Aside {
    /// When, where that is known.
    at: Option<NaiveDateTime>,
    /// The sentence that tells it.
    told: Element,
}

/// The interruptions of a meeting in their places.
#[derive(Debug, Default)]
pub(super) struct Breaks {
    by_item: BTreeMap<ItemId, Vec<Aside>>,
    unplaced: Vec<Element>,
}

impl Breaks {
    /// Gives each interruption to the item that was being minuted when it began.
    pub fn place(copy: &Meeting, breaks: Vec<(NaiveDateTime, String)>) -> Self {
        let mut placed = Breaks::default();
        for (at, told) in breaks {
            let told = Paragraph::sentence(Role::Course, told);
            match item_at(copy, at) {
                Some(item) => placed.by_item.entry(item).or_default().push(Aside { at: Some(at), told }),
                None => placed.unplaced.push(told),
            }
        }
        placed
    }

    /// Everything that happened during an item, in the order of time; what has no time comes last.
    pub fn take_with_movements(&mut self, copy: &Meeting, item: &Item, style: &Style) -> Vec<Aside> {
        let mut asides = self.by_item.remove(&item.id).unwrap_or_default();
        asides.extend(movements(copy, item.id).map(|movement| Aside {
            at: moment(item, movement),
            told: Paragraph::sentence(Role::Movement, sentences::movement_at_item(copy, movement, style)),
        }));
        asides.sort_by_key(|aside| (aside.at.is_none(), aside.at));
        asides
    }

    /// The interruptions during an item, alone.
    pub fn take(&mut self, item: ItemId) -> Vec<Element> {
        all(self.by_item.remove(&item).unwrap_or_default())
    }

    /// The interruptions for which no item is known.
    pub fn unplaced(self) -> Vec<Element> {
        self.unplaced
    }
}

/// Takes those asides that happened before a block was begun.
pub(super) fn take_before(asides: &mut Vec<Aside>, begun: Option<NaiveDateTime>) -> Vec<Element> {
    let Some(begun) = begun else { return Vec::new() };
    let earlier = asides.partition_point(|aside| aside.at.is_some_and(|at| at <= begun));
    all(asides.drain(..earlier))
}

/// The sentences of asides.
pub(super) fn all(asides: impl IntoIterator<Item = Aside>) -> Vec<Element> {
    asides.into_iter().map(|aside| aside.told).collect()
}

/// Who came and went during an item.
pub(super) fn movements(copy: &Meeting, item: ItemId) -> impl Iterator<Item = &Movement> {
    let happened = copy.attendance.iter().filter(|movement| movement.what != Move::Present);
    happened.filter(move |movement| movement.item == Some(item))
}

/// When somebody moved. The log knows the time of the day; the day is that on which the item was minuted.
fn moment(item: &Item, movement: &Movement) -> Option<NaiveDateTime> {
    let day = item.minutes.iter().find_map(|block| block.begun)?.date();
    movement.at.map(|at| day.and_time(at))
}

/// The item under which the last block had been begun at that time.
fn item_at(copy: &Meeting, at: NaiveDateTime) -> Option<ItemId> {
    let minuted = copy.items.iter().filter(|item| item.has_minutes());
    let begun = minuted.filter_map(|item| {
        let before = item.minutes.iter().filter_map(|block| block.begun).filter(|begun| *begun <= at);
        before.max().map(|begun| (begun, item.id))
    });
    begun.max_by_key(|(begun, _)| *begun).map(|(_, item)| item)
}
