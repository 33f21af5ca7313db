//! Verbs of the cursor and the words: those of every word processor.

use super::{Command, Group, Possible, Scope, always};
use crate::desk::writing::Motion;
use crate::desk::{Desk, Effect};
use crate::session::Entry;
use crate::text;

macro_rules! write {
    ($name:literal, $help:literal, $keys:expr, $when:expr, $run:expr) => {
        Command {
            name: $name,
            help: $help,
            group: Group::Writing,
            scope: Scope::Writing,
            keys: $keys,
            foot: "",
            when: $when,
            run: $run,
        }
    };
}

pub(super) static COMMANDS: [Command; 40] = [
    write!(
        "undo",
        "Takes the last change back, also after a restart.",
        &["Ctrl-Z", "Alt-U"],
        always,
        |desk| desk.time_travel(&Entry::Undid)
    ),
    write!("redo", "Makes the change last taken back again.", &["Ctrl-Y", "Alt-Y"], always, |desk| desk
        .time_travel(&Entry::Redid)),
    write!(
        "cut",
        "Moves what is selected to the clipboard.",
        &["Ctrl-X", "Shift-Delete"],
        something_selected,
        cut
    ),
    write!(
        "copy",
        "Copies what is selected to the clipboard.",
        &["Ctrl-C", "Ctrl-Insert"],
        something_selected,
        copy
    ),
    write!(
        "paste",
        "Pastes the clipboard; each line becomes a paragraph.",
        &["Ctrl-V", "Shift-Insert"],
        always,
        |desk| {
            desk.order(Effect::Paste);
        }
    ),
    write!("select-all", "Selects everything minuted under the item.", &["Ctrl-A"], always, Desk::select_all),
    write!("new-paragraph", "Begins a new paragraph.", &["Enter"], always, Desk::new_paragraph),
    write!("level-in", "Sets the paragraph a level in.", &["Tab"], always, |desk| desk.shift_level(1)),
    write!("level-out", "Sets the paragraph a level out.", &["Shift-Tab"], always, |desk| desk
        .shift_level(-1)),
    write!("delete-back", "Deletes the character before the cursor.", &["Backspace"], always, |desk| {
        desk.delete_back(|words, at| text::previous(words, at).unwrap_or(0));
    }),
    write!("delete-on", "Deletes the character after the cursor.", &["Delete"], always, |desk| {
        desk.delete_on(|words, at| text::next(words, at).unwrap_or(words.len()));
    }),
    write!(
        "delete-word-back",
        "Deletes the word before the cursor.",
        &["Ctrl-Backspace", "Alt-Backspace", "Ctrl-W"],
        always,
        |desk| {
            desk.delete_back(text::previous_word);
        }
    ),
    write!(
        "delete-word-on",
        "Deletes the word after the cursor.",
        &["Ctrl-Delete", "Alt-D"],
        always,
        |desk| {
            desk.delete_on(text::next_word);
        }
    ),
    write!(
        "move-paragraph-up",
        "Moves the paragraph above the one before it.",
        &["Alt-Shift-Up"],
        always,
        |desk| desk.move_block(false)
    ),
    write!(
        "move-paragraph-down",
        "Moves the paragraph below the one after it.",
        &["Alt-Shift-Down"],
        always,
        |desk| desk.move_block(true)
    ),
    write!("left", "Goes one character back.", &["Left"], always, |desk| desk.go(Motion::Left, false)),
    write!("right", "Goes one character on.", &["Right"], always, |desk| desk.go(Motion::Right, false)),
    write!("word-left", "Goes one word back.", &["Ctrl-Left", "Alt-Left"], always, |desk| desk
        .go(Motion::WordLeft, false)),
    write!("word-right", "Goes one word on.", &["Ctrl-Right", "Alt-Right"], always, |desk| desk
        .go(Motion::WordRight, false)),
    write!("up", "Goes one row up.", &["Up"], always, |desk| desk.go(Motion::Rows(-1), false)),
    write!("down", "Goes one row down.", &["Down"], always, |desk| desk.go(Motion::Rows(1), false)),
    write!("row-start", "Goes to the start of the row.", &["Home"], always, |desk| desk
        .go(Motion::RowStart, false)),
    write!("row-end", "Goes to the end of the row.", &["End"], always, |desk| desk.go(Motion::RowEnd, false)),
    write!("page-up", "Goes a screenful up.", &["PageUp"], always, |desk| page(desk, -1, false)),
    write!("page-down", "Goes a screenful down.", &["PageDown"], always, |desk| page(desk, 1, false)),
    write!("item-start", "Goes to the start of the item.", &["Ctrl-Home"], always, |desk| desk
        .go(Motion::ItemStart, false)),
    write!("item-end", "Goes to the end of the item.", &["Ctrl-End"], always, |desk| desk
        .go(Motion::ItemEnd, false)),
    write!("select-left", "Selects one character back.", &["Shift-Left"], always, |desk| desk
        .go(Motion::Left, true)),
    write!("select-right", "Selects one character on.", &["Shift-Right"], always, |desk| desk
        .go(Motion::Right, true)),
    write!("select-word-left", "Selects one word back.", &["Ctrl-Shift-Left"], always, |desk| desk
        .go(Motion::WordLeft, true)),
    write!("select-word-right", "Selects one word on.", &["Ctrl-Shift-Right"], always, |desk| desk
        .go(Motion::WordRight, true)),
    write!("select-up", "Selects one row up.", &["Shift-Up"], always, |desk| desk.go(Motion::Rows(-1), true)),
    write!("select-down", "Selects one row down.", &["Shift-Down"], always, |desk| desk
        .go(Motion::Rows(1), true)),
    write!("select-row-start", "Selects to the start of the row.", &["Shift-Home"], always, |desk| desk
        .go(Motion::RowStart, true)),
    write!("select-row-end", "Selects to the end of the row.", &["Shift-End"], always, |desk| desk
        .go(Motion::RowEnd, true)),
    write!("select-page-up", "Selects a screenful up.", &["Shift-PageUp"], always, |desk| page(
        desk, -1, true
    )),
    write!("select-page-down", "Selects a screenful down.", &["Shift-PageDown"], always, |desk| page(
        desk, 1, true
    )),
    write!("select-item-start", "Selects to the start of the item.", &["Ctrl-Shift-Home"], always, |desk| {
        desk.go(Motion::ItemStart, true);
    }),
    write!("select-item-end", "Selects to the end of the item.", &["Ctrl-Shift-End"], always, |desk| desk
        .go(Motion::ItemEnd, true)),
    write!("select-nothing", "Ends the selection.", &["Esc"], always, |desk| {
        desk.writing.anchor = None;
        desk.notice = None;
    }),
];

fn something_selected(desk: &Desk) -> Possible {
    if desk.selection().is_some() {
        Ok(())
    } else {
        Err("Nothing is selected; hold Shift and move to select.".into())
    }
}

fn copy(desk: &mut Desk) {
    let Some(words) = desk.selected_text() else { return };
    desk.clip.clone_from(&words);
    desk.order(Effect::Copy(words));
}

fn cut(desk: &mut Desk) {
    copy(desk);
    desk.delete_selection("Cut");
}

fn page(desk: &mut Desk, screens: isize, selecting: bool) {
    let rows = isize::try_from(desk.page.text.height.saturating_sub(2).max(1)).unwrap_or(1);
    desk.go(Motion::Rows(screens * rows), selecting);
}
