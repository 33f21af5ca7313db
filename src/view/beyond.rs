//! What is out of sight. Whatever can be longer than its room says so in one way: arrows in the cells right of its first
//! and its last row, which are the frame's where it has one, so that they never cover a letter. Words that cannot be
//! scrolled end in dots. Knows nothing of what the rows are.

use super::put;
use super::theme::Theme;
use crate::desk::areas::Area;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::text::Line;

/// Says beside these rows whether there is more above them and below them.
pub(super) fn mark(rows: Area, above: bool, below: bool, theme: &Theme, buffer: &mut Buffer) {
    if rows.height == 0 {
        return;
    }
    let mut arrow = |row: u16, sign: &'static str| {
        let place = Area { x: rows.x + rows.width, y: rows.y + row, width: 1, height: 1 };
        put(buffer, place, 0, &Line::styled(sign, theme.title));
    };
    if above && below && rows.height == 1 {
        return arrow(0, "↕");
    }
    if above {
        arrow(0, "↑");
    }
    if below {
        arrow(rows.height - 1, "↓");
    }
}

/// Says it of rows of which those from `top` on are shown, so many as fit, out of `count`.
pub(super) fn mark_rows(rows: Area, top: usize, count: usize, theme: &Theme, buffer: &mut Buffer) {
    mark(rows, top > 0, top + usize::from(rows.height) < count, theme, buffer);
}

/// The first row shown so that the marked one is in sight, with a little before and after it.
pub(super) fn top_of(marked: usize, count: usize, height: u16) -> usize {
    let height = usize::from(height).max(1);
    let around = (height / 4).min(3);
    (marked + around + 1).saturating_sub(height).min(count.saturating_sub(height))
}

/// The first thing shown, where things take several rows each, so that all of the marked one is in sight, and the next
/// where there is room for it.
pub(super) fn first_of(marked: usize, rows: &[usize], height: u16) -> usize {
    let of = |at: usize| rows.get(at).copied().unwrap_or(0);
    let all: usize = rows.iter().sum();
    if all <= usize::from(height) {
        return 0;
    }
    let next = if of(marked) + of(marked + 1) <= usize::from(height) { of(marked + 1) } else { 0 };
    let mut left = usize::from(height).saturating_sub(of(marked) + next);
    let mut first = marked;
    while let Some(above) = first.checked_sub(1).filter(|above| of(*above) <= left) {
        left -= of(above);
        first = above;
    }
    first
}

/// The first so many rows of some words, the last of them with dots where words are left out.
pub(super) fn first_rows(words: &str, cells: usize, most: usize) -> Vec<String> {
    let rows = text::wrap(words, cells.max(1), 0);
    let is_cut = rows.len() > most;
    let row = |(at, range): (usize, std::ops::Range<usize>)| {
        let row = words.get(range).unwrap_or("").trim_end();
        if is_cut && at + 1 == most { dotted(row, cells) } else { row.to_owned() }
    };
    rows.into_iter().take(most).enumerate().map(row).collect()
}

/// A row with dots at its end, for what does not follow.
pub(super) fn dotted(row: &str, cells: usize) -> String {
    if text::width(row) + 2 <= cells {
        return format!("{row} …");
    }
    // One cell too much, so that the last word gives way to the dots.
    text::fit(&format!("{row}……"), cells)
}
