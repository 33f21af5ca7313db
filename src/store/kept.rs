//! Where a session is kept and what keeps it there: its files, its journal and its lock; and how it goes on in
//! another place. Knows nothing of when that is due.

use super::error::StoreError;
use super::files::{self, Files, Room};
use super::journal::Journal;
use super::lines::Lines;
use super::lock::Lock;
use super::older::Standing;
use super::open::Opened;
use super::snapshot::{self, Stamp};
use crate::domain::meeting::Meeting;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How often going elsewhere is tried while somebody else puts the journal back.
const ATTEMPTS: usize = 3;

/// Where a session is kept.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) files: Files,
    pub(super) id: String,
    pub(super) journal: Journal,
    /// The record as it was last read or saved here.
    pub(super) stamp: Stamp,
    /// Nobody else may write while this is held.
    lock: Arc<Lock>,
}

impl Kept {
    /// Where a session that was opened is kept.
    pub(super) fn of(opened: &Opened) -> Self {
        Self {
            files: opened.files.clone(),
            id: opened.id.clone(),
            journal: opened.journal.clone(),
            stamp: opened.stamp,
            lock: Arc::clone(&opened.lock),
        }
    }

    /// Sets the record that stands there aside if somebody else has changed it. Returns where it is then.
    pub(super) fn rescue(&self, standing: &Standing) -> Result<Option<PathBuf>, StoreError> {
        if Stamp::of(&standing.bytes, self.stamp.entries) == self.stamp {
            return Ok(None);
        }
        let aside = Files::aside(&self.files.record, "changed");
        files::write(&aside, &standing.bytes, Room::Free, &self.files.record)?;
        Ok(Some(aside))
    }

    /// Puts the journal back in its place, if its file or its folder was taken away under it. A file that
    /// somebody else has put there is set aside.
    pub(super) fn put_back(&mut self) -> Result<(), StoreError> {
        let path = self.files.journal.clone();
        if self.journal.is_in_place() || !self.journal.is_called(&path) {
            return Ok(());
        }
        fs::metadata(files::folder(&path)).map_err(StoreError::io("writing", &path))?;
        if fs::symlink_metadata(&path).is_ok() {
            let aside = Files::aside(&path, "set-aside");
            fs::rename(&path, aside).map_err(StoreError::io("setting aside", &path))?;
        }
        let left = self.journal.leave();
        let lines = left.lines().map_err(StoreError::io("writing", &path))?;
        files::write(&path, &lines, Room::Free, &self.files.record)?;
        self.journal.arrive(&left, &path, lines.len() as u64)?;
        // The lock went the same way, unless we still hold it.
        if let Ok(lock) = Lock::take(&self.files) {
            self.lock = Arc::new(lock);
        }
        Ok(())
    }

    /// Goes on under another path: lock, record and journal. What is at the old place is not touched, because
    /// nothing is known of how well it still is.
    ///
    /// # Errors
    /// Why it stays where it is: something is there already, it has gone elsewhere, or what the operating system said.
    pub(super) fn go(&self, path: &Path, meeting: &Meeting, entries: u64) -> Result<Self, StoreError> {
        let files = Files::new_at(path, &self.files)?;
        let lock = Arc::new(Lock::take(&files)?);
        self.is_still_here(&files)?;
        let (text, stamp) = snapshot::print(&files.record, &self.id, entries, meeting)?;
        files::write(&files.record, text.as_bytes(), Room::Free, &self.files.record)?;
        let mut arrived = self.arrive(&files, stamp, Room::Free);
        for _ in 1..ATTEMPTS {
            arrived = arrived.or_else(|_| self.arrive(&files, stamp, Room::Taken));
        }
        arrived?;
        Ok(Self { files, id: self.id.clone(), journal: self.journal.clone(), stamp, lock })
    }

    /// Refuses a way that comes too late: a disk that did not answer held it up, and the clerk has chosen another place.
    fn is_still_here(&self, there: &Files) -> Result<(), StoreError> {
        let overtaken = || StoreError::Overtaken { path: there.record.clone() };
        self.journal.is_called(&self.files.journal).then_some(()).ok_or_else(overtaken)
    }

    fn arrive(&self, files: &Files, stamp: Stamp, room: Room) -> Result<(), StoreError> {
        let left = self.journal.leave();
        // Whoever arrived before is seen here; whoever arrives after this has left later, and it is he who goes on.
        self.is_still_here(files)?;
        // A journal that can no longer be read begins anew: what was typed until now is in the record.
        let anew = Stamp { entries: left.entries, ..stamp };
        let lines = left.lines().map(|lines| Lines::after(&lines, stamp));
        let lines = lines.unwrap_or_else(|_| Lines::beginning(&self.id, anew));
        files::write(&files.journal, &lines, room, &files.record)?;
        self.journal.arrive(&left, &files.journal, lines.len() as u64)
    }
}
