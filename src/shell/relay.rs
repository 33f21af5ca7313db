//! Who goes on when something takes too long. What is carried (the loop, to us) is laid down before a deed that a
//! stalled disk could hold up, and picked up again after it. Somebody stands by: where the deed takes too long he
//! picks it up instead and goes on, and whoever comes back too late has nothing more to do. Knows nothing of what is
//! carried, nor of the deed.
//!
//! To whoever carries it this costs next to nothing. The one who stands by looks every now and then while
//! there are deeds, sleeps when there are none, and so need not be woken for each.

use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long the one who stands by lets pass between two looks. The loop would feel it if he looked at every key.
const GLANCE: Duration = Duration::from_millis(200);
/// How often he looks in vain before he sleeps.
const LOOKS: u32 = 10;
/// The stack of a carrier, in bytes: as large as that of a program's first thread.
const STACK: usize = 8 << 20;

/// What becomes of what is carried: it is carried to its end, which has an outcome, or somebody else has it now.
type Carry<T, R> = fn(&Relay<T, R>, T) -> Option<R>;

/// A relay of those who carry a `T`, which ends with an `R`.
pub(super) struct Relay<T, R> {
    patience: Duration,
    carry: Carry<T, R>,
    track: Mutex<Track<T, R>>,
    changed: Condvar,
}

/// What all of them see.
struct Track<T, R> {
    /// What is laid down, and since when.
    laid: Option<(T, Instant)>,
    /// How often it has been laid down.
    times: u64,
    /// How often somebody else has picked it up.
    turn: u64,
    /// Whether the one who stands by is awake.
    awake: bool,
    end: End<R>,
}

/// How it ended.
enum End<R> {
    NotYet,
    With(R),
    /// Whoever carried it has failed.
    Badly,
}

impl<T: Send + 'static, R: Send + 'static> Relay<T, R> {
    /// Has something carried to its end, and waits for that. A deed that takes longer than `patience` is not waited
    /// for; that is noticed a fifth of a second later at the most. None if whoever carried it has failed.
    ///
    /// # Errors
    /// If there can be no more threads.
    pub fn run(carried: T, patience: Duration, carry: Carry<T, R>) -> io::Result<Option<R>> {
        let track = Track { laid: None, times: 0, turn: 0, awake: false, end: End::NotYet };
        let relay = Arc::new(Self { patience, carry, track: Mutex::new(track), changed: Condvar::new() });
        // He who waits here can never be held up by a deed: the program ends when this returns.
        relay.start(move |relay| relay.go(carried))?;
        relay.stand_by()?;
        let under_way = |track: &mut Track<T, R>| matches!(track.end, End::NotYet);
        let waited = relay.changed.wait_while(relay.track(), under_way);
        let mut track = waited.unwrap_or_else(PoisonError::into_inner);
        Ok(match std::mem::replace(&mut track.end, End::Badly) {
            End::With(outcome) => Some(outcome),
            End::NotYet | End::Badly => None,
        })
    }

    /// Does something that could take long. Gives back what is carried, unless somebody else has picked it up
    /// meanwhile.
    pub fn risk(&self, carried: T, deed: impl FnOnce()) -> Option<T> {
        let mut track = self.track();
        let turn = track.turn;
        track.laid = Some((carried, Instant::now()));
        track.times += 1;
        if !std::mem::replace(&mut track.awake, true) {
            self.changed.notify_all();
        }
        drop(track);
        deed();
        let mut track = self.track();
        if track.turn == turn { track.laid.take().map(|(carried, _)| carried) } else { None }
    }

    fn start(self: &Arc<Self>, deed: impl FnOnce(&Arc<Self>) + Send + 'static) -> io::Result<()> {
        let his = Arc::clone(self);
        let thread = thread::Builder::new().name("loop".into()).stack_size(STACK);
        thread.spawn(move || deed(&his)).map(drop)
    }

    /// Has somebody stand by.
    fn stand_by(self: &Arc<Self>) -> io::Result<()> {
        self.start(|relay| {
            if let Some(carried) = relay.watch() {
                // Without anybody to stand by it goes on all the same, as far as the disk lets it.
                let _ = relay.stand_by();
                relay.go(carried);
            }
        })
    }

