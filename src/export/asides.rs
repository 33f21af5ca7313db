//! Asides: what happened while an item was taken, beside what was minuted under it. Knows who moved and when
//! the meeting was interrupted, and of blocks only which of them stood there by then.

use super::document::{Element, Paragraph, Role};
use super::sentences;
use crate::domain::agenda::Item;
use crate::domain::id::{BlockId, ItemId};
use crate::domain::meeting::{Meeting, Moment};
use crate::domain::minutes::Block;
use crate::domain::people::Movement;
use crate::domain::style::Style;
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// Something that happened while an item was taken.
#[derive(Debug)]
pub(super) struct Aside {
    /// Before which block it is told, by position.
    pub slot: usize,
    /// Whether somebody came.
    pub comes: bool,
    /// When, where that is known.
    at: Option<NaiveDateTime>,
    /// The sentence that tells it.
    pub told: Element,
}

/// The interruptions of a meeting in their places.
#[derive(Debug, Default)]
pub(super) struct Breaks {
    by_item: BTreeMap<ItemId, Vec<Aside>>,
    unplaced: Vec<Element>,
}

impl Breaks {
    /// Gives each interruption to the item that was being minuted when it began. Which that was is looked up in
    /// `whole`, a record with the minutes of every item; before which block it is told, in the copy.
    pub fn place(copy: &Meeting, whole: &Meeting, breaks: Vec<(Moment, String)>) -> Self {
        let mut placed = Breaks::default();
        for (Moment { at, after, .. }, told) in breaks {
            let told = Paragraph::sentence(Role::Course, told);
            let followed = after.and_then(|block| followed(whole, block));
            let item = followed.map(|(item, _)| item).or_else(|| item_at(whole, at));
            match item.and_then(|item| copy.item(item)) {
                Some(item) => {
                    let after = followed.and_then(|(_, block)| item.position(block));
                    let slot = after.map_or_else(|| slot_at(item, at), |after| after + 1);
                    placed.by_item.entry(item.id).or_default().push(Aside {
                        slot,
                        comes: false,
                        at: Some(at),
                        told,
                    });
                }
                None => placed.unplaced.push(told),
            }
        }
        placed
    }

    /// Everything that happened during an item, in its order.
    pub fn take_with_movements(&mut self, copy: &Meeting, item: &Item, style: &Style) -> Vec<Aside> {
        let mut asides = self.by_item.remove(&item.id).unwrap_or_default();
        asides.extend(told_movements(copy, item, style));
        in_order(item, asides)
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

/// Who came and went during an item, in its order.
pub(super) fn of_movements(copy: &Meeting, item: &Item, style: &Style) -> Vec<Aside> {
    in_order(item, told_movements(copy, item, style).collect())
}

fn told_movements(copy: &Meeting, item: &Item, style: &Style) -> impl Iterator<Item = Aside> {
    movements(copy, item.id).map(|movement| Aside {
        slot: item.slot_of(movement),
        comes: movement.what.is_in(),
        at: moment(item, movement),
        told: Paragraph::sentence(Role::Movement, sentences::movement_at_item(copy, movement, style)),
    })
}

/// The asides by their places and times. Private notes part nothing, so that the order is that of every copy.
fn in_order(item: &Item, mut asides: Vec<Aside>) -> Vec<Aside> {
    let place = |slot: usize| item.minutes.iter().take(slot).filter(|block| !block.is_private()).count();
    asides.sort_by_cached_key(|aside| (place(aside.slot), aside.at.is_none(), aside.at));
    asides
}

/// Takes those asides that are told before the block at this position.
pub(super) fn take_before(asides: &mut Vec<Aside>, position: usize) -> Vec<Element> {
    let earlier = asides.partition_point(|aside| aside.slot <= position);
    all(asides.drain(..earlier))
}

/// The sentences of asides.
pub(super) fn all(asides: impl IntoIterator<Item = Aside>) -> Vec<Element> {
    asides.into_iter().map(|aside| aside.told).collect()
}

/// Who came and went during an item.
pub(super) fn movements(copy: &Meeting, item: ItemId) -> impl Iterator<Item = &Movement> {
    let happened = copy.attendance.iter().filter(|movement| !movement.what.is_of_the_roll_call());
    happened.filter(move |movement| movement.item == Some(item))
}

/// The item under which a block was minuted, and the block itself, or the last before it that any copy has.
fn followed(whole: &Meeting, block: BlockId) -> Option<(ItemId, BlockId)> {
    whole.items.iter().find_map(|item| Some((item.id, item.printed_before(block)?)))
}

/// Before which block of an item something is told that happened at this time.
fn slot_at(item: &Item, at: NaiveDateTime) -> usize {
    let begun_then = |block: &Block| block.begun.is_some_and(|begun| begun >= at);
    item.minutes.iter().position(begun_then).unwrap_or(item.minutes.len())
}

/// When somebody moved. The log knows the time of the day; the day is that on which the item was minuted.
fn moment(item: &Item, movement: &Movement) -> Option<NaiveDateTime> {
    let mut minuted = item.minutes.iter().filter(|block| !block.is_private());
    let day = minuted.find_map(|block| block.begun)?.date();
    movement.at.map(|at| day.and_time(at))
}

/// The item under which the last block had been begun at that time. Private notes do not count: no copy has them.
fn item_at(whole: &Meeting, at: NaiveDateTime) -> Option<ItemId> {
    let minuted = whole.items.iter().filter(|item| item.has_minutes());
    let begun = minuted.filter_map(|item| {
        let printed = item.minutes.iter().filter(|block| !block.is_private());
        let before = printed.filter_map(|block| block.begun).filter(|begun| *begun <= at);
        before.max().map(|begun| (begun, item.id))
    });
    begun.max_by_key(|(begun, _)| *begun).map(|(_, item)| item)
}
