//! The authority: the council, trust or company whose body meets. The clerk edits it, it is printed above the body's
//! name, and it goes wherever the head of a record goes.

use crate::export::formats::{order, print};
use crate::program::House;
use crate::stage::{Stage, meeting};
use minutebook::domain::carry::carry_on;
use minutebook::domain::difference::{Difference, edits_between};
use minutebook::domain::edit::{Edit, Thing};
use minutebook::domain::meeting::Meeting;
use minutebook::export::{Audience, json};
use minutebook::houses::Houses;
use minutebook::import;
use minutebook::session::Session;
use minutebook::store::{self, Library};

const COUNCIL: &str = "Saltmarsh Borough Council";

/// The meeting of the stage as one of a committee of a council.
fn committee() -> Meeting {
    let mut meeting = meeting();
    meeting.head.body = "Harbour Committee".into();
    meeting.head.authority = COUNCIL.into();
    meeting
}

#[test]
fn the_clerk_gives_the_authority_and_takes_it_back() {
    let stage = Stage::new().play("<alt-m>");
    assert!(stage.screen().contains("Authority"), "{}", stage.screen());
    let stage = stage.play("<tab>").play(COUNCIL).play("<enter>");
    assert_eq!(stage.meeting().head.authority, COUNCIL);
    assert_eq!(stage.meeting().head.body, "Saltmarsh Harbour Partnership");
    assert_eq!(stage.play("<ctrl-z>").meeting().head.authority, "");
}

#[test]
fn it_is_the_first_line_of_the_minutes_above_the_body() {
    let stage = Stage::with(committee());
    let minutes = stage.minutes("numbered", Audience::Public);
    assert!(minutes.starts_with("SALTMARSH BOROUGH COUNCIL\n\nHARBOUR COMMITTEE\n"), "{minutes}");
    assert!(minutes.contains("a meeting of the Harbour Committee held"), "{minutes}");
}

