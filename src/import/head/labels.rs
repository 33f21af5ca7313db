//! Labels in a head: which words are one, and the value that stands behind it, in the next cell, in brackets or below.

use super::super::{clock, date, place};
use super::lexicon;
use super::rows::{Area, Row};

/// Meaning of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Body,
    Authority,
    /// `Meeting:`, which may name a body or a day.
    Meeting,
    Date,
    Time,
    Venue,
    /// The day on which the paper was posted, printed or signed.
    Published,
    /// Another meeting.
    Other,
    /// Anything else that is no field of the meeting: people, telephones.
    None,
}

/// Label with its value.
#[derive(Debug, Clone)]
pub(super) struct Labelled {
    pub label: Label,
    pub value: String,
    /// Place among the rows.
    pub row: usize,
}

const LABELS: [(Label, &str); 9] = [
    (Label::Date, lexicon::DATE),
    (Label::Time, lexicon::TIME),
    (Label::Venue, lexicon::VENUE),
    (Label::Body, lexicon::BODY),
    (Label::Authority, lexicon::AUTHORITY),
    (Label::Meeting, lexicon::MEETING),
    (Label::Published, lexicon::PUBLISHED),
    (Label::Other, lexicon::OTHER),
    (Label::None, lexicon::NONE),
];

/// The meaning of words as a label.
pub(super) fn label(words: &str) -> Option<Label> {
    let lower = words.trim_matches([' ', ':', '*', '_', '.']).to_lowercase();
    let english = lower.rsplit(" / ").next().unwrap_or(&lower);
    let known =
        |words: &str| LABELS.iter().find(|(_, labels)| lexicon::has(labels, words)).map(|(label, _)| *label);
    known(&lower).or_else(|| known(english))
}

/// The labelled values of rows, which lose the cells that are taken up by them.
pub(super) fn read(rows: &mut [Row]) -> Vec<Labelled> {
    let (mut found, mut taken) = (Vec::new(), Vec::new());
    for at in 0..rows.len() {
        let is_read = |row: &Row| !matches!(row.area, Area::Menu | Area::People | Area::Chat | Area::Notice);
        if taken.contains(&at) || !rows.get(at).is_some_and(is_read) {
            continue;
        }
        let free = in_row(rows, at, &mut found, &mut taken);
        if let Some(row) = rows.get_mut(at) {
            row.cells = free;
        }
    }
    for at in taken {
        if let Some(row) = rows.get_mut(at) {
            row.cells.clear();
        }
    }
    found
}

/// Reads the labels of a row. Returns the cells without one.
fn in_row(rows: &[Row], at: usize, found: &mut Vec<Labelled>, taken: &mut Vec<usize>) -> Vec<String> {
    let Some(row) = rows.get(at) else { return Vec::new() };
    let mut free = Vec::new();
    let mut waiting: Option<Label> = None;
    for (place, cell) in row.cells.iter().enumerate() {
        if let Some(label) = waiting.take() {
            found.push(Labelled { label, value: whole(rows, at, cell, taken), row: at });
            continue;
        }
        let before = found.len();
        let is_last = place + 1 == row.cells.len();
        let bare = label(cell).filter(|label| !is_last || cell.ends_with(':') || *label != Label::None);
        match bare {
            Some(label) if !is_last => waiting = Some(label),
            Some(label) => below(rows, at, label, cell.ends_with(':'), found, taken),
            None => {
                for (label, value) in in_cell(cell) {
                    if value.is_empty() {
                        below(rows, at, label, true, found, taken);
                    } else {
                        let value = if is_last { whole(rows, at, value, taken) } else { value.to_owned() };
                        found.push(Labelled { label, value, row: at });
                    }
                }
            }
        }
        if found.len() == before && waiting.is_none() {
            free.push(cell.clone());
        }
    }
    free
}

/// A label alone on its row has its value on the next.
fn below(
    rows: &[Row],
    at: usize,
    label: Label,
    colon: bool,
    found: &mut Vec<Labelled>,
    taken: &mut Vec<usize>,
) {
    let Some(next) = rows.get(at + 1).filter(|next| !next.area.eq(&Area::People)) else { return };
    let fits = match label {
        Label::Date => {
            date::find(&next.words).is_some() || colon && !date::days(&next.words, SHORT).is_empty()
        }
        Label::Time => !clock::clocks(&next.words, true).is_empty(),
        Label::Venue => in_cell(&next.words).is_empty() && (colon || place::sounds_like_a_place(&next.words)),
        Label::Body | Label::Meeting | Label::Authority => colon && in_cell(&next.words).is_empty(),
        Label::Published | Label::Other => colon && date::find(&next.words).is_some(),
        Label::None => false,
    };
    if fits {
        found.push(Labelled { label, value: next.words.clone(), row: at + 1 });
        taken.push(at + 1);
    }
}

