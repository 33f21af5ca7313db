//! Heads of every kind: what they say, and what is none of it.

use super::*;
use crate::import::paper::lines;

/// Authority, body, day, start and venue, a bar between them.
fn read(text: &str) -> String {
    let lines = lines(text);
    let front = Front::read(&lines, &mut Ledger::new(999));
    let head = &front.head;
    let day = head.date.map(|day| day.to_string()).unwrap_or_default();
    let starts = head.starts.map(|time| time.format("%H:%M").to_string()).unwrap_or_default();
    [front.authority.as_str(), &head.body, &day, &starts, &head.venue].join(" | ")
}

#[test]
fn heads_of_every_kind_are_read() {
    for (text, wanted) in [
        (
            "ELMHAM TOWN COUNCIL\nFINANCE COMMITTEE\n\nAGENDA\n\nTuesday 9 May 2023\n7.00 pm, Garden Room, Elmham Town Hall",
            "Elmham Town Council | Finance Committee | 2023-05-09 | 19:00 | Garden Room, Elmham Town Hall",
        ),
        (
            "Elmham Parish Council\n\nWhen\n25/4/23\n\nTime: 1830\nWhere: Village Hall",
            "Elmham Parish Council | Elmham Parish Council | 2023-04-25 | 18:30 | Village Hall",
        ),
        (
            "| Date | 05.05.15 |\n| Time | 18.30hrs |\n| Venue | Zoom |\n\nAudit Panel minutes",
            " | Audit Panel | 2015-05-05 | 18:30 | Zoom",
        ),
        (
            "CITY OF CEDAR RIDGE\nREGULAR MEETING OF THE PLANNING COMMISSION\nCITY HALL COUNCIL CHAMBERS, 123 Main Street\nTuesday, May 9, 2023 - 7:00 P.M.",
            "City of Cedar Ridge | Planning Commission | 2023-05-09 | 19:00 | CITY HALL COUNCIL CHAMBERS, 123 Main Street",
        ),
        (
            "Town of Pine Point\nBoard of Selectmen\nTuesday 5/9/2023 at 6 o'clock",
            "Town of Pine Point | Board of Selectmen | 2023-05-09 | 18:00 | ",
        ),
        ("# TSC Meeting 2023-05-09\n\n- Location: Google Meet", " | TSC | 2023-05-09 |  | Google Meet"),
        (
            "---\ntitle: Board Notes\ndate: 2023-05-20\n---\n# Open Elm Foundation – Board of Directors\n\n9 May 2023, 17:00",
            "Open Elm Foundation | Board of Directors | 2023-05-09 | 17:00 | ",
        ),
        (
            "Wellow District Council\nAgenda\nCabinet - Tuesday, 9th May, 2023 6.30 pm\nVenue: Council Chamber. View directions",
            "Wellow District Council | Cabinet | 2023-05-09 | 18:30 | Council Chamber",
        ),
        (
            "On 2 May 2023, Ann Reed wrote:\n> Harbour Rowing Club\n> Race Committee\n>\n> Date: 9 May 2023\n> Time: noon\n> Place: Boathouse, Quay Lane",
            "Harbour Rowing Club | Race Committee | 2023-05-09 | 12:00 | Boathouse, Quay Lane",
        ),
        (
            "NOTICE IS HEREBY GIVEN that the School Board will meet on Tuesday, May 9, 2023 at 7:00 p.m. in the Library.\n\nPosted: May 4, 2023",
            " | School Board | 2023-05-09 | 19:00 | Library",
        ),
        (
            "Minutes of a meeting of the Senate held via Microsoft Teams on Tuesday 9th May 2023 at 2.15 pm",
            " | Senate | 2023-05-09 | 14:15 | Microsoft Teams",
        ),
        (
            "Comhairle Contae Dhún\nDún County Council\n\nDé Máirt, 9 Bealtaine 2023 at 3pm",
            "Dún County Council | Dún County Council | 2023-05-09 | 15:00 | ",
        ),
        (
            "University of Elmham            Ask for: Ann Reed\nResearch Committee              Tel: 01632 960001\n\nDate:   9 May 2023",
            "University of Elmham | Research Committee | 2023-05-09 |  | ",
        ),
    ] {
        assert_eq!(read(text), wanted, "{text}");
    }
}

#[test]
fn what_is_of_another_day_or_place_is_not_taken() {
    for (text, wanted) in [
        ("Elm Parish Council\n\nPublished: 4 May 2023", "Elm Parish Council | Elm Parish Council |  |  | "),
        (
            "Elm Parish Council\n\nDate of next meeting: 4 May 2023",
            "Elm Parish Council | Elm Parish Council |  |  | ",
        ),
        (
            "Home | News | Planning Committee | Contact\nElm Parish Council\n\nLast updated 4 May 2023",
            "Elm Parish Council | Elm Parish Council |  |  | ",
        ),
        (
            "Elm Parish Council\n\nMinutes of the last meeting held on 4 April 2023 are attached.",
            "Elm Parish Council | Elm Parish Council |  |  | ",
        ),
        (
            "Elm Parish Council\nPre-meeting at 6.30 pm in Committee Room 1\n\n9 May 2023 at 7 pm",
            "Elm Parish Council | Elm Parish Council | 2023-05-09 | 19:00 | ",
        ),
    ] {
        assert_eq!(read(text), wanted, "{text}");
    }
}
