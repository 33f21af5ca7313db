//! The people of one meeting while it is read: everybody once, however often the paper names them. Knows the
//! roll and not the papers.

use super::head::Listed;
use super::people::{self, Named};
use crate::domain::id::{ApologyId, Ids, MovementId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::people::{Apology, Membership, Mode, Move, Movement, Person};
use std::collections::HashMap;

/// Finds people by name.
#[derive(Debug, Default)]
pub(super) struct Roll {
    by_name: HashMap<String, PersonId>,
    by_surname: HashMap<String, Vec<PersonId>>,
}

impl Roll {
    /// Puts somebody on the roll as the paper lists them.
    pub fn list(&mut self, meeting: &mut Meeting, ids: &mut Ids, listed: Listed, named: &Named) {
        let membership = match listed {
            Listed::InAttendance => Membership::Officer,
            Listed::Guest => Membership::Guest,
            Listed::Member | Listed::Present | Listed::Apologies => Membership::Member,
        };
        let person = self.person(meeting, ids, named, membership);
        match listed {
            Listed::Member => {}
            Listed::Present | Listed::InAttendance | Listed::Guest => {
                let mode = if named.online { Mode::Online } else { Mode::Room };
                let id = MovementId(ids.draw());
                let what = Move::Present;
                meeting.attendance.push(Movement {
                    id,
                    person,
                    what,
                    item: None,
                    at: None,
                    mode,
                    why: String::new(),
                });
            }
            Listed::Apologies => {
                meeting.apologies.push(Apology { id: ApologyId(ids.draw()), person, substitute: None });
            }
        }
    }

    /// The person with this name, put on the roll if nobody there can be meant.
    pub fn person(
        &mut self,
        meeting: &mut Meeting,
        ids: &mut Ids,
        named: &Named,
        membership: Membership,
    ) -> PersonId {
        if let Some(known) = self.find(&named.name) {
            if !named.role.is_empty()
                && let Some(person) = meeting.people.iter_mut().rfind(|person| person.id == known)
                && person.role.is_empty()
            {
                person.role.clone_from(&named.role);
            }
            return known;
        }
        let id = PersonId(ids.draw());
        let mut person = Person::new(id, named.name.clone());
        person.role.clone_from(&named.role);
        person.post.clone_from(&named.post);
        person.membership = membership;
        meeting.people.push(person);
        self.by_name.insert(named.name.to_lowercase(), id);
        self.by_surname.entry(people::surname(&named.name).to_lowercase()).or_default().push(id);
        id
    }

    /// The person whom a name means: by the whole name, or by title and surname where nobody else has it.
    fn find(&self, name: &str) -> Option<PersonId> {
        if let Some(known) = self.by_name.get(&name.to_lowercase()) {
            return Some(*known);
        }
        let is_short = people::has_title(name) && name.split(' ').count() == 2 || !name.contains(' ');
        match self.by_surname.get(&people::surname(name).to_lowercase()).map(Vec::as_slice) {
            Some([only]) if is_short => Some(*only),
            _ => None,
        }
    }
}
