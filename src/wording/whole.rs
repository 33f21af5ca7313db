//! What shows only when the minutes are read as a whole: acronyms that nobody explains, a body that is called by
//! several names, decisions and promises that hide in a paragraph.

use super::dates::days;
use crate::domain::agenda::Item;
use crate::domain::check::{Finding, Place};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Block, Kind};
use crate::domain::profile::Profile;
use std::collections::HashSet;

/// Acronyms and words in capitals that everybody knows, or that the program itself prints.
const KNOWN: [&str; 44] = [
    "UK",
    "EU",
    "US",
    "USA",
    "NHS",
    "MP",
    "MPS",
    "MBE",
    "OBE",
    "CBE",
    "JP",
    "DL",
    "KC",
    "QC",
    "AGM",
    "EGM",
    "VAT",
    "IT",
    "HR",
    "PDF",
    "TV",
    "BBC",
    "CCTV",
    "GP",
    "PC",
    "CEO",
    "DPI",
    "ORI",
    "NRI",
    "RAF",
    "HMS",
    "AM",
    "PM",
    "BST",
    "GMT",
    "ID",
    "OK",
    "RESOLVED",
    "RECOMMENDED",
    "ACTION",
    "NOTED",
    "DRAFT",
    "AND",
    "NOT",
];

/// What bodies call themselves.
const BODIES: [&str; 8] =
    ["Partnership", "Committee", "Sub-Committee", "Board", "Panel", "Forum", "Council", "Cabinet"];

/// Words by which a paragraph tells of a decision.
const DECIDED: [&str; 10] = [
    "agreed that",
    "agreed to",
    "was agreed",
    "were agreed",
    "resolved that",
    "resolved to",
    "decided that",
    "decided to",
    "endorsed the",
    "approved the",
];

/// Words by which somebody promises something. They are looked for before the decisions: an officer who
/// agreed to report back has decided nothing.
const PROMISED: [&str; 14] = [
    "agreed to report",
    "agreed to update",
    "agreed to circulate",
    "agreed to provide",
    "agreed to send",
    "agreed to share",
    "agreed to write",
    "agreed to contact",
    "agreed to arrange",
    "undertook to",
    "offered to",
    "promised to",
    "would report back",
    "would be reported back",
];

pub(super) fn check(meeting: &Meeting, profile: &Profile) -> Vec<Finding> {
    let mut found = Vec::new();
    acronyms(meeting, &mut found);
    previous_day(meeting, &mut found);
    let own = nouns(meeting, profile);
    for item in &meeting.items {
        for block in item.minutes.iter().filter(|block| !block.is_private()) {
            called(meeting, &own, item, block, &mut found);
        }
        hidden(item, &mut found);
    }
    found
}

/// What the body is: the nouns in its name, or else the one that its profile has for it.
fn nouns(meeting: &Meeting, profile: &Profile) -> Vec<&'static str> {
    let body = &meeting.head.body;
    let of = |text: &str| BODIES.into_iter().filter(|noun| text.contains(noun)).collect::<Vec<_>>();
    let named = of(body);
    if named.is_empty() && !body.is_empty() { of(&profile.words.body) } else { named }
}

fn public_blocks(meeting: &Meeting) -> impl Iterator<Item = (&Item, &Block)> {
    let blocks = meeting.items.iter().flat_map(|item| item.minutes.iter().map(move |block| (item, block)));
    blocks.filter(|(_, block)| !block.is_private())
}

/// The minutes that are approved are those of the last session of the body, where the record knows its day.
fn previous_day(meeting: &Meeting, found: &mut Vec<Finding>) {
    let Some(last) = meeting.head.numbering.last.and_then(|last| last.of) else { return };
    for item in &meeting.items {
        let title = item.heading.title.to_lowercase();
        let is_of_last =
            ["minutes of", "notes of", "previous minutes"].iter().any(|words| title.contains(words));
        let days = if is_of_last { days(&item.heading.title) } else { Vec::new() };
        if let Some(named) = days.first().filter(|_| !days.contains(&last)) {
            let [named, last] = [*named, last].map(|day| day.format("%-d %B %Y"));
            let said = format!("{} names {named}; the last session was on {last}.", item.heading.label);
            found.push(Finding::new("previous-minutes-of-another-day", said, Place::Item(item.id)));
        }
    }
}

