//! A copy of a draft that came back from somebody who read it: its passages in their order, with whatever its
//! container tells of who changed them. Knows nothing of the draft itself, nor of what an agenda is.

use super::paper::{Line, Role, squeeze};
use super::{Refusal, container, decode};
use crate::text::width;
use chrono::NaiveDateTime;

/// A copy has at most so many words. The minutes of a week have a tenth of them.
const MOST_WORDS: usize = 500_000;
/// A text with many lines that are longer than this, in cells, was not broken into lines: each is a paragraph.
const WIDEST: usize = 120;
/// Of a name this many characters are kept.
const LONGEST_NAME: usize = 60;

/// A copy that came back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copy {
    /// Its paragraphs.
    pub passages: Vec<Passage>,
    /// What was deleted, where that is tracked.
    pub gone: Vec<Gone>,
    /// What the file says it was printed from, as it was written at its export. None in most formats.
    pub printed_from: Option<String>,
    /// Whether its paragraphs are certain to be paragraphs: not so where they were pieced together from lines.
    pub firm: bool,
    /// What the clerk should know about how the file was read, each a sentence.
    pub notes: Vec<String>,
}

/// A paragraph of it. Its words hold no control characters and single blanks only.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    /// The number or bullet that is printed before it without its being typed.
    pub label: String,
    /// Its words.
    pub text: String,
    /// Whose changes of it are tracked.
    pub by: Who,
    /// The comments that begin in it.
    pub comments: Vec<Comment>,
    /// Whether it stands right below the one before, without a blank line, so that the two may be one.
    pub close: bool,
}

/// A passage, or some words of one, that was deleted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gone {
    /// Its words.
    pub words: String,
    /// Who deleted it.
    pub by: Who,
}

/// What was said beside some words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comment {
    /// Who said it.
    pub by: Who,
    /// The words that it is about; empty where it is about the whole passage.
    pub about: String,
    /// What was said.
    pub words: String,
}

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Who {
    /// By name; empty where it is not told.
    pub name: String,
    /// In the time that the file is written in.
    pub at: Option<NaiveDateTime>,
}

impl Who {
    /// Somebody by name, with a time such as `2026-03-14T10:05:00Z`.
    pub(super) fn new(name: &str, at: &str) -> Self {
        let name = plain(name).chars().take(LONGEST_NAME).collect();
        let at = at.get(..19).and_then(|at| at.parse().ok());
        Self { name, at }
    }
}

/// Reads a copy that came back, whatever kind of file it is.
///
/// # Errors
/// [`Refusal`] says why it cannot be read, or that it is longer than any minutes.
pub fn read_copy(bytes: &[u8]) -> Result<Copy, Refusal> {
    let copy = match container::returned(bytes)? {
        Some(copy) => copy,
        None => lines(bytes)?,
    };
    let words: usize = copy.passages.iter().map(|passage| passage.text.split(' ').count()).sum();
    if words > MOST_WORDS { Err(Refusal::TooLong) } else { Ok(copy) }
}

/// A copy of a kind that knows lines alone. A blank line parts paragraphs, and so, less surely, does a line that ends
/// although the next word would have had room on it.
fn lines(bytes: &[u8]) -> Result<Copy, Refusal> {
    let container::Printed { lines, notes } = container::open(bytes)?;
    let is_markdown = lines.first().is_some_and(|line| line.text.starts_with("# "));
    let mut passages: Vec<Passage> = Vec::new();
    let long = |line: &Line| line.indent + width(&line.text);
    // Somebody may have typed on in a line without breaking it anew.
    let margin = lines.iter().map(long).filter(|long| *long <= WIDEST).max().unwrap_or(0);
    let is_wrapped = !container::is_page(bytes)
        && lines.iter().filter(|line| long(line) > WIDEST).count() * 5 < lines.len();
    let mut room = 0;
    for line in lines.iter().filter(|line| line.role != Role::Around) {
        if underlines(line) {
            room = usize::MAX;
            continue;
        }
        let text = if is_markdown { unmarked(line) } else { line.words() };
        let first = width(text.split(' ').next().unwrap_or_default());
        match passages.last_mut() {
            Some(last) if !line.gap && first >= room && is_wrapped => {
                last.text.push(' ');
                last.text.push_str(&text);
            }
            _ => passages.push(Passage { text, close: !line.gap, ..Passage::default() }),
        }
        room = margin.saturating_sub(long(line));
    }
    Ok(Copy { passages, notes, ..Copy::default() })
}

/// Whether a line is no words, but the rule under a title.
fn underlines(line: &Line) -> bool {
    !line.gap && line.text.chars().all(|sign| sign == '-')
}

/// The words of a line without the signs of Markdown.
fn unmarked(line: &Line) -> String {
    let words = line.words();
    let words = words.trim_start_matches('#').trim_start();
    let mut plain = String::with_capacity(words.len());
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => plain.extend(letters.next_if(char::is_ascii_punctuation).or(Some(letter))),
            '*' | '_' if letters.next_if_eq(&letter).is_some() => {}
            _ => plain.push(letter),
        }
    }
    plain
}

/// Words made harmless, in one line.
pub(super) fn plain(words: &str) -> String {
    squeeze(&decode::harmless(words).replace(['\n', '\u{C}'], " "))
}
