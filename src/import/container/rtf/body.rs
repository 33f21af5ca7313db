//! Text of RTF: what each group holds, which letters are bold, hidden or deleted, and where paragraphs and cells end.

use super::super::sheet::{Block, Words};
use super::super::sizes::Sizes;
use super::code_page::CodePage;
use super::fonts::Tables;
use super::group::{Holds, State, USUAL, character, destination};
use super::paragraph::{Paragraph, Setting};
use super::table::Table;
use super::token::{Token, Tokens};

/// Less space than this between two paragraphs, in twentieths of a point, is no gap.
const GAP: i32 = 80;
/// Groups inside more groups than this are read as if they were not there.
const DEEPEST: usize = 400;
/// Text of a file.
pub(super) struct Read {
    pub blocks: Vec<Block>,
    /// Whether every group was closed.
    pub whole: bool,
    /// Whether changes in it are tracked.
    pub tracked: bool,
}

/// Text box while it is read.
struct TextBox {
    /// Number of open groups, that of the box included.
    depth: usize,
    /// Paragraph in which the box stands; it goes on behind it.
    outer: Paragraph,
}

/// File while it is read.
struct Body {
    states: Vec<State>,
    beyond: usize,
    tables: Tables,
    /// Code page of the file.
    page: CodePage,
    /// Number of the font that `\plain` goes back to.
    default_font: i32,
    paragraph: Paragraph,
    boxes: Vec<TextBox>,
    /// Bytes and UTF-16 units that are not decoded yet.
    bytes: Vec<u8>,
    units: Vec<u16>,
    /// Number of fallback characters to pass over.
    passed: usize,
    /// Whether the group begins with the mark of what may be passed over.
    may_pass: bool,
    table: Table,
    blocks: Vec<Block>,
    above: Option<i32>,
    sizes: Sizes,
    tracked: bool,
}

/// Reads the text.
pub(super) fn read(file: &[u8]) -> Read {
    let mut body = Body {
        states: vec![State::default()],
        beyond: 0,
        tables: Tables::default(),
        page: CodePage::default(),
        default_font: 0,
        paragraph: Paragraph::default(),
        boxes: Vec::new(),
        bytes: Vec::new(),
        units: Vec::new(),
        passed: 0,
        may_pass: false,
        table: Table::default(),
        blocks: Vec::new(),
        above: None,
        sizes: Sizes::default(),
        tracked: false,
    };
    Tokens::new(file).for_each(|token| body.token(token));
    body.decode();
    let whole = body.states.len() == 1 && body.beyond == 0;
    body.end_begun_paragraph();
    body.blocks.extend(body.table.finish());
    body.sizes.compare(&mut body.blocks);
    Read { blocks: body.blocks, whole, tracked: body.tracked }
}

impl Body {
    fn token(&mut self, token: Token<'_>) {
        match token {
            Token::Open => self.open(),
            Token::Close => self.close(),
            Token::Word(word, number) => self.word(word, number),
            Token::Symbol(b'*') => self.may_pass = true,
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Byte(byte) => self.bytes(&[byte]),
            Token::Text(text) => self.bytes(text),
        }
    }

    fn holds(&self) -> Holds {
        self.states.last().map_or(Holds::Nothing, |state| state.holds)
    }

    fn open(&mut self) {
        self.decode();
        self.passed = 0;
        self.may_pass = false;
        match self.states.last().copied().filter(|_| self.states.len() < DEEPEST) {
            Some(state) => self.states.push(state),
            None => self.beyond += 1,
        }
    }

    fn close(&mut self) {
        self.decode();
        self.passed = 0;
        self.may_pass = false;
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if self.states.len() > 1 {
            self.close_box();
            let closed = self.states.pop().map_or(Holds::Nothing, |state| state.holds);
            if closed == Holds::Note && self.holds() == Holds::Text {
                self.paragraph.end_note();
            }
        }
    }

    fn symbol(&mut self, symbol: u8) {
        if self.passed > 0 {
            self.passed -= 1;
            return;
        }
        if matches!(symbol, b'~' | b'_') {
            self.decode();
        }
        match symbol {
            b'~' => self.write("\u{A0}"),
            b'_' => self.write("-"),
            b'{' | b'}' | b'\\' => self.bytes(&[symbol]),
            _ => {}
        }
    }

