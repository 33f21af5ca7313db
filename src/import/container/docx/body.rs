//! The text of a Word document: paragraphs, tables, text boxes and the places of footnotes, without what has been
//! deleted or is hidden. Knows Word's elements and not what an agenda is.

use super::super::gather::Gather;
use super::super::sheet::{Beside, Block, Hand, Words};
use super::super::xml::{self, Piece, Tag};
use super::numbering::Numbering;
use super::styles::{Look, Styles};
use std::collections::{HashMap, HashSet};

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
    };
    let whole = xml::each(text, |piece| match piece {
        Piece::Open(tag) => body.open(tag),
        Piece::Close(name) => body.close(name),
        Piece::Text(words) => body.text(words),
    });
    Read { blocks: body.gather.finish(), whole, tracked: body.tracked, gone: body.gone }
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
    kept_on: (String, Beside),
    /// The style of the paragraph before, and the space after it.
    before: Option<(Option<String>, u32)>,
    tracked: bool,
    gone: Vec<(String, Vec<Hand>)>,
    /// The comments whose paragraph is known.
    commented: HashSet<String>,
    /// The comments that begin between paragraphs.
    waiting: Vec<String>,
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
            "tc" => self.gather.open_cell(),
            "gridSpan" => {
                let more = tag.number("val").unwrap_or(1).saturating_sub(1);
                self.gather.widen_cell(more.min(WIDEST) as usize);
            }
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
            None => paragraph.write(words),
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
        let (kept, mut beside) = std::mem::take(&mut self.kept_on);
        let own = paragraph.beside();
        beside.hands.extend(own.hands);
        beside.comments.extend(own.comments);
        paragraph.text.insert_str(0, &kept);
        if paragraph.goes_on {
            self.kept_on = (paragraph.text, beside);
            return;
        }
        let style = self.styles.named(paragraph.style.take());
        let look = paragraph.look.or(&self.styles.look(style.as_deref()));
        let after = look.after.unwrap_or(0);
        if look.page == Some(true) {
            self.gather.add(Block::Page);
        }
        let close = self.is_close(style.as_deref(), &look);
        let words = Words { beside, ..self.words(paragraph.text, &look, close) };
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
        Words { text, label, level, heading: look.heading, close, around: false, beside: Beside::default() }
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

    fn write(&mut self, words: &str) {
        if !self.hidden {
            self.text.push_str(words);
        }
    }
}
