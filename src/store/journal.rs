//! The journal while it is written: one line for everything that is done, before it is shown. Knows nothing of
//! how a journal is read back.
//!
//! What is added ([`Journal::add`]) is jotted down in memory, made a line, and handed to the operating system
//! ([`Journal::write`]), which has it from then on even if the program is killed. That is a matter of microseconds; but
//! a disk that has stalled (a network share, a full queue, a file system that is frozen) can hold even such a write up
//! for as long as it likes. It is the scribe's work ([`super::scribe`]); others go on adding meanwhile, and none waits. Syncing to the disk is the writer's work. What
//! could not be written (a full disk) is kept, in order, and goes out with the next line or sync, so that a journal
//! never has a gap.
//!
//! A journal can go on in another file (`Journal::leave`, `Journal::arrive`) while lines are being added:
//! what is added on the way is noted apart and written there.

use super::error::StoreError;
use super::ledger::Ledger;
use super::lines::{Jotting, Place};
use super::pile::{Left, Pile};
use super::snapshot::Stamp;
use super::tail::Disk;
use crate::session::Entry;
use chrono::{NaiveDateTime, Timelike};
use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;
use std::sync::{Arc, MutexGuard};
use std::time::Duration;

/// A journal that is open for writing. Clones write to the same journal.
#[derive(Debug, Clone)]
pub struct Journal {
    ledger: Arc<Ledger>,
}

/// Whether what was added is in the operating system's hands.
#[derive(Debug)]
pub enum Handed {
    /// All of it is.
    Over,
    /// The disk has not answered yet. It is on its way.
    NotYet,
    /// It was refused. It is kept, and goes out with what is added next, or with a sync.
    Refused(StoreError),
}

impl Journal {
    /// Opens a journal whose whole lines are `length` bytes long and end with entry number `entries`. What
    /// stands behind them is cut off.
    pub(super) fn open(path: &Path, length: u64, entries: u64) -> Result<Self, StoreError> {
        let failed = || StoreError::io("opening the journal for writing", path);
        let file = open(path).map_err(failed())?;
        if file.metadata().map_err(failed())?.len() > length {
            file.set_len(length).map_err(failed())?;
        }
        Ok(Self::on(path, Arc::new(file), length, entries))
    }

    pub(super) fn on(path: &Path, disk: Arc<dyn Disk>, length: u64, entries: u64) -> Self {
        Self { ledger: Arc::new(Ledger::new(Pile::new(path, disk, length, entries))) }
    }

    /// Adds an entry, to be written when that is next asked for.
    pub fn add(&self, entry: Box<Entry>) {
        let mut pile = self.pile();
        pile.entries = pile.entries.saturating_add(1);
        let number = pile.entries;
        pile.put(Jotting::Entry(number, entry));
    }

    /// Notes the time, if another minute has begun since it was last noted. The record as it stood at any
    /// minute can so be found again.
    pub fn mark_time(&self, now: NaiveDateTime) {
        let minute = now.with_second(0).and_then(|now| now.with_nanosecond(0)).unwrap_or(now);
        let mut pile = self.pile();
        if pile.minute.replace(minute) != Some(minute) {
            pile.put(Jotting::At(minute));
        }
    }

    /// Notes where the cursor is left.
    pub fn mark_place(&self, place: Place) {
        self.pile().put(Jotting::Place(place));
    }

    /// Notes that a record with this stamp is about to be put in place.
    pub(super) fn mark_saved(&self, stamp: Stamp) {
        self.pile().put(Jotting::Saved(stamp));
    }

    /// Asks for everything that was added to be handed to the operating system by whoever looks after that.
    pub(super) fn ask(&self) {
        self.ledger.ask();
    }

    /// Whether that is asked for and nobody is at it, who would take it along.
    pub(super) fn is_due(&self) -> bool {
        self.ledger.is_due()
    }

    /// Hands everything that was added to the operating system, what it refused before too, however long that takes.
    /// If somebody else is at it, he takes it along, and this returns at once.
    pub fn write(&self) {
        self.ledger.write();
    }

