//! Pieces of which nothing came back, passages that were not printed, and both where it cannot be told what became of which.

use super::super::What;
use super::super::anchor::Anchors;
use super::super::gap::Outcome;
use super::super::printed::Piece;
use super::{Teller, quoted, written};
use crate::domain::review::Subject;
use crate::export::document::Origin;
use crate::import::Who;
use std::ops::Range;

impl Teller<'_> {
    /// Who struck a piece, where that is told.
    fn striker(&self, piece: &Piece) -> Who {
        let words = piece.raw.get(piece.own.clone()).unwrap_or_default().join(" ");
        let mut gone = self.copy.gone.iter().filter(|gone| gone.words.contains(&words) && !words.is_empty());
        gone.next().map(|gone| gone.by.clone()).unwrap_or_default()
    }

    /// Whether the same words stand beside a piece as something else, so that nobody can tell which of the two went.
    fn has_double(&self, at: usize) -> bool {
        let block = |at: usize| match self.pieces.get(at)?.of {
            Origin::Words(item, block) => self.meeting.block(item, block),
            _ => None,
        };
        let Some(here) = block(at) else { return false };
        let beside = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten().filter_map(block);
        let mut doubles = beside.filter(|other| other.text == here.text);
        doubles.any(|other| (&other.kind, other.level) != (&here.kind, here.level))
    }

    /// Tells that a piece is not in the copy.
    pub(super) fn gone(&mut self, at: usize) {
        let Some(piece) = self.pieces.get(at).filter(|piece| !piece.is_optional) else { return };
        let by = self.striker(piece);
        let text = piece.text();
        let said = match piece.of {
            Origin::Words(..) if self.has_double(at) => {
                format!(
                    "“{}” stands once less in the returned copy; it is not certain which went.",
                    quoted(&text)
                )
            }
            Origin::Words(..) if !piece.own.is_empty() => {
                return self.tell(at, self.subject(at), What::Strike, &by);
            }
            Origin::Title(_) => format!("The returned copy leaves out the heading “{}”.", quoted(&text)),
            _ => {
                format!("The returned copy leaves out “{}”, which is printed from the record.", quoted(&text))
            }
        };
        self.tell(at, self.subject(at), What::Note(said), &by);
    }

    /// Tells that a piece stands in another place.
    pub(super) fn moved(&mut self, at: usize, place: &Range<usize>, anchors: &Anchors) {
        let is_before = |other: &Option<Range<usize>>| other.as_ref().is_some_and(|it| it.end <= place.start);
        let before = anchors.at.iter().rposition(is_before).and_then(|at| self.pieces.get(at));
        let item = before.and_then(|piece| piece.item).and_then(|item| self.meeting.item(item));
        let under = item.map(|item| format!(" under {},", item.name())).unwrap_or_default();
        let after = before.map(|piece| quoted(&piece.text())).unwrap_or_default();
        let said = format!("The returned copy has this in another place:{under} after “{after}”.");
        self.back += self.pieces.get(at).map_or(0, written);
        self.tell(at, self.subject(at), What::Moved(said), &self.by(std::slice::from_ref(place)));
    }

    /// A passage that was not printed: a paragraph to add, if it is certain where.
    pub(super) fn came(
        &mut self,
        range: &Range<usize>,
        outcome: &Outcome,
        known: &[usize],
        unit: &Range<usize>,
    ) {
        if self.reading.is_furniture(unit, self.pieces) {
            return;
        }
        let text = self.added(unit);
        // It follows the last piece before it that came back.
        let came_before = |at: &usize| {
            let units = outcome.pairs.iter().filter(|(from, _)| from.contains(at)).flat_map(|(_, to)| to);
            units.clone().count() > 0 && units.clone().all(|other| other.start < unit.start)
        };
        let before = known.iter().copied().filter(came_before).max().or(range.start.checked_sub(1));
        let place = before.and_then(|at| self.pieces.get(at)).and_then(|piece| piece.place);
        let at = before.map_or(0, |at| at + 1).max(range.start);
        let by = self.by(std::slice::from_ref(unit));
        let on = place.unwrap_or_else(|| self.around(range));
        self.house(unit, at, on);
        match place.filter(|_| outcome.unsure.1.is_empty()) {
            Some(place) => self.tell(before.unwrap_or(at), place, What::Add(text), &by),
            None => self.tell(at, on, What::Unplaced(text), &by),
        }
    }

    /// The item of everything around a stretch, if it is one.
    fn around(&self, range: &Range<usize>) -> Subject {
        let item = |at: Option<usize>| at.and_then(|at| self.pieces.get(at)).and_then(|piece| piece.item);
        let before = item(range.start.checked_sub(1));
        let same = (range.start..=range.end).all(|at| item(Some(at)) == before);
        before.filter(|_| same).map_or(Subject::Draft, Subject::Item)
    }

    /// Tells of pieces and passages of which it is not certain what became of which.
    pub(super) fn unsure(&mut self, range: &Range<usize>, outcome: &Outcome) {
        let (pieces, units) = &outcome.unsure;
        for at in pieces {
            let piece = self.pieces.get(*at);
            let text = piece.map(|piece| quoted(&piece.text())).unwrap_or_default();
            let said =
                format!("“{text}” was changed or struck in the returned copy; it is not certain which.");
            self.tell(*at, self.subject(*at), What::Note(said), &Who::default());
        }
        let around = self.around(range);
        let (reading, printed) = (self.reading, self.pieces);
        for unit in units.iter().filter(|unit| !reading.is_furniture(unit, printed)) {
            let by = self.by(std::slice::from_ref(unit));
            self.house(unit, range.end, around);
            self.tell(range.end, around, What::Unplaced(self.reading.text(unit.clone())), &by);
        }
    }
}
