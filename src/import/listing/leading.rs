//! Labels of lists within lines: where one stands, which names follow it, and where the next begins. Knows signs and gaps
//! between words; `label` knows the words.

use super::label::{Label, MOST_WORDS, bare, is_word};
use crate::import::people;

/// Greatest length of a line in which labels are looked for, in bytes.
const LONGEST_LINE: usize = 4000;

/// The pieces of a line in which further labels follow the first: `Present: A and B. Apologies: C`.
pub(super) fn apart(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    if text.len() > LONGEST_LINE {
        return vec![text];
    }
    while let Some(at) = next_label(rest) {
        let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        pieces.push(before.trim_end_matches([' ', ';', '.']));
        rest = after;
    }
    pieces.push(rest);
    pieces
}

/// Place of the next label behind a full stop, a semicolon or a gap.
fn next_label(text: &str) -> Option<usize> {
    let colons = text.match_indices(": ").map(|(at, _)| at).skip(1);
    colons
        .filter_map(|colon| {
            let before = text.get(..colon)?;
            let starts = [". ", "; ", "   "].iter().filter_map(|sign| Some(before.rfind(sign)? + sign.len()));
            let start = starts.max()?;
            Label::phrase(before.get(start..)?).map(|_| start)
        })
        .next()
}

/// A label at the start of a line, and the words behind it: `Apologies: Mr Groyne`, `Present – Mr Groyne`, or nothing
/// but the label.
pub(in crate::import) fn leading(text: &str) -> Option<(Label, &str)> {
    let text = text.trim_start_matches(['*', '_', '#', ' ', '•', '>', ':', '-']);
    // Brackets at the start belong to the name above: `(online)`.
    let closes = text.find(')').is_some_and(|close| text.find('(').is_none_or(|open| close < open));
    if text.len() > LONGEST_LINE || text.starts_with('(') || closes {
        return None;
    }
    let found = before_sign(text);
    if let Some((label, rest)) = found {
        // `Roll call:   Present – Mr Groyne`, `Presennol / Present: Cllrs: B Ash`.
        let inner = before_sign(rest).filter(|(_, names)| !names.is_empty());
        return Some(match inner {
            Some((inner, names)) if inner.is_group => (label, names),
            Some(inner) => inner,
            None => (label, rest),
        });
    }
    if let Some(found) = before_names(text) {
        return Some(found);
    }
    let label = Label::phrase(text.trim_end_matches(['*', '_', '#', ':', ' ']))?;
    Some((label, ""))
}

/// Words of sentences, which are no labels.
const TOLD: [&str; 8] = ["were", "was", "from", "by", "is", "are", "had", "have"];

/// A label without a sign behind it, and the names that follow: `In attendance Mrs Rhys`, `Apologies for absence Colin, Bridie`.
fn before_names(text: &str) -> Option<(Label, &str)> {
    let mut end = 0;
    let mut found = None;
    for word in text.split(' ').take(MOST_WORDS + 2) {
        // Only words of a label stand before the names, in one language or in two.
        if end == 0 && !is_word(bare(&word.to_lowercase())) && !text.contains(" / ") {
            return None;
        }
        let before = text.get(..end).unwrap_or("").trim_end();
        let names = text.get(end..).unwrap_or("");
        let is_titled = people::is_title(word) && word.starts_with(char::is_uppercase);
        let is_list = names.contains(", ") && word.starts_with(char::is_uppercase);
        if TOLD.contains(&before.rsplit(' ').next().unwrap_or("").to_lowercase().as_str()) {
            return None;
        }
        if end > 0 && (is_titled || is_list) {
            let label = Label::phrase(before).filter(|label| !label.is_group);
            let are_people =
                if is_titled { !people::list(names).is_empty() } else { people::is_only_people(names) };
            found = label.filter(|_| are_people).map(|label| (label, names));
        }
        if found.is_some() {
            break;
        }
        end += word.len() + 1;
    }
    found
}

/// A label before a colon, a dash or a gap, and the words behind it.
fn before_sign(text: &str) -> Option<(Label, &str)> {
    let ends: [&str; 5] = [":", " – ", " — ", " - ", "   "];
    let found = ends.iter().filter_map(|end| Some((text.find(end)?, end.len()))).min();
    if let Some((at, length)) = found
        && let Some(label) = Label::phrase(text.get(..at)?)
    {
        let rest = text.get(at + length..).unwrap_or("");
        return Some((label, rest.trim_start_matches(['*', '_', ' ', ':', '–', '-'])));
    }
    None
}
