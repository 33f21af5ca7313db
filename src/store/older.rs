//! Older copies of a record, in a hidden folder beside it: when one is kept, and which are dropped in time. Knows
//! nothing of what is in them.
//!
//! A copy is made of a record that is about to be replaced, if it stood for a while or the last copy is some time
//! ago. Recent copies stand close together and older ones far apart, and there are never too many of them: what
//! was typed is in the record and the journal, and the copies are for looking back.

use super::error::StoreError;
use super::files::{self, Files, Room};
use chrono::{DateTime, FixedOffset, Local, TimeDelta};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How far apart copies are at least, unless a record stood for so long.
const APART: TimeDelta = TimeDelta::minutes(2);
/// The most copies that are kept of one session.
const MOST: usize = 60;
/// The most bytes that they take up together; one copy is kept in any case.
const LARGEST: u64 = 32 << 20;
/// How copies are thinned out: up to this age in minutes, one is kept in so many.
const THINNING: [(i64, i64); 4] = [(30, 1), (6 * 60, 10), (7 * 24 * 60, 60), (i64::MAX, 24 * 60)];
/// How a copy is called, by the local time at which it was written: `2026-03-12T11-42-05+0000.ron`.
const NAME: &str = "%Y-%m-%dT%H-%M-%S%z";

/// An older copy of a record. It is a record itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OlderCopy {
    /// The file.
    pub path: PathBuf,
    /// When the record was written that it is a copy of, in the local time of then.
    pub at: DateTime<FixedOffset>,
    /// Its size in bytes.
    pub size: u64,
}

/// The older copies of the session at a path, newest first. None where there are none.
///
/// # Errors
/// If their folder cannot be read.
pub fn older_copies(path: &Path) -> Result<Vec<OlderCopy>, StoreError> {
    let folder = Files::of(path).older();
    let entries = match fs::read_dir(&folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(StoreError::io("reading", &folder))?,
    };
    let mut copies: Vec<OlderCopy> = entries.filter_map(|entry| copy(entry.ok()?.path())).collect();
    copies.sort_by(|one, other| (other.at, &other.path).cmp(&(one.at, &one.path)));
    Ok(copies)
}

/// The copy that a file is, if its name is that of one.
fn copy(path: PathBuf) -> Option<OlderCopy> {
    let name = path.file_name()?.to_str()?.strip_suffix(".ron")?;
    let at = DateTime::parse_from_str(name, NAME).ok()?;
    let size = fs::metadata(&path).ok()?.len();
    Some(OlderCopy { path, at, size })
}

/// A record as it stands before another takes its place.
pub(super) struct Standing {
    pub(super) bytes: Vec<u8>,
    since: SystemTime,
}

impl Standing {
    /// Reads the record at a path, if there is one.
    pub(super) fn of(record: &Path) -> Option<Self> {
        let since = fs::metadata(record).and_then(|about| about.modified()).ok()?;
        Some(Self { bytes: files::read(record).ok()?, since })
    }

    /// Keeps a copy of it, now that another record has taken its place, if one is due; drops those of which there
    /// are too many. Where it cannot be kept, that is no reason to trouble the clerk: the record itself is saved.
    pub(super) fn keep(self, files: &Files) {
        let Ok(replaced) = fs::metadata(&files.record).and_then(|about| about.modified()) else { return };
        let [since, until] = [self.since, replaced].map(|time| DateTime::<Local>::from(time).fixed_offset());
        let copies = older_copies(&files.record).unwrap_or_default();
        let last = copies.iter().map(|copy| copy.at).max();
        let is_due = until - since >= APART || last.is_none_or(|last| since - last >= APART);
        if !is_due {
            return;
        }
        let folder = files.older();
        let path = folder.join(format!("{}.ron", since.format(NAME)));
        // The copy is its owner's alone, whoever may read the record.
        let written = files::make_private(&folder)
            .and_then(|()| files::write(&path, &self.bytes, Room::Free, Path::new("")));
        if written.is_ok() {
            thin_out(&files.record, until);
        }
    }
}