    fn word(&mut self, word: &[u8], number: Option<i32>) {
        if word == b"u" {
            return self.unicode(number.unwrap_or(0));
        }
        self.decode();
        // A word that is no character ends what stands in for a Unicode character.
        if std::mem::take(&mut self.passed) > 0 && character(word).is_some() {
            return;
        }
        let may_pass = std::mem::take(&mut self.may_pass);
        if let Some(holds) = destination(word, may_pass) {
            let outer = self.holds();
            if outer == Holds::Text || outer == Holds::Nothing && holds == Holds::Text {
                self.set(|state| state.holds = holds);
                if word == b"shptxt" {
                    self.open_box();
                }
            }
            return;
        }
        match self.holds() {
            Holds::Fonts => self.tables.font(word, number.unwrap_or(0)),
            Holds::Styles => self.tables.style(word, number.unwrap_or(0)),
            Holds::Nothing | Holds::Margin => {}
            Holds::Text | Holds::Label | Holds::Note => self.format(word, number),
        }
    }

    /// Takes in a control word among text.
    fn format(&mut self, word: &[u8], number: Option<i32>) {
        let is_on = number != Some(0);
        let value = number.unwrap_or(0);
        match word {
            b"b" => self.set(|state| state.bold = is_on),
            b"v" => self.set(|state| state.hidden = is_on),
            b"deleted" => self.set(|state| state.deleted = is_on),
            b"fs" => self.set(|state| state.size = u16::try_from(value).unwrap_or(USUAL)),
            b"uc" => self.set(|state| state.fallback = usize::try_from(value.min(16)).unwrap_or(1)),
            b"plain" => {
                let page = self.page_of_font(self.default_font);
                self.set(|state| {
                    (state.bold, state.hidden, state.deleted, state.size) = (false, false, false, USUAL);
                    state.page = page;
                });
            }
            b"deff" => self.default_font = value,
            b"f" => {
                let page = self.page_of_font(value);
                self.set(|state| state.page = page);
            }
            b"ansicpg" => self.turn_to(CodePage::numbered(value)),
            b"mac" => self.turn_to(CodePage::MACINTOSH),
            _ if self.holds() == Holds::Text => self.set_paragraph(word, value),
            _ => self.end(word),
        }
        self.tracked |= matches!(word, b"revised" | b"deleted") && is_on;
    }

    fn page_of_font(&self, font: i32) -> CodePage {
        self.tables.page(font).unwrap_or(self.page)
    }

    fn set(&mut self, set: impl FnOnce(&mut State)) {
        if let Some(state) = self.states.last_mut() {
            set(state);
        }
    }

    fn turn_to(&mut self, page: CodePage) {
        self.page = page;
        self.set(|state| state.page = page);
    }

    /// Takes in a control word that is about paragraphs, or one that is a character.
    fn set_paragraph(&mut self, word: &[u8], value: i32) {
        match word {
            b"pard" => self.paragraph.setting = Setting::default(),
            b"intbl" => self.paragraph.setting.in_table = true,
            b"ilvl" => self.paragraph.setting.level = usize::try_from(value).unwrap_or(0).min(8),
            b"s" => self.paragraph.setting.heading = self.tables.heading(value),
            b"outlinelevel" => {
                let level = u8::try_from(value.saturating_add(1)).unwrap_or(0);
                self.paragraph.setting.heading = if level > 9 { 0 } else { level };
            }
            b"sb" => self.paragraph.setting.before = value,
            b"sa" => self.paragraph.setting.after = value,
            b"pagebb" => self.paragraph.setting.page = true,
            b"trowd" => self.table.describe_row(),
            b"cellx" => self.table.edge(value),
            _ => self.end(word),
        }
    }

    /// Takes in a control word that ends something, or one that is a character.
    fn end(&mut self, word: &[u8]) {
        let is_text = self.holds() == Holds::Text;
        match word {
            b"par" | b"nestcell" if is_text => self.end_paragraph(),
            b"sect" | b"page" if is_text => {
                self.end_begun_paragraph();
                if !self.is_in_table() {
                    self.blocks.push(Block::Page);
                }
            }
            b"cell" if is_text => {
                self.paragraph.setting.in_table = true;
                self.end_paragraph();
                self.table.end_cell();
            }
            b"row" if is_text => self.table.end_row(),
            b"par" | b"cell" => self.write(" "),
            _ => {
                if let Some(character) = character(word) {
                    self.write(character);
                }
            }
        }
    }

