//! Phrases: the clerk's abbreviations and what they stand for, with the facts of the item filled in. An
//! abbreviation is typed after a semicolon that follows a blank (`;rtn`), which no ordinary sentence has.
//! Nothing is known here of where phrases are kept.

use super::editing::{replace, splice};
use super::writing::Caret;
use super::{Desk, triggers};
use crate::domain::minutes::Block;
use crate::text;
use chrono::NaiveDate;

/// An abbreviation and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The abbreviation, without its semicolon.
    pub short: String,
    /// The words, with facts in braces: `{title}`.
    pub words: String,
}

/// The sign before an abbreviation.
pub const SIGN: char = ';';

/// What comes with the program. The clerk's own go before them.
const BUILT_IN: [(&str, &str); 7] = [
    ("rtn", "RESOLVED that the report be noted."),
    ("run", "RESOLVED that the update be noted."),
    ("rta", "RESOLVED that the recommendations in the report be agreed."),
    (
        "rmin",
        "RESOLVED that the minutes of the meeting held on {cursor} be agreed as a correct record and signed by the {chair}.",
    ),
    ("intro", "{report} introduced the report."),
    ("resp", "In response to questions, Members were advised that {cursor}"),
    ("next", "The next meeting would be held on {next}."),
];

/// Facts that can stand in a phrase, in braces.
pub const FACTS: [&str; 9] =
    ["item", "title", "report", "chair", "body", "authority", "date", "next", "cursor"];

/// A phrase with its facts filled in.
struct Filled {
    words: String,
    /// Where the cursor is to be, in bytes; none for the end.
    cursor: Option<usize>,
    /// A fact that is not known.
    missing: Option<&'static str>,
}

/// The phrases that can be typed: the clerk's own, and those that come with the program.
#[must_use]
pub fn with_built_in(own: Vec<Phrase>) -> Vec<Phrase> {
    let mut phrases = own;
    for (short, words) in BUILT_IN {
        if !phrases.iter().any(|phrase| phrase.short == short) {
            phrases.push(Phrase { short: short.to_owned(), words: words.to_owned() });
        }
    }
    phrases
}

impl Desk {
    /// Puts a phrase in place of the abbreviation before the cursor, which has just been ended by `typed`, a
    /// blank or a stop (or by nothing, where the paragraph ends). Returns whether there was one.
    pub(super) fn expand_phrase(&mut self, typed: &str) -> bool {
        let ends =
            typed.is_empty() || (typed.chars().count() == 1 && !typed.starts_with(char::is_alphanumeric));
        let Some((_, block)) = self.here().filter(|_| ends) else { return false };
        let end = self.writing.caret.at;
        let Some(before) = block.text.get(..end).and_then(|before| before.strip_suffix(typed)) else {
            return false;
        };
        let Some((start, short)) = abbreviation(before) else { return false };
        let Some(phrase) = self.phrases.iter().find(|phrase| phrase.short == short) else { return false };
        let mut filled = self.filled(&phrase.words);
        let closed = filled.words.ends_with(['.', '!', '?', ':']);
        if filled.cursor.is_none() && !(closed && (start == 0 || typed != " ")) {
            filled.words.push_str(typed);
        }
        let block = block.clone();
        self.put_phrase(&block, start, end, &filled);
        true
    }

    /// Puts a phrase at the cursor.
    pub fn insert_phrase(&mut self, words: &str) {
        let filled = self.filled(words);
        match self.here().map(|(_, block)| block.clone()) {
            Some(block) => {
                let at = self.writing.caret.at;
                self.put_phrase(&block, at, at, &filled);
            }
            // The first words under an item are typed as any others are.
            None => {
                let item = self.writing.item;
                self.type_text(" ");
                if let Some(block) = self.here().filter(|_| item.is_some()).map(|(_, block)| block.clone()) {
                    self.put_phrase(&block, 0, block.text.len(), &filled);
                }
            }
        }
    }

