//! The pile of a journal among threads. Whoever asks for it to be written does that himself, unless somebody is at it:
//! he then takes along what was put down meanwhile. Knows nothing of what a line says.
//!
//! There is no thread for it. To wake one for every key was tried, and cost a seventh of the time from a key to the
//! screen (docs/reliability.md); whoever must not wait for a stalled disk sees to that himself.

use super::pile::Pile;
use std::fmt;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A pile that several may put lines on.
pub(super) struct Ledger {
    /// Held for moments only, and never while something is written.
    pile: Mutex<Pile>,
    /// Told when somebody has written.
    written: Condvar,
}

impl Ledger {
    /// Several may put lines on this pile from now on.
    pub(super) fn new(pile: Pile) -> Self {
        Self { pile: Mutex::new(pile), written: Condvar::new() }
    }

    /// The pile. Nothing that holds it may wait for a disk.
    pub(super) fn pile(&self) -> MutexGuard<'_, Pile> {
        // Nothing in here can panic half-way, so that what a poisoned lock holds is sound.
        self.pile.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what lies there, also what was refused before, however long the disk takes. If somebody is at it
    /// already he will take it along, and this returns at once.
    pub(super) fn write(&self) {
        let mut pile = self.pile();
        pile.asked = true;
        while let Some(mut flight) = pile.take() {
            drop(pile);
            flight.go();
            pile = self.pile();
            pile.land(flight);
        }
        drop(pile);
        self.written.notify_all();
    }

    /// Waits until nobody is writing, at most for so long.
    pub(super) fn wait(&self, patience: Option<Duration>) -> MutexGuard<'_, Pile> {
        let (pile, busy) = (self.pile(), |pile: &mut Pile| pile.is_busy());
        match patience {
            None => self.written.wait_while(pile, busy).unwrap_or_else(PoisonError::into_inner),
            Some(patience) => {
                let waited = self.written.wait_timeout_while(pile, patience, busy);
                waited.unwrap_or_else(PoisonError::into_inner).0
            }
        }
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
