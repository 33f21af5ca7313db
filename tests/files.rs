//! The files of a session: whose they are, what they may be called, and what other programs do to them.
#![cfg(unix)]

use crate::program::House;
use crate::store::{enter, meeting, place, recall, save, text, type_on};
use minutebook::session::Entry;
use minutebook::store::{self, Note, Odds};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn files_are_their_owner_s_alone_whatever_the_umask() {
    for umask in ["000", "022", "277"] {
        let house = House::new();
        house.write("agenda.txt", "Saltmarsh Harbour Partnership\n\nAGENDA\n\n1. Apologies\n2. Dredging\n");
        let run = format!("umask {umask}; exec \"$0\" import agenda.txt -o s.ron");
        let program = env!("CARGO_BIN_EXE_minutebook");
        let mut shell = Command::new("sh");
        shell.args(["-c", &run, program]).current_dir(house.path("")).envs(house.surroundings());
        assert!(shell.output().unwrap().status.success(), "umask {umask}");
        for name in ["s.ron", "s.journal", ".s.ron.lock"] {
            assert_eq!(mode(&house.path(name)), 0o600, "{name} with umask {umask}");
        }
    }
}

#[test]
fn the_lock_may_be_taken_by_whoever_may_write_the_record() {
    let (_folder, path) = place();
    let opened = store::create(&path, &meeting(), "a1").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).unwrap();
    drop(opened);
    let opened = store::open(&path).unwrap();
    assert_eq!(mode(&opened.files.lock), 0o660);
    save(&opened);
    assert_eq!(mode(&path), 0o660);
}

#[test]
fn a_session_may_be_called_anything() {
    let folder = tempfile::tempdir().unwrap();
    let long = format!("{}.ron", "ŵ".repeat(125));
    assert_eq!(long.len(), 254);
    let names: [&[u8]; 7] = [
        b"two\nlines.ron",
        b"-o.ron",
        b"caf\xe9.ron",
        b"\x1b[2J.ron",
        b"a session",
        b"it's \"quoted\" (2).ron",
        long.as_bytes(),
    ];
    for name in names {
        let path = folder.path().join(OsStr::from_bytes(name));
        let mut opened = store::create(&path, &meeting(), "a1").unwrap();
        type_on(&mut opened, "Members", true);
        save(&opened);
        type_on(&mut opened, " noted", true);
        let refused = store::open(&path).unwrap_err().to_string();
        assert!(!minutebook::text::has_control(&refused), "{refused:?}");
        drop(opened);
        let mut opened = store::open(&path).unwrap();
        assert_eq!(text(&opened), "Members noted", "{path:?}");
        recall(&mut opened, &path);
        assert!(enter(&mut opened, Entry::Undid) && enter(&mut opened, Entry::Undid));
        save(&opened);
        assert!(!store::older_copies(&path).unwrap().is_empty(), "{path:?}");
    }
    let mut journals: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    journals.retain(|name| name.as_bytes().ends_with(b".journal"));
    assert_eq!(journals.len(), names.len(), "none shares a journal with another: {journals:?}");
}

#[test]
fn what_is_said_of_an_oddly_named_session_is_one_harmless_line() {
    let house = House::new();
    for name in ["two\nlines.ron", "\u{1b}[2J.ron"] {
        let said = house.run(&["recover", name]);
        said.complaint(1);
        house.session(name);
        assert!(!house.run(&["recover", name, "--list"]).well().contains('\u{1b}'));
    }
    house.session("-o.ron");
    assert!(house.run(&["recover", "--print", "--", "-o.ron"]).well().contains("Introduction"));
}

#[test]
fn a_conflict_copy_that_a_sync_tool_made_is_a_session_of_its_own() {
    let (folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    save(&opened);
    let other = folder.path().join("2021-11-18 waste (conflicted copy).ron");
    fs::copy(&path, &other).unwrap();
    type_on(&mut opened, " noted", true);
    let mut copy = store::open(&other).unwrap();
    type_on(&mut copy, " met", true);
    drop((opened, copy));
    assert_eq!(text(&store::open(&path).unwrap()), "Members noted");
    assert_eq!(text(&store::open(&other).unwrap()), "Members met");
}

#[test]
fn an_older_journal_that_a_sync_tool_put_back_does_not_take_the_record_back() {
    let (_folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    let old = fs::read(&opened.files.journal).unwrap();
    type_on(&mut opened, " noted", true);
    save(&opened);
    drop(opened);
    fs::write(path.with_extension("journal"), &old).unwrap();
    let opened = store::open(&path).unwrap();
    assert_eq!(text(&opened), "Members noted");
    let Note::AtOdds { why: Odds::Gap, aside: Some(aside), .. } = &opened.notes[0] else {
        panic!("{:?}", opened.notes)
    };
    assert_eq!(fs::read(aside).unwrap(), old);
}

#[test]
fn a_lock_that_was_left_behind_by_anybody_locks_nobody_out() {
    let (_folder, path) = place();
    drop(store::create(&path, &meeting(), "a1").unwrap());
    let lock = store::Files::of(&path).lock;
    for note in [&b"by somebody on another computer, process 1\n"[..], b"", b"\xff\x00\x1b"] {
        fs::write(&lock, note).unwrap();
        drop(store::open(&path).unwrap());
    }
    fs::set_permissions(&lock, fs::Permissions::from_mode(0o444)).unwrap();
    drop(store::open(&path).unwrap());
}

#[test]
fn a_record_behind_a_chain_of_links_is_replaced_and_the_links_stay() {
    use std::os::unix::fs::symlink;
    let (folder, path) = place();
    drop(store::create(&path, &meeting(), "a1").unwrap());
    let (one, two) = (folder.path().join("one.ron"), folder.path().join("two.ron"));
    symlink(&path, &one).unwrap();
    symlink("one.ron", &two).unwrap();
    let mut opened = store::open(&two).unwrap();
    type_on(&mut opened, "Members", true);
    save(&opened);
    assert!([&one, &two].iter().all(|link| fs::symlink_metadata(link).unwrap().is_symlink()));
    assert!(fs::read_to_string(&path).unwrap().contains("Members"));
    // A link that leads nowhere is told, and nothing is made at its other end.
    let lost = folder.path().join("lost.ron");
    symlink(folder.path().join("gone.ron"), &lost).unwrap();
    assert!(store::open(&lost).is_err());
    assert!(store::create(&lost, &meeting(), "a1").is_err());
    assert!(!folder.path().join("gone.ron").exists());
}
