//! The numbers of items among all the numbers of a set of minutes: those that follow each other over what looks most like
//! titles. Paragraphs are numbered, too, and often from 1 under every item. Knows labels and titles, and no lines.

use super::candidate::{Candidate, worth};
use crate::import::notice;
use std::collections::HashMap;

/// No number is followed by one that is so much higher: some items are left out of a copy.
const WIDEST_GAP: u32 = 30;

/// So many places are remembered at which a run ends with a number.
const MOST_ENDS: usize = 4;

/// A run up to one candidate.
struct Run {
    value: i64,
    before: Option<usize>,
    length: usize,
}

/// The places of those candidates whose numbers rise over the best titles; none if nothing looks like a title.
pub(super) fn best_run(candidates: &[&Candidate<'_>]) -> Vec<usize> {
    let mut runs: Vec<Run> = Vec::new();
    let mut ends: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, candidate) in candidates.iter().enumerate() {
        let number = candidate.label.number;
        let before = (0..=WIDEST_GAP)
            .filter_map(|back| Some((back, ends.get(&number.checked_sub(back)?)?)))
            .flat_map(|(back, ends)| ends.iter().map(move |end| (back, *end)))
            .filter(|(_, end)| candidates.get(*end).is_some_and(|before| follows(before, candidate)))
            .max_by_key(|(back, end)| (runs.get(*end).map(|run| run.value), back_close(*back), *end))
            .map(|(_, end)| end)
            .filter(|end| runs.get(*end).is_some_and(|run| run.value > 0));
        let run = before.and_then(|end| runs.get(end));
        let value = run.map_or(0, |run| run.value) + value(candidate);
        let length = run.map_or(0, |run| run.length) + 1;
        runs.push(Run { value, before, length });
        remember(ends.entry(number).or_default(), place, &runs);
    }
    let best = (0..runs.len())
        .filter(|at| runs.get(*at).is_some_and(|run| run.value > 0))
        .max_by_key(|at| runs.get(*at).map(|run| (run.value, run.length, std::cmp::Reverse(*at))));
    let mut run: Vec<usize> =
        std::iter::successors(best, |at| runs.get(*at).and_then(|run| run.before)).collect();
    run.reverse();
    run
}

/// The nearer number goes first.
fn back_close(back: u32) -> u32 {
    u32::MAX - back
}

/// Keeps the best places at which a run ends with a number.
fn remember(ends: &mut Vec<usize>, place: usize, runs: &[Run]) {
    ends.push(place);
    if ends.len() > MOST_ENDS {
        let value = |end: usize| runs.get(end).map(|run| run.value);
        if let Some(worst) = (0..ends.len()).min_by_key(|at| ends.get(*at).map(|end| value(*end))) {
            ends.remove(worst);
        }
    }
}

/// What a candidate speaks for: a reference to the agenda speaks more than any title, and what ends like a sentence
/// is none.
pub(super) fn value(candidate: &Candidate<'_>) -> i64 {
    let rest = candidate.label.rest;
    let is_sentence = candidate.is_sentence || notice::unmarked(rest).1 || rest.ends_with(['.', ';', ':']);
    let told = match (is_sentence, rest.split(' ').count() > 12) {
        (true, _) => worth(rest).min(-1),
        (false, true) => worth(rest).min(0),
        (false, false) => worth(rest),
    };
    told + 8 * i64::from(candidate.refers)
}

fn follows(before: &Candidate<'_>, after: &Candidate<'_>) -> bool {
    let same = before.label.number == after.label.number;
    let has_letter = after.label.text.ends_with(|character: char| character.is_ascii_lowercase());
    before.indent.abs_diff(after.indent) <= 2
        && (!same || has_letter && before.label.text != after.label.text)
}
