//! Bytes to harmless text: which encoding, and every character that must not be kept out of it. Knows nothing
//! of meetings, or even of lines beyond where they end.
//!
//! What comes out holds no control character except line feed, tab and form feed, which the next step turns
//! into lines, columns and pages.

use super::Refusal;
use crate::text::is_control;

/// A paper as characters, and what the clerk should know about how it was read.
pub(super) struct Decoded {
    pub text: String,
    pub notes: Vec<String>,
}

/// Kinds of files that are no text, by the bytes that they begin with.
const MAGIC: [(&[u8], &str); 4] = [
    (b"\x1F\x8B", "a compressed file"),
    (b"7z\xBC\xAF", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"\x7FELF", "a program"),
];

/// First bytes of pictures: PNG, JPEG, GIF and TIFF.
const PICTURES: [&[u8]; 5] = [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*"];

/// Decodes a file of text, or says why it is none.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    let mut notes = Vec::new();
    let raw = characters(bytes, &mut notes)?;
    let text = tamed(&raw, &mut notes);
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(Decoded { text, notes })
}

/// A raw text made harmless, with a note where something that acts or hides was taken out of it.
fn tamed(raw: &str, notes: &mut Vec<String>) -> String {
    let text = harmless(raw);
    if text.chars().filter(|character| !character.is_whitespace()).count() + 1 < visible(raw) {
        notes.push("Invisible or control characters were taken out of the text.".to_owned());
    }
    text
}

/// How many characters of a raw text can be seen, control characters counted as if they could.
fn visible(raw: &str) -> usize {
    raw.chars().filter(|&character| !character.is_whitespace() && !is_dropped(character)).count()
}

/// The characters of a file of text, as they are.
pub(super) fn characters(bytes: &[u8], notes: &mut Vec<String>) -> Result<String, Refusal> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Refusal::NotText(what));
    }
    if PICTURES.iter().any(|start| bytes.starts_with(start)) {
        return Err(Refusal::Picture);
    }
    if let Some(text) = utf16(bytes) {
        notes.push("The file is UTF-16.".to_owned());
        return Ok(text);
    }
    // A stray zero does not make a text a program.
    if bytes.iter().filter(|byte| **byte == 0).count() > bytes.len() / MOST_ZEROS {
        return Err(Refusal::NotText("a binary file"));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            notes.push("The file is not UTF-8; it was read as Windows-1252.".to_owned());
            bytes.iter().map(|&byte| windows_1252(byte)).collect()
        }
    })
}

/// In a text no more than one byte in so many is a zero.
const MOST_ZEROS: usize = 200;

/// Text in UTF-16: with a byte order mark, or with a zero in nearly every second place.
fn utf16(bytes: &[u8]) -> Option<String> {
    let marked = |mark: &[u8], little| bytes.strip_prefix(mark).map(|rest| (rest, little));
    let (rest, little) =
        marked(b"\xFF\xFE", true).or_else(|| marked(b"\xFE\xFF", false)).or_else(|| unmarked(bytes))?;
    let pairs = rest.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let units = pairs.map(|pair| if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) });
    Some(char::decode_utf16(units).map(|character| character.unwrap_or('\u{FFFD}')).collect())
}

/// Bytes that are UTF-16 by the look of them, and whether the lower half of a character comes first.
fn unmarked(bytes: &[u8]) -> Option<(&[u8], bool)> {
    let start = bytes.get(..bytes.len().min(400)).filter(|start| start.len() >= 8)?;
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count() * 2;
    let nearly = start.len() - start.len() / 5;
    let little = zeros(1) >= nearly && zeros(0) == 0;
    let big = zeros(0) >= nearly && zeros(1) == 0;
    (little || big).then_some((bytes, little))
}

/// One byte of Windows-1252. The five that mean nothing there become replacement characters.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}',
        '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH.get(usize::from(byte) - 0x80).copied().unwrap_or('\u{FFFD}'),
        _ => char::from(byte),
    }
}

/// The text without anything that could act on a screen, with ligatures written out and every kind of
/// space and line end made plain.
pub(super) fn harmless(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut characters = raw.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                characters.next_if_eq(&'\n');
                text.push('\n');
            }
            '\n' | '\u{B}' | '\u{85}' | '\u{2028}' | '\u{2029}' => text.push('\n'),
            '\t' | '\u{C}' => text.push(character),
            '\u{1B}' => skip_sequence(&mut characters),
            '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => text.push(' '),
            '\u{FB00}'..='\u{FB06}' => text.push_str(ligature(character)),
            _ if is_control(character) || is_dropped(character) => {}
            _ => text.push(character),
        }
    }
    text
}

/// Skips the rest of a terminal's escape sequence: a control sequence up to its final letter, a command
/// string (a window title, a link) up to its terminator or the end of the line.
fn skip_sequence(characters: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    match characters.peek() {
        Some('[') => {
            characters.next();
            while characters.next_if(|next| ('\u{20}'..='\u{3F}').contains(next)).is_some() {}
            characters.next_if(|next| ('\u{40}'..='\u{7E}').contains(next));
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            let ends = |next: &char| matches!(next, '\u{7}' | '\u{1B}' | '\u{9C}' | '\n' | '\r');
            while characters.next_if(|next| !ends(next)).is_some() {}
            characters.next_if_eq(&'\u{7}');
        }
        _ => {}
    }
}

/// Characters that cannot be seen and mean nothing once a text has left its page: soft hyphens, zero-width
/// marks, byte order marks, direction marks.
fn is_dropped(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{61C}' | '\u{FEFF}')
}

fn ligature(character: char) -> &'static str {
    match character {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        _ => "st",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).ok().map(|decoded| decoded.text).unwrap_or_default()
    }

    #[test]
    fn every_encoding_a_clerk_has_is_read() {
        assert_eq!(text("Café".as_bytes()), "Café");
        assert_eq!(text(b"\xEF\xBB\xBFCaf\xC3\xA9"), "Café");
        assert_eq!(text(b"Caf\xE9 \x93hut\x94"), "Café “hut”");
        assert_eq!(text(b"\xFF\xFEC\0a\0f\0\xE9\0"), "Café");
        assert_eq!(text(b"A\0g\0e\0n\0d\0a\0"), "Agenda");
        assert_eq!(text(b"\0A\0g\0e\0n\0d\0a"), "Agenda");
    }

    #[test]
    fn what_is_left_of_a_page_is_made_plain() {
        assert_eq!(text("O\u{FB03}cer\u{A0}of\r\nvehi\u{AD}cles".as_bytes()), "Officer of\nvehicles");
    }

    #[test]
    fn nothing_acts_on_a_screen() {
        assert_eq!(text(b"a\x1B[31mb\x1B]0;title\x07c\x07d"), "abcd");
        assert_eq!(text("a\u{202E}b\u{9B}c".as_bytes()), "abc");
    }
}
