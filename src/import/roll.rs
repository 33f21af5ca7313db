//! The people of one meeting while it is read: everybody once, however often the paper names them. Knows the
//! roll and not the papers.

use super::listing::Listed;
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
    /// Whether lists of officers and guests say who was there. An agenda only says who is expected.
    pub records: bool,
    /// Who sits for somebody with apologies, as printed, until everybody is known.
    instead: Vec<(ApologyId, String)>,
}

impl Roll {
    /// Puts somebody on the roll as the paper lists them.
    pub fn list(&mut self, meeting: &mut Meeting, ids: &mut Ids, listed: Listed, named: &Named) {
        let membership = match listed {
            Listed::InAttendance => Membership::Officer,
            Listed::Guest => Membership::Guest,
            Listed::Substitute => Membership::Substitute,
            Listed::Member | Listed::Present | Listed::Remote | Listed::Absent | Listed::Apologies => {
                Membership::Member
            }
        };
        let person = self.person(meeting, ids, named, membership);
        match listed {
            Listed::Member | Listed::Substitute => {}
            Listed::InAttendance | Listed::Guest | Listed::Absent if !self.records => {}
            Listed::Absent => {
                let id = MovementId(ids.draw());
                meeting.attendance.push(Movement::new(id, person, Move::Absent));
            }
            Listed::Present | Listed::Remote | Listed::InAttendance | Listed::Guest => {
                if meeting.attended(person) {
                    return;
                }
                let online = named.online || listed == Listed::Remote;
                let mode = if online { Mode::Online } else { Mode::Room };
                let id = MovementId(ids.draw());
                meeting.attendance.push(Movement { mode, ..Movement::new(id, person, Move::Present) });
            }
            Listed::Apologies if meeting.apology_of(person).is_some() => {}
            Listed::Apologies => {
                let id = ApologyId(ids.draw());
                meeting.apologies.push(Apology { id, person, substitute: None });
                if !named.instead.is_empty() {
                    self.instead.push((id, named.instead.clone()));
                }
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
            if let Some(person) = meeting.people.iter_mut().rfind(|person| person.id == known) {
                complete(person, named);
            }
            return known;
        }
        let id = PersonId(ids.draw());
        let mut person = Person::new(id, named.name.clone());
        person.membership = membership;
        complete(&mut person, named);
        meeting.people.push(person);
        self.by_name.insert(named.name.to_lowercase(), id);
        self.by_surname.entry(people::surname(&named.name).to_lowercase()).or_default().push(id);
        id
    }

    /// Says of every apology that names a substitute who that is, now that everybody is known.
    pub fn settle(&mut self, meeting: &mut Meeting, ids: &mut Ids) {
        for (apology, name) in std::mem::take(&mut self.instead) {
            let named = Named { name, substitute: true, ..Named::default() };
            let substitute = self.person(meeting, ids, &named, Membership::Substitute);
            if let Some(apology) = meeting.apologies.iter_mut().find(|known| known.id == apology) {
                apology.substitute = Some(substitute);
            }
        }
    }

    /// The person whom a name means: by the whole name, or by title and surname where nobody else has it.
    pub fn find(&self, name: &str) -> Option<PersonId> {
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

/// Adds to a person what a list says of them and nobody has said before.
fn complete(person: &mut Person, named: &Named) {
    let fields = [
        (&mut person.role, &named.role),
        (&mut person.post, &named.post),
        (&mut person.organisation, &named.organisation),
    ];
    for (known, said) in fields {
        if known.is_empty() {
            known.clone_from(said);
        }
    }
    if named.substitute && person.membership == Membership::Member {
        person.membership = Membership::Substitute;
    }
}
