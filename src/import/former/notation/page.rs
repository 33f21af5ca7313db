//! Pages of a committee system: the number of an item on a line of its own, its title on the next, `Minutes:`
//! between what the agenda says and what was minuted. Knows the page and not the words on it.

use crate::import::label::{self, Scheme};
use crate::import::paper::{Line, Role};

/// Numbers on lines of their own that follow each other speak for a page, and `Minutes:` even more.
pub(super) fn score(lines: &[Line]) -> u32 {
    let numbers = numbered(lines).len();
    let marks = lines.iter().filter(|line| is_minutes_mark(&line.text)).count();
    if numbers < 2 { 0 } else { u32::try_from(numbers * 2 + marks).unwrap_or(u32::MAX) }
}

/// The lines with number and title put together.
pub(super) fn plain(lines: Vec<Line>) -> Vec<Line> {
    let numbers = numbered(&lines);
    let first = numbers.first().copied().unwrap_or(0);
    let mut plain = Vec::with_capacity(lines.len());
    let mut label = None;
    for (at, line) in lines.into_iter().enumerate() {
        if numbers.binary_search(&at).is_ok() {
            label = label::alone(&line.text).map(|label| label.text.to_owned());
            plain.push(line.with(line.text.clone(), Role::Label));
        } else if let Some(label) = label.take() {
            plain.push(Line { gap: true, ..line.with(line.text.clone(), Role::Item(label)) });
        } else if is_minutes_mark(&line.text) {
            plain.push(line.with(line.text.clone(), Role::Minutes));
        } else if at < first && line.text.starts_with('•') {
            // The menu of the page.
            plain.push(line.with(line.text.clone(), Role::Furniture));
        } else {
            plain.push(line);
        }
    }
    plain
}

fn is_minutes_mark(text: &str) -> bool {
    ["minutes:", "minutes :", "minute:"].contains(&text.to_lowercase().as_str())
}

/// The lines that are the number of an item: alone, in rising order, with a title below.
fn numbered(lines: &[Line]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let mut last: Option<(u32, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        let plain = line.role == Role::Plain;
        let Some(label) = label::alone(&line.text).filter(|label| plain && is_item_number(label.scheme))
        else {
            continue;
        };
        let follows = last.is_none_or(|(number, indent)| {
            (number..=number + 2).contains(&label.number) && indent.abs_diff(line.indent) <= 2
        });
        let has_title = lines.get(at + 1).is_some_and(|next| next.text.chars().any(char::is_alphabetic));
        if follows && has_title {
            found.push(at);
            last = Some((label.number, line.indent));
        }
    }
    found
}

fn is_item_number(scheme: Scheme) -> bool {
    matches!(scheme, Scheme::Stopped | Scheme::Bare | Scheme::Lettered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    #[test]
    fn number_and_title_are_put_together() {
        let found = plain(lines("Items\n\n1.\n\nApologies\n\nMinutes:\n\nNone.\n\n2.\n\nBins\n"));
        let roles: Vec<(&str, Role)> =
            found.iter().map(|line| (line.text.as_str(), line.role.clone())).collect();
        let wanted = [
            ("Items", Role::Plain),
            ("1.", Role::Label),
            ("Apologies", Role::Item("1".into())),
            ("Minutes:", Role::Minutes),
            ("None.", Role::Plain),
            ("2.", Role::Label),
            ("Bins", Role::Item("2".into())),
        ];
        assert_eq!(roles, wanted);
    }
}
