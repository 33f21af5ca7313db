//! Joining an item to the one above: as words of its agenda, or as the rest of its title.

use super::{Corrected, Correction};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::ItemId;
use crate::domain::paper::{Meaning, PaperLine, Sure};

impl Correction {
    /// Joins the item that a line belongs to.
    pub(super) fn join_line(&mut self, at: usize, as_title: bool) -> Corrected {
        let item = self.line(at)?.of.first().map(|id| ItemId(*id));
        item.map_or(Ok(()), |item| self.join(item, as_title))
    }

    /// Joins an item to the one above it. What is minuted under it goes along.
    ///
    /// # Errors
    /// Why it cannot be joined.
    pub fn join(&mut self, id: ItemId, as_title: bool) -> Corrected {
        let Some(item) = self.meeting.item(id).cloned() else { return Ok(()) };
        let place = self.meeting.place_of(id).and_then(|place| place.checked_sub(1));
        let above = place.and_then(|place| self.meeting.items.get(place)).map(|above| above.id);
        let above = above.ok_or("there is no item above this one to join it to")?;
        let name = item.name();
        let is_restricted = self.meeting.is_restricted(&item);
        self.remove_item(id)?;
        let heading = item.heading;
        self.heading(above, |joined| {
            if as_title {
                joined.title = format!("{} {name}", joined.title).trim().to_owned();
            } else {
                joined.text.push(name);
            }
            // Private text stays private.
            if is_restricted {
                joined.restricted = Some(true);
            }
            if joined.report.is_empty() {
                joined.report = heading.report;
            } else if !heading.report.is_empty() {
                joined.text.push(heading.report);
            }
            if joined.pages.is_empty() {
                joined.pages = heading.pages;
            }
            joined.text.extend(heading.text);
            joined.recommendations.extend(heading.recommendations);
            joined.arising.extend(heading.arising);
        })?;
        for block in item.minutes {
            let after = self.meeting.item(above).and_then(|item| item.minutes.last()).map(|last| last.id.0);
            self.make(Edit::insert(after, Thing::Block(above, block)))?;
        }
        self.hand_lines_over(id, above, as_title)
    }

    /// Makes a line the rest of the title above it.
    ///
    /// # Errors
    /// Why it cannot be that.
    pub fn continue_title(&mut self, at: usize) -> Corrected {
        let line = self.line(at)?.clone();
        if line.meaning == Meaning::Item && self.begins_item(at)? {
            return self.join_line(at, true);
        }
        let item = self.item_above(at).ok_or("there is no item above this line")?;
        self.release(at)?;
        self.heading(item, |heading| {
            heading.title = format!("{} {}", heading.title, line.text.trim()).trim().to_owned();
        })?;
        self.settle(at, Meaning::Item, vec![item.0])
    }

    /// The lines of one item become those of another.
    fn hand_lines_over(&mut self, from: ItemId, to: ItemId, as_title: bool) -> Corrected {
        let of: Vec<PaperLine> =
            self.meeting.paper.iter().filter(|line| line.of.contains(&from.0)).cloned().collect();
        for old in of {
            let is_title = old.meaning == Meaning::Item;
            let meaning = if is_title && !as_title { Meaning::AgendaText } else { old.meaning };
            let sure = if is_title { Sure::Settled } else { old.sure };
            let new = PaperLine { meaning, sure, of: vec![to.0], ..old.clone() };
            self.make(Edit::replace(Thing::Line(old), Thing::Line(new)))?;
        }
        Ok(())
    }
}
