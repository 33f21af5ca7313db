//! Lines below a title that are no minutes though they stand among them: the words of the agenda, repeated, and lists of
//! papers. Knows one paragraph at a time.

use crate::import::items::lexicon::{Lexicon, Topic, words};

/// Words that open a list of papers or name one, at the start of a line.
const PAPERS: [&str; 15] = [
    "additional documents",
    "attachments",
    "attachment",
    "enclosures",
    "enclosure",
    "enc",
    "appendices",
    "appendix",
    "supporting documents",
    "background papers",
    "papers",
    "paper",
    "report attached",
    "copy attached",
    "documents",
];

/// Whether a paragraph before the first minute of an item is wording of its agenda, or names a paper.
pub(super) fn is_of_agenda(text: &str) -> bool {
    is_infinitive(text) || names_papers(text) || is_file(text)
}

/// Whether a line is the label of the minutes of an item.
pub(super) fn is_label(text: &str) -> bool {
    ["minutes:", "minute:", "minutes", "notes:", "discussion:"].contains(&text.to_lowercase().as_str())
}

/// `To receive apologies for absence.`
fn is_infinitive(text: &str) -> bool {
    let words = words(text);
    text.starts_with("To ") && Lexicon::get().topics(&words).has(Topic::Verb)
}

/// `Additional documents:`, `Enclosure 3`, `Paper B refers`.
fn names_papers(text: &str) -> bool {
    let lower = text.to_lowercase();
    let Some(rest) = PAPERS.iter().find_map(|paper| lower.strip_prefix(paper)) else { return false };
    let is_word = !rest.starts_with(char::is_alphanumeric);
    is_word && (rest.len() < 30 && !text.ends_with('.') || rest.starts_with(':') && rest.len() < 90)
}

/// Name of a file with its kind and size: `Budget report , item 5. PDF 212 KB`, `Appendix 1.pdf`.
fn is_file(text: &str) -> bool {
    let lower = text.to_lowercase();
    let has_size = lower.trim_end_matches([')', ']', '.']).ends_with(['b'])
        && [" kb", "kb", " mb", "mb"]
            .iter()
            .any(|unit| lower.trim_end_matches([')', ']', '.']).ends_with(unit))
        && lower.contains(|letter: char| letter.is_ascii_digit());
    let has_kind = [".pdf", ".docx", ".doc", ".xlsx", ".pptx"].iter().any(|kind| lower.ends_with(kind));
    (has_size || has_kind) && text.len() < 160
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wording_of_the_agenda_and_papers_are_no_minutes() {
        for text in [
            "To receive apologies for absence.",
            "To approve the minutes as a correct record.",
            "Additional documents:",
            "Budget report , item 5. pdf icon PDF 212 KB",
            "Enclosure 3",
            "Appendix A – Plan.pdf",
        ] {
            assert!(is_of_agenda(text), "{text}");
        }
        for text in [
            "To date, 14 houses had been built.",
            "The report was attached.",
            "Papers were tabled by the Clerk.",
            "Documents had been received, he said, in March.",
            "None.",
        ] {
            assert!(!is_of_agenda(text), "{text}");
        }
    }
}
