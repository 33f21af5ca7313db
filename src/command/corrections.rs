//! Corrections on the import screen: what each key does to what is marked. How a correction is worked out is in
//! [`crate::desk::correction`].

use super::{agenda, forms, intake, recommended};
use crate::desk::correction::{Corrected, Correction, readings};
use crate::desk::intake::{Row, Survey, why};
use crate::desk::picker::{Choice, Pick, Picker, Purpose};
use crate::desk::roll::{self, Roll};
use crate::desk::{Desk, Overlay, sentence};
use crate::domain::edit::{Edit, Moved, Thing};
use crate::domain::id::{ItemId, PersonId};
use crate::domain::paper::{Meaning, Standing};
use std::collections::HashSet;

/// What a line can be said to be, as it is offered: found by its first letters.
const OFFERED: [(&str, Option<Meaning>); 20] = [
    ("item", Some(Meaning::Item)),
    ("text of the item above", Some(Meaning::AgendaText)),
    ("title of the item above goes on", None),
    ("recommendation on the item above", Some(Meaning::Recommendation)),
    ("heading of a part", Some(Meaning::Part)),
    ("break", Some(Meaning::Break)),
    ("member", Some(Meaning::Members)),
    ("present", Some(Meaning::Present)),
    ("attending, and no member", Some(Meaning::InAttendance)),
    ("apologies", Some(Meaning::Apologies)),
    ("body", Some(Meaning::Body)),
    ("date", Some(Meaning::Date)),
    ("starting time", Some(Meaning::Time)),
    ("closing time", Some(Meaning::Close)),
    ("published on", Some(Meaning::Published)),
    ("venue", Some(Meaning::Venue)),
    ("contact", Some(Meaning::Contact)),
    ("next meeting", Some(Meaning::NextMeeting)),
    ("furniture of the page, to be passed over", Some(Meaning::Furniture)),
    ("left over", Some(Meaning::Unknown)),
];

/// What is marked on the import screen.
fn marked(desk: &Desk) -> (Option<usize>, Option<Row>) {
    let open = desk.overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::Intake(intake) => Some(intake),
        _ => None,
    });
    open.map_or((None, None), |intake| intake.marked(&Survey::of(desk.meeting())))
}

/// The item that is marked, or that what is marked belongs to.
fn marked_item(desk: &Desk) -> Option<ItemId> {
    match marked(desk).1? {
        Row::Item(item) | Row::Report(item) | Row::Text(item, _) | Row::Recommendation(item, _) => Some(item),
        _ => None,
    }
}

/// Makes a correction as one change, or says why it cannot be made.
fn correct(desk: &mut Desk, label: &str, work: impl FnOnce(&mut Correction) -> Corrected) -> bool {
    let mut correction = Correction::of(desk);
    let made = match work(&mut correction) {
        Ok(()) => desk.change(label, correction.edits()),
        Err(why) => {
            desk.warn(sentence(&why));
            false
        }
    };
    if made {
        desk.settle_item();
        intake::go(desk, |_, _| {});
        desk.say(format!("{label}. u takes it back."));
    }
    made
}

pub(super) fn accept(desk: &mut Desk) {
    let (Some(at), _) = marked(desk) else { return };
    if correct(desk, "Settled the line", |correction| correction.accept(at)) {
        intake::doubt(desk, false);
    }
}

/// Opens the list of what a line can be.
pub(super) fn choose_meaning(desk: &mut Desk) {
    let (Some(at), _) = marked(desk) else { return };
    if !desk.may_change() {
        return;
    }
    let now = desk.meeting().paper.get(at).map(|line| line.meaning);
    let choices = OFFERED.iter().map(|(name, meaning)| Choice {
        name: (*name).to_owned(),
        detail: String::new(),
        side: if meaning.is_some() && *meaning == now { "now".to_owned() } else { String::new() },
        barred: None,
        pick: Pick::Meaning(at, *meaning),
    });
    desk.overlays.push(Overlay::Picker(Picker::new(Purpose::Meanings, choices.collect())));
}

/// Says what a line is; with none, that the title above goes on in it.
pub(super) fn change(desk: &mut Desk, at: usize, meaning: Option<Meaning>) {
    correct(desk, "Changed what the line is", |correction| match meaning {
        Some(meaning) => correction.change(at, meaning),
        None => correction.continue_title(at),
    });
}

/// Makes the marked line an item, and counts the lines like it.
pub(super) fn make_item(desk: &mut Desk) {
    let (Some(at), _) = marked(desk) else { return };
    let made = if is_item(desk, at) {
        correct(desk, "Settled the line", |correction| correction.accept(at))
    } else {
        correct(desk, "Made it an item", |correction| correction.change(at, Meaning::Item))
    };
    let similar = readings::similar(desk.meeting(), &desk.choices.similar, at).filter(|_| made);
    if let Some(lines) = similar {
        let count = lines.len();
        let lines = if count == 1 { "line" } else { "lines" };
        desk.say(format!("Made it an item. Press l to add {count} similar {lines}."));
    }
}

