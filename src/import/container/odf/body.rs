//! Text of an OpenDocument text: paragraphs, headings, lists, tables, text boxes and notes, without what is deleted,
//! hidden or said beside it. Tables of contents count as standing around the paper.

use super::super::bold::Bold;
use super::super::gather::Gather;
use super::super::sheet::{Block, Words};
use super::super::sizes::{Sizes, Tally};
use super::super::xml::{self, Piece, Tag};
use super::lists::Lists;
use super::styles::{Face, Styles};
use crate::import::paper::Look;

/// Less space than this between two paragraphs, in twentieths of a point, is no gap.
const GAP: u32 = 80;
/// One element stands for no more blanks than this.
const MOST_BLANKS: u32 = 80;

/// Text of a document.
pub(super) struct Read {
    pub blocks: Vec<Block>,
    /// Whether the document was whole.
    pub whole: bool,
    /// Whether changes in it are tracked.
    pub tracked: bool,
}

/// Reads the text.
pub(super) fn read(text: &str, styles: &Styles) -> Read {
    let mut body = Body {
        styles,
        lists: Lists::default(),
        gather: Gather::default(),
        paragraphs: Vec::new(),
        in_body: false,
        skipped: None,
        around: 0,
        notes: 0,
        drawings: 0,
        number: None,
        in_number: false,
        after: None,
        tracked: false,
        sizes: Sizes::default(),
    };
    let whole = xml::each(text, |piece| match piece {
        Piece::Open(tag) => body.open(tag),
        Piece::Close(name) => body.close(name),
        Piece::Text(words) => body.text(words),
    });
    let mut blocks = body.gather.finish();
    body.sizes.compare(&mut blocks);
    Read { blocks, whole, tracked: body.tracked }
}

/// Paragraph while it is read.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    bold: Bold,
    sizes: Tally,
    /// Looks of the letters, one for each span that is open.
    faces: Vec<Face>,
    style: Option<String>,
    /// Level of the heading that its element gives, from 1; 0 for none.
    heading: u8,
    /// Whether it takes no number although it is a heading.
    bare: bool,
    notes: Vec<String>,
}

/// Document while it is read.
struct Body<'a> {
    styles: &'a Styles,
    lists: Lists,
    gather: Gather,
    /// Paragraphs that are open: one, and more inside text boxes and notes.
    paragraphs: Vec<Paragraph>,
    in_body: bool,
    /// Element that is left out, and the number of its name that are open.
    skipped: Option<(String, usize)>,
    /// Number of indexes that are open.
    around: usize,
    /// Number of notes that are open.
    notes: usize,
    /// Number of drawings that are open.
    drawings: usize,
    /// Number of the next paragraph as the program that wrote it printed it.
    number: Option<String>,
    in_number: bool,
    /// Space below the last paragraph.
    after: Option<u32>,
    tracked: bool,
    sizes: Sizes,
}

