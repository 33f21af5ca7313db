//! The name of the body that meets: which line is one, and how it is properly cased. Knows nothing of where
//! the line stood.

use super::convening;
use super::cue::{self, capitalised};

/// What bodies are called, those that meet under a council before the council itself.
const NOUNS: [(&str, u32); 30] = [
    ("body", 45),
    ("committee", 50),
    ("sub-committee", 50),
    ("cttee", 50),
    ("subcommittee", 50),
    ("cabinet", 50),
    ("board", 49),
    ("panel", 50),
    ("partnership", 50),
    ("senate", 50),
    ("forum", 50),
    ("commission", 50),
    ("group", 45),
    ("executive", 45),
    ("assembly", 45),
    ("governors", 45),
    ("trustees", 45),
    ("directors", 45),
    ("society", 40),
    ("association", 40),
    ("club", 40),
    ("court", 40),
    ("council", 30),
    ("authority", 30),
    ("trust", 25),
    ("cooperative", 25),
    ("co-operative", 25),
    ("university", 20),
    ("school", 20),
    ("college", 20),
];

/// Whether words name a body.
pub(super) fn sounds_like_a_body(words: &str) -> bool {
    weight(words).is_some()
}

fn weight(words: &str) -> Option<u32> {
    let lower = words.to_lowercase().replace(['–', '‑'], "-");
    if lower.starts_with("city of ") || lower.starts_with("town of ") || lower.starts_with("county of ") {
        let noun = NOUNS.iter().filter(|(noun, _)| lower.split(' ').any(|word| word == *noun));
        return noun.map(|(_, weight)| *weight).max().or(Some(20));
    }
    let kinds = lower.split([' ', '/', ',']).filter_map(|word| NOUNS.iter().find(|(noun, _)| *noun == word));
    kinds.map(|(_, weight)| *weight).max()
}

/// A line without the bracket that says how a charity or company is registered.
fn without_registration(line: &str) -> &str {
    let bracket = line.rfind(" (").and_then(|at| line.split_at_checked(at));
    let registers = |bracket: &str| {
        let lower = bracket.to_lowercase();
        ["regist", "charity n", "company n"].iter().any(|word| lower.contains(word)) && bracket.ends_with(')')
    };
    bracket.filter(|(_, bracket)| registers(bracket)).map_or(line, |(name, _)| name)
}

/// A line that names the body: how good a name it is, the name, and whether the line calls the paper minutes.
pub(super) fn candidate(line: &str) -> Option<(u32, String, bool)> {
    let (words, is_minutes) = without_kind(without_registration(line));
    let words = committee_of(words.trim_matches([' ', ':', '–', '-', '#', '*']));
    let count = words.split(' ').count();
    let weight = weight(words)?;
    let plain =
        !words.contains(['@', ':', '|', '.']) && !words.chars().any(|character| character.is_ascii_digit());
    let titled = words
        .split(' ')
        .filter(|word| word.len() > 3)
        .all(|word| word.chars().next().is_some_and(|first| !first.is_lowercase()));
    if count > 11 || !plain || !titled {
        return None;
    }
    // What follows `clerk to the` or `yours sincerely` is a post, and a menu names many bodies.
    let lower = words.to_lowercase();
    let is_place = ["in the ", "at the "].iter().any(|start| lower.starts_with(start));
    let is_post = is_place
        || ["clerk to", "chair of", "head of", "director of", "officer", "the chair", "your "]
            .iter()
            .any(|post| lower.contains(post));
    let name = meeting_of(words);
    let weight = if is_bare(name) { weight.min(15) } else { weight };
    (!is_post).then(|| (weight, name.to_owned(), is_minutes))
}

/// Whether a name is none: a committee without a name of its own is somebody's.
fn is_bare(name: &str) -> bool {
    const KINDS: [&str; 8] =
        ["committee", "board", "panel", "group", "body", "association", "society", "trust"];
    KINDS.contains(&name.to_lowercase().as_str())
}

/// `Wellow Borough Council – Scrutiny Committee` is a paper of the committee.
fn committee_of(words: &str) -> &str {
    let parted = [" – ", " — ", " - ", ": ", ", "].iter().find_map(|mark| words.split_once(mark));
    let is_parent = |words: &str| weight(words).is_some_and(|weight| weight <= 30);
    match parted {
        Some((parent, committee))
            if is_parent(parent) && weight(committee).is_some_and(|weight| weight >= 45) =>
        {
            committee
        }
        _ => words,
    }
}

/// A title without the kind of paper: `Planning Committee Minutes` is the Planning Committee's.
fn without_kind(line: &str) -> (&str, bool) {
    let lower = line.to_ascii_lowercase();
    for (kind, is_minutes) in [
        (" meeting in public", false),
        (" – public session", false),
        (" - public session", false),
        (" action minutes", true),
        (" minutes", true),
        (" agenda", false),
        (" meeting", false),
        (" notes", true),
    ] {
        if let Some(start) = lower.strip_suffix(kind) {
            return (line.get(..start.len()).unwrap_or(line), is_minutes);
        }
    }
    (line, false)
}

