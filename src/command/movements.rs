//! Verbs of movements: who came and went while the meeting was in session, and putting right what was recorded
//! of it. Where in the minutes a movement is told follows from what is recorded here.

use super::answers::read_time;
use super::people::people;
use super::people::{at_the_roll_call, cleared, logged, marked, next_row, somebody};
use super::{Command, Possible, Scope, forms};
use crate::desk::form::Form;
use crate::desk::picker::{Choice, Pick, Picker, Purpose};
use crate::desk::{Desk, Overlay};
use crate::domain::agenda::Item;
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{BlockId, ItemId, MovementId, PersonId};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::people::{Mode, Move, Movement, Standing};
use chrono::{NaiveTime, Timelike};

pub(super) static COMMANDS: [Command; 9] = [
    people!(
        "mark-late",
        "Records that the person arrives now, and was not there from the start.",
        Scope::Roll,
        &["l", "L"],
        "Late",
        has_begun,
        |desk| record_marked(desk, Move::Arrived)
    ),
    people!(
        "mark-left",
        "Records that the person leaves now, until they return.",
        Scope::Roll,
        &["o", "O"],
        "Left",
        somebody,
        |desk| record_marked(desk, Move::Left)
    ),
    people!(
        "mark-returned",
        "Records that the person returns now.",
        Scope::Roll,
        &["b", "B"],
        "Back",
        somebody,
        |desk| record_marked(desk, Move::Returned)
    ),
    people!(
        "mark-left-for-good",
        "Records that the person leaves now and will not return.",
        Scope::Roll,
        &["g", "G"],
        "Gone",
        somebody,
        |desk| record_marked(desk, Move::LeftForGood)
    ),
    people!(
        "mark-withdrew",
        "Records that the person withdraws now because of an interest.",
        Scope::Roll,
        &["w", "W"],
        "Withdrew",
        somebody,
        |desk| record_marked(desk, Move::Withdrew)
    ),
    people!(
        "mark-connection",
        "Records that the person's connection drops now, or is there again.",
        Scope::Roll,
        &["c", "C"],
        "",
        somebody,
        connection
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
        "person-movements",
        "Lists what is recorded of the person's coming and going, to correct or delete it.",
        Scope::Roll,
        &["m", "M"],
        "Movements",
        has_moved,
        |desk| {
            let person = marked(desk);
            list(desk, person);
        }
    ),
    people!(
        "movements",
        "Lists who came and went, to correct or delete what is recorded.",
        Scope::Writing,
        &[],
        "",
        somebody_moved,
        |desk| list(desk, None)
    ),
];

/// Nobody is late for a meeting that is not open yet.
fn has_begun(desk: &Desk) -> Possible {
    somebody(desk)?;
    match desk.meeting().course.status {
        Status::Prepared => Err("Nobody is late before the meeting is open; whoever is here is p.".into()),
        _ => Ok(()),
    }
}

fn has_moved(desk: &Desk) -> Possible {
    somebody(desk)?;
    let moved = marked(desk).is_some_and(|person| desk.meeting().movements_of(person).next().is_some());
    if moved { Ok(()) } else { Err("Nothing is recorded of this person's coming and going.".into()) }
}

fn somebody_moved(desk: &Desk) -> Possible {
    if desk.meeting().attendance.is_empty() {
        Err("Nobody is marked yet; open the roll with attendance.".into())
    } else {
        Ok(())
    }
}

fn record_marked(desk: &mut Desk, what: Move) {
    if let Some(person) = marked(desk) {
        record(desk, person, what);
    }
}

/// What a movement is for somebody who stands so on the roll: an arrival of somebody who was there before is
/// a return, and a return after the connection dropped is one of the connection.
fn fitting(meeting: &Meeting, person: PersonId, what: Move) -> Move {
    let dropped = meeting.movements_of(person).next_back().is_some_and(|last| last.what == Move::Dropped);
    match (what, meeting.standing(person)) {
        (Move::Arrived | Move::Returned, Standing::Out) if dropped => Move::Rejoined,
        (Move::Arrived, Standing::Out) => Move::Returned,
        (Move::Returned, Standing::Unmarked | Standing::Apologies | Standing::Absent) => Move::Arrived,
        _ => what,
    }
}

/// How somebody attends after a movement: as before, but online when the connection is there again.
fn mode_after(meeting: &Meeting, person: PersonId, what: Move) -> Mode {
    let before = meeting.movements_of(person).rfind(|movement| movement.what.is_in());
    match what {
        Move::Rejoined => Mode::Online,
        Move::Returned | Move::Arrived => before.map_or(Mode::Room, |before| before.mode),
        _ => Mode::Room,
    }
}

