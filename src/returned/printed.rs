//! The draft as it was printed, in pieces: what a copy of it can be laid against. Each piece knows its words, what of the
//! record it tells, and where a paragraph would belong that was written right after it.

use super::reading::RESTRICTED;
use super::words::{Lexicon, Word};
use crate::domain::id::ItemId;
use crate::domain::review::Subject;
use crate::export::document::{Element, Heading, Origin, Paragraph, Role};
use crate::export::text::RESTRICTED_BELOW;
use crate::export::{Audience, Document};
use std::ops::Range;

/// A piece of what was printed.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// What of the record it tells.
    pub of: Origin,
    /// The item under which it stands.
    pub item: Option<ItemId>,
    /// What a paragraph belongs to that was written right after it; none where that cannot be told.
    pub place: Option<Subject>,
    /// What is printed before it and need not come back: its number, a bullet.
    pub lead: Vec<Word>,
    /// Its words.
    pub words: Vec<Word>,
    /// The same as they are written.
    pub raw: Vec<String>,
    /// Which of its words stand in the record; the others are derived.
    pub own: Range<usize>,
    /// Whether it is a heading, which may come in capitals.
    pub is_heading: bool,
    /// Whether it is restricted although its item is public, and says so.
    pub is_restricted: bool,
    /// For whom it says that a copy is, if it does: that it is not for publication, that something is left out of it.
    pub tells: Option<Audience>,
    /// Whether some formats do not print it.
    pub is_optional: bool,
}

impl Piece {
    /// Its words as text.
    pub fn text(&self) -> String {
        self.raw.join(" ")
    }
}

/// A sentence as a piece that was made from the record.
pub(super) fn sentence(text: &str, lexicon: &mut Lexicon) -> Piece {
    let printer = Printer { lexicon, pieces: Vec::new(), item: None, place: None };
    let (raw, words) = printer.lexicon.words(text).map(|(raw, word)| (raw.to_owned(), word)).unzip();
    Piece { lead: Vec::new(), words, raw, ..printer.piece(Vec::new(), Vec::new()) }
}

/// A document in pieces.
pub(super) fn pieces(document: &Document, lexicon: &mut Lexicon) -> Vec<Piece> {
    let mut printer = Printer { lexicon, pieces: Vec::new(), item: None, place: None };
    let meta = &document.meta;
    meta.authority.iter().for_each(|authority| printer.derived(authority, true, true));
    printer.derived(&meta.body, true, false);
    meta.draft.iter().for_each(|draft| printer.derived(draft, false, true));
    if let Some(warning) = &meta.warning {
        printer.derived(warning, false, false);
        printer.tells(Audience::Full);
    }
    printer.derived(&meta.sentence, false, false);
    let last = document.elements.iter().rposition(is_of_business).unwrap_or(0);
    for (at, element) in document.elements.iter().enumerate() {
        printer.element(element, at > last);
    }
    if !meta.contact.is_empty() {
        printer.leave();
        printer.derived(&format!("Contact: {}", meta.contact.join(", ")), false, true);
    }
    printer.pieces
}

/// Whether something is the title of an item, or words under one.
fn is_of_business(element: &Element) -> bool {
    match element {
        Element::Heading(heading) => heading.of != Origin::Derived,
        Element::Paragraph(paragraph) => paragraph.of != Origin::Derived,
        Element::Roll(_) | Element::Signature(_) => false,
    }
}

struct Printer<'a> {
    lexicon: &'a mut Lexicon,
    pieces: Vec<Piece>,
    item: Option<ItemId>,
    place: Option<Subject>,
}

