//! People in print: how somebody is called, and who is listed where. Knows nothing of sentences or layout.

use crate::domain::attended::Attended;
use crate::domain::id::PersonId;
use crate::domain::meeting::Meeting;
use crate::domain::people::{Apology, Membership, Mode, Movement, Person, Standing};
use crate::domain::profile::Profile;

/// How somebody is called in a sentence: the short form, where it is theirs alone.
pub(super) fn called(meeting: &Meeting, id: PersonId) -> &str {
    let Some(person) = meeting.person(id) else { return "Somebody" };
    let shared = meeting.people.iter().any(|other| other.id != id && other.short == person.short);
    if person.short.is_empty() || shared { &person.name } else { &person.short }
}

/// The members and substitutes who were present, the chair first, with who was there over a link.
pub(super) fn present(meeting: &Meeting, profile: &Profile) -> Vec<String> {
    let instead = meeting.presided_instead(profile);
    let described = |person: &Person| {
        let mut said = standing(meeting, person, instead == Some(person.id));
        said.extend(link(meeting, person.id).map(str::to_owned));
        with_brackets(&person.name, &said)
    };
    sitting(meeting, profile, Attended::Present).into_iter().map(described).collect()
}

/// The members and substitutes who attended over a link where that does not count, the chair first.
pub(super) fn remotely(meeting: &Meeting, profile: &Profile) -> Vec<String> {
    let described = |person: &Person| with_brackets(&person.name, &standing(meeting, person, false));
    sitting(meeting, profile, Attended::Remotely).into_iter().map(described).collect()
}

/// The members and substitutes who are listed as this, those first who are or were in the chair.
fn sitting<'a>(meeting: &'a Meeting, profile: &Profile, listed: Attended) -> Vec<&'a Person> {
    let instead = meeting.presided_instead(profile);
    let chairs = meeting.chairs();
    let first =
        |person: &&Person| chairs.iter().any(|chair| chair.id == person.id) || instead == Some(person.id);
    let (mut chair, others): (Vec<&Person>, Vec<&Person>) =
        meeting.attending(profile, listed).partition(first);
    chair.extend(others);
    chair
}

/// What is said about a member beside the name; of who presided in the place of the chair, that, too.
fn standing(meeting: &Meeting, person: &Person, presided: bool) -> Vec<String> {
    let mut said = Vec::new();
    if !person.role.is_empty() {
        said.push(person.role.clone());
    }
    if presided {
        said.push("in the chair".to_owned());
    }
    match substituted(meeting, person.id) {
        Some(member) => said.push(format!("substitute for {}", called(meeting, member))),
        None if person.membership == Membership::Substitute => said.push("substitute".to_owned()),
        None => {}
    }
    said
}

/// The member for whom somebody sat.
fn substituted(meeting: &Meeting, substitute: PersonId) -> Option<PersonId> {
    let apology = meeting.apologies.iter().find(|apology| apology.substitute == Some(substitute));
    apology.map(|apology| apology.person)
}

/// Whether somebody attended over a link. Nothing is said about it where the whole meeting was online.
fn link(meeting: &Meeting, person: PersonId) -> Option<&'static str> {
    if is_online(&meeting.head.venue) {
        return None;
    }
    let mut entries = meeting.movements_of(person).filter(|movement| movement.what.is_in()).peekable();
    let online = |movement: &Movement| movement.mode == Mode::Online;
    let first = entries.peek().copied().is_some_and(online);
    match (first, entries.all(|movement| online(movement) == first)) {
        (true, true) => Some("online"),
        (false, true) => None,
        (_, false) => Some("partly online"),
    }
}

/// Whether a venue is no place.
pub(super) fn is_online(venue: &str) -> bool {
    venue.trim().to_lowercase().starts_with("online")
}

/// Those who sent apologies, with who sat instead.
pub(super) fn apologies(meeting: &Meeting) -> Vec<String> {
    let entry = |apology: &Apology| {
        let name = meeting.person(apology.person).map(|person| person.name.as_str())?;
        let instead = apology.substitute.map(|id| format!("substituted by {}", called(meeting, id)));
        Some(with_brackets(name, instead.as_slice()))
    };
    meeting.apologies.iter().filter_map(entry).collect()
}

/// The members who were not there and had sent no apologies, as marked at the roll call.
pub(super) fn absent(meeting: &Meeting) -> Vec<String> {
    let is_absent =
        |person: &&Person| person.membership.sits() && meeting.standing(person.id) == Standing::Absent;
    meeting.people.iter().filter(is_absent).map(|person| person.name.clone()).collect()
}

/// Everybody else who was there, with post and organisation.
pub(super) fn in_attendance(meeting: &Meeting) -> Vec<String> {
    let others = meeting.people.iter().filter(|person| !person.membership.sits());
    let there = others.filter(|person| meeting.attended(person.id));
    there.map(|person| with_brackets(&person.full(), link(meeting, person.id).as_slice())).collect()
}

/// Those who declared an interest, each once.
pub(super) fn declared(meeting: &Meeting) -> Vec<&str> {
    let mut names = Vec::new();
    for person in meeting.declarations.iter().filter_map(|declared| meeting.person(declared.person)) {
        if !names.contains(&person.name.as_str()) {
            names.push(person.name.as_str());
        }
    }
    names
}

/// A name with what is said about it in brackets, joining brackets it has already.
fn with_brackets(name: &str, said: &[impl AsRef<str>]) -> String {
    if said.is_empty() {
        return name.to_owned();
    }
    let said = said.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
    match name.strip_suffix(')') {
        Some(open) => format!("{open}, {said})"),
        None => format!("{name} ({said})"),
    }
}

/// The title of the person in the chair, as the body prints it.
pub(super) fn chair(meeting: &Meeting) -> String {
    let chairs = meeting.chairs();
    let presided = chairs.iter().find(|person| meeting.attended(person.id)).or_else(|| chairs.first());
    presided.map_or_else(|| "Chair".to_owned(), |person| person.role.clone())
}
