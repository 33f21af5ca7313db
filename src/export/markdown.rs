//! Markdown (CommonMark): a document that reads well as it stands and better where it is rendered. Knows
//! nothing of meetings.
//!
//! Numbers such as `1.` and bullets are Markdown's own lists; `(a)` is no mark that Markdown has and stands in
//! the words. A paragraph is one line, because lines are for whoever shows it to make.

use super::document::{Document, Element, Heading, Meta, Paragraph, Roll, Signature};
use super::text::{RESTRICTED, RESTRICTED_BELOW, cased, joined};
use super::tree::{Entry, List, Node, tree};
use crate::domain::style::{self, Form, Mark};
use crate::text::tame;

/// A document as Markdown. It ends in one line end.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut page = Page::default();
    page.title(&document.meta);
    page.nodes(&tree(&document.elements));
    page.text
}

/// The text while it is written.
#[derive(Default)]
struct Page {
    text: String,
    /// What a line begins with inside the entries that are open.
    indent: String,
    /// The mark that the next line begins with instead.
    mark: Option<String>,
}

impl Page {
    fn title(&mut self, meta: &Meta) {
        if let Some(authority) = &meta.authority {
            self.block(&escape(&cased(authority, meta.capitals)));
        }
        self.block(&format!("# {}", escape(&cased(&meta.body, meta.capitals))));
        for line in [&meta.draft, &meta.warning].into_iter().flatten() {
            self.block(&strong(line));
        }
        self.block(&escape(&meta.sentence));
    }

    fn nodes(&mut self, nodes: &[Node<'_>]) {
        for node in nodes {
            match node {
                Node::List(list) => self.list(list),
                Node::Leaf(Element::Heading(heading)) => self.heading(heading),
                Node::Leaf(Element::Roll(roll)) => self.roll(roll),
                Node::Leaf(Element::Paragraph(paragraph)) => self.paragraph(paragraph),
                Node::Leaf(Element::Signature(signature)) => self.signature(signature),
            }
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let signs = "#".repeat(usize::from(heading.level.clamp(1, 6)));
        let reference = match heading.reference.as_str() {
            "" => String::new(),
            reference => format!("({reference})"),
        };
        let beside = if heading.reference_below { "" } else { reference.as_str() };
        let title = cased(&heading.title, heading.capitals);
        let line = joined(&[&heading.number, &title, beside]);
        // After the signs nothing begins a list.
        self.block(format!("{signs} {}", escape_inside(&line)).trim_end());
        if heading.reference_below && !reference.is_empty() {
            self.block(&escape(&reference));
        }
        if heading.restricted {
            self.block(&strong(RESTRICTED_BELOW));
        }
    }

    fn roll(&mut self, roll: &Roll) {
        let heading = strong(&format!("{}:", cased(&roll.heading, roll.capitals)));
        match roll.form {
            style::Roll::Running => self.block(&format!("{heading} {}", escape_inside(&roll.running()))),
            style::Roll::List => {
                self.block(&heading);
                let names = roll.names.iter().map(|name| format!("- {}", escape(name)));
                self.block(&names.collect::<Vec<_>>().join("\n"));
            }
        }
    }

    fn list(&mut self, list: &List<'_>) {
        for entry in &list.entries {
            self.entry(entry);
        }
    }

    fn entry(&mut self, entry: &Entry<'_>) {
        let mark = match &entry.paragraph.mark {
            Mark::Bullet => "- ".to_owned(),
            Mark::Number(Form::Dot, n) => format!("{n}. "),
            _ => {
                self.paragraph(entry.paragraph);
                return self.nodes(&entry.inside);
            }
        };
        let outside = self.indent.len();
        self.mark = Some(mark.clone());
        self.indent.extend(std::iter::repeat_n(' ', mark.len()));
        self.block(&words(entry.paragraph, ""));
        self.nodes(&entry.inside);
        self.indent.truncate(outside);
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let mark = if paragraph.mark.runs_on() { "".into() } else { paragraph.mark.text() };
        self.block(&words(paragraph, &mark));
    }

    fn signature(&mut self, signature: &Signature) {
        let line = ".".repeat(40);
        self.block(&escape(&signature.sentence));
        self.block(&escape(&format!("{line} {}", signature.signer)));
        self.block(&escape(&format!("{line} {}", signature.date)));
    }

    /// Lines after a blank line.
    fn block(&mut self, lines: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        for line in lines.lines() {
            let indent = match self.mark.take() {
                Some(mark) => {
                    self.indent.get(..self.indent.len() - mark.len()).unwrap_or("").to_owned() + &mark
                }
                None => self.indent.clone(),
            };
            self.text.push_str(format!("{indent}{line}").trim_end());
            self.text.push('\n');
        }
    }
}

/// The words of a paragraph, with a mark before them and the word that introduces them in strong print.
fn words(paragraph: &Paragraph, mark: &str) -> String {
    let restricted = if paragraph.restricted { strong(RESTRICTED.trim()) + " " } else { String::new() };
    let said = paragraph.words();
    let said = match paragraph.mark {
        Mark::Word(ref word) if said.starts_with(word.as_ref()) => {
            strong(word) + &escape_inside(said.get(word.len()..).unwrap_or_default())
        }
        _ if mark.is_empty() && restricted.is_empty() => escape(&said),
        _ => escape_inside(&said),
    };
    let mark = if mark.is_empty() { String::new() } else { escape(mark) + " " };
    format!("{mark}{restricted}{said}")
}

/// Words in strong print.
fn strong(words: &str) -> String {
    match words.trim() {
        "" => String::new(),
        words => format!("**{}**", escape_inside(words)),
    }
}

/// Words at the start of a line, where some of them would begin a list, a heading or a rule.
fn escape(words: &str) -> String {
    let words = escape_inside(words);
    let words = words.trim_start();
    let digits = words.chars().take_while(char::is_ascii_digit).count();
    let (before, after) = match words.chars().nth(digits) {
        Some('.' | ')') if digits > 0 => words.split_at(digits),
        _ if words.starts_with(['#', '+', '-', '=']) => ("", words),
        _ => return words.to_owned(),
    };
    format!("{before}\\{after}")
}

/// Words within a line, with everything that Markdown would take for a sign of its own made plain.
fn escape_inside(words: &str) -> String {
    let words = tame(words);
    let mut plain = String::with_capacity(words.len());
    let mut before = ' ';
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let is_sign = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '~' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '&' => next.is_alphanumeric() || next == '#',
            _ => false,
        };
        if is_sign {
            plain.push('\\');
        }
        plain.push(letter);
        before = letter;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_markdown_stays_what_was_said() {
        assert_eq!(escape("2023. A year"), "2023\\. A year");
        assert_eq!(escape("- not a bullet"), "\\- not a bullet");
        assert_eq!(escape("# nor a heading"), "\\# nor a heading");
        assert_eq!(
            escape("Wherry & Sons, a_b, _c_ *d* <e> &amp;"),
            "Wherry & Sons, a_b, \\_c\\_ \\*d\\* \\<e\\> \\&amp;"
        );
    }
}
