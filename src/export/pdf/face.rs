//! The letters of a PDF: two weights of a face, how wide each letter is, and which letters there are. The fonts
//! come with the program (Noto, under the SIL Open Font License; see `fonts/OFL.txt`).

use crate::domain::setting;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;
use std::ops::Range;

const SANS: (&[u8], &[u8]) =
    (include_bytes!("../fonts/NotoSans-Regular.ttf"), include_bytes!("../fonts/NotoSans-Bold.ttf"));
const SERIF: (&[u8], &[u8]) =
    (include_bytes!("../fonts/NotoSerif-Regular.ttf"), include_bytes!("../fonts/NotoSerif-Bold.ttf"));

/// What is printed for a letter that the face does not have.
const REPLACEMENT: char = '\u{fffd}';

/// How many letters of an alphabet are looked up once and kept: Latin with its accents, Greek, Cyrillic.
const KEPT: u32 = 0x500;

/// One weight.
pub(super) struct Weight {
    /// The font, as it is embedded.
    pub font: Font,
    /// The glyph and the advance of the first letters, in parts of the size.
    kept: Vec<Option<(u32, f32)>>,
    bytes: &'static [u8],
}

/// A face in two weights.
pub(super) struct Face {
    pub plain: Weight,
    pub strong: Weight,
}

impl Face {
    /// The face that a house has chosen. None only if the program was built with a font that is none.
    pub fn of(face: setting::Face) -> Option<Face> {
        let (plain, strong) = match face {
            setting::Face::Sans => SANS,
            setting::Face::Serif => SERIF,
        };
        Some(Face { plain: Weight::of(plain)?, strong: Weight::of(strong)? })
    }

    /// The letters of a text that the face does not have.
    pub fn missing(&self, text: &str, missing: &mut BTreeSet<char>) {
        missing.extend(text.chars().filter(|letter| !is_mute(*letter) && self.plain.has(*letter).is_none()));
    }
}

impl Weight {
    fn of(bytes: &'static [u8]) -> Option<Weight> {
        let font = Font::new(bytes.into(), 0)?;
        let mut weight = Weight { font, kept: Vec::new(), bytes };
        let looked_up: Vec<_> = {
            let reference = FontRef::new(bytes).ok()?;
            (0..KEPT).map(|code| look_up(&reference, char::from_u32(code)?)).collect()
        };
        weight.kept = looked_up;
        Some(weight)
    }

    /// The glyph and the advance of a letter, if the face has it.
    fn has(&self, letter: char) -> Option<(u32, f32)> {
        match self.kept.get(letter as usize) {
            Some(kept) => *kept,
            None => look_up(&FontRef::new(self.bytes).ok()?, letter),
        }
    }

    /// The glyph and the advance by which a letter is printed.
    fn letter(&self, letter: char) -> (u32, f32) {
        self.has(letter).or_else(|| self.has(REPLACEMENT)).unwrap_or((0, 0.0))
    }

    /// How wide a letter is at a size, in points.
    pub fn width(&self, letter: char, size: f32) -> f32 {
        if is_mute(letter) { 0.0 } else { self.letter(letter).1 * size }
    }

    /// The glyphs of a part of a text, for drawing.
    pub fn glyphs(&self, text: &str, part: Range<usize>) -> Vec<KrillaGlyph> {
        let letters = text.get(part.clone()).unwrap_or_default().char_indices();
        let seen = letters.filter(|(_, letter)| !is_mute(*letter));
        seen.map(|(at, letter)| {
            let (glyph, advance) = self.letter(letter);
            let from = part.start + at;
            KrillaGlyph {
                glyph_id: GlyphId::new(glyph),
                text_range: from..from + letter.len_utf8(),
                x_advance: advance,
                x_offset: 0.0,
                y_offset: 0.0,
                y_advance: 0.0,
                location: None,
            }
        })
        .collect()
    }
}

/// Whether a letter is never seen: joiners, soft hyphens, signs of direction, selectors of a form.
fn is_mute(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// The glyph of a letter, and its advance in parts of the size.
///
/// The advance is the font's own, in the font's units: one that is scaled to a size is rounded to the pixels of a screen, and
/// every letter would be moved by what it differs, which makes twenty bytes of each in the file.
fn look_up(font: &FontRef<'_>, letter: char) -> Option<(u32, f32)> {
    let glyph = font.charmap().map(letter).filter(|glyph| glyph.to_u32() != 0)?;
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let units = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
    Some((glyph.to_u32(), metrics.advance_width(glyph)? / units))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_advances_by_whole_units_of_its_font() {
        for face in [setting::Face::Sans, setting::Face::Serif].map(|face| Face::of(face).unwrap()) {
            for (weight, letter) in
                [&face.plain, &face.strong].iter().flat_map(|w| ('!'..='z').map(move |l| (w, l)))
            {
                let units = weight.font.units_per_em() * weight.width(letter, 1.0);
                assert!((units - units.round()).abs() < 0.001, "{letter} {units}");
            }
        }
    }
}
