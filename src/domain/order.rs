//! The order in which items were taken, held against the order of the agenda. Knows places and orders, and no words.

use super::id::ItemId;
use super::meeting::Meeting;

impl Meeting {
    /// The items that were taken out of the order of the agenda, in the order in which they were taken, each with the
    /// item that was taken before it; none before the first. As few items as possible are said to be out of order,
    /// and of two that changed places the one that was brought forward.
    #[must_use]
    pub fn taken_out_of_order(&self) -> Vec<(ItemId, Option<ItemId>)> {
        let mut taken: Vec<(u32, usize, ItemId)> = (self.items.iter().enumerate())
            .filter_map(|(place, item)| Some((item.heading.taken?, place, item.id)))
            .collect();
        taken.sort_unstable();
        let places: Vec<usize> = taken.iter().map(|(_, place, _)| *place).collect();
        if places.is_sorted() {
            return Vec::new();
        }
        let in_order = longest_rise(&places);
        let before = std::iter::once(None).chain(taken.iter().map(|(.., item)| Some(*item)));
        let all = taken.iter().zip(before).zip(in_order);
        all.filter(|(_, in_order)| !in_order).map(|(((.., item), before), _)| (*item, before)).collect()
    }
}

/// Which of the numbers belong to the longest run of numbers that only grow, by patience sorting.
fn longest_rise(numbers: &[usize]) -> Vec<bool> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    let number = |at: &usize| numbers.get(*at).copied().unwrap_or(0);
    for (at, value) in numbers.iter().enumerate() {
        let pile = ends.partition_point(|end| number(end) < *value);
        before.push(pile.checked_sub(1).and_then(|pile| ends.get(pile)).copied());
        match ends.get_mut(pile) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rises = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        if let Some(place) = rises.get_mut(at) {
            *place = true;
        }
        next = before.get(at).copied().flatten();
    }
    rises
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{Heading, Item};

    /// A meeting whose items, by their places, were taken in this order.
    fn taken(order: &[u32]) -> Vec<(u32, Option<u32>)> {
        let item = |(place, taken): (usize, &u32)| Item {
            id: ItemId(place as u32 + 1),
            heading: Heading { taken: (*taken > 0).then_some(*taken), ..Heading::default() },
            minutes: Vec::new(),
        };
        let meeting = Meeting { items: order.iter().enumerate().map(item).collect(), ..Meeting::default() };
        let found = meeting.taken_out_of_order().into_iter();
        found.map(|(item, before)| (item.0, before.map(|before| before.0))).collect()
    }

    #[test]
    fn what_was_brought_forward_is_told_with_what_came_before_it() {
        assert_eq!(taken(&[1, 2, 3, 4]), []);
        assert_eq!(taken(&[1, 0, 2, 3]), [], "an item that was not reached puts nothing out of order");
        assert_eq!(taken(&[1, 3, 2, 4]), [(3, Some(1))]);
        assert_eq!(taken(&[2, 3, 4, 1]), [(4, None)]);
        assert_eq!(taken(&[1, 4, 2, 3]), [(2, Some(4))]);
        assert_eq!(taken(&[]), []);
    }
}
