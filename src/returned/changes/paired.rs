//! Pieces with what they were changed to: new words of a block, a paragraph that was parted or joined, and what was changed
//! that is printed and not written.

use super::super::gap::Outcome;
use super::super::printed::Piece;
use super::super::reading::{RESTRICTED, Read};
use super::super::words::is_mark;
use super::super::{What, wording};
use super::{Teller, quoted, written};
use crate::export::document::Origin;
use crate::import::Who;
use std::ops::Range;

impl Teller<'_> {
    /// Tells what became of pieces that were paired with passages.
    pub(super) fn pair(&mut self, from: Range<usize>, units: &[Range<usize>]) {
        let by = self.by(units);
        units.iter().for_each(|unit| self.house(unit, from.start, self.subject(from.start)));
        let pieces = self.pieces.get(from.clone()).unwrap_or_default();
        self.back += pieces.iter().map(written).sum::<usize>();
        let all_words = pieces.iter().all(|piece| matches!(piece.of, Origin::Words(..)));
        if pieces.len() > 1 && !(self.breaks_tell && all_words) {
            return self.side_by_side(from, units, &by);
        }
        self.restriction(from.start, units, &by);
        let is_parted = units.len() > 1 && self.breaks_tell && all_words;
        let (first, rest) = units.split_at(if is_parted { 1 } else { units.len() });
        self.reworded(from.start, first, &by);
        for unit in rest {
            let text = self.added(unit);
            self.tell(from.start, self.subject(from.start), What::Add(text), &by);
        }
        for at in from.skip(1) {
            self.tell(at, self.subject(at), What::Strike, &by);
        }
    }

    /// The word that says that a passage is restricted came or went.
    fn restriction(&mut self, at: usize, units: &[Range<usize>], by: &Who) {
        let before = units.first().and_then(|unit| unit.start.checked_sub(1));
        let is_marked =
            before.and_then(|at| self.reading.words.get(at)).is_some_and(|it| it.raw == RESTRICTED);
        let was_marked = self.pieces.get(at).is_some_and(|piece| piece.is_restricted);
        if is_marked != was_marked {
            let deed = if is_marked { "adds" } else { "leaves out" };
            let said = format!("The returned copy {deed} the word {RESTRICTED} here.");
            self.tell(at, self.subject(at), What::Note(said), by);
        }
    }

    /// Pieces that stand in one passage, of which each is compared by itself.
    fn side_by_side(&mut self, from: Range<usize>, units: &[Range<usize>], by: &Who) {
        let read: Vec<Read> = self.read(None, units);
        let pieces = self.pieces.get(from.clone()).unwrap_or_default();
        match wording::parts(pieces, &read) {
            Some(parts) => {
                for (at, part) in from.zip(parts) {
                    self.wording(at, read.get(part).unwrap_or_default(), by);
                }
            }
            None => {
                let outcome =
                    Outcome { unsure: (from.clone().collect(), units.to_vec()), ..Outcome::default() };
                self.unsure(&from, &outcome);
            }
        }
    }

    fn reworded(&mut self, at: usize, units: &[Range<usize>], by: &Who) {
        let read = self.read(self.pieces.get(at), units);
        self.wording(at, &read, by);
    }

    /// The words of passages. A number that belongs to the words of a piece is among them.
    fn read(&self, piece: Option<&Piece>, units: &[Range<usize>]) -> Vec<Read> {
        let own_mark = piece.is_some_and(|piece| {
            piece.lead.is_empty() && piece.raw.first().is_some_and(|word| is_mark(word))
        });
        let before = units.first().and_then(|unit| unit.start.checked_sub(1)).filter(|_| own_mark);
        let mark = before.and_then(|at| self.reading.words.get(at)).filter(|read| read.is_mark).cloned();
        let words = units.iter().flat_map(|unit| self.reading.slice(unit.clone())).cloned();
        mark.into_iter().chain(words).collect()
    }

    /// Tells what became of the words of a piece.
    fn wording(&mut self, at: usize, read: &[Read], by: &Who) {
        let Some(piece) = self.pieces.get(at) else { return };
        let wording = wording::compare(piece, read);
        let on = self.subject(at);
        if piece.own.is_empty() || wording.is_mixed {
            if wording.own.is_some() || wording.derived.is_some() {
                let said = said_whole(piece, read, wording.is_mixed);
                self.tell(at, on, What::Note(said), by);
            }
            return;
        }
        if let Some((old, new)) = wording.derived {
            let said = format!(
                "The returned copy has “{new}” for “{old}”, which is printed for the words and not in them."
            );
            self.tell(at, on, What::Note(said), by);
        }
        let Some(own) = wording.own else { return };
        match (piece.of, own.is_empty()) {
            (Origin::Words(..), true) => self.tell(at, on, What::Strike, by),
            (Origin::Words(..), false) => {
                let own = self.without_ending(at, own);
                self.tell(at, on, What::Reword(own), by);
            }
            _ => self.tell(at, on, What::Note(format!("The returned copy has the heading “{own}”.")), by),
        }
    }

    /// New words without what the house style puts at their end.
    fn without_ending(&self, at: usize, own: String) -> String {
        let Some(piece) = self.pieces.get(at) else { return own };
        let Origin::Words(item, block) = piece.of else { return own };
        let was = self.meeting.block(item, block).map(|block| block.text.trim_end()).unwrap_or_default();
        let printed = piece.raw.get(piece.own.clone()).unwrap_or_default().join(" ");
        let was: Vec<&str> = was.split_whitespace().collect();
        let was = was.join(" ");
        let bare = was.strip_suffix(" and").unwrap_or(&was);
        let ending = printed.strip_prefix(bare).filter(|ending| !ending.is_empty() && printed != was);
        match ending.and_then(|ending| own.strip_suffix(ending)) {
            Some(own) => own.to_owned(),
            None => own,
        }
    }
}

/// That words stand for others, where nobody can tell which of them are the record's own.
fn said_whole(piece: &Piece, read: &[Read], is_mixed: bool) -> String {
    let text = read.iter().map(|read| read.raw.as_str()).collect::<Vec<_>>().join(" ");
    if is_mixed {
        return format!(
            "The returned copy has “{text}”; part of that is printed for the words and not in them."
        );
    }
    format!(
        "The returned copy has “{text}” for “{}”, which is printed from the record.",
        quoted(&piece.text())
    )
}
