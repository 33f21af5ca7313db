//! Agendas as a table without rulers, printed in columns: time, number, item, purpose, lead, paper. Knows
//! columns by where their headings stand.

use crate::import::paper::{Line, Role, squeeze};

/// A line of column headings that has numbers and items speaks for it.
pub(super) fn score(lines: &[Line]) -> u32 {
    let headings = lines.iter().filter(|line| Columns::read(line).is_some()).count();
    u32::try_from(headings * 40).unwrap_or(u32::MAX)
}

/// The lines with every row taken apart.
pub(super) fn plain(lines: Vec<Line>) -> Vec<Line> {
    let mut plain: Vec<Line> = Vec::with_capacity(lines.len());
    let mut columns: Option<Columns> = None;
    let mut row = Row::default();
    for line in lines {
        if let Some(found) = Columns::read(&line) {
            columns = Some(found);
            plain.push(line.with(line.text.clone(), Role::Furniture));
            continue;
        }
        let Some(columns) = columns.as_ref().filter(|_| line.role == Role::Plain) else {
            plain.push(line);
            continue;
        };
        if !row.take(&line, columns, &mut plain) {
            row.title = None;
            let lone = Columns::is_lone(&line);
            plain.push(if lone { line } else { line.with(squeeze(&line.text), Role::Plain) });
        }
    }
    plain
}

/// Where the columns begin.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Columns {
    time: Option<usize>,
    number: usize,
    item: usize,
    /// The columns right of the item, each with its heading.
    more: Vec<(usize, String)>,
}

impl Columns {
    /// The columns that a line of headings names.
    fn read(line: &Line) -> Option<Self> {
        if !line.text.contains("   ") {
            return None;
        }
        let cells = line.cells();
        let at = |names: &[&str]| {
            cells.iter().find(|(_, cell)| names.contains(&cell.to_lowercase().as_str())).map(|(at, _)| *at)
        };
        let number =
            at(&["no.", "no", "ref", "ref.", "number", "item no", "item no."]).or_else(|| at(&["item"]))?;
        let titles = ["item", "agenda item", "subject", "title", "topic", "business"];
        let is_right = |at: usize, cell: &str| at > number && titles.contains(&cell.to_lowercase().as_str());
        let item = cells.iter().find(|(at, cell)| is_right(*at, cell)).map(|(at, _)| *at)?;
        let more =
            cells.iter().filter(|(at, _)| *at > item).map(|(at, cell)| (*at, (*cell).to_owned())).collect();
        Some(Self { time: at(&["time", "timing"]), number, item, more })
    }

    /// Whether a line is text across the page and not a row.
    fn is_lone(line: &Line) -> bool {
        line.cells().len() == 1
    }

    /// Finds time, number and title among the cells of a line.
    fn sort<'a>(&self, cells: &[(usize, &'a str)]) -> Sorted<'a> {
        let cell = |wanted: &dyn Fn(usize, &str) -> bool| {
            cells.iter().find(|(at, cell)| wanted(*at, cell)).map(|(_, cell)| *cell)
        };
        let is_time = |at: usize, cell: &str| {
            self.time.is_some_and(|time| at.abs_diff(time) <= 1) && clock(cell).is_some()
        };
        let is_number = |at: usize, cell: &str| {
            at.abs_diff(self.number) <= 2
                && cell.len() <= 6
                && cell.contains(|character: char| character.is_ascii_digit())
        };
        let is_title = |at: usize, _: &str| at + 2 >= self.item && self.heading(at).is_none();
        Sorted { time: cell(&is_time), number: cell(&is_number), title: cell(&is_title).map(squeeze) }
    }

    /// The heading of the column in which a cell stands; none for the item's own and those left of it.
    fn heading(&self, at: usize) -> Option<&str> {
        self.more.iter().rev().find(|(start, _)| at + 2 >= *start).map(|(_, heading)| heading.as_str())
    }
}

/// The cells of a line by the columns left of the details.
struct Sorted<'a> {
    time: Option<&'a str>,
    number: Option<&'a str>,
    title: Option<String>,
}

/// The row that is being read.
#[derive(Default)]
struct Row {
    /// The place of its title among the lines.
    title: Option<usize>,
    /// Whether something is told below the title already.
    told: bool,
    /// The time of the row before.
    time: Option<u32>,
}

