//! Sheet: the lines of a paper with the marks of its notation read as declared structure. Headings, bold words, links,
//! rows and cells of text that is written in Markdown, a wiki or plain text get the same look that Word documents and web
//! pages declare.

use super::aligned;
use super::label;
use super::markdown;
use super::notice;
use super::paper::{CellPlace, Line, Role};
use crate::text::width;

/// The lines of a paper with the marks of notations turned into looks.
pub(super) fn lines(printed: Vec<Line>) -> Vec<Line> {
    let printed = unquoted(printed);
    // This program prints no tables, and bars only in words.
    let is_own = notice::is_own(&printed);
    let printed = if is_own { printed } else { aligned::cells(flat_rows(printed)) };
    let rows = if is_own { vec![false; printed.len()] } else { rows(&printed) };
    // Behind a blank line a row above a ruler names the columns of another table.
    let rulers = printed.iter().skip(1).map(|below| is_ruler(&below.text)).chain(std::iter::once(false));
    let names: Vec<bool> = printed.iter().zip(rulers).map(|(line, is_above)| line.gap && is_above).collect();
    let mut lines = Vec::with_capacity(printed.len());
    let mut table = Table::default();
    let mut in_comment = false;
    for ((line, is_row), names_columns) in printed.into_iter().zip(rows).zip(names) {
        if names_columns {
            table.end();
        }
        if is_row {
            table.row(&line, &mut lines);
            continue;
        }
        table.end();
        if is_comment(&line.text, &mut in_comment) {
            lines.push(line.with(line.text.clone(), Role::Furniture));
            continue;
        }
        lines.push(marked(line));
    }
    underlined(&mut lines);
    lines
}

/// Whether a line is a comment of Markdown or HTML, or in one.
fn is_comment(text: &str, inside: &mut bool) -> bool {
    let opens = text.starts_with("<!--");
    let comment = opens || *inside;
    if comment {
        *inside = !text.contains("-->");
    }
    comment
}

/// Lines without the marks of quoted mail, where most of them have them.
fn unquoted(mut lines: Vec<Line>) -> Vec<Line> {
    let quoted = lines.iter().filter(|line| line.text.starts_with('>')).count();
    if quoted * 10 < lines.len() * 6 || quoted < 3 {
        return lines;
    }
    let mut gap = false;
    lines.retain_mut(|line| {
        let rest = line.text.trim_start_matches('>');
        let words = rest.trim_start();
        line.indent += rest.len().saturating_sub(words.len() + 1);
        let is_blank = words.is_empty();
        line.text = words.to_owned();
        line.gap |= gap;
        gap = is_blank;
        !is_blank
    });
    lines
}

/// A line with its marks turned into its look.
fn marked(line: Line) -> Line {
    let mut line = line;
    if let Some((level, title)) = heading(&line.text) {
        line.look.heading = u8::try_from(level).unwrap_or(6);
        line.text = markdown::inline(title);
        line.look.bold = 0;
        line.gap = true;
        return line;
    }
    if line.look.bold == 0
        && let Some((bold, text)) = emphasised(&line.text)
    {
        line.look.bold = bold;
        line.text = text;
        return line;
    }
    if line.text.contains("](")
        || line.text.contains("**")
        || line.text.contains("&nbsp;")
        || line.text.contains('`')
    {
        line.text = markdown::inline(&line.text.replace("&nbsp;", " "));
    }
    line
}

/// Level and words of a heading of Markdown or of a wiki.
fn heading(text: &str) -> Option<(usize, &str)> {
    if let Some((level, title)) = markdown::heading(text) {
        let title = title.split(" {#").next().unwrap_or(title).trim();
        return (!title.is_empty()).then_some((level, title));
    }
    let level = text.bytes().take_while(|byte| *byte == b'=').count();
    let inner = text.get(level..)?.trim_end().strip_suffix(&"=".repeat(level))?;
    let title = inner.trim();
    ((1..=6).contains(&level) && !title.is_empty() && !title.contains("==")).then_some((level, title))
}

