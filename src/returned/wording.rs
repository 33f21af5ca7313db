//! A piece of the draft and what it was changed to: which of the new words are the record's own, and which stand for words
//! that were derived. Knows nothing of what else was changed.

use super::printed::Piece;
use super::reading::Read;
use super::words::hunks;
use std::ops::Range;

/// What became of the words of a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wording {
    /// What the record's own words were changed to; none where they read as before.
    pub own: Option<String>,
    /// What derived words were changed from and to.
    pub derived: Option<(String, String)>,
    /// Whether own and derived words were changed in one, so that nobody can tell which stand for which.
    pub is_mixed: bool,
}

/// Compares a piece with what it became.
pub(super) fn compare(piece: &Piece, read: &[Read]) -> Wording {
    let hunks = compared(piece, read);
    let edge = piece.own.start;
    let is_mixed = hunks.iter().any(|(gone, _)| gone.start < edge && edge < gone.end);
    let (before, after): (Vec<_>, Vec<_>) = hunks.iter().partition(|(gone, _)| gone.start < edge);
    let moved = before.iter().map(|(gone, come)| come.len() as isize - gone.len() as isize).sum();
    let cut = edge.saturating_add_signed(moved).min(read.len());
    let derived = (!before.is_empty()).then(|| {
        let new: Vec<&str> = read.iter().take(cut).map(|read| read.raw.as_str()).collect();
        let old: Vec<&str> = piece.raw.iter().take(edge).map(String::as_str).collect();
        (old.join(" "), new.join(" "))
    });
    let own = (!after.is_empty()).then(|| worded(piece, read, &hunks, cut));
    Wording { own, derived, is_mixed }
}

fn compared(piece: &Piece, read: &[Read]) -> Vec<(Range<usize>, Range<usize>)> {
    let number = |word: &super::words::Word| if piece.is_heading { word.folded } else { word.exact };
    let before: Vec<u32> = piece.words.iter().map(number).collect();
    let after: Vec<u32> = read.iter().map(|read| number(&read.word)).collect();
    hunks(&before, &after)
}

/// The new words from one on. Words that were kept are written as they were, whatever quotation marks came back.
fn worded(piece: &Piece, read: &[Read], hunks: &[(Range<usize>, Range<usize>)], from: usize) -> String {
    let kept = |at: usize| {
        if hunks.iter().any(|(_, come)| come.contains(&at)) {
            return None;
        }
        let before = hunks.iter().filter(|(_, come)| come.end <= at);
        let moved: isize = before.map(|(gone, come)| gone.len() as isize - come.len() as isize).sum();
        piece.raw.get(at.checked_add_signed(moved)?)
    };
    let words = read.iter().enumerate().skip(from);
    let words: Vec<&str> =
        words.map(|(at, read)| kept(at).map_or(read.raw.as_str(), String::as_str)).collect();
    words.join(" ")
}

/// Where the words of each of several pieces stand in one passage. None where words were changed across their edges,
/// or come between them.
pub(super) fn parts(pieces: &[Piece], read: &[Read]) -> Option<Vec<Range<usize>>> {
    let before: Vec<u32> = pieces.iter().flat_map(|piece| &piece.words).map(|word| word.folded).collect();
    let after: Vec<u32> = read.iter().map(|read| read.word.folded).collect();
    let hunks = hunks(&before, &after);
    let (mut parts, mut edge, mut start) = (Vec::new(), 0, 0);
    for piece in pieces {
        edge += piece.words.len();
        if edge < before.len() && hunks.iter().any(|(gone, _)| gone.start <= edge && edge <= gone.end) {
            return None;
        }
        let moved = hunks.iter().filter(|(gone, _)| gone.end <= edge);
        let moved: isize = moved.map(|(gone, come)| come.len() as isize - gone.len() as isize).sum();
        let end = edge.saturating_add_signed(moved).min(read.len());
        parts.push(start..end);
        start = end;
    }
    Some(parts)
}
