//! Other readings of the paper: which of them agree with the clerk, which lines are similar, and how the items of the record
//! become those of a reading.

use super::{Corrected, Correction};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::ItemId;
use crate::domain::meeting::Meeting;
use crate::domain::paper::{Meaning, PaperLine, Sure};
use std::collections::HashSet;

/// Returns the numbers of the lines on which items begin.
#[must_use]
pub fn item_lines(meeting: &Meeting) -> HashSet<u32> {
    let ids: HashSet<u32> = meeting.items.iter().map(|item| item.id.0).collect();
    let mut above: &[u32] = &[];
    let mut lines = HashSet::new();
    for line in &meeting.paper {
        let is_item = line.meaning == Meaning::Item && line.of.iter().any(|id| ids.contains(id));
        if is_item && line.of != above {
            lines.insert(line.line);
        }
        above = if is_item { &line.of } else { &[] };
    }
    lines
}

/// Returns the numbers of the lines that the clerk has settled.
fn settled_lines(meeting: &Meeting) -> HashSet<u32> {
    meeting.paper.iter().filter(|line| line.sure == Sure::Settled).map(|line| line.line).collect()
}

/// Returns whether a reading agrees with every line that the clerk has settled.
#[must_use]
pub fn agrees(meeting: &Meeting, reading: &[u32]) -> bool {
    let items = item_lines(meeting);
    let mut settled = meeting.paper.iter().filter(|line| line.sure == Sure::Settled);
    settled.all(|line| match line.meaning {
        // The rest of a title may stand on lines of its own.
        Meaning::Item => reading.contains(&line.line) || !items.contains(&line.line),
        _ => !reading.contains(&line.line),
    })
}

/// Returns the numbers of the unsettled lines most similar to a line that are still treated differently: other lines for an
/// item, items for any other line. `sets` has sets of similar lines, the most similar first.
#[must_use]
pub fn similar(meeting: &Meeting, sets: &[Vec<u32>], at: usize) -> Option<Vec<u32>> {
    let line = meeting.paper.get(at)?;
    let items = item_lines(meeting);
    let is_item = items.contains(&line.line);
    let settled = settled_lines(meeting);
    let others = |set: &Vec<u32>| -> Vec<u32> {
        let is_other = |number: &&u32| items.contains(number) != is_item && !settled.contains(number);
        set.iter().filter(is_other).copied().collect()
    };
    let with_line = sets.iter().filter(|set| set.contains(&line.line));
    with_line.map(others).find(|others| !others.is_empty())
}

impl Correction {
    /// Makes lines items, given by their numbers.
    ///
    /// # Errors
    /// Why a line cannot be an item.
    pub fn add_items(&mut self, lines: &[u32]) -> Corrected {
        let items = item_lines(&self.meeting);
        self.apply_reading(&items.into_iter().chain(lines.iter().copied()).collect())
    }

    /// Joins the items that begin on lines, given by their numbers, to those above them.
    ///
    /// # Errors
    /// Why an item cannot be joined.
    pub fn join_items(&mut self, lines: &[u32]) -> Corrected {
        let mut items = item_lines(&self.meeting);
        items.retain(|item| !lines.contains(item));
        self.apply_reading(&items)
    }

    /// Makes the items those of a reading, given by the numbers of their lines. Settled lines stay as they are. Left-over lines
    /// below an item become its text.
    ///
    /// # Errors
    /// Why a line cannot be an item.
    pub fn apply_reading(&mut self, reading: &HashSet<u32>) -> Corrected {
        let settled = settled_lines(&self.meeting);
        let private = self.private_lines();
        for at in 0..self.meeting.paper.len() {
            let line = self.line(at)?.clone();
            if settled.contains(&line.line) {
                continue;
            }
            let is_wanted = reading.contains(&line.line);
            let is_item = line.meaning == Meaning::Item;
            let is_left_over = line.meaning == Meaning::Unknown && line.sure == Sure::LeftOver;
            if is_wanted && !is_item {
                self.change(at, Meaning::Item)?;
            } else if is_item && !is_wanted && self.begins_item(at)? && self.item_above(at).is_some() {
                self.join_line(at, false)?;
            } else if is_left_over && self.item_above(at).is_some() {
                self.change(at, Meaning::AgendaText)?;
            }
        }
        self.restrict_all_with(&private)?;
        self.unsettle(&settled)
    }

    /// Returns the numbers of the lines of restricted items and parts.
    fn private_lines(&self) -> HashSet<u32> {
        let meeting = &self.meeting;
        let items = meeting.items.iter().filter(|item| meeting.is_restricted(item)).map(|item| item.id.0);
        let parts = meeting.parts.iter().filter(|part| part.restricted).map(|part| part.id.0);
        let private: HashSet<u32> = items.chain(parts).collect();
        let is_private = |line: &&PaperLine| line.of.iter().any(|id| private.contains(id));
        meeting.paper.iter().filter(is_private).map(|line| line.line).collect()
    }

    /// Restricts every item with one of these lines, so that no reading makes private business public.
    fn restrict_all_with(&mut self, private: &HashSet<u32>) -> Corrected {
        let lines = self.meeting.paper.iter().filter(|line| private.contains(&line.line));
        let of: HashSet<u32> = lines.flat_map(|line| line.of.iter().copied()).collect();
        let public = self.meeting.items.iter().filter(|item| !self.meeting.is_restricted(item));
        let leaking: Vec<ItemId> = public.map(|item| item.id).filter(|id| of.contains(&id.0)).collect();
        leaking.into_iter().try_for_each(|item| self.heading(item, |heading| heading.restricted = Some(true)))
    }

    /// Marks all lines but those that the clerk has settled as guessed or recognised again.
    fn unsettle(&mut self, settled: &HashSet<u32>) -> Corrected {
        for at in 0..self.meeting.paper.len() {
            let old = self.line(at)?.clone();
            if old.sure != Sure::Settled || settled.contains(&old.line) {
                continue;
            }
            let sure = if old.meaning == Meaning::Item { Sure::Guessed } else { Sure::Recognised };
            let new = PaperLine { sure, ..old.clone() };
            self.make(Edit::replace(Thing::Line(old), Thing::Line(new)))?;
        }
        Ok(())
    }
}
