//! Agendas in forms that other bodies use: how items are numbered, where members stand, what is beside a title,
//! who signs. One small invented paper for each form.

use crate::import::{agenda, left_over, proposed};
use minutebook::domain::meeting::Meeting;
use minutebook::domain::people::Person;
use minutebook::import::report;

/// Body, date, start, venue and contact, a bar between them.
fn head(meeting: &Meeting) -> String {
    let head = &meeting.head;
    let date = head.date.map(|date| date.to_string()).unwrap_or_default();
    let starts = head.starts.map(|time| time.format("%H:%M").to_string()).unwrap_or_default();
    [head.body.as_str(), &date, &starts, &head.venue, &head.contact].join(" | ")
}

fn people(meeting: &Meeting) -> Vec<String> {
    meeting.people.iter().map(Person::full).collect()
}

#[test]
fn a_confidential_paper_with_named_items_and_members_in_bullets_is_read() {
    let paper = "\
BRACKENDALE BOROUGH COUNCIL

CONFIDENTIAL AGENDA

LICENSING COMMITTEE

Date: Tuesday, 5 November 2024
Time: 6.30 p.m.
Venue: Committee Room 2, Civic Offices, Brackendale

Membership:
• Councillor Adele Voss (Chair) (Labour)
• Councillor Sam O'Dowd (Green)

For further information please contact Della Marsh on 01632 960501

PART I – PUBLIC

Item 1 - Apologies for Absence

Item 2 - Licensing Policy (Pages 9 - 40)
Report of the Head of Regulatory Services

PART II – EXEMPT

Item 3 - Driver's Licence (Pages 53 - 60)
";
    let proposal = proposed(paper);
    let meeting = &proposal.meeting;
    let wanted = "Licensing Committee | 2024-11-05 | 18:30 | Committee Room 2, Civic Offices, Brackendale | Della Marsh";
    assert_eq!(head(meeting), wanted);
    assert_eq!(people(meeting), ["Councillor Adele Voss (Chair, Labour)", "Councillor Sam O'Dowd (Green)"]);
    let items = [
        "==  PART I – PUBLIC",
        "1 | Apologies for Absence",
        "2 | Licensing Policy",
        "==  PART II – EXEMPT [restricted]",
        "3 | Driver's Licence [restricted]",
    ];
    assert_eq!(agenda(meeting), items);
    assert_eq!(meeting.items[1].heading.report, "Report of the Head of Regulatory Services");
    assert!(left_over(meeting).is_empty());
    let told = report(&proposal);
    assert!(told.contains("2 members:    Councillor Adele Voss"), "{told}");
    assert!(told.contains("           Report of the Head of Regulatory Services\n"), "{told}");
}

#[test]
fn a_confidential_paper_without_parts_is_restricted() {
    let paper = "VALE BOARD\n\nCONFIDENTIAL AGENDA\n\nDate: 5 November 2024\n\n1. Apologies\n\n2. Claim\n";
    let meeting = proposed(paper).meeting;
    assert_eq!(meeting.head.date.unwrap().to_string(), "2024-11-05");
    let items =
        ["==  CONFIDENTIAL AGENDA [restricted]", "1 | Apologies [restricted]", "2 | Claim [restricted]"];
    assert_eq!(agenda(&meeting), items);
}

#[test]
fn columns_pasted_from_a_word_processor_are_not_titles() {
    let paper = "\
Local Governing Body of St Wystan's Primary School
Wednesday 13th March 2024 at 5.30pm
In the School Library

Governors: Mrs H Pell (Chair), Mr D Osei (Vice Chair), Revd T Lisle

Clerk: Mrs Bettina Crowe

AGENDA

1)\tWelcome and opening prayer\tChair\t(5 mins)
2)\tBudget monitoring\tJM\t(15 mins)
3)\tConfidential business (Part B)\tChair
";
    let meeting = proposed(paper).meeting;
    let wanted = "Local Governing Body of St Wystan's Primary School | 2024-03-13 | 17:30 | School Library | Mrs Bettina Crowe";
    assert_eq!(head(&meeting), wanted);
    assert_eq!(people(&meeting), ["Mrs H Pell (Chair)", "Mr D Osei (Vice Chair)", "Revd T Lisle"]);
    let items = [
        "1 | Welcome and opening prayer",
        "2 | Budget monitoring",
        "3 | Confidential business (Part B) [restricted]",
    ];
    assert_eq!(agenda(&meeting), items);
    assert_eq!(meeting.items[0].heading.text, ["Chair", "(5 mins)"]);
}

