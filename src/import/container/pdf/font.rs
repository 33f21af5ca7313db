//! The fonts of a PDF, as far as they say which letters a code stands for and how wide they are. Knows nothing of
//! how letters look.

use lopdf::{Dictionary, Document, Encoding, Object};
use std::collections::HashMap;

/// A table of letters that unpacks to more bytes than this is no table of letters.
const LARGEST: usize = 8 << 20;
/// What stands for a code without a meaning.
const UNKNOWN: char = '\u{FFFD}';

/// A font.
pub(super) struct Font<'a> {
    letters: Letters<'a>,
    widths: Widths,
}

/// What the codes of a font stand for.
enum Letters<'a> {
    /// Codes of one byte, by the byte.
    One(Vec<String>),
    /// Codes of two bytes, and those that have been looked up.
    Two(Option<Encoding<'a>>, HashMap<u16, String>),
}

/// How wide letters are, in thousandths of the size of the font.
enum Widths {
    /// By their code.
    Known(HashMap<u16, f32>, f32),
    /// Nothing is said, as for the fonts that every reader of PDF has. Whether all letters are of one width.
    Guessed(bool),
}

/// A letter, or what else a code stands for.
pub(super) struct Glyph<'a> {
    pub text: &'a str,
    /// The width in thousandths of the size.
    pub width: f32,
    /// Whether it is the code that the space between words applies to.
    pub is_space: bool,
}

impl<'a> Font<'a> {
    /// Reads a font.
    pub fn read(document: &'a Document, font: &'a Dictionary) -> Self {
        let kind = font.get(b"Subtype").and_then(Object::as_name).unwrap_or(b"");
        if kind == b"Type0" {
            let encoding = font.get_font_encoding_with_limit(document, LARGEST).ok();
            let encoding = encoding.filter(|encoding| matches!(encoding, Encoding::UnicodeMapEncoding(_)));
            return Self { letters: Letters::Two(encoding, HashMap::new()), widths: wide(document, font) };
        }
        let scale = if kind == b"Type3" { scale(document, font) } else { 1.0 };
        Self { letters: Letters::One(letters(document, font)), widths: narrow(document, font, scale) }
    }

    /// Takes a text apart into letters.
    pub fn each(&mut self, codes: &[u8], mut see: impl FnMut(Glyph<'_>)) {
        match &mut self.letters {
            Letters::One(letters) => {
                for code in codes {
                    let text = letters.get(usize::from(*code)).map_or("", String::as_str);
                    let width = self.widths.of(u16::from(*code), text);
                    see(Glyph { text, width, is_space: *code == b' ' });
                }
            }
            Letters::Two(encoding, known) => {
                for pair in codes.chunks(2) {
                    let code = pair.iter().fold(0, |code, byte| code << 8 | u16::from(*byte));
                    let text = known.entry(code).or_insert_with(|| {
                        let text = encoding.as_ref().and_then(|letters| letters.bytes_to_string(pair).ok());
                        text.unwrap_or_else(|| UNKNOWN.to_string())
                    });
                    see(Glyph { text, width: self.widths.of(code, text), is_space: false });
                }
            }
        }
    }
}

impl Widths {
    fn of(&self, code: u16, text: &str) -> f32 {
        match self {
            Widths::Known(widths, missing) => widths.get(&code).copied().unwrap_or(*missing),
            Widths::Guessed(true) => 600.0,
            Widths::Guessed(false) => match text.chars().next().unwrap_or(' ') {
                'i' | 'l' | 'j' | 't' | 'f' | '.' | ',' | ';' | ':' | '\'' | '|' | '!' | ' ' | 'I' => 278.0,
                'm' | 'w' | 'M' | 'W' => 830.0,
                letter if letter.is_uppercase() => 680.0,
                _ => 540.0,
            },
        }
    }
}

/// What the codes of one byte stand for: by the table of the font's own letters, and where that says nothing by
/// its encoding.
fn letters(document: &Document, font: &Dictionary) -> Vec<String> {
    let mut own = font.clone();
    own.remove(b"Encoding");
    let mut plain = font.clone();
    plain.remove(b"ToUnicode");
    for font in [&mut own, &mut plain] {
        font.set("Type", Object::Name(b"Font".to_vec()));
    }
    let has_own = font.has(b"ToUnicode");
    let own = own.get_font_encoding_with_limit(document, LARGEST).ok().filter(|_| has_own);
    let plain = plain.get_font_encoding_with_limit(document, LARGEST).ok();
    let read = |encoding: &Option<Encoding<'_>>, code: u8| {
        let text = encoding.as_ref()?.bytes_to_string(&[code]).ok()?;
        (!text.is_empty() && !text.contains(UNKNOWN)).then_some(text)
    };
    (0..=u8::MAX)
        .map(|code| {
            let text = read(&own, code).or_else(|| read(&plain, code));
            text.unwrap_or_else(|| if code == b' ' { " ".to_owned() } else { UNKNOWN.to_string() })
        })
        .collect()
}

