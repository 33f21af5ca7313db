//! Headings over a half of an agenda and marks on the title of one item. Knows words alone.

use super::lexicon::{self, Topic, Words};

/// No heading over a half of an agenda is longer, in bytes and in words.
const LONGEST: (usize, usize) = (160, 24);
/// No mark is longer, in words.
const LONGEST_MARK: usize = 16;

/// Signs that may stand about a heading.
pub(in crate::import) const DECORATION: [char; 9] = ['#', '*', '_', '=', '~', '-', '–', '|', ' '];

/// Whether a heading says that what follows is restricted (true) or public (false); none if neither.
pub(in crate::import) fn restriction(text: &str) -> Option<bool> {
    let words = lexicon::read(text);
    let lower = text.to_lowercase();
    let is_private = words.has(Topic::Private) || words.is_heading() && words.has(Topic::Kind);
    let is_open = words.is_heading() && words.has(Topic::Open) && !is_private && !words.has(Topic::Exclusion);
    let is_public = words.has(Topic::Public) || is_open;
    match (is_public, is_private) {
        (true, true) => Some(lower.contains("not open") || lower.contains("closed to")),
        (true, false) => Some(false),
        (false, true) => Some(true),
        // What is put in later is public, whatever half of the agenda was printed before it.
        _ if lower.contains("supplement") => Some(false),
        _ => second_part(&lower, &words),
    }
}

/// `Part 2`, `Part II`, `Part B` are by custom restricted; `Part 1`, `Part I`, `Part A` public. `Part 2 of the plan` is
/// neither.
fn second_part(lower: &str, words: &Words) -> Option<bool> {
    let rest = lower.strip_prefix("part ").or_else(|| lower.strip_prefix("rhan "))?;
    let label = words.at(1);
    let after = rest.trim_start().strip_prefix(label)?.trim_start();
    let is_alone =
        after.is_empty() || after.starts_with(['–', '-', '—', ':', '.', '(', ')']) || words.is_heading();
    match label {
        _ if !is_alone => None,
        "1" | "i" | "a" | "one" => Some(false),
        "2" | "ii" | "b" | "two" => Some(true),
        _ => None,
    }
}

/// Whether a heading says by nothing but the letter or number of its part whether it is restricted.
pub(super) fn is_by_custom(text: &str) -> bool {
    let words = lexicon::read(text);
    let says = words.has(Topic::Private) || words.has(Topic::Public);
    let by_kind = words.is_heading() && (words.has(Topic::Kind) || words.has(Topic::Open));
    matches!(words.at(0), "part" | "rhan") && !says && !by_kind
}

/// Whether a heading is that of a third part or a later one: `Part C`, `Part 3`.
pub(super) fn is_later_part(text: &str) -> bool {
    let words = lexicon::read(text);
    matches!(words.at(0), "part" | "rhan")
        && matches!(words.at(1), "3" | "iii" | "c" | "three" | "4" | "iv" | "d")
}

/// Whether a line is by its words alone a heading over a half of the agenda: `UNRESTRICTED ITEMS`,
/// `Part 2 – Private Session`, `BELOW THE LINE`, `Supplementary Agenda`.
pub(in crate::import) fn is_banner(text: &str) -> bool {
    if is_legend(text) {
        return false;
    }
    let text = text.trim_matches(DECORATION);
    let starts = text.starts_with(char::is_alphabetic);
    if text.len() > LONGEST.0 || !starts || text.ends_with(['.', ';', ',']) {
        return false;
    }
    let words = lexicon::read(text);
    let Some(restricted) = restriction(text).filter(|_| words.len() <= LONGEST.1) else { return false };
    if words.is_heading() && !speaks_of_exclusion(&words) && (restricted || names_a_half(&words)) {
        // One word alone may be the mark of the item above.
        return words.len() > 1 || restricted && !text.contains(char::is_lowercase);
    }
    let lower = text.to_lowercase();
    if second_part(&lower, &words).is_some() {
        return words.len() <= 8 || !text.chars().any(char::is_lowercase);
    }
    let about_items =
        ["item", "business", "agenda", "session", "reports", "matters", "papers", "publication"];
    let is_short = words.len() <= 6 && !text.ends_with(':');
    is_short
        && about_items.iter().any(|word| lower.contains(word))
        && !lower.contains("declaration")
        && !speaks_of_exclusion(&words)
}