#[test]
fn it_is_not_printed_twice_where_the_body_has_it_in_its_name() {
    let first_line = |authority: &str, body: &str| {
        let mut meeting = committee();
        meeting.head.authority = authority.into();
        meeting.head.body = body.into();
        let minutes = Stage::with(meeting).minutes("numbered", Audience::Public);
        minutes.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(first_line("", "Harbour Committee"), "HARBOUR COMMITTEE");
    assert_eq!(first_line(COUNCIL, "SALTMARSH BOROUGH COUNCIL"), "SALTMARSH BOROUGH COUNCIL");
    let trustees = first_line("The Saltmarsh Trust", "Trustees of the Saltmarsh Trust");
    assert_eq!(trustees, "TRUSTEES OF THE SALTMARSH TRUST");
    let whole = first_line(COUNCIL, "Saltmarsh Borough Council: Harbour Committee");
    assert_eq!(whole, "SALTMARSH BOROUGH COUNCIL: HARBOUR COMMITTEE");
    // A part of a word is not the name.
    assert_eq!(first_line("Saltmarsh Trust", "Saltmarsh Trustees"), "SALTMARSH TRUST");
}

#[test]
fn web_pages_and_markdown_have_it_above_the_heading() {
    let meeting = committee();
    let style = Houses::built_in().style("web").unwrap();
    let printed = |format: &str| {
        String::from_utf8(print(format, &order(&meeting, style, Audience::Public)).bytes).unwrap()
    };
    let markdown = printed("markdown");
    assert!(markdown.starts_with("SALTMARSH BOROUGH COUNCIL\n\n# HARBOUR COMMITTEE\n"), "{markdown}");
    let page = printed("html");
    let head = r#"<header><p class="capitals">Saltmarsh Borough Council</p><h1 class="capitals">Harbour Committee</h1>"#;
    assert!(page.replace('\n', "").contains(head), "{page}");
}

#[test]
fn a_record_keeps_it_and_one_without_it_is_written_as_before() {
    let house = House::new();
    let path = house.session_of("s.ron", &committee());
    assert_eq!(store::read_only(&path).unwrap().session.meeting(), &committee());
    let text = std::fs::read_to_string(house.session("t.ron")).unwrap();
    assert!(!text.contains("authority"), "{text}");
}

#[test]
fn two_states_of_a_record_tell_it_and_can_be_taken_back() {
    let (mut old, new) = (committee(), committee());
    old.head.authority = "Saltmarsh District Council".into();
    let difference = Difference::between(&old, &new);
    let lines: Vec<_> = difference.sections.iter().flat_map(|section| &section.lines).collect();
    assert_eq!(lines.len(), 1, "{difference:?}");
    assert_eq!(lines[0].label, "authority");
    let mut back = new.clone();
    for edit in edits_between(&new, &old) {
        back.apply(&edit).unwrap();
    }
    assert_eq!(back, old);
}

#[test]
fn a_control_character_in_it_is_refused_and_made_harmless() {
    let mut wild = committee();
    wild.head.authority = "Saltmarsh\u{1b}[2J".into();
    let edit = Edit::replace(Thing::Head(committee().head), Thing::Head(wild.head.clone()));
    assert!(committee().apply(&edit).is_err());
    wild.tame();
    assert!(!wild.head.authority.contains('\u{1b}'), "{}", wild.head.authority);
}

#[test]
fn the_next_session_takes_it_over_unless_its_agenda_has_another() {
    let mut next = meeting();
    carry_on(&mut next, &committee(), false);
    assert_eq!(next.head.authority, COUNCIL);
    let mut next = meeting();
    next.head.authority = "Saltmarsh District Council".into();
    carry_on(&mut next, &committee(), false);
    assert_eq!(next.head.authority, "Saltmarsh District Council");
    assert_eq!(import::template(&committee()).unwrap().meeting.head.authority, COUNCIL);
}

#[test]
fn committees_of_one_name_under_two_councils_are_two_bodies() {
    let house = House::new();
    let library = Library::at(house.path(""));
    house.session_of("s.ron", &committee());
    let mut head = committee().head;
    head.date = None;
    assert!(library.last_of(&head).unwrap().is_some());
    head.authority = "Gull Point Town Council".into();
    assert_eq!(library.last_of(&head).unwrap(), None);
    // Where one of the two records does not say, the name of the body decides.
    head.authority = String::new();
    assert!(library.last_of(&head).unwrap().is_some());
}

#[test]
fn json_carries_it_there_and_back() {
    let given = json::json(&committee(), &[], Audience::Public);
    assert!(given.contains("\"authority\": \"Saltmarsh Borough Council\""), "{given}");
    assert_eq!(import::read(given.as_bytes()).unwrap().meeting.head.authority, COUNCIL);
    assert!(!json::json(&meeting(), &[], Audience::Public).contains("authority"));
}

#[test]
fn a_committee_of_a_parish_council_is_under_the_rules_of_parish_councils() {
    let mut meeting = committee();
    meeting.head.body = "Finance Committee".into();
    let profile = |meeting: &Meeting| Houses::built_in().profile_of(&meeting.head).name.clone();
    assert_eq!(profile(&meeting), "council committee");
    meeting.head.authority = "Nether Widdop Parish Council".into();
    assert_eq!(profile(&meeting), "parish council");
}

#[test]
fn a_phrase_can_name_it() {
    let mut stage = Stage::with(committee());
    stage.desk.session = Session::new(committee(), 0);
    let own =
        minutebook::desk::phrases::Phrase { short: "au".into(), words: "on behalf of {authority}".into() };
    stage.desk.phrases = minutebook::desk::phrases::with_built_in(vec![own]);
    assert_eq!(stage.play(";au ").page(), "1.|on behalf of Saltmarsh Borough Council ");
}

#[test]
fn a_draft_that_comes_back_with_it_has_no_change() {
    let house = House::new();
    let stage = Stage::with(committee()).command("open-meeting").play("Members noted the report.");
    house.session_of("s.ron", stage.meeting());
    for format in ["text", "markdown", "html", "docx", "pdf"] {
        house.run(&["export", "s.ron", "--audience", "full", "--format", format, "-o", "back"]).well();
        let said = house.run(&["compare", "s.ron", "back"]);
        assert_eq!(said.status, 0, "{format}: {said:?}");
    }
}
