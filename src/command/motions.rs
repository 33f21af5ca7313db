//! Verbs of motions: moving one, and changing one that stands.

use super::{Command, Group, Scope, forms, on_an_item};
use crate::desk::{Desk, Overlay};

pub(super) static COMMANDS: [Command; 1] = [Command {
    name: "motion",
    help: "Records a motion with mover, seconder, vote and outcome, or changes the one with the cursor.",
    group: Group::Motions,
    scope: Scope::Writing,
    keys: &["F4", "Alt-4"],
    foot: "",
    when: on_an_item,
    run: open,
}];

fn open(desk: &mut Desk) {
    let Some(item) = desk.writing.item else { return };
    let form = forms::motion(desk, item);
    desk.overlays.push(Overlay::Form(form));
}
