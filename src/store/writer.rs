//! The thread that waits for the disk, so that nobody else has to: it syncs the journal, saves the record, and
//! takes both elsewhere where the clerk says so.
//! Knows nothing of when that is due; the shell says so, and tries again where something failed.

use super::error::StoreError;
use super::files::{self, Files, Room};
use super::kept::Kept;
use super::older::{self, Standing};
use super::open::Opened;
use super::snapshot;
use crate::domain::meeting::Meeting;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// What the writer is asked to do.
#[derive(Debug)]
pub enum Order {
    /// Sync the journal.
    Sync,
    /// Save the record, into which so many entries have gone.
    Save(Box<Meeting>, u64),
    /// Save the record for the last time. If neither it nor the journal can be kept in their place, go on under
    /// this path after all, or under a name like it.
    Last(Box<Meeting>, u64, PathBuf),
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
    /// The session is kept elsewhere now, with everything in it. What was at its old place is left there.
    Moved {
        /// Where it is.
        files: Files,
    },
    /// Not all of the older copies of the record could be brought along to where it is kept now.
    LeftBehind {
        /// The folder in which they still are.
        folder: PathBuf,
    },
    /// It could not be kept there and is where it was.
    NotMoved {
        /// The path that was ordered.
        path: PathBuf,
        /// Why, as a sentence without its stop.
        why: String,
    },
}

/// Tells what came of an order.
type Tell = Arc<Mutex<dyn Fn(Answer) + Send>>;

fn answer(tell: &Tell, answer: Answer) {
    tell.lock().unwrap_or_else(PoisonError::into_inner)(answer);
}

/// The writer of a session.
pub struct Writer {
    kept: Kept,
    tell: Tell,
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
    /// The way to another place, and where that has led to.
    way: Option<JoinHandle<()>>,
    there: Arc<Mutex<Option<Kept>>>,
}

impl fmt::Debug for Writer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Writer").field("files", &self.kept.files).finish_non_exhaustive()
    }
}

impl Writer {
    /// Starts the writer of a session. It calls `answers` from its own threads.
    ///
    /// # Errors
    /// If there can be no more threads.
    pub fn start(opened: &Opened, answers: impl Fn(Answer) + Send + 'static) -> Result<Self, StoreError> {
        Self::at(Kept::of(opened), Arc::new(Mutex::new(answers)))
    }

    fn at(kept: Kept, tell: Tell) -> Result<Self, StoreError> {
        let desk = Desk { kept: kept.clone(), unsaved: false };
        let (orders, waiting) = mpsc::channel();
        let answers = Arc::clone(&tell);
        let thread = thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || work(desk, &waiting, &answers))
            .map_err(StoreError::io("starting the writer", &kept.files.record))?;
        let (orders, thread) = (Some(orders), Some(thread));
        Ok(Self { kept, tell, orders, thread, way: None, there: Arc::default() })
    }

    /// Gives an order, and returns at once however slow the disk is.
    pub fn send(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // The writer listens until this end is dropped.
            let _ = orders.send(order);
        }
    }

    /// Takes record, journal and lock to another path, and then the older copies, on a thread of its own: the old disk may hold the writer
    /// up for as long as it likes. Typing goes on meanwhile. Answered by [`Answer::Moved`], whereupon
    /// [`Writer::go_on`] is to be called, or by [`Answer::NotMoved`].
    ///
    /// # Errors
    /// If there can be no more threads.
    pub fn elsewhere(&mut self, path: PathBuf, meeting: Meeting, entries: u64) -> Result<(), StoreError> {
        let (kept, tell, there) = (self.kept.clone(), Arc::clone(&self.tell), Arc::clone(&self.there));
        let way = move || {
            let moved = kept.go(&path, &meeting, entries);
            let said = moved_or_not(&moved, path);
            let to = moved.as_ref().ok().map(|moved| moved.files.clone());
            if let Ok(moved) = moved {
                *there.lock().unwrap_or_else(PoisonError::into_inner) = Some(moved);
            }
            answer(&tell, said);
            to.into_iter().for_each(|to| bring_older(kept.files.clone(), to, Arc::clone(&tell)));
        };
        let thread = thread::Builder::new().name("way".to_owned()).spawn(way);
        self.way = Some(thread.map_err(StoreError::io("starting the writer", &self.kept.files.record))?);
        Ok(())
    }

    /// Goes on writing where the way has led to. The old place is let go without waiting for its disk.
    ///
    /// # Errors
    /// If there can be no more threads.
    pub fn go_on(&mut self) -> Result<(), StoreError> {
        let there = self.there.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(kept) = there {
            let mut old = std::mem::replace(self, Self::at(kept, Arc::clone(&self.tell))?);
            (old.thread, old.way) = (None, None);
        }
        Ok(())
    }

    /// Waits until everything ordered is done. Dropping the writer does the same.
    pub fn finish(self) {}
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.orders = None;
        for thread in [self.way.take(), self.thread.take()].into_iter().flatten() {
            let _ = thread.join();
        }
    }
}

