//! A form: a few fields, filled in with Tab between them and settled with Enter. What is done with them is
//! not known here.

use super::field::Field;
use crate::domain::id::{BlockId, DeclarationId, ItemId, MovementId, PartId, PersonId, RemarkId};
use crate::domain::meeting::Status;
use crate::domain::review::Subject;

/// An open form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it is for.
    pub purpose: Purpose,
    /// What stands above it.
    pub title: String,
    /// Its fields.
    pub entries: Vec<Entry>,
    /// The field being filled in.
    pub focus: usize,
    /// What was typed to find one of several, since the field was come to.
    sought: String,
}

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// The head of the meeting.
    Details,
    /// An item; none for a new one.
    Item(Option<ItemId>),
    /// A part.
    Part(PartId),
    /// A line of what the agenda prints below an item, by position.
    Wording(ItemId, usize),
    /// A recommendation on an item, by position.
    Recommended(ItemId, usize),
    /// A person; none for a new one.
    Person(Option<PersonId>),
    /// A list of people to read.
    People,
    /// A copy of the draft that came back.
    Returned,
    /// Who sits for somebody.
    Substitute(PersonId),
    /// A declaration; none for a new one.
    Declaration(Option<DeclarationId>),
    /// A motion under an item; none of the blocks for a new one.
    Motion(ItemId, Option<BlockId>),
    /// A new amendment to a motion under an item.
    Amendment(ItemId, BlockId),
    /// How one member voted on a motion under an item.
    OwnVote(ItemId, BlockId),
    /// An election under an item; none of the blocks for a new one.
    Election(ItemId, Option<BlockId>),
    /// The exclusion of the public, from the item on the desk.
    Exclusion(ItemId),
    /// Who somebody on the roll also is.
    Merge(PersonId),
    /// A movement in the attendance log.
    Movement(MovementId),
    /// When the recording began.
    Recording,
    /// A thought to park.
    Park,
    /// An export.
    Export,
    /// The times of opening, adjournments, resumptions and close.
    Times,
    /// Another place for the session.
    SaveElsewhere,
    /// What the chair asks about something.
    Query(Subject),
    /// The wording that the chair suggests.
    Suggest(Subject),
    /// Why a remark is left.
    Leave(RemarkId),
    /// A step of the record towards sign-off, or back.
    Step(Status),
    /// A correction of a sealed record.
    Correction,
    /// Why a finding is left as it is.
    Settle,
    /// Leaving although something is not saved.
    QuitUnsaved,
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What is asked for.
    pub label: &'static str,
    /// What is filled in.
    pub value: Value,
    /// The field that has to be filled in for this one to be asked for; none where it always is.
    pub once: Option<&'static str>,
}

/// What is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words, with what they can be completed to.
    Words(Field, Vec<String>),
    /// One of several.
    OneOf(Vec<String>, usize),
}

impl Entry {
    /// A field for words.
    #[must_use]
    pub fn words(label: &'static str, text: impl Into<String>) -> Self {
        Self { label, value: Value::Words(Field::holding(text), Vec::new()), once: None }
    }

    /// A field with words that are proposed: they are selected, and give way to what is typed.
    #[must_use]
    pub fn proposed(label: &'static str, text: impl Into<String>) -> Self {
        let mut field = Field::holding(text);
        field.select_all();
        Self { label, value: Value::Words(field, Vec::new()), once: None }
    }

    /// A field for words that can be completed.
    #[must_use]
    pub fn completed(label: &'static str, text: impl Into<String>, known: Vec<String>) -> Self {
        Self { label, value: Value::Words(Field::holding(text), known), once: None }
    }

    /// A field with a choice.
    #[must_use]
    pub fn one_of(label: &'static str, choices: Vec<String>, chosen: usize) -> Self {
        Self { label, value: Value::OneOf(choices, chosen), once: None }
    }

    /// The same field, asked for once another is filled in.
    #[must_use]
    pub fn once(self, label: &'static str) -> Self {
        Self { once: Some(label), ..self }
    }

    fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Words(field, _) if field.text.trim().is_empty())
    }
}

impl Form {
    /// A form with its first field ready.
    #[must_use]
    pub fn new(purpose: Purpose, title: impl Into<String>, entries: Vec<Entry>) -> Self {
        let mut form = Self { purpose, title: title.into(), entries, focus: 0, sought: String::new() };
        form.arrive();
        form
    }

    /// What can be completed is selected on coming to it, and so is a figure: a name or a number of votes that is typed takes
    /// the place of the one that stands there, and is not added to it.
    fn arrive(&mut self) {
        self.sought.clear();
        if let Some(Value::Words(field, known)) = self.focused()
            && (!known.is_empty() || is_figure(&field.text))
        {
            field.select_all();
        }
    }

