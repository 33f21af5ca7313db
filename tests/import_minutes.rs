//! Import of minutes as committees publish them: pages, tables and plain text, one small invented paper each.

use crate::import::{agenda, blocks, left_over, proposed};
use crate::stage::Stage;
use minutebook::domain::id::PersonId;
use minutebook::domain::minutes::Kind;
use minutebook::domain::motions::Decision;
use minutebook::export::Audience;

#[test]
fn a_page_of_a_committee_system_is_read() {
    let paper = "\
Technical Error: the page is not styled.

  • Home

Cabinet - Tuesday, 14th March, 2023 6.30 pm

Venue: Long Room, Abbey House. View directions

Contact: Mina Lund  Email: mina@dene.example or Tel: 01632 960556

Items
No. Item

8.

Apologies pdf icon PDF 12 KB

To receive apologies.

Additional documents:

Minutes:

An apology was received from Councillor J Fern.

9.

Bins pdf icon PDF 1 MB

Minutes:

(Report by the Head of Bins)

(1)       Members asked about lids. They were told
the lids were late.

(2)       Following discussion the Cabinet:

(a)       noted the report;

(b)       thanked the Head of Bins.

RESOLVED: That the lids be bought.

Action: Head of Bins and Mina Lund

10.

Exclusion of the press and public

Minutes:

RESOLVED: That the public be excluded.

11.

Lease of the yard
";
    let found = proposed(paper);
    let wanted = [
        "8 | Apologies",
        "9 | Bins",
        "10 | Exclusion of the press and public",
        "11 | Lease of the yard [restricted]",
    ];
    assert_eq!(agenda(&found.meeting), wanted);
    assert_eq!(found.meeting.head.body, "Cabinet");
    assert_eq!(found.meeting.head.venue, "Long Room, Abbey House");
    assert_eq!(found.meeting.head.telephone, "01632 960556");
    assert_eq!(found.meeting.items[0].heading.text, ["To receive apologies."]);
    assert_eq!(found.meeting.items[1].heading.report, "Report by the Head of Bins");
    let wanted = [
        "P0 Members asked about lids. They were told the lids were late.",
        "P0 Following discussion the Cabinet:",
        "P1 noted the report;",
        "P1 thanked the Head of Bins.",
        "R0 That the lids be bought.",
        "A0 Head of Bins and Mina Lund",
    ];
    assert_eq!(blocks(&found.meeting, 1), wanted);
    assert_eq!(found.meeting.apologies.len(), 1);
    assert_eq!(left_over(&found.meeting), ["Technical Error: the page is not styled."]);
}

#[test]
fn a_page_flattened_to_a_table_is_read() {
    let paper = "\
Contact: Anna Till 01632 960003
No. | Item |
---|---|
Minutes of the last meeting PDF 135 KB To approve them. Minutes: RESOLVED that they be signed. |
|
Bins PDF 2 MB Minutes: 1. Mr Ashe spoke.
2. Mrs Bell agreed to report. RESOLVED to note the update.
|
|
Date of the next meeting The next meeting of the Wellow Flood Partnership will be held on 24 March 2022 Minutes: Noted. |
";
    let found = proposed(paper);
    assert_eq!(
        agenda(&found.meeting),
        [" | Minutes of the last meeting", " | Bins", " | Date of the next meeting"]
    );
    assert_eq!(
        blocks(&found.meeting, 1),
        ["P0 Mr Ashe spoke.", "P0 Mrs Bell agreed to report.", "R0 to note the update."]
    );
    assert_eq!(found.meeting.head.date, None);
    assert_eq!(found.meeting.head.next_meeting.unwrap().to_string(), "2022-03-24");
    // The heading of the page is lost; the body is known from what is said of its next meeting.
    assert_eq!(found.meeting.head.body, "Wellow Flood Partnership");
}

