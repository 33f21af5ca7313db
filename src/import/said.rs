//! What minutes say in passing that belongs elsewhere in the record: who sent apologies, when the next meeting
//! is. Knows sentences.

use super::date;
use super::people::{self, Named};

/// `Report of the Head of Planning`.
pub(super) fn is_report_line(text: &str) -> bool {
    let lower = text.to_lowercase();
    let starts = ["report of ", "report by ", "reports of ", "exempt report of "]
        .iter()
        .any(|start| lower.starts_with(start));
    starts && text.len() < 160
}

/// Words without the brackets around them. A bracket that is only closed within them stays, and the one around them
/// may have been forgotten at the end: `(Report by the Head of Safety (KCC)`.
pub(super) fn unbracketed(text: &str) -> &str {
    let Some(inner) = text.strip_prefix('(') else { return text };
    let is_around = inner.matches(')').count() > inner.matches('(').count();
    inner.strip_suffix(')').filter(|_| is_around).unwrap_or(inner)
}

/// Whether an item is about when the body meets next.
pub(super) fn is_about_next_meeting(title: &str) -> bool {
    let lower = title.to_lowercase();
    lower.contains("next meeting") || (lower.contains("date") && lower.contains("meeting"))
}

/// Whether a sentence says no more than when the body meets next.
pub(super) fn only_next_meeting(words: &str) -> bool {
    let lower = words.to_lowercase();
    let starts = ["the next meeting will be held on ", "the next meeting is on "];
    let told = starts.iter().find_map(|start| lower.strip_prefix(start));
    told.is_some_and(|told| date::is_only_a_date(told.trim_end_matches('.')))
}

/// What comes after the words by which a meeting is adjourned to the next.
pub(super) fn adjourned_to(text: &str) -> Option<&str> {
    let (_, after) = text.split_once("adjourned ")?;
    ["regular meeting of ", "meeting on ", "meeting of "]
        .iter()
        .find_map(|lead| after.split_once(lead))
        .map(|(_, date)| date)
}

/// The people who sent apologies, by a sentence that says so.
pub(super) fn apologies(text: &str) -> Vec<Named> {
    let lower = text.to_ascii_lowercase();
    if !lower.contains("apolog") {
        return Vec::new();
    }
    let starts = ["received from ", "on behalf of ", "apologies from ", "apology from ", "submitted by "];
    let Some(start) = starts.iter().find_map(|start| lower.find(start).map(|at| at + start.len())) else {
        return Vec::new();
    };
    let ends = [". ", ", for whom", " for whom", "; ", " were ", " was ", ", who ", " (", ", with "];
    let end = ends.iter().filter_map(|end| lower.get(start..)?.find(end)).min();
    let names = match end {
        Some(length) => text.get(start..start + length),
        None => text.get(start..),
    };
    people::list(names.unwrap_or("").trim_end_matches('.'))
}

/// Who declared an interest, and what, by a sentence that says so.
pub(super) fn declarations(text: &str) -> Vec<(Named, String)> {
    let Some((subject, nature)) = text.split_once(" declared ") else { return Vec::new() };
    if subject.len() > 80 || !people::has_title(subject) {
        return Vec::new();
    }
    people::list(subject)
        .into_iter()
        .map(|person| (person, nature.trim_end_matches('.').to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        apologies(text).into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn brackets_around_words_go_and_those_within_stay() {
        assert_eq!(unbracketed("(Report by the Clerk)"), "Report by the Clerk");
        assert_eq!(unbracketed("(Report by the Head of Safety (KCC))"), "Report by the Head of Safety (KCC)");
        assert_eq!(unbracketed("(Report by the Head of Safety (KCC)"), "Report by the Head of Safety (KCC)");
        assert_eq!(unbracketed("Report by the Clerk (KCC)"), "Report by the Clerk (KCC)");
    }

    #[test]
    fn apologies_are_found_in_a_sentence() {
        assert_eq!(
            names("An apology for absence was received from Councillor Wray. Councillor Sale attended."),
            ["Councillor Wray"]
        );
        assert_eq!(
            names("Apologies were intimated on behalf of Mr P Lorne and Mrs E Nairn."),
            ["Mr P Lorne", "Mrs E Nairn"]
        );
        assert!(names("There were no apologies.").is_empty());
    }
}
