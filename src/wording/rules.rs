//! The rules of the wording by name, as those of [`crate::domain::check`].

use crate::domain::check::{Rule, rule};

/// Every rule of wording.
pub static RULES: [Rule; 17] = [
    rule("bracket-open", "a bracket without its partner", "house style"),
    rule("quotation-open", "a quotation mark without its partner", "house style"),
    rule("doubled-word", "a word that stands twice", "house style"),
    rule("doubled-blank", "more than one blank", "house style"),
    rule("no-full-stop", "a paragraph without a full stop", "house style"),
    rule("contraction", "a contraction, such as didn’t", "house style"),
    rule("relative-date", "a date that ages, such as last year", "house style"),
    rule("present-tense", "the present tense in reported speech", "house style"),
    rule("personal-details", "an address of mail or a telephone number", "UK GDPR Art 5(1)(c)"),
    rule("weekday-wrong", "a weekday that does not fit its date", "the calendar"),
    rule("date-without-year", "a meeting’s date without its year", "house style"),
    rule("spelling", "a word that is not in the dictionary", "the system’s dictionary"),
    rule("acronym", "letters that stand for words which are not told", "house style"),
    rule("body-called-otherwise", "the body under several names", "house style"),
    rule("previous-minutes-of-another-day", "last minutes of another day than the last session", "practice"),
    rule("decision-in-a-paragraph", "a decision that hides in a paragraph", "practice"),
    rule("promise-in-a-paragraph", "a promise that hides in a paragraph", "practice"),
];
