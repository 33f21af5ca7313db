//! The words of a page and where they lie: what is drawn there is followed, and only letters are kept. Knows the
//! operators that move the pen and write, and none that draw.

use super::font::{Font, number};
use crate::import::Refusal;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Error, Object, ObjectId};
use std::collections::HashMap;

/// A page that unpacks to more bytes than this holds a drawing and no text.
const LARGEST: usize = 32 << 20;
/// Drawings inside drawings are followed no deeper than this.
const DEEPEST: usize = 6;
/// A page places no more drawings than this.
const MOST_DRAWINGS: usize = 200;
/// No page has more words.
const MOST_WORDS: usize = 100_000;
/// States that are put aside no deeper than this.
const MOST_STATES: usize = 64;

/// A word on a page. Lengths are in the page's own units, of which there are about 72 to the inch.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// Where it begins.
    pub left: f32,
    /// Where it ends.
    pub right: f32,
    /// The line that it stands on, from the foot of the page.
    pub base: f32,
    /// The size of its letters.
    pub size: f32,
    pub text: String,
    /// Whether its letters are bold.
    pub bold: bool,
    /// Whether the document says that it stands around the text: a running head, a page number.
    pub around: bool,
}

/// How coordinates are turned into those of the page: the six numbers of a PDF matrix.
type Matrix = [f32; 6];

const PLAIN: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// One turn after the other.
fn after(one: Matrix, next: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = one;
    let [g, h, i, j, k, l] = next;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

/// What holds while a page is followed, and is put aside and taken up again.
#[derive(Debug, Clone)]
struct State {
    turn: Matrix,
    /// The font, by its place among those that were read.
    font: Option<usize>,
    size: f32,
    /// Space added after every letter, and after every blank.
    letter_gap: f32,
    word_gap: f32,
    /// How wide letters are set, 1 being as they are.
    stretch: f32,
    leading: f32,
    /// Whether letters are drawn with a line around them, which makes them bold.
    lined: bool,
}

impl State {
    /// Takes the gaps after blanks and after letters that stand before a text to be shown, if they do.
    fn take_gaps(&mut self, operands: &[Object]) {
        if let [word_gap, letter_gap, _] = operands {
            self.word_gap = number(Some(word_gap)).unwrap_or(0.0);
            self.letter_gap = number(Some(letter_gap)).unwrap_or(0.0);
        }
    }
}

/// Follows pages.
pub(super) struct Painter<'a> {
    document: &'a Document,
    fonts: Vec<Font<'a>>,
    /// The places of fonts that were read, by where they are in the document.
    read: HashMap<usize, usize>,
    letters: usize,
    unknown: usize,
}

impl<'a> Painter<'a> {
    pub fn new(document: &'a Document) -> Self {
        Self { document, fonts: Vec::new(), read: HashMap::new(), letters: 0, unknown: 0 }
    }

