//! What was changed: pieces that do not stand in the copy word by word, against the words of the copy that were not
//! printed, between two places that are certain. A piece is paired with what has most of its words, and only where
//! nothing else there could be meant as well.

use super::printed::Piece;
use super::reading::Reading;
use super::words::hunks;
use crate::export::document::Origin;
use std::collections::HashMap;
use std::ops::Range;

/// Of a hundred words, how many two passages must share to be wordings of one.
const ALIKE: usize = 50;
/// The same where one piece and one passage stand alone between certain places.
const ALIKE_ALONE: usize = 34;
/// The same where, beside that, only their place in the order says that one may be a wording of the other. What shares less
/// is another paragraph.
const ALIKE_BY_PLACE: usize = 15;
/// Another pairing that comes so near, in hundredths, leaves both in doubt.
const MARGIN: usize = 20;
/// A piece is put together from so many passages at most, and a passage from so many pieces.
const MOST_PARTS: usize = 12;
/// A stretch with more pairs of pieces and passages than this is not looked through: nearly all of it was rewritten.
const MOST_PAIRS: usize = 10_000;

/// What became of the pieces and passages of a stretch.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Pieces with what they were changed to. Several pieces were joined; a piece and several passages were parted.
    pub pairs: Vec<(Range<usize>, Vec<Range<usize>>)>,
    /// The words of a block and what stands alone in their place, although few of them are left.
    pub in_place: Option<(usize, Vec<Range<usize>>)>,
    /// Pieces of which nothing is left.
    pub gone: Vec<usize>,
    /// Passages that were not printed.
    pub new: Vec<Range<usize>>,
    /// Pieces and passages of which it cannot be told what became of which.
    pub unsure: (Vec<usize>, Vec<Range<usize>>),
}

/// Settles a stretch.
pub(super) fn settle(
    pieces: &[Piece],
    reading: &Reading,
    range: Range<usize>,
    within: Range<usize>,
) -> Outcome {
    let units = reading.units(within);
    if range.is_empty() || units.is_empty() {
        return Outcome { gone: range.collect(), new: units, ..Outcome::default() };
    }
    if range.len() * units.len() > MOST_PAIRS {
        return Outcome { unsure: (range.collect(), units), ..Outcome::default() };
    }
    let gap = Gap { pieces, reading, first: range.start, count: range.len(), units };
    gap.by_place(gap.settled())
}

/// A stretch while it is settled. Pieces and passages are counted from its beginning.
struct Gap<'a> {
    pieces: &'a [Piece],
    reading: &'a Reading,
    first: usize,
    count: usize,
    units: Vec<Range<usize>>,
}

/// So many pieces from one on, and so many passages from one on.
type Pairing = (Range<usize>, Range<usize>);

