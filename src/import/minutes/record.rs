//! Evidence that a paper is the record of a meeting: its title, lists of those present, the minute taker, the time of the end,
//! actions, and speeches.

use super::action;
use crate::import::clock;
use crate::import::items::lexicon::{Lexicon, Topic, words};
use crate::import::listing::{self, Listed};
use crate::import::paper::Line;
use std::collections::HashMap;

/// Nouns for a record.
const RECORDS: [&str; 6] = ["minutes", "notes", "record", "proceedings", "cofnodion", "miontuairiscí"];
/// Words of titles about the minutes of another meeting.
const OF_ANOTHER: [&str; 22] = [
    "approve",
    "approval",
    "approving",
    "confirm",
    "confirmation",
    "receive",
    "agree",
    "accept",
    "acceptance",
    "sign",
    "adopt",
    "adoption",
    "review",
    "previous",
    "last",
    "matters",
    "arising",
    "agenda",
    "download",
    "view",
    "note",
    "draft",
];
/// Greatest number of words in a title.
const LONGEST_TITLE: usize = 14;
/// Labels of minute takers.
const WRITERS: [&str; 12] = [
    "minutes taken by",
    "minutes by",
    "minute taker",
    "minutes taker",
    "note taker",
    "notetaker",
    "notes taken by",
    "notes by",
    "scribe",
    "recorded by",
    "recorder",
    "recording secretary",
];
/// Verbs for the end of a meeting, in the past tense.
const ENDED: [&str; 7] = ["adjourned", "closed", "ended", "concluded", "finished", "rose", "dissolved"];
/// Lowest number of speeches that counts as evidence.
const FEW_SPEECHES: usize = 5;
/// Greatest number of words in the name of a speaker.
const LONGEST_NAME: usize = 3;

/// Returns whether words are a heading over the record of a meeting. The item `Minutes` is about those of the last meeting.
pub(super) fn is_heading(text: &str, is_item: bool) -> bool {
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    matches!(words.as_slice(), ["meeting", "minutes" | "notes"])
        || !is_item && matches!(words.as_slice(), ["minutes" | "cofnodion"] | ["minutes", "of", "meeting"])
}

/// Returns whether a line of the head is the title of a record: `Exec Minutes - 9th November`, `Notes from the meeting of 3 May`,
/// `categories = ["Meeting Minutes"]`.
pub(super) fn is_title(text: &str) -> bool {
    let words = words(text);
    if words.len() > LONGEST_TITLE || words.iter().any(|word| OF_ANOTHER.contains(&word.as_str())) {
        return false;
    }
    let Some(at) = words.iter().position(|word| RECORDS.contains(&word.as_str())) else { return false };
    let before: Vec<&str> = words.iter().take(at).map(String::as_str).collect();
    let after: Vec<&str> = words.iter().skip(at + 1).map(String::as_str).collect();
    let is_minutes = words.get(at).is_some_and(|word| word == "minutes");
    let has_day = crate::import::date::find(text).is_some();
    let of_meeting = after.iter().take(6).chain(before.last()).any(|word| *word == "meeting");
    let goes_on = matches!(after.first(), Some(&("from" | "of" | "for")));
    // `5 minutes` are time.
    let is_time = before.last().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    !is_time && (is_minutes && (has_day || of_meeting) || goes_on && of_meeting && before.len() < 3)
}

/// Evidence that a paper is a record.
pub(super) fn evidence(lines: &[Line]) -> u32 {
    let texts: Vec<String> = lines.iter().map(Line::words).collect();
    let is_written = texts.iter().any(|text| names_writer(text));
    let is_ended = texts.iter().any(|text| tells_end(text));
    let actions = texts.iter().filter(|text| is_action(text)).take(2).count();
    attended(lines)
        + u32::from(is_written)
        + 2 * u32::from(is_ended)
        + u32::from(actions > 1)
        + u32::from(has_speeches(&texts))
}

/// Evidence of the lists of people. Those present are known only after a meeting; apologies and invitations are known before.
fn attended(lines: &[Line]) -> u32 {
    let strength = |listed: Listed| match listed {
        Listed::Present | Listed::Absent => 2,
        Listed::Attendee | Listed::Apologies | Listed::InAttendance | Listed::Guest => 1,
        Listed::Member | Listed::Substitute | Listed::Remote => 0,
    };
    let found = lines.iter().enumerate().filter_map(|(at, line)| {
        let text = line.words();
        let text = text.trim_matches(['#', '*', '_', '=', '-', ' ']);
        let named = text.split_once(':').is_some_and(|(_, names)| is_name(names));
        let listed = listing::label(text).filter(|_| named);
        let below = || lines.get(at + 1..).is_some_and(|below| listing::announces(line, below));
        listed.or_else(|| listing::heading(text).filter(|_| below())).map(strength)
    });
    found.max().unwrap_or(0)
}

/// Returns whether words may begin with a name.
fn is_name(text: &str) -> bool {
    let bare = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let has_field = listing::heading(bare).is_some();
    bare.chars().next().is_some_and(char::is_uppercase) && !has_field && !bare.starts_with("All ")
}

fn names_writer(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bare = lower.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    bare.starts_with("respectfully submitted")
        || WRITERS.iter().any(|writer| {
            bare.strip_prefix(writer).is_some_and(|rest| {
                let rest = rest.trim_start_matches([':', '*', '_', ' ', '-', '–']);
                rest.starts_with(char::is_alphanumeric) && !["tbd", "tba", "tbc", "vacant"].contains(&rest)
            })
        })
}

/// Returns whether a line has the time at which the meeting ended.
fn tells_end(text: &str) -> bool {
    let words = words(text);
    let ended = words.iter().position(|word| ENDED.contains(&word.as_str()));
    ended.is_some()
        && words.len() < 25
        && !words.iter().any(|word| ["will", "to", "be", "by", "shall"].contains(&word.as_str()))
        && !clock::clocks(text, false).is_empty()
}

/// Returns whether a line is an action with an owner.
fn is_action(text: &str) -> bool {
    let bare = text.trim_start_matches(['*', '-', '•', ' ']).replace("**", "");
    action::read(&bare).is_some_and(|words| words.split(' ').count() > 2)
}

/// Returns whether enough lines are speeches with a speaker: `PK: two scouts want to help`.
fn has_speeches(texts: &[String]) -> bool {
    let lexicon = Lexicon::get();
    let mut speakers: HashMap<String, usize> = HashMap::new();
    for text in texts {
        let bare = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let Some((name, said)) = bare.split_once(": ") else { continue };
        let is_short = !name.is_empty() && name.split(' ').count() <= LONGEST_NAME;
        let topics = lexicon.topics(&words(name));
        let is_label =
            [Topic::Field, Topic::Frame, Topic::Usual, Topic::Report, Topic::Decision, Topic::Section]
                .iter()
                .any(|topic| topics.has(*topic));
        if is_short && !is_label && said.split(' ').count() > 2 {
            *speakers.entry(name.to_owned()).or_default() += 1;
        }
    }
    let often: Vec<usize> = speakers.into_values().filter(|count| *count > 1).collect();
    often.len() > 1 && often.iter().sum::<usize>() >= FEW_SPEECHES
}