#[test]
fn a_table_of_minutes_is_read() {
    let paper = "\
FULL GOVERNING BOARD

Minutes of the meeting held on Wednesday 22nd March 2023 at 6.00pm in the school library

| Governors present | Initials | Category |
|---|---|---|
| Grace Holt | GH | Co-opted (Chair) |

| Apologies | | |
|---|---|---|
| Ina Moss | IM | Parent |

PART A – NON-CONFIDENTIAL

| Item | Minute | Action |
|---|---|---|
| 1. | **Budget** | |
| | 1.1 GH presented the report. | |
| | **Q: Is it enough?** | |
| | 1.2 **Resolved:** to adopt (a) the plan; and (b) the code. | GH / IM |

PART B – CONFIDENTIAL

| Item | Minute | Action |
|---|---|---|
| 2. | **Staffing** | |
";
    let found = proposed(paper);
    let wanted = [
        "==  PART A – NON-CONFIDENTIAL",
        "1 | Budget",
        "==  PART B – CONFIDENTIAL [restricted]",
        "2 | Staffing [restricted]",
    ];
    assert_eq!(agenda(&found.meeting), wanted);
    let wanted = [
        "P0 GH presented the report.",
        "P1 Q: Is it enough?",
        "R0 to adopt",
        "R1 the plan; and",
        "R1 the code.",
        "A0 GH / IM",
    ];
    assert_eq!(blocks(&found.meeting, 0), wanted);
    assert_eq!(found.meeting.head.venue, "School library");
    assert_eq!(found.meeting.people[0].full(), "Grace Holt (Chair)");
    assert!(!found.meeting.attended(found.meeting.people[1].id));
}

#[test]
fn minutes_with_references_and_motions_are_read() {
    let paper = "\
Minutes of the PARKS COMMITTEE
held remotely by Zoom on Tuesday, 19 January 2021 at 7.00 pm

Present:        Cllr R Ash (Chairman)
                Cllr Mrs P Cove
                Cllr M Dunn

Pk/28/01/21    APOLOGIES

Apologies were received from Cllr K Sorr (work).

Pk/29/01/21    PLANNING

The Committee considered the applications below.

(a)     23/0117 – Land at Mere Lane

Moved by Cllr Cove
Seconded by Cllr Dunn

That it be refused.

For: Cllrs Cove and Dunn (2)
Against: Cllr Ash (1)
Abstained: None (0)

The motion was declared CARRIED.

(b)     23/0230 – 9 Kiln Row

It was proposed by Cllr Ash, seconded by Cllr Dunn and unanimously
RESOLVED - that it be approved subject to:

1.      the conditions; and

2.      a fence.

ACTION: TOWN CLERK / GROUNDS MANAGER

The meeting closed at 8.26 pm.
";
    let found = proposed(paper);
    let meeting = &found.meeting;
    let wanted = [
        "Pk/28/01/21 | APOLOGIES",
        "Pk/29/01/21 | PLANNING",
        "a | 23/0117 – Land at Mere Lane",
        "b | 23/0230 – 9 Kiln Row",
    ];
    assert_eq!(agenda(meeting), wanted);
    assert_eq!(blocks(meeting, 2), ["M0 That it be refused."]);
    let Kind::Motion(motion) = &meeting.items[2].minutes[0].kind else { panic!("a motion") };
    assert_eq!(motion.vote.count(), Some((2, 1, 0)));
    assert_eq!(meeting.person(motion.mover.unwrap()).unwrap().name, "Cllr Mrs P Cove");
    let wanted = [
        "-0 It was proposed by Cllr Ash, seconded by Cllr Dunn and unanimously",
        "R0 that it be approved subject to:",
        "R1 the conditions; and",
        "R1 a fence.",
        "A0 TOWN CLERK / GROUNDS MANAGER",
    ];
    assert_eq!(blocks(meeting, 3), wanted);
    assert_eq!(meeting.head.body, "Parks Committee");
    assert_eq!(meeting.people.iter().filter(|person| meeting.attended(person.id)).count(), 3);
    assert_eq!(meeting.apologies.len(), 1);
}

#[test]
fn a_table_with_a_column_of_numbers_is_read() {
    let paper = "\
Agenda and minutes
Weald Community Safety Partnership - Thursday, 13th July, 2023 10.00 am
Venue: Online. View directions
No. | Item |
---|---|
11. | Introduction Minutes: The Chair welcomed everybody. |
|
12. | Road Safety PDF 2 MB Minutes: 1. Mr Ashe spoke.
2. Mrs Bell spoke. RESOLVED that the Partnership:
• note the update; and
• thank the team. |
";
    let found = proposed(paper);
    assert_eq!(agenda(&found.meeting), ["11 | Introduction", "12 | Road Safety"]);
    let wanted = [
        "P0 Mr Ashe spoke.",
        "P0 Mrs Bell spoke.",
        "R0 that the Partnership:",
        "R1 note the update; and",
        "R1 thank the team.",
    ];
    assert_eq!(blocks(&found.meeting, 1), wanted);
    assert_eq!(found.meeting.head.body, "Weald Community Safety Partnership");
}

