//! The sentence by which a paper says that a body meets or has met: `MINUTES of a meeting of the … held in …
//! on …`, and the heading of a web page that says the same in short. Knows sentences and not lines.

use super::body;
use super::clock;
use super::cue::capitalised;
use super::date;
use crate::domain::calendar;
use chrono::{NaiveDate, NaiveTime};
use std::ops::Range;

/// What such a sentence says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Convening {
    pub body: Option<String>,
    /// What the paper calls itself, where it is a record of the meeting.
    pub noun: String,
    pub is_minutes: bool,
    pub date: Option<NaiveDate>,
    pub time: Option<NaiveTime>,
    pub venue: String,
    /// Whether it names a day and does not say which: `on Tuesday`, `on 3 June`.
    pub is_undated: bool,
}

const HELD: [&str; 5] = [" to be held", " will be held", " was held", " held", " will take place"];

/// Reads such a sentence; none if the words are something else.
pub(super) fn read(words: &str) -> Option<Convening> {
    (words.len() < 1500).then(|| sentence(words, &words.to_ascii_lowercase())).flatten()
}

/// Reads the heading of a page; none if the line is something else.
pub(super) fn read_heading(line: &str) -> Option<Convening> {
    (line.len() < 300).then(|| heading(line, &line.to_ascii_lowercase())).flatten()
}

/// Whether a line begins the minutes of a meeting, and does not only speak of them: `NOTES of a meeting of …`.
pub(super) fn opens_minutes(words: &str) -> bool {
    let lower = words.to_ascii_lowercase();
    let Some((_, rest)) = lower.split_once(" of ").filter(|_| noun(&lower).is_some()) else { return false };
    let of_a_meeting = rest.split_once("meeting of ").is_some_and(|(before, _)| before.len() < 30);
    let of_a_body =
        rest.split_once(" held").is_some_and(|(name, _)| body::sounds_like_a_body(name) && name.len() < 120);
    of_a_meeting || of_a_body
}

fn sentence(words: &str, lower: &str) -> Option<Convening> {
    let noun = noun(lower);
    let opening = ["meeting of ", "minutes of the ", "notes of the "]
        .iter()
        .find_map(|start| lower.find(start).map(|at| at + start.len()));
    let held = held(lower);
    let found = date::find(words);
    let convenes = ["agenda for ", "notice of ", "meeting on "].iter().any(|start| lower.starts_with(start))
        && ["meeting on ", "meeting to be held "].iter().any(|on| lower.find(on).is_some_and(|at| at < 60));
    let convenes = convenes || held.as_ref().is_some_and(|held| only_convenes(lower, held.start));
    let at_start = convenes || noun.is_some() || opening.is_some_and(|at| at < 90);
    if at_start && held.is_none() && found.is_none() {
        return unheld(words, noun?, opening?);
    }
    if !at_start || (held.is_none() && found.is_none()) {
        return None;
    }
    let undated = if found.is_none() { undated(words) } else { None };
    let date_at = found.as_ref().map(|(_, at)| at.clone()).or_else(|| undated.clone());
    let clocks = clock::clocks(words, false);
    let time = clocks
        .iter()
        .find(|(_, at)| date_at.as_ref().is_none_or(|date| at.start.abs_diff(date.start) < 120))
        .cloned();
    let after_opening = |at: usize| opening.is_none_or(|opening| at > opening);
    let ends = [held.as_ref().map(|held| held.start), date_at.as_ref().map(|at| at.start)];
    let body_end = ends.into_iter().flatten().filter(|at| after_opening(*at)).min()?;
    let body = opening.and_then(|at| words.get(at..body_end)).map(name_of).filter(|name| is_body(name));
    let spans: Vec<_> = date_at.into_iter().chain(clocks.into_iter().map(|(_, at)| at)).collect();
    let from = held.map(|held| held.end).or_else(|| spans.first().map(|at| at.end));
    let venue = from.map(|from| venue(words, from, &spans)).unwrap_or_default();
    Some(Convening {
        body,
        noun: noun.clone().unwrap_or_default(),
        is_minutes: noun.is_some(),
        date: found.map(|(date, _)| date),
        time: time.map(|(time, _)| time),
        venue,
        is_undated: undated.is_some(),
    })
}

