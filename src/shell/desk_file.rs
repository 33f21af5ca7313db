//! The files of the session on the desk: every entry goes to the journal before the next frame is sent, the record is
//! written when there is a pause, and what fails is tried again. Nothing here waits for the disk longer than a
//! clerk could notice, but for leaving.

use super::clock;
use crate::desk::writing::Caret;
use crate::desk::{Desk, sentence};
use crate::session::Entry;
use crate::store::{
    self, Answer, Bell, Files, Handed, Journal, Library, Opened, Order, Place, Scribe, StoreError, Writer,
};
use crate::update::Event;
use directories::BaseDirs;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long typing must rest before the journal is synced to the disk.
const SYNC_AFTER: Duration = Duration::from_millis(500);
/// How long typing must rest before the record is written.
const SAVE_AFTER: Duration = Duration::from_secs(4);
/// After how long the record is written although typing does not rest.
const SAVE_AT_LEAST: Duration = Duration::from_secs(60);
/// After how long what failed is tried again.
const RETRY_AFTER: Duration = Duration::from_secs(3);

/// How long a frame waits for the journal, at most. A write that the operating system takes takes microseconds; a disk
/// that needs longer than this has stalled, and the clerk cannot stop the meeting.
const PATIENCE: Duration = Duration::from_millis(50);
/// While the disk is stalled, how often it is looked whether it has answered.
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// The files of the session on the desk.
pub(super) struct DeskFile {
    id: String,
    files: Files,
    journal: Journal,
    bell: Bell,
    scribe: Scribe,
    writer: Writer,
    before: u64,
    sync_due: Option<Instant>,
    save_due: Option<Instant>,
    retry_due: Option<Instant>,
    unsaved_since: Option<Instant>,
    /// Whether there are entries of which it is not known yet that the operating system has them.
    unsettled: bool,
    /// Since the disk was found to be stalled: when to look again.
    look_due: Option<Instant>,
    /// Whether the record has been ordered to be written and is not.
    saving: bool,
    /// The minute in which the time was last noted in the journal.
    minute: Option<u64>,
}

impl DeskFile {
    /// Takes charge of the files of a session that was opened. The bell is rung when something is likely to be
    /// appended soon; what the disk answers goes to `answers`.
    pub fn new(
        opened: Opened,
        bell: &Bell,
        answers: impl Fn(Answer) + Send + 'static,
    ) -> Result<Self, StoreError> {
        let writer = Writer::start(&opened, answers)?;
        let scribe = Scribe::start(&opened.journal, bell, &opened.files.record)?;
        let Opened { id, files, journal, before, notes, .. } = opened;
        // What was recovered from the journal is put into the record soon.
        let save_due = (!notes.is_empty()).then(|| Instant::now() + SAVE_AFTER);
        Ok(Self {
            id,
            files,
            journal,
            bell: bell.clone(),
            scribe,
            writer,
            before,
            sync_due: None,
            save_due,
            retry_due: None,
            unsaved_since: None,
            unsettled: false,
            look_due: None,
            saving: false,
            minute: None,
        })
    }

    /// The identity of the session.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Gives an entry to the journal.
    pub fn append(&mut self, entry: Box<Entry>) {
        let now = Instant::now();
        let since = *self.unsaved_since.get_or_insert(now);
        self.sync_due = self.sync_due.or(Some(now + SYNC_AFTER));
        self.save_due = Some((now + SAVE_AFTER).min(since + SAVE_AT_LEAST));
        self.unsettled = true;
        self.note_time();
        self.journal.add(entry);
    }

    /// Has written what was appended, while the frame that shows it is made.
    pub fn hand_over(&self) {
        if self.unsettled {
            self.scribe.write();
        }
    }

    /// Looks whether what was appended is in the operating system's hands, before it is shown. On a disk that has
    /// stalled it gives up soon, and says so. Returns the event that tells the desk, if there is something to tell.
    pub fn settle(&mut self) -> Option<Event> {
        if !std::mem::take(&mut self.unsettled) {
            return None;
        }
        let patience = if self.look_due.is_some() { Duration::ZERO } else { PATIENCE };
        self.look(patience)
    }

