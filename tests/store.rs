//! The disk: what is written is there again, what was done can be undone, and one program writes.

use minutebook::domain::agenda::{Heading, Item};
use minutebook::domain::edit::Edit;
use minutebook::domain::id::{BlockId, ItemId};
use minutebook::domain::meeting::{Head, Meeting, Status};
use minutebook::domain::minutes::Block;
use minutebook::session::{Change, Entry};
use minutebook::store::{self, Answer, Library, Note, Odds, Opened, Order, Place, StoreError, Writer};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use tempfile::TempDir;

/// A meeting with one item, in which one empty paragraph stands.
pub fn meeting() -> Meeting {
    let heading = Heading { title: "Household waste".into(), label: "B1".into(), ..Heading::default() };
    let minutes = vec![Block::paragraph(BlockId(2), "")];
    let date = chrono::NaiveDate::from_ymd_opt(2021, 11, 18);
    Meeting {
        head: Head { body: "Saltmarsh Harbour Partnership".into(), date, ..Head::default() },
        items: vec![Item { id: ItemId(1), heading, minutes }],
        ..Meeting::default()
    }
}

/// A folder, and the path of a session in it.
pub fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("2021-11-18 waste.ron");
    (folder, path)
}

/// Does something in a session, as the shell does: enters it and then appends it.
pub fn enter(opened: &mut Opened, entry: Entry) -> bool {
    let done = opened.session.enter(entry.clone()).is_ok();
    if done {
        opened.journal.add(Box::new(entry));
        opened.journal.flush().unwrap();
    }
    done
}

/// Types at the end of the paragraph, as a step of its own or going on with the last.
pub fn type_on(opened: &mut Opened, put: &str, step: bool) {
    let at = text(opened).len();
    let edit = Edit::Splice { item: ItemId(1), block: BlockId(2), at, out: String::new(), put: put.into() };
    let entry = if step { Entry::Did(Change::new("Typed", vec![edit])) } else { Entry::More(edit) };
    assert!(enter(opened, entry));
}

/// The words of the paragraph.
pub fn text(opened: &Opened) -> String {
    opened.session.meeting().items[0].minutes[0].text.clone()
}

/// Saves the record and waits for it. Returns what the writer answered.
pub fn save(opened: &Opened) -> Vec<Answer> {
    let (tell, told) = mpsc::channel();
    let writer = Writer::start(opened, move |answer| tell.send(answer).unwrap()).unwrap();
    writer.send(Order::Save(Box::new(opened.session.meeting().clone()), opened.session.entries()));
    writer.finish();
    told.iter().collect()
}

/// Says what was done before the session was opened, if it can be known.
pub fn recall(opened: &mut Opened, path: &Path) {
    if opened.session.has_earlier() {
        opened.session.recall(store::recall(path, opened.before).unwrap());
    }
}

