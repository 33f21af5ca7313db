//! Older copies: kept beside the record, few and private, and taken back as one change.

use crate::stage::{Stage, at, meeting as harbour};
use crate::store::{meeting, place, save, text, type_on};
use chrono::TimeDelta;
use minutebook::desk::Effect;
use minutebook::domain::meeting::Meeting;
use minutebook::session::Entry;
use minutebook::store::{self, Answer, OlderCopy, Opened, Order, Writer};
use minutebook::update::Event;
use std::fs::{self, File};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, SystemTime};

/// Makes a record look as if it had been written so many minutes ago.
fn age(record: &Path, minutes: u64) {
    let then = SystemTime::now() - Duration::from_secs(60 * minutes);
    File::options().write(true).open(record).unwrap().set_modified(then).unwrap();
}

/// A session with the writer that saves it.
struct Desk {
    opened: Opened,
    writer: Writer,
    told: Receiver<Answer>,
}

impl Desk {
    fn new(path: &Path) -> Self {
        let opened = store::create(path, &meeting(), "a1").unwrap();
        let (tell, told) = mpsc::channel();
        let writer = Writer::start(&opened, move |answer| tell.send(answer).unwrap()).unwrap();
        Self { opened, writer, told }
    }

    fn type_and_save(&mut self, word: &str) {
        if !word.is_empty() {
            type_on(&mut self.opened, word, true);
        }
        let session = &self.opened.session;
        self.writer.send(Order::Save(Box::new(session.meeting().clone()), session.entries()));
        assert_eq!(self.told.recv().unwrap(), Answer::Stored { entries: session.entries() });
    }
}

#[test]
fn a_record_that_stood_for_a_while_is_kept_when_it_is_replaced() {
    let (_folder, path) = place();
    let mut desk = Desk::new(&path);
    assert_eq!(store::older_copies(&path).unwrap(), []);
    for word in ["Members", " noted", " the"] {
        desk.type_and_save(word);
    }
    assert_eq!(store::older_copies(&path).unwrap().len(), 1, "the first, and none so soon after it");
    age(&path, 60);
    desk.type_and_save(" report");
    let copies = store::older_copies(&path).unwrap();
    assert_eq!(copies.len(), 2);
    let words = |copy: &OlderCopy| {
        store::snapshot::read(&copy.path).unwrap().meeting.items[0].minutes[0].text.clone()
    };
    let mut texts: Vec<String> = copies.iter().map(words).collect();
    texts.sort();
    assert_eq!(texts, ["", "Members noted the"]);
    // What is saved again as it is makes no copy, however long it stood.
    age(&path, 60);
    desk.type_and_save("");
    assert_eq!(store::older_copies(&path).unwrap().len(), 2);
    // A copy is a record like any other, and reading it changes nothing beside it.
    assert_eq!(store::read_only(&copies[0].path).unwrap().notes, []);
    drop(desk);
    assert_eq!(text(&store::open(&path).unwrap()), "Members noted the report");
}

#[cfg(unix)]
#[test]
fn older_copies_are_their_owner_s_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (_folder, path) = place();
    let mut desk = Desk::new(&path);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    desk.type_and_save("Members");
    let copies = store::older_copies(&path).unwrap();
    assert_eq!(mode(&copies[0].path), 0o600, "although the record may be read by all");
    assert_eq!(mode(copies[0].path.parent().unwrap()), 0o700);
}

#[test]
fn a_copy_that_cannot_be_kept_is_no_reason_not_to_save() {
    let (_folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    fs::write(opened.files.older(), "in the way").unwrap();
    type_on(&mut opened, "Members", true);
    assert_eq!(save(&opened), [Answer::Stored { entries: 1 }]);
    assert!(store::older_copies(&path).is_err());
}

fn copy() -> OlderCopy {
    let time = at(9, 50).and_utc().fixed_offset();
    OlderCopy { path: "x.ron".into(), at: time, size: 84_321 }
}

/// A stage on which an older copy, in which nothing was written yet, is looked at.
pub fn with_a_copy() -> Stage {
    with(harbour())
}

fn with(older: Meeting) -> Stage {
    let mut stage = Stage::new().play("Members noted it.<enter>RESOLVED that it be so.<ctrl-down>None.");
    stage.happen(Event::CopyRead(copy(), Box::new(older)));
    stage
}

#[test]
fn older_copies_are_listed_looked_at_and_taken_back_as_one_change() {
    let mut stage = Stage::new().play("Members noted it.").command("older-copies");
    assert_eq!(stage.effects.last(), Some(&Effect::ListCopies));
    let hours_ago = OlderCopy { at: copy().at - TimeDelta::hours(5), ..copy() };
    stage.happen(Event::Copies(vec![copy(), hours_ago]));
    let screen = stage.screen();
    assert!(screen.contains("09:50:00 on 12 March 2026  12 minutes ago"), "{screen}");
    assert!(screen.contains("5 hours ago") && screen.contains("85 kB"), "{screen}");
    let mut stage = stage.play("<enter>");
    assert_eq!(stage.effects.last(), Some(&Effect::ReadCopy(copy())));
    let older = Stage::new().play("Members welcomed it.").meeting().clone();
    stage.happen(Event::CopyRead(copy(), Box::new(older.clone())));
    let screen = stage.screen();
    assert!(screen.contains("~ paragraph: Members noted welcomed it."), "{screen}");
    let entries = stage.journal().len();
    let stage = stage.play("<enter>");
    assert_eq!(stage.meeting().items[0].minutes[0].text, "Members welcomed it.");
    assert_eq!(stage.journal().len(), entries + 1);
    assert!(stage.notice().contains("09:50:00"), "{}", stage.notice());
    let stage = stage.play("<ctrl-z>");
    assert_eq!(stage.page(), "1.|Members noted it.");
    assert!(matches!(stage.journal().last(), Some(Entry::Undid)));
}

#[test]
fn an_older_copy_is_closed_again_and_nothing_is_changed() {
    let stage = with_a_copy();
    let before = stage.meeting().clone();
    let stage = stage.play("x<esc> So it was.");
    assert!(stage.desk.overlay().is_none());
    assert_ne!(stage.meeting(), &before, "typing goes on");
    let same = with(stage.meeting().clone());
    let mut same = same;
    let now = same.meeting().clone();
    same.happen(Event::CopyRead(copy(), Box::new(now)));
    assert!(same.notice().contains("reads as the copy"), "{}", same.notice());
}

#[test]
fn an_item_that_is_taken_away_with_the_change_leaves_the_cursor_somewhere() {
    let mut older = harbour();
    older.items.remove(1);
    let stage = with(older).play("<enter>And so on.");
    assert!(stage.screen().contains("And so on."), "{}", stage.screen());
}

#[test]
fn a_difference_on_the_screen() {
    let mut older = Stage::new()
        .play("Members considered the report at length and noted it.<enter>The bins were not full.")
        .meeting()
        .clone();
    older.items[7].heading.title = "Fuel Berth Lease and Rent".into();
    older.head.venue = "Committee Room 2".into();
    let stage = with(older);
    insta::assert_snapshot!("difference_80x24", stage.looks(minutebook::view::theme::Palette::Sixteen));
    let stage = stage.size(50, 14).play("<down><down>");
    insta::assert_snapshot!("difference_50x14", stage.screen());
}
