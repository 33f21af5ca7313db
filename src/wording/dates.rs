//! Days that are named: whether the weekday is right, and whether the year is there where it is wanted.

use super::Slip;
use crate::domain::calendar::{is_ordinal, named_month, weekday};
use chrono::{Datelike, NaiveDate};

/// A piece of the text between blanks, without the signs around it.
struct Token<'a> {
    at: std::ops::Range<usize>,
    word: &'a str,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut from = 0;
    for piece in text.split(' ') {
        let word = piece.trim_matches(|sign: char| !sign.is_alphanumeric());
        let start = from + piece.find(word).unwrap_or(0);
        if !word.is_empty() {
            tokens.push(Token { at: start..start + word.len(), word });
        }
        from += piece.len() + 1;
    }
    tokens
}

pub(super) fn look(text: &str, found: &mut Vec<Slip>) {
    let tokens = tokens(text);
    for at in 1..tokens.len() {
        let (Some(day), Some(month)) = (
            tokens.get(at - 1).and_then(|token| day_of(token.word)),
            tokens.get(at).and_then(|token| named_month(token.word)),
        ) else {
            continue;
        };
        let year = tokens.get(at + 1).and_then(|token| year_of(token.word));
        let weekday = at
            .checked_sub(2)
            .and_then(|before| tokens.get(before))
            .and_then(|token| weekday(token.word).map(|weekday| (token, weekday)));
        match (year, weekday) {
            (Some(year), Some((token, weekday))) => {
                let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { continue };
                if date.weekday() != weekday {
                    let right = date.format("%A").to_string();
                    let said = format!("{} was a {right}", date.format("%-d %B %Y"));
                    found.push(Slip::new("weekday-wrong", token.at.clone(), said));
                }
            }
            (None, _) if is_of_a_meeting(text, &tokens, at - 1) => {
                let range = tokens.get(at).map_or(0..0, |token| token.at.clone());
                found.push(Slip::new("date-without-year", range, "The year of the meeting is not said"));
            }
            _ => {}
        }
    }
}

/// The days that are named in full in a text.
pub(super) fn days(text: &str) -> Vec<NaiveDate> {
    let tokens = tokens(text);
    let day = |three: &[Token<'_>]| {
        let [day, month, year] = three else { return None };
        NaiveDate::from_ymd_opt(year_of(year.word)?, named_month(month.word)?, day_of(day.word)?)
    };
    tokens.windows(3).filter_map(day).collect()
}

/// Whether the words before a date say that a meeting was held then.
fn is_of_a_meeting(text: &str, tokens: &[Token<'_>], day: usize) -> bool {
    let start = tokens.get(day).map_or(0, |token| token.at.start);
    let before = text.get(..start).unwrap_or("").trim_end();
    ["held on", "meeting on", "meeting of", "held on the", "dated"]
        .iter()
        .any(|words| before.ends_with(words))
}

fn day_of(word: &str) -> Option<u32> {
    let figures = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let ending = word.get(figures.len()..).filter(|ending| ending.is_empty() || is_ordinal(ending));
    figures.parse().ok().filter(|day| ending.is_some() && (1..=31).contains(day))
}

fn year_of(word: &str) -> Option<i32> {
    word.get(..4).filter(|_| word.len() == 4)?.parse().ok().filter(|year| (1900..2200).contains(year))
}
