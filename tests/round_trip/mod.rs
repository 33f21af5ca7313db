//! There and back: minutes that were printed as text are read again, and say the same.

mod made;
mod neutral;
mod told;
mod words;

use crate::draws::draws;
use crate::shared::shared;
use made::drawn;
use minutebook::domain::id::{BlockId, MovementId, PersonId};
use minutebook::domain::meeting::{Meeting, Moment, Status, Turn};
use minutebook::domain::minutes::{Block, Kind};
use minutebook::domain::motions::{Amendment, Decision, Election, Motion, Nominee, Subject, Vote};
use minutebook::domain::people::{Move, Movement};
use minutebook::domain::profile::{Profile, Remote};
use minutebook::domain::style::Style;
use minutebook::export::{Audience, Document, text};
use minutebook::houses::Houses;
use minutebook::import;
use proptest::prelude::*;
use std::fs;
use told::Told;

fn printed(meeting: &Meeting, style: &Style, rules: &Profile, audience: Audience) -> String {
    text::text(&Document::of(meeting, style, rules, audience))
}

/// What is not the same when minutes are printed and read again: none, or both sides and the print.
fn difference(meeting: &Meeting, style: &Style, rules: &Profile) -> Option<String> {
    let print = printed(meeting, style, rules, Audience::Full);
    let told = Told::to_print(meeting, style);
    // A paper with one item is no agenda to any reader.
    if told.items.len() < 2 {
        return None;
    }
    let (wanted, mut found) = match import::read(print.as_bytes()) {
        Ok(found) => {
            let mut lines = Told::read_back(&found.meeting, &told).lines();
            // What a page had cut off before is cut off again.
            let is_new = |text: &String| !text.ends_with("copy their full text from it.");
            let left_over = found.meeting.left_over.into_iter().map(|line| line.text);
            lines.extend(left_over.filter(is_new).map(|text| format!("left over: {text}")));
            (told.lines(), lines)
        }
        Err(refused) => return Some(format!("{refused}\n{print}")),
    };
    let missing: Vec<&String> = wanted.iter().filter(|line| !found.contains(line)).collect();
    let more: Vec<&String> = found.iter().filter(|line| !wanted.contains(line)).collect();
    let told = format!("{}\nmissing: {missing:#?}\nmore: {more:#?}\n{print}", style.name);
    found.truncate(wanted.len() + 1);
    (wanted != found).then_some(told)
}

/// The titles of the items of a copy for the public, and what is left over when it is read.
fn public(meeting: &Meeting, style: &Style) -> (Vec<String>, Vec<String>) {
    let print = printed(meeting, style, &Profile::default(), Audience::Public);
    let Ok(found) = import::read(print.as_bytes()) else { return (Vec::new(), Vec::new()) };
    let titles = found.meeting.items.iter().map(|item| item.heading.title.clone());
    (titles.collect(), found.meeting.left_over.iter().map(|line| line.text.clone()).collect())
}

/// Whether members who attend over a link are listed as present.
fn remote() -> impl Strategy<Value = Remote> {
    prop_oneof![Just(Remote::Counts), Just(Remote::Apart)]
}

proptest! {
    #![proptest_config(draws(64))]

    #[test]
    fn minutes_that_were_printed_are_read_again_in_every_style(drawn in drawn(), remote in remote()) {
        let meeting = drawn.meeting();
        let rules = Profile { remote, ..Profile::default() };
        for style in Houses::built_in().styles() {
            let told = difference(&meeting, style, &rules);
            prop_assert!(told.is_none(), "{}", told.unwrap_or_default());
        }
    }

    #[test]
    fn a_copy_for_the_public_is_read_to_its_last_line(drawn in drawn()) {
        let meeting = drawn.meeting();
        for style in Houses::built_in().styles() {
            let told = Told::to_print(&meeting, style);
            let open = told.items.iter().filter_map(|item| meeting.item(*item));
            let open: Vec<&str> =
                open.filter(|item| !meeting.is_restricted(item)).map(|item| item.heading.title.as_str()).collect();
            if open.len() < 2 {
                continue;
            }
            let (titles, left_over) = public(&meeting, style);
            prop_assert_eq!(&titles, &open, "{}", printed(&meeting, style, &Profile::default(), Audience::Public));
            prop_assert!(left_over.is_empty(), "{:?}\n{}", left_over, printed(&meeting, style, &Profile::default(), Audience::Public));
        }
    }
}

