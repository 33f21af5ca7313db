//! Opening and beginning sessions: the doors of the store. What record and journal say is found out by
//! `super::compare`; here it is carried out.

use super::compare::{self, Fate, Found};
use super::error::StoreError;
use super::files::{self, Files, Room};
use super::journal::Journal;
use super::lines::Place;
use super::lock::Lock;
use super::note::Note;
use super::replay;
use super::snapshot::{self, Stamp};
use crate::domain::meeting::Meeting;
use crate::session::{Change, History, Session};
use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::{BuildHasher, Hasher};
use std::path::Path;
use std::sync::Arc;

/// A session that may be written. It stays locked until this and its writer are dropped.
#[derive(Debug)]
pub struct Opened {
    /// The session.
    pub session: Session,
    /// Its identity.
    pub id: String,
    /// Where it is on the disk.
    pub files: Files,
    /// The journal, to which everything that is done must be appended.
    pub journal: Journal,
    /// Where the cursor was left.
    pub place: Option<Place>,
    /// What the clerk should know.
    pub notes: Vec<Note>,
    /// The entry up to which [`recall`] is to be asked when the clerk undoes beyond the session's history.
    pub before: u64,
    /// The record as it is on the disk.
    pub(super) stamp: Stamp,
    /// Held so long as the session may be written: until this and its writer are gone.
    pub(super) lock: Arc<Lock>,
}

/// A session to look at.
#[derive(Debug)]
pub struct Looked {
    /// The session.
    pub session: Session,
    /// The record alone, where the journal has more.
    pub alone: Option<Box<Meeting>>,
    /// What was done beyond the record according to a journal that does not belong to it, and is not in the
    /// session.
    pub beyond: Vec<Change>,
    /// Its identity.
    pub id: String,
    /// Where the cursor was left.
    pub place: Option<Place>,
    /// What should be known about it.
    pub notes: Vec<Note>,
}

/// Opens a session for writing. The next thing to be entered must be an [`Entry::Did`](crate::session::Entry):
/// a step that was begun before is not continued.
///
/// # Errors
/// [`StoreError::Held`] if somebody else has it open; otherwise what is wrong with the files.
pub fn open(path: &Path) -> Result<Opened, StoreError> {
    Waiting::at(path)?.restore()
}

/// A session that is locked and looked at, and not changed on the disk until somebody says what is to become of what
/// the journal has beyond the record.
#[derive(Debug)]
pub struct Waiting {
    /// What was found.
    pub looked: Looked,
    files: Files,
    lock: Arc<Lock>,
}

impl Waiting {
    /// Locks a session and looks at it.
    ///
    /// # Errors
    /// [`StoreError::Held`] if somebody else has it open; otherwise what is wrong with the files.
    pub fn at(path: &Path) -> Result<Self, StoreError> {
        let files = Files::of(path);
        // Looked at before the lock is taken, so that a mistyped name leaves no lock behind.
        files::size(&files.record)?;
        let lock = Arc::new(Lock::take(&files)?);
        Ok(Self { looked: look(compare::find(&files)?), files, lock })
    }

    /// Where the session is on the disk.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Opens it with everything that the journal has. The files are compared once more: what is opened is what is
    /// there now.
    ///
    /// # Errors
    /// What is wrong with the files. Nothing is lost then, and it can be tried again.
    pub fn restore(&self) -> Result<Opened, StoreError> {
        open_found(self.files.clone(), compare::find(&self.files)?, Arc::clone(&self.lock))
    }

    /// Opens the record alone. The journal is set aside.
    ///
    /// # Errors
    /// What is wrong with the files. Nothing is lost then, and it can be tried again.
    pub fn leave_aside(&self) -> Result<Opened, StoreError> {
        let mut found = compare::record_alone(&self.files)?;
        found.notes.push(Note::LeftAside { aside: None });
        open_found(self.files.clone(), found, Arc::clone(&self.lock))
    }
}

/// Reads a session as [`open`] does, without a lock and without changing anything on the disk.
///
/// # Errors
/// What is wrong with the files.
pub fn read_only(path: &Path) -> Result<Looked, StoreError> {
    compare::find(&Files::of(path)).map(look)
}

fn look(found: Found) -> Looked {
    let Found { session, alone, beyond, id, place, notes, .. } = found;
    Looked { session, alone, beyond, id, place, notes }
}

/// What was done in a session up to entry number `until` ([`Opened::before`]), for
/// [`Session::recall`].
///
/// # Errors
/// What is wrong with the journal. A journal that is not there is no error: nothing is known then.
pub fn recall(path: &Path, until: u64) -> Result<History, StoreError> {
    replay::history(&Files::of(path), until)
}

/// Begins a session with a record, made harmless where it holds control characters, and opens it.
///
/// # Errors
/// [`StoreError::Exists`] if there is a file already, [`StoreError::Faulty`] if the record does not hold
/// together; otherwise what the operating system said.
pub fn create(path: &Path, meeting: &Meeting, id: &str) -> Result<Opened, StoreError> {
    let files = Files::of(path);
    if fs::symlink_metadata(path).is_ok() {
        return Err(StoreError::Exists { path: path.to_owned() });
    }
    let lock = Lock::take(&files)?;
    let mut meeting = meeting.clone();
    meeting.tame();
    snapshot::refuse_faults(path, id, 0, &meeting)?;
    let (text, _) = snapshot::print(path, id, 0, &meeting)?;
    files::write(path, text.as_bytes(), Room::Free, path)?;
    let files = Files::of(path);
    let found = compare::find(&files)?;
    open_found(files, found, Arc::new(lock))
}

/// An identity for a new session, unlike any other.
#[must_use]
pub fn new_id() -> String {
    // The standard library seeds its hash maps at random; that is all the chance that is needed here.
    let draw = || RandomState::new().build_hasher().finish();
    format!("{:016x}", draw())
}

fn open_found(files: Files, mut found: Found, lock: Arc<Lock>) -> Result<Opened, StoreError> {
    let journal = carry_out(&files, &mut found)?;
    let Found { session, id, stamp, place, notes, before, .. } = found;
    Ok(Opened { session, id, files, journal, place, notes, before, stamp, lock })
}

/// Makes the journal fit to be written on.
fn carry_out(files: &Files, found: &mut Found) -> Result<Journal, StoreError> {
    let entries = found.session.entries();
    let length = match &found.fate {
        Fate::Keep { length } => *length,
        Fate::Begin { journal } => replace(files, journal)?,
        Fate::SetAside { journal } => {
            let aside = Files::aside(&files.journal, "set-aside");
            match fs::rename(&files.journal, &aside) {
                // It went aside when this was tried before.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                renamed => renamed.map_err(StoreError::io("setting aside", &files.journal))?,
            }
            found.notes.iter_mut().for_each(|note| note.set_aside(aside.clone()));
            replace(files, journal)?
        }
        Fate::Mend { journal, rest } => {
            let aside = Files::aside(&files.journal, "damaged");
            files::write(&aside, rest, Room::Free, &files.journal)?;
            found.notes.iter_mut().for_each(|note| note.set_aside(aside.clone()));
            replace(files, journal)?
        }
    };
    Journal::open(&files.journal, length as u64, entries)
}

/// Puts a journal in place. It may be read by whoever may read the record.
fn replace(files: &Files, journal: &[u8]) -> Result<usize, StoreError> {
    files::write(&files.journal, journal, Room::Taken, &files.record)?;
    Ok(journal.len())
}
