//! Guesses about the head of a paper, where nothing says outright: the day of the meeting and the room. A guess is shown as
//! one. The day is guessed only where there is one that it can be; of several rooms the likeliest is taken. Knows lines and
//! whether anybody has understood them; sentences and fields are read elsewhere, and before.

use super::body;
use super::convening;
use super::date;
use super::invite::{self, Header};
use super::paper::{Ledger, Line, squeeze};
use super::place;
use super::{Meaning, Sure};
use crate::domain::calendar::weekday;
use crate::domain::meeting::Head;
use chrono::{NaiveDate, Weekday};

/// Takes the only day that is named in the head of a paper, beside the business of others, for that of the meeting, with
/// the hours on its line.
pub(super) fn day(head: &mut Head, lines: &[Line], ledger: &mut Ledger) {
    if head.date.is_some() {
        return;
    }
    let mut days = lines.iter().filter_map(|line| Some((line, named(line, ledger)?)));
    let Some((line, day)) = days.next() else { return };
    if head.published == Some(day) || days.any(|(_, other)| other != day) {
        return;
    }
    head.date = Some(day);
    let words = line.words();
    let hours = date::times(&words);
    head.starts = head.starts.or(hours.first().copied());
    head.ends = head.ends.or(hours.get(1).copied());
    ledger.say_anew(line, Meaning::Date, Sure::Guessed);
}

/// The day that a line names, where nobody has understood the line and it does not speak of another meeting.
fn named(line: &Line, ledger: &Ledger) -> Option<NaiveDate> {
    const OTHERS: [&str; 8] =
        ["minutes", "notes of", "last meeting", "next meeting", "previous", "deadline", "printed", "sent"];
    let words = line.words();
    let lower = words.to_lowercase();
    let is_subject = matches!(invite::header(&words), Some(Header::Subject(_)));
    let is_free = ledger.said(line.number).is_none() || is_subject;
    let of_others = OTHERS.iter().any(|other| lower.contains(other));
    let is_short = words.split(' ').count() <= 20;
    date::date(&words).filter(|_| is_free && is_short && !of_others)
}

/// Takes a line that sounds like a room, and that nothing else explains, for the venue: the likeliest one.
pub(super) fn venue(head: &mut Head, lines: &[Line], ledger: &mut Ledger) {
    if !head.venue.is_empty() {
        return;
    }
    let is_free = |line: &&Line| {
        let said = ledger.said(line.number).map(|(meaning, _)| meaning);
        said.is_none_or(|meaning| [Meaning::Date, Meaning::Telephone, Meaning::Convening].contains(&meaning))
    };
    let is_name = |text: &str| {
        let other = text.replace("Committee Room", "Room").replace("Board Room", "Room");
        body::candidate(&other).is_some_and(|(weight, ..)| weight >= 45)
    };
    let places = lines.iter().filter(is_free).flat_map(|line| {
        let pieces = place::pieces(&line.text).into_iter();
        let pieces = pieces.filter(|piece| place::sounds_like_a_place(piece) && !is_name(piece));
        pieces.map(move |piece| (line, piece))
    });
    // Of two that are as likely the first is taken.
    let places: Vec<(&Line, &str)> = places.collect();
    let best = places.into_iter().rev().max_by_key(|(_, piece)| place::likeness(piece));
    let Some((line, piece)) = best else { return };
    let (place, hour) = place::place_and_hour(piece);
    head.venue = convening::only_place(&squeeze(place));
    head.starts = head.starts.or(hour);
    ledger.say(line, Meaning::Venue, Sure::Guessed);
}

/// What stands before the day in words that name one, without its weekday: `Planning Committee, Mon 9 March 2026`.
pub(super) fn before_the_day(words: &str) -> &str {
    const PARTING: [char; 5] = [',', ' ', '-', '–', ':'];
    let Some((_, at)) = date::find(words) else { return words };
    let before = words.get(..at.start).unwrap_or(words).trim_end_matches(PARTING);
    let last = before.rsplit(' ').next().unwrap_or("");
    let is_weekday = last.parse::<Weekday>().is_ok() || weekday(last).is_some();
    let before = if is_weekday { before.strip_suffix(last).unwrap_or(before) } else { before };
    before.trim_end_matches(PARTING)
}
