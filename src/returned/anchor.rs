//! What stands in the copy word by word as it was printed. Breaks of lines and paragraphs do not matter here, so a copy
//! that was set anew is still the same.
//!
//! First come pieces that were printed once and stand in the copy once, in the order of both; from each the pieces
//! beside it are followed. Between them the same is done again, until nothing more is found.

use super::printed::Piece;
use super::reading::Reading;
use std::collections::HashMap;
use std::ops::Range;

/// What became of the pieces.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    /// Where each piece stands in the copy word by word, in the order of the pieces.
    pub at: Vec<Option<Range<usize>>>,
    /// Pieces that stand once in the copy, in another place than they were printed in.
    pub moved: Vec<(usize, Range<usize>)>,
}

/// Finds the pieces of the draft in the copy.
pub(super) fn find(pieces: &[Piece], reading: &Reading) -> Anchors {
    let mut anchors = Anchors { at: vec![None; pieces.len()], moved: Vec::new() };
    // The draft is taken to begin and end where the copy does, as far as the words agree.
    follow_on(&mut anchors, pieces, reading, 0, 0, reading.words.len());
    follow_back(&mut anchors, pieces, reading, pieces.len(), 0, reading.words.len());
    for round in 0..ROUNDS {
        let mut found = false;
        for (range, within) in gaps(&anchors, reading) {
            found |= fill(&mut anchors, pieces, reading, range, &within, round == 0);
        }
        if !found && round > 0 {
            break;
        }
    }
    anchors
}

/// After so many rounds nothing more is worth finding.
const ROUNDS: usize = 12;

/// The stretches between what was found: pieces, and words of the copy.
pub(super) fn gaps(anchors: &Anchors, reading: &Reading) -> Vec<(Range<usize>, Range<usize>)> {
    let mut gaps = Vec::new();
    let (mut piece, mut word) = (0, 0);
    for (at, place) in anchors.at.iter().enumerate() {
        if let Some(place) = place {
            gaps.push((piece..at, word..place.start));
            (piece, word) = (at + 1, place.end);
        }
    }
    gaps.push((piece..anchors.at.len(), word..reading.words.len()));
    gaps.retain(|(pieces, words)| !pieces.is_empty() || !words.is_empty());
    gaps
}

/// Finds pieces between two that were found. Returns whether any were.
fn fill(
    anchors: &mut Anchors,
    pieces: &[Piece],
    reading: &Reading,
    range: Range<usize>,
    within: &Range<usize>,
    is_first: bool,
) -> bool {
    let mut printed: HashMap<Vec<u32>, usize> = HashMap::new();
    let key = |piece: &Piece| piece.words.iter().map(|word| word.folded).collect::<Vec<_>>();
    for piece in pieces.get(range.clone()).unwrap_or_default() {
        *printed.entry(key(piece)).or_default() += 1;
    }
    let mut once: Vec<(usize, Range<usize>)> = Vec::new();
    for (at, piece) in pieces.iter().enumerate().take(range.end).skip(range.start) {
        if printed.get(&key(piece)) == Some(&1)
            && let [place] = reading.places(piece, within).as_slice()
            && is_whole(reading, place)
        {
            once.push((at, place.clone()));
        }
    }
    let chosen = in_order(&once);
    for (at, place) in &chosen {
        if let Some(slot) = anchors.at.get_mut(*at) {
            *slot = Some(place.clone());
        }
    }
    if is_first {
        anchors.moved.extend(once.iter().filter(|one| !chosen.contains(one)).cloned());
    }
    for (n, (at, place)) in chosen.iter().enumerate() {
        let before = n.checked_sub(1).and_then(|n| chosen.get(n)).map_or(within.start, |(_, it)| it.end);
        let after = chosen.get(n + 1).map_or(within.end, |(_, it)| it.start);
        follow_back(anchors, pieces, reading, *at, before, place.start);
        follow_on(anchors, pieces, reading, at + 1, place.end, after);
    }
    !chosen.is_empty()
}

/// Whether words begin and end with passages.
fn is_whole(reading: &Reading, place: &Range<usize>) -> bool {
    reading.begins(place.start) && (place.end == reading.words.len() || reading.begins(place.end))
}

/// Follows the pieces from one on, as long as each stands right after the one before.
fn follow_on(
    anchors: &mut Anchors,
    pieces: &[Piece],
    reading: &Reading,
    from: usize,
    word: usize,
    end: usize,
) {
    let mut here = word;
    for (piece, slot) in pieces.iter().zip(&mut anchors.at).skip(from) {
        if slot.is_some() {
            return;
        }
        match reading.run(piece, here).filter(|to| *to <= end) {
            Some(to) => {
                *slot = Some(here..to);
                here = to;
            }
            None if piece.is_optional => {}
            None => return,
        }
    }
}

/// Follows the pieces back from one, as long as each stands right before the one after.
fn follow_back(
    anchors: &mut Anchors,
    pieces: &[Piece],
    reading: &Reading,
    from: usize,
    start: usize,
    word: usize,
) {
    let mut here = word;
    for (piece, slot) in pieces.iter().zip(&mut anchors.at).take(from).rev() {
        if slot.is_some() {
            return;
        }
        let latest = here.saturating_sub(piece.words.len());
        let earliest = latest.saturating_sub(piece.lead.len() + 2).max(start);
        let found = (earliest..=latest).find(|at| *at >= start && reading.run(piece, *at) == Some(here));
        match found {
            Some(at) => {
                *slot = Some(at..here);
                here = at;
            }
            None if piece.is_optional => {}
            None => return,
        }
    }
}

/// The most that follow each other in the copy as well as in the draft.
fn in_order(found: &[(usize, Range<usize>)]) -> Vec<(usize, Range<usize>)> {
    // The last of the best row of each length, and what came before each.
    let mut last: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(found.len());
    let start = |at: usize| found.get(at).map_or(0, |(_, place)| place.start);
    for (at, (_, place)) in found.iter().enumerate() {
        let length = last.partition_point(|other| start(*other) < place.start);
        before.push(length.checked_sub(1).and_then(|length| last.get(length)).copied());
        match last.get_mut(length) {
            Some(slot) => *slot = at,
            None => last.push(at),
        }
    }
    let mut chosen = Vec::new();
    let mut next = last.last().copied();
    while let Some(at) = next {
        chosen.extend(found.get(at).cloned());
        next = before.get(at).copied().flatten();
    }
    chosen.reverse();
    // Places may overlap where one piece reads like the end of another and the beginning of a third.
    let mut end = 0;
    chosen.retain(|(_, place)| {
        let apart = place.start >= end;
        end = if apart { place.end } else { end };
        apart
    });
    chosen
}