/// Where words say that a meeting is or was held, and whether nothing stands before that.
fn held(lower: &str) -> Option<Range<usize>> {
    let at_once = ["to be held"].iter().find(|form| lower.starts_with(**form)).map(|form| 0..form.len());
    at_once.or_else(|| HELD.iter().find_map(|form| lower.find(form).map(|at| at..at + form.len())))
}

/// Whether all that stands before `to be held` is that it is a meeting: `A meeting will be held on Tuesday`.
fn only_convenes(lower: &str, held: usize) -> bool {
    const WORDS: [&str; 16] = [
        "a",
        "an",
        "the",
        "meeting",
        "ordinary",
        "extraordinary",
        "annual",
        "general",
        "special",
        "hybrid",
        "public",
        "monthly",
        "next:",
        "remote",
        "virtual",
        "is",
    ];
    let before = lower.get(..held).unwrap_or("");
    let is_known = before.split_whitespace().all(|word| WORDS.contains(&word));
    is_known && (before.contains("meeting") || before.is_empty())
}

/// Where words name a day without its year, or only a weekday.
fn undated(words: &str) -> Option<Range<usize>> {
    let mut at = 0;
    let mut found: Option<Range<usize>> = None;
    for word in words.split(' ') {
        let bare = word.trim_matches([',', '.', ';']);
        let place = at..at + bare.len();
        at += word.len() + 1;
        let figures = bare.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
        let is_day = (1..=2).contains(&figures.len())
            && figures.bytes().all(|byte| byte.is_ascii_digit())
            && ["", "st", "nd", "rd", "th"].contains(&bare.get(figures.len()..).unwrap_or("-"));
        let is_date = is_day || calendar::weekday(bare).is_some() || calendar::named_month(bare).is_some();
        match &mut found {
            Some(found) if is_date => found.end = place.end,
            Some(_) if bare.eq_ignore_ascii_case("of") || bare.eq_ignore_ascii_case("the") => {}
            Some(_) => break,
            None if calendar::weekday(bare).is_some() => found = Some(place),
            None => {}
        }
    }
    found
}

/// `NOTES of a meeting of the Harbour Board.`, where nothing is known of day and place.
fn unheld(words: &str, noun: String, opening: usize) -> Option<Convening> {
    let name = words.get(opening..)?.strip_suffix('.').map(name_of)?;
    let is_all = is_body(&name) && !name.contains(". ") && body::sounds_like_a_body(&name);
    is_all.then(|| Convening { body: Some(name), noun, is_minutes: true, ..Convening::default() })
}

/// `Cabinet - Tuesday, 14th March, 2023 6.30 pm`; `Agenda and minutes for Scrutiny Committee on Monday 9th …`.
fn heading(words: &str, lower: &str) -> Option<Convening> {
    let (date, at) = date::find(words)?;
    let before = without_weekday(words.get(..at.start)?);
    let name =
        match lower.find(" for ").filter(|_| lower.starts_with("agenda") || lower.starts_with("minutes")) {
            Some(start) => before.get(start + 5..)?.trim_end_matches(" on"),
            None => before
                .strip_suffix([' ', ','])
                .unwrap_or(before)
                .strip_suffix([' ', '-', '–'])?
                .trim_end_matches([' ', '-', '–']),
        };
    let whole = body::sounds_like_a_body(name) && !lower.contains(" held");
    let body = Some(name_of(name)).filter(|name| whole && is_body(name))?;
    let after = words.get(at.end..).unwrap_or("");
    let is_minutes = lower.starts_with("agenda") && lower.contains("minutes") || lower.starts_with("minutes");
    Some(Convening {
        body: Some(body),
        is_minutes,
        date: Some(date),
        time: date::time(after),
        ..Convening::default()
    })
}

