//! Reading: the items that a paper would have if one chain of candidates were its headings, weighed as a whole.

use super::below::Below;
use super::candidate::Candidate;
use super::chain::{self, Follows};
use super::context::Context;
use super::fact::{self, Whole};
use super::mark::{self, Finder, Group};
use super::rule;
use super::weights::Weights;
use std::collections::HashSet;

/// Reading of a paper.
#[derive(Debug, Clone)]
pub(in crate::import) struct Reading {
    /// Name of the group whose chain it is.
    pub name: String,
    /// Its items, as places in the list of candidates.
    pub items: Vec<usize>,
    /// Facts about it as a whole.
    pub facts: Vec<u16>,
    /// Whether items below others are among its items.
    pub(super) has_levels: bool,
    /// What it is worth by rules that are not learnt, in hundredths.
    pub prior: i32,
    /// What it is worth, in hundredths.
    pub score: i32,
    /// Set if it was preferred because it has all declared headings.
    pub(super) is_declared: bool,
    /// How many lines of its look there are.
    pub(super) members: usize,
}

/// All readings of a paper, in no order.
pub(in crate::import) fn all(context: &Context<'_>, finder: &Finder, weights: &Weights) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    let mut seen: HashSet<Vec<(usize, usize, usize)>> = HashSet::new();
    let mut keep = |group: &Group, items: Vec<usize>, has_levels: bool| {
        let key: Vec<(usize, usize, usize)> = items
            .iter()
            .filter_map(|item| finder.candidates.get(*item))
            .map(|candidate| (candidate.at, candidate.title.start, candidate.title.end))
            .collect();
        if items.len() > 1 && seen.insert(key) {
            readings.push(Reading {
                name: group.name.clone(),
                items,
                facts: Vec::new(),
                has_levels,
                prior: 0,
                score: 0,
                is_declared: false,
                members: group.members.len(),
            });
        }
    };
    let below = Below::new(&finder.candidates);
    let whole = Whole::new(context);
    for group in &finder.groups {
        let labels = group.members.iter().filter(|member| {
            finder.candidates.get(**member).is_some_and(|candidate| candidate.label.is_some())
        });
        let is_labelled = labels.count() * 2 > group.members.len();
        if group.name.starts_with(mark::OWN)
            || group.name.ends_with(mark::plain::BLOCK)
            || group.name == mark::heading::ALL
        {
            keep(group, group.members.clone(), false);
            continue;
        }
        if group.name == "cell:apart" {
            // A table numbers its rows in a column of its own: all of them are items.
            keep(group, group.members.clone(), false);
        } else if is_labelled {
            let chains = chain::labelled(&finder.candidates, group);
            for joined in joined(&finder.candidates, &chains) {
                keep(group, joined, false);
            }
            for chain in &chains {
                for part in above_heads(&finder.candidates, &whole, chain) {
                    keep(group, part, false);
                }
            }
            for chain in chains {
                let whole = below.with(&chain).or_else(|| below.with_entries(&chain));
                let has_levels = whole.is_some();
                keep(group, whole.unwrap_or(chain), has_levels);
            }
        }
        if is_labelled && !group.name.starts_with("label") && group.name != "cell:apart" {
            let is_labelled = |member: &&usize| {
                finder.candidates.get(**member).is_some_and(|candidate| candidate.label.is_some())
            };
            let members = group.members.iter().filter(is_labelled).copied().collect();
            let labelled = Group { name: group.name.clone(), members };
            for chain in chain::alike(&finder.candidates, &labelled) {
                keep(group, chain, false);
            }
        }
        if !is_labelled || !group.name.starts_with("label") {
            for chain in chain::alike(&finder.candidates, group) {
                keep(group, chain, false);
            }
        }
    }
    weigh(context, finder, &whole, weights, &mut readings);
    rule::apply(&finder.candidates, &finder.groups, &whole, &mut readings);
    for reading in &mut readings {
        reading.score += reading.prior;
    }
    readings
}

/// The parts of a chain above the heads of earlier minutes and reports below which its labels do not go on.
fn above_heads(candidates: &[Candidate], whole: &Whole, chain: &[usize]) -> Vec<Vec<usize>> {
    let of = |at: usize| chain.get(at).and_then(|item| candidates.get(*item));
    let goes_on = |end: usize| {
        let label = |at| of(at)?.label.as_ref();
        let (Some(last), Some(next)) = (label(end - 1), label(end)) else { return false };
        matches!(chain::follows(last, next), Follows::Next | Follows::Late | Follows::Gap(_))
    };
    let place = |item: &usize| candidates.get(*item).map_or(0, |candidate| candidate.at);
    let ends = whole.heads().iter().map(|head| chain.partition_point(|item| place(item) < *head));
    let mut parts: Vec<usize> = ends.filter(|end| (2..chain.len()).contains(end) && !goes_on(*end)).collect();
    parts.dedup();
    parts.iter().filter_map(|end| chain.get(..*end)).map(<[usize]>::to_vec).collect()
}

/// Two chains of a group one after the other, where neither reaches into the other: a series that begins again.
fn joined(candidates: &[Candidate], chains: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let place =
        |item: Option<&usize>| item.and_then(|item| candidates.get(*item)).map(|candidate| candidate.at);
    for one in chains {
        for other in chains {
            if place(one.last()) < place(other.first()) {
                found.push(one.iter().chain(other).copied().collect());
            }
        }
    }
    found
}

/// Gathers the facts about readings and weighs them.
fn weigh(context: &Context<'_>, finder: &Finder, whole: &Whole, weights: &Weights, readings: &mut [Reading]) {
    let sum = |reading: &Reading| -> i32 {
        reading.items.iter().filter_map(|item| finder.candidates.get(*item)).map(|found| found.score).sum()
    };
    let best_sum = readings.iter().map(sum).max().unwrap_or(0).max(1);
    let most = readings.iter().map(|reading| reading.items.len()).max().unwrap_or(0);
    for reading in readings {
        reading.facts = fact::facts(context, &finder.candidates, whole, reading, best_sum, most);
        reading.score =
            reading.facts.iter().filter_map(|fact| weights.readings.get(usize::from(*fact))).sum();
    }
}
