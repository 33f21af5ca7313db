//! Sentences and titles by which the public is excluded or comes back. Knows words alone.

use super::heading;
use super::lexicon::{self, Topic, Words};
use super::scope::{self, Scope};

/// What one sentence or paragraph below a title says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Nothing,
    /// Its item is restricted (true) or public.
    Marks(bool),
    /// It excludes the public, by its words.
    Excludes,
    /// It asks whether to exclude the public and names nothing.
    Asks,
    /// The public has gone.
    Departs,
    /// The public is back.
    Readmits,
    /// There is nothing for which the public would be excluded.
    None,
    /// It is the title of a private item that was lost.
    Lost,
}

/// No sentence about the public is longer, in words.
const LONGEST: usize = 160;
/// No line that says that the public is back is longer, in words.
const LONGEST_RETURN: usize = 45;

/// No title is longer, in words.
const LONGEST_TITLE: usize = 16;

/// Reads a paragraph below a title.
pub(super) fn read(text: &str) -> Says {
    if !may_say(text) {
        return Says::Nothing;
    }
    let words = lexicon::read(text);
    let excludes = words.has(Topic::Exclusion);
    if words.len() > LONGEST {
        return if is_statement(&words) { Says::Marks(true) } else { Says::Nothing };
    }
    if words.len() <= 12 && words.is_mark() {
        return Says::Marks(true);
    }
    if words.len() <= 2 && matches!(words.at(0), "public" | "open") && words.at(1).is_empty() {
        return Says::Marks(false);
    }
    if words.has(Topic::None) && !excludes || words.has(Topic::None) && words.has(Topic::Asks) {
        return Says::None;
    }
    if readmits_by(&words, text) {
        return Says::Readmits;
    }
    if excludes && words.has(Topic::Asks) && !is_scoped(text) {
        return Says::Asks;
    }
    if excludes && (words.has(Topic::Resolves) || words.has(Topic::Asks)) && !only_speaks(text) {
        return Says::Excludes;
    }
    let title = untagged(text);
    if words.len() <= LONGEST_TITLE && is_title(title) && heading::is_marked(title)
        || heading::opens_marked(title)
    {
        return Says::Lost;
    }
    if words.has(Topic::Departure) && !is_some(text) {
        return Says::Departs;
    }
    if is_statement(&words) { Says::Marks(true) } else { Says::Nothing }
}

/// Whether a text may say anything of the kind at all: most say nothing, and need not be looked at closely.
fn may_say(text: &str) -> bool {
    const STEMS: [&str; 17] = [
        "ublic",
        "ress ",
        "xempt",
        "onfiden",
        "rivate",
        "camera",
        "committee",
        "losed",
        "xecutive",
        "estricted",
        "bserver",
        "isitor",
        "yhoedd",
        "ithri",
        "yfrinach",
        "allery",
        "livestream",
    ];
    /// What is shorter may be no more than a word or two that say it, in bytes.
    const SHORT: usize = 60;
    text.len() <= SHORT || STEMS.iter().any(|stem| text.contains(stem)) || !text.contains(char::is_lowercase)
}

/// Words without the tag or sign that they begin with.
fn untagged(text: &str) -> &str {
    let text = text.split_once('>').filter(|_| text.starts_with('<')).map_or(text, |(_, rest)| rest);
    text.trim_matches(|sign: char| matches!(sign, '*' | '=' | '#' | '_' | ' '))
}

/// Whether a line has the look of a title.
fn is_title(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && !text.ends_with(['.', ';', ',', ':'])
}

/// Whether a title excludes the public from what follows, and does not only ask.
pub(super) fn excludes(title: &str) -> bool {
    let words = lexicon::read(title);
    words.has(Topic::Exclusion)
        && !words.has(Topic::Asks)
        && !words.has(Topic::None)
        && !readmits_by(&words, title)
}

/// Whether words let the public in again: `Readmission of the public`, `To return to open session`.
pub(super) fn readmits(text: &str) -> bool {
    readmits_by(&lexicon::read(text), text)
}

fn readmits_by(words: &Words, text: &str) -> bool {
    let lower = || text.to_lowercase();
    words.has(Topic::Readmission)
        && words.len() <= LONGEST_RETURN
        && !lower().contains("until")
        && !lower().contains("exclu")
}

fn is_statement(words: &Words) -> bool {
    words.has(Topic::Statement)
        && !words.has(Topic::Apart)
        && !words.has(Topic::Exclusion)
        && !words.has(Topic::None)
}

/// Whether what is asked names the business from which the public would be excluded.
fn is_scoped(text: &str) -> bool {
    !matches!(scope::read(text), Scope::Rest(false) | Scope::Itself)
}

/// Whether a sentence only says what may be done.
fn only_speaks(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["may be excluded", "can be excluded", "not be excluded", "right to exclude", "power to exclude"]
        .iter()
        .any(|words| lower.contains(words))
}

/// Whether a sentence is about some of the public: `Two members of the public left the meeting.`
fn is_some(text: &str) -> bool {
    let words = lexicon::read(text);
    let counts = ["one", "two", "three", "four", "five", "six", "several", "some", "a", "most", "few"];
    let before = (0..words.len()).find(|at| matches!(words.at(*at), "member" | "members"));
    let count = before.and_then(|at| at.checked_sub(1)).map_or("", |at| words.at(at));
    counts.contains(&count) || count.bytes().next().is_some_and(|first| first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_about_the_public_are_told_apart() {
        for (text, wanted) in [
            ("To resolve that the press and public be excluded for the following items.", Says::Excludes),
            ("RESOLVED that the public be excluded from the meeting.", Says::Excludes),
            ("To consider whether to exclude the public from any item.", Says::Asks),
            ("To consider whether to exclude the public for the following items.", Says::Excludes),
            ("The press and public left the meeting.", Says::Departs),
            ("The meeting moved into private session.", Says::Departs),
            ("Two members of the public left the meeting.", Says::Nothing),
            ("The meeting resumed in public session.", Says::Readmits),
            ("The public were readmitted.", Says::Readmits),
            ("No exempt items have been identified.", Says::None),
            ("Not for publication by virtue of paragraph 3 of Schedule 12A.", Says::Marks(true)),
            ("Appendix 2 is not for publication by virtue of paragraph 3.", Says::Nothing),
            ("Private", Says::Marks(true)),
            ("Public", Says::Marks(false)),
            ("The bonds are tax-exempt.", Says::Nothing),
            ("The public may be excluded from parts of the meeting.", Says::Asks),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }

    #[test]
    fn the_public_is_let_in_again() {
        for text in
            ["Readmission of the public", "To re-admit the press and public", "To return to open session"]
        {
            assert!(readmits(text), "{text}");
        }
        for text in
            ["Return of the public benches", "Minutes of the public session", "Admission of the public"]
        {
            assert!(!readmits(text), "{text}");
        }
    }
}
