//! The pieces of which pages are made: words with their size, weight and place, broken into lines by the widths
//! of the letters. Knows nothing of pages.

use super::face::Face;
use std::ops::Range;

/// The colour of words. Each is dark enough on white for everybody (WCAG 2.2, 1.4.3), and none is the only
/// sign of what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    Black,
    Grey,
    Red,
}

/// A paragraph, a heading or an entry of a list.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// What stands in the margin of the words: a number, a letter, a bullet. Empty where there is nothing.
    pub label: String,
    /// The words.
    pub words: String,
    /// Up to where they are in strong print, in bytes.
    pub strong: usize,
    /// The size in points.
    pub size: f32,
    /// The colour.
    pub colour: Colour,
    /// Where the words begin, from the left margin, in points.
    pub left: f32,
    /// How far the label stands to the left of them.
    pub hang: f32,
    /// The space before, in points.
    pub before: f32,
    /// Whether it stays on one page with the beginning of what follows.
    pub keeps: bool,
    /// Whether a dotted line to write on stands before the words.
    pub dotted: bool,
    /// The lines, as ranges of the words.
    pub lines: Vec<Range<usize>>,
}

impl Block {
    /// The height of a line.
    pub fn leading(&self) -> f32 {
        self.size * 1.4
    }

    /// Breaks the words into lines that are no wider than what is left of the measure.
    pub fn break_lines(&mut self, face: &Face, measure: f32) {
        let room = measure - self.left;
        let mut lines = Vec::new();
        let mut line = 0..0;
        let mut width = 0.0;
        for piece in pieces(&self.words) {
            let whole = self.width(face, piece.clone());
            let seen = self.width(face, trimmed(&self.words, piece.clone()));
            if width > 0.0 && width + seen > room {
                lines.push(line);
                line = piece.start..piece.start;
                width = 0.0;
            }
            if seen > room {
                self.break_word(face, piece.clone(), room, &mut lines, &mut line);
                width = self.width(face, line.clone());
                continue;
            }
            line.end = piece.end;
            width += whole;
        }
        // The blank at the end of a line is drawn, too, so that words stay apart when they are read aloud.
        lines.push(line);
        self.lines = lines;
    }

    /// Breaks what is wider than a line, such as an address on the web, where the line is full.
    fn break_word(
        &self,
        face: &Face,
        piece: Range<usize>,
        room: f32,
        lines: &mut Vec<Range<usize>>,
        line: &mut Range<usize>,
    ) {
        let mut width = 0.0;
        for (at, letter) in self.words.get(piece.clone()).unwrap_or_default().char_indices() {
            let at = piece.start + at;
            let letter_width = self.letter_width(face, at, letter);
            if width + letter_width > room && width > 0.0 {
                lines.push(line.start..at);
                line.start = at;
                width = 0.0;
            }
            width += letter_width;
            line.end = at + letter.len_utf8();
        }
    }

    fn letter_width(&self, face: &Face, at: usize, letter: char) -> f32 {
        let weight = if at < self.strong { &face.strong } else { &face.plain };
        weight.width(letter, self.size)
    }

    /// How wide a part of the words is, in points.
    pub fn width(&self, face: &Face, part: Range<usize>) -> f32 {
        let letters = self.words.get(part.clone()).unwrap_or_default().char_indices();
        letters.map(|(at, letter)| self.letter_width(face, part.start + at, letter)).sum()
    }
}

/// The pieces between the places where a line may break (Unicode annex 14).
fn pieces(words: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    unicode_linebreak::linebreaks(words).map(move |(at, _)| {
        let piece = from..at;
        from = at;
        piece
    })
}

/// A part of a text without the blanks at its end, which are not seen there.
fn trimmed(words: &str, part: Range<usize>) -> Range<usize> {
    let seen = words.get(part.clone()).unwrap_or_default().trim_end();
    part.start..part.start + seen.len()
}
