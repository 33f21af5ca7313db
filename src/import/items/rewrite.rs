//! Lines of a paper as one reading has them: the line of every item says that it is one, with its label, and what its
//! title ran into stands on lines of its own.

use super::candidate::Candidate;
use super::lexicon::{self, Lexicon, Topic};
use super::mark;
use super::reading::Reading;
use crate::import::flow;
use crate::import::label;
use crate::import::listing;
use crate::import::paper::{Line, Look, Role};
use crate::import::title;
use crate::text::width;
use std::collections::HashMap;

/// No title is wrapped over more lines than this.
const MOST_LINES: usize = 5;
/// The width at which lines of plain text are broken, at least.
const NARROWEST: usize = 60;

/// The lines with the items of a reading as their roles say.
pub(in crate::import) fn lines(lines: &[Line], candidates: &[Candidate], reading: &Reading) -> Vec<Line> {
    let items: Vec<&Candidate> = reading.items.iter().filter_map(|item| candidates.get(*item)).collect();
    let starts: HashMap<usize, &Candidate> = items.iter().map(|item| (item.lines.start, *item)).collect();
    let mut made = Vec::with_capacity(lines.len() + items.len());
    let mut at = 0;
    let full = widest(lines);
    let level =
        items.iter().filter_map(|item| lines.get(item.at)).map(|line| line.look.heading).max().unwrap_or(0);
    while let Some(line) = lines.get(at) {
        let Some(item) = starts.get(&at) else {
            made.push(if heads_part(line, level) {
                line.with(line.text.clone(), Role::Heading)
            } else {
                line.clone()
            });
            at += 1;
            continue;
        };
        let until = (item.lines.end..lines.len()).find(|at| starts.contains_key(at)).unwrap_or(lines.len());
        at = self::item(lines, item, until, full, &mut made);
    }
    made
}

/// Whether a line that is no item is a declared heading over several of them: one of a higher level, where items are
/// headings, too.
fn heads_part(line: &Line, level: u8) -> bool {
    let declared = line.look.heading;
    let words = lexicon::words(&line.text);
    line.role == Role::Plain
        && declared > 1
        && (level == 0 || declared < level)
        && !Lexicon::get().topics(&words).has(Topic::Frame)
        && listing::heading(&line.text).is_none()
}

/// The width of the widest lines of a paper that wraps its lines; none where it does not.
fn widest(lines: &[Line]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.indent + width(&line.text)).collect();
    widths.sort_unstable();
    let high = widths.get(widths.len() * 95 / 100).copied()?;
    (NARROWEST..140).contains(&high).then_some(high)
}

/// Adds the lines of an item. Returns the line below its title.
fn item(lines: &[Line], item: &Candidate, until: usize, full: Option<usize>, made: &mut Vec<Line>) -> usize {
    let Some(line) = lines.get(item.at) else { return item.lines.end };
    let label = item.label.as_ref().map_or(String::new(), |label| label.text.clone());
    let mut told = Vec::new();
    for other in item.lines.clone().filter(|at| *at != item.at).filter_map(|at| lines.get(at)) {
        let is_label = !label.is_empty() && other.text.contains(label.as_str());
        if is_label || !other.text.contains(char::is_alphanumeric) {
            let role = if is_label { Role::Label } else { Role::Furniture };
            made.push(other.with(other.text.clone(), role));
        } else {
            told.push(other.clone());
        }
    }
    let title = line.text.get(item.title.clone()).unwrap_or("");
    let rest = line.text.get(item.title.end..).unwrap_or("");
    let runs_in = item.runs_in && !rest.starts_with("   ") && rest.contains(char::is_alphanumeric);
    let column = line.indent + width(line.text.get(..item.title.start).unwrap_or(""));
    let is_decorated = item.mark == "decorated" || item.mark == "label-in-margin";
    let mut words = if runs_in || is_decorated { title.to_owned() } else { format!("{title}{rest}") };
    let mut at = item.lines.end;
    if !runs_in || rest.trim().is_empty() {
        at = wrapped(lines, line, item, until, full, column, &mut words);
    }
    made.push(Line {
        gap: true,
        ..line.with(words.trim_end_matches([' ', ':', '–', '—', '-', '~']).to_owned(), Role::Item(label))
    });
    if runs_in {
        let told = rest.trim_start_matches(['.', ':', ' ', '–', '—', '-', ',', '/', '*']);
        let told = if told.is_empty() { rest.trim() } else { told };
        made.push(Line { gap: true, page: false, look: Look::default(), ..line.with(told, Role::Plain) });
    } else if item.mark == "time" {
        let time = line.text.get(..item.title.start).unwrap_or("");
        let time =
            time.split("  ").next().unwrap_or("").trim_end_matches([' ', '-', '–', ':', '|', ')', ',']);
        made.push(Line {
            gap: true,
            page: false,
            indent: column + 3,
            ..line.with(format!("Time: {time}"), Role::Plain)
        });
    } else if at == item.lines.end && is_second_title(lines, at, until, column, line) {
        made.extend(lines.get(at).map(|other| other.with(other.text.clone(), Role::Translation)));
        at += 1;
    }
    made.extend(told);
    at
}