#[test]
fn an_agenda_in_the_body_of_a_mail_is_read() {
    let paper = "\
From: Board Secretary <board.secretary@ferncombe.example>
Sent: 02 September 2024 09:14
To: Board members
Subject: Agenda for 12 September

Dear all,

Ferncombe NHS Trust
Board of Directors meeting in public

Thursday 12 September 2024, 10.00 to 12.30
Lecture Theatre, Ferncombe Hospital

11.00   1.0   Welcome               Chair
11.05   2.0   Patient story         Chief Nurse
        Comfort break (10 minutes)
1.15    3.0   Finance, month 4      Finance Officer

Date and time of next meeting: Thursday 14 November 2024 at 10.00

Kind regards,

Odette Farrant
Board Secretary
";
    let meeting = proposed(paper).meeting;
    let wanted =
        "Board of Directors | 2024-09-12 | 10:00 | Lecture Theatre, Ferncombe Hospital | Odette Farrant";
    assert_eq!(head(&meeting), wanted);
    let items =
        ["1.0 | Welcome", "2.0 | Patient story", "-- Comfort break Some(10)", "3.0 | Finance, month 4"];
    assert_eq!(agenda(&meeting), items);
    let planned = meeting.items.iter().map(|item| item.heading.planned.unwrap().format("%H:%M").to_string());
    assert_eq!(planned.collect::<Vec<_>>(), ["11:00", "11:05", "13:15"]);
    assert_eq!(meeting.head.next_meeting.unwrap().to_string(), "2024-11-14");
    assert!(left_over(&meeting).is_empty());
}

#[test]
fn roman_numerals_and_a_list_of_trustees_are_read() {
    let paper = "\
Notice is hereby given that a meeting of the Board of Trustees will be held on Monday 3 June 2024 at 18:00 by Zoom

Trustees:
Olwen Prys (Chair)
Dr Flora Tait
Joanna Lund

I. Welcome
II. Finance
   (a) Accounts
   (b) Reserves
III. Lease of the studio – CONFIDENTIAL
IV. Date of next meeting – Monday 2 September 2024
";
    let meeting = proposed(paper).meeting;
    assert_eq!(people(&meeting), ["Olwen Prys (Chair)", "Dr Flora Tait", "Joanna Lund"]);
    let items = [
        "I | Welcome",
        "II | Finance",
        "III | Lease of the studio – CONFIDENTIAL [restricted]",
        "IV | Date of next meeting",
    ];
    assert_eq!(agenda(&meeting), items);
    assert_eq!(meeting.head.next_meeting.unwrap().to_string(), "2024-09-02");
}

#[test]
fn members_below_a_heading_have_the_body_beside_them_that_sends_them() {
    let paper = "\
TRANSPORT COMMITTEE

Thursday, 20 February 2025 at 2:00pm

Meeting to be held at The Council Chamber, Civic Centre, Tynebridge

Members

Councillor M Garth (Chair)          Elmshire County Council
Councillor P Swale                  City of Tynebridge
Mr C Lowther                        Business Board

                                                     Page No

01   Apologies for Absence

02   Bus Reform                                       7 - 22

     Report of the Director of Transport

03   Zero Emission Fleet                             23 - 30

     Presentation by Hollis Ward, Operations Manager

04   Forward Plan                                    31 - 32

Contact Officer: Governance Team
";
    let meeting = proposed(paper).meeting;
    let wanted = "Transport Committee | 2025-02-20 | 14:00 | Council Chamber, Civic Centre, Tynebridge | Governance Team";
    assert_eq!(head(&meeting), wanted);
    let members = [
        "Councillor M Garth (Chair, Elmshire County Council)",
        "Councillor P Swale (City of Tynebridge)",
        "Mr C Lowther (Business Board)",
    ];
    assert_eq!(people(&meeting), members);
    let items =
        ["01 | Apologies for Absence", "02 | Bus Reform", "03 | Zero Emission Fleet", "04 | Forward Plan"];
    assert_eq!(agenda(&meeting), items);
    assert_eq!(meeting.items[1].heading.report, "Report of the Director of Transport");
    assert_eq!(meeting.items[2].heading.text, ["Presentation by Hollis Ward, Operations Manager"]);
}