/// Brings the older copies of a session along from where it was kept before, newest first, as many as would be kept
/// here; each is there whole or not at all, and nothing is taken away where it was. Waits for both disks. Returns whether
/// all of them came.
pub(super) fn bring(from: &Files, to: &Files) -> bool {
    let Ok(copies) = older_copies(&from.record) else { return false };
    let Ok(now) = fs::metadata(&to.record).and_then(|about| about.modified()) else { return false };
    let now = DateTime::<Local>::from(now).fixed_offset();
    let too_many: HashSet<&Path> = too_many(&copies, now).map(|copy| copy.path.as_path()).collect();
    let folder = to.older();
    let wanted = copies.iter().filter(|copy| !too_many.contains(copy.path.as_path()));
    let came = wanted.map(|copy| {
        let name = copy.path.file_name().unwrap_or_default();
        let bytes = files::read(&copy.path)?;
        files::make_private(&folder)?;
        files::write(&folder.join(name), &bytes, Room::Free, Path::new(""))
    });
    let failed = came.filter(|outcome: &Result<(), StoreError>| outcome.is_err()).count();
    thin_out(&to.record, now);
    failed == 0
}

/// Drops the copies of which there are too many.
fn thin_out(record: &Path, now: DateTime<FixedOffset>) {
    let copies = older_copies(record).unwrap_or_default();
    for copy in too_many(&copies, now) {
        let _ = fs::remove_file(&copy.path);
    }
}

/// Which of the copies, newest first, are too many.
fn too_many(copies: &[OlderCopy], now: DateTime<FixedOffset>) -> impl Iterator<Item = &OlderCopy> {
    let mut taken = HashSet::new();
    let (mut count, mut bytes) = (0, 0);
    copies.iter().filter(move |copy| {
        let age = (now - copy.at).num_minutes();
        let step = THINNING.iter().find(|(up_to, _)| age < *up_to).map_or(1, |(_, step)| *step);
        if !taken.insert((step, copy.at.timestamp().div_euclid(60 * step))) {
            return true;
        }
        count += 1;
        bytes += copy.size;
        count > MOST || (bytes > LARGEST && count > 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<FixedOffset> {
        DateTime::UNIX_EPOCH.fixed_offset() + TimeDelta::days(365) + TimeDelta::minutes(minutes)
    }

    fn copy_of(minutes: i64, size: u64) -> OlderCopy {
        OlderCopy { path: format!("{minutes}").into(), at: at(minutes), size }
    }

    /// Makes a copy every so many minutes, for so long, as a long meeting does.
    fn meeting(step: i64, minutes: i64, size: u64) -> Vec<OlderCopy> {
        let mut copies: Vec<OlderCopy> = Vec::new();
        for now in (0..minutes).step_by(step as usize) {
            copies.insert(0, copy_of(now, size));
            let gone: Vec<OlderCopy> = too_many(&copies, at(now)).cloned().collect();
            copies.retain(|copy| !gone.contains(copy));
            assert!(copies.len() <= MOST);
            assert!(copies.iter().map(|copy| copy.size).sum::<u64>() <= LARGEST.max(size));
        }
        copies
    }

    #[test]
    fn recent_copies_stand_close_and_older_ones_far_apart() {
        let copies = meeting(2, 4 * 60, 1000);
        let ages: Vec<i64> = copies.iter().map(|copy| (at(238) - copy.at).num_minutes()).collect();
        assert_eq!(ages.iter().filter(|age| **age < 30).count(), 15, "{ages:?}");
        assert!(ages.windows(2).all(|pair| pair[1] - pair[0] <= 12), "{ages:?}");
        assert!(*ages.last().unwrap() > 220, "the beginning is still there: {ages:?}");
    }

    #[test]
    fn there_are_never_too_many_nor_too_much() {
        meeting(2, 3 * 24 * 60, 1000);
        meeting(2, 10 * 60, 9 << 20);
        assert_eq!(meeting(2, 60, 2 * LARGEST).len(), 1, "one is kept, however large");
    }

    #[test]
    fn a_clock_that_was_put_back_drops_nothing_recent() {
        let copies = [copy_of(90, 1), copy_of(88, 1), copy_of(10, 1)];
        assert_eq!(too_many(&copies, at(12)).count(), 0);
    }
}
