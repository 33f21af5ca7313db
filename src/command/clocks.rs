//! Verbs of the two clocks: what was planned against what happened, how long items took, and when paragraphs
//! were typed. None of it is exported.

use super::answers::read_time;
use super::{Command, Group, Possible, Scope, always};
use crate::desk::form::{Entry, Form, Purpose};
use crate::desk::sheet::Sheet;
use crate::desk::{Desk, Overlay};
use crate::domain::agenda::Item;
use crate::domain::edit::{Edit, Thing};
use crate::domain::meeting::{Course, Meeting};
use crate::domain::pace::{Span, in_recording};
use chrono::{NaiveDateTime, Timelike};
use std::fmt::Write;

pub(super) static COMMANDS: [Command; 3] = [
    Command {
        name: "times",
        help: "Shows how long items and breaks took, beside what was planned.",
        group: Group::Meeting,
        scope: Scope::Writing,
        keys: &[],
        foot: "",
        when: something_begun,
        run: |desk| {
            let text = table(desk);
            desk.overlays.push(Overlay::Sheet(Sheet::new("Times", &text)));
        },
    },
    Command {
        name: "show-times",
        help: "Shows beside each paragraph when it was begun, or where that is in the recording; or hides it.",
        group: Group::Meeting,
        scope: Scope::Writing,
        keys: &[],
        foot: "",
        when: always,
        run: |desk| {
            desk.show_times = !desk.show_times;
            let recorded = desk.meeting().course.recording.is_some();
            desk.say(match (desk.show_times, recorded) {
                (false, _) => "The times are hidden.",
                (true, true) => {
                    "The place in the recording stands beside each paragraph; it is never exported."
                }
                (true, false) => {
                    "The time stands beside each paragraph; recording-began makes it the recording's."
                }
            });
        },
    },
    Command {
        name: "recording-began",
        help: "Says when the recording of the meeting began, so that paragraphs can be found in it.",
        group: Group::Meeting,
        scope: Scope::Writing,
        keys: &[],
        foot: "",
        when: always,
        run: |desk| {
            let form = form(desk);
            desk.ask(form);
        },
    },
];

fn something_begun(desk: &Desk) -> Possible {
    if desk.meeting().spans().is_empty() {
        Err("Nothing has been minuted in session yet.".into())
    } else {
        Ok(())
    }
}

fn form(desk: &Desk) -> Form {
    let known = desk.meeting().course.recording.or(desk.clock);
    let time = known.map(|at| at.format("%H:%M").to_string()).unwrap_or_default();
    let entries = vec![Entry::words("Began at", time)];
    Form::new(Purpose::Recording, "When the recording began, or nothing", entries)
}

/// Settles the form that says when the recording began.
pub(super) fn settle(desk: &mut Desk, form: &Form) -> Result<(), String> {
    let words = form.words("Began at");
    let course = &desk.meeting().course;
    let day = course.opened().or(desk.clock).map(|at| at.date()).or(desk.meeting().head.date);
    let recording = if words.is_empty() {
        None
    } else {
        let time = read_time(&words)?;
        Some(day.ok_or("the day of the meeting is not known; give it with meeting-details")?.and_time(time))
    };
    let old = course.clone();
    let new = Course { recording, ..old.clone() };
    let edit = Edit::replace(Thing::Course(old), Thing::Course(new));
    if desk.change("Said when the recording began", vec![edit]) {
        desk.say("Kept; show-times shows the place in the recording beside each paragraph.");
    }
    Ok(())
}

/// Items and breaks with their times, a line each.
fn table(desk: &Desk) -> String {
    let meeting = desk.meeting();
    let Some(now) = desk.clock.and_then(|now| now.with_second(0)) else { return String::new() };
    let mut text = String::from("  from    to   min  planned\n\n");
    let mut total = 0;
    for span in meeting.spans() {
        let minutes = span.minutes(now);
        total += if span.item.is_some() { minutes } else { 0 };
        line(meeting, &span, minutes, &mut text);
    }
    let _ = writeln!(text, "\n  {total} minutes of business.");
    if let Some(opened) = meeting.course.recording {
        let _ = writeln!(text, "  The recording began at {}.", opened.format("%H:%M"));
    }
    text
}

fn line(meeting: &Meeting, span: &Span, minutes: i64, text: &mut String) {
    let item = span.item.and_then(|item| meeting.item(item));
    let planned = item.and_then(|item| item.heading.planned).map(|at| at.format("%H:%M").to_string());
    let to = span.to.map_or("  now".to_owned(), |to| to.format("%H:%M").to_string());
    let name = item.map_or("– adjourned".to_owned(), Item::name);
    let from = span.from.format("%H:%M");
    let _ = writeln!(text, "  {from}  {to}  {minutes:>4}  {:<7}  {name}", planned.unwrap_or_default());
}

/// What stands beside a paragraph that was begun then: the place in the recording, or the time.
#[must_use]
pub fn beside(meeting: &Meeting, begun: NaiveDateTime) -> String {
    let time = || begun.format("%H:%M").to_string();
    meeting
        .course
        .recording
        .map_or_else(time, |began| in_recording(began, begun).unwrap_or_else(|| "–".to_owned()))
}
