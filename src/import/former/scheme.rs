//! Which lines are items, by their labels alone: of all the ways in which lines are numbered, the one that
//! runs on longest over words that look like titles. Knows nothing of parts, and nothing of what follows a
//! title.

use super::candidate::{Candidate, candidates, goes_on, worth};
use super::run;
use crate::import::cue;
use crate::import::label::{self, Label, Scheme};
use crate::import::paper::{Line, Role};
use std::collections::{HashMap, HashSet};

/// The items among lines: where each stands, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Heads {
    /// The lines that are items.
    pub at: Vec<usize>,
    /// How they are labelled; none where the notation of the paper marks its items.
    pub scheme: Option<Scheme>,
}

/// Finds the items. In minutes the paragraphs are numbered, too.
pub(super) fn heads(lines: &[Line], is_minutes: bool) -> Heads {
    let marked: Vec<usize> = positions(lines, |line| matches!(line.role, Role::Item(_)));
    if !marked.is_empty() {
        return Heads { at: marked, scheme: None };
    }
    let mut candidates = candidates(lines);
    if is_minutes {
        // A number at the start of a line may be the last word of a sentence that had no room for it.
        candidates.retain(|candidate| !goes_on(lines, candidate.at));
    }
    let schemes = [
        Scheme::Reference,
        Scheme::Named,
        Scheme::Lettered,
        Scheme::Stopped,
        Scheme::Roman,
        Scheme::Bracketed,
        Scheme::Bare,
    ];
    // In minutes the numbers of paragraphs run on, too, and often further than those of items.
    let titled = if is_minutes { best_of(&schemes, &candidates, run::best_run, run::value) } else { None };
    let plain = || best_of(&schemes, &candidates, longest_run, |candidate| worth(candidate.label.rest));
    let Some(mut heads) = titled.or_else(plain) else {
        return by_small_labels(&candidates).unwrap_or_else(|| bulleted(lines));
    };
    if let Some(scheme) = heads.scheme {
        put_in_late(&candidates, scheme, &mut heads.at);
        below(&candidates, &mut heads.at);
        lettered_below(lines, &candidates, &mut heads.at);
    }
    heads
}