/// Marks all lines like the marked one in the same way: as items, or as text of the item above.
pub(super) fn mark_similar(desk: &mut Desk) {
    let (Some(at), _) = marked(desk) else { return };
    if desk.choices.similar.is_empty() {
        return desk.say("Similar lines are known only right after the import. Press i on each line.");
    }
    let is_item = is_item(desk, at);
    let Some(lines) = readings::similar(desk.meeting(), &desk.choices.similar, at) else {
        return desk.say(if is_item { "No other line is like it." } else { "No item is like this line." });
    };
    let (count, items) = (lines.len(), if lines.len() == 1 { "item" } else { "items" });
    if is_item {
        let label = format!("Added {count} similar {items}");
        correct(desk, &label, |correction| correction.add_items(&lines));
    } else {
        let label = format!("Joined {count} similar {items} to the text above");
        correct(desk, &label, |correction| correction.join_items(&lines));
    }
}

/// Returns whether a line belongs to an item, which has not been dropped.
fn is_item(desk: &Desk, at: usize) -> bool {
    desk.meeting().paper.get(at).is_some_and(|line| line.meaning == Meaning::Item)
        && desk.meeting().paper_standings().get(at) != Some(&Standing::Dropped)
}

/// Shows the next reading of the paper that agrees with the settled lines.
pub(super) fn other_reading(desk: &mut Desk) {
    if desk.meeting().items.iter().any(|item| !item.minutes.is_empty()) {
        return desk.say("Other readings can be shown only while nothing is minuted.");
    }
    let agrees = |reading: &&Vec<u32>| readings::agrees(desk.meeting(), reading);
    let agreeing = desk.choices.readings.iter().filter(agrees);
    let agreeing: Vec<HashSet<u32>> = agreeing.map(|reading| reading.iter().copied().collect()).collect();
    let now = readings::item_lines(desk.meeting());
    let next = agreeing.iter().position(|reading| *reading == now).map_or(0, |at| (at + 1) % agreeing.len());
    let Some(reading) = agreeing.get(next).filter(|reading| **reading != now) else {
        return desk.say("There is no other reading of this paper.");
    };
    if correct(desk, "Took another reading", |correction| correction.apply_reading(reading)) {
        let (count, of) = (desk.meeting().items.len(), agreeing.len());
        desk.say(format!("Reading {} of {of}, with {count} items. Press o for the next.", next + 1));
    }
}

/// Explains why the marked line was read as it was.
pub(super) fn explain_line(desk: &mut Desk) {
    if let Some(why) = marked(desk).0.and_then(|at| why(desk.meeting(), at)) {
        desk.say(why);
    }
}

pub(super) fn split(desk: &mut Desk) {
    let (Some(at), _) = marked(desk) else { return };
    match desk.meeting().paper.get(at).map(|line| line.meaning) {
        Some(Meaning::AgendaText | Meaning::Unknown | Meaning::Furniture) => {
            correct(desk, "Split the item", |correction| correction.change(at, Meaning::Item));
        }
        _ => desk.say("Mark a line of the agenda below an item; it begins an item of its own."),
    }
}

pub(super) fn join(desk: &mut Desk) {
    match marked_item(desk) {
        Some(item) => {
            correct(desk, "Joined two items", |correction| correction.join(item, false));
        }
        None => desk.say("Mark an item to join it to the one above."),
    }
}

pub(super) fn drop(desk: &mut Desk) {
    let (line, row) = marked(desk);
    let label = "Dropped it";
    match (row, line) {
        (Some(Row::Item(item)), _) => {
            correct(desk, label, |correction| correction.remove_item(item));
        }
        (Some(Row::Part(part)), _) => {
            correct(desk, label, |correction| correction.remove_part(part));
        }
        (Some(Row::Person(person)), _) => {
            correct(desk, label, |correction| correction.remove_person(person));
        }
        (Some(row), line) => {
            let lines = Survey::of(desk.meeting()).lines_of(row);
            let lines = if lines.is_empty() { line.into_iter().collect() } else { lines };
            correct(desk, label, |correction| correction.drop_row(row, &lines));
        }
        (None, Some(at)) => {
            correct(desk, label, |correction| correction.drop_line(at));
        }
        (None, None) => {}
    }
}

