//! The pile of a journal among threads: several put lines down, ask for them to be written, write them, and wait for
//! that. One writes at a time, and takes along what is asked for meanwhile. Knows nothing of what a line says, nor
//! whose thread it is.

use super::pile::Pile;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How often whoever waits looks, and lets others go first, before he sleeps: a tenth of a millisecond or two. To be
/// woken takes longer than it takes to write a line.
const LOOKS: u32 = 300;

/// A pile that several may put lines on.
pub(super) struct Ledger {
    /// Held for moments only, and never while something is written.
    pile: Mutex<Pile>,
    /// Whether somebody wants what lies there to be written. Apart, so that it can be looked at without a lock.
    asked: AtomicBool,
    /// Told when somebody has written.
    written: Condvar,
}

impl Ledger {
    /// Several may put lines on this pile from now on.
    pub(super) fn new(pile: Pile) -> Self {
        Self { pile: Mutex::new(pile), asked: AtomicBool::new(false), written: Condvar::new() }
    }

    /// The pile. Nothing that holds it may wait for a disk.
    pub(super) fn pile(&self) -> MutexGuard<'_, Pile> {
        // Nothing in here can panic half-way, so that what a poisoned lock holds is sound.
        self.pile.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for what lies there to be written by whoever writes, also for what was refused before.
    pub(super) fn ask(&self) {
        self.asked.store(true, Ordering::Release);
    }

    /// Whether that is asked for and nobody has begun.
    fn is_asked(&self) -> bool {
        self.asked.load(Ordering::Acquire)
    }

    /// Whether that is asked for and nobody is writing, who would take it along.
    pub(super) fn is_due(&self) -> bool {
        self.is_asked() && !self.pile().is_flying()
    }

    /// Writes what lies there, also what was refused before, however long the disk takes. If somebody is at it
    /// already he will take it along, and this returns at once.
    pub(super) fn write(&self) {
        self.ask();
        let mut pile = self.pile();
        while self.is_asked()
            && let Some(mut flight) = pile.take()
        {
            self.asked.store(false, Ordering::Release);
            drop(pile);
            flight.go();
            pile = self.pile();
            pile.land(flight);
        }
        drop(pile);
        self.written.notify_all();
    }

    /// Waits until nobody is writing or about to, at most for so long.
    pub(super) fn wait(&self, patience: Option<Duration>) -> MutexGuard<'_, Pile> {
        let looks = if patience == Some(Duration::ZERO) { 0 } else { LOOKS };
        let mut pile = self.pile();
        for _ in 0..looks {
            if !self.is_busy(&pile) {
                return pile;
            }
            drop(pile);
            thread::yield_now();
            pile = self.pile();
        }
        let busy = |pile: &mut Pile| self.is_busy(pile);
        match patience {
            None => self.written.wait_while(pile, busy).unwrap_or_else(PoisonError::into_inner),
            Some(patience) => {
                let waited = self.written.wait_timeout_while(pile, patience, busy);
                waited.unwrap_or_else(PoisonError::into_inner).0
            }
        }
    }

    /// Whether somebody is writing or is about to.
    pub(super) fn is_busy(&self, pile: &Pile) -> bool {
        pile.is_flying() || self.is_asked()
    }
}

impl fmt::Debug for Ledger {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is unwritten are words of the minutes, and may be restricted.
        out.debug_struct("Ledger").finish_non_exhaustive()
    }
}

impl Drop for Ledger {
    fn drop(&mut self) {
        if self.pile().has_more() {
            self.write();
        }
    }
}
