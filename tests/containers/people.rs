//! Lists of people as spreadsheets save them, and other sources of an agenda: neutral JSON, a session as the
//! pattern of the next.

use super::meeting;
use crate::import::agenda;
use crate::stage::Stage;
use minutebook::domain::people::{Membership, Person};
use minutebook::export::{Audience, json};
use minutebook::import::{Refusal, newcomers, people, read, template};
use minutebook::update::{Event, update};

fn listed(list: &str) -> Vec<String> {
    let list = people(list.as_bytes()).unwrap();
    list.people.iter().map(|person| format!("{} | {}", person.full(), person.membership.word())).collect()
}

#[test]
fn columns_stand_in_any_order_and_are_parted_by_any_sign() {
    let list = "Organisation,Role,Name,Membership\nSaltmarsh District Council,Chairman,\"Tallow, Reed\",Member\n\"Harbour, Fish & Co\",,Linden Fenwick,Officer\n,,,\n,,Vacant,\n";
    let wanted = [
        "Reed Tallow (Chairman, Saltmarsh District Council) | member",
        "Linden Fenwick (Harbour, Fish & Co) | officer",
    ];
    assert_eq!(listed(list), wanted);
    assert_eq!(
        listed(
            "Saltmarsh Harbour Partnership;;\n\nForename;Surname;Title\nJane;Sorrel;Cllr\nAdam;Groyne;Mr\n"
        ),
        ["Cllr Jane Sorrel | member", "Mr Adam Groyne | member"]
    );
    assert_eq!(
        listed("\u{feff}Member\tStatus\tE-mail\nMs Cleat\tSubstitute\tc@x.example\n"),
        ["Ms Cleat | substitute"]
    );
    assert_eq!(
        listed("Linden Fenwick,Harbour Engineer,Saltmarsh District Council\n"),
        ["Linden Fenwick (Harbour Engineer, Saltmarsh District Council) | member"]
    );
}

#[test]
fn what_is_not_read_is_told_and_what_is_no_list_is_refused() {
    let list = people(b"Name,E-mail,Telephone\nLinden Fenwick,l@x.example,1\n").unwrap();
    assert_eq!(list.notes, ["These columns of the list were not read: E-mail, Telephone."]);
    for file in [&b"PK\x03\x04"[..], b"%PDF-1.7", b"Name,Post\n", b"1,2\n3,4\n"] {
        assert_eq!(people(file).unwrap_err(), Refusal::NoPeople);
    }
    assert_eq!(people(b"").unwrap_err(), Refusal::Empty);
}

#[test]
fn nobody_is_put_on_the_roll_twice() {
    let mut meeting =
        meeting(b"AGENDA\n\nMembership: Councillor Jane Sorrel, Mr R P Tallow, OBE\n\n1. Bins\n\n2. Trees\n");
    let list = people(b"Name\nCllr J Sorrel\nR. P. Tallow\nAdam Groyne\nadam groyne\n").unwrap();
    let new: Vec<Person> = newcomers(&meeting, list.people);
    let names: Vec<&str> = new.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Adam Groyne"]);
    meeting.people.extend(new);
    assert_eq!(meeting.people.len(), 3);
}

#[test]
fn a_list_is_added_in_the_meeting_as_one_change() {
    let mut stage = Stage::new();
    let before = stage.desk.meeting().people.len();
    let list = people(b"Name,Sits as\nQuill Marram,Guest\nFern Dunlin,Officer\n").unwrap();
    update(&mut stage.desk, Event::People(list.clone()));
    let roll = &stage.desk.meeting().people;
    assert_eq!(roll.len(), before + 2);
    assert_eq!(roll[before].membership, Membership::Guest);
    update(&mut stage.desk, Event::People(list));
    assert_eq!(stage.desk.meeting().people.len(), before + 2);
    assert!(stage.desk.notice.as_ref().unwrap().text.starts_with("0 added"));
    let stage = stage.play("<ctrl-z>");
    assert_eq!(stage.desk.meeting().people.len(), before);
}

#[test]
fn the_neutral_form_is_read_back() {
    let paper = "Minutes of the meeting of the Dock Board held on 4 May 2023 at 10.00 am\n\nPresent: Mr A Groyne (Chairman) and Ms L Cleat\n\nApologies: Mrs S Marram\n\n1. Bins\n\nMembers spoke.\n\nRESOLVED that the bins be emptied.\n\n2. Trees\n\nNoted.\n";
    let first = read(paper.as_bytes()).unwrap();
    let printed = json::json(&first.meeting, &first.earlier, Audience::Full);
    let second = read(printed.as_bytes()).unwrap();
    assert_eq!(json::json(&second.meeting, &second.earlier, Audience::Full), printed);
    assert_eq!(agenda(&second.meeting), ["1 | Bins", "2 | Trees"]);
    assert_eq!(read(b"{\"a\": 1}").unwrap_err(), Refusal::OtherJson);
    assert_eq!(read(b"{\"schema\": \"agenda-import/1\"").unwrap_err(), Refusal::Damaged("JSON file"));
    assert_eq!(read(b"{\"schema\": \"agenda-import/1\", \"items\": 7}").unwrap_err(), Refusal::NoItems);
}

#[test]
fn a_session_is_the_pattern_of_the_next() {
    let mut session = meeting(b"Minutes of the meeting of the Dock Board held on 4 May 2023\n\nPresent: Mr A Groyne (Chairman)\n\n1. Bins (Pages 3 - 4)\n\nMembers spoke.\n\n2. Trees\n\nNoted.\n");
    session.head.next_meeting = chrono::NaiveDate::from_ymd_opt(2023, 6, 8);
    let next = template(&session).unwrap();
    assert_eq!(agenda(&next.meeting), ["1 | Bins", "2 | Trees"]);
    assert_eq!(next.meeting.head.body, "Dock Board");
    assert_eq!(next.meeting.head.date, session.head.next_meeting);
    assert_eq!(next.meeting.people, session.people);
    assert!(next.meeting.items.iter().all(|item| item.minutes.is_empty() && item.heading.pages.is_empty()));
    assert!(next.meeting.attendance.is_empty() && next.meeting.left_over.is_empty());
}
