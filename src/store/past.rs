//! A session as it stood at an earlier time, made again from what the journal knows. Knows nothing of the clock.
//!
//! An edit says what was and what shall be, so that a record can be taken back step by step as well as forward. All
//! that is needed is one record that the journal knows: the one on the disk, or else an older copy.

use super::error::StoreError;
use super::files::{self, Files};
use super::lines;
use super::older::older_copies;
use super::scan::{Scan, Written};
use super::snapshot::{self, Snapshot};
use crate::domain::edit::{Edit, Thing};
use crate::domain::meeting::Meeting;
use crate::session::{Entry, History};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::path::Path;

/// What is known of a session's past.
#[derive(Debug)]
pub struct Past {
    anchor: Option<Snapshot>,
    /// The number of the entry before the first of those that are known.
    base: u64,
    /// What each entry did to the record, as far as that is known.
    deeds: Vec<Option<Vec<Edit>>>,
    times: Vec<(u64, NaiveDateTime)>,
}

/// A meeting as it stood at an earlier time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stood {
    /// The meeting.
    pub meeting: Meeting,
    /// The time, as it was understood.
    pub at: NaiveDateTime,
    /// How many entries had been made by then.
    pub entries: u64,
    /// Whether the clock was put back, so that the time came twice; this is the later one then.
    pub twice: bool,
}

/// Why it is not known how a meeting stood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Forgotten {
    /// The journal has no times.
    #[error("the journal knows no times yet; --list shows the older copies")]
    NoTimes,
    /// The time is before what is known.
    #[error(
        "the journal begins at {}; what was before is not known; --list shows the older copies",
        shown(*.0)
    )]
    Before(NaiveDateTime),
    /// The way from the record to that time is not whole.
    #[error("the journal beside it does not reach from the record to {}; --list shows the older copies", shown(*.0))]
    Gap(NaiveDateTime),
}

fn shown(time: NaiveDateTime) -> String {
    time.format("%H:%M on %-d %B %Y").to_string()
}

/// What is known of the past of the session at a path. Nothing is changed.
///
/// # Errors
/// What is wrong with the files.
pub fn past(path: &Path) -> Result<Past, StoreError> {
    let files = Files::of(path);
    let record = snapshot::read(&files.record)?;
    let journal = files::read_if_there(&files.journal)?.unwrap_or_default();
    let scan = Scan::of(&journal);
    let knows = |snapshot: &Snapshot| scan.id == Some(snapshot.id.as_str()) && scan.knows(snapshot.stamp);
    let copies = || {
        let copies = older_copies(path).unwrap_or_default();
        copies.into_iter().filter_map(|copy| snapshot::read(&copy.path).ok()).find(knows)
    };
    let anchor = Some(record).filter(knows).or_else(copies);
    let known = scan.run_until(scan.last());
    let base = known.first().map_or(scan.last(), |first| first.number - 1);
    let deeds = deeds(known);
    Ok(Past { anchor, base, deeds, times: scan.times })
}

/// What each entry does to a record. An undo of something that is not known is not known.
fn deeds(entries: &[Written<'_>]) -> Vec<Option<Vec<Edit>>> {
    let mut history = History::default();
    let deed = |written: &Written<'_>| {
        let Ok(entry) = lines::read_ron(written.ron) else {
            history = History::default();
            return None;
        };
        let edits = match &entry {
            Entry::Did(change) => change.edits.clone(),
            Entry::More(edit) => vec![edit.clone()],
            Entry::Undid => history.done.last()?.inverse().collect(),
            Entry::Redid => history.undone.last()?.edits.clone(),
        };
        history.note(entry).then_some(edits)
    };
    entries.iter().map(deed).collect()
}

impl Past {
    /// The first and the last minute of which is known that something was done. None where no times are known.
    #[must_use]
    pub fn span(&self) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let times = || self.times.iter().map(|(_, time)| *time);
        Some((times().min()?, times().max()?))
    }

    /// The meeting as it stood at a time: with everything that was done until that minute was over. Without a day it
    /// is the last time that the clock showed that time while the session was worked on, or else the last day.
    ///
    /// # Errors
    /// [`Forgotten`] says why it is not known, and what is.
    pub fn at(&self, day: Option<NaiveDate>, time: NaiveTime) -> Result<Stood, Forgotten> {
        let (first, last) = self.span().ok_or(Forgotten::NoTimes)?;
        let at = day.map_or_else(|| most_recent(time, first, last), |day| day.and_time(time));
        let place = self.times.iter().rposition(|(_, time)| *time <= at).ok_or(Forgotten::Before(first))?;
        let end = self.base + self.deeds.len() as u64;
        let entries = self.times.get(place + 1).map_or(end, |(entries, _)| *entries);
        let twice = self.times.iter().take(place).any(|(_, time)| *time > at);
        let meeting = self.walk(entries).ok_or(Forgotten::Gap(at))?;
        Ok(Stood { meeting, at, entries, twice })
    }

    /// The meeting after so many entries. None where that is not known.
    #[must_use]
    pub fn after(&self, entries: u64) -> Option<Meeting> {
        self.walk(entries)
    }

    /// How many entries there are.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.base + self.deeds.len() as u64
    }

    /// The record after so many entries.
    fn walk(&self, entries: u64) -> Option<Meeting> {
        let anchor = self.anchor.as_ref()?;
        let mut meeting = anchor.meeting.clone();
        let place = |entries: u64| usize::try_from(entries.checked_sub(self.base)?).ok();
        let (from, to) = (place(anchor.entries)?, place(entries)?);
        if from <= to {
            for deed in self.deeds.get(from..to)? {
                deed.as_ref()?.iter().try_for_each(|edit| step(&mut meeting, edit))?;
            }
        } else {
            for deed in self.deeds.get(to..from)?.iter().rev() {
                deed.as_ref()?.iter().rev().try_for_each(|edit| step(&mut meeting, &edit.inverse()))?;
            }
        }
        Some(meeting)
    }
}

/// The last time at which the clock showed this, at most as late as `last`; if that was before anything was done, on
/// the last day.
fn most_recent(time: NaiveTime, first: NaiveDateTime, last: NaiveDateTime) -> NaiveDateTime {
    let same_day = last.date().and_time(time);
    let day_before = last.date().pred_opt().map_or(same_day, |day| day.and_time(time));
    if same_day > last && day_before >= first { day_before } else { same_day }
}

/// One step on the way. A sealed record refuses every edit, and had been open before it was sealed.
fn step(meeting: &mut Meeting, edit: &Edit) -> Option<()> {
    match (edit.goes(), edit.comes()) {
        (Some(Thing::Course(old)), Some(Thing::Course(new))) if meeting.course == *old => {
            meeting.course.clone_from(new);
            Some(())
        }
        _ => meeting.apply(edit).ok(),
    }
}
