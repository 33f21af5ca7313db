//! Markdown: headings, emphasis, links, quotations and tables made plain. Knows no more of Markdown than what
//! people write in agendas.

use crate::import::label;
use crate::import::paper::{Line, Role};
use crate::text;

/// Headings and emphasis at the start of lines speak for Markdown.
pub(super) fn score(lines: &[Line]) -> u32 {
    let headings = lines.iter().filter(|line| heading(&line.text).is_some()).count();
    if headings == 0 {
        return 0;
    }
    let fields =
        lines.iter().filter(|line| line.text.starts_with("- **") || line.text.contains("](")).count();
    u32::try_from(headings * 3 + fields).unwrap_or(u32::MAX)
}

/// The lines without marks.
pub(super) fn plain(lines: Vec<Line>) -> Vec<Line> {
    let mut plain = Vec::with_capacity(lines.len());
    let mut table = Table::default();
    for line in lines {
        if line.text.starts_with('|') {
            plain.extend(table.row(&line));
            continue;
        }
        table = Table::default();
        if let Some((level, title)) = heading(&line.text) {
            let title = inline(title);
            // A heading with a number is an item; a deep one without is a part.
            let is_part = level > 2 && label::label(&title).is_none();
            let role = if is_part { Role::Heading } else { Role::Plain };
            plain.push(Line { gap: true, ..line.with(title, role) });
        } else {
            split_emphasised(&line, &mut plain);
        }
    }
    plain
}

/// `### For discussion`: how deep a heading is, and its words.
pub(in crate::import) fn heading(text: &str) -> Option<(usize, &str)> {
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    let title = text.get(level..)?.strip_prefix(' ')?;
    (1..=6).contains(&level).then(|| (level, title.trim().trim_end_matches('#').trim()))
}

/// A line without emphasis and links. What follows an emphasised title goes on a line of its own, because the
/// emphasis says where the title ends.
fn split_emphasised(line: &Line, plain: &mut Vec<Line>) {
    let text = line.text.strip_prefix("> ").unwrap_or(&line.text);
    let (number, rest) = match text.split_once(' ') {
        Some((number, rest)) if number.ends_with('.') && number.starts_with(|c: char| c.is_ascii_digit()) => {
            (number, rest.trim_start())
        }
        _ => ("", text),
    };
    let emphasised =
        rest.strip_prefix("**").and_then(|inner| inner.split_once("**")).filter(|_| !number.is_empty());
    let links = linked(text);
    match emphasised {
        Some((title, told)) => {
            plain.push(line.with(format!("{number} {}", inline(title)), Role::Plain));
            let told = inline(told.trim_start_matches([' ', '–', '—', '-', ':']));
            plain.extend((!told.is_empty()).then(|| below(line, told)));
        }
        None => plain.push(line.with(inline(text), Role::Plain)),
    }
    // A link in brackets behind a title is not a part of it.
    plain.extend(links.into_iter().filter(|_| !number.is_empty()).map(|link| below(line, link)));
}

/// A line that stands below another.
fn below(line: &Line, text: String) -> Line {
    Line { indent: line.indent + 3, gap: true, page: false, ..line.with(text, Role::Plain) }
}

/// The bracketed links of a text, as their words and where they lead.
fn linked(text: &str) -> Vec<String> {
    let pieces = text.split("([").skip(1).filter_map(|piece| piece.split_once("))"));
    pieces
        .filter_map(|(link, _)| link.split_once("](").map(|(words, address)| format!("{words}: {address}")))
        .collect()
}

/// A text without stars, underscores, backticks, check boxes and the addresses of links.
pub(in crate::import) fn inline(text: &str) -> String {
    inline_with_ends(text).trim().to_owned()
}

/// The same with the blanks at its ends.
pub(in crate::import) fn inline_with_ends(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some((before, link)) = rest.split_once('[') {
        let Some((words, after)) = link_parts(link) else {
            plain.push_str(before);
            plain.push('[');
            rest = link;
            continue;
        };
        match (before.strip_suffix('('), after.strip_prefix(')')) {
            (Some(before), Some(after)) => {
                plain.push_str(before);
                rest = after;
            }
            _ => {
                plain.push_str(before);
                plain.push_str(words);
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    let plain = plain.replace("**", "").replace("__", "").replace('`', "");
    emphasis(&plain)
}

/// `words](address) after`, behind the bracket that opens a link. A link ends soon or is none.
fn link_parts(link: &str) -> Option<(&str, &str)> {
    let near = text::settle(link, LONGEST_LINK);
    let (words, rest) = link.get(..near)?.split_once("](")?;
    let address = rest.find(')')?;
    let after = words.len() + "](".len() + address + 1;
    (!words.contains(['[', ']'])).then_some((words, link.get(after..)?))
}

/// No link in an agenda is longer than this, in bytes.
const LONGEST_LINK: usize = 1000;

/// A text without single stars and underscores that set words apart; a star that begins a list stays.
fn emphasis(text: &str) -> String {
    let list = text.starts_with("* ");
    let body = text.strip_prefix("* ").unwrap_or(text);
    let body = body.replace('*', "");
    let body =
        body.strip_prefix('_').and_then(|inner| inner.strip_suffix('_')).map_or(body.clone(), str::to_owned);
    if list { format!("- {body}") } else { body }
}

/// A table that is being read. One whose first column names people becomes a list of them.
#[derive(Default)]
struct Table {
    rows: usize,
    people: bool,
}

impl Table {
    fn row(&mut self, line: &Line) -> Option<Line> {
        let cells: Vec<String> =
            line.text.trim_matches('|').split('|').map(|cell| inline(cell.trim())).collect();
        let first = cells.first().map(String::as_str).unwrap_or("");
        self.rows += 1;
        if self.rows == 1 {
            self.people = ["member", "members", "name"].contains(&first.to_lowercase().as_str());
            let text = if self.people { "Membership:".to_owned() } else { cells.join("   ") };
            return Some(Line { gap: true, ..line.with(text, Role::Plain) });
        }
        if cells.iter().all(|cell| cell.chars().all(|character| "-: ".contains(character))) {
            return Some(line.with("---", Role::Furniture));
        }
        let text = match cells.get(1).filter(|post| self.people && !post.is_empty()) {
            Some(post) => format!("{first} ({post})"),
            None if self.people => first.to_owned(),
            None => cells.join("   "),
        };
        Some(Line { gap: false, ..line.with(text, Role::Plain) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    fn texts(text: &str) -> Vec<String> {
        plain(lines(text)).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn marks_are_taken_away() {
        assert_eq!(texts("# The *Harbour* Group"), ["The Harbour Group"]);
        assert_eq!(texts("- **Date:** Monday"), ["- Date: Monday"]);
        assert_eq!(texts("1. **Fees** – paper A"), ["1. Fees", "paper A"]);
        assert_eq!(
            texts("3. Notes ([draft](https://x.example/a))"),
            ["3. Notes", "draft: https://x.example/a"]
        );
    }

    #[test]
    fn a_table_of_members_is_a_list() {
        let table = "| Member | For |\n|---|---|\n| Hal | Fishing |\n| *vacant* | Boats |";
        assert_eq!(texts(table), ["Membership:", "---", "Hal (Fishing)", "vacant (Boats)"]);
    }
}
