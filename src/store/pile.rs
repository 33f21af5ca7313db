//! What lies between those who add lines to a journal and its file: the pile of what was jotted down and of the lines
//! that it became, the end of the file that they go to, and what has become of those that were on their way. Knows
//! nothing of what a line says, nor of who writes.

use super::error::StoreError;
use super::lines::{Jotting, Lines};
use super::tail::{Disk, Tail};
use chrono::NaiveDateTime;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The lines that are to be written, and where to.
pub(super) struct Pile {
    pub(super) path: PathBuf,
    pub(super) disk: Arc<dyn Disk>,
    /// The length of the lines that are whole in the file.
    whole: u64,
    /// What is being written now.
    flying: Arc<Lines>,
    unwritten: Lines,
    /// What comes behind the lines. It is left to whoever writes to make lines of it: whoever jots it down is in haste.
    jotted: Vec<Jotting>,
    /// Whether something could not be made a line, and has not been complained of.
    spoilt: bool,
    /// What was added since the journal was left for another file, and which leaving that was.
    since: Option<Lines>,
    leaving: u64,
    /// How often it went on in another file. Whoever still writes to an earlier one has nothing more to do.
    turn: u64,
    /// The end of the file. Whoever writes has it with him, so that there is one at a time.
    tail: Option<Tail>,
    pub(super) entries: u64,
    pub(super) minute: Option<NaiveDateTime>,
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
            tail: Some(Tail::new(Arc::clone(&disk), whole)),
            disk,
            whole,
            flying: Arc::default(),
            unwritten: Lines::default(),
            jotted: Vec::new(),
            spoilt: false,
            since: None,
            leaving: 0,
            turn: 0,
            entries,
            minute: None,
            failed: None,
        }
    }

    /// Puts something on it.
    pub(super) fn put(&mut self, jotting: Jotting) {
        self.jotted.push(jotting);
    }

    /// Makes lines of what was jotted down.
    fn make_lines(&mut self) {
        let before = self.unwritten.bytes().len();
        for jotting in self.jotted.drain(..) {
            self.spoilt |= !self.unwritten.add(&jotting);
        }
        if let Some(since) = &mut self.since {
            since.take_from(&self.unwritten, before);
        }
    }

    /// Whether somebody is writing.
    pub(super) fn is_flying(&self) -> bool {
        self.tail.is_none()
    }

    /// Whether there is something that has not been written.
    pub(super) fn has_more(&self) -> bool {
        !(self.unwritten.bytes().is_empty() && self.jotted.is_empty())
    }

    /// Begins to write what lies here. None if somebody is at it already.
    pub(super) fn take(&mut self) -> Option<Flight> {
        let tail = self.tail.take()?;
        self.make_lines();
        self.flying = Arc::new(std::mem::take(&mut self.unwritten));
        Some(Flight { tail, lines: Arc::clone(&self.flying), turn: self.turn, outcome: Ok(()) })
    }

    /// Takes note of what became of lines that were on their way. Nothing, where the journal has gone on in another
    /// file since.
    pub(super) fn land(&mut self, flight: Flight) {
        if flight.turn != self.turn {
            return;
        }
        if flight.outcome.is_err() {
            self.unwritten.put_before(&flight.lines);
        }
        (self.flying, self.whole) = (Arc::default(), flight.tail.length());
        // What could not be made a line is told like what was not written: the record that is then saved has it.
        let spoilt = std::mem::take(&mut self.spoilt).then(|| io::ErrorKind::InvalidData.into());
        (self.tail, self.failed) = (Some(flight.tail), flight.outcome.err().or(spoilt));
    }

    /// Says why something was not written.
    pub(super) fn refusal(&self, error: io::Error) -> StoreError {
        StoreError::io("writing", &self.path)(error)
    }

    /// Begins to leave for another file. A leaving that was begun before and did not arrive is given up.
    pub(super) fn leave(&mut self) -> Left {
        self.make_lines();
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

    /// Goes on in another file, in which the whole lines are `whole` bytes long, with what was added since the journal
    /// was left. Whoever is writing to the old one is not waited for: its disk may never answer.
    pub(super) fn arrive(
        &mut self,
        left: &Left,
        path: &Path,
        disk: Arc<dyn Disk>,
        whole: u64,
    ) -> io::Result<()> {
        if self.leaving != left.leaving {
            return Err(io::ErrorKind::Interrupted.into());
        }
        self.make_lines();
        self.unwritten = self.since.take().ok_or(io::ErrorKind::Interrupted)?;
        self.turn += 1;
        self.tail = Some(Tail::new(Arc::clone(&disk), whole));
        (self.path, self.disk, self.whole) = (path.to_owned(), disk, whole);
        (self.flying, self.failed) = (Arc::default(), None);
        Ok(())
    }
}

/// Lines that are on their way to the file.
pub(super) struct Flight {
    tail: Tail,
    lines: Arc<Lines>,
    turn: u64,
    outcome: io::Result<()>,
}

impl Flight {
    /// Writes them, however long the disk takes.
    pub(super) fn go(&mut self) {
        self.outcome = self.tail.write(self.lines.bytes());
    }
}
