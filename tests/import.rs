//! Import as a clerk meets it: a paper in, a meeting out. One small invented paper for each layout.

use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::Kind;
use minutebook::domain::people::Person;
use minutebook::import::{Proposal, Refusal, Sure, read, report};

/// What was read from a paper that can be read.
pub fn proposed(text: &str) -> Proposal {
    read(text.as_bytes()).unwrap()
}

/// Parts, items and breaks, a line each.
pub fn agenda(meeting: &Meeting) -> Vec<String> {
    let mut lines = Vec::new();
    let mut part = None;
    for item in &meeting.items {
        if item.heading.part != part {
            part = item.heading.part;
            let part = meeting.part(part.unwrap()).unwrap();
            let restricted = if part.restricted { " [restricted]" } else { "" };
            lines.push(format!("== {} {}{restricted}", part.label, part.title));
        }
        let restricted = if meeting.is_restricted(item) { " [restricted]" } else { "" };
        let minute = item.heading.number.map(|number| format!("{number} ")).unwrap_or_default();
        lines.push(format!("{minute}{} | {}{restricted}", item.heading.label, item.heading.title));
        for pause in meeting.breaks.iter().filter(|pause| pause.after == Some(item.id)) {
            lines.push(format!("-- {} {:?}", pause.title, pause.minutes));
        }
    }
    lines
}

/// The blocks of an item, each as its kind, level and words.
pub fn blocks(meeting: &Meeting, item: usize) -> Vec<String> {
    let mark = |kind: &Kind| match kind {
        Kind::Paragraph => "P",
        Kind::Bullet => "B",
        Kind::Resolution => "R",
        Kind::Action => "A",
        Kind::Motion(_) => "M",
        _ => "-",
    };
    let blocks = meeting.items[item].minutes.iter();
    blocks.map(|block| format!("{}{} {}", mark(&block.kind), block.level, block.text)).collect()
}

/// The lines that nobody understood.
pub fn left_over(meeting: &Meeting) -> Vec<&str> {
    meeting.left_over.iter().map(|line| line.text.as_str()).collect()
}

const PACK: &str = "\
AGENDA

WELLOW AND CHALFORD FLOOD PARTNERSHIP

Thursday, 18th May, 2023, at 10.00 am          Ask for:     Petra Lamb
Darby Room, Town Hall, Wellow                  Telephone    01632 960001

UNRESTRICTED ITEMS

(During these items the meeting is likely to be open to the public)

A. Partnership Business

A1 Introduction

- A2 Minutes of the meeting held on 9 February 2023 (Pages 1 6)

B - Matters for Decision

B1      Culverts at Mill Lane: arrangements for                (Pages 7 - 10)
        the winter

COMFORT BREAK for 10 minutes

C1 Date of next meeting

The next meeting will be held on 14 September 2023 at 10.00 am.

D -RESTRICTED ITEM(S)

Meeting not open to the press and public

D1 Purchase of a pump

13:00 Meeting to Close

Wednesday, 10 May 2023

A line about parking.

WELLOW AND CHALFORD FLOOD PARTNERSHIP

NOTES of a meeting of the Wellow and Chalford Flood Partnership held online on Thursday, 9 February 2023.

PRESENT: Mr P Ashe, OBE (Chairman), Mr M Birch Mrs C Cane, Mrs V Dell, MBE and Cllr R Elm,

IN ATTENDANCE: Petra Lamb (Clerk)

11. Introduction

(Item A1)

12. Culverts *(Item B1)*

Mr Ashe asked how deep the water had been in the

lower field.

The following was noted:

- it was deep; and
- it was cold.

RESOLVED to:

- A. to thank the engineers; and
- B. to note the report.

From: Petra Lamb, Clerk
To: Wellow and Chalford Flood Partnership
Subject: Culverts

1. Background

1.1 It rained.
";

#[test]
fn a_pack_of_lettered_items_is_read() {
    let found = proposed(PACK);
    let meeting = &found.meeting;
    let wanted = [
        "== A Partnership Business",
        "A1 | Introduction",
        "A2 | Minutes of the meeting held on 9 February 2023",
        "== B Matters for Decision",
        "B1 | Culverts at Mill Lane: arrangements for the winter",
        "-- Comfort break Some(10)",
        "C1 | Date of next meeting",
        "== D RESTRICTED ITEM(S) [restricted]",
        "D1 | Purchase of a pump [restricted]",
    ];
    assert_eq!(agenda(meeting), wanted);
    let head = &meeting.head;
    assert_eq!(head.body, "Wellow and Chalford Flood Partnership");
    assert_eq!(head.date.unwrap().to_string(), "2023-05-18");
    assert_eq!(head.starts.unwrap().to_string(), "10:00:00");
    assert_eq!(head.ends.unwrap().to_string(), "13:00:00");
    assert_eq!(head.venue, "Darby Room, Town Hall, Wellow");
    assert_eq!((head.contact.as_str(), head.telephone.as_str()), ("Petra Lamb", "01632 960001"));
    assert_eq!(head.published.unwrap().to_string(), "2023-05-10");
    assert_eq!(head.next_meeting.unwrap().to_string(), "2023-09-14");
    assert_eq!(meeting.items[1].heading.pages, "1 - 6");
    assert_eq!(
        meeting.part(meeting.items[4].heading.part.unwrap()).unwrap().statement,
        "Meeting not open to the press and public"
    );
    assert!(meeting.is_untouched());
}

