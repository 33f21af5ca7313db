//! Table of RTF while its rows come in. RTF writes no tables, only rows, and says of each cell where it ends on the page;
//! a cell stands in the column that begins where it begins.

use super::super::sheet::{Block, Cell, Row, Words};

/// Edges of cells closer than this are one, in twentieths of a point.
const NEAR: i32 = 60;
/// A table with more edges than this has its cells counted instead.
const MOST_EDGES: usize = 64;
/// A row has no more cells than this; what follows goes into the last.
const MOST_CELLS: usize = 64;

/// Table while it is read.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Drawn>,
    /// Cells of the row that is read.
    cells: Vec<Vec<Block>>,
    /// Content of the cell that is read.
    cell: Vec<Block>,
    /// Right edges of the cells of the row.
    edges: Vec<i32>,
}

/// Row as it is drawn.
#[derive(Debug)]
struct Drawn {
    cells: Vec<Vec<Block>>,
    edges: Vec<i32>,
}

impl Table {
    /// Begins the description of a row.
    pub fn describe_row(&mut self) {
        self.edges.clear();
    }

    /// Takes in the right edge of a cell.
    pub fn edge(&mut self, edge: i32) {
        if self.edges.len() < MOST_CELLS {
            self.edges.push(edge);
        }
    }

    /// Adds a paragraph to the cell.
    pub fn add(&mut self, words: Words) {
        self.cell.push(Block::Words(words));
    }

    /// Whether the cell has nothing in it yet.
    pub fn is_in_new_cell(&self) -> bool {
        self.cell.is_empty()
    }

    /// Ends the cell.
    pub fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        let is_full = self.cells.len() >= MOST_CELLS;
        match self.cells.last_mut().filter(|_| is_full) {
            Some(last) => last.extend(cell),
            None => self.cells.push(cell),
        }
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        if !self.cell.is_empty() {
            self.end_cell();
        }
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            self.rows.push(Drawn { cells, edges: self.edges.clone() });
        }
    }

    /// Ends the table. Returns it if it has rows.
    pub fn finish(&mut self) -> Option<Block> {
        self.end_row();
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return None;
        }
        let edges = edges(&rows);
        Some(Block::Table(rows.into_iter().map(|row| place(row, &edges)).collect()))
    }
}

/// Right edges of the cells of all rows, from left to right.
fn edges(rows: &[Drawn]) -> Vec<i32> {
    let mut edges: Vec<i32> = rows.iter().flat_map(|row| row.edges.iter().copied()).collect();
    edges.sort_unstable();
    edges.dedup_by(|next, edge| next.saturating_sub(*edge) < NEAR);
    edges
}

/// Puts the cells of a row into the columns of its table.
fn place(row: Drawn, edges: &[i32]) -> Row {
    let is_drawn = row.edges.len() >= row.cells.len() && edges.len() <= MOST_EDGES;
    let column = |edge: i32| edges.partition_point(|other| other.saturating_add(NEAR) <= edge);
    let mut cells: Vec<Cell> = Vec::new();
    let (mut next, mut counted) = (0, 0);
    for (at, blocks) in row.cells.into_iter().enumerate() {
        let end = row.edges.get(at).filter(|_| is_drawn).map(|edge| column(*edge) + 1);
        cells.push(Cell { column: next, blocks });
        counted += 1;
        let end = end.and_then(|end| u32::try_from(end).ok()).unwrap_or(counted);
        next = end.max(next + 1);
    }
    Row { cells, columns: next }
}
