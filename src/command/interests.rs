//! Interests when their item is reached: who declared one and now has to withdraw or to take no part, and who
//! withdrew and is to be called back. It is offered on coming to the item and recorded with one key.

use super::movements::moving;
use super::offer::Offer;
use super::{Command, Group, Possible, Scope};
use crate::desk::Desk;
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{DeclarationId, ItemId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::people::{Conduct, Declaration, Move, Movement, Standing};
use crate::domain::profile::Asks;

pub(super) static COMMANDS: [Command; 2] = [
    interest(
        "observe-interests",
        "Records that those with an interest in the item withdraw, or take no part, as it asks.",
        somebody_bound,
        observe,
    ),
    interest(
        "return-withdrawn",
        "Records that those who withdrew for another item are back.",
        somebody_out,
        call_back,
    ),
];

const fn interest(
    name: &'static str,
    help: &'static str,
    when: fn(&Desk) -> Possible,
    run: fn(&mut Desk),
) -> Command {
    Command { name, help, group: Group::People, scope: Scope::Everywhere, keys: &[], foot: "", when, run }
}

/// Somebody who is there and whose interest asks something at the item on the desk.
struct Bound {
    person: PersonId,
    declaration: DeclarationId,
    leaves: bool,
}

/// Everybody whose interest asks something at the item on the desk that is not recorded yet. Who withdrew for one
/// item of a declaration withdraws for the next; a dispensation frees.
fn bound(desk: &Desk) -> Vec<Bound> {
    let (Some(item), meeting) = (desk.writing.item, desk.meeting()) else { return Vec::new() };
    let about = meeting.declarations.iter().filter(|declared| declared.items.contains(&item));
    let there = about.filter(|declared| meeting.standing(declared.person) == Standing::In);
    let bound = there.filter_map(|declared| {
        let leaves = match (declared.conduct, desk.profile().asks(&declared.kind)) {
            (Conduct::Withdrew, _) | (Conduct::Unrecorded, Asks::Withdraw) => true,
            (Conduct::Unrecorded, Asks::NoPart) => false,
            _ => return None,
        };
        Some(Bound { person: declared.person, declaration: declared.id, leaves })
    });
    bound.collect()
}

/// Those who withdrew for an interest, and in which item: they are out, and nothing keeps them from the item on
/// the desk.
fn out(desk: &Desk) -> Vec<(PersonId, ItemId)> {
    let (Some(here), meeting) = (desk.writing.item, desk.meeting()) else { return Vec::new() };
    let withdrew = meeting.people.iter().filter_map(|person| {
        let last = meeting.movements_of(person.id).next_back()?;
        let from = last.item.filter(|from| last.what == Move::Withdrew && *from != here)?;
        Some((person.id, from))
    });
    withdrew.filter(|(person, _)| !must_stay_out(desk, *person, here)).collect()
}

fn must_stay_out(desk: &Desk, person: PersonId, item: ItemId) -> bool {
    let binds = |declared: &Declaration| {
        declared.person == person
            && declared.items.contains(&item)
            && (declared.conduct == Conduct::Withdrew
                || desk.profile().asks(&declared.kind) == Asks::Withdraw)
    };
    desk.meeting().declarations.iter().any(binds)
}

fn somebody_bound(desk: &Desk) -> Possible {
    super::on_an_item(desk)?;
    let nobody = "Nobody who is there has an interest here that asks for something still to be recorded.";
    if bound(desk).is_empty() { Err(nobody.into()) } else { Ok(()) }
}

fn somebody_out(desk: &Desk) -> Possible {
    super::on_an_item(desk)?;
    if out(desk).is_empty() { Err("Nobody is out who withdrew for another item.".into()) } else { Ok(()) }
}

/// What is offered to those who have come to an item with declared interests in it.
pub(super) fn offered(desk: &Desk) -> Option<Offer> {
    let bound = bound(desk);
    let names = listed(desk.meeting(), bound.iter().map(|bound| bound.person))?;
    let asked = match (bound.iter().any(|bound| bound.leaves), bound.iter().any(|bound| !bound.leaves)) {
        (true, false) => "must withdraw",
        (false, _) => "may take no part",
        (true, true) => "must withdraw or take no part",
    };
    let said = format!("{names} {asked}.");
    Some(Offer { said, does: "records it", command: "observe-interests", about: "Interest" })
}

/// What is offered where somebody is still out after the item for which they withdrew.
pub(super) fn return_offered(desk: &Desk) -> Option<Offer> {
    let names = listed(desk.meeting(), out(desk).into_iter().map(|(person, _)| person))?;
    let said = format!("{names} can return.");
    Some(Offer { said, does: "records it", command: "return-withdrawn", about: "Return" })
}

/// The names of people as a list; nothing where there are none.
pub(super) fn listed(meeting: &Meeting, people: impl Iterator<Item = PersonId>) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for name in people.filter_map(|id| meeting.person(id)).map(|person| person.name.as_str()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match names.split_last()? {
        (last, []) => Some((*last).to_owned()),
        (last, before) => Some(format!("{} and {last}", before.join(", "))),
    }
}

fn observe(desk: &mut Desk) {
    let bound = bound(desk);
    let here = desk.writing.item;
    let mut leaving: Vec<PersonId> = Vec::new();
    let mut edits = Vec::new();
    for Bound { person, declaration, leaves } in &bound {
        if *leaves && !leaving.contains(person) {
            leaving.push(*person);
        }
        let conduct = if *leaves { Conduct::Withdrew } else { Conduct::Silent };
        edits.extend(conducted(desk.meeting(), *declaration, conduct));
    }
    let moved = leaving.into_iter().map(|person| (person, here)).collect();
    edits.extend(logged(desk, Move::Withdrew, moved));
    edits.extend(desk.taking());
    let names = listed(desk.meeting(), bound.iter().map(|bound| bound.person)).unwrap_or_default();
    if desk.change("Recorded what an interest asks", edits) {
        desk.say(format!("Recorded of {names}; F3 and F2 correct it."));
    }
}

/// Records the return at the end of the item for which somebody withdrew, so that they are there throughout the next.
fn call_back(desk: &mut Desk) {
    let out = out(desk);
    let names = listed(desk.meeting(), out.iter().map(|(person, _)| *person)).unwrap_or_default();
    let moved = out.into_iter().map(|(person, from)| (person, Some(from))).collect();
    let edits = logged(desk, Move::Returned, moved);
    if desk.change("Recorded who is back", edits) {
        desk.say(format!("{names} returned. The roll (F2) corrects it."));
    }
}

fn conducted(meeting: &Meeting, id: DeclarationId, conduct: Conduct) -> Option<Edit> {
    let old = meeting.declarations.iter().find(|declared| declared.id == id)?;
    let new = Declaration { conduct, ..old.clone() };
    Some(Edit::replace(Thing::Declaration(old.clone()), Thing::Declaration(new)))
}

/// The edits that put movements at the end of the log, one after the other.
fn logged(desk: &mut Desk, what: Move, moved: Vec<(PersonId, Option<ItemId>)>) -> Vec<Edit> {
    let mut after = desk.meeting().attendance.last().map(|last| last.id.into());
    let mut edits = Vec::new();
    for (person, item) in moved {
        let movement: Movement = moving(desk, person, what, item);
        let id = movement.id;
        edits.push(Edit::insert(after, Thing::Movement(movement)));
        after = Some(id.into());
    }
    edits
}