#[test]
fn sections_and_papers_beside_titles_are_read() {
    let paper = "\
A meeting of the Academic Board will be held on Wednesday 19 June 2024 at 14.00 in the Senate Suite, Ashby Building.

Secretary: Dr Pia Lindsey (ext. 4410)

AGENDA

Section A: Formal business

A1.\tApologies\tChair
A2.\tMinutes of 13 March 2024\tAB/24/10

Section B: Reserved business

B1.\tHonorary degrees\tAB/24/16
";
    let meeting = proposed(paper).meeting;
    let wanted = "Academic Board | 2024-06-19 | 14:00 | Senate Suite, Ashby Building | Dr Pia Lindsey";
    assert_eq!(head(&meeting), wanted);
    let items = [
        "== A Formal business",
        "A1 | Apologies",
        "A2 | Minutes of 13 March 2024",
        "== B Reserved business [restricted]",
        "B1 | Honorary degrees [restricted]",
    ];
    assert_eq!(agenda(&meeting), items);
}

#[test]
fn a_summons_is_addressed_to_members_and_signed_by_the_clerk() {
    let paper = "\
Clerk to the Council: Mrs Imogen Sallow
The Old School, Back Lane, Thornby, ZZ9 4QT

To: Councillors: A Smith (Chair), B Jones, C Mellor

NOTICE OF MEETING

You are summoned to a meeting of the Finance Committee on Thursday 9 May 2024 in the Memorial Hall commencing at 7:00pm.

Imogen Sallow

Mrs I Sallow, Clerk to the Council
Dated this 2nd day of May 2024

PUBLIC AND PRESS ARE INVITED TO ATTEND

BUSINESS TO BE TRANSACTED

24/31 To receive apologies for absence
24/32 Staffing matters (in committee)
24/33 To note the date of the next meeting – 13 June 2024
";
    let meeting = proposed(paper).meeting;
    let wanted = "Finance Committee | 2024-05-09 | 19:00 | Memorial Hall | Mrs Imogen Sallow";
    assert_eq!(head(&meeting), wanted);
    assert_eq!(meeting.head.published.unwrap().to_string(), "2024-05-02");
    assert_eq!(people(&meeting), ["Councillor A Smith (Chair)", "Councillor B Jones", "Councillor C Mellor"]);
    let items = [
        "24/31 | To receive apologies for absence",
        "24/32 | Staffing matters (in committee) [restricted]",
        "24/33 | To note the date of the next meeting",
    ];
    assert_eq!(agenda(&meeting), items);
    assert!(left_over(&meeting).is_empty(), "{:?}", left_over(&meeting));
}

#[test]
fn a_membership_in_the_paragraph_below_its_heading_is_read() {
    let paper = "\
HARBOUR PARTNERSHIP

MEMBERSHIP

Mr R P Tallow, MBE (Chairman), Captain D Sound, RN, and Professor M Leeward

A1 Introduction

A2 Dredging
(Report by Linden Fenwick, Harbour Engineer)
";
    let meeting = proposed(paper).meeting;
    assert_eq!(
        people(&meeting),
        ["Mr R P Tallow, MBE (Chairman)", "Captain D Sound, RN", "Professor M Leeward"]
    );
    assert_eq!(meeting.items[1].heading.report, "Report by Linden Fenwick, Harbour Engineer");
    assert!(left_over(&meeting).is_empty());
}

#[test]
fn times_alone_are_an_agenda() {
    let paper = "\
Oakmere Town Council
Meeting of the Full Council to be held on Monday 8th July 2024 at 7.00pm in the Town Hall, Oakmere

7.00pm   Welcome
7.05pm   Apologies
7.15pm   Planters
8.15pm   Break
8.25pm   Budget
9.00pm   Close
";
    let meeting = proposed(paper).meeting;
    assert_eq!(agenda(&meeting), [" | Welcome", " | Apologies", " | Planters", "-- Break None", " | Budget"]);
    assert_eq!(meeting.head.ends.unwrap().format("%H:%M").to_string(), "21:00");
}

#[test]
fn the_day_of_a_meeting_without_a_name_and_a_secretary_below_are_read() {
    let paper = "\
GLEN ARDLE COMMUNITY COUNCIL

Agenda for the meeting on Tuesday 14 January 2025, 7.30pm, in the Village Institute

(1) Welcome
(2) Matters arising
    a) Bus shelter
(3) Planning

Notes

