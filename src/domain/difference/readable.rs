//! What differs between two states of a record, to be read: in the order of the record, a section for each item.
//! Knows nothing of screens.

use super::edits::staying;
use super::told::{Told, fields};
use super::{Difference, How, Line, Section, Words, compare_words};
use crate::domain::agenda::{Heading, Item};
use crate::domain::apply::Listed;
use crate::domain::id::PartId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Block;
use serde::Serialize;

impl Difference {
    /// What differs between `old` and `new`.
    #[must_use]
    pub fn between(old: &Meeting, new: &Meeting) -> Self {
        let both = Both { old, new };
        let mut sections = vec![both.the_meeting(), both.section("The agenda", both.agenda())];
        sections.push(both.section("People", both.list(|meeting| &meeting.people)));
        sections.push(both.section("Attendance", both.list(|meeting| &meeting.attendance)));
        sections.push(both.section("Apologies", both.list(|meeting| &meeting.apologies)));
        sections.push(both.section("Declarations of interest", both.list(|meeting| &meeting.declarations)));
        sections.extend(both.items());
        sections.push(both.section("Parked thoughts", both.list(|meeting| &meeting.parked)));
        sections.push(both.section("Lines not understood", both.list(|meeting| &meeting.left_over)));
        sections.push(both.section("The agenda as it was read", both.list(|meeting| &meeting.paper)));
        sections.push(both.section("Remarks", both.list(|meeting| &meeting.remarks)));
        sections.push(both.section("Findings settled", both.list(|meeting| &meeting.settled)));
        sections.push(both.section("Corrections", both.list(|meeting| &meeting.corrections)));
        sections.retain(|section| !section.lines.is_empty());
        Self { sections }
    }
}

/// The two states.
#[derive(Clone, Copy)]
struct Both<'a> {
    old: &'a Meeting,
    new: &'a Meeting,
}

fn came(label: impl Into<String>, text: String) -> Line {
    Line { how: How::Came, label: label.into(), words: vec![Words::New(text)] }
}

fn went(label: impl Into<String>, text: String) -> Line {
    Line { how: How::Went, label: label.into(), words: vec![Words::Gone(text)] }
}

fn changed(label: impl Into<String>, words: Vec<Words>) -> Line {
    Line { how: How::Changed, label: label.into(), words }
}

fn moved(label: impl Into<String>, text: String) -> Line {
    Line { how: How::Moved, label: label.into(), words: vec![Words::Same(text)] }
}

