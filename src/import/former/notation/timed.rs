//! Agendas whose lines begin with a time of day: `10.05   2.0   Declarations of interest   Chair`. Knows where the
//! time ends; the rest of a line is read like any other.

use super::grid::clock;
use crate::import::cue;
use crate::import::date;
use crate::import::label;
use crate::import::paper::{Line, Role};

/// Fewer lines than these that begin with a time are chance.
const FEWEST: usize = 3;

/// Lines that begin with a time, and then have an item, speak for it.
pub(super) fn score(lines: &[Line]) -> u32 {
    let timed = lines.iter().filter(|line| row(line).is_some()).count();
    // Where the items are numbered without a time, the times are a list inside one of them: site visits.
    let others =
        lines.iter().filter(|line| row(line).is_none() && label::label(&line.text).is_some()).count();
    let is_agenda = is_numbered(lines) || others < 2;
    if timed < FEWEST || !is_agenda { 0 } else { u32::try_from(timed).unwrap_or(u32::MAX) }
}

/// Whether half of the lines that begin with a time at least have a label behind it.
fn is_numbered(lines: &[Line]) -> bool {
    let rows: Vec<bool> = lines.iter().filter_map(row).map(|row| label::label(row.rest).is_some()).collect();
    rows.iter().filter(|labelled| **labelled).count() * 2 >= rows.len()
}

/// The lines with the time of an item below its title.
pub(super) fn plain(lines: Vec<Line>) -> Vec<Line> {
    let numbered = is_numbered(&lines);
    let mut plain = Vec::with_capacity(lines.len() * 2);
    let mut before = 0;
    for line in lines {
        let Some(row) = row(&line) else {
            plain.push(line);
            continue;
        };
        let is_item = label::label(row.rest).is_some() || !numbered && cue::is_title_like(row.rest);
        if cue::pause(row.rest).is_some() {
            plain.push(line.with(row.rest, Role::Plain));
        } else if is_item && cue::closing_time(&line.words()).is_none() {
            before = row.after(before);
            let role = if numbered { Role::Plain } else { Role::Item(String::new()) };
            plain.push(Line { gap: true, indent: line.indent + row.column, ..line.with(row.rest, role) });
            let time = format!("Time: {:02}:{:02}", before / 60, before % 60);
            let indent = line.indent + row.column + 3;
            plain.push(Line { gap: true, page: false, indent, ..line.with(time, Role::Plain) });
        } else {
            plain.push(line);
        }
    }
    plain
}

/// A line that begins with a time.
struct Row<'a> {
    /// The minutes of the day.
    minutes: u32,
    /// Whether it says which half of the day it is.
    halved: bool,
    /// Where the rest begins.
    column: usize,
    /// What comes after the time.
    rest: &'a str,
}

impl Row<'_> {
    /// The minutes of the day, which never go back in the course of a meeting.
    fn after(&self, before: u32) -> u32 {
        let later = !self.halved && self.minutes < before && self.minutes < 12 * 60;
        if later { self.minutes + 12 * 60 } else { self.minutes }
    }
}

/// The time and the rest of a line, if there is a column between them or a label after it.
fn row(line: &Line) -> Option<Row<'_>> {
    if line.role != Role::Plain {
        return None;
    }
    let (first, rest) = line.text.split_once(' ')?;
    let minutes = clock(first)?;
    let half = ["am", "pm", "a.m.", "p.m."].iter().find_map(|half| rest.strip_prefix(half));
    let rest = half.filter(|rest| rest.starts_with(' ')).unwrap_or(rest);
    let dashed = ["- ", "– ", "— "].iter().find_map(|dash| rest.trim_start().strip_prefix(dash));
    let rest = dashed.filter(|rest| !date::begins_with_time(rest)).unwrap_or(rest);
    let is_title = cue::is_title_like(rest) && !rest.ends_with('.') && rest.split(' ').count() <= 12;
    let is_column = rest.starts_with(' ') || is_title || label::label(rest).is_some();
    let time = line.text.get(..line.text.len() - rest.len()).and_then(date::time);
    let halved = first.ends_with('m') || first.ends_with("m.") || half.is_some();
    let told = time.filter(|_| halved).map(|time| chrono::Timelike::num_seconds_from_midnight(&time) / 60);
    let rest = rest.trim_start();
    is_column.then(|| Row {
        minutes: told.unwrap_or(minutes),
        halved,
        column: line.text.len() - rest.len(),
        rest,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    fn read(text: &str) -> Vec<(String, Role)> {
        let lines = lines(text);
        assert!(score(&lines) > 0);
        plain(lines).into_iter().map(|line| (line.text, line.role)).collect()
    }

    #[test]
    fn times_before_numbers_go_below_the_titles() {
        let found = read("11.30   1.0   Welcome\n11.45   Comfort break\n1.05    2.0   Bins   Chair\n");
        let texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
        let wanted = ["1.0   Welcome", "Time: 11:30", "Comfort break", "2.0   Bins   Chair", "Time: 13:05"];
        assert_eq!(texts, wanted);
    }

    #[test]
    fn times_alone_mark_items_without_numbers() {
        let found = read("6.00 pm   Welcome\n6.05 pm   Bins\n6.30 pm   Trees\n7.00 pm   Close\n");
        assert_eq!(found.first(), Some(&("Welcome".to_owned(), Role::Item(String::new()))));
        assert_eq!(found.get(1).map(|(text, _)| text.as_str()), Some("Time: 18:00"));
        assert_eq!(found.last(), Some(&("7.00 pm   Close".to_owned(), Role::Plain)));
    }

    #[test]
    fn times_in_a_list_inside_an_item_are_no_items() {
        let text =
            "1. Apologies\n2. Site visits\n10.00   Mill Lane\n10.30   Elm Road\n11.00   Ford\n3. Date\n";
        assert_eq!(score(&lines(text)), 0);
    }
}
