//! The head of an agenda: the sentence by which a meeting is convened, and which council it is of.

use crate::import::proposed;
use minutebook::import::{Proposal, Sure};

const ITEMS: &str = "\n\nAGENDA\n\n1. Apologies\n2. Finance\n3. Bins\n";

fn read(head: &str) -> Proposal {
    proposed(&format!("LOWER WICK PARISH COUNCIL\n\n{head}{ITEMS}"))
}

/// Body, day, start and venue, a bar between them.
fn head(proposal: &Proposal) -> String {
    let head = &proposal.meeting.head;
    let day = head.date.map(|day| day.to_string()).unwrap_or_default();
    let starts = head.starts.map(|time| time.format("%H:%M").to_string()).unwrap_or_default();
    [head.body.as_str(), &day, &starts, &head.venue].join(" | ")
}

const WANTED: &str = "Lower Wick Parish Council | 2025-06-03 | 19:30 | Village Hall, Lower Wick";

#[test]
fn a_meeting_to_be_held_says_day_hour_and_place() {
    for sentence in [
        "Meeting to be held on Tuesday 3 June 2025 at 7.30 pm at the Village Hall, Lower Wick",
        "Meeting to be held on Tuesday, 3rd June, 2025 at 7.30pm in the Village Hall, Lower Wick.",
        "Meeting to be held at the Village Hall, Lower Wick on Tuesday 3 June 2025 at 7.30 pm",
        "MEETING TO BE HELD AT 7.30 PM ON TUESDAY 3 JUNE 2025 IN THE VILLAGE HALL, LOWER WICK",
        "To be held on Tuesday 3 June 2025 at 7.30 pm at the Village Hall, Lower Wick",
        "A meeting will be held on Tuesday 3 June 2025, commencing at 7.30 pm, at the Village Hall, Lower Wick",
        "Meeting to be held on Tuesday 3 June 2025 at 7.30 pm at the Village Hall, Lower Wick\nClerk: Mrs I Sallow",
        "You are summoned to attend a meeting of the Parish Council to be held on Tuesday 3 June 2025\nat 7.30 pm at the Village Hall, Lower Wick, for the purpose of transacting the following business.",
        "MEETING OF THE PARISH COUNCIL\n\nto be held on Tuesday 3 June 2025 at 7.30 pm in the Village Hall, Lower Wick",
    ] {
        assert_eq!(head(&read(sentence)), WANTED, "{sentence}");
    }
    let clerk =
        read("Meeting to be held on Tuesday 3 June 2025 at 7.30 pm at the Village Hall\nClerk: Mrs I Sallow");
    assert_eq!(clerk.meeting.head.contact, "Mrs I Sallow");
}

#[test]
fn a_day_without_its_year_is_no_part_of_the_place_and_is_told() {
    for sentence in [
        "Meeting to be held on Tuesday at 7.30 pm at the Village Hall, Lower Wick",
        "Meeting to be held on Tuesday 3 June at 7.30 pm at the Village Hall, Lower Wick",
        "Meeting to be held at the Village Hall, Lower Wick on Tuesday 3rd of June at 7.30 pm",
    ] {
        let found = read(sentence);
        let wanted = "Lower Wick Parish Council |  | 19:30 | Village Hall, Lower Wick";
        assert_eq!(head(&found), wanted, "{sentence}");
        let line = found.lines.iter().find(|line| line.text == sentence).unwrap();
        assert_eq!(line.sure, Sure::Guessed, "which day it is has to be said by the clerk");
    }
}

#[test]
fn what_the_next_meeting_says_is_not_this_meeting() {
    let found = read("The next meeting will be held on Tuesday 3 June 2025 at 7.30 pm at the Village Hall");
    assert_eq!(found.meeting.head.date, None);
}

#[test]
fn a_council_named_for_short_has_its_full_name_from_elsewhere() {
    for (sentence, body) in [
        ("Meeting of the Parish Council to be held on Tuesday 3 June 2025", "Lower Wick Parish Council"),
        ("A meeting of the Council will be held on Tuesday 3 June 2025", "Lower Wick Parish Council"),
        ("Meeting of the Finance Committee to be held on Tuesday 3 June 2025", "Finance Committee"),
        (
            "Meeting of the Finance Committee of the Parish Council to be held on Tuesday 3 June 2025",
            "Finance Committee of Lower Wick Parish Council",
        ),
        (
            "Meeting of Upper Wick Parish Council to be held on Tuesday 3 June 2025",
            "Upper Wick Parish Council",
        ),
    ] {
        assert_eq!(read(sentence).meeting.head.body, body, "{sentence}");
    }
    let below = "You are summoned to a meeting of the Town Council to be held on 3 June 2025.\n\nMrs I Sallow\nClerk to Hedge Town Council";
    assert_eq!(proposed(&format!("{below}{ITEMS}")).meeting.head.body, "Hedge Town Council");
    let nowhere = "A meeting of the Parish Council will be held on 3 June 2025 at the Hall.";
    assert_eq!(proposed(&format!("{nowhere}{ITEMS}")).meeting.head.body, "Parish Council");
}

#[test]
fn what_is_set_close_below_the_sentence_is_no_part_of_it() {
    let paper = format!(
        "HARBOUR MUSIC SOCIETY\nAgenda for the meeting of the Committee to be held on Tuesday 24 November 2026 at 7.30 pm in the Old Sail \
         Loft, Quay Street\nSecretary: Ms A Reed\nMembers: Mr B Elm (Chairman), Mrs C Oak, Dr D Rowan{ITEMS}"
    );
    let found = proposed(&paper);
    assert_eq!(
        head(&found),
        "Committee of Harbour Music Society | 2026-11-24 | 19:30 | Old Sail Loft, Quay Street"
    );
    let people: Vec<&str> = found.meeting.people.iter().map(|person| person.name.as_str()).collect();
    for name in ["Mr B Elm", "Mrs C Oak", "Dr D Rowan"] {
        assert!(people.contains(&name), "{name}: {people:?}");
    }
}
