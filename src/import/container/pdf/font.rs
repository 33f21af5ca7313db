//! The fonts of a PDF, as far as they say which letters a code stands for, how wide they are and whether they are
//! bold. Knows nothing else of how letters look.

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
    bold: bool,
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
        let bold = is_bold(document, font);
        let kind = font.get(b"Subtype").and_then(Object::as_name).unwrap_or(b"");
        if kind == b"Type0" {
            let encoding = font.get_font_encoding_with_limit(document, LARGEST).ok();
            let encoding = encoding.filter(|encoding| matches!(encoding, Encoding::UnicodeMapEncoding(_)));
            let letters = Letters::Two(encoding, HashMap::new());
            return Self { letters, widths: wide(document, font), bold };
        }
        let scale = if kind == b"Type3" { scale(document, font) } else { 1.0 };
        let letters = Letters::One(letters(document, font));
        Self { letters, widths: narrow(document, font, scale), bold }
    }

    /// Whether its letters are bold.
    pub fn is_bold(&self) -> bool {
        self.bold
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
    let Some(below) = below(document, font) else {
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

/// The font in which the letters of a font with codes of two bytes are.
fn below<'a>(document: &'a Document, font: &'a Dictionary) -> Option<&'a Dictionary> {
    let fonts = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok()?;
    document.dereference(fonts.first()?).ok()?.1.as_dict().ok()
}

/// Letters at least this heavy are bold.
const HEAVY: f32 = 600.0;
/// The flag of a font whose letters are made bold.
const FORCED: u32 = 1 << 18;

/// Whether a font is bold: by its name, its weight or the flag that makes it so.
fn is_bold(document: &Document, font: &Dictionary) -> bool {
    let name = font.get_deref(b"BaseFont", document).and_then(Object::as_name).unwrap_or(b"");
    if is_bold_name(&String::from_utf8_lossy(name)) {
        return true;
    }
    let within = below(document, font).unwrap_or(font);
    let about = within.get_deref(b"FontDescriptor", document).and_then(Object::as_dict).ok();
    let told = |name: &[u8]| number(about.and_then(|about| about.get(name).ok()));
    let is_heavy = told(b"FontWeight").is_some_and(|weight| weight >= HEAVY);
    is_heavy || told(b"Flags").is_some_and(|flags| flags as u32 & FORCED != 0)
}

/// Whether the name of a font says that it is bold: `Calibri-Bold`, `ABCDEF+Arial,BoldItalic`, `HelveticaNeueHeavy`.
fn is_bold_name(name: &str) -> bool {
    const WEIGHTS: [&str; 7] = ["bold", "black", "heavy", "semibold", "demibold", "demi", "extrabold"];
    // The bold letters of TeX.
    const TEX: [&str; 4] = ["cmbx", "cmssbx", "sfbx", "cmb1"];
    let name = name.split_once('+').map_or(name, |(_, name)| name);
    let lower = name.to_ascii_lowercase();
    let stands_alone = |at: usize, weight: &str| {
        let before = name.get(..at).and_then(|before| before.chars().next_back());
        let after = name.get(at + weight.len()..).and_then(|after| after.chars().next());
        let capital =
            name.get(at..).is_some_and(|from| from.starts_with(|letter: char| letter.is_uppercase()));
        before.is_some_and(|before| !before.is_alphanumeric())
            || capital && !after.is_some_and(char::is_lowercase)
    };
    TEX.iter().any(|start| lower.starts_with(start))
        || WEIGHTS.iter().any(|weight| lower.match_indices(weight).any(|(at, _)| stands_alone(at, weight)))
}

/// A number, whole or not.
pub(super) fn number(object: Option<&Object>) -> Option<f32> {
    object?.as_float().ok().filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bold_font_is_known_by_its_name() {
        for name in [
            "Helvetica-Bold",
            "ABCDEF+Arial,BoldItalic",
            "TimesNewRomanPS-BoldMT",
            "HelveticaNeueHeavy",
            "OpenSans-SemiBold",
            "Frutiger-Black",
            "AvantGarde-Demi",
            "Lato-Semibold",
            "helvetica-bold",
            "CMBX10",
        ] {
            assert!(is_bold_name(name), "{name}");
        }
        for name in
            ["Helvetica", "BOLDEN+Arial", "BlackadderITC-Regular", "Academy", "Blackletter", "CMR10", "F1"]
        {
            assert!(!is_bold_name(name), "{name}");
        }
    }
}
