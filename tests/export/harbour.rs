//! A meeting that has everything, of a body that does not exist.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use minutebook::domain::agenda::{Heading, Item, LeftOver, Outcome, Part};
use minutebook::domain::id::*;
use minutebook::domain::meeting::{Course, Head, Meeting, Moment, Numbering, Status, Turn};
use minutebook::domain::minutes::{Block, Kind, Thought};
use minutebook::domain::motions::{Decision, Motion, Vote};
use minutebook::domain::people::*;
use minutebook::domain::review::{Answer, Remark, Says, Settled, Subject};

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 11, 16).unwrap()
}

pub fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    day().and_time(time(hour, minute))
}

fn person(id: u32, name: &str, short: &str, role: &str, membership: Membership) -> Person {
    Person { short: short.into(), role: role.into(), membership, ..Person::new(PersonId(id), name) }
}

fn people() -> Vec<Person> {
    use Membership::*;
    let officer = Person {
        post: "Harbour Engineer".into(),
        organisation: "Saltmarsh District Council".into(),
        ..person(8, "Ms L Fenwick", "Ms Fenwick", "", Officer)
    };
    let guest =
        Person { organisation: "Wherry & Sons".into(), ..person(9, "Mr D Wherry", "Mr Wherry", "", Guest) };
    vec![
        person(1, "Mrs E Quill", "Mrs Quill", "Vice-Chairman", Member),
        person(2, "Mr R P Tallow, MBE", "Mr Tallow", "Chairman", Member),
        person(3, "Cllr J Marram", "Cllr Marram", "", Member),
        person(4, "Ms A Oake", "A Oake", "", Member),
        person(5, "Mrs A Oake", "A Oake", "", Member),
        person(6, "Dr P Staithe", "", "", Member),
        person(7, "Mr N Groyne", "", "", Substitute),
        officer,
        guest,
    ]
}

fn movement(id: u32, person: u32, what: Move, item: Option<u32>, when: Option<NaiveTime>) -> Movement {
    Movement {
        id: MovementId(100 + id),
        person: PersonId(person),
        what,
        item: item.map(ItemId),
        after: None,
        at: when,
        mode: Mode::Room,
        why: String::new(),
    }
}

fn attendance() -> Vec<Movement> {
    let mut log: Vec<Movement> =
        [1, 2, 3, 4, 5, 7, 8].into_iter().map(|id| movement(id, id, Move::Present, None, None)).collect();
    log[4].mode = Mode::Online;
    log.extend([
        movement(20, 9, Move::Arrived, Some(203), Some(time(10, 25))),
        movement(21, 3, Move::Withdrew, Some(204), Some(time(11, 5))),
        movement(22, 3, Move::Returned, Some(204), Some(time(11, 15))),
        Movement {
            why: "to catch the ferry".into(),
            ..movement(23, 9, Move::Left, Some(204), Some(time(11, 20)))
        },
        Movement {
            why: "to speak to the widow of the skipper".into(),
            ..movement(24, 4, Move::Left, Some(207), Some(time(12, 20)))
        },
    ]);
    log
}

fn item(id: u32, label: &str, part: u32, title: &str, minutes: Vec<Block>) -> Item {
    let heading =
        Heading { label: label.into(), title: title.into(), part: Some(PartId(part)), ..Heading::default() };
    Item { id: ItemId(id), heading, minutes }
}

fn block(id: u32, kind: Kind, level: u8, text: &str) -> Block {
    Block { kind, level, ..Block::paragraph(BlockId(300 + id), text) }
}

fn begun(block: Block, hour: u32, minute: u32) -> Block {
    Block { begun: Some(at(hour, minute)), ..block }
}

fn secret(block: Block) -> Block {
    Block { restricted: true, ..block }
}

fn motion(decision: Decision, vote: Vote) -> Kind {
    let (mover, seconder) = (Some(PersonId(1)), Some(PersonId(7)));
    Kind::Motion(Box::new(Motion { mover, seconder, decision, vote, ..Motion::default() }))
}

fn dredging() -> Vec<Block> {
    use Kind::*;
    vec![
        begun(
            block(
                1,
                Paragraph,
                0,
                "Ms Fenwick (Harbour Engineer) introduced the report on the winter dredging. The channel had \
                 silted by 0.4 metres since the spring survey, and the fairway buoys would have to be moved.",
            ),
            10,
            20,
        ),
        begun(block(2, Paragraph, 0, "In response to questions the Partnership:"), 10, 30),
        block(
            3,
            Paragraph,
            1,
            "noted that the survey was published at https://survey.saltmarsh-harbour.example/channel/2023/autumn/soundings-and-tides.pdf, and that it would be repeated;",
        ),
        block(4, Paragraph, 1, "asked for prices."),
        begun(block(5, Note, 0, "ask Fenwick which contractor she meant"), 10, 34),
        begun(
            secret(block(6, Paragraph, 0, "The lowest tender was that of Pollard Marine, at £41,200.")),
            10,
            40,
        ),
        block(7, Bullet, 0, "Pollard had been late in 2019."),
        begun(block(8, Paragraph, 0, "The Chair thanked the crew of the survey boat."), 10, 45),
        block(9, Bullet, 0, "a letter would be sent;"),
        block(10, Bullet, 0, "the crew would be invited to the spring meeting."),
        block(11, Paragraph, 0, "  "),
        begun(block(12, Resolution, 0, "to:"), 10, 50),
        block(13, Resolution, 1, "note the survey;"),
        block(14, Resolution, 1, "approve dredging in January."),
        block(15, Action, 0, "Ms Fenwick and Mr Groyne to write to the crew by 1 December"),
    ]
}

