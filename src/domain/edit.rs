//! Edits: the only way a record changes.
//!
//! An edit says what was and what shall be. Read backwards it is the edit that takes it back, so undo needs
//! no memory of its own; and applied to a record that is not as the edit says, it is refused, so a replayed
//! journal cannot go astray in silence. A refused edit changes nothing. Edits know nothing of undo steps, of
//! time, or of who made them.
//!
//! Five shapes serve every verb: [`Edit::Insert`], [`Edit::Remove`], [`Edit::Move`], [`Edit::Replace`] and
//! [`Edit::Splice`].

use super::agenda::{Break, Heading, Item, LeftOver, Part};
use super::id::{BlockId, ItemId, PersonId};
use super::is_default;
use super::meeting::{Course, Head, Meeting, Status};
use super::minutes::{Block, DEEPEST_LEVEL, Kind, Thought};
use super::people::{Apology, Declaration, Movement, Person};
use crate::text;
use serde::{Deserialize, Serialize};

/// One change of the record. Places are given by the id of the thing before (`after`), none being the start
/// of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// Puts a thing into its list.
    Insert {
        /// The id of the thing it follows.
        #[serde(default, skip_serializing_if = "is_default")]
        after: Option<u32>,
        /// What is put there.
        thing: Thing,
    },
    /// Takes a thing out of its list.
    Remove {
        /// The id of the thing it follows.
        #[serde(default, skip_serializing_if = "is_default")]
        after: Option<u32>,
        /// What is taken out, exactly as it is.
        thing: Thing,
    },
    /// Moves a thing within its list.
    Move {
        /// What is moved.
        what: Moved,
        /// The id of the thing it follows now.
        #[serde(default, skip_serializing_if = "is_default")]
        from: Option<u32>,
        /// The id of the thing it shall follow.
        #[serde(default, skip_serializing_if = "is_default")]
        to: Option<u32>,
    },
    /// Puts one state of a thing in place of another. Both have the same id.
    Replace {
        /// The thing exactly as it is.
        old: Thing,
        /// The thing as it shall be.
        new: Thing,
    },
    /// Changes the words of a block.
    Splice {
        /// The item.
        item: ItemId,
        /// The block.
        block: BlockId,
        /// Where, in bytes from the start of the text.
        at: usize,
        /// The words that stand there now and go.
        #[serde(default, skip_serializing_if = "is_default")]
        out: String,
        /// The words that come.
        #[serde(default, skip_serializing_if = "is_default")]
        put: String,
    },
}

/// Anything in the record that an edit can name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Thing {
    /// The head. It can only be replaced.
    Head(Head),
    /// How the meeting went. It can only be replaced.
    Course(Course),
    /// The heading of an item. It can only be replaced.
    Heading(ItemId, Heading),
    /// A part.
    Part(Part),
    /// An item with its minutes. It can only be put in and taken out.
    Item(Item),
    /// A block under an item.
    Block(ItemId, Block),
    /// A planned break.
    Break(Break),
    /// A person.
    Person(Person),
    /// A line of the attendance log.
    Movement(Movement),
    /// An apology.
    Apology(Apology),
    /// A declaration.
    Declaration(Declaration),
    /// A parked thought.
    Thought(Thought),
    /// A line that was not understood.
    LeftOver(LeftOver),
}

/// What can be moved within its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moved {
    /// An item, on the agenda.
    Item(ItemId),
    /// A block, under its item.
    Block(ItemId, BlockId),
    /// A person, on the roll.
    Person(PersonId),
}

