//! Who is named in a paper, and who is not: letters to councillors, a list of one, a list of anything but people; and
//! that the people of minutes are the same in every format that minutes are printed in.

use crate::import::{blocks, left_over, proposed};
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::Kind;
use minutebook::domain::people::Person;
use minutebook::export::{Audience, Format, Order, Paper};
use minutebook::houses::Houses;
use minutebook::import::{Refusal, people, read, report};

fn names(meeting: &Meeting) -> Vec<String> {
    meeting.people.iter().map(Person::full).collect()
}

const SUMMONS: &str = "\
SALLOW PARISH COUNCIL

To: All Members of the Parish Council

Dear Councillor,

You are summoned to attend the MEETING of SALLOW PARISH COUNCIL to be held in the Village Hall on WEDNESDAY 13TH NOVEMBER 2024 at 7.30 p.m.

Ida Sallow
Clerk to the Council                      Thursday 7th November 2024

1. Apologies

2. Trees
";

#[test]
fn a_letter_to_members_names_nobody_and_is_sent_on_the_day_it_is_signed() {
    let meeting = proposed(SUMMONS).meeting;
    assert_eq!(names(&meeting), [""; 0]);
    let days = [meeting.head.date, meeting.head.published].map(|day| day.unwrap().to_string());
    assert_eq!(days, ["2024-11-13", "2024-11-07"]);
}

const MINUTES: &str = "\
MINUTES of a meeting of the Saltmarsh Harbour Board held remotely by Zoom on Thursday, 16 November 2023.

PRESENT:
    Cllr A Marram (Chair)
    Mr R Tallow

APOLOGIES:
    Ms L Cleat

IN ATTENDANCE:
    Mrs J Lath (Town Clerk)

1. Notes of the meeting held on 13 July 2023

1. The notes were agreed as a true record.

Matters arising

2. Ms Cleat had written that the buoys were moved.

2. Slipway
(Report by the Head of Safety (SHB)

1. Members noted the report.

RESOLVED that the report be noted.
";

#[test]
fn the_people_of_minutes_are_the_same_in_every_format() {
    let meeting = proposed(MINUTES).meeting;
    let wanted = ["Cllr A Marram (Chair)", "Mr R Tallow", "Ms L Cleat", "Mrs J Lath (Town Clerk)"];
    assert_eq!(names(&meeting), wanted);
    let houses = Houses::built_in();
    let order = Order {
        state: None,
        meeting: &meeting,
        paper: Paper::Minutes,
        style: houses.style_or_usual(""),
        profile: houses.profile_of(&meeting.head),
        audience: Audience::Full,
    };
    for format in ["text", "markdown", "html", "docx", "pdf"] {
        let printed = Format::named(format).unwrap().print(&order).unwrap().bytes;
        let again = read(&printed).unwrap();
        let told = report(&again);
        assert_eq!(names(&again.meeting), wanted, "{format}\n{told}");
        assert_eq!(left_over(&again.meeting), [""; 0], "{format}\n{told}");
        assert_eq!(again.meeting.parts.len(), 0, "{format}\n{told}");
        assert_eq!(again.meeting.head.venue, "Remotely by Zoom", "{format}");
    }
}

#[test]
fn matters_arising_is_a_heading_and_no_minute() {
    let numbered = proposed(MINUTES).meeting;
    let plain = proposed(&MINUTES.replace("1. The", "The").replace("2. Ms", "Ms").replace("1. Mem", "Mem"));
    for meeting in [numbered, plain.meeting] {
        let kinds: Vec<bool> = meeting.items[0].minutes.iter().map(|b| b.kind == Kind::Procedural).collect();
        assert_eq!(kinds, [false, true, false], "{:?}", blocks(&meeting, 0));
    }
}

#[test]
fn a_bracket_within_a_report_line_stays_closed() {
    assert_eq!(proposed(MINUTES).meeting.items[1].heading.report, "Report by the Head of Safety (SHB)");
}

#[test]
fn declarations_listed_by_item_belong_to_their_items() {
    let paper = "Minute of the meeting of the Glen Committee held on 8 May 2019\n\nPresent: Mr A Burn, Dr H Tull\n\n1. Declarations of Interest\n\nInterests had been declared as follows:-\n\n   Item 2 – Mr A Burn (Non-Financial)\n   Item 7ii – Dr H Tull (Financial)\n\n2. Roads\n\nNoted.\n";
    let meeting = proposed(paper).meeting;
    assert_eq!(names(&meeting), ["Mr A Burn", "Dr H Tull"]);
    let told: Vec<(&str, usize)> =
        meeting.declarations.iter().map(|told| (told.kind.as_str(), told.items.len())).collect();
    assert_eq!(told, [("non-financial interest", 1), ("financial interest", 0)]);
}

#[test]
fn a_file_of_anything_but_people_is_no_list_of_them() {
    let recipe = b"Plum Tart\n\nFrom: Bryony\nMakes: one tart, 8 slices\n\n- 180 g plain flour\n- 1 egg yolk, beaten\n\nRub the butter into the flour, with salt.\nBake it.\n";
    assert_eq!(people(recipe).unwrap_err(), Refusal::NoPeople);
    assert_eq!(people(b"Cllr Jane Sorrel\nMr R P Tallow\nVacancy\n").unwrap().people.len(), 2);
}
