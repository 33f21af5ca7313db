//! The clerk's typing habits that are commands: what a paragraph begins with says what it is. Only the words
//! are read here; what becomes of the block is for [`super::editing`].

use crate::domain::minutes::{Block, Kind};
use crate::domain::style::{Form, Style};

/// What the beginning of a paragraph says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// What the block becomes.
    pub kind: Kind,
    /// How deep it then stands.
    pub level: u8,
    /// How many bytes at the start say so, and go.
    pub strip: usize,
}

/// Reads the beginning of the words of a block that stands below `above`.
///
/// In a block that already is something, only a number or letter typed out of habit is read, since the
/// program supplies it.
#[must_use]
pub fn read(words: &str, block: &Block, above: Option<&Block>, style: &Style) -> Option<Trigger> {
    let enumerator = enumerator(words, above);
    match (&block.kind, enumerator) {
        (Kind::Resolution | Kind::Recommendation, Some((_, strip))) if block.level > 0 => {
            Some(Trigger { kind: block.kind.clone(), level: block.level, strip })
        }
        (Kind::Paragraph, Some((Some(level), strip))) => {
            Some(Trigger { kind: kind_below(above), level, strip })
        }
        (Kind::Paragraph, Some((None, strip))) => {
            let numbered = style.paragraphs.first().is_some_and(|form| *form != Form::None);
            numbered.then_some(Trigger { kind: Kind::Paragraph, level: block.level, strip })
        }
        (Kind::Paragraph, None) => word(words, block.level),
        _ => None,
    }
}

/// A letter below a resolution makes a part of it; anywhere else a sub-paragraph.
fn kind_below(above: Option<&Block>) -> Kind {
    match above.map(|above| &above.kind) {
        Some(kind @ (Kind::Resolution | Kind::Recommendation)) => kind.clone(),
        _ => Kind::Paragraph,
    }
}

/// A word or sign that says what the block is.
fn word(words: &str, level: u8) -> Option<Trigger> {
    let trigger = |kind, level, strip| Some(Trigger { kind, level, strip });
    for (start, kind) in [
        ("RESOLVED: ", Kind::Resolution),
        ("RESOLVED ", Kind::Resolution),
        ("RECOMMENDED: ", Kind::Recommendation),
        ("RECOMMENDED ", Kind::Recommendation),
        ("ACTION: ", Kind::Action),
    ] {
        // With a colon it is meant in small letters, too; without one they are a sentence.
        let begins = words.get(..start.len()).is_some_and(|typed| match start.contains(':') {
            true => typed.eq_ignore_ascii_case(start),
            false => typed == start,
        });
        if begins {
            return trigger(kind, 0, start.len());
        }
    }
    for start in ["- ", "* ", "• ", "•\t", "– "] {
        if words.starts_with(start) {
            return trigger(Kind::Bullet, level.max(1), start.len());
        }
    }
    if words.starts_with("//") {
        let strip = words.len() - words.strip_prefix("//").unwrap_or("").trim_start_matches(' ').len();
        return trigger(Kind::Note, 0, strip);
    }
    None
}

/// A number or letter at the start: how deep it says the block stands (a plain number says nothing about
/// that), and how long it is with the blanks after it.
fn enumerator(words: &str, above: Option<&Block>) -> Option<(Option<u8>, usize)> {
    let (inside, after) = match words.strip_prefix('(') {
        Some(rest) => rest.split_once(')')?,
        None => words.split_once(['.', ')'])?,
    };
    let bracketed =
        words.starts_with('(') || words.get(inside.len()..).is_some_and(|rest| rest.starts_with(')'));
    let blanks = after.len() - after.trim_start_matches([' ', '\t', '\u{a0}']).len();
    if blanks == 0 {
        return None;
    }
    let strip = words.len() - after.len() + blanks;
    let number = (1..=2).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_digit());
    if number {
        return Some((None, strip));
    }
    if !bracketed || inside.is_empty() || !inside.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let roman = inside.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let below_a_letter = above.is_some_and(|above| above.level >= 1);
    match inside.len() {
        _ if roman && (below_a_letter || inside.len() > 1) => Some((Some(2), strip)),
        1 => Some((Some(1), strip)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::BlockId;

    fn says(words: &str) -> Option<(Kind, u8, &str)> {
        let block = Block::paragraph(BlockId(1), words);
        let style = &Style::default();
        read(words, &block, None, style)
            .map(|found| (found.kind, found.level, words.get(found.strip..).unwrap()))
    }

    #[test]
    fn habits_are_commands() {
        assert_eq!(says("RESOLVED to note"), Some((Kind::Resolution, 0, "to note")));
        assert_eq!(says("RESOLVED: that"), Some((Kind::Resolution, 0, "that")));
        assert_eq!(says("ACTION: Mr Groyne"), Some((Kind::Action, 0, "Mr Groyne")));
        assert_eq!(says("- a point"), Some((Kind::Bullet, 1, "a point")));
        assert_eq!(says("(a) a point"), Some((Kind::Paragraph, 1, "a point")));
        assert_eq!(says("b) a point"), Some((Kind::Paragraph, 1, "a point")));
        assert_eq!(says("// ask Anna"), Some((Kind::Note, 0, "ask Anna")));
        assert_eq!(says("1. Members"), Some((Kind::Paragraph, 0, "Members")));
        assert_eq!(says("(12) Members"), Some((Kind::Paragraph, 0, "Members")));
    }

    #[test]
    fn ordinary_words_are_left_alone() {
        for words in
            ["Resolved matters were", "RESOLVED", "2021. A year", "(see above) it", "a.m. start", "- ", ""]
        {
            assert!(says(words).is_none_or(|(kind, _, _)| kind == Kind::Bullet), "{words}");
        }
    }

    #[test]
    fn a_letter_below_a_resolution_is_a_part_of_it() {
        let lead = Block { kind: Kind::Resolution, ..Block::paragraph(BlockId(1), "that:") };
        let block = Block::paragraph(BlockId(2), "(a) the report be noted");
        let style = &Style::default();
        let found = read(&block.text, &block, Some(&lead), style).unwrap();
        assert_eq!((found.kind, found.level), (Kind::Resolution, 1));
    }
}
