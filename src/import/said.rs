//! What minutes say in passing that belongs elsewhere in the record: who sent apologies, when the next meeting
//! is, that the paper is minutes at all. Knows sentences.

use super::body;
use super::convening;
use super::date;
use super::paper::{Line, Role, groups, joined};
use super::people::{self, Named};

/// How many lines at the start of a paper can say what kind of paper it is.
const HEAD_LINES: usize = 60;

/// Whether a paper is minutes: it says so in its head, or prints minutes under its items.
pub(super) fn is_minutes(lines: &[Line]) -> bool {
    if lines.iter().any(|line| line.role == Role::Minutes) {
        return true;
    }
    let head = lines.get(..lines.len().min(HEAD_LINES)).unwrap_or(lines);
    let items = head.iter().position(|line| matches!(line.role, Role::Item(_) | Role::Label));
    let front = head.get(..items.unwrap_or(head.len())).unwrap_or(head);
    groups(front).any(|group| {
        let words = joined(group);
        convening::opens_minutes(&words) || convening::read(&words).is_some_and(|said| said.is_minutes)
    }) || front.iter().map(Line::words).any(|words| {
        let heading = convening::read_heading(&words).is_some_and(|said| said.is_minutes);
        heading || body::candidate(&words).is_some_and(|(_, _, is_minutes)| is_minutes)
    })
}

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
