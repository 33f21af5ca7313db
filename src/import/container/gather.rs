//! Gathers what a document says, piece by piece, into blocks: a paragraph goes into the cell that is open, or
//! on the sheet where none is. Knows tables inside tables and nothing of their words.

use super::sheet::{Block, Cell, Row};

/// Tables inside more tables than this are taken for text: they are there for the looks of a page.
const DEEPEST: usize = 12;
/// A cell has no more columns than this, and only in this many columns do cells reach down into the rows below.
const WIDEST: u32 = 40;

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
    /// The row before which a cell from above no longer reaches down, by columns.
    until: Vec<usize>,
}

impl Table {
    fn open_row(&mut self) {
        self.end_row();
        self.rows.push(Row::default());
        self.open = false;
    }

    /// Goes on to the first column into which no cell from above reaches down.
    fn end_row(&mut self) {
        let at = self.rows.len();
        let Some(row) = self.rows.last_mut() else { return };
        let column = |row: &Row| usize::try_from(row.columns).unwrap_or(usize::MAX);
        while self.until.get(column(row)).is_some_and(|until| *until >= at) {
            row.columns += 1;
        }
    }

    fn open_cell(&mut self, columns: u32, rows: u32) {
        if self.rows.is_empty() {
            self.rows.push(Row::default());
        }
        self.end_row();
        let at = self.rows.len();
        let Some(row) = self.rows.last_mut() else { return };
        let column = row.columns;
        row.cells.push(Cell { column, blocks: Vec::new() });
        row.columns = column.saturating_add(columns.clamp(1, WIDEST));
        self.open = true;
        if rows > 1 {
            let until = at.saturating_add(rows as usize - 1);
            for column in (column..row.columns.min(WIDEST)).map(|column| column as usize) {
                if self.until.len() <= column {
                    self.until.resize(column + 1, 0);
                }
                self.until.get_mut(column).into_iter().for_each(|place| *place = until);
            }
        }
    }
}

impl Gather {
    /// Adds a block where the document has come to.
    pub fn add(&mut self, block: Block) {
        match self.cell() {
            Some(cell) => cell.blocks.push(block),
            None => self.sheet.push(block),
        }
    }

    /// Whether a cell is open that has nothing in it yet.
    pub fn is_in_new_cell(&self) -> bool {
        let row = self.tables.last().filter(|table| table.open).and_then(|table| table.rows.last());
        row.and_then(|row| row.cells.last()).is_some_and(|cell| cell.blocks.is_empty())
    }

    /// The innermost cell that is open.
    fn cell(&mut self) -> Option<&mut Cell> {
        let table = self.tables.iter_mut().rev().find(|table| table.open)?;
        table.rows.last_mut()?.cells.last_mut()
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
            table.open_row();
        }
    }

    /// Begins a cell that is as wide and as high as so many columns and rows, and a row where none was begun.
    pub fn open_cell(&mut self, columns: u32, rows: u32) {
        if let Some(table) = self.tables.last_mut().filter(|_| self.beyond == 0) {
            table.open_cell(columns, rows);
        }
    }

    /// Says that the cell that is open is as wide as so many columns.
    pub fn widen_cell(&mut self, columns: u32) {
        let table = self.tables.last_mut().filter(|table| table.open && self.beyond == 0);
        let Some(row) = table.and_then(|table| table.rows.last_mut()) else { return };
        if let Some(cell) = row.cells.last() {
            row.columns = cell.column.saturating_add(columns.clamp(1, WIDEST));
        }
    }

    /// Ends a cell.
    pub fn close_cell(&mut self) {
        if let Some(table) = self.tables.last_mut().filter(|_| self.beyond == 0) {
            table.open = false;
        }
    }

    /// Ends a table, which goes where it stands.
    pub fn close_table(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if let Some(mut table) = self.tables.pop() {
            table.end_row();
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
