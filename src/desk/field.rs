//! A line of text that the clerk types into: in forms, and above lists. Knows nothing of what it is for.

use crate::text;

/// A line being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    /// The words.
    pub text: String,
    /// Where the cursor is, in bytes.
    pub at: usize,
    /// Whether all of it is selected: what is typed takes its place.
    pub is_selected: bool,
}

impl Field {
    /// A line that already holds words, the cursor at its end.
    #[must_use]
    pub fn holding(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { at: text.len(), text, is_selected: false }
    }

    /// Selects all of it.
    pub fn select(&mut self) {
        self.end();
        self.is_selected = !self.text.is_empty();
    }

    /// Ends the selection, and deletes what was selected. Returns whether anything was.
    fn clear_selected(&mut self) -> bool {
        let was = std::mem::take(&mut self.is_selected);
        if was {
            *self = Self::default();
        }
        was
    }

    /// Types at the cursor.
    pub fn insert(&mut self, words: &str) {
        self.clear_selected();
        let words = text::tame(words);
        self.text.insert_str(self.at, &words);
        self.at += words.len();
    }

    /// Deletes the character before the cursor.
    pub fn backspace(&mut self) {
        if self.clear_selected() {
            return;
        }
        if let Some(before) = text::previous(&self.text, self.at) {
            self.text.replace_range(before..self.at, "");
            self.at = before;
        }
    }

    /// Deletes the word before the cursor.
    pub fn backspace_word(&mut self) {
        if self.clear_selected() {
            return;
        }
        let before = text::previous_word(&self.text, self.at);
        self.text.replace_range(before..self.at, "");
        self.at = before;
    }

    /// Deletes the character after the cursor.
    pub fn delete(&mut self) {
        if self.clear_selected() {
            return;
        }
        if let Some(after) = text::next(&self.text, self.at) {
            self.text.replace_range(self.at..after, "");
        }
    }

    /// Goes one character back.
    pub fn left(&mut self) {
        self.is_selected = false;
        self.at = text::previous(&self.text, self.at).unwrap_or(0);
    }

    /// Goes one character on.
    pub fn right(&mut self) {
        self.is_selected = false;
        self.at = text::next(&self.text, self.at).unwrap_or(self.text.len());
    }

    /// Goes one word back.
    pub fn word_left(&mut self) {
        self.is_selected = false;
        self.at = text::previous_word(&self.text, self.at);
    }

    /// Goes one word on.
    pub fn word_right(&mut self) {
        self.is_selected = false;
        self.at = text::next_word(&self.text, self.at);
    }

    /// Goes to the start.
    pub fn home(&mut self) {
        self.is_selected = false;
        self.at = 0;
    }

    /// Goes to the end.
    pub fn end(&mut self) {
        self.is_selected = false;
        self.at = self.text.len();
    }
}
