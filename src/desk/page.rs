//! The page: the item on the desk broken into rows, as much of it as can be seen. Update uses it to move the
//! cursor and view to draw it. Only what is on the screen is laid out, so the cost does not grow with the
//! item.

use super::Desk;
use super::areas::{Area, Areas, MEASURE};
use super::beside::{Asides, Told};
use super::heading::Line;
use crate::domain::agenda::Item;
use crate::domain::id::BlockId;
use crate::domain::minutes::{Block, Kind};
use crate::domain::style::{Counter, Mark, Style, follows_at_once};
use crate::text;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// The cells beside the text in which numbers stand.
pub const GUTTER: usize = 6;
/// The cells at the right of the text in which times stand while they are shown.
pub const TIMES: u16 = 6;
/// The cells by which a deeper level is set in.
pub const STEP: usize = 5;
/// How many wrapped paragraphs are kept at most.
const KEPT: usize = 400;

/// The rows of the item that can be seen.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The frame of the item.
    pub frame: Area,
    /// The lines of the item's heading.
    pub heading: Vec<Line>,
    /// Where the rows stand.
    pub text: Area,
    /// The rows, from the top.
    pub rows: Vec<Row>,
    /// The rows between them that no block has: who came and went, what was declared.
    pub told: Vec<Told>,
    /// Where the cursor is on the screen.
    pub caret: Option<(u16, u16)>,
    /// Whether there is more above.
    pub more_above: bool,
    /// Whether there is more below.
    pub more_below: bool,
    wrapped: HashMap<BlockId, Wrapped>,
    asides: Asides,
}

/// How many rows a block takes on the page, with what is told before it and, of the last, after it.
#[derive(Debug, Clone, Copy, Default)]
struct Rows {
    above: usize,
    own: usize,
    below: usize,
}

impl Rows {
    fn all(self) -> usize {
        self.above + self.own + self.below
    }
}

/// One row of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The row of the text area, from the top.
    pub y: u16,
    /// The position of its block in the item.
    pub index: usize,
    /// Which row of its block it is.
    pub line: usize,
    /// The mark that stands before the block, on its first row.
    pub mark: Mark,
    /// The column at which the words begin.
    pub indent: usize,
    /// The words, as bytes of the block's text.
    pub words: Range<usize>,
}

/// A paragraph broken into rows. It is known to be true by comparing what it was made from.
#[derive(Debug, Clone)]
struct Wrapped {
    text: String,
    cells: usize,
    first: usize,
    rows: Arc<Vec<Range<usize>>>,
}

impl Page {
    /// Tells what stands above a block, from a row of it on, as far as there is room.
    fn tell(&mut self, index: usize, skip: usize, y: usize, height: usize) {
        let told = self.asides.told(index, skip, y).take_while(|told| usize::from(told.y) < height);
        self.told.extend(told);
    }

    /// The row that is shown at this row of the text area, or the nearest one.
    #[must_use]
    pub fn row_at(&self, y: u16) -> Option<&Row> {
        self.rows.iter().min_by_key(|row| row.y.abs_diff(y))
    }

    /// The rows of a block.
    fn wrap(&mut self, block: &Block, style: &Style) -> Arc<Vec<Range<usize>>> {
        // Two cells are kept: for the blank over which a row is broken, and for the cursor behind it.
        let taken = GUTTER + STEP * usize::from(block.level) + 2;
        let cells = usize::from(self.text.width).saturating_sub(taken).max(8);
        let first = lead(block, style);
        let known = self.wrapped.get(&block.id).filter(|known| (known.cells, known.first) == (cells, first));
        let rows = match known {
            Some(known) if known.text == block.text => return Arc::clone(&known.rows),
            Some(known) => text::wrap_again((&known.text, &known.rows), &block.text, cells, first),
            None => text::wrap(&block.text, cells, first),
        };
        if self.wrapped.len() > KEPT {
            self.wrapped.clear();
        }
        let rows = Arc::new(rows);
        let known = Wrapped { text: block.text.clone(), cells, first, rows: Arc::clone(&rows) };
        self.wrapped.insert(block.id, known);
        rows
    }
}

/// The cells that a leading word such as RESOLVED takes of the first row.
fn lead(block: &Block, style: &Style) -> usize {
    match Counter::default().mark(block, style) {
        Mark::Word(word) => text::width(&word) + usize::from(!follows_at_once(&block.text)),
        _ => 0,
    }
}

/// Whether a blank row stands between two blocks: not above the lines of a list.
fn is_apart(above: &Block, below: &Block) -> bool {
    let listed = |block: &Block| block.level > 0 || block.kind == Kind::Bullet;
    !(listed(below) && (listed(above) || below.level > above.level))
}

