//! Verbs of the preview beside the writing. What it shows is in [`crate::desk::preview`].

use super::{Command, Group, Possible, Scope, on_an_item};
use crate::desk::Desk;
use crate::export::Audience;

/// A command of the preview.
macro_rules! preview {
    ($name:literal, $help:literal, $keys:expr, $when:expr, $run:expr) => {
        Command {
            name: $name,
            help: $help,
            group: Group::Minutes,
            scope: Scope::Writing,
            keys: $keys,
            foot: "",
            when: $when,
            run: $run,
        }
    };
}

pub(super) static COMMANDS: [Command; 4] = [
    preview!(
        "preview",
        "Shows beside the writing what will be printed of the item; or hides it.",
        &["Ctrl-L"],
        on_an_item,
        toggle
    ),
    preview!(
        "preview-audience",
        "Shows the public copy in the preview, or the full one.",
        &["Ctrl-O"],
        shown,
        turn
    ),
    preview!("preview-up", "Scrolls the preview up.", &["Alt-PageUp"], shown, |desk| scroll(desk, -1)),
    preview!("preview-down", "Scrolls the preview down.", &["Alt-PageDown"], shown, |desk| scroll(desk, 1)),
];

fn shown(desk: &Desk) -> Possible {
    if desk.preview.is_shown() { Ok(()) } else { Err("The preview is not shown; Ctrl-L shows it.".into()) }
}

fn toggle(desk: &mut Desk) {
    desk.preview.wanted = !desk.preview.wanted;
    if desk.preview.wanted && desk.areas().preview.height == 0 {
        desk.preview.wanted = false;
        desk.warn("The screen is too small for the preview; F8 shows the minutes over the whole of it.");
    }
}

fn turn(desk: &mut Desk) {
    desk.preview.audience = match desk.preview.audience {
        Audience::Full => Audience::Public,
        Audience::Public => Audience::Full,
    };
}

/// Scrolls by half of what is seen, so that the eye keeps its place.
fn scroll(desk: &mut Desk, way: isize) {
    let half = isize::try_from(desk.preview.rows.len() / 2).unwrap_or(1).max(1);
    desk.scroll_preview(way * half);
}
