//! The copy that came back as one row of words, with where its passages begin. Knows nothing of what was printed.

use super::printed::Piece;
use super::words::{Lexicon, Word, is_mark};
use crate::export::text;
use crate::import::Copy;
use std::collections::HashMap;
use std::ops::Range;

/// What stands before a passage that is restricted although its item is public.
pub(super) const RESTRICTED: &str = text::RESTRICTED.trim_ascii_end();

/// A word of the copy.
#[derive(Debug, Clone)]
pub(super) struct Read {
    /// As it is written.
    pub raw: String,
    /// As it is compared.
    pub word: Word,
    /// The passage in which it stands, by position.
    pub passage: usize,
    /// Whether it is the number or bullet before a passage, by the look of it.
    pub is_mark: bool,
}

/// A copy as a row of words.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The words.
    pub words: Vec<Read>,
    /// The first word of each passage, and of nothing after the last.
    starts: Vec<usize>,
    /// Which passages stand right below the one before.
    pub close: Vec<bool>,
    /// Where two words stand side by side.
    pairs: HashMap<(u32, u32), Vec<usize>>,
}

impl Reading {
    /// Reads a copy.
    pub fn of(copy: &Copy, lexicon: &mut Lexicon) -> Self {
        let mut reading = Reading::default();
        for (passage, read) in copy.passages.iter().enumerate() {
            reading.starts.push(reading.words.len());
            reading.close.push(read.close);
            for (raw, word) in lexicon.words(&read.label) {
                reading.words.push(Read { raw: raw.to_owned(), word, passage, is_mark: true });
            }
            let mut may_be_mark = true;
            for (at, (raw, word)) in lexicon.words(&read.text).enumerate() {
                // Web pages may print a number that they count as well.
                let before = reading.words.last().filter(|last| last.passage == passage);
                let is_again = before.is_some_and(|before| before.is_mark && before.raw == raw);
                let is_mark = may_be_mark && (raw == RESTRICTED || (at == 0 || is_again) && is_mark(raw));
                may_be_mark = is_mark;
                reading.words.push(Read { raw: raw.to_owned(), word, passage, is_mark });
            }
        }
        reading.starts.push(reading.words.len());
        for at in 0..reading.words.len() {
            if let Some(pair) = reading.pair(at) {
                reading.pairs.entry(pair).or_default().push(at);
            }
        }
        reading
    }

    fn pair(&self, at: usize) -> Option<(u32, u32)> {
        Some((self.words.get(at)?.word.folded, self.words.get(at + 1)?.word.folded))
    }

    /// Whether a passage begins at a word, or begins with marks alone before it.
    pub fn begins(&self, at: usize) -> bool {
        let Some(here) = self.words.get(at) else { return true };
        let start = self.starts.get(here.passage).copied().unwrap_or(0);
        self.words.get(start..at).is_none_or(|before| before.iter().all(|word| word.is_mark))
    }

    /// The passages within a range, each as a range of words without the marks before it.
    pub fn units(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut units: Vec<Range<usize>> = Vec::new();
        for at in range {
            let Some(word) = self.words.get(at) else { break };
            let same = units.last().and_then(|unit| self.words.get(unit.start)).map(|read| read.passage);
            match units.last_mut() {
                Some(unit) if same == Some(word.passage) => unit.end = at + 1,
                _ if word.is_mark => {}
                _ => units.push(at..at + 1),
            }
        }
        units
    }

    /// Whether a piece reads from here on, word by word. Returns where it ends.
    pub fn run(&self, piece: &Piece, at: usize) -> Option<usize> {
        let is = |at: usize, word: &Word| {
            self.words.get(at).is_some_and(|read| match piece.is_heading {
                true => read.word.folded == word.folded,
                false => read.word.exact == word.exact,
            })
        };
        let mut here = at;
        for lead in &piece.lead {
            here += usize::from(is(here, lead));
        }
        for word in &piece.words {
            while !is(here, word) {
                // A number or bullet before a passage need not be what was printed: it is counted anew.
                let read = self.words.get(here)?;
                if !read.is_mark || read.raw == RESTRICTED {
                    return None;
                }
                here += 1;
            }
            here += 1;
        }
        Some(here)
    }

    /// Where a piece reads word by word within a range, at most two places.
    pub fn places(&self, piece: &Piece, within: &Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut look = |at: usize| {
            if let Some(end) = self.run(piece, at).filter(|end| *end <= within.end) {
                let from = (0..=piece.lead.len()).rev().filter_map(|lead| at.checked_sub(lead));
                let from = from.filter(|from| *from >= within.start);
                let start = from.into_iter().find(|from| self.run(piece, *from) == Some(end));
                found.push(start.unwrap_or(at)..end);
            }
            found.len() < 2
        };
        match piece.words.as_slice() {
            [first, second, ..] => {
                let places =
                    self.pairs.get(&(first.folded, second.folded)).map(Vec::as_slice).unwrap_or_default();
                let from = places.partition_point(|at| *at < within.start);
                let _ = places.iter().skip(from).take_while(|at| **at < within.end).all(|at| look(*at));
            }
            [only] => {
                let mut alone = within
                    .clone()
                    .filter(|at| self.words.get(*at).is_some_and(|read| read.word.folded == only.folded));
                let _ = alone.all(look);
            }
            [] => {}
        }
        found
    }

    /// Words as they are compared.
    pub fn slice(&self, range: Range<usize>) -> &[Read] {
        self.words.get(range).unwrap_or_default()
    }

    /// Words as they are written.
    pub fn text(&self, range: Range<usize>) -> String {
        let words: Vec<&str> = self.slice(range).iter().map(|read| read.raw.as_str()).collect();
        words.join(" ")
    }

    /// Whether a passage is only what stands on every page.
    pub fn is_furniture(&self, unit: &Range<usize>, pieces: &[Piece]) -> bool {
        let words = self.slice(unit.clone());
        let text = self.text(unit.clone()).to_lowercase();
        let is_page = |words: &str| {
            let words = words.strip_prefix("page").unwrap_or(words).trim();
            let mut numbers = words.split([' ', '/']).filter(|word| *word != "of");
            !words.is_empty() && numbers.all(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let is_again = |piece: &Piece| {
            piece.own.is_empty()
                && piece.words.iter().map(|word| word.folded).eq(words.iter().map(|read| read.word.folded))
        };
        is_page(&text) || text.starts_with("initials") && words.len() < 3 || pieces.iter().any(is_again)
    }
}
