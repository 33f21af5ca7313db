//! Changes in a copy as remarks on the record, to be taken or left like the chair's own. Knows no screens.

use super::{Change, What};
use crate::domain::id::RemarkId;
use crate::domain::meeting::Meeting;
use crate::domain::review::{Answer, Remark, Says, Subject};
use chrono::NaiveDateTime;

/// Who made a remark where the copy does not tell.
pub const ANYBODY: &str = "the returned draft";

/// The remarks for changes. What is in the record already is left out: a change that was made meanwhile, and one of
/// which there is a remark. `draw` gives an id that is not taken.
pub fn remarks(
    meeting: &Meeting,
    changes: &[Change],
    now: Option<NaiveDateTime>,
    mut draw: impl FnMut() -> u32,
) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Vec::new();
    for change in changes.iter().filter(|change| !is_made(meeting, change)) {
        let says = says(&change.what);
        let by = if change.by.name.is_empty() { ANYBODY } else { &change.by.name };
        let is_known = |remark: &Remark| {
            remark.on == change.on && remark.says == says && remark.was == change.was && remark.by == by
        };
        if !meeting.remarks.iter().chain(&remarks).any(is_known) {
            remarks.push(Remark {
                id: RemarkId(draw()),
                on: change.on,
                by: by.to_owned(),
                at: change.by.at.or(now),
                says,
                was: change.was.clone(),
                answer: Answer::Open,
            });
        }
    }
    remarks
}

fn says(what: &What) -> Says {
    match what {
        What::Reword(words) => Says::Reword(words.clone()),
        What::Strike => Says::Strike,
        What::Add(words) => Says::Add(words.clone()),
        What::Moved(said) | What::Note(said) | What::Comment(said) => Says::Query(said.clone()),
        What::Unplaced(words) => Says::Query(format!("It is not certain where this belongs: “{words}”")),
    }
}

/// Whether the record reads already as a change would have it.
fn is_made(meeting: &Meeting, change: &Change) -> bool {
    let Subject::Block(item, block) = change.on else { return false };
    let block = meeting.block(item, block);
    match &change.what {
        What::Reword(words) => block.is_some_and(|block| block.text == *words),
        What::Strike => block.is_none(),
        _ => false,
    }
}