/// What the paper calls itself, from its first word.
fn noun(lower: &str) -> Option<String> {
    let (first, rest) = lower.split_once(' ')?;
    let is_noun = ["minutes", "minute", "notes", "record"].contains(&first);
    let goes_on = rest.starts_with("of ") || rest.starts_with("for ");
    (is_noun && goes_on).then(|| capitalised(first))
}

fn name_of(words: &str) -> String {
    let words = words.trim();
    let article = words.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("the "));
    let words = if article { words.get(4..).unwrap_or(words) } else { words };
    let words = words.split(", which").next().unwrap_or(words).trim_matches([',', ' ', '.']);
    let lower = words.to_ascii_lowercase();
    let end = lower.strip_suffix(" in public").map_or(words.len(), str::len);
    let name = words.get(..end).unwrap_or(words);
    without_last(without_weekday(name), "on").trim_end_matches([',', ' ']).to_owned()
}

fn is_body(name: &str) -> bool {
    !name.is_empty()
        && name.split(' ').count() <= 14
        && !name.to_ascii_lowercase().starts_with("meeting")
        && !name.to_ascii_lowercase().ends_with(" meeting")
}

/// The place: what stands between `held`, the day and the hour, or after them.
fn venue(words: &str, held: usize, spans: &[Range<usize>]) -> String {
    let mut from = held;
    let mut spans: Vec<&Range<usize>> = spans.iter().filter(|span| span.end > held).collect();
    spans.sort_by_key(|span| span.start);
    let ends = spans.iter().map(|span| (span.start, span.end)).chain([(words.len(), words.len())]);
    for (end, next) in ends {
        let piece = words
            .get(from.min(end)..end)
            .unwrap_or("")
            .trim_start_matches([',', '.', ' ', ')', '-', '–', '(']);
        let is_last = end == words.len();
        let piece = if is_last { piece.split(". ").next().unwrap_or(piece) } else { piece };
        let lower = piece.to_ascii_lowercase();
        let leads = ["in ", "at ", "via ", "by ", "on ", "the ", "through ", "using ", "over "]
            .iter()
            .any(|start| lower.starts_with(start));
        let found = place(piece);
        if !found.is_empty() && (from == held && !is_last || leads) && calendar::weekday(&found).is_none() {
            return found;
        }
        from = next.max(from);
    }
    String::new()
}

/// The place in a line that says no more than where the meeting is: `Meeting to be held at the Town Hall`.
pub(super) fn only_place(line: &str) -> String {
    let lower = line.to_ascii_lowercase();
    let held = HELD.iter().find_map(|form| {
        let at = lower.find(form).filter(|at| *at < 20)?;
        line.get(at + form.len()..)
    });
    let leads = lower.starts_with("in ") || lower.starts_with("at ");
    held.or(Some(line).filter(|_| leads)).map_or_else(|| line.to_owned(), place)
}

/// Words of a place without those that lead to it: `at the Town Hall`, `via Zoom`, `to be held in Room 2`.
pub(super) fn place_words(words: &str) -> &str {
    const LEADS: [&str; 22] = [
        "to be held ",
        "will be held ",
        "being held ",
        "held ",
        "taking place ",
        "to take place ",
        "commencing ",
        "starting ",
        "on ",
        "in ",
        "at ",
        "via ",
        "by ",
        "through ",
        "using ",
        "and ",
        "the ",
        "venue ",
        "location ",
        "within ",
        "inside ",
        "venue, ",
    ];
    let mut words = words.trim();
    while let Some(lead) = LEADS
        .iter()
        .find(|lead| words.get(..lead.len()).is_some_and(|start| start.eq_ignore_ascii_case(lead)))
    {
        let rest = words.get(lead.len()..).unwrap_or("");
        let is_name = words.starts_with("The ") && !is_usual_room(words)
            || words.starts_with("Online ")
            || words.starts_with("On ")
            || words.starts_with("Venue ");
        if rest.trim().is_empty() || is_name {
            break;
        }
        words = rest.trim_start();
    }
    words
}

