//! A session: a meeting and everything that was done to it, in order. Knows no disk, no terminal, no clock.
//!
//! [`Session::enter`] is the only way in. Replaying a journal is calling it for each line, so recovery and
//! undo after a restart are the same code as typing.

use crate::domain::edit::{Edit, EditError};
use crate::domain::id::Ids;
use crate::domain::meeting::Meeting;
use serde::{Deserialize, Serialize};

/// One undo step: what was done, with a label in the command's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// What was done, so that undo can say it: `Typed`, `Made it a resolution`.
    pub label: String,
    /// The edits, in order.
    pub edits: Vec<Edit>,
}

impl Change {
    /// A change that consists of these edits.
    #[must_use]
    pub fn new(label: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { label: label.into(), edits }
    }

    /// The edits that take the change back, in order.
    pub fn inverse(&self) -> impl Iterator<Item = Edit> {
        self.edits.iter().rev().map(Edit::inverse)
    }
}

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// A change was made.
    Did(Change),
    /// More was typed in the same undo step.
    More(Edit),
    /// The last change was taken back.
    Undid,
    /// The change last taken back was made again.
    Redid,
}

/// Why an entry was refused. The session is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// An edit was refused.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// There is nothing to take back.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// There is nothing to make again.
    #[error("there is nothing to redo")]
    NothingToRedo,
}

/// The changes made, and those taken back that can be made again. The last of each is the next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// What was done.
    pub done: Vec<Change>,
    /// What was taken back.
    pub undone: Vec<Change>,
}

impl History {
    /// Takes note of an entry, without a record to apply it to. Returns whether it made sense; an undo for
    /// which nothing is known does not.
    pub fn note(&mut self, entry: Entry) -> bool {
        match entry {
            Entry::Did(change) => {
                self.undone.clear();
                self.done.push(change);
            }
            Entry::More(edit) => {
                self.undone.clear();
                match self.done.last_mut() {
                    Some(last) => more(last, edit),
                    None => self.done.push(Change::new("Typed", vec![edit])),
                }
            }
            Entry::Undid => match self.done.pop() {
                Some(change) => self.undone.push(change),
                None => return false,
            },
            Entry::Redid => match self.undone.pop() {
                Some(change) => self.done.push(change),
                None => return false,
            },
        }
        true
    }
}

/// Adds an edit to a change, as one with its last edit where the two are one stretch of typing.
fn more(change: &mut Change, edit: Edit) {
    if !change.edits.last_mut().is_some_and(|last| last.absorb(&edit)) {
        change.edits.push(edit);
    }
}

/// A meeting and everything that was done to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Session {
    meeting: Meeting,
    history: History,
    entries: u64,
    earlier: bool,
    ids: Ids,
}

impl Session {
    /// A session over a record into which `entries` entries have already gone. What they were is not known
    /// here; [`Session::recall`] can be told later.
    #[must_use]
    pub fn new(meeting: Meeting, entries: u64) -> Self {
        let ids = meeting.ids();
        Self { meeting, history: History::default(), entries, earlier: entries > 0, ids }
    }

    /// The record.
    #[must_use]
    pub fn meeting(&self) -> &Meeting {
        &self.meeting
    }

    /// What can be undone and redone.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// How many entries have gone into the record since it was begun.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.entries
    }

    /// Whether older changes than [`Session::history`] knows could be recalled from the journal.
    #[must_use]
    pub fn has_earlier(&self) -> bool {
        self.earlier
    }

    /// Draws an id for something new.
    pub fn draw_id(&mut self) -> u32 {
        self.ids.draw()
    }

    /// Says what was done before this session was opened, so that it can be undone too.
    pub fn recall(&mut self, earlier: History) {
        self.earlier = false;
        let newer = std::mem::replace(&mut self.history, earlier);
        // Whatever was done since made anything that could still be made again then impossible, even if it
        // has itself been taken back.
        if newer != History::default() {
            self.history.undone.clear();
        }
        self.history.done.extend(newer.done);
        self.history.undone.extend(newer.undone);
    }

    /// Does what an entry says: the only way in.
    ///
    /// # Errors
    /// [`EntryError`] says why it was refused; record and history are then as they were.
    pub fn enter(&mut self, entry: Entry) -> Result<(), EntryError> {
        match &entry {
            Entry::Did(change) => self.apply(&change.edits)?,
            Entry::More(edit) => self.apply(std::slice::from_ref(edit))?,
            Entry::Undid => {
                let last = self.history.done.last().ok_or(EntryError::NothingToUndo)?;
                let edits: Vec<Edit> = last.inverse().collect();
                self.apply(&edits)?;
            }
            Entry::Redid => {
                let last = self.history.undone.last().ok_or(EntryError::NothingToRedo)?;
                let edits = last.edits.clone();
                self.apply(&edits)?;
            }
        }
        self.history.note(entry);
        self.entries += 1;
        Ok(())
    }

    /// Applies edits one after the other, or none of them, and takes note of the ids they bring.
    fn apply(&mut self, edits: &[Edit]) -> Result<(), EditError> {
        self.meeting.apply_all(edits)?;
        for id in edits.iter().filter_map(Edit::highest_id) {
            self.ids.saw(id);
        }
        Ok(())
    }
}