/// Whether the words of a public heading are those of a half of the agenda, and not of a list of people.
fn names_a_half(words: &Words) -> bool {
    const HALVES: [&str; 9] =
        ["items", "business", "agenda", "session", "matters", "part", "section", "rhan", "eitemau"];
    let has = |wanted: &[&str]| (0..words.len()).any(|at| wanted.contains(&words.at(at)));
    has(&HALVES) && !has(&["members"])
}

/// Whether a line explains an asterisk as the mark of what is restricted: `* Exempt items`, `Items marked * are private`.
pub(super) fn is_legend(text: &str) -> bool {
    let text = text.trim();
    if !text.contains('*') || text.len() > 200 || text.contains("**") {
        return false;
    }
    let words = lexicon::read(text);
    let explains =
        words.has(Topic::Legend) || text.starts_with("* ") && words.len() <= 8 && !text.ends_with('*');
    explains && words.has(Topic::Private) && words.len() > 1
}

/// Whether words are those of a motion to exclude, or of the return of the public, and not of a heading.
fn speaks_of_exclusion(words: &Words) -> bool {
    let is_likely = words.has(Topic::Private)
        && (0..words.len()).any(|at| matches!(words.at(at), "items" | "business" | "item"));
    words.has(Topic::Exclusion) && !is_likely
}

/// Whether a title is no more than the heading of a half of the agenda, and which: restricted (true) or public. One that
/// names a matter is only an item: `Confidential item: lease of the hall`.
pub(super) fn heads(title: &str) -> Option<bool> {
    let words = lexicon::read(title);
    let names = |wanted: &[&str]| (0..words.len()).any(|at| wanted.contains(&words.at(at)));
    let is_one = names(&["minutes", "report", "item", "matter", "paper"]) && !names(&["s", "items"]);
    if !words.is_heading() || is_one || words.has(Topic::Exclusion) && !names(&["items", "business", "part"])
    {
        return None;
    }
    restriction(title)
}

/// Whether the title of an item is marked: `Lease of the studio (exempt – paragraph 3)`, `CONFIDENTIAL – Staffing`.
pub(super) fn is_marked(title: &str) -> bool {
    let title = title.trim_end_matches(['.', '*', ' ']);
    let title = title.replace(['‑', '‐', '−', '‒'], "-");
    let title = title.as_str();
    let bracketed = title.split(['(', '[']).skip(1).filter_map(|piece| piece.split([')', ']']).next());
    let is_mark = |piece: &str| {
        let words = lexicon::read(piece);
        words.is_mark() && words.len() <= LONGEST_MARK
    };
    if bracketed.into_iter().any(is_mark) {
        return true;
    }
    let words = lexicon::read(title);
    if words.has(Topic::Exclusion) {
        return false;
    }
    // The statement may stand behind the title, on the same line.
    if words.has(Topic::Statement) && !words.has(Topic::Apart) {
        return true;
    }
    // Who presents the item may stand behind the mark.
    let title = title.split(['(', '[']).next().map_or(title, str::trim_end);
    let pieces: Vec<&str> = [" – ", " — ", " - ", ": ", " | ", "   "]
        .iter()
        .fold(vec![title], |pieces, gap| pieces.iter().flat_map(|piece| piece.split(gap)).collect());
    if let [first, .., last] = pieces.as_slice() {
        let is_state = ["closed", "restricted", "part 2", "part b", "part ii"];
        let is_weak = |piece: &str| is_state.contains(&piece.trim().to_lowercase().as_str());
        let opens =
            is_mark(first) && !matches!(lexicon::read(first).at(0), "part" | "rhan" | "paragraph" | "para");
        return opens || is_mark(last) && !is_weak(last);
    }
    is_adjective(title)
}