/// The widths of a font with codes of one byte.
fn narrow(document: &Document, font: &Dictionary, scale: f32) -> Widths {
    let widths = font.get_deref(b"Widths", document).and_then(Object::as_array);
    let Ok(widths) = widths else {
        let name = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or(b"");
        return Widths::Guessed(name.starts_with(b"Courier"));
    };
    let first = number(font.get_deref(b"FirstChar", document).ok()).unwrap_or(0.0);
    let known = (0u16..256).zip(widths).filter_map(|(at, width)| {
        let width = number(document.dereference(width).ok().map(|(_, width)| width))?;
        Some((at.saturating_add(first as u16), width * scale))
    });
    let descriptor = font.get_deref(b"FontDescriptor", document).and_then(Object::as_dict).ok();
    let missing = descriptor.and_then(|about| number(about.get(b"MissingWidth").ok()));
    Widths::Known(known.collect(), missing.unwrap_or(500.0))
}

/// How a font that draws its letters itself measures them, against thousandths.
fn scale(document: &Document, font: &Dictionary) -> f32 {
    let matrix = font.get_deref(b"FontMatrix", document).and_then(Object::as_array).ok();
    number(matrix.and_then(|matrix| matrix.first())).map_or(1.0, |scale| scale * 1000.0)
}

/// The widths of a font with codes of two bytes.
fn wide(document: &Document, font: &Dictionary) -> Widths {
    let below = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok();
    let below = below.and_then(|fonts| fonts.first()).and_then(|font| document.dereference(font).ok());
    let Some(below) = below.and_then(|(_, font)| font.as_dict().ok()) else {
        return Widths::Known(HashMap::new(), 1000.0);
    };
    let missing = number(below.get_deref(b"DW", document).ok()).unwrap_or(1000.0);
    let mut known = HashMap::new();
    let entries = below.get_deref(b"W", document).and_then(Object::as_array);
    let mut entries = entries.map(|entries| entries.iter()).unwrap_or_default();
    // `first [w w w]`, or `first last w`.
    while let (Some(first), Some(next)) = (number(entries.next()), entries.next()) {
        let next = document.dereference(next).map_or(next, |(_, next)| next);
        if let Ok(widths) = next.as_array() {
            let widths = widths.iter().map(|width| number(Some(width)).unwrap_or(missing));
            known.extend((first as u16..=u16::MAX).zip(widths));
        } else if let (Some(last), Some(width)) = (number(Some(next)), number(entries.next())) {
            known.extend((first as u16..=last as u16).map(|code| (code, width)));
        }
    }
    Widths::Known(known, missing)
}

/// A number, whole or not.
pub(super) fn number(object: Option<&Object>) -> Option<f32> {
    object?.as_float().ok().filter(|number| number.is_finite())
}
