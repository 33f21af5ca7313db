//! Carrying on: a new session of a body takes its people, quorum, style and minute numbers from the last one.

use crate::program::House;
use crate::stage::Stage;
use minutebook::domain::carry::carry_on;
use minutebook::domain::check::check;
use minutebook::domain::meeting::{LastNumber, Meeting, Numbering, Restart};
use minutebook::domain::minutes::Block;
use minutebook::domain::people::{Membership, Person};
use minutebook::houses::Houses;
use minutebook::import;
use std::fs;

/// The paper of a meeting of the partnership on a day, with this below its date.
fn agenda(body: &str, day: &str, more: &str) -> String {
    format!(
        "{body}\n\nAGENDA\n\n{day} at 10.00 am\n\n{more}\n\n1. Apologies\n\n2. Minutes of the last meeting\n\n3. Buoys\n"
    )
}

const LAST: &str = "Saltmarsh Harbour Sub-Committee";

/// A session of 16 November 2023, imported from its agenda and minuted.
fn last_session() -> Meeting {
    let members = "Members: Mr N Groyne (Chairman), Mrs A Oake and Ms P Lamb\n\nOfficers: Linden Fenwick (Harbour Engineer)";
    let mut meeting =
        import::read(agenda(LAST, "Thursday 16 November 2023", members).as_bytes()).unwrap().meeting;
    let mut ids = meeting.ids();
    for item in &mut meeting.items {
        item.minutes.push(Block::paragraph(minutebook::domain::id::BlockId(ids.draw()), "Noted."));
    }
    meeting.head.numbering.first = Some(28);
    meeting.head.quorum = Some(2);
    meeting.people[0].short = "Mr Groyne".to_owned();
    meeting.people[1].organisation = "Saltmarsh District Council".to_owned();
    meeting
}

fn house_with_last_session() -> House {
    let house = House::new();
    house.write(
        "last.txt",
        agenda(LAST, "Thursday 16 November 2023", "Members: Mr N Groyne (Chairman) and Mrs A Oake"),
    );
    let library = house.sessions();
    std::fs::create_dir_all(&library).unwrap();
    let session = library.join("last.ron");
    house.run(&["import", "last.txt", "-o", session.to_str().unwrap()]).well();
    house
}

#[test]
fn a_new_session_takes_over_what_the_last_of_its_body_knows() {
    let house = house_with_last_session();
    // The body is written differently, and the agenda names nobody.
    house.write("next.txt", agenda("THE SALTMARSH HARBOUR SUB–COMMITTEE", "Thursday 18 January 2024", ""));
    let report = house.run(&["import", "next.txt", "-o", "next.ron"]).well();
    assert!(report.contains("People carried on from 16 November 2023 (2 put on the roll)."), "{report}");
    assert!(report.contains("Mr N Groyne (Chairman); Mrs A Oake"), "{report}");
    let report = house.run(&["import", "next.txt", "-o", "fresh.ron", "--fresh"]).well();
    assert!(!report.contains("carried on") && !report.contains("Groyne"), "{report}");
    // The neutral form says what the paper says.
    let json = house.run(&["import", "next.txt", "--format", "json"]).well();
    assert!(!json.contains("Groyne"), "{json}");
}

#[test]
fn the_session_can_be_named_and_one_of_another_body_is_said() {
    let house = house_with_last_session();
    house.write("other.txt", agenda("Saltmarsh Regatta Committee", "Thursday 18 January 2024", ""));
    let report = house.run(&["import", "other.txt", "-o", "other.ron"]).well();
    assert!(!report.contains("carried on"), "{report}");
    let last = house.sessions().join("last.ron");
    let from = ["import", "other.txt", "-o", "named.ron", "--from", last.to_str().unwrap()];
    let report = house.run(&from).well();
    assert!(report.contains("People carried on from 16 November 2023"), "{report}");
    assert!(report.contains("a session of another body: Saltmarsh Harbour Sub-Committee"), "{report}");
    let missing = house.run(&["import", "other.txt", "-o", "x.ron", "--from", "nowhere.ron"]);
    assert!(missing.complaint(1).contains("nowhere.ron"), "{missing:?}");
    let both = house.run(&["import", "other.txt", "-o", "x.ron", "--from", "last.ron", "--fresh"]);
    assert_eq!(both.status, 2, "{both:?}");
}

#[test]
fn numbers_quorum_and_people_go_on() {
    let last = last_session();
    let mut new = import::read(agenda(LAST, "Thursday 18 January 2024", "").as_bytes()).unwrap().meeting;
    let carried = carry_on(&mut new, &last, true);
    let told = "People, numbering and quorum carried on from 16 November 2023 (4 put on the roll; the minutes begin at 31; quorum 2).";
    assert_eq!(carried.sentence().unwrap(), told);
    assert_eq!((new.head.numbering.first, new.head.quorum), (Some(31), Some(2)));
    assert_eq!(new.people[0].short, "Mr Groyne");
    assert_eq!(new.people[3].membership, Membership::Officer);
    assert!(new.attendance.is_empty() && new.apologies.is_empty());
    // Where numbers do not run on, none are carried.
    let mut new = import::read(agenda(LAST, "Thursday 18 January 2024", "").as_bytes()).unwrap().meeting;
    carry_on(&mut new, &last, false);
    assert_eq!(new.head.numbering, Numbering::default());
}

