//! What becomes of the answers in a form: it is done and the form closes, or what is wrong is said and the form
//! stays. What a form asks for is in [`super::forms`]; how dates, times and numbers are typed is in
//! [`super::answers`].

use super::answers::{read_date, read_number, read_time};
use super::clocks;
use super::corrections;
use super::declarations;
use super::exporting;
use super::forms;
use super::movements;
use super::names;
use super::people::substituted;
use super::{checks, elections, exclusion, motions, recommended, remarks, returned, review, sign_off};
use crate::desk::form::{Form, Purpose, Value};
use crate::desk::intake::Row;
use crate::desk::{Desk, Effect, Overlay, sentence};
use crate::domain::agenda::{Admission, Heading, Item, Outcome, Part};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{ItemId, PartId, PersonId, ThoughtId};
use crate::domain::meeting::{Course, Head, Numbering, Restart};
use crate::domain::minutes::Thought;
use crate::domain::people::{Membership, Person};
use std::path::PathBuf;

/// What became of a settled form: it is done, or what is wrong with it, as a sentence.
pub(super) type Settled = Result<(), String>;

/// Settles the form that is open: does what it is for and closes it, or says what is wrong and leaves it open.
pub fn settle(desk: &mut Desk) {
    let Some(Overlay::Form(form)) = desk.overlays.last_mut() else { return };
    form.complete();
    let form = form.clone();
    let settled = match form.purpose {
        Purpose::Details => settle_details(desk, &form),
        Purpose::Times => settle_times(desk, &form),
        Purpose::Item(id) => settle_item(desk, &form, id),
        Purpose::Part(id) => settle_part(desk, &form, id),
        Purpose::Wording(item, at) => settle_wording(desk, &form, item, at),
        Purpose::Recommended(item, at) => recommended::settle(desk, &form, item, at),
        Purpose::Person(id) => settle_person(desk, &form, id),
        Purpose::People => settle_people(desk, &form),
        Purpose::Returned => returned::settle_file(desk, &form),
        Purpose::Substitute(member) => settle_substitute(desk, &form, member),
        Purpose::Declaration(id) => declarations::settle(desk, &form, id),
        Purpose::Motion(item, block) => motions::settle(desk, &form, item, block),
        Purpose::Amendment(item, main) => motions::settle_amendment(desk, &form, item, main),
        Purpose::OwnVote(item, block) => motions::settle_own_vote(desk, &form, item, block),
        Purpose::Election(item, block) => elections::settle(desk, &form, item, block),
        Purpose::Exclusion(item) => exclusion::settle(desk, &form, item),
        Purpose::Merge(person) => names::settle_merge(desk, &form, person),
        Purpose::Movement(id) => movements::settle(desk, &form, id),
        Purpose::Recording => clocks::settle(desk, &form),
        Purpose::Park => settle_park(desk, &form),
        Purpose::Export => exporting::settle(desk, &form),
        Purpose::SaveElsewhere => settle_elsewhere(desk, &form),
        Purpose::Query(on) => review::settle_query(desk, &form, on),
        Purpose::Suggest(on) => review::settle_suggestion(desk, &form, on),
        Purpose::Leave(remark) => remarks::settle_leave(desk, &form, remark),
        Purpose::Step(to) => sign_off::settle_step(desk, &form, to),
        Purpose::Settle => checks::settle_finding(desk, &form),
        Purpose::Correction => sign_off::settle_correction(desk, &form),
        Purpose::QuitUnsaved => {
            match form.chosen("Leave") {
                0 => {}
                1 => desk.ask(forms::save_elsewhere(desk)),
                _ => desk.order(Effect::Quit),
            }
            Ok(())
        }
    };
    match settled {
        Ok(()) => {
            desk.overlays.retain(|overlay| !matches!(overlay, Overlay::Form(open) if *open == form));
            corrections::edited(desk);
        }
        Err(wrong) => desk.warn(sentence(&wrong)),
    }
}

/// The number filled in under this label, if any.
pub(super) fn number(form: &Form, label: &str) -> Result<Option<u32>, String> {
    read_number(label, &form.words(label))
}

