//! Applying an edit to the record: each list, each place, or the refusal. Does not know which things may speak
//! of which; [`super::mentions`] does.

use super::agenda::{Break, Item, LeftOver, Part};
use super::edit::{Edit, EditError, Moved, Thing};
use super::id::{BlockId, ItemId};
use super::meeting::{Meeting, Status};
use super::minutes::{Block, Thought};
use super::paper::PaperLine;
use super::people::{Apology, Declaration, Movement, Person};
use super::review::{Correction, Remark, Settled};
use crate::text;

/// What stands in a list of the record and has an id.
pub(super) trait Listed: Clone + PartialEq {
    /// Its id, which stands once in the list.
    fn id(&self) -> u32;
}

macro_rules! listed {
    ($($kind:ty),+) => {$(
        impl Listed for $kind {
            fn id(&self) -> u32 {
                self.id.0
            }
        }
    )+};
}

listed!(
    Part,
    Item,
    Block,
    Break,
    Person,
    Movement,
    Apology,
    Declaration,
    Thought,
    LeftOver,
    PaperLine,
    Remark,
    Settled,
    Correction
);

/// The position that follows the thing with the id `after`.
pub(super) fn position_after<T: Listed>(list: &[T], after: Option<u32>) -> Result<usize, EditError> {
    let Some(after) = after else { return Ok(0) };
    let before = list.iter().position(|thing| thing.id() == after);
    before.map(|at| at + 1).ok_or(EditError::NotAsSaid("the thing it follows is not there"))
}

fn insert<T: Listed>(list: &mut Vec<T>, after: Option<u32>, thing: &T) -> Result<(), EditError> {
    if list.iter().any(|other| other.id() == thing.id()) {
        return Err(EditError::Duplicate(thing.id()));
    }
    let at = position_after(list, after)?;
    list.insert(at, thing.clone());
    Ok(())
}

fn remove<T: Listed>(list: &mut Vec<T>, after: Option<u32>, thing: &T) -> Result<(), EditError> {
    let at = position_after(list, after)?;
    if list.get(at) != Some(thing) {
        return Err(EditError::NotAsSaid("what is to go is not there"));
    }
    list.remove(at);
    Ok(())
}

fn replace<T: Listed>(list: &mut [T], old: &T, new: &T) -> Result<(), EditError> {
    if old.id() != new.id() {
        return Err(EditError::Unfit);
    }
    let place = list.iter_mut().find(|thing| thing.id() == old.id());
    replace_one(place.ok_or(EditError::NotAsSaid("what is to be replaced is not there"))?, old, new)
}

fn replace_one<T: Clone + PartialEq>(place: &mut T, old: &T, new: &T) -> Result<(), EditError> {
    if place != old {
        return Err(EditError::NotAsSaid("what is to be replaced reads differently"));
    }
    place.clone_from(new);
    Ok(())
}

fn shift<T: Listed>(list: &mut Vec<T>, id: u32, from: Option<u32>, to: Option<u32>) -> Result<(), EditError> {
    let now = position_after(list, from)?;
    if list.get(now).map(Listed::id) != Some(id) || to == Some(id) {
        return Err(EditError::NotAsSaid("what is to be moved is not there"));
    }
    let then = position_after(list, to)?;
    let thing = list.remove(now);
    list.insert(if then > now { then - 1 } else { then }, thing);
    Ok(())
}

