//! Changes in a copy as a list to be read: under the names of items, a line each. Knows no screens.

use super::remarks::ANYBODY;
use super::{Change, What};
use crate::domain::difference::{How, Line, Words, compare_words};
use crate::domain::meeting::Meeting;
use crate::domain::review::Subject;
use crate::text::{fit, tame};

/// The changes as plain text, under the names of the items, ready for a terminal.
#[must_use]
pub fn listed(meeting: &Meeting, changes: &[Change]) -> String {
    let mut text = String::new();
    let mut title = String::new();
    for change in changes {
        let here = title_of(meeting, change.on);
        if here != title {
            text.push_str(&format!("{}{}\n", if text.is_empty() { "" } else { "\n" }, tame(&here)));
            title = here;
        }
        text.push_str(&format!("  {}\n", tame(&line(meeting, change))));
    }
    if text.is_empty() { "The copy reads as the draft does.\n".to_owned() } else { text }
}

fn title_of(meeting: &Meeting, on: Subject) -> String {
    let Some(item) = on.item().and_then(|item| meeting.item(item)) else { return "The draft".to_owned() };
    if meeting.is_restricted(item) { format!("{} (restricted)", item.name()) } else { item.name() }
}

/// A change in a line: a sign, what it touches, the words that go and come, and who changed them.
fn line(meeting: &Meeting, change: &Change) -> String {
    let block = match change.on {
        Subject::Block(item, block) => meeting.block(item, block),
        _ => None,
    };
    let label = block.map(|block| block.kind.word()).unwrap_or_default().to_owned();
    let by = if change.by.name.is_empty() { ANYBODY } else { &change.by.name };
    let after = match change.was.as_str() {
        "" => "at the beginning".to_owned(),
        was => format!("after “{}”", fit(was, 40)),
    };
    let said = |sign: &str, label: &str, words: &str| match label {
        "" => format!("{sign} {words}"),
        label => format!("{sign} {label}: {words}"),
    };
    let words = match &change.what {
        What::Reword(new) => {
            Line { how: How::Changed, label, words: compare_words(&change.was, new) }.to_string()
        }
        What::Strike => {
            Line { how: How::Went, label, words: vec![Words::Gone(change.was.clone())] }.to_string()
        }
        What::Add(new) => said("+", &after, new),
        What::Moved(told) => said("^", &label, told),
        What::Note(told) => said("!", &label, told),
        What::Comment(told) => said("?", &label, told),
        What::Unplaced(words) => said("?", "not certain where this belongs", &format!("“{words}”")),
    };
    format!("{words} ({by})")
}
