//! What a crash left behind, and older copies: read from the disk, and laid out for the clerk or for standard output.

use crate::desk::compared::{Compared, Purpose};
use crate::desk::sentence;
use crate::domain::difference::Difference;
use crate::domain::edit::{Edit, Thing};
use crate::session::Change;
use crate::store::{self, Looked, Note, OlderCopy};
use crate::update::Event;
use std::path::Path;

/// What differs between the record on the disk and what would be restored.
pub(super) fn difference(looked: &Looked) -> Difference {
    looked
        .alone
        .as_ref()
        .map(|alone| Difference::between(alone, looked.session.meeting()))
        .unwrap_or_default()
}

/// The screen on which the clerk sees what a crash left behind. None where there is nothing to be seen: the record
/// is as it was saved, or what came after it comes to nothing.
pub(super) fn to_be_shown(looked: &Looked) -> Option<Compared> {
    let difference = difference(looked);
    let told = told(looked);
    if difference.is_empty() && looked.notes.iter().all(|note| matches!(note, Note::Recovered { .. })) {
        return None;
    }
    let at_odds = looked.notes.iter().any(|note| matches!(note, Note::AtOdds { .. }));
    let title = if at_odds { "The record and its journal do not fit" } else { "What was not saved" };
    let purpose = Purpose::Restore(!at_odds && looked.alone.is_some());
    Some(Compared::new(title, told, difference, purpose))
}

/// What is to be said about a session that was not closed tidily, a sentence each.
pub(super) fn told(looked: &Looked) -> Vec<String> {
    let mut told: Vec<String> = looked.notes.iter().map(to_come).collect();
    if !looked.beyond.is_empty() {
        told.push("This was done according to the journal, and is not in the record:".to_owned());
        told.extend(looked.beyond.iter().map(|change| format!("  {}", done(change))));
    }
    told
}

/// A note as it is told before anything is done about it.
fn to_come(note: &Note) -> String {
    let changes = |changes: &u64| match changes {
        1 => "1 change was".to_owned(),
        changes => format!("{changes} changes were"),
    };
    match note {
        Note::Recovered { changes: number, .. } => {
            format!(
                "Minutebook did not end tidily: {} made after the record was last saved.",
                changes(number)
            )
        }
        Note::AtOdds { .. } => {
            format!("{note} The journal will be set aside under another name, not deleted.")
        }
        Note::Damaged { .. } => format!("{note} The rest will be set aside in a file, not deleted."),
        Note::LeftAside { .. } => note.to_string(),
    }
}

/// A change in a few words: what it was called, and the words that it brought.
fn done(change: &Change) -> String {
    let put: Vec<&str> = change.edits.iter().filter_map(words).filter(|words| !words.is_empty()).collect();
    if put.is_empty() { change.label.clone() } else { format!("{}: {}", change.label, put.join(" … ")) }
}

fn words(edit: &Edit) -> Option<&str> {
    match (edit, edit.comes()) {
        (Edit::Splice { put, .. }, _) => Some(put),
        (_, Some(Thing::Block(_, block))) => Some(&block.text),
        _ => None,
    }
}

/// Which older copies there are.
pub(super) fn copies(record: &Path) -> Event {
    match store::older_copies(record) {
        Ok(copies) => Event::Copies(copies),
        Err(error) => Event::Failed(sentence(&error.to_string())),
    }
}

/// Reads an older copy.
pub(super) fn read_copy(copy: OlderCopy) -> Event {
    match store::snapshot::read(&copy.path) {
        Ok(snapshot) => Event::CopyRead(copy, Box::new(snapshot.meeting)),
        Err(error) => Event::Failed(sentence(&error.to_string())),
    }
}
