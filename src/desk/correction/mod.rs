//! Corrections of what was understood of a paper: worked out on a copy of the record, step by step, and then made
//! as one change. Knows the record and the paper, and nothing of the screen on which the clerk corrects.
//!
//! Nothing vanishes: a line that is no longer what it was is something else, left over, or to be seen as dropped.

mod giving;
mod joining;
pub mod readings;
mod release;

use super::Desk;
use super::intake::Row;
use crate::domain::agenda::{Heading, LeftOver};
use crate::domain::edit::{Edit, EditError, Thing};
use crate::domain::id::{Ids, ItemId, LeftOverId, PartId, PersonId};
use crate::domain::meeting::{Head, Meeting};
use crate::domain::paper::{Meaning, PaperLine, Sure};

/// What became of a correction: it can be made, or why not, as a sentence.
pub type Corrected = Result<(), String>;

/// A correction in the making.
#[derive(Debug)]
pub struct Correction {
    meeting: Meeting,
    ids: Ids,
    edits: Vec<Edit>,
}

impl Correction {
    /// A correction of the record on the desk.
    #[must_use]
    pub fn of(desk: &mut Desk) -> Self {
        let ids = Ids::after(desk.session.draw_id());
        Self { meeting: desk.meeting().clone(), ids, edits: Vec::new() }
    }

    /// The edits that make it.
    #[must_use]
    pub fn edits(self) -> Vec<Edit> {
        self.edits
    }

    /// Says that a line of the paper is something else than it was taken for.
    ///
    /// # Errors
    /// Why it cannot be that.
    pub fn change(&mut self, at: usize, meaning: Meaning) -> Corrected {
        if self.line(at)?.meaning == Meaning::Item
            && meaning == Meaning::AgendaText
            && self.begins_item(at)?
        {
            return self.join_line(at, false);
        }
        self.release(at)?;
        self.give(at, meaning)
    }

    /// Drops a line with what it became.
    ///
    /// # Errors
    /// Why it cannot be dropped.
    pub fn drop_line(&mut self, at: usize) -> Corrected {
        let line = self.line(at)?.clone();
        if line.meaning == Meaning::Item && self.begins_item(at)? {
            // The lines of the item go on speaking of it, and so can be seen to be dropped.
            return line.of.first().map_or(Ok(()), |id| self.remove_item(ItemId(*id)));
        }
        self.release(at)?;
        self.settle(at, Meaning::Unknown, Vec::new())
    }

    /// Drops a row of what was understood, with the lines it comes from.
    ///
    /// # Errors
    /// Why it cannot be dropped.
    pub fn drop_row(&mut self, row: Row, lines: &[usize]) -> Corrected {
        match row {
            Row::Field(field) => self.head(|head| release::clear(head, field))?,
            Row::Report(item) => self.heading(item, |heading| heading.report.clear())?,
            Row::Text(item, at) => self.heading(item, |heading| drop(heading.text.drain(at..=at)))?,
            Row::Recommendation(item, at) => {
                self.heading(item, |heading| drop(heading.recommendations.drain(at..=at)))?;
            }
            Row::LeftOver(id) => {
                let line = self.meeting.left_over.iter().find(|line| line.id == id).map(|line| line.line);
                line.map_or(Ok(()), |line| self.forget_left_over(line))?;
            }
            Row::Break(id) => self.remove_break(id)?,
            Row::Person(_) | Row::Part(_) | Row::Item(_) => {}
        }
        for at in lines.iter().copied() {
            // A sentence that tells several fields still tells the others.
            if self.line(at)?.meaning != Meaning::Convening {
                self.settle(at, Meaning::Unknown, Vec::new())?;
            }
        }
        Ok(())
    }

    /// Says that a line was understood rightly.
    ///
    /// # Errors
    /// That there is no such line.
    pub fn accept(&mut self, at: usize) -> Corrected {
        let line = self.line(at)?.clone();
        self.settle(at, line.meaning, line.of)
    }

    /// Makes an item restricted or public. Where that was guessed it is one no longer.
    ///
    /// # Errors
    /// What the record has against it.
    pub fn restrict(&mut self, item: ItemId, restricted: bool) -> Corrected {
        self.heading(item, |heading| heading.restricted = Some(restricted))?;
        let is_guess = |line: &PaperLine| line.sure == Sure::RestrictionGuessed && line.of.contains(&item.0);
        let guesses = self.meeting.paper.iter().enumerate().filter(|(_, line)| is_guess(line));
        let guesses: Vec<usize> = guesses.map(|(at, _)| at).collect();
        guesses.into_iter().try_for_each(|at| self.accept(at))
    }

    fn make(&mut self, edit: Edit) -> Corrected {
        if edit.is_nothing() {
            return Ok(());
        }
        self.meeting.apply(&edit).map_err(|refused| match refused {
            EditError::InUse => "something else in the record speaks of it, such as a declaration or a \
                                 movement; withdraw the item instead"
                .to_owned(),
            other => other.to_string(),
        })?;
        self.edits.push(edit);
        Ok(())
    }

    fn line(&self, at: usize) -> Result<&PaperLine, String> {
        self.meeting.paper.get(at).ok_or_else(|| "no line of the paper is marked".to_owned())
    }

