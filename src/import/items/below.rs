//! Items below items: `6.A` below `6`, and entries with a text of their own.

use super::candidate::Candidate;
use std::collections::HashSet;

/// Candidates whose labels stand below those of others: `6.A` below `6`.
pub(super) struct Below<'a> {
    candidates: &'a [Candidate],
    /// Candidates with two components in their labels, in the order of the paper.
    two: Vec<usize>,
    /// Candidates with one letter, number or numeral as their label, in the order of the paper.
    single: Vec<usize>,
}

/// Kinds of labels with one letter, number or numeral.
const SINGLE: [&str; 5] = ["a", "A", "9", "ix", "IX"];
/// Lowest mean score of the entries of a list whose entries are items, in hundredths.
const TITLE: i32 = 100;
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
        let is_single = |candidate: &Candidate| {
            candidate.mark == "label"
                && candidate.label.as_ref().is_some_and(|label| SINGLE.contains(&label.kind.as_str()))
        };
        let sorted = |is_one: &dyn Fn(&Candidate) -> bool| {
            let mut found: Vec<usize> =
                (0..candidates.len()).filter(|at| candidates.get(*at).is_some_and(is_one)).collect();
            found.sort_by_key(|at| candidates.get(*at).map(|candidate| candidate.at));
            found
        };
        Self { candidates, two: sorted(&is_two), single: sorted(&is_single) }
    }

    /// A chain with the entries below its items that are headings themselves: `(a)`, `(b)`, `(c)` below `4`, `1.` and `2.` below
    /// `14-B`. They begin at one below each item, and either look like titles or have a text of their own. None where there
    /// are none.
    pub fn with_entries(&self, chain: &[usize]) -> Option<Vec<usize>> {
        SINGLE.iter().find_map(|kind| self.with_kind(chain, kind))
    }

    fn with_kind(&self, chain: &[usize], kind: &str) -> Option<Vec<usize>> {
        let of = |item: &usize| self.candidates.get(*item);
        let is_kind =
            |candidate: &Candidate| candidate.label.as_ref().is_some_and(|label| label.kind == kind);
        if chain.iter().filter_map(of).any(is_kind) {
            return None;
        }
        let mut with = Vec::with_capacity(chain.len() + 8);
        let mut lists = 0;
        let mut singles = self.single.iter().filter(|item| of(item).is_some_and(is_kind)).peekable();
        for (at, item) in chain.iter().enumerate() {
            let found = of(item)?;
            let until = chain.get(at + 1).and_then(of).map_or(usize::MAX, |next| next.lines.start);
            with.push(*item);
            let mut entries: Vec<usize> = Vec::new();
            while let Some(entry) =
                singles.peek().and_then(|entry| of(entry)).filter(|entry| entry.at < until)
            {
                let next = u32::try_from(entries.len() + 1).unwrap_or(0);
                let follows = entry.label.as_ref().is_some_and(|label| label.values == [next]);
                let is_below = entry.lines.start >= found.lines.end && follows;
                entries.extend(singles.next().filter(|_| is_below));
            }
            let first = entries.first().and_then(of).map_or(0, |entry| entry.at);
            let last = entries.last().and_then(of).map_or(0, |entry| entry.at);
            let worth: i32 = entries.iter().filter_map(of).map(|entry| entry.score).sum();
            let are_titles = kind == "a" || worth > TITLE * i32::try_from(entries.len()).unwrap_or(i32::MAX);
            let has_text = last - first >= LINES_OF_ENTRY * entries.len().saturating_sub(1);
            if entries.len() > 1 && has_text && are_titles {
                with.append(&mut entries);
                lists += 1;
            }
        }
        // One list alone may be that of a paper which comes with the agenda.
        (lists > usize::from(kind != "a")).then_some(with)
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