fn settle_details(desk: &mut Desk, form: &Form) -> Settled {
    let old = desk.meeting().head.clone();
    let (date, starts) = (form.words("Date"), form.words("Starts"));
    let called = form.words("Called");
    let profile = form.chosen("Profile").checked_sub(1).and_then(|at| desk.houses.profiles().get(at));
    let profile_name = profile.map(|profile| profile.name.as_str()).unwrap_or_default();
    let count_empty = counts_empty(desk, form, profile_name);
    let new = Head {
        body: form.words("Body"),
        authority: form.words("Authority"),
        profile: profile_name.to_owned(),
        noun: if called == "Minutes" { String::new() } else { called },
        date: if date.is_empty() { None } else { Some(read_date(&date)?) },
        starts: if starts.is_empty() { None } else { Some(read_time(&starts)?) },
        venue: form.words("Venue"),
        contact: form.words("Contact"),
        numbering: Numbering {
            first: number(form, "First minute number")?,
            count_empty,
            restart: Restart::ALL.get(form.chosen("Numbers begin again")).copied().unwrap_or_default(),
            ..old.numbering
        },
        quorum: number(form, "Quorum")?,
        style: form.words("Style"),
        ..old.clone()
    };
    let new = if new.style == desk.houses.style_or_usual("").name && old.style.is_empty() {
        Head { style: String::new(), ..new }
    } else {
        new
    };
    let before = desk.profile().name.as_str();
    desk.change("Changed the meeting's details", vec![Edit::replace(Thing::Head(old), Thing::Head(new))]);
    let profile = desk.profile();
    if profile.name != before {
        desk.say(format!("The rules are now those of: {}", profile.about));
    }
    Ok(())
}

/// Whether items without minutes take a number. A change of the profile brings its rule along, unless the
/// clerk has just chosen another or had chosen one before.
fn counts_empty(desk: &Desk, form: &Form, profile: &str) -> bool {
    let (now, chosen) = (&desk.meeting().head, form.chosen("Items without minutes") == 1);
    let before = desk.profile().count_empty;
    let is_untouched = now.numbering.count_empty == chosen && chosen == before;
    let head = Head { body: form.words("Body"), profile: profile.to_owned(), ..Head::default() };
    if is_untouched { desk.houses.profile_of(&head).count_empty } else { chosen }
}

fn settle_times(desk: &mut Desk, form: &Form) -> Settled {
    let old = desk.meeting().course.clone();
    let mut new: Course = old.clone();
    for (moment, entry) in new.moments.iter_mut().zip(&form.entries) {
        let Value::Words(field, _) = &entry.value else { continue };
        moment.at = moment.at.date().and_time(read_time(&field.text)?);
    }
    desk.change("Corrected the times", vec![Edit::replace(Thing::Course(old), Thing::Course(new))]);
    Ok(())
}

fn settle_item(desk: &mut Desk, form: &Form, id: Option<ItemId>) -> Settled {
    if form.words("Title").is_empty() {
        return Err("an item needs a title".into());
    }
    let old = id.and_then(|id| desk.meeting().item(id)).map(|item| item.heading.clone());
    let new = heading(desk, form, old.clone().unwrap_or_default());
    let (item, edit) = match (id, old) {
        (Some(id), Some(old)) => (id, Edit::replace(Thing::Heading(id, old), Thing::Heading(id, new))),
        _ => {
            let id = ItemId(desk.session.draw_id());
            let after = desk.writing.item.map(Into::into);
            (id, Edit::insert(after, Thing::Item(Item { id, heading: new, minutes: Vec::new() })))
        }
    };
    let made = desk.change(if id.is_some() { "Changed the item" } else { "Added an item" }, vec![edit]);
    desk.go_to_item(item);
    if made && id.is_none() {
        corrections::added(desk, Row::Item(item));
    }
    let admitted = desk.item().and_then(|item| item.heading.admitted.as_ref());
    if admitted.is_some_and(|how| how.urgent && how.why.is_empty()) {
        desk.say("The special circumstances of an urgent item belong in the minutes; item-details (Alt-I) takes them.");
    }
    Ok(())
}

/// What a form says of the heading of an item.
fn heading(desk: &Desk, form: &Form, before: Heading) -> Heading {
    let parts = &desk.meeting().parts;
    let part = form.chosen("Part").checked_sub(1).and_then(|at| parts.get(at));
    Heading {
        title: form.words("Title"),
        label: form.words("Label"),
        report: form.words("Report"),
        part: part.map(|part| part.id),
        outcome: Outcome::ALL.get(form.chosen("Outcome")).copied().unwrap_or_default(),
        admitted: match form.chosen("Added") {
            0 => None,
            how => Some(Admission { urgent: how == 2, why: form.words("Why") }),
        },
        ..before
    }
}

fn settle_part(desk: &mut Desk, form: &Form, id: PartId) -> Settled {
    let Some(old) = desk.meeting().part(id).cloned() else { return Ok(()) };
    let new = Part {
        title: form.words("Title"),
        label: form.words("Label"),
        statement: form.words("Statement"),
        restricted: form.chosen("Its items are") == 1,
        ..old.clone()
    };
    let edit = Edit::replace(Thing::Part(old), Thing::Part(new));
    desk.change("Changed the part", vec![edit]);
    Ok(())
}

