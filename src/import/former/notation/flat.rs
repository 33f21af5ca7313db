//! Pages of a committee system flattened to a table of one column: a row is an item, and title, agenda text and
//! minutes run on in it, parted by `Minutes:`. Knows rows, and the words at which a title ends.

use crate::import::label;
use crate::import::paper::{Line, Role};
use crate::import::title;

/// Rows that end with a bar and hold minutes speak for it.
pub(super) fn score(lines: &[Line]) -> u32 {
    let bars = lines.iter().filter(|line| line.text.ends_with('|')).count();
    let marks = lines.iter().filter(|line| line.text.contains(" Minutes: ")).count();
    if bars < 2 || marks == 0 { 0 } else { u32::try_from(bars * 2 + marks * 3).unwrap_or(u32::MAX) }
}

/// The lines with every row taken apart.
pub(super) fn plain(lines: Vec<Line>) -> Vec<Line> {
    let start = lines.iter().position(|line| is_ruler(&line.text)).map_or(0, |at| at + 1);
    let end = lines.iter().rposition(|line| line.text.contains('|')).map_or(lines.len(), |at| at + 1);
    let mut plain = Vec::with_capacity(lines.len() * 2);
    let mut row = Row::default();
    for (at, line) in lines.into_iter().enumerate() {
        if at < start || at >= end {
            let role = if line.text.contains('|') { Role::Furniture } else { Role::Plain };
            plain.push(Line { gap: line.gap || at == end, ..line.with(line.text.clone(), role) });
            continue;
        }
        let (label, rest) = numbered(&line.text);
        if let Some(label) = label {
            row = Row { label, ..Row::default() };
        }
        let (text, ends) = match rest.split_once('|') {
            Some((text, rest)) => (text.trim(), Some(rest.trim_matches(['|', ' ']))),
            None => (rest, None),
        };
        row.line(&line, text, &mut plain);
        if let Some(rest) = ends {
            row = Row::default();
            // What comes after the last bar is not in the table.
            plain.extend((!rest.is_empty()).then(|| Line { gap: true, ..line.with(rest, Role::Aside) }));
        }
    }
    plain
}

/// The number of an item, where the table has a column for it, and the rest of the line.
fn numbered(text: &str) -> (Option<String>, &str) {
    let cells = text.strip_prefix('|').unwrap_or(text).split_once('|');
    match cells.and_then(|(first, rest)| Some((label::alone(first.trim())?, rest))) {
        Some((label, rest)) => (Some(label.text.to_owned()), rest.trim()),
        None => (None, text),
    }
}

fn is_ruler(text: &str) -> bool {
    text.contains("---") && text.chars().all(|character| "-| :".contains(character))
}

/// A row while it is read.
#[derive(Default)]
struct Row {
    label: String,
    started: bool,
    minuted: bool,
    /// The number of the last numbered paragraph.
    number: u32,
}

impl Row {
    fn line(&mut self, line: &Line, text: &str, plain: &mut Vec<Line>) {
        if text.is_empty() {
            return;
        }
        let (agenda, minutes) = match cut(text, "Minutes:").filter(|_| !self.minuted) {
            Some((before, after)) => (before, Some(after)),
            None if self.minuted => ("", Some(text)),
            None => (text, None),
        };
        self.agenda(line, agenda, plain);
        let Some(minutes) = minutes else { return };
        if !self.minuted {
            plain.push(line.with("Minutes:", Role::Minutes));
            self.minuted = true;
        }
        let pieces = self.paragraphs(minutes);
        for (at, piece) in pieces.into_iter().enumerate() {
            plain.push(Line { gap: at > 0 || line.gap, page: false, ..line.with(piece, Role::Plain) });
        }
    }

