//! Finds the items of a paper. Every way in which headings can be marked gives candidates; signs say how likely each is
//! the title of an item; candidates of one look that follow each other make a chain; every chain is a reading of the
//! paper, and readings are weighed as wholes. Nothing is decided before the readings are compared.

mod alike;
mod below;
pub(super) mod candidate;
pub(super) mod chain;
pub(super) mod context;
pub(super) mod fact;
pub(super) mod label;
pub(in crate::import) mod lexicon;
pub(super) mod mark;
pub(super) mod reading;
mod rewrite;
mod rule;
pub(super) mod sign;
pub(super) mod weights;

use super::guess::Guess;
use super::paper::{Line, squeeze};
use super::{Sure, attendance, cue, date, flow, rows};
use candidate::{Candidate, Family};
use context::Context;
use mark::Finder;
use reading::Reading;
use sign::Sign;
use std::collections::HashSet;
use weights::Weights;

/// Least worth of a reading where the title says that the paper is that of a meeting.
const UNLIKELY: i32 = -300;
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

    /// Checks for items that only meetings have; a short paper scores low for want of anything else.
    fn is_of_meeting(&self, reading: &Reading, lines: &[Line]) -> bool {
        let chosen: Vec<&Candidate> =
            reading.items.iter().filter_map(|item| self.candidates.get(*item)).collect();
        let sum: i32 = chosen.iter().map(|item| item.score).sum();
        let labels: Vec<&label::Label> = chosen.iter().filter_map(|item| item.label.as_ref()).collect();
        let pairs = labels.iter().zip(labels.iter().skip(1));
        let next = pairs.filter(|(one, other)| chain::follows(one, other) == chain::Follows::Next).count();
        let runs_on = labels.len() == chosen.len() && (next + 1) * 10 >= labels.len() * 9;
        let lexicon = lexicon::Lexicon::get();
        let topics = |line: &Line| lexicon.topics(&lexicon::words(context::start(&line.text)));
        let said = lines.iter().filter(|line| topics(line).has(lexicon::Topic::Meeting)).take(2).count();
        let is_agenda =
            |line: &Line| line.text.trim_matches(['*', '#', ' ', ':']).eq_ignore_ascii_case("agenda");
        let signs = [Sign::Opens as u8, Sign::Closes as u8];
        let items = reading.items.iter().filter_map(|item| self.candidates.get(*item));
        let known = items.filter(|item| item.signs.iter().any(|sign| signs.contains(sign))).count();
        let is_series = said > 0 && known > 0 && labels.len() > 4;
        if runs_on && (sum > 0 && said > 1 || is_series || lines.iter().any(is_agenda)) {
            return true;
        }
        known * 2 >= reading.items.len() && known > 0 && (known > 1 || reading.items.len() < 4)
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

/// No more readings of a paper are kept.
const MOST_READINGS: usize = 12;
/// More lines of one look are no items.
const MOST_ALIKE: usize = 300;

/// Paper with its items.
pub(super) struct Found {
    /// The lines, with the items of the best reading as their roles say.
    pub lines: Vec<Line>,
    /// How sure that reading is.
    pub sure: Sure,
    /// What the clerk can choose from.
    pub choices: Choices,
}

/// Other readings of a paper, and lines in it that look alike, as the numbers of lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// Ways to read the paper, the best first: the lines that would be items.
    pub readings: Vec<Vec<u32>>,
    /// Sets of lines that look alike, the most alike first.
    pub alike: Vec<Vec<u32>>,
}

/// What the clerk can choose from: whole readings, and sets of lines that look alike.
pub(super) fn choices(lines: &[Line], found: &Readings) -> Choices {
    let number = |at: usize| lines.get(at).map(|line| line.number);
    let of_candidates = |items: &[usize]| -> Vec<u32> {
        items.iter().filter_map(|item| number(found.candidates.get(*item)?.at)).collect()
    };
    let of_lines = |places: Vec<usize>| places.into_iter().filter_map(number).collect();
    let readings = found.readings.iter().map(|reading| of_candidates(&reading.items));
    let groups = found.groups.iter().map(|group| of_candidates(group));
    let alike = alike::groups(lines).into_iter().map(of_lines);
    Choices { readings: distinct(readings, MOST_READINGS), alike: distinct(alike.chain(groups), usize::MAX) }
}

/// Sets of lines, each once, as many as are wanted.
fn distinct(sets: impl Iterator<Item = Vec<u32>>, most: usize) -> Vec<Vec<u32>> {
    let mut seen: HashSet<Vec<u32>> = HashSet::new();
    let sets = sets.map(|mut lines| {
        lines.dedup();
        lines
    });
    let sets = sets.filter(|lines| (2..=MOST_ALIKE).contains(&lines.len()));
    sets.filter(|lines| seen.insert(lines.clone())).take(most).collect()
}

/// The lines with the items of the best reading.
///
/// # Errors
/// The best guess, where the best reading is that the paper is no paper of a meeting.
pub(super) fn lines(lines: &[Line], weights: &Weights) -> Result<Found, Guess> {
    let found = read(lines, weights);
    let best = found.readings.first();
    let is_paper = |reading: &&Reading| found.is_of_meeting(reading, lines) || is_likely(reading, lines);
    let Some(best) = best.filter(is_paper) else {
        return Err(best.map_or_else(Guess::default, |best| found.guess(lines, best)));
    };
    let sure = found.sure(best);
    let choices = choices(lines, &found);
    let mut lines = rewrite::lines(lines, &found.candidates, best);
    attendance::restore_list(&mut lines);
    Ok(Found { lines: flow::apart(rows::joined(lines)), sure, choices })
}

/// Whether a reading is more likely that of a paper of a meeting than not. Any paper may declare headings, so that those
/// count only where words of meetings stand among them.
fn is_likely(reading: &Reading, lines: &[Line]) -> bool {
    let lexicon = lexicon::Lexicon::get();
    let speaks_of_meeting =
        |line: &&Line| lexicon.topics(&lexicon::words(&line.text)).has(lexicon::Topic::Meeting);
    let shape = if reading.is_declared { rule::DECLARED } else { 0 };
    reading.score > shape
        || reading.score > 0 && lines.iter().filter(speaks_of_meeting).take(2).count() > 1
        || reading.score > UNLIKELY && lines.iter().take(HEAD).any(titles_a_meeting)
}

/// So many lines at the top may have the title of the paper.
const HEAD: usize = 12;
/// Words in the title of the paper of a meeting.
const MEETINGS: [&str; 6] = ["meeting", "meetings", "minutes", "agenda", "sederunt", "cyfarfod"];
/// No title is longer, in words.
const LONGEST_TITLE: usize = 14;

/// Whether a line is the title of the paper of a meeting: it names one, with its day, and says nothing else.
fn titles_a_meeting(line: &Line) -> bool {
    let words = lexicon::words(&line.text);
    let names = words.iter().any(|word| MEETINGS.contains(&word.as_str()));
    names
        && words.len() <= LONGEST_TITLE
        && !line.text.trim_end().ends_with('.')
        && date::find(&line.text).is_some()
}

/// The lines of a section that comes with the paper, with its items; none where it has none.
pub(super) fn of_section(sheet: &[Line], section: &[Line]) -> Option<(Vec<Line>, Sure)> {
    let (first, last) = (section.first()?.number, section.last()?.number);
    let from = sheet.partition_point(|line| line.number < first);
    let to = sheet.partition_point(|line| line.number <= last);
    lines(sheet.get(from..to)?, Weights::get()).ok().map(|found| (found.lines, found.sure))
}