/// Joins the lines over which a title is wrapped. Returns the line below them.
fn wrapped(
    lines: &[Line],
    line: &Line,
    item: &Candidate,
    until: usize,
    full: Option<usize>,
    column: usize,
    words: &mut String,
) -> usize {
    let mut at = item.lines.end;
    let mut above = line;
    while let Some(next) = lines.get(at).filter(|_| at < until && at < item.lines.end + MOST_LINES) {
        let same_cell = next.look.cell == line.look.cell;
        let same_look = next.look.heading == line.look.heading && is_bold(next) == is_bold(line);
        let in_column = next.indent + 1 >= column || next.indent >= line.indent && column <= line.indent + 5;
        let first = next.text.split(' ').next().unwrap_or("");
        let is_full = full.is_some_and(|full| above.indent + width(&above.text) + 1 + width(first) > full);
        let title = title::read(words).title;
        let goes_on = !next.gap
            && next.role == Role::Plain
            && same_cell
            && same_look
            && in_column
            && if item.mark == mark::OWN {
                // This program sets in what a title goes on with, and nothing else without a gap.
                next.indent > line.indent || next.look.bold > 0
            } else {
                label::label(&next.text).is_none()
                    && (title::goes_on(&title, &next.text)
                        || is_full && next.look.cell.is_none() && !next.text.starts_with('(') && !ends(words))
            };
        if !goes_on {
            break;
        }
        let joined = join(words, &next.text);
        *words = joined;
        above = next;
        at += 1;
    }
    at
}

/// Whether words end as a sentence.
fn ends(words: &str) -> bool {
    words.ends_with(['.', ':', ';', '?', '!'])
}

fn is_bold(line: &Line) -> bool {
    line.look.bold >= line.text.len()
}

/// A title with the line that goes on with it. What stands in columns behind the first stays behind both.
fn join(words: &str, next: &str) -> String {
    match words.split_once("   ") {
        Some((title, columns)) => {
            let (more, others) = next.split_once("   ").unwrap_or((next, ""));
            format!("{} {}   {} {}", title.trim_end(), more.trim(), columns.trim_start(), others.trim_start())
                .trim_end()
                .to_owned()
        }
        None => format!("{words} {next}"),
    }
}

/// Whether a line says the title again in another language: set right below it, in its column.
fn is_second_title(lines: &[Line], at: usize, until: usize, column: usize, line: &Line) -> bool {
    let Some(other) = lines.get(at).filter(|_| at < until) else { return false };
    let ends = at + 1 >= until || lines.get(at + 1).is_none_or(|after| after.gap);
    ends && column > line.indent && flow::is_second_title(other, column)
}
