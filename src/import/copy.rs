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
/// although the next word would have had room on it, unless its sentence goes on below.
fn lines(bytes: &[u8]) -> Result<Copy, Refusal> {
    let container::Printed { lines, notes } = container::open(bytes)?;
    let is_markdown = lines.iter().take(2).any(|line| line.text.starts_with("# "));
    let mut passages: Vec<Passage> = Vec::new();
    let long = |line: &Line| line.indent + width(&line.text);
    // Somebody may have typed on in a line without breaking it anew.
    let margin = lines.iter().map(long).filter(|long| *long <= WIDEST).max().unwrap_or(0);
    let is_wrapped = !container::is_page(bytes)
        && lines.iter().filter(|line| long(line) > WIDEST).count() * 5 < lines.len();
    let mut room = 0;
    let mut numbers = Numbers::default();
    for line in lines.iter().filter(|line| line.role != Role::Around) {
        if underlines(line) {
            room = usize::MAX;
            continue;
        }
        let text = if is_markdown { unmarked(line) } else { line.words() };
        let first = text.split(' ').next().unwrap_or_default();
        let counts_on = numbers.counts_on(first, line.indent);
        match passages.last_mut() {
            Some(last)
                if !line.gap
                    && is_wrapped
                    && !counts_on
                    && (width(first) >= room || room < margin / 2 && goes_on(&last.text, &text)) =>
            {
                last.text.push(' ');
                last.text.push_str(&text);
            }
            _ => {
                numbers.begin(first, line.indent);
                passages.push(Passage { text, close: !line.gap, ..Passage::default() });
            }
        }
        room = margin.saturating_sub(long(line));
    }
    Ok(Copy { passages, notes, ..Copy::default() })
}

/// Whether a sentence that has not come to its end goes on: with a small letter, or with a figure. What was written anew
/// has lines of another width, so that there may have been room for a word as short as the 4 of `4 December`.
fn goes_on(before: &str, text: &str) -> bool {
    let waits = before.contains(' ') && !before.ends_with(['.', ':', ';', '?', '!']);
    let first = text.chars().next();
    let begins_low = first.is_some_and(|first| first.is_lowercase() || first.is_ascii_digit());
    let first = text.split(' ').next().unwrap_or_default();
    waits && begins_low && (number(first).is_some() || !is_lettered(first))
}

/// Whether a word is a letter that is a mark: `a)`, `b.`
fn is_lettered(word: &str) -> bool {
    let inner = word.strip_suffix([')', '.']);
    inner.is_some_and(|inner| {
        let is_roman = inner.bytes().all(|byte| b"ivx".contains(&byte));
        is_roman || inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_lowercase())
    })
}

/// The numbers before paragraphs. What looks like one where a line begins is one only if it comes next, and stands no
/// further in than the one before: `12.` may be a date or a page, too.
#[derive(Default)]
struct Numbers {
    /// The last of each form, and its column.
    last: Vec<(String, u32, usize)>,
}

impl Numbers {
    /// Whether a word is the number that comes next.
    fn counts_on(&self, word: &str, indent: usize) -> bool {
        let Some((form, value)) = number(word) else { return false };
        let known = self.last.iter().find(|(known, ..)| *known == form);
        known.is_some_and(|(_, last, column)| last.checked_add(1) == Some(value) && indent <= *column)
    }

    /// Notes the number with which a paragraph begins.
    fn begin(&mut self, word: &str, indent: usize) {
        if let Some((form, value)) = number(word) {
            self.last.retain(|(known, ..)| *known != form);
            self.last.push((form, value, indent));
        }
    }
}

/// A number with its stop or brackets, as the form that it has and its value: `(12)`, `3.`
fn number(word: &str) -> Option<(String, u32)> {
    let figures: String = word.chars().filter(char::is_ascii_digit).collect();
    let form = word.replacen(&figures, "0", 1);
    let is_form = ["0.", "(0)", "0)"].contains(&form.as_str()) && figures.len() <= 4;
    is_form.then_some(form).zip(figures.parse().ok())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(text: &str) -> Vec<String> {
        lines(text.as_bytes()).unwrap().passages.into_iter().map(|passage| passage.text).collect()
    }

    const HEAD: &str =
        "Minutes of the Saltmarsh Harbour Partnership, held at the Customs House, Town Quay.\n\n";

    #[test]
    fn a_figure_where_a_line_begins_is_no_number_of_a_paragraph() {
        let text = format!(
            "{HEAD}1. Mr Ash was content that the dredging of the basin begin on\n4 December, and that it be over by Easter.\n\n2. None."
        );
        let found = passages(&text);
        assert_eq!(found.len(), 3, "{found:#?}");
        assert!(found[1].contains("begin on 4 December"), "{found:#?}");
    }

    #[test]
    fn a_number_that_comes_next_begins_a_paragraph_however_full_the_line_was() {
        let text = format!(
            "{HEAD}1. Mr Ash was content that the dredging of the basin begin in the spring, and he said\n2. There were no questions.\n3. None.\nthe 7 boats of the harbour, and of those that lay on the mud, as the report said, page\n12. Members then left."
        );
        let found = passages(&text);
        assert!(found[2].starts_with("2. There") && found[3].starts_with("3. None."), "{found:#?}");
        assert!(found.last().unwrap().contains("page 12. Members"), "{found:#?}");
    }
}
