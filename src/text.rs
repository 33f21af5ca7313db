//! Text as people see it: characters, words, width on a screen, and lines. Knows nothing of blocks or keys.
//!
//! A *character* here is a grapheme cluster (Unicode annex 29), a *cell* a column of the screen, and a
//! *position* a byte offset between two characters. Lines are broken where Unicode annex 14 allows it.

use std::ops::Range;
use unicode_linebreak::linebreaks;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

/// Whether a character may never be stored, shown or printed as it is: a control character of either set,
/// or one that turns the direction of the text around it (Unicode bidirectional overrides and isolates).
#[must_use]
pub fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text holds such a character.
#[must_use]
pub fn has_control(text: &str) -> bool {
    text.chars().any(is_control)
}

/// A text that is harmless on one line: escape sequences and control characters gone, tabs and line ends
/// turned into single spaces.
#[must_use]
pub fn tame(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let mut tamed = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => tamed.push(' '),
            '\u{1b}' if characters.peek() == Some(&'[') => {
                // A terminal's control sequence: everything up to its final letter goes with the escape.
                characters.next();
                while characters.next_if(|next| ('\u{20}'..='\u{3f}').contains(next)).is_some() {}
                characters.next_if(|next| ('\u{40}'..='\u{7e}').contains(next));
            }
            _ if is_control(character) => {}
            _ => tamed.push(character),
        }
    }
    tamed
}

/// The cells that a text takes up on a screen.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// A text cut to a number of cells, with an ellipsis where something was left out.
#[must_use]
pub fn fit(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut fitted = String::new();
    let mut used = 0;
    for character in text.graphemes(true) {
        let wide = width(character);
        if used + wide + 1 > cells {
            break;
        }
        used += wide;
        fitted.push_str(character);
    }
    if cells > 0 {
        fitted.truncate(fitted.trim_end().len());
        fitted.push('…');
    }
    fitted
}

