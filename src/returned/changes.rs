//! The changes: what was found between draft and copy, told against the block, item or place that it touches. What
//! cannot be told for certain is told as that.

use super::anchor::{self, Anchors};
use super::breaks::{lies_across, reopen};
use super::gap::{self, Outcome};
use super::printed::Piece;
use super::reading::{RESTRICTED, Read, Reading};
use super::wording;
use super::words::is_mark;
use super::{Change, What};
use crate::domain::meeting::Meeting;
use crate::domain::review::Subject;
use crate::export::document::Origin;
use crate::import::{Copy, Who};
use std::collections::HashMap;
use std::ops::Range;

/// Of something that is quoted, so many characters are.
const QUOTED: usize = 90;

/// What was found, and how much of the draft came back.
pub(super) struct Found {
    /// The changes in the order of the draft.
    pub changes: Vec<Change>,
    /// How many words of blocks were printed.
    pub printed: usize,
    /// How many of these came back, or were changed to something that is known.
    pub back: usize,
}

/// Finds the changes.
pub(super) fn find(meeting: &Meeting, pieces: &[Piece], reading: &Reading, copy: &Copy) -> Found {
    let mut anchors = anchor::find(pieces, reading);
    let breaks_tell = copy.firm && !lies_across(&anchors, pieces, reading);
    reopen(&mut anchors, pieces, reading, breaks_tell);
    let mut teller =
        Teller { meeting, pieces, reading, copy, breaks_tell, told: vec![], homes: HashMap::new(), back: 0 };
    let gaps = anchor::gaps(&anchors, reading);
    let outcomes: Vec<Outcome> = gaps
        .iter()
        .map(|(range, within)| gap::settle(pieces, reading, range.clone(), within.clone()))
        .collect();
    teller.kept(&anchors);
    teller.outcomes(&anchors, &gaps, outcomes);
    teller.comments();
    teller.told.sort_by_key(|(at, _)| *at);
    let printed = pieces.iter().map(written).sum();
    Found { changes: teller.told.into_iter().map(|(_, change)| change).collect(), printed, back: teller.back }
}

/// The changes while they are told, each with the piece at which it stands.
struct Teller<'a> {
    meeting: &'a Meeting,
    pieces: &'a [Piece],
    reading: &'a Reading,
    copy: &'a Copy,
    breaks_tell: bool,
    told: Vec<(usize, Change)>,
    /// What each passage of the copy stands for: a piece of the draft, and what a remark on it is about.
    homes: HashMap<usize, (usize, Subject)>,
    back: usize,
}

