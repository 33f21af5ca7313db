//! What is minuted under an item: blocks with a kind and a level. Numbers and marks are not here; they are
//! derived in [`super::style`].

use super::id::{BlockId, ItemId, ThoughtId};
use super::is_default;
use super::motions::Motion;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// The deepest level a block can have: paragraph 0, `(a)` 1, `(i)` 2.
pub const DEEPEST_LEVEL: u8 = 2;

/// One thing minuted under an item: one paragraph of text with a kind and a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Its identity.
    pub id: BlockId,
    /// What it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: Kind,
    /// How deep it stands, from 0 to [`DEEPEST_LEVEL`].
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: u8,
    /// Whether it is restricted although its item is public.
    #[serde(default, skip_serializing_if = "is_default")]
    pub restricted: bool,
    /// When it was begun, in local time. Never printed unless asked for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub begun: Option<NaiveDateTime>,
    /// Its words: one paragraph, without its number, its mark or the word RESOLVED, and without control
    /// characters.
    #[serde(default)]
    pub text: String,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Kind {
    /// A paragraph of discussion; at a deeper level a lettered sub-paragraph.
    #[default]
    Paragraph,
    /// A line of a bulleted list.
    Bullet,
    /// What the meeting resolved; at a deeper level a part of the resolution above it.
    Resolution,
    /// What the meeting recommends to a body that can decide.
    Recommendation,
    /// Something somebody is to do. Owners and date are read from its words, see [`Block::action`].
    Action,
    /// A motion, with who moved and seconded it and what became of it.
    Motion(Box<Motion>),
    /// A procedural line: a change of chair, an exclusion, an adjournment.
    Procedural,
    /// The clerk's own note. No export ever shows it.
    Note,
}

impl Kind {
    /// The name a clerk would give it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Kind::Paragraph => "paragraph",
            Kind::Bullet => "bullet",
            Kind::Resolution => "resolution",
            Kind::Recommendation => "recommendation",
            Kind::Action => "action",
            Kind::Motion(_) => "motion",
            Kind::Procedural => "procedural line",
            Kind::Note => "private note",
        }
    }

    /// The word that the clerk types to begin such a block and that is printed for it in place of it,
    /// where there is one.
    #[must_use]
    pub fn lead_word(&self) -> Option<&'static str> {
        match self {
            Kind::Resolution => Some("RESOLVED"),
            Kind::Recommendation => Some("RECOMMENDED"),
            Kind::Action => Some("ACTION:"),
            _ => None,
        }
    }
}

impl Block {
    /// A new, public paragraph at the outermost level.
    #[must_use]
    pub fn paragraph(id: BlockId, text: impl Into<String>) -> Self {
        Self { id, kind: Kind::Paragraph, level: 0, restricted: false, begun: None, text: text.into() }
    }

    /// Whether it is the clerk's own and must never be printed.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.kind == Kind::Note
    }

    /// Its words read as an action: `Sorrel Lanyon and Mr Groyne to write to the contractor by 3 May`.
    #[must_use]
    pub fn action(&self) -> Action<'_> {
        Action::read(&self.text)
    }
}

/// An action, as read from the words of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action<'a> {
    /// Who is to do it, as written.
    pub owners: Vec<&'a str>,
    /// What is to be done; empty where only the owners are named.
    pub task: &'a str,
}

impl<'a> Action<'a> {
    /// Reads owners and task from the words of an action.
    ///
    /// The owners end at the first ` to `, ` will `, `: `, ` - ` or ` – `; they are parted by commas, `and`, `&`, `/`
    /// and `together with`. Where none of these ends them, the words are owners only if they are short
    /// enough to be names and begin with capitals; otherwise they are a task that nobody owns yet.
    #[must_use]
    pub fn read(text: &'a str) -> Self {
        let text = text.trim();
        let ends = [" to ", " will ", ": ", " - ", " – ", " — "];
        // `Clerk to the Council` is an office.
        let ends_owners = |at: &usize| !text.get(*at..).is_some_and(|rest| rest.starts_with(" to the "));
        let place = |end: &str| text.match_indices(end).map(|(at, _)| at).find(ends_owners);
        let cut = ends.iter().filter_map(|end| place(end).map(|at| (at, end.len()))).min();
        let (names, task) = match cut {
            Some((at, len)) => (text.get(..at).unwrap_or(""), text.get(at + len..).unwrap_or("").trim()),
            None => (text.trim_end_matches('.'), ""),
        };
        let owners = owners(names);
        if owners.is_empty() { Self { owners, task: text } } else { Self { owners, task } }
    }
}

impl Action<'_> {
    /// Whether somebody is named who is to do it.
    #[must_use]
    pub fn is_owned(&self) -> bool {
        !self.owners.is_empty()
    }
}

/// The names in a list such as `Linden Fenwick together with Ola Cleat and Sorrel Lanyon`; none if the
/// words do not read as names.
fn owners(names: &str) -> Vec<&str> {
    let mut found = vec![names];
    for separator in [" together with ", " and ", " & ", ", ", "/"] {
        found = found.into_iter().flat_map(|name| name.split(separator)).collect();
    }
    let names: Vec<&str> = found
        .into_iter()
        .map(|name| name.trim().trim_end_matches(','))
        .filter(|name| !name.is_empty())
        .collect();
    let all_names = names.iter().all(|name| {
        name.split_whitespace().count() <= 6 && name.chars().next().is_some_and(char::is_uppercase)
    });
    if all_names { names } else { Vec::new() }
}

/// A thought parked with one key, to be placed before the close.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thought {
    /// Its identity.
    pub id: ThoughtId,
    /// Its words.
    pub text: String,
    /// When it was parked, in local time.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at: Option<NaiveDateTime>,
    /// The item that was on the desk.
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: Option<ItemId>,
}

#[cfg(test)]
mod tests {
    use super::Action;

    #[test]
    fn owners_are_read_from_the_words_of_an_action() {
        let several = Action::read("Linden Fenwick together with Ola Cleat and Sorrel Lanyon");
        assert_eq!(several.owners, ["Linden Fenwick", "Ola Cleat", "Sorrel Lanyon"]);
        assert_eq!(several.task, "");
        let with_task = Action::read("Sorrel Lanyon to write to the contractor.");
        assert_eq!(with_task.owners, ["Sorrel Lanyon"]);
        assert_eq!(with_task.task, "write to the contractor.");
        let nobody = Action::read("find out who holds the key");
        assert!(nobody.owners.is_empty());
        assert_eq!(nobody.task, "find out who holds the key");
    }
}