/// The position one character before `at`.
#[must_use]
pub fn previous(text: &str, at: usize) -> Option<usize> {
    let mut cursor = GraphemeCursor::new(at.min(text.len()), text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten()
}

/// The position one character after `at`.
#[must_use]
pub fn next(text: &str, at: usize) -> Option<usize> {
    let mut cursor = GraphemeCursor::new(at.min(text.len()), text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten()
}

/// The nearest position at or before `at` that is between two characters.
#[must_use]
pub fn settle(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(true) | Err(_) => at,
        Ok(false) => previous(text, at).unwrap_or(0),
    }
}

/// The beginning of the word before `at`, as Ctrl-Left goes: over spaces, then over one word.
#[must_use]
pub fn previous_word(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    let words = before.split_word_bound_indices().rev();
    words.into_iter().find(|(_, word)| !word.trim().is_empty()).map_or(0, |(start, _)| start)
}

/// The beginning of the word after `at`, as Ctrl-Right goes: over one word, then over spaces.
#[must_use]
pub fn next_word(text: &str, at: usize) -> usize {
    let after = text.get(at..).unwrap_or("");
    let mut words = after.split_word_bound_indices().skip_while(|(start, _)| *start == 0);
    words.find(|(_, word)| !word.trim().is_empty()).map_or(text.len(), |(start, _)| at + start)
}

/// The word around `at`, as a double click selects it.
#[must_use]
pub fn word_at(text: &str, at: usize) -> Range<usize> {
    let words = text.split_word_bound_indices().map(|(start, word)| start..start + word.len());
    let found = words.into_iter().find(|word| word.contains(&at) || word.end == text.len());
    found.unwrap_or(0..text.len())
}

/// Breaks a text into lines of at most `cells` cells, of which something else takes up `first` on the first
/// line.
///
/// Lines cover the text without gaps; blanks at the end of a line hang over the edge and do not count. A
/// word longer than a line is cut between characters, and the name of a key such as Alt-Z is never broken at its hyphen.
/// There is always at least one line, and a line holds at least one character however narrow the screen.
#[must_use]
pub fn wrap(text: &str, cells: usize, first: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut used = first;
    let mut done = 0;
    let cells = cells.max(1);
    for (end, _) in linebreaks(text).filter(|(end, _)| !is_within_key(text, *end)) {
        let piece = text.get(done..end).unwrap_or("");
        let trimmed = piece.trim_end();
        let solid = width(trimmed);
        if used > 0 && used + solid > cells {
            lines.push(start..done);
            start = done;
            used = 0;
        }
        if solid > cells {
            (start, used) = cut_long(text, done..end, start, used, cells, &mut lines);
        } else {
            used += solid + width(piece.get(trimmed.len()..).unwrap_or(""));
        }
        done = end;
    }
    lines.push(start..text.len());
    lines
}

/// Whether a place is behind the hyphen in the name of a key, as in Ctrl-P: one half of it says nothing.
fn is_within_key(text: &str, at: usize) -> bool {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    before.ends_with(b"-") && [&b"Ctrl-"[..], b"Alt-", b"Shift-"].iter().any(|held| before.ends_with(held))
}

/// Breaks a text that was another before, and was broken into these lines then. The lines are those of [`wrap`], but
/// where the beginning is as it was they are not sought again: who types at the end of a long paragraph need not wait
/// for all of it.
#[must_use]
pub fn wrap_again(was: (&str, &[Range<usize>]), text: &str, cells: usize, first: usize) -> Vec<Range<usize>> {
    let (before, lines) = was;
    let kept = lines.get(..settled(lines, before, text)).unwrap_or_default();
    let Some(start) = kept.last().map(|line| line.end) else { return wrap(text, cells, first) };
    let rest = wrap(text.get(start..).unwrap_or(""), cells, 0);
    let rest = rest.into_iter().map(|line| start + line.start..start + line.end);
    kept.iter().cloned().chain(rest).collect()
}

/// How many of the lines into which a text was broken are those of another text, too, that begins as it did.
fn settled(lines: &[Range<usize>], before: &str, text: &str) -> usize {
    let pieces = before.as_bytes().chunks(COMPARED).zip(text.as_bytes().chunks(COMPARED));
    let same = pieces.take_while(|(one, other)| one == other).count() * COMPARED;
    let changed = lines.partition_point(|line| line.end <= same);
    // Where a line is broken hangs on the word that follows, and where that word ends on what follows it: a line
    // is settled if there is another between it and the change. A word longer than a line hangs together, but
    // nothing does beyond a blank.
    let settled = changed.saturating_sub(1);
    let ends_in_blank = |line: &Range<usize>| text.get(..line.end).is_some_and(|text| text.ends_with(' '));
    lines.get(..settled).unwrap_or_default().iter().rposition(ends_in_blank).map_or(0, |at| at + 1)
}

/// How many bytes of two texts are compared at a time.
const COMPARED: usize = 32;

/// Cuts a word that is longer than a line between characters. Returns where the last line starts and how
/// much of it is used.
fn cut_long(
    text: &str,
    piece: Range<usize>,
    mut start: usize,
    mut used: usize,
    cells: usize,
    lines: &mut Vec<Range<usize>>,
) -> (usize, usize) {
    let offset = piece.start;
    for (at, character) in text.get(piece).unwrap_or("").grapheme_indices(true) {
        let wide = width(character);
        if used > 0 && used + wide > cells && !character.trim().is_empty() {
            lines.push(start..offset + at);
            start = offset + at;
            used = 0;
        }
        used += wide;
    }
    (start, used)
}

/// The position in a line that is nearest to a column, not beyond it.
#[must_use]
pub fn position_at(text: &str, line: &Range<usize>, column: usize) -> usize {
    let words = text.get(line.clone()).unwrap_or("");
    let mut used = 0;
    for (at, character) in words.grapheme_indices(true) {
        used += width(character);
        if used > column {
            return line.start + at;
        }
    }
    line.end
}

/// The column of a position within its line.
#[must_use]
pub fn column_of(text: &str, line: &Range<usize>, at: usize) -> usize {
    width(text.get(line.start..at.clamp(line.start, line.end)).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, cells: usize) -> Vec<&str> {
        wrap(text, cells, 0).into_iter().map(|line| text.get(line).unwrap()).collect()
    }

    #[test]
    fn a_key_stays_in_one_piece_and_other_words_break_at_their_hyphen() {
        assert_eq!(lines("now (Ctrl-Shift-Z) or", 14), ["now ", "(Ctrl-Shift-Z) ", "or"]);
        assert_eq!(lines("the vice-chairman", 10), ["the vice-", "chairman"]);
    }

    #[test]
    fn lines_break_between_words_and_blanks_hang() {
        assert_eq!(lines("Members noted the report.", 12), ["Members ", "noted the ", "report."]);
        assert_eq!(lines("noted   the", 6), ["noted   ", "the"]);
        assert_eq!(lines("", 10), [""]);
    }

    #[test]
    fn a_long_word_is_cut_between_characters() {
        assert_eq!(lines("see https://example.org/x now", 10), ["see ", "https://", "example.or", "g/x now"]);
        assert_eq!(lines("aaaaaaaaaaaa b", 5), ["aaaaa", "aaaaa", "aa b"]);
        assert_eq!(lines("日本語", 2), ["日", "本", "語"]);
        assert_eq!(lines("日本語", 1), ["日", "本", "語"]);
    }

    #[test]
    #[expect(clippy::string_slice, reason = "the places come from the functions under test")]
    fn a_character_is_what_a_reader_takes_for_one() {
        let text = "e\u{301}👨‍👩‍👧x";
        let first = next(text, 0).unwrap();
        let second = next(text, first).unwrap();
        assert_eq!(&text[..first], "e\u{301}");
        assert_eq!(&text[first..second], "👨‍👩‍👧");
        assert_eq!(previous(text, second), Some(first));
        assert_eq!(settle(text, first + 1), first);
    }

    #[test]
    fn words_are_walked_as_in_a_word_processor() {
        let text = "Mr O'Neill noted, again";
        assert_eq!(next_word(text, 0), 3);
        assert_eq!(next_word(text, 3), 11);
        assert_eq!(previous_word(text, 11), 3);
        assert_eq!(previous_word(text, 0), 0);
        assert_eq!(next_word(text, text.len()), text.len());
    }

    #[test]
    fn escape_sequences_are_tamed() {
        assert_eq!(tame("a\u{1b}[31mred\u{1b}[0m\tb\u{7}\u{9b}c\u{202e}d"), "ared bcd");
        assert_eq!(tame("line\r\nend"), "line  end");
    }

    #[test]
    fn a_text_is_cut_to_fit() {
        assert_eq!(fit("Household waste", 20), "Household waste");
        assert_eq!(fit("Household waste", 11), "Household…");
        assert_eq!(fit("日本語", 4), "日…");
        assert_eq!(fit("abc", 0), "");
    }
}