/// The fields that read differently, a line each.
fn differing(old: &impl Serialize, new: &impl Serialize) -> Vec<Line> {
    let (old, new) = (fields(old), fields(new));
    let value = |fields: &[(String, String)], name: &str| {
        fields.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let gone = old.iter().filter(|(name, _)| !new.iter().any(|(other, _)| other == name));
    let names = new.iter().chain(gone).map(|(name, _)| name.clone());
    let lines = names.filter_map(|name| {
        let (old, new) = (value(&old, &name), value(&new, &name));
        (old != new).then(|| match (old.is_empty(), new.is_empty()) {
            (true, _) => came(name, new),
            (_, true) => went(name, old),
            _ => changed(name, compare_words(&old, &new)),
        })
    });
    lines.collect()
}

impl<'a> Both<'a> {
    fn section(&self, title: &str, lines: Vec<Line>) -> Section {
        Section { title: title.to_owned(), restricted: false, lines }
    }

    fn the_meeting(&self) -> Section {
        let mut lines = differing(&self.old.head, &self.new.head);
        let (old, new) = (&self.old.course, &self.new.course);
        let told = |meeting: &Meeting, at: usize| meeting.course.moments.get(at).map(|it| it.told(meeting));
        for at in 0..old.moments.len().max(new.moments.len()) {
            match (told(self.old, at), told(self.new, at)) {
                (Some(old), Some(new)) if old != new => lines.push(changed("", compare_words(&old, &new))),
                (None, Some(new)) => lines.push(came("", new)),
                (Some(old), None) => lines.push(went("", old)),
                _ => {}
            }
        }
        lines.extend(differing(old, new).into_iter().filter(|line| line.label != "moments"));
        self.section("The meeting", lines)
    }

    /// Parts, breaks, and items that came, went or moved.
    fn agenda(&self) -> Vec<Line> {
        let mut lines = self.list(|meeting| &meeting.parts);
        lines.extend(self.list(|meeting| &meeting.breaks));
        let staying = staying(&self.old.items, &self.new.items);
        for item in &self.new.items {
            match self.old.item(item.id) {
                None => lines.push(came("item", item.name())),
                Some(_) if !staying.contains(&item.id.0) => lines.push(moved("item", item.name())),
                Some(_) => {}
            }
        }
        let gone = self.old.items.iter().filter(|item| self.new.item(item.id).is_none());
        lines.extend(gone.map(|item| went("item", item.name())));
        lines
    }

    /// What differs in a list of the meeting.
    fn list<T: Listed + Told + 'a>(&self, get: impl Fn(&'a Meeting) -> &'a Vec<T>) -> Vec<Line> {
        let (old, new) = (get(self.old), get(self.new));
        let staying = staying(old, new);
        let mut lines = Vec::new();
        for thing in new {
            let told = thing.told(self.new);
            match old.iter().find(|other| other.id() == thing.id()) {
                None => lines.push(came("", told)),
                Some(other) if other != thing => {
                    let before = other.told(self.old);
                    if before == told {
                        lines.extend(differing(other, thing));
                    } else {
                        lines.push(changed("", compare_words(&before, &told)));
                    }
                }
                Some(_) if !staying.contains(&thing.id()) => lines.push(moved("", told)),
                Some(_) => {}
            }
        }
        let gone = old.iter().filter(|thing| !new.iter().any(|other| other.id() == thing.id()));
        lines.extend(gone.map(|thing| went("", thing.told(self.old))));
        lines
    }

    /// A section for every item in which something differs, in the order of the new agenda; those that went last.
    fn items(&self) -> Vec<Section> {
        let gone = self.old.items.iter().filter(|item| self.new.item(item.id).is_none());
        let ids = self.new.items.iter().chain(gone).map(|item| item.id);
        let sections = ids.filter_map(|id| {
            let (old, new) = (self.old.item(id), self.new.item(id));
            let restricted = old.is_some_and(|item| self.old.is_restricted(item))
                || new.is_some_and(|item| self.new.is_restricted(item));
            let title = new.or(old)?.name();
            Some(Section { title, restricted, lines: self.item(old, new) })
        });
        sections.collect()
    }

    fn item(&self, old: Option<&Item>, new: Option<&Item>) -> Vec<Line> {
        let mut lines = match (old, new) {
            (Some(old), Some(new)) => self.heading(&old.heading, &new.heading),
            _ => Vec::new(),
        };
        let [old, new] = [old, new].map(|item| item.map_or(&[][..], |item| &item.minutes));
        let staying = staying(old, new);
        for block in new {
            match old.iter().find(|other| other.id == block.id) {
                None if block.text.is_empty() => {}
                None => lines.push(came(label(block), block.told(self.new))),
                Some(other) if other != block => lines.push(self.block(other, block)),
                Some(_) if !staying.contains(&block.id.0) => {
                    lines.push(moved(label(block), block.told(self.new)));
                }
                Some(_) => {}
            }
        }
        let gone = old.iter().filter(|block| !new.iter().any(|other| other.id == block.id));
        let gone = gone.filter(|block| !block.text.is_empty());
        lines.extend(gone.map(|block| went(label(block), block.told(self.old))));
        lines
    }

    fn heading(&self, old: &Heading, new: &Heading) -> Vec<Line> {
        let part = |meeting: &Meeting, part: Option<PartId>| {
            part.and_then(|part| meeting.part(part)).map(|part| part.told(meeting)).unwrap_or_default()
        };
        let mut lines = differing(old, new);
        lines.retain(|line| line.label != "part");
        if old.part != new.part {
            lines.push(changed("part", compare_words(&part(self.old, old.part), &part(self.new, new.part))));
        }
        lines
    }

    fn block(&self, old: &Block, new: &Block) -> Line {
        let (was, is) = (label(old), label(new));
        let label = if was == is { is } else { format!("{was} → {is}") };
        changed(label, compare_words(&old.told(self.old), &new.told(self.new)))
    }
}

/// What a block is, so far as it is not a plain public paragraph.
fn label(block: &Block) -> String {
    let level = if block.level > 0 { format!(", level {}", block.level) } else { String::new() };
    let restricted = if block.restricted { ", restricted" } else { "" };
    format!("{}{level}{restricted}", block.kind.word())
}
