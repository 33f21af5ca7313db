//! The keys of the import screen: going about in it and opening it again. What the corrections do is in
//! [`super::corrections`].

use super::desk::desk;
use super::{Command, Possible, Scope, always, corrections};
use crate::desk::intake::{Intake, Panes, Side, Survey};
use crate::desk::{Desk, Effect, Overlay};
use crate::domain::paper::Standing;
use crate::session::Entry;

/// Whether a command closes the import screen.
pub(super) fn closes(command: &Command) -> bool {
    command.name == "start-minuting"
}

pub(super) static COMMANDS: [Command; 12] = [
    desk!(
        "start-minuting",
        "Closes the import screen and starts minuting, or goes on with it.",
        Scope::Intake,
        &["Enter", "Esc"],
        "Start minuting",
        always,
        Desk::close_overlay
    ),
    desk!(
        "intake-next-doubt",
        "Marks the next line that was guessed or left over.",
        Scope::Intake,
        &["n", "Space"],
        "Doubt",
        has_doubts,
        |desk| doubt(desk, false)
    ),
    desk!(
        "intake-doubt-before",
        "Marks the line before that was guessed or left over.",
        Scope::Intake,
        &["p"],
        "",
        has_doubts,
        |desk| doubt(desk, true)
    ),
    desk!(
        "intake-other-side",
        "Goes from the paper to what was understood of it, or back.",
        Scope::Intake,
        &["Tab", "Shift-Tab"],
        "Side",
        always,
        |desk| go(desk, Intake::turn)
    ),
    desk!("intake-up", "Marks the line above.", Scope::Intake, &["Up"], "", always, |desk| step(desk, -1)),
    desk!("intake-down", "Marks the line below.", Scope::Intake, &["Down"], "", always, |desk| step(desk, 1)),
    desk!("intake-page-up", "Goes a screenful up.", Scope::Intake, &["PageUp"], "", always, |desk| {
        step(desk, -screenful(desk));
    }),
    desk!("intake-page-down", "Goes a screenful down.", Scope::Intake, &["PageDown"], "", always, |desk| {
        step(desk, screenful(desk));
    }),
    desk!("intake-start", "Marks the first line.", Scope::Intake, &["Home"], "", always, |desk| {
        step(desk, isize::MIN);
    }),
    desk!("intake-end", "Marks the last line.", Scope::Intake, &["End"], "", always, |desk| {
        step(desk, isize::MAX);
    }),
    desk!(
        "stop-reading",
        "Stops the reading of a long paper; nothing has been kept.",
        Scope::Reading,
        &["Esc", "Ctrl-C"],
        "Stop",
        always,
        |desk| desk.order(Effect::Quit)
    ),
    desk!(
        "agenda-paper",
        "Opens the import screen again: the agenda as printed, and what was understood of it.",
        Scope::Writing,
        &[],
        "",
        has_paper,
        |desk| {
            let intake = Intake::new(desk.meeting());
            desk.overlays.push(Overlay::Intake(intake));
        }
    ),
];

