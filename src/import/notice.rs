//! What a copy of minutes says about itself: that it is a draft, who may read it, which of its pieces are restricted,
//! and what was left out of it. Knows such lines, and not what they stand beside.

use super::paper::Line;

/// The mark before words that are restricted although their item is public.
const RESTRICTED: &str = "[RESTRICTED] ";

/// Whether a line says that what stands under the heading above it is restricted: `(RESTRICTED – not for publication)`.
pub(super) fn restricts(words: &str) -> bool {
    let inner = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|inner| inner.starts_with("RESTRICTED") && inner.ends_with("not for publication"))
}

/// Whether a line says of the whole copy that it is a draft, or not for everybody.
pub(super) fn is_of_copy(words: &str) -> bool {
    let draft = words.starts_with("DRAFT ") && words.ends_with("not yet agreed as a correct record");
    draft || words.starts_with("RESTRICTED ") && words.ends_with("this copy is not for publication")
}

/// In so many lines at its start a copy names itself.
const HEAD: usize = 14;

/// Whether this program printed a paper, as its head says.
pub(super) fn is_own(lines: &[Line]) -> bool {
    lines.iter().take(HEAD).any(|line| is_of_copy(line.text.trim_matches('*')))
}

/// Whether a line stands in place of something that was left out: `[2 restricted items are left out of this copy.]`
pub(super) fn tells_left_out(words: &str) -> bool {
    words.starts_with('[') && words.ends_with("left out of this copy.]")
}

/// Whether a line is such a notice under a heading, and says nothing about the business.
pub(super) fn is_notice(words: &str) -> bool {
    restricts(words) || tells_left_out(words)
}

/// Whether a committee system's page cuts the minutes off here: `… view the full minutes text for item 93`.
pub(super) fn cuts_off(words: &str) -> bool {
    words.to_lowercase().contains("view the full minutes text")
}

/// Words without the mark that says that they are restricted, and whether they have it.
pub(super) fn unmarked(words: &str) -> (&str, bool) {
    words.strip_prefix(RESTRICTED).map_or((words, false), |rest| (rest, true))
}

/// The reference to the agenda that a line in brackets is: `(Item B1)`.
pub(super) fn reference(words: &str) -> Option<&str> {
    of_item(words.strip_prefix('(')?.strip_suffix(')')?)
}

/// The label in `Item B1`.
pub(super) fn of_item(words: &str) -> Option<&str> {
    let label = words.strip_prefix("Item ").or_else(|| words.strip_prefix("item "))?.trim();
    (!label.is_empty() && label.len() <= 16 && !label.contains([' ', ',', '(', ')'])).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_says_what_it_is() {
        assert!(restricts("(RESTRICTED – not for publication)"));
        assert!(!restricts("Restricted items"));
        assert!(is_of_copy("DRAFT – not yet agreed as a correct record"));
        assert!(tells_left_out("[1 restricted item is left out of this copy.]"));
        assert!(cuts_off("whether the extension would ...  view the full minutes text for item 93."));
        assert_eq!(unmarked("[RESTRICTED] RESOLVED that"), ("RESOLVED that", true));
        assert_eq!(reference("(Item AGc/30/01/21)"), Some("AGc/30/01/21"));
        assert_eq!(reference("(Item on the crane)"), None);
    }
}
