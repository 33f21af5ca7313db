//! Presence: who was in the room while an item was taken, and when a block was minuted. It is computed from
//! the attendance log and stored nowhere. Knows nothing of who may vote or how many make a quorum.
//!
//! Items follow each other as they were taken, the others as they stand on the agenda. A movement without an
//! item belongs to the start of the meeting if it is an entry, and to its end if it is a departure.

use super::agenda::Item;
use super::id::{BlockId, ItemId, PersonId};
use super::meeting::Meeting;
use super::minutes::Block;
use super::people::{Move, Movement, Person};
use chrono::NaiveTime;

/// Whether somebody was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presence {
    /// From the beginning of the item to its end.
    Throughout,
    /// For a part of it: they came, left or returned while it was being taken.
    Partly,
    /// Not at all.
    Absent,
}

/// Everybody on the roll, by whether they were there while an item was taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster<'a> {
    /// Those who were there throughout.
    pub throughout: Vec<&'a Person>,
    /// Those who were there for a part of it.
    pub partly: Vec<&'a Person>,
    /// Those who were not there.
    pub absent: Vec<&'a Person>,
}

/// A place in the order of business; the smaller comes first.
type Order = (u8, u32, usize);

/// Before all business.
const START: Order = (0, 0, 0);
/// After all business.
const END: Order = (u8::MAX, u32::MAX, usize::MAX);

impl Meeting {
    /// Whether a person was there while an item was taken.
    #[must_use]
    pub fn presence_at(&self, person: PersonId, item: ItemId) -> Presence {
        let Some(here) = self.order_of(item) else { return Presence::Absent };
        let before = self.is_in_after(person, |movement| self.place_in_course(movement) < here);
        let mut during =
            self.movements_of(person).filter(|movement| self.place_in_course(movement) == here).peekable();
        match (before, during.peek().is_some()) {
            (true, false) => Presence::Throughout,
            (true, true) => Presence::Partly,
            (false, _) if during.any(|movement| movement.what.is_in()) => Presence::Partly,
            (false, _) => Presence::Absent,
        }
    }

    /// Whether a person was in the room when a block was begun.
    #[must_use]
    pub fn is_in_at(&self, person: PersonId, item: ItemId, block: BlockId) -> bool {
        let (Some(here), Some(item)) = (self.order_of(item), self.item(item)) else { return false };
        let Some(place) = item.position(block) else { return false };
        self.is_in_after(person, |movement| {
            let order = self.place_in_course(movement);
            order < here || (order == here && item.slot_of(movement) <= place)
        })
    }

    /// Everybody on the roll, by whether they were there while an item was taken.
    #[must_use]
    pub fn roster_at(&self, item: ItemId) -> Roster<'_> {
        let mut roster = Roster::default();
        for person in &self.people {
            match self.presence_at(person.id, item) {
                Presence::Throughout => roster.throughout.push(person),
                Presence::Partly => roster.partly.push(person),
                Presence::Absent => roster.absent.push(person),
            }
        }
        roster
    }

    /// Whether somebody is in the room after those movements for which `counts` holds.
    fn is_in_after(&self, person: PersonId, counts: impl Fn(&Movement) -> bool) -> bool {
        let counted = self.movements_of(person).filter(|movement| counts(movement));
        let last = counted.max_by_key(|movement| self.place_in_course(movement));
        last.is_some_and(|movement| movement.what.is_in())
    }

    /// Where a movement comes in the order of business.
    pub(super) fn place_in_course(&self, movement: &Movement) -> Order {
        match movement.item.and_then(|item| self.order_of(item)) {
            Some(order) => order,
            None if movement.what.is_in() || movement.what == Move::Absent => START,
            None => END,
        }
    }

    /// Where an item comes in the order of business: those taken by their order (1), the others by their
    /// place (2).
    pub(super) fn order_of(&self, item: ItemId) -> Option<Order> {
        let place = self.place_of(item)?;
        let item = self.items.get(place)?;
        Some(match item.heading.taken {
            Some(order) => (1, order, place),
            None => (2, 0, place),
        })
    }
}

impl Item {
    /// Before which of the blocks, by position, a movement during the item happened; the number of blocks if
    /// after all of them. It is told by the block that it followed, and else by the times at which blocks
    /// were begun. Private notes tell nothing, so that the place is the same where they are left out.
    #[must_use]
    pub fn slot_of(&self, movement: &Movement) -> usize {
        let followed = self.followed(movement).and_then(|block| self.position(block)).map(|at| at + 1);
        followed.or_else(|| self.begun_from(movement.at?)).unwrap_or(self.minutes.len())
    }

    /// The block that a movement followed, or where that is a private note, the last before it that is none.
    #[must_use]
    pub fn followed(&self, movement: &Movement) -> Option<BlockId> {
        self.printed_before(movement.after?)
    }

    /// A block, or where that is a private note, the last before it that is none.
    #[must_use]
    pub fn printed_before(&self, block: BlockId) -> Option<BlockId> {
        let at = self.position(block)?;
        let mut before = self.minutes.get(..=at)?.iter().rev();
        before.find(|block| !block.is_private()).map(|block| block.id)
    }

    /// The first block that was begun at this time or later, on the day on which the item was minuted.
    fn begun_from(&self, at: NaiveTime) -> Option<usize> {
        let told = |block: &&Block| !block.is_private();
        let day = self.minutes.iter().filter(told).find_map(|block| block.begun)?.date();
        let at = day.and_time(at);
        let then = |block: &Block| told(&block) && block.begun.is_some_and(|begun| begun >= at);
        self.minutes.iter().position(then)
    }
}
