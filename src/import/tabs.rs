//! Rows of a table pasted with tabs between their cells. A tab says which column a cell is in, but its width does
//! not: the cells are set below each other, as the other readers of columns expect. Knows tabs and nothing else.

use std::borrow::Cow;

/// Fewer rows with as many tabs than these are no table.
const FEWEST: usize = 3;

/// A cell wider than this has no room beside others.
const WIDEST: usize = 200;

/// The text with the cells of every such table set below each other.
pub(super) fn aligned(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let mut aligned: Vec<Cow<str>> = Vec::with_capacity(lines.len());
    for rows in lines.chunk_by(|one, next| tabs(one) == tabs(next)) {
        match widths(rows) {
            Some(widths) => aligned.extend(rows.iter().map(|row| Cow::Owned(padded(row, &widths)))),
            None => aligned.extend(rows.iter().map(|row| Cow::Borrowed(*row))),
        }
    }
    Cow::Owned(aligned.join("\n"))
}

fn tabs(line: &str) -> usize {
    line.matches('\t').count()
}

/// How wide each column is, if rows are a table: its heading says what two columns at least are.
fn widths(rows: &[&str]) -> Option<Vec<usize>> {
    let columns = tabs(rows.first()?) + 1;
    let names = rows.first()?.split('\t').filter(|cell| !cell.trim().is_empty()).count();
    if rows.len() < FEWEST || columns < 3 || names < columns {
        return None;
    }
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.split('\t').nth(column));
        cells.map(|cell| cell.trim().chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    widths.iter().all(|width| *width <= WIDEST).then_some(widths)
}

fn padded(row: &str, widths: &[usize]) -> String {
    let cells = row.split('\t').zip(widths);
    let padded = cells.map(|(cell, width)| format!("{:<wide$}", cell.trim(), wide = width + 3));
    padded.collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_below_each_other() {
        let table = "Item\tTopic\tTime\n1\tWelcome\t14:00\n\tTo agree\t\nBye";
        let wanted = "Item   Topic      Time\n1      Welcome    14:00\n       To agree\nBye";
        assert_eq!(aligned(table), wanted);
        assert_eq!(aligned("1.\tApologies\n2.\tMinutes"), "1.\tApologies\n2.\tMinutes");
    }
}
