//! Attendance as papers print it: papers in, lists of who was there, apart from those who sent apologies.

use crate::import::proposed;
use minutebook::domain::meeting::Meeting;
use minutebook::domain::people::{Mode, Move, Person};

const BODY: &str = "
2. Minutes of the last meeting

The minutes were approved as a correct record.

3. Moorings

It was agreed to repair the moorings. RESOLVED that the report be noted.

4. Any other business

There was none.
";

fn paper(head: &str) -> Meeting {
    let title = "Harbour Trust Board\n\nMinutes of the meeting of the Harbour Trust Board held on 4 March 2024 at 7.00pm in the Village Hall\n\n";
    proposed(&format!("{title}{head}\n{BODY}")).meeting
}

/// The names of members, of others and of those with apologies.
fn lists(meeting: &Meeting) -> [Vec<&str>; 3] {
    let there = |sits: bool| {
        let are = move |person: &&Person| person.membership.sits() == sits;
        let people = meeting.people.iter().filter(are).filter(|person| meeting.attended(person.id));
        people.map(|person| person.name.as_str()).collect()
    };
    let sent = meeting.apologies.iter().filter_map(|apology| meeting.person(apology.person));
    [there(true), there(false), sent.map(|person| person.name.as_str()).collect()]
}

#[test]
fn attendance_is_read_in_every_form() {
    let wanted = [vec!["Anna Bell", "Carl Dunn", "Eve Fern"], vec!["Kit Lowe"], vec!["Gil Hart"]];
    for head in [
        "Present: Anna Bell (Chair), Carl Dunn and Eve Fern. Apologies: Gil Hart. In attendance: Kit Lowe (Clerk)\n\n1. Welcome\n",
        "## Present\n\n- Anna Bell (Chair)\n- Carl Dunn\n- Eve Fern\n\n## Apologies\n\n- Gil Hart\n\n## In attendance\n\n- Kit Lowe (Clerk)\n\n1. Welcome\n",
        "PRESENT – Anna Bell (Chair), Carl Dunn and Eve Fern\n\nAPOLOGIES – Gil Hart\n\nALSO PRESENT – Kit Lowe (Clerk)\n\n1. Welcome\n",
        "Members present:\nAnna Bell – Chair, Hill Trust\nCarl Dunn – Mill Lane Association\nEve Fern – Age Concern\n\nUnable to attend:\nGil Hart – Hill Trust\n\nStaff:\nKit Lowe – Clerk\n\n1. Welcome\n",
        "Present\n\nNorth Ward:\n  Anna Bell (Chair)\n  Carl Dunn\n\nSouth Ward:\n  Eve Fern\n\nApologies\n\n  Gil Hart\n\nOfficers\n\n  Kit Lowe (Clerk)\n\n1. Welcome\n",
        "Anna Bell was in the chair. Carl Dunn and Eve Fern were present.\n\nGil Hart sent his apologies.\n\nAlso present was Kit Lowe (Clerk).\n\n1. Welcome\n",
        "Present: Anna Bell, Chair, Hill Trust; Carl Dunn, Treasurer, Mill Ltd; Eve Fern, Age Concern\nApologies: Gil Hart, Hill Trust\nGuests: Kit Lowe, Clerk\n\n1. Welcome\n",
        "PRESENT                 APOLOGIES\nAnna Bell (Chair)       Gil Hart\nCarl Dunn\nEve Fern\n\nIN ATTENDANCE\nKit Lowe (Clerk)\n\n1. Welcome\n",
        "1. Attendance and apologies\n\nPresent: Anna Bell (Chair), Carl Dunn and Eve Fern\nIn attendance: Kit Lowe (Clerk)\n\nApologies were received from Gil Hart.\n",
        "1. Present: Anna Bell (Chair), Carl Dunn and Eve Fern. Apologies: Gil Hart. In attendance: Kit Lowe (Clerk)\n",
    ] {
        assert_eq!(lists(&paper(head)), wanted, "{head}");
    }
}