pub(super) fn edit(desk: &mut Desk) {
    let form = match marked(desk).1 {
        Some(Row::Person(person)) => forms::person(desk, Some(person)),
        Some(Row::Part(part)) => forms::part(desk, part),
        Some(Row::Text(item, at)) => forms::wording(desk, item, at),
        Some(Row::Recommendation(item, at)) => recommended::form(desk, item, at),
        Some(Row::Item(item) | Row::Report(item)) => {
            desk.go_to_item(item);
            forms::item(desk, false)
        }
        Some(Row::Field(_)) => forms::details(desk),
        Some(Row::Break(_) | Row::LeftOver(_)) | None => {
            return desk.say("Say with c what this line is, and it can be edited.");
        }
    };
    desk.ask(form);
}

/// What the clerk has edited on the import screen was looked at: a guessed line is settled by it.
pub(super) fn edited(desk: &mut Desk) {
    let is_open = matches!(desk.overlay(), Some(Overlay::Intake(_)));
    let Some(at) = marked(desk).0.filter(|_| is_open) else { return };
    if desk.meeting().paper_standings().get(at) != Some(&Standing::Guessed) {
        return;
    }
    let mut correction = Correction::of(desk);
    if correction.accept(at).is_ok() {
        desk.change("Settled the line", correction.edits());
    }
}

/// Marks on the import screen what the clerk has just added there, and says that it can be taken back.
pub(super) fn added(desk: &mut Desk, row: Row) {
    if desk.overlays.iter().any(|overlay| matches!(overlay, Overlay::Intake(_))) {
        intake::go(desk, |intake, survey| intake.show(survey, row));
        desk.say("Added it. u takes it back.");
    }
}

pub(super) fn add(desk: &mut Desk) {
    if let Some(Row::Person(_)) = marked(desk).1 {
        let form = forms::person(desk, None);
        return desk.ask(form);
    }
    if let Some(item) = marked_item(desk) {
        desk.go_to_item(item);
    }
    let form = forms::item(desk, true);
    desk.ask(form);
}

pub(super) fn shift(desk: &mut Desk, down: bool) {
    let row = match (marked(desk).1, marked_item(desk)) {
        (Some(Row::Person(person)), _) => {
            shift_person(desk, person, down);
            Row::Person(person)
        }
        (_, Some(item)) => {
            desk.go_to_item(item);
            agenda::shift(desk, down);
            Row::Item(item)
        }
        _ => return desk.say("Mark an item or a person to move it."),
    };
    // The mark stays on what has gone elsewhere.
    intake::go(desk, |intake, survey| {
        if let Some(place) = survey.rows.iter().position(|other| *other == row) {
            intake.row = place;
        }
    });
}

fn shift_person(desk: &mut Desk, person: PersonId, down: bool) {
    let people = &desk.meeting().people;
    let Some(at) = people.iter().position(|other| other.id == person) else { return };
    let id = |at: Option<usize>| at.and_then(|at| people.get(at)).map(|person| u32::from(person.id));
    let from = id(at.checked_sub(1));
    let to = if down { id(Some(at + 1)) } else { id(at.checked_sub(2)) };
    if (down && to.is_none()) || (!down && at == 0) {
        return desk.say("There is no further to go.");
    }
    desk.change("Moved the person", vec![Edit::Move { what: Moved::Person(person), from, to }]);
}

pub(super) fn restrict(desk: &mut Desk) {
    if let Some(Row::Part(part)) = marked(desk).1 {
        let Some(old) = desk.meeting().part(part).cloned() else { return };
        let new = crate::domain::agenda::Part { restricted: !old.restricted, ..old.clone() };
        let label = if new.restricted { "Made the part restricted" } else { "Made the part public" };
        let edit = Edit::replace(Thing::Part(old), Thing::Part(new));
        if desk.change(label, vec![edit]) {
            desk.say(format!("{label}. u takes it back."));
        }
        return;
    }
    match marked_item(desk) {
        Some(item) => restrict_item(desk, item),
        None => desk.say("Mark an item or a part to restrict it."),
    }
}

fn restrict_item(desk: &mut Desk, id: ItemId) {
    let meeting = desk.meeting();
    let Some(restricted) = meeting.item(id).map(|item| !meeting.is_restricted(item)) else { return };
    let label = if restricted { "Made the item restricted" } else { "Made the item public" };
    correct(desk, label, |correction| correction.restrict(id, restricted));
}

pub(super) fn details(desk: &mut Desk) {
    let form = forms::details(desk);
    desk.ask(form);
}

pub(super) fn roll(desk: &mut Desk) {
    let row = match marked(desk).1 {
        Some(Row::Person(person)) => {
            roll::order(desk.meeting()).position(|other| other.id == person).unwrap_or(0)
        }
        _ => 0,
    };
    desk.overlays.push(Overlay::Roll(Roll { row }));
}
