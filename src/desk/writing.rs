//! Where the clerk writes: the cursor, the selection, and how they move. Words are changed in
//! [`super::editing`]; how lines are broken is settled in [`super::page`].

use super::Desk;
use super::page;
use crate::domain::agenda::Item;
use crate::domain::id::{BlockId, ItemId};
use crate::domain::minutes::Block;
use crate::text;
use std::collections::HashMap;

/// A place between two characters of the minutes of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Caret {
    /// The block. None where nothing has been written yet.
    pub block: Option<BlockId>,
    /// Bytes from the start of its text.
    pub at: usize,
}

impl Caret {
    /// A place in a block.
    #[must_use]
    pub fn new(block: BlockId, at: usize) -> Self {
        Self { block: Some(block), at }
    }

    /// Whether the place exists in an item.
    #[must_use]
    pub fn is_in(self, item: &Item) -> bool {
        match self.block {
            Some(block) => item.block(block).is_some_and(|block| block.text.is_char_boundary(self.at)),
            None => item.minutes.is_empty(),
        }
    }
}

/// Where the clerk writes.
#[derive(Debug, Clone, Default)]
pub struct Writing {
    /// The item on the desk.
    pub item: Option<ItemId>,
    /// The cursor.
    pub caret: Caret,
    /// The other end of the selection.
    pub anchor: Option<Caret>,
    /// The column that Up and Down keep to.
    pub column: Option<usize>,
    /// Whether the next character continues the last undo step.
    pub typing: bool,
    /// The first row shown: a block and a row of it.
    pub top: Option<(BlockId, usize)>,
    places: HashMap<ItemId, Caret>,
}

impl Writing {
    /// Keeps the cursor's place in the item on the desk.
    pub fn remember(&mut self) {
        if let Some(item) = self.item {
            self.places.insert(item, self.caret);
        }
    }

    /// Where the cursor last was in an item.
    #[must_use]
    pub fn remembered(&self, item: ItemId) -> Option<Caret> {
        self.places.get(&item).copied()
    }

    /// Starts writing at a place.
    pub fn start(&mut self, item: ItemId, caret: Caret) {
        if self.item != Some(item) {
            self.top = None;
        }
        self.item = Some(item);
        self.place(caret);
    }

    /// Puts the cursor somewhere, nothing selected.
    pub fn place(&mut self, caret: Caret) {
        self.caret = caret;
        self.anchor = None;
        self.column = None;
        self.typing = false;
    }
}

/// A way in which the cursor moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One character back.
    Left,
    /// One character on.
    Right,
    /// One word back.
    WordLeft,
    /// One word on.
    WordRight,
    /// So many rows on.
    Rows(isize),
    /// To the start of the row.
    RowStart,
    /// To the end of the row.
    RowEnd,
    /// To the start of the item.
    ItemStart,
    /// To the end of the item.
    ItemEnd,
}

impl Desk {
    /// The block in which the cursor is, and its position in the item.
    #[must_use]
    pub fn here(&self) -> Option<(usize, &Block)> {
        let item = self.item()?;
        let at = item.position(self.writing.caret.block?)?;
        Some((at, item.minutes.get(at)?))
    }

