//! Lines that look alike, whether or not anything in them speaks for a heading: for the clerk, who has said that one of them
//! is an item.

use crate::import::paper::Line;
use std::collections::HashMap;

/// Longer lines are no headings, in bytes.
const LONGEST: usize = 160;

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Start {
    Capital,
    Small,
    Digit,
    Mark,
}

/// How a line is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Set {
    gap: bool,
    indent: usize,
    heading: u8,
    bold: bool,
    start: Option<Start>,
    ends_sentence: Option<bool>,
}

/// Sets of lines that look alike, as places in the paper: the most alike first.
pub(super) fn groups(lines: &[Line]) -> Vec<Vec<usize>> {
    let close = |set: Set| set;
    let by_start = |set: Set| Set { ends_sentence: None, ..set };
    let by_place = |set: Set| Set { start: None, ends_sentence: None, ..set };
    let ways: [&dyn Fn(Set) -> Set; 3] = [&close, &by_start, &by_place];
    ways.iter().flat_map(|way| grouped(lines, way)).collect()
}

fn grouped(lines: &[Line], way: &dyn Fn(Set) -> Set) -> Vec<Vec<usize>> {
    let mut places: HashMap<Set, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(set) = set_of(line).map(way) else { continue };
        let place = *places.entry(set).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.push(at);
        }
    }
    groups
}

fn set_of(line: &Line) -> Option<Set> {
    let text = line.text.trim();
    let first = text.chars().next().filter(|_| text.len() <= LONGEST)?;
    let start = match first {
        _ if first.is_uppercase() => Start::Capital,
        _ if first.is_lowercase() => Start::Small,
        _ if first.is_ascii_digit() => Start::Digit,
        _ => Start::Mark,
    };
    Some(Set {
        gap: line.gap,
        indent: line.indent,
        heading: line.look.heading,
        bold: line.look.bold > 0,
        start: Some(start),
        ends_sentence: Some(text.ends_with(['.', ';', ','])),
    })
}
