//! The three house styles that published minutes of one real partnership show, in words of this project.

use super::script::items;
use chrono::NaiveDate;
use minutebook::domain::id::{MovementId, PersonId};
use minutebook::domain::meeting::{Course, Head, Meeting, Numbering, Status};
use minutebook::domain::people::{Membership, Mode, Move, Movement, Person};
use minutebook::domain::profile::Profile;
use minutebook::export::{Audience, Document, text};
use minutebook::houses::Houses;

fn meeting(head: Head, script: &str) -> Meeting {
    let course = Course { status: Status::Agreed, ..Course::default() };
    let head = Head { body: "Wolds Flood Partnership".into(), ..head };
    Meeting { head, course, items: items(script), ..Meeting::default() }
}

fn print(meeting: &Meeting, style: &str) -> String {
    let style = Houses::built_in().style(style).unwrap();
    text::text(&Document::of(meeting, style, &Profile::default(), Audience::Full))
}

fn present(people: &[(&str, &str, Membership)]) -> (Vec<Person>, Vec<Movement>) {
    let roll = (1..).zip(people).map(|(id, (name, role, membership))| {
        let (post, role) = match membership {
            Membership::Officer => (*role, ""),
            _ => ("", *role),
        };
        let person = Person {
            post: post.into(),
            role: role.into(),
            membership: *membership,
            ..Person::new(PersonId(id), *name)
        };
        let movement = Movement {
            id: MovementId(id + 100),
            person: PersonId(id),
            what: Move::Present,
            item: None,
            after: None,
            at: None,
            mode: Mode::Online,
            why: String::new(),
        };
        (person, movement)
    });
    roll.unzip()
}

