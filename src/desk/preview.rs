//! The preview: what the minutes print of the item on the desk, beside the writing. Composed from the same neutral
//! document and set in the same lines as the printed text. Only the item on the desk is composed, and of that only
//! what can be seen is set in lines, so that a key costs the same in a short and a long meeting.

use super::Desk;
use super::areas::Area;
use super::writing::Caret;
use crate::domain::id::{BlockId, ItemId};
use crate::domain::minutes::Block;
use crate::export::document::{Element, Paragraph, Role};
use crate::export::{Audience, Document, text as print};

/// The cells beside the lines in which signs stand.
pub const MARGIN: u16 = 2;
/// How many rows above and below the one that is being written are kept in sight: what is told after a paragraph,
/// such as a vote, and the heading before it.
const AROUND: usize = 3;

/// The preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Whether the clerk wants it.
    pub wanted: bool,
    /// For whom the copy is that it shows.
    pub audience: Audience,
    /// Where it stands on the screen, its frame or rule included; of no size while it is not shown.
    pub area: Area,
    /// Its rows, from the top.
    pub rows: Vec<Row>,
    /// Whether there is more above.
    pub more_above: bool,
    /// Whether there is more below.
    pub more_below: bool,
    /// The first row shown: an element and a row of it.
    top: Spot,
    /// The item that was shown last.
    item: Option<ItemId>,
    /// Where the cursor was when the clerk scrolled. While it stays there, nothing moves by itself.
    held: Option<Caret>,
}

/// A row of an element, counted from 0, with its element; a blank row above an element belongs to it.
type Spot = (usize, usize);

/// One row of the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The words, with marks and indents, as printed.
    pub words: String,
    /// What they are.
    pub look: Look,
    /// Whether a public copy leaves them out.
    pub restricted: bool,
    /// Whether they print the paragraph with the cursor.
    pub here: bool,
    /// The block that they print, where they print one.
    pub block: Option<BlockId>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Look {
    /// A heading.
    Heading,
    /// What was decided.
    Decision,
    /// Something somebody is to do.
    Action,
    /// What stands in place of what is left out.
    LeftOut,
    /// Everything else.
    Plain,
}

impl Default for Preview {
    fn default() -> Self {
        Self {
            wanted: false,
            audience: Audience::Full,
            area: Area::default(),
            rows: Vec::new(),
            more_above: false,
            more_below: false,
            top: (0, 0),
            item: None,
            held: None,
        }
    }
}

impl Preview {
    /// Whether it is on the screen.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.area.height > 0 && self.area.width > 0
    }

    /// Where its rows stand: inside a frame if it stands beside the page, below a rule if it stands under it.
    #[must_use]
    pub fn inside(&self) -> Area {
        let framed = u16::from(self.is_framed());
        self.area.inside(framed, 1, framed, framed)
    }

    /// Whether it has a frame all around.
    #[must_use]
    pub fn is_framed(&self) -> bool {
        self.area.x > 0
    }
}

impl Desk {
    /// Scrolls the preview by so many rows; it stays there until the cursor moves.
    pub fn scroll_preview(&mut self, rows: isize) {
        let mut paper = self.paper();
        // What was shown last may be gone: much can happen before the next picture.
        let shown = self.preview.top.min(paper.end());
        self.preview.top = paper.moved(shown, rows);
        self.preview.held = Some(self.writing.caret);
    }

    /// Goes to the paragraph that is printed in a row of the preview, counted from its top, frame or rule included.
    pub fn point_in_preview(&mut self, row: u16) {
        let row = row.checked_sub(1).and_then(|row| self.preview.rows.get(usize::from(row)));
        let block = row.and_then(|row| row.block);
        if let Some((item, block)) = self.writing.item.zip(block) {
            let end = self.meeting().block(item, block).map_or(0, |block| block.text.len());
            self.go_to(item, Caret::new(block, end));
        }
    }

    /// Sets what can be seen of the preview, with the paragraph that is being written in sight.
    pub(super) fn lay_out_preview(&mut self, area: Area) {
        self.preview.area = area;
        if !self.preview.is_shown() {
            self.preview.rows.clear();
            return;
        }
        if self.preview.item != self.writing.item {
            self.preview.item = self.writing.item;
            self.preview.top = (0, 0);
            self.preview.held = None;
        }
        let height = usize::from(self.preview.inside().height);
        let mut paper = self.paper();
        let focus = paper.focus(self);
        self.preview.held = self.preview.held.filter(|held| *held == self.writing.caret);
        let top = match self.preview.held {
            Some(_) => self.preview.top,
            None => paper.following(self.preview.top, focus, height),
        };
        let end = paper.end();
        let top = top.min(paper.moved(end, 1 - height.cast_signed()));
        let restricted = self.item().is_some_and(|item| self.meeting().is_restricted(item));
        let mut rows = paper.rows_from(top, height + 1, self.writing.caret, restricted);
        self.preview.more_below = rows.len() > height;
        rows.truncate(height);
        self.preview.more_above = top > (0, 0);
        self.preview.top = top;
        self.preview.rows = rows;
    }

    fn paper(&self) -> Paper {
        let Some(item) = self.writing.item else { return Paper::default() };
        let elements = Document::passage(self.meeting(), self.style(), self.preview.audience, item);
        let inside = self.preview.inside();
        let cells = usize::from(inside.width.saturating_sub(MARGIN)).clamp(8, print::LINE);
        let lines = vec![None; elements.len()];
        Paper { elements, cells, lines }
    }
}

/// What is printed of the item, in lines as far as they were asked for.
#[derive(Default)]
struct Paper {
    elements: Vec<Element>,
    cells: usize,
    lines: Vec<Option<Vec<String>>>,
}

impl Paper {
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
    fn end(&mut self) -> Spot {
        let last = self.elements.len().saturating_sub(1);
        (last, self.lines(last).len().saturating_sub(1))
    }

    /// The spot so many rows below or, if less than nothing, above another; the first or last row if there are fewer.
    fn moved(&mut self, from: Spot, rows: isize) -> Spot {
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
    fn focus(&mut self, desk: &Desk) -> Spot {
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
    fn following(&mut self, top: Spot, focus: Spot, height: usize) -> Spot {
        let foot = self.moved(focus, AROUND.min(height / 3).cast_signed());
        let highest = self.moved(foot, 1 - height.cast_signed());
        let lowest = self.moved(focus, -(AROUND.min(height / 2).cast_signed()));
        top.max(highest).min(lowest)
    }

    /// So many rows from a spot on.
    fn rows_from(&mut self, top: Spot, height: usize, caret: Caret, restricted: bool) -> Vec<Row> {
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
