//! Event in, effects out: who gets a key first, and what becomes of the answers from outside. Knows no
//! terminal and no disk, so that a whole meeting can be played in a test.

use crate::command;
use crate::command::desk::type_into_overlay;
use crate::desk::areas::Size;
use crate::desk::{Desk, Effect, Saved, sentence};
use crate::domain::meeting::Meeting;
use crate::import::People;
use crate::keys::{Code, Key};
use crate::returned::{Against, Change};
use crate::session::{Entry, History, Session};
use crate::store::{OlderCopy, Place};
use chrono::NaiveDateTime;
use std::path::PathBuf;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted, by the terminal or as the answer to [`Effect::Paste`].
    Paste(String),
    /// The mouse pointed at a cell; with the second value the selection is taken along.
    Point(u16, u16, bool),
    /// The wheel turned over a cell, by so many rows.
    Wheel(u16, u16, i16),
    /// The screen has this size now.
    Resize(Size),
    /// It is this time now, in local time.
    Clock(NaiveDateTime),
    /// Everything up to this many entries is in the record on the disk.
    Stored(u64),
    /// The record is being written.
    Storing,
    /// Something could not be written, and why.
    NotStored(String),
    /// The session is kept there now.
    Moved(PathBuf),
    /// The session could not be kept there, and why.
    NotMoved(PathBuf, String),
    /// A session was opened: this is it, the place of the cursor, and what is to be said.
    Opened(Box<Session>, Option<Place>, Option<String>),
    /// These older copies of the record are there.
    Copies(Vec<OlderCopy>),
    /// This older copy was read.
    CopyRead(OlderCopy, Box<Meeting>),
    /// What was done before the session was opened.
    Recalled(History),
    /// Nothing has been typed for a while.
    Pause,
    /// A list of people was read.
    People(People),
    /// A copy of the draft that came back was compared: the changes in it, what it was laid against, and what is to be
    /// said of how it was read.
    Returned(Vec<Change>, Against, Vec<String>),
    /// Something outside has been done; this is the word for it.
    Done(String),
    /// Something outside could not be done, and why.
    Failed(String),
}

/// What becomes of an event. The effects are to be carried out in order, before the next frame is drawn.
pub fn update(desk: &mut Desk, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => press(desk, key),
        Event::Paste(text) => paste(desk, &text),
        Event::Point(x, y, selecting) => point(desk, x, y, selecting),
        Event::Wheel(x, y, rows) => wheel(desk, x, y, rows),
        Event::Resize(size) => desk.size = size.bounded(),
        Event::Clock(now) => desk.clock = Some(now),
        Event::Stored(entries) if entries >= desk.session.entries() => desk.saved = Saved::Yes,
        Event::Stored(_) if matches!(desk.saved, Saved::Saving) => desk.saved = Saved::Yes,
        Event::Stored(_) => {}
        Event::Storing => desk.saved = Saved::Saving,
        Event::NotStored(why) => desk.saved = Saved::No(why),
        Event::Moved(path) => moved(desk, path),
        Event::NotMoved(path, why) => not_moved(desk, path, &why),
        Event::Opened(session, place, said) => desk.take_up(*session, place, said),
        Event::Copies(copies) => command::compared::list(desk, &copies),
        Event::CopyRead(copy, meeting) => command::compared::compare(desk, &copy, meeting),
        Event::Recalled(history) => recalled(desk, history),
        Event::Pause => desk.look_again(),
        Event::People(list) => command::roll::add_list(desk, list),
        Event::Returned(changes, against, notes) => {
            command::returned::take_up(desk, &changes, against, &notes);
        }
        Event::Done(said) => desk.say(said),
        Event::Failed(why) => desk.warn(why),
    }
    desk.take_effects()
}

/// A key goes to the table of commands, as far as it holds for what is on top; what no command wants is typed.
fn press(desk: &mut Desk, key: Key) {
    desk.notice = None;
    desk.names.offer = None;
    let command = command::for_key(desk, key).or_else(|| {
        // Terminals report Shift with keys for which it means nothing.
        let plain = key.unshifted();
        (plain != key).then(|| command::for_key(desk, plain)).flatten()
    });
    match (command, key.typed()) {
        (Some(command), _) => command::run(desk, command),
        (None, Some(character)) => type_character(desk, character),
        (None, None) if key.code != Code::Esc => {
            desk.say(format!("{key} does nothing here; Ctrl-P lists what can be done."));
        }
        (None, None) => {}
    }
}

fn type_character(desk: &mut Desk, character: char) {
    let mut bytes = [0; 4];
    let words: &str = character.encode_utf8(&mut bytes);
    if !type_into_overlay(desk, words) {
        desk.type_text(words);
    }
}

fn paste(desk: &mut Desk, text: &str) {
    let text = if text.is_empty() { desk.clip.clone() } else { text.to_owned() };
    if text.is_empty() {
        return desk.warn("The clipboard is empty; nothing was pasted.");
    }
    if !type_into_overlay(desk, &text) {
        desk.paste(&text);
    }
}

fn moved(desk: &mut Desk, path: PathBuf) {
    desk.saved = Saved::Yes;
    desk.say(format!("Saved, and kept from now on, as {}.", path.display()));
    desk.file = path;
}

fn not_moved(desk: &mut Desk, path: PathBuf, why: &str) {
    desk.warn(sentence(&format!("it stays where it is: {why}")));
    desk.elsewhere = path;
}

fn recalled(desk: &mut Desk, history: History) {
    desk.session.recall(history);
    if std::mem::take(&mut desk.undo_waits) {
        desk.time_travel(&Entry::Undid);
    }
}

fn point(desk: &mut Desk, x: u16, y: u16, selecting: bool) {
    let areas = desk.areas();
    let text = desk.page.text;
    if desk.page.frame.holds(x, y) && desk.overlay().is_none() {
        desk.point(x.saturating_sub(text.x), y.saturating_sub(text.y), selecting);
    } else if areas.preview.holds(x, y) && desk.overlay().is_none() {
        desk.point_in_preview(y - areas.preview.y);
    } else if areas.agenda.holds(x, y) && desk.overlay().is_none() {
        let row = usize::from(y - areas.agenda.y);
        let rows = crate::desk::outline::rows(desk, areas.agenda.height).rows;
        let item = rows.get(row).and_then(super::desk::outline::Row::item);
        if let Some(item) = item {
            desk.notice = None;
            command::noticing(desk, |desk| desk.go_to_item(item));
        }
    }
}

/// The wheel scrolls the preview where it turns over it, and otherwise does what the arrow keys do.
fn wheel(desk: &mut Desk, x: u16, y: u16, rows: i16) {
    if desk.preview.area.holds(x, y) && desk.overlay().is_none() {
        return desk.scroll_preview(isize::from(rows));
    }
    let key = Key::plain(if rows < 0 { Code::Up } else { Code::Down });
    for _ in 0..rows.unsigned_abs() {
        press(desk, key);
    }
}
