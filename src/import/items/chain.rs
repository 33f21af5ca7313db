//! Chains: the candidates of a group that follow each other as the items of one agenda do, found by dynamic programming.

use super::candidate::Candidate;
use super::label::Label;
use super::mark::Group;
use super::sign::Sign;
use std::collections::{HashMap, HashSet};

/// No more candidates before one are looked at.
const REACH: usize = 60;
/// In a group with more candidates than these, fewer are looked at, so that a large paper costs little.
const MANY: usize = 1000;
const REACH_OF_MANY: usize = 12;
/// Worth of the next label.
const NEXT: i32 = 340;
/// Least worth of a candidate with a label: where its label fits, its words are not evidence enough against it.
const LEAST: i32 = -320;
/// Worth of another heading of the same look without labels.
const SAME_LOOK: i32 = 0;
/// Cost of a line of the same look that is no heading.
const SKIPPED: i32 = 40;
/// No group has more chains than these.
const MOST_CHAINS: usize = 3;

/// The best chains of a group of candidates with labels, the best first, without a candidate in two of them.
pub(in crate::import) fn labelled(candidates: &[Candidate], group: &Group) -> Vec<Vec<usize>> {
    let mut left = group.members.clone();
    let mut chains = Vec::new();
    while chains.len() < MOST_CHAINS && left.len() > 1 {
        let chain = best(candidates, &left);
        if chain.len() < 2 {
            break;
        }
        let taken: HashSet<usize> = chain.iter().copied().collect();
        left.retain(|member| !taken.contains(member));
        chains.push(chain);
    }
    chains
}

/// The chain with the highest score among members in the order of the paper.
fn best(candidates: &[Candidate], members: &[usize]) -> Vec<usize> {
    let of = |at: usize| members.get(at).and_then(|member| candidates.get(*member));
    let reach = if members.len() > MANY { REACH_OF_MANY } else { REACH };
    let forms = forms(candidates, members);
    let mut scores: Vec<(i32, Option<usize>)> = Vec::with_capacity(members.len());
    for at in 0..members.len() {
        let Some(candidate) = of(at) else { break };
        let mut found = (start(candidate), None);
        for before in (at.saturating_sub(reach)..at).rev() {
            let (Some(earlier), Some((score, _))) = (of(before), scores.get(before)) else { continue };
            if earlier.lines.end > candidate.lines.start {
                continue;
            }
            let (Some(one), Some(other)) = (forms.get(before), forms.get(at)) else { continue };
            let score = score + step(earlier, candidate, *one, *other);
            if score > found.0 {
                found = (score, Some(before));
            }
        }
        scores.push((found.0 + candidate.score.max(LEAST), found.1));
    }
    let mut at = (0..scores.len()).max_by_key(|at| scores.get(*at).map(|(score, _)| *score));
    let mut chain = Vec::new();
    while let Some(last) = at {
        chain.extend(members.get(last));
        at = scores.get(last).and_then(|(_, before)| *before);
    }
    chain.reverse();
    chain
}

/// Worth of a candidate as the first of a chain.
fn start(candidate: &Candidate) -> i32 {
    let first = candidate.label.as_ref().and_then(|label| label.values.last().copied());
    match first {
        Some(0 | 1) => 0,
        _ => -70,
    }
}

/// Form of a label: numbers that stand for its kind and its punctuation, because comparing numbers costs less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct LabelForm {
    kind: usize,
    punctuation: usize,
}

/// Forms of the labels of members; candidates without a label have the default.
fn forms(candidates: &[Candidate], members: &[usize]) -> Vec<LabelForm> {
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut number = |text| {
        let next = known.len();
        *known.entry(text).or_insert(next)
    };
    let labels =
        members.iter().map(|member| candidates.get(*member).and_then(|candidate| candidate.label.as_ref()));
    labels
        .map(|label| {
            label.map_or_else(LabelForm::default, |label| LabelForm {
                kind: number(label.kind.as_str()),
                punctuation: number(label.punctuation.as_str()),
            })
        })
        .collect()
}

