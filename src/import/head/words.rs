//! Words on a row that speak for or against its candidates, and the pieces of a row between day and hour.

use super::super::{clock, convening, date, letter};
use super::names;
use super::rows::{Area, Row};
use super::weights::Evidence;
use std::ops::Range;

/// Evidence from the area in which a row stands.
pub(super) fn area(row: &Row) -> Vec<Evidence> {
    let mut evidence = match row.area {
        Area::Head => Vec::new(),
        Area::Menu => vec![Evidence::Menu],
        Area::FrontMatter => vec![Evidence::FrontMatter],
        Area::Mail => vec![Evidence::MailHeader],
        Area::People => vec![Evidence::People],
        Area::Notice => vec![Evidence::Prose],
        Area::Chat => vec![Evidence::Chat],
        Area::Tail => vec![Evidence::Tail],
    };
    evidence.extend((row.is_entry && !row.words.contains(':')).then_some(Evidence::Entry));
    evidence.extend((row.words.split(' ').count() > 25).then_some(Evidence::Prose));
    evidence
}

/// Whether words speak of another meeting.
pub(super) fn is_of_another(row: &Row) -> bool {
    const WORDS: [&str; 22] = [
        "pre-meet",
        "premeet",
        "briefing",
        "approval of",
        "the minutes of",
        "confirmation of",
        "last meeting",
        "previous meeting",
        "next meeting",
        "future meeting",
        "minutes of the meeting",
        "minutes from",
        "previous minutes",
        "last minutes",
        "adjourned from",
        "following meeting",
        "prior meeting",
        "approve the minutes",
        "minutes dated",
        "upcoming",
        "minutes of the last",
        "past meetings",
    ];
    let lower = row.words.to_lowercase();
    let is_this = row.area == Area::Head
        && (lower.starts_with("minutes of the meeting") || lower.contains("next meeting of"));
    WORDS.iter().any(|word| lower.contains(word)) && !is_this
}

/// Whether words speak of posting, printing, signing or approving a paper.
pub(super) fn is_of_publication(words: &str) -> bool {
    const WORDS: [&str; 30] = [
        "posted",
        "published",
        "publication",
        "issued",
        "dated",
        "despatch",
        "dispatch",
        "printed",
        "updated",
        "signed",
        "deadline",
        "created",
        "modified",
        "revised",
        "effective",
        "adopted",
        "approved",
        "uploaded",
        "circulated",
        "sent",
        "dyddiedig",
        "wrote",
        "expires",
        "retrieved",
        "generated",
        "last edited",
        "filed",
        "received",
        "distributed",
        "since",
    ];
    let lower = words.to_lowercase();
    lower.split(|sign: char| !sign.is_alphanumeric()).any(|word| WORDS.contains(&word))
        || lower.contains("last edited")
        || lower.contains("date of notice")
}

/// Whether words are no more than what the paper is: `AGENDA`, `Draft minutes`, `Notice of meeting`.
pub(super) fn is_kind_of_paper(words: &str) -> bool {
    let spaced = words.split(' ').all(|letter| letter.chars().count() == 1);
    let words = if spaced { words.replace(' ', "") } else { words.to_owned() };
    let lower = words.to_lowercase();
    let named = ["agenda", "minutes", "meeting", "notes", "summons", "notice"]
        .iter()
        .any(|word| lower.contains(word));
    named
        && words.split(' ').count() <= 8
        && (names::name(&words).is_none() || letter::only_names_the_paper(&words))
}

/// What stands before the day in words that have one, without its weekday.
pub(super) fn before_the_day(words: &str) -> &str {
    let days = date::days(words, date::Style { month_first: false, short_years: true });
    let Some(day) = days.first() else { return words };
    convening::without_weekday(words.get(..day.at.start).unwrap_or(words))
        .trim_end_matches([',', ' ', '-', '–', ':', '(', '|'])
}

/// Place of days and hours in words, in order.
pub(super) fn moments(words: &str) -> Vec<Range<usize>> {
    let days = date::days(words, date::Style { month_first: false, short_years: true });
    let mut spans: Vec<Range<usize>> = days.into_iter().map(|day| day.at).collect();
    for (_, at) in clock::clocks(words, false) {
        if !spans.iter().any(|span| span.start < at.end && at.start < span.end) {
            spans.push(at);
        }
    }
    spans.sort_by_key(|span| span.start);
    spans
}

/// Whether a row has a day, and the phrases in which a name may stand: its cells, or what is left of them beside days and
/// hours.
pub(super) fn phrases(row: &Row) -> (bool, Vec<String>) {
    let mut phrases = Vec::new();
    let mut dated = false;
    for cell in &row.cells {
        let spans = moments(cell);
        dated |= !date::days(cell, date::Style { month_first: false, short_years: true }).is_empty();
        match spans.first() {
            Some(_) => {
                let before = before_the_day(cell);
                let hour = spans.first().and_then(|span| before.get(..span.start)).unwrap_or(before);
                phrases.push(convening::without_weekday(hour).to_owned());
                let last = spans.last().and_then(|span| cell.get(span.end..)).unwrap_or("");
                phrases.push(last.trim_start_matches([',', ' ', '-', '–', ':', ')', '|', '.']).to_owned());
            }
            None => phrases.push(cell.clone()),
        }
    }
    phrases.retain(|phrase| !phrase.is_empty());
    (dated, phrases)
}