    /// Looks how far the journal has come. That a disk which had stalled has answered is told by whoever saves the record
    /// then: it may be that nothing but the journal is well.
    fn look(&mut self, patience: Duration) -> Option<Event> {
        let stalled = self.look_due.is_some();
        match self.journal.wait(patience) {
            Handed::Over => {
                self.look_due = None;
                self.save_due = if stalled { Some(Instant::now()) } else { self.save_due };
                None
            }
            Handed::NotYet => {
                self.look_due = Some(Instant::now() + LOOK_AGAIN);
                (!stalled).then(|| Event::NotStored("the disk does not answer".to_owned()))
            }
            Handed::Refused(why) => {
                self.look_due = None;
                self.retry();
                Some(Event::NotStored(why.brief()))
            }
        }
    }

    /// Notes in the journal that a minute has begun, if something was done since the record was written.
    pub fn mark_time(&mut self) {
        if self.unsaved_since.is_some() {
            self.note_time();
            self.unsettled = true;
        }
    }

    /// Notes the time, once in every minute. It stands before what was done in it, so that the record as it stood then
    /// can be found again.
    fn note_time(&mut self) {
        let minute = clock::minute();
        if self.minute.replace(minute) != Some(minute) {
            self.journal.mark_time(clock::now());
        }
    }

    /// Sees to it that what failed is tried again, however fast the clerk goes on typing.
    fn retry(&mut self) {
        self.retry_due.get_or_insert_with(|| Instant::now() + RETRY_AFTER);
    }

    /// When something is due, at the earliest.
    pub fn due(&self) -> Option<Instant> {
        [self.sync_due, self.save_due, self.retry_due, self.look_due].into_iter().flatten().min()
    }

    /// Orders what is due by now. Returns the event that tells the desk, if there is something to tell.
    pub fn keep(&mut self, desk: &Desk) -> Option<Event> {
        let now = Instant::now();
        let is_due = |due: Option<Instant>| due.is_some_and(|due| due <= now);
        if is_due(self.save_due) || is_due(self.retry_due) {
            self.save(desk);
        } else if is_due(self.sync_due) {
            self.sync_due = None;
            self.writer.send(Order::Sync);
        }
        self.look_due.filter(|due| *due <= now).and_then(|_| self.look(Duration::ZERO))
    }

    /// Orders the record to be written.
    pub fn save(&mut self, desk: &Desk) {
        (self.sync_due, self.save_due, self.retry_due, self.unsaved_since) = (None, None, None, None);
        self.saving = true;
        self.writer.send(Order::Save(Box::new(desk.meeting().clone()), desk.session.entries()));
    }

    /// Whether the record is being written, as far as is known here.
    pub fn is_saving(&self) -> bool {
        self.saving
    }

    /// Orders the session to go on under another path. A `~` at its start is the clerk's own folder.
    /// Returns the event that tells the desk, if there is something to tell at once.
    pub fn elsewhere(&mut self, path: &Path, desk: &Desk) -> Option<Event> {
        let home = BaseDirs::new().map(|places| places.home_dir().to_owned());
        let path = match (path.strip_prefix("~"), home) {
            (Ok(rest), Some(home)) => home.join(rest),
            _ => path.to_owned(),
        };
        let (meeting, entries) = (desk.meeting().clone(), desk.session.entries());
        let failed = self.writer.elsewhere(path.clone(), meeting, entries).err()?;
        Some(Event::NotMoved(path, failed.to_string()))
    }

    /// What the disk answered, as an event; what failed is tried again after a while.
    pub fn answered(&mut self, answer: Answer) -> Event {
        // An answer to something earlier may be taken for this one; the journal has everything then.
        self.saving &= matches!(answer, Answer::SetAside { .. } | Answer::LeftBehind { .. });
        match answer {
            Answer::Stored { entries } => Event::Stored(entries),
            Answer::SetAside { path } => Event::Failed(format!(
                "The file was changed by somebody else; their version is kept as {}.",
                path.display()
            )),
            Answer::Failed { why, .. } => {
                self.retry();
                Event::NotStored(why)
            }
            Answer::Moved { files } => match self.go_on(&files) {
                Ok(()) => {
                    // What was ordered on the way went to the old place.
                    (self.retry_due, self.look_due, self.save_due) = (None, None, Some(Instant::now()));
                    self.files = files;
                    Event::Moved(self.files.record.clone())
                }
                Err(error) => Event::NotMoved(files.record, error.to_string()),
            },
            Answer::NotMoved { path, why } => Event::NotMoved(path, why),
            Answer::LeftBehind { folder } => Event::Failed(format!(
                "Not every older copy of the record could be brought along; they are still in {}.",
                folder.display()
            )),
        }
    }