Shona Geddes, Secretary
07700 900123
";
    let meeting = proposed(paper).meeting;
    let wanted = "Glen Ardle Community Council | 2025-01-14 | 19:30 | Village Institute | Shona Geddes";
    assert_eq!(head(&meeting), wanted);
    assert_eq!(agenda(&meeting), ["1 | Welcome", "2 | Matters arising", "3 | Planning"]);
    assert_eq!(meeting.head.telephone, "07700 900123");
    assert!(left_over(&meeting).is_empty());
}

#[test]
fn a_leader_begins_a_list_and_an_hour_stands_behind_a_place() {
    let paper = "\
Rushmoor Vale District Council
Cabinet

Tuesday 4th February 2025
Council Offices, Station Road, Rushmoor - 5.30 pm

Leader: Councillor J Pratt
Councillors: K Ames, L Boyd (Deputy Leader)

Agenda

1   Apologies

2   Budget 2025/26 (Pages 7 - 60)

Date Published: 27 January 2025
Alison Wray
Chief Executive

For further information or a copy in large print contact Bea Onslow, Democratic Services, 01632 960444.
";
    let meeting = proposed(paper).meeting;
    let wanted = "Cabinet | 2025-02-04 | 17:30 | Council Offices, Station Road, Rushmoor | Bea Onslow";
    assert_eq!(head(&meeting), wanted);
    let members = ["Councillor J Pratt (Leader)", "Councillor K Ames", "Councillor L Boyd (Deputy Leader)"];
    assert_eq!(people(&meeting), members);
    assert_eq!(agenda(&meeting), ["1 | Apologies", "2 | Budget 2025/26"]);
}

#[test]
fn days_are_read_in_welsh_and_in_two_languages_at_once() {
    let paper = "CYNGOR CYMUNED GLANYRAFON / GLANYRAFON COMMUNITY COUNCIL\n\n\
        Dyddiad yr Hysbysiad / Date of Notice: 20 Ionawr / January 2022\n\n\
        Dyddiad / Date: Nos Iau, 27 Ionawr / Thursday, 27 January 2022\nAmser / Time: 7.00 pm\n\nAGENDA\n\n\
        1. Ymddiheuriadau / Apologies\n\n2. Cofnodion / Minutes\n\n3. Dyddiad y cyfarfod nesaf / Date of next meeting: 3 o Fawrth 2022\n";
    let read = minutebook::import::read(paper.as_bytes()).unwrap();
    let head = &read.meeting.head;
    let days = [head.published, head.date, head.next_meeting].map(|day| day.unwrap().to_string());
    assert_eq!(days, ["2022-01-20", "2022-01-27", "2022-03-03"]);
    assert!(read.meeting.left_over.is_empty(), "{:?}", read.meeting.left_over);
}

#[test]
fn small_roman_numerals_behind_hours_are_items() {
    let paper = "\
THE WHARF MUSEUM TRUST (Registered charity 000000)

When: Wed 14 Oct 2026, 6.15pm for 6.30pm
Where: The Boathouse, Wharf Lane, Marlby (and on Teams)

ORDER OF BUSINESS

6.30   i.    Welcome and apologies
6.35   ii.   Conflicts of interest
6.40   iii.  Minutes and action log
6.50   iv.   Conservation of the steam launch
             Trustees are invited to:
             - approve the quotation of £18,400 from Tarn & Sons; and
             - note the timetable.
7.10   v.    Finance
             a. Management accounts
             b. Reserves policy
             It is recommended that the reserves policy be adopted.
7.40   vi.   Volunteers' handbook
";
    let meeting = proposed(paper).meeting;
    let place = "The Boathouse, Wharf Lane, Marlby (and on Teams)";
    assert_eq!(head(&meeting), format!("The Wharf Museum Trust | 2026-10-14 | 18:30 | {place} | "));
    let items = [
        "i | Welcome and apologies",
        "ii | Conflicts of interest",
        "iii | Minutes and action log",
        "iv | Conservation of the steam launch",
        "v | Finance",
        "vi | Volunteers' handbook",
    ];
    assert_eq!(agenda(&meeting), items);
    let parts = ["approve the quotation of £18,400 from Tarn & Sons; and", "note the timetable."];
    assert_eq!(meeting.items[3].heading.recommendations[0].parts, parts);
    assert_eq!(meeting.items[4].heading.text, ["a. Management accounts", "b. Reserves policy"]);
    assert_eq!(meeting.items[4].heading.recommendations.len(), 1);
}

