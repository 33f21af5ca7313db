//! Facts about readings as wholes, in steps: how many items, how usual their titles, how their labels follow each other,
//! what share of the paper they cover. Each step of each fact has a weight.

use super::candidate::{Candidate, FAMILIES};
use super::chain::{self, Follows};
use super::context::Context;
use super::lexicon::{self, Topic};
use super::reading::Reading;
use super::sign::Sign;
use crate::import::section;
use std::collections::{HashMap, HashSet};

/// Facts with the number of steps in which they are measured.
const STEPS: &[(&str, usize)] = &[
    ("items", 8),
    ("mean score", 10),
    ("least score", 6),
    ("sum of scores of the best sum", 8),
    ("items of the most items", 6),
    ("share of usual titles", 8),
    ("usual titles", 7),
    ("share of usual titles missed inside", 7),
    ("share of usual titles missed outside", 7),
    ("share of labels", 5),
    ("share of next labels", 7),
    ("restarts", 4),
    ("missing labels", 5),
    ("first label", 5),
    ("share of titles said twice", 5),
    ("share of titles said again below", 6),
    ("share of titles said before", 5),
    ("share of leaders", 4),
    ("share of the paper covered", 7),
    ("share of the paper above", 7),
    ("share of the paper below", 7),
    ("share of items with nothing below", 6),
    ("lines below an item", 6),
    ("share of the look kept", 7),
    ("share of long titles", 6),
    ("share of verbs of minutes", 6),
    ("share of decisions and people", 5),
    ("share of frames and fields", 6),
    ("share at one indent", 5),
    ("share with a gap above", 6),
    ("share that ends a sentence", 6),
    ("opens", 3),
    ("closes", 3),
    ("family", 9),
    ("share in capitals", 5),
    ("share at small letters", 4),
    ("share with more on the line", 6),
    ("share going on", 5),
    ("words of meetings", 4),
    ("share of cuts that leave a title", 5),
    ("share of items that are cut", 5),
    ("begins below the head of earlier minutes", 2),
    ("heads of minutes and reports inside", 3),
];

/// Names of all facts, in their order.
pub(in crate::import) fn names() -> Vec<String> {
    STEPS.iter().flat_map(|(name, steps)| (0..*steps).map(move |step| format!("{name} ({step})"))).collect()
}

/// Facts while they are gathered.
struct Facts {
    found: Vec<u16>,
    fact: usize,
    offset: usize,
}

impl Facts {
    /// Adds the next fact in one of its steps.
    fn add(&mut self, step: usize) {
        let steps = STEPS.get(self.fact).map_or(1, |(_, steps)| *steps);
        let at = self.offset + step.min(steps - 1);
        self.found.extend(u16::try_from(at).ok());
        self.offset += steps;
        self.fact += 1;
    }

    /// Adds the next fact, a share of a whole, in equal steps; nothing and all have steps of their own.
    fn add_share(&mut self, part: usize, whole: usize) {
        let steps = STEPS.get(self.fact).map_or(1, |(_, steps)| *steps);
        let step = if whole == 0 || part == 0 {
            0
        } else if part >= whole {
            steps - 1
        } else {
            1 + part * (steps - 2) / whole
        };
        self.add(step);
    }
}

/// Facts of a paper that all its readings share.
pub(in crate::import) struct Whole {
    /// For every line whether it is a short line that is a usual title; with the count of those before it.
    usual_before: Vec<usize>,
    /// The places of words of titles in the paper.
    titles: HashMap<u64, Vec<usize>>,
    /// Hash of the words of every line.
    words: Vec<u64>,
    /// Lines at which earlier minutes or reports begin, below two usual titles at least.
    heads: Vec<usize>,
    /// How many words that only papers of meetings have.
    meeting: usize,
}

