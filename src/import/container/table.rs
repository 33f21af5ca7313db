//! Tables: one with two or more columns is printed cell by cell, each line with its place in the table; one that is
//! there for the looks of a page only is printed as what is in it. Knows rows and cells and not what they say.

use super::sheet::{Block, Cell, Printer, Row, is_filled};

/// A table with no more filled rows than this may be the frame of a page, with the table proper in one of its cells.
const FRAME: usize = 3;

/// Prints a table.
pub(super) fn print(rows: &[Row], printer: &mut Printer) {
    if has_columns(rows) {
        printer.rows(rows);
    } else {
        rows.iter().flat_map(|row| &row.cells).for_each(|cell| printer.blocks(&cell.blocks));
    }
}

/// Whether a table has columns, and is not a frame.
fn has_columns(rows: &[Row]) -> bool {
    let filled = |row: &Row| row.cells.iter().filter(|cell| has_words(cell)).take(2).count();
    let filled: Vec<usize> = rows.iter().map(filled).filter(|cells| *cells > 0).collect();
    let has_larger = || {
        let blocks = rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks);
        blocks.into_iter().any(|block| match block {
            Block::Table(inner) => rows_with_words(inner) > filled.len() && has_columns(inner),
            _ => false,
        })
    };
    filled.contains(&2) && !(filled.len() <= FRAME && has_larger())
}

fn rows_with_words(rows: &[Row]) -> usize {
    rows.iter().filter(|row| row.cells.iter().any(has_words)).count()
}

/// Whether a cell has words of the paper, those of tables in it not counted.
fn has_words(cell: &Cell) -> bool {
    cell.blocks.iter().any(|block| matches!(block, Block::Words(words) if is_filled(words)))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::{Words, print};
    use super::*;

    fn words(text: &str) -> Block {
        Block::Words(Words { text: text.into(), ..Words::default() })
    }

    /// A table of cells with paragraphs parted by strokes.
    fn table(rows: &[&[&str]]) -> Block {
        let cell =
            |(column, text): (u32, &&str)| Cell { column, blocks: text.split('/').map(words).collect() };
        let row = |cells: &&[&str]| Row {
            cells: (0..).zip(cells.iter()).map(cell).collect(),
            columns: u32::try_from(cells.len()).unwrap(),
        };
        Block::Table(rows.iter().map(row).collect())
    }

    /// The lines of blocks: table, row and column, whether there is a gap before them, and their words.
    fn printed(blocks: &[Block]) -> Vec<String> {
        let place = |line: &crate::import::paper::Line| match line.look.cell {
            Some(cell) => format!("{}:{}:{}/{}", cell.table, cell.row, cell.column, cell.columns),
            None => "-".to_owned(),
        };
        let told = |line| format!("{} {} {}", place(line), if line.gap { "+" } else { "." }, line.text);
        print(blocks).iter().map(told).collect()
    }

    #[test]
    fn a_table_with_columns_is_printed_cell_by_cell() {
        let business = table(&[&["Item", "Lead"], &["Fees/To note\nthem", "", "Clerk"], &["", ""], &["End"]]);
        let found = printed(&[words("Agenda"), business, words("Close"), table(&[&["a", "b"]])]);
        let wanted = [
            "- + Agenda",
            "0:0:0/2 + Item",
            "0:0:1/2 . Lead",
            "0:1:0/3 + Fees",
            "0:1:0/3 . To note",
            "0:1:0/3 . them",
            "0:1:2/3 . Clerk",
            "0:3:0/1 + End",
            "- + Close",
            "1:0:0/2 + a",
            "1:0:1/2 . b",
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_table_for_the_looks_of_the_page_is_what_is_in_it() {
        let inner = || table(&[&["1.", "Fees"], &["2.", "Dues"], &["3.", "Boats"]]);
        let cell = |column, blocks| Cell { column, blocks };
        let row = |cells: Vec<Cell>| Row { columns: u32::try_from(cells.len()).unwrap(), cells };
        assert_eq!(printed(&[table(&[&["Agenda"], &["", "Fees"]])]), ["- + Agenda", "- + Fees"]);
        let frame = Block::Table(vec![row(vec![
            cell(0, vec![words("Menu")]),
            cell(1, vec![words("Agenda"), inner()]),
        ])]);
        let found = printed(&[frame]);
        assert_eq!(found.get(..3).unwrap(), ["- + Menu", "- + Agenda", "0:0:0/2 + 1."]);
        let business =
            (0..4).map(|_| row(vec![cell(0, vec![words("1")]), cell(1, vec![words("Present"), inner()])]));
        let found = printed(&[Block::Table(business.collect())]);
        assert_eq!(found.get(..3).unwrap(), ["0:0:0/2 + 1", "0:0:1/2 . Present", "0:0:1/2 . 1."]);
        assert_eq!(found.len(), 4 * 8);
    }
}