    fn go(&self, carried: T) {
        let ending = Ending(self);
        let outcome = (self.carry)(self, carried);
        if let Some(outcome) = outcome {
            self.end(End::With(outcome));
        }
        drop(ending);
    }

    /// Waits until something has been laid down for too long, and picks it up. None when it is over.
    fn watch(&self) -> Option<T> {
        let (mut seen, mut looks) = (0, 0);
        let mut track = self.track();
        loop {
            if !matches!(track.end, End::NotYet) {
                return None;
            }
            let laid_for = track.laid.as_ref().map(|(_, since)| since.elapsed());
            if laid_for.is_some_and(|time| time >= self.patience) {
                track.turn += 1;
                return track.laid.take().map(|(carried, _)| carried);
            }
            looks = if track.times == seen { looks + 1 } else { 0 };
            seen = track.times;
            track.awake = looks < LOOKS || laid_for.is_some();
            track = if track.awake {
                let until = laid_for.map_or(GLANCE, |time| self.patience.saturating_sub(time));
                self.changed.wait_timeout(track, until).unwrap_or_else(PoisonError::into_inner).0
            } else {
                self.changed.wait(track).unwrap_or_else(PoisonError::into_inner)
            };
        }
    }
}

impl<T, R> Relay<T, R> {
    fn end(&self, end: End<R>) {
        self.track().end = end;
        self.changed.notify_all();
    }

    fn track(&self) -> MutexGuard<'_, Track<T, R>> {
        // Nothing in here can panic half-way, so that what a poisoned lock holds is sound.
        self.track.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sees to it that it is over when a carrier fails.
struct Ending<'a, T, R>(&'a Relay<T, R>);

impl<T, R> Drop for Ending<'_, T, R> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.end(End::Badly);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::{Receiver, Sender, channel};

    /// What is carried: the deeds still to do, where to tell what was done, and what the first deed waits for.
    struct Errand {
        deeds: Vec<Receiver<()>>,
        tell: Sender<&'static str>,
    }

    /// Waits in every deed until it is told that it is over, and says whether it was the one to go on.
    fn carry(relay: &Relay<Errand, usize>, mut errand: Errand) -> Option<usize> {
        let mut done = 0;
        while let Some(deed) = errand.deeds.pop() {
            let tell = errand.tell.clone();
            tell.send("begun").unwrap();
            let Some(back) = relay.risk(errand, || deed.recv().unwrap_or_default()) else {
                tell.send("too late").unwrap();
                return None;
            };
            errand = back;
            done += 1;
        }
        Some(done)
    }

    fn errand(deeds: usize) -> (Errand, Vec<Sender<()>>, Receiver<&'static str>) {
        let (ends, deeds) = (0..deeds).map(|_| channel()).unzip();
        let (tell, told) = channel();
        (Errand { deeds, tell }, ends, told)
    }

    #[test]
    fn deeds_that_are_quick_are_all_done_by_one() {
        let (errand, ends, _told) = errand(3);
        drop(ends);
        let done = Relay::run(errand, Duration::from_secs(3600), carry).unwrap();
        assert_eq!(done, Some(3));
    }

    #[test]
    fn somebody_else_goes_on_when_a_deed_takes_too_long_and_the_late_one_has_nothing_to_do() {
        let (errand, mut ends, told) = errand(3);
        let run = thread::spawn(move || Relay::run(errand, Duration::ZERO, carry).unwrap());
        // Each deed hangs, and the next is begun by somebody else all the same.
        let begun: Vec<_> = told.iter().take(3).collect();
        assert_eq!(begun, ["begun"; 3]);
        // The last of them begins nothing more, so that whoever has it in the end has done nothing himself.
        let done = run.join().unwrap();
        assert_eq!(done, Some(0));
        ends.clear();
        assert_eq!(told.iter().collect::<Vec<_>>(), ["too late"; 3]);
    }

    #[test]
    fn it_is_over_when_a_carrier_fails() {
        let failed = Relay::<(), ()>::run((), Duration::ZERO, |_, ()| panic!("meant to fail"));
        assert_eq!(failed.unwrap(), None);
    }
}