/// Whether a paragraph begins with the mark of a private item: `CONFIDENTIAL – Lease of the yard. The clerk reported …`
pub(super) fn opens_marked(text: &str) -> bool {
    let first =
        [" – ", " — ", " - ", ": "].iter().filter_map(|gap| text.split_once(gap)).map(|(first, _)| first);
    first.min_by_key(|first| first.len()).is_some_and(|first| {
        let words = lexicon::read(first);
        let is_weak = matches!(words.at(0), "part" | "rhan" | "paragraph" | "para" | "closed" | "restricted");
        words.is_mark() && words.len() <= 4 && !is_weak && first.starts_with(char::is_uppercase)
    })
}

/// `Confidential staffing report`: what a title says of itself with its first word.
fn is_adjective(title: &str) -> bool {
    const NOUNS: [&str; 16] = [
        "report",
        "reports",
        "item",
        "items",
        "minutes",
        "minute",
        "matter",
        "matters",
        "business",
        "staffing",
        "personnel",
        "legal",
        "update",
        "hr",
        "staff",
        "appendix",
    ];
    let words = lexicon::read(title);
    matches!(words.at(0), "confidential" | "exempt") && NOUNS.contains(&words.at(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_halves_are_told_apart() {
        for (text, wanted) in [
            ("D -RESTRICTED ITEM(S)", Some(true)),
            ("UNRESTRICTED ITEMS", Some(false)),
            ("PART A – NON-CONFIDENTIAL", Some(false)),
            ("Part 2", Some(true)),
            ("BELOW THE LINE", Some(true)),
            ("Rhan 2 – Eithriedig", Some(true)),
            ("SECTION B – CLOSED", Some(true)),
            ("Meeting not open to the public", Some(true)),
            ("Matters for Information", None),
            ("Part 2 of the Local Plan", None),
            ("Tax-Exempt Bonds", None),
            ("Confidentiality policy", None),
            ("Open to members only", None),
        ] {
            assert_eq!(restriction(text), wanted, "{text}");
        }
        for text in ["IN CAMERA", "Pink papers", "NOT FOR PUBLICATION", "Items to be taken in confidence"] {
            assert!(is_banner(text), "{text}");
        }
        for text in
            ["Exclusion of the press and public", "Restricted parking zone", "Declaration of exempt items"]
        {
            assert!(!is_banner(text), "{text}");
        }
    }

    #[test]
    fn the_heading_of_a_private_half_is_told_from_a_private_item() {
        for title in
            ["Part II – private", "Confidential items", "EXEMPT BUSINESS", "Part B", "Confidential item(s)"]
        {
            assert_eq!(heads(title), Some(true), "{title}");
        }
        for title in ["Staffing matter (confidential)", "Confidential item: lease of the hall", "Business"] {
            assert_eq!(heads(title), None, "{title}");
        }
        assert_eq!((heads("Part A"), heads("Public items")), (Some(false), Some(false)));
        assert_eq!(heads("Public participation"), None);
    }

    #[test]
    fn marks_on_titles_are_seen_and_false_friends_are_not() {
        for title in [
            "Lease [private]",
            "Lease (Exempt – Paragraph 3)",
            "CONFIDENTIAL – Lease",
            "Lease – Commercial in confidence",
            "Exempt item: the lease",
            "Confidential staffing matters",
        ] {
            assert!(is_marked(title), "{title}");
        }
        for title in [
            "Confidentiality policy",
            "Tax-Exempt Bonds",
            "Exemption from call-in",
            "Leisure contract (exempt appendix)",
            "Part 2 – The plan",
            "Private hire fees",
        ] {
            assert!(!is_marked(title), "{title}");
        }
    }
}