impl Meeting {
    /// Applies an edit, or refuses it and leaves the record as it was.
    ///
    /// # Errors
    /// [`EditError`] says why: the record is sealed, is not as the edit says, or would no longer hold
    /// together.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        if self.course.status == Status::Sealed && !edit.is_correction() {
            return Err(EditError::Sealed);
        }
        match edit {
            Edit::Insert { after, thing } => self.insert(*after, thing),
            Edit::Remove { after, thing } => self.remove(*after, thing),
            Edit::Move { what, from, to } => self.shift(*what, *from, *to),
            Edit::Replace { old, new } => self.replace(old, new),
            Edit::Splice { item, block, at, out, put } => self.splice(*item, *block, *at, out, put),
        }
    }

    fn insert(&mut self, after: Option<u32>, thing: &Thing) -> Result<(), EditError> {
        self.holds_together(thing)?;
        match thing {
            Thing::Part(part) => insert(&mut self.parts, after, part),
            Thing::Item(item) => insert(&mut self.items, after, item),
            Thing::Block(item, block) => insert(self.minutes_of(*item)?, after, block),
            Thing::Break(pause) => insert(&mut self.breaks, after, pause),
            Thing::Person(person) => insert(&mut self.people, after, person),
            Thing::Movement(movement) => insert(&mut self.attendance, after, movement),
            Thing::Apology(apology) => insert(&mut self.apologies, after, apology),
            Thing::Declaration(declaration) => insert(&mut self.declarations, after, declaration),
            Thing::Thought(thought) => insert(&mut self.parked, after, thought),
            Thing::LeftOver(line) => insert(&mut self.left_over, after, line),
            Thing::Line(line) => insert(&mut self.paper, after, line),
            Thing::Remark(remark) => insert(&mut self.remarks, after, remark),
            Thing::Settled(settled) => insert(&mut self.settled, after, settled),
            Thing::Correction(correction) => insert(&mut self.corrections, after, correction),
            Thing::Head(_) | Thing::Course(_) | Thing::Heading(..) => Err(EditError::Unfit),
        }
    }

    fn remove(&mut self, after: Option<u32>, thing: &Thing) -> Result<(), EditError> {
        if self.is_in_use(thing) {
            return Err(EditError::InUse);
        }
        match thing {
            Thing::Part(part) => remove(&mut self.parts, after, part),
            Thing::Item(item) => remove(&mut self.items, after, item),
            Thing::Block(item, block) => remove(self.minutes_of(*item)?, after, block),
            Thing::Break(pause) => remove(&mut self.breaks, after, pause),
            Thing::Person(person) => remove(&mut self.people, after, person),
            Thing::Movement(movement) => remove(&mut self.attendance, after, movement),
            Thing::Apology(apology) => remove(&mut self.apologies, after, apology),
            Thing::Declaration(declaration) => remove(&mut self.declarations, after, declaration),
            Thing::Thought(thought) => remove(&mut self.parked, after, thought),
            Thing::LeftOver(line) => remove(&mut self.left_over, after, line),
            Thing::Line(line) => remove(&mut self.paper, after, line),
            Thing::Remark(remark) => remove(&mut self.remarks, after, remark),
            Thing::Settled(settled) => remove(&mut self.settled, after, settled),
            Thing::Correction(correction) => remove(&mut self.corrections, after, correction),
            Thing::Head(_) | Thing::Course(_) | Thing::Heading(..) => Err(EditError::Unfit),
        }
    }

    fn replace(&mut self, old: &Thing, new: &Thing) -> Result<(), EditError> {
        self.holds_together(new)?;
        match (old, new) {
            (Thing::Head(old), Thing::Head(new)) => replace_one(&mut self.head, old, new),
            (Thing::Course(old), Thing::Course(new)) => replace_one(&mut self.course, old, new),
            (Thing::Heading(old_item, old), Thing::Heading(item, new)) if old_item == item => {
                replace_one(&mut self.item_mut(*item)?.heading, old, new)
            }
            (Thing::Part(old), Thing::Part(new)) => replace(&mut self.parts, old, new),
            (Thing::Block(old_item, old), Thing::Block(item, new)) if old_item == item => {
                replace(self.minutes_of(*item)?, old, new)
            }
            (Thing::Break(old), Thing::Break(new)) => replace(&mut self.breaks, old, new),
            (Thing::Person(old), Thing::Person(new)) => replace(&mut self.people, old, new),
            (Thing::Movement(old), Thing::Movement(new)) => replace(&mut self.attendance, old, new),
            (Thing::Apology(old), Thing::Apology(new)) => replace(&mut self.apologies, old, new),
            (Thing::Declaration(old), Thing::Declaration(new)) => replace(&mut self.declarations, old, new),
            (Thing::Thought(old), Thing::Thought(new)) => replace(&mut self.parked, old, new),
            (Thing::LeftOver(old), Thing::LeftOver(new)) => replace(&mut self.left_over, old, new),
            (Thing::Line(old), Thing::Line(new)) => replace(&mut self.paper, old, new),
            (Thing::Remark(old), Thing::Remark(new)) => replace(&mut self.remarks, old, new),
            (Thing::Settled(old), Thing::Settled(new)) => replace(&mut self.settled, old, new),
            (Thing::Correction(old), Thing::Correction(new)) => replace(&mut self.corrections, old, new),
            _ => Err(EditError::Unfit),
        }
    }

    fn shift(&mut self, what: Moved, from: Option<u32>, to: Option<u32>) -> Result<(), EditError> {
        match what {
            Moved::Item(item) => shift(&mut self.items, item.0, from, to),
            Moved::Block(item, block) => shift(self.minutes_of(item)?, block.0, from, to),
            Moved::Part(part) => shift(&mut self.parts, part.0, from, to),
            Moved::Person(person) => shift(&mut self.people, person.0, from, to),
        }
    }

    fn splice(
        &mut self,
        item: ItemId,
        block: BlockId,
        at: usize,
        out: &str,
        put: &str,
    ) -> Result<(), EditError> {
        if text::has_control(put) {
            return Err(EditError::ControlCharacter);
        }
        let blocks = self.minutes_of(item)?;
        let block = blocks.iter_mut().find(|other| other.id == block);
        let words = &mut block.ok_or(EditError::NotAsSaid("the block is not there"))?.text;
        match words.get(at..at + out.len()) {
            Some(now) if now == out => {}
            Some(_) => return Err(EditError::NotAsSaid("the words read differently")),
            None => return Err(EditError::BadPosition(at)),
        }
        words.replace_range(at..at + out.len(), put);
        Ok(())
    }

    fn item_mut(&mut self, id: ItemId) -> Result<&mut Item, EditError> {
        let item = self.items.iter_mut().find(|item| item.id == id);
        item.ok_or(EditError::NotAsSaid("the item is not there"))
    }

    pub(super) fn minutes_of(&mut self, id: ItemId) -> Result<&mut Vec<Block>, EditError> {
        Ok(&mut self.item_mut(id)?.minutes)
    }
}
