//! Sheets to read: scrolling and closing them. What is written on a sheet is not known here.

use super::desk::desk;
use super::{Command, Possible, Scope, always};
use crate::desk::{Desk, Overlay};

pub(super) static COMMANDS: [Command; 7] = [
    desk!(
        "sheet-close",
        "Closes what is being read.",
        Scope::Sheet,
        &["Esc", "q"],
        "Close",
        not_an_intake,
        Desk::close_overlay
    ),
    desk!(
        "start-minuting",
        "Closes the report on the agenda and starts minuting.",
        Scope::Sheet,
        &["Enter"],
        "Start minuting",
        an_intake,
        Desk::close_overlay
    ),
    desk!("sheet-up", "Scrolls up.", Scope::Sheet, &["Up", "k"], "", always, |desk| scroll(desk, -1)),
    desk!("sheet-down", "Scrolls down.", Scope::Sheet, &["Down", "j"], "Scroll", always, |desk| scroll(
        desk, 1
    )),
    desk!("sheet-page-up", "Scrolls a screenful up.", Scope::Sheet, &["PageUp", "b"], "", always, |desk| {
        scroll(desk, -screenful(desk));
    }),
    desk!(
        "sheet-page-down",
        "Scrolls a screenful down.",
        Scope::Sheet,
        &["PageDown", "Space"],
        "",
        always,
        |desk| scroll(desk, screenful(desk))
    ),
    desk!("sheet-start", "Goes to the beginning.", Scope::Sheet, &["Home", "g"], "", always, |desk| scroll(
        desk,
        isize::MIN
    )),
];

fn an_intake(desk: &Desk) -> Possible {
    match desk.overlay() {
        Some(Overlay::Intake(_)) => Ok(()),
        _ => Err("Press Esc to close this.".into()),
    }
}

fn not_an_intake(desk: &Desk) -> Possible {
    match desk.overlay() {
        Some(Overlay::Intake(_)) => Err("Press Enter to start minuting, or Ctrl-Q to leave.".into()),
        _ => Ok(()),
    }
}

fn screenful(desk: &Desk) -> isize {
    isize::try_from(desk.size.height.saturating_sub(4).max(1)).unwrap_or(1)
}

fn scroll(desk: &mut Desk, lines: isize) {
    match desk.overlays.last_mut() {
        Some(Overlay::Sheet(sheet)) => sheet.scroll(lines),
        Some(Overlay::Intake(intake)) => {
            intake.top = intake.top.saturating_add_signed(lines).min(intake.lines.len().saturating_sub(1));
        }
        _ => {}
    }
}