/// Length of the bold start of a text that begins in bold or is set apart as a whole, and the text without its marks.
fn emphasised(text: &str) -> Option<(usize, String)> {
    for mark in ["**", "__", "*", "_", "'''"] {
        // A label may stand before the bold words: `3. **Budget**`.
        let before = text.find(mark).filter(|at| {
            text.get(..*at).is_some_and(|before| {
                before.len() <= 12 && before.chars().all(|letter| !letter.is_alphabetic() || before.len() < 4)
            })
        });
        let Some(start) = before else { continue };
        let lead = text.get(..start)?;
        let inner = text.get(start + mark.len()..)?;
        let Some((bold, rest)) = inner.split_once(mark) else { continue };
        let is_word_mark = mark.len() == 1;
        if bold.trim().is_empty() || bold.starts_with(' ') || is_word_mark && !rest.trim().is_empty() {
            continue;
        }
        let lead = if lead.trim() == "*" || lead.trim() == "-" { "- " } else { lead };
        let bold = format!("{lead}{}", markdown::inline(bold));
        let rest = markdown::inline_with_ends(rest);
        return Some((bold.len(), format!("{bold}{rest}").trim_end().to_owned()));
    }
    None
}

/// Lines with the rows of a flat table taken apart: a ruler with bars, then rows of one cell over several lines, each with
/// a bar at its end.
fn flat_rows(mut lines: Vec<Line>) -> Vec<Line> {
    let is_end = |line: &Line| line.text == "|" || line.text.ends_with(" |");
    let Some(ruler) = lines.iter().position(|line| is_ruler(&line.text)) else { return lines };
    let below = lines.get(ruler + 1..).unwrap_or(&[]);
    let has_bars = below.iter().any(|line| {
        let inner = line.text.trim_end_matches([' ', '|']);
        line.text.starts_with("| ") || inner.contains(" | ") && numbered(inner).is_none()
    });
    let Some(last) = lines.iter().rposition(is_end).filter(|last| *last > ruler + 1 && !has_bars) else {
        return lines;
    };
    let (mut is_first, mut row) = (true, 0);
    let mut made = Vec::with_capacity(lines.len());
    for (at, mut line) in lines.drain(..).enumerate() {
        if at <= ruler || at > last {
            made.push(line);
            continue;
        }
        let ends = is_end(&line);
        let words = line.text.trim_end_matches(['|', ' ']).len();
        line.text.truncate(words);
        if is_first && words > 0 {
            let place = |column| Some(CellPlace { table: u32::MAX, row, column, columns: 2 });
            let parted = numbered(&line.text).map(|(label, rest)| (label.to_owned(), rest.to_owned()));
            if let Some((label, rest)) = parted {
                let mut cell = line.with(label, Role::Plain);
                (cell.look.cell, cell.gap) = (place(0), true);
                made.push(cell);
                (line.text, line.page) = (rest, false);
            }
            line.gap = made.last().is_none_or(|above| above.look.cell != place(0));
            line.look.cell = place(1);
            is_first = false;
        }
        if ends {
            (is_first, row) = (true, row + 1);
        }
        made.extend(Some(line).filter(|line| !line.text.is_empty()));
    }
    made
}

/// Number in the first cell of a row, and the rest of it.
fn numbered(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = text.split_once(" | ")?;
    label::alone(label.trim()).map(|_| (label.trim(), rest.trim()))
}

/// Which lines are rows of tables with bars.
fn rows(lines: &[Line]) -> Vec<bool> {
    let barred: Vec<bool> = lines
        .iter()
        .map(|line| {
            let text = line.text.as_str();
            line.look.cell.is_none()
                && (text.starts_with('|')
                    && text.len() > 1
                    && text.get(1..).is_some_and(|rest| rest.contains('|'))
                    || text.contains(" | ")
                    || is_ruler(text))
        })
        .collect();
    // A row among lines of text has as many bars as the others.
    let bars = |line: &Line| line.text.matches(" | ").count();
    let common = lines.iter().map(bars).filter(|count| *count > 1).max().unwrap_or(0);
    let alike = lines.iter().filter(|line| bars(line) == common).count();
    let is_lone_row = |line: &Line| common > 1 && alike > 2 && bars(line) == common;
    let near = |at: usize, by: isize| {
        at.checked_add_signed(by).and_then(|at| barred.get(at)).copied().unwrap_or(false)
    };
    (0..lines.len())
        .map(|at| {
            let starts = lines.get(at).is_some_and(|line| line.text.starts_with('|'));
            lines.get(at).is_some_and(is_lone_row)
                || near(at, 0)
                    && (starts
                        || near(at, 1) && near(at, -1)
                        || near(at, 1) && near(at, 2)
                        || near(at, -1) && near(at, -2))
        })
        .collect()
}