/// Acronyms of two to six capitals, once each, where the minutes, the agenda and the roll nowhere say in
/// brackets what they stand for.
fn acronyms(meeting: &Meeting, found: &mut Vec<Finding>) {
    let mut seen: HashSet<&str> = HashSet::new();
    for (item, block) in public_blocks(meeting) {
        for word in block.text.split(|sign: char| !sign.is_ascii_alphanumeric()) {
            let is_acronym =
                (2..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
            if !is_acronym || KNOWN.contains(&word) || !seen.insert(word) || is_explained(meeting, word) {
                continue;
            }
            let said =
                format!("{word} is nowhere explained; write it out at its first mention, with ({word})");
            found.push(Finding::new("acronym", said, Place::Block(item.id, block.id)));
        }
    }
}

fn is_explained(meeting: &Meeting, word: &str) -> bool {
    let bracketed = format!("({word})");
    let in_the_agenda = meeting.items.iter().any(|item| {
        item.heading.title.contains(word) || item.heading.report.contains(word) || item.heading.label == word
    });
    let on_the_roll = meeting.people.iter().any(|person| {
        [&person.name, &person.post, &person.organisation, &person.role]
            .iter()
            .any(|text| text.contains(word))
    });
    let roman = word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'));
    roman
        || in_the_agenda
        || on_the_roll
        || public_blocks(meeting).any(|(_, block)| block.text.contains(&bracketed))
}

/// `the Board`, where the body is a partnership.
fn called(meeting: &Meeting, own: &[&str], item: &Item, block: &Block, found: &mut Vec<Finding>) {
    if own.is_empty() {
        return;
    }
    for noun in BODIES.iter().filter(|noun| !own.contains(noun)) {
        // A council's committee speaks of its council, and reports go to cabinets.
        if matches!(*noun, "Council" | "Cabinet") || !stands_alone(&block.text, noun) {
            continue;
        }
        let other = own.first().copied().unwrap_or_default();
        let said = format!("The body is called {noun} here; it is the {other} ({})", meeting.head.body);
        found.push(Finding::new("body-called-otherwise", said, Place::Block(item.id, block.id)));
        return;
    }
}

/// Whether a text has `the NOUN` with no name before or after it.
fn stands_alone(text: &str, noun: &str) -> bool {
    ["the ", "The "].iter().any(|the| {
        let phrase = format!("{the}{noun}");
        text.match_indices(&phrase).any(|(at, _)| {
            let rest = text.get(at + phrase.len()..).unwrap_or("");
            let mut after = rest.trim_start_matches(' ').chars();
            let follows = !rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == '-');
            follows && !after.next().is_some_and(char::is_uppercase) && !rest.starts_with(" of ")
        })
    })
}

/// A decision told in a paragraph of an item that has no resolution, and a promise in an item without an
/// action.
fn hidden(item: &Item, found: &mut Vec<Finding>) {
    let has = |wanted: fn(&Kind) -> bool| item.minutes.iter().any(|block| wanted(&block.kind));
    let resolved = has(|kind| matches!(kind, Kind::Resolution | Kind::Recommendation | Kind::Motion(_)));
    let acted = has(|kind| *kind == Kind::Action);
    for block in item.minutes.iter().filter(|block| block.kind == Kind::Paragraph) {
        let small = block.text.to_lowercase();
        let place = Place::Block(item.id, block.id);
        let promised = PROMISED.iter().find(|words| small.contains(**words));
        if let Some(words) = promised.filter(|_| !acted) {
            let said = format!(
                "Somebody promises something under {} (“{words}”) and there is no action",
                item.name()
            );
            found.push(Finding::new("promise-in-a-paragraph", said, place));
        }
        let decided = DECIDED.iter().find(|words| promised.is_none() && small.contains(**words));
        if let Some(words) = decided.filter(|_| !resolved) {
            let said = format!(
                "A decision stands in a paragraph under {} (“{words}”) and nothing is resolved",
                item.name()
            );
            found.push(Finding::new("decision-in-a-paragraph", said, place));
        }
    }
}
