//! Items below items: `6.A` below `6`, and lettered entries with a text of their own.

use super::candidate::Candidate;
use std::collections::HashSet;

/// Candidates whose labels stand below those of others: `6.A` below `6`.
pub(super) struct Below<'a> {
    candidates: &'a [Candidate],
    /// Candidates with two components in their labels, in the order of the paper.
    two: Vec<usize>,
    /// Candidates with a small letter as their label, in the order of the paper.
    letters: Vec<usize>,
}

/// No fewer lines than these stand below a lettered entry that is an item, on average.
const LINES_OF_ENTRY: usize = 3;

impl<'a> Below<'a> {
    /// Sorts candidates that may stand below others.
    pub fn new(candidates: &'a [Candidate]) -> Self {
        let is_two = |candidate: &Candidate| {
            ["label", "label-above", "label-below"].contains(&candidate.mark)
                && candidate.label.as_ref().is_some_and(|label| {
                    label.values.len() == 2 && label.kind.starts_with('9') && label.kind.len() > 1
                })
        };
        let is_letter = |candidate: &Candidate| {
            candidate.mark == "label" && candidate.label.as_ref().is_some_and(|label| label.kind == "a")
        };
        let sorted = |is_one: &dyn Fn(&Candidate) -> bool| {
            let mut found: Vec<usize> =
                (0..candidates.len()).filter(|at| candidates.get(*at).is_some_and(is_one)).collect();
            found.sort_by_key(|at| candidates.get(*at).map(|candidate| candidate.at));
            found
        };
        Self { candidates, two: sorted(&is_two), letters: sorted(&is_letter) }
    }

    /// A chain with the lettered entries below its items that are headings themselves: `(a)`, `(b)`, `(c)`, each with
    /// a text of its own; none where there are none.
    pub fn with_letters(&self, chain: &[usize]) -> Option<Vec<usize>> {
        let of = |item: &usize| self.candidates.get(*item);
        let mut with = Vec::with_capacity(chain.len() + 8);
        let mut letters = self.letters.iter().peekable();
        for (at, item) in chain.iter().enumerate() {
            let found = of(item)?;
            let until = chain.get(at + 1).and_then(of).map_or(usize::MAX, |next| next.lines.start);
            with.push(*item);
            let mut entries: Vec<usize> = Vec::new();
            while let Some(entry) =
                letters.peek().and_then(|entry| of(entry)).filter(|entry| entry.at < until)
            {
                let next = u32::try_from(entries.len() + 1).unwrap_or(0);
                let follows = entry.label.as_ref().is_some_and(|label| label.values == [next]);
                let is_below = entry.lines.start >= found.lines.end && follows;
                entries.extend(letters.next().filter(|_| is_below));
            }
            let first = entries.first().and_then(of).map_or(0, |entry| entry.at);
            let last = entries.last().and_then(of).map_or(0, |entry| entry.at);
            if entries.len() > 1 && last - first >= LINES_OF_ENTRY * (entries.len() - 1) {
                with.append(&mut entries);
            }
        }
        (with.len() > chain.len()).then_some(with)
    }

    /// A chain with what is labelled below its items; none where nothing is.
    pub fn with(&self, chain: &[usize]) -> Option<Vec<usize>> {
        let of = |item: &usize| self.candidates.get(*item);
        let mut with = Vec::with_capacity(chain.len() + self.two.len());
        let mut two = self.two.iter().peekable();
        for (at, item) in chain.iter().enumerate() {
            let found = of(item)?;
            let until = chain.get(at + 1).and_then(of).map_or(usize::MAX, |next| next.lines.start);
            with.push(*item);
            let number = found.label.as_ref().filter(|label| label.values.len() == 1)?.values.first()?;
            while let Some(sub) = two.peek().and_then(|sub| of(sub)).filter(|sub| sub.at < until) {
                let is_below = sub.lines.start >= found.lines.end
                    && (sub.mark == found.mark || found.mark == "label-run-in")
                    && sub.label.as_ref().is_some_and(|label| label.values.first() == Some(number));
                with.extend(two.next().filter(|_| is_below));
            }
        }
        let own: HashSet<&usize> = chain.iter().collect();
        let added: Vec<i32> =
            with.iter().filter(|item| !own.contains(item)).filter_map(of).map(|found| found.score).collect();
        let count = i32::try_from(added.len()).unwrap_or(i32::MAX);
        (count > 0 && added.iter().sum::<i32>() / count > -150).then_some(with)
    }
}
