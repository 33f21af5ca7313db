//! Tables that are set in columns of plain text, with a line that names the columns: time, number, item, lead. Turns their
//! rows into cells. Knows columns by where their names stand.

use super::column::{ITEMS, NUMBERS, TITLES};
use super::paper::{CellPlace, Line, Look, Role};

/// Names of columns beside those of numbers and titles.
const OTHERS: [&str; 16] = [
    "time",
    "timing",
    "lead",
    "presenter",
    "presented by",
    "purpose",
    "paper",
    "papers",
    "action",
    "pages",
    "page",
    "enclosure",
    "report",
    "owner",
    "who",
    "minute",
];
/// Tables of plain text are numbered from here, so that they differ from those that the container has.
const FIRST: u32 = 1 << 20;

/// The lines with the rows of tables in columns as cells.
pub(super) fn cells(lines: Vec<Line>) -> Vec<Line> {
    let mut made = Vec::with_capacity(lines.len());
    let mut table: Option<Columns> = None;
    let mut number = FIRST;
    for line in lines {
        if let Some(starts) = header(&line) {
            table = Some(Columns { table: number, row: 0, starts, open: None });
            number += 1;
        }
        match &mut table {
            Some(columns) if line.role == Role::Plain => columns.line(line, &mut made),
            _ => made.push(line),
        }
    }
    made
}

/// Whether a cell names a column.
pub(super) fn names_column(cell: &str) -> bool {
    let name = cell.trim_matches(['*', ':', ' ']).to_lowercase();
    [&NUMBERS[..], &ITEMS, &TITLES, &OTHERS].iter().any(|names| names.contains(&name.as_str()))
}

/// Where the columns begin, if a line names two at least and nothing else.
fn header(line: &Line) -> Option<Vec<usize>> {
    if !line.text.contains("   ") || line.look.cell.is_some() {
        return None;
    }
    let cells = line.cells();
    let known = cells.iter().filter(|(_, cell)| names_column(cell)).count();
    let short = cells.iter().all(|(_, cell)| cell.split(' ').count() <= 3);
    (known > 1 && short && known * 3 >= cells.len() * 2).then(|| cells.iter().map(|(at, _)| *at).collect())
}

/// Columns of a table while its rows come.
struct Columns {
    table: u32,
    row: u32,
    starts: Vec<usize>,
    /// The lines of the last row, from this place on, while it may go on.
    open: Option<usize>,
}

impl Columns {
    fn line(&mut self, line: Line, made: &mut Vec<Line>) {
        let cells: Vec<(u32, String)> = line
            .cells()
            .iter()
            .map(|(at, cell)| (self.column(*at), cell.split_whitespace().collect::<Vec<_>>().join(" ")))
            .collect();
        let first = cells.first().map_or(0, |(column, _)| *column);
        let is_full = cells.len() > 1 && first <= 1;
        if self.open.is_some() && !line.gap && !is_full && first > 0 {
            self.go_on(&line, &cells, made);
        } else if cells.len() > 1 {
            self.begin(&line, cells, made);
        } else {
            self.open = None;
            made.push(line);
        }
    }

    /// The column in which a cell stands that begins at a place.
    fn column(&self, at: usize) -> u32 {
        let before = self.starts.iter().filter(|start| **start <= at + 2).count();
        u32::try_from(before.saturating_sub(1)).unwrap_or(0)
    }

    fn begin(&mut self, line: &Line, cells: Vec<(u32, String)>, made: &mut Vec<Line>) {
        self.open = Some(made.len());
        let columns = u32::try_from(self.starts.len()).unwrap_or(u32::MAX);
        for (at, (column, text)) in cells.into_iter().enumerate() {
            let place = CellPlace { table: self.table, row: self.row, column, columns };
            let look = Look { cell: Some(place), ..Look::default() };
            let indent = self.starts.get(column as usize).copied().unwrap_or(line.indent);
            let (gap, page) = (at == 0, line.page && at == 0);
            made.push(Line { indent, gap, page, look, ..line.with(text, Role::Plain) });
        }
        self.row += 1;
    }

    /// Puts what a row goes on with behind its cells: a title that is wrapped, an entry below it.
    fn go_on(&self, line: &Line, cells: &[(u32, String)], made: &mut Vec<Line>) {
        let from = self.open.unwrap_or(made.len());
        for (column, text) in cells {
            let is_same = |line: &Line| line.look.cell.is_some_and(|cell| cell.column == *column);
            let begins = text.starts_with(['•', '-', '–', '['])
                || text.starts_with("(Page")
                || text.strip_prefix("To ").is_some_and(|rest| rest.starts_with(char::is_lowercase));
            let above = made.iter_mut().skip(from).rev().find(|line| is_same(line)).filter(|_| !begins);
            match above {
                Some(above) => above.text = format!("{} {text}", above.text),
                None => {
                    let place = CellPlace {
                        table: self.table,
                        row: self.row.saturating_sub(1),
                        column: *column,
                        columns: u32::try_from(self.starts.len()).unwrap_or(u32::MAX),
                    };
                    let look = Look { cell: Some(place), ..Look::default() };
                    made.push(Line { gap: false, look, ..line.with(text.clone(), Role::Plain) });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    #[test]
    fn rows_are_read_by_their_columns() {
        let text = "\
 Time     No.    Item                         Lead

 9.30     1.1    Welcome                      Chair

 9.40     2      Annual report on the         Chief
                 work of the Trust            Executive

 9.50            BREAK (15 minutes)
";
        let found: Vec<(String, u32)> = cells(lines(text))
            .into_iter()
            .skip(4)
            .filter_map(|line| Some((line.text, line.look.cell?.column)))
            .collect();
        let wanted = [
            ("9.30", 0),
            ("1.1", 1),
            ("Welcome", 2),
            ("Chair", 3),
            ("9.40", 0),
            ("2", 1),
            ("Annual report on the work of the Trust", 2),
            ("Chief Executive", 3),
            ("9.50", 0),
            ("BREAK (15 minutes)", 2),
        ];
        assert_eq!(found, wanted.map(|(text, column)| (text.to_owned(), column)));
    }
}
