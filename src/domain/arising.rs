//! Actions of earlier meetings that were open when a meeting was called. They are shown to the clerk at the item for
//! matters arising and printed nowhere, unless the clerk minutes them again. Knows which actions are open, and not
//! whether they were done: the clerk says that.

use super::agenda::Item;
use super::id::ItemId;
use super::is_default;
use super::meeting::Meeting;
use super::minutes::Kind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An action of an earlier meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OpenAction {
    /// Its words: `Linden Fenwick to write to the contractor.`
    pub text: String,
    /// The day of the meeting that agreed it.
    #[serde(skip_serializing_if = "is_default")]
    pub of: Option<NaiveDate>,
    /// Under what it was minuted there: `B1 Winter Dredging`.
    #[serde(skip_serializing_if = "is_default")]
    pub item: String,
    /// Whether it was restricted there.
    #[serde(skip_serializing_if = "is_default")]
    pub restricted: bool,
    /// Whether the clerk has said that it is done, or dropped.
    #[serde(skip_serializing_if = "is_default")]
    pub done: bool,
}

impl OpenAction {
    /// Since when it is open, and what it is, in a line: `Open since 16 Nov 2023: Linden Fenwick to write.`
    #[must_use]
    pub fn line(&self) -> String {
        match self.of {
            Some(day) => format!("Open since {}: {}", day.format("%-d %b %Y"), self.text),
            None => format!("Open: {}", self.text),
        }
    }
}

/// The actions that a meeting leaves open: those that it agreed, and those that were open before it and that it neither
/// settled nor minuted again.
#[must_use]
pub fn left_open(last: &Meeting) -> Vec<OpenAction> {
    let older = still_open(last).map(|(_, _, action)| action.clone());
    let agreed = last.items.iter().flat_map(|item| agreed_at(last, item));
    older.chain(agreed).collect()
}

fn agreed_at<'a>(last: &'a Meeting, item: &'a Item) -> impl Iterator<Item = OpenAction> + 'a {
    let actions =
        item.minutes.iter().filter(|block| block.kind == Kind::Action && !block.text.trim().is_empty());
    actions.map(|block| OpenAction {
        text: block.text.trim().to_owned(),
        of: last.head.date,
        item: item.name(),
        restricted: block.restricted || last.is_restricted(item),
        done: false,
    })
}

/// The open actions that a meeting knows and has not dealt with, each with its item and its position there.
pub fn still_open(meeting: &Meeting) -> impl Iterator<Item = (ItemId, usize, &OpenAction)> {
    let all = meeting.items.iter().flat_map(|item| {
        let arising = item.heading.arising.iter().enumerate();
        arising.map(|(at, action)| (item.id, at, action))
    });
    all.filter(|(_, _, action)| !action.done && !is_minuted(meeting, action))
}

/// Whether an open action was minuted again as an action, word for word.
fn is_minuted(meeting: &Meeting, action: &OpenAction) -> bool {
    let mut blocks = meeting.items.iter().flat_map(|item| &item.minutes);
    blocks.any(|block| block.kind == Kind::Action && block.text.trim() == action.text)
}

/// The item at which open actions are shown: the one for matters arising, or else the one at which the minutes of the
/// last meeting are approved.
#[must_use]
pub fn place(meeting: &Meeting) -> Option<ItemId> {
    const ARISING: [&str; 8] = [
        "matters arising",
        "actions arising",
        "action log",
        "action tracker",
        "action list",
        "outstanding actions",
        "actions from",
        "materion yn codi",
    ];
    const MINUTES: [&str; 6] =
        ["minutes", "notes of the", "minute of", "record of the last", "previous meeting", "cofnodion"];
    let titled = |words: &[&str]| {
        let is_it = |item: &&Item| {
            let title = item.heading.title.to_lowercase();
            words.iter().any(|word| title.contains(word))
        };
        meeting.items.iter().find(is_it).map(|item| item.id)
    };
    titled(&ARISING).or_else(|| titled(&MINUTES))
}