impl Body<'_> {
    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name();
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped == name);
            return;
        }
        if !self.in_body {
            self.in_body = name == "body";
            return;
        }
        if self.is_left_out(tag) {
            self.tracked |= name == "tracked-changes";
            self.skipped = Some((name.to_owned(), 1));
            return;
        }
        match name {
            "p" | "h" => self.open_paragraph(tag),
            "list" => self.lists.begin(tag),
            "list-item" => {
                self.number = None;
                self.lists.begin_entry(tag);
            }
            "number" => {
                self.number = Some(String::new());
                self.in_number = true;
            }
            "table" => self.gather.open_table(),
            "table-row" => self.gather.open_row(),
            "table-cell" => {
                let cells = |name| tag.number(name).unwrap_or(1);
                let columns =
                    cells("number-columns-spanned").saturating_mul(cells("number-columns-repeated"));
                self.gather.open_cell(columns, cells("number-rows-spanned"));
            }
            "note-body" => self.notes += 1,
            "frame" | "custom-shape" => self.drawings += 1,
            _ if is_index(name) => self.around += 1,
            _ => self.in_paragraph(tag),
        }
    }

    /// Whether nothing in an element is printed in the text.
    fn is_left_out(&self, tag: &Tag<'_>) -> bool {
        match tag.name() {
            "tracked-changes" | "annotation" | "note-citation" | "ruby-text" | "covered-table-cell"
            | "desc" | "forms" | "binary-data" => true,
            // The title of a drawing, and not the field that prints the title of the document.
            "title" => self.drawings > 0,
            name if name.ends_with("-source") => true,
            "section" => {
                tag.attribute("display").as_deref() == Some("none")
                    || tag.attribute("style-name").is_some_and(|style| self.styles.hides(&style))
            }
            _ => false,
        }
    }

    fn open_paragraph(&mut self, tag: &Tag<'_>) {
        let style = tag.attribute("style-name");
        let level = tag.number("outline-level").unwrap_or(1);
        let heading = if tag.name() == "h" { u8::try_from(level).unwrap_or(u8::MAX) } else { 0 };
        let faces = vec![self.styles.ordinary_face(style.as_deref())];
        let bare = tag.attribute("is-list-header").as_deref() == Some("true");
        self.paragraphs.push(Paragraph { style, heading, faces, bare, ..Paragraph::default() });
    }

    fn in_paragraph(&mut self, tag: &Tag<'_>) {
        let styles = self.styles;
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match tag.name() {
            "span" => {
                let outer = paragraph.faces.last().copied().unwrap_or_default();
                paragraph.faces.push(styles.face(tag.attribute("style-name").as_deref(), outer));
            }
            "s" => {
                let blanks = tag.number("c").unwrap_or(1).min(MOST_BLANKS) as usize;
                paragraph.write(&" ".repeat(blanks));
            }
            "tab" => paragraph.write("\t"),
            "line-break" => paragraph.write("\n"),
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
            "body" => self.in_body = false,
            "p" | "h" => self.end_paragraph(),
            "span" => {
                if let Some(paragraph) = self.paragraphs.last_mut().filter(|open| open.faces.len() > 1) {
                    paragraph.faces.pop();
                }
            }
            "list" => self.lists.end(),
            "list-item" => self.lists.end_entry(),
            "number" => self.in_number = false,
            "table" => self.gather.close_table(),
            "table-cell" => self.gather.close_cell(),
            "note-body" => self.notes = self.notes.saturating_sub(1),
            "frame" | "custom-shape" => self.drawings = self.drawings.saturating_sub(1),
            _ if is_index(name) => self.around = self.around.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        if self.skipped.is_some() || !self.in_body {
            return;
        }
        if let Some(number) = self.number.as_mut().filter(|_| self.in_number) {
            number.push_str(words);
        } else if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.write_closed_up(words);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        if self.notes > 0
            && let Some(outer) = self.paragraphs.last_mut()
        {
            outer.notes.push(paragraph.text);
            return;
        }
        let style = self.styles.paragraph(paragraph.style.as_deref());
        if style.page == Some(true) {
            self.gather.add(Block::Page);
        }
        let above = self.after.replace(style.after.unwrap_or(0));
        let close = above.is_some_and(|above| above.max(style.before.unwrap_or(0)) < GAP);
        let size = self.sizes.count(&paragraph.sizes);
        let notes = std::mem::take(&mut paragraph.notes);
        let heading = if paragraph.heading > 0 { paragraph.heading } else { style.heading.unwrap_or(0) };
        let words = self.words(paragraph, style.list.as_deref(), Look { heading, size, ..Look::default() });
        self.gather.add(Block::Words(Words { close, around: self.around > 0, ..words }));
        for note in notes {
            let text = format!("Note: {}", note.trim());
            self.gather.add(Block::Words(Words { text, ..Words::default() }));
        }
    }

    fn words(&mut self, paragraph: Paragraph, list: Option<&str>, mut look: Look) -> Words {
        let Paragraph { mut text, mut bold, heading, bare, .. } = paragraph;
        let is_blank = text.trim().is_empty();
        let written = self.number.take();
        let level = self.lists.depth().saturating_sub(1);
        let mut label = String::new();
        if !is_blank || self.gather.is_in_new_cell() {
            label = self.label(list, if bare { 0 } else { heading });
            label = written
                .map(|number| number.trim().to_owned())
                .filter(|number| !number.is_empty())
                .unwrap_or(label);
        }
        if is_blank {
            // A number alone in a cell has its words in the next.
            text = std::mem::take(&mut label);
            bold = Bold::default();
            if !text.contains(char::is_alphanumeric) {
                text.clear();
            }
        }
        if label.is_empty() {
            return Words { text, bold, look, ..Words::default() };
        }
        look.entry = u8::try_from(level).unwrap_or(u8::MAX).saturating_add(1);
        Words { text, bold, label, level, look, ..Words::default() }
    }

    /// Returns the number of a paragraph: that of its list, or else that of its heading.
    fn label(&mut self, list: Option<&str>, heading: u8) -> String {
        let label = self.lists.next(&self.styles.lists, list);
        label.unwrap_or_else(|| self.lists.heading(&self.styles.lists, heading))
    }
}

/// Whether an element is an index, such as a table of contents.
fn is_index(name: &str) -> bool {
    matches!(
        name,
        "table-of-content"
            | "illustration-index"
            | "table-index"
            | "object-index"
            | "user-index"
            | "alphabetical-index"
            | "bibliography"
    )
}

impl Paragraph {
    /// Adds words as they are.
    fn write(&mut self, words: &str) {
        let face = self.faces.last().copied().unwrap_or_default();
        if face.hidden {
            return;
        }
        let from = self.text.len();
        self.text.push_str(words);
        self.sizes.add(face.size, words.len());
        if face.bold {
            self.bold.add(from, self.text.len());
        }
    }

    /// Adds words whose blanks count as one, as the format has it.
    fn write_closed_up(&mut self, words: &str) {
        let mut closed = String::with_capacity(words.len());
        for letter in words.chars() {
            if !matches!(letter, ' ' | '\t' | '\n' | '\r') {
                closed.push(letter);
            } else if !(closed.ends_with(' ') || closed.is_empty() && self.text.ends_with(' ')) {
                closed.push(' ');
            }
        }
        self.write(&closed);
    }
}
