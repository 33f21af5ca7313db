//! The people of one meeting while it is read: everybody once, however often the paper names them. Knows the
//! roll and not the papers.

use super::listing::Listed;
use super::people::{self, Named};
use crate::domain::id::{ApologyId, Ids, MovementId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::name::Name;
use crate::domain::people::{Apology, Membership, Mode, Move, Movement, Person};
use std::collections::HashMap;

/// Finds people by name.
#[derive(Debug, Default)]
pub(super) struct Roll {
    by_name: HashMap<String, PersonId>,
    by_surname: HashMap<String, Vec<(PersonId, Name)>>,
    /// Whether lists of officers and guests say who was there. An agenda only says who is expected.
    pub records: bool,
    /// Who sits for somebody with apologies, as printed, until everybody is known.
    instead: Vec<(ApologyId, String)>,
}

impl Roll {
    /// Puts somebody on the roll as the paper lists them.
    pub fn list(&mut self, meeting: &mut Meeting, ids: &mut Ids, listed: Listed, named: &Named) {
        let person = self.listed(meeting, ids, named, listed);
        match listed {
            Listed::Member | Listed::Substitute => {}
            Listed::Attendee | Listed::InAttendance | Listed::Guest | Listed::Absent if !self.records => {}
            Listed::Absent => {
                let id = MovementId(ids.draw());
                meeting.attendance.push(Movement::new(id, person, Move::Absent));
            }
            Listed::Present | Listed::Attendee | Listed::Remote | Listed::InAttendance | Listed::Guest => {
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

    /// The person whom a list names. Somebody who is in such a list already, with another post or organisation, is
    /// another person of the same name; and so is who has a title that only the other sex has.
    fn listed(&mut self, meeting: &mut Meeting, ids: &mut Ids, named: &Named, kind: Listed) -> PersonId {
        let membership = membership(kind);
        // Lists name everybody in one way; who is away may be called otherwise than among the members.
        let may_differ = matches!(kind, Listed::Apologies | Listed::Absent);
        let is_listed = |id: &PersonId| meeting.attendance.iter().any(|movement| movement.person == *id);
        let is_free = |id: &PersonId| !is_listed(id) && meeting.apology_of(*id).is_none();
        let alike = || self.alike(&named.name).filter(|id| may_differ && is_free(id));
        let known = self.called(&named.name).or_else(alike);
        let known = known.and_then(|id| meeting.people.iter().find(|person| person.id == id));
        let differs =
            |one: &str, other: &str| !one.is_empty() && !other.is_empty() && !one.eq_ignore_ascii_case(other);
        let is_other = known.is_some_and(|known| {
            let is_twice = match kind {
                Listed::Apologies => meeting.apology_of(known.id).is_some(),
                Listed::Member | Listed::Substitute | Listed::Absent => false,
                _ => meeting.attended(known.id) && known.membership == membership,
            };
            let described = |person: (&str, &str, &str)| [person.0, person.1, person.2].join("|");
            let one = described((&known.role, &known.post, &known.organisation));
            let other = described((&named.role, &named.post, &named.organisation));
            is_twice && one != other && one.len() > 2 && other.len() > 2
                || differs(&known.organisation, &named.organisation)
                || Name::read(&known.name).clashes(&Name::read(&named.name))
        });
        match known.map(|known| known.id).filter(|_| !is_other) {
            Some(known) => self.complete(meeting, known, named),
            None => self.add(meeting, ids, named, membership),
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
        match self.find(&named.name) {
            Some(known) => self.complete(meeting, known, named),
            None => self.add(meeting, ids, named, membership),
        }
    }

    /// Adds to somebody on the roll what a list says of them, other names included.
    fn complete(&mut self, meeting: &mut Meeting, known: PersonId, named: &Named) -> PersonId {
        if let Some(person) = meeting.people.iter_mut().rfind(|person| person.id == known) {
            complete(person, named);
        }
        for alias in &named.aliases {
            self.by_name.entry(alias.to_lowercase()).or_insert(known);
        }
        known
    }

    /// Puts somebody on the roll.
    fn add(
        &mut self,
        meeting: &mut Meeting,
        ids: &mut Ids,
        named: &Named,
        membership: Membership,
    ) -> PersonId {
        let id = PersonId(ids.draw());
        let mut person = Person::new(id, named.name.clone());
        person.membership = membership;
        complete(&mut person, named);
        meeting.people.push(person);
        self.by_name.entry(named.name.to_lowercase()).or_insert(id);
        let surname = people::surname(&named.name).to_lowercase();
        self.by_surname.entry(surname).or_default().push((id, Name::read(&named.name)));
        for alias in &named.aliases {
            self.by_name.entry(alias.to_lowercase()).or_insert(id);
        }
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

    /// The person whom a name means: by the whole name, by another name of theirs, by title and surname or by forenames
    /// and initials where nobody else can be meant.
    pub fn find(&self, name: &str) -> Option<PersonId> {
        self.called(name).or_else(|| self.alike(name))
    }

    /// The person of this name, or of this title and surname where nobody else has it.
    fn called(&self, name: &str) -> Option<PersonId> {
        if let Some(known) = self.by_name.get(&name.to_lowercase()) {
            return Some(*known);
        }
        let is_short = people::has_title(name) && name.split(' ').count() == 2 || !name.contains(' ');
        match self.of_surname(name) {
            [(only, _)] if is_short => Some(*only),
            _ => None,
        }
    }

    /// The only person whose name may be another form of this one: `A Bell` of Anna Bell.
    fn alike(&self, name: &str) -> Option<PersonId> {
        let read = Name::read(name);
        let mut may_be = self.of_surname(name).iter().filter(|(_, known)| known.may_be(&read));
        match (may_be.next(), may_be.next()) {
            (Some((only, _)), None) => Some(*only),
            _ => None,
        }
    }

    fn of_surname(&self, name: &str) -> &[(PersonId, Name)] {
        self.by_surname.get(&people::surname(name).to_lowercase()).map_or(&[], Vec::as_slice)
    }
}

/// How those belong to the meeting who are listed so.
fn membership(listed: Listed) -> Membership {
    match listed {
        Listed::InAttendance => Membership::Officer,
        Listed::Guest => Membership::Guest,
        Listed::Substitute => Membership::Substitute,
        Listed::Member
        | Listed::Present
        | Listed::Attendee
        | Listed::Remote
        | Listed::Absent
        | Listed::Apologies => Membership::Member,
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
    for alias in &named.aliases {
        if !person.aliases.contains(alias) {
            person.aliases.push(alias.clone());
        }
    }
    if named.substitute && person.membership == Membership::Member {
        person.membership = Membership::Substitute;
    }
}
