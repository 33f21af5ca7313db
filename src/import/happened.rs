//! What minutes tell of the course of a meeting: when it was opened and closed, and who came and went. Knows the
//! sentences, and people only by their names.

use super::date;
use super::notice;
use crate::domain::meeting::Turn;
use crate::domain::people::{Mode, Move};
use chrono::{NaiveDate, NaiveTime};

/// That the meeting was opened or closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turned {
    pub turn: Turn,
    pub at: NaiveTime,
    /// The day, where that is not the day of the meeting.
    pub on: Option<NaiveDate>,
}

/// That somebody came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moved {
    /// Who, as printed.
    pub name: String,
    pub what: Move,
    pub mode: Mode,
    pub at: Option<NaiveTime>,
    pub during: During,
    /// Why, as printed in brackets.
    pub why: String,
}

/// While what it happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum During {
    /// Nothing is said about that.
    Unsaid,
    /// The item under which it is told.
    This,
    /// Another item, which will tell it, too: its label or title.
    Other(String),
    /// A restricted item, which is left out of the copy.
    Withheld,
}

/// The sentence that the meeting was opened, or closed: `The meeting closed at 12.41 pm.`
pub(super) fn turned(words: &str) -> Option<Turned> {
    const VERBS: [(&str, Turn); 10] = [
        ("opened at ", Turn::Opened),
        ("commenced at ", Turn::Opened),
        ("began at ", Turn::Opened),
        ("started at ", Turn::Opened),
        ("closed at ", Turn::Closed),
        ("was closed at ", Turn::Closed),
        ("ended at ", Turn::Closed),
        ("finished at ", Turn::Closed),
        ("concluded at ", Turn::Closed),
        ("terminated at ", Turn::Closed),
    ];
    let rest = words.strip_prefix("The meeting ").or_else(|| words.strip_prefix("Meeting "))?;
    let (told, turn) = VERBS.iter().find_map(|(verb, turn)| Some((rest.strip_prefix(verb)?, *turn)))?;
    let (at, place) = date::found_times(told).into_iter().next().filter(|(_, place)| place.start == 0)?;
    let after = told.get(place.end..).unwrap_or("").trim_end_matches('.').trim();
    let on = after.strip_prefix("on ").and_then(date::date);
    (after.is_empty() || on.is_some()).then_some(Turned { turn, at, on })
}

/// A sentence that says that somebody came or went, and nothing else.
pub(super) fn moved(words: &str) -> Option<Moved> {
    let words = words.strip_suffix('.')?;
    let (name, what, mode, rest) = verbs(words)?;
    let (rest, why) = reason(rest);
    let for_good = rest.strip_suffix(" and did not return");
    let (rest, what) = match (for_good, what) {
        (Some(rest), Move::Left) => (rest, Move::LeftForGood),
        (Some(_), _) => return None,
        (None, what) => (rest, what),
    };
    let (at, rest) = hour(rest);
    let during = during(rest)?;
    let why = why.to_owned();
    Some(Moved { name, what, mode, at, during, why })
}

/// Who did what, over a link or not, and what else is said.
fn verbs(words: &str) -> Option<(String, Move, Mode, &str)> {
    let online = " joined the meeting online";
    let mut forms: Vec<(String, Move, Mode)> = vec![(online.to_owned(), Move::Arrived, Mode::Online)];
    for what in Move::ALL.into_iter().filter(|what| !what.is_of_the_roll_call() && *what != Move::LeftForGood)
    {
        forms.push((format!(" {} online", what.verb()), what, Mode::Online));
        forms.push((format!(" {}", what.verb()), what, Mode::Room));
    }
    let found = forms.into_iter().find_map(|(verb, what, mode)| {
        let (name, rest) = words.split_once(&verb)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| (name.to_owned(), what, mode, rest))
    });
    found.filter(|(name, ..)| is_name(name))
}

/// Whether words before a verb can be a name: few, and with a capital.
fn is_name(words: &str) -> bool {
    let count = words.split(' ').count();
    count <= 8 && words.starts_with(char::is_uppercase) && !words.contains(". ") && !words.ends_with(',')
}

/// What stands in the last bracket, which may hold others.
pub(super) fn reason(words: &str) -> (&str, &str) {
    if !words.ends_with(')') {
        return (words, "");
    }
    let mut depth = 0_u32;
    for (at, character) in words.char_indices().rev() {
        match character {
            ')' => depth += 1,
            '(' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            let inner = words.get(at + 1..words.len() - 1).unwrap_or("");
            return (words.get(..at).unwrap_or("").trim_end(), inner);
        }
    }
    (words, "")
}

/// ` at 11.20 am`, and what comes after.
fn hour(words: &str) -> (Option<NaiveTime>, &str) {
    let told = words.strip_prefix(" at ").and_then(|rest| {
        let (at, place) = date::found_times(rest).into_iter().next().filter(|(_, place)| place.start == 0)?;
        Some((Some(at), rest.get(place.end..).unwrap_or("")))
    });
    told.unwrap_or((None, words))
}

/// While what something happened; none where the words say something else.
fn during(words: &str) -> Option<During> {
    const THIS: [&str; 3] =
        [" during consideration of this item", " during this item", " when this item was reached"];
    if words.is_empty() {
        return Some(During::Unsaid);
    }
    if THIS.contains(&words) {
        return Some(During::This);
    }
    let other = words
        .strip_prefix(" during ")
        .or_else(|| words.strip_prefix(" when ")?.strip_suffix(" was reached"))?;
    if other == "a restricted item" {
        return Some(During::Withheld);
    }
    called(other).map(|called| During::Other(called.to_owned()))
}

/// An item as sentences call it: `item B1`, `the item “Winter Dredging”`.
pub(super) fn called(words: &str) -> Option<&str> {
    let title = words.strip_prefix("the item “").and_then(|rest| rest.strip_suffix('”'));
    title.or_else(|| notice::of_item(words).filter(|_| words.starts_with("item ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opening_and_close_are_read() {
        let closed = turned("The meeting closed at 12.41 pm.").unwrap();
        assert_eq!((closed.turn, closed.at), (Turn::Closed, NaiveTime::from_hms_opt(12, 41, 0).unwrap()));
        assert!(
            turned("The meeting opened at 10.02 am on Thursday, 16 November 2023.").unwrap().on.is_some()
        );
        assert_eq!(turned("The meeting closed at 12.41 pm, when all had left."), None);
    }

    #[test]
    fn comings_and_goings_are_read() {
        let left = moved("Mr Wherry left the meeting at 11.20 am during consideration of this item and did not return (to catch the ferry (the last)).").unwrap();
        assert_eq!(
            (left.name.as_str(), left.what, left.during),
            ("Mr Wherry", Move::LeftForGood, During::This)
        );
        assert_eq!(left.why, "to catch the ferry (the last)");
        let came = moved("Dr Lind joined the meeting online during item B1.").unwrap();
        assert_eq!(
            (came.what, came.mode, came.during),
            (Move::Arrived, Mode::Online, During::Other("B1".into()))
        );
        assert_eq!(moved("The members who left the meeting were thanked."), None);
        assert_eq!(moved("Cllr Dunmore left the meeting.").unwrap().during, During::Unsaid);
    }
}