/// A place without the words that lead to it and away from it, properly cased.
fn place(words: &str) -> String {
    let mut place = without_weekday(words).trim_matches([',', '.', ' ']);
    for word in [
        "on",
        "at",
        "the",
        "evening",
        "of",
        "on",
        "the",
        "from",
        "commencing",
        "starting",
        "beginning",
        "at",
        "on",
    ] {
        place = without_last(place, word).trim_end_matches([',', ' ', '-', '–', '(']);
    }
    place = without_weekday(place);
    for word in ["on ", "in ", "at ", "via ", "by ", "through ", "using ", "the "] {
        let start = place.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word));
        let start = start.filter(|start| *start != "The " || is_usual_room(place));
        place = start.and_then(|start| place.strip_prefix(start)).unwrap_or(place);
    }
    // What is left where a place ends before the clerk says why they meet.
    let lower = place.to_ascii_lowercase();
    let end = [", for the purpose", " for the purpose", ", when the following", " for the transaction"]
        .iter()
        .filter_map(|end| lower.find(end))
        .min();
    capitalised(&body::cased(place.get(..end.unwrap_or(place.len())).unwrap_or(place)))
}

/// Whether a place is called as rooms are everywhere, so that a capital does not make its article a part of the name, as
/// it does of `The Old Customs House`.
fn is_usual_room(place: &str) -> bool {
    const WORDS: [&str; 12] = [
        "council",
        "committee",
        "town",
        "village",
        "civic",
        "county",
        "community",
        "parish",
        "board",
        "meeting",
        "conference",
        "shire",
    ];
    place.split(' ').nth(1).is_some_and(|second| WORDS.contains(&second.to_lowercase().as_str()))
}

/// Words without the last one, if that is this.
fn without_last<'a>(words: &'a str, last: &str) -> &'a str {
    match words.rsplit_once(' ').unwrap_or(("", words)) {
        (before, word) if word.eq_ignore_ascii_case(last) => before,
        _ => words,
    }
}

pub(super) fn without_weekday(words: &str) -> &str {
    let trimmed = words.trim_end_matches([' ', ',']);
    let last = trimmed.rsplit(' ').next().unwrap_or("");
    if date::any_weekday(last).is_none() {
        return trimmed;
    }
    let before = trimmed.strip_suffix(last).unwrap_or(trimmed).trim_end();
    let word = before.rsplit(' ').next().unwrap_or("");
    if calendar::leads_to_a_day(word) {
        before.strip_suffix(word).unwrap_or(before).trim_end()
    } else {
        before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_convening_sentence_is_read() {
        let said = read("MINUTES of a meeting of the Vale Waste Board held in Room 2, Shire Hall on Thursday, 24 March 2022.").unwrap();
        assert_eq!(said.body.as_deref(), Some("Vale Waste Board"));
        assert_eq!((said.noun.as_str(), said.venue.as_str()), ("Minutes", "Room 2, Shire Hall"));
        let said = read("Minutes of the 214th meeting held on Wednesday 29 November 2023 at 2.15 pm in the Senate Room, Old Court").unwrap();
        assert_eq!((said.body, said.venue.as_str()), (None, "Senate Room, Old Court"));
        let said = read("You are summoned to attend the MEETING of HEDGE PARISH COUNCIL to be held in the Village Hall on MONDAY 4TH MAY 2020 at 7.30 p.m. for business").unwrap();
        assert_eq!(
            (said.body.as_deref(), said.venue.as_str()),
            (Some("HEDGE PARISH COUNCIL"), "Village Hall")
        );
    }

    #[test]
    fn a_heading_of_a_page_is_read() {
        let said = read_heading("Cabinet - Tuesday, 14th March, 2023 6.30 pm").unwrap();
        assert_eq!((said.body.as_deref(), said.time), (Some("Cabinet"), NaiveTime::from_hms_opt(18, 30, 0)));
        assert_eq!(read_heading("Thursday, 18th November, 2021, at 10.00 am"), None);
    }
}
