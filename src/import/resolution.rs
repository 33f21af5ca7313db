//! How decisions and tasks are worded: `RESOLVED that`, `It was RESOLVED to`, `Action:`. Knows phrases and not
//! where they stand.

/// Words before RESOLVED that belong to it and say nothing more.
const EMPTY: [&str; 8] = [
    "it was",
    "it was unanimously",
    "and it was",
    "it was accordingly",
    "accordingly",
    "and",
    "unanimously",
    "be it",
];

/// What was decided, without the word that introduces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decided<'a> {
    /// Whether it is recommended to another body, and not resolved.
    pub is_recommended: bool,
    pub words: &'a str,
}

/// The word that introduces what a meeting asks of another body.
const RECOMMENDED: &str = "RECOMMENDED";

/// Cuts a paragraph at the word that introduces a decision: what is before it, and what was decided.
pub(super) fn decided(text: &str) -> Option<(&str, Decided<'_>)> {
    if let Some((before, words)) = split(text) {
        return Some((before, Decided { is_recommended: false, words }));
    }
    let at = text.find(RECOMMENDED).filter(|at| is_word_at(text, *at, RECOMMENDED.len()))?;
    let (before, words) = cut(text, at..at + RECOMMENDED.len())?;
    Some((before, Decided { is_recommended: true, words }))
}

/// Cuts a paragraph at the word that introduces a resolution: what is before it, and what was resolved.
fn split(text: &str) -> Option<(&str, &str)> {
    cut(text, keyword(text)?)
}

/// What stands before the word at this place, and what after it.
fn cut(text: &str, at: std::ops::Range<usize>) -> Option<(&str, &str)> {
    let (before, rest) = text.split_at_checked(at.start)?;
    let resolved = rest.get(at.end - at.start..)?.trim_start_matches([' ', '-', '–', '—', ':', ',', '*']);
    let before = before.trim_end_matches([' ', '*', ':', ',', '“', '"']);
    let lower = before.to_lowercase();
    Some((if EMPTY.contains(&lower.trim()) { "" } else { before }, resolved))
}

/// Where the introducing word stands: RESOLVED anywhere, Resolved or DECISION only at the start.
fn keyword(text: &str) -> Option<std::ops::Range<usize>> {
    for word in ["Resolved", "DECISION", "Decision:", "AGREED:", "It was resolved", "IT WAS RESOLVED"] {
        let rest = text.trim_start_matches('*').strip_prefix(word);
        if let Some(rest) = rest.filter(|rest| !rest.starts_with(char::is_alphanumeric)) {
            let end = text.len() - rest.len();
            return Some(0..end);
        }
    }
    let at = text.find("RESOLVED").filter(|at| is_word_at(text, *at, "RESOLVED".len()))?;
    Some(at..at + "RESOLVED".len())
}

fn is_word_at(text: &str, at: usize, length: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + length..).and_then(|after| after.chars().next());
    before.is_none_or(|character| !character.is_alphanumeric())
        && after.is_none_or(|character| !character.is_alphanumeric())
}

/// Whether words before a resolution only say who moved and seconded it.
pub(super) fn is_preamble(before: &str) -> bool {
    let lower = before.to_lowercase();
    let starts = [
        "it was proposed",
        "it was moved",
        "proposed by",
        "moved by",
        "on the motion",
        "on a motion",
        "on the proposal",
        "upon ",
    ];
    let leads_on = ["and", "was", "unanimously", "and it was", "it was"]
        .iter()
        .any(|end| lower.ends_with(&format!(" {end}")));
    starts.iter().any(|start| lower.starts_with(start)) || leads_on && !before.contains(". ")
}

/// The words of an action, without the word that introduces it.
pub(super) fn action(text: &str) -> Option<&str> {
    for lead in ["action:", "actions:", "action point:", "direction to staff:"] {
        if let Some(start) = text.get(..lead.len()).filter(|start| start.eq_ignore_ascii_case(lead)) {
            return text.get(start.len()..).map(|rest| rest.trim_matches([' ', '*']));
        }
    }
    None
}

/// A resolution that runs on, as its lead and its parts: `that: (a) …; (b) …`.
pub(super) fn clauses(resolved: &str) -> (&str, Vec<&str>) {
    for marks in [["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"], ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"]]
    {
        let mut starts: Vec<(usize, usize)> = Vec::new();
        for mark in marks {
            let from = starts.last().map_or(0, |(at, length)| at + length);
            match resolved.get(from..).and_then(|rest| rest.find(mark)) {
                Some(at) => starts.push((from + at, mark.len())),
                None => break,
            }
        }
        let alone = starts.len() == 1 && starts.first().is_some_and(|(at, _)| *at < 8);
        if starts.len() >= 2 || alone {
            let ends = starts.iter().skip(1).map(|(at, _)| *at).chain(std::iter::once(resolved.len()));
            let parts = starts
                .iter()
                .zip(ends)
                .filter_map(|((at, length), end)| resolved.get(at + length..end))
                .map(str::trim);
            let lead = starts.first().and_then(|(at, _)| resolved.get(..*at)).unwrap_or(resolved);
            return (lead.trim(), parts.collect());
        }
    }
    (resolved, Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resolution_is_cut_from_its_paragraph() {
        assert_eq!(split("RESOLVED to note the update."), Some(("", "to note the update.")));
        assert_eq!(split("It was RESOLVED that it be so."), Some(("", "that it be so.")));
        assert_eq!(split("She agreed. RESOLVED - that it be so."), Some(("She agreed.", "that it be so.")));
        assert_eq!(split("Resolved: that it be so."), Some(("", "that it be so.")));
        assert_eq!(split("The matter was resolved."), None);
        let (before, decided) = decided("Members agreed. RECOMMENDED to Council that it be so.").unwrap();
        assert_eq!((before, decided.is_recommended), ("Members agreed.", true));
        assert_eq!(decided.words, "to Council that it be so.");
    }

    #[test]
    fn parts_inside_a_sentence_are_found() {
        let (lead, parts) = clauses("to adopt (a) the Policy; (b) the Code; and (c) the Plan.");
        assert_eq!((lead, parts), ("to adopt", vec!["the Policy;", "the Code; and", "the Plan."]));
        assert_eq!(clauses("under Section 100(4) of the Act"), ("under Section 100(4) of the Act", vec![]));
    }
}
