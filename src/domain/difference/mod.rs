//! Two states of one record side by side: the edits that lead from the one to the other, and what differs, to be
//! read by people. Things are recognised by their ids. Knows nothing of where the two states come from.

mod edits;
mod readable;
mod told;
mod words;

pub use edits::edits_between;
pub use words::compare_words;

/// What differs between two states of a record, in the order of the record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// What belongs together: the head, the roll, each item.
    pub sections: Vec<Section>,
}

/// What differs in one part of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What it is about: the name of an item, `People`.
    pub title: String,
    /// Whether any of it is restricted, so that it is not shown to everybody.
    pub restricted: bool,
    /// What differs. Never empty.
    pub lines: Vec<Line>,
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How.
    pub how: How,
    /// What kind of thing it is, where that is not plain: `resolution`, `Venue`. Can be empty.
    pub label: String,
    /// Its words, in order.
    pub words: Vec<Words>,
}

/// How a thing differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// It is there only afterwards.
    Came,
    /// It was there only before.
    Went,
    /// It reads differently.
    Changed,
    /// It stands in another place.
    Moved,
}

/// Words of a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// They stay.
    Same(String),
    /// They go.
    Gone(String),
    /// They come.
    New(String),
}

impl Difference {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// How many things differ.
    #[must_use]
    pub fn count(&self) -> usize {
        self.sections.iter().map(|section| section.lines.len()).sum()
    }
}

impl How {
    /// The sign that stands before such a thing.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            How::Came => "+",
            How::Went => "-",
            How::Changed => "~",
            How::Moved => "^",
        }
    }

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            How::Came => "added",
            How::Went => "removed",
            How::Changed => "changed",
            How::Moved => "moved",
        }
    }
}

impl Words {
    /// The words themselves.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Words::Same(text) | Words::Gone(text) | Words::New(text) => text,
        }
    }
}

impl std::fmt::Display for Line {
    /// As plain text: `~ resolution: that [-the report-]{+it+} be noted`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} ", self.how.sign())?;
        if !self.label.is_empty() {
            write!(out, "{}: ", self.label)?;
        }
        self.words.iter().try_for_each(|words| match (self.how, words) {
            (How::Changed, Words::Gone(text)) => write!(out, "[-{text}-]"),
            (How::Changed, Words::New(text)) => write!(out, "{{+{text}+}}"),
            (_, words) => out.write_str(words.text()),
        })
    }
}
