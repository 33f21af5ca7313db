//! Other readings of the paper: which of them agree with what the clerk has said of single lines, and how the items become
//! those of a reading.

use super::{Corrected, Correction};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::ItemId;
use crate::domain::meeting::Meeting;
use crate::domain::paper::{Meaning, PaperLine, Sure};
use std::collections::HashSet;

/// Numbers of the lines that are items now, each the first of its title.
#[must_use]
pub fn items_of(meeting: &Meeting) -> HashSet<u32> {
    let mut above: &[u32] = &[];
    let mut items = HashSet::new();
    for line in &meeting.paper {
        let is_item =
            line.meaning == Meaning::Item && meeting.items.iter().any(|item| line.of.contains(&item.id.0));
        if is_item && line.of != above {
            items.insert(line.line);
        }
        above = if is_item { &line.of } else { &[] };
    }
    items
}

/// Whether a reading agrees with all that the clerk has said: it has the lines that were said to be items, and none that were
/// said to be something else.
#[must_use]
pub fn agrees(meeting: &Meeting, reading: &[u32]) -> bool {
    let items = items_of(meeting);
    let settled = meeting.paper.iter().filter(|line| line.sure == Sure::Settled);
    let mut said = settled.map(|line| (line, reading.contains(&line.line)));
    said.all(|(line, is_item)| match line.meaning {
        // The rest of a title may stand on lines of its own.
        Meaning::Item => is_item || !items.contains(&line.line),
        _ => !is_item,
    })
}

/// Numbers of the lines that look most like a line and of which the clerk has said nothing: where the line is an item those
/// that are none, and otherwise those that are items. None where there are no such lines.
#[must_use]
pub fn alike(meeting: &Meeting, sets: &[Vec<u32>], at: usize) -> Option<Vec<u32>> {
    let line = meeting.paper.get(at)?;
    let items = items_of(meeting);
    let is_item = items.contains(&line.line);
    let settled: HashSet<u32> =
        meeting.paper.iter().filter(|line| line.sure == Sure::Settled).map(|line| line.line).collect();
    let others = |set: &Vec<u32>| -> Vec<u32> {
        let is_other = |number: &&u32| items.contains(number) != is_item && !settled.contains(number);
        set.iter().filter(is_other).copied().collect()
    };
    let with_line = sets.iter().filter(|set| set.contains(&line.line));
    with_line.map(others).find(|others| !others.is_empty())
}

impl Correction {
    /// Makes items of lines, given by their numbers. Lines below an item that nobody understood become its text.
    ///
    /// # Errors
    /// Why a line cannot be an item.
    pub fn take_items(&mut self, lines: &[u32]) -> Corrected {
        let items = items_of(&self.meeting);
        let all: Vec<u32> = items.into_iter().chain(lines.iter().copied()).collect();
        self.take_reading(&all)
    }

    /// Joins the items that begin on lines, given by their numbers, to those above them.
    ///
    /// # Errors
    /// Why an item cannot be joined.
    pub fn give_up_items(&mut self, lines: &[u32]) -> Corrected {
        let mut items = items_of(&self.meeting);
        items.retain(|item| !lines.contains(item));
        self.take_reading(&items.into_iter().collect::<Vec<u32>>())
    }

    /// Makes the items those of a reading, given by the numbers of their lines. What the clerk has said of single lines stays.
    /// Lines below an item that nobody understood become its text.
    ///
    /// # Errors
    /// Why a line cannot be an item.
    pub fn take_reading(&mut self, reading: &[u32]) -> Corrected {
        let settled: HashSet<u32> = self
            .meeting
            .paper
            .iter()
            .filter(|line| line.sure == Sure::Settled)
            .map(|line| line.line)
            .collect();
        let private = self.private_lines();
        for at in 0..self.meeting.paper.len() {
            let line = self.line(at)?.clone();
            let wanted = reading.contains(&line.line);
            let is_item = line.meaning == Meaning::Item;
            if settled.contains(&line.line) {
                continue;
            }
            if wanted && !is_item {
                self.change(at, Meaning::Item)?;
            } else if is_item && !wanted && self.begins_item(at)? && self.item_above(at).is_some() {
                self.join_line(at, false)?;
            } else if line.meaning == Meaning::Unknown
                && line.sure == Sure::LeftOver
                && self.item_above(at).is_some()
            {
                self.change(at, Meaning::AgendaText)?;
            }
        }
        self.restrict_all_with(&private)?;
        self.unsettle(&settled)
    }

    /// Numbers of the lines that became something restricted.
    fn private_lines(&self) -> HashSet<u32> {
        let meeting = &self.meeting;
        let items = meeting.items.iter().filter(|item| meeting.is_restricted(item)).map(|item| item.id.0);
        let parts = meeting.parts.iter().filter(|part| part.restricted).map(|part| part.id.0);
        let private: HashSet<u32> = items.chain(parts).collect();
        let is_private = |line: &&PaperLine| line.of.iter().any(|id| private.contains(id));
        meeting.paper.iter().filter(is_private).map(|line| line.line).collect()
    }

    /// Restricts every item that has one of these lines: no other reading of a paper makes private business public.
    fn restrict_all_with(&mut self, private: &HashSet<u32>) -> Corrected {
        let lines = self.meeting.paper.iter().filter(|line| private.contains(&line.line));
        let of: HashSet<u32> = lines.flat_map(|line| line.of.iter().copied()).collect();
        let public = self.meeting.items.iter().filter(|item| !self.meeting.is_restricted(item));
        let leaking: Vec<ItemId> = public.map(|item| item.id).filter(|id| of.contains(&id.0)).collect();
        leaking.into_iter().try_for_each(|item| self.heading(item, |heading| heading.restricted = Some(true)))
    }

    /// Makes guesses of all lines but those of which the clerk has said what they are.
    fn unsettle(&mut self, said: &HashSet<u32>) -> Corrected {
        for at in 0..self.meeting.paper.len() {
            let old = self.line(at)?.clone();
            if old.sure != Sure::Settled || said.contains(&old.line) {
                continue;
            }
            let sure = if old.meaning == Meaning::Item { Sure::Guessed } else { Sure::Recognised };
            let new = PaperLine { sure, ..old.clone() };
            self.make(Edit::replace(Thing::Line(old), Thing::Line(new)))?;
        }
        Ok(())
    }
}
