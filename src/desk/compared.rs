//! Two states of the record laid side by side over the whole screen: what a crash left behind before it is restored,
//! an older copy before it is taken back. What differs is broken into rows here; how rows look is not known.

use super::Desk;
use crate::domain::difference::{Difference, How, Line, Words};
use crate::domain::meeting::Meeting;
use crate::text;

/// A difference to read, and to agree to.
#[derive(Debug, Clone)]
pub struct Compared {
    /// What stands above it.
    pub title: String,
    /// What is to be said first, a sentence each.
    pub told: Vec<String>,
    /// What differs.
    pub difference: Difference,
    /// What becomes of it if the clerk agrees.
    pub purpose: Purpose,
    /// The first row shown.
    pub top: usize,
}

/// What becomes of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// What the journal has beyond the record is restored. With `true` it can be left aside instead.
    Restore(bool),
    /// This older copy is taken back; what it is called.
    TakeBack(Box<Meeting>, String),
}

/// How the words of a row look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Look {
    /// A title.
    Title,
    /// A title of something restricted.
    Restricted,
    /// Something the program says, and what kind of thing a line is about.
    Plain,
    /// Words that stay.
    Same,
    /// Words that go.
    Gone,
    /// Words that come.
    New,
}

/// A row of the screen: words, each with its look.
pub type Row = Vec<(Look, String)>;

/// The columns before the words of a line.
const INDENT: usize = 4;

impl Desk {
    /// The cells that a row of a difference can take up: the screen without a frame and a margin.
    #[must_use]
    pub fn difference_width(&self) -> usize {
        usize::from(self.size.width).saturating_sub(4)
    }
}

impl Compared {
    /// A difference at its beginning.
    #[must_use]
    pub fn new(
        title: impl Into<String>,
        told: Vec<String>,
        difference: Difference,
        purpose: Purpose,
    ) -> Self {
        Self { title: title.into(), told, difference, purpose, top: 0 }
    }

    /// The rows in which it reads, none wider than so many cells.
    #[must_use]
    pub fn rows(&self, width: usize) -> Vec<Row> {
        let mut rows = Vec::new();
        for said in &self.told {
            let line = Line { how: How::Moved, label: String::new(), words: vec![Words::Same(said.clone())] };
            rows.extend(wrapped(&line.words, 0, width));
        }
        for section in &self.difference.sections {
            rows.extend((!rows.is_empty()).then(Vec::new));
            let look = if section.restricted { Look::Restricted } else { Look::Title };
            let sign = if section.restricted { " ■" } else { "" };
            let title = text::fit(&text::tame(&section.title), width.saturating_sub(text::width(sign)));
            rows.push(vec![(look, format!("{title}{sign}"))]);
            rows.extend(section.lines.iter().flat_map(|line| lines(line, width)));
        }
        rows
    }

    /// Scrolls by so many rows, as far as there is something to read on a screen of this width.
    pub fn scroll(&mut self, by: isize, width: usize) {
        self.top = self.top.saturating_add_signed(by).min(self.rows(width).len().saturating_sub(1));
    }
}

/// Words broken into rows that are set in by so many columns, none wider than so many cells.
#[must_use]
pub fn wrapped(words: &[Words], indent: usize, width: usize) -> Vec<Row> {
    let words = parted(words);
    let whole: String = words.iter().map(|words| text::tame(words.text())).collect();
    let rows = text::wrap(&whole, width.saturating_sub(indent).max(1), 0);
    let row = |range: std::ops::Range<usize>| {
        let mut row = vec![(Look::Plain, " ".repeat(indent))];
        let mut at = 0;
        for words in &words {
            let end = at + text::tame(words.text()).len();
            let (from, to) = (range.start.max(at), range.end.min(end));
            if let Some(part) = whole.get(from..to).filter(|part| !part.is_empty()) {
                row.push((look(words), part.to_owned()));
            }
            at = end;
        }
        row
    };
    rows.into_iter().map(row).collect()
}

/// The rows of one line of the difference: its sign, what kind of thing it is, and its words.
fn lines(line: &Line, width: usize) -> Vec<Row> {
    let label = if line.label.is_empty() { String::new() } else { format!("{}: ", line.label) };
    let label = if line.how == How::Moved { format!("{label}moved: ") } else { label };
    let mut named = line.clone();
    named.words.insert(0, Words::Same(label));
    let mut rows = wrapped(&named.words, INDENT, width);
    let sign = (Look::Plain, format!("  {} ", line.how.sign()));
    if let Some(indent) = rows.first_mut().and_then(|row| row.first_mut()) {
        *indent = sign;
    }
    rows
}

/// Words with a blank between those that go and those that come in their place, so that they can be told apart
/// where nothing can be struck through.
fn parted(words: &[Words]) -> Vec<Words> {
    let mut parted = Vec::new();
    for word in words {
        if let (Some(Words::Gone(_)), Words::New(_)) = (parted.last(), word) {
            parted.push(Words::Same(" ".to_owned()));
        }
        parted.push(word.clone());
    }
    parted
}

fn look(words: &Words) -> Look {
    match words {
        Words::Same(_) => Look::Same,
        Words::Gone(_) => Look::Gone,
        Words::New(_) => Look::New,
    }
}
