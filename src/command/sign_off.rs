//! Verbs of sign-off: the draft goes to the chair, is agreed, and is sealed when a later meeting has approved
//! it; and what is corrected afterwards. Warns and never forbids, until the record is sealed.

use super::answers::read_date;
use super::{Command, Group, Possible, Scope};
use crate::desk::form::{Entry as Ask, Form, Purpose};
use crate::desk::{Desk, Effect};
use crate::domain::agenda::Heading;
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::CorrectionId;
use crate::domain::meeting::{Course, Status};
use crate::domain::review::{Correction, Seal, Step};
use crate::store::seal;

macro_rules! step {
    ($name:literal, $help:literal, $when:expr, $run:expr) => {
        Command {
            name: $name,
            help: $help,
            group: Group::Review,
            scope: Scope::Everywhere,
            keys: &[],
            foot: "",
            when: $when,
            run: $run,
        }
    };
}

pub(super) static COMMANDS: [Command; 5] = [
    step!(
        "send-to-chair",
        "Notes that the draft is with the chair.",
        |desk| stands(desk, &[Status::Closed], "Close the meeting first, with close-meeting."),
        |desk| ask(desk, Status::WithChair)
    ),
    step!(
        "agree-draft",
        "Notes that the chair has agreed the draft, and fixes the minute numbers.",
        |desk| stands(
            desk,
            &[Status::Closed, Status::WithChair],
            "A draft is agreed after the close and before the seal."
        ),
        |desk| ask(desk, Status::Agreed)
    ),
    step!(
        "return-draft",
        "Takes the draft back to work on it.",
        |desk| stands(
            desk,
            &[Status::WithChair, Status::Agreed],
            "The draft is not with the chair and not agreed."
        ),
        |desk| ask(desk, Status::Closed)
    ),
    step!(
        "seal-record",
        "Seals the record once the minutes are approved and signed; it refuses every change from then on.",
        |desk| stands(desk, &[Status::Agreed], "The draft must be agreed first, with agree-draft."),
        |desk| ask(desk, Status::Sealed)
    ),
    step!(
        "add-correction",
        "Notes beside a sealed record what a later meeting corrected in it.",
        |desk| stands(desk, &[Status::Sealed], "The record is not sealed; change the minutes themselves."),
        ask_correction
    ),
];

fn stands(desk: &Desk, at: &[Status], otherwise: &'static str) -> Possible {
    match desk.meeting().course.status {
        now if at.contains(&now) => Ok(()),
        Status::Sealed => Err(desk.refusal().map_or(otherwise.into(), Into::into)),
        _ => Err(otherwise.into()),
    }
}

fn ask(desk: &mut Desk, to: Status) {
    let chairs = desk.meeting().chairs();
    let chair = chairs.first().map(|chair| chair.name.clone()).unwrap_or_default();
    let names = desk.meeting().people.iter().map(|person| person.name.clone()).collect();
    // Whoever seals is told what can then no longer be answered.
    let signed = match desk.meeting().open_remarks().count() {
        0 => "The minutes are approved and signed".to_owned(),
        1 => "Approved and signed; 1 remark is not answered".to_owned(),
        open => format!("Approved and signed; {open} remarks are not answered"),
    };
    let (title, entries) = match to {
        Status::WithChair => ("The draft goes to the chair", vec![Ask::completed("Sent to", chair, names)]),
        Status::Agreed => ("The draft is agreed", vec![Ask::completed("Agreed by", chair, names)]),
        Status::Sealed => (
            signed.as_str(),
            vec![
                Ask::words("Approved on", ""),
                Ask::completed("Signed by", chair, names),
                Ask::one_of(
                    "Seal the record",
                    vec!["no, not yet".into(), "yes: no change, nor undo, from then on".into()],
                    0,
                ),
            ],
        ),
        _ => ("The draft is worked on again", vec![Ask::completed("Returned by", chair, names)]),
    };
    desk.ask(Form::new(Purpose::Step(to), title, entries));
}

/// What becomes of a step.
pub(super) fn settle_step(desk: &mut Desk, form: &Form, to: Status) -> Result<(), String> {
    let now = desk.clock.ok_or("the clock has not said what time it is; try again")?;
    let label = match to {
        Status::WithChair => "Sent to",
        Status::Agreed => "Agreed by",
        Status::Sealed => "Signed by",
        _ => "Returned by",
    };
    let by = form.words(label);
    if to == Status::Sealed {
        return settle_seal(desk, form, by);
    }
    let old = desk.meeting().course.clone();
    let mut new = Course { status: to, ..old.clone() };
    new.steps.push(Step { to, by, at: now });
    let mut edits = vec![Edit::replace(Thing::Course(old), Thing::Course(new))];
    edits.extend(if to == Status::Agreed { fixed_numbers(desk) } else { free_numbers(desk, to) });
    let open = desk.meeting().open_remarks().count();
    if desk.change(said(to), edits) {
        desk.order(Effect::Save);
        match open {
            0 => desk.say(format!("{}.", said(to))),
            1 => desk.say(format!("{}; 1 remark is not answered yet (Alt-Z).", said(to))),
            _ => desk.say(format!("{}; {open} remarks are not answered yet (Alt-Z).", said(to))),
        }
    }
    Ok(())
}

