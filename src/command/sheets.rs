//! Sheets to read: scrolling and closing them. What is written on a sheet is not known here.

use super::desk::desk;
use super::{Command, Scope, always};
use crate::desk::sheet::Sheet;
use crate::desk::{Desk, Overlay};

pub(super) static COMMANDS: [Command; 7] = [
    desk!(
        "sheet-close",
        "Closes what is being read.",
        Scope::Sheet,
        &["Esc", "q"],
        "Close",
        always,
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
    desk!("sheet-end", "Goes to the end.", Scope::Sheet, &["End", "G"], "", always, |desk| scroll(
        desk,
        isize::MAX
    )),
];

/// So many lines that the last one shown becomes the first.
fn screenful(desk: &Desk) -> isize {
    isize::try_from(Sheet::rows(desk.size)).unwrap_or(1).saturating_sub(1).max(1)
}

fn scroll(desk: &mut Desk, lines: isize) {
    let rows = Sheet::rows(desk.size);
    if let Some(Overlay::Sheet(sheet)) = desk.overlays.last_mut() {
        sheet.scroll(lines, rows);
    }
}
