//! House rules as data: the styles in which minutes are printed. They come with the program, a RON file each,
//! and a clerk can add more, or put another in the place of one. Knows no folders and no sessions.

use crate::domain::style::Style;
use std::sync::LazyLock;

/// The styles that can be asked for, the usual one first.
#[derive(Debug, Clone)]
pub struct Houses {
    styles: Vec<Style>,
}

/// What comes with the program. The first is used where none is asked for.
const STYLES: [&str; 4] = [
    include_str!("styles/numbered.ron"),
    include_str!("styles/running.ron"),
    include_str!("styles/bracketed.ron"),
    include_str!("styles/web.ron"),
];

static BUILT_IN: LazyLock<Houses> = LazyLock::new(|| {
    let mut houses = Houses { styles: Vec::new() };
    for text in STYLES {
        // That every one of them can be read is held by a test.
        let _ = houses.add_style(text);
    }
    houses
});

impl Default for &'static Houses {
    fn default() -> Self {
        Houses::built_in()
    }
}

impl Houses {
    /// What comes with the program.
    #[must_use]
    pub fn built_in() -> &'static Houses {
        &BUILT_IN
    }

    /// Adds a style, read from RON, or puts it in the place of the one that has its name. What it leaves out
    /// is as in [`Style::default`].
    ///
    /// # Errors
    /// What is wrong with the text, and where.
    pub fn add_style(&mut self, text: &str) -> Result<(), String> {
        let options =
            ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let style: Style = options
            .from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| format!("{} at {}", error.code, error.span.start))?;
        if style.name.trim().is_empty() {
            return Err("a style needs a name".to_owned());
        }
        match self.styles.iter_mut().find(|known| known.name == style.name) {
            Some(known) => *known = style,
            None => self.styles.push(style),
        }
        Ok(())
    }

    /// Every style, the usual one first.
    #[must_use]
    pub fn styles(&self) -> &[Style] {
        &self.styles
    }

    /// The style with this name; an empty name means the usual one.
    #[must_use]
    pub fn style(&self, name: &str) -> Option<&Style> {
        self.styles.iter().find(|style| name.is_empty() || style.name == name)
    }

    /// The style with this name, or the usual one where there is none of that name.
    #[must_use]
    pub fn style_or_usual(&self, name: &str) -> &Style {
        static PLAIN: LazyLock<Style> = LazyLock::new(Style::default);
        self.style(name).or(self.styles.first()).unwrap_or(&PLAIN)
    }

    /// The names of the styles, for a list to choose from or a sentence.
    #[must_use]
    pub fn style_names(&self) -> Vec<String> {
        self.styles.iter().map(|style| style.name.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::BlockId;
    use crate::domain::minutes::{Block, Kind};
    use crate::domain::style::{Counter, Form};

    fn marks(style: &str, blocks: &[(Kind, u8)]) -> Vec<String> {
        let mut counter = Counter::default();
        let style = Houses::built_in().style(style).unwrap();
        let block = |(kind, level): &(Kind, u8)| Block {
            kind: kind.clone(),
            level: *level,
            ..Block::paragraph(BlockId(1), "words")
        };
        blocks.iter().map(|shape| counter.mark(&block(shape), style).text().into_owned()).collect()
    }

    #[test]
    fn every_style_of_the_program_can_be_read() {
        let mut houses = Houses { styles: Vec::new() };
        for text in STYLES {
            houses.add_style(text).unwrap();
        }
        assert_eq!(houses.style_names(), ["numbered", "running", "bracketed", "web"]);
        assert!(houses.styles().iter().all(|style| style.about.ends_with('.')));
    }

    #[test]
    fn a_clerk_adds_a_style_by_saying_what_differs() {
        let mut houses = Houses::built_in().clone();
        houses
            .add_style("(name: \"harbour\", resolved: \"DECIDED\", paragraphs: (Roman, Letter, None))")
            .unwrap();
        let style = houses.style("harbour").unwrap();
        assert_eq!((style.resolved.as_str(), style.paragraphs[0]), ("DECIDED", Form::Roman));
        assert_eq!(style.item, Style::default().item);
        houses.add_style("(name: \"web\", about: \"Ours.\")").unwrap();
        assert_eq!(houses.styles().len(), 5);
        assert_eq!(houses.style("web").unwrap().about, "Ours.");
    }

    #[test]
    fn a_style_that_cannot_be_read_says_where() {
        let mut houses = Houses::built_in().clone();
        let wrong = houses.add_style("(name: \"x\",\n paragraphs: (Dots))").unwrap_err();
        assert!(wrong.contains("Dots") && wrong.contains("at 2:"), "{wrong}");
        assert!(houses.add_style("(about: \"No name.\")").unwrap_err().contains("name"));
    }

    #[test]
    fn letters_restart_under_every_paragraph() {
        use Kind::Paragraph;
        let shapes =
            [(Paragraph, 0), (Paragraph, 1), (Paragraph, 2), (Paragraph, 1), (Paragraph, 0), (Paragraph, 1)];
        assert_eq!(marks("bracketed", &shapes), ["(1)", "(a)", "(i)", "(b)", "(2)", "(a)"]);
    }

    #[test]
    fn a_private_note_takes_no_number() {
        let shapes = [(Kind::Paragraph, 0), (Kind::Note, 0), (Kind::Paragraph, 0)];
        assert_eq!(marks("numbered", &shapes), ["1.", "//", "2."]);
    }

    #[test]
    fn a_resolution_has_its_word_and_its_parts() {
        let shapes =
            [(Kind::Paragraph, 0), (Kind::Resolution, 0), (Kind::Resolution, 1), (Kind::Resolution, 1)];
        assert_eq!(marks("running", &shapes), ["", "RESOLVED", "A.", "B."]);
        assert_eq!(marks("numbered", &shapes), ["1.", "RESOLVED", "(a)", "(b)"]);
    }
}
