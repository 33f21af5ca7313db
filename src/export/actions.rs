//! The action list: what is to be done, under the name of each who is to do it. Owners and tasks are read from
//! the words of the minutes, so nothing is kept twice.

use super::audience::Audience;
use super::document::{Document, Element, Heading, Origin, Paragraph, Role};
use super::front::{self, Front};
use super::sentences::listed;
use crate::domain::agenda::Item;
use crate::domain::id::ItemId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Block, Kind};
use crate::domain::style::{Mark, Style};
use std::collections::BTreeMap;

/// Under which heading that stands which nobody has to do yet.
const NOBODY: &str = "Without an owner";

/// The actions of a meeting. One of several owners stands under each of them.
pub(super) fn actions(meeting: &Meeting, style: &Style, audience: Audience) -> Document {
    let copy = audience.copy(meeting);
    let mut list =
        List { copy: &copy, audience, numbers: copy.minute_numbers().collect(), owners: Vec::new() };
    for item in copy.items.iter().filter(|item| audience == Audience::Full || !copy.is_restricted(item)) {
        let readable = |block: &&Block| audience == Audience::Full || !block.restricted;
        for block in item.minutes.iter().filter(readable).filter(|block| block.kind == Kind::Action) {
            list.add(item, block);
        }
    }
    let mut elements = list.elements();
    if elements.is_empty() {
        elements.push(Paragraph::sentence(Role::Course, "No actions were recorded."));
    }
    let meta = front::meta(&copy, style, audience, Front::Actions);
    Document { meta, setting: style.setting.clone(), elements }
}

/// The list while it is written.
struct List<'a> {
    copy: &'a Meeting,
    audience: Audience,
    numbers: BTreeMap<ItemId, u32>,
    /// The owners in the order in which they first had something to do, each with the tasks.
    owners: Vec<(String, Vec<Paragraph>)>,
}

impl List<'_> {
    fn add(&mut self, item: &Item, block: &Block) {
        let action = block.action();
        let restricted =
            self.audience == Audience::Full && (block.restricted || self.copy.is_restricted(item));
        let task = if action.task.is_empty() { "(as minuted)" } else { action.task };
        let task = task.trim_end_matches('.');
        for owner in action.owners.iter().copied().chain(action.owners.is_empty().then_some(NOBODY)) {
            let others: Vec<&str> = action.owners.iter().copied().filter(|other| *other != owner).collect();
            let with = if others.is_empty() { String::new() } else { format!(", with {}", listed(&others)) };
            let text = format!("{task}{with} ({})", self.place(item));
            let (mark, of) = (Mark::Bullet, Origin::About(item.id, block.id));
            let paragraph =
                Paragraph { role: Role::Action, level: 0, mark, text, restricted, of, is_signed: false };
            match self.owners.iter_mut().find(|(known, _)| known == owner) {
                Some((_, tasks)) => tasks.push(paragraph),
                None => self.owners.push((owner.to_owned(), vec![paragraph])),
            }
        }
    }

    /// Where it was minuted: `minute 44, item B1, Winter Dredging`.
    fn place(&self, item: &Item) -> String {
        let heading = &item.heading;
        let number = self.numbers.get(&item.id).map(|number| format!("minute {number}"));
        let label = Some(format!("item {}", heading.label)).filter(|_| !heading.label.is_empty());
        let title = Some(heading.title.clone()).filter(|title| !title.is_empty());
        let known: Vec<String> = [number, label, title].into_iter().flatten().collect();
        known.join(", ")
    }

    /// The list, what nobody has to do yet at its end.
    fn elements(mut self) -> Vec<Element> {
        self.owners.sort_by_key(|(owner, _)| owner == NOBODY);
        let under = |(owner, tasks): (String, Vec<Paragraph>)| {
            let heading = Heading { level: 2, title: owner, ..Heading::default() };
            std::iter::once(Element::Heading(heading)).chain(tasks.into_iter().map(Element::Paragraph))
        };
        self.owners.into_iter().flat_map(under).collect()
    }
}
