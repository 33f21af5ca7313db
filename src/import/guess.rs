//! Guess: the headings of the best reading of a paper that is refused.

use std::fmt;

/// No more titles are printed.
const SHOWN: usize = 3;
/// No title is printed with more cells.
const WIDEST: usize = 40;

/// Headings of the best reading of a refused paper. It is empty where the paper has no reading at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guess {
    /// Titles of its headings, as printed.
    pub titles: Vec<String>,
}

impl fmt::Display for Guess {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.titles.len();
        write!(out, "{count} heading{}: ", if count == 1 { "" } else { "s" })?;
        for (at, title) in self.titles.iter().take(SHOWN).enumerate() {
            let comma = if at > 0 { ", " } else { "" };
            write!(out, "{comma}\"{}\"", crate::text::fit(title, WIDEST))?;
        }
        if count > SHOWN { write!(out, " and {} more", count - SHOWN) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_three_titles_are_printed() {
        let guess = |titles: &[&str]| {
            Guess { titles: titles.iter().map(|title| (*title).to_owned()).collect() }.to_string()
        };
        assert_eq!(guess(&["Ingredients", "Method"]), "2 headings: \"Ingredients\", \"Method\"");
        assert_eq!(guess(&["A", "B", "C", "D"]), "4 headings: \"A\", \"B\", \"C\" and 1 more");
        let long = "word ".repeat(20);
        assert!(guess(&[&long]).chars().count() < 60);
    }
}
