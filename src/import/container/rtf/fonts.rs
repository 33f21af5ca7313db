//! Tables at the head of RTF: the code pages of fonts, and the styles that are headings.

use super::code_page::CodePage;
use std::collections::HashMap;

/// Fonts and styles of a file.
#[derive(Debug, Default)]
pub(super) struct Tables {
    fonts: HashMap<i32, CodePage>,
    /// Levels of the styles that are headings, from 1, by the numbers of the styles.
    headings: HashMap<i32, u8>,
    /// Number of the font or style that is read.
    number: i32,
}

impl Tables {
    /// Takes in a control word of the table of fonts.
    pub fn font(&mut self, word: &[u8], number: i32) {
        let page = match word {
            b"f" => {
                self.number = number;
                None
            }
            b"fcharset" => CodePage::of_charset(number),
            b"cpg" => Some(CodePage::numbered(number)),
            _ => None,
        };
        self.fonts.extend(page.map(|page| (self.number, page)));
    }

    /// Takes in a control word of the table of styles.
    pub fn style(&mut self, word: &[u8], number: i32) {
        match word {
            b"s" => self.number = number,
            // A style for letters or sections is no paragraph.
            b"cs" | b"ds" | b"ts" => self.number = -1,
            b"outlinelevel" => self.head(number.saturating_add(1)),
            _ => {}
        }
    }

    /// Takes in words of the table of styles: the names of the styles.
    pub fn name(&mut self, name: &str) {
        let name = name.trim().trim_end_matches(';').to_ascii_lowercase();
        if let Some(level) = name.strip_prefix("heading ").and_then(|level| level.trim().parse().ok()) {
            self.head(level);
        }
    }

    fn head(&mut self, level: i32) {
        let level = u8::try_from(level).ok().filter(|level| (1..=9).contains(level));
        self.headings.extend(level.map(|level| (self.number, level)));
    }

    /// Code page of a font; none where it is that of the file.
    pub fn page(&self, font: i32) -> Option<CodePage> {
        self.fonts.get(&font).copied()
    }

    /// Level of the heading that a style is; 0 for none.
    pub fn heading(&self, style: i32) -> u8 {
        self.headings.get(&style).copied().unwrap_or(0)
    }
}