    /// The words of a page, in the order in which they are drawn.
    pub fn page(&mut self, page: ObjectId) -> Result<Vec<Word>, Refusal> {
        let content = match self.document.get_page_content_with_limit(page, LARGEST) {
            Ok(content) => content,
            Err(Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })) => {
                return Err(Refusal::Swells(super::PDF));
            }
            Err(_) => return Ok(Vec::new()),
        };
        let mut resources = Vec::new();
        if let Ok((own, ids)) = self.document.get_page_resources(page) {
            resources.extend(own);
            resources.extend(ids.iter().filter_map(|id| self.document.get_dictionary(*id).ok()));
        }
        let state = State {
            turn: self.turned(page),
            font: None,
            size: 0.0,
            letter_gap: 0.0,
            word_gap: 0.0,
            stretch: 1.0,
            leading: 0.0,
            lined: false,
        };
        let mut pen = Pen { state, words: Vec::new(), drawings: 0, bold: false, around: 0 };
        self.follow(&content, &resources, &mut pen, 0);
        Ok(pen.words)
    }

    /// Whether many letters had no meaning.
    pub fn is_garbled(&self) -> bool {
        self.unknown * 50 > self.letters
    }

    /// How a page is turned before it is shown.
    fn turned(&self, page: ObjectId) -> Matrix {
        let mut node = self.document.get_dictionary(page).ok();
        for _ in 0..DEEPEST {
            let Some(found) = node else { break };
            if let Some(degrees) = number(found.get(b"Rotate").ok()) {
                return match (degrees as i64).rem_euclid(360) {
                    90 => [0.0, -1.0, 1.0, 0.0, 0.0, 0.0],
                    180 => [-1.0, 0.0, 0.0, -1.0, 0.0, 0.0],
                    270 => [0.0, 1.0, -1.0, 0.0, 0.0, 0.0],
                    _ => PLAIN,
                };
            }
            node = found.get_deref(b"Parent", self.document).and_then(Object::as_dict).ok();
        }
        PLAIN
    }

    /// Follows what is drawn.
    fn follow(&mut self, content: &[u8], resources: &[&'a Dictionary], pen: &mut Pen, depth: usize) {
        let mut states = Vec::new();
        let mut text = Text::default();
        // What is marked: whether it stands around the text.
        let mut marks: Vec<bool> = Vec::new();
        for operation in Content::decode_iter(content) {
            let Ok(operation) = operation else { break };
            if pen.words.len() > MOST_WORDS {
                break;
            }
            match operation.operator.as_str() {
                "q" if states.len() < MOST_STATES => states.push(pen.state.clone()),
                "Q" => pen.state = states.pop().unwrap_or_else(|| pen.state.clone()),
                "cm" => pen.state.turn = after(matrix(&operation), pen.state.turn),
                "BMC" | "BDC" => {
                    let name = operation.operands.first().and_then(|tag| tag.as_name().ok());
                    marks.push(name == Some(b"Artifact"));
                    pen.around += usize::from(name == Some(b"Artifact"));
                }
                "EMC" => pen.around -= usize::from(marks.pop() == Some(true) && pen.around > 0),
                "Do" => self.drawing(&operation, resources, pen, depth),
                "Tf" => {
                    pen.state.font = name(&operation).and_then(|name| self.font(name, resources));
                    pen.state.size = operand(&operation, 1);
                }
                _ => text.take(&operation, pen, &mut |pen, text, codes| self.write(pen, text, codes)),
            }
        }
        pen.around -= marks.iter().filter(|around| **around).count().min(pen.around);
    }

    /// Follows a drawing that is placed here.
    fn drawing(&mut self, operation: &Operation, resources: &[&'a Dictionary], pen: &mut Pen, depth: usize) {
        pen.drawings += 1;
        let found = name(operation).and_then(|name| self.resource(b"XObject", name, resources));
        let Some(stream) = found.and_then(|object| object.as_stream().ok()) else { return };
        let is_form = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form");
        if !is_form || depth >= DEEPEST || pen.drawings > MOST_DRAWINGS {
            return;
        }
        let Ok(content) = stream.get_plain_content_with_limit(LARGEST) else { return };
        let own = stream.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let resources: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).collect();
        let before = pen.state.clone();
        if let Ok(turn) = stream.dict.get_deref(b"Matrix", self.document).and_then(Object::as_array) {
            pen.state.turn = after(numbers(turn), pen.state.turn);
        }
        self.follow(&content, &resources, pen, depth + 1);
        pen.state = before;
    }

    /// Something that the page names.
    fn resource(&self, kind: &[u8], name: &[u8], resources: &[&'a Dictionary]) -> Option<&'a Object> {
        resources.iter().find_map(|resources| {
            let kind = resources.get_deref(kind, self.document).and_then(Object::as_dict).ok()?;
            kind.get_deref(name, self.document).ok()
        })
    }

    fn font(&mut self, name: &[u8], resources: &[&'a Dictionary]) -> Option<usize> {
        let font = self.resource(b"Font", name, resources)?.as_dict().ok()?;
        let place = std::ptr::from_ref(font) as usize;
        if let Some(known) = self.read.get(&place) {
            return Some(*known);
        }
        self.fonts.push(Font::read(self.document, font));
        self.read.insert(place, self.fonts.len() - 1);
        Some(self.fonts.len() - 1)
    }

    /// Writes a text, word by word, and moves on behind it.
    fn write(&mut self, pen: &mut Pen, text: &mut Text, codes: &[u8]) {
        let Some(font) = pen.state.font.and_then(|font| self.fonts.get_mut(font)) else { return };
        pen.bold = font.is_bold() || pen.state.lined;
        let (letters, unknown) = (&mut self.letters, &mut self.unknown);
        font.each(codes, |glyph| {
            *letters += 1;
            *unknown += usize::from(glyph.text.contains('\u{FFFD}'));
            let state = &pen.state;
            let gap = state.letter_gap + if glyph.is_space { state.word_gap } else { 0.0 };
            let width = glyph.width / 1000.0 * state.size * state.stretch;
            text.letter(pen, glyph.text, width);
            text.move_by(gap * pen.state.stretch);
        });
        text.rest(pen);
    }
}

/// What is written with: the state, and the words that have been written.
struct Pen {
    state: State,
    words: Vec<Word>,
    drawings: usize,
    /// Whether what is written is bold.
    bold: bool,
    /// How many marks are open that say that what is written stands around the text.
    around: usize,
}

/// A text object while it is written.
struct Text {
    line: Matrix,
    at: Matrix,
    /// The word that is being written.
    word: Option<Word>,
}

impl Default for Text {
    fn default() -> Self {
        Self { line: PLAIN, at: PLAIN, word: None }
    }
}

/// Moving on by less than this part of the size is setting letters closer or wider and parts no words.
const CLOSE: f32 = 0.18;

impl Text {
    /// Takes an operator that moves or writes.
    fn take(
        &mut self,
        operation: &Operation,
        pen: &mut Pen,
        write: &mut dyn FnMut(&mut Pen, &mut Text, &[u8]),
    ) {
        let first = operand(operation, 0);
        match operation.operator.as_str() {
            "BT" => (self.line, self.at) = (PLAIN, PLAIN),
            "Tc" => pen.state.letter_gap = first,
            "Tw" => pen.state.word_gap = first,
            "Tz" => pen.state.stretch = first / 100.0,
            "Tr" => pen.state.lined = matches!(first as u8, 2 | 6),
            "TL" => pen.state.leading = first,
            "Tm" => {
                self.line = matrix(operation);
                self.at = self.line;
            }
            "Td" => self.go(first, operand(operation, 1)),
            "TD" => {
                pen.state.leading = -operand(operation, 1);
                self.go(first, operand(operation, 1));
            }
            "T*" => self.go(0.0, -pen.state.leading),
            "'" | "\"" => {
                pen.state.take_gaps(&operation.operands);
                self.go(0.0, -pen.state.leading);
                self.show(operation.operands.last(), pen, write);
            }
            "Tj" => self.show(operation.operands.first(), pen, write),
            "TJ" => self.show_pieces(operation, pen, write),
            _ => {}
        }
    }

    /// Shows pieces of text, between which numbers move on or back by thousandths of the size.
    fn show_pieces(
        &mut self,
        operation: &Operation,
        pen: &mut Pen,
        write: &mut dyn FnMut(&mut Pen, &mut Text, &[u8]),
    ) {
        let pieces = operation.operands.first().and_then(|pieces| pieces.as_array().ok());
        for piece in pieces.into_iter().flatten() {
            match number(Some(piece)) {
                Some(back) => self.move_by(-back / 1000.0 * pen.state.size * pen.state.stretch),
                None => self.show(Some(piece), pen, write),
            }
        }
        self.end_word(pen);
    }

    fn show(
        &mut self,
        codes: Option<&Object>,
        pen: &mut Pen,
        write: &mut dyn FnMut(&mut Pen, &mut Text, &[u8]),
    ) {
        if let Some(codes) = codes.and_then(|codes| codes.as_str().ok()) {
            write(pen, self, codes);
        }
    }

    /// Goes to a place as seen from the start of the line.
    fn go(&mut self, right: f32, up: f32) {
        self.line = after([1.0, 0.0, 0.0, 1.0, right, up], self.line);
        self.at = self.line;
    }

    /// Moves on along the line.
    fn move_by(&mut self, right: f32) {
        self.at = after([1.0, 0.0, 0.0, 1.0, right, 0.0], self.at);
    }

    /// Writes a letter.
    fn letter(&mut self, pen: &mut Pen, letter: &str, width: f32) {
        let whole = after(self.at, pen.state.turn);
        let [a, b, _, d, x, y] = whole;
        let size = pen.state.size.abs() * d.abs().max(b.abs());
        self.move_by(width);
        let [_, _, _, _, right, _] = after(self.at, pen.state.turn);
        let blank = letter.chars().all(char::is_whitespace);
        // Only what is written across the page is its text.
        let across = a.abs() > b.abs() && [x, y, right, size].iter().all(|number| number.is_finite());
        if blank || !across {
            return self.end_word(pen);
        }
        let joins =
            |word: &Word| (x - word.right).abs() < CLOSE * size && (y - word.base).abs() < CLOSE * size;
        if !self.word.as_ref().is_some_and(joins) {
            self.end_word(pen);
            let (bold, around) = (pen.bold, pen.around > 0);
            self.word = Some(Word { left: x, right, base: y, size, text: String::new(), bold, around });
        }
        if let Some(word) = &mut self.word {
            word.text.push_str(letter);
            word.right = right;
        }
    }

    /// Leaves off writing for now. A word may go on with what is shown next.
    fn rest(&mut self, pen: &mut Pen) {
        if let Some(word) = self.word.take() {
            pen.words.push(word);
        }
    }

    fn end_word(&mut self, pen: &mut Pen) {
        self.rest(pen);
    }
}

fn name(operation: &Operation) -> Option<&[u8]> {
    operation.operands.first()?.as_name().ok()
}

/// An operand that is a number; nought where there is none.
fn operand(operation: &Operation, at: usize) -> f32 {
    number(operation.operands.get(at)).unwrap_or(0.0)
}

fn matrix(operation: &Operation) -> Matrix {
    numbers(&operation.operands)
}

fn numbers(objects: &[Object]) -> Matrix {
    let mut matrix = PLAIN;
    for (place, object) in matrix.iter_mut().zip(objects) {
        *place = number(Some(object)).unwrap_or(*place);
    }
    matrix
}