/// Worth of a candidate after another.
fn step(before: &Candidate, after: &Candidate, one: LabelForm, other: LabelForm) -> i32 {
    match (&before.label, &after.label) {
        (Some(before), Some(after)) if one.kind == other.kind => {
            label_step(before, after) + if one.punctuation == other.punctuation { 0 } else { -80 }
        }
        // Another series may begin: `P1` after `15`.
        (Some(_), Some(after)) => {
            if after.values.last() == Some(&1) {
                -120
            } else {
                -300
            }
        }
        (None, None) => SAME_LOOK,
        _ => -60,
    }
}

/// How the labels of two headings follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Follows {
    /// The next label.
    Next,
    /// A label put in late: `7A` after `7`.
    Late,
    /// The same label again.
    Same,
    /// So many labels are missing between them.
    Gap(u32),
    /// The series begins again.
    Restart,
    /// They have nothing to do with each other.
    Other,
}

/// How one label follows another of the same kind.
pub(in crate::import) fn follows(before: &Label, after: &Label) -> Follows {
    let longest = before.values.len().max(after.values.len());
    let value = |label: &Label, at: usize| label.values.get(at).copied().unwrap_or(0);
    let Some(differs) = (0..longest).find(|at| value(before, *at) != value(after, *at)) else {
        return Follows::Same;
    };
    // `8a` behind `10`: put in with a supplement.
    if before.kind == "9"
        && after.values.len() == 2
        && before.values.len() == 1
        && value(after, 0) < value(before, 0)
    {
        return Follows::Late;
    }
    let (one, other) = (value(before, differs), value(after, differs));
    let rest_fits =
        (differs + 1..longest).all(|at| value(after, at) == value(before, at) || value(after, at) <= 1);
    let late = after.values.len() > before.values.len() && differs == before.values.len();
    if late && other == 1 {
        return Follows::Late;
    }
    if other > one {
        return match other - one {
            1 if rest_fits => Follows::Next,
            1 => Follows::Gap(1),
            step => Follows::Gap(step - 1),
        };
    }
    if differs == 0 && other <= 1 { Follows::Restart } else { Follows::Other }
}

/// Worth of a label after another of the same kind.
fn label_step(before: &Label, after: &Label) -> i32 {
    match follows(before, after) {
        Follows::Next => NEXT,
        Follows::Late => 60,
        Follows::Same => -90,
        Follows::Gap(missing @ 1..=8) => i32::try_from(missing).unwrap_or(8) * -40,
        Follows::Gap(9..=30) => -500,
        Follows::Gap(_) => -900,
        // A series that begins again is a chain of its own; the two may be joined later.
        Follows::Restart => -700,
        Follows::Other => -700,
    }
}

/// Chains of a group without labels: its members that are worth more than nothing with a bonus for the look that they
/// share, in the stretch in which most of the look is kept. A chain for every bonus.
pub(in crate::import) fn alike(candidates: &[Candidate], group: &Group) -> Vec<Vec<usize>> {
    [0, 150, 300, 800].into_iter().map(|bonus| stretch(candidates, group, bonus)).collect()
}

fn stretch(candidates: &[Candidate], group: &Group, bonus: i32) -> Vec<usize> {
    let mut picked: Vec<usize> = Vec::new();
    let mut best = (0, 0..0);
    let (mut score, mut start, mut end) = (0, 0, 0);
    for member in &group.members {
        let Some(candidate) = candidates.get(*member) else { continue };
        if candidate.lines.start < end && start < picked.len() {
            // Two cuts of one line: the better one stays.
            if let Some(last) = picked.last_mut()
                && candidates.get(*last).is_some_and(|last| last.score < candidate.score)
            {
                *last = *member;
            }
            continue;
        }
        // What frames the business is no item for its look alone.
        let is_frame = bonus > 300 && candidate.signs.contains(&(Sign::Frame as u8));
        let worth = if is_frame { candidate.score.min(0) } else { candidate.score + bonus };
        if worth > 0 {
            score += worth;
            picked.push(*member);
            end = candidate.lines.end;
        } else {
            score -= SKIPPED;
        }
        if score > best.0 {
            best = (score, start..picked.len());
        }
        if score < 0 {
            (score, start) = (0, picked.len());
        }
    }
    picked.get(best.1).unwrap_or(&[]).to_vec()
}
