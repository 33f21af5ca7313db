//! Paragraph of RTF while it is read: its words, its number, its notes, and how it is set.

use super::super::bold::Bold;
use super::super::sheet::Words;
use super::super::sizes::{Sizes, Tally};
use crate::import::paper::Look;

/// Paragraph properties, which hold until they are set anew.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    pub in_table: bool,
    pub level: usize,
    pub heading: u8,
    pub before: i32,
    pub after: i32,
    pub page: bool,
}

/// Paragraph while it is read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub setting: Setting,
    pub text: String,
    bold: Bold,
    tally: Tally,
    pub label: String,
    notes: Vec<String>,
    /// Paragraphs of the text boxes that stand behind its first words.
    pub boxed: Vec<Words>,
}

impl Paragraph {
    /// Adds words of a size.
    pub fn write(&mut self, words: &str, size: u16, is_bold: bool) {
        let from = self.text.len();
        self.text.push_str(words);
        self.tally.add(size, words.len());
        if is_bold {
            self.bold.add(from, self.text.len());
        }
    }

    /// Adds words to its last note.
    pub fn write_note(&mut self, words: &str) {
        match self.notes.last_mut() {
            Some(note) => note.push_str(words),
            None => self.notes.push(words.to_owned()),
        }
    }

    /// Ends a note, whose words have come behind those of the last.
    pub fn end_note(&mut self) {
        if let Some(note) = self.notes.last_mut() {
            *note = note.trim().to_owned();
        }
        self.notes.push(String::new());
    }

    /// Takes its notes, each as words of their own.
    pub fn take_notes(&mut self) -> Vec<Words> {
        let notes = std::mem::take(&mut self.notes);
        let notes = notes.iter().map(|note| note.trim()).filter(|note| !note.is_empty());
        notes.map(|note| Words { text: format!("Note: {note}"), ..Words::default() }).collect()
    }

    /// Takes its words, and counts their sizes.
    pub fn take_words(&mut self, sizes: &mut Sizes, is_in_new_cell: bool) -> Words {
        let (mut text, mut bold) = (std::mem::take(&mut self.text), std::mem::take(&mut self.bold));
        let tally = std::mem::take(&mut self.tally);
        let size = sizes.count(&tally);
        let mut label = std::mem::take(&mut self.label).trim().to_owned();
        if !label.is_empty() && !label.contains(char::is_alphanumeric) {
            "•".clone_into(&mut label);
        }
        if text.trim().is_empty() {
            // A number alone in a cell has its words in the next.
            let is_alone = is_in_new_cell && label != "•";
            text = if is_alone { std::mem::take(&mut label) } else { String::new() };
            (bold, label) = (Bold::default(), String::new());
        }
        let mut look = Look { heading: self.setting.heading, size, ..Look::default() };
        let level = if label.is_empty() { 0 } else { self.setting.level };
        if !label.is_empty() {
            look.entry = u8::try_from(level).unwrap_or(u8::MAX).saturating_add(1);
        }
        Words { text, bold, label, level, look, ..Words::default() }
    }
}
