//! Faults: what no edit could have brought about, so that a record in which it is found was not written by
//! this program, or was changed by hand since. What merely deserves a second look is in [`super::check`].
//!
//! A fault names things by their ids, which can be searched for in the file, and quotes no text: the text may
//! be restricted.

use super::edit::{EditError, Thing};
use super::meeting::Meeting;
use std::collections::HashSet;

/// The largest id that leaves room for those that are still to be drawn.
const LARGEST_ID: u32 = u32::MAX / 2;

impl Meeting {
    /// What does not hold together, in the order of the record, each as a sentence without its stop.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let mut faults = self.duplicates();
        faults.extend(self.things().filter_map(|thing| {
            let refused = self.holds_together(&thing).err()?;
            Some(sentence(&thing, &refused))
        }));
        let mut ids = self.ids();
        if ids.draw() > LARGEST_ID {
            faults.push(format!("an id is larger than {LARGEST_ID}"));
        }
        faults
    }

    /// Everything in the record that edits are asked to keep sound. These are copies; making them costs little
    /// beside the reading of a record, and the law that edits obey need not be written down twice.
    fn things(&self) -> impl Iterator<Item = Thing> {
        let headings = self.items.iter().map(|item| Thing::Heading(item.id, item.heading.clone()));
        let blocks = self
            .items
            .iter()
            .flat_map(|item| item.minutes.iter().map(move |block| Thing::Block(item.id, block.clone())));
        let breaks = self.breaks.iter().cloned().map(Thing::Break);
        let movements = self.attendance.iter().cloned().map(Thing::Movement);
        let apologies = self.apologies.iter().cloned().map(Thing::Apology);
        let declarations = self.declarations.iter().cloned().map(Thing::Declaration);
        movements.chain(apologies).chain(declarations).chain(breaks).chain(headings).chain(blocks)
    }

    /// Ids that are given twice within one list.
    fn duplicates(&self) -> Vec<String> {
        let lists = [
            ("people", twice(self.people.iter().map(|thing| thing.id))),
            ("lines of the attendance log", twice(self.attendance.iter().map(|thing| thing.id))),
            ("apologies", twice(self.apologies.iter().map(|thing| thing.id))),
            ("declarations", twice(self.declarations.iter().map(|thing| thing.id))),
            ("parts", twice(self.parts.iter().map(|thing| thing.id))),
            ("breaks", twice(self.breaks.iter().map(|thing| thing.id))),
            ("items", twice(self.items.iter().map(|thing| thing.id))),
            ("parked thoughts", twice(self.parked.iter().map(|thing| thing.id))),
            ("lines left over", twice(self.left_over.iter().map(|thing| thing.id))),
            ("lines of the paper", twice(self.paper.iter().map(|thing| thing.id))),
            ("remarks", twice(self.remarks.iter().map(|thing| thing.id))),
            ("settled findings", twice(self.settled.iter().map(|thing| thing.id))),
            ("corrections", twice(self.corrections.iter().map(|thing| thing.id))),
        ];
        let blocks =
            self.items.iter().map(|item| ("blocks", twice(item.minutes.iter().map(|block| block.id))));
        let found = lists.into_iter().chain(blocks);
        found.filter_map(|(what, id)| id.map(|id| format!("two {what} have the id {id}"))).collect()
    }
}

/// The first id that is given twice.
pub(super) fn twice<T: Into<u32>>(ids: impl Iterator<Item = T>) -> Option<u32> {
    let mut seen = HashSet::new();
    ids.map(Into::into).find(|id| !seen.insert(*id))
}

fn sentence(thing: &Thing, refused: &EditError) -> String {
    let thing = name(thing);
    match refused {
        EditError::Unknown(what) => format!("{thing} speaks of {what} that the record does not hold"),
        other => format!("{thing} is not sound: {other}"),
    }
}

fn name(thing: &Thing) -> String {
    match thing {
        Thing::Heading(item, _) => format!("item {}", item.0),
        Thing::Block(item, block) => format!("block {} of item {}", block.id.0, item.0),
        Thing::Break(thing) => format!("break {}", thing.id.0),
        Thing::Movement(thing) => format!("line {} of the attendance log", thing.id.0),
        Thing::Apology(thing) => format!("apology {}", thing.id.0),
        Thing::Declaration(thing) => format!("declaration {}", thing.id.0),
        _ => "something".to_owned(),
    }
}
