//! Damaged files: whatever became of record and journal, opening says so in a sentence and deletes nothing.

use crate::store::{everything_in, meeting, place, save, text, type_on};
use minutebook::domain::id::{ItemId, MovementId, PersonId};
use minutebook::domain::people::{Mode, Move, Movement, Person};
use minutebook::store::{self, Note, Odds, StoreError};
use std::fs;
use std::path::Path;

/// A record into which `saved` of seven letters have gone, its journal, and the text after each letter.
fn seven_letters(saved: usize) -> (Vec<u8>, Vec<u8>, Vec<String>) {
    let (_folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    let mut texts = vec![String::new()];
    for (at, letter) in "Members".char_indices() {
        type_on(&mut opened, &letter.to_string(), at % 3 == 0);
        texts.push(text(&opened));
        if at + 1 == saved {
            save(&opened);
        }
    }
    let journal = fs::read(&opened.files.journal).unwrap();
    (fs::read(&path).unwrap(), journal, texts)
}

#[test]
fn a_journal_cut_anywhere_gives_what_was_typed_until_then() {
    let (record, journal, texts) = seven_letters(2);
    let mark = find(&journal, "#saved 2");
    for cut in 0..=journal.len() {
        let (_folder, path) = place();
        fs::write(&path, &record).unwrap();
        fs::write(path.with_extension("journal"), &journal[..cut]).unwrap();
        let mut opened = store::open(&path).unwrap();
        let whole = std::str::from_utf8(&journal[..cut]).unwrap();
        let typed = whole.matches('\n').count().saturating_sub(3);
        let line = journal[mark..].iter().position(|byte| *byte == b'\n').unwrap();
        let expected = if cut > mark + line { &texts[typed] } else { &texts[2] };
        assert_eq!(&text(&opened), expected, "cut at {cut}");
        assert!(
            !opened.notes.iter().any(|note| matches!(note, Note::Damaged { .. })),
            "a torn end is forgiven"
        );
        type_on(&mut opened, "!", true);
        drop(opened);
        let opened = store::open(&path).unwrap();
        assert_eq!(text(&opened), format!("{expected}!"), "what is typed after the cut is sound");
        assert!(matches!(opened.notes[..], [Note::Recovered { .. }]));
    }
}

#[test]
fn a_garbled_byte_anywhere_is_reported_with_its_line() {
    let (record, journal, texts) = seven_letters(4);
    let mark = journal[..find(&journal, "#saved 4")].iter().filter(|byte| **byte == b'\n').count() + 1;
    // Every line end and every third byte: which bit of a line it was is no matter to a checksum.
    for at in (0..journal.len() - 1).filter(|at| at % 3 == 0 || journal[*at] == b'\n') {
        let (_folder, path) = place();
        let mut garbled = journal.clone();
        garbled[at] ^= 1;
        let number = journal[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        let merged = journal[at] == b'\n' && number + 1 == mark;
        fs::write(&path, &record).unwrap();
        fs::write(path.with_extension("journal"), &garbled).unwrap();
        let before = everything_in(&path);
        let seen = store::read_only(&path).unwrap();
        assert_eq!(everything_in(&path), before);
        let opened = store::open(&path).unwrap();
        assert_eq!(seen.session.meeting(), opened.session.meeting());
        let aside = opened.notes.iter().find_map(Note::aside).unwrap();
        assert!(garbled.ends_with(&fs::read(aside).unwrap()), "what was set aside is as it was");
        if number == mark || merged {
            assert!(matches!(opened.notes[..], [Note::AtOdds { why: Odds::Changed, unsaved: 3, .. }]));
            assert_eq!(text(&opened), texts[4]);
            continue;
        }
        let Some(Note::Damaged { line, .. }) = opened.notes.last() else {
            panic!("byte {at}: {:?}", opened.notes)
        };
        assert_eq!(*line, number, "byte {at}");
        let expected = if number < mark { 7 } else { number - 4 };
        assert_eq!(text(&opened), texts[expected], "byte {at}");
        drop(opened);
        let again = store::open(&path).unwrap();
        assert_eq!(text(&again), texts[expected], "what was mended is sound");
        assert!(again.notes.iter().all(|note| matches!(note, Note::Recovered { .. })));
    }
}

fn find(bytes: &[u8], what: &str) -> usize {
    bytes.windows(what.len()).position(|window| window == what.as_bytes()).unwrap()
}

/// A line of a journal with its checksum.
fn line(body: &str) -> String {
    format!("{body} {:08x}\n", crc32fast::hash(body.as_bytes()))
}

/// Opens a record with a journal of these lines: once, and then again to see that what was mended is sound.
fn open_twice(record: &[u8], journal: &[String]) -> (String, Vec<Note>) {
    let (_folder, path) = place();
    fs::write(&path, record).unwrap();
    fs::write(path.with_extension("journal"), journal.concat()).unwrap();
    let opened = store::open(&path).unwrap();
    let (typed, notes) = (text(&opened), opened.notes.clone());
    drop(opened);
    let again = store::open(&path).unwrap();
    assert_eq!(text(&again), typed);
    assert!(again.notes.iter().all(|note| matches!(note, Note::Recovered { .. })), "{:?}", again.notes);
    (typed, notes)
}

#[test]
fn a_record_is_recognised_though_its_mark_stood_after_the_damage() {
    let (record, journal, texts) = seven_letters(4);
    let mut lines: Vec<String> =
        str::from_utf8(&journal).unwrap().split_inclusive('\n').map(String::from).collect();
    let mark = lines.remove(6);
    lines.insert(8, mark);
    assert!(lines[8].starts_with("#saved 4") && lines[6].starts_with("5 "));
    lines[6].insert(3, '!');
    let (typed, notes) = open_twice(&record, &lines);
    assert_eq!(typed, texts[4]);
    assert!(matches!(notes[..], [Note::Damaged { line: 7, .. }]));
}

#[test]
fn an_entry_that_does_not_fit_the_record_is_as_damage() {
    let (record, journal, texts) = seven_letters(2);
    let mut lines: Vec<String> =
        str::from_utf8(&journal).unwrap().split_inclusive('\n').map(String::from).collect();
    assert!(lines[7].starts_with("5 "));
    for unfit in ["5 Redid", "5 Sang(\"a\")", "5 More(Splice(item:1,block:2,at:90,put:\"a\"))"] {
        lines[7] = line(unfit);
        lines[9] = "garbled\n".to_owned();
        let (typed, notes) = open_twice(&record, &lines);
        assert_eq!(typed, texts[4]);
        assert!(matches!(notes[..], [Note::Recovered { entries: 2, .. }, Note::Damaged { line: 8, .. }]));
    }
}

#[test]
fn a_line_that_was_taken_out_is_missed() {
    let (record, journal, texts) = seven_letters(2);
    let journal = String::from_utf8(journal).unwrap();
    let (_folder, path) = place();
    let without: Vec<&str> = journal.split_inclusive('\n').filter(|line| !line.starts_with("5 ")).collect();
    fs::write(&path, record).unwrap();
    fs::write(path.with_extension("journal"), without.concat()).unwrap();
    let opened = store::open(&path).unwrap();
    assert_eq!(text(&opened), texts[4]);
    assert!(matches!(opened.notes[..], [Note::Recovered { .. }, Note::Damaged { line: 8, .. }]));
}

#[test]
fn a_journal_of_a_newer_program_is_refused() {
    let (record, ..) = seven_letters(2);
    let (_folder, path) = place();
    fs::write(&path, record).unwrap();
    let journal = line("minutebook journal 2 by something new");
    fs::write(path.with_extension("journal"), &journal).unwrap();
    let refused = store::open(&path).unwrap_err();
    assert!(matches!(refused, StoreError::Newer { format: 2, reads: 1, .. }), "{refused}");
    assert_eq!(fs::read_to_string(path.with_extension("journal")).unwrap(), journal);
}

/// What opening a file with this content says after the name of the file. It must be one line, and the file
/// must be as it was.
fn fault(content: &[u8]) -> String {
    let (_folder, path) = place();
    fs::write(&path, content).unwrap();
    let said = store::open(&path).unwrap_err().to_string();
    assert_eq!(fs::read(&path).unwrap(), content);
    assert!(!said.contains('\n'), "{said}");
    after_the_name(&said, &path)
}

fn after_the_name(said: &str, path: &Path) -> String {
    said.strip_prefix(path.to_str().unwrap()).unwrap_or_else(|| panic!("{said}")).to_owned()
}

#[test]
fn every_fault_of_a_record_is_told_in_a_sentence() {
    let (record, ..) = seven_letters(2);
    let record = String::from_utf8(record).unwrap();
    let with = |old: &str, new: &str| fault(record.replacen(old, new, 1).as_bytes());
    let said = [
        fault(b""),
        fault(b" \n"),
        fault(b"Session(\n  caf\xe9"),
        fault(b"# Minutes\n\nof the meeting"),
        fault(b"(width: 80, height: 24)"),
        fault(&record.as_bytes()[..record.len() / 2]),
        with("format: 1", "format: 7, shape: Round"),
        with("format: 1", "format: 0"),
        with("date:", "dte:"),
        with("2021-11-18", "2021-11-31"),
        with("            date", "}           date"),
        with("id: \"a1\"", "id: \"a 1\""),
        with("entries: 2", "entries: 99999999999999999"),
        with("label: \"B1\"", "part: 9"),
        with("text:", "level: 3, text:"),
    ];
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_record_that_does_not_hold_together_is_refused() {
    let movement = |id, person, item| Movement {
        id: MovementId(id),
        person: PersonId(person),
        what: Move::Left,
        item,
        after: None,
        at: None,
        mode: Mode::Room,
        why: String::new(),
    };
    let mut meeting = meeting();
    meeting.people = vec![Person::new(PersonId(5), "Mr Tallow"), Person::new(PersonId(5), "Ms Oake")];
    meeting.attendance = vec![movement(6, 7, None), movement(8, 5, Some(ItemId(9)))];
    let again = meeting.items[0].minutes[0].clone();
    meeting.items[0].minutes.push(again);
    let faults = [
        "two people have the id 5",
        "two blocks have the id 2",
        "line 6 of the attendance log speaks of somebody that the record does not hold",
        "line 8 of the attendance log speaks of an item that the record does not hold",
    ];
    assert_eq!(meeting.faults(), faults);
    let (_folder, path) = place();
    assert!(matches!(store::create(&path, &meeting, "a1"), Err(StoreError::Faulty { .. })));
    assert!(!path.exists());
}

#[test]
fn a_record_cut_anywhere_is_known_to_be_cut() {
    let (record, ..) = seven_letters(2);
    let (_folder, path) = place();
    for cut in 1..record.len() - 1 {
        fs::write(&path, &record[..cut]).unwrap();
        let refused = store::read_only(&path).unwrap_err();
        assert!(matches!(refused, StoreError::Cut { .. }), "cut at {cut}: {refused}");
    }
}

#[test]
fn a_garbled_record_is_read_or_refused() {
    let (record, ..) = seven_letters(2);
    let (_folder, path) = place();
    for at in 0..record.len() {
        for bit in [1, 8, 0x80] {
            let mut garbled = record.clone();
            garbled[at] ^= bit;
            fs::write(&path, &garbled).unwrap();
            if let Err(refused) = store::read_only(&path) {
                assert!(!refused.to_string().contains('\n'));
            }
            assert_eq!(fs::read(&path).unwrap(), garbled);
        }
    }
}

#[test]
fn what_is_no_file_is_not_opened() {
    let (folder, path) = place();
    let missing = store::open(&path).unwrap_err();
    let said = after_the_name(&missing.to_string(), &path);
    assert_eq!(
        said,
        ": reading failed because there is no such file or folder; check the name and the folder"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "no lock is left behind");
    fs::create_dir(&path).unwrap();
    assert!(matches!(store::open(&path), Err(StoreError::NotAFile { .. })));
    assert!(matches!(store::read_only(&path), Err(StoreError::NotAFile { .. })));
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_not_opened() {
    use std::os::unix::fs::PermissionsExt;
    let (record, ..) = seven_letters(2);
    let (_folder, path) = place();
    fs::write(&path, &record).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        crate::shared::skipped("this user may read everything");
        return;
    }
    let said = store::open(&path).unwrap_err().to_string();
    assert!(said.contains("permission is denied"), "{said}");
}
