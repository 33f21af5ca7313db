//! The stock phrases of what is private on an agenda: items that say so of themselves, those that exclude the public or let
//! it in again, and those that only head a half of the agenda. A predicate each; knows words alone.

use super::cue::restriction;

/// Whether an item asks the meeting to exclude the public, so that those after it are private.
pub(super) fn excludes_the_public(title: &str) -> bool {
    let lower = title.to_lowercase();
    let excludes = lower.contains("exclu") && (lower.contains("public") || lower.contains("press"))
        || lower.contains("gwahardd") && lower.contains("cyhoedd")
        || ["into private session", "into closed session", "into confidential session"]
            .iter()
            .any(|goes| lower.contains(goes));
    // `Any remaining business` is all that stands below, and not only what may turn out to be private.
    let asks = ANY_BELOW.iter().fold(lower, |words, below| words.replace(below, "the "));
    excludes && !["possible", "any ", "whether", "not be exclu"].iter().any(|doubt| asks.contains(doubt))
}

/// Words for what stands below an exclusion that name all of it.
const ANY_BELOW: [&str; 4] =
    ["any remaining ", "any following ", "any of the following ", "any of the remaining "];

/// Whether an item says of itself that it is private: `Lease of the studio – CONFIDENTIAL`, `Closed Session`.
pub(super) fn is_private(title: &str) -> bool {
    const WHOLE: [&str; 4] =
        ["closed session", "executive session", "confidential business", "reserved business"];
    const STARTS: [&str; 7] = [
        "confidential:",
        "confidential item:",
        "confidential item –",
        "confidential item -",
        "confidential items (",
        "exempt item:",
        "exempt:",
    ];
    const ENDS: [&str; 13] = [
        "– commercially sensitive",
        "- commercially sensitive",
        "(commercial in confidence)",
        "– confidential",
        "- confidential",
        "— confidential",
        "(confidential)",
        "(in committee)",
        "(exempt)",
        "(private)",
        "(part b)",
        "(part 2)",
        "(closed session)",
    ];
    let lower = title.to_lowercase();
    let lower = lower.trim_end_matches(['.', '*', ' ']);
    WHOLE.contains(&lower)
        || ENDS.iter().any(|end| lower.ends_with(end))
        || STARTS.iter().any(|start| lower.starts_with(start))
}

/// Whether a resolution is the one by which the public is excluded.
pub(super) fn resolves_exclusion(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.contains("public") && lower.contains("excluded") && !lower.contains("not be excluded")
}

/// Whether what the agenda prints below a title moves that the public be excluded, and does not only speak of it.
pub(super) fn moves_exclusion(text: &str) -> bool {
    const MOVES: [&str; 9] = [
        "to resolve",
        "resolve",
        "to exclude",
        "to pass",
        "to agree",
        "that ",
        "recommend",
        "it is recommended",
        "to consider passing",
    ];
    let lower = text.to_lowercase();
    let only_speaks = ["may be excluded", "can be excluded"].iter().any(|words| lower.contains(words));
    lower.contains("exclude")
        && excludes_the_public(text)
        && MOVES.iter().any(|start| lower.starts_with(start))
        && !only_speaks
}

/// Whether words let the public in again: `Readmission of the public`, `To return to open session`.
pub(super) fn readmits(text: &str) -> bool {
    let lower = text.to_lowercase();
    let comes_back = ["readmi", "re-admi"].iter().any(|word| lower.contains(word));
    let returns =
        ["return", "resum", "reconven", "reopen", "re-open"].iter().any(|word| lower.contains(word));
    let in_public = ["public session", "open session", "in public", "to the public", "part 1", "part a"]
        .iter()
        .any(|place| lower.contains(place));
    (comes_back && (lower.contains("public") || lower.contains("press")) || returns && in_public)
        && text.len() < 300
        && !lower.contains("until")
}

/// Whether a title is no more than the heading of a private half: `Part II – private`, `Confidential items`. One that names
/// a matter is only an item: `Confidential item: lease of the hall`.
pub(super) fn heads_private(title: &str) -> bool {
    const KINDS: [&str; 8] =
        ["confidential", "exempt", "private", "restricted", "closed", "reserved", "executive", "cyfrinachol"];
    is_only_a_heading(title, &KINDS) && restriction(title) == Some(true)
}

/// Whether a title is no more than the heading of a public half: `Part A`, `Public items`.
pub(super) fn heads_public(title: &str) -> bool {
    const KINDS: [&str; 5] = ["public", "open", "unrestricted", "non", "confidential"];
    is_only_a_heading(title, &KINDS) && restriction(title) == Some(false)
}

/// Whether a title has only words that name a half of an agenda, among them one of these or a part.
fn is_only_a_heading(title: &str, kinds: &[&str]) -> bool {
    const PLURAL: [&str; 14] = [
        "items", "business", "matters", "session", "reports", "part", "section", "agenda", "rhan", "eitemau",
        "s", "meeting", "excluded", "from",
    ];
    const SMALL: [&str; 20] = [
        "the",
        "of",
        "and",
        "in",
        "for",
        "to",
        "be",
        "i",
        "ii",
        "a",
        "b",
        "1",
        "2",
        "one",
        "two",
        "item",
        "press",
        "public",
        "taken",
        "considered",
    ];
    let lower = title.to_lowercase();
    let words: Vec<&str> =
        lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    has(&PLURAL)
        && (has(kinds) || has(&["part", "rhan"]))
        && words.iter().all(|word| PLURAL.contains(word) || SMALL.contains(word) || kinds.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heading_of_a_private_half_is_told_from_a_private_item() {
        for title in
            ["Part II – private", "Confidential items", "EXEMPT BUSINESS", "Part B", "Confidential item(s)"]
        {
            assert!(heads_private(title), "{title}");
        }
        for title in
            ["Staffing matter (confidential)", "Confidential item: lease of the hall", "Part A", "Business"]
        {
            assert!(!heads_private(title), "{title}");
        }
        assert!(
            heads_public("Part A") && heads_public("Public items") && !heads_public("Public participation")
        );
    }

    #[test]
    fn the_public_is_let_in_again() {
        for text in
            ["Readmission of the public", "To re-admit the press and public", "To return to open session"]
        {
            assert!(readmits(text), "{text}");
        }
        for text in
            ["Return of the public benches", "Minutes of the public session", "Admission of the public"]
        {
            assert!(!readmits(text), "{text}");
        }
    }
}
