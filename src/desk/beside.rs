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
const MOST: usize = 3;

/// Words in rows. Where they are many, the beginning and the last sentence, which says what came of it.
fn rows(words: &str, cells: usize) -> Vec<String> {
    let all = text::wrap(words, cells, 0);
    let row = |row: &Range<usize>| words.get(row.clone()).unwrap_or("").trim_end().to_owned();
    if all.len() <= MOST {
        return all.iter().map(row).collect();
    }
    let mut shown: Vec<String> = all.iter().take(MOST - 1).map(row).collect();
    let last = words.rsplit_once(". ").map(|(_, last)| last.to_owned());
    let last = last.or_else(|| all.get(MOST - 1).map(row)).unwrap_or_default();
    shown.push(text::fit(&format!("… {last}"), cells));
    shown
}
