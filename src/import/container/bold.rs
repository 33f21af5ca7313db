//! Bold words: which bytes of a text are bold, and how much of a line its bold start is. Knows texts and blanks, and
//! not what makes words bold.

use crate::import::decode;
use std::ops::Range;

/// A number or bullet before words has no more bytes than this.
const LONGEST_MARK: usize = 12;

/// The bold stretches of a text, by their bytes, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bold(Vec<Range<usize>>);

impl Bold {
    /// Adds a stretch, which stands behind all that were added before.
    pub fn add(&mut self, from: usize, to: usize) {
        if from >= to {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.end >= from => last.end = to,
            _ => self.0.push(from..to),
        }
    }

    /// Adds the stretches of a text that was put behind this one, at the place where it begins.
    pub fn append(&mut self, other: &Bold, at: usize) {
        other.0.iter().for_each(|stretch| self.add(stretch.start + at, stretch.end + at));
    }

    /// A text made harmless, with its stretches where they are then.
    pub fn harmless(&self, text: &str) -> (String, Bold) {
        if self.0.last().is_none_or(|last| last.end > text.len()) {
            return (decode::harmless(text), Bold::default());
        }
        let (mut harmless, mut bold, mut at) = (String::with_capacity(text.len()), Bold::default(), 0);
        for stretch in &self.0 {
            let (plain, marked) = (text.get(at..stretch.start), text.get(stretch.clone()));
            harmless.push_str(&decode::harmless(plain.unwrap_or("")));
            let from = harmless.len();
            harmless.push_str(&decode::harmless(marked.unwrap_or("")));
            bold.add(from, harmless.len());
            at = stretch.end;
        }
        harmless.push_str(&decode::harmless(text.get(at..).unwrap_or("")));
        (harmless, bold)
    }

    /// How many characters the bold start of a piece of a text has, without blanks. A number or bullet before bold
    /// words is bold with them: word processors often leave it plain.
    pub fn start(&self, text: &str, piece: Range<usize>) -> usize {
        if self.0.is_empty() {
            return 0;
        }
        let first = self.0.partition_point(|stretch| stretch.end <= piece.start);
        let stretches = self.0.get(first..).unwrap_or_default();
        let Some(next) = stretches.first().filter(|stretch| stretch.start < piece.end) else { return 0 };
        let before = text.get(piece.start..next.start).unwrap_or("").trim();
        if !before.is_empty() && !is_mark(before) {
            return 0;
        }
        let from = next.start.max(piece.start);
        let bold = counted(stretches, text.get(from..piece.end).unwrap_or(""), from);
        if bold == 0 { 0 } else { bold + letters(before) }
    }
}

/// How many characters from the start of a piece are bold, without blanks.
fn counted(stretches: &[Range<usize>], piece: &str, start: usize) -> usize {
    let mut stretches = stretches.iter().peekable();
    let mut count = 0;
    for (at, _) in piece.char_indices().filter(|(_, character)| !character.is_whitespace()) {
        let at = start + at;
        while stretches.next_if(|stretch| stretch.end <= at).is_some() {}
        if stretches.peek().is_none_or(|stretch| stretch.start > at) {
            break;
        }
        count += 1;
    }
    count
}

/// How many characters a text has, without blanks.
pub(super) fn letters(text: &str) -> usize {
    text.chars().filter(|character| !character.is_whitespace()).count()
}

/// How many bytes of a text its first characters take, without blanks counted.
pub(super) fn bytes(text: &str, letters: usize) -> usize {
    let Some(last) = letters.checked_sub(1) else { return 0 };
    let mut places = text.char_indices().filter(|(_, character)| !character.is_whitespace());
    places.nth(last).map_or(text.len(), |(at, character)| at + character.len_utf8())
}

/// Whether words are only a number or a bullet.
fn is_mark(words: &str) -> bool {
    if words.len() > LONGEST_MARK || words.contains(char::is_whitespace) {
        return false;
    }
    let core = words.trim_matches(|character: char| !character.is_alphanumeric());
    let is_numeral = core.chars().count() == 1 || core.bytes().all(|byte| b"ivxIVX".contains(&byte));
    core.contains(|character: char| character.is_ascii_digit()) || is_numeral && core.len() < words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text in which stars stand around what is bold.
    fn start(marked: &str) -> usize {
        let (mut text, mut bold) = (String::new(), Bold::default());
        for (at, piece) in marked.split('*').enumerate() {
            let from = text.len();
            text.push_str(piece);
            if at % 2 == 1 {
                bold.add(from, text.len());
            }
        }
        let (text, bold) = bold.harmless(&text);
        bytes(&text, bold.start(&text, 0..text.len()))
    }

    #[test]
    fn the_bold_start_of_a_text_is_measured() {
        assert_eq!(start("plain"), 0);
        assert_eq!(start("*Fees*"), 4);
        assert_eq!(start("*Fees and *dues"), 8);
        assert_eq!(start("*Fees* *and* dues"), 8);
        assert_eq!(start("Fees *and* dues"), 0);
        assert_eq!(start("*Ca\u{FB00}é* x"), "Caffé".len());
    }

    #[test]
    fn a_number_before_bold_words_is_bold_with_them() {
        for marked in ["1. *Fees*", "(a) *Fees*", "iv. *Fees*", "• *Fees*", "7a\t*Fees*", "TC/12 *Fees*"] {
            assert_eq!(start(marked), marked.len() - 2, "{marked}");
        }
        for marked in ["A *Fees*", "1. The *Fees*", "Mr. *Fees*", "1. * *Fees"] {
            assert_eq!(start(marked), 0, "{marked}");
        }
    }
}
