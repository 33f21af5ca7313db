//! What stands above the paragraphs of an item and is never printed: what its reports recommend, and what earlier meetings
//! left open. Knows rows of words, and not what becomes of them.

use super::Desk;
use crate::domain::agenda::Item;
use crate::text;
use std::ops::Range;

/// What the reports on an item ask for, as far as there is room for it: each recommendation begins a row.
pub(super) fn recommended(item: &Item, cells: usize) -> Vec<String> {
    const MOST: usize = 3;
    let mut rows = Vec::new();
    for advice in &item.heading.recommendations {
        let words = text::tame(&format!("Recommended: {}", advice.line()));
        let row = |row: Range<usize>| words.get(row).unwrap_or("").trim_end().to_owned();
        rows.extend(text::wrap(&words, cells, 0).into_iter().map(row));
    }
    if rows.len() > MOST {
        rows.truncate(MOST);
        let last = rows.pop().map(|last| text::fit(&format!("{last} …"), cells));
        rows.extend(last);
    }
    rows
}

/// What earlier meetings left open, a row each, where it is shown at this item.
pub(super) fn left_open(desk: &Desk, item: &Item, cells: usize) -> Vec<String> {
    const MOST: usize = 4;
    let open = desk.open_actions().filter(|(of, ..)| *of == item.id);
    let mut rows: Vec<String> =
        open.map(|(_, _, action)| text::fit(&text::tame(&action.line()), cells)).collect();
    if rows.len() > MOST {
        let more = rows.len() - (MOST - 1);
        rows.truncate(MOST - 1);
        rows.push(format!("… and {more} more open"));
    }
    rows
}