/// A meeting at which somebody is elected, a motion is amended, and there is a break.
fn eventful() -> Meeting {
    let mut meeting = crate::stage::meeting();
    let ids: Vec<PersonId> = meeting.people.iter().map(|person| person.id).collect();
    let come = |(at, id): (u32, &PersonId)| Movement::new(MovementId(7000 + at), *id, Move::Present);
    meeting.attendance = (0..).zip(&ids).map(come).collect();
    let motion = |motion: Motion| Kind::Motion(Box::new(motion));
    let nominee = |person, votes| Nominee {
        person,
        proposer: Some(ids[2]),
        seconder: Some(ids[0]),
        votes: Some(votes),
    };
    let nominees = vec![nominee(ids[0], 2), nominee(ids[1], 1)];
    let election = Election { office: "Chairman".into(), nominees, elected: Some(ids[0]), by_lot: false };
    let elected =
        Motion { subject: Subject::Election(election), decision: Decision::Carried, ..Motion::default() };
    let hands = |for_, against| Vote::Hands { for_, against, abstained: 0 };
    let moved = Motion {
        mover: Some(ids[0]),
        seconder: Some(ids[1]),
        decision: Decision::Carried,
        vote: hands(3, 0),
        ..Motion::default()
    };
    let amends = |decision, vote, amended: &str, replaced: &str| Motion {
        mover: Some(ids[1]),
        decision,
        vote,
        subject: Subject::Amendment(Amendment {
            motion: BlockId(7102),
            amended: amended.into(),
            replaced: replaced.into(),
        }),
        ..Motion::default()
    };
    let carried = amends(
        Decision::Carried,
        hands(2, 1),
        "that the dues be raised in the spring",
        "that the dues be raised",
    );
    let lost = amends(Decision::Lost, hands(1, 2), "", "");
    let name = meeting.people[0].name.clone();
    let block = |id, level, kind, text: &str| Block { kind, level, ..Block::paragraph(BlockId(id), text) };
    meeting.items[0].minutes = vec![
        block(7100, 0, motion(elected), &format!("that {name} be elected Chairman.")),
        block(7101, 0, Kind::Paragraph, "The Clerk thanked those who had come."),
    ];
    meeting.items[1].minutes = vec![
        block(7102, 0, motion(moved), "that the dues be raised in the spring"),
        block(7103, 1, motion(lost), "that the dues be halved"),
        block(7104, 1, motion(carried), "that the words “in the spring” be added"),
        block(7105, 0, Kind::Paragraph, "Members then heard the Harbour Master."),
    ];
    let turn = |turn, minute| Moment {
        after: Some(BlockId(7104)),
        ..Moment::new(turn, meeting.head.date.unwrap().and_hms_opt(11, minute, 0).unwrap())
    };
    meeting.course.moments = vec![turn(Turn::Adjourned, 20), turn(Turn::Resumed, 35)];
    meeting.course.status = Status::Closed;
    meeting
}

#[test]
fn what_was_moved_elected_and_interrupted_is_read_from_every_format_and_style() {
    let meeting = eventful();
    let mut wrong = Vec::new();
    for style in Houses::built_in().styles() {
        let wanted = Told::to_print(&meeting, style);
        let is_about = |line: &String| {
            [" amends ", " elects ", "motion by", "adjourned", "resumed"].iter().any(|it| line.contains(it))
        };
        // Titles without numbers are told from other lines in plain text alone, where they are underlined.
        let has_numbers = style.name != "web";
        let formats = ["text", "markdown", "html", "docx", "pdf"].into_iter();
        for format in formats.filter(|format| has_numbers || *format == "text") {
            let bytes = crate::returned::printed(&meeting, format, style, Audience::Full);
            let found = match import::read(&bytes) {
                Ok(found) => Told::read_back(&found.meeting, &wanted).lines(),
                Err(refused) => vec![format!("motion by nobody: {refused}")],
            };
            let found: Vec<String> = found.into_iter().filter(is_about).collect();
            let wanted: Vec<String> = wanted.lines().into_iter().filter(is_about).collect();
            assert_eq!(wanted.len(), 6, "{wanted:#?}");
            if found != wanted {
                wrong.push(format!("{format}, {}: {found:#?}", style.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn published_minutes_that_were_opened_and_printed_are_read_again_in_every_style() {
    let Some(corpus) = shared("corpus") else { return };
    for entry in fs::read_dir(corpus).unwrap() {
        let paper = entry.unwrap().path();
        if paper.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        // What is no agenda is refused, which other tests hold.
        let Ok(opened) = import::read(&fs::read(&paper).unwrap()) else { continue };
        for meeting in std::iter::once(&opened.meeting).chain(&opened.earlier) {
            for style in Houses::built_in().styles() {
                let told = difference(meeting, style, &Profile::default());
                assert!(told.is_none(), "{}: {}", paper.display(), told.unwrap_or_default());
            }
        }
    }
}