/// Records a movement at this time and item. Returns whether it was recorded; if not, it has been said why.
pub(super) fn record(desk: &mut Desk, person: PersonId, what: Move) -> bool {
    record_with(desk, person, what, None)
}

/// The same, with something else that belongs to the same step.
pub(super) fn record_with(desk: &mut Desk, person: PersonId, what: Move, beside: Option<Edit>) -> bool {
    let meeting = desk.meeting();
    let standing = meeting.standing(person);
    let name = meeting.person(person).map(|person| person.name.clone()).unwrap_or_default();
    let what = fitting(meeting, person, what);
    let is_late_after_all = what == Move::Arrived && was_called_present(meeting, person);
    if what.is_in() == (standing == Standing::In) && !is_late_after_all {
        let is = if what.is_in() { "is in the room already" } else { "is not in the room" };
        desk.warn(format!("{name} {is}."));
        return false;
    }
    let (mut edits, at) = recording(desk, person, what);
    edits.extend(beside);
    let recorded = desk.change("Recorded a movement", edits);
    if recorded {
        let at = at.map(|at| at.format(" at %H:%M").to_string()).unwrap_or_default();
        let start = if is_late_after_all { ", and was not there from the start" } else { "" };
        desk.say(format!("{name} {}{at}{start}.", what.verb()));
    }
    recorded
}

/// Whether all that is recorded of somebody is that they were there at the roll call.
fn was_called_present(meeting: &Meeting, person: PersonId) -> bool {
    let mut movements = meeting.movements_of(person).map(|movement| movement.what);
    movements.next() == Some(Move::Present) && movements.next().is_none()
}

/// The edits that record a movement, and its time.
pub(super) fn recording(desk: &mut Desk, person: PersonId, what: Move) -> (Vec<Edit>, Option<NaiveTime>) {
    let here = desk.writing.item;
    let movement = moving(desk, person, what, here);
    let at = movement.at;
    let meeting = desk.meeting();
    // Whoever comes after all is no longer down for apologies.
    let came_after_all = meeting.standing(person) == Standing::Apologies && what.is_in();
    // With everybody marked present at once, who is not there yet is seen only when they come.
    let is_late_after_all = what == Move::Arrived && was_called_present(meeting, person);
    let mut edits = Vec::new();
    if came_after_all || is_late_after_all {
        edits.extend(cleared(meeting, person));
        edits.push(logged(meeting, movement, person));
    } else {
        let after = meeting.attendance.last().map(|movement| movement.id.into());
        edits.push(Edit::insert(after, Thing::Movement(movement)));
    }
    // Whatever happens at an item, it has been reached.
    edits.extend(desk.taking());
    (edits, at)
}

/// A movement now, during an item if the meeting is open, as it goes into the log.
pub(super) fn moving(desk: &mut Desk, person: PersonId, what: Move, item: Option<ItemId>) -> Movement {
    let id = MovementId(desk.session.draw_id());
    let meeting = desk.meeting();
    let begun = meeting.course.status >= Status::Open;
    let item = item.and_then(|item| meeting.item(item)).filter(|_| begun);
    Movement {
        item: item.map(|item| item.id),
        after: item.and_then(last_minuted),
        at: desk.clock.and_then(|now| now.time().with_second(0)?.with_nanosecond(0)),
        mode: mode_after(meeting, person, what),
        ..Movement::new(id, person, what)
    }
}

/// What was minuted last under an item: the block that was begun last, of those that will be printed.
fn last_minuted(item: &Item) -> Option<BlockId> {
    let printed = item.minutes.iter().filter(|block| !block.is_private() && !block.text.trim().is_empty());
    printed.max_by_key(|block| block.begun).map(|block| block.id)
}

/// The connection of somebody drops, or is there again.
fn connection(desk: &mut Desk) {
    let Some(person) = marked(desk) else { return };
    let there = desk.meeting().standing(person) == Standing::In;
    record(desk, person, if there { Move::Dropped } else { Move::Rejoined });
}