impl Printer<'_> {
    fn element(&mut self, element: &Element, after_business: bool) {
        match element {
            Element::Heading(heading) => self.heading(heading),
            Element::Roll(roll) => {
                self.leave();
                self.derived(&roll.heading, true, false);
                match roll.form {
                    crate::domain::style::Roll::Running => self.derived(&roll.running(), false, false),
                    crate::domain::style::Roll::List => {
                        roll.names.iter().for_each(|name| self.derived(name, false, false));
                    }
                }
            }
            Element::Signature(signature) => {
                self.leave();
                for words in [&signature.sentence, &signature.signer, &signature.date] {
                    self.derived(words, false, false);
                }
            }
            Element::Paragraph(paragraph) => {
                // What is told after the last of the business may be of the meeting and not of the item.
                let is_outside = after_business && paragraph.role == Role::Course;
                if is_outside || paragraph.role == Role::LeftOutItems {
                    self.leave();
                }
                self.paragraph(paragraph);
            }
        }
    }

    /// Leaves the item: what follows is under none.
    fn leave(&mut self) {
        (self.item, self.place) = (None, None);
    }

    fn heading(&mut self, heading: &Heading) {
        self.leave();
        if let Origin::Title(item) = heading.of {
            (self.item, self.place) = (Some(item), Some(Subject::Item(item)));
        }
        let (raw, words) = self.read(&heading.title);
        let lead = self.read(&heading.number).1;
        let own = if heading.of == Origin::Derived { 0..0 } else { 0..words.len() };
        if words.is_empty() {
            // Of an item without a title only the number is in print.
            self.derived(&heading.number, true, false);
        }
        self.add(Piece { of: heading.of, lead, own, is_heading: true, ..self.piece(raw, words) });
        if !heading.reference.is_empty() {
            self.derived(&format!("({})", heading.reference), false, false);
        }
        if heading.restricted {
            self.derived(RESTRICTED_BELOW, false, true);
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let mark = paragraph.mark.text();
        let runs_on = paragraph.mark.runs_on();
        let (raw, words) = self.read(&paragraph.words());
        let derived = if runs_on { self.read(&mark).1.len() } else { 0 };
        let mut lead = if runs_on { Vec::new() } else { self.read(&mark).1 };
        if paragraph.restricted {
            lead.extend(self.read(RESTRICTED).1);
        }
        let own = match paragraph.of {
            Origin::Words(item, block) => {
                (self.item, self.place) = (Some(item), Some(Subject::Block(item, block)));
                derived.min(words.len())..words.len()
            }
            // A passage that is left out lies between what is printed, and nobody can tell on which side.
            _ if paragraph.role == Role::LeftOut => {
                self.place = None;
                0..0
            }
            _ => 0..0,
        };
        let is_restricted = paragraph.restricted;
        self.add(Piece { of: paragraph.of, lead, own, is_restricted, ..self.piece(raw, words) });
        if matches!(paragraph.role, Role::LeftOut | Role::LeftOutItems) {
            self.tells(Audience::Public);
        }
    }

    /// Adds words that were made from the record.
    fn derived(&mut self, text: &str, is_heading: bool, is_optional: bool) {
        let (raw, words) = self.read(text);
        self.add(Piece { is_heading, is_optional, ..self.piece(raw, words) });
    }

    /// Notes for whom the last piece says that a copy is.
    fn tells(&mut self, audience: Audience) {
        if let Some(last) = self.pieces.last_mut() {
            last.tells = Some(audience);
        }
    }

    fn add(&mut self, piece: Piece) {
        if !piece.words.is_empty() {
            self.pieces.push(piece);
        }
    }

    fn piece(&self, raw: Vec<String>, words: Vec<Word>) -> Piece {
        Piece {
            of: Origin::Derived,
            item: self.item,
            place: self.place,
            lead: Vec::new(),
            words,
            raw,
            own: 0..0,
            is_heading: false,
            is_restricted: false,
            tells: None,
            is_optional: false,
        }
    }

    fn read(&mut self, text: &str) -> (Vec<String>, Vec<Word>) {
        self.lexicon.words(&crate::text::tame(text)).map(|(raw, word)| (raw.to_owned(), word)).unzip()
    }
}