#[test]
fn nobody_is_lost_whose_post_stands_behind_the_name_or_above_it() {
    let wanted = [vec!["Anna Bell", "Carl Dunn", "Eve Fern"], vec!["Kit Lowe"], vec!["Gil Hart"]];
    for head in [
        // Initials in brackets, and the post without a comma.
        "Present:\nAnna Bell (AB) Clinical Chair\nCarl Dunn (CD) Lay Member for Audit\nEve Fern (EF) Chief Finance Officer (part meeting)\n\nApologies:\nGil Hart (GH) Director of Health – Saltern County Council\n\nIn attendance:\nKit Lowe (KL) Executive Assistant to the Board / Minute Taker\n\n1. Welcome\n",
        // Roles on lines of their own.
        "present\n\nChairperson\nAnna Bell\n\nMembers\nCarl Dunn (until 4.40pm, Item 8)\n\nEve Fern\n\nAPOLOGIES\n\nGil Hart\n\nIN ATTENDANCE\n\nKit Lowe\n\n1. Welcome\n",
        "Present\n    Carl Dunn, Eve Fern\nRegrets\n    Gil Hart\nChair\n    Anna Bell\nIn attendance\n    Kit Lowe\n\n1. Welcome\n",
        // What a second column says, whatever it is.
        "Present:\n          Anna Bell            Chairperson\n          Carl Dunn            Electoral Area A\n          Eve Fern             City of Parkhurst\n\nRegrets:\n          Gil Hart             Electoral Area F\n\nAlso in Attendance:\n          Kit Lowe             Recording Secretary\n\n1. Welcome\n",
        // A label within a label, and a roll call.
        "ROLL CALL:          Present    -    Anna Bell    Supervisor\n                                   Carl Dunn     Councilman\n                                   Eve Fern     Councilman\n\nApologies – Gil Hart\n\nStaff, Shareholders and Others Present: Kit Lowe\n\n1. Welcome\n",
        // A lost comma, and two kinds of signs between names.
        "Present: Anna Bell (Chair) Carl Dunn, Eve Fern\n\nApologies:  Gil Hart\n\nIn attendance Kit Lowe, Parish Clerk\n\n1. Welcome\n",
        "Present: Anna Bell; Carl Dunn; Eve Fern\nApologies: Gil Hart (work)\nClerk:  Kit Lowe\n\n1. Welcome\n",
        // Beside other lines, and in a list of terms.
        ":   Called to order at 7:48 pm\n:   Members present: Anna Bell, Carl Dunn, Eve Fern\n:   Members absent with apologies: Gil Hart\n:   Others present: Kit Lowe\n\n1. Welcome\n",
    ] {
        let meeting = paper(head);
        let mut found = lists(&meeting);
        found[0].sort_unstable();
        assert_eq!(found, wanted, "{head}");
    }
}

#[test]
fn names_alone_are_enough_below_a_title_that_says_what_they_are() {
    let present = "Present: Anna Bell, Carl Dunn and Eve Fern\nIn attendance: Kit Lowe\n\n";
    let wanted = [vec!["Anna Bell", "Carl Dunn", "Eve Fern"], vec!["Kit Lowe"], vec!["Gil Hart"]];
    for item in [
        "1. Apologies for absence\n\nGil Hart\n",
        "1. Apologies for absence\n\nGil Hart (holiday). The meeting accepted the reasons given.\n",
        "1. Apologies – Gil Hart\n",
        "1. Apologies for absence: were received from Gil Hart (GH). There were no declarations.\n",
    ] {
        assert_eq!(lists(&paper(&format!("{present}{item}"))), wanted, "{item}");
    }
    let all = "1. RECORD OF ATTENDANCE/APOLOGIES/LEAVE OF ABSENCE\n\nCouncillors\n\nCr A Bell, Shire President\nCr C Dunn\n\nStaff\n\nMr K Lowe, Chief Executive Officer\n\nApologies\n\nCr G Hart\n";
    assert_eq!(lists(&paper(all)), [vec!["Cr A Bell", "Cr C Dunn"], vec!["Mr K Lowe"], vec!["Cr G Hart"]]);
}

#[test]
fn first_names_are_people_and_offices_are_not() {
    let meeting = paper(
        "Present: Ottilie (Chair), Marlo, Fen, JK, Tobias\nApologies: Colin, Bridie, Neville\n\n1. Welcome\n",
    );
    assert_eq!(lists(&meeting)[0], ["Ottilie", "Marlo", "Fen", "JK", "Tobias"]);
    assert_eq!(lists(&meeting)[2], ["Colin", "Bridie", "Neville"]);
    let meeting = paper("Present: Anna Bell, Carl Dunn\n\n1. Apologies – Chairman\n");
    assert_eq!(lists(&meeting)[2], Vec::<&str>::new());
}

#[test]
fn whoever_is_not_ticked_among_others_was_not_there() {
    let table = "| Name | Role | Present |\n|---|---|---|\n| Anna Bell | Chair | x |\n| Carl Dunn | Member | x |\n| Eve Fern | Member | |\n\n1. Welcome\n";
    assert_eq!(lists(&paper(table))[0], ["Anna Bell", "Carl Dunn"]);
}

