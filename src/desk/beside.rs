//! What is told beside the paragraphs of the item on the desk, broken into rows: who came and went, what was declared
//! and how it was voted, where it will be printed. The cursor never goes there; the roll, the declarations and the
//! motion change it.

use super::page::GUTTER;
use crate::domain::agenda::Item;
use crate::domain::meeting::Meeting;
use crate::domain::style::Style;
use crate::export::{self, Of};
use crate::text;
use std::ops::Range;

/// The sentences beside an item.
#[derive(Debug, Clone, Default)]
pub(super) struct Asides {
    sentences: Vec<Aside>,
}

/// A sentence in rows.
#[derive(Debug, Clone)]
struct Aside {
    before: usize,
    of: Of,
    rows: Vec<String>,
}

/// A row of what is told beside the paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The row of the text area, from the top.
    pub y: u16,
    /// What it tells of, on the first row of a sentence.
    pub of: Option<Of>,
    /// The words.
    pub words: String,
}

impl Asides {
    /// What is told beside an item, in rows for a text area so many cells wide.
    pub fn of(meeting: &Meeting, item: &Item, style: &Style, width: u16) -> Self {
        let cells = usize::from(width).saturating_sub(GUTTER + 2).max(8);
        let sentences = export::beside(meeting, item, style).into_iter().map(|beside| {
            let words = text::tame(&beside.words);
            Aside { before: beside.before, of: beside.of, rows: rows(&words, cells) }
        });
        Self { sentences: sentences.collect() }
    }

    /// How many rows stand before the block at a position, the blank one below them included.
    pub fn above(&self, at: usize) -> usize {
        match self.count(at) {
            0 => 0,
            rows => rows + 1,
        }
    }

    /// How many rows stand below the last of so many blocks, the blank one above them included.
    pub fn below(&self, count: usize) -> usize {
        self.above(count)
    }

    fn count(&self, at: usize) -> usize {
        self.sentences.iter().filter(|aside| aside.before == at).map(|aside| aside.rows.len()).sum()
    }

    /// The rows that stand before the block at a position, without those that are scrolled away, from a row of the text
    /// area on.
    pub fn told(&self, at: usize, skip: usize, y: usize) -> impl Iterator<Item = Told> {
        let here = self.sentences.iter().filter(move |aside| aside.before == at);
        let rows = here.flat_map(|aside| {
            let of = |row: usize| (row == 0).then_some(aside.of);
            aside.rows.iter().enumerate().map(move |(row, words)| (of(row), words.clone()))
        });
        rows.skip(skip).enumerate().map(move |(row, (of, words))| Told { y: (y + row) as u16, of, words })
    }
}

/// The most rows for one thing: the names of a recorded vote would fill the page.
const MOST: usize = 6;

/// Words in rows. Where they are many, the beginning and the end, which says what came of it.
fn rows(words: &str, cells: usize) -> Vec<String> {
    let all = text::wrap(words, cells, 0);
    let row = |row: &Range<usize>| words.get(row.clone()).unwrap_or("").trim_end().to_owned();
    if all.len() <= MOST {
        return all.iter().map(row).collect();
    }
    let mut shown: Vec<String> = all.iter().take(MOST - 1).map(row).collect();
    let left = all.get(MOST - 1).and_then(|next| words.get(next.start..)).unwrap_or("");
    shown.push(text::fit(&format!("… {}", end_of(left, cells.saturating_sub(2))), cells));
    shown
}

/// The last sentence where it fits into so many cells, or else as many of the last words as fit.
fn end_of(words: &str, cells: usize) -> &str {
    let fits = |from: &usize| words.get(*from..).is_some_and(|end| text::width(end) <= cells);
    let starts = || words.match_indices(' ').map(|(at, _)| at + 1);
    let sentence = starts().rfind(|at| words.get(..*at).is_some_and(ends_a_sentence));
    let from = sentence.filter(fits).or_else(|| starts().find(fits));
    from.and_then(|from| words.get(from..)).unwrap_or(words)
}

/// Whether words end with a full stop that is not that of an initial: `Mr A. `.
fn ends_a_sentence(words: &str) -> bool {
    let last = words.trim_end().rsplit(' ').next().unwrap_or("");
    let is_initial = last.chars().count() == 2 && last.starts_with(char::is_uppercase);
    last.ends_with('.') && !is_initial
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_keeps_its_beginning_and_its_end() {
        let long = "Cllr H Bascule declared a disclosable pecuniary interest in item B3, for she keeps a boat on the \
                    Slipway and is a trustee of the society that lets it, stayed in the meeting and took no part.";
        let shown = rows(long, 30);
        assert_eq!(shown.len(), MOST);
        assert_eq!(shown.last().unwrap(), "… meeting and took no part.");
        assert_eq!(rows("Short.", 30), ["Short."]);
        let vote = format!("For (24): {}. The motion was carried.", "Mr A. Groyne, ".repeat(24).trim_end());
        assert_eq!(rows(&vote, 40).last().unwrap(), "… The motion was carried.");
        let initial = format!("For (25): {} and Mr A. Groyne.", "Mrs Oake, ".repeat(24).trim_end());
        assert_eq!(rows(&initial, 30).last().unwrap(), "… Mrs Oake, and Mr A. Groyne.");
    }
}
