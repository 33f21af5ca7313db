//! Audiences: what the readers of a copy may know. Knows nothing of how a copy is printed.
//!
//! The words are taken out of the record before anything is composed from it. What is restricted keeps its
//! place, its kind and its level, so that numbers and marks come out the same in every copy.

use crate::domain::agenda::{Heading, Item};
use crate::domain::id::{BlockId, ItemId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Block, Kind};
use crate::domain::people::{Declaration, Movement, Person};
use std::collections::BTreeSet;

/// For whom a copy is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Those who may read everything except the clerk's own notes.
    Full,
    /// Everybody: nothing that is restricted.
    Public,
}

/// What stands for words that were taken out. It is not empty, so that what had words still counts as
/// minuted.
const BLANK: &str = "…";

/// What a restricted part is called in a public copy.
const RESTRICTED_PART: &str = "Restricted items";

/// The words in which codes of conduct name kinds of interest. The kind is typed freely, so of a declaration
/// in a restricted item only these reach the public.
const CODE_WORDS: [&str; 13] = [
    "disclosable",
    "pecuniary",
    "non-pecuniary",
    "financial",
    "personal",
    "prejudicial",
    "other",
    "registrable",
    "non-registrable",
    "significant",
    "and",
    "interest",
    "interests",
];

impl Audience {
    /// Every audience, in the order in which they are offered.
    pub const ALL: [Audience; 2] = [Audience::Full, Audience::Public];

    /// The name by which it is asked for.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Audience::Full => "full",
            Audience::Public => "public",
        }
    }

    /// The same copy, but of what was minuted under other items only that something was: enough to print this one.
    pub(super) fn copy_about(self, meeting: &Meeting, item: ItemId) -> Meeting {
        self.known(Meeting {
            head: meeting.head.clone(),
            course: meeting.course.clone(),
            people: meeting.people.clone(),
            attendance: meeting.attendance.clone(),
            apologies: meeting.apologies.clone(),
            declarations: meeting.declarations.clone(),
            parts: meeting.parts.clone(),
            items: meeting
                .items
                .iter()
                .map(|one| if one.id == item { one.clone() } else { bare(one) })
                .collect(),
            ..Meeting::default()
        })
    }

    /// The record as this audience may know it. Private notes, parked thoughts, lines that were not
    /// understood, and what was said about the draft are in no copy.
    pub(super) fn copy(self, meeting: &Meeting) -> Meeting {
        self.known(meeting.clone())
    }

    /// Takes out of a copy what this audience may not know.
    fn known(self, mut copy: Meeting) -> Meeting {
        copy.parked.clear();
        copy.left_over.clear();
        copy.paper.clear();
        copy.remarks.clear();
        copy.settled.clear();
        let item = |movement: &Movement| movement.item.and_then(|item| copy.item(item));
        let followed = |movement: &Movement| item(movement).and_then(|item| item.followed(movement));
        let after: Vec<Option<BlockId>> = copy.attendance.iter().map(followed).collect();
        for (movement, after) in copy.attendance.iter_mut().zip(after) {
            movement.after = after;
        }
        for item in &mut copy.items {
            item.minutes.retain(|block| !block.is_private());
            spread(&mut item.minutes);
        }
        if self == Audience::Public {
            withhold(&mut copy);
        }
        copy
    }
}

/// An item of which nothing is told but how it is called and that something was minuted under it.
fn bare(item: &Item) -> Item {
    let Heading { part, restricted, outcome, taken, number, .. } = item.heading;
    let (label, title) = (item.heading.label.clone(), item.heading.title.clone());
    let heading = Heading { label, title, part, restricted, outcome, taken, number, ..Heading::default() };
    let minutes = if item.has_minutes() { vec![Block::paragraph(BlockId(0), BLANK)] } else { Vec::new() };
    Item { id: item.id, heading, minutes }
}

/// Restricts everything that hangs from a restricted block: the parts of a resolution are as secret as the
/// words that introduce them.
fn spread(blocks: &mut [Block]) {
    let mut above: Option<u8> = None;
    for block in blocks {
        let hangs = above
            .is_some_and(|level| block.level > level || (block.kind == Kind::Bullet && block.level == level));
        if !hangs {
            above = block.restricted.then_some(block.level);
        }
        block.restricted |= hangs;
    }
}

