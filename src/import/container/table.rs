//! Tables printed as lines. An agenda may lie in a table in several ways: a number beside a title and all that
//! belongs to it, columns with headings, minutes beside actions, people with their posts; or the table is there
//! for the looks of the page only. Knows rows and cells.

use super::sheet::{Block, Cell, Printer, Row, joined};
use crate::import::decode;
use crate::import::label;

/// A cell with more characters than this is no column of a list.
const WIDEST: usize = 120;

/// Prints a table.
pub(super) fn print(rows: &[Row], printer: &mut Printer) {
    let texts = texts(rows);
    if texts.iter().all(|row| row.iter().filter(|cell| !cell.is_empty()).count() < 2) {
        rows.iter().flatten().for_each(|cell| printer.blocks(cell));
    } else if printer.barred {
        barred(rows, &texts, printer);
    } else if let Some(number) = numbers(&texts) {
        numbered(rows, &texts, number, printer);
    } else if !people(&texts, printer) {
        columns(rows, &texts, printer);
    }
}

/// Whether the minutes stand in a table.
pub(super) fn has_minutes(rows: &[Row]) -> bool {
    texts(rows).iter().any(|row| is_minutes_heading(row))
}

/// The words of every cell.
fn texts(rows: &[Row]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(joined).collect()).collect()
}

/// Whether a row is the heading of minutes in a table: `Item | Minute | Action`.
fn is_minutes_heading(row: &[String]) -> bool {
    let has = |names: &[&str]| row.iter().any(|cell| names.contains(&cell.to_lowercase().as_str()));
    has(&["item", "no", "no.", "ref", "item no", "item no."])
        && has(&["minute", "minutes", "discussion", "notes"])
}

/// Minutes beside actions, with bars between them as people type them.
fn barred(rows: &[Row], texts: &[Vec<String>], printer: &mut Printer) {
    printer.line("", true);
    for (row, texts) in rows.iter().zip(texts) {
        let deepest = row.iter().map(|cell| lines(cell).len()).max().unwrap_or(0);
        if deepest <= 1 || row.len() < 2 {
            printer.line(&bars(texts.iter().map(String::as_str)), false);
            continue;
        }
        let cells: Vec<Vec<String>> = row.iter().map(lines).collect();
        for at in 0..deepest {
            printer.line(&bars(cells.iter().map(|cell| cell.get(at).map_or("", String::as_str))), false);
        }
    }
    printer.line("", true);
}

fn bars<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    cells.fold("|".to_owned(), |line, cell| line + " " + &cell.replace('|', "/") + " |")
}

/// The paragraphs of a cell, each in one line.
fn lines(cell: &Cell) -> Vec<String> {
    let one = |block: &Block| joined(&vec![block.clone()]);
    cell.iter().map(one).filter(|line| !line.is_empty()).collect()
}

/// The column of the numbers of items, in a table without headings whose rows are items.
fn numbers(texts: &[Vec<String>]) -> Option<usize> {
    let is_number = |cell: &String| label::alone(cell).is_some() || is_label(cell);
    let filled = |row: &&Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count() > 1;
    let is_headed = |row: &Vec<String>| is_columns_heading(row) && row.len() > 2;
    let headed = texts.iter().filter(filled).take(2).any(is_headed);
    let column = texts.iter().filter(filled).find_map(|row| row.iter().position(is_number))?;
    let rows = texts.iter().filter(filled).filter(|row| row.get(column).is_some_and(is_number)).count();
    let others = texts.iter().filter(filled).count() - rows;
    let first = texts.iter().all(|row| row.iter().take(column).all(String::is_empty));
    (!headed && first && rows > others).then_some(column)
}

/// Whether a cell is a label of whatever form.
fn is_label(cell: &str) -> bool {
    !cell.is_empty() && !cell.contains(' ') && label::label(&format!("{cell} Title")).is_some()
}

/// Items with their numbers beside them, as the pages of committee systems have them.
fn numbered(rows: &[Row], texts: &[Vec<String>], number: usize, printer: &mut Printer) {
    // Where minutes are marked, the page of a committee system is meant, which has its numbers on lines of
    // their own.
    let is_page = rows.iter().flatten().flatten().any(is_minutes_mark);
    for (row, texts) in rows.iter().zip(texts) {
        let label = texts.get(number).map_or("", String::as_str);
        let mut cells = row.iter().skip(number + 1).filter(|cell| !joined(cell).is_empty());
        let title = cells.next();
        let (Some(title), false) = (title, label.is_empty()) else {
            row.iter().for_each(|cell| printer.blocks(cell));
            continue;
        };
        // What stands in columns of its own behind a title is short.
        let (beside, below): (Vec<&Cell>, Vec<&Cell>) =
            cells.partition(|cell| cell.len() == 1 && joined(cell).len() <= 40);
        let (first, rest) = first_line(title);
        let mut line = vec![first];
        if is_page {
            printer.line(label, true);
        } else {
            line.insert(0, label.to_owned());
        }
        line.extend(beside.into_iter().map(joined));
        printer.line(&line.join("    "), true);
        printer.blocks(&rest);
        below.into_iter().for_each(|cell| printer.blocks(cell));
    }
}

