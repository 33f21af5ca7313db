//! Gathers what a document says, piece by piece, into blocks: a paragraph goes into the cell that is open, or
//! on the sheet where none is. Knows tables inside tables and nothing of their words.

use super::sheet::{Block, Cell, Row};

/// Tables inside more tables than this are taken for text: they are there for the looks of a page.
const DEEPEST: usize = 12;

/// A document while it is gathered.
#[derive(Debug, Default)]
pub(super) struct Gather {
    sheet: Vec<Block>,
    tables: Vec<Table>,
    /// How many tables are open beyond the deepest that is kept.
    beyond: usize,
}

/// A table while its rows come in.
#[derive(Debug, Default)]
struct Table {
    rows: Vec<Row>,
    /// Whether the last cell of the last row still takes blocks.
    open: bool,
    /// How many empty cells come after that one, because it is as wide as they.
    wider: usize,
}

impl Gather {
    /// Adds a block where the document has come to.
    pub fn add(&mut self, block: Block) {
        match self.cell() {
            Some(cell) => cell.push(block),
            None => self.sheet.push(block),
        }
    }

    /// The innermost cell that is open.
    fn cell(&mut self) -> Option<&mut Cell> {
        let table = self.tables.iter_mut().rev().find(|table| table.open)?;
        table.rows.last_mut()?.last_mut()
    }

    /// Begins a table.
    pub fn open_table(&mut self) {
        if self.tables.len() < DEEPEST {
            self.tables.push(Table::default());
        } else {
            self.beyond += 1;
        }
    }

    /// Begins a row.
    pub fn open_row(&mut self) {
        if let Some(table) = self.tables.last_mut().filter(|_| self.beyond == 0) {
            table.rows.push(Row::new());
            table.open = false;
        }
    }

    /// Begins a cell, and a row where none was begun.
    pub fn open_cell(&mut self) {
        let Some(table) = self.tables.last_mut().filter(|_| self.beyond == 0) else { return };
        if table.rows.is_empty() {
            table.rows.push(Row::new());
        }
        if let Some(row) = table.rows.last_mut() {
            row.push(Cell::new());
            table.open = true;
        }
    }

    /// Says that the cell that is open is as wide as so many more.
    pub fn widen_cell(&mut self, more: usize) {
        if let Some(table) = self.tables.last_mut().filter(|table| table.open) {
            table.wider = more;
        }
    }

    /// Ends a cell.
    pub fn close_cell(&mut self) {
        let Some(table) = self.tables.last_mut().filter(|_| self.beyond == 0) else { return };
        table.open = false;
        let more = std::iter::repeat_n(Cell::new(), std::mem::take(&mut table.wider));
        if let Some(row) = table.rows.last_mut() {
            row.extend(more);
        }
    }

    /// Ends a table, which goes where it stands.
    pub fn close_table(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if let Some(table) = self.tables.pop() {
            self.add(Block::Table(table.rows));
        }
    }

    /// Everything, with whatever was never closed.
    pub fn finish(mut self) -> Vec<Block> {
        self.beyond = 0;
        while !self.tables.is_empty() {
            self.close_table();
        }
        self.sheet
    }
}
