//! What a scanner reads wrongly and only one way can be meant. Knows letters and not words.

use std::borrow::Cow;

/// The text with the small `l` put right that stands for a capital I in a word of capitals: `MEETlNG`. Says so.
pub(super) fn mended<'a>(text: &'a str, notes: &mut Vec<String>) -> Cow<'a, str> {
    let is_wrong = |word: &str| word.contains('l') && is_capitals(word);
    if !text.split(is_gap).any(is_wrong) {
        return Cow::Borrowed(text);
    }
    notes.push("The paper was scanned: a small l in a word of capitals was read as I.".to_owned());
    let words = text.split_inclusive(is_gap);
    let mend = |word: &str| if is_wrong(word) { word.replace('l', "I") } else { word.to_owned() };
    Cow::Owned(words.map(mend).collect())
}

fn is_gap(character: char) -> bool {
    character.is_whitespace()
}

/// Whether a word has three capitals at least, and no small letter except `l`.
fn is_capitals(word: &str) -> bool {
    let small = word.chars().any(|character| character.is_lowercase() && character != 'l');
    !small && word.chars().filter(|character| character.is_uppercase()).count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_l_among_capitals_is_an_i_and_said() {
        let mut notes = Vec::new();
        assert_eq!(mended("PLANNlNG, held at\nHALL l", &mut notes), "PLANNING, held at\nHALL l");
        assert_eq!(notes.len(), 1);
        assert_eq!(mended("PLANNING in all", &mut notes), "PLANNING in all");
        assert_eq!(notes.len(), 1);
    }
}
