//! Sentences about what people did: came and went, and declared. Motions are told in [`super::votes`]. Knows nothing of layout.
//!
//! The record here is always a copy made for an audience; a restricted item in a public copy has no words
//! left and is called "a restricted item".

use super::dates;
use super::people::called;
use crate::domain::agenda::{Item, Outcome};
use crate::domain::id::ItemId;
use crate::domain::meeting::Meeting;
use crate::domain::people::{Declaration, Mode, Move, Movement};
use crate::domain::style::{ItemNumber, Reference, Style, follows_at_once};

/// Words that run on from the word that introduces them: `RESOLVED to note the report`, `RESOLVED: …`.
pub(super) fn run_on(word: &str, text: &str) -> String {
    if text.is_empty() || follows_at_once(text) { format!("{word}{text}") } else { format!("{word} {text}") }
}

/// A list in words: `A, B and C`.
pub(super) fn listed(words: &[impl AsRef<str>]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}

/// How an item is called in a sentence: by its label, or by its title in a house that prints no labels.
fn item_called(item: &Item, style: &Style) -> String {
    let heading = &item.heading;
    let prints_labels = style.reference != Reference::None || style.item == ItemNumber::Label;
    match (heading.label.as_str(), heading.title.as_str()) {
        ("", "") => "a restricted item".to_owned(),
        (label, title) if label.is_empty() || !prints_labels => format!("the item “{title}”"),
        (label, _) => format!("item {label}"),
    }
}

/// What somebody did, as told under the item during which it happened.
pub(super) fn movement_at_item(meeting: &Meeting, movement: &Movement, style: &Style) -> String {
    let item = movement.item.and_then(|id| meeting.item(id));
    let during = match item.map(|item| item.heading.outcome) {
        Some(Outcome::Taken) | None => " during consideration of this item",
        Some(Outcome::NothingToMinute | Outcome::Noted) => " during this item",
        Some(Outcome::Deferred | Outcome::Withdrawn) => " when this item was reached",
    };
    movement_sentence(meeting, movement, during, style)
}

/// What somebody did, as told beside the roll.
pub(super) fn movement_on_roll(meeting: &Meeting, movement: &Movement, style: &Style) -> String {
    let item = movement.item.and_then(|id| meeting.item(id));
    let during = item.map(|item| match item.heading.outcome {
        Outcome::Deferred | Outcome::Withdrawn => format!(" when {} was reached", item_called(item, style)),
        _ => format!(" during {}", item_called(item, style)),
    });
    movement_sentence(meeting, movement, &during.unwrap_or_default(), style)
}

fn movement_sentence(meeting: &Meeting, movement: &Movement, during: &str, style: &Style) -> String {
    let name = called(meeting, movement.person);
    let online = movement.what.is_in() && movement.mode == Mode::Online;
    let verb = match (movement.what, online) {
        (Move::Arrived, true) => "joined the meeting online".to_owned(),
        (what, true) => format!("{} online", what.verb()),
        (what, false) => what.verb().to_owned(),
    };
    let at = movement.at.map(|at| format!(" at {}", dates::time(at, style))).unwrap_or_default();
    let after = if movement.what == Move::LeftForGood { " and did not return" } else { "" };
    let why = in_brackets(&movement.why);
    format!("{name} {verb}{at}{during}{after}{why}.")
}

/// Words in brackets after a blank; nothing where there are none.
fn in_brackets(words: &str) -> String {
    let words = words.trim().trim_end_matches('.');
    if words.is_empty() { String::new() } else { format!(" ({words})") }
}

/// What somebody declared and then did: `Mr Groyne declared a personal interest in item B2 (…) and …`. One made after
/// its time says during which item it was.
pub(super) fn declaration(meeting: &Meeting, declaration: &Declaration, style: &Style) -> String {
    let during = declaration.during.and_then(|id| meeting.item(id)).map(|item| item_called(item, style));
    let during = during.map(|item| format!("During {item}, ")).unwrap_or_default();
    let items = items_called(meeting, &declaration.items, style);
    format!("{during}{}", declared_in(meeting, declaration, &items))
}

/// The same, as told at an item that it concerns.
pub(super) fn declaration_at_item(meeting: &Meeting, declaration: &Declaration) -> String {
    declared_in(meeting, declaration, " in this item")
}

fn declared_in(meeting: &Meeting, declaration: &Declaration, items: &str) -> String {
    let name = called(meeting, declaration.person);
    let kind = with_article(&declaration.kind);
    let nature = in_brackets(&declaration.nature);
    let conduct = match declaration.conduct.words() {
        "" => String::new(),
        // It is the end of a list already.
        words if words.contains(" and ") => format!(", {words}"),
        words => format!(" and {words}"),
    };
    format!("{name} declared {kind}{items}{nature}{conduct}.")
}

/// A kind of interest as the object of a sentence: `an other registrable interest`.
fn with_article(kind: &str) -> String {
    let kind = kind.trim();
    let vowel = |letter: char| "aeiou".contains(letter.to_ascii_lowercase());
    match kind.chars().next() {
        None => "an interest".to_owned(),
        Some(first) => format!("{} {kind}", if vowel(first) { "an" } else { "a" }),
    }
}

/// The items of a declaration: ` in items B2 and B4`. Items that read alike are told once.
fn items_called(meeting: &Meeting, items: &[ItemId], style: &Style) -> String {
    let mut names: Vec<String> = Vec::new();
    for name in items.iter().filter_map(|id| meeting.item(*id)).map(|item| item_called(item, style)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let labels: Option<Vec<&str>> = names.iter().map(|name| name.strip_prefix("item ")).collect();
    match labels {
        Some(labels) if labels.len() > 1 => format!(" in items {}", listed(&labels)),
        _ if names.is_empty() => String::new(),
        _ => format!(" in {}", listed(&names)),
    }
}
