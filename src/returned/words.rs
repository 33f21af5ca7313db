//! Words as they are compared: without what a word processor changes by itself, which is the form of quotation marks
//! and dashes, the kind of blanks and the width of an ellipsis. Knows nothing of what the words are about.

use imara_diff::{Algorithm, Diff, InternedInput};
use std::collections::HashMap;
use std::ops::Range;

/// A word, by two numbers: words with the same number read the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Word {
    /// As it is written.
    pub exact: u32,
    /// Whatever its case, and with or without a colon at its end, as headings are printed in more than one way.
    pub folded: u32,
    /// Whether it is so short that most sentences have it: `the`, `of`, `to`.
    pub is_small: bool,
}

/// The numbers of words.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    known: HashMap<String, u32>,
}

impl Lexicon {
    /// The words of a text, each as it is written and as it is compared. Rows of dots, on which people sign, are no
    /// words.
    pub fn words<'a>(&mut self, text: &'a str) -> impl Iterator<Item = (&'a str, Word)> {
        let words = text.split_whitespace().map(|word| (word, plain(word)));
        let words = words.filter(|(_, plain)| !plain.is_empty() && !is_rule(plain));
        words.map(|(word, plain)| (word, self.word(&plain))).collect::<Vec<_>>().into_iter()
    }

    fn word(&mut self, plain: &str) -> Word {
        let folded = plain.to_lowercase();
        let folded = folded.trim_end_matches(':');
        let folded = self.number(if folded.is_empty() { ":" } else { folded });
        Word { exact: self.number(plain), folded, is_small: plain.chars().count() < 4 }
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.known.get(word) {
            return *number;
        }
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.known.insert(word.to_owned(), number);
        number
    }
}

/// A row of dots or strokes to write on, in a word without what cannot be seen.
fn is_rule(plain: &str) -> bool {
    plain.len() > 3 && plain.bytes().all(|byte| matches!(byte, b'.' | b'_'))
}

/// A word as word processors may have found it before they made it look well.
fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => plain.push('\''),
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => plain.push('"'),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => plain.push('-'),
            '…' => plain.push_str("..."),
            '½' => plain.push_str("1/2"),
            '¼' => plain.push_str("1/4"),
            '¾' => plain.push_str("3/4"),
            '©' => plain.push_str("(c)"),
            // What cannot be seen is lost on the way, and letters that were set as one are parted.
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{61C}' | '\u{FEFF}' => {}
            'ﬀ' => plain.push_str("ff"),
            'ﬁ' => plain.push_str("fi"),
            'ﬂ' => plain.push_str("fl"),
            _ => plain.push(letter),
        }
    }
    // Two strokes become a dash.
    if plain.contains("--") { plain.replace("--", "-") } else { plain }
}

/// Whether a word stands before a paragraph rather than in it: `3.`, `(a)`, `iv)`, `•`.
pub(super) fn is_mark(word: &str) -> bool {
    if let "•" | "·" | "▪" | "-" | "–" | "*" | "◦" | "o" | "" | "§" = word {
        return true;
    }
    let inner = word.strip_prefix('(').unwrap_or(word);
    let Some(inner) = inner.strip_suffix([')', '.']) else { return false };
    let figures = (1..=4).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_digit());
    let roman = (1..=6).contains(&inner.len()) && inner.bytes().all(|byte| b"ivxlcIVXLC".contains(&byte));
    let letter = (1..=2).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_alphabetic());
    let repeated = inner.bytes().all(|byte| inner.as_bytes().first() == Some(&byte));
    figures || roman || (letter && (inner.len() == 1 || repeated))
}

/// The stretches that differ between two rows of words: which words go, and which come.
pub(super) fn hunks(before: &[u32], after: &[u32]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut input = InternedInput::default();
    input.update_before(before.iter().copied());
    input.update_after(after.iter().copied());
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let range = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks().map(|hunk| (range(hunk.before), range(hunk.after))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let mut lexicon = Lexicon::default();
        let [one, other] =
            [one, other].map(|text| lexicon.words(text).map(|(_, word)| word.exact).collect::<Vec<_>>());
        one == other
    }

    #[test]
    fn what_a_word_processor_does_by_itself_is_no_change() {
        assert!(same("the Board's \"own\" words - and more...", "the  Board’s “own”\u{a0}words – and more…"));
        assert!(same("Signed ............ Chairman", "Signed Chairman"));
        assert!(!same("the board", "the Board"));
        assert!(!same("agreed.", "agreed"));
    }

    #[test]
    fn marks_are_told_from_words() {
        let marks = ["3.", "(a)", "(iv)", "iv.", "•", "12)", "(aa)", "a."];
        assert!(marks.iter().all(|mark| is_mark(mark)));
        let words = ["it.", "RESOLVED", "a", "(see", "2021", "20211.", "A1", "so."];
        assert!(words.iter().all(|word| !is_mark(word)), "{words:?}");
    }
}
