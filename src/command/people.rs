//! Verbs of people: the roll call, apologies and substitutes, who somebody is. What happens to the roll while
//! the meeting goes on is in [`super::movements`].

use super::{Command, Possible, Scope, always, forms};
use crate::desk::{Desk, Overlay};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{ApologyId, MovementId, PersonId};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::people::{Apology, Membership, Move, Movement, Person, Standing};

/// A command that has to do with people.
macro_rules! people {
    ($name:literal, $help:literal, $scope:expr, $keys:expr, $foot:literal, $when:expr, $run:expr) => {
        $crate::command::Command {
            name: $name,
            help: $help,
            group: $crate::command::Group::People,
            scope: $scope,
            keys: $keys,
            foot: $foot,
            when: $when,
            run: $run,
        }
    };
}
pub(super) use people;

pub(super) static COMMANDS: [Command; 11] = [
    people!(
        "attendance",
        "Opens the roll: who is present, who sent apologies, who came and went.",
        Scope::Writing,
        &["F2", "Alt-2"],
        "People",
        always,
        |desk| {
            desk.overlays.push(Overlay::Roll(crate::desk::roll::Roll::default()));
        }
    ),
    people!(
        "all-present",
        "Marks every member present who is not marked yet.",
        Scope::Roll,
        &["*", "!"],
        "All",
        somebody_unmarked,
        all_present
    ),
    people!(
        "mark-present",
        "Marks the person present from the start and goes to the next.",
        Scope::Roll,
        &["p", "P"],
        "Present",
        somebody,
        |desk| mark(desk, present)
    ),
    people!(
        "mark-apologies",
        "Records the person's apologies and goes to the next.",
        Scope::Roll,
        &["a", "A"],
        "Apologies",
        somebody,
        |desk| mark(desk, apologies)
    ),
    people!(
        "mark-absent",
        "Records that the person is absent and sent no apologies, and goes to the next.",
        Scope::Roll,
        &["x", "X"],
        "Absent",
        somebody,
        |desk| mark(desk, absent)
    ),
    people!(
        "clear-mark",
        "Takes every mark of the roll from the person and goes to the next.",
        Scope::Roll,
        &["Backspace", "Minus"],
        "",
        somebody,
        |desk| mark(desk, |_, _| Vec::new())
    ),
    people!(
        "mark-substitute",
        "Records apologies and who sits instead.",
        Scope::Roll,
        &["s", "S"],
        "Substitute",
        somebody,
        substitute
    ),
    people!(
        "new-person",
        "Adds somebody to the roll.",
        Scope::Roll,
        &["n", "N", "Insert"],
        "",
        always,
        |desk| {
            let form = forms::person(desk, None);
            desk.ask(form);
        }
    ),
    people!(
        "import-people",
        "Adds the people of a list (CSV) who are not on the roll yet.",
        Scope::Everywhere,
        &[],
        "",
        always,
        |desk| desk.ask(forms::people())
    ),
    people!(
        "person-details",
        "Changes the person's name, post, role or membership.",
        Scope::Roll,
        &["Enter", "e"],
        "",
        somebody,
        |desk| {
            let form = forms::person(desk, marked(desk));
            desk.ask(form);
        }
    ),
    people!(
        "remove-person",
        "Removes somebody who was entered by mistake.",
        Scope::Roll,
        &["Delete"],
        "",
        somebody,
        remove_person
    ),
];

/// The person marked in the roll.
pub(super) fn marked(desk: &Desk) -> Option<PersonId> {
    match desk.overlay() {
        Some(Overlay::Roll(roll)) => roll.person(desk.meeting()),
        _ => None,
    }
}

pub(super) fn somebody(desk: &Desk) -> Possible {
    if marked(desk).is_some() {
        Ok(())
    } else {
        Err("Open the roll with attendance first; n adds somebody to it.".into())
    }
}

/// Members and substitutes of whom nothing is recorded.
fn unmarked(meeting: &Meeting) -> impl Iterator<Item = &Person> {
    let sitting = meeting.people.iter().filter(|person| person.membership.sits());
    sitting.filter(|person| meeting.standing(person.id) == Standing::Unmarked)
}

/// Whether the meeting is open and everybody is marked.
pub(super) fn is_called(desk: &Desk) -> bool {
    let meeting = desk.meeting();
    meeting.course.status == Status::Open && unmarked(meeting).next().is_none()
}

fn somebody_unmarked(desk: &Desk) -> Possible {
    somebody(desk)?;
    if unmarked(desk.meeting()).next().is_some() {
        Ok(())
    } else {
        Err("Everybody is marked already.".into())
    }
}

pub(super) fn next_row(desk: &mut Desk) {
    let meeting = desk.session.meeting();
    if let Some(Overlay::Roll(roll)) = desk.overlays.last_mut() {
        roll.step(meeting, 1);
    }
}

/// The edits that take every mark of the roll from a person.
pub(super) fn cleared(meeting: &Meeting, person: PersonId) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut before = None;
    for movement in &meeting.attendance {
        if movement.person == person {
            edits.push(Edit::remove(before, Thing::Movement(movement.clone())));
        } else {
            before = Some(u32::from(movement.id));
        }
    }
    let mut before = None;
    for apology in &meeting.apologies {
        if apology.person == person {
            edits.push(Edit::remove(before, Thing::Apology(apology.clone())));
        } else {
            before = Some(u32::from(apology.id));
        }
    }
    edits
}

/// The last of the edits that stand at the end of a list after others were taken out of it.
fn last_kept<'a, T: 'a>(list: &'a [T], gone: impl Fn(&T) -> bool, id: impl Fn(&T) -> u32) -> Option<u32> {
    list.iter().rev().find(|thing| !gone(thing)).map(id)
}

