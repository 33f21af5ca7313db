//! Spelling, by a Hunspell dictionary. Knows no files: whoever has a dictionary hands its two texts in.

use super::{Slip, words};
use spellbook::Dictionary;
use std::fmt;

/// Words that committees write and general dictionaries do not have.
const OURS: [&str; 22] = [
    "agenda",
    "biennial",
    "bye-law",
    "bye-laws",
    "convener",
    "councillor",
    "councillors",
    "deputation",
    "deputations",
    "inquorate",
    "quorate",
    "seconder",
    "seconders",
    "minuted",
    "unminuted",
    "vired",
    "virement",
    "virements",
    "precepting",
    "nem",
    "con",
    "webcast",
];

/// A dictionary.
pub struct Spelling {
    dictionary: Dictionary,
}

impl fmt::Debug for Spelling {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Spelling")
    }
}

impl Spelling {
    /// A dictionary from its rules (`.aff`) and its words (`.dic`); none where they cannot be read as such.
    #[must_use]
    pub fn of(rules: &str, list: &str) -> Option<Self> {
        Dictionary::new(rules, list).ok().map(|dictionary| Self { dictionary })
    }

    /// Whether a word is spelt as the dictionary has it. Names, acronyms and whatever holds figures are not
    /// looked up: they are not in any dictionary, and nobody wants to hear of them.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        let plain = word.replace('’', "'");
        let small = plain.chars().next().is_some_and(char::is_lowercase);
        !small
            || plain.chars().any(|sign| !sign.is_alphabetic() && sign != '\'' && sign != '-')
            || plain.chars().count() < 3
            || OURS.contains(&plain.as_str())
            || self.dictionary.check(&plain)
            || plain.strip_suffix("'s").is_some_and(|owner| self.dictionary.check(owner))
    }

    pub(super) fn look(&self, text: &str, found: &mut Vec<Slip>) {
        for (at, word) in words(text) {
            if !self.knows(word) {
                found.push(Slip::new("spelling", at, format!("“{word}” is not in the dictionary")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_looked_up_and_names_are_not() {
        let spelling = Spelling::of("SET UTF-8\n", "4\nmembers\nnoted\nthe\nreport\n").unwrap();
        let mut found = Vec::new();
        spelling.look("members noted teh report of Cllr Groyne, AGM, £3,500 and the virement", &mut found);
        let wrong: Vec<&str> = found.iter().map(|slip| slip.said.as_str()).collect();
        assert_eq!(wrong, ["“teh” is not in the dictionary", "“and” is not in the dictionary"]);
    }
}
