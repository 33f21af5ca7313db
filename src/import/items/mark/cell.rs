//! Cell of a table: a label and a title in cells of one row, or a title in a column without labels.

use super::run_in::{Cut, cut};
use super::{Finder, title_end};
use crate::import::aligned;
use crate::import::date;
use crate::import::items::context::Context;
use crate::import::items::label::Label;
use crate::import::paper::{CellPlace, Line};

/// Finds the rows of tables that hold a title.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    let times = times(context);
    let mut at = 0;
    while at < context.lines.len() {
        let Some(place) = context.lines.get(at).and_then(|line| line.look.cell) else {
            at += 1;
            continue;
        };
        let same_row = |other: &CellPlace| (other.table, other.row) == (place.table, place.row);
        let rest = context.lines.get(at..).unwrap_or(&[]);
        let length = rest.iter().take_while(|line| line.look.cell.as_ref().is_some_and(same_row)).count();
        row(context, finder, &times, at, at + length);
        at += length.max(1);
    }
}

/// Finds cells whose title runs into agenda text or minutes.
pub fn find_run_in(context: &Context<'_>, finder: &mut Finder) {
    let times = times(context);
    for (at, line) in context.lines.iter().enumerate() {
        if aligned::names_column(&line.text) && line.look.cell.is_some_and(|cell| cell.row == 0) {
            continue;
        }
        let Some(place) =
            line.look.cell.filter(|_| !context.facts.get(at).is_some_and(|facts| facts.is_label))
        else {
            continue;
        };
        // The label may stand in the cell before.
        let before = at.checked_sub(1).filter(|before| {
            let cell = context.lines.get(*before).and_then(|line| line.look.cell);
            cell.is_some_and(|cell| {
                (cell.table, cell.row) == (place.table, place.row)
                    && cell.column < place.column
                    && !times.contains(&(cell.table, cell.column))
            })
        });
        let before = before.and_then(|before| Some((before, context.facts.get(before)?)));
        let apart = before.filter(|(_, facts)| facts.is_label).and_then(|(_, facts)| facts.labels.first());
        let (label, start) = match apart {
            Some(label) => (Some(Label { end: 0, ..label.clone() }), 0),
            None => super::behind_label(context, at),
        };
        let first = if apart.is_some() { at.saturating_sub(1) } else { at };
        let length = line.text.get(start..).and_then(|text| cut(text, Cut::Told));
        let end = length.map_or(title_end(&line.text, start), |length| start + length);
        let added = finder.add_over(first..at + 1, at, label, start..end);
        if length.is_some() {
            finder.runs_in(added);
        }
        finder.put(added, format_args!("column {}", place.column));
    }
}

/// Whether a row with a time says when the meeting is to close.
fn is_close(text: &str) -> bool {
    [
        "close",
        "meeting closes",
        "close of meeting",
        "meeting to close",
        "finish",
        "end",
        "ends",
        "end of meeting",
    ]
    .contains(&text.trim_end_matches('.').to_lowercase().as_str())
}

/// Columns that are named as those of times, with their tables.
fn times(context: &Context<'_>) -> Vec<(u32, u32)> {
    let is_time = |line: &&Line| {
        ["time", "timing", "start"].contains(&line.text.trim_matches(['*', ':', ' ']).to_lowercase().as_str())
    };
    let cells = context.lines.iter().filter(is_time).filter_map(|line| line.look.cell);
    cells.filter(|cell| cell.row == 0).map(|cell| (cell.table, cell.column)).collect()
}

/// Finds the title of a row: behind its label, or in its first cell that is no time.
fn row(context: &Context<'_>, finder: &mut Finder, times: &[(u32, u32)], from: usize, to: usize) {
    let cells = context.lines.get(from..to).unwrap_or(&[]);
    if cells.len() > 1 && cells.iter().all(|cell| aligned::names_column(&cell.text)) {
        return;
    }
    let mut label: Option<(usize, Label)> = None;
    let mut column_before = None;
    for at in from..to {
        let (Some(line), Some(facts)) = (context.lines.get(at), context.facts.get(at)) else { return };
        let column = line.look.cell.map(|cell| cell.column);
        if column == column_before {
            continue;
        }
        column_before = column;
        let is_time = date::begins_with_time(&line.text) && line.text.len() <= 16
            || line.look.cell.is_some_and(|cell| times.contains(&(cell.table, cell.column)));
        if facts.is_label && label.is_none() && !is_time {
            label = facts.labels.first().map(|found| (at, Label { end: 0, ..found.clone() }));
        } else if !is_time && line.text.contains(char::is_alphabetic) {
            let found = label.map(|(_, label)| label);
            let is_close = found.is_none() && at > from && is_close(&line.text);
            if !is_close {
                put(context, finder, from, at, found);
            }
            return;
        }
    }
}

fn put(context: &Context<'_>, finder: &mut Finder, first: usize, at: usize, label: Option<Label>) {
    let Some(line) = context.lines.get(at) else { return };
    let Some(place) = line.look.cell else { return };
    let is_apart = label.is_some();
    let (label, start) = match label {
        Some(label) => (Some(label), 0),
        None => super::behind_label(context, at),
    };
    let kind = label.as_ref().map_or(String::new(), |label| label.kind.clone());
    let added = finder.add_over(first..at + 1, at, label, start..title_end(&line.text, start));
    if is_apart {
        finder.put(added, "apart");
    }
    finder.put(added, format_args!("column {}", place.column));
    finder.put(added, format_args!("table {} column {}", place.table, place.column));
    if !kind.is_empty() {
        finder.put(added, &kind);
    }

    if line.look.bold >= line.text.len() {
        finder.put(added, format_args!("column {} bold", place.column));
    }
    if super::is_capitals(&line.text) {
        finder.put(added, format_args!("column {} capitals", place.column));
    }
}
