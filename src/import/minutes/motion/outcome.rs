//! Outcomes of motions: `CARRIED`, `Motion passed unanimously.`, `All in favour`, `The motion was not carried`. Knows
//! words, and not which motion they are about.

use crate::domain::motions::Decision;

/// Words of a sentence that is only an outcome.
const WORDS: [&str; 49] = [
    "without",
    "objection",
    "objections",
    "dissent",
    "opposition",
    "the",
    "motion",
    "amendment",
    "was",
    "were",
    "is",
    "declared",
    "put",
    "and",
    "to",
    "vote",
    "voted",
    "on",
    "a",
    "show",
    "of",
    "hands",
    "by",
    "in",
    "all",
    "unanimously",
    "unanimous",
    "nem",
    "con",
    "carried",
    "lost",
    "passed",
    "approved",
    "adopted",
    "defeated",
    "failed",
    "agreed",
    "favour",
    "favor",
    "those",
    "present",
    "members",
    "vice",
    "voice",
    "substantive",
    "as",
    "amended",
    "majority",
    "not",
];

/// Reads a line or sentence that is only an outcome: `CARRIED`, `Motion passed unanimously.`, `All in favour`.
pub(in crate::import::minutes) fn outcome(text: &str) -> Option<Decision> {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.bytes().all(|byte| byte.is_ascii_digit()))
        .map(str::to_lowercase)
        .collect();
    let is_known = |word: &String| WORDS.contains(&word.as_str());
    if words.is_empty() || words.len() > 12 || !words.iter().all(is_known) {
        return None;
    }
    let has = |word: &str| words.iter().any(|known| known == word);
    let is_negated = has("not");
    if has("lost")
        || has("defeated")
        || has("failed")
        || is_negated && (has("carried") || has("passed") || has("agreed") || has("approved"))
    {
        return Some(Decision::Lost);
    }
    let decides = has("carried") || has("passed") || has("adopted");
    let agrees = (has("approved") || has("agreed"))
        && (has("motion") || has("unanimously") || has("unanimous"))
        || has("all") && (has("favour") || has("favor") || has("agreed"))
        || has("unanimous") && (has("vote") || has("motion"))
        || has("nem") && has("con")
        || has("without") && (has("approved") || has("agreed"));
    (decides || agrees).then_some(Decision::Carried)
}

/// Reads an outcome among other words of a sentence in small letters.
pub(super) fn outcome_within(lower: &str) -> Option<Decision> {
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if says(&["not carried", "not passed", "not agreed"]) {
        Some(Decision::Lost)
    } else if says(&["carried"]) {
        Some(Decision::Carried)
    } else if says(&["want of a seconder"]) {
        Some(Decision::Unseconded)
    } else if says(&["lost", "defeated", "failed"]) {
        Some(Decision::Lost)
    } else if says(&["motion was withdrawn", "amendment was withdrawn"]) {
        Some(Decision::Withdrawn)
    } else {
        says(&["motion was deferred", "amendment was deferred"]).then_some(Decision::Deferred)
    }
}