/// The row in which a place is shown.
#[must_use]
pub fn row_of(rows: &[Range<usize>], at: usize) -> usize {
    rows.partition_point(|row| row.end <= at).min(rows.len().saturating_sub(1))
}

/// The last place of a row that is shown in that row: before the blanks over which it was broken.
#[must_use]
pub fn last_place(text: &str, rows: &[Range<usize>], row: &Range<usize>) -> usize {
    if rows.last() == Some(row) {
        return row.end;
    }
    let words = text.get(row.clone()).unwrap_or("");
    let solid = row.start + words.trim_end().len();
    if solid < row.end { solid } else { text::previous(text, row.end).unwrap_or(row.start).max(row.start) }
}

impl Desk {
    /// The rows of the block at this position of the item on the desk.
    pub(super) fn rows(&mut self, at: usize) -> Arc<Vec<Range<usize>>> {
        let style = self.style();
        let Self { session, page, writing, .. } = self;
        let item = writing.item.and_then(|item| session.meeting().item(item));
        match item.and_then(|item| item.minutes.get(at)) {
            Some(block) => page.wrap(block, style),
            None => Arc::default(),
        }
    }

    /// The column at which the words of a row begin.
    pub(super) fn indent(&self, at: usize, row: usize) -> usize {
        let block = self.item().and_then(|item| item.minutes.get(at));
        block.map_or(GUTTER, |block| indent(block, row, self.style()))
    }

    /// How many rows the block at this position takes, with what is told beside it.
    fn span(&mut self, at: usize) -> Rows {
        let own = self.rows(at).len();
        let count = self.item().map_or(0, |item| item.minutes.len());
        let asides = &self.page.asides;
        let below = if at + 1 == count { asides.below(count) } else { 0 };
        Rows { above: asides.above(at), own, below }
    }

    /// Lays the page out for the size of the screen, with the cursor in sight. To be called when something
    /// has changed, before drawing.
    pub fn lay_out(&mut self) {
        self.settle_caret();
        let areas = self.areas();
        let frame = self.uncovered(&areas);
        let inside = frame.inside(1, 1, 1, 1);
        let heading = self.heading_lines(usize::from(inside.width.saturating_sub(2)), inside.height);
        let taken = heading.len() as u16 + u16::from(!heading.is_empty() && inside.height > 4);
        // The times, where they are shown, stand at the right of the text.
        let times = if self.show_times { TIMES } else { 0 };
        let text = inside.inside(1, taken, 1 + times, 0);
        self.page.frame = frame;
        self.page.heading = heading;
        self.page.text = Area { width: text.width.min(MEASURE), ..text };
        self.page.asides = match self.item() {
            Some(item) => Asides::of(self.meeting(), item, self.style(), self.page.text.width),
            None => Asides::default(),
        };
        self.fill();
        self.lay_out_preview(areas.preview);
    }

    /// The part of the page that no pane covers.
    fn uncovered(&self, areas: &Areas) -> Area {
        let (page, pane) = (areas.page, areas.pane);
        if pane.width == 0 || pane.height == 0 {
            page
        } else if pane.y > page.y {
            Area { height: pane.y - page.y, ..page }
        } else {
            Area { width: pane.x.saturating_sub(page.x), ..page }
        }
    }

    /// Fills the page with rows, from the row that was at the top (at first the top of the item) if the cursor
    /// is then in sight, and otherwise from where it just is.
    fn fill(&mut self) {
        self.page.rows.clear();
        self.page.told.clear();
        self.page.caret = None;
        let height = usize::from(self.page.text.height);
        let Some((caret_block, _)) = self.here().map(|(at, block)| (at, block.id)) else {
            let Area { x, y, width, .. } = self.page.text;
            let column = (GUTTER as u16).min(width.saturating_sub(1));
            self.page.caret = self.writing.item.map(|_| (x + column, y));
            // Below the hint that stands where nothing is written yet.
            self.page.tell(0, 0, 2, height);
            (self.page.more_above, self.page.more_below) = (false, false);
            return;
        };
        let caret_row = row_of(&self.rows(caret_block), self.writing.caret.at);
        let (highest, lowest) = self.around(caret_block, caret_row, height);
        let known = self.writing.top.and_then(|(block, row)| Some((self.item()?.position(block)?, row)));
        let top = known.unwrap_or((0, 0)).min((caret_block, highest));
        let top = if self.distance(top, (caret_block, lowest), height).is_some() {
            top
        } else {
            self.back_from((caret_block, lowest), height)
        };
        // Nothing stays hidden above while there is room below.
        let last = self.item().map_or(0, |item| item.minutes.len().saturating_sub(1));
        let last_row = self.span(last).all().saturating_sub(1);
        let top = top.min(self.back_from((last, last_row), height));
        self.writing.top = self.item().and_then(|item| Some((item.minutes.get(top.0)?.id, top.1)));
        self.lay_rows(top, height);
        self.place_cursor(caret_block, caret_row);
    }