    /// The words in a field, trimmed; empty where there is no such field.
    #[must_use]
    pub fn words(&self, label: &str) -> String {
        match self.value(label) {
            Some(Value::Words(field, _)) => field.text.trim().to_owned(),
            Some(Value::OneOf(choices, at)) => choices.get(*at).cloned().unwrap_or_default(),
            None => String::new(),
        }
    }

    /// The position of what is chosen in a field.
    #[must_use]
    pub fn chosen(&self, label: &str) -> usize {
        match self.value(label) {
            Some(Value::OneOf(_, at)) => *at,
            _ => 0,
        }
    }

    fn value(&self, label: &str) -> Option<&Value> {
        self.entries.iter().find(|entry| entry.label == label).map(|entry| &entry.value)
    }

    /// The words being filled in; none where it is a choice.
    #[must_use]
    pub fn field(&self) -> Option<&Field> {
        match &self.entries.get(self.focus)?.value {
            Value::Words(field, _) => Some(field),
            Value::OneOf(..) => None,
        }
    }

    /// The value being filled in.
    pub fn focused(&mut self) -> Option<&mut Value> {
        self.entries.get_mut(self.focus).map(|entry| &mut entry.value)
    }

    /// The fields that are asked for now, with their positions: what is filled in is always shown.
    pub fn asked(&self) -> impl Iterator<Item = (usize, &Entry)> {
        let is_due = |label| !self.words(label).is_empty();
        let is_asked = move |entry: &Entry| entry.once.is_none_or(is_due) || !entry.is_empty();
        self.entries.iter().enumerate().filter(move |(at, entry)| is_asked(entry) || *at == self.focus)
    }

    /// Goes so many fields further, round the form.
    pub fn step(&mut self, fields: isize) {
        self.complete();
        let asked: Vec<usize> = self.asked().map(|(at, _)| at).collect();
        let here = asked.iter().position(|at| *at == self.focus).unwrap_or(0) as isize;
        let next = (here + fields).rem_euclid(asked.len().max(1) as isize) as usize;
        self.focus = asked.get(next).copied().unwrap_or(self.focus);
        self.arrive();
    }

    /// What the words being typed could be completed to, where that is known.
    #[must_use]
    pub fn completion(&self) -> Option<&str> {
        let Value::Words(field, known) = &self.entries.get(self.focus)?.value else { return None };
        let typed = field.text.trim().to_lowercase();
        if typed.is_empty() || known.iter().any(|name| name.to_lowercase() == typed) {
            return None;
        }
        let fits = |name: &&String| {
            let name = name.to_lowercase();
            name.starts_with(&typed) || name.split_whitespace().any(|word| word.starts_with(&typed))
        };
        known.iter().find(fits).map(String::as_str)
    }

    /// Completes the words being typed, where that is possible.
    pub fn complete(&mut self) {
        let Some(completed) = self.completion().map(str::to_owned) else { return };
        if let Some(Value::Words(field, _)) = self.focused() {
            field.replace(&completed);
        }
    }

    /// Chooses so many further on, where there is a choice. Returns whether there is.
    pub fn turn(&mut self, by: isize) -> bool {
        self.sought.clear();
        let Some(Value::OneOf(choices, at)) = self.focused() else { return false };
        let count = choices.len().max(1) as isize;
        *at = (*at as isize + by).rem_euclid(count) as usize;
        true
    }

    /// Types where there is a choice: chooses what is called so, what begins so, or what has a word that does. What was
    /// typed before counts with it, as far as something fits both. Returns whether anything fits.
    pub fn seek(&mut self, typed: &str) -> bool {
        let both = format!("{}{typed}", self.sought).to_lowercase();
        let Some(Value::OneOf(choices, at)) = self.focused() else { return false };
        let alone = typed.to_lowercase();
        let found = [both, alone].into_iter().find_map(|words| Some((fitting(choices, &words)?, words)));
        if let Some((fits, _)) = &found {
            *at = *fits;
        }
        let is_found = found.is_some();
        self.sought = found.map(|(_, words)| words).unwrap_or_default();
        is_found
    }
}

/// Whether words are a figure: a number, a time of day.
fn is_figure(words: &str) -> bool {
    words.contains(|sign: char| sign.is_ascii_digit())
        && words.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ':'))
}

/// The position of the choice that is meant by its first letters: one whose first word they are goes first, so that 1 is
/// item 1 and not item 10.
fn fitting(choices: &[String], typed: &str) -> Option<usize> {
    let lower = || choices.iter().map(|choice| choice.to_lowercase());
    let called = || lower().position(|choice| choice.split_whitespace().next() == Some(typed.trim()));
    let begins = || lower().position(|choice| choice.starts_with(typed));
    let has_word =
        || lower().position(|choice| choice.split_whitespace().any(|word| word.starts_with(typed)));
    called().or_else(begins).or_else(has_word)
}