    /// Waits until nobody hands anything over any more, at most for so long, and says what came of it. With no
    /// patience at all it only looks.
    #[must_use]
    pub fn wait(&self, patience: Duration) -> Handed {
        let pile = self.ledger.wait(Some(patience));
        if self.ledger.is_busy(&pile) {
            return Handed::NotYet;
        }
        match &pile.failed {
            Some(error) => Handed::Refused(pile.refusal(same(error))),
            None => Handed::Over,
        }
    }

    /// Hands everything that was added to the operating system, what it refused before too, and waits for it
    /// however long that takes.
    ///
    /// # Errors
    /// What the operating system said. The lines are kept.
    pub fn flush(&self) -> Result<(), StoreError> {
        self.write();
        let pile = self.ledger.wait(None);
        pile.failed.as_ref().map_or(Ok(()), |error| Err(pile.refusal(same(error))))
    }

    /// Syncs the journal to the disk. Returns how many entries are safe there.
    ///
    /// # Errors
    /// What the operating system said.
    pub fn sync(&self) -> Result<u64, StoreError> {
        // Counted before: what is added meanwhile need not be among what is synced.
        let (entries, disk, path) = {
            let pile = self.pile();
            (pile.entries, Arc::clone(&pile.disk), pile.path.clone())
        };
        self.flush()?;
        disk.sync().map_err(StoreError::io("syncing", &path))?;
        Ok(entries)
    }

    /// How many entries have been added since the session was begun, written or kept.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.pile().entries
    }

    /// Whether the file that is written is still the one that stands under its name. A folder that was taken
    /// away, or a tool that put another file there, leaves us writing where nobody will ever look.
    pub(super) fn is_in_place(&self) -> bool {
        let (disk, path) = {
            let pile = self.pile();
            (Arc::clone(&pile.disk), pile.path.clone())
        };
        disk.is_at(&path)
    }

    /// Whether it is written under this name.
    pub(super) fn is_called(&self, path: &Path) -> bool {
        self.pile().path == path
    }

    /// Begins to leave for another file. Lines go on being added here until [`Journal::arrive`].
    pub(super) fn leave(&self) -> Left {
        self.pile().leave()
    }

    /// Goes on in another file, which holds `length` bytes of whole lines: those that [`Left::lines`] gave. What
    /// was added since is written behind them. Nothing waits for the old file any more, however stuck its disk is.
    ///
    /// # Errors
    /// If the file cannot be opened, or the journal was left for yet another one meanwhile. It then stays where
    /// it is.
    pub(super) fn arrive(&self, left: &Left, path: &Path, length: u64) -> Result<(), StoreError> {
        let failed = || StoreError::io("opening the journal for writing", path);
        let file = open(path).map_err(failed())?;
        self.pile().arrive(left, path, Arc::new(file), length).map_err(failed())?;
        self.write();
        Ok(())
    }

    fn pile(&self) -> MutexGuard<'_, Pile> {
        self.ledger.pile()
    }
}

/// Opens a journal's file, to add to it and to read it back even when its name is gone.
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).append(true).open(path)
}

