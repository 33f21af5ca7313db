//! Blocks of a document, paragraphs and tables, made into lines with the look that the document declares. Knows nothing of
//! the container that they came in.

use super::bold::{self, Bold};
use super::table;
use crate::import::decode;
use crate::import::label;
use crate::import::paper::{CellPlace, Line, Look, Role, Setting};

/// Something printed on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph.
    Words(Words),
    /// A table.
    Table(Vec<Row>),
    /// A new page begins.
    Page,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Its cells. One that is wider than a column stands in its first.
    pub cells: Vec<Cell>,
    /// How many columns it has.
    pub columns: u32,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// The column that it begins in, from 0.
    pub column: u32,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// A paragraph, and what its document knows of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// Its text. A line feed in it is a line end that was meant.
    pub text: String,
    /// The number or bullet that the document prints before it without its being typed.
    pub label: String,
    /// How many levels it is set in.
    pub level: usize,
    /// How it looks, but for what is bold.
    pub look: Look,
    /// What of its text is bold.
    pub bold: Bold,
    /// Whether it stands right below the one before, without a gap.
    pub close: bool,
    /// Whether it stands around the paper and not on it: a menu, a foot.
    pub around: bool,
    /// Who changed it, and what was said beside it.
    pub beside: Beside,
}

/// What a document tells of a paragraph beside its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// Whose changes of it are tracked.
    pub hands: Vec<Hand>,
    /// The comments that begin in it, by their ids, each with the words that it is about.
    pub comments: Vec<(String, String)>,
}

/// Who changed or said something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Hand {
    /// Who.
    pub name: String,
    /// When, as it is written in the file.
    pub at: String,
}

/// How many columns a level is set in.
const LEVEL: usize = 4;
/// No level is deeper than this on the printed sheet.
const DEEPEST: usize = 8;

/// Prints blocks as lines.
pub(super) fn print(blocks: &[Block]) -> Vec<Line> {
    let setting = Setting::default();
    let mut printer = Printer { setting, tables: 0, place: None, begins_row: false, page_waits: false };
    printer.blocks(blocks);
    printer.setting.finish()
}

/// A sheet while it is printed.
pub(super) struct Printer {
    setting: Setting,
    /// How many tables with columns have been begun.
    tables: u32,
    /// The cell that is printed.
    place: Option<CellPlace>,
    /// Whether no line of the row has been printed yet.
    begins_row: bool,
    /// Whether a page begins after the row.
    page_waits: bool,
}

impl Printer {
    /// Prints blocks one below the other. Tables in a cell are lines of the cell.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match (block, self.place) {
                (Block::Words(words), _) => self.words(words),
                (Block::Table(rows), None) => table::print(rows, self),
                (Block::Table(rows), Some(_)) => {
                    rows.iter().flat_map(|row| &row.cells).for_each(|cell| self.blocks(&cell.blocks));
                }
                (Block::Page, None) => self.setting.new_page(),
                (Block::Page, Some(_)) => self.page_waits = true,
            }
        }
    }

    /// Prints the rows of a table cell by cell.
    pub fn rows(&mut self, rows: &[Row]) {
        let table = self.tables;
        self.tables = table.saturating_add(1);
        for (at, row) in (0..).zip(rows) {
            self.begins_row = true;
            for cell in &row.cells {
                self.place = Some(CellPlace { table, row: at, column: cell.column, columns: row.columns });
                self.blocks(&cell.blocks);
            }
            self.place = None;
            if std::mem::take(&mut self.page_waits) {
                self.setting.new_page();
            }
        }
        self.setting.leave_gap();
    }

    fn words(&mut self, words: &Words) {
        let (text, bold) = words.bold.harmless(&words.text);
        if text.trim().is_empty() {
            return self.setting.leave_gap();
        }
        if !words.close {
            self.setting.leave_gap();
        }
        let mut role = self.role(words);
        let mut start = " ".repeat(words.level.min(DEEPEST) * LEVEL);
        if !words.label.is_empty() {
            start.push_str(&decode::harmless(&words.label));
            start.push_str(if is_bullet(&words.label) { " " } else { "   " });
        }
        let (mut at, mut entry) = (0, words.look.entry);
        for piece in text.split(['\n', '\u{C}']) {
            self.setting.next_line();
            let line = self.setting.set(&format!("{start}{}", piece.trim_start()), role.clone());
            if let Some(line) = line {
                let bold = match bold.start(&text, at..at + piece.len()) {
                    0 => 0,
                    letters => bold::bytes(&line.text, bold::letters(&start) + letters),
                };
                let entry = std::mem::take(&mut entry);
                line.look = Look { entry, bold, cell: self.place, ..words.look.clone() };
                if self.place.is_some() {
                    line.gap = std::mem::take(&mut self.begins_row);
                }
            }
            at += piece.len() + 1;
            start = " ".repeat(start.chars().count());
            role = if words.around { Role::Around } else { Role::Plain };
        }
    }

    fn role(&self, words: &Words) -> Role {
        if words.around {
            return Role::Around;
        }
        // A deep heading without a number is the heading of a part; a high one may be the name of the body.
        let is_part = words.look.heading > 2
            && self.place.is_none()
            && words.label.is_empty()
            && label::label(&words.text).is_none();
        if is_part { Role::Heading } else { Role::Plain }
    }
}

/// Whether a paragraph prints words of the paper.
pub(super) fn is_filled(words: &Words) -> bool {
    let is_seen = words.text.contains(|character: char| character.is_ascii_alphanumeric());
    !words.around && (is_seen || !decode::harmless(&words.text).trim().is_empty())
}

fn is_bullet(label: &str) -> bool {
    !label.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        Words { text: text.into(), ..Words::default() }
    }

    #[test]
    fn a_paragraph_has_its_number_before_it_and_its_level() {
        let fees = Words { label: "(a)".into(), level: 1, ..words("Fees\nand dues") };
        let lines = print(&[Block::Words(words("Bins")), Block::Words(fees)]);
        let found: Vec<(usize, &str, bool)> =
            lines.iter().map(|line| (line.indent, line.text.as_str(), line.gap)).collect();
        assert_eq!(found, [(0, "Bins", true), (4, "(a)   Fees", true), (10, "and dues", false)]);
    }

    #[test]
    fn a_line_has_the_look_of_its_paragraph_and_its_own_bold_start() {
        let mut fees =
            Words { label: "1.".into(), level: 1, ..words("Fees\tof all\nand \u{A0}dues\nas told") };
        fees.look = Look { entry: 2, heading: 3, size: 120, ..Look::default() };
        let at = |words| fees.text.find(words).unwrap();
        fees.bold = Bold::default();
        let (tab, dues) = (at("\tof"), at("dues"));
        fees.bold.add(0, tab);
        fees.bold.add(at("and"), dues + 4);
        let lines = print(&[Block::Words(fees.clone())]);
        let found: Vec<(&str, u8)> =
            lines.iter().map(|line| (line.text.split_at(line.look.bold).0, line.look.entry)).collect();
        assert_eq!(found, [("1.   Fees", 2), ("and  dues", 0), ("", 0)]);
        assert!(lines.iter().all(|line| (line.look.heading, line.look.size) == (3, 120)));
    }
}
