//! What the public must not read is in no public copy, whatever the record looks like.

use super::harbour::time;
use crate::draws::draws;
use minutebook::domain::agenda::{Heading, Item, Outcome, Part};
use minutebook::domain::id::*;
use minutebook::domain::meeting::{Head, Meeting, Status};
use minutebook::domain::minutes::{Block, Kind, Thought};
use minutebook::domain::motions::{Decision, Motion, Vote};
use minutebook::domain::people::*;
use minutebook::domain::style::Style;
use minutebook::export::{Audience, Document, FORMATS, Order, Paper, json, text};
use minutebook::houses::Houses;
use proptest::prelude::*;

/// A block by its kind, its level, and whether it is restricted.
pub type Shape = (u8, u8, bool);

/// An item by its part, its own mark, and its blocks.
pub type Plan = (u32, Option<bool>, Vec<Shape>);

fn kind(n: u8) -> Kind {
    let vote = Vote::Recorded { for_: vec![PersonId(1)], against: vec![PersonId(2)], abstained: vec![] };
    let motion = Motion { mover: Some(PersonId(1)), decision: Decision::Carried, vote, ..Motion::default() };
    match n {
        0 => Kind::Bullet,
        1 => Kind::Resolution,
        2 => Kind::Action,
        3 => Kind::Note,
        4 => Kind::Motion(Box::new(motion)),
        5 => Kind::Procedural,
        6 => Kind::Recommendation,
        _ => Kind::Paragraph,
    }
}

/// The blocks of an item. What must stay secret says `secret`, what nobody may ever read `private`, and what
/// everybody may read `open`.
fn blocks(item: u32, is_secret: bool, shapes: &[Shape]) -> Vec<Block> {
    let mut above = None;
    let one = |(n, (what, level, restricted)): (u32, &Shape)| {
        let hangs = above.is_some_and(|above| *level > above || (*what == 0 && *level == above));
        if *what != 3 && !hangs {
            above = restricted.then_some(*level);
        }
        let word = match (*what, is_secret || *restricted || hangs) {
            (3, _) => "private",
            (_, true) => "secret",
            (_, false) => "open",
        };
        let text = format!("{word}{item}x{n}");
        Block {
            kind: kind(*what),
            level: *level,
            restricted: *restricted,
            ..Block::paragraph(BlockId(item * 100 + n), text)
        }
    };
    (1..).zip(shapes).map(one).collect()
}

fn item(n: u32, (part, mark, shapes): &Plan) -> Item {
    let is_secret = mark.unwrap_or(*part == 2);
    let word = if is_secret { "secret" } else { "open" };
    let heading = Heading {
        label: format!("{word}label{n}"),
        title: format!("{word}title{n}"),
        report: format!("{word}report{n}"),
        part: Some(PartId(*part)),
        restricted: *mark,
        outcome: if n.is_multiple_of(5) { Outcome::Noted } else { Outcome::Taken },
        ..Heading::default()
    };
    Item { id: ItemId(n), heading, minutes: blocks(n, is_secret, shapes) }
}

pub fn is_secret(item: &Item) -> bool {
    item.heading.title.starts_with("secret")
}

/// Somebody comes, declares and leaves at every item, and says why.
pub fn meeting(plans: &[Plan]) -> Meeting {
    let items: Vec<Item> = (10..).zip(plans).map(|(n, plan)| item(n, plan)).collect();
    let part = |id, title: &str, restricted| Part {
        id: PartId(id),
        label: "P".into(),
        title: title.into(),
        restricted,
        statement: title.into(),
    };
    let person = |id, name: &str, membership| Person { membership, ..Person::new(PersonId(id), name) };
    let mut meeting = Meeting {
        head: Head { body: "Board".into(), ..Head::default() },
        people: vec![
            person(1, "Mr Ash", Membership::Member),
            person(2, "Mrs Elm", Membership::Member),
            person(3, "secretwitness", Membership::Guest),
        ],
        parts: vec![part(1, "openpart", false), part(2, "secretpart", true)],
        parked: vec![Thought { id: ThoughtId(1), text: "privatethought".into(), at: None, item: None }],
        ..Meeting::default()
    };
    meeting.course.status = Status::Agreed;
    for item in &items {
        let word = if is_secret(item) { "secret" } else { "open" };
        let movement = |id, person, what| Movement {
            id: MovementId(item.id.0 * 1000 + id),
            person: PersonId(person),
            what,
            item: Some(item.id),
            after: None,
            at: Some(time(11, 0)),
            mode: Mode::Room,
            why: format!("{word}why"),
        };
        meeting.attendance.extend([movement(1, 1, Move::Arrived), movement(2, 1, Move::Left)]);
        if is_secret(item) {
            meeting.attendance.push(movement(3, 3, Move::Arrived));
        }
        meeting.declarations.push(Declaration {
            id: DeclarationId(item.id.0),
            person: PersonId(2),
            items: vec![item.id],
            during: None,
            kind: format!("{word} interest"),
            nature: format!("{word}nature"),
            sensitive: false,
            conduct: Conduct::Withdrew,
        });
    }
    meeting.items = items;
    meeting
}