/// The same error once more: several may wait for one attempt.
fn same(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::told::Told;
    use std::sync::mpsc::Sender;
    use std::thread::{self, JoinHandle};

    fn journal() -> (Journal, Sender<bool>, Arc<Told>) {
        let (disk, word) = Told::new();
        let journal = Journal::on(Path::new("a.journal"), Arc::<Told>::clone(&disk), 0, 0);
        (journal, word, disk)
    }

    /// Somebody who adds an entry and is held up by a disk that does not answer.
    fn held_up(journal: &Journal) -> JoinHandle<()> {
        let his = journal.clone();
        journal.add(Box::new(Entry::Redid));
        let thread = thread::spawn(move || his.write());
        while !matches!(journal.wait(Duration::ZERO), Handed::NotYet) {
            thread::yield_now();
        }
        thread
    }

    #[test]
    fn what_could_not_be_written_is_written_later_and_in_order() {
        let (journal, word, disk) = journal();
        word.send(true).unwrap();
        journal.add(Box::new(Entry::Undid));
        journal.flush().unwrap();
        word.send(false).unwrap();
        journal.add(Box::new(Entry::Redid));
        journal.write();
        let Handed::Refused(why) = journal.wait(Duration::MAX) else { panic!("a full disk takes nothing") };
        assert_eq!(why.brief(), "the disk is full");
        word.send(false).unwrap();
        assert!(journal.sync().is_err());
        assert_eq!(journal.entries(), 2);
        assert_eq!(disk.bodies(), ["1 Undid"], "a part of a line is cut off");
        word.send(true).unwrap();
        journal.add(Box::new(Entry::Undid));
        journal.write();
        assert!(matches!(journal.wait(Duration::MAX), Handed::Over));
        assert_eq!(journal.sync().unwrap(), 3);
        assert_eq!(disk.bodies(), ["1 Undid", "2 Redid", "3 Undid"]);
    }

    #[test]
    fn a_disk_that_does_not_answer_holds_nobody_up() {
        let (journal, word, disk) = journal();
        let held_up = held_up(&journal);
        // The disk has not been told to do anything: these would hang if anything else waited for it.
        for _ in 0..3 {
            journal.add(Box::new(Entry::Undid));
            journal.mark_time(NaiveDateTime::default());
            journal.write();
            assert!(matches!(journal.wait(Duration::ZERO), Handed::NotYet));
        }
        assert_eq!(disk.bodies(), [""; 0]);
        drop(word);
        held_up.join().unwrap();
        assert!(
            matches!(journal.wait(Duration::ZERO), Handed::Over),
            "who was held up took the others along"
        );
        assert_eq!(disk.bodies(), ["1 Redid", "2 Undid", "#at 1970-01-01T00:00", "3 Undid", "4 Undid"]);
    }

    #[test]
    fn a_journal_leaves_a_disk_that_does_not_answer() {
        let (journal, word, disk) = journal();
        word.send(true).unwrap();
        journal.add(Box::new(Entry::Undid));
        journal.flush().unwrap();
        let held_up = held_up(&journal);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("b.journal");
        let (stale, left) = (journal.leave(), journal.leave());
        journal.add(Box::new(Entry::Undid));
        let lines = left.lines().unwrap();
        std::fs::write(&path, &lines).unwrap();
        assert!(journal.arrive(&stale, &path, 0).is_err(), "what was added since belongs to the later one");
        journal.arrive(&left, &path, lines.len() as u64).unwrap();
        journal.add(Box::new(Entry::Redid));
        assert_eq!(journal.sync().unwrap(), 4);
        let written = std::fs::read_to_string(&path).unwrap();
        let there: Vec<_> = written.lines().map(|line| line.rsplit_once(' ').unwrap().0).collect();
        assert_eq!(there, ["1 Undid", "2 Redid", "3 Undid", "4 Redid"]);
        // The old disk answers at last, and that is no matter to anybody.
        drop(word);
        held_up.join().unwrap();
        assert_eq!(disk.bodies().first().map(String::as_str), Some("1 Undid"));
    }

    #[test]
    fn what_is_unwritten_at_the_end_is_tried_once_more() {
        let (journal, word, disk) = journal();
        word.send(false).unwrap();
        journal.add(Box::new(Entry::Undid));
        journal.write();
        assert!(matches!(journal.wait(Duration::MAX), Handed::Refused(_)));
        word.send(true).unwrap();
        drop(journal);
        assert_eq!(disk.bodies(), ["1 Undid"]);
    }

    #[test]
    fn a_minute_is_noted_once() {
        let (journal, word, disk) = journal();
        drop(word);
        let time = |second| NaiveDateTime::default() + chrono::TimeDelta::seconds(second);
        for second in [0, 1, 59, 60, 61] {
            journal.mark_time(time(second));
        }
        journal.flush().unwrap();
        assert_eq!(disk.bodies(), ["#at 1970-01-01T00:00", "#at 1970-01-01T00:01"]);
    }
}