/// Titles without numbers, paragraphs 1., 2., 3., the resolution below them; no roll.
#[test]
fn the_web_page_of_a_committee_system() {
    let script = "
        # | Declarations of Interest
        ~ No declarations were received.
        # | Notes of the meeting held on 6 July 2023
        RESOLVED that the notes of the meeting held on 6 July 2023 be signed by the Chairman.
        # | Culvert Survey
        Mr Beck (Drainage Officer, Wolds District Council) gave a presentation. The survey had found: forty \
            sound culverts; nine blocked ones; and one that was on no map.
        The Chair asked who owned the last. Mr Beck confirmed that nobody would say.
        RESOLVED to note the survey.
        # | Any other business
    ";
    insta::assert_snapshot!(print(&meeting(Head::default(), script), "web"), @"
    WOLDS FLOOD PARTNERSHIP

    MINUTES of a meeting of the Wolds Flood Partnership.

    Declarations of Interest
    ------------------------

    No declarations were received.

    Notes of the meeting held on 6 July 2023
    ----------------------------------------

    RESOLVED that the notes of the meeting held on 6 July 2023 be signed by the
    Chairman.

    Culvert Survey
    --------------

    1.  Mr Beck (Drainage Officer, Wolds District Council) gave a presentation.
        The survey had found: forty sound culverts; nine blocked ones; and one
        that was on no map.

    2.  The Chair asked who owned the last. Mr Beck confirmed that nobody would
        say.

    RESOLVED to note the survey.

    Signed as a correct record

    ....................................... Chair

    ....................................... Date
    ");
}

/// Every item numbered from 1 and printed, (1), (2), (3) with (a), (b), (c) below them, and action lines; no
/// resolutions.
#[test]
fn every_item_numbered_and_paragraphs_in_brackets() {
    let script = "
        # 1 | Apologies
        # 2 | Declarations of Interest
        # 3 | Reservoir Safety Plan
        (Report by Ada Garth, Chief Engineer)
        Ada Garth said that the plan had been tried out in April.
        Following discussion the Partnership:
        (a) endorsed the plan;
        (a) noted that it would be tried out again, this time with the water in; and
        (a) asked for a warning beforehand.
        ACTION: Ada Garth together with Tom Beck
        # 4 | AOB
        # 5 | Date of next meeting
        ~ Thursday 2 November 2023 in the Corn Exchange, Louthby, at 2.00 pm.
    ";
    insta::assert_snapshot!(print(&meeting(Head::default(), script), "bracketed"), @"
    WOLDS FLOOD PARTNERSHIP

    MINUTES of a meeting of the Wolds Flood Partnership.

    1. Apologies

    2. Declarations of Interest

    3. Reservoir Safety Plan

    (Report by Ada Garth, Chief Engineer)

    (1) Ada Garth said that the plan had been tried out in April.

    (2) Following discussion the Partnership:

        (a) endorsed the plan;

        (b) noted that it would be tried out again, this time with the water in;
            and

        (c) asked for a warning beforehand.

    ACTION: Ada Garth together with Tom Beck

    4. AOB

    5. Date of next meeting

    Thursday 2 November 2023 in the Corn Exchange, Louthby, at 2.00 pm.

    Signed as a correct record

    ....................................... Chair

    ....................................... Date
    ");
}

/// Notes of a meeting online: a running roll, minute numbers with the item of the agenda beside the title,
/// paragraphs without numbers, bullets, and resolutions in parts A., B., C.
#[test]
fn minute_numbers_and_running_paragraphs() {
    let script = "
        # A1 | Introduction
        # A4 | Notes of the meeting held on 2 March 2023
        RESOLVED that the notes be signed by the Chairman, subject to the addition of Mrs Rill's apologies.
        # B1 | Beaver Strategy
        Ms Holm introduced the paper. The beavers had been consulted in the usual way and their views were \
            at https://wolds-flood.example/beavers/consultation.
        In response to questions the following was noted:
        - There were now nine dams.
        - The Environment Officer had counted eleven.
        // check with Holm: nine or eleven?
        RESOLVED to:
        + agree the strategy for 2023 – 2026, subject to any further dams;
        + note that the strategy will be reviewed each year.
    ";
    let head = Head {
        noun: "Notes".into(),
        venue: "Online".into(),
        date: NaiveDate::from_ymd_opt(2023, 7, 6),
        numbering: Numbering { first: Some(27), count_empty: true, ..Numbering::default() },
        ..Head::default()
    };
    use Membership::{Member, Officer};
    let (people, attendance) = present(&[
        ("Mr O Fell, OBE", "Chairman", Member),
        ("Ms J Holm", "", Member),
        ("Mrs T Rill, MBE", "", Member),
        ("Cllr D Mere", "", Member),
        ("Ivo Tarn", "Scrutiny Officer", Officer),
        ("Nell Gill", "Democratic Services Officer", Officer),
    ]);
    let meeting = Meeting { people, attendance, ..meeting(head, script) };
    insta::assert_snapshot!(print(&meeting, "running"), @"
    WOLDS FLOOD PARTNERSHIP

    NOTES of a meeting of the Wolds Flood Partnership held online on Thursday, 6
    July 2023.

    PRESENT: Mr O Fell, OBE (Chairman), Ms J Holm, Mrs T Rill, MBE and Cllr D
    Mere.

    IN ATTENDANCE: Ivo Tarn (Scrutiny Officer) and Nell Gill (Democratic Services
    Officer).

    27. Introduction (Item A1)

    28. Notes of the meeting held on 2 March 2023 (Item A4)

    RESOLVED that the notes be signed by the Chairman, subject to the addition of
    Mrs Rill's apologies.

    29. Beaver Strategy (Item B1)

    Ms Holm introduced the paper. The beavers had been consulted in the usual way
    and their views were at https://wolds-flood.example/beavers/consultation.

    In response to questions the following was noted:

    •   There were now nine dams.

    •   The Environment Officer had counted eleven.

    RESOLVED to:

        A.  agree the strategy for 2023 – 2026, subject to any further dams;

        B.  note that the strategy will be reviewed each year.

    Signed as a correct record

    ....................................... Chairman

    ....................................... Date
    ");
}
