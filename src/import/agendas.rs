//! Agendas of several meetings in one paper: where each begins. A place counts only where what stands above it and what
//! stands below it both read as agendas, of meetings on different days.

use super::paper::Line;
use super::{body, convening, cue, date, label};
use chrono::NaiveDate;
use std::ops::Range;

/// A paper with more places than this at which an agenda may begin is of another kind.
const MOST_OPENINGS: usize = 12;
/// Lines from which the day of the meeting is taken.
const HEAD: usize = 15;
/// Lines above an opening that may belong to its head.
const MOST_ABOVE: usize = 8;
/// Openings closer than this, in lines, are in one head where no items stand between them.
const NEAR: usize = 20;

/// Agenda as some lines read by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Agenda {
    /// Day of the meeting.
    pub day: NaiveDate,
    /// Label of the first item.
    pub label: String,
}

impl Agenda {
    /// Whether another agenda is of another meeting, and counts its items anew.
    fn is_beside(&self, other: &Self) -> bool {
        self.day != other.day && self.label == other.label
    }
}

/// Agendas of a paper, as ranges of its lines; one where it has one. `read` reads some lines by themselves; none if they
/// are no whole agenda.
pub(super) fn agendas(lines: &[Line], read: impl Fn(&[Line]) -> Option<Agenda>) -> Vec<Range<usize>> {
    let openings = openings(lines);
    let whole = 0..lines.len();
    if openings.is_empty() || openings.len() > MOST_OPENINGS {
        return vec![whole];
    }
    let ends = openings.iter().copied().skip(1).chain([lines.len()]);
    let piece = |range: &Range<usize>| lines.get(range.clone()).unwrap_or_default();
    let first = 0..openings.first().copied().unwrap_or(0);
    let mut agendas = Vec::from([first]);
    for (from, to) in openings.iter().copied().zip(ends) {
        let Some(last) = agendas.last_mut() else { break };
        let (above, below) = (piece(last), lines.get(from..to).unwrap_or_default());
        let are_two = are_of_other_days(above, below)
            && read(above).zip(read(below)).is_some_and(|(above, below)| above.is_beside(&below));
        if are_two {
            agendas.push(from..to);
        } else {
            last.end = to;
        }
    }
    agendas
}

/// Lines at which the head of another agenda may begin, the first lines of the paper not counted.
fn openings(lines: &[Line]) -> Vec<usize> {
    let mut openings: Vec<usize> = Vec::new();
    let mut last = 0;
    for (at, _) in lines.iter().enumerate().filter(|(at, line)| opens(line) && *at > 0) {
        let between = lines.get(last..at).unwrap_or_default();
        let items = between.iter().filter(|line| label::label(&line.text).is_some()).count();
        if items > 1 || between.len() > NEAR {
            openings.push(top(lines, at));
        }
        last = at;
    }
    openings
}

/// Whether an agenda may begin with a line.
fn opens(line: &Line) -> bool {
    const STARTS: [&str; 6] =
        ["agenda for ", "agenda of ", "agenda – ", "agenda - ", "agenda: ", "notice of "];
    if !(line.gap || line.page) || line.look.cell.is_some() || line.text.len() > 300 {
        return false;
    }
    let words = line.text.trim_matches(|letter: char| !letter.is_alphanumeric());
    let lower = words.to_lowercase();
    lower == "agenda"
        || STARTS.iter().any(|start| lower.starts_with(start))
        || ["will be held", "to be held"].iter().any(|held| lower.contains(held))
            && date::date(words).is_some()
        || convening::read_heading(words).is_some_and(|heading| !heading.is_minutes)
}

/// First line of the head that a line belongs to: names of bodies, days and words in capitals stand above it.
fn top(lines: &[Line], at: usize) -> usize {
    let mut top = at;
    while at - top < MOST_ABOVE && !lines.get(top).is_some_and(|line| line.page) {
        let Some(above) = top.checked_sub(1).and_then(|above| lines.get(above)) else { break };
        let words = above.text.trim_start_matches(['#', '*', '=', ' ']);
        let is_of_head = words.len() < 100
            && label::label(words).is_none()
            && (body::sounds_like_a_body(words) || cue::is_capitals(words) || date::date(words).is_some());
        if !is_of_head {
            break;
        }
        top -= 1;
    }
    top
}

/// Whether the heads of two agendas name days, and not the same.
fn are_of_other_days(one: &[Line], other: &[Line]) -> bool {
    let days = |lines: &[Line]| -> Vec<NaiveDate> {
        lines.iter().take(HEAD).filter_map(|line| date::date(&line.text)).collect()
    };
    let (one, other) = (days(one), days(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|day| other.contains(day))
}
