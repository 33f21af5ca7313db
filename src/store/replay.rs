//! Entries of a journal done once more: onto a record, or folded to what can be undone. Knows nothing of
//! whether journal and record belong together.

use super::compare::{Fate, Found};
use super::error::StoreError;
use super::files::{self, Files};
use super::lines::{self, Lines};
use super::note::Note;
use super::scan::{Scan, Spot, Written};
use crate::session::{Change, Entry, History, Session};

/// Reads what was done up to entry number `until`.
pub(super) fn history(files: &Files, until: u64) -> Result<History, StoreError> {
    let journal = files::read_if_there(&files.journal)?.unwrap_or_default();
    Ok(fold(Scan::of(&journal).run_until(until)))
}

/// What was done after entry number `after`, without a record to do it to.
pub(super) fn beyond(scan: &Scan<'_>, after: u64) -> Vec<Change> {
    let entries: Vec<Written<'_>> = scan.entries.iter().filter(|it| it.number > after).copied().collect();
    fold(&entries).done
}

/// Replays what the journal has more than the record that was found.
pub(super) fn replay(mut found: Found, scan: &Scan<'_>, journal: &[u8]) -> Found {
    let saved = found.stamp.entries;
    found.place = scan.place;
    let tail: Vec<&Written<'_>> = scan.run_after(saved).collect();
    if tail.iter().enumerate().any(|(at, entry)| looks_back(at, entry.ron)) {
        found.session.recall(fold(scan.run_until(saved)));
        found.before = 0;
    }
    found.alone = (!tail.is_empty()).then(|| Box::new(found.session.meeting().clone()));
    let (changes, refused) = again(&mut found.session, &tail);
    let entries = found.session.entries() - saved;
    if entries > 0 {
        found.notes.push(Note::Recovered { entries, changes });
    }
    let garbled = scan.damage.map(|spot| (spot, "it is garbled or does not follow".to_owned()));
    if let Some((spot, why)) = garbled.into_iter().chain(refused).min_by_key(|(spot, _)| spot.at) {
        found.fate = mend(&found, scan, journal, spot);
        found.notes.push(Note::Damaged { line: spot.line, why, aside: None });
    }
    found
}

/// Whether an entry can be replayed only by who knows what was done before the record was saved: it takes a
/// step back or makes it again, or it goes on with a step that was begun then.
fn looks_back(at: usize, ron: &str) -> bool {
    ron.starts_with("Undid") || ron.starts_with("Redid") || (at == 0 && ron.starts_with("More"))
}

/// Does entries once more, as far as none is refused. Returns how many changes they are as undo counts them,
/// and where and why one was refused.
fn again(session: &mut Session, entries: &[&Written<'_>]) -> (u64, Option<(Spot, String)>) {
    let mut changes = 0;
    for (at, written) in entries.iter().enumerate() {
        match once_more(session, written.ron) {
            Ok(step) => changes += u64::from(step || at == 0),
            Err(why) => return (changes, Some((written.spot, why))),
        }
    }
    (changes, None)
}

/// Does one entry once more. Returns whether it was a step of its own.
fn once_more(session: &mut Session, ron: &str) -> Result<bool, String> {
    let entry = lines::read_ron(ron)?;
    let step = !matches!(entry, Entry::More(_));
    session.enter(entry).map_err(|refused| refused.to_string())?;
    Ok(step)
}

/// What entries come to, without a record.
fn fold(entries: &[Written<'_>]) -> History {
    let mut history = History::default();
    for entry in entries {
        // An entry that cannot be read is a gap: what was done before it can no longer be taken back.
        match lines::read_ron(entry.ron) {
            Ok(entry) => _ = history.note(entry),
            Err(_) => history = History::default(),
        }
    }
    history
}

/// A journal without its damage. What was replayed stays; what is garbled or of no use goes to the rest.
fn mend(found: &Found, scan: &Scan<'_>, journal: &[u8], spot: Spot) -> Fate {
    let stamp = found.stamp;
    let reaches = scan.id.is_some() && scan.last_before(spot) >= stamp.entries;
    // Damage before the record was saved leaves a gap, so that a new journal goes on from the record. Damage
    // after it may have taken the mark by which the record is recognised.
    let (mut mended, from) = match journal.get(..spot.at) {
        Some(before) if reaches => (Lines::after(before, stamp), spot.at),
        _ => (Lines::beginning(&found.id, stamp), 0),
    };
    let used = scan.run_after(stamp.entries).take_while(|entry| entry.number <= found.session.entries());
    for entry in used.filter(|entry| entry.spot.at >= from) {
        mended.extend_from_slice(entry.line);
    }
    Fate::Mend { journal: mended, rest: journal.get(from..).unwrap_or_default().to_vec() }
}
