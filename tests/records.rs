//! Records of earlier versions: today's program opens, replays, verifies and prints what a version before it wrote.
//!
//! `tests/records/` has a folder for each version. Its files are never rewritten.

use crate::program::{House, everything_in};
#[cfg(unix)]
use crate::pty::Terminal;
use crate::store::{enter, recall};
use minutebook::domain::meeting::Status;
use minutebook::houses::Houses;
use minutebook::import;
use minutebook::session::Entry;
use minutebook::store::{self, Note, Sealing};
use std::fs;
use std::path::{Path, PathBuf};

/// The records of version 0.1.
const RECORDS: [&str; 6] = ["agreed", "every-field", "restricted", "sealed", "styled", "unsaved"];

/// The sealed ones among them.
const SEALED: [&str; 2] = ["every-field", "sealed"];

fn originals() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records/0.1")
}

/// A house with copies of the records in its work folder, and with the clerk's own files in its config folder.
fn house() -> House {
    let house = House::new();
    for (path, bytes) in everything_in(&originals()) {
        house.write(path.file_name().unwrap().to_str().unwrap(), bytes);
    }
    for name in ["config.ron", "styles/quayside.ron", "profiles/trust-port.ron"] {
        let text = fs::read_to_string(originals().join("config").join(name)).unwrap();
        house.configure_file(name, &text);
    }
    house
}

#[test]
fn every_record_has_its_name_in_the_list() {
    let is_record = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "ron");
    let files = everything_in(&originals()).into_iter().map(|(path, _)| path).filter(is_record);
    let names: Vec<_> = files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(names, RECORDS);
}

#[test]
fn a_record_is_printed_as_the_version_that_wrote_it_printed_it() {
    let house = house();
    let before = everything_in(&house.path(""));
    for name in RECORDS {
        for audience in ["full", "public"] {
            let printed = house.run(&["export", &format!("{name}.ron"), "--audience", audience]).well();
            let expected = fs::read_to_string(originals().join(format!("{name}-{audience}.txt"))).unwrap();
            assert_eq!(printed, expected, "{name}, {audience}");
        }
        for format in ["markdown", "html", "docx", "pdf", "json"] {
            let output = house.path(&format!("{name}.out"));
            let arguments = ["export", &format!("{name}.ron"), "--audience", "full", "--format", format];
            house.run(&[&arguments[..], &["-o", output.to_str().unwrap()]].concat()).well();
            assert!(fs::metadata(&output).unwrap().len() > 500, "{name}, {format}");
            fs::remove_file(output).unwrap();
        }
    }
    assert_eq!(everything_in(&house.path("")), before, "an export changes nothing");
}

#[test]
fn a_seal_of_an_earlier_version_is_verified() {
    let house = house();
    for name in RECORDS {
        let file = format!("{name}.ron");
        let verified = house.run(&["verify", &file]);
        if SEALED.contains(&name) {
            assert!(verified.well().contains("is as it was sealed, sha256:"), "{name}");
        } else {
            assert!(verified.found().contains("is not sealed"), "{name}");
        }
        let meeting = store::read_only(&house.path(&file)).unwrap().session.meeting().clone();
        assert_eq!(SEALED.contains(&name), meeting.course.status == Status::Sealed, "{name}");
        assert_eq!(SEALED.contains(&name), store::verify(&meeting) == Sealing::Whole, "{name}");
    }
}

/// The digests that the rule of new seals gives of the sealed records. They never change: records are sealed by them.
#[test]
fn the_rule_of_new_seals_gives_the_same_digest_from_version_to_version() {
    let expected = [
        "sha256-v2:74814f32aab93b84fbed04e571a2107d4ecc29f73edbc8b48d9bc8cc3748710e",
        "sha256-v2:485ded4d6b00068614afd248f22497e4449233076236dc20a87dbd197339a221",
    ];
    let digests = SEALED.map(|name| {
        let file = originals().join(format!("{name}.ron"));
        let snapshot = store::snapshot::read(&file).unwrap();
        store::seal::digest(&snapshot.meeting)
    });
    assert_eq!(digests, expected);
}