const SHORT: date::Style = date::Style { month_first: false, short_years: true };

/// A value that goes on below where it ends in a comma.
fn whole(rows: &[Row], at: usize, value: &str, taken: &mut Vec<usize>) -> String {
    let next =
        rows.get(at + 1).filter(|next| value.ends_with(',') && !next.gap && in_cell(&next.words).is_empty());
    let Some(next) = next else { return value.to_owned() };
    taken.push(at + 1);
    format!("{value} {}", next.words)
}

/// The labels in a cell with their values: `Date: 9 May 2023 Time: 7pm`, `Venue (Room 2)`, `When – 9 May 2023`.
fn in_cell(cell: &str) -> Vec<(Label, &str)> {
    let mut marks: Vec<(usize, usize, Label)> = Vec::new();
    for (colon, _) in cell.match_indices(':') {
        let from = marks.last().map_or(0, |(_, end, _)| *end);
        if let Some((start, label)) = label_before(cell, from, colon)
            .filter(|(start, _)| marks.is_empty() && *start == 0 || !marks.is_empty())
        {
            marks.push((start, colon + 1, label));
        }
    }
    if marks.is_empty() {
        return without_colon(cell).into_iter().collect();
    }
    let ends = marks.iter().skip(1).map(|(start, ..)| *start).chain([cell.len()]);
    let values = marks.iter().zip(ends).map(|((_, start, label), end)| {
        let value = cell.get(*start..end).unwrap_or("").trim_matches([' ', ',', ';', '|', '–', '*']);
        (*label, value)
    });
    values.collect()
}

/// The longest known label that ends at a colon.
fn label_before(cell: &str, from: usize, colon: usize) -> Option<(usize, Label)> {
    let text = cell.get(from..colon)?;
    let starts = text.char_indices().filter(|(at, sign)| {
        let before = at.checked_sub(1).and_then(|before| text.as_bytes().get(before));
        sign.is_alphanumeric() && before.is_none_or(|byte| !byte.is_ascii_alphanumeric())
    });
    let mut found = starts.filter_map(|(at, _)| Some((from + at, label(text.get(at..)?)?)));
    found.next()
}

fn without_colon(cell: &str) -> Option<(Label, &str)> {
    for mark in [" – ", " — ", " - ", " (", " = "] {
        if let Some((words, value)) = cell.split_once(mark)
            && let Some(label) = label(words).filter(|label| *label != Label::None)
        {
            let value = if mark == " (" { value.strip_suffix(')')? } else { value };
            return fits(label, value).then_some((label, value.trim()));
        }
    }
    let mut at = 0;
    for word in cell.split(' ').take(4) {
        at += word.len();
        let (words, value) = cell.split_at_checked(at)?;
        if let Some(label) = label(words)
            && ["date", "time", "venue", "where", "when"].contains(&words.to_lowercase().as_str())
            && fits(label, value.trim())
        {
            return Some((label, value.trim()));
        }
        at += 1;
    }
    None
}

/// Whether a value is of the kind that its label asks for, where no colon parts them.
fn fits(label: Label, value: &str) -> bool {
    match label {
        Label::Date => date::days(value, SHORT).first().is_some_and(|day| day.at.start < 16),
        Label::Time => clock::clocks(value, true).first().is_some_and(|(_, at)| at.start < 4),
        Label::Venue => place::sounds_like_a_place(value),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::head::rows::rows;
    use crate::import::paper::{Ledger, lines};

    fn labelled(text: &str) -> Vec<(Label, String)> {
        let mut rows = rows(&lines(text), &Ledger::new(99));
        read(&mut rows).into_iter().map(|found| (found.label, found.value)).collect()
    }

    #[test]
    fn labels_are_read_wherever_their_value_stands() {
        let wanted = [(Label::Date, "9 May 2023".to_owned()), (Label::Venue, "Village Hall".to_owned())];
        for text in [
            "Date: 9 May 2023\nVenue: Village Hall",
            "**Date:** 9 May 2023\n**Venue:** Village Hall",
            "| Date | 9 May 2023 |\n| Venue | Village Hall |",
            "Date            9 May 2023\nVenue           Village Hall",
            "When\n9 May 2023\nWhere\nVillage Hall",
            "Date: 9 May 2023 Venue: Village Hall",
            "Date (9 May 2023)\nVenue (Village Hall)",
            "When – 9 May 2023\nWhere – Village Hall",
            "Date of meeting: 9 May 2023\nLleoliad / Venue: Village Hall",
        ] {
            assert_eq!(labelled(text), wanted, "{text}");
        }
        assert_eq!(labelled("Date of next meeting: 9 May 2023")[0].0, Label::Other);
        assert_eq!(labelled("Posted: 9 May 2023")[0].0, Label::Published);
    }
}