pub(super) static CORRECTIONS: [Command; 18] = [
    desk!(
        "intake-change",
        "Says what the line is, from a short list.",
        Scope::Intake,
        &["c"],
        "Change",
        on_a_line,
        corrections::choose_meaning
    ),
    desk!(
        "intake-item",
        "Makes the line an item.",
        Scope::Intake,
        &["i"],
        "Item",
        on_a_line,
        corrections::make_item
    ),
    desk!(
        "intake-similar",
        "Marks all similar lines in the same way.",
        Scope::Intake,
        &["l"],
        "",
        always,
        corrections::mark_similar
    ),
    desk!(
        "intake-reading",
        "Shows the next reading of the paper, with other lines as items.",
        Scope::Intake,
        &["o"],
        "",
        always,
        corrections::other_reading
    ),
    desk!(
        "intake-why",
        "Explains why the line was read as it was.",
        Scope::Intake,
        &["w", "?"],
        "",
        on_a_line,
        corrections::explain_line
    ),
    desk!(
        "intake-edit",
        "Edits what was understood: an item, a recommendation, a part, a person, the meeting's details.",
        Scope::Intake,
        &["e"],
        "Edit",
        always,
        corrections::edit
    ),
    desk!(
        "intake-accept",
        "Says that a guessed line was understood rightly, and goes to the next doubt.",
        Scope::Intake,
        &["y"],
        "Right",
        was_guessed,
        corrections::accept
    ),
    desk!(
        "intake-split",
        "Splits an item: this line and those below it become an item of their own.",
        Scope::Intake,
        &["s"],
        "Split",
        on_a_line,
        corrections::split
    ),
    desk!(
        "intake-join",
        "Joins the item to the one above, as words of its agenda.",
        Scope::Intake,
        &["j"],
        "Join",
        always,
        corrections::join
    ),
    desk!(
        "intake-drop",
        "Drops what is marked; the line is shown as dropped, and undo brings it back.",
        Scope::Intake,
        &["x", "Delete"],
        "Drop",
        always,
        corrections::drop
    ),
    desk!(
        "intake-add",
        "Adds an item after the one that is marked, or a person after a person.",
        Scope::Intake,
        &["a"],
        "Add",
        always,
        corrections::add
    ),
    desk!(
        "intake-move-up",
        "Moves the item one place up the agenda.",
        Scope::Intake,
        &["Alt-Up", "Minus"],
        "",
        always,
        |desk| corrections::shift(desk, false)
    ),
    desk!(
        "intake-move-down",
        "Moves the item one place down the agenda.",
        Scope::Intake,
        &["Alt-Down", "+"],
        "",
        always,
        |desk| corrections::shift(desk, true)
    ),
    desk!(
        "intake-restrict",
        "Makes the item or part restricted, or public again.",
        Scope::Intake,
        &["r", "Alt-X"],
        "Restrict",
        always,
        corrections::restrict
    ),
    desk!(
        "intake-undo",
        "Takes the last correction back.",
        Scope::Intake,
        &["u", "Ctrl-Z"],
        "Undo",
        always,
        |desk| travel(desk, &Entry::Undid)
    ),
    desk!(
        "intake-redo",
        "Makes again what was taken back.",
        Scope::Intake,
        &["Ctrl-Y"],
        "",
        always,
        |desk| travel(desk, &Entry::Redid)
    ),
    desk!(
        "intake-details",
        "Changes the meeting's details: body, date, venue, quorum.",
        Scope::Intake,
        &["d"],
        "",
        always,
        corrections::details
    ),
    desk!(
        "intake-roll",
        "Opens the roll of attendance.",
        Scope::Intake,
        &["F2", "Alt-2"],
        "",
        always,
        corrections::roll
    ),
];

/// Does something with the open screen.
pub(super) fn go(desk: &mut Desk, turn: impl FnOnce(&mut Intake, &Survey<'_>)) {
    let survey = Survey::of(desk.session.meeting());
    let open = desk.overlays.iter_mut().rev().find_map(|overlay| match overlay {
        Overlay::Intake(intake) => Some(intake),
        _ => None,
    });
    if let Some(intake) = open {
        turn(intake, &survey);
        intake.settle(&survey);
    }
}

fn step(desk: &mut Desk, by: isize) {
    go(desk, |intake, survey| intake.step(survey, by));
}

/// Marks the next line that wants a look.
pub(super) fn doubt(desk: &mut Desk, back: bool) {
    go(desk, |intake, survey| {
        if intake.side == Side::Understood {
            intake.turn(survey);
        }
        if let Some(line) = survey.doubt(intake.line, back) {
            intake.line = line;
        }
    });
}

fn travel(desk: &mut Desk, entry: &Entry) {
    desk.time_travel(entry);
    step(desk, 0);
}

fn screenful(desk: &Desk) -> isize {
    let side = match desk.overlay() {
        Some(Overlay::Intake(intake)) => intake.side,
        _ => Side::Paper,
    };
    let panes = Panes::of(desk.size, side);
    let high = panes.paper.height.max(panes.understood.height).saturating_sub(3);
    isize::try_from(high.max(1)).unwrap_or(1)
}

fn has_doubts(desk: &Desk) -> Possible {
    if desk.meeting().paper_standings().into_iter().any(Standing::wants_a_look) {
        Ok(())
    } else {
        Err("Nothing is left that was guessed or not understood; Enter starts minuting.".into())
    }
}

fn has_paper(desk: &Desk) -> Possible {
    if desk.meeting().paper.is_empty() {
        Err("This record holds no paper: it was not imported, or the paper was taken out.".into())
    } else {
        Ok(())
    }
}

fn on_a_line(desk: &Desk) -> Possible {
    let Some(Overlay::Intake(intake)) = desk.overlay() else { return Ok(()) };
    match intake.marked(&Survey::of(desk.meeting())) {
        (Some(_), _) => Ok(()),
        _ => Err("No line of the paper belongs to this; e edits it, x drops it.".into()),
    }
}

fn was_guessed(desk: &Desk) -> Possible {
    on_a_line(desk)?;
    let Some(Overlay::Intake(intake)) = desk.overlay() else { return Ok(()) };
    let survey = Survey::of(desk.meeting());
    let standing = intake.marked(&survey).0.and_then(|at| survey.standings.get(at));
    match standing {
        Some(Standing::Guessed) => Ok(()),
        Some(Standing::LeftOver) => {
            Err("Nothing is understood of this line; say with c what it is, or drop it with x.".into())
        }
        _ => Err("This line was not guessed, so there is nothing to settle; c changes what it is.".into()),
    }
}
