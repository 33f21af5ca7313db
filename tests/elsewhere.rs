//! When the place of a session fails under it: nothing is called saved that is not, and the clerk can go on in
//! another place with everything that was typed.

use crate::stage::Stage;
use crate::store::{enter, meeting, place, recall, save, text, type_on};
use minutebook::desk::{Effect, Saved};
use minutebook::session::Entry;
use minutebook::store::{self, Answer, Note, Opened, Order, StoreError, Writer};
use minutebook::update::Event;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

/// Orders a session to go on under another path, and waits for the answers.
fn go(opened: &Opened, to: &Path) -> Vec<Answer> {
    let (tell, told) = mpsc::channel();
    let mut writer = Writer::start(opened, move |answer| tell.send(answer).unwrap()).unwrap();
    let session = &opened.session;
    writer.elsewhere(to.to_owned(), session.meeting().clone(), session.entries()).unwrap();
    writer.finish();
    told.iter().collect()
}

fn moved(answers: &[Answer]) -> PathBuf {
    match answers.first() {
        Some(Answer::Moved { files }) => files.record.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_session_goes_on_in_another_place_with_its_history() {
    let (folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    save(&opened);
    type_on(&mut opened, " noted", true);
    let there = folder.path().join("stick");
    fs::create_dir(&there).unwrap();
    let old = (fs::read(&path).unwrap(), fs::read(&opened.files.journal).unwrap());
    let record = moved(&go(&opened, &there));
    assert_eq!(record, there.join("2021-11-18 waste.ron"), "it keeps its name");
    // What is typed from now on goes there, and the old place stays as it was.
    type_on(&mut opened, " it", true);
    assert_eq!(fs::read(&path).unwrap(), old.0);
    assert_eq!(fs::read(&opened.files.journal).unwrap(), old.1);
    drop(opened);
    let mut opened = store::open(&record).unwrap();
    assert_eq!(text(&opened), "Members noted it");
    assert_eq!(opened.notes, [Note::Recovered { entries: 1, changes: 1 }], "only what came after the move");
    recall(&mut opened, &record);
    for _ in 0..3 {
        assert!(enter(&mut opened, Entry::Undid), "undo reaches back before the move");
    }
    assert_eq!(text(&opened), "");
}

#[test]
fn what_could_not_be_written_goes_along() {
    let (folder, path) = place();
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).unwrap();
    let mut opened = store::create(&inner.join("a.ron"), &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    save(&opened);
    type_on(&mut opened, " noted", true);
    fs::remove_dir_all(&inner).unwrap();
    type_on(&mut opened, " the report", true);
    let why = "its folder is gone".to_owned();
    assert_eq!(save(&opened), [Answer::Failed { entries: 3, why }]);
    let record = moved(&go(&opened, &path));
    type_on(&mut opened, ".", true);
    drop(opened);
    let mut opened = store::open(&record).unwrap();
    assert_eq!(text(&opened), "Members noted the report.");
    recall(&mut opened, &record);
    assert_eq!(opened.session.history().done.len(), 4, "also what was done before the folder went");
}

#[test]
fn another_place_is_never_somebody_s_file() {
    let (folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    let taken = folder.path().join("taken.ron");
    fs::write(&taken, "somebody's").unwrap();
    let lonely = folder.path().join("lonely.ron");
    fs::write(lonely.with_extension("journal"), "somebody's").unwrap();
    let nowhere = folder.path().join("no/such/folder.ron");
    for (to, said) in
        [(&taken, "choose another name"), (&lonely, "choose another name"), (&nowhere, "folder")]
    {
        let answers = go(&opened, to);
        let [Answer::NotMoved { path, why }] = &answers[..] else { panic!("{answers:?}") };
        assert!(path == to && why.contains(said), "{why}");
    }
    assert_eq!(fs::read(&taken).unwrap(), b"somebody's");
    type_on(&mut opened, " noted", true);
    save(&opened);
    drop(opened);
    assert_eq!(text(&store::open(&path).unwrap()), "Members noted", "it has stayed where it was");
}

#[test]
fn whoever_finds_the_session_gone_does_not_fetch_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let opened = store::create(&folder.path().join("s.ron"), &meeting(), "5f1c").unwrap();
    let (tell, answers) = mpsc::channel();
    let mut writer = Writer::start(&opened, move |answer| tell.send(answer).unwrap()).unwrap();
    let (first, second) = (folder.path().join("first.ron"), folder.path().join("second.ron"));
    let order =
        |writer: &mut Writer, to: &Path| writer.elsewhere(to.to_owned(), opened.session.meeting().clone(), 0);
    order(&mut writer, &first).unwrap();
    let Answer::Moved { files } = answers.recv().unwrap() else { panic!("nothing stands in the way") };
    // As by one that a disk which did not answer had held up since before.
    order(&mut writer, &second).unwrap();
    let Answer::NotMoved { path, why } = answers.recv().unwrap() else { panic!("it is not there any more") };
    assert_eq!((path, second.exists()), (second, false));
    assert!(
        why.ends_with(
            "the session was taken to another place first; save it here once more if that is meant"
        ),
        "{why}"
    );
    writer.go_on().unwrap();
    opened.journal.add(Box::new(Entry::Undid));
    opened.journal.flush().unwrap();
    assert!(fs::read_to_string(files.journal).unwrap().contains("Undid"));
}

#[test]
fn the_lock_goes_along() {
    let (folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    let (tell, told) = mpsc::channel();
    let mut writer = Writer::start(&opened, move |answer| tell.send(answer).unwrap()).unwrap();
    let meeting = opened.session.meeting().clone();
    drop(opened);
    writer.elsewhere(folder.path().join("other"), meeting.clone(), 1).unwrap();
    let Ok(Answer::Moved { files }) = told.recv() else { panic!("it should have moved") };
    assert!(files.record.ends_with("other.ron"), "a session is a .ron file: {files:?}");
    assert!(matches!(store::open(&files.record), Err(StoreError::Held { .. })));
    assert!(matches!(store::open(&path), Err(StoreError::Held { .. })), "not before the writer has gone on");
    let old = fs::read(&path).unwrap();
    writer.go_on().unwrap();
    writer.send(Order::Save(Box::default(), 1));
    writer.finish();
    assert_eq!(fs::read(&path).unwrap(), old, "what is saved from now on is saved there");
    // The old place is let go by a thread that nobody waits for.
    while matches!(store::open(&path), Err(StoreError::Held { .. })) {
        std::thread::yield_now();
    }
    assert!(store::open(&files.record).is_ok());
}

#[cfg(unix)]
#[test]
fn a_journal_whose_folder_went_and_came_back_empty_is_written_again() {
    let (folder, _) = place();
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).unwrap();
    let path = inner.join("a.ron");
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    save(&opened);
    fs::remove_dir_all(&inner).unwrap();
    type_on(&mut opened, " noted", true);
    let (tell, told) = mpsc::channel();
    let writer = Writer::start(&opened, move |answer| tell.send(answer).unwrap()).unwrap();
    writer.send(Order::Sync);
    let gone = Answer::Failed { entries: 2, why: "its folder is gone".into() };
    assert_eq!(told.recv().unwrap(), gone, "a journal that nobody can find is not saved");
    fs::create_dir(&inner).unwrap();
    writer.send(Order::Save(Box::new(opened.session.meeting().clone()), 2));
    assert_eq!(told.recv().unwrap(), Answer::Stored { entries: 2 });
    // Somebody's sync tool puts an old journal there.
    fs::remove_file(&opened.files.journal).unwrap();
    fs::write(&opened.files.journal, "older").unwrap();
    type_on(&mut opened, ".", true);
    writer.send(Order::Sync);
    assert_eq!(told.recv().unwrap(), Answer::Stored { entries: 3 });
    writer.finish();
    drop(opened);
    assert_eq!(fs::read(inner.join("a.journal.set-aside-1")).unwrap(), b"older");
    let mut opened = store::open(&path).unwrap();
    assert_eq!(text(&opened), "Members noted.");
    recall(&mut opened, &path);
    assert_eq!(opened.session.history().done.len(), 3);
}

#[cfg(unix)]
#[test]
fn a_record_that_cannot_be_saved_is_not_called_saved_because_the_journal_can() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    let (tell, told) = mpsc::channel();
    let writer = Writer::start(&opened, move |answer| tell.send(answer).unwrap()).unwrap();
    type_on(&mut opened, "Members", true);
    // A folder under the record's name stands for a disk that takes lines and no new files.
    let away = folder.path().join("away.ron");
    fs::rename(&path, &away).unwrap();
    fs::create_dir(&path).unwrap();
    fs::write(path.join("in the way"), "").unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    let order = || Order::Save(Box::new(opened.session.meeting().clone()), 1);
    writer.send(order());
    assert!(matches!(told.recv().unwrap(), Answer::Failed { .. }));
    writer.send(Order::Sync);
    fs::remove_dir_all(&path).unwrap();
    // The next order may be taken up together with the sync, or after it: the sync says nothing in either case.
    writer.send(order());
    assert_eq!(told.recv().unwrap(), Answer::Stored { entries: 1 });
    writer.send(Order::Sync);
    assert_eq!(told.recv().unwrap(), Answer::Stored { entries: 1 });
}

#[test]
fn the_clerk_is_shown_the_way_out_and_types_on() {
    let mut stage = Stage::new().play("Members");
    stage.desk.elsewhere = "/media/stick/harbour.ron".into();
    stage.happen(Event::NotStored("the disk is full".into()));
    stage.desk.notice = None;
    assert!(
        stage.screen().contains("NOT SAVED: the disk is full (F12 saves elsewhere)"),
        "{}",
        stage.screen()
    );
    let mut stage = stage.play(" noted").play("<f12>");
    assert!(stage.screen().contains("/media/stick/harbour.ron"), "{}", stage.screen());
    stage = stage.play("<enter> it");
    let order = stage.effects.iter().find(|effect| matches!(effect, Effect::SaveElsewhere(_)));
    assert_eq!(order, Some(&Effect::SaveElsewhere("/media/stick/harbour.ron".into())));
    stage.happen(Event::NotMoved("/media/stick/harbour.ron".into(), "the disk is full".into()));
    assert!(stage.notice().contains("It stays where it is: the disk is full."), "{}", stage.notice());
    assert_eq!(stage.desk.saved, Saved::No("the disk is full".into()));
    stage.happen(Event::Moved("/home/farr/harbour.ron".into()));
    assert_eq!(stage.desk.saved, Saved::Yes);
    assert_eq!(stage.desk.file, Path::new("/home/farr/harbour.ron"));
    assert_eq!(stage.page(), "1.|Members noted it");
}

#[test]
fn leaving_unsaved_offers_another_place() {
    let mut stage = Stage::new().play("Members");
    stage.happen(Event::NotStored("the disk is full".into()));
    let stage = stage.play("<ctrl-q>");
    assert!(stage.screen().contains("no, go on minuting"), "{}", stage.screen());
    let stage = stage.play("<right><enter>");
    assert!(stage.screen().contains("Keep the session in another place"), "{}", stage.screen());
    assert!(!stage.effects.contains(&Effect::Quit));
    let stage = stage.play("<esc><ctrl-q><left><enter>");
    assert_eq!(stage.effects.last(), Some(&Effect::Quit));
}

/// Writes a record into the folder of the older copies of a session, under a name from which its time is read.
fn older_copy(opened: &Opened, minutes: i64, words: &str) -> PathBuf {
    let folder = opened.files.older();
    fs::create_dir_all(&folder).unwrap();
    let at = chrono::Local::now() - chrono::TimeDelta::minutes(minutes);
    let path = folder.join(format!("{}.ron", at.format("%Y-%m-%dT%H-%M-%S%z")));
    fs::write(&path, words).unwrap();
    path
}

fn names(copies: &[store::OlderCopy]) -> Vec<String> {
    copies.iter().map(|copy| copy.path.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

#[test]
fn the_older_copies_come_along_and_stay_where_they_were() {
    let (folder, path) = place();
    let mut opened = store::create(&path, &meeting(), "a1").unwrap();
    type_on(&mut opened, "Members", true);
    save(&opened);
    let old = [older_copy(&opened, 5, "five"), older_copy(&opened, 200, "two hundred")];
    let before = store::older_copies(&path).unwrap();
    let there = folder.path().join("stick");
    fs::create_dir(&there).unwrap();
    let answers = go(&opened, &there);
    let record = moved(&answers);
    assert!(!answers.iter().any(|answer| matches!(answer, Answer::LeftBehind { .. })), "{answers:?}");
    let after = store::older_copies(&record).unwrap();
    assert_eq!(names(&after), names(&before));
    for (one, other) in before.iter().zip(&after) {
        assert_eq!(fs::read(&one.path).unwrap(), fs::read(&other.path).unwrap());
    }
    assert_eq!(fs::read_to_string(&old[1]).unwrap(), "two hundred", "nothing is taken away at the old place");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&after[0].path), 0o600);
        assert_eq!(mode(after[0].path.parent().unwrap()), 0o700);
    }
}

#[test]
fn no_more_older_copies_come_along_than_are_kept() {
    let (folder, path) = place();
    let opened = store::create(&path, &meeting(), "a1").unwrap();
    save(&opened);
    for hour in 0..150 {
        older_copy(&opened, 60 * 24 * 8 + 60 * 24 * hour, "old");
    }
    let record = moved(&go(&opened, &folder.path().join("other")));
    let copies = store::older_copies(&record).unwrap();
    assert_eq!(copies.len(), 60);
    assert_eq!(names(&copies), names(&store::older_copies(&path).unwrap())[..60]);
}

#[test]
#[cfg(unix)]
fn an_older_copy_that_cannot_be_read_is_said_and_holds_nobody_up() {
    let (folder, path) = place();
    let opened = store::create(&path, &meeting(), "a1").unwrap();
    save(&opened);
    older_copy(&opened, 5, "five");
    let pipe = older_copy(&opened, 50, "");
    fs::remove_file(&pipe).unwrap();
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|made| made.success()));
    let answers = go(&opened, &folder.path().join("other"));
    let record = moved(&answers);
    assert!(answers.contains(&Answer::LeftBehind { folder: opened.files.older() }), "{answers:?}");
    assert_eq!(store::older_copies(&record).unwrap().len(), 1);
}
