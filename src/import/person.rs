//! How one person's name is written: forms of address before it, honours and letters behind it, and which words are no
//! name at all. Knows single names and no lists.

use super::described::is_organisation;
use crate::domain::name::{PARTICLES, fold};
use crate::domain::title;

/// Offices that papers put before a name as if they were forms of address: `Vice Mayor Hale`.
const OFFICES: [&str; 3] = ["mayor", "vice", "deputy"];

const HONOURS: [&str; 20] = [
    "obe", "mbe", "cbe", "kbe", "dbe", "bem", "jp", "dl", "qc", "kc", "mp", "msp", "ms/as", "qpm", "td",
    "phd", "frs", "mc", "rn", "raf",
];

/// Whether a word is the sign by which somebody is called on the air: `QX4DAE`.
pub(super) fn is_call_sign(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    (4..=7).contains(&word.len())
        && (1..=2).contains(&digits)
        && word.starts_with(|first: char| first.is_ascii_uppercase())
        && word.ends_with(|last: char| last.is_ascii_uppercase())
        && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Whether a word is a form of address, or an office that stands for one. `DI` is one, and `di` in the middle of a name
/// is none.
pub(super) fn is_title(word: &str) -> bool {
    let folded = fold(word.trim_end_matches('.'));
    let in_a_surname = PARTICLES.contains(&folded.as_str()) && word.contains(char::is_lowercase);
    OFFICES.contains(&folded.as_str()) || title::is_title(&folded) && !in_a_surname
}

/// Whether a word is a form of address, and no office.
pub(super) fn is_address(word: &str) -> bool {
    is_title(word) && !OFFICES.contains(&fold(word).as_str())
}

/// Whether a piece begins with a form of address.
pub(super) fn has_title(name: &str) -> bool {
    name.split(' ').next().is_some_and(is_title)
}

pub(super) fn is_honour(words: &str) -> bool {
    !words.is_empty() && words.split(' ').all(|word| HONOURS.contains(&word.to_lowercase().as_str()))
}

/// Whether a piece is letters behind a full name, as `RN` is, and not the initials of somebody else.
pub(super) fn is_letters(words: &str, name: &str) -> bool {
    name.contains(' ')
        && name.contains(char::is_lowercase)
        && (2..=5).contains(&words.len())
        && words.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether words can be a name: few, with capitals, no figures, and no words of anything but names.
pub(super) fn is_name(words: &str) -> bool {
    const NONE: [&str; 22] = [
        "none",
        "nil",
        "vacant",
        "vacancy",
        "name",
        "as above",
        "n/a",
        "nobody",
        "all",
        "everyone",
        "press",
        "public",
        "clerk",
        "chair",
        "member",
        "members",
        "observers",
        "officers",
        "apologies",
        "tbc",
        "role",
        "councillors",
    ];
    const INSIDE: [&str; 12] = ["of", "the", "y", "e", "ap", "ab", "den", "ter", "dos", "das", "do", "al"];
    let words = words.trim_end_matches('.');
    if is_call_sign(words) {
        return true;
    }
    let count = words.split(' ').count();
    let small = |word: &str| {
        let lower = word.trim_matches(['‘', '’', '\'', '"', '“', '”']);
        !lower.starts_with(char::is_lowercase)
            || PARTICLES.contains(&lower)
            || INSIDE.contains(&lower)
            || lower.contains(['\'', '’'])
    };
    (1..=7).contains(&count)
        && !NONE.contains(&words.to_lowercase().as_str())
        && !words.chars().any(|character| character.is_ascii_digit() || ":/?!=|@".contains(character))
        && words.split(' ').next_back().and_then(|last| last.chars().next()).is_some_and(char::is_uppercase)
        && words.chars().next().is_some_and(char::is_uppercase)
        && words.split(' ').all(small)
        && !words.split(' ').any(is_no_name)
        && !(is_organisation(words) && words.contains(' ') && !has_title(words))
}

/// Words of meetings and of sentences, which are in no name.
const NO_NAMES: [&str; 54] = [
    "declaration",
    "declarations",
    "interest",
    "interests",
    "area",
    "electoral",
    "district",
    "region",
    "division",
    "zone",
    "session",
    "business",
    "section",
    "part",
    "opening",
    "exempt",
    "confidential",
    "item",
    "items",
    "report",
    "reports",
    "policy",
    "discussion",
    "venue",
    "quorum",
    "quorate",
    "apologies",
    "absence",
    "attendance",
    "meeting",
    "minutes",
    "agenda",
    "none",
    "members",
    "public",
    "press",
    "vacancy",
    "vacancies",
    "vacant",
    "there",
    "this",
    "that",
    "committee",
    "was",
    "were",
    "and",
    "representatives",
    "residents",
    "observers",
    "councillors",
    "no",
    "is",
    "are",
    "not",
];

/// Returns whether a word is in no name.
fn is_no_name(word: &str) -> bool {
    NO_NAMES.contains(&word.to_lowercase().as_str())
}

/// The last word of a name without honours, by which papers call somebody after the first mention.
pub(super) fn surname(name: &str) -> &str {
    name.split(',').next().unwrap_or(name).rsplit(' ').next().unwrap_or(name)
}
