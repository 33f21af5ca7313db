//! Text of RTF: what each group holds, which letters are bold, hidden or deleted, and where paragraphs and cells end.

use super::super::bold::Bold;
use super::super::sheet::{Block, Words};
use super::super::sizes::{Sizes, Tally};
use super::code_page::CodePage;
use super::fonts::Tables;
use super::group::{Holds, State, USUAL, character, destination};
use super::table::Table;
use super::token::{Token, Tokens};
use crate::import::paper::Look;

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

/// Paragraph properties, which hold until they are set anew.
#[derive(Debug, Clone, Copy, Default)]
struct Setting {
    in_table: bool,
    level: usize,
    heading: u8,
    before: i32,
    after: i32,
    page: bool,
}

/// File while it is read.
struct Body {
    states: Vec<State>,
    beyond: usize,
    tables: Tables,
    /// Code page of the file.
    page: CodePage,
    setting: Setting,
    text: String,
    bold: Bold,
    tally: Tally,
    label: String,
    notes: Vec<String>,
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
        setting: Setting::default(),
        text: String::new(),
        bold: Bold::default(),
        tally: Tally::default(),
        label: String::new(),
        notes: Vec::new(),
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
    if !body.text.trim().is_empty() {
        body.end_paragraph();
    }
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
            let closed = self.states.pop().map_or(Holds::Nothing, |state| state.holds);
            if closed == Holds::Note && self.holds() == Holds::Text {
                self.label_note();
            }
        }
    }

    /// Ends a note, whose words have come behind those of the last.
    fn label_note(&mut self) {
        if let Some(note) = self.notes.last_mut() {
            *note = note.trim().to_owned();
        }
        self.notes.push(String::new());
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
            b"plain" => self.set(|state| {
                (state.bold, state.hidden, state.deleted, state.size) = (false, false, false, USUAL);
            }),
            b"f" => {
                let page = self.tables.page(value).unwrap_or(self.page);
                self.set(|state| state.page = page);
            }
            b"ansicpg" => self.turn_to(CodePage::numbered(value)),
            b"mac" => self.turn_to(CodePage::MACINTOSH),
            _ if self.holds() == Holds::Text => self.set_paragraph(word, value),
            _ => self.end(word),
        }
        self.tracked |= matches!(word, b"revised" | b"deleted") && is_on;
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
            b"pard" => self.setting = Setting::default(),
            b"intbl" => self.setting.in_table = true,
            b"ilvl" => self.setting.level = usize::try_from(value).unwrap_or(0).min(8),
            b"s" => self.setting.heading = self.tables.heading(value),
            b"outlinelevel" => {
                let level = u8::try_from(value.saturating_add(1)).unwrap_or(0);
                self.setting.heading = if level > 9 { 0 } else { level };
            }
            b"sb" => self.setting.before = value,
            b"sa" => self.setting.after = value,
            b"pagebb" => self.setting.page = true,
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
                if !self.text.trim().is_empty() {
                    self.end_paragraph();
                }
                if !self.setting.in_table {
                    self.blocks.push(Block::Page);
                }
            }
            b"cell" if is_text => {
                self.setting.in_table = true;
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
            Holds::Text => {
                let from = self.text.len();
                self.text.push_str(words);
                self.tally.add(state.size, words.len());
                if state.bold {
                    self.bold.add(from, self.text.len());
                }
            }
            Holds::Label => self.label.push_str(words),
            Holds::Styles => self.tables.name(words),
            Holds::Note => match self.notes.last_mut() {
                Some(note) => note.push_str(words),
                None => self.notes.push(words.to_owned()),
            },
            Holds::Fonts | Holds::Nothing | Holds::Margin => {}
        }
    }

    fn end_paragraph(&mut self) {
        let setting = self.setting;
        let mut words = self.take_words();
        let close = self.above.is_some_and(|above| above.max(setting.before) < GAP);
        self.above = Some(setting.after);
        words.close = close;
        if !setting.in_table {
            self.blocks.extend(self.table.finish());
            if setting.page {
                self.blocks.push(Block::Page);
            }
        }
        let notes = std::mem::take(&mut self.notes);
        let notes = notes.iter().map(|note| note.trim()).filter(|note| !note.is_empty());
        let notes = notes.map(|note| Words { text: format!("Note: {note}"), ..Words::default() });
        for words in std::iter::once(words).chain(notes) {
            if setting.in_table {
                self.table.add(words);
            } else {
                self.blocks.push(Block::Words(words));
            }
        }
    }

    fn take_words(&mut self) -> Words {
        let (mut text, mut bold) = (std::mem::take(&mut self.text), std::mem::take(&mut self.bold));
        let tally = std::mem::take(&mut self.tally);
        let size = self.sizes.count(&tally);
        let mut label = std::mem::take(&mut self.label).trim().to_owned();
        if !label.is_empty() && !label.contains(char::is_alphanumeric) {
            "•".clone_into(&mut label);
        }
        if text.trim().is_empty() {
            // A number alone in a cell has its words in the next.
            let is_alone = self.setting.in_table && self.table.is_in_new_cell() && label != "•";
            text = if is_alone { std::mem::take(&mut label) } else { String::new() };
            (bold, label) = (Bold::default(), String::new());
        }
        let mut look = Look { heading: self.setting.heading, size, ..Look::default() };
        let level = if label.is_empty() { 0 } else { self.setting.level };
        if !label.is_empty() {
            look.entry = u8::try_from(level).unwrap_or(u8::MAX).saturating_add(1);
        }
        Words { text, bold, label, level, look, ..Words::default() }
    }
}
