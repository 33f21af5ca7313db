//! The changes: what was found between draft and copy, told against the block, item or place that it touches. What
//! cannot be told for certain is told as that.

mod paired;
mod unpaired;

use super::anchor::{self, Anchors};
use super::breaks::{lies_across, reopen};
use super::gap::{self, Outcome};
use super::printed::Piece;
use super::reading::{RESTRICTED, Reading};
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
            if let Some((at, units)) = &outcome.in_place {
                self.in_place(*at, units);
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

    /// Words that stand in the place of a block and share few with it: they are offered as its wording, and the clerk is
    /// told that only the order says so.
    fn in_place(&mut self, at: usize, units: &[Range<usize>]) {
        let said = "Few of these words are in the paragraph that stands in their place in the returned copy; \
                    it is not certain that it is their new wording, and not another paragraph.";
        let by = self.by(units);
        self.tell(at, self.subject(at), What::Note(said.to_owned()), &by);
        self.pair(at..at + 1, units);
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
