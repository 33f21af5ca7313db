//! Verbs of declarations of interest: opening them, recording one, what whoever made it then did, changing and
//! removing it.

use super::forms::{chosen, item_names, names};
use super::people::people;
use super::settle::somebody;
use super::{Command, Possible, Scope, always, movements};
use crate::desk::form::{Entry, Form, Purpose};
use crate::desk::{Desk, Overlay};
use crate::domain::agenda::Item;
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{DeclarationId, ItemId};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::people::{Conduct, Declaration, Move};

pub(super) static COMMANDS: [Command; 6] = [
    people!(
        "declarations",
        "Opens the declarations of interest.",
        Scope::Writing,
        &["F3", "Alt-3"],
        "Declarations",
        always,
        |desk| {
            desk.overlays.push(Overlay::Declarations(0));
        }
    ),
    people!(
        "new-declaration",
        "Records a declaration of interest.",
        Scope::Declarations,
        &["n", "N", "Insert"],
        "New",
        somebody_known,
        |desk| {
            let form = form(desk, None);
            desk.ask(form);
        }
    ),
    people!(
        "declaration-details",
        "Changes the declaration.",
        Scope::Declarations,
        &["Enter", "e"],
        "Change",
        a_declaration,
        |desk| {
            let form = form(desk, marked_declaration(desk).map(|found| found.id));
            desk.ask(form);
        }
    ),
    people!(
        "declarer-withdrew",
        "Records that whoever declared the interest withdraws now, at the item on the desk.",
        Scope::Declarations,
        &["w", "W"],
        "Withdrew",
        a_declaration,
        withdraw
    ),
    people!(
        "declarer-returned",
        "Records that whoever declared the interest returns now.",
        Scope::Declarations,
        &["b", "B"],
        "Back",
        a_declaration,
        |desk| {
            if let Some(person) = marked_declaration(desk).map(|declared| declared.person) {
                movements::record(desk, person, Move::Returned);
            }
        }
    ),
    people!(
        "remove-declaration",
        "Removes the declaration.",
        Scope::Declarations,
        &["Delete"],
        "Remove",
        a_declaration,
        remove_declaration
    ),
];

fn somebody_known(desk: &Desk) -> Possible {
    if desk.meeting().people.is_empty() {
        Err("Nobody is on the roll yet; add the members with attendance first.".into())
    } else {
        Ok(())
    }
}

fn marked_declaration(desk: &Desk) -> Option<&Declaration> {
    match desk.overlay() {
        Some(Overlay::Declarations(row)) => desk.meeting().declarations.get(*row),
        _ => None,
    }
}

fn a_declaration(desk: &Desk) -> Possible {
    if marked_declaration(desk).is_some() { Ok(()) } else { Err("There is no declaration to choose.".into()) }
}

fn remove_declaration(desk: &mut Desk) {
    let Some(declaration) = marked_declaration(desk).cloned() else { return };
    let list = &desk.meeting().declarations;
    let at = list.iter().position(|other| other.id == declaration.id).unwrap_or(0);
    let after = at.checked_sub(1).and_then(|at| list.get(at)).map(|before| before.id.into());
    desk.change("Removed a declaration", vec![Edit::remove(after, Thing::Declaration(declaration))]);
    if let Some(Overlay::Declarations(row)) = desk.overlays.last_mut() {
        *row = row.saturating_sub(1);
    }
}

/// Whoever declared the interest withdraws, and at the item that it is about the declaration says so.
fn withdraw(desk: &mut Desk) {
    let Some(declared) = marked_declaration(desk).cloned() else { return };
    let concerned = desk.writing.item.is_some_and(|item| declared.items.contains(&item));
    let new = Declaration { conduct: Conduct::Withdrew, ..declared.clone() };
    let said = Edit::replace(Thing::Declaration(declared.clone()), Thing::Declaration(new));
    movements::record_with(desk, declared.person, Move::Withdrew, concerned.then_some(said));
}

/// The labels (or titles) of items, as they are typed in a list: `B2, C1`.
fn listed(meeting: &Meeting, items: &[ItemId]) -> String {
    let called =
        items.iter().filter_map(|id| meeting.item(*id)).map(|item| match item.heading.label.as_str() {
            "" => item.heading.title.clone(),
            label => label.to_owned(),
        });
    called.collect::<Vec<String>>().join(", ")
}

/// The items of a list as it is typed.
fn read_items(meeting: &Meeting, words: &str) -> Result<Vec<ItemId>, String> {
    let mut items = Vec::new();
    for word in words.split([',', ';']).map(str::trim).filter(|word| !word.is_empty()) {
        let called = word.to_lowercase();
        let fits = |words: &String| !words.is_empty() && words.to_lowercase() == called;
        let found = meeting.items.iter().find(|item| fits(&item.heading.label) || fits(&item.heading.title));
        items.push(found.ok_or_else(|| format!("there is no item {word}; items are listed as B2, C1"))?.id);
    }
    Ok(items)
}

