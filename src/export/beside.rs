//! What is told beside the minutes of an item, for whoever writes them: the sentences that no block has, in the
//! places where they will be printed. They follow from the log, the declarations and the votes, and can be changed
//! only there.

use super::asides::{self, Aside};
use super::document::Element;
use super::{minuted, sentences, votes};
use crate::domain::agenda::Item;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Kind;
use crate::domain::motions::Motion;
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
    /// Who moved a motion, or how it was voted.
    Motion,
}

/// Everything that will be printed beside the blocks of an item, in its order. The cost grows with what happened at
/// the item, and with the log and the declarations, through which it goes once.
#[must_use]
pub fn beside(meeting: &Meeting, item: &Item, style: &Style) -> Vec<Beside> {
    let declared = declarations(meeting, item, style);
    let declared = declared.into_iter().map(|words| Beside { before: 0, of: Of::Declaration, words });
    let moved = asides::of_movements(meeting, item, style).into_iter().filter_map(|aside| told(item, aside));
    // Of what stands before one block, the vote on the motion above comes first, and who moved the block last.
    declared.chain(voted(meeting, item)).chain(moved).chain(movers(meeting, item)).collect()
}

/// The motions of an item with their places.
fn motions(item: &Item) -> impl DoubleEndedIterator<Item = (usize, &Motion)> {
    item.minutes.iter().enumerate().filter_map(|(at, block)| match &block.kind {
        Kind::Motion(motion) if !block.text.trim().is_empty() => Some((at, &**motion)),
        _ => None,
    })
}

fn movers(meeting: &Meeting, item: &Item) -> Vec<Beside> {
    let told = motions(item).flat_map(|(before, motion)| {
        let ballot = motion.election().and_then(|_| votes::vote(meeting, motion));
        let told = votes::movers(meeting, motion).into_iter().chain(ballot);
        told.map(move |words| Beside { before, of: Of::Motion, words })
    });
    told.collect()
}

/// How motions were voted, the deeper before those from which they hang.
fn voted(meeting: &Meeting, item: &Item) -> Vec<Beside> {
    let put = motions(item).rev().filter(|(_, motion)| motion.election().is_none());
    let told = put.filter_map(|(at, motion)| {
        let words = votes::vote(meeting, motion)?;
        Some(Beside { before: minuted::end_of_motion(item, at), of: Of::Motion, words })
    });
    told.collect()
}

/// The declarations told at an item: all of them where they are called for, or by style those that concern it.
fn declarations(meeting: &Meeting, item: &Item, style: &Style) -> Vec<String> {
    let called_for = item.is_for_declarations();
    if meeting.declarations.is_empty() || !(called_for || style.declarations_at_items) {
        return Vec::new();
    }
    let first = meeting.items.iter().find(|other| other.is_for_declarations()).map(|other| other.id);
    if first == Some(item.id) {
        let all =
            meeting.declarations.iter().map(|declared| sentences::declaration(meeting, declared, style));
        return all.collect();
    }
    let about = meeting.declarations.iter().filter(|declared| declared.items.contains(&item.id));
    let about = about.filter(|_| style.declarations_at_items);
    about.map(|declared| sentences::declaration_at_item(meeting, declared)).collect()
}

fn told(item: &Item, aside: Aside) -> Option<Beside> {
    let before = minuted::place(item, aside.slot);
    let of = if aside.comes { Of::Coming } else { Of::Going };
    match aside.told {
        Element::Paragraph(paragraph) => Some(Beside { before, of, words: paragraph.text }),
        _ => None,
    }
}
