//! What is printed of the item on the desk, set in lines as far as they are looked at, and the ways up and down in it.
//! Knows the desk only by where its cursor is, and nothing of where it is shown.

use super::Desk;
use super::preview::{Look, Row};
use super::writing::Caret;
use crate::domain::minutes::Block;
use crate::export::document::{Element, Paragraph, Role};
use crate::export::text as print;

/// How many rows above and below the one that is being written are kept in sight: what is told after a paragraph,
/// such as a vote, and the heading before it.
const AROUND: usize = 3;

/// A row of an element, counted from 0, with its element; a blank row above an element belongs to it.
pub(super) type Spot = (usize, usize);

/// What is printed of the item, in lines as far as they were asked for.
#[derive(Default)]
pub(super) struct Passage {
    elements: Vec<Element>,
    cells: usize,
    lines: Vec<Option<Vec<String>>>,
}

impl Passage {
    /// Elements that are to be set in lines of at most so many cells.
    pub fn new(elements: Vec<Element>, cells: usize) -> Self {
        let lines = vec![None; elements.len()];
        Self { elements, cells, lines }
    }

    /// The rows of an element: a blank one, if another stands above it, and its lines.
    fn lines(&mut self, at: usize) -> &[String] {
        let Self { elements, cells, lines } = self;
        let Some((element, lines)) = elements.get(at).zip(lines.get_mut(at)) else { return &[] };
        lines.get_or_insert_with(|| {
            let blank = (at > 0).then(String::new);
            blank.into_iter().chain(print::lines(element, *cells)).collect()
        })
    }

    /// The last row.
    pub fn end(&mut self) -> Spot {
        let last = self.elements.len().saturating_sub(1);
        (last, self.lines(last).len().saturating_sub(1))
    }

    /// The spot so many rows below or, if less than nothing, above another; the first or last row if there are fewer.
    pub fn moved(&mut self, from: Spot, rows: isize) -> Spot {
        let (mut at, mut row) = from;
        for _ in 0..rows.unsigned_abs() {
            let count = self.lines(at).len();
            (at, row) = match rows > 0 {
                true if row + 1 < count => (at, row + 1),
                true if at + 1 < self.elements.len() => (at + 1, 0),
                false if row > 0 => (at, row.min(count).saturating_sub(1)),
                false if at > 0 => (at - 1, self.lines(at - 1).len().saturating_sub(1)),
                _ => break,
            };
        }
        (at, row)
    }

    /// Where the paragraph with the cursor is printed; if it is not, where the last one above it is.
    pub fn focus(&mut self, desk: &Desk) -> Spot {
        let Some((at, block)) = desk.here() else { return (0, 0) };
        if let Some(element) = self.element_of(block) {
            let caret = desk.writing.caret.at;
            return (element, self.row_of(element, block, caret));
        }
        let above = desk.item().and_then(|item| item.minutes.get(..at)).unwrap_or_default();
        let printed = above.iter().rev().find_map(|block| self.element_of(block));
        printed.map_or((0, 0), |element| (element, self.lines(element).len().saturating_sub(1)))
    }

    /// The element that prints the words of a block, or else the last that tells of it.
    fn element_of(&self, block: &Block) -> Option<usize> {
        let tells =
            |element: &Element| paragraph(element).is_some_and(|told| told.of.block() == Some(block.id));
        let words = |element: &Element| {
            tells(element) && paragraph(element).is_some_and(|told| told.text.starts_with(&block.text))
        };
        self.elements.iter().position(words).or_else(|| self.elements.iter().rposition(tells))
    }

    /// The row of an element in which a place of its block is printed: where its words end if they end there.
    fn row_of(&mut self, at: usize, block: &Block, caret: usize) -> usize {
        let Some(told) = self.elements.get(at).and_then(paragraph) else { return 0 };
        let end =
            block.text.get(caret..).and_then(|rest| rest.find(' ')).map_or(block.text.len(), |at| caret + at);
        let text = block.text.get(..end).unwrap_or_default().to_owned();
        let before = Element::Paragraph(Paragraph { text, ..told.clone() });
        let rows = print::lines(&before, self.cells).len() + usize::from(at > 0);
        rows.saturating_sub(1).min(self.lines(at).len().saturating_sub(1))
    }

    /// The top of the rows that were shown, if what is being written is well among them; if not, one from which
    /// it is.
    pub fn following(&mut self, top: Spot, focus: Spot, height: usize) -> Spot {
        let foot = self.moved(focus, AROUND.min(height / 3).cast_signed());
        let highest = self.moved(foot, 1 - height.cast_signed());
        let lowest = self.moved(focus, -(AROUND.min(height / 2).cast_signed()));
        top.max(highest).min(lowest)
    }

    /// So many rows from a spot on.
    pub fn rows_from(&mut self, top: Spot, height: usize, caret: Caret, restricted: bool) -> Vec<Row> {
        let mut rows = Vec::new();
        for at in top.0..self.elements.len() {
            let Some(element) = self.elements.get(at) else { break };
            let look = look(element);
            let told = paragraph(element);
            let block = told.and_then(|told| told.of.block());
            let here = block.is_some() && block == caret.block;
            let restricted =
                look != Look::LeftOut && (restricted || told.is_some_and(|told| told.restricted));
            let skip = if at == top.0 { top.1 } else { 0 };
            let left = height - rows.len();
            rows.extend(self.lines(at).iter().skip(skip).take(left).map(|words| Row {
                words: words.clone(),
                look,
                restricted: restricted && !words.is_empty(),
                here: here && !words.is_empty(),
                block,
            }));
            if rows.len() >= height {
                break;
            }
        }
        rows
    }
}

fn paragraph(element: &Element) -> Option<&Paragraph> {
    match element {
        Element::Paragraph(paragraph) => Some(paragraph),
        Element::Heading(_) | Element::Roll(_) | Element::Signature(_) => None,
    }
}

fn look(element: &Element) -> Look {
    match element {
        Element::Heading(_) => Look::Heading,
        Element::Paragraph(told) => match told.role {
            Role::Resolution | Role::Recommendation => Look::Decision,
            Role::Action => Look::Action,
            Role::LeftOut | Role::LeftOutItems => Look::LeftOut,
            _ => Look::Plain,
        },
        Element::Roll(_) | Element::Signature(_) => Look::Plain,
    }
}