fn said(to: Status) -> &'static str {
    match to {
        Status::WithChair => "The draft is with the chair",
        Status::Agreed => "The draft is agreed",
        Status::Sealed => "The record is sealed",
        _ => "The draft is open again",
    }
}

/// Fixes the minute number of every item that has one: once agreed, numbers are quoted elsewhere and must not
/// move when an item is changed.
fn fixed_numbers(desk: &Desk) -> Vec<Edit> {
    let meeting = desk.meeting();
    let fixed = meeting.minute_numbers().filter_map(|(id, number)| {
        let old = meeting.item(id)?.heading.clone();
        let new = Heading { number: Some(number), ..old.clone() };
        Some(Edit::replace(Thing::Heading(id, old), Thing::Heading(id, new)))
    });
    fixed.filter(|edit| !edit.is_nothing()).collect()
}

/// Lets the numbers run freely again when an agreed draft is taken back.
fn free_numbers(desk: &Desk, to: Status) -> Vec<Edit> {
    let meeting = desk.meeting();
    if to != Status::Closed || meeting.course.status != Status::Agreed {
        return Vec::new();
    }
    let fixed = meeting.items.iter().filter(|item| item.heading.number.is_some());
    fixed
        .map(|item| {
            let new = Heading { number: None, ..item.heading.clone() };
            Edit::replace(Thing::Heading(item.id, item.heading.clone()), Thing::Heading(item.id, new))
        })
        .collect()
}

/// Seals the record. The digest is that of the record as it stands after every other step.
fn settle_seal(desk: &mut Desk, form: &Form, by: String) -> Result<(), String> {
    let now = desk.clock.ok_or("the clock has not said what time it is; try again")?;
    let approved = match form.words("Approved on") {
        day if day.is_empty() => return Err("say on which day the minutes were approved".into()),
        day => read_date(&day)?,
    };
    if form.chosen("Seal the record") == 0 {
        return Err("choose yes to seal the record, or press Esc".into());
    }
    let old = desk.meeting().course.clone();
    let mut new = Course { status: Status::Sealed, ..old.clone() };
    new.steps.push(Step { to: Status::Sealed, by: by.clone(), at: now });
    let mut sealed = desk.meeting().clone();
    sealed.course.clone_from(&new);
    let digest = seal::digest(&sealed);
    let rule = digest.find(':').map_or(0, |colon| colon + 1);
    let short: String = digest.chars().take(rule + 12).collect();
    new.seal = Some(Seal { digest, approved: Some(approved), signed_by: by });
    let edit = Edit::replace(Thing::Course(old), Thing::Course(new));
    if desk.change("Sealed the record", vec![edit]) {
        desk.order(Effect::Save);
        desk.say(format!(
            "The record is sealed, digest {short}…; minutebook verify holds the file against it."
        ));
    }
    Ok(())
}

fn ask_correction(desk: &mut Desk) {
    let entries = vec![
        Ask::words("Correction", ""),
        Ask::words("Made on", ""),
        Ask::words("Minute number", ""),
        Ask::one_of("Of", vec!["public business".into(), "restricted business".into()], 0),
    ];
    let form = Form::new(Purpose::Correction, "A correction made at a later meeting", entries);
    desk.ask(form);
}

/// What becomes of a correction.
pub(super) fn settle_correction(desk: &mut Desk, form: &Form) -> Result<(), String> {
    let text = form.words("Correction");
    if text.is_empty() {
        return Err("say what is corrected, as the later meeting minuted it".into());
    }
    let made = match form.words("Made on") {
        day if day.is_empty() => None,
        day => Some(read_date(&day)?),
    };
    let id = CorrectionId(desk.session.draw_id());
    let after = desk.meeting().corrections.last().map(|last| last.id.into());
    let restricted = form.chosen("Of") == 1;
    let correction = Correction { id, text, made, minute: form.words("Minute number"), restricted };
    if desk.change("Noted a correction", vec![Edit::insert(after, Thing::Correction(correction))]) {
        desk.order(Effect::Save);
        desk.say("The correction stands beside the record; the words that were signed are as they were.");
    }
    Ok(())
}
