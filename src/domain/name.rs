//! A name taken apart: title, forenames, surname. Folded, so that capitals, accents, dashes, apostrophes and the
//! stop after a title do not matter. Knows nothing of who is on a roll.

use super::title::{Whom, addressed, is_title};
use nucleo_matcher::chars::normalize;

/// Small words within a surname.
pub const PARTICLES: [&str; 9] = ["de", "da", "di", "du", "la", "le", "van", "von", "der"];

/// Words made alike: small letters without accents, one kind of dash and of apostrophe, no stops.
#[must_use]
pub fn fold(words: &str) -> String {
    let letters = words.chars().filter(|letter| *letter != '.').map(|letter| match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}' => '\'',
        letter => normalize(letter),
    });
    let folded: String = letters.flat_map(char::to_lowercase).collect();
    if folded == "councillor" { "cllr".to_owned() } else { folded }
}

/// A name taken apart. Every piece is folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name {
    /// `mr`, `cllr`; empty where none is given.
    pub(super) title: String,
    /// Forenames and initials.
    pub(super) forenames: Vec<String>,
    /// The surname, with the small words in it.
    pub(super) surname: String,
}

impl Name {
    /// Takes a name apart: `Mr R P de la Tallow, OBE (Chairman)`.
    #[must_use]
    pub fn read(name: &str) -> Self {
        Self::of(bare(name).split_whitespace().map(fold))
    }

    /// The name that these folded words make.
    pub(super) fn of(words: impl Iterator<Item = String>) -> Self {
        let mut words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        let titles = words.iter().take_while(|word| is_title(word)).count();
        let titles = titles.min(words.len().saturating_sub(1));
        let title = words.drain(..titles).next_back().unwrap_or_default();
        let mut surname = words.pop().unwrap_or_default();
        while let Some(particle) = words.pop_if(|word| PARTICLES.contains(&word.as_str())) {
            surname = format!("{particle} {surname}");
        }
        Self { title, forenames: words, surname }
    }

    /// Whether the two may call the same person: the same surname, and nothing else that speaks against it.
    #[must_use]
    pub fn may_be(&self, other: &Name) -> bool {
        self.surname == other.surname && self.agrees(other)
    }

    /// Whether nothing beside the surname speaks against the two being the same person.
    pub(super) fn agrees(&self, other: &Name) -> bool {
        let mut pairs = self.forenames.iter().zip(&other.forenames);
        !self.clashes(other) && pairs.all(|(one, two)| forenames_agree(one, two))
    }

    /// Whether one has a title that only men have and the other one that only women have.
    #[must_use]
    pub fn clashes(&self, other: &Name) -> bool {
        let whom = |name: &Name| addressed(&name.title);
        matches!(
            (whom(self), whom(other)),
            (Some(Whom::Him), Some(Whom::Her)) | (Some(Whom::Her), Some(Whom::Him))
        )
    }

    /// Whether the two are so alike that they may be one person entered twice: a surname that differs by a
    /// letter, or the same name with another title.
    #[must_use]
    pub fn is_near(&self, other: &Name) -> bool {
        let titles_aside = Name { title: String::new(), ..self.clone() };
        let same = self.surname == other.surname || is_a_letter_off(&self.surname, &other.surname);
        !self.surname.is_empty() && same && titles_aside.agrees(other)
    }
}

/// Whether a forename and another, either of which may be an initial, can be of the same person.
fn forenames_agree(one: &str, two: &str) -> bool {
    let initial = |name: &str| name.chars().count() == 1;
    if initial(one) || initial(two) { one.chars().next() == two.chars().next() } else { one == two }
}

/// Whether two longer words differ by one letter: one more, one less, or another.
fn is_a_letter_off(one: &str, two: &str) -> bool {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    if one.len().min(two.len()) < 5 || one.len().abs_diff(two.len()) > 1 {
        return false;
    }
    let same = one.iter().zip(&two).take_while(|(one, two)| one == two).count();
    let skip = |word: &[char], by: usize| word.get(same + by..).unwrap_or_default().to_vec();
    let (a, b) = if one.len() >= two.len() { (1, usize::from(one.len() == two.len())) } else { (0, 1) };
    skip(&one, a) == skip(&two, b)
}

/// A name without the honours and brackets after it.
#[must_use]
pub fn bare(name: &str) -> &str {
    name.split([',', '(']).next().unwrap_or(name).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_person_entered_twice_is_noticed() {
        let near = |one: &str, two: &str| Name::read(one).is_near(&Name::read(two));
        for (one, two) in [
            ("Ms A Oake", "Mrs A Oake"),
            ("Mr Wickins", "Neil Wickens"),
            ("Cllr S Mardle-Quay", "Mr Mardle–Quay"),
            ("Dr P Staithe", "Dr Staithe"),
        ] {
            assert!(near(one, two) && near(two, one), "{one} and {two}");
        }
        for (one, two) in [("Ms A Oake", "Ms D Oake"), ("Mr Cole", "Mr Cowe"), ("Mr Tallow", "Mr Groyne")] {
            assert!(!near(one, two), "{one} and {two}");
        }
    }
}