    /// The first and the last of the rows of a block that are to be in sight with one of its own: what is told above
    /// its first row, and below the last row of all.
    fn around(&mut self, at: usize, row: usize, height: usize) -> (usize, usize) {
        let Rows { above, own, below } = self.span(at);
        let here = above + row;
        if above + own + below > height {
            return (here, here);
        }
        let highest = if row == 0 { 0 } else { here };
        let lowest = if row + 1 >= own { here + below } else { here };
        (highest, lowest)
    }

    /// The rows from one row down to another, where that is less than `height`.
    fn distance(&mut self, from: (usize, usize), to: (usize, usize), height: usize) -> Option<usize> {
        let mut rows = 0;
        let mut at = from.0;
        while at < to.0 {
            let all = self.span(at).all();
            let here = all - if at == from.0 { from.1.min(all.saturating_sub(1)) } else { 0 };
            rows += here + usize::from(self.gap_below(at));
            if rows >= height {
                return None;
            }
            at += 1;
        }
        let rows = (rows + to.1).saturating_sub(if from.0 == to.0 { from.1 } else { 0 });
        (rows < height).then_some(rows)
    }

    /// The row from which a page must begin to have this row at its foot.
    fn back_from(&mut self, to: (usize, usize), height: usize) -> (usize, usize) {
        let (mut at, mut row) = to;
        let mut left = height.saturating_sub(1);
        loop {
            if row >= left {
                return (at, row - left);
            }
            left -= row;
            let Some(above) = at.checked_sub(1) else { return (0, 0) };
            let step = 1 + usize::from(self.gap_below(above));
            if left < step {
                return (at, 0);
            }
            left -= step;
            at = above;
            row = self.span(at).all().saturating_sub(1);
        }
    }

    fn gap_below(&self, at: usize) -> bool {
        self.item().is_some_and(|item| has_gap(item, at)) || self.page.asides.above(at + 1) > 0
    }

    fn lay_rows(&mut self, top: (usize, usize), height: usize) {
        let style = self.style();
        let Self { session, page, writing, .. } = self;
        let Some(item) = writing.item.and_then(|item| session.meeting().item(item)) else { return };
        let mut counter = Counter::default();
        for block in item.minutes.iter().take(top.0) {
            counter.mark(block, style);
        }
        let mut rows = std::mem::take(&mut page.rows);
        let count = item.minutes.len();
        let mut y = 0;
        page.more_above = top > (0, 0);
        page.more_below = false;
        for (index, block) in item.minutes.iter().enumerate().skip(top.0) {
            let mark = counter.mark(block, style);
            let skip = if index == top.0 { top.1 } else { 0 };
            let above = page.asides.above(index);
            page.tell(index, skip, y, height);
            y += above.saturating_sub(skip);
            let skip = skip.saturating_sub(above);
            let wrapped = page.wrap(block, style);
            for (line, words) in wrapped.iter().enumerate().skip(skip) {
                if y >= height {
                    page.more_below = true;
                    break;
                }
                let mark = if line == 0 { mark.clone() } else { Mark::None };
                let indent = indent(block, line, style);
                rows.push(Row { y: y as u16, index, line, mark, indent, words: words.clone() });
                y += 1;
            }
            if page.more_below {
                break;
            }
            let below = page.asides.above(index + 1) > 0;
            y += usize::from(has_gap(item, index) || below);
        }
        page.tell(count, 0, y, height);
        page.rows = rows;
    }

    fn place_cursor(&mut self, block: usize, row: usize) {
        let shown = self.page.rows.iter().find(|shown| (shown.index, shown.line) == (block, row));
        let Some((shown, text)) = shown.zip(self.here().map(|(_, block)| &block.text)) else { return };
        let column = shown.indent + text::column_of(text, &shown.words, self.writing.caret.at);
        let Area { x, y, width, .. } = self.page.text;
        self.page.caret = Some((x + (column as u16).min(width.saturating_sub(1)), y + shown.y));
    }
}

fn has_gap(item: &Item, at: usize) -> bool {
    matches!(item.minutes.get(at..at + 2), Some([above, below]) if is_apart(above, below))
}

fn indent(block: &Block, row: usize, style: &Style) -> usize {
    GUTTER + STEP * usize::from(block.level) + if row == 0 { lead(block, style) } else { 0 }
}