#[test]
fn earlier_minutes_in_a_pack_are_a_meeting_of_their_own() {
    let found = proposed(PACK);
    let [earlier] = found.earlier.as_slice() else { panic!("one earlier meeting") };
    assert_eq!(earlier.head.noun, "Notes");
    assert_eq!(earlier.head.date.unwrap().to_string(), "2023-02-09");
    assert_eq!(agenda(earlier), ["11 A1 | Introduction", "12 B1 | Culverts"]);
    let names: Vec<String> = earlier.people.iter().map(Person::full).collect();
    assert_eq!(
        names,
        [
            "Mr P Ashe, OBE (Chairman)",
            "Mr M Birch",
            "Mrs C Cane",
            "Mrs V Dell, MBE",
            "Cllr R Elm",
            "Petra Lamb (Clerk)"
        ]
    );
    assert!(earlier.people.iter().all(|person| earlier.attended(person.id)));
    let wanted = [
        "P0 Mr Ashe asked how deep the water had been in the lower field.",
        "P0 The following was noted:",
        "B0 it was deep; and",
        "B0 it was cold.",
        "R0 to:",
        "R1 to thank the engineers; and",
        "R1 to note the report.",
    ];
    assert_eq!(blocks(earlier, 1), wanted);
}

#[test]
fn nothing_vanishes_silently() {
    let found = proposed(PACK);
    let told = "Lines 69 to 75 are reports of the pack and were not read.";
    assert_eq!(left_over(&found.meeting), ["A line about parking.", told]);
    assert_eq!(found.notes, [told]);
    let printed: Vec<usize> =
        (1..).zip(PACK.lines()).filter(|(_, line)| !line.is_empty()).map(|(number, _)| number).collect();
    let read: Vec<usize> = found.lines.iter().map(|line| line.line as usize).collect();
    assert_eq!(read, printed);
    let text = report(&found);
    for words in [
        "Wellow and Chalford Flood Partnership",
        "13:00",
        "A line about parking.",
        "reports of the pack",
        "7 items",
    ] {
        assert!(text.contains(words) || words == "7 items", "{words} in {text}");
    }
}

#[test]
fn markdown_is_read() {
    let paper = "\
# Harbour Users’ Group

- **Date:** Tuesday 4/2/2025
- **Time:** 2pm – 4pm
- **Place:** The Net Loft
- **Secretary:** Sal Finn <sal@harbour.example>

| Member | For |
|---|---|
| Hal Trew | Fishing |
| *vacant* | Rowing |

### Opening

1. Welcome
2. Notes of the last meeting ([draft](https://harbour.example/notes.pdf))
   - [ ] Hal – a lifebuoy

### Members only

> Taken without visitors.

3. **Berth 14** – paper A

---

**Next meeting:** 6/5/2025
";
    let found = proposed(paper);
    let wanted = [
        "==  Opening",
        "1 | Welcome",
        "2 | Notes of the last meeting",
        "==  Members only [restricted]",
        "3 | Berth 14 [restricted]",
    ];
    assert_eq!(agenda(&found.meeting), wanted);
    let head = &found.meeting.head;
    assert_eq!((head.body.as_str(), head.contact.as_str()), ("Harbour Users’ Group", "Sal Finn"));
    assert_eq!(head.email, "sal@harbour.example");
    assert_eq!(head.date.unwrap().to_string(), "2025-02-04");
    assert_eq!(head.next_meeting.unwrap().to_string(), "2025-05-06");
    assert_eq!(found.meeting.items[2].heading.text, ["paper A"]);
    assert_eq!(found.meeting.people[0].full(), "Hal Trew (Fishing)");
    assert_eq!(found.meeting.people.len(), 1);
}

#[test]
fn a_timed_table_is_read() {
    let paper = "\
              Fenmouth NHS Trust Board

              Thursday 28 September 2023, 9.30am – 12.45pm

 Time     No.    Item                             Lead

 OPENING BUSINESS

 9.30     1.1    Welcome                          Chair

 9.40     1.2    Annual report on the work        Chief
                 of the wards                     Executive

 11.35           BREAK (15 minutes)

 12.45           Close

 PART 2 – PRIVATE SESSION

 1.15     P1     Heads of terms                   Chair
";
    let found = proposed(paper);
    let wanted = [
        "==  OPENING BUSINESS",
        "1.1 | Welcome",
        "1.2 | Annual report on the work of the wards",
        "-- Break Some(15)",
        "==  PART 2 – PRIVATE SESSION [restricted]",
        "P1 | Heads of terms [restricted]",
    ];
    assert_eq!(agenda(&found.meeting), wanted);
    assert_eq!(found.meeting.items[0].heading.planned.unwrap().to_string(), "09:30:00");
    assert_eq!(found.meeting.items[2].heading.planned.unwrap().to_string(), "13:15:00");
}

#[test]
fn a_summons_is_read() {
    let paper = "\u{feff}HEDGEWICK PARISH COUNCIL\r
Clerk: Mrs Bryony Satt, 2 Forge Row, Hedgewick\r
\r
You are hereby summoned to attend the MEETING of HEDGEWICK PARISH COUNCIL to be held in the Village Hall, Church Lane on WEDNESDAY 13TH NOVEMBER 2024 at 7.30 p.m. for the business below.\r
\r
A G E N D A\r
\r
1.\tApologies\r
\tTo receive apologies.\r
\r
2.\tPlanning\r
\ta)\t25/00341 – Elm Bank\r
\tb)\t25/00358 – The Granary\r
\r
3.\tCo-option – to fill one vacancy\r
\r
4.\tExclusion of the public and press\r
\r
5.\tThe groundsman’s contract\r
\r
NOTES\r
1. Please be on time.\r
";
    let found = proposed(paper);
    let wanted = [
        "1 | Apologies",
        "2 | Planning",
        "3 | Co-option",
        "4 | Exclusion of the public and press",
        "5 | The groundsman’s contract [restricted]",
    ];
    assert_eq!(agenda(&found.meeting), wanted);
    assert_eq!(found.meeting.head.body, "Hedgewick Parish Council");
    assert_eq!(found.meeting.head.contact, "Mrs Bryony Satt");
    assert_eq!(found.meeting.head.venue, "Village Hall, Church Lane");
    assert_eq!(found.meeting.items[1].heading.text, ["a) 25/00341 – Elm Bank", "b) 25/00358 – The Granary"]);
    assert_eq!(left_over(&found.meeting), ["1. Please be on time."]);
}