    /// Takes in bytes of text.
    fn bytes(&mut self, text: &[u8]) {
        self.may_pass = false;
        let passed = self.passed.min(text.len());
        self.passed -= passed;
        let text = text.get(passed..).unwrap_or_default();
        if !text.is_empty() && !self.units.is_empty() {
            self.decode();
        }
        if !matches!(self.holds(), Holds::Nothing | Holds::Margin) {
            self.bytes.extend_from_slice(text);
        }
    }

    fn unicode(&mut self, number: i32) {
        if !self.bytes.is_empty() {
            self.decode();
        }
        // Numbers above 32,767 are written as negative ones.
        let unit = u16::try_from(number.rem_euclid(65_536)).unwrap_or(0xFFFD);
        self.units.push(unit);
        self.passed = self.states.last().map_or(1, |state| state.fallback);
    }

    /// Writes what was waiting for its code page or for its second half.
    fn decode(&mut self) {
        if !self.units.is_empty() {
            let units = std::mem::take(&mut self.units);
            let is_symbol = |unit: u16| (0xF020..=0xF0FF).contains(&unit);
            let text =
                char::decode_utf16(units.iter().map(|unit| if is_symbol(*unit) { 0x2022 } else { *unit }));
            self.write(&text.map(|character| character.unwrap_or('\u{FFFD}')).collect::<String>());
        }
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let page = self.states.last().map_or(self.page, |state| state.page);
            self.write(&page.decode(&bytes));
        }
    }

    fn write(&mut self, words: &str) {
        let Some(state) = self.states.last().copied() else { return };
        if state.hidden || state.deleted {
            return;
        }
        match state.holds {
            Holds::Text => self.paragraph.write(words, state.size, state.bold),
            Holds::Label => self.paragraph.label.push_str(words),
            Holds::Styles => self.tables.name(words),
            Holds::Note => self.paragraph.write_note(words),
            Holds::Fonts | Holds::Nothing | Holds::Margin => {}
        }
    }

    /// Keeps the paragraph around a text box until the box is closed.
    fn open_box(&mut self) {
        let outer = std::mem::take(&mut self.paragraph);
        self.boxes.push(TextBox { depth: self.states.len(), outer });
    }

    fn close_box(&mut self) {
        if self.boxes.last().is_some_and(|text_box| text_box.depth == self.states.len()) {
            self.end_begun_paragraph();
            self.paragraph = self.boxes.pop().map(|text_box| text_box.outer).unwrap_or_default();
        }
    }

    /// Returns whether the paragraph, or the paragraph around its text box, stands in a table.
    fn is_in_table(&self) -> bool {
        let outer = self.boxes.iter().map(|text_box| &text_box.outer);
        outer.chain([&self.paragraph]).any(|paragraph| paragraph.setting.in_table)
    }

    fn end_begun_paragraph(&mut self) {
        if !self.paragraph.text.trim().is_empty() {
            self.end_paragraph();
        }
    }

    fn end_paragraph(&mut self) {
        let setting = Setting { in_table: self.is_in_table(), ..self.paragraph.setting };
        let is_in_new_cell = setting.in_table && self.table.is_in_new_cell();
        let mut words = self.paragraph.take_words(&mut self.sizes, is_in_new_cell);
        let close = self.above.is_some_and(|above| above.max(setting.before) < GAP);
        self.above = Some(setting.after);
        words.close = close;
        if !setting.in_table {
            self.blocks.extend(self.table.finish());
            if setting.page {
                self.blocks.push(Block::Page);
            }
        }
        let behind = self.paragraph.take_notes();
        let boxed = std::mem::take(&mut self.paragraph.boxed);
        for words in std::iter::once(words).chain(behind).chain(boxed) {
            self.add(words);
        }
    }

    /// Adds a paragraph where it belongs: behind the one that its text box stands in, to a cell, or to the text.
    fn add(&mut self, words: Words) {
        let outer = self.boxes.last_mut().map(|text_box| &mut text_box.outer);
        if let Some(outer) = outer.filter(|outer| !outer.text.trim().is_empty()) {
            outer.boxed.push(words);
        } else if self.is_in_table() {
            self.table.add(words);
        } else {
            self.blocks.push(Block::Words(words));
        }
    }
}
