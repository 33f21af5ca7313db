//! What stands above the paragraphs of an item and is never printed: what its reports recommend. Knows rows of words, and
//! not what becomes of them.

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