    /// The words before `Minutes:`: a title, what the agenda says, and perhaps a decision that the minutes tell
    /// again.
    fn agenda(&mut self, line: &Line, text: &str, plain: &mut Vec<Line>) {
        let (text, decision) =
            cut(text, "Decision:").map_or((text, None), |(before, after)| (before, Some(after)));
        if !self.started {
            let (title, told) = title_and_told(text);
            plain.push(Line { gap: true, ..line.with(title, Role::Item(self.label.clone())) });
            self.started = true;
            self.told(line, told, plain);
        } else {
            self.told(line, text, plain);
        }
        plain.extend(decision.filter(|text| !text.is_empty()).map(|text| line.with(text, Role::Aside)));
    }

    fn told(&self, line: &Line, text: &str, plain: &mut Vec<Line>) {
        let text = text.replace("Additional documents:", "");
        let text = text.trim();
        if !text.is_empty() {
            plain.push(Line { gap: true, ..line.with(text, Role::Plain) });
        }
    }

    /// The paragraphs that run on in a line: numbered ones, bullets, a resolution.
    fn paragraphs<'a>(&mut self, text: &'a str) -> Vec<&'a str> {
        let mut pieces = Vec::new();
        let mut start = 0;
        self.number = self.next_number(text).unwrap_or(self.number);
        for (at, _) in text.match_indices(' ') {
            let rest = text.get(at + 1..).unwrap_or("");
            let next = self.next_number(rest);
            if next.is_none() && !rest.starts_with("· ") && !rest.starts_with("• ") {
                continue;
            }
            self.number = next.unwrap_or(self.number);
            pieces.push(text.get(start..at).unwrap_or("").trim());
            start = at + 1;
        }
        pieces.push(text.get(start..).unwrap_or("").trim());
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }

    /// The number at the start of a text, if it is the one that comes next.
    fn next_number(&self, text: &str) -> Option<u32> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = text.split_at_checked(digits)?;
        let rest = rest.strip_prefix('.')?;
        let number = number.parse().ok().filter(|number| *number == self.number + 1)?;
        let words = rest.trim_start();
        (rest.is_empty() || words.len() < rest.len() && words.starts_with(char::is_uppercase))
            .then_some(number)
    }
}

/// A text cut at a mark that stands between words.
fn cut<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let (before, after) = text.split_once(mark)?;
    (before.is_empty() || before.ends_with(' ')).then(|| (before.trim(), after.trim()))
}

/// Title and agenda text, which nothing parts but the words: after the size of the file, or where a sentence of
/// the kind that agendas print begins.
fn title_and_told(text: &str) -> (&str, &str) {
    const SENTENCES: [&str; 14] = [
        " Additional documents:",
        " To receive",
        " To approve",
        " To note",
        " To consider",
        " To agree",
        " To ask",
        " To sign",
        " The next meeting",
        " This report",
        " Members to ",
        " Members are ",
        " Report attached",
        " Report of ",
    ];
    let size_end = title::size_end(text);
    let sentence = SENTENCES.iter().filter_map(|sentence| text.find(sentence)).min();
    let at = size_end.into_iter().chain(sentence).min().unwrap_or(text.len());
    (text.get(..at).unwrap_or(text).trim(), text.get(at..).unwrap_or("").trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    #[test]
    fn a_row_is_taken_apart() {
        let text = "No. | Item |\n---|---|\nBins PDF 9 KB To note bins. Minutes: 1. Mr A spoke. 2. Ms B asked. RESOLVED to note it. |\n|\nDate Minutes: Noted. |\nThe meeting closed.";
        let found: Vec<(String, Role)> =
            plain(lines(text)).into_iter().map(|line| (line.text, line.role)).collect();
        let item = || Role::Item(String::new());
        let wanted = [
            ("No. | Item |", Role::Furniture),
            ("---|---|", Role::Furniture),
            ("Bins PDF 9 KB", item()),
            ("To note bins.", Role::Plain),
            ("Minutes:", Role::Minutes),
            ("1. Mr A spoke.", Role::Plain),
            ("2. Ms B asked. RESOLVED to note it.", Role::Plain),
            ("Date", item()),
            ("Minutes:", Role::Minutes),
            ("Noted.", Role::Plain),
            ("The meeting closed.", Role::Plain),
        ];
        assert_eq!(found, wanted.map(|(text, role)| (text.to_owned(), role)));
    }
}
