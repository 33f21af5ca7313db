//! What lies between those who add lines to a journal and the thread that writes them: the pile of lines, how far
//! the thread has come, and where it writes. Knows nothing of what a line says.

use super::error::StoreError;
use super::lines::Lines;
use super::tail::{Disk, Tail};
use chrono::NaiveDateTime;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// The lines that are to be written, and how far the thread has come.
pub(super) struct Pile {
    pub(super) path: PathBuf,
    pub(super) disk: Arc<dyn Disk>,
    /// The length of the lines that are whole in the file.
    whole: u64,
    /// What is being written now.
    flying: Arc<Lines>,
    unwritten: Lines,
    /// What was added since the journal was left for another file, and which leaving that was.
    since: Option<Lines>,
    leaving: u64,
    /// How often it went on in another file. A thread that belongs to an earlier one has nothing more to do.
    turn: u64,
    pub(super) entries: u64,
    pub(super) minute: Option<NaiveDateTime>,
    /// Whether somebody wants what is unwritten to be written.
    pub(super) asked: bool,
    closing: bool,
    /// How many attempts at writing have begun, and how many of them are over.
    begun: u64,
    over: u64,
    /// Why the last attempt failed.
    pub(super) failed: Option<io::Error>,
}

/// What a journal held when it was left for another file.
pub(super) struct Left {
    disk: Arc<dyn Disk>,
    whole: u64,
    behind: Vec<u8>,
    leaving: u64,
    /// How many entries that is, counted from the beginning of the session.
    pub(super) entries: u64,
}

impl Left {
    /// Every line: those in the file, although its name may be gone, and those that are not written yet.
    pub(super) fn lines(&self) -> io::Result<Vec<u8>> {
        let mut lines = self.disk.beginning(self.whole)?;
        lines.extend_from_slice(&self.behind);
        Ok(lines)
    }
}

impl Pile {
    /// Nothing yet, on a disk with `whole` bytes of lines that end with entry number `entries`.
    pub(super) fn new(path: &Path, disk: Arc<dyn Disk>, whole: u64, entries: u64) -> Self {
        Self {
            path: path.to_owned(),
            disk,
            whole,
            flying: Arc::default(),
            unwritten: Lines::default(),
            since: None,
            leaving: 0,
            turn: 0,
            entries,
            minute: None,
            asked: false,
            closing: false,
            begun: 0,
            over: 0,
            failed: None,
        }
    }

    /// Puts lines on it. Returns whether they could be put down.
    pub(super) fn put(&mut self, put: impl FnOnce(&mut Lines) -> bool) -> bool {
        let before = self.unwritten.bytes().len();
        let well = put(&mut self.unwritten);
        if let Some(since) = &mut self.since {
            since.take_from(&self.unwritten, before);
        }
        well
    }

    /// Whether the thread has something to do, or is at it.
    pub(super) fn is_busy(&self) -> bool {
        self.asked || self.over < self.begun
    }

    /// Says why something was not written.
    pub(super) fn refusal(&self, error: io::Error) -> StoreError {
        StoreError::io("writing", &self.path)(error)
    }

    /// Begins to leave for another file. A leaving that was begun before and did not arrive is given up.
    pub(super) fn leave(&mut self) -> Left {
        self.leaving += 1;
        self.since = Some(Lines::default());
        Left {
            disk: Arc::clone(&self.disk),
            whole: self.whole,
            behind: [self.flying.bytes(), self.unwritten.bytes()].concat(),
            leaving: self.leaving,
            entries: self.entries,
        }
    }
}

/// The pile, and how those who wait are told that it has changed.
struct Desk {
    /// Held for moments only, and never while something is written.
    pile: Mutex<Pile>,
    changed: Condvar,
}

/// The thread that writes, which ends with the last handle on the journal.
#[derive(Debug)]
pub(super) struct Hand {
    desk: Arc<Desk>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Hand {
    /// Starts writing what lies on a pile.
    pub(super) fn start(pile: Pile) -> io::Result<Self> {
        let tail = Tail::new(Arc::clone(&pile.disk), pile.whole);
        let desk = Arc::new(Desk { pile: Mutex::new(pile), changed: Condvar::new() });
        let thread = Mutex::new(Some(begin(&desk, tail, 0)?));
        Ok(Self { desk, thread })
    }

    /// What tells that the pile has changed.
    pub(super) fn changed(&self) -> &Condvar {
        &self.desk.changed
    }

    pub(super) fn pile(&self) -> MutexGuard<'_, Pile> {
        self.desk.pile()
    }

    /// Goes on in another file with what was added since the journal was left. The thread that writes to the
    /// old one is not waited for: its disk may never answer.
    pub(super) fn go_on(&self, left: &Left, path: &Path, disk: Arc<dyn Disk>, whole: u64) -> io::Result<()> {
        let mut pile = self.pile();
        if pile.leaving != left.leaving || pile.since.is_none() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        // The thread begins by waiting for the pile, which is held here.
        let thread = begin(&self.desk, Tail::new(Arc::clone(&disk), whole), pile.turn + 1)?;
        pile.turn += 1;
        (pile.path, pile.disk, pile.whole) = (path.to_owned(), disk, whole);
        pile.unwritten = pile.since.take().unwrap_or_default();
        (pile.flying, pile.over, pile.failed, pile.asked) = (Arc::default(), pile.begun, None, true);
        drop(pile);
        *self.thread.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread);
        self.desk.changed.notify_all();
        Ok(())
    }
}

fn begin(desk: &Arc<Desk>, tail: Tail, turn: u64) -> io::Result<JoinHandle<()>> {
    let his = Arc::clone(desk);
    thread::Builder::new().name("journal".to_owned()).spawn(move || his.write(tail, turn))
}

impl Desk {
    /// What the thread does: it writes what has piled up, whenever it is asked to.
    fn write(&self, mut tail: Tail, turn: u64) {
        loop {
            let idle = |pile: &mut Pile| !pile.asked && !pile.closing && pile.turn == turn;
            let mut pile = self.changed.wait_while(self.pile(), idle).unwrap_or_else(PoisonError::into_inner);
            if !pile.asked || pile.turn != turn {
                return;
            }
            pile.asked = false;
            pile.begun += 1;
            let lines = Arc::new(std::mem::take(&mut pile.unwritten));
            pile.flying = Arc::clone(&lines);
            drop(pile);
            let outcome = tail.write(lines.bytes());
            let mut pile = self.pile();
            if pile.turn != turn {
                return;
            }
            if outcome.is_err() {
                pile.unwritten.put_before(&lines);
            }
            (pile.flying, pile.whole) = (Arc::default(), tail.length());
            pile.failed = outcome.err();
            pile.over = pile.begun;
            self.changed.notify_all();
        }
    }

    fn pile(&self) -> MutexGuard<'_, Pile> {
        // Nothing in here can panic half-way, so that what a poisoned lock holds is sound.
        self.pile.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is unwritten are words of the minutes, and may be restricted.
        out.debug_struct("Desk").finish_non_exhaustive()
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        let mut pile = self.desk.pile();
        pile.closing = true;
        pile.asked = true;
        drop(pile);
        self.desk.changed.notify_all();
        if let Some(thread) = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = thread.join();
        }
    }
}