fn is_minutes_mark(block: &Block) -> bool {
    let Block::Words(words) = block else { return false };
    ["minutes:", "minutes :", "minute:"].contains(&words.text.trim().to_lowercase().as_str())
}

/// The first line of a cell, and what comes after it.
fn first_line(cell: &Cell) -> (String, Vec<Block>) {
    let start = lines_before(cell);
    let mut rest: Vec<Block> = cell.get(start + 1..).unwrap_or(&[]).to_vec();
    let Some(Block::Words(words)) = cell.get(start) else { return (String::new(), cell.clone()) };
    let text = decode::harmless(&words.text);
    let (first, more) = text.trim_start().split_once('\n').unwrap_or((text.trim_start(), ""));
    if !more.trim().is_empty() {
        rest.insert(0, Block::Words(super::sheet::Words { text: more.to_owned(), ..words.clone() }));
    }
    (first.split_whitespace().collect::<Vec<_>>().join(" "), rest)
}

/// How many blocks of a cell come before its first words.
fn lines_before(cell: &Cell) -> usize {
    let has_words = |block: &Block| matches!(block, Block::Words(words) if !words.text.trim().is_empty());
    cell.iter().position(has_words).unwrap_or(cell.len())
}

/// Whether a row names the columns of an agenda.
fn is_columns_heading(row: &[String]) -> bool {
    let has = |names: &[&str]| row.iter().any(|cell| names.contains(&cell.to_lowercase().as_str()));
    has(&["no.", "no", "ref", "ref.", "number", "item no", "item no.", "time", "timing"])
        && has(&["item", "agenda item", "subject", "title", "business"])
}

/// A list of people with their posts, under a heading that says so. Returns whether the table is one.
fn people(texts: &[Vec<String>], printer: &mut Printer) -> bool {
    let Some((heading, rows)) = texts.split_first() else { return false };
    let Some(listed) = heading.first().and_then(|first| list_of(first)) else { return false };
    if heading.len() < 2 || rows.iter().flatten().any(|cell| cell.len() > WIDEST) {
        return false;
    }
    printer.line(&listed, true);
    for row in rows {
        let name = row.first().map_or("", String::as_str);
        // Initials say nothing that the name does not.
        let mut posts = row.iter().skip(1).filter(|cell| cell.chars().any(char::is_lowercase));
        let text = posts.next_back().map_or(name.to_owned(), |post| format!("{name} ({post})"));
        printer.line(&text, false);
    }
    printer.line("", true);
    true
}

/// The heading of a list of people, from the heading of their column.
fn list_of(heading: &str) -> Option<String> {
    let lower = heading.to_lowercase();
    match lower.as_str() {
        "member" | "members" | "name" | "councillor" | "governor" => Some("Membership:".to_owned()),
        "present" | "members present" | "governors present" => Some("Present:".to_owned()),
        "in attendance" | "also present" => Some("In attendance:".to_owned()),
        "apologies" => Some("Apologies:".to_owned()),
        _ => None,
    }
}

/// Columns as a typewriter sets them. Long cells are printed one below the other.
fn columns(rows: &[Row], texts: &[Vec<String>], printer: &mut Printer) {
    let mut widths: Vec<usize> = Vec::new();
    for row in texts.iter().filter(|row| row.iter().all(|cell| cell.len() <= WIDEST)) {
        for (at, cell) in row.iter().enumerate() {
            let width = cell.chars().count();
            match widths.get_mut(at) {
                Some(widest) => *widest = width.max(*widest),
                None => widths.push(width),
            }
        }
    }
    let gap = texts.iter().any(|row| is_columns_heading(row));
    for (row, texts) in rows.iter().zip(texts) {
        let filled = texts.iter().filter(|cell| !cell.is_empty()).count();
        if filled < 2 && !gap || texts.iter().any(|cell| cell.len() > WIDEST) {
            row.iter().for_each(|cell| printer.blocks(cell));
            continue;
        }
        let mut line = String::new();
        for (cell, width) in texts.iter().zip(&widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.chars().count()) + 3));
        }
        printer.line(line.trim_end(), gap);
    }
    printer.line("", true);
}