/// The items by small Roman numerals or letters, `i.` or `a)`, where a paper numbers nothing else: three at least, the
/// first of them the first in its order.
fn by_small_labels(candidates: &[Candidate<'_>]) -> Option<Heads> {
    let read_as = |as_roman: bool| {
        let small = candidates.iter().filter(|candidate| candidate.label.scheme == Scheme::Small);
        let counted = small.filter_map(|candidate| {
            let number = label::place_of_small(candidate.label.text, as_roman)?;
            Some(Candidate { label: Label { number, ..candidate.label.clone() }, ..*candidate })
        });
        let counted: Vec<Candidate<'_>> = counted.collect();
        let heads =
            best_of(&[Scheme::Small], &counted, longest_run, |candidate| worth(candidate.label.rest))?;
        let first = counted.iter().find(|candidate| heads.at.first() == Some(&candidate.at))?;
        (heads.at.len() >= 3 && first.label.number == 1).then_some(heads)
    };
    [true, false].into_iter().filter_map(read_as).max_by_key(|heads| heads.at.len())
}

/// The items by the scheme whose labels run on over what is worth most as titles; none if none is worth anything.
fn best_of(
    schemes: &[Scheme],
    candidates: &[Candidate<'_>],
    run_of: fn(&[&Candidate<'_>]) -> Vec<usize>,
    worth: fn(&Candidate<'_>) -> i64,
) -> Option<Heads> {
    let mut best = (0, None);
    for scheme in schemes {
        let of_scheme = candidates.iter().filter(|candidate| candidate.label.scheme == *scheme);
        let run = match scheme {
            Scheme::Reference => longest_series(of_scheme),
            Scheme::Lettered => rising(of_scheme),
            _ => {
                let of_scheme: Vec<&Candidate<'_>> = of_scheme.collect();
                run_of(&of_scheme).into_iter().filter_map(|at| of_scheme.get(at).copied()).collect()
            }
        };
        let score: i64 = run.iter().map(|candidate| worth(candidate)).sum();
        if run.len() >= 2 && score > best.0 {
            let at = run.iter().map(|candidate| candidate.at).collect();
            best = (score, Some(Heads { at, scheme: Some(*scheme) }));
        }
    }
    best.1
}

/// The entries of a list without numbers, if it stands under a heading that says that it is the agenda.
fn bulleted(lines: &[Line]) -> Heads {
    let says_agenda = |line: &Line| line.text.len() < 100 && line.text.to_lowercase().contains("agenda");
    let Some(start) = lines.iter().position(says_agenda) else { return Heads::default() };
    let plain = lines.iter().enumerate().skip(start + 1).filter(|(_, line)| line.role == Role::Plain);
    let entries = || plain.clone().filter_map(|(at, line)| Some((at, line.indent, unbulleted(&line.text)?)));
    let indent = entries().map(|(_, indent, _)| indent).min().unwrap_or(0);
    let outer = entries().filter(|(_, at, words)| *at == indent && cue::is_title_like(words));
    let at: Vec<usize> = outer.map(|(at, _, _)| at).collect();
    if at.len() < 3 { unmarked(lines, start) } else { Heads { at, scheme: Some(Scheme::Bulleted) } }
}

/// The lines below the heading of the agenda, if each could be a title and some are those of every agenda.
fn unmarked(lines: &[Line], start: usize) -> Heads {
    let below = lines.iter().enumerate().skip(start + 1).filter(|(_, line)| line.role == Role::Plain);
    let titles = below.take_while(|(_, line)| {
        let is_short = line.text.split(' ').count() <= 12;
        is_short
            && cue::is_title_like(&line.text)
            && !line.text.ends_with(['.', ':', ';', ','])
            && !line.text.contains(". ")
    });
    let at: Vec<usize> = titles.map(|(at, _)| at).collect();
    let usual = at.iter().filter_map(|at| lines.get(*at)).filter(|line| cue::is_usual(&line.text)).count();
    if at.len() < 4 || usual < 3 { Heads::default() } else { Heads { at, scheme: Some(Scheme::Bulleted) } }
}

/// The words of an entry of a list without numbers.
pub(super) fn unbulleted(text: &str) -> Option<&str> {
    ["- ", "• ", "* ", "– "].iter().find_map(|bullet| text.strip_prefix(bullet)).map(str::trim_start)
}

fn positions(lines: &[Line], wanted: impl Fn(&Line) -> bool) -> Vec<usize> {
    lines.iter().enumerate().filter(|(_, line)| wanted(line)).map(|(at, _)| at).collect()
}

/// The references of the series that occurs most often.
fn longest_series<'a, 'b>(candidates: impl Iterator<Item = &'b Candidate<'a>>) -> Vec<&'b Candidate<'a>>
where
    'a: 'b,
{
    // Beside what they have in common stands the place of it, so that the year 23 is no number 23.
    let mut series: HashMap<(usize, &str), Vec<&Candidate<'a>>> = HashMap::new();
    for candidate in candidates {
        for common in label::series(candidate.label.text).into_iter().enumerate() {
            series.entry(common).or_default().push(candidate);
        }
    }
    series
        .into_values()
        .max_by_key(|run| (run.len(), std::cmp::Reverse(run.first().map(|first| first.at))))
        .unwrap_or_default()
}

/// The labels that rise from one to the next: `A1`, `A2`, `B1`.
fn rising<'a, 'b>(candidates: impl Iterator<Item = &'b Candidate<'a>>) -> Vec<&'b Candidate<'a>>
where
    'a: 'b,
{
    let mut run: Vec<&Candidate<'a>> = Vec::new();
    for candidate in candidates {
        if run.last().is_none_or(|last| candidate.label.number >= last.label.number) {
            run.push(candidate);
        }
    }
    run
}

/// The longest run of numbers that follow each other, set in the same column. Lists inside items restart or
/// are set deeper, so they do not break a run.
fn longest_run(candidates: &[&Candidate<'_>]) -> Vec<usize> {
    // For every number, the places at which a run ends with it.
    let mut ends: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut runs: Vec<Run> = Vec::new();
    for (place, candidate) in candidates.iter().enumerate() {
        let number = candidate.label.number;
        let before = (0..=2)
            .filter_map(|back| ends.get(&number.checked_sub(back)?))
            .flatten()
            .filter(|&&end| follows(candidates.get(end).copied(), candidate))
            .copied()
            .max_by_key(|&end| (runs.get(end).map(|run| run.length), end));
        let run = before.and_then(|end| runs.get(end));
        let length = run.map_or(0, |run| run.length) + 1;
        let start = run.map_or(place, |run| run.start);
        runs.push(Run { length, before, start, end: place, indent: candidate.indent });
        let same = ends.entry(number).or_default();
        if same.len() >= 4 {
            same.remove(0);
        }
        same.push(place);
    }
    let longest = best(&runs).map(|run| run.end);
    let mut run: Vec<usize> =
        std::iter::successors(longest, |&at| runs.get(at).and_then(|run| run.before)).collect();
    run.reverse();
    run
}

/// A run of numbers up to one candidate, which is known by its place among the candidates.
struct Run {
    length: usize,
    /// The candidate before the last.
    before: Option<usize>,
    start: usize,
    end: usize,
    indent: usize,
}

/// The longest run, or a shorter one that encloses it because it is set further out.
fn best(runs: &[Run]) -> Option<&Run> {
    let longest = runs.iter().max_by_key(|run| (run.length, std::cmp::Reverse(run.end)))?;
    let encloses = |run: &&Run| {
        run.length >= 2
            && run.start < longest.start
            && run.end > longest.start
            && run.indent + 2 <= longest.indent
    };
    let outer = runs.iter().filter(encloses).max_by_key(|run| (run.length, std::cmp::Reverse(run.end)));
    Some(outer.unwrap_or(longest))
}

/// Whether one label can come directly after another: the next number, or the same with a letter put in.
fn follows(before: Option<&Candidate<'_>>, after: &Candidate<'_>) -> bool {
    let Some(before) = before else { return false };
    let same_number = before.label.number == after.label.number;
    let has_letter = after.label.text.ends_with(|character: char| character.is_ascii_lowercase());
    before.indent.abs_diff(after.indent) <= 2
        && (!same_number || has_letter && before.label.text != after.label.text)
}

/// Adds the items that a supplementary agenda puts in after the others: `8a` after `10`.
fn put_in_late(candidates: &[Candidate<'_>], scheme: Scheme, at: &mut Vec<usize>) {
    let of_scheme = || candidates.iter().filter(|candidate| candidate.label.scheme == scheme);
    let (first, last) = (at.first().copied().unwrap_or(0), at.last().copied().unwrap_or(0));
    let numbers: HashSet<u32> = of_scheme()
        .filter(|candidate| at.binary_search(&candidate.at).is_ok())
        .map(|candidate| candidate.label.number)
        .collect();
    let indent = of_scheme().find(|candidate| candidate.at == first).map_or(0, |candidate| candidate.indent);
    let late = of_scheme().filter(|candidate| {
        candidate.at > last
            && candidate.indent.abs_diff(indent) <= 2
            && candidate.label.text.ends_with(|character: char| character.is_ascii_lowercase())
            && numbers.contains(&candidate.label.number)
    });
    let late: Vec<usize> = late.map(|candidate| candidate.at).collect();
    at.extend(late);
}

/// Adds lettered headings that stand in the column of the items and have minutes of their own: applications
/// `(a)`, `(b)` under one item. A list inside an item has its entries next to each other.
fn lettered_below(lines: &[Line], candidates: &[Candidate<'_>], at: &mut Vec<usize>) {
    let indent = at.first().and_then(|&first| lines.get(first)).map_or(0, |line| line.indent);
    let after = at.first().copied().unwrap_or(usize::MAX);
    let is_alone = |at: usize| {
        let gap = |at: usize| lines.get(at).is_some_and(|line| line.gap);
        gap(at) && gap(at + 1)
    };
    let found: Vec<usize> = candidates
        .iter()
        .enumerate()
        .filter(|(place, candidate)| {
            let next = candidates.get(place + 1);
            let listed =
                next.is_some_and(|next| next.label.scheme == Scheme::Small && next.at == candidate.at + 1);
            candidate.label.scheme == Scheme::Small
                && candidate.indent == indent
                && candidate.at > after
                && is_alone(candidate.at)
                && !listed
                && cue::is_title_like(candidate.label.rest)
                && !candidate.label.rest.ends_with(['.', ';', ',', ':'])
                && !candidate.label.rest.ends_with(" and")
        })
        .map(|(_, candidate)| candidate.at)
        .collect();
    if found.len() >= 2 {
        at.extend(found);
        at.sort_unstable();
    }
}

/// Adds the items that stand below others by their label, `6.A` under `6`.
fn below(candidates: &[Candidate<'_>], at: &mut Vec<usize>) {
    let mut above = None;
    let mut found = Vec::new();
    for candidate in candidates {
        if at.binary_search(&candidate.at).is_ok() {
            above = Some(candidate.label.number);
        } else if candidate.label.scheme == Scheme::Below
            && above == Some(candidate.label.number)
            && candidate.label.text.ends_with(|character: char| character.is_ascii_uppercase())
        {
            found.push(candidate.at);
        }
    }
    at.extend(found);
    at.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    fn titles(text: &str) -> Vec<String> {
        let lines = lines(text);
        heads(&lines, false)
            .at
            .into_iter()
            .filter_map(|at| label::label(&lines[at].text).map(|found| found.rest.to_owned()))
            .collect()
    }

    #[test]
    fn lists_inside_items_are_no_items() {
        let paper = "1. Apologies\n2. Correspondence\n   1. Newsletter\n   2. Letter\n   3. Card\n3. Policies\n\nNOTES\n1. Please be on time.\n";
        assert_eq!(titles(paper), ["Apologies", "Correspondence", "Policies"]);
    }

    #[test]
    fn paragraphs_are_no_items() {
        let paper = "14. Introduction\n15. Risk Register\n(1) The Board reviewed the register and asked for more.\n(2) Members noted it and thanked the officers for it.\n(3) It was said that fuel was dear and would be dearer.\n16. Date\n";
        assert_eq!(titles(paper), ["Introduction", "Risk Register", "Date"]);
    }

    #[test]
    fn references_and_letters_are_labels() {
        assert_eq!(titles("TC/1/20  APOLOGIES\nNone.\nTC/2/20  MINUTES\n"), ["APOLOGIES", "MINUTES"]);
        assert_eq!(
            titles("A1 Introduction\n- A2 Apologies\nB1 Waste\n"),
            ["Introduction", "Apologies", "Waste"]
        );
    }
}
