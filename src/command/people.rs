//! Verbs of people: the roll, movements, apologies and substitutes, declarations of interest.

use super::{Command, Group, Possible, Scope, always, forms};
use crate::desk::{Desk, Overlay};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{ApologyId, MovementId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::people::{Apology, Mode, Move, Movement, Person, Standing};
use chrono::Timelike;

macro_rules! people {
    ($name:literal, $help:literal, $scope:expr, $keys:expr, $foot:literal, $when:expr, $run:expr) => {
        Command {
            name: $name,
            help: $help,
            group: Group::People,
            scope: $scope,
            keys: $keys,
            foot: $foot,
            when: $when,
            run: $run,
        }
    };
}

pub(super) static COMMANDS: [Command; 15] = [
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
        "All present",
        somebody,
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
        "Takes every mark from the person and goes to the next.",
        Scope::Roll,
        &["x", "X"],
        "Absent",
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
        "mark-late",
        "Records that the person arrives now.",
        Scope::Roll,
        &["l", "L"],
        "Late",
        somebody,
        |desk| movement(desk, Move::Arrived)
    ),
    people!(
        "mark-left",
        "Records that the person leaves now.",
        Scope::Roll,
        &["o", "O"],
        "Left",
        somebody,
        |desk| movement(desk, Move::Left)
    ),
    people!(
        "mark-withdrew",
        "Records that the person withdraws now because of an interest.",
        Scope::Roll,
        &["w", "W"],
        "",
        somebody,
        |desk| movement(desk, Move::Withdrew)
    ),
    people!(
        "mark-returned",
        "Records that the person returns now.",
        Scope::Roll,
        &["b", "B"],
        "",
        somebody,
        |desk| movement(desk, Move::Returned)
    ),
    people!(
        "mark-remote",
        "Says that the person attends from elsewhere, or in the room after all.",
        Scope::Roll,
        &["r", "R"],
        "Remote",
        somebody,
        remote
    ),
    people!(
        "new-person",
        "Adds somebody to the roll.",
        Scope::Roll,
        &["n", "N", "Insert"],
        "New",
        always,
        |desk| {
            let form = forms::person(desk, None);
            desk.overlays.push(Overlay::Form(form));
        }
    ),
    people!(
        "import-people",
        "Adds the people of a list (CSV) who are not on the roll yet.",
        Scope::Everywhere,
        &[],
        "",
        always,
        |desk| desk.overlays.push(Overlay::Form(forms::people()))
    ),
    people!(
        "person-details",
        "Changes the person's name, post, role or membership.",
        Scope::Roll,
        &["Enter", "e"],
        "Change",
        somebody,
        |desk| {
            let form = forms::person(desk, marked(desk));
            desk.overlays.push(Overlay::Form(form));
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
fn marked(desk: &Desk) -> Option<PersonId> {
    match desk.overlay() {
        Some(Overlay::Roll(roll)) => roll.person(desk.meeting()),
        _ => None,
    }
}

fn somebody(desk: &Desk) -> Possible {
    if marked(desk).is_some() {
        Ok(())
    } else {
        Err("Open the roll with attendance first; n adds somebody to it.".into())
    }
}

fn next_row(desk: &mut Desk) {
    let meeting = desk.session.meeting();
    if let Some(Overlay::Roll(roll)) = desk.overlays.last_mut() {
        roll.step(meeting, 1);
    }
}

/// The edits that take every mark of the roll from a person.
fn cleared(meeting: &Meeting, person: PersonId) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut before = None;
    for movement in &meeting.attendance {
        if movement.person == person {
            edits.push(Edit::Remove { after: before, thing: Thing::Movement(movement.clone()) });
        } else {
            before = Some(u32::from(movement.id));
        }
    }
    let mut before = None;
    for apology in &meeting.apologies {
        if apology.person == person {
            edits.push(Edit::Remove { after: before, thing: Thing::Apology(apology.clone()) });
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
    let mut edits = cleared(desk.meeting(), person);
    edits.extend(marks(desk, person));
    desk.change("Marked the roll", edits);
    next_row(desk);
}

/// Somebody who is there when the roll is called.
fn at_the_roll_call(desk: &mut Desk, person: PersonId, mode: Mode) -> Movement {
    let id = MovementId(desk.session.draw_id());
    Movement { id, person, what: Move::Present, item: None, at: None, mode, why: String::new() }
}

/// The edit that puts a movement at the end of the log, from which the movements of `cleared` have gone.
fn logged(meeting: &Meeting, movement: Movement, cleared: PersonId) -> Edit {
    let gone = |movement: &Movement| movement.person == cleared;
    let after = last_kept(&meeting.attendance, gone, |movement| movement.id.into());
    Edit::Insert { after, thing: Thing::Movement(movement) }
}

fn present(desk: &mut Desk, person: PersonId) -> Vec<Edit> {
    let movement = at_the_roll_call(desk, person, Mode::Room);
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
    Edit::Insert { after, thing: Thing::Apology(apology) }
}

/// The edits that put somebody down as sitting for a member who sent apologies.
pub(super) fn substituted(desk: &mut Desk, member: PersonId, name: &str) -> Vec<Edit> {
    let mut edits = cleared(desk.meeting(), member);
    let known = desk.meeting().people.iter().find(|person| person.name.to_lowercase() == name.to_lowercase());
    let substitute = known.map(|person| person.id).unwrap_or_else(|| {
        let id = PersonId(desk.session.draw_id());
        let membership = crate::domain::people::Membership::Substitute;
        let person = Person { membership, ..Person::new(id, name) };
        edits.push(Edit::Insert { after: Some(member.into()), thing: Thing::Person(person) });
        id
    });
    edits.push(apology(desk, member, Some(substitute)));
    if desk.meeting().standing(substitute) != Standing::In {
        let movement = at_the_roll_call(desk, substitute, Mode::Room);
        edits.push(logged(desk.meeting(), movement, member));
    }
    edits
}

fn substitute(desk: &mut Desk) {
    if let Some(person) = marked(desk) {
        let form = forms::substitute(desk, person);
        desk.overlays.push(Overlay::Form(form));
    }
}

fn all_present(desk: &mut Desk) {
    let meeting = desk.meeting();
    let unmarked: Vec<PersonId> = meeting
        .people
        .iter()
        .filter(|person| person.membership.sits() && meeting.standing(person.id) == Standing::Unmarked)
        .map(|person| person.id)
        .collect();
    let mut after = meeting.attendance.last().map(|movement| movement.id.into());
    let mut edits = Vec::new();
    for person in &unmarked {
        let movement = at_the_roll_call(desk, *person, Mode::Room);
        let id = movement.id;
        edits.push(Edit::Insert { after, thing: Thing::Movement(movement) });
        after = Some(id.into());
    }
    if desk.change("Marked everybody present", edits) {
        desk.say(format!(
            "Marked {} present. Now mark who is not here: a apologies, x absent.",
            unmarked.len()
        ));
    } else {
        desk.say("Everybody is marked already.");
    }
}

/// Records a movement at this time and item. An arrival of somebody who was there before is a return.
fn movement(desk: &mut Desk, what: Move) {
    let Some(person) = marked(desk) else { return };
    let standing = desk.meeting().standing(person);
    let name = desk.meeting().person(person).map(|person| person.name.clone()).unwrap_or_default();
    let what = match (what, standing) {
        (Move::Arrived, Standing::Out) => Move::Returned,
        (Move::Returned, Standing::Unmarked | Standing::Apologies) => Move::Arrived,
        _ => what,
    };
    if what.is_in() == (standing == Standing::In) {
        let is = if what.is_in() { "is in the room already" } else { "is not in the room" };
        return desk.warn(format!("{name} {is}."));
    }
    let item = desk.writing.item;
    let at = desk.clock.and_then(|now| now.time().with_second(0)?.with_nanosecond(0));
    let movement = Movement {
        id: MovementId(desk.session.draw_id()),
        person,
        what,
        item,
        at,
        mode: Mode::Room,
        why: String::new(),
    };
    let after = desk.meeting().attendance.last().map(|movement| movement.id.into());
    let sentence = format!("{name} {}.", what.verb());
    // Whoever comes after all is no longer down for apologies.
    let came_after_all = standing == Standing::Apologies && what.is_in();
    let mut edits = if came_after_all { cleared(desk.meeting(), person) } else { Vec::new() };
    edits.push(Edit::Insert { after, thing: Thing::Movement(movement) });
    if desk.change("Recorded a movement", edits) {
        desk.say(sentence);
    }
}

fn remote(desk: &mut Desk) {
    let Some(person) = marked(desk) else { return };
    let Some(last) = desk.meeting().movements_of(person).next_back().cloned() else {
        mark_remote(desk, person);
        return;
    };
    let mode = if last.mode == Mode::Online { Mode::Room } else { Mode::Online };
    let new = Movement { mode, ..last.clone() };
    desk.change(
        "Changed how somebody attends",
        vec![Edit::Replace { old: Thing::Movement(last), new: Thing::Movement(new) }],
    );
    next_row(desk);
}

fn mark_remote(desk: &mut Desk, person: PersonId) {
    let mut edits = cleared(desk.meeting(), person);
    let movement = at_the_roll_call(desk, person, Mode::Online);
    edits.push(logged(desk.meeting(), movement, person));
    desk.change("Marked the roll", edits);
    next_row(desk);
}

fn remove_person(desk: &mut Desk) {
    let Some(id) = marked(desk) else { return };
    let meeting = desk.meeting();
    let Some(at) = meeting.people.iter().position(|person| person.id == id) else { return };
    let Some(person) = meeting.people.get(at).cloned() else { return };
    let after = at.checked_sub(1).and_then(|at| meeting.people.get(at)).map(|person| person.id.into());
    let mut edits = cleared(meeting, id);
    let name = person.name.clone();
    edits.push(Edit::Remove { after, thing: Thing::Person(person) });
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
