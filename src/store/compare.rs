//! Record and journal laid side by side: whether they belong together, and what is to become of the journal.
//! Reads both and changes neither. How entries are replayed is in [`super::replay`].

use super::error::StoreError;
use super::files::{self, Files};
use super::lines::{self, Lines, Place};
use super::note::{Note, Odds};
use super::replay;
use super::scan::Scan;
use super::snapshot::{self, Snapshot, Stamp};
use crate::domain::meeting::Meeting;
use crate::session::{Change, Session};

/// A session as record and journal give it.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) session: Session,
    /// The record alone, where the session has more.
    pub(super) alone: Option<Box<Meeting>>,
    /// What a journal that does not belong to the record has beyond it.
    pub(super) beyond: Vec<Change>,
    pub(super) id: String,
    /// The record as it is on the disk.
    pub(super) stamp: Stamp,
    pub(super) place: Option<Place>,
    pub(super) notes: Vec<Note>,
    /// The number of the last entry that the session's history does not hold.
    pub(super) before: u64,
    pub(super) fate: Fate,
}

/// What is to become of the journal before it is written on.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is kept to this length.
    Keep { length: usize },
    /// There is none worth keeping; this one is begun.
    Begin { journal: Vec<u8> },
    /// It is renamed, and this one is begun.
    SetAside { journal: Vec<u8> },
    /// A part of it is put into a file of its own, and this takes its place.
    Mend { journal: Vec<u8>, rest: Vec<u8> },
}

/// Reads a session.
pub(super) fn find(files: &Files) -> Result<Found, StoreError> {
    // The record first: if somebody saves between the two, the journal still knows the record that was read.
    let snapshot = snapshot::read(&files.record)?;
    let journal = files::read_if_there(&files.journal)?.unwrap_or_default();
    let scan = Scan::of(&journal);
    match scan.format {
        Some(format) if format > lines::FORMAT => {
            Err(StoreError::Newer { path: files.journal.clone(), format, reads: lines::FORMAT })
        }
        _ => Ok(compare(snapshot, &scan, &journal)),
    }
}

fn compare(snapshot: Snapshot, scan: &Scan<'_>, journal: &[u8]) -> Found {
    let beginning = Lines::beginning(&snapshot.id, snapshot.stamp);
    let nothing_in_it = scan.entries.is_empty() && scan.damage.is_none();
    if nothing_in_it && !(scan.base == snapshot.entries && scan.knows(snapshot.stamp)) {
        return untouched(snapshot, Fate::Begin { journal: beginning });
    }
    if let Some(why) = odds(&snapshot, scan) {
        let unsaved = match why {
            Odds::AnotherSession => 0,
            Odds::Changed | Odds::Gap => scan.last().saturating_sub(snapshot.entries),
        };
        let beyond = match why {
            Odds::AnotherSession => Vec::new(),
            Odds::Changed | Odds::Gap => replay::beyond(scan, snapshot.entries),
        };
        let mut found = untouched(snapshot, Fate::SetAside { journal: beginning });
        found.beyond = beyond;
        found.notes.push(Note::AtOdds { why, unsaved, aside: None });
        return found;
    }
    replay::replay(untouched(snapshot, Fate::Keep { length: scan.whole }), scan, journal)
}

/// The session that the record alone gives, with a journal that begins at it.
pub(super) fn record_alone(files: &Files) -> Result<Found, StoreError> {
    let snapshot = snapshot::read(&files.record)?;
    let journal = Lines::beginning(&snapshot.id, snapshot.stamp);
    Ok(untouched(snapshot, Fate::SetAside { journal }))
}

/// The session that the record alone gives.
fn untouched(snapshot: Snapshot, fate: Fate) -> Found {
    let Snapshot { id, entries, meeting, stamp } = snapshot;
    let session = Session::new(meeting, entries);
    let (alone, beyond, place, notes) = (None, Vec::new(), None, Vec::new());
    Found { session, alone, beyond, id, stamp, place, notes, before: entries, fate }
}

/// Whether, and why, a journal does not belong to a record.
fn odds(snapshot: &Snapshot, scan: &Scan<'_>) -> Option<Odds> {
    if scan.id.is_some_and(|id| id != snapshot.id) {
        Some(Odds::AnotherSession)
    } else if scan.last() < snapshot.entries || scan.base > snapshot.entries {
        Some(Odds::Gap)
    } else if !scan.knows(snapshot.stamp) {
        Some(Odds::Changed)
    } else {
        None
    }
}
