//! The text of a Word document: paragraphs, tables, text boxes and the places of footnotes, without what has been
//! deleted or is hidden. Knows Word's elements and not what an agenda is.

use super::super::bold::Bold;
use super::super::gather::Gather;
use super::super::sheet::{Beside, Block, Hand, Words};
use super::super::sizes::Sizes;
use super::super::xml::{self, Piece, Tag};
use super::letters::Letters;
use super::numbering::Numbering;
use super::styles::{Look, Styles};
use crate::import::paper;
use std::collections::{HashMap, HashSet};

/// Less space than this between two paragraphs, in twentieths of a point, is no gap.
const GAP: u32 = 80;

/// The text of a document.
pub(super) struct Read {
    pub blocks: Vec<Block>,
    /// Whether the document was whole.
    pub whole: bool,
    /// Whether changes in it are tracked.
    pub tracked: bool,
    /// What was deleted, a paragraph each, and by whom.
    pub gone: Vec<(String, Vec<Hand>)>,
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
        kept_on: Default::default(),
        before: None,
        tracked: false,
        gone: Vec::new(),
        commented: HashSet::new(),
        waiting: Vec::new(),
        sizes: Sizes::default(),
    };
    let whole = xml::each(text, |piece| match piece {
        Piece::Open(tag) => body.open(tag),
        Piece::Close(name) => body.close(name),
        Piece::Text(words) => body.text(words),
    });
    let mut blocks = body.gather.finish();
    body.sizes.compare(&mut blocks);
    Read { blocks, whole, tracked: body.tracked, gone: body.gone }
}

/// A paragraph while it is read.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    letters: Letters,
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
    /// What was deleted in it.
    gone: String,
    hands: Vec<Hand>,
    /// The comments that begin in it, each with where its words begin and end.
    comments: Vec<(String, usize, usize)>,
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
    /// The words of paragraphs whose end was deleted, and what is told beside them.
    kept_on: (String, Bold, Beside),
    /// The style of the paragraph before, and the space after it.
    before: Option<(Option<String>, u32)>,
    tracked: bool,
    gone: Vec<(String, Vec<Hand>)>,
    /// The comments whose paragraph is known.
    commented: HashSet<String>,
    /// The comments that begin between paragraphs.
    waiting: Vec<String>,
    sizes: Sizes,
}

