//! A sealed record, and one that may only be read, refuses every change at once and in words: no form is opened to be
//! filled in for nothing.

use crate::stage::{Stage, day};
use crate::table::stage_in;
use minutebook::command::{Command, Scope, table};
use minutebook::desk::form::Purpose as Asking;
use minutebook::desk::picker::Purpose;
use minutebook::desk::{Desk, Overlay};
use minutebook::domain::meeting::Status;
use minutebook::domain::review::Seal;
use minutebook::session::Session;
use std::collections::BTreeSet;

/// Meetings with the cursor at a place, with everything there that a command could want.
fn written() -> Vec<Stage> {
    let begun = || Stage::new().command("open-meeting").play("<f2>*<down>a<esc>");
    vec![
        begun().play("One.<enter>- two<up>"),
        begun().play("One.<enter>Cllr Bri"),
        begun().play("Noted.<f10><right>qWhy?<enter><esc>"),
        begun().play("<f4>that we adjourn.<tab>Brin<tab>Oka<tab><enter>"),
        begun().play("<f3>nbrin<tab><right><enter><esc><f6>a thought<enter><ctrl-down><ctrl-down>"),
        begun().play("<ctrl-down><ctrl-down><ctrl-down><ctrl-down>ACTION: Col Hester to go.<enter>More."),
        begun().command("adjourn"),
        begun().play("Noted.").command("close-meeting"),
        begun().play("Noted.").command("close-meeting").command("agree-draft").play("<enter>"),
        Stage::new(),
    ]
}

/// The same place in the same meeting, on a desk of its own.
fn again(stage: &Stage) -> Stage {
    let mut copy = Stage::with(stage.meeting().clone());
    if let Some(item) = stage.desk.writing.item {
        copy.desk.go_to(item, stage.desk.writing.caret);
    }
    copy.desk.lay_out();
    copy
}

/// Desks on which this scope is on top.
fn opened(scope: Scope) -> Vec<Stage> {
    if scope != Scope::Picker {
        return vec![stage_in(scope)];
    }
    let settled =
        Stage::new().play("They didn't agree.<f7>didn<ctrl-r>meant<enter><esc>").command("settled-findings");
    let thought = Stage::new().play("<f6>a thought<enter>").command("parked-thoughts");
    vec![Stage::new().play("They didn't agree.<f7>did not"), settled, thought]
}

/// Puts a sealed record on the desk in the place of the one that lies there, everything else as it is.
fn seal(mut stage: Stage) -> Stage {
    let mut sealed = stage.meeting().clone();
    sealed.course.status = Status::Sealed;
    sealed.course.seal =
        Some(Seal { digest: "sha256:0".into(), approved: Some(day()), signed_by: "Mrs E Carrow".into() });
    stage.desk.session = Session::new(sealed, 1000);
    stage.effects.clear();
    stage
}

/// Whether something is open whose only end is a change of the record.
fn asks_for_a_change(desk: &Desk) -> bool {
    match desk.overlay() {
        Some(Overlay::Form(form)) => {
            !matches!(form.purpose, Asking::Export | Asking::SaveElsewhere | Asking::QuitUnsaved)
        }
        Some(Overlay::Picker(list)) => list.purpose == Purpose::Meanings,
        Some(Overlay::Voting(_)) => true,
        _ => false,
    }
}

/// What a command does to a desk: whether it changes the record, and whether it opens something that would.
fn done(mut stage: Stage, command: &Command) -> (Stage, bool) {
    let (before, open) = (stage.meeting().clone(), stage.desk.overlays.len());
    stage.desk.notice = None;
    if (command.when)(&stage.desk).is_ok() {
        minutebook::command::run(&mut stage.desk, command);
        stage.desk.lay_out();
    }
    let opened = stage.desk.overlays.len() > open && asks_for_a_change(&stage.desk);
    let changed = *stage.meeting() != before;
    (stage, changed || opened)
}

/// A desk on which the record may only be read.
fn read_only(mut stage: Stage) -> Stage {
    stage.desk.read_only = Some("Somebody else has this session open; it can be read here.".into());
    stage
}

/// Holds a command that changes what is on such a desk to refusing where that may not be.
fn is_refused(command: &Command, refusing: Stage) {
    let can = (command.when)(&refusing.desk);
    let (after, changed) = done(refusing, command);
    assert!(!changed, "{} changes it, or asks what to change\n{}", command.name, after.screen());
    let said = after.desk.notice.as_ref();
    // Undo asks the journal first: a correction of a sealed record can be taken back.
    let waits = after.desk.undo_waits;
    let warned = can.is_err() || waits || said.is_some_and(|said| said.warning);
    assert!(warned, "{} says nothing but {said:?}\n{}", command.name, after.screen());
}

/// Tries a command on desks made by this; returns whether it changed the record, or asked what to change.
fn is_tried(command: &Command, make: &dyn Fn() -> Stage) -> bool {
    let changes = done(make(), command).1;
    if changes {
        is_refused(command, read_only(make()));
        if command.name != "add-correction" {
            is_refused(command, seal(make()));
        }
    }
    changes
}

#[test]
fn a_record_that_cannot_be_changed_refuses_before_anything_is_asked() {
    let written = written();
    let mut changing = BTreeSet::new();
    for command in table() {
        let changes = if matches!(command.scope, Scope::Writing | Scope::Everywhere) {
            written.iter().any(|stage| is_tried(command, &|| again(stage)))
        } else {
            let count = if command.scope == Scope::Picker { 3 } else { 1 };
            (0..count).any(|at| is_tried(command, &|| opened(command.scope).swap_remove(at)))
        };
        if changes {
            changing.insert(command.name);
        }
    }
    for name in [
        "motion",
        "item-details",
        "new-declaration",
        "mark-resolution",
        "finding-settle",
        "finding-reopen",
        "intake-change",
        "chair-accept",
        "list-drop",
    ] {
        assert!(changing.contains(name), "{name} is not tried: {changing:?}");
    }
    assert!(changing.len() > 80, "{}: {changing:?}", changing.len());
}

#[test]
fn what_is_typed_into_a_sealed_record_is_refused_and_a_correction_is_not() {
    let stage = seal(Stage::new().play("Noted.")).play("x");
    assert!(stage.notice().contains("sealed"), "{}", stage.notice());
    let stage = stage.paste("more");
    assert!(stage.notice().contains("sealed"), "{}", stage.notice());
    for step in ["send-to-chair", "agree-draft", "return-draft", "seal-record"] {
        let stage = seal(Stage::new().play("Noted.")).command(step);
        assert!(stage.notice().starts_with("The record is sealed"), "{step}: {}", stage.notice());
    }
    let stage = stage.command("add-correction").play("For Brine read Brain.<enter>");
    assert_eq!(stage.meeting().corrections.len(), 1);
}