#[test]
fn a_change_to_a_record_sealed_by_an_earlier_version_is_noticed() {
    let house = house();
    for name in SEALED {
        let file = house.path(&format!("{name}.ron"));
        let text = fs::read_to_string(&file).unwrap().replacen("noted", "notes", 1);
        fs::write(&file, text).unwrap();
        let verified = house.run(&["verify", &format!("{name}.ron")]).found();
        assert!(verified.contains("was changed after it was sealed"), "{name}: {verified}");
    }
}

#[test]
fn what_was_not_saved_when_the_program_was_killed_is_replayed() {
    let house = house();
    let opened = store::open(&house.path("unsaved.ron")).unwrap();
    assert_eq!(opened.notes, [Note::Recovered { entries: 76, changes: 20 }]);
    let blocks = opened.session.meeting().items.iter().flat_map(|item| &item.minutes);
    let words: Vec<&str> = blocks.map(|block| block.text.as_str()).collect();
    assert!(words.contains(&"The Regatta will be on 17 July 2027"), "{words:?}");
    assert!(words.contains(&"The lanterns are to be lit from dusk."), "{words:?}");
}

#[test]
fn the_journal_of_an_earlier_version_takes_a_record_back_to_its_beginning_and_forward_again() {
    let house = house();
    for name in RECORDS {
        let path = house.path(&format!("{name}.ron"));
        assert!(store::past(&path).unwrap().span().is_some(), "{name}");
        let mut opened = store::open(&path).unwrap();
        assert!(opened.notes.iter().all(|note| matches!(note, Note::Recovered { .. })), "{name}");
        if SEALED.contains(&name) {
            continue;
        }
        let last = opened.session.meeting().clone();
        recall(&mut opened, &path);
        let mut steps = 0;
        while enter(&mut opened, Entry::Undid) {
            steps += 1;
        }
        assert!(steps > 20, "{name}: {steps} steps");
        assert!(opened.session.history().done.is_empty(), "{name}");
        assert!(opened.session.meeting().is_untouched(), "{name} is as it was imported");
        for _ in 0..steps {
            assert!(enter(&mut opened, Entry::Redid), "{name}");
        }
        assert_eq!(opened.session.meeting(), &last, "{name}");
    }
}

#[test]
fn the_style_and_the_profile_of_a_clerk_are_still_read() {
    let mut houses = Houses::built_in().clone();
    let read = |name: &str| fs::read_to_string(originals().join("config").join(name)).unwrap();
    houses.add_style(&read("styles/quayside.ron")).unwrap();
    houses.add_profile(&read("profiles/trust-port.ron")).unwrap();
    let meeting = store::read_only(&house().path("styled.ron")).unwrap().session.meeting().clone();
    assert_eq!(meeting.head.style, "quayside");
    assert_eq!(houses.style("quayside").unwrap().resolved, "AGREED");
    assert_eq!(houses.profile_of(&meeting.head).name, "trust port");
}

#[test]
#[cfg(unix)]
fn the_settings_of_a_clerk_are_still_read() {
    let house = house();
    let mut terminal = Terminal::start(&house, &["styled.ron"]);
    terminal.see("TO DO: Miss Sprit");
    // Ctrl-T is the clerk's own key, and `tide` the clerk's own phrase.
    terminal.send("\x14");
    terminal.see("action");
    terminal.send("\x1b[1;5B");
    terminal.see("B3 Any other business");
    terminal.send(";tide ");
    terminal.see("subject to the state of the tide");
    let screen = terminal.screen();
    assert!(!screen.contains("not used"), "{screen}");
    terminal.send(crate::pty::QUIT);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn the_neutral_json_of_an_earlier_version_is_still_read() {
    let json = fs::read(originals().join("restricted.json")).unwrap();
    let proposal = import::read(&json).unwrap();
    let record = store::read_only(&house().path("restricted.ron")).unwrap().session.meeting().clone();
    assert_eq!(proposal.meeting.head.body, record.head.body);
    assert_eq!(proposal.meeting.head.date, record.head.date);
    let titles = |meeting: &minutebook::domain::meeting::Meeting| {
        meeting.items.iter().map(|item| item.heading.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles(&proposal.meeting), titles(&record));
}
