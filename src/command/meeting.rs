//! Verbs of the meeting as a whole: its head, its course, its checks, and what goes out.

use super::{Command, Group, Possible, Scope, always, exporting, forms};
use crate::desk::form::Form;
use crate::desk::sheet::Sheet;
use crate::desk::{Desk, Effect, Overlay, Rich};
use crate::domain::edit::{Edit, Thing};
use crate::domain::meeting::{Course, Moment, Status, Turn};
use crate::export::{Audience, Document, Order, Paper, html, text};
use chrono::Timelike;

macro_rules! meeting {
    ($name:literal, $help:literal, $keys:expr, $foot:literal, $when:expr, $run:expr) => {
        Command {
            name: $name,
            help: $help,
            group: Group::Meeting,
            scope: Scope::Everywhere,
            keys: $keys,
            foot: $foot,
            when: $when,
            run: $run,
        }
    };
}

pub(super) static COMMANDS: [Command; 11] = [
    meeting!(
        "open-meeting",
        "Opens the meeting and records the time.",
        &["Alt-O"],
        "Open",
        can_open,
        |desk| turn(desk, Turn::Opened)
    ),
    meeting!("adjourn", "Adjourns the meeting and records the time.", &[], "", is_open, |desk| turn(
        desk,
        Turn::Adjourned
    )),
    meeting!(
        "resume",
        "Resumes the adjourned meeting and records the time.",
        &[],
        "Resume",
        is_adjourned,
        |desk| turn(desk, Turn::Resumed)
    ),
    meeting!("close-meeting", "Closes the meeting and records the time.", &[], "", is_open, |desk| turn(
        desk,
        Turn::Closed
    )),
    meeting!(
        "meeting-details",
        "Changes the head of the minutes: body, authority, day, venue, profile, style, numbers and quorum.",
        &["Alt-M"],
        "",
        always,
        |desk| open(desk, forms::details)
    ),
    meeting!(
        "meeting-times",
        "Corrects the times of opening, adjournment and close.",
        &[],
        "",
        has_times,
        |desk| open(desk, forms::times)
    ),
    meeting!(
        "review",
        "Shows the minutes as they will be printed.",
        &["F8", "Alt-8"],
        "Review",
        always,
        review
    ),
    meeting!("export", "Writes the minutes to a file.", &["F9", "Alt-9"], "Export", always, |desk| open(
        desk,
        exporting::form
    )),
    meeting!(
        "copy-minutes",
        "Copies the public minutes to the clipboard; nothing restricted goes with them.",
        &[],
        "",
        always,
        |desk| {
            let document = document(desk, Audience::Public);
            let (text, html) = (text::text(&document), html::pasted(&document));
            desk.order(Effect::CopyRich(Rich { text, html }));
        }
    ),
    meeting!(
        "save",
        "Writes the record to the disk now; it is kept safe without it, too.",
        &["Ctrl-S", "Alt-S"],
        "",
        always,
        |desk| {
            desk.order(Effect::Save);
        }
    ),
    meeting!(
        "save-elsewhere",
        "Keeps the session in another place from now on, with everything that was typed.",
        &["F12"],
        "",
        may_be_written,
        |desk| open(desk, forms::save_elsewhere)
    ),
];

fn open(desk: &mut Desk, form: fn(&Desk) -> Form) {
    let form = form(desk);
    // A second press of the key does not lay a second form over the first.
    if !matches!(desk.overlay(), Some(Overlay::Form(open)) if open.purpose == form.purpose) {
        desk.ask(form);
    }
}

fn may_be_written(desk: &Desk) -> Possible {
    match &desk.read_only {
        Some(why) => Err(why.clone().into()),
        None => Ok(()),
    }
}

fn status(desk: &Desk) -> Status {
    desk.meeting().course.status
}

fn can_open(desk: &Desk) -> Possible {
    match status(desk) {
        Status::Prepared | Status::Closed => Ok(()),
        other => Err(format!("The meeting is {}.", other.word()).into()),
    }
}

fn is_open(desk: &Desk) -> Possible {
    match status(desk) {
        Status::Open => Ok(()),
        Status::Prepared => Err("The meeting has not been opened; use open-meeting.".into()),
        other => Err(format!("The meeting is {}.", other.word()).into()),
    }
}

fn is_adjourned(desk: &Desk) -> Possible {
    match status(desk) {
        Status::Adjourned => Ok(()),
        _ => Err("The meeting is not adjourned.".into()),
    }
}

fn has_times(desk: &Desk) -> Possible {
    if desk.meeting().course.moments.is_empty() {
        Err("No times are recorded yet; use open-meeting.".into())
    } else {
        Ok(())
    }
}

/// Takes the meeting a turn further, at the time of the clock.
fn turn(desk: &mut Desk, turn: Turn) {
    let Some(now) = desk.clock else {
        return desk.warn("The clock has not said what time it is; try again.");
    };
    let at = now.with_second(0).and_then(|now| now.with_nanosecond(0)).unwrap_or(now);
    let old = desk.meeting().course.clone();
    let mut new = Course { status: status_after(turn), ..old.clone() };
    new.moments.push(Moment::new(turn, at));
    let (verb, time) = (verb(turn), at.format("%H:%M"));
    if desk
        .change(&format!("{verb} the meeting"), vec![Edit::replace(Thing::Course(old), Thing::Course(new))])
    {
        desk.order(Effect::Save);
        let parked = desk.meeting().parked.len();
        if turn == Turn::Closed && parked > 0 {
            super::parked::open(desk);
            let are = if parked == 1 { "thought is" } else { "thoughts are" };
            return desk.warn(format!(
                "{verb} the meeting at {time}. {parked} {are} still parked: F6 places, Delete drops."
            ));
        }
        let nobody = turn == Turn::Opened && desk.meeting().attendance.is_empty();
        let hint = if nobody { "F2 calls the roll." } else { "Correct the time with meeting-times." };
        desk.say(format!("{verb} the meeting at {time}. {hint}"));
    }
}

fn status_after(turn: Turn) -> Status {
    match turn {
        Turn::Opened | Turn::Resumed => Status::Open,
        Turn::Adjourned => Status::Adjourned,
        Turn::Closed => Status::Closed,
    }
}

/// The verb of a turn, as it is said.
fn verb(turn: Turn) -> &'static str {
    match turn {
        Turn::Opened => "Opened",
        Turn::Adjourned => "Adjourned",
        Turn::Resumed => "Resumed",
        Turn::Closed => "Closed",
    }
}

/// The minutes as they are printed, in the style on the desk.
fn document(desk: &Desk, audience: Audience) -> Document {
    let (meeting, style, profile) = (desk.meeting(), desk.style(), desk.profile());
    Order { meeting, paper: Paper::Minutes, style, profile, audience, state: None }.document()
}

fn review(desk: &mut Desk) {
    let text = text::text(&document(desk, Audience::Full));
    let title = format!("The minutes in full as they will be printed, style {}", desk.style().name);
    // The key that opened the review closes it.
    if matches!(desk.overlay(), Some(Overlay::Sheet(open)) if open.title == title) {
        return desk.close_overlay();
    }
    desk.overlays.push(Overlay::Sheet(Sheet::new(title, &text)));
}
