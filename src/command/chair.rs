//! The chair: noticing that another than before presides, and minuting that.

use super::offer::{self, Offer};
use super::{Command, Group, Possible, Scope, on_an_item};
use crate::desk::Desk;
use crate::desk::writing::Caret;
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::PersonId;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::minutes::Kind;
use crate::domain::name::bare;
use crate::domain::people::Person;

pub(super) static COMMANDS: [Command; 1] = [Command {
    name: "minute-chair",
    help: "Minutes who has taken the chair: the chair, or the vice-chair where the chair is out.",
    group: Group::People,
    scope: Scope::Everywhere,
    keys: &[],
    foot: "",
    when: somebody_presides,
    run: minute,
}];

/// Who presides; nobody while the meeting is not open.
pub(super) fn presiding(desk: &Desk) -> Option<PersonId> {
    desk.meeting().presiding(desk.profile()).filter(|_| desk.meeting().course.status == Status::Open)
}

/// Says that another than before presides, once somebody has. Returns whether it was said.
pub(super) fn notice(desk: &mut Desk, before: Option<PersonId>) -> bool {
    let now = presiding(desk);
    // A mark of the roll that is put right changes the chair of nothing.
    let presided = before.filter(|before| now != Some(*before) && desk.meeting().attended(*before));
    // Nobody presides any more over a meeting that is adjourned or closed, and nobody need.
    let goes_on = desk.meeting().course.status == Status::Open;
    if presided.is_none() || !goes_on || on_an_item(desk).is_err() {
        return false;
    }
    let offered = match now.and_then(|now| desk.meeting().person(now)) {
        Some(person) => {
            let said = format!("{} presides now.", bare(&person.name));
            Offer { said, does: "minutes it", command: "minute-chair", about: "Chair" }
        }
        None => {
            let said = "Nobody who is there presides now.".to_owned();
            Offer { said, does: "records an election", command: "election", about: "Election" }
        }
    };
    offer::offer(desk, &offered);
    true
}

fn somebody_presides(desk: &Desk) -> Possible {
    on_an_item(desk)?;
    match presiding(desk) {
        Some(_) => Ok(()),
        None => Err("Nobody who is there is down as presiding; election records who takes the chair.".into()),
    }
}

/// Puts a procedural line below the paragraph with the cursor.
fn minute(desk: &mut Desk) {
    let (Some(item), Some(now)) = (desk.writing.item, presiding(desk)) else { return };
    let Some(person) = desk.meeting().person(now).cloned() else { return };
    let sentence = sentence(desk.meeting(), &person, &desk.profile().words.vice_chair);
    let after = desk.here().map(|(_, block)| block.id.into());
    let block = desk.new_block(Kind::Procedural, 0, &sentence);
    let id = block.id;
    let mut edits = vec![Edit::insert(after, Thing::Block(item, block))];
    edits.extend(desk.taking());
    if desk.change("Minuted who took the chair", edits) {
        desk.go_to(item, Caret::new(id, usize::MAX));
        desk.say("Minuted. The words are yours to change.");
    }
}

/// `Mr Aldous, Vice-Chairman, took the chair.` Whoever was there from the start had it before.
fn sentence(meeting: &Meeting, person: &Person, vice_chair: &str) -> String {
    let role = if person.role.is_empty() { vice_chair } else { &person.role };
    let had_it = person.is_chair()
        && meeting.movements_of(person.id).next().is_some_and(|first| first.what.is_of_the_roll_call());
    let took = if had_it { "resumed" } else { "took" };
    format!("{}, {role}, {took} the chair.", bare(&person.name))
}
