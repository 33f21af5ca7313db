//! The text of a Word document: paragraphs, tables, text boxes and the places of footnotes, without what has been
//! deleted or is hidden. Knows Word's elements and not what an agenda is.

use super::super::gather::Gather;
use super::super::sheet::{Block, Words};
use super::super::xml::{self, Piece, Tag};
use super::numbering::Numbering;
use super::styles::{Look, Styles};
use std::collections::HashMap;

/// Less space than this between two paragraphs, in twentieths of a point, is no gap.
const GAP: u32 = 80;
/// Cells that are wider than this many columns are taken to be as wide.
const WIDEST: u32 = 40;

/// The text of a document.
pub(super) struct Read {
    pub blocks: Vec<Block>,
    /// Whether the document was whole.
    pub whole: bool,
    /// Whether changes in it are tracked.
    pub tracked: bool,
}

/// Reads the text.
pub(super) fn read(
    text: &str,
    styles: &Styles,
    numbering: Numbering,
    notes: &HashMap<String, String>,
) -> Read {
    let mut body = Body {
        styles,
        numbering,
        notes,
        gather: Gather::default(),
        paragraphs: Vec::new(),
        skipped: None,
        in_text: false,
        kept_on: String::new(),
        before: None,
        tracked: false,
    };
    let whole = xml::each(text, |piece| match piece {
        Piece::Open(tag) => body.open(tag),
        Piece::Close(name) => body.close(name),
        Piece::Text(words) => body.text(words),
    });
    Read { blocks: body.gather.finish(), whole, tracked: body.tracked }
}

/// A paragraph while it is read.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    look: Look,
    /// Whether its properties are being read, and not its words.
    in_properties: bool,
    /// Whether the run that is being read is hidden.
    hidden: bool,
    /// Whether its end was deleted, so that the next paragraph goes on with it.
    goes_on: bool,
    /// Whether a page begins in it.
    page: bool,
    notes: Vec<String>,
}

/// A document while it is read.
struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    notes: &'a HashMap<String, String>,
    gather: Gather,
    /// The paragraphs that are open: one, and more inside text boxes.
    paragraphs: Vec<Paragraph>,
    /// The element that is left out, and how many of its name are open inside it.
    skipped: Option<(String, usize)>,
    in_text: bool,
    /// The words of paragraphs whose end was deleted.
    kept_on: String,
    /// The style of the paragraph before, and the space after it.
    before: Option<(Option<String>, u32)>,
    tracked: bool,
}

impl Body<'_> {
    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name();
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped == name);
            return;
        }
        let in_properties = self.paragraphs.last().is_some_and(|paragraph| paragraph.in_properties);
        self.tracked |= matches!(name, "ins" | "del" | "moveFrom" | "moveTo");
        match name {
            "del" | "moveFrom" if in_properties => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.goes_on = true;
                }
            }
            // What a fallback says has been said by the choice before it; what changed was otherwise once.
            "del" | "moveFrom" | "Fallback" | "pPrChange" | "rPrChange" | "sectPrChange" | "tblPrChange" => {
                self.skipped = Some((name.to_owned(), 1));
            }
            "p" => self.paragraphs.push(Paragraph::default()),
            "tbl" => self.gather.open_table(),
            "tr" => self.gather.open_row(),
            "tc" => self.gather.open_cell(),
            "gridSpan" => {
                let more = tag.number("val").unwrap_or(1).saturating_sub(1);
                self.gather.widen_cell(more.min(WIDEST) as usize);
            }
            _ => self.in_paragraph(tag),
        }
    }

    fn in_paragraph(&mut self, tag: &Tag<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match tag.name() {
            "pPr" => paragraph.in_properties = true,
            "pStyle" => paragraph.style = tag.attribute("val"),
            "r" => paragraph.hidden = false,
            "vanish" if !paragraph.in_properties => paragraph.hidden = tag.is_on(),
            "t" => self.in_text = true,
            "tab" | "ptab" if !paragraph.in_properties => paragraph.write("\t"),
            "br" | "cr" => match tag.attribute("type").as_deref() {
                Some("page") => paragraph.page = true,
                _ => paragraph.write("\n"),
            },
            "noBreakHyphen" => paragraph.write("-"),
            "sym" => paragraph.write("•"),
            "sectPr" => paragraph.page = true,
            "footnoteReference" => paragraph.notes.extend(tag.attribute("id")),
            _ if paragraph.in_properties => paragraph.look.learn(tag),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth -= usize::from(skipped == name);
            if *depth == 0 {
                self.skipped = None;
            }
            return;
        }
        match name {
            "t" => self.in_text = false,
            "pPr" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.in_properties = false;
                }
            }
            "p" => self.end_paragraph(),
            "tc" => self.gather.close_cell(),
            "tbl" => self.gather.close_table(),
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        if self.in_text
            && self.skipped.is_none()
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.write(words);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        if !self.kept_on.is_empty() {
            paragraph.text.insert_str(0, &std::mem::take(&mut self.kept_on));
        }
        if paragraph.goes_on {
            self.kept_on = paragraph.text;
            return;
        }
        let style = self.styles.named(paragraph.style.take());
        let look = paragraph.look.or(&self.styles.look(style.as_deref()));
        let after = look.after.unwrap_or(0);
        if look.page == Some(true) {
            self.gather.add(Block::Page);
        }
        let close = self.is_close(style.as_deref(), &look);
        let words = self.words(paragraph.text, &look, close);
        self.before = Some((style, after));
        self.gather.add(Block::Words(words));
        for note in paragraph.notes.iter().filter_map(|id| self.notes.get(id)) {
            let text = format!("Note: {}", note.trim());
            self.gather.add(Block::Words(Words { text, ..Words::default() }));
        }
        if paragraph.page {
            self.gather.add(Block::Page);
        }
    }

    /// Whether a paragraph stands right below the one before.
    fn is_close(&self, style: Option<&str>, look: &Look) -> bool {
        let Some((above, after)) = &self.before else { return false };
        let same_style = above.as_deref() == style && look.contextual == Some(true);
        same_style || look.before.unwrap_or(0).max(*after) < GAP
    }

    fn words(&mut self, text: String, look: &Look, close: bool) -> Words {
        let level = look.level.unwrap_or(0);
        let list = look.list.filter(|list| *list > 0 && !text.trim().is_empty());
        let label = list.map(|list| self.numbering.next(list, level)).unwrap_or_default();
        let level = if label.is_empty() { 0 } else { level as usize };
        Words { text, label, level, heading: look.heading, close, around: false }
    }
}

impl Paragraph {
    fn write(&mut self, words: &str) {
        if !self.hidden {
            self.text.push_str(words);
        }
    }
}