fn dues() -> Vec<Block> {
    let hands = Vote::Hands { for_: 4, against: 1, abstained: 0 };
    let recorded = Vote::Recorded {
        for_: vec![PersonId(1)],
        against: vec![PersonId(2), PersonId(4), PersonId(5)],
        abstained: vec![],
    };
    vec![
        begun(
            block(30, Kind::Paragraph, 0, "The Partnership considered the dues for visiting yachts."),
            11,
            0,
        ),
        begun(block(31, motion(Decision::Lost, recorded), 0, "That the dues be doubled."), 11, 10),
        begun(
            block(32, motion(Decision::Carried, hands), 0, "That the dues be raised by 2 per cent."),
            11,
            25,
        ),
        block(33, Kind::Recommendation, 0, "that the District Council confirm the dues."),
    ]
}

fn items() -> Vec<Item> {
    let pilot = vec![
        begun(
            block(40, Kind::Paragraph, 0, "Members heard of the collision with the trawler Heron."),
            12,
            15,
        ),
        block(41, Kind::Resolution, 0, "to settle the claim."),
        block(42, Kind::Action, 0, "Mr Groyne to instruct counsel"),
    ];
    let mut list = vec![
        item(201, "A1", 11, "Apologies", vec![]),
        item(202, "A2", 11, "Declarations of Interest", vec![]),
        item(203, "B1", 12, "Winter Dredging", dredging()),
        item(204, "B2", 12, "Harbour Dues", dues()),
        item(205, "B3", 12, "Slipway Lighting", vec![]),
        item(
            206,
            "C1",
            13,
            "Date of the next meeting",
            vec![block(39, Kind::Procedural, 0, "The Vice-Chairman presided for this item.")],
        ),
        item(207, "D1", 14, "Pilotage Claim: Heron", pilot),
        item(
            208,
            "D2",
            14,
            "Crane Lease",
            vec![begun(block(50, Kind::Resolution, 0, "to end the lease."), 12, 40)],
        ),
    ];
    list[2].heading.report = "Report by Ms L Fenwick, Harbour Engineer".into();
    list[4].heading.outcome = Outcome::Deferred;
    list
}

fn declarations() -> Vec<Declaration> {
    let declared = |id: u32, person, items: &[u32], kind: &str, nature: &str, conduct| Declaration {
        id: DeclarationId(400 + id),
        person: PersonId(person),
        items: items.iter().copied().map(ItemId).collect(),
        during: None,
        kind: kind.into(),
        nature: nature.into(),
        sensitive: false,
        conduct,
    };
    vec![
        declared(
            1,
            3,
            &[204],
            "disclosable pecuniary interest",
            "he keeps a boat in the harbour",
            Conduct::Withdrew,
        ),
        declared(2, 5, &[203, 204], "other interest", "", Conduct::TookPart),
        declared(3, 1, &[207, 208], "personal interest", "she is a cousin of the skipper", Conduct::Silent),
    ]
}

pub fn meeting() -> Meeting {
    let part = |id, label: &str, title: &str, restricted| Part {
        id: PartId(id),
        label: label.into(),
        title: title.into(),
        restricted,
        statement: String::new(),
    };
    let moment = |turn, hour, minute| Moment::new(turn, at(hour, minute));
    Meeting {
        head: Head {
            body: "Saltmarsh Harbour Partnership".into(),
            noun: "Notes".into(),
            date: Some(day()),
            starts: Some(time(10, 0)),
            venue: "the Old Customs House, Saltmarsh Quay".into(),
            contact: "Sorrel Lanyon".into(),
            telephone: "01632 960147".into(),
            next_meeting: NaiveDate::from_ymd_opt(2024, 3, 14),
            numbering: Numbering { first: Some(27), count_empty: false, ..Numbering::default() },
            ..Head::default()
        },
        course: Course {
            status: Status::Closed,
            recording: None,
            moments: vec![
                moment(Turn::Opened, 10, 0),
                moment(Turn::Adjourned, 11, 30),
                moment(Turn::Resumed, 11, 41),
                moment(Turn::Closed, 12, 47),
            ],
            ..Course::default()
        },
        people: people(),
        attendance: attendance(),
        apologies: vec![Apology { id: ApologyId(90), person: PersonId(6), substitute: Some(PersonId(7)) }],
        declarations: declarations(),
        parts: vec![
            part(11, "A", "Committee Business", false),
            part(12, "B", "Matters for Discussion", false),
            part(13, "C", "Matters for Information", false),
            Part {
                statement: "Meeting not open to the press and public".into(),
                ..part(14, "D", "Claims and Leases", true)
            },
        ],
        breaks: vec![],
        items: items(),
        parked: vec![Thought {
            id: ThoughtId(91),
            text: "who ordered the flags?".into(),
            at: None,
            item: None,
        }],
        left_over: vec![LeftOver {
            id: LeftOverId(92),
            line: 9,
            text: "Members are reminded to bring oilskins".into(),
        }],
        paper: vec![],
        // What the chair said is the clerk's and the chair's own; no export shows it.
        remarks: vec![Remark {
            id: RemarkId(93),
            on: Subject::Roll,
            by: "Mrs Cleat".into(),
            at: None,
            says: Says::Query("was the piper present?".into()),
            was: "Mr Groyne, piper".into(),
            answer: Answer::Open,
        }],
        settled: vec![Settled {
            id: SettledId(94),
            rule: "no-quorum".into(),
            said: "the rule about lanterns".into(),
            why: "the harbourmaster dispensed with lanterns".into(),
            at: None,
        }],
        corrections: vec![],
    }
}