#[test]
fn minutes_in_capitals_are_read() {
    let paper = "\
MINUTES OF THE ANNUAL MEETING OF BLYTHE TOWN COUNCIL HELD ON MONDAY 13 MAY 2024 AT 7.00PM IN THE COUNCIL CHAMBER

Present: Councillors Smith (Mayor), Jones and Taylor
Apologies: Councillor White

1. ELECTION OF MAYOR
It was proposed by Cllr Jones, seconded by Cllr Taylor and RESOLVED that Cllr Smith be elected.

2. FINANCE
2.1 The Clerk presented the accounts.
2.2 RESOLVED: that the accounts be approved.
Action: Clerk

3. CONFIDENTIAL ITEMS
RESOLVED that the public be excluded.

4. STAFFING
Members discussed staffing.

The meeting closed at 8.15pm
";
    let found = proposed(paper);
    let meeting = &found.meeting;
    let wanted =
        ["1 | ELECTION OF MAYOR", "2 | FINANCE", "3 | CONFIDENTIAL ITEMS", "4 | STAFFING [restricted]"];
    assert_eq!(agenda(meeting), wanted);
    assert_eq!(
        (meeting.head.body.as_str(), meeting.head.venue.as_str()),
        ("Blythe Town Council", "Council Chamber")
    );
    assert_eq!(
        blocks(meeting, 1),
        ["P0 The Clerk presented the accounts.", "R0 that the accounts be approved.", "A0 Clerk"]
    );
    assert_eq!(meeting.people[0].full(), "Councillor Smith (Mayor)");
    assert!(left_over(meeting).is_empty());
}

#[test]
fn minutes_that_a_page_cuts_off_are_said_to_be_cut_off() {
    let paper = "\
Quay Committee - Tuesday, 14th March, 2023 6.30 pm

Items
No. Item

8.

Apologies

Minutes:

None.

9.

Bins

Minutes:

Members asked about lids and whether they could ...  view the full minutes text for item 9.
";
    let found = proposed(paper);
    let told = "The minutes of item 9 are cut off on the page; copy their full text from it.";
    assert_eq!(found.notes, [told]);
    assert_eq!(left_over(&found.meeting), [told]);
    let line = found.meeting.paper.iter().find(|line| line.text.starts_with("Members asked")).unwrap();
    assert_eq!(line.sure, minutebook::domain::paper::Sure::Guessed);
}

#[test]
fn recommendations_in_minutes_are_what_the_meeting_asks_of_another_body() {
    let paper = "\
MINUTES of a meeting of the Quay Committee held at the Town Hall on Tuesday, 14 March 2023.

8. Bins

(1) Members asked about lids. RECOMMENDED to Council that lids be bought.

9. Dues

It was RECOMMENDED that:

(a) the dues be raised; and

(b) boats be measured.
";
    let found = proposed(paper);
    let kinds = |at: usize| {
        let blocks = found.meeting.items[at].minutes.iter();
        blocks.map(|block| (block.kind.word(), block.level, block.text.clone())).collect::<Vec<_>>()
    };
    assert_eq!(
        kinds(0),
        [
            ("paragraph", 0, "Members asked about lids.".to_owned()),
            ("recommendation", 0, "to Council that lids be bought.".to_owned())
        ]
    );
    assert_eq!(
        kinds(1),
        [
            ("recommendation", 0, "that:".to_owned()),
            ("recommendation", 1, "the dues be raised; and".to_owned()),
            ("recommendation", 1, "boats be measured.".to_owned())
        ]
    );
}