/// `MEETING OF THE BOARD OF DIRECTORS IN PUBLIC` is of the Board of Directors.
fn meeting_of(words: &str) -> &str {
    let lower = words.to_ascii_lowercase();
    let start = lower.find("meeting of the ").map_or(0, |at| at + "meeting of the ".len());
    let end = lower.strip_suffix(" in public").map_or(words.len(), str::len);
    words.get(start..end).unwrap_or(words)
}

/// A name properly cased, if it was set in capitals: small words small, abbreviations as they were.
pub(super) fn cased(name: &str) -> String {
    const SMALL: [&str; 13] =
        ["of", "the", "and", "for", "in", "on", "at", "to", "with", "by", "y", "yr", "a"];
    const KEPT: [&str; 16] = [
        "NHS", "UK", "USA", "KCC", "PCC", "ICB", "CIC", "LLP", "LTD", "BID", "MAT", "RAF", "EU", "SEND",
        "SACRE", "II",
    ];
    if !cue::is_capitals(name) {
        return name.to_owned();
    }
    let words = name.split(' ').enumerate().map(|(at, word)| {
        let lower = word.to_lowercase();
        if KEPT.contains(&word) {
            word.to_owned()
        } else if at > 0 && SMALL.contains(&lower.as_str()) {
            lower
        } else {
            hyphenated(&lower)
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn hyphenated(word: &str) -> String {
    word.split('-')
        .map(|part| {
            let opening = part.chars().take_while(|character| !character.is_alphanumeric()).count();
            let (before, rest) = part.split_at_checked(opening).unwrap_or(("", part));
            format!("{before}{}", capitalised(rest))
        })
        .collect::<Vec<_>>()
        .join("-")
}

/// What a council calls itself for short, `the Parish Council`, in full as another line has it: `LOWER WICK PARISH
/// COUNCIL`. None if the name is no short one, or nothing has it in full.
pub(super) fn in_full(name: &str, cells: &[&str]) -> Option<String> {
    let (committee, council) = match name.rsplit_once(" of the ") {
        Some((committee, council)) if is_for_short(council) => (Some(committee), council),
        _ => (None, name),
    };
    if !is_for_short(council) {
        return None;
    }
    let end = format!(" {}", council.to_lowercase());
    let pieces = cells
        .iter()
        .flat_map(|cell| cell.split([',', ':', '–', '—', '|']).flat_map(|piece| piece.split(" - ")));
    let full = pieces.map(str::trim).find_map(|piece| named_in_full(piece, &end))?;
    Some(committee.map_or(full.clone(), |committee| format!("{committee} of {full}")))
}

/// The name of a body that ends so, also behind the office of who serves it: `Clerk to Lower Wick Parish Council`.
fn named_in_full(words: &str, end: &str) -> Option<String> {
    let served = ["Clerk to ", "CLERK TO ", "Clerk of ", "Clerk, "]
        .iter()
        .find_map(|office| words.strip_prefix(office));
    let (_, name, _) = candidate(served.unwrap_or(words))?;
    let start = ["the ", "The ", "THE "].iter().find_map(|the| name.strip_prefix(the)).unwrap_or(&name);
    (start.to_lowercase().ends_with(end) && !is_for_short(start)).then(|| cased(start))
}

/// Whether a name says what kind of council it is, and not which.
pub(super) fn is_for_short(name: &str) -> bool {
    const KINDS: [&str; 11] = [
        "parish",
        "town",
        "community",
        "city",
        "borough",
        "district",
        "county",
        "full",
        "council",
        "authority",
        "board",
    ];
    name.split(' ').all(|word| KINDS.contains(&word.to_lowercase().as_str()))
}

/// The body named in a sentence about its next meeting, for papers that have lost their heading.
pub(super) fn of_next_meeting(words: &str) -> Option<String> {
    let lower = words.to_ascii_lowercase();
    let at = lower.find("next meeting of ")?;
    let said = words.get(at + "next ".len()..)?;
    convening::read(said)?
        .body
        .filter(|name| sounds_like_a_body(name) && name.contains(' '))
        .map(|name| cased(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(line: &str) -> Option<String> {
        candidate(line).map(|(_, name, _)| cased(&name))
    }

    #[test]
    fn a_name_in_capitals_is_cased() {
        assert_eq!(
            cased("KENTISH AND WEALD COMMUNITY SAFETY PARTNERSHIP"),
            "Kentish and Weald Community Safety Partnership"
        );
        assert_eq!(cased("FENLAND NHS SUB-COMMITTEE"), "Fenland NHS Sub-Committee");
    }

    #[test]
    fn a_name_is_told_from_other_lines() {
        assert_eq!(name("Planning Committee Minutes").as_deref(), Some("Planning Committee"));
        assert_eq!(
            name("MEETING OF THE BOARD OF DIRECTORS IN PUBLIC").as_deref(),
            Some("Board of Directors")
        );
        assert_eq!(name("Clerk to the Council"), None);
        assert_eq!(name("The Council permits the recording of its meetings."), None);
    }

    #[test]
    fn the_body_of_the_next_meeting_is_this_body() {
        let said = "The next meeting of the Weald Safety Partnership will be held on 24 March 2022";
        assert_eq!(of_next_meeting(said).as_deref(), Some("Weald Safety Partnership"));
    }
}