fn settle_wording(desk: &mut Desk, form: &Form, item: ItemId, at: usize) -> Settled {
    let Some(found) = desk.meeting().item(item) else { return Ok(()) };
    let mut new = found.heading.clone();
    let words = form.words("Words");
    match new.text.get_mut(at) {
        Some(_) if words.is_empty() => drop(new.text.drain(at..=at)),
        Some(text) => *text = words,
        None => return Ok(()),
    }
    let old = Thing::Heading(item, found.heading.clone());
    desk.change("Changed what the agenda says", vec![Edit::replace(old, Thing::Heading(item, new))]);
    Ok(())
}

fn settle_person(desk: &mut Desk, form: &Form, id: Option<PersonId>) -> Settled {
    let name = form.words("Name");
    if name.is_empty() {
        return Err("a person needs a name".into());
    }
    let old = id.and_then(|id| desk.meeting().person(id)).cloned();
    let base = old.clone().unwrap_or_else(|| Person::new(PersonId(0), ""));
    let id = base.id;
    let new = Person {
        id: if old.is_some() { id } else { PersonId(desk.session.draw_id()) },
        name,
        role: form.words("Role"),
        post: form.words("Post"),
        organisation: form.words("Organisation"),
        aliases: aliases(&form.words("Also called")),
        membership: Membership::ALL.get(form.chosen("Sits as")).copied().unwrap_or_default(),
        ..base
    };
    let (person, is_new) = (new.id, old.is_none());
    let edit = match old {
        Some(old) => Edit::replace(Thing::Person(old), Thing::Person(new)),
        None => Edit::insert(desk.meeting().people.last().map(|person| person.id.into()), Thing::Person(new)),
    };
    if desk.change("Changed the roll", vec![edit]) {
        mark_on_roll(desk, person);
        if is_new {
            corrections::added(desk, Row::Person(person));
        }
    }
    Ok(())
}

/// Marks somebody on the roll below the form, so that the next key says how they stand.
fn mark_on_roll(desk: &mut Desk, person: PersonId) {
    let meeting = desk.session.meeting();
    let open = desk.overlays.iter_mut().rev().find_map(|overlay| match overlay {
        Overlay::Roll(roll) => Some(roll),
        _ => None,
    });
    if let Some(roll) = open {
        roll.go_to(meeting, person);
    }
}

/// Other names as they are typed, with a semicolon between them.
fn aliases(words: &str) -> Vec<String> {
    let names = words.split(';').map(str::trim).filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

fn settle_people(desk: &mut Desk, form: &Form) -> Settled {
    let file = form.words("File");
    if file.is_empty() {
        return Err("a list needs a file; say which, such as members.csv".into());
    }
    desk.order(Effect::ReadPeople(PathBuf::from(file)));
    Ok(())
}

fn settle_substitute(desk: &mut Desk, form: &Form, member: PersonId) -> Settled {
    let name = form.words("Substitute");
    if name.is_empty() {
        return Err("say who sits instead, or press Esc".into());
    }
    let edits = substituted(desk, member, &name);
    if desk.change("Recorded a substitute", edits) {
        let meeting = desk.session.meeting();
        let roll = desk.overlays.iter_mut().rev().find_map(|overlay| match overlay {
            Overlay::Roll(roll) => Some(roll),
            _ => None,
        });
        // A new substitute stands right below the member; the next to be called is whoever follows.
        if let Some(roll) = roll {
            roll.step(meeting, 1);
            let below = roll.person(meeting).and_then(|id| meeting.person(id));
            let sits_now = below.is_some_and(|person| person.membership == Membership::Substitute);
            roll.step(meeting, isize::from(sits_now));
        }
    }
    Ok(())
}

/// The person of this name, as it stands on the roll.
pub(super) fn somebody(desk: &Desk, name: &str) -> Result<Option<PersonId>, String> {
    if name.is_empty() {
        return Ok(None);
    }
    let same = |person: &&Person| person.name.to_lowercase() == name.to_lowercase();
    match desk.meeting().people.iter().find(same) {
        Some(person) => Ok(Some(person.id)),
        None => Err(format!("nobody called {name} is on the roll; add them with attendance (F2)")),
    }
}

fn settle_park(desk: &mut Desk, form: &Form) -> Settled {
    let text = form.words("Thought");
    if text.is_empty() {
        return Ok(());
    }
    let thought =
        Thought { id: ThoughtId(desk.session.draw_id()), text, at: desk.clock, item: desk.writing.item };
    let after = desk.meeting().parked.last().map(|last| last.id.into());
    if desk.change("Parked a thought", vec![Edit::insert(after, Thing::Thought(thought))]) {
        desk.say(format!(
            "Parked; {} parked so far. The checks (F7) list them.",
            desk.meeting().parked.len()
        ));
    }
    Ok(())
}

fn settle_elsewhere(desk: &mut Desk, form: &Form) -> Settled {
    let file = form.words("File");
    if file.is_empty() {
        return Err("say where to keep the session".into());
    }
    desk.say(format!("Writing {file} …"));
    desk.order(Effect::SaveElsewhere(PathBuf::from(file)));
    Ok(())
}