impl Body<'_> {
    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name();
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped == name);
            self.in_text = matches!(name, "t" | "delText");
            return;
        }
        let in_properties = self.paragraphs.last().is_some_and(|paragraph| paragraph.in_properties);
        if matches!(name, "ins" | "del" | "moveFrom" | "moveTo") {
            self.tracked = true;
            self.sign(tag);
        }
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
            "p" => self.open_paragraph(),
            "commentRangeStart" | "commentRangeEnd" | "commentReference" => self.comment(tag),
            "tbl" => self.gather.open_table(),
            "tr" => self.gather.open_row(),
            "tc" => self.gather.open_cell(1, 1),
            "gridSpan" => self.gather.widen_cell(tag.number("val").unwrap_or(1)),
            _ => self.in_paragraph(tag),
        }
    }

    fn open_paragraph(&mut self) {
        let comments = self.waiting.drain(..).map(|id| (id, 0, 0)).collect();
        self.paragraphs.push(Paragraph { comments, ..Paragraph::default() });
    }

    /// Notes who made the change that begins here.
    fn sign(&mut self, tag: &Tag<'_>) {
        let name = tag.attribute("author").unwrap_or_default();
        let at = tag.attribute("date").unwrap_or_default();
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match paragraph.hands.iter_mut().find(|hand| hand.name == name) {
            Some(hand) => hand.at = at.max(std::mem::take(&mut hand.at)),
            None => paragraph.hands.push(Hand { name, at }),
        }
    }

    /// Notes where a comment begins and where its words end.
    fn comment(&mut self, tag: &Tag<'_>) {
        let Some(id) = tag.attribute("id") else { return };
        let Some(paragraph) = self.paragraphs.last_mut() else {
            if tag.name() == "commentRangeStart" && self.commented.insert(id.clone()) {
                self.waiting.push(id);
            }
            return;
        };
        let at = paragraph.text.len();
        if tag.name() == "commentRangeEnd" {
            let begun = paragraph.comments.iter_mut().find(|(comment, _, _)| *comment == id);
            begun.into_iter().for_each(|(_, _, end)| *end = at);
        } else if self.commented.insert(id.clone()) {
            paragraph.comments.push((id, at, at));
        }
    }

    fn in_paragraph(&mut self, tag: &Tag<'_>) {
        let styles = self.styles;
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match tag.name() {
            "pPr" => paragraph.in_properties = true,
            "pStyle" => paragraph.style = tag.attribute("val"),
            "r" => {
                paragraph.hidden = false;
                paragraph.letters.start_run();
            }
            "vanish" if !paragraph.in_properties => paragraph.hidden = tag.is_on(),
            "t" => self.in_text = true,
            "tab" | "ptab" if !paragraph.in_properties => paragraph.write("\t", styles),
            "br" | "cr" => match tag.attribute("type").as_deref() {
                Some("page") => paragraph.page = true,
                _ => paragraph.write("\n", styles),
            },
            "noBreakHyphen" => paragraph.write("-", styles),
            "sym" => paragraph.write("•", styles),
            "sectPr" => paragraph.page = true,
            "footnoteReference" => paragraph.notes.extend(tag.attribute("id")),
            _ if paragraph.in_properties => paragraph.look.learn(tag),
            _ => paragraph.letters.learn(tag),
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth -= usize::from(skipped == name);
            if *depth == 0 {
                self.skipped = None;
                self.in_text = false;
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
        let Some(paragraph) = self.paragraphs.last_mut().filter(|_| self.in_text) else { return };
        match &self.skipped {
            None => paragraph.write(words, self.styles),
            Some((skipped, _)) if matches!(skipped.as_str(), "del" | "moveFrom") => {
                paragraph.gone.push_str(words);
            }
            Some(_) => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        if !paragraph.gone.trim().is_empty() {
            self.gone.push((std::mem::take(&mut paragraph.gone), paragraph.hands.clone()));
        }
        let (kept, mut bold, mut beside) = std::mem::take(&mut self.kept_on);
        let own = paragraph.beside();
        beside.hands.extend(own.hands);
        beside.comments.extend(own.comments);
        bold.append(&paragraph.letters.bold, kept.len());
        paragraph.text.insert_str(0, &kept);
        if paragraph.goes_on {
            self.kept_on = (paragraph.text, bold, beside);
            return;
        }
        let style = self.styles.named(paragraph.style.take());
        let look = paragraph.look.or(&self.styles.look(style.as_deref()));
        let after = look.after.unwrap_or(0);
        if look.page == Some(true) {
            self.gather.add(Block::Page);
        }
        let close = self.is_close(style.as_deref(), &look);
        if paragraph.text.trim().is_empty() {
            bold = Bold::default();
        }
        let size = self.sizes.count(&paragraph.letters.sizes);
        let words = Words { beside, bold, ..self.words(paragraph.text, &look, size, close) };
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

    fn words(&mut self, mut text: String, look: &Look, size: u16, close: bool) -> Words {
        let level = look.level.unwrap_or(0);
        let is_bare = text.trim().is_empty();
        let list = look.list.filter(|list| *list > 0 && (!is_bare || self.gather.is_in_new_cell()));
        let mut label = list.map(|list| self.numbering.next(list, level)).unwrap_or_default();
        if is_bare {
            // A number alone in a cell has its words in the next.
            text = std::mem::take(&mut label);
            if !text.contains(char::is_alphanumeric) {
                text.clear();
            }
        }
        let entry =
            if label.is_empty() { 0 } else { u8::try_from(level).unwrap_or(u8::MAX).saturating_add(1) };
        let heading = look.heading.unwrap_or(0);
        let look = paper::Look { heading, entry, size, ..paper::Look::default() };
        let level = if label.is_empty() { 0 } else { level as usize };
        Words { text, label, level, look, close, ..Words::default() }
    }
}

impl Paragraph {
    /// Who changed it, and which comments begin in it.
    fn beside(&mut self) -> Beside {
        let text = &self.text;
        let words =
            |(id, from, to): (String, usize, usize)| (id, text.get(from..to).unwrap_or_default().to_owned());
        let comments = self.comments.drain(..).map(words).collect();
        Beside { hands: std::mem::take(&mut self.hands), comments }
    }

    fn write(&mut self, words: &str, styles: &Styles) {
        if self.hidden {
            return;
        }
        let from = self.text.len();
        self.text.push_str(words);
        self.letters.write(from, words, || styles.letters(self.style.as_deref()), styles);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{numbering, styles};
    use super::*;
    use crate::import::container::sheet;

    const LIST: &str = r#"<numbering><abstractNum abstractNumId="0"><lvl ilvl="0"><numFmt val="decimal"/><lvlText val="%1."/></lvl></abstractNum><num numId="1"><abstractNumId val="0"/></num></numbering>"#;

    #[test]
    fn cells_have_their_place_and_the_number_that_word_prints_in_them() {
        let cell = |inside: &str| format!("<tc>{inside}</tc>");
        let p = |text: &str| format!("<p><r><t>{text}</t></r></p>");
        let number = cell("<p><pPr><numPr><ilvl val=\"0\"/><numId val=\"1\"/></numPr></pPr></p>");
        let rows = [
            cell(&format!("<tcPr><gridSpan val=\"2\"/></tcPr>{}", p("Item"))) + &cell(&p("Lead")),
            number.clone() + &cell(&(p("Fees") + &p("To note"))) + &cell(&p("Clerk")),
            number + &cell(&p("Dues")) + &cell("<p/>"),
        ];
        let body = format!("<tbl>{}</tbl>", rows.map(|row| format!("<tr>{row}</tr>")).concat());
        let read = read(&body, &styles::read(""), numbering::read(LIST), &HashMap::new());
        let place = |line: &paper::Line| {
            let cell = line.look.cell.unwrap();
            format!("{}:{}/{} {}", cell.row, cell.column, cell.columns, line.text)
        };
        let found: Vec<String> = sheet::print(&read.blocks).iter().map(place).collect();
        let wanted = [
            "0:0/3 Item",
            "0:2/3 Lead",
            "1:0/3 1.",
            "1:1/3 Fees",
            "1:1/3 To note",
            "1:2/3 Clerk",
            "2:0/3 2.",
            "2:1/3 Dues",
        ];
        assert_eq!(found, wanted);
    }
}
