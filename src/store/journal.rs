//! The journal while it is written: one line for everything that is done, before it is shown. Knows nothing of
//! how a journal is read back.
//!
//! Adding a line is one `write` to the operating system, which then has it even if the program is killed.
//! Syncing it to the disk is slow, and the writer's work. What could not be written (a full disk) is kept, in
//! order, and goes out with the next line or sync, so that a journal never has a gap.

use super::error::StoreError;
use super::lines::{Lines, Place};
use super::snapshot::Stamp;
use crate::session::Entry;
use chrono::{NaiveDateTime, Timelike};
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A journal that is open for writing. Clones write to the same journal.
#[derive(Debug, Clone)]
pub struct Journal {
    // Held for the time of a write into the operating system's memory, never for that of a sync.
    tail: Arc<Mutex<Tail>>,
}

/// The end of the journal, where lines are added.
#[derive(Debug)]
struct Tail {
    path: PathBuf,
    file: Arc<File>,
    /// The length of the lines that are whole in the file.
    length: u64,
    /// Whether there may be a part of a line behind them.
    torn: bool,
    unwritten: Lines,
    entries: u64,
    minute: Option<NaiveDateTime>,
}

impl Journal {
    /// Opens a journal whose whole lines are `length` bytes long and end with entry number `entries`. What
    /// stands behind them is cut off.
    pub(super) fn open(path: &Path, length: u64, entries: u64) -> Result<Self, StoreError> {
        let failed = || StoreError::io("opening the journal for writing", path);
        let file = OpenOptions::new().append(true).open(path).map_err(failed())?;
        if file.metadata().map_err(failed())?.len() > length {
            file.set_len(length).map_err(failed())?;
        }
        let tail = Tail {
            path: path.to_owned(),
            file: Arc::new(file),
            length,
            torn: false,
            unwritten: Lines::default(),
            entries,
            minute: None,
        };
        Ok(Self { tail: Arc::new(Mutex::new(tail)) })
    }

    /// Adds an entry.
    ///
    /// # Errors
    /// What the operating system said. The line is then kept and written with the next one.
    pub fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        let mut tail = self.tail();
        let number = tail.entries.saturating_add(1);
        if !tail.unwritten.entry(number, entry) {
            let source = io::Error::from(io::ErrorKind::InvalidData);
            return Err(StoreError::Io { deed: "writing", path: tail.path.clone(), source });
        }
        tail.entries = number;
        tail.write()
    }

    /// Notes the time, if another minute has begun since it was last noted. The record as it stood at any
    /// minute can so be found again.
    ///
    /// # Errors
    /// What the operating system said. The line is then kept and written with the next one.
    pub fn mark_time(&self, now: NaiveDateTime) -> Result<(), StoreError> {
        let minute = now.with_second(0).and_then(|now| now.with_nanosecond(0)).unwrap_or(now);
        let mut tail = self.tail();
        if tail.minute.replace(minute) == Some(minute) {
            return Ok(());
        }
        tail.unwritten.at(minute);
        tail.write()
    }

    /// Notes where the cursor is left.
    ///
    /// # Errors
    /// What the operating system said. The line is then kept and written with the next one.
    pub fn mark_place(&self, place: Place) -> Result<(), StoreError> {
        let mut tail = self.tail();
        tail.unwritten.place(place);
        tail.write()
    }

    /// Notes that a record with this stamp is about to be put in place.
    pub(super) fn mark_saved(&self, stamp: Stamp) -> Result<(), StoreError> {
        let mut tail = self.tail();
        tail.unwritten.saved(stamp);
        tail.write()
    }

    /// Syncs the journal to the disk. Returns how many entries are safe there.
    ///
    /// # Errors
    /// What the operating system said.
    pub fn sync(&self) -> Result<u64, StoreError> {
        let (file, entries, path) = {
            let mut tail = self.tail();
            tail.write()?;
            (Arc::clone(&tail.file), tail.entries, tail.path.clone())
        };
        file.sync_data().map_err(StoreError::io("syncing", &path))?;
        Ok(entries)
    }

    /// How many entries have been added since the session was begun, written or kept.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.tail().entries
    }

    fn tail(&self) -> MutexGuard<'_, Tail> {
        // Nothing in here can panic half-way, so that what a poisoned lock holds is sound.
        self.tail.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tail {
    /// Writes what is unwritten: in one go, or not at all.
    fn write(&mut self) -> Result<(), StoreError> {
        let outcome = self.mend().and_then(|()| {
            self.torn = true;
            (&*self.file).write_all(self.unwritten.bytes())
        });
        if let Err(error) = outcome {
            // A part of a line would garble the next. If it cannot be cut off now, it is before the next.
            let _ = self.mend();
            return Err(StoreError::io("writing", &self.path)(error));
        }
        self.torn = false;
        self.length += self.unwritten.bytes().len() as u64;
        self.unwritten.clear();
        Ok(())
    }

    /// Cuts off the part of a line that a failed write has left.
    fn mend(&mut self) -> io::Result<()> {
        if self.torn {
            self.file.set_len(self.length)?;
            self.torn = false;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_could_not_be_written_is_written_later_and_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.journal");
        fs::write(&path, "torn").unwrap();
        let journal = Journal::open(&path, 0, 0).unwrap();
        journal.append(&Entry::Undid).unwrap();
        let writable = Arc::clone(&journal.tail().file);
        // A file that is open for reading only stands for a disk that is full.
        journal.tail().file = Arc::new(File::open(&path).unwrap());
        assert!(journal.append(&Entry::Redid).is_err());
        assert!(journal.sync().is_err());
        assert_eq!(journal.entries(), 2);
        // A part of the line was written before the disk was full.
        fs::write(&path, [fs::read(&path).unwrap(), b"2 Re".to_vec()].concat()).unwrap();
        journal.tail().file = writable;
        journal.append(&Entry::Undid).unwrap();
        assert_eq!(journal.sync().unwrap(), 3);
        let written = fs::read_to_string(&path).unwrap();
        let entries: Vec<&str> =
            written.lines().filter_map(|line| line.rsplit_once(' ')).map(|it| it.0).collect();
        assert_eq!(entries, ["1 Undid", "2 Redid", "3 Undid"]);
    }

    #[test]
    fn a_minute_is_noted_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.journal");
        fs::write(&path, "").unwrap();
        let journal = Journal::open(&path, 0, 0).unwrap();
        let time = |second| NaiveDateTime::default() + chrono::TimeDelta::seconds(second);
        for second in [0, 1, 59, 60, 61] {
            journal.mark_time(time(second)).unwrap();
        }
        let written = fs::read_to_string(&path).unwrap();
        let marks: Vec<&str> = written.lines().filter_map(|line| line.get(..20)).collect();
        assert_eq!(marks, ["#at 1970-01-01T00:00", "#at 1970-01-01T00:01"]);
    }
}
