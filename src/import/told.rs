//! What the agenda prints below a title in a column or on a line of its own: the hour, the pages, and where something
//! new begins. Knows one line at a time.

use super::date;
use super::label;
use super::minutes::paragraph::{self, Mark};
use super::title;
use crate::domain::agenda::Heading;
use crate::domain::meeting::Head;
use chrono::{NaiveDate, NaiveTime, Timelike};

/// Takes in the hour at which an item is planned. Returns whether the line says nothing else.
pub(super) fn time(words: &str, head: &Head, heading: &mut Heading) -> bool {
    let column =
        ["Time: ", "Timing: ", "TIME: ", "TIMING: "].iter().find_map(|label| words.strip_prefix(label));
    let told = column.unwrap_or(words);
    let is_time = date::begins_with_time(told) || column.is_some() && clock(told).is_some();
    if !is_time {
        return false;
    }
    let hour = date::time(told).or_else(|| bare(told, head.starts));
    heading.planned = heading.planned.or(hour);
    let times = date::found_times(told);
    let ends = times.last().map_or(told.len(), |(_, at)| at.end);
    // A line with nothing but one time says when its item is taken.
    let is_alone = column.is_some() || times.len() == 1;
    is_alone && hour.is_some() && hour == heading.planned && ends == told.len()
}

/// `7.15` in a column, of a meeting that starts in the afternoon, is in the afternoon.
fn bare(told: &str, starts: Option<NaiveTime>) -> Option<NaiveTime> {
    let minutes = clock(told)?;
    let is_past = |starts: NaiveTime| starts.hour() >= 12 || minutes < starts.hour() * 60 + starts.minute();
    let later = starts.is_some_and(is_past) && minutes < 12 * 60;
    let minutes = if later { minutes + 12 * 60 } else { minutes };
    NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
}

/// The minutes of the day in `9.30`.
fn clock(cell: &str) -> Option<u32> {
    let (hour, minute) = cell.split_once(['.', ':'])?;
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// Takes in the pages of the pack. Returns whether the line says nothing else.
pub(super) fn pages(words: &str, heading: &mut Heading) -> bool {
    let column =
        ["Pages: ", "Page: ", "PAGES: ", "PAGE: "].iter().find_map(|label| words.strip_prefix(label));
    let told = column.unwrap_or(words);
    let is_range = title::is_range(told) && (column.is_some() || told.contains(['-', '–']));
    let bracketed = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let named = bracketed.and_then(|inner| title::pages(&inner.to_lowercase()));
    match named.or_else(|| is_range.then(|| told.to_owned())) {
        Some(pages) if heading.pages.is_empty() => heading.pages = pages,
        _ => return false,
    }
    true
}

/// Whether a line begins something new: a list entry, or a label of its own, `Ward: Harbour`.
pub(super) fn starts(words: &str) -> bool {
    let labelled = words.split_once(": ").is_some_and(|(label, _)| {
        label.split(' ').count() <= 2 && label.starts_with(char::is_uppercase) && !label.contains(['.', ','])
    });
    // The reference of an application: `26/00114/FUL`.
    let first = words.split(' ').next().unwrap_or("");
    let is_reference = first.len() < words.len()
        && first.matches('/').count() == 2
        && first.starts_with(|letter: char| letter.is_ascii_digit());
    labelled
        || is_reference
        || label::label(words).is_some()
        || words.starts_with(['•', '-', '*'])
        || paragraph::mark(words).0 != Mark::None
}

/// The day on which a line says that the body meets next, if that is after this meeting.
pub(super) fn next_meeting(words: &str, head: &Head) -> Option<NaiveDate> {
    let says = words.get(..12).is_some_and(|start| start.eq_ignore_ascii_case("next meeting"));
    date::date(words).filter(|next| says && head.date.is_none_or(|day| *next > day))
}