#[test]
fn boxes_handles_and_initials_are_kept_beside_the_name() {
    let meeting = paper(
        "Present:\n- [x] Anna Bell @annab (voting member)\n- [ ] Carl Dunn\n- [x] EF – Eve Fern (Treasurer)\n\n1. Welcome\n",
    );
    assert_eq!(lists(&meeting)[0], ["Anna Bell", "Eve Fern"]);
    let aliases: Vec<&[String]> = meeting.people.iter().map(|person| person.aliases.as_slice()).collect();
    assert_eq!(aliases, [&["@annab".to_owned()][..], &[], &["EF".to_owned()]]);
    let absent = meeting.attendance.iter().filter(|movement| movement.what == Move::Absent);
    assert_eq!(absent.map(|movement| movement.person).collect::<Vec<_>>(), [meeting.people[1].id]);
}

#[test]
fn what_is_no_person_is_not_listed_and_nobody_is_lost() {
    let meeting = paper(
        "Present: Councillors Barr, Broad and Gwynne, County Cllr Dean and 3 members of the public\nIn attendance: The Town Clerk (Mrs P Moss), Hill Trust\nThe meeting was quorate.\n\n1. Welcome\n",
    );
    let [members, others, _] = lists(&meeting);
    assert_eq!(members, ["Councillor Barr", "Councillor Broad", "Councillor Gwynne", "County Cllr Dean"]);
    assert_eq!(others, ["Mrs P Moss"]);
    assert!(meeting.left_over.iter().any(|left| left.text == "The meeting was quorate."));
}

#[test]
fn a_bracket_says_of_one_alone_that_they_were_away_or_online() {
    let meeting = paper(
        "Present: Anna Bell, Carl Dunn (absent), Eve Fern (apologies), Gil Hart and Ida Jay\n(online).\n\n1. Welcome\n",
    );
    let [members, _, away] = lists(&meeting);
    assert_eq!((members, away), (vec!["Anna Bell", "Gil Hart", "Ida Jay"], vec!["Eve Fern"]));
    let online = meeting.attendance.iter().filter(|movement| movement.mode == Mode::Online);
    assert_eq!(online.map(|movement| movement.person).collect::<Vec<_>>(), [meeting.people[4].id]);
}

#[test]
fn namesakes_stay_two_people() {
    let meeting = paper(
        "Present: Mr J Hale (Labour), Mrs J Hale (Green), Anna Bell (Hill Trust) and Anna Bell (Mill Ltd)\nApologies: Cllr Hale\n\n1. Welcome\n",
    );
    assert_eq!(lists(&meeting)[0], ["Mr J Hale", "Mrs J Hale", "Anna Bell", "Anna Bell"]);
    assert_eq!(lists(&meeting)[2], ["Cllr Hale"]);
}

#[test]
fn those_who_are_expected_were_not_there() {
    let head = "Harbour Trust Board\n\nAGENDA for the meeting to be held on 4 March 2024 at 7.00pm in the Village Hall\n\nAttendees: Anna Bell (Chair), Carl Dunn, Eve Fern\n\n1. Welcome\n\n2. Minutes of the last meeting\n\nTo approve the minutes.\n\n3. Moorings\n\n4. Any other business\n";
    let meeting = proposed(head).meeting;
    assert_eq!(lists(&meeting), [vec![""; 0], vec![], vec![]]);
    assert_eq!(meeting.people.len(), 3);
}

#[test]
fn a_list_of_apologies_in_the_head_is_no_item_beside_the_item_of_that_name() {
    let paper = "\
Fern Valley Town Council

Minutes of the meeting held on Tuesday 3 June 2025 at 7.00 pm in the Guildhall

Present:
- Councillor Ruth Ash (Chair)
- Councillor Jan Elm

Apologies: Councillor Kit Fir

In attendance:
- Sal Finn (Town Clerk)

APOLOGIES

Councillor Fir had sent apologies.

LAMPS IN MILL LANE

The Clerk reported that two lamps had failed again.

DATE OF NEXT MEETING

Tuesday 1 July 2025
";
    let meeting = proposed(paper).meeting;
    let titles: Vec<&str> = meeting.items.iter().map(|item| item.heading.title.as_str()).collect();
    assert_eq!(titles, ["APOLOGIES", "LAMPS IN MILL LANE", "DATE OF NEXT MEETING"]);
    assert_eq!(
        lists(&meeting),
        [vec!["Councillor Ruth Ash", "Councillor Jan Elm"], vec!["Sal Finn"], vec!["Councillor Kit Fir"]]
    );
    assert_eq!(meeting.head.next_meeting.map(|day| day.to_string()).as_deref(), Some("2025-07-01"));
    assert_eq!(meeting.head.published, None);
    assert_eq!(meeting.items[2].minutes.len(), 1);
}
