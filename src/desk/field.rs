//! A line of text that the clerk types into: in forms, and above lists. It selects, replaces and takes back as a word
//! processor does. Knows nothing of what it is for, of keys, or of the clipboard.

use crate::text;
use std::ops::Range;

/// A line being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    /// The words, with nothing in them that a terminal would take for anything else.
    pub text: String,
    /// Where the cursor is, in bytes.
    pub at: usize,
    /// Where the selection began, in bytes; none while nothing is being selected.
    from: Option<usize>,
    /// What it held before each step that can be taken back, the last one last.
    past: Vec<Held>,
    /// What it held before each step was taken back, the last one last.
    future: Vec<Held>,
    run: Run,
}

/// What a field held at one moment: words, cursor, selection.
type Held = (String, usize, Option<usize>);

/// What was last done to the words. More of the same belongs to the same step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Run {
    /// Nothing that goes on.
    #[default]
    Ended,
    Typing,
    Deleting,
}

/// The most steps that can be taken back. A field is short, and is closed soon.
const STEPS: usize = 100;

impl Field {
    /// A line that already holds words, the cursor at its end.
    #[must_use]
    pub fn holding(text: impl Into<String>) -> Self {
        let text = text::tame(&text.into());
        Self { at: text.len(), text, ..Self::default() }
    }

    /// What is selected, in bytes; none where nothing is.
    #[must_use]
    pub fn selection(&self) -> Option<Range<usize>> {
        let from = self.from.filter(|from| *from != self.at)?;
        Some(from.min(self.at)..from.max(self.at))
    }

    /// The words that are selected.
    #[must_use]
    pub fn selected(&self) -> Option<&str> {
        self.text.get(self.selection()?)
    }

    /// Selects all of it.
    pub fn select_all(&mut self) {
        self.go(self.text.len(), false);
        self.from = Some(0);
    }

    /// Types at the cursor, in place of what is selected.
    pub fn insert(&mut self, words: &str) {
        self.begin(Run::Typing);
        self.put(&text::tame(words));
    }

    /// Puts other words in place of all of it.
    pub fn replace(&mut self, words: &str) {
        self.select_all();
        self.begin(Run::Ended);
        self.put(&text::tame(words));
    }

    /// Deletes what is selected, or the character before the cursor.
    pub fn backspace(&mut self) {
        self.delete_to(text::previous(&self.text, self.at).unwrap_or(0));
    }

    /// Deletes what is selected, or the word before the cursor.
    pub fn backspace_word(&mut self) {
        self.delete_to(text::previous_word(&self.text, self.at));
    }

    /// Deletes what is selected, or the character after the cursor.
    pub fn delete(&mut self) {
        self.delete_to(text::next(&self.text, self.at).unwrap_or(self.text.len()));
    }

    /// Deletes what is selected, or the word after the cursor.
    pub fn delete_word(&mut self) {
        self.delete_to(text::next_word(&self.text, self.at));
    }

    /// Whether there is something that Delete would delete.
    #[must_use]
    pub fn can_delete_on(&self) -> bool {
        self.selection().is_some() || self.at < self.text.len()
    }

    /// Goes one character back, or to the start of what is selected. With the selection, here and below, the words that
    /// are passed are selected.
    pub fn left(&mut self, selecting: bool) {
        let to = text::previous(&self.text, self.at).unwrap_or(0);
        let start = self.selection().filter(|_| !selecting).map(|selected| selected.start);
        self.go(start.unwrap_or(to), selecting);
    }

    /// Goes one character on, or to the end of what is selected.
    pub fn right(&mut self, selecting: bool) {
        let to = text::next(&self.text, self.at).unwrap_or(self.text.len());
        let end = self.selection().filter(|_| !selecting).map(|selected| selected.end);
        self.go(end.unwrap_or(to), selecting);
    }

    /// Goes one word back.
    pub fn word_left(&mut self, selecting: bool) {
        self.go(text::previous_word(&self.text, self.at), selecting);
    }

    /// Goes one word on.
    pub fn word_right(&mut self, selecting: bool) {
        self.go(text::next_word(&self.text, self.at), selecting);
    }

    /// Goes to the start.
    pub fn home(&mut self, selecting: bool) {
        self.go(0, selecting);
    }

    /// Goes to the end.
    pub fn end(&mut self, selecting: bool) {
        self.go(self.text.len(), selecting);
    }

    /// Whether a step can be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a step that was taken back can be made again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Takes the last step back: all that was typed, or deleted, in one go.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            let now = self.hold(before);
            self.future.push(now);
        }
    }

    /// Makes the step that was last taken back again.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            let now = self.hold(after);
            self.past.push(now);
        }
    }

    /// Holds something else, and returns what it held.
    fn hold(&mut self, (text, at, from): Held) -> Held {
        self.run = Run::Ended;
        let text = std::mem::replace(&mut self.text, text);
        (text, std::mem::replace(&mut self.at, at), std::mem::replace(&mut self.from, from))
    }

    fn go(&mut self, to: usize, selecting: bool) {
        self.from = if selecting { self.from.or(Some(self.at)) } else { None };
        self.at = to;
        self.run = Run::Ended;
    }

    /// Keeps what it holds, to be taken back, unless the step goes on that was begun before.
    fn begin(&mut self, run: Run) {
        let goes_on = run != Run::Ended && run == self.run && self.selection().is_none();
        self.run = run;
        self.future.clear();
        if goes_on {
            return;
        }
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push((self.text.clone(), self.at, self.from));
    }

    /// Puts words in place of what is selected, or at the cursor.
    fn put(&mut self, words: &str) {
        let place = self.selection().unwrap_or(self.at..self.at);
        self.from = None;
        self.at = place.start + words.len();
        self.text.replace_range(place, words);
    }

    /// Deletes what is selected, or else from the cursor to there.
    fn delete_to(&mut self, to: usize) {
        if self.selection().is_none() {
            if to == self.at {
                return;
            }
            self.begin(Run::Deleting);
            self.from = Some(to);
        } else {
            self.begin(Run::Ended);
        }
        self.put("");
    }
}