impl Teller<'_> {
    fn tell(&mut self, at: usize, on: Subject, what: What, by: &Who) {
        let was = match on {
            Subject::Block(item, block) => self.meeting.block(item, block).map(|block| block.text.clone()),
            _ => None,
        };
        let change = Change { on, what, was: was.unwrap_or_default(), by: by.clone() };
        self.told.push((at, change));
    }

    /// What a remark about a piece is about.
    fn subject(&self, at: usize) -> Subject {
        let Some(piece) = self.pieces.get(at) else { return Subject::Draft };
        match piece.of {
            Origin::Words(item, block) | Origin::About(item, block) => Subject::Block(item, block),
            Origin::Title(item) => Subject::Item(item),
            Origin::Derived => piece.item.map_or(Subject::Draft, Subject::Item),
        }
    }

    /// What came back as it was printed: only the number of a heading may differ.
    fn kept(&mut self, anchors: &Anchors) {
        for (at, piece) in self.pieces.iter().enumerate() {
            let Some(place) = anchors.at.get(at).and_then(Option::as_ref) else { continue };
            self.back += written(piece);
            self.house(place, at, self.subject(at));
            if piece.is_heading && !piece.lead.is_empty() {
                self.number(at, place);
            }
        }
    }

    fn number(&mut self, at: usize, place: &Range<usize>) {
        let marks = place.clone().rev().chain((0..place.start).rev().take(3));
        let marks = marks.filter_map(|at| self.reading.words.get(at)).filter(|read| read.is_mark);
        let here = self.reading.words.get(place.end.saturating_sub(1)).map(|read| read.passage);
        let lead = self.pieces.get(at).and_then(|piece| piece.lead.last());
        let mut marks = marks.filter(|read| Some(read.passage) == here);
        if let Some(mark) = marks.next().filter(|mark| lead.is_some_and(|lead| lead.exact != mark.word.exact))
        {
            let said = format!("The returned copy prints the number {} here.", mark.raw);
            self.tell(at, self.subject(at), What::Note(said), &self.by(std::slice::from_ref(place)));
        }
    }

    /// Who changed passages, where that is told.
    fn by(&self, units: &[Range<usize>]) -> Who {
        let passages = units.iter().filter_map(|unit| self.reading.words.get(unit.end.saturating_sub(1)));
        let mut hands = passages.filter_map(|read| self.copy.passages.get(read.passage)).map(|it| &it.by);
        hands.find(|by| !by.name.is_empty()).cloned().unwrap_or_default()
    }

    /// Who struck a piece, where that is told.
    fn striker(&self, piece: &Piece) -> Who {
        let words = piece.raw.get(piece.own.clone()).unwrap_or_default().join(" ");
        let mut gone = self.copy.gone.iter().filter(|gone| gone.words.contains(&words) && !words.is_empty());
        gone.next().map(|gone| gone.by.clone()).unwrap_or_default()
    }

    fn outcomes(&mut self, anchors: &Anchors, gaps: &[(Range<usize>, Range<usize>)], outcomes: Vec<Outcome>) {
        let is_new = |place: &Range<usize>| {
            outcomes.iter().flat_map(|outcome| &outcome.new).any(|unit| covers(self.reading, place, unit))
        };
        let is_gone = |at: usize| outcomes.iter().any(|outcome| outcome.gone.contains(&at));
        let moved = anchors.moved.iter().filter(|(at, place)| is_gone(*at) && is_new(place));
        let moved: Vec<(usize, Range<usize>)> = moved.cloned().collect();
        for ((range, _), outcome) in gaps.iter().zip(outcomes) {
            for (from, units) in &outcome.pairs {
                self.pair(from.clone(), units);
            }
            for at in &outcome.gone {
                match moved.iter().find(|(piece, _)| piece == at) {
                    Some((_, place)) => self.moved(*at, place, anchors),
                    None => self.gone(*at),
                }
            }
            let known: Vec<usize> = outcome.pairs.iter().flat_map(|(from, _)| from.clone()).collect();
            for unit in &outcome.new {
                if !moved.iter().any(|(_, place)| covers(self.reading, place, unit)) {
                    self.came(range, &outcome, &known, unit);
                }
            }
            self.unsure(range, &outcome);
        }
    }

    fn pair(&mut self, from: Range<usize>, units: &[Range<usize>]) {
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
        let text = read.iter().map(|read| read.raw.as_str()).collect::<Vec<_>>().join(" ");
        let on = self.subject(at);
        if piece.own.is_empty() || wording.is_mixed {
            let said = match wording.is_mixed {
                true => format!(
                    "The returned copy has “{text}”; part of that is printed for the words and not in them."
                ),
                false => format!(
                    "The returned copy has “{text}” for “{}”, which is printed from the record.",
                    quoted(&piece.text())
                ),
            };
            if wording.own.is_some() || wording.derived.is_some() {
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

    fn gone(&mut self, at: usize) {
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

    fn moved(&mut self, at: usize, place: &Range<usize>, anchors: &Anchors) {
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
    fn came(&mut self, range: &Range<usize>, outcome: &Outcome, known: &[usize], unit: &Range<usize>) {
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

    /// The words of a passage that came, with the word before them that says that they are restricted.
    fn added(&self, unit: &Range<usize>) -> String {
        let before = unit.start.checked_sub(1).and_then(|at| self.reading.words.get(at));
        let text = self.reading.text(unit.clone());
        match before.filter(|before| before.raw == RESTRICTED) {
            Some(before) => format!("{} {text}", before.raw),
            None => text,
        }
    }

    /// The item of everything around a stretch, if it is one.
    fn around(&self, range: &Range<usize>) -> Subject {
        let item = |at: Option<usize>| at.and_then(|at| self.pieces.get(at)).and_then(|piece| piece.item);
        let before = item(range.start.checked_sub(1));
        let same = (range.start..=range.end).all(|at| item(Some(at)) == before);
        before.filter(|_| same).map_or(Subject::Draft, Subject::Item)
    }

    fn unsure(&mut self, range: &Range<usize>, outcome: &Outcome) {
        let (pieces, units) = &outcome.unsure;
        for at in pieces {
            let piece = self.pieces.get(*at);
            let text = piece.map(|piece| quoted(&piece.text())).unwrap_or_default();
            let said =
                format!("“{text}” was changed or struck in the returned copy; it is not certain which.");
            self.tell(*at, self.subject(*at), What::Note(said), &Who::default());
        }
        let around = self.around(range);
        for unit in
            units.iter().filter(|unit| !self.reading.is_furniture(unit, self.pieces)).collect::<Vec<_>>()
        {
            let by = self.by(std::slice::from_ref(unit));
            self.house(unit, range.end, around);
            self.tell(range.end, around, What::Unplaced(self.reading.text(unit.clone())), &by);
        }
    }

    /// Notes what a passage of the copy stands for.
    fn house(&mut self, unit: &Range<usize>, at: usize, on: Subject) {
        for read in self.reading.slice(unit.clone()).iter().filter(|read| !read.is_mark) {
            self.homes.entry(read.passage).or_insert((at, on));
        }
    }

    /// What was said beside the words.
    fn comments(&mut self) {
        let copy = self.copy;
        let mut last = (0, Subject::Draft);
        for (passage, read) in copy.passages.iter().enumerate() {
            let here = self.homes.get(&passage).copied();
            last = here.unwrap_or(last);
            for comment in &read.comments {
                let about = if comment.about.is_empty() { &read.text } else { &comment.about };
                let is_plain = comment.about.is_empty() && matches!(last.1, Subject::Block(..));
                let said = match is_plain || about.is_empty() {
                    true => comment.words.clone(),
                    false => format!("“{}”: {}", quoted(about), comment.words),
                };
                self.tell(last.0, last.1, What::Comment(said), &comment.by);
            }
        }
    }
}

/// How many words of a block a piece has.
fn written(piece: &Piece) -> usize {
    if matches!(piece.of, Origin::Words(..)) { piece.own.len() } else { 0 }
}

/// Whether the words of a place are those of a passage, apart from the marks before it.
fn covers(reading: &Reading, place: &Range<usize>, unit: &Range<usize>) -> bool {
    let bare = place.clone().find(|at| reading.words.get(*at).is_some_and(|read| !read.is_mark));
    place.end == unit.end && (bare == Some(unit.start) || place.start == unit.start)
}

/// The beginning of a text, to be quoted.
fn quoted(text: &str) -> String {
    crate::text::fit(text, QUOTED)
}
