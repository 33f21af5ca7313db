//! Finds the items of a paper. Every way in which headings can be marked gives candidates; signs say how likely each is
//! the title of an item; candidates of one look that follow each other make a chain; every chain is a reading of the
//! paper, and readings are weighed as wholes. Nothing is decided before the readings are compared.

mod below;
pub(super) mod candidate;
pub(super) mod chain;
mod choices;
pub(super) mod context;
pub(super) mod fact;
pub(super) mod label;
pub(in crate::import) mod lexicon;
pub(super) mod mark;
pub(super) mod reading;
mod refusal;
mod rewrite;
mod rule;
pub(super) mod sign;
pub(super) mod weights;

use super::guess::Guess;
use super::paper::{Line, squeeze};
use super::{Sure, attendance, cue, flow, rows};
use candidate::{Candidate, Family};
pub use choices::Choices;
pub(super) use choices::choices;
use context::Context;
use mark::Finder;
use reading::Reading;
use weights::Weights;

/// Worth of a planned break as an item.
const BREAK: i32 = -1000;

/// Readings of a paper, the best first.
pub(super) struct Readings {
    /// All candidates.
    pub candidates: Vec<Candidate>,
    /// Readings of them, the best first.
    pub readings: Vec<Reading>,
    /// Candidates of one look, whatever they are worth.
    pub groups: Vec<Vec<usize>>,
}

/// Lead of the best reading over the next from which on its items are told as certain, in hundredths.
const CERTAIN: i32 = 150;
/// Readings that share so many items in a hundred are one.
const SAME: usize = 90;

impl Readings {
    /// By how much the best reading is worth more than the best that has other items, in hundredths.
    pub fn lead(&self) -> i32 {
        let places = |reading: &Reading| -> Vec<usize> {
            reading.items.iter().filter_map(|item| self.candidates.get(*item)).map(|found| found.at).collect()
        };
        let Some((best, others)) = self.readings.split_first() else { return 0 };
        let own = places(best);
        let is_other = |reading: &&Reading| {
            let places = places(reading);
            let shared = places.iter().filter(|at| own.binary_search(at).is_ok()).count();
            shared * 100 < SAME * own.len().max(places.len())
        };
        // A paper with one reading is as sure as that reading is worth more than nothing.
        others.iter().find(is_other).map_or(best.score, |other| (best.score - other.score).min(best.score))
    }

    /// How sure the best reading is.
    fn sure(&self, best: &Reading) -> Sure {
        let family = best.items.first().and_then(|item| self.candidates.get(*item)).map(|item| item.family);
        // What nothing but its look sets apart needs a wider lead.
        let is_plain = matches!(family, Some(Family::Plain | Family::Entry | Family::RunIn | Family::Look));
        let least = if is_plain { CERTAIN * 2 } else { CERTAIN };
        if self.lead() >= least { Sure::Recognised } else { Sure::Guessed }
    }

    /// The headings of a reading.
    fn guess(&self, lines: &[Line], reading: &Reading) -> Guess {
        let title = |candidate: &Candidate| {
            let line = lines.get(candidate.at)?;
            Some(squeeze(line.text.get(candidate.title.clone())?))
        };
        let items = reading.items.iter().filter_map(|item| self.candidates.get(*item));
        Guess { titles: items.filter_map(title).collect() }
    }
}

/// Reads the items of lines in every way there is.
pub(super) fn read(lines: &[Line], weights: &Weights) -> Readings {
    let context = Context::new(lines);
    let mut finder = Finder::run(&context);
    for at in 0..finder.candidates.len() {
        let Some(candidate) = finder.candidates.get(at) else { break };
        let signs = sign::read(&context, candidate);
        let line = lines.get(candidate.at).map_or("", |line| line.text.as_str());
        let words = line.get(candidate.title.clone()).unwrap_or("");
        // A break is no item, however it is set, and nor is the hour at which the meeting is to close.
        let is_close = candidate.label.is_none() && cue::closing_time(line).is_some();
        let pause = if is_close || cue::pause(words).is_some() { BREAK } else { 0 };
        let score = weights.of(candidate.family, &signs) + pause;
        if let Some(candidate) = finder.candidates.get_mut(at) {
            (candidate.signs, candidate.score) = (signs, score);
        }
    }
    let mut readings = reading::all(&context, &finder, weights);
    readings.sort_by_key(|reading| std::cmp::Reverse(reading.score));
    let groups = finder.groups.into_iter().map(|group| group.members).collect();
    Readings { candidates: finder.candidates, readings, groups }
}

/// Returns the lines with the items of the best reading as their roles say, and how sure that reading is.
///
/// # Errors
/// The best guess, where the best reading is that the paper is no paper of a meeting.
pub(super) fn lines(lines: &[Line], found: &Readings) -> Result<(Vec<Line>, Sure), Guess> {
    let best = found.readings.first();
    let Some(best) = best.filter(|reading| refusal::is_of_meeting(found, reading, lines)) else {
        return Err(best.map_or_else(Guess::default, |best| found.guess(lines, best)));
    };
    let sure = found.sure(best);
    let mut lines = rewrite::lines(lines, &found.candidates, best);
    attendance::restore_list(&mut lines);
    Ok((flow::apart(rows::joined(lines)), sure))
}

/// Returns the lines of a section that comes with the paper, with its items; none where it has none.
pub(super) fn of_section(sheet: &[Line], section: &[Line]) -> Option<(Vec<Line>, Sure)> {
    let (first, last) = (section.first()?.number, section.last()?.number);
    let from = sheet.partition_point(|line| line.number < first);
    let to = sheet.partition_point(|line| line.number <= last);
    let section = sheet.get(from..to)?;
    lines(section, &read(section, Weights::get())).ok()
}
