//! Reading: the items that a paper would have if one chain of candidates were its headings, weighed as a whole.

use super::below::Below;
use super::candidate::Candidate;
use super::chain;
use super::context::Context;
use super::fact::{self, Whole};
use super::mark::{Finder, Group};
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
                members: group.members.len(),
            });
        }
    };
    let below = Below::new(&finder.candidates);
    for group in &finder.groups {
        let labels = group.members.iter().filter(|member| {
            finder.candidates.get(**member).is_some_and(|candidate| candidate.label.is_some())
        });
        let is_labelled = labels.count() * 2 > group.members.len();
        if group.name == "cell:apart" {
            // A table numbers its rows in a column of its own: all of them are items.
            keep(group, group.members.clone(), false);
        } else if is_labelled {
            let chains = chain::labelled(&finder.candidates, group);
            for joined in joined(&finder.candidates, &chains) {
                keep(group, joined, false);
            }
            for chain in chains {
                let whole = below.with(&chain).or_else(|| below.with_letters(&chain));
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
    let whole = Whole::new(context);
    weigh(context, finder, &whole, weights, &mut readings);
    rule::apply(&finder.candidates, &finder.groups, &whole, &mut readings);
    for reading in &mut readings {
        reading.score += reading.prior;
    }
    readings
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

/// Worth of items that another reader found, among the readings of a paper.
pub(super) fn worth(
    context: &Context<'_>,
    candidates: &[Candidate],
    items: Vec<usize>,
    readings: &[Reading],
    weights: &Weights,
) -> i32 {
    let sum = |items: &[usize]| -> i32 {
        items.iter().filter_map(|item| candidates.get(*item)).map(|found| found.score).sum()
    };
    let best = readings.iter().map(|reading| sum(&reading.items)).max().unwrap_or(0).max(1);
    let most = readings.iter().map(|reading| reading.items.len()).max().unwrap_or(0);
    let mut reading = Reading {
        name: String::new(),
        members: items.len(),
        items,
        facts: Vec::new(),
        has_levels: false,
        prior: 0,
        score: 0,
    };
    let whole = Whole::new(context);
    let facts = fact::facts(context, candidates, &whole, &reading, best, most);
    reading.score = facts.iter().filter_map(|fact| weights.readings.get(usize::from(*fact))).sum();
    rule::apply(candidates, &[], &whole, std::slice::from_mut(&mut reading));
    reading.score + reading.prior
}