/// Marks the person afresh and goes to the next.
fn mark(desk: &mut Desk, marks: fn(&mut Desk, PersonId) -> Vec<Edit>) {
    let Some(person) = marked(desk) else { return };
    let meeting = desk.meeting();
    let name = meeting.person(person).map(|person| person.name.clone()).unwrap_or_default();
    let gone = meeting.movements_of(person).filter(|movement| !movement.what.is_of_the_roll_call()).count();
    let mut edits = cleared(meeting, person);
    edits.extend(marks(desk, person));
    if desk.change("Marked the roll", edits) && gone > 0 {
        desk.say(format!("Marked {name} afresh; what was recorded of coming and going went. u undoes it."));
    }
    next_row(desk);
}

/// A mark of the roll call.
pub(super) fn at_the_roll_call(desk: &mut Desk, person: PersonId, what: Move) -> Movement {
    Movement::new(MovementId(desk.session.draw_id()), person, what)
}

/// The edit that puts a movement at the end of the log, from which the movements of `cleared` have gone.
pub(super) fn logged(meeting: &Meeting, movement: Movement, cleared: PersonId) -> Edit {
    let gone = |movement: &Movement| movement.person == cleared;
    let after = last_kept(&meeting.attendance, gone, |movement| movement.id.into());
    Edit::insert(after, Thing::Movement(movement))
}

fn present(desk: &mut Desk, person: PersonId) -> Vec<Edit> {
    let movement = at_the_roll_call(desk, person, Move::Present);
    vec![logged(desk.meeting(), movement, person)]
}

fn absent(desk: &mut Desk, person: PersonId) -> Vec<Edit> {
    let movement = at_the_roll_call(desk, person, Move::Absent);
    vec![logged(desk.meeting(), movement, person)]
}

fn apologies(desk: &mut Desk, person: PersonId) -> Vec<Edit> {
    vec![apology(desk, person, None)]
}

/// The edit that records an apology, after every earlier mark of the person has gone.
pub(super) fn apology(desk: &mut Desk, person: PersonId, substitute: Option<PersonId>) -> Edit {
    let apology = Apology { id: ApologyId(desk.session.draw_id()), person, substitute };
    let gone = |apology: &Apology| apology.person == person;
    let after = last_kept(&desk.meeting().apologies, gone, |apology| apology.id.into());
    Edit::insert(after, Thing::Apology(apology))
}

/// The edits that put somebody down as sitting for a member who sent apologies.
pub(super) fn substituted(desk: &mut Desk, member: PersonId, name: &str) -> Vec<Edit> {
    let mut edits = cleared(desk.meeting(), member);
    let known = desk.meeting().people.iter().find(|person| person.name.to_lowercase() == name.to_lowercase());
    let substitute = known.map(|person| person.id).unwrap_or_else(|| {
        let id = PersonId(desk.session.draw_id());
        let membership = Membership::Substitute;
        let person = Person { membership, ..Person::new(id, name) };
        edits.push(Edit::insert(Some(member.into()), Thing::Person(person)));
        id
    });
    edits.push(apology(desk, member, Some(substitute)));
    if desk.meeting().standing(substitute) != Standing::In {
        let movement = at_the_roll_call(desk, substitute, Move::Present);
        edits.push(logged(desk.meeting(), movement, member));
    }
    edits
}

fn substitute(desk: &mut Desk) {
    let Some(person) = marked(desk) else { return };
    let form = forms::substitute(desk, person);
    desk.ask(form);
    let profile = desk.profile();
    if !profile.substitutes {
        let name = &profile.name;
        desk.warn(format!("The profile {name} has no substitutes; Esc leaves it. A profile only warns."));
    }
}

fn all_present(desk: &mut Desk) {
    let people: Vec<PersonId> = unmarked(desk.meeting()).map(|person| person.id).collect();
    let mut after = desk.meeting().attendance.last().map(|movement| movement.id.into());
    let mut edits = Vec::new();
    for person in &people {
        let movement = at_the_roll_call(desk, *person, Move::Present);
        let id = movement.id;
        edits.push(Edit::insert(after, Thing::Movement(movement)));
        after = Some(id.into());
    }
    if desk.change("Marked everybody present", edits) {
        let others = if others_wait(desk.meeting()) { "; officers and guests who are: p" } else { "" };
        desk.say(format!(
            "Marked {} present. Now mark who is not here: a apologies, x absent{others}.",
            people.len()
        ));
    }
}

/// Whether somebody who is no member is on the roll and not marked: they are not in the minutes until they are.
fn others_wait(meeting: &Meeting) -> bool {
    let others = meeting.people.iter().filter(|person| person.membership != Membership::Member);
    others.into_iter().any(|person| meeting.standing(person.id) == Standing::Unmarked)
}

fn remove_person(desk: &mut Desk) {
    let Some(id) = marked(desk) else { return };
    let meeting = desk.meeting();
    let Some(at) = meeting.people.iter().position(|person| person.id == id) else { return };
    let Some(person) = meeting.people.get(at).cloned() else { return };
    let after = at.checked_sub(1).and_then(|at| meeting.people.get(at)).map(|person| person.id.into());
    let mut edits = cleared(meeting, id);
    let name = person.name.clone();
    edits.push(Edit::remove(after, Thing::Person(person)));
    if desk.change("Removed somebody", edits) {
        desk.say(format!("Removed {name}. Undo brings them back."));
        let meeting = desk.session.meeting();
        if let Some(Overlay::Roll(roll)) = desk.overlays.last_mut() {
            roll.step(meeting, 0);
        }
    } else {
        desk.warn(format!("A declaration, a motion or a substitution speaks of {name}."));
    }
}
