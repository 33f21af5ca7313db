//! A journal as it is found on the disk: what its lines are, and where it is damaged. Entries are counted and
//! checked, not understood. Knows nothing of the record.

use super::lines::{self, Line, Place};
use super::snapshot::Stamp;
use chrono::NaiveDateTime;

/// What was found in a journal.
#[derive(Debug, Default)]
pub(super) struct Scan<'a> {
    /// The format, where the first line could be read.
    pub(super) format: Option<u64>,
    /// Whose journal it is, where the first line could be read.
    pub(super) id: Option<&'a str>,
    /// How many entries came before the first.
    pub(super) base: u64,
    /// The entries that are sound, in their order.
    pub(super) entries: Vec<Written<'a>>,
    /// The stamps of the records that were saved.
    pub(super) saved: Vec<Stamp>,
    /// The minutes that have begun, each with the number of the last entry before it.
    pub(super) times: Vec<(u64, NaiveDateTime)>,
    /// Where the cursor was left last.
    pub(super) place: Option<Place>,
    /// The first place where the journal is not as it was written.
    pub(super) damage: Option<Spot>,
    /// The length of the whole lines. What stands behind them is a line that was not finished.
    pub(super) whole: usize,
}

/// An entry in the journal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    /// Its number, counted from 1 since the session was begun.
    pub(super) number: u64,
    /// What it says.
    pub(super) ron: &'a str,
    /// The line, whole.
    pub(super) line: &'a [u8],
    /// Where the line is.
    pub(super) spot: Spot,
}

/// A line of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    /// Its number, counted from 1.
    pub(super) line: usize,
    /// Where it begins, in bytes.
    pub(super) at: usize,
}

impl<'a> Scan<'a> {
    /// Looks through a journal.
    pub(super) fn of(journal: &'a [u8]) -> Self {
        let mut scan = Scan::default();
        for (before, line) in journal.split_inclusive(|byte| *byte == b'\n').enumerate() {
            let Some(content) = line.strip_suffix(b"\n") else { break };
            let spot = Spot { line: before + 1, at: scan.whole };
            if !scan.take(line, content, spot) {
                scan.damage.get_or_insert(spot);
            }
            scan.whole += line.len();
        }
        scan
    }

    /// Takes in a line. Returns whether it is what is to be expected there.
    fn take(&mut self, line: &'a [u8], content: &'a [u8], spot: Spot) -> bool {
        match (lines::read(content), spot.line) {
            (Some(Line::Header { format, id, base }), 1) => {
                (self.format, self.id, self.base) = (Some(format), Some(id), base);
                true
            }
            (None | Some(Line::Header { .. }), _) | (Some(_), 1) => false,
            (Some(Line::Entry { number, ron }), _) => {
                let follows = number == self.last().saturating_add(1);
                self.entries.push(Written { number, ron, line, spot });
                // After damage anything may be missing; that was noted where it begins.
                follows || self.damage.is_some()
            }
            (Some(Line::Saved(stamp)), _) => {
                self.saved.push(stamp);
                true
            }
            (Some(Line::Place(place)), _) => {
                self.place = Some(place);
                true
            }
            (Some(Line::At(time)), _) => {
                self.times.push((self.last(), time));
                true
            }
            (Some(Line::Other), _) => true,
        }
    }

    /// The number of the last entry.
    pub(super) fn last(&self) -> u64 {
        self.entries.last().map_or(self.base, |entry| entry.number)
    }

    /// The number of the last entry before a spot.
    pub(super) fn last_before(&self, spot: Spot) -> u64 {
        let before = self.entries.iter().rev().find(|entry| entry.spot.at < spot.at);
        before.map_or(self.base, |entry| entry.number)
    }

    /// The entries after number `after`, as far as none is missing.
    pub(super) fn run_after(&self, after: u64) -> impl Iterator<Item = &Written<'a>> {
        let rest = self.entries.iter().skip_while(move |entry| entry.number <= after);
        rest.zip(after.saturating_add(1)..)
            .take_while(|(entry, number)| entry.number == *number)
            .map(|(entry, _)| entry)
    }

    /// The entries up to number `until`, as far back from it as none is missing.
    pub(super) fn run_until(&self, until: u64) -> &[Written<'a>] {
        let end = self.entries.iter().rposition(|entry| entry.number == until).map_or(0, |at| at + 1);
        let back = self.entries.get(..end).unwrap_or_default();
        let run =
            back.iter().rev().zip((0..=until).rev()).take_while(|(entry, number)| entry.number == *number);
        let from = end - run.count();
        back.get(from..).unwrap_or_default()
    }

    /// Whether the journal knows a record with this stamp.
    pub(super) fn knows(&self, stamp: Stamp) -> bool {
        self.saved.contains(&stamp)
    }
}
