//! There and back through JSON: what docs/json.md promises to carry is the same again.

use super::made::{Drawn, drawn};
use super::told::Told;
use crate::draws::draws;
use minutebook::domain::agenda::Item;
use minutebook::domain::agenda::{Break, Part};
use minutebook::domain::id::{BreakId, PartId};
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::{Block, Kind};
use minutebook::domain::motions::{Decision, Exempt, Motion, Subject};
use minutebook::domain::style::Style;
use minutebook::export::{Audience, json};
use minutebook::houses::Houses;
use minutebook::import;
use proptest::prelude::*;

/// The meeting that was drawn, with what is printed by no style: planned breaks, the time of a vote and a resolution that
/// excludes the public.
fn meeting(drawn: &Drawn) -> Meeting {
    let mut meeting = drawn.meeting();
    let after = meeting.items.first().map(|item| item.id).filter(|id| {
        // A break is told to come after an item by the label, or the title, that the item does not share.
        let name = |item: &Item| item.name();
        let named = meeting.item(*id).map(name);
        meeting.items.iter().filter(|item| Some(name(item)) == named).count() == 1
    });
    meeting.breaks.push(Break { id: BreakId(9000), after, title: "Comfort break".into(), minutes: Some(10) });
    let last = meeting.items.last().unwrap().id;
    let exempt = vec![Exempt { item: last, paragraphs: vec![3, 5] }];
    let decision = Decision::Carried;
    let motion = Motion { decision, subject: Subject::Exclusion(exempt), ..Motion::default() };
    let kind = Kind::Motion(Box::new(motion));
    let first = &mut meeting.items.first_mut().unwrap().minutes;
    let id = minutebook::domain::id::BlockId(9001);
    first.push(Block { kind, ..Block::paragraph(id, "that the public be excluded from the last  item.") });
    meeting
}

/// Everything that JSON promises to carry of the business, a line each.
fn carried(meeting: &Meeting, style: &Style) -> Vec<String> {
    let told = Told::whole(meeting, style);
    let mut lines = told.breaks();
    for pause in &meeting.breaks {
        let after = pause.after.and_then(|id| meeting.place_of(id));
        lines.push(format!("{} after {after:?} for {:?}", pause.title, pause.minutes));
    }
    for item in &meeting.items {
        let heading = &item.heading;
        let restricted = meeting.is_restricted(item);
        lines.push(format!(
            "== [{:?}|{}] {} | {restricted} | {} | {:?}",
            heading.number, heading.label, heading.title, heading.report, heading.outcome
        ));
        for block in item.minutes.iter().filter(|block| block.kind != Kind::Note) {
            let kind = match &block.kind {
                Kind::Motion(motion) => format!("{} put {:?}", told.motion(item, motion), motion.put),
                kind => kind.word().to_owned(),
            };
            lines.push(format!("   {} {kind} {}", block.level, block.text));
        }
    }
    lines
}

proptest! {
    #![proptest_config(draws(64))]

    #[test]
    fn a_record_that_was_given_as_json_is_the_same_again_in_all_that_json_carries(drawn in drawn()) {
        let meeting = meeting(&drawn);
        let given = json::json(&meeting, &[], Audience::Full);
        let found = import::read(given.as_bytes()).unwrap().meeting;
        let houses = Houses::built_in();
        let style = houses.style_or_usual("");
        prop_assert_eq!(carried(&found, style), carried(&meeting, style), "{}", given);
        prop_assert_eq!(found.faults(), Vec::<String>::new());
        // What is written once more is the same to the last byte, but for what the lists of people leave out.
        let again = json::json(&found, &[], Audience::Full);
        prop_assert_eq!(business(&again), business(&given));
    }

    #[test]
    fn a_public_copy_in_json_is_read_again_without_what_it_withholds(drawn in drawn()) {
        let meeting = meeting(&drawn);
        let given = json::json(&meeting, &[], Audience::Public);
        let open: Vec<&str> = meeting
            .items
            .iter()
            .filter(|item| !meeting.is_restricted(item))
            .map(|item| item.heading.title.as_str())
            .collect();
        let Ok(found) = import::read(given.as_bytes()) else {
            prop_assert!(open.is_empty(), "{}", given);
            return Ok(());
        };
        let titles: Vec<&str> =
            found.meeting.items.iter().map(|item| item.heading.title.as_str()).collect();
        prop_assert_eq!(titles, open);
        prop_assert_eq!(found.meeting.faults(), Vec::<String>::new());
        prop_assert_eq!(business(&json::json(&found.meeting, &[], Audience::Public)), business(&given));
    }
}

/// What a file says of the business: its items with all that was minuted, breaks and the course.
fn business(given: &str) -> serde_json::Value {
    let value: serde_json::Value = serde_json::from_str(given).unwrap();
    serde_json::json!([value["items"], value["breaks"], value["course"]])
}

/// Lost as it is written by hand: a kind, a level, a place that no record can have.
#[test]
fn json_that_promises_more_than_there_is_makes_a_sound_record() {
    let given = r#"{"schema": "agenda-import/1", "items": [{"number": "1", "title": "Dues", "minuted": [
        {"kind": "song", "level": 9, "text": "La\u0007 la"},
        {"kind": "motion", "text": "that it be so", "motion": {"decision": "sung", "amends": {"motion": 2}}},
        {"kind": "motion", "text": "that it be not", "motion": {"amends": {"motion": 44}, "vote": {"for": -3}}},
        {"kind": "motion", "text": "closed", "motion": {"excludes": [{"item": "7"}], "casting": {"name": "", "side": "for"}}},
        {"kind": "private note", "text": "for me alone"},
        "words"
    ]}], "course": [{"turn": "opened", "at": "soon"}, 7], "breaks": [{}]}"#;
    let found = import::read(given.as_bytes()).unwrap().meeting;
    assert_eq!(found.faults(), Vec::<String>::new());
    let item = &found.items[0];
    assert_eq!((item.minutes[0].text.as_str(), item.minutes[0].level), ("La la", 2));
    assert!(item.minutes[1..4].iter().all(|block| matches!(block.kind, Kind::Motion(_))));
    assert!(item.minutes.iter().all(|block| block.kind != Kind::Note));
    assert_eq!(found.course.moments, vec![]);
}

/// A part says that its items are restricted; JSON has no parts, and says it of each item.
#[test]
fn what_is_restricted_with_its_part_is_restricted_by_itself_in_json() {
    let mut meeting = crate::stage::meeting();
    let part = Part {
        id: PartId(77),
        label: "C".into(),
        title: "Closed".into(),
        restricted: true,
        statement: String::new(),
    };
    meeting.parts.push(part);
    meeting.items[0].heading.part = Some(PartId(77));
    let given = json::json(&meeting, &[], Audience::Full);
    let found = import::read(given.as_bytes()).unwrap().meeting;
    assert!(found.is_restricted(&found.items[0]));
}