#[test]
fn small_letters_are_items_where_nothing_else_is_numbered() {
    let paper = "Hatch Allotment Society committee\n\n3 June 2026 at 7.30 pm\n\nAgenda\n\na) Apologies\nb) Minutes of 1 April\nc) Rents\nd) Gate\n";
    let items = ["a | Apologies", "b | Minutes of 1 April", "c | Rents", "d | Gate"];
    assert_eq!(agenda(&proposed(paper).meeting), items);
}

#[test]
fn a_mail_whose_subject_says_when_is_read_and_the_day_is_a_guess() {
    let paper = "\
From: Clerk <clerk@stokemarsh.example>
Sent: 02 March 2026 09:14
To: Parish Councillors
Subject: Agenda for Planning Cttee, Mon 9 March 2026, 7pm

Dear all

Please find below the agenda for Monday.

- Apologies for absence
- Declarations of interest
- To approve the minutes of 9 February 2026 (attached)
- Planning applications
    26/00114/FUL  3 Church Row - single storey extension
      Officer recommendation: no objection, subject to matching brick.
    26/00121/LBC  The Old Forge - replacement windows
      RECOMMENDED: That the Committee objects on the ground of harm to the listed building.
- Street naming, Mill Field
";
    let read = proposed(paper);
    assert_eq!(head(&read.meeting), "Planning Cttee | 2026-03-09 | 19:00 |  | ");
    let line = read.lines.iter().find(|line| line.text.starts_with("Subject")).unwrap();
    assert_eq!(line.sure, minutebook::import::Sure::Guessed);
    let applications = &read.meeting.items[3].heading;
    let recommended: Vec<&str> = applications.recommendations.iter().map(|one| one.text.as_str()).collect();
    let wanted = [
        "no objection, subject to matching brick.",
        "That the Committee objects on the ground of harm to the listed building.",
    ];
    assert_eq!(recommended, wanted);
    assert_eq!(applications.text.len(), 2, "{:?}", applications.text);
}

#[test]
fn a_column_may_say_what_is_recommended() {
    let paper = "\
# North Fen Drainage Board
## Asset Panel — agenda, 21 May 2026, 10:00, Pump House Meeting Room

| Ref | Business | Lead | Ask |
|-----|----------|------|-----|
| AP/26/31 | Apologies | Chair | - |
| AP/26/32 | Telemetry renewal | Engineer | Recommended: that the contract be awarded to the lowest tenderer |
| AP/26/33 | Weed cutting | Engineer | To receive |
";
    let meeting = proposed(paper).meeting;
    assert_eq!(head(&meeting), "Asset Panel | 2026-05-21 | 10:00 | Pump House Meeting Room | ");
    let heading = &meeting.items[1].heading;
    assert_eq!(heading.recommendations[0].text, "that the contract be awarded to the lowest tenderer");
    assert_eq!(heading.text, ["Lead: Engineer"]);
    assert_eq!(meeting.items[0].heading.text, ["Lead: Chair"]);
}

#[test]
fn bars_without_a_frame_part_columns_and_a_committee_without_a_name_is_somebodys() {
    let paper = "\
Agenda

Body: Carrick Foundation Grants Panel
Meeting date: 2026-11-12
Time: 14:00-16:00

01 | Welcome | Chair | 5 min
02 | Declarations of conflict | All | 5 min
03 | Applications over £50k | Programme team | 60 min
     Recommendation: fund A-17 and A-22; defer A-31 to January.
04 | Policy: reserves | Finance | 20 min
     The Panel is requested to review and approve the reserves policy.
";
    let meeting = proposed(paper).meeting;
    assert_eq!(head(&meeting), "Carrick Foundation Grants Panel | 2026-11-12 | 14:00 |  | ");
    let items = [
        "01 | Welcome",
        "02 | Declarations of conflict",
        "03 | Applications over £50k",
        "04 | Policy: reserves",
    ];
    assert_eq!(agenda(&meeting), items);
    assert_eq!(meeting.items[0].heading.text, ["Chair", "5 min"]);
    let recommended = &meeting.items[2].heading.recommendations[0];
    assert_eq!(recommended.text, "fund A-17 and A-22; defer A-31 to January.");
    let club = "LOWER WEIR RESIDENTS' ASSOCIATION\nCommittee meeting\nTues. 3rd Nov. 2026   7.45 p.m.   Scout Hut, Weir Lane\n\n(1)  Apologies\n(2)  Last time's minutes\n(3)  Treasurer\n";
    assert_eq!(
        head(&proposed(club).meeting),
        "Committee of Lower Weir Residents' Association | 2026-11-03 | 19:45 | Scout Hut, Weir Lane | "
    );
}