/// Why an edit was refused. The record is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The record is sealed.
    #[error("the record is sealed and cannot be changed; a correction is minuted at a later meeting")]
    Sealed,
    /// The edit speaks of something that is not there, or not as it says.
    #[error("the record is not as the edit says ({0})")]
    NotAsSaid(&'static str),
    /// An id would stand twice.
    #[error("the number {0} is already given to something else")]
    Duplicate(u32),
    /// Something else in the record still speaks of the thing.
    #[error("something else in the record still speaks of it")]
    InUse,
    /// The edit speaks of somebody or something that the record does not hold.
    #[error("the edit speaks of {0}, which the record does not hold")]
    Unknown(&'static str),
    /// A position is not between two characters.
    #[error("position {0} is not between two characters of the text")]
    BadPosition(usize),
    /// Text with control characters.
    #[error("text in the record holds no control characters")]
    ControlCharacter,
    /// A level deeper than the deepest.
    #[error("no block stands deeper than level {DEEPEST_LEVEL}")]
    TooDeep,
    /// The thing cannot be put in, taken out or replaced as such.
    #[error("this cannot be done to such a thing")]
    Unfit,
}

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Edit {
        match self.clone() {
            Edit::Insert { after, thing } => Edit::Remove { after, thing },
            Edit::Remove { after, thing } => Edit::Insert { after, thing },
            Edit::Move { what, from, to } => Edit::Move { what, from: to, to: from },
            Edit::Replace { old, new } => Edit::Replace { old: new, new: old },
            Edit::Splice { item, block, at, out, put } => {
                Edit::Splice { item, block, at, out: put, put: out }
            }
        }
    }

    /// Takes in the edit that follows it, if the two are one stretch of typing or deleting in one block.
    /// Returns whether it did.
    pub fn absorb(&mut self, next: &Edit) -> bool {
        let (
            Edit::Splice { item, block, at, out, put },
            Edit::Splice { item: next_item, block: next_block, at: next_at, out: next_out, put: next_put },
        ) = (self, next)
        else {
            return false;
        };
        if (*item, *block) != (*next_item, *next_block) {
            return false;
        }
        if *next_at == *at + put.len() && next_out.is_empty() {
            put.push_str(next_put);
            return true;
        }
        let goes_back = next_at + next_out.len() == *at + put.len() && put.ends_with(next_out.as_str());
        if goes_back && next_put.is_empty() {
            put.truncate(put.len() - next_out.len());
            return true;
        }
        if put.is_empty() && next_put.is_empty() && next_at + next_out.len() == *at {
            out.insert_str(0, next_out);
            *at = *next_at;
            return true;
        }
        false
    }

    /// Whether it leaves everything as it is.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        match self {
            Edit::Splice { out, put, .. } => out == put,
            Edit::Replace { old, new } => old == new,
            Edit::Move { from, to, .. } => from == to,
            _ => false,
        }
    }

    /// The largest id that the edit brings in, so that it is not drawn again.
    #[must_use]
    pub fn highest_id(&self) -> Option<u32> {
        match self {
            Edit::Insert { thing, .. } => thing.highest_id(),
            _ => None,
        }
    }
}

impl Thing {
    fn highest_id(&self) -> Option<u32> {
        Some(match self {
            Thing::Head(_) | Thing::Course(_) | Thing::Heading(..) => return None,
            Thing::Part(thing) => thing.id.0,
            Thing::Item(item) => {
                item.minutes.iter().map(|block| block.id.0).max().unwrap_or(0).max(item.id.0)
            }
            Thing::Block(_, block) => block.id.0,
            Thing::Break(thing) => thing.id.0,
            Thing::Person(thing) => thing.id.0,
            Thing::Movement(thing) => thing.id.0,
            Thing::Apology(thing) => thing.id.0,
            Thing::Declaration(thing) => thing.id.0,
            Thing::Thought(thing) => thing.id.0,
            Thing::LeftOver(thing) => thing.id.0,
        })
    }
}

/// What stands in a list of the record and has an id.
trait Listed: Clone + PartialEq {
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

listed!(Part, Item, Block, Break, Person, Movement, Apology, Declaration, Thought, LeftOver);

/// The position that follows the thing with the id `after`.
fn position_after<T: Listed>(list: &[T], after: Option<u32>) -> Result<usize, EditError> {
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
        if self.course.status == Status::Sealed {
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
            _ => Err(EditError::Unfit),
        }
    }

