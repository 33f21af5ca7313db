//! Verbs of names: completing one, putting somebody on the roll who has just been named, and making one person
//! of two entries. Who is meant by which words is known in [`crate::domain::names`].

use super::movements::recording;
use super::people::people;
use super::people::{at_the_roll_call, marked, somebody};
use super::{Command, Possible, Scope, forms, in_a_paragraph};
use crate::desk::form::Form;
use crate::desk::{Desk, Overlay};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{MovementId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::merge;
use crate::domain::people::{Membership, Move, Movement, Person, Standing};

pub(super) static COMMANDS: [Command; 3] = [
    people!(
        "complete-name",
        "Completes the name before the cursor; once more turns it into its next form.",
        Scope::Writing,
        &["Alt-C"],
        "",
        in_a_paragraph,
        |desk| {
            if !desk.complete_name() {
                desk.say("Nobody on the roll is called so; type the beginning of a name first.");
            }
        }
    ),
    people!(
        "put-on-roll",
        "Puts whoever has just been named, and is not down as present, on the roll as here.",
        Scope::Writing,
        &["Alt-J"],
        "",
        somebody_in_doubt,
        put_on_roll
    ),
    people!(
        "merge-person",
        "Makes one person of two entries on the roll; everything recorded of either is kept.",
        Scope::Roll,
        &["="],
        "",
        somebody,
        |desk| {
            if let Some(person) = marked(desk) {
                let form = forms::merge(desk, person);
                desk.ask(form);
            }
        }
    ),
];

fn somebody_in_doubt(desk: &Desk) -> Possible {
    if desk.doubt().is_some() {
        Ok(())
    } else {
        Err("Nobody was just named here who is not down as present.".into())
    }
}

/// Puts down as here whoever was named: a stranger as a guest, somebody not marked as present from the start,
/// anybody else as having come now.
fn put_on_roll(desk: &mut Desk) {
    let Some(doubt) = desk.doubt().cloned() else { return };
    let (edits, said) = match doubt.person {
        None => stranger(desk, &doubt.words),
        Some(person) => {
            let name = desk.meeting().person(person).map(|person| person.name.clone()).unwrap_or_default();
            match desk.meeting().standing(person) {
                Standing::Unmarked => {
                    let present = at_the_roll_call(desk, person, Move::Present);
                    (vec![last_in_the_log(desk.meeting(), present)], format!("{name} is down as present."))
                }
                Standing::Out => (recording(desk, person, Move::Returned).0, format!("{name} returned now.")),
                _ => (recording(desk, person, Move::Arrived).0, format!("{name} arrived now.")),
            }
        }
    };
    if desk.change("Put somebody on the roll", edits) {
        desk.settle_doubt();
        desk.say(format!("{said} The roll (F2) corrects it; undo takes it back."));
    }
}

/// The edits that put somebody on the roll of whom only the name is known, and what is said about it.
fn stranger(desk: &mut Desk, name: &str) -> (Vec<Edit>, String) {
    let id = PersonId(desk.session.draw_id());
    let person = Person { membership: Membership::Guest, ..Person::new(id, name) };
    let after = desk.meeting().people.last().map(|last| last.id.into());
    let put = Edit::insert(after, Thing::Person(person));
    let present = Movement::new(MovementId(desk.session.draw_id()), id, Move::Present);
    (vec![put, last_in_the_log(desk.meeting(), present)], format!("{name} is on the roll as a guest."))
}

fn last_in_the_log(meeting: &Meeting, movement: Movement) -> Edit {
    let after = meeting.attendance.last().map(|last| last.id.into());
    Edit::insert(after, Thing::Movement(movement))
}

/// Settles the form that says who somebody also is.
pub(super) fn settle_merge(desk: &mut Desk, form: &Form, gone: PersonId) -> Result<(), String> {
    let kept = super::settle::somebody(desk, &form.words("Is the same as"))?.ok_or("say who it is")?;
    if kept == gone {
        return Err("that is the same entry; choose the other one".into());
    }
    let edits = merge::edits(desk.meeting(), gone, kept).map_err(|refused| refused.to_string())?;
    if desk.change("Made one person of two", edits) {
        desk.say("Made one person of two; what was recorded of either is kept. Undo parts them.");
        let meeting = desk.session.meeting();
        for overlay in &mut desk.overlays {
            if let Overlay::Roll(roll) = overlay {
                roll.step(meeting, 0);
            }
        }
    }
    Ok(())
}