    /// The two ends of the selection in order, where something is selected.
    #[must_use]
    pub fn selection(&self) -> Option<(Caret, Caret)> {
        let item = self.item()?;
        let anchor = self.writing.anchor?;
        let order = |caret: Caret| (caret.block.and_then(|block| item.position(block)), caret.at);
        let caret = self.writing.caret;
        match order(anchor).cmp(&order(caret)) {
            std::cmp::Ordering::Less => Some((anchor, caret)),
            std::cmp::Ordering::Greater => Some((caret, anchor)),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Moves the cursor, taking the selection along if `selecting`.
    pub fn go(&mut self, motion: Motion, selecting: bool) {
        let selection = self.selection();
        let from = self.writing.caret;
        let column = self.writing.column;
        let target = match (motion, selection, selecting) {
            (Motion::Left, Some((start, _)), false) => Some(start),
            (Motion::Right, Some((_, end)), false) => Some(end),
            _ => self.target(motion),
        };
        let anchor = self.writing.anchor.or(Some(from));
        if let Some(caret) = target {
            self.writing.place(caret);
        }
        self.writing.anchor = if selecting { anchor } else { None };
        self.writing.typing = false;
        if let Motion::Rows(_) = motion {
            self.writing.column = column.or_else(|| self.column_of(from));
        }
    }

    fn target(&mut self, motion: Motion) -> Option<Caret> {
        let item = self.item()?;
        let (at, block) = self.here()?;
        let caret = self.writing.caret;
        let start = |block: &Block| Caret::new(block.id, 0);
        let end = |block: &Block| Caret::new(block.id, block.text.len());
        let above = at.checked_sub(1).and_then(|at| item.minutes.get(at));
        let below = item.minutes.get(at + 1);
        let in_block = |at: usize| Some(Caret::new(block.id, at));
        match motion {
            Motion::Left if caret.at == 0 => above.map(end),
            Motion::Left => in_block(text::previous(&block.text, caret.at)?),
            Motion::Right if caret.at >= block.text.len() => below.map(start),
            Motion::Right => in_block(text::next(&block.text, caret.at)?),
            Motion::WordLeft if caret.at == 0 => above.map(end),
            Motion::WordLeft => in_block(text::previous_word(&block.text, caret.at)),
            Motion::WordRight if caret.at >= block.text.len() => below.map(start),
            Motion::WordRight => in_block(text::next_word(&block.text, caret.at)),
            Motion::ItemStart => item.minutes.first().map(start),
            Motion::ItemEnd => item.minutes.last().map(end),
            Motion::Rows(rows) => self.rows_away(rows),
            Motion::RowStart => self.row_edge(false),
            Motion::RowEnd => self.row_edge(true),
        }
    }

    fn row_edge(&mut self, end: bool) -> Option<Caret> {
        let (at, id) = self.here().map(|(at, block)| (at, block.id))?;
        let rows = self.rows(at);
        let row = rows.get(page::row_of(&rows, self.writing.caret.at))?.clone();
        let text = &self.here()?.1.text;
        Some(Caret::new(id, if end { page::last_place(text, &rows, &row) } else { row.start }))
    }

    /// The column of a place within its row, on the page.
    fn column_of(&mut self, caret: Caret) -> Option<usize> {
        let at = self.item()?.position(caret.block?)?;
        let rows = self.rows(at);
        let row = page::row_of(&rows, caret.at);
        let indent = self.indent(at, row);
        let text = &self.item()?.minutes.get(at)?.text;
        Some(indent + text::column_of(text, rows.get(row)?, caret.at))
    }

    /// The place so many rows above (less than nothing) or below the cursor, in its column.
    fn rows_away(&mut self, rows: isize) -> Option<Caret> {
        let column = match self.writing.column {
            Some(column) => column,
            None => self.column_of(self.writing.caret)?,
        };
        let mut at = self.here()?.0;
        let mut row = page::row_of(&self.rows(at), self.writing.caret.at);
        for _ in 0..rows.unsigned_abs() {
            let down = rows > 0;
            let count = self.rows(at).len();
            let blocks = self.item()?.minutes.len();
            match (down, row) {
                (true, row_now) if row_now + 1 < count => row += 1,
                (true, _) if at + 1 < blocks => (at, row) = (at + 1, 0),
                (true, _) => return self.target(Motion::RowEnd).filter(|_| rows == 1).or(self.end_of(at)),
                (false, row_now) if row_now > 0 => row -= 1,
                (false, _) if at > 0 => (at, row) = (at - 1, self.rows(at - 1).len().saturating_sub(1)),
                (false, _) => return self.item()?.minutes.get(at).map(|block| Caret::new(block.id, 0)),
            }
        }
        self.place_at(at, row, column)
    }

    fn end_of(&self, at: usize) -> Option<Caret> {
        self.item()?.minutes.get(at).map(|block| Caret::new(block.id, block.text.len()))
    }

    /// The place in a row of a block that is nearest to a column of the page.
    pub(super) fn place_at(&mut self, at: usize, row: usize, column: usize) -> Option<Caret> {
        let rows = self.rows(at);
        let indent = self.indent(at, row);
        let block = self.item()?.minutes.get(at)?;
        let line = rows.get(row)?;
        let place = text::position_at(&block.text, line, column.saturating_sub(indent));
        Some(Caret::new(block.id, place.min(page::last_place(&block.text, &rows, line))))
    }

    /// Mends a cursor that no longer stands between two characters.
    pub fn settle_caret(&mut self) {
        let Some(item) = self.item() else { return };
        let settle = |caret: Caret| match caret.block.and_then(|block| item.block(block)) {
            Some(block) => Caret::new(block.id, text::settle(&block.text, caret.at)),
            None => {
                let last = item.minutes.last();
                Caret { block: last.map(|block| block.id), at: last.map_or(0, |block| block.text.len()) }
            }
        };
        let (caret, anchor) = (settle(self.writing.caret), self.writing.anchor.map(settle));
        self.writing.caret = caret;
        self.writing.anchor = anchor;
    }

    /// Selects the whole item.
    pub fn select_all(&mut self) {
        let Some((first, last)) = self.item().and_then(|item| item.minutes.first().zip(item.minutes.last()))
        else {
            return;
        };
        let (start, end) = (Caret::new(first.id, 0), Caret::new(last.id, last.text.len()));
        self.writing.place(end);
        self.writing.anchor = Some(start);
    }

    /// Puts the cursor where the mouse points, in cells of the text area; with `selecting` the selection is
    /// taken along. Twice in the same place selects the word.
    pub fn point(&mut self, column: u16, row: u16, selecting: bool) {
        let Some(target) = self.page.row_at(row) else { return };
        let (index, line) = (target.index, target.line);
        let Some(caret) = self.place_at(index, line, usize::from(column)) else { return };
        let anchor = self.writing.anchor.or(Some(self.writing.caret));
        let again = caret == self.writing.caret && self.writing.anchor.is_none() && !selecting;
        self.writing.place(caret);
        if selecting {
            self.writing.anchor = anchor;
        } else if again && let Some((_, block)) = self.here() {
            let word = text::word_at(&block.text, caret.at);
            let id = block.id;
            self.writing.place(Caret::new(id, word.end));
            self.writing.anchor = Some(Caret::new(id, word.start));
        }
    }
}