/// Takes every restricted word out of the record.
fn withhold(copy: &mut Meeting) {
    let restricted: BTreeSet<ItemId> =
        copy.items.iter().filter(|item| copy.is_restricted(item)).map(|item| item.id).collect();
    for item in &mut copy.items {
        if restricted.contains(&item.id) {
            withhold_item(item);
        }
        item.minutes.iter_mut().filter(|block| block.restricted).for_each(withhold_block);
    }
    for part in copy.parts.iter_mut().filter(|part| part.restricted) {
        RESTRICTED_PART.clone_into(&mut part.title);
        part.statement.clear();
    }
    copy.corrections.retain(|correction| !correction.restricted);
    withhold_visitors(copy, &restricted);
    withhold_reasons(copy, &restricted);
    let is_secret = |declaration: &&mut Declaration| is_of_restricted(declaration, &restricted);
    copy.declarations.iter_mut().filter(is_secret).for_each(withhold_declaration);
    let sensitive = copy.declarations.iter_mut().filter(|declaration| declaration.sensitive);
    sensitive.for_each(|declaration| declaration.nature.clear());
}

/// Whether a declaration concerns a restricted item, or was made while one was taken.
fn is_of_restricted(declaration: &Declaration, restricted: &BTreeSet<ItemId>) -> bool {
    declaration.items.iter().chain(&declaration.during).any(|item| restricted.contains(item))
}

/// Takes out why somebody came or went during a restricted item, or right after a restricted passage.
fn withhold_reasons(copy: &mut Meeting, restricted: &BTreeSet<ItemId>) {
    let blocks = copy.items.iter().flat_map(|item| &item.minutes);
    let passages: BTreeSet<BlockId> = blocks.filter(|block| block.restricted).map(|block| block.id).collect();
    for movement in &mut copy.attendance {
        let item = movement.item.is_some_and(|item| restricted.contains(&item));
        if item || movement.after.is_some_and(|block| passages.contains(&block)) {
            movement.why.clear();
        }
    }
}

/// Takes out of the log those who do not sit and came for restricted items only, and what they declared there:
/// who was called in to such items tells what they were about.
fn withhold_visitors(copy: &mut Meeting, restricted: &BTreeSet<ItemId>) {
    let is_secret = |movement: &Movement| movement.item.is_some_and(|item| restricted.contains(&item));
    let is_visitor = |person: &&Person| {
        let mut entries = copy.movements_of(person.id).filter(|movement| movement.what.is_in());
        !person.membership.sits() && copy.attended(person.id) && entries.all(is_secret)
    };
    let visitors: BTreeSet<PersonId> =
        copy.people.iter().filter(is_visitor).map(|person| person.id).collect();
    copy.attendance.retain(|movement| !visitors.contains(&movement.person));
    copy.declarations.retain(|declaration| {
        !(visitors.contains(&declaration.person) && is_of_restricted(declaration, restricted))
    });
}

fn withhold_item(item: &mut Item) {
    let Heading { part, outcome, taken, number, .. } = item.heading;
    item.heading = Heading { part, outcome, taken, number, restricted: Some(true), ..Heading::default() };
    for block in &mut item.minutes {
        block.restricted = true;
    }
}

fn withhold_block(block: &mut Block) {
    if !block.text.trim().is_empty() {
        BLANK.clone_into(&mut block.text);
    }
    if let Kind::Motion(motion) = &mut block.kind {
        **motion = Default::default();
    }
}

fn withhold_declaration(declaration: &mut Declaration) {
    declaration.nature.clear();
    let kind = declaration.kind.to_lowercase();
    if !kind.split_whitespace().all(|word| CODE_WORDS.contains(&word)) {
        declaration.kind.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_from_a_restricted_block_is_restricted() {
        let block = |kind, level, restricted| Block {
            kind,
            level,
            restricted,
            ..Block::paragraph(BlockId(1), "words")
        };
        let mut blocks = vec![
            block(Kind::Resolution, 0, true),
            block(Kind::Resolution, 1, false),
            block(Kind::Paragraph, 2, false),
            block(Kind::Paragraph, 0, false),
            block(Kind::Paragraph, 1, true),
            block(Kind::Bullet, 1, false),
            block(Kind::Paragraph, 1, false),
        ];
        spread(&mut blocks);
        let restricted: Vec<bool> = blocks.iter().map(|block| block.restricted).collect();
        assert_eq!(restricted, [true, true, true, false, true, true, false]);
    }
}
