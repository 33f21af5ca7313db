//! What is told beside the minutes of an item, for whoever writes them: the sentences that no block has, in the
//! places where they will be printed. They are read off what is printed, so that they cannot say anything else, and
//! can be changed only in the log, the declarations, the votes and the times from which they follow. Knows no screen.

use super::asides;
use super::document::{Document, Element, Origin, Paragraph, Role};
use crate::domain::agenda::Item;
use crate::domain::id::BlockId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Kind;
use crate::domain::style::Style;

/// A sentence that will be printed beside the blocks of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Before which block, by position; the number of blocks if after all of them.
    pub before: usize,
    /// What it tells of.
    pub of: Of,
    /// The sentence.
    pub words: String,
}

/// What a sentence beside the minutes tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Of {
    /// Somebody who came.
    Coming,
    /// Somebody who went.
    Going,
    /// A declaration of interest.
    Declaration,
    /// Who moved a motion, how it read at first, or how it was voted.
    Motion,
    /// How the item came to be taken, or that the meeting was interrupted.
    Course,
}

/// Everything that will be printed beside the blocks of an item, in its order: also while nothing is minuted under it,
/// and a style would not print it yet. What stands in its heading, its report and its outcome, is not among it.
#[must_use]
pub fn beside(meeting: &Meeting, item: &Item, style: &Style) -> Vec<Beside> {
    if is_plain(meeting, item) {
        return Vec::new();
    }
    let mut comes = asides::of_movements(meeting, item, style).into_iter().map(|aside| aside.comes);
    let mut from = 0;
    let mut all = Vec::new();
    for element in Document::told(meeting, style, item.id) {
        let Element::Paragraph(told) = element else { continue };
        let place = place(item, from, told.of);
        if let Origin::Words(..) = told.of {
            from = place.map_or(from, |at| at + 1);
            continue;
        }
        // What is told of a motion before its words stands right above them.
        let before = place.unwrap_or(from);
        all.extend(of(&told, &mut comes).map(|of| Beside { before, of, words: told.text }));
    }
    all
}

/// Whether nothing is recorded that could be told beside an item. To compose what is printed of it takes longer the more
/// is minuted under it, and this is asked at every key.
fn is_plain(meeting: &Meeting, item: &Item) -> bool {
    let is_moved = || item.minutes.iter().any(|block| matches!(block.kind, Kind::Motion(_)));
    // Beside the opening and the close the course knows interruptions.
    let is_interrupted = || meeting.course.moments.len() > 2;
    meeting.declarations.is_empty()
        && item.heading.admitted.is_none()
        && asides::movements(meeting, item.id).next().is_none()
        && !is_interrupted()
        && !is_moved()
        && !meeting.taken_out_of_order().iter().any(|(taken, _)| *taken == item.id)
}

/// The position of the block that a paragraph tells, or tells something about, among those that are not told yet.
fn place(item: &Item, from: usize, of: Origin) -> Option<usize> {
    let wanted: BlockId = of.block()?;
    let mut rest = item.minutes.iter().enumerate().skip(from);
    rest.find(|(_, block)| block.id == wanted).map(|(at, _)| at)
}

/// What a sentence tells of; none where it stands in the heading of the item.
fn of(told: &Paragraph, comes: &mut impl Iterator<Item = bool>) -> Option<Of> {
    match told.role {
        Role::Movement => Some(if comes.next().unwrap_or(false) { Of::Coming } else { Of::Going }),
        Role::Declaration => Some(Of::Declaration),
        Role::Course | Role::Procedural => Some(Of::Course),
        _ => matches!(told.of, Origin::About(..)).then_some(Of::Motion),
    }
}