/// Brings the older copies along, on a thread for which nobody ever waits: the old disk may stand still for good.
fn bring_older(from: Files, to: Files, tell: Tell) {
    let bring = move || {
        if !older::bring(&from, &to) {
            answer(&tell, Answer::LeftBehind { folder: from.older() });
        }
    };
    // Where there can be no more threads the copies stay where they are, and nothing else is the worse for it.
    let _ = thread::Builder::new().name("older".to_owned()).spawn(bring);
}

fn moved_or_not(moved: &Result<Kept, StoreError>, path: PathBuf) -> Answer {
    match moved {
        Ok(kept) => Answer::Moved { files: kept.files.clone() },
        Err(error) => Answer::NotMoved { path, why: error.to_string() },
    }
}

fn work(mut desk: Desk, waiting: &Receiver<Order>, tell: &Tell) {
    while let Ok(first) = waiting.recv() {
        // Of the records that have piled up, the last is the only one worth saving.
        let mut record = None;
        for order in std::iter::once(first).chain(waiting.try_iter()) {
            match order {
                Order::Sync => {}
                Order::Save(meeting, entries) => record = Some((meeting, entries)),
                Order::Last(meeting, entries, refuge) => return desk.last(&meeting, entries, &refuge, tell),
            }
        }
        match record {
            Some((meeting, entries)) => desk.keep(&meeting, entries, tell),
            None => desk.sync(tell),
        }
    }
}

/// What the thread works with.
struct Desk {
    kept: Kept,
    /// Whether the record could not be saved when that was tried last.
    unsaved: bool,
}

impl Desk {
    /// Syncs the journal. There is nothing to answer while a record that could not be saved is still due: that
    /// the journal is well does not make it saved.
    fn sync(&mut self, tell: &Tell) {
        // A journal alone cannot be opened: where the record has gone, it must be written again before all is well.
        let whole = self.sync_journal().and_then(|entries| {
            // That a save has failed has been said already.
            if !self.unsaved {
                files::size(&self.kept.files.record)?;
            }
            Ok(entries)
        });
        match whole {
            Ok(_) if self.unsaved => {}
            Ok(entries) => answer(tell, Answer::Stored { entries }),
            Err(error) => {
                self.unsaved = true;
                let entries = self.kept.journal.entries();
                answer(tell, Answer::Failed { entries, why: error.brief() });
            }
        }
    }

    fn sync_journal(&mut self) -> Result<u64, StoreError> {
        self.kept.put_back()?;
        self.kept.journal.sync()
    }

    /// Saves the record, and says what came of it.
    fn keep(&mut self, meeting: &Meeting, entries: u64, tell: &Tell) {
        let outcome = self.save(meeting, entries, tell);
        self.unsaved = outcome.is_err();
        let said = match outcome {
            Ok(entries) => Answer::Stored { entries },
            Err(error) => Answer::Failed { entries, why: error.brief() },
        };
        answer(tell, said);
    }

    /// Saves the record. The journal is told first, and synced: so it always knows the record on the disk,
    /// and never ends before it. Returns how many entries are safe, be it in the record or in the journal.
    fn save(&mut self, meeting: &Meeting, entries: u64, tell: &Tell) -> Result<u64, StoreError> {
        let record = self.kept.files.record.clone();
        let (text, stamp) = snapshot::print(&record, &self.kept.id, entries, meeting)?;
        self.kept.journal.mark_saved(stamp);
        let synced = self.sync_journal();
        let mut standing = Standing::of(&record);
        let theirs = standing.as_ref().map_or(Ok(None), |standing| self.kept.rescue(standing))?;
        if let Some(path) = theirs {
            standing = None;
            answer(tell, Answer::SetAside { path });
        }
        // If the journal cannot be written, all the more must the record be.
        files::write(&record, text.as_bytes(), Room::Taken, &record)?;
        self.kept.stamp = stamp;
        standing
            .filter(|old| old.bytes != text.as_bytes())
            .into_iter()
            .for_each(|old| old.keep(&self.kept.files));
        Ok(synced.map_or(entries, |synced| synced.max(entries)))
    }

    /// Saves the record for the last time; where nothing of what was typed last can stay, seeks a refuge for it.
    fn last(&mut self, meeting: &Meeting, entries: u64, refuge: &Path, tell: &Tell) {
        self.keep(meeting, entries, tell);
        if self.unsaved && self.sync_journal().is_err() {
            let free = Files::free_near(refuge);
            let moved = self.kept.go(&free, meeting, entries);
            answer(tell, moved_or_not(&moved, free));
        }
    }
}