    fn shift(&mut self, what: Moved, from: Option<u32>, to: Option<u32>) -> Result<(), EditError> {
        match what {
            Moved::Item(item) => shift(&mut self.items, item.0, from, to),
            Moved::Block(item, block) => shift(self.minutes_of(item)?, block.0, from, to),
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

    fn minutes_of(&mut self, id: ItemId) -> Result<&mut Vec<Block>, EditError> {
        Ok(&mut self.item_mut(id)?.minutes)
    }

    /// Whether everything that a thing speaks of is in the record, and it is fit to be there itself.
    fn holds_together(&self, thing: &Thing) -> Result<(), EditError> {
        match thing {
            Thing::Heading(_, heading) => self.knows_part(heading),
            Thing::Item(item) => {
                self.knows_part(&item.heading)?;
                item.minutes.iter().try_for_each(|block| self.fits(block))
            }
            Thing::Block(_, block) => self.fits(block),
            Thing::Break(pause) => self.knows_items(pause.after),
            Thing::Movement(movement) => {
                self.knows_people([movement.person])?;
                self.knows_items(movement.item)
            }
            Thing::Apology(apology) => {
                self.knows_people(std::iter::once(apology.person).chain(apology.substitute))
            }
            Thing::Declaration(declaration) => {
                self.knows_people([declaration.person])?;
                self.knows_items(declaration.items.iter().copied())
            }
            Thing::Thought(thought) if text::has_control(&thought.text) => Err(EditError::ControlCharacter),
            Thing::Person(person) if text::has_control(&person.name) => Err(EditError::ControlCharacter),
            _ => Ok(()),
        }
    }

    fn fits(&self, block: &Block) -> Result<(), EditError> {
        if block.level > DEEPEST_LEVEL {
            return Err(EditError::TooDeep);
        }
        if text::has_control(&block.text) {
            return Err(EditError::ControlCharacter);
        }
        match &block.kind {
            Kind::Motion(motion) => {
                self.knows_people(motion.mover.into_iter().chain(motion.seconder).chain(motion.vote.voters()))
            }
            _ => Ok(()),
        }
    }

    fn knows_part(&self, heading: &Heading) -> Result<(), EditError> {
        let known = heading.part.is_none_or(|part| self.part(part).is_some());
        if known { Ok(()) } else { Err(EditError::Unknown("a part")) }
    }

    fn knows_people(&self, people: impl IntoIterator<Item = PersonId>) -> Result<(), EditError> {
        let known = people.into_iter().all(|person| self.person(person).is_some());
        if known { Ok(()) } else { Err(EditError::Unknown("somebody")) }
    }

    fn knows_items(&self, items: impl IntoIterator<Item = ItemId>) -> Result<(), EditError> {
        let known = items.into_iter().all(|item| self.item(item).is_some());
        if known { Ok(()) } else { Err(EditError::Unknown("an item")) }
    }

    /// Whether anything else in the record speaks of a thing.
    fn is_in_use(&self, thing: &Thing) -> bool {
        match thing {
            Thing::Part(part) => self.items.iter().any(|item| item.heading.part == Some(part.id)),
            Thing::Item(item) => self.speaks_of_item(item.id),
            Thing::Person(person) => self.speaks_of_person(person.id),
            _ => false,
        }
    }

    fn speaks_of_item(&self, item: ItemId) -> bool {
        self.breaks.iter().any(|pause| pause.after == Some(item))
            || self.attendance.iter().any(|movement| movement.item == Some(item))
            || self.declarations.iter().any(|declaration| declaration.items.contains(&item))
    }

    fn speaks_of_person(&self, person: PersonId) -> bool {
        let in_a_motion = |block: &Block| match &block.kind {
            Kind::Motion(motion) => {
                motion.mover == Some(person)
                    || motion.seconder == Some(person)
                    || motion.vote.voters().any(|voter| voter == person)
            }
            _ => false,
        };
        self.movements_of(person).next().is_some()
            || self
                .apologies
                .iter()
                .any(|apology| apology.person == person || apology.substitute == Some(person))
            || self.declarations.iter().any(|declaration| declaration.person == person)
            || self.items.iter().flat_map(|item| &item.minutes).any(in_a_motion)
    }
}
