//! Verbs of a copy of the draft that came back: it is read and compared, and what was changed in it becomes remarks, to
//! be taken or left. Knows neither how copies are read nor how they are compared.

use super::review::review;
use super::{Command, Possible, Scope};
use crate::desk::form::{Entry as Ask, Form, Purpose};
use crate::desk::{Desk, Effect, Overlay};
use crate::domain::edit::{Edit, Thing};
use crate::domain::meeting::Status;
use crate::domain::review::Remark;
use crate::returned::{Against, Change, remarks};
use std::path::PathBuf;

pub(super) static COMMANDS: [Command; 1] = [review!(
    "compare-returned",
    "Reads a copy of the draft that came back changed, and lists the changes to be taken or left.",
    Scope::Everywhere,
    &[],
    "",
    something_went_out,
    |desk| {
        let form =
            Form::new(Purpose::Returned, "A copy of the draft that came back", vec![Ask::words("File", "")]);
        desk.ask(form);
    }
)];

fn something_went_out(desk: &Desk) -> Possible {
    match desk.meeting().course.status {
        Status::Sealed => {
            Err("The record is sealed; what is wrong in it is noted beside it, with add-correction.".into())
        }
        _ if desk.meeting().items.iter().all(|item| item.minutes.is_empty()) => {
            Err("Nothing is minuted yet.".into())
        }
        _ => Ok(()),
    }
}

/// What becomes of the name of a file.
pub(super) fn settle_file(desk: &mut Desk, form: &Form) -> Result<(), String> {
    let file = form.words("File");
    if file.is_empty() {
        return Err("a copy that came back is a file; say which, such as draft.docx".into());
    }
    desk.order(Effect::ReadReturned(PathBuf::from(file)));
    desk.say("Reading the copy…");
    Ok(())
}

/// Makes remarks of the changes in a copy, in one step, and lists them. Returns how many are new; none where they could
/// not be made.
pub fn take_up(desk: &mut Desk, changes: &[Change], against: Against, notes: &[String]) -> Option<usize> {
    let notes: String = notes.iter().map(|note| format!(" {note}")).collect();
    let (meeting, clock) = (desk.meeting().clone(), desk.clock);
    let made = remarks(&meeting, changes, clock, || desk.session.draw_id());
    let count = made.len();
    if count == 0 {
        let said = match changes.len() {
            0 => "The copy reads as the draft does; there is nothing to take or to leave.",
            _ => "Everything that was changed in the copy is in the draft, or listed already (Alt-Z).",
        };
        desk.say(format!("{said}{notes}"));
        return Some(0);
    }
    if !desk.change("Took up what came back", inserted(desk, made)) {
        return None;
    }
    if !desk.overlays.iter().any(|overlay| matches!(overlay, Overlay::Remarks(_))) {
        desk.overlays.push(Overlay::Remarks(0));
    }
    let found = if count == 1 { "1 change".to_owned() } else { format!("{count} changes") };
    desk.say(format!("{found}{}; t takes, l leaves.{notes}", against.phrase()));
    Some(count)
}

/// The edits that add remarks, one after the other.
fn inserted(desk: &Desk, remarks: Vec<Remark>) -> Vec<Edit> {
    let mut last = desk.meeting().remarks.last().map(|remark| remark.id);
    let add = |remark: Remark| {
        let after = last.replace(remark.id);
        Edit::insert(after.map(Into::into), Thing::Remark(remark))
    };
    remarks.into_iter().map(add).collect()
}
