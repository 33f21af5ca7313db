//! The notations in which papers are written: Markdown, pages of committee systems, tables. Each turns its
//! marks into plain lines with roles, so that one reader of words serves them all. Knows notations and not
//! meetings.

mod flat;
mod grid;
pub(in crate::import) mod markdown;
mod page;
mod ruled;
mod table;
mod timed;

use crate::import::paper::Line;

pub(in crate::import) use grid::clock;

/// One way of writing a paper down.
struct Notation {
    /// How strongly the lines look as if they were written in it; 0 means not at all.
    score: fn(&[Line]) -> u32,
    /// The lines without its marks.
    plain: fn(Vec<Line>) -> Vec<Line>,
}

const NOTATIONS: [Notation; 7] = [
    Notation { score: ruled::score, plain: ruled::plain },
    Notation { score: markdown::score, plain: markdown::plain },
    Notation { score: page::score, plain: page::plain },
    Notation { score: flat::score, plain: flat::plain },
    Notation { score: table::score, plain: table::plain },
    Notation { score: grid::score, plain: grid::plain },
    Notation { score: timed::score, plain: timed::plain },
];

/// The lines in plain notation, whatever they were written in.
pub(super) fn plain(lines: Vec<Line>) -> Vec<Line> {
    let scored = NOTATIONS.iter().map(|notation| ((notation.score)(&lines), notation));
    match scored.filter(|(score, _)| *score > 0).max_by_key(|(score, _)| *score) {
        Some((_, notation)) => (notation.plain)(lines),
        None => lines,
    }
}
