//! The thread that waits for the disk, so that nobody else has to: it syncs the journal and saves the record.
//! Knows nothing of when that is due; the shell says so, and tries again where something failed.

use super::error::StoreError;
use super::files::{self, Files, Room};
use super::journal::Journal;
use super::lock::Lock;
use super::open::Opened;
use super::snapshot::{self, Stamp};
use crate::domain::meeting::Meeting;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

/// What the writer is asked to do.
#[derive(Debug)]
pub enum Order {
    /// Sync the journal.
    Sync,
    /// Save the record, into which so many entries have gone.
    Save(Box<Meeting>, u64),
}

/// What came of it. Orders that had piled up are answered together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Everything up to entry number `entries` is on the disk.
    Stored {
        /// The number of the last entry that is.
        entries: u64,
    },
    /// It is not.
    Failed {
        /// The number of the last entry that was to be stored.
        entries: u64,
        /// Why, in a few words.
        why: String,
    },
    /// Somebody else had changed the record since it was last read or saved here. Their version was set aside
    /// before ours took its place.
    SetAside {
        /// Where their version is now.
        path: PathBuf,
    },
}

/// The writer of a session.
#[derive(Debug)]
pub struct Writer {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the writer of a session. It calls `answers` from its own thread.
    ///
    /// # Errors
    /// If there can be no more threads.
    pub fn start(opened: &Opened, answers: impl Fn(Answer) + Send + 'static) -> Result<Self, StoreError> {
        let desk = Desk {
            files: opened.files.clone(),
            id: opened.id.clone(),
            journal: opened.journal.clone(),
            stamp: opened.stamp,
            _lock: Arc::clone(&opened.lock),
        };
        let (orders, waiting) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || work(desk, &waiting, answers))
            .map_err(StoreError::io("starting the writer", &opened.files.record))?;
        Ok(Self { orders: Some(orders), thread: Some(thread) })
    }

    /// Gives an order, and returns at once however slow the disk is.
    pub fn send(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // The writer listens until this end is dropped.
            let _ = orders.send(order);
        }
    }

    /// Waits until everything ordered is done. Dropping the writer does the same.
    pub fn finish(self) {}
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(mut desk: Desk, waiting: &Receiver<Order>, answers: impl Fn(Answer)) {
    while let Ok(first) = waiting.recv() {
        // Of what has piled up, the last record is the only one worth saving.
        let piled = std::iter::once(first).chain(waiting.try_iter());
        let last =
            piled.fold(Order::Sync, |last, order| if matches!(order, Order::Sync) { last } else { order });
        answers(match last {
            Order::Sync => answer(desk.journal.sync(), desk.journal.entries()),
            Order::Save(meeting, entries) => answer(desk.save(&meeting, entries, &answers), entries),
        });
    }
}

fn answer(outcome: Result<u64, StoreError>, wanted: u64) -> Answer {
    match outcome {
        Ok(entries) => Answer::Stored { entries },
        Err(error) => Answer::Failed { entries: wanted, why: error.brief() },
    }
}

/// What the thread works with.
struct Desk {
    files: Files,
    id: String,
    journal: Journal,
    /// The record as it was last read or saved here.
    stamp: Stamp,
    /// Nobody else may write before the last save is done.
    _lock: Arc<Lock>,
}

impl Desk {
    /// Saves the record. The journal is told first, and synced: so it always knows the record on the disk,
    /// and never ends before it. Returns how many entries are safe, be it in the record or in the journal.
    fn save(
        &mut self,
        meeting: &Meeting,
        entries: u64,
        answers: &impl Fn(Answer),
    ) -> Result<u64, StoreError> {
        let record = &self.files.record;
        let (text, stamp) = snapshot::print(record, &self.id, entries, meeting)?;
        self.journal.mark_saved(stamp);
        let synced = self.journal.sync();
        if let Some(path) = self.rescue()? {
            answers(Answer::SetAside { path });
        }
        // If the journal cannot be written, all the more must the record be.
        files::write(record, text.as_bytes(), Room::Taken, record)?;
        self.stamp = stamp;
        Ok(synced.map_or(entries, |synced| synced.max(entries)))
    }

    /// Sets the record aside if somebody else has changed it. Returns where it is then.
    fn rescue(&self) -> Result<Option<PathBuf>, StoreError> {
        let record = &self.files.record;
        let Ok(bytes) = files::read(record) else { return Ok(None) };
        if Stamp::of(&bytes, self.stamp.entries) == self.stamp {
            return Ok(None);
        }
        let aside = Files::aside(record, "changed");
        files::write(&aside, &bytes, Room::Free, record)?;
        Ok(Some(aside))
    }
}
