//! The words of a text that can be a name: where each stands, and how far one name can reach. Knows titles and particles,
//! and nobody on a roll.

use super::name::{PARTICLES, fold};
use super::title::{is_matter_of_councillors, is_title};
use std::ops::Range;

/// The most words a name is read from.
pub(super) const LONGEST: usize = 6;

/// A word of a text: where it stands, and folded without the signs around it.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Where, in bytes.
    pub place: Range<usize>,
    /// Folded, as names are compared.
    pub folded: String,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether a comma, stop or bracket after it ends whatever it is part of.
    pub ends: bool,
}

/// The words of a text. A possessive `'s` is no part of a word.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split(char::is_whitespace) {
        let start = at;
        at += piece.len()
            + text.get(at + piece.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let solid = |letter: char| letter.is_alphanumeric();
        let (Some(first), Some(last)) = (piece.find(solid), piece.rfind(solid)) else { continue };
        let last = last + piece.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let word = piece.get(first..last).unwrap_or("");
        let word = word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word);
        let after = piece.get(first + word.len()..).unwrap_or("");
        let folded = fold(word);
        let short = word.chars().count() == 1 || is_title(&folded);
        let ends = !(after.is_empty() || (short && after == "."));
        let place = start + first..start + first + word.len();
        words.push(Word { place, folded, capital: word.starts_with(char::is_uppercase), ends });
    }
    words
}

/// Whether a word is one that stands small inside a name: `van`, `de`.
pub(super) fn is_particle(word: &Word) -> bool {
    PARTICLES.contains(&word.folded.as_str())
}

/// Whether words with so many titles before them name a matter of councillors, and nobody.
pub(super) fn is_matter(run: &[Word], titles: usize) -> bool {
    let folded: Vec<&str> = run.iter().map(|word| word.folded.as_str()).collect();
    folded.split_at_checked(titles).is_some_and(|(titles, after)| is_matter_of_councillors(titles, after))
}

/// Whether a word can be a name, rather than an initial.
pub(super) fn is_a_name(word: &Word) -> bool {
    word.capital && word.folded.chars().count() > 1
}

/// The words at the start that can be one name.
pub(super) fn run(words: &[Word]) -> &[Word] {
    let mut count = 0;
    for word in words.iter().take(LONGEST) {
        if !(word.capital || (count > 0 && is_particle(word))) {
            break;
        }
        count += 1;
        if word.ends {
            break;
        }
    }
    let run = words.get(..count).unwrap_or_default();
    let solid = run.iter().rposition(|word| word.capital).map_or(0, |at| at + 1);
    run.get(..solid).unwrap_or_default()
}
