//! The agenda as it stands in its column: parts, items, breaks, as many rows as fit, with the item on the desk
//! among them.

use super::Desk;
use crate::domain::agenda::{Break, Item, Part};
use crate::domain::id::ItemId;

/// One row of the agenda.
#[derive(Debug, Clone, Copy)]
pub enum Row<'a> {
    /// The heading of a part.
    Part(&'a Part),
    /// An item.
    Item(&'a Item),
    /// A planned break.
    Break(&'a Break),
}

impl Row<'_> {
    /// The item, if it is one.
    #[must_use]
    pub fn item(&self) -> Option<ItemId> {
        match self {
            Row::Item(item) => Some(item.id),
            _ => None,
        }
    }
}

/// What is in sight of the agenda.
#[derive(Debug)]
pub struct Sight<'a> {
    /// Its rows, from the top.
    pub rows: Vec<Row<'a>>,
    /// Whether there is more above them.
    pub above: bool,
    /// Whether there is more below them.
    pub below: bool,
}

/// The rows of the agenda that fit, the item on the desk in sight.
#[must_use]
pub fn rows(desk: &Desk, height: u16) -> Sight<'_> {
    let meeting = desk.meeting();
    let height = usize::from(height);
    let here = desk.writing.item.and_then(|item| meeting.place_of(item)).unwrap_or(0);
    // Around the item on the desk, enough items to fill the column whichever way it turns out.
    let first = here.saturating_sub(height);
    let mut rows = Vec::new();
    let mut current = 0;
    let mut part =
        first.checked_sub(1).and_then(|at| meeting.items.get(at)).and_then(|item| item.heading.part);
    for (place, item) in meeting.items.iter().enumerate().skip(first).take(2 * height + 1) {
        if item.heading.part != part || (place == 0 && part.is_none()) {
            part = item.heading.part;
            rows.extend(part.and_then(|part| meeting.part(part)).map(Row::Part));
        }
        if place == here {
            current = rows.len();
        }
        rows.push(Row::Item(item));
        rows.extend(meeting.breaks.iter().filter(|pause| pause.after == Some(item.id)).map(Row::Break));
    }
    let top = if current < height { 0 } else { current + 1 - height };
    // A little of what comes next is kept in sight.
    let ahead = (rows.len().saturating_sub(current + 1)).min(2).min(height.saturating_sub(1));
    let top = if current >= top + height.saturating_sub(ahead) { top + ahead } else { top };
    let below = rows.len() > top + height || meeting.items.len() > first + 2 * height + 1;
    rows.drain(..top.min(rows.len()));
    rows.truncate(height);
    Sight { rows, above: first > 0 || top > 0, below }
}
