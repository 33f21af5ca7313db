//! The example agendas, which are the first thing that anybody sees of the program.

use minutebook::domain::check;
use minutebook::export::{Audience, Document, text};
use minutebook::houses::Houses;
use minutebook::{import, store};
use std::fs;
use std::path::Path;

fn read(name: &str) -> import::Proposal {
    let file = format!("{}/sessions/{name}", env!("CARGO_MANIFEST_DIR"));
    import::read(&std::fs::read(file).unwrap()).unwrap()
}

#[test]
fn the_first_example_is_understood_to_the_last_line() {
    let meeting = read("agenda-harbour-partnership.txt").meeting;
    assert_eq!((meeting.items.len(), meeting.parts.len(), meeting.breaks.len()), (12, 4, 1));
    assert_eq!(meeting.left_over, []);
    let names: Vec<&str> = meeting.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names.len(), 12, "{names:?}");
    assert_eq!(names[0], "Mr R P Tallow, MBE");
    assert_eq!(names[5], "Captain D Sound, RN");
    assert!(meeting.people[0].is_chair() && !meeting.people[1].is_chair());
}

#[test]
fn every_example_has_a_body_a_day_and_its_items() {
    for name in ["agenda-harbour-partnership.txt", "agenda-parish-council.txt", "agenda-allotment-society.md"]
    {
        let meeting = read(name).meeting;
        assert!(!meeting.head.body.is_empty() && meeting.head.date.is_some(), "{name}");
        assert!(meeting.items.len() >= 10, "{name}");
        assert!(meeting.items.iter().any(|item| meeting.is_restricted(item)), "{name}");
    }
}

/// The finished session among the examples.
const FINISHED: &str = "sessions/2023-11-16 saltmarsh-harbour-partnership.ron";

#[test]
fn the_finished_session_is_printed_as_the_golden_files_have_it() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR"));
    let session = store::read_only(&place.join(FINISHED)).unwrap().session;
    for (audience, golden) in [(Audience::Full, "harbour-full.txt"), (Audience::Public, "harbour-public.txt")]
    {
        let printed = {
            let (houses, meeting) = (Houses::built_in(), session.meeting());
            let (style, profile) = (houses.style("").unwrap(), houses.profile_of(&meeting.head));
            text::text(&Document::of(meeting, style, profile, audience))
        };
        let golden = place.join("tests/golden").join(golden);
        let wanted = fs::read_to_string(&golden).unwrap();
        assert_eq!(
            printed,
            wanted,
            "if this is as it should be: cargo run -- export '{FINISHED}' --audience {} -o {}",
            audience.word(),
            golden.display()
        );
    }
}

/// Two members of nearly the same name, an officer who spoke and whom nobody marked present, and an action that
/// says not by when.
#[test]
fn the_checks_find_three_things_to_ask_about_in_the_finished_session() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join(FINISHED);
    let session = store::read_only(&place).unwrap().session;
    let profile = Houses::built_in().profile_of(&session.meeting().head);
    let found = check::check(session.meeting(), profile);
    let rules: Vec<&str> = found.iter().map(|found| found.rule).collect();
    assert_eq!(rules, ["near-duplicate", "named-but-not-there", "action-without-date"], "{found:?}");
}