/// The form of a declaration; none of them for a new one.
fn form(desk: &Desk, id: Option<DeclarationId>) -> Form {
    let known = id.and_then(|id| desk.meeting().declarations.iter().find(|found| found.id == id)).cloned();
    let meeting = desk.meeting();
    let name =
        known.as_ref().and_then(|known| meeting.person(known.person)).map(|person| person.name.clone());
    // A new declaration is about the item on the desk, unless that is where declarations are called for.
    let on_the_desk = desk.item().filter(|item| !item.is_for_declarations()).map(|item| item.id);
    let in_item = known.as_ref().map_or(on_the_desk, |known| known.items.first().copied());
    let here = in_item.and_then(|item| meeting.place_of(item)).map_or(0, |place| place + 1);
    let mut choices = vec!["the business in general".to_owned()];
    choices.extend(item_names(desk));
    let kinds: Vec<String> = desk.profile().interests.iter().map(|interest| interest.kind.clone()).collect();
    let conducts =
        ["not recorded", "withdrew", "stayed, took no part", "took part", "took part under a dispensation"];
    let also = known.as_ref().map(|known| listed(meeting, known.items.get(1..).unwrap_or_default()));
    let (kind, nature, conduct) = match known {
        Some(known) => (known.kind, known.nature, known.conduct),
        None => {
            let usual = desk.profile().interests.iter().find(|interest| interest.usual);
            (usual.map(|usual| usual.kind.clone()).unwrap_or_default(), String::new(), Conduct::Unrecorded)
        }
    };
    let entries = vec![
        Entry::completed("Who", name.unwrap_or_default(), names(desk)),
        Entry::one_of("Item", choices, here),
        Entry::completed("Kind", kind, kinds),
        Entry::words("Nature", nature),
        Entry::one_of("What they did", conducts.map(str::to_owned).to_vec(), chosen(&Conduct::ALL, &conduct)),
        Entry::words("Also in", also.unwrap_or_default()),
    ];
    Form::new(Purpose::Declaration(id), "A declaration of interest", entries)
}

/// Settles the form of a declaration.
pub(super) fn settle(desk: &mut Desk, form: &Form, id: Option<DeclarationId>) -> Result<(), String> {
    let person = somebody(desk, &form.words("Who"))?.ok_or("say who declared it")?;
    let items = items(desk.meeting(), form)?;
    let old = id.and_then(|id| desk.meeting().declarations.iter().find(|found| found.id == id)).cloned();
    let during = old.as_ref().map_or_else(|| made_late(desk), |old| old.during);
    let kind = form.words("Kind");
    let sensitive = is_sensitive(desk, &kind, old.as_ref());
    let new = Declaration {
        id: old.as_ref().map_or_else(|| DeclarationId(desk.session.draw_id()), |old| old.id),
        person,
        items,
        during,
        kind,
        nature: form.words("Nature"),
        sensitive,
        conduct: Conduct::ALL.get(form.chosen("What they did")).copied().unwrap_or_default(),
    };
    let edit = match old {
        Some(old) => Edit::replace(Thing::Declaration(old), Thing::Declaration(new)),
        None => Edit::insert(
            desk.meeting().declarations.last().map(|last| last.id.into()),
            Thing::Declaration(new),
        ),
    };
    let is_of_no_kind = form.words("Kind").is_empty() && !desk.profile().interests.is_empty();
    if desk.change("Recorded a declaration", vec![edit]) {
        if sensitive {
            desk.say("Recorded. No copy for the public has the nature of a sensitive interest.");
        } else if is_of_no_kind {
            desk.warn("Recorded without its kind, which says who may stay: Enter on it adds that.");
        }
    }
    Ok(())
}

/// The items in which a form says that the interest is, each once.
fn items(meeting: &Meeting, form: &Form) -> Result<Vec<ItemId>, String> {
    let chosen = form.chosen("Item").checked_sub(1).and_then(|at| meeting.items.get(at));
    let mut items: Vec<ItemId> = chosen.into_iter().map(|item| item.id).collect();
    for also in read_items(meeting, &form.words("Also in"))? {
        if !items.contains(&also) {
            items.push(also);
        }
    }
    Ok(items)
}

/// The item during which a declaration is made, where that is not when declarations were called for.
fn made_late(desk: &Desk) -> Option<ItemId> {
    let meeting = desk.meeting();
    let is_open = meeting.course.status == Status::Open;
    let item = desk.item().filter(|item| is_open && !item.is_for_declarations());
    item.map(|item| item.id).filter(|item| called_for(meeting, *item))
}

/// Whether a kind of interest is sensitive: as the profile has it, or where it does not know the kind, as it was.
fn is_sensitive(desk: &Desk, kind: &str, old: Option<&Declaration>) -> bool {
    let known = desk.profile().interest(kind).map(|interest| interest.sensitive);
    known.unwrap_or_else(|| old.is_some_and(|old| old.sensitive && old.kind == kind))
}

/// Whether declarations had been called for before an item: their own item stands above it.
fn called_for(meeting: &Meeting, item: ItemId) -> bool {
    let calls = meeting.items.iter().position(Item::is_for_declarations);
    calls.is_some_and(|calls| meeting.place_of(item).is_some_and(|place| place > calls))
}