    /// Has record and journal written where they have gone, by others: those who wrote them at the old place may wait
    /// for its disk for good.
    fn go_on(&mut self, files: &Files) -> Result<(), StoreError> {
        self.writer.go_on()?;
        let scribe = Scribe::start(&self.journal, &self.bell, &files.record)?;
        std::mem::replace(&mut self.scribe, scribe).let_go();
        Ok(())
    }

    /// Reads back what was done before the session was opened.
    pub fn recall(&self) -> Event {
        match store::recall(&self.files.record, self.before) {
            Ok(history) => Event::Recalled(history),
            Err(error) => Event::Failed(sentence(&format!("older changes cannot be read back: {error}"))),
        }
    }

    /// Leaves: notes the place of the cursor and orders the record to be written. What cannot stay where it is goes
    /// to the place that would be proposed to the clerk. Dropping this waits for the disk.
    pub fn leave(&mut self, desk: &Desk) {
        let Caret { block, at } = desk.writing.caret;
        if let Some(item) = desk.writing.item {
            self.journal.mark_place(Place { item, block, offset: at });
        }
        let (meeting, entries) = (Box::new(desk.meeting().clone()), desk.session.entries());
        self.writer.send(Order::Last(meeting, entries, desk.elsewhere.clone()));
    }
}

/// What is to be said in the end: nothing if everything was saved, or else why not, and where it is.
pub(super) fn last_word(file: &Path, answers: impl Iterator<Item = Answer>) -> Option<String> {
    let mut word = None;
    for answer in answers {
        match answer {
            Answer::Stored { .. } => word = None,
            Answer::Failed { why, .. } => {
                let hint =
                    "the journal beside it keeps what was typed, and opening it again brings that back";
                word = Some(format!("{} could not be saved because {why}; {hint}", file.display()));
            }
            Answer::Moved { files } => {
                let (old, new) = (file.display(), files.record.display());
                word = Some(format!("{old} could not be saved; everything is kept as {new} instead"));
            }
            Answer::NotMoved { why, .. } => {
                let file = file.display();
                word = Some(format!("{file} could not be saved, nor its journal, nor another copy: {why}"));
            }
            Answer::SetAside { .. } | Answer::LeftBehind { .. } => {}
        }
    }
    word
}

/// Where to propose that a session be kept if it cannot stay where it is: in the clerk's own folder or in the
/// library, on another disk if one of them is.
pub(super) fn proposal(file: &Path) -> PathBuf {
    let home = BaseDirs::new().map(|places| places.home_dir().to_owned());
    let library = Library::of_user(env::var_os("MINUTEBOOK_SESSIONS")).ok();
    let folders = home.into_iter().chain(library.map(|library| library.folder().to_owned()));
    let folders: Vec<PathBuf> = folders.filter(|folder| Some(folder.as_path()) != file.parent()).collect();
    let here = file.parent().and_then(disk);
    let other = folders.iter().find(|folder| disk(folder).is_some_and(|disk| Some(disk) != here));
    let folder = other.or(folders.first()).cloned().unwrap_or_else(env::temp_dir);
    folder.join(file.file_name().unwrap_or_default())
}

/// The disk that a folder is on, as far as the system tells.
fn disk(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    let disk = fs::metadata(folder).ok().map(|about| std::os::unix::fs::MetadataExt::dev(&about));
    #[cfg(not(unix))]
    let disk = fs::metadata(folder).ok().and_then(|_| None);
    disk
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::meeting::Meeting;
    use std::sync::mpsc;

    #[test]
    fn that_the_journal_is_well_again_does_not_make_the_record_saved() {
        let folder = tempfile::tempdir().unwrap();
        let opened = store::create(&folder.path().join("s.ron"), &Meeting::default(), "5f1c").unwrap();
        let desk = Desk::new(opened.session.clone());
        let (tell, answers) = mpsc::channel();
        let answers_of = move |answer| tell.send(answer).unwrap();
        let mut file = DeskFile::new(opened, &Bell::default(), answers_of).unwrap();
        // The disk was found not to answer, and has answered since.
        file.look_due = Some(Instant::now());
        assert!(file.keep(&desk).is_none(), "it is not known whether the record can be saved");
        // So that is tried at once, and whoever tries says what came of it.
        assert!(file.keep(&desk).is_none() && file.is_saving());
        assert_eq!(answers.recv(), Ok(Answer::Stored { entries: 0 }));
    }
}