fn remote(desk: &mut Desk) {
    let Some(person) = marked(desk) else { return };
    let last = desk.meeting().movements_of(person).next_back().cloned();
    let edits = match last.filter(|last| last.what.is_in()) {
        Some(last) => {
            let mode = if last.mode == Mode::Online { Mode::Room } else { Mode::Online };
            let new = Movement { mode, ..last.clone() };
            vec![Edit::replace(Thing::Movement(last), Thing::Movement(new))]
        }
        None if desk.meeting().standing(person) == Standing::Out => {
            return desk.warn("Record the return first: b for back, c for the connection.");
        }
        None => {
            let present = at_the_roll_call(desk, person, Move::Present);
            let mut edits = cleared(desk.meeting(), person);
            edits.push(logged(desk.meeting(), Movement { mode: Mode::Online, ..present }, person));
            edits
        }
    };
    desk.change("Changed how somebody attends", edits);
    next_row(desk);
}

/// Opens the list of movements: of one person, or of everybody.
fn list(desk: &mut Desk, person: Option<PersonId>) {
    let meeting = desk.meeting();
    let log = meeting.attendance.iter();
    let listed = log.filter(|movement| person.is_none_or(|person| movement.person == person));
    let choices = listed.map(|movement| choice(meeting, movement)).collect();
    desk.overlays.push(Overlay::Picker(Picker::new(Purpose::Movements, choices)));
}

fn choice(meeting: &Meeting, movement: &Movement) -> Choice {
    let name = meeting.person(movement.person).map_or("Somebody", |person| &person.name);
    let online = if movement.what.is_in() && movement.mode == Mode::Online { " online" } else { "" };
    let why = if movement.why.is_empty() { String::new() } else { format!(" ({})", movement.why) };
    let at = movement.at.map_or("     ".to_owned(), |at| at.format("%H:%M").to_string());
    let item = movement.item.and_then(|item| meeting.item(item)).map(Item::name).unwrap_or_default();
    Choice {
        name: format!("{at}  {name} {}{online}{why}", movement.what.word()),
        detail: item,
        side: String::new(),
        barred: None,
        pick: Pick::Movement(movement.id),
    }
}

/// Opens the form of a movement.
pub(super) fn open(desk: &mut Desk, id: MovementId) {
    let form = desk
        .meeting()
        .attendance
        .iter()
        .find(|movement| movement.id == id)
        .map(|movement| forms::movement(desk, movement));
    desk.overlays.extend(form.map(Overlay::Form));
}

/// The edit that takes a movement out of the log.
pub(super) fn removal(meeting: &Meeting, id: MovementId) -> Option<Edit> {
    let at = meeting.attendance.iter().position(|movement| movement.id == id)?;
    let after = at.checked_sub(1).and_then(|at| meeting.attendance.get(at)).map(|before| before.id.into());
    Some(Edit::remove(after, Thing::Movement(meeting.attendance.get(at)?.clone())))
}

/// Settles the form of a movement.
pub(super) fn settle(desk: &mut Desk, form: &Form, id: MovementId) -> Result<(), String> {
    let meeting = desk.meeting();
    let Some(old) = meeting.attendance.iter().find(|movement| movement.id == id).cloned() else {
        return Err("the movement has gone meanwhile".into());
    };
    let time = form.words("Time");
    let item = form.chosen("Item").checked_sub(1).and_then(|at| meeting.items.get(at));
    // The places that are offered are those of the item as it was when the form was opened.
    let same = item.map(|item| item.id) == old.item;
    let chosen = form.chosen("Below").checked_sub(1);
    let after = item.filter(|_| same).and_then(|item| item.minutes.get(chosen?)).map(|block| block.id);
    let new = Movement {
        what: Move::ALL.get(form.chosen("What")).copied().unwrap_or(old.what),
        at: if time.is_empty() { None } else { Some(read_time(&time)?) },
        item: item.map(|item| item.id),
        after,
        mode: if form.chosen("How") == 1 { Mode::Online } else { Mode::Room },
        why: form.words("Why"),
        ..old.clone()
    };
    let edits = putting(meeting, old, new);
    if desk.change("Corrected a movement", edits) {
        desk.say("Corrected; the minutes follow.");
    }
    Ok(())
}

/// The edits that put a movement in place of another, where its time puts it in the log.
fn putting(meeting: &Meeting, old: Movement, new: Movement) -> Vec<Edit> {
    if new.at == old.at || new.at.is_none() {
        return vec![Edit::replace(Thing::Movement(old), Thing::Movement(new))];
    }
    let earlier =
        |movement: &&Movement| movement.id != old.id && (movement.at.is_none() || movement.at <= new.at);
    let after = meeting.attendance.iter().rev().find(earlier).map(|movement| movement.id.into());
    let insert = Edit::insert(after, Thing::Movement(new));
    removal(meeting, old.id).into_iter().chain([insert]).collect()
}