#[test]
fn the_members_whom_the_agenda_names_are_the_members() {
    let named = "Members: Cllr Ned Groyne, Mrs A Oake (Chair) and Mr J Lath";
    let mut new = import::read(agenda(LAST, "Thursday 18 January 2024", named).as_bytes()).unwrap().meeting;
    carry_on(&mut new, &last_session(), true);
    let people: Vec<String> = new.people.iter().map(Person::full).collect();
    // Ms Lamb has gone; the engineer has not; and whoever was chairman is not, now that the list names another.
    let wanted = [
        "Cllr Ned Groyne",
        "Mrs A Oake (Chair, Saltmarsh District Council)",
        "Mr J Lath",
        "Linden Fenwick (Harbour Engineer)",
    ];
    assert_eq!(people, wanted);
    assert_eq!(
        (new.people[0].short.as_str(), new.people[0].aliases.as_slice()),
        ("Mr Groyne", &["Mr N Groyne".to_owned()][..])
    );
}

#[test]
fn numbers_begin_again_with_the_year_where_the_body_has_it_so() {
    let day = |text: &str| Some(text.parse().unwrap());
    let last = Some(LastNumber { number: 30, of: day("2024-03-14") });
    let numbering = |restart| Numbering { restart, last, ..Numbering::default() };
    assert_eq!(numbering(Restart::Never).expected(day("2025-01-09")), Some(31));
    assert_eq!(numbering(Restart::Year).expected(day("2024-12-12")), Some(31));
    assert_eq!(numbering(Restart::Year).expected(day("2025-01-09")), Some(1));
    assert_eq!(numbering(Restart::MunicipalYear).expected(day("2024-04-30")), Some(31));
    assert_eq!(numbering(Restart::MunicipalYear).expected(day("2024-05-09")), Some(1));
}

#[test]
fn gaps_and_numbers_used_twice_are_noticed() {
    let mut meeting = last_session();
    meeting.head.numbering.last = Some(LastNumber { number: 27, of: None });
    let found = |meeting: &Meeting| -> Vec<(&str, String)> {
        let found = check(meeting, Houses::built_in().profile_of(&meeting.head)).into_iter();
        found
            .filter(|found| found.rule.starts_with("minute-number"))
            .map(|found| (found.rule, found.said))
            .collect()
    };
    assert_eq!(found(&meeting), []);
    meeting.head.numbering.first = Some(27);
    assert_eq!(found(&meeting)[0].0, "minute-number-twice");
    meeting.head.numbering.first = Some(30);
    let (rule, said) = &found(&meeting)[0];
    assert_eq!(*rule, "minute-number-gap");
    assert!(said.contains("ended at 27") && said.contains("begin at 28"), "{said}");
    meeting.head.numbering.first = Some(28);
    meeting.items[1].heading.number = Some(28);
    assert_eq!(found(&meeting)[0].0, "minute-number-twice");
    meeting.items[1].heading.number = Some(35);
    assert_eq!(found(&meeting)[0].0, "minute-number-gap");
}

#[test]
fn the_details_say_where_the_number_comes_from() {
    let mut meeting = last_session();
    meeting.head.numbering.last = Some(LastNumber { number: 27, of: "2023-09-14".parse().ok() });
    let stage = Stage::with(meeting).size(120, 40).play("<alt-m>");
    let screen = stage.screen();
    assert!(screen.contains("Last minute 27, 14 Sep 2023"), "{screen}");
    assert!(screen.contains("Numbers begin again"), "{screen}");
}

#[test]
fn the_head_of_a_paper_says_whose_rules_hold() {
    let house = House::new();
    let profile = |head: &str| {
        house.write("new.txt", agenda(head, "Thursday 18 January 2024", ""));
        let _ = fs::remove_file(house.path("new.ron"));
        let report = house.run(&["import", "new.txt", "-o", "new.ron"]).well();
        let record = fs::read_to_string(house.path("new.ron")).unwrap();
        let named = record.split_once("profile: \"").and_then(|(_, rest)| rest.split_once('"'));
        (named.map(|(name, _)| name.to_owned()).unwrap_or_default(), report)
    };
    let (welsh, report) = profile("DYFFRYN HELYG COUNTY BOROUGH COUNCIL\n\nPLANNING COMMITTEE");
    assert_eq!(welsh, "Welsh council", "{report}");
    assert!(report.contains("The paper’s head speaks for Welsh council (Alt-M)."), "{report}");
    let (parish, report) = profile("NETHER WIDDOP PARISH COUNCIL\n\nFINANCE COMMITTEE");
    assert_eq!(parish, "parish council", "{report}");
    // Where the body's own name says as much, it stays a guess.
    let (committee, report) = profile("WESTRIDGE DISTRICT COUNCIL\n\nLICENSING COMMITTEE");
    assert_eq!(committee, "", "{report}");
}