    /// Puts a phrase in place of the words of a block from `start` to `end`, as one step. A phrase that is
    /// the beginning of the paragraph says what the paragraph is, as typing does.
    fn put_phrase(&mut self, block: &Block, start: usize, end: usize, filled: &Filled) {
        let Some(item) = self.writing.item else { return };
        let (before, after) = (block.text.get(..start).unwrap_or(""), block.text.get(end..).unwrap_or(""));
        let place = start + filled.cursor.unwrap_or(filled.words.len());
        let text = format!("{before}{}{after}", filled.words);
        let above = self.here().and_then(|(at, _)| self.item()?.minutes.get(at.checked_sub(1)?)).cloned();
        let found = triggers::read(&text, block, above.as_ref(), self.style()).filter(|_| start == 0);
        let (edit, place) = match found {
            Some(found) => {
                let rest = text.get(found.strip..).unwrap_or("").to_owned();
                let new = Block { kind: found.kind, level: found.level, text: rest, ..block.clone() };
                (replace(item, block, new), place.saturating_sub(found.strip))
            }
            None => {
                let out = block.text.get(start..end).unwrap_or("");
                (splice(item, block.id, start, out, &filled.words), place)
            }
        };
        if self.change_with_taking("Put in a phrase", vec![edit]) {
            self.writing.place(Caret::new(block.id, place));
            if let Some(missing) = filled.missing {
                self.warn(format!("{missing} is not known; … stands for it."));
            }
        }
    }

    /// The words of a phrase with the facts of the item filled in.
    fn filled(&self, words: &str) -> Filled {
        let mut filled = Filled { words: String::new(), cursor: None, missing: None };
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('{') {
            filled.words.push_str(before);
            let fact = after.split_once('}').filter(|(name, _)| FACTS.contains(name));
            let Some((name, after)) = fact else {
                filled.words.push('{');
                rest = after;
                continue;
            };
            rest = after;
            if name == "cursor" {
                filled.cursor = Some(filled.words.len());
                continue;
            }
            match self.fact(name) {
                Ok(words) => filled.words.push_str(&words),
                Err(missing) => {
                    filled.words.push('…');
                    filled.missing = Some(missing);
                }
            }
        }
        filled.words.push_str(rest);
        filled
    }

    /// A fact of the item or the meeting by its name; or what it is called, where it is not known.
    fn fact(&self, name: &str) -> Result<String, &'static str> {
        let head = &self.meeting().head;
        let heading = self.item().map(|item| &item.heading);
        let day = |day: Option<NaiveDate>| day.map(|day| day.format("%-d %B %Y").to_string());
        let known = |words: Option<String>| {
            words.map(|words| text::tame(words.trim())).filter(|words| !words.is_empty())
        };
        match name {
            "item" => known(heading.map(|heading| heading.label.clone())).ok_or("The label of the item"),
            "title" => known(heading.map(|heading| heading.title.clone())).ok_or("The title of the item"),
            "report" => {
                known(heading.map(|heading| reporter(&heading.report).to_owned())).ok_or("Who reports")
            }
            "chair" => Ok(self.chair_called()),
            "body" => known(Some(head.body.clone())).ok_or("The body"),
            "authority" => known(Some(head.authority.clone())).ok_or("The authority"),
            "date" => day(head.date).ok_or("The day of the meeting"),
            _ => day(head.next_meeting).ok_or("The day of the next meeting"),
        }
    }

    /// What the person in the chair is called: by the role on the roll, or as the body usually says.
    fn chair_called(&self) -> String {
        let role = self.meeting().chairs().first().map(|person| person.role.clone());
        role.unwrap_or_else(|| self.profile().words.chair.clone())
    }
}

/// Who reports, without `Report by` before the name.
fn reporter(report: &str) -> &str {
    let report = report.trim();
    let cut =
        ["Report by ", "Report of ", "Presented by "].iter().find_map(|start| report.strip_prefix(start));
    cut.unwrap_or(report)
}

/// The abbreviation at the end of a text and where it begins, its sign included.
fn abbreviation(text: &str) -> Option<(usize, &str)> {
    let start = text.rfind(SIGN)?;
    let short = text.get(start + SIGN.len_utf8()..)?;
    let plain = !short.is_empty() && short.chars().all(is_plain);
    let apart =
        text.get(..start)?.chars().next_back().is_none_or(|before| before.is_whitespace() || before == '(');
    (plain && apart).then_some((start, short))
}

/// Whether a letter can stand in an abbreviation.
#[must_use]
pub fn is_plain(letter: char) -> bool {
    letter.is_alphanumeric()
}