#[test]
fn what_was_typed_after_the_last_save_is_there_again() {
    let (_folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    type_on(&mut opened, " noted", false);
    assert_eq!(save(&opened), [Answer::Stored { entries: 2 }]);
    type_on(&mut opened, " the report", false);
    type_on(&mut opened, ".", true);
    let left = Place { item: ItemId(1), block: Some(BlockId(2)), offset: 7 };
    opened.journal.mark_place(left);
    drop(opened);
    for _ in 0..2 {
        let seen = store::read_only(&path).unwrap();
        assert_eq!(seen.notes, [Note::Recovered { entries: 2, changes: 2 }]);
        assert_eq!(seen.notes[0].to_string(), "Recovered 2 changes made after the last save.");
    }
    let opened = store::open(&path).unwrap();
    assert_eq!(text(&opened), "Members noted the report.");
    assert_eq!(opened.session.history().done.len(), 2, "the step that was begun before the save is one step");
    assert_eq!((opened.session.entries(), opened.place), (4, Some(left)));
    save(&opened);
    drop(opened);
    assert_eq!(store::open(&path).unwrap().notes, []);
}

#[test]
fn undo_reaches_back_before_a_restart() {
    let (_folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    for word in ["Members", " noted", " it"] {
        type_on(&mut opened, word, true);
    }
    save(&opened);
    drop(opened);
    let mut opened = store::open(&path).unwrap();
    assert!(!enter(&mut opened, Entry::Undid), "nothing is known before it is recalled");
    recall(&mut opened, &path);
    assert!(enter(&mut opened, Entry::Undid) && enter(&mut opened, Entry::Undid));
    drop(opened);
    let mut opened = store::open(&path).unwrap();
    assert_eq!(text(&opened), "Members");
    assert!(enter(&mut opened, Entry::Redid) && enter(&mut opened, Entry::Redid));
    assert_eq!(text(&opened), "Members noted it");
}

#[test]
fn a_record_changed_by_hand_stands() {
    let (_folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    save(&opened);
    type_on(&mut opened, " noted", true);
    drop(opened);
    let journal = fs::read(path.with_extension("journal")).unwrap();
    let by_hand = fs::read_to_string(&path).unwrap().replace("Members", "Councillors\n\tall");
    fs::write(&path, format!("\u{feff}{}", by_hand.replace('\n', "\r\n"))).unwrap();
    let before = everything_in(&path);
    assert_eq!(store::read_only(&path).unwrap().notes.len(), 1);
    assert_eq!(everything_in(&path), before, "reading changes nothing");
    let mut opened = store::open(&path).unwrap();
    assert_eq!(text(&opened), "Councillors   all", "line ends within a text are blanks");
    let Note::AtOdds { why: Odds::Changed, unsaved: 1, aside: Some(aside) } = &opened.notes[0] else {
        panic!("{:?}", opened.notes)
    };
    assert!(aside.ends_with("2021-11-18 waste.journal.set-aside-1"));
    assert_eq!(fs::read(aside).unwrap(), journal, "nothing of the journal is lost");
    type_on(&mut opened, ".", true);
    drop(opened);
    let opened = store::open(&path).unwrap();
    assert_eq!((text(&opened).as_str(), opened.notes.len()), ("Councillors   all.", 1));
}

#[test]
fn a_journal_of_another_session_is_not_used() {
    let (_folder, path) = place();
    let mut other = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut other, "Members", true);
    drop(other);
    fs::remove_file(&path).unwrap();
    let opened = store::create(&path, &meeting(), "b2").unwrap();
    assert!(matches!(opened.notes[..], [Note::AtOdds { why: Odds::AnotherSession, aside: Some(_), .. }]));
    assert_eq!(text(&opened), "");
}

#[test]
fn a_record_without_its_journal_is_complete() {
    let (_folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    save(&opened);
    drop(opened);
    fs::remove_file(path.with_extension("journal")).unwrap();
    let mut opened = store::open(&path).unwrap();
    assert_eq!((text(&opened).as_str(), opened.notes.len()), ("Members", 0));
    type_on(&mut opened, " noted", true);
    drop(opened);
    assert_eq!(text(&store::open(&path).unwrap()), "Members noted");
}

#[test]
fn what_piles_up_before_a_slow_disk_is_done_together() {
    let (_folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    let (tell, told) = mpsc::channel();
    let (go, wait) = mpsc::channel::<()>();
    let writer = Writer::start(&opened, move |answer| {
        tell.send(answer).unwrap();
        let _ = wait.recv();
    })
    .unwrap();
    type_on(&mut opened, "Members", true);
    writer.send(Order::Sync);
    assert_eq!(told.recv().unwrap(), Answer::Stored { entries: 1 });
    for word in [" noted", " the", " report"] {
        type_on(&mut opened, word, true);
        writer.send(Order::Save(Box::new(opened.session.meeting().clone()), opened.session.entries()));
        writer.send(Order::Sync);
    }
    drop(go);
    writer.finish();
    assert_eq!(told.iter().collect::<Vec<_>>(), [Answer::Stored { entries: 4 }]);
    assert!(fs::read_to_string(&path).unwrap().contains("Members noted the report"));
}

#[test]
fn nobody_s_version_is_overwritten_unseen() {
    let (_folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    fs::write(&path, "somebody else's").unwrap();
    let answers = save(&opened);
    let [Answer::SetAside { path: aside }, Answer::Stored { entries: 1 }] = &answers[..] else {
        panic!("{answers:?}")
    };
    assert_eq!(fs::read(aside).unwrap(), b"somebody else's");
    drop(opened);
    assert_eq!(text(&store::open(&path).unwrap()), "Members");
}

#[test]
fn a_failed_save_is_told_and_can_be_tried_again() {
    let (folder, path) = place();
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).unwrap();
    let mut opened = store::create(&inner.join("a.ron"), &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    fs::rename(&inner, &path).unwrap();
    let failed = save(&opened);
    let why = "its folder is gone".to_owned();
    assert_eq!(failed, [Answer::Failed { entries: 1, why }]);
    fs::rename(&path, &inner).unwrap();
    assert_eq!(save(&opened), [Answer::Stored { entries: 1 }]);
}

#[test]
fn one_program_writes_and_a_stale_lock_is_no_lock() {
    let (_folder, path) = place();
    let opened = store::create(&path, &meeting(), "a1").unwrap();
    let refused = store::open(&path).unwrap_err();
    assert!(matches!(&refused, StoreError::Held { by, .. } if by.contains("process")), "{refused}");
    assert!(store::read_only(&path).is_ok());
    let lock = opened.files.lock.clone();
    let writer = Writer::start(&opened, |_| ()).unwrap();
    drop(opened);
    assert!(matches!(store::open(&path), Err(StoreError::Held { .. })), "its last save may not be done");
    writer.finish();
    assert!(lock.exists());
    assert!(store::open(&path).is_ok());
}

#[test]
fn a_session_is_begun_but_never_over_another_file() {
    let (_folder, path) = place();
    fs::write(&path, "mine").unwrap();
    assert!(matches!(store::create(&path, &meeting(), "a1"), Err(StoreError::Exists { .. })));
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    assert_ne!(store::new_id(), store::new_id());
}

#[cfg(unix)]
#[test]
fn permissions_and_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (folder, path) = place();
    let opened = store::create(&path, &meeting(), "a1").unwrap();
    assert_eq!((mode(&path), mode(&opened.files.journal)), (0o600, 0o600));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    save(&opened);
    assert_eq!(mode(&path), 0o640);
    drop(opened);
    let link = folder.path().join("link.ron");
    symlink(&path, &link).unwrap();
    let mut opened = store::open(&link).unwrap();
    assert!(matches!(store::open(&path), Err(StoreError::Held { .. })), "both names have one lock");
    type_on(&mut opened, "Members", true);
    save(&opened);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(mode(&path), 0o640);
    assert!(fs::read_to_string(&path).unwrap().contains("Members"));
}

#[test]
fn the_record_in_the_documentation_is_one() {
    let document = include_str!("../docs/file-format.md");
    let (_, record) = document.split_once("```ron\n").unwrap();
    let (record, _) = record.split_once("```").unwrap();
    let (_folder, path) = place();
    fs::write(&path, record).unwrap();
    let opened = store::open(&path).unwrap();
    save(&opened);
    let printed = fs::read_to_string(&path).unwrap();
    // Every field that is shown is one that is printed, except those that say what goes without saying.
    let fields = |text: &str| text.split([' ', '(', '\n']).filter(|it| it.ends_with(':')).count();
    let plain: String =
        record.lines().map(|line| line.split("//").next().unwrap().to_owned() + "\n").collect();
    assert_eq!(fields(&plain) - fields(&printed), 2, "restricted: false, statement: nothing\n{printed}");
}

#[test]
fn the_library_lists_newest_first_and_hides_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::of_user(Some(folder.path().join("a/sessions").into())).unwrap();
    assert_eq!(library.list().unwrap().len(), 0);
    let mut names = Vec::new();
    for (body, day) in
        [("The Pwyllgor Ŵyn & Cafés", 17), ("Planning Committee", 18), ("Planning Committee", 18)]
    {
        let mut meeting = meeting();
        meeting.head.body = body.into();
        meeting.head.date = chrono::NaiveDate::from_ymd_opt(2031, 11, day);
        let path = library.free_path(&meeting.head).unwrap();
        names.push(path.file_name().unwrap().to_str().unwrap().to_owned());
        store::create(&path, &meeting, &store::new_id()).unwrap();
    }
    let expected =
        ["2031-11-17 pwyllgor-wyn-cafes.ron", "2031-11-18 planning.ron", "2031-11-18 planning (2).ron"];
    assert_eq!(names, expected);
    fs::write(library.folder().join("bad.ron"), "Session(").unwrap();
    let list = library.list().unwrap();
    let days: Vec<_> =
        list.iter().map(|listed| listed.summary.as_ref().ok().and_then(|it| it.date)).collect();
    assert_eq!(
        days.iter().flatten().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        "2031-11-18 2031-11-18 2031-11-17"
    );
    assert_eq!(list.iter().filter(|listed| listed.summary.is_err()).count(), 1);
    let first = list[0].summary.as_ref().unwrap();
    assert_eq!((first.body.as_str(), first.items, first.status), ("Planning Committee", 1, Status::Prepared));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(library.folder()).unwrap().permissions().mode() & 0o777, 0o700);
    }
}

/// Every file beside a session, by name and content.
pub fn everything_in(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.map(|path| (path.clone(), fs::read(&path).unwrap_or_default())).collect();
    files.sort();
    files
}