impl Row {
    /// Takes a line into the row, or begins a new one. Returns whether the line is part of the table.
    fn take(&mut self, line: &Line, columns: &Columns, plain: &mut Vec<Line>) -> bool {
        let cells = line.cells();
        let found = columns.sort(&cells);
        let goes_on = self.title.is_some() && !line.gap;
        match (found.number, found.title) {
            (Some(number), Some(title)) => {
                self.title = Some(plain.len());
                self.told = false;
                let role = Role::Item(number.trim_end_matches('.').to_owned());
                plain.push(Line { indent: columns.item, gap: true, ..line.with(title, role) });
                let time = found.time.and_then(|cell| self.clock(cell));
                plain.extend(time.map(|time| below(line, columns, format!("Time: {time}"))));
            }
            (None, Some(words)) if found.time.is_some() => {
                self.title = None;
                plain.push(Line { gap: true, ..line.with(timed(found.time, &words), Role::Plain) });
            }
            (None, Some(words)) if goes_on => self.goes_on(line, columns, &words, plain),
            (None, None) if goes_on && line.indent + 2 >= columns.item => {}
            _ => return false,
        }
        let details = cells.iter().filter_map(|(at, cell)| Some((columns.heading(*at)?, cell)));
        for (heading, cell) in details.filter(|_| self.title.is_some()) {
            detail(below(line, columns, String::new()), heading, cell, plain);
        }
        true
    }

    /// A line that goes on in the column of the item: the title is wrapped, or an entry stands below it.
    fn goes_on(&mut self, line: &Line, columns: &Columns, words: &str, plain: &mut Vec<Line>) {
        let tells = words.starts_with(['•', '-', '–', '['])
            || words.strip_prefix("To ").is_some_and(|rest| rest.starts_with(char::is_lowercase));
        if let Some(last) = plain.last_mut().filter(|_| self.told && !tells) {
            last.text = format!("{} {words}", last.text);
        } else if tells {
            self.told = true;
            plain.push(below(line, columns, words.to_owned()));
        } else if let Some(title) = self.title.and_then(|at| plain.get_mut(at)) {
            title.text = format!("{} {words}", title.text);
        }
    }

    /// A time printed without am or pm, which never goes back in the course of a day.
    fn clock(&mut self, cell: &str) -> Option<String> {
        let minutes = clock(cell)?;
        let later = self.time.is_some_and(|before| minutes < before) && minutes < 12 * 60;
        let minutes = if later { minutes + 12 * 60 } else { minutes };
        self.time = Some(minutes);
        Some(format!("{:02}:{:02}", minutes / 60, minutes % 60))
    }
}

/// What stands in a row without a number: a break, or with its time something like the close.
fn timed(time: Option<&str>, words: &str) -> String {
    let is_break = words.to_lowercase().contains("break");
    time.filter(|_| !is_break).map_or(words.to_owned(), |time| format!("{time} {words}"))
}

/// Adds what a column says to the line for that column, or begins one.
fn detail(line: Line, heading: &str, cell: &str, plain: &mut Vec<Line>) {
    let inner = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or("");
    if let Some(pages) = inner.strip_prefix("Pages ").or_else(|| inner.strip_prefix("Page ")) {
        plain.push(Line { text: format!("Pages: {pages}"), ..line });
        return;
    }
    let start = format!("{heading}: ");
    let is_item = |line: &Line| matches!(line.role, Role::Item(_));
    let recent =
        plain.iter_mut().rev().take_while(|line| !is_item(line)).find(|line| line.text.starts_with(&start));
    match recent {
        Some(known) => known.text = format!("{} {cell}", known.text),
        None => plain.push(Line { text: format!("{start}{cell}"), ..line }),
    }
}

/// A line below the title of an item.
fn below(line: &Line, columns: &Columns, text: String) -> Line {
    Line { indent: columns.item + 2, gap: true, page: false, ..line.with(text, Role::Plain) }
}

/// The minutes of the day in `9.30`.
pub(in crate::import) fn clock(cell: &str) -> Option<u32> {
    let (hour, minute) = cell.split_once(['.', ':'])?;
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
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
        let found: Vec<String> = plain(lines(text)).into_iter().skip(1).map(|line| line.text).collect();
        let wanted = [
            "Welcome",
            "Time: 09:30",
            "Lead: Chair",
            "Annual report on the work of the Trust",
            "Time: 09:40",
            "Lead: Chief Executive",
            "BREAK (15 minutes)",
        ];
        assert_eq!(found, wanted);
    }
}
