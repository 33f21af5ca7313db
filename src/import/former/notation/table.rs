//! Minutes as a table with bars: `| Item | Minute | Action |`, and tables of the people who were there. Knows
//! rows and columns and not what is minuted in them.

use super::markdown;
use crate::import::label;
use crate::import::paper::{Line, Role};

/// Rows with bars under a heading that names a column of minutes or of items speak for it.
pub(super) fn score(lines: &[Line]) -> u32 {
    let rows = lines.iter().filter(|line| is_row(&line.text)).count();
    let heading =
        lines.iter().filter(|line| is_row(&line.text)).any(|line| columns(&cells(&line.text)).is_some());
    // Where no heading of Markdown is numbered, the items are in the table and not in the headings around it.
    let numbered =
        |line: &Line| markdown::heading(&line.text).is_some_and(|(_, title)| label::label(title).is_some());
    let weight = if lines.iter().any(numbered) { 1 } else { 4 };
    if heading && rows >= 3 { u32::try_from(rows * weight).unwrap_or(u32::MAX) } else { 0 }
}

/// The lines with every row taken apart.
pub(super) fn plain(lines: Vec<Line>) -> Vec<Line> {
    let mut plain = Vec::with_capacity(lines.len());
    let mut table = Table::None;
    for line in lines {
        if is_row(&line.text) {
            table.row(&line, &mut plain);
        } else {
            table = Table::None;
            let (level, words) = markdown::heading(&line.text).unwrap_or((0, &line.text));
            let role = if level > 2 { Role::Heading } else { Role::Plain };
            plain.push(line.with(words.replace("**", ""), role));
        }
    }
    plain
}

/// What kind of table is being read.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Table {
    /// None yet: the next row is a heading.
    None,
    /// A list of people.
    People,
    /// Items, with the column of minutes and that of actions.
    Items { minute: usize, action: Option<usize>, more: Vec<(usize, String)> },
}

impl Table {
    fn row(&mut self, line: &Line, plain: &mut Vec<Line>) {
        let cells = cells(&line.text);
        if cells.iter().all(|cell| cell.chars().all(|character| "-: ".contains(character))) {
            plain.push(line.with("---", Role::Furniture));
            return;
        }
        if line.gap {
            *self = Table::None;
        }
        match self {
            Table::None => *self = Table::headed(line, &cells, plain),
            Table::People => plain.push(Line { gap: false, ..line.with(person(&cells), Role::Plain) }),
            Table::Items { minute, action, more } => {
                plain.extend(item(line, &cells, *minute, *action, more));
            }
        }
    }

    /// The table below a row of headings, which is told as the label of what follows.
    fn headed(line: &Line, cells: &[String], plain: &mut Vec<Line>) -> Self {
        let items = columns(cells);
        let role = if items.is_some() { Role::Furniture } else { Role::Plain };
        plain.push(Line { gap: true, ..line.with(format!("{}:", cell(cells, 0)), role) });
        let Some((minute, action)) = items else { return Table::People };
        let is_other = |at: usize| at > 0 && at != minute && Some(at) != action;
        let more = cells.iter().cloned().enumerate();
        let more = more.filter(|(at, name)| is_other(*at) && !name.is_empty()).collect();
        Table::Items { minute, action, more }
    }
}

fn cell(cells: &[String], at: usize) -> &str {
    cells.get(at).map_or("", String::as_str)
}

/// The lines of an item in a table: its title, the other columns with their names, and who is to act.
fn item(
    line: &Line,
    cells: &[String],
    minute: usize,
    action: Option<usize>,
    more: &[(usize, String)],
) -> Vec<Line> {
    let cell = |at| cell(cells, at);
    let of_row = |text: String, role| Line { gap: true, ..line.with(text, role) };
    let mut lines = Vec::new();
    if !cell(0).is_empty() {
        let label = cell(0).trim_end_matches(['.', ')']).to_owned();
        lines.push(of_row(cell(minute).to_owned(), Role::Item(label)));
    } else if !cell(minute).is_empty() {
        lines.push(of_row(cell(minute).to_owned(), Role::Plain));
    }
    // A dash says that there is nothing.
    let is_filled = |at: usize| !cell(at).chars().all(|letter| "-–— ".contains(letter));
    let more = more.iter().filter(|(at, _)| is_filled(*at));
    lines.extend(more.map(|(at, name)| of_row(format!("{name}: {}", cell(*at)), Role::Plain)));
    let owners = action.map_or("", cell);
    lines.extend((!owners.is_empty()).then(|| of_row(format!("Action: {owners}"), Role::Plain)));
    lines
}

fn is_row(text: &str) -> bool {
    text.starts_with('|') && text.matches('|').count() >= 2
}

fn cells(text: &str) -> Vec<String> {
    let inner = text.strip_prefix('|').unwrap_or(text);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    inner.split('|').map(|cell| cell.replace("**", "").trim_matches(['*', ' ']).to_owned()).collect()
}

/// Which columns hold the minutes and the actions, if a row is the heading of a table of items.
fn columns(cells: &[String]) -> Option<(usize, Option<usize>)> {
    let at = |names: &[&str]| cells.iter().position(|cell| names.contains(&cell.to_lowercase().as_str()));
    at(&["item", "no", "no.", "ref", "item no", "item no."]).filter(|at| *at == 0)?;
    let minute =
        at(&["minute", "minutes", "discussion", "notes", "business", "item", "subject", "topic", "title"])
            .filter(|at| *at > 0)
            .unwrap_or(1);
    Some((minute, at(&["action", "actions", "who", "owner", "action by", "by whom"])))
}

/// A row of a table of people: the name, and in brackets the role or else the last column.
fn person(cells: &[String]) -> String {
    let name = cells.first().map_or("", String::as_str);
    let described = cells.iter().skip(1).rfind(|cell| !cell.is_empty()).map_or("", String::as_str);
    let role = described
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'))
        .map_or(described, |(role, _)| role);
    let is_post = role.contains(char::is_lowercase) && !role.contains("items");
    match (is_post, described.split_once(" (")) {
        (true, _) => format!("{name} ({role})"),
        (false, Some((post, _))) => format!("{name} ({post})"),
        (false, None) => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    #[test]
    fn rows_are_items_minutes_and_actions() {
        let text = "| Item | Minute | Action |\n|---|---|---|\n| 1. | **Welcome** | |\n| | 1.1 The Chair spoke. | AB |";
        let found: Vec<(String, Role)> =
            plain(lines(text)).into_iter().map(|line| (line.text, line.role)).collect();
        let wanted = [
            ("Item:", Role::Furniture),
            ("---", Role::Furniture),
            ("Welcome", Role::Item("1".into())),
            ("1.1 The Chair spoke.", Role::Plain),
            ("Action: AB", Role::Plain),
        ];
        assert_eq!(found, wanted.map(|(text, role)| (text.to_owned(), role)));
    }

    #[test]
    fn people_have_posts_and_roles() {
        let row = |text: &str| person(&cells(text));
        assert_eq!(row("| Grace Holt | GH | Co-opted (Chair) |"), "Grace Holt (Chair)");
        assert_eq!(row("| Tess Farr | NF | Business Manager (items 1-6) |"), "Tess Farr (Business Manager)");
        assert_eq!(row("| Ina Moss | IM | Parent |"), "Ina Moss (Parent)");
    }
}