pub fn plans() -> impl Strategy<Value = Vec<Plan>> {
    let shape = (0..9u8, 0..3u8, prop::bool::weighted(0.3));
    let mark = prop_oneof![3 => Just(None), 1 => any::<bool>().prop_map(Some)];
    let plan = (1..3u32, mark, prop::collection::vec(shape, 0..7));
    prop::collection::vec(plan, 0..6)
}

fn print(meeting: &Meeting, style: &Style, audience: Audience) -> String {
    text::text(&Document::of(meeting, style, Houses::built_in().profile_of(&meeting.head), audience))
}

/// All that any format is given to print of any paper, and what the formats that are text make of it.
fn everything(meeting: &Meeting, style: &Style, audience: Audience) -> String {
    let mut everything = String::new();
    let items = meeting.items.iter().map(|item| Paper::Item(item.id));
    for paper in [Paper::Minutes, Paper::Decisions, Paper::Actions].into_iter().chain(items) {
        let order = Order { paper, ..super::formats::order(meeting, style, audience) };
        everything += &format!("{:?}", order.document());
    }
    let order = super::formats::order(meeting, style, audience);
    for format in FORMATS.iter().filter(|format| format.is_text) {
        everything += &String::from_utf8(format.print(&order).unwrap().bytes).unwrap();
    }
    everything
}

fn words_of(meeting: &Meeting, wanted: &str) -> Vec<String> {
    let blocks = meeting.items.iter().flat_map(|item| &item.minutes);
    blocks.map(|block| block.text.clone()).filter(|text| text.starts_with(wanted)).collect()
}

proptest! {
    #![proptest_config(draws(256))]

    #[test]
    fn no_restricted_word_is_in_a_public_copy(plans in plans()) {
        let meeting = meeting(&plans);
        for style in Houses::built_in().styles() {
            let public = print(&meeting, style, Audience::Public);
            prop_assert!(!public.contains("secret"), "{}", public);
            prop_assert!(!everything(&meeting, style, Audience::Public).contains("secret"));
            for word in words_of(&meeting, "open") {
                prop_assert!(public.contains(&word), "{} is missing from {}", word, public);
            }
        }
        let public = json::json(&meeting, std::slice::from_ref(&meeting), Audience::Public);
        prop_assert!(!public.contains("secret"), "{}", public);
    }

    #[test]
    fn nothing_private_is_in_any_copy_and_everything_else_is_in_the_full_one(plans in plans()) {
        let meeting = meeting(&plans);
        for style in Houses::built_in().styles() {
            let full = print(&meeting, style, Audience::Full);
            prop_assert!(!full.contains("private"), "{}", full);
            prop_assert!(!everything(&meeting, style, Audience::Full).contains("private"));
            for word in words_of(&meeting, "open").into_iter().chain(words_of(&meeting, "secret")) {
                prop_assert!(full.contains(&word), "{} is missing from {}", word, full);
            }
        }
        prop_assert!(!json::json(&meeting, &[], Audience::Full).contains("private"));
    }

    /// Numbers, marks and references are the same in both copies: whatever stands in the public one, but for
    /// what says that something is missing, stands in the full one.
    #[test]
    fn both_copies_are_numbered_alike(plans in plans()) {
        let meeting = meeting(&plans);
        for style in Houses::built_in().styles() {
            let full = print(&meeting, style, Audience::Full);
            let full: Vec<&str> = full.split("\n\n").collect();
            let public = print(&meeting, style, Audience::Public);
            for piece in public.split("\n\n").filter(|piece| !piece.to_lowercase().contains("restricted")) {
                prop_assert!(full.contains(&piece), "{} is not in the full copy", piece);
            }
        }
    }
}
