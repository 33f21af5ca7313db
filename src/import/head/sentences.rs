//! Sentences that convene a meeting, in English and in Welsh, gathered from the rows over which they run.

use super::super::convening::{self, Convening};
use super::super::{listing, welsh};
use super::labels;
use super::names;
use super::rows::{Area, Row};

/// Sentence that convenes, and where it stands.
pub(super) struct Convened {
    pub said: Convening,
    /// Place of its first row.
    pub row: usize,
    /// How many rows it takes.
    pub length: usize,
    pub is_welsh: bool,
    /// How many sentences in its language come before it.
    pub rank: usize,
    /// Whether it speaks of another meeting than that of the paper.
    pub is_of_another: bool,
}

/// The length from which a row is taken to be wrapped.
const FULL: usize = 52;

/// The most rows that a sentence takes.
const LONGEST: usize = 7;

/// The sentences of these rows, in order.
pub(super) fn read(rows: &[Row]) -> Vec<Convened> {
    let mut found: Vec<Convened> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let sentence = rows.get(at).filter(|row| may_convene(row)).and_then(|_| sentence(rows, at));
        at += sentence.as_ref().map_or(1, |sentence| sentence.length);
        if let Some(mut sentence) = sentence {
            sentence.rank = found.iter().filter(|before| before.is_welsh == sentence.is_welsh).count();
            found.push(sentence);
        }
    }
    found
}

fn may_convene(row: &Row) -> bool {
    const WORDS: [&str; 26] = [
        "held",
        "meeting of ",
        "minutes of ",
        "minute of ",
        "notes of ",
        "record of ",
        "summoned",
        "will meet",
        "will hold",
        "take place",
        "shall meet",
        "to attend",
        "convened",
        "cyfarfod",
        "meeting on ",
        "minutes for ",
        "agenda for ",
        "hereby given",
        "will be",
        "gyfarfod",
        "met in ",
        "met on ",
        "met at ",
        "taking place",
        "scheduled for",
        "meeting to ",
    ];
    let lower = row.words.to_lowercase();
    !matches!(row.area, Area::People | Area::Menu | Area::Chat | Area::Mail | Area::FrontMatter)
        && WORDS.iter().any(|word| lower.contains(word))
}

fn sentence(rows: &[Row], at: usize) -> Option<Convened> {
    let most = rows.iter().skip(at + 1).take(LONGEST - 1).take_while(|row| goes_on(row)).count() + 1;
    let mut best: Option<(usize, Convening, bool)> = None;
    let mut words = String::new();
    for length in 1..=most {
        let row = rows.get(at + length - 1)?;
        words = format!("{words} {}", row.words).trim().to_owned();
        let whole = ends_sentence(&words);
        let welsh = welsh::read(&words);
        let is_welsh = welsh.is_some();
        let found = welsh
            .or_else(|| convening::read(&words))
            .or_else(|| meets(&words))
            .or_else(|| convening::read_heading(&words));
        if let Some(said) = found
            && best.as_ref().is_none_or(|(_, before, _)| worth(&said) >= worth(before))
        {
            best = Some((length, said, is_welsh));
        }
        if !leads_on(row, rows.get(at + length)) {
            break;
        }
        let is_complete = best.as_ref().is_some_and(|(_, said, _)| worth(said) >= 3);
        if whole && best.is_some()
            || is_complete && !continues(rows.get(at + length), row.words.len() >= FULL)
        {
            break;
        }
    }
    let (length, said, is_welsh) = best.filter(|(_, said, _)| worth(said) > 0 || said.body.is_some())?;
    let is_tail = rows.get(at).is_some_and(|row| row.area == Area::Tail);
    let is_of_another = is_of_another(&words.to_lowercase(), is_tail);
    Some(Convened { said, row: at, length, is_welsh, rank: 0, is_of_another })
}

/// Whether the words of a row lead on to the next: it is full, it ends in a small word, or the next begins in one.
fn leads_on(row: &Row, next: Option<&Row>) -> bool {
    const ENDS: [&str; 13] =
        ["of", "the", "on", "at", "in", "and", "held", "for", "to", "a", "via", "be", "from"];
    const STARTS: [&str; 9] = ["held", "to", "on", "at", "in", "of", "will", "commencing", "for"];
    let last = row.words.rsplit(' ').next().unwrap_or("").to_lowercase();
    let joins = ENDS.contains(&last.as_str()) || row.words.ends_with(',');
    let first = next.and_then(|next| next.words.split(' ').next()).unwrap_or("");
    let starts = STARTS.contains(&first.to_lowercase().as_str());
    row.words.len() >= FULL || joins || starts || continues(next, false)
}

/// How much a sentence says.
fn worth(said: &Convening) -> usize {
    usize::from(said.date.is_some()) + usize::from(said.time.is_some()) + usize::from(!said.venue.is_empty())
}

/// Whether a row goes on with the words above it.
fn goes_on(row: &Row) -> bool {
    let is_list = listing::label(&row.words).is_some() || listing::heading(&row.words).is_some();
    let labelled = row.words.split_once(':').is_some_and(|(words, _)| labels::label(words).is_some());
    !row.gap
        && !row.is_heading
        && !is_list
        && !labelled
        && row.area != Area::People
        && labels::label(&row.words).is_none()
}

/// Whether a sentence that seems to be complete goes on, as its next row begins in small letters or a wrapped place.
fn continues(next: Option<&Row>, is_full: bool) -> bool {
    let begins =
        |next: &Row| next.words.starts_with(|sign: char| sign.is_lowercase() || sign.is_ascii_digit());
    next.is_some_and(|next| goes_on(next) && (is_full || begins(next)))
}

fn ends_sentence(words: &str) -> bool {
    words.ends_with('.')
        && !words.to_lowercase().ends_with("m.")
        && words.split(' ').next_back().is_some_and(|word| word.len() > 3)
}

/// Whether words speak of an earlier or a later meeting; `The next meeting of the Board will be held` convenes.
fn is_of_another(lower: &str, is_tail: bool) -> bool {
    let next = lower.contains("next meeting") && (is_tail || !lower.contains("next meeting of"));
    next || [
        "previous meeting",
        "last meeting",
        "future meeting",
        "closed at",
        "ended at",
        "concluded at",
        "finished at",
        "approve the minutes",
        "adjourned from",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// `The Board of Selectmen will meet on 9 May 2023 at 7 pm in Room 2`; `will hold a meeting`.
fn meets(words: &str) -> Option<Convening> {
    const VERBS: [&str; 11] = [
        " will meet",
        " shall meet",
        " will hold a",
        " will hold its",
        " will hold an",
        " met on",
        " met in",
        " met at",
        " will convene",
        " will be holding",
        " is to meet",
    ];
    let lower = words.to_ascii_lowercase();
    let (at, verb) = VERBS.iter().filter_map(|verb| Some((lower.find(verb)?, verb))).min()?;
    let before = words.get(..at)?;
    let subject =
        ["that the ", "that "].iter().find_map(|that| Some(before.rsplit_once(*that)?.1)).unwrap_or(before);
    let name = names::name(subject)?;
    // The same sentence in the form that is read: `meeting of … held …`.
    let after = words.get(at + verb.len()..)?;
    let after = [" regular meeting", " special meeting", " public meeting", " meeting"]
        .iter()
        .find_map(|noun| Some(after.split_once(*noun)?.1))
        .unwrap_or(after);
    let said = convening::read(&format!("Meeting of the {} to be held {}", name.text, after.trim()))?;
    said.date.is_some().then_some(said)
}
