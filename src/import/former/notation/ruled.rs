//! Titles that are underlined, as plain text has them where nothing numbers them. Knows rulers and the line above.

use crate::import::paper::{Line, Role};
use crate::text::width;

/// Underlined titles speak for themselves: nothing else stands right below a line and is exactly as wide.
pub(super) fn score(lines: &[Line]) -> u32 {
    let titles = (0..lines.len()).filter(|at| title_above(lines, *at).is_some()).count();
    if titles < 2 { 0 } else { u32::try_from(titles * 100).unwrap_or(u32::MAX) }
}

/// The lines with every underlined title as the title of an item without a label.
pub(super) fn plain(lines: Vec<Line>) -> Vec<Line> {
    let rulers: Vec<(usize, usize)> =
        (0..lines.len()).filter_map(|at| Some((title_above(&lines, at)?, at))).collect();
    let mut plain: Vec<Line> = Vec::with_capacity(lines.len());
    let mut rulers = rulers.into_iter().peekable();
    for (at, line) in lines.into_iter().enumerate() {
        match rulers.peek() {
            Some((start, _)) if at == *start => {
                plain.push(Line { gap: true, ..line.with(line.text.clone(), Role::Item(String::new())) });
            }
            Some((start, end)) if (*start..*end).contains(&at) => {
                if let Some(title) = plain.last_mut() {
                    title.text = format!("{} {}", title.text, line.text);
                }
            }
            Some((_, end)) if at == *end => drop(rulers.next()),
            _ => plain.push(line),
        }
    }
    plain
}

/// Where the title begins that the line here underlines, if it does: the lines above it up to a gap, of which the
/// widest is as wide.
fn title_above(lines: &[Line], at: usize) -> Option<usize> {
    let ruler = lines.get(at)?;
    let is_ruler =
        |sign: char| ruler.text.len() >= 3 && ruler.text.chars().all(|character| character == sign);
    if ruler.gap || ruler.role != Role::Plain || !(is_ruler('-') || is_ruler('=')) {
        return None;
    }
    let start =
        (at.saturating_sub(4)..at).rev().find(|above| lines.get(*above).is_some_and(|line| line.gap))?;
    let cells = |line: &Line| line.indent + width(&line.text);
    let widest = lines.get(start..at)?.iter().map(cells).max()?;
    (widest == cells(ruler)).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    #[test]
    fn underlined_titles_are_items() {
        let found = plain(lines(
            "Dues for yachts and for\n    boats\n-----------------------\n\n1.  Noted.\n\nCrane\n-----\n",
        ));
        let titles: Vec<&str> = found
            .iter()
            .filter(|line| matches!(line.role, Role::Item(_)))
            .map(|line| line.text.as_str())
            .collect();
        assert_eq!(titles, ["Dues for yachts and for boats", "Crane"]);
        assert_eq!(found.len(), 3);
    }
}
