//! Breaks between passages, and where they are somebody's doing: a paragraph that was parted, two that were joined, words
//! that were written on to what was printed. Knows nothing of what is told of them.

use super::anchor::{self, Anchors};
use super::printed::Piece;
use super::reading::Reading;
use crate::export::document::Origin;
use std::ops::Range;

/// Of a hundred pieces so many may lie across passages by somebody's doing; more, and passages are only lines.
const ACROSS: usize = 10;

/// Whether passages are only lines, so that many pieces lie across several.
pub(super) fn lies_across(anchors: &Anchors, pieces: &[Piece], reading: &Reading) -> bool {
    let long = || {
        let found = pieces.iter().zip(&anchors.at).filter(|(piece, _)| piece.words.len() > 10);
        found.filter_map(|(_, place)| place.clone())
    };
    let across = long().filter(|place| is_across(reading, place)).count();
    across * 100 > long().count() * ACROSS && across > 1
}

fn is_across(reading: &Reading, place: &Range<usize>) -> bool {
    let passages = reading.slice(place.clone()).iter().filter(|read| !read.is_mark).map(|read| read.passage);
    let (first, last) = (passages.clone().min(), passages.max());
    first != last
}

/// Takes back what was found to stand as printed where something else stands in the same passage, or where a passage
/// was parted or joined: such a passage is compared as a whole.
pub(super) fn reopen(anchors: &mut Anchors, pieces: &[Piece], reading: &Reading, breaks_tell: bool) {
    let mut again: Vec<usize> = Vec::new();
    let passage = |at: usize| reading.words.get(at).map(|read| read.passage);
    for (range, within) in anchor::gaps(anchors, reading) {
        let units = reading.units(within);
        let (Some(first), Some(last)) = (units.first(), units.last()) else { continue };
        let before = range.start.checked_sub(1).filter(|_| !reading.begins(first.start));
        again.extend(before);
        let after =
            anchors.at.get(range.end).and_then(Option::as_ref).map(|place| first_word(reading, place));
        if after.and_then(passage).is_some_and(|passage_after| passage(last.start) == Some(passage_after)) {
            again.push(range.end);
        }
    }
    if breaks_tell {
        again.extend(broken(anchors, pieces, reading));
    }
    for at in again {
        if let Some(slot) = anchors.at.get_mut(at) {
            *slot = None;
        }
    }
}

/// The first word of a place that is no mark.
fn first_word(reading: &Reading, place: &Range<usize>) -> usize {
    let is_word = |at: &usize| reading.words.get(*at).is_some_and(|read| !read.is_mark);
    place.clone().find(is_word).unwrap_or(place.start)
}

/// The words of blocks that lie across passages, and those that share one.
fn broken(anchors: &Anchors, pieces: &[Piece], reading: &Reading) -> Vec<usize> {
    let is_words = |at: usize| pieces.get(at).is_some_and(|piece| matches!(piece.of, Origin::Words(..)));
    let passage = |at: usize| reading.words.get(at).map(|read| read.passage);
    let mut broken = Vec::new();
    let mut before: Option<(usize, Option<usize>)> = None;
    for (at, place) in anchors.at.iter().enumerate() {
        let Some(place) = place else { continue };
        if is_words(at) && is_across(reading, place) {
            broken.push(at);
        }
        let here = passage(first_word(reading, place));
        if let Some((other, there)) = before
            && here == there
            && is_words(at)
            && is_words(other)
        {
            broken.extend([other, at]);
        }
        before = Some((at, passage(place.end.saturating_sub(1))));
    }
    broken
}