fn is_ruler(text: &str) -> bool {
    text.contains("---") && text.contains('|') && text.chars().all(|sign| "-| :+=".contains(sign))
}

/// Table of plain text while its rows come.
#[derive(Default)]
struct Table {
    number: u32,
    row: u32,
    open: bool,
}

impl Table {
    fn end(&mut self) {
        if self.open {
            (self.number, self.row, self.open) = (self.number + 1, 0, false);
        }
    }

    /// Takes a row apart: a line for every cell with words.
    fn row(&mut self, line: &Line, lines: &mut Vec<Line>) {
        self.open = true;
        if is_ruler(&line.text) {
            lines.push(line.with(line.text.clone(), Role::Furniture));
            return;
        }
        let inner = line.text.strip_prefix('|').unwrap_or(&line.text);
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        let cells: Vec<&str> = inner.split('|').map(str::trim).collect();
        let columns = u32::try_from(cells.len()).unwrap_or(u32::MAX);
        let mut is_first = true;
        for (column, cell) in (0u32..).zip(&cells) {
            if cell.is_empty() {
                continue;
            }
            let mut made = marked(Line {
                indent: line.indent,
                gap: is_first,
                page: line.page && is_first,
                ..line.with(*cell, Role::Plain)
            });
            made.gap = is_first;
            made.look.cell = Some(CellPlace { table: self.number, row: self.row, column, columns });
            lines.push(made);
            is_first = false;
        }
        if is_first {
            lines.push(line.with(line.text.clone(), Role::Furniture));
        }
        self.row += 1;
    }
}

/// No title above a ruler is wrapped over more lines than this.
const MOST_LINES: usize = 4;

/// Turns the lines above rulers into headings. A title that is wrapped becomes one line, where its widest line is as wide
/// as the ruler.
fn underlined(lines: &mut Vec<Line>) {
    for at in 1..lines.len() {
        let Some((level, ruler)) = lines.get(at).and_then(|line| Some((ruler_level(line)?, line))) else {
            continue;
        };
        let wide = ruler.indent + width(&ruler.text);
        let ends = |at: usize| lines.get(at).map_or(0, |line| line.indent + width(&line.text));
        let is_title = |line: &Line| line.role == Role::Plain && line.look.cell.is_none();
        if !lines.get(at - 1).is_some_and(is_title) {
            continue;
        }
        let first = (at.saturating_sub(MOST_LINES)..at)
            .rev()
            .find(|above| lines.get(*above).is_some_and(|line| line.gap));
        let wrapped = first.filter(|first| {
            *first + 1 < at
                && (*first..at).map(ends).max() == Some(wide)
                && lines.get(*first..at).is_some_and(|title| title.iter().all(is_title))
        });
        let start = wrapped.unwrap_or(at - 1);
        if wrapped.is_none() && ends(at - 1).abs_diff(wide) > 3 {
            continue;
        }
        let words: Vec<&str> =
            lines.get(start..at).unwrap_or(&[]).iter().map(|line| line.text.as_str()).collect();
        let words = words.join(" ");
        if let Some(title) = lines.get_mut(start) {
            title.text = words;
            if title.look.heading == 0 {
                title.look.heading = level;
            }
        }
        if let Some(ruler) = lines.get_mut(at) {
            ruler.role = Role::Furniture;
        }
        lines.get_mut(start + 1..at).into_iter().flatten().for_each(|other| other.text.clear());
    }
    lines.retain(|line| !line.text.is_empty());
}

/// Level of the heading above a ruler; none where a line is no ruler.
fn ruler_level(line: &Line) -> Option<u8> {
    let is_ruler = |sign: char| line.text.len() >= 3 && line.text.chars().all(|letter| letter == sign);
    let thin = || ['-', '_', '~', '*', '+', '^', '.', '–', '—'].into_iter().any(is_ruler);
    if line.gap {
        None
    } else if is_ruler('=') {
        Some(7)
    } else {
        thin().then_some(8)
    }
}