    /// Whether a line is the first of the title of its item.
    fn begins_item(&self, at: usize) -> Result<bool, String> {
        let of = &self.line(at)?.of;
        let above = at.checked_sub(1).and_then(|at| self.meeting.paper.get(at));
        Ok(!above.is_some_and(|above| above.meaning == Meaning::Item && above.of == *of))
    }

    /// Says anew what a line is. The clerk has said so.
    fn settle(&mut self, at: usize, meaning: Meaning, of: Vec<u32>) -> Corrected {
        let old = self.line(at)?.clone();
        let new = PaperLine { meaning, of, sure: Sure::Settled, ..old.clone() };
        self.make(Edit::replace(Thing::Line(old), Thing::Line(new)))
    }

    fn heading(&mut self, item: ItemId, change: impl FnOnce(&mut Heading)) -> Corrected {
        let Some(found) = self.meeting.item(item) else { return Ok(()) };
        let old = found.heading.clone();
        let mut new = old.clone();
        change(&mut new);
        self.make(Edit::replace(Thing::Heading(item, old), Thing::Heading(item, new)))
    }

    fn head(&mut self, change: impl FnOnce(&mut Head)) -> Corrected {
        let old = self.meeting.head.clone();
        let mut new = old.clone();
        change(&mut new);
        self.make(Edit::replace(Thing::Head(old), Thing::Head(new)))
    }

    /// Keeps a line as left over.
    fn leave_over(&mut self, at: usize) -> Corrected {
        let line = self.line(at)?.clone();
        let id = LeftOverId(self.ids.draw());
        let before = self.meeting.left_over.iter().rfind(|other| other.line < line.line);
        let after = before.map(|other| other.id.0);
        let thing = Thing::LeftOver(LeftOver { id, line: line.line, text: line.text.clone() });
        self.make(Edit::insert(after, thing))?;
        let new =
            PaperLine { meaning: Meaning::Unknown, sure: Sure::LeftOver, of: Vec::new(), ..line.clone() };
        self.make(Edit::replace(Thing::Line(line), Thing::Line(new)))
    }

    /// Takes an item out. A break planned after it is then planned after the item above.
    ///
    /// # Errors
    /// Why it cannot go.
    pub fn remove_item(&mut self, id: ItemId) -> Corrected {
        let Some(place) = self.meeting.place_of(id) else { return Ok(()) };
        let above = place.checked_sub(1).and_then(|at| self.meeting.items.get(at)).map(|item| item.id);
        let breaks: Vec<_> =
            self.meeting.breaks.iter().filter(|pause| pause.after == Some(id)).cloned().collect();
        for old in breaks {
            let new = crate::domain::agenda::Break { after: above, ..old.clone() };
            self.make(Edit::replace(Thing::Break(old), Thing::Break(new)))?;
        }
        let Some(item) = self.meeting.item(id).cloned() else { return Ok(()) };
        self.make(Edit::remove(above.map(Into::into), Thing::Item(item)))
    }

    /// Takes a part out. Its items belong to the part above.
    ///
    /// # Errors
    /// Why it cannot go.
    pub fn remove_part(&mut self, id: PartId) -> Corrected {
        let Some(at) = self.meeting.parts.iter().position(|part| part.id == id) else { return Ok(()) };
        let above = at.checked_sub(1).and_then(|at| self.meeting.parts.get(at)).map(|part| part.id);
        let items: Vec<ItemId> = (self.meeting.items.iter())
            .filter(|item| item.heading.part == Some(id))
            .map(|item| item.id)
            .collect();
        for item in items {
            self.heading(item, |heading| heading.part = above)?;
        }
        let Some(part) = self.meeting.part(id).cloned() else { return Ok(()) };
        self.make(Edit::remove(above.map(Into::into), Thing::Part(part)))
    }

    /// Takes somebody off the roll, with what the paper said of their being there or away.
    ///
    /// # Errors
    /// Why they cannot go.
    pub fn remove_person(&mut self, id: PersonId) -> Corrected {
        while let Some(at) = self.meeting.attendance.iter().position(|movement| movement.person == id) {
            let log = &self.meeting.attendance;
            let after = at.checked_sub(1).and_then(|at| log.get(at)).map(|before| before.id.0);
            let Some(movement) = log.get(at).cloned() else { break };
            self.make(Edit::remove(after, Thing::Movement(movement)))?;
        }
        while let Some(at) = self.meeting.apologies.iter().position(|apology| apology.person == id) {
            let list = &self.meeting.apologies;
            let after = at.checked_sub(1).and_then(|at| list.get(at)).map(|before| before.id.0);
            let Some(apology) = list.get(at).cloned() else { break };
            self.make(Edit::remove(after, Thing::Apology(apology)))?;
        }
        let people = &self.meeting.people;
        let Some(at) = people.iter().position(|person| person.id == id) else { return Ok(()) };
        let after = at.checked_sub(1).and_then(|at| people.get(at)).map(|before| before.id.0);
        let Some(person) = people.get(at).cloned() else { return Ok(()) };
        self.make(Edit::remove(after, Thing::Person(person)))
    }

    /// The nearest item that a line above this one belongs to.
    fn item_above(&self, at: usize) -> Option<ItemId> {
        let above = self.meeting.paper.get(..at)?.iter().rev();
        above.flat_map(|line| &line.of).map(|id| ItemId(*id)).find(|id| self.meeting.item(*id).is_some())
    }
}
