//! What the things of the record speak of: nothing comes in that speaks of what is not there, and nothing goes
//! that something else still speaks of. Knows no edits and no order of lists.

use super::agenda::Heading;
use super::edit::{EditError, Thing};
use super::faults;
use super::id::{ItemId, PersonId};
use super::meeting::Meeting;
use super::minutes::{Block, DEEPEST_LEVEL, Kind};

impl Meeting {
    /// Whether everything that a thing speaks of is in the record, and it is fit to be there itself.
    pub(super) fn holds_together(&self, thing: &Thing) -> Result<(), EditError> {
        if thing.has_control() {
            return Err(EditError::ControlCharacter);
        }
        match thing {
            Thing::Heading(_, heading) => self.knows_part(heading),
            Thing::Item(item) => {
                self.knows_part(&item.heading)?;
                let twice = faults::twice(item.minutes.iter().map(|block| block.id));
                twice.map_or(Ok(()), |id| Err(EditError::Duplicate(id)))?;
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
                self.knows_items(declaration.items.iter().copied().chain(declaration.during))
            }
            _ => Ok(()),
        }
    }

    fn fits(&self, block: &Block) -> Result<(), EditError> {
        if block.level > DEEPEST_LEVEL {
            return Err(EditError::TooDeep);
        }
        match &block.kind {
            Kind::Motion(motion) => {
                self.knows_people(motion.people())?;
                self.knows_items(motion.exempt().iter().map(|exempt| exempt.item))
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
    pub(super) fn is_in_use(&self, thing: &Thing) -> bool {
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
            || self
                .declarations
                .iter()
                .any(|declared| declared.items.contains(&item) || declared.during == Some(item))
            || self.items.iter().flat_map(|item| &item.minutes).any(|block| match &block.kind {
                Kind::Motion(motion) => motion.exempt().iter().any(|exempt| exempt.item == item),
                _ => false,
            })
    }

    fn speaks_of_person(&self, person: PersonId) -> bool {
        let in_a_motion = |block: &Block| match &block.kind {
            Kind::Motion(motion) => motion.people().any(|known| known == person),
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
