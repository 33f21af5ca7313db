//! After a crash: what it left behind is seen before it is restored, and can be left aside; and a session can be read
//! as it stood at an earlier time.

use crate::program::House;
use crate::store::{enter, everything_in, meeting, place, save, text, type_on};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use minutebook::session::Entry;
use minutebook::store::{self, Forgotten, Note, Waiting};
use std::fs;
use std::path::Path;

/// A session whose journal has more than its record.
fn crashed(path: &Path) {
    let mut opened = store::create(path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members noted the report.", true);
    save(&opened);
    type_on(&mut opened, " It was agreed.", true);
}

/// Everything but the lock, which says only who has the session open.
fn files(path: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let is_lock = |path: &Path| path.extension().is_some_and(|ending| ending == "lock");
    everything_in(path).into_iter().filter(|(path, _)| !is_lock(path)).collect()
}

#[test]
fn nothing_is_changed_before_the_clerk_has_spoken() {
    let (_folder, path) = place();
    crashed(&path);
    let before = files(&path);
    for _ in 0..2 {
        let waiting = Waiting::at(&path).unwrap();
        assert_eq!(waiting.looked.notes, [Note::Recovered { entries: 1, changes: 1 }]);
        let alone = waiting.looked.alone.as_ref().unwrap();
        assert_eq!(alone.items[0].minutes[0].text, "Members noted the report.");
        assert!(matches!(store::open(&path), Err(store::StoreError::Held { .. })), "it is held meanwhile");
        drop(waiting);
        assert_eq!(files(&path), before);
    }
    let opened = Waiting::at(&path).unwrap().restore().unwrap();
    assert_eq!(text(&opened), "Members noted the report. It was agreed.");
}

#[test]
fn what_is_left_aside_is_kept() {
    let (_folder, path) = place();
    crashed(&path);
    let journal = fs::read(path.with_extension("journal")).unwrap();
    let mut opened = Waiting::at(&path).unwrap().leave_aside().unwrap();
    assert_eq!(text(&opened), "Members noted the report.");
    let aside = opened.notes[0].aside().unwrap().to_owned();
    assert_eq!(fs::read(&aside).unwrap(), journal);
    assert!(opened.notes[0].to_string().contains("waste.journal.set-aside-1"), "{}", opened.notes[0]);
    assert_eq!(store::set_aside(&path), [fs::canonicalize(aside).unwrap()]);
    type_on(&mut opened, " Noted again.", true);
    drop(opened);
    assert_eq!(text(&store::open(&path).unwrap()), "Members noted the report. Noted again.");
}

fn minute(hour: u32, minute: u32) -> NaiveDateTime {
    day(12).and_hms_opt(hour, minute, 0).unwrap()
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// A session that was typed at three times, undone in part, saved, and typed once more the next day.
fn long_session(path: &Path) {
    let mut opened = store::create(path, &meeting(), "a1").unwrap();
    for (at, word) in [(minute(10, 2), "Members"), (minute(10, 5), " noted"), (minute(11, 42), " the")] {
        opened.journal.mark_time(at);
        type_on(&mut opened, word, true);
    }
    save(&opened);
    opened.journal.mark_time(minute(12, 10));
    assert!(enter(&mut opened, Entry::Undid));
    type_on(&mut opened, " it", true);
    opened.journal.mark_time(day(13).and_time(time(9, 0)));
    type_on(&mut opened, ".", true);
}

fn stood(path: &Path, on: Option<NaiveDate>, at: NaiveTime) -> Result<(String, NaiveDateTime), Forgotten> {
    let stood = store::past(path).unwrap().at(on, at)?;
    Ok((stood.meeting.items[0].minutes[0].text.clone(), stood.at))
}

#[test]
fn a_session_can_be_read_as_it_stood_at_any_minute() {
    let (_folder, path) = place();
    long_session(&path);
    let on = |hour, minute| stood(&path, Some(day(12)), time(hour, minute)).map(|it| it.0);
    assert_eq!(on(10, 2).unwrap(), "Members", "with all that was done in that minute");
    assert_eq!(on(10, 4).unwrap(), "Members");
    assert_eq!(on(11, 41).unwrap(), "Members noted");
    assert_eq!(on(11, 42).unwrap(), "Members noted the");
    assert_eq!(on(23, 59).unwrap(), "Members noted it");
    assert_eq!(stood(&path, Some(day(14)), time(0, 0)).unwrap().0, "Members noted it.");
    // What was before the first mark is not known, and that is said.
    assert_eq!(on(10, 1), Err(Forgotten::Before(minute(10, 2))));
    // Without a day it is the last time that the clock showed it.
    assert_eq!(
        stood(&path, None, time(9, 0)).unwrap(),
        ("Members noted it.".into(), day(13).and_time(time(9, 0)))
    );
    assert_eq!(stood(&path, None, time(11, 42)).unwrap(), ("Members noted the".into(), minute(11, 42)));
    let span = store::past(&path).unwrap().span();
    assert_eq!(span, Some((minute(10, 2), day(13).and_time(time(9, 0)))));
}

#[test]
fn after_midnight_the_evening_is_still_found() {
    let (_folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    opened.journal.mark_time(minute(22, 50));
    type_on(&mut opened, "Late", true);
    opened.journal.mark_time(day(13).and_time(time(0, 20)));
    type_on(&mut opened, " night", true);
    drop(opened);
    assert_eq!(stood(&path, None, time(23, 15)).unwrap(), ("Late".into(), minute(23, 15)));
    assert_eq!(stood(&path, None, time(0, 30)).unwrap().0, "Late night", "nothing was done after it");
}

#[test]
fn a_clock_that_was_put_back_is_said() {
    let (_folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    for (at, word) in [(minute(1, 10), "one"), (minute(1, 50), " two"), (minute(1, 10), " three")] {
        opened.journal.mark_time(at);
        type_on(&mut opened, word, true);
    }
    drop(opened);
    let stood = store::past(&path).unwrap().at(None, time(1, 20)).unwrap();
    assert_eq!((stood.meeting.items[0].minutes[0].text.as_str(), stood.twice), ("one two three", true));
}

#[test]
fn where_the_way_back_is_broken_it_is_not_guessed() {
    let (_folder, path) = place();
    long_session(&path);
    // The record was changed by hand: the journal does not know it, nor is there a copy that it knows.
    let by_hand = fs::read_to_string(&path).unwrap().replace("Members", "Councillors");
    fs::write(&path, by_hand).unwrap();
    fs::remove_dir_all(store::Files::of(&path).older()).unwrap_or_default();
    assert_eq!(stood(&path, None, time(11, 42)), Err(Forgotten::Gap(minute(11, 42))));
    fs::remove_file(path.with_extension("journal")).unwrap();
    assert_eq!(stood(&path, None, time(11, 42)), Err(Forgotten::NoTimes));
}

#[test]
fn an_older_copy_serves_where_the_record_was_changed_by_hand() {
    let (_folder, path) = place();
    long_session(&path);
    assert_eq!(store::older_copies(&path).unwrap().len(), 1, "the record as it was begun");
    let by_hand = fs::read_to_string(&path).unwrap().replace("Members", "Councillors");
    fs::write(&path, by_hand).unwrap();
    assert_eq!(stood(&path, None, time(11, 42)).unwrap().0, "Members noted the");
}

#[test]
fn the_command_line_says_what_would_be_restored_and_what_was() {
    let house = House::new();
    let path = house.path("s.ron");
    crashed(&path);
    let before = files(&path);
    let said = house.run(&["recover", "s.ron"]).well();
    assert!(said.contains("1 change was made after the record was last saved"), "{said}");
    assert!(said.contains("~ paragraph: Members noted the report.{+ It was agreed.+}"), "{said}");
    let said = house.run(&["recover", "s.ron", "--list"]).well();
    assert!(said.contains("The journal knows no times") && said.contains("bytes"), "{said}");
    assert!(house.run(&["recover", "s.ron", "--at", "11:42"]).complaint(1).contains("no times"));
    assert_eq!(house.run(&["recover", "s.ron", "--at", "noon"]).status, 2);
    assert_eq!(house.run(&["recover", "s.ron", "--list", "--print"]).status, 2);
    assert_eq!(files(&path), before);
    long_session(&house.path("t.ron"));
    let said = house.run(&["recover", "t.ron", "--at", "11.42"]);
    assert!(said.out.contains("Members noted the\n"), "{said:?}");
    assert!(said.err.contains("As it stood at 11:42 on 12 March 2026, after 3 of 6 entries"), "{said:?}");
    let said = house.run(&["recover", "t.ron", "--at", "2026-03-12T10:01"]);
    assert!(said.complaint(1).contains("the journal begins at 10:02 on 12 March 2026"), "{said:?}");
    drop(store::open(&house.path("t.ron")).map(|opened| save(&opened)).unwrap());
    let said = house.run(&["recover", "t.ron"]).well();
    assert_eq!(said, "Everything is in the record; there is nothing to restore.\n");
}
