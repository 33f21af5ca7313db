//! A sheet: the paragraphs and tables of a document, printed as lines in the ways that the notations know from
//! plain text. Knows paragraphs, lists and tables, and not which container they came in.

use super::table;
use crate::import::decode;
use crate::import::label;
use crate::import::paper::{Line, Role, Setting};

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
pub(super) type Row = Vec<Cell>;
/// A cell of a table.
pub(super) type Cell = Vec<Block>;

/// A paragraph, and what its document knows of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// Its text. A line feed in it is a line end that was meant.
    pub text: String,
    /// The number or bullet that the document prints before it without its being typed.
    pub label: String,
    /// How many levels it is set in.
    pub level: usize,
    /// The level of the heading that it is, from 1; none if it is no heading.
    pub heading: Option<usize>,
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
    let has_minutes = |block: &Block| matches!(block, Block::Table(rows) if table::has_minutes(rows));
    let barred = blocks.iter().any(has_minutes);
    let mut printer = Printer { setting: Setting::default(), items_at: items_at(blocks), barred };
    printer.blocks(blocks);
    printer.setting.finish()
}

/// A sheet while it is printed.
pub(super) struct Printer {
    setting: Setting,
    /// The level of the headings that are the items, where items have no numbers.
    items_at: Option<usize>,
    /// Whether tables are printed with bars, because the minutes stand in one.
    pub barred: bool,
}

impl Printer {
    /// Prints blocks one below the other.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Words(words) => self.words(words),
                Block::Table(rows) => table::print(rows, self),
                Block::Page => self.setting.new_page(),
            }
        }
    }

    /// Prints a line of plain words, or of cells with gaps between them.
    pub fn line(&mut self, text: &str, gap: bool) {
        if gap {
            self.setting.leave_gap();
        }
        self.setting.next_line();
        self.setting.set(text, Role::Plain);
    }

    fn words(&mut self, words: &Words) {
        let text = decode::harmless(&words.text);
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
        for piece in text.split(['\n', '\u{C}']) {
            self.setting.next_line();
            self.setting.set(&format!("{start}{}", piece.trim_start()), role.clone());
            start = " ".repeat(start.chars().count());
            role = if words.around { Role::Around } else { Role::Plain };
        }
    }

    fn role(&self, words: &Words) -> Role {
        let Some(level) = words.heading.filter(|_| !words.around) else {
            return if words.around { Role::Around } else { Role::Plain };
        };
        if self.items_at == Some(level) {
            return Role::Item(words.label.trim_end_matches(['.', ')']).to_owned());
        }
        // A deep heading without a number is the heading of a part; a high one may be the name of the body.
        let is_part = level > 2 && words.label.is_empty() && label::label(&words.text).is_none();
        if is_part { Role::Heading } else { Role::Plain }
    }
}

fn is_bullet(label: &str) -> bool {
    !label.chars().any(char::is_alphanumeric)
}

/// Fewer headings of a level than this are not the items of an agenda.
const FEWEST: usize = 3;

/// The level of headings that are items: the one with the most headings, in a document that numbers nothing.
fn items_at(blocks: &[Block]) -> Option<usize> {
    let words = || {
        blocks.iter().filter_map(|block| match block {
            Block::Words(words) if !words.around => Some(words),
            _ => None,
        })
    };
    let is_numbered = |words: &Words| {
        !words.label.is_empty() && !is_bullet(&words.label)
            || label::label(words.text.trim()).is_some()
            || label::alone(words.text.trim()).is_some()
    };
    let in_tables = blocks.iter().any(|block| matches!(block, Block::Table(rows) if rows.len() > FEWEST));
    if in_tables || words().filter(|words| is_numbered(words)).count() > 1 {
        return None;
    }
    let count = |level: usize| words().filter(|words| words.heading == Some(level)).count();
    (2..=6).filter(|level| count(*level) >= FEWEST).max_by_key(|level| count(*level))
}

/// The words of a cell in one line.
pub(super) fn joined(cell: &Cell) -> String {
    let mut text = String::new();
    for block in cell {
        let Block::Words(words) = block else { continue };
        for piece in [words.label.as_str(), words.text.as_str()] {
            for word in decode::harmless(piece).split_whitespace() {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(word);
            }
        }
    }
    text
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
    fn headings_are_the_items_where_nothing_is_numbered() {
        let heading = |text| Block::Words(Words { heading: Some(2), ..words(text) });
        let lines = print(&[heading("Apologies"), heading("Bins"), heading("Trees")]);
        assert!(lines.iter().all(|line| line.role == Role::Item(String::new())));
    }
}