#[test]
fn a_second_language_is_not_a_second_item() {
    let paper = "\
A meeting of the Scrutiny Committee will be held in the Chamber, County Hall at 10.00 am on Thursday, 27 January 2022.

AGENDA

RHAN 1 – CYHOEDDUS
PART 1 – PUBLIC

(1)  YMDDIHEURIADAU
     APOLOGIES

(2)  COFNODION  (Tudalennau 5 - 14)
     MINUTES  (Pages 5 - 14)

RHAN 2 – EITEMAU CYFRINACHOL
PART 2 – CONFIDENTIAL ITEMS

(3)  PRYDLES
     LEASE
";
    let found = proposed(paper);
    let labels: Vec<&str> = found.meeting.items.iter().map(|item| item.heading.label.as_str()).collect();
    assert_eq!(labels, ["1", "2", "3"]);
    assert!(found.meeting.is_restricted(&found.meeting.items[2]));
    assert!(!found.meeting.is_restricted(&found.meeting.items[1]));
    assert_eq!(found.meeting.items[0].heading.text, ["APOLOGIES"]);
    assert_eq!(found.meeting.head.venue, "Chamber, County Hall");
}

#[test]
fn what_is_no_agenda_is_refused_in_words() {
    let recipe = "Plum Tart\n\nYou will need\n\n- 180 g flour\n- 2 eggs\n\nPart 1 - the pastry\n\nRub the butter in.\n\nPart 2 - the filling\n\nBeat the eggs.\n";
    let refused = read(recipe.as_bytes()).unwrap_err();
    assert!(refused.to_string().contains("no agenda items found"), "{refused}");
    assert_eq!(read(b""), Err(Refusal::Empty));
    assert_eq!(read(b" \n\t\n"), Err(Refusal::Empty));
    for (bytes, what) in [(&b"%PDF-1.7"[..], "PDF"), (b"PK\x03\x04xyz", "Word"), (b"a\0b", "binary")] {
        let refused = read(bytes).unwrap_err().to_string();
        assert!(refused.contains(what) && refused.contains("text"), "{refused}");
    }
}

#[test]
fn guesses_are_told_from_what_was_recognised() {
    let found =
        proposed("AGENDA\n\nWEALD BOARD\n\n4 May 2023\n\nThe Old Library\n\n1. Apologies\n\n2. Bins\n");
    let guessed: Vec<&str> =
        found.lines.iter().filter(|line| line.sure == Sure::Guessed).map(|line| line.text.as_str()).collect();
    assert_eq!(guessed, ["The Old Library"]);
    assert!(report(&found).contains("the venue: The Old Library"));
}

#[test]
fn a_list_without_numbers_is_guessed_to_be_the_agenda() {
    let found = proposed(
        "Allotment Committee\n\nAgenda for Tuesday 5 March 2024 at 7pm\n\n- Apologies\n- Hedges\n- Any other business\n",
    );
    assert_eq!(agenda(&found.meeting), [" | Apologies", " | Hedges", " | Any other business"]);
    assert_eq!(found.lines.iter().filter(|line| line.sure == Sure::Guessed).count(), 3);
    assert_eq!(found.meeting.head.body, "Allotment Committee");
}