/// The words of other houses for what happens to a motion, and who is elected.
#[test]
fn amendments_elections_and_adjournments_are_read_in_the_words_of_other_houses() {
    let paper = "\
MINUTES of a meeting of Lower Wick Parish Council held on Monday, 13 May 2024 at 7.00 pm in the Village Hall

Present: Cllr Ash (Chairman), Cllr Elm, Cllr Oak and Cllr Rowan

1. Election of Chairman

It was proposed by Cllr Ash, seconded by Cllr Elm and unanimously RESOLVED that Cllr Oak be elected Chairman for the
ensuing year.

2. Allotments

The Clerk introduced the report.

Moved by Cllr Elm, seconded by Cllr Rowan, that the rents be raised.

Councillor Ash moved an amendment, seconded by Councillor Oak, that the rents be raised by half of that.

On being put to the vote, the amendment was declared LOST.

The motion was put to the vote and carried.

(The meeting adjourned at 7.40 pm and reconvened at 7.55 pm.)

3. Footpaths

Nominations for the office of Warden: the posters had not yet been printed.

The meeting was adjourned at 8.10 pm because of a fire alarm.

An amendment was moved by Cllr Ash, seconded by Cllr Elm, that nothing be done.

4. Correspondence

None.
";
    let found = proposed(paper);
    let meeting = &found.meeting;
    let motion = |item: usize, block: usize| match &meeting.items[item].minutes[block].kind {
        Kind::Motion(motion) => motion,
        other => panic!("{other:?} in {:#?}", meeting.items[item].minutes),
    };
    let name = |id: PersonId| meeting.person(id).unwrap().name.as_str();
    let election = motion(0, 0).election().unwrap();
    assert_eq!((election.office.as_str(), election.elected.map(name)), ("Chairman", Some("Cllr Oak")));
    assert_eq!(election.nominees[0].proposer.map(name), Some("Cllr Ash"));
    assert!(meeting.items[0].minutes[0].text.starts_with("unanimously that Cllr Oak be elected"));
    let (main, amendment) = (motion(1, 1), motion(1, 2));
    assert_eq!(main.decision, Decision::Carried, "{:#?}", meeting.items[1].minutes);
    assert_eq!(amendment.decision, Decision::Lost);
    assert_eq!(amendment.amendment().unwrap().motion, meeting.items[1].minutes[1].id);
    let moments: Vec<String> = meeting
        .course
        .moments
        .iter()
        .map(|moment| format!("{} {}", moment.turn.word(), moment.at.format("%H:%M")))
        .collect();
    assert_eq!(moments, ["adjourned 19:40", "resumed 19:55"]);
    assert_eq!(meeting.course.moments[0].after, Some(meeting.items[1].minutes[2].id));
    // What says more than is understood, or has nothing to which it belongs, stays as it is.
    let rest: Vec<&str> = meeting.items[2].minutes.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(
        rest,
        [
            "Nominations for the office of Warden: the posters had not yet been printed.",
            "The meeting was adjourned at 8.10 pm because of a fire alarm.",
            "An amendment was moved by Cllr Ash, seconded by Cllr Elm, that nothing be done.",
        ]
    );
    assert!(meeting.items[2].minutes.iter().all(|block| !matches!(block.kind, Kind::Motion(_))));
}

#[test]
fn a_declaration_that_is_understood_by_half_is_printed_once() {
    let sentence = "Cllr Marram declared a personal interest in item 3 as a tenant of a berth at Long Quay.";
    let paper = format!(
        "SALTMARSH TOWN COUNCIL\n\nMINUTES of a meeting of the Quays Committee held on Tuesday 19 January 2021 at 7.00 pm\n\n\
         Present: Cllr P Marram (Chairman), Cllr A Oake and Cllr J Lath\n\n1. Apologies\n\nThere were none.\n\n\
         2. Declarations of interest\n\n{sentence}\n\n3. Berths\n\nRESOLVED: that the rents be noted.\n"
    );
    let meeting = minutebook::import::read(paper.as_bytes()).unwrap().meeting;
    assert_eq!(meeting.declarations.len(), 1);
    let stage = Stage::with(meeting);
    for style in ["numbered", "running"] {
        let minutes = stage.minutes(style, Audience::Public);
        let words = minutes.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(sentence), "{minutes}");
        assert_eq!(words.matches("declared").count(), 1, "{minutes}");
    }
    // What is recorded beyond the words is printed.
    let mut meeting = stage.meeting().clone();
    meeting.declarations[0].conduct = minutebook::domain::people::Conduct::Withdrew;
    let minutes = Stage::with(meeting).minutes("numbered", Audience::Public);
    assert!(minutes.contains("withdrew"), "{minutes}");
}
