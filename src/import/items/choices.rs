//! Choices for the clerk who corrects a reading: other readings of the paper, and sets of similar lines. Similar lines are
//! grouped by their layout, too, because a line may be an item although nothing in it speaks for a heading.

use super::Readings;
use crate::import::paper::Line;
use std::collections::{HashMap, HashSet};

/// Greatest number of readings.
const MOST_READINGS: usize = 12;
/// Greatest number of similar lines in a set.
const MOST_SIMILAR: usize = 300;

/// Other readings of a paper, and sets of similar lines in it, as the numbers of lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// Readings, the best first. Each has the lines of its items.
    pub readings: Vec<Vec<u32>>,
    /// Sets of similar lines, the most similar first.
    pub similar: Vec<Vec<u32>>,
}

/// Returns the choices for a paper that was read in these ways.
pub(in crate::import) fn choices(lines: &[Line], found: &Readings) -> Choices {
    let number = |at: usize| lines.get(at).map(|line| line.number);
    let of_candidates = |items: &[usize]| -> Vec<u32> {
        items.iter().filter_map(|item| number(found.candidates.get(*item)?.at)).collect()
    };
    let of_lines = |places: Vec<usize>| places.into_iter().filter_map(number).collect();
    let readings = found.readings.iter().map(|reading| of_candidates(&reading.items));
    let by_look = found.groups.iter().map(|group| of_candidates(group));
    let by_layout = groups_by_layout(lines).into_iter().map(of_lines);
    Choices {
        readings: distinct(readings, MOST_READINGS),
        similar: distinct(by_layout.chain(by_look), usize::MAX),
    }
}

/// Returns the first sets of lines, each once, without those that are too small or too large.
fn distinct(sets: impl Iterator<Item = Vec<u32>>, most: usize) -> Vec<Vec<u32>> {
    let mut seen: HashSet<Vec<u32>> = HashSet::new();
    let sets = sets.map(|mut lines| {
        lines.dedup();
        lines
    });
    let sets = sets.filter(|lines| (2..=MOST_SIMILAR).contains(&lines.len()));
    sets.filter(|lines| seen.insert(lines.clone())).take(most).collect()
}

/// Greatest length of a line that may be a heading, in bytes.
const LONGEST: usize = 160;

/// First character of a line, by its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Start {
    Capital,
    Small,
    Digit,
    Mark,
}

/// Layout of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Layout {
    gap: bool,
    indent: usize,
    heading: u8,
    bold: bool,
    start: Option<Start>,
    ends_sentence: Option<bool>,
}

/// Sets of lines with the same layout, as places in the paper, the most similar first.
fn groups_by_layout(lines: &[Line]) -> Vec<Vec<usize>> {
    let close = |layout: Layout| layout;
    let by_start = |layout: Layout| Layout { ends_sentence: None, ..layout };
    let by_place = |layout: Layout| Layout { start: None, ends_sentence: None, ..layout };
    let ways: [&dyn Fn(Layout) -> Layout; 3] = [&close, &by_start, &by_place];
    ways.iter().flat_map(|way| grouped(lines, way)).collect()
}

fn grouped(lines: &[Line], way: &dyn Fn(Layout) -> Layout) -> Vec<Vec<usize>> {
    let mut places: HashMap<Layout, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(layout) = layout_of(line).map(way) else { continue };
        let place = *places.entry(layout).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.push(at);
        }
    }
    groups
}

fn layout_of(line: &Line) -> Option<Layout> {
    let text = line.text.trim();
    let first = text.chars().next().filter(|_| text.len() <= LONGEST)?;
    let start = match first {
        _ if first.is_uppercase() => Start::Capital,
        _ if first.is_lowercase() => Start::Small,
        _ if first.is_ascii_digit() => Start::Digit,
        _ => Start::Mark,
    };
    Some(Layout {
        gap: line.gap,
        indent: line.indent,
        heading: line.look.heading,
        bold: line.look.bold > 0,
        start: Some(start),
        ends_sentence: Some(text.ends_with(['.', ';', ','])),
    })
}
