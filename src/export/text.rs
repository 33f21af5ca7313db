//! Plain text: a document in lines of at most 78 cells, as it is read in a terminal or pasted into a mail.
//! Knows nothing of meetings.
//!
//! Lines end only between words. A word that is longer than a line, such as an address on the web, stands
//! alone on a line of its own and is not cut, so that the words are still the words when the text is read in
//! again. Every line is tamed as it leaves.

use super::document::{Document, Element, Heading, Meta, Paragraph, Roll, Signature};
use crate::domain::style;
use crate::text::{tame, width};

/// The cells of a line of the printed text.
pub const LINE: usize = 78;

/// The cells by which a level is set in, and the least that a mark takes up.
const STEP: usize = 4;

/// What stands before words that are restricted although their item is public, with the blank behind it.
pub const RESTRICTED: &str = "[RESTRICTED] ";

/// What stands below a heading over something restricted.
pub const RESTRICTED_BELOW: &str = "(RESTRICTED – not for publication)";

/// A document as plain text. It ends in one line end.
#[must_use]
pub fn text(document: &Document) -> String {
    let mut page = Page { rules: true, ..Page::of(LINE) };
    page.title(&document.meta);
    page.elements(&document.elements);
    page.text
}

/// A piece of a document as plain text, without the title.
#[must_use]
pub fn excerpt(elements: &[Element]) -> String {
    let mut page = Page::of(LINE);
    page.elements(elements);
    page.text
}

/// One element as lines of at most so many cells, where a word is not longer than that. In lines of
/// [`LINE`] cells these are the lines of the printed text.
#[must_use]
pub fn lines(element: &Element, cells: usize) -> Vec<String> {
    let mut page = Page { rules: true, ..Page::of(cells) };
    page.element(element);
    page.text.lines().map(str::to_owned).collect()
}

/// The text while it is written.
struct Page {
    text: String,
    /// The cells of a line.
    cells: usize,
    /// Whether titles without numbers are underlined, by which a whole paper can be read without its looks.
    rules: bool,
}

impl Page {
    fn of(cells: usize) -> Self {
        Page { text: String::new(), cells, rules: false }
    }

    fn elements(&mut self, elements: &[Element]) {
        elements.iter().for_each(|element| self.element(element));
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Heading(heading) => self.heading(heading),
            Element::Roll(roll) => self.roll(roll),
            Element::Paragraph(paragraph) => self.paragraph(paragraph),
            Element::Signature(signature) => self.signature(signature),
        }
    }

    fn title(&mut self, meta: &Meta) {
        if let Some(authority) = &meta.authority {
            self.block(&cased(authority, meta.capitals));
        }
        self.block(&cased(&meta.body, meta.capitals));
        for line in [&meta.draft, &meta.warning].into_iter().flatten() {
            self.block(line);
        }
        self.block(&meta.sentence);
    }

    fn heading(&mut self, heading: &Heading) {
        let title = cased(&heading.title, heading.capitals);
        let reference = match heading.reference.as_str() {
            "" => String::new(),
            reference => format!("({reference})"),
        };
        let beside = if heading.reference_below { "" } else { reference.as_str() };
        self.blank();
        let from = self.text.len();
        self.lines(&joined(&[&heading.number, &title, beside]), "", &blanks(STEP));
        if self.rules && heading.is_item && heading.number.is_empty() {
            self.rule(from);
        }
        if heading.reference_below && !reference.is_empty() {
            self.lines(&reference, "", "");
        }
        if heading.restricted {
            self.lines(RESTRICTED_BELOW, "", "");
        }
    }

    /// Underlines the title that begins here: without a number nothing else would tell it from a paragraph.
    fn rule(&mut self, from: usize) {
        let title = self.text.get(from..).unwrap_or_default();
        let cells = title.lines().map(width).max().unwrap_or(0);
        self.line(&"-".repeat(cells));
    }

    fn roll(&mut self, roll: &Roll) {
        let heading = format!("{}:", cased(&roll.heading, roll.capitals));
        match roll.form {
            style::Roll::Running => self.block(&format!("{heading} {}", roll.running())),
            style::Roll::List => {
                self.block(&heading);
                for name in &roll.names {
                    self.lines(name, &blanks(STEP), &blanks(2 * STEP));
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let restricted = if paragraph.restricted { RESTRICTED } else { "" };
        let words = format!("{restricted}{}", paragraph.words());
        let indent = STEP * usize::from(paragraph.level);
        let mark = if paragraph.mark.runs_on() { "".into() } else { paragraph.mark.text() };
        let column = match width(&mark) {
            0 => 0,
            cells => STEP.max(cells + 1),
        };
        self.blank();
        self.lines(&words, &format!("{:indent$}{mark:<column$}", ""), &blanks(indent + column));
    }

    fn signature(&mut self, signature: &Signature) {
        let line = ".".repeat(self.cells / 2);
        self.block(&signature.sentence);
        self.block(&format!("{line} {}", signature.signer));
        self.block(&format!("{line} {}", signature.date));
    }

    /// Words after a blank line, not set in.
    fn block(&mut self, words: &str) {
        if !words.is_empty() {
            self.blank();
            self.lines(words, "", "");
        }
    }

    /// A blank line, except at the top.
    fn blank(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Words in lines, the first line begun with one thing and the others with another.
    fn lines(&mut self, words: &str, first: &str, others: &str) {
        let words = tame(words);
        let mut line = first.to_owned();
        // The cells of the line, with the blanks at its end.
        let mut taken = width(first);
        let mut is_bare = true;
        for word in words.split_inclusive(' ') {
            if !is_bare && taken + width(word.trim_end()) > self.cells {
                self.line(&line);
                others.clone_into(&mut line);
                taken = width(others);
            }
            line.push_str(word);
            taken += width(word);
            is_bare = false;
        }
        self.line(&line);
    }

    /// The only way out: one line, tamed.
    fn line(&mut self, line: &str) {
        self.text.push_str(tame(line).trim_end());
        self.text.push('\n');
    }
}

/// Words in capitals, where they are to be.
pub(super) fn cased(words: &str, capitals: bool) -> String {
    if capitals { words.to_uppercase() } else { words.to_owned() }
}

/// The words that are there, with blanks between them.
pub(super) fn joined(words: &[&str]) -> String {
    let there: Vec<&str> = words.iter().copied().filter(|word| !word.is_empty()).collect();
    there.join(" ")
}

fn blanks(cells: usize) -> String {
    " ".repeat(cells)
}
