//! Rows of tables as lines, for the readers of heads, people and minutes: a person with the post, a field with its value,
//! an action with its owner, or a line for every cell.

use super::column::{ITEMS, NUMBERS, TITLES};
use super::listing::Columns;
use super::paper::{CellPlace, Line, Role};

/// A cell with more characters than this is no column of a list.
const WIDEST: usize = 90;

/// The lines with the cells of rows put together where no item stands.
pub(super) fn joined(lines: Vec<Line>) -> Vec<Line> {
    let mut made = Vec::with_capacity(lines.len());
    let mut table: Option<Table> = None;
    let mut row: Vec<Line> = Vec::new();
    let place = |line: &Line| line.look.cell.map(|cell| (cell.table, cell.row));
    for line in lines {
        if row.first().is_some_and(|first| place(first) != place(&line)) {
            flush(&mut row, &mut table, &mut made);
        }
        match line.look.cell {
            Some(_) if line.role != Role::Furniture => row.push(line),
            _ => {
                flush(&mut row, &mut table, &mut made);
                made.push(line);
            }
        }
    }
    flush(&mut row, &mut table, &mut made);
    made
}

/// Table whose first row has been seen.
struct Table {
    number: u32,
    kind: Kind,
    /// Names of its columns as printed, where the first row has names.
    columns: Vec<(u32, String)>,
    /// What its columns hold, where it has people.
    people: Option<Columns>,
}

/// What a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    People,
    Items,
    Other,
}

fn flush(row: &mut Vec<Line>, table: &mut Option<Table>, made: &mut Vec<Line>) {
    let Some(cell) = row.first().and_then(|line| line.look.cell) else { return };
    let row = std::mem::take(row);
    let again =
        table.as_ref().is_some_and(|table| table.number == cell.table && table.is_headed_again(cell, &row));
    let known = table.as_mut().filter(|table| table.number == cell.table && !again);
    match known {
        None => {
            let mut found = Table::headed(cell, &row);
            match found.kind {
                Kind::People => made.extend(found.heading(&row)),
                Kind::Items => {
                    made.extend(row.iter().map(|line| line.with(line.text.clone(), Role::Furniture)));
                }
                Kind::Other => plain(row, None, made),
            }
            *table = Some(found);
        }
        Some(Table { people: Some(columns), .. }) if row.iter().all(|line| line.role == Role::Plain) => {
            people(&row, columns, made);
        }
        Some(table) => plain(row, Some(table), made),
    }
}

impl Table {
    fn headed(cell: CellPlace, row: &[Line]) -> Self {
        let columns: Vec<(u32, String)> = row
            .iter()
            .filter_map(|line| {
                Some((line.look.cell?.column, line.text.trim_matches(['*', ':', ' ']).to_owned()))
            })
            .collect();
        let is_item = row.iter().any(|line| line.role != Role::Plain);
        let is_of_items = |(_, name): &(u32, String)| {
            let name = name.to_lowercase();
            NUMBERS.contains(&name.as_str()) || ITEMS.contains(&name.as_str()) || name == "time"
        };
        let people = if is_item { None } else { Columns::read(&columns, cell.columns) };
        let kind = if is_item {
            Kind::Other
        } else if people.is_some() {
            Kind::People
        } else if columns.len() > 1 && columns.iter().any(is_of_items) {
            Kind::Items
        } else {
            Kind::Other
        };
        let columns = if kind == Kind::Items { columns } else { Vec::new() };
        Self { number: cell.table, kind, columns, people }
    }

    /// Whether a row of a table of people heads another: no line of text parts the two.
    fn is_headed_again(&self, cell: CellPlace, row: &[Line]) -> bool {
        let names = row.first().is_some_and(|first| Columns::is_heading(&first.text));
        self.kind == Kind::People
            && match Self::headed(cell, row).kind {
                Kind::Items => true,
                Kind::People => names,
                Kind::Other => false,
            }
    }

    /// The heading of a list of people.
    fn heading(&mut self, row: &[Line]) -> Option<Line> {
        let line = row.first()?.with(self.people.as_mut()?.heading(), Role::Plain);
        Some(Line { gap: true, look: super::paper::Look::default(), ..line })
    }

    /// Whether a column tells what was said or is to be done; in an agenda the owner of an item presents it.
    fn tells_minutes(&self) -> bool {
        const NAMES: [&str; 8] =
            ["minute", "minutes", "discussion", "notes", "action", "actions", "decision", "decisions"];
        self.columns.iter().any(|(_, name)| NAMES.contains(&name.to_lowercase().as_str()))
    }

    fn column(&self, line: &Line) -> Option<&str> {
        let column = line.look.cell?.column;
        self.columns.iter().find(|(at, _)| *at == column).map(|(_, name)| name.as_str())
    }
}

/// The lines of a list of people that a row makes.
fn people(row: &[Line], columns: &mut Columns, made: &mut Vec<Line>) {
    let Some(first) = row.first() else { return };
    let cells: Vec<(u32, &str)> =
        row.iter().filter_map(|line| Some((line.look.cell?.column, line.text.as_str()))).collect();
    let lines = columns.lines(&cells).into_iter();
    made.extend(lines.map(|text| Line {
        gap: false,
        look: super::paper::Look::default(),
        ..first.with(text, Role::Plain)
    }));
}

/// A row of another table: in one line where its cells are short and no item is among them, otherwise cell by cell.
fn plain(row: Vec<Line>, table: Option<&Table>, made: &mut Vec<Line>) {
    let has_item = row.iter().any(|line| line.role != Role::Plain);
    let in_items = table.is_some_and(|table| table.kind == Kind::Items);
    let is_short = row.iter().all(|line| line.text.chars().count() <= WIDEST);
    if row.len() > 1 && is_short && !has_item && !in_items {
        let text = row.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("   ");
        made.extend(
            row.first()
                .map(|first| Line { look: super::paper::Look::default(), ..first.with(text, Role::Plain) }),
        );
        return;
    }
    for line in row {
        let column = table.and_then(|table| table.column(&line)).unwrap_or("");
        let is_empty = line.text.chars().all(|letter| "-–— ".contains(letter));
        if is_empty && line.role == Role::Plain {
            made.push(line.with(line.text.clone(), Role::Furniture));
            continue;
        }
        let text = match column_of(&column.to_lowercase()) {
            _ if line.role != Role::Plain => line.text.clone(),
            Column::Own => line.text.clone(),
            Column::Action if table.is_some_and(Table::tells_minutes) => format!("Action: {}", line.text),
            Column::Action | Column::Named => named(column, &line.text),
        };
        made.push(Line { gap: true, text, ..line });
    }
}

/// Column of a table of items.
enum Column {
    /// The column of titles and of what is told of an item.
    Own,
    /// The column of those who act.
    Action,
    /// Another column, which has a name.
    Named,
}

fn column_of(name: &str) -> Column {
    const TOLD: [&str; 7] = ["", "minute", "minutes", "discussion", "notes", "description", "agenda"];
    const ACTION: [&str; 7] = ["action", "actions", "who", "owner", "action by", "by whom", "responsible"];
    if [&NUMBERS[..], &ITEMS, &TITLES, &TOLD].iter().any(|names| names.contains(&name)) {
        Column::Own
    } else if ACTION.contains(&name) {
        Column::Action
    } else {
        Column::Named
    }
}

/// What a cell says, with the name of its column.
fn named(column: &str, text: &str) -> String {
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or("");
    match inner.strip_prefix("Pages ").or_else(|| inner.strip_prefix("Page ")) {
        Some(pages) => format!("Pages: {pages}"),
        None => format!("{column}: {text}"),
    }
}