fn hash(words: &[String]) -> u64 {
    // FNV-1a, the same on every machine.
    words
        .iter()
        .flat_map(|word| word.bytes().chain(std::iter::once(b' ')))
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

impl Whole {
    /// Looks at a paper as a whole.
    pub fn new(context: &Context<'_>) -> Self {
        let mut whole = Self {
            usual_before: vec![0],
            titles: HashMap::new(),
            words: Vec::new(),
            heads: Vec::new(),
            meeting: 0,
        };
        for (at, (line, facts)) in context.lines.iter().zip(&context.facts).enumerate() {
            let start = facts.labels.first().map_or(0, |label| label.end);
            let text = line.text.get(start..).unwrap_or("");
            let words = lexicon::words(text);
            let is_usual = facts.topics.has(Topic::Usual)
                && words.len() <= 7
                && !facts.topics.has(Topic::Narration)
                && !facts.topics.has(Topic::Frame)
                && !facts.goes_on
                && !facts.is_furniture;
            whole.usual_before.push(whole.usual_before.last().copied().unwrap_or(0) + usize::from(is_usual));
            whole.meeting += usize::from(facts.topics.has(Topic::Meeting));
            let hash = hash(&words);
            whole.words.push(hash);
            if words.len() < 16 {
                whole.titles.entry(hash).or_default().push(at);
            }
        }
        whole.heads = (0..context.lines.len())
            .filter(|at| {
                let usual = whole.usual(0, *at);
                let labels =
                    || context.facts.iter().take(*at).filter(|facts| !facts.labels.is_empty()).count();
                section::opens(context.lines, *at) && (usual > 1 || usual > 0 && labels() > 3)
            })
            .collect();
        whole
    }

    /// Whether the head of earlier minutes or of a report stands above a line.
    pub(super) fn is_below_head(&self, at: usize) -> bool {
        self.heads.iter().any(|head| *head <= at)
    }

    /// Lines at which earlier minutes or reports begin.
    pub(super) fn heads(&self) -> &[usize] {
        &self.heads
    }

    /// Number of usual titles among lines from one to another.
    fn usual(&self, from: usize, to: usize) -> usize {
        let at = |at: usize| self.usual_before.get(at.min(self.usual_before.len() - 1)).copied().unwrap_or(0);
        at(to).saturating_sub(at(from))
    }
}

fn step_of(value: i32, limits: &[i32]) -> usize {
    limits.iter().take_while(|limit| value >= **limit).count()
}

/// Facts about a reading.
pub(super) fn facts(
    context: &Context<'_>,
    candidates: &[Candidate],
    whole: &Whole,
    reading: &Reading,
    best_sum: i32,
    most: usize,
) -> Vec<u16> {
    let items: Vec<&Candidate> = reading.items.iter().filter_map(|item| candidates.get(*item)).collect();
    let count = items.len().max(1);
    let lines = context.lines.len().max(1);
    let mut facts = Facts { found: Vec::with_capacity(STEPS.len()), fact: 0, offset: 0 };
    let sum: i32 = items.iter().map(|item| item.score).sum();
    let least = items.iter().map(|item| item.score).min().unwrap_or(0);
    let with = |sign: Sign| with_any(&items, &[sign]);
    let first = items.first().map_or(0, |item| item.lines.start);
    let last = items.last().map_or(0, |item| item.at);

    facts.add(step_of(i32::try_from(count).unwrap_or(i32::MAX), &[3, 4, 6, 9, 14, 22, 40]));
    facts.add(step_of(
        sum / i32::try_from(count).unwrap_or(1),
        &[-200, -100, -30, 30, 80, 140, 200, 270, 350],
    ));
    facts.add(step_of(least, &[-400, -250, -120, 0, 120]));
    facts.add_share(usize::try_from(sum.max(0)).unwrap_or(0), usize::try_from(best_sum).unwrap_or(1));
    facts.add_share(count, most);
    let usual = with(Sign::Usual);
    facts.add_share(usual, count);
    facts.add(step_of(i32::try_from(usual).unwrap_or(0), &[1, 2, 3, 5, 8, 12]));
    let inside = whole.usual(first, last + 1);
    let outside = whole.usual(0, lines).saturating_sub(inside);
    let hit = items.iter().filter(|item| whole.usual(item.at, item.at + 1) > 0).count();
    facts.add_share(inside.saturating_sub(hit), inside);
    facts.add_share(outside, inside + outside);
    labels(&mut facts, &items);
    repeats(&mut facts, whole, &items);
    facts.add_share(with(Sign::Leader), count);
    facts.add_share(last.saturating_sub(first), lines);
    facts.add_share(first, lines);
    facts.add_share(lines.saturating_sub(last), lines);
    bodies(&mut facts, &items);
    shares(&mut facts, context, &items, reading.members);
    ends(&mut facts, &items);
    facts.add(step_of(i32::try_from(whole.meeting).unwrap_or(0), &[1, 3, 8]));
    cuts(&mut facts, &items);
    facts.add(usize::from(whole.is_below_head(first)));
    facts.add(whole.heads.iter().filter(|head| (first + 1..=last).contains(*head)).count());
    facts.found
}

/// Returns whether a candidate has a sign.
fn has(item: &Candidate, sign: Sign) -> bool {
    item.signs.contains(&(sign as u8))
}

/// Number of items that have any of these signs.
fn with_any(items: &[&Candidate], signs: &[Sign]) -> usize {
    items.iter().filter(|item| signs.iter().any(|sign| has(item, *sign))).count()
}

/// Shares of items that have a sign.
fn shares(facts: &mut Facts, context: &Context<'_>, items: &[&Candidate], members: usize) {
    let count = items.len().max(1);
    let members = members.max(count);
    facts.add_share(count, members);
    facts.add_share(with_any(items, &[Sign::Words20, Sign::WordsMore]), count);
    facts.add_share(with_any(items, &[Sign::Narration]), count);
    facts.add_share(with_any(items, &[Sign::Decision, Sign::Person]), count);
    facts.add_share(with_any(items, &[Sign::Frame, Sign::FieldLabel]), count);
    indents(facts, context, items);
    facts.add_share(with_any(items, &[Sign::GapAbove, Sign::GapBoth]), count);
    facts.add_share(with_any(items, &[Sign::EndsStop]), count);
}

/// Facts in the first and the last items, in their family and in how their titles end.
fn ends(facts: &mut Facts, items: &[&Candidate]) {
    let count = items.len().max(1);
    let opens = items.iter().take(3).filter(|item| has(item, Sign::Opens)).count();
    facts.add(opens);
    let closes = items.iter().rev().take(3).filter(|item| has(item, Sign::Closes)).count();
    facts.add(closes);
    let family = items.first().map_or(0, |item| item.family as usize);
    facts.add(family.min(FAMILIES.len() - 1));
    facts.add_share(with_any(items, &[Sign::Capitals]), count);
    facts.add_share(with_any(items, &[Sign::SmallStart]), count);
    facts.add_share(with_any(items, &[Sign::LineLeftLong]), count);
    facts.add_share(with_any(items, &[Sign::GoesOn]), count);
}

/// Facts in titles that run into their text.
fn cuts(facts: &mut Facts, items: &[&Candidate]) {
    let count = items.len().max(1);
    let cut: Vec<&&Candidate> = items.iter().filter(|item| item.runs_in).collect();
    facts.add_share(cut.iter().filter(|item| has(item, Sign::LeftTitle)).count(), cut.len());
    facts.add_share(cut.len(), count);
}

/// Facts in the labels of items.
fn labels(facts: &mut Facts, items: &[&Candidate]) {
    let count = items.len().max(1);
    let labelled: Vec<_> = items.iter().filter_map(|item| item.label.as_ref()).collect();
    facts.add_share(labelled.len(), count);
    let steps: Vec<Follows> =
        labelled.iter().zip(labelled.iter().skip(1)).map(|(one, other)| chain::follows(one, other)).collect();
    let next = steps.iter().filter(|step| matches!(step, Follows::Next | Follows::Late)).count();
    facts.add_share(next, steps.len());
    let restarts = steps.iter().filter(|step| matches!(step, Follows::Restart | Follows::Other)).count();
    facts.add(restarts);
    let missing: u32 =
        steps.iter().map(|step| if let Follows::Gap(missing) = step { (*missing).min(20) } else { 0 }).sum();
    facts.add(step_of(i32::try_from(missing).unwrap_or(0), &[1, 3, 6, 15]));
    let first = labelled.first().and_then(|label| label.values.last().copied());
    facts.add(match first {
        None => 0,
        Some(0 | 1) => 1,
        Some(2 | 3) => 2,
        Some(4..=20) => 3,
        Some(_) => 4,
    });
}

/// Facts in titles that stand in the paper more than once.
fn repeats(facts: &mut Facts, whole: &Whole, items: &[&Candidate]) {
    let count = items.len().max(1);
    let last = items.last().map_or(0, |item| item.at);
    let first = items.first().map_or(0, |item| item.at);
    let own: HashSet<usize> = items.iter().map(|item| item.at).collect();
    let places = |item: &Candidate| {
        whole.words.get(item.at).and_then(|hash| whole.titles.get(hash)).map_or(&[][..], Vec::as_slice)
    };
    let twice = items.iter().filter(|item| places(item).iter().any(|at| *at != item.at && own.contains(at)));
    facts.add_share(twice.count(), count);
    let below = items.iter().filter(|item| places(item).last().is_some_and(|at| *at > last));
    facts.add_share(below.count(), count);
    let above = items.iter().filter(|item| places(item).first().is_some_and(|at| *at < first));
    facts.add_share(above.count(), count);
}

/// Facts in what stands below items.
fn bodies(facts: &mut Facts, items: &[&Candidate]) {
    let ends = items.iter().skip(1).map(|item| item.lines.start);
    let mut below: Vec<usize> =
        items.iter().zip(ends).map(|(item, end)| end.saturating_sub(item.lines.end)).collect();
    let nothing = below.iter().filter(|lines| **lines == 0).count();
    facts.add_share(nothing, below.len());
    below.sort_unstable();
    let median = below.get(below.len() / 2).copied().unwrap_or(0);
    facts.add(step_of(i32::try_from(median).unwrap_or(i32::MAX), &[1, 2, 4, 8, 20]));
}

/// Facts in where items begin.
fn indents(facts: &mut Facts, context: &Context<'_>, items: &[&Candidate]) {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for item in items {
        let indent = context.lines.get(item.lines.start).map_or(0, |line| line.indent);
        *counts.entry(indent).or_default() += 1;
    }
    facts.add_share(counts.values().copied().max().unwrap_or(0), items.len().max(1));
}