impl Gap<'_> {
    fn settled(&self) -> Outcome {
        let mut pairings = self.best();
        let (pieces, units) = self.in_doubt(&mut pairings);
        let mut outcome = Outcome::default();
        let of_piece = |at: usize| self.first + at;
        for (from, to) in &pairings {
            let units = to.clone().filter_map(|at| self.units.get(at).cloned()).collect();
            outcome.pairs.push((of_piece(from.start)..of_piece(from.end), units));
        }
        for at in (0..self.count).filter(|at| !pairings.iter().any(|(from, _)| from.contains(at))) {
            let list = if pieces.contains(&at) { &mut outcome.unsure.0 } else { &mut outcome.gone };
            list.push(of_piece(at));
        }
        for (at, unit) in self.units.iter().enumerate() {
            if !pairings.iter().any(|(_, to)| to.contains(&at)) {
                let list = if units.contains(&at) { &mut outcome.unsure.1 } else { &mut outcome.new };
                list.push(unit.clone());
            }
        }
        outcome
    }

    /// Where one block alone is gone and one passage alone came in its place, or several that no blank line parts, that may
    /// be its new wording: it is told so, and that it is not certain.
    fn by_place(&self, mut outcome: Outcome) -> Outcome {
        let is_block = self.pieces.get(self.first).is_some_and(|piece| {
            matches!(piece.of, Origin::Words(..)) && !piece.own.is_empty() && !piece.is_optional
        });
        let is_one = (1..self.units.len()).all(|at| self.is_close(at));
        let is_new = outcome.new.len() == self.units.len() && self.count == 1 && is_one;
        if let ([piece], true) = (outcome.gone.as_slice(), is_block && is_new)
            && self.shared_by_place() >= ALIKE_BY_PLACE
        {
            outcome.in_place = Some((*piece, std::mem::take(&mut outcome.new)));
            outcome.gone.clear();
        }
        outcome
    }

    /// How many words the only piece and all passages share in order, in hundredths of the longer.
    fn shared_by_place(&self) -> usize {
        let (before, after) = (self.printed(0..1), self.read(0..self.units.len()));
        in_order(&before, &after) * 100 / before.len().max(after.len()).max(1)
    }

    /// The words of pieces as they are compared.
    fn printed(&self, at: Range<usize>) -> Vec<u32> {
        let pieces = self.pieces.get(self.first + at.start..self.first + at.end).unwrap_or_default();
        pieces.iter().flat_map(|piece| &piece.words).map(|word| word.folded).collect()
    }

    /// The words of pieces by which they are known: those that are long and not derived.
    fn telling(&self, at: Range<usize>) -> Vec<u32> {
        let pieces = self.pieces.get(self.first + at.start..self.first + at.end).unwrap_or_default();
        let words = pieces.iter().flat_map(|piece| piece.words.iter().skip(piece.own.start));
        words.filter(|word| !word.is_small).map(|word| word.folded).collect()
    }

    /// Of the words by which pieces are known, how many stand in passages, in hundredths.
    fn kinship(&self, from: Range<usize>, to: Range<usize>) -> usize {
        let (before, after) = (self.telling(from), self.read(to));
        if before.is_empty() { 100 } else { shared(&before, &after) * 100 / before.len() }
    }

    /// The words of passages as they are compared.
    fn read(&self, at: Range<usize>) -> Vec<u32> {
        let units = self.units.get(at).unwrap_or_default();
        let words = units.iter().flat_map(|unit| self.reading.slice(unit.clone()));
        words.map(|read| read.word.folded).collect()
    }

    /// How many words pieces and passages share in order, and how much that is of the longer, in hundredths.
    fn likeness(&self, from: Range<usize>, to: Range<usize>) -> (usize, usize) {
        let (before, after) = (self.printed(from), self.read(to));
        let longest = before.len().max(after.len()).max(1);
        // What they share in any order is quickly counted, and they cannot share more in order.
        if shared(&before, &after) * 100 < longest * ALIKE_ALONE {
            return (0, 0);
        }
        let same = in_order(&before, &after);
        (same, same * 100 / longest)
    }

    fn threshold(&self) -> usize {
        if self.count == 1 && self.units.len() == 1 { ALIKE_ALONE } else { ALIKE }
    }

    /// The pairings, in order, that keep the most words.
    fn best(&self) -> Vec<Pairing> {
        let (rows, columns) = (self.count + 1, self.units.len() + 1);
        // What is kept up to each place, and the pairing by which it is reached.
        let mut kept: Vec<(usize, Option<Pairing>)> = vec![(0, None); rows * columns];
        let at = |row: usize, column: usize| row * columns + column;
        for row in 1..rows {
            for column in 1..columns {
                let skipped = [at(row - 1, column), at(row, column - 1)];
                let mut best = skipped.iter().filter_map(|at| kept.get(*at)).map(|(words, _)| *words).max();
                let mut by = None;
                for (from, to, words) in self.ending_at(row, column) {
                    let before = kept.get(at(from.start, to.start)).map_or(0, |(words, _)| *words);
                    if best.is_none_or(|best| before + words > best) {
                        best = Some(before + words);
                        by = Some((from, to));
                    }
                }
                if let Some(slot) = kept.get_mut(at(row, column)) {
                    *slot = (best.unwrap_or(0), by);
                }
            }
        }
        self.traced(&kept)
    }

    /// The pairings by which the last place was reached, from what is kept up to each.
    fn traced(&self, kept: &[(usize, Option<Pairing>)]) -> Vec<Pairing> {
        let columns = self.units.len() + 1;
        let at = |row: usize, column: usize| row * columns + column;
        let (mut row, mut column) = (self.count, self.units.len());
        let mut pairings = Vec::new();
        while let Some((words, by)) = kept.get(at(row, column)).filter(|_| row > 0 && column > 0) {
            if let Some((from, to)) = by {
                (row, column) = (from.start, to.start);
                pairings.push((from.clone(), to.clone()));
            } else if kept.get(at(row - 1, column)).is_some_and(|(other, _)| other == words) {
                row -= 1;
            } else {
                column -= 1;
            }
        }
        pairings.reverse();
        pairings
    }

    /// The pairings that end with a piece and a passage, each with the words that it keeps.
    fn ending_at(&self, row: usize, column: usize) -> Vec<(Range<usize>, Range<usize>, usize)> {
        let mut found = Vec::new();
        let mut add = |from: Range<usize>, to: Range<usize>| {
            let (words, likeness) = self.likeness(from.clone(), to.clone());
            if likeness >= self.threshold() {
                found.push((from, to, words));
            }
        };
        add(row - 1..row, column - 1..column);
        for parts in 2..=MOST_PARTS.min(column) {
            let to = column - parts..column;
            if self.is_parted(row - 1, &to) && self.all_bring(&(row - 1..row), &to) {
                add(row - 1..row, to);
            }
        }
        for parts in 2..=MOST_PARTS.min(row) {
            let from = row - parts..row;
            if self.is_joined(&from, column - 1) && self.all_bring(&from, &(column - 1..column)) {
                add(from, column - 1..column);
            }
        }
        found
    }

    /// Whether the first and the last of several each bring words that the others do not have: at least half of their
    /// own.
    fn all_bring(&self, from: &Range<usize>, to: &Range<usize>) -> bool {
        let same = |from: Range<usize>, to: Range<usize>| in_order(&self.printed(from), &self.read(to));
        let all = same(from.clone(), to.clone());
        let brings = |without: usize, words: usize| (all - without.min(all)) * 2 >= words;
        if to.len() > 1 {
            let first = same(from.clone(), to.start + 1..to.end);
            let last = same(from.clone(), to.start..to.end - 1);
            brings(first, self.read(to.start..to.start + 1).len())
                && brings(last, self.read(to.end - 1..to.end).len())
        } else {
            let first = same(from.start + 1..from.end, to.clone());
            let last = same(from.start..from.end - 1, to.clone());
            brings(first, self.printed(from.start..from.start + 1).len())
                && brings(last, self.printed(from.end - 1..from.end).len())
        }
    }

    /// Whether a piece was parted into passages: most of the words of the first and of the last are its own, and so
    /// are those between, unless no blank line parts them from it.
    fn is_parted(&self, piece: usize, units: &Range<usize>) -> bool {
        let words = self.printed(piece..piece + 1);
        units.clone().all(|at| {
            let is_inner = at > units.start && at + 1 < units.end;
            is_inner && self.is_close(at) && self.is_close(at + 1)
                || is_mostly_in(&self.read(at..at + 1), &words)
        })
    }

    /// Whether pieces were joined to a passage: most of the words of each are in it.
    fn is_joined(&self, pieces: &Range<usize>, unit: usize) -> bool {
        let words = self.read(unit..unit + 1);
        pieces.clone().all(|at| is_mostly_in(&self.printed(at..at + 1), &words))
    }

    fn is_close(&self, unit: usize) -> bool {
        let word = self.units.get(unit).and_then(|unit| self.reading.words.get(unit.start));
        word.and_then(|word| self.reading.close.get(word.passage)).copied().unwrap_or(false)
    }

    /// Takes away every pairing beside which another is nearly as good, and returns the pieces and passages of which
    /// it cannot be told what became of which.
    fn in_doubt(&self, pairings: &mut Vec<Pairing>) -> (Vec<usize>, Vec<usize>) {
        let (mut pieces, mut units): (Vec<usize>, Vec<usize>) = Default::default();
        loop {
            let is_free = |at: &usize, side: fn(&Pairing) -> &Range<usize>| {
                !pairings.iter().any(|pairing| side(pairing).contains(at))
            };
            let free_pieces: Vec<usize> = (0..self.count).filter(|at| is_free(at, |it| &it.0)).collect();
            let free_units: Vec<usize> = (0..self.units.len()).filter(|at| is_free(at, |it| &it.1)).collect();
            let mut doubt = None;
            for (n, (from, to)) in pairings.iter().enumerate() {
                let (_, likeness) = self.likeness(from.clone(), to.clone());
                let kinship = self.kinship(from.clone(), to.clone());
                let rivals = |from: Range<usize>, to: Range<usize>| {
                    let (_, other) = self.likeness(from.clone(), to.clone());
                    let is_alike = other + MARGIN > likeness && other >= ALIKE_ALONE;
                    is_alike && self.kinship(from, to) + MARGIN > kinship
                };
                let piece = free_pieces.iter().find(|at| rivals(**at..**at + 1, to.clone()));
                let unit = free_units.iter().find(|at| rivals(from.clone(), **at..**at + 1));
                if piece.is_some() || unit.is_some() {
                    doubt = Some((n, piece.copied(), unit.copied()));
                    break;
                }
            }
            let Some((n, piece, unit)) = doubt else { break };
            let (from, to) = pairings.remove(n);
            pieces.extend(from.chain(piece));
            units.extend(to.chain(unit));
        }
        (pieces, units)
    }
}

/// How many words two rows share, in whatever order.
fn shared(one: &[u32], other: &[u32]) -> usize {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    one.iter().for_each(|word| *counts.entry(*word).or_default() += 1);
    let takes = |word: &&u32| match counts.get_mut(word) {
        Some(left) if *left > 0 => {
            *left -= 1;
            true
        }
        _ => false,
    };
    other.iter().filter(takes).count()
}

/// How many words two rows share in the same order.
fn in_order(before: &[u32], after: &[u32]) -> usize {
    before.len() - hunks(before, after).iter().map(|(gone, _)| gone.len()).sum::<usize>()
}

/// Whether more than half of some words stand in others in the same order.
fn is_mostly_in(part: &[u32], whole: &[u32]) -> bool {
    !part.is_empty() && in_order(part, whole) * 2 > part.len()
}
