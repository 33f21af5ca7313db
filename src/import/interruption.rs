//! How minutes tell that a meeting was interrupted: `The meeting was adjourned at 11.20 am and resumed at 11.35 am.`,
//! `The Committee adjourned between 7.40 and 7.55 pm.` Knows the sentence, to its end: one that tells more, such as why, stays a
//! line of the minutes.

use super::date;
use super::happened::Turned;
use crate::domain::meeting::Turn;
use chrono::NaiveDate;

/// Who is said to have stopped and gone on.
const WHO: [&str; 11] = [
    "The meeting ",
    "Meeting ",
    "The Committee ",
    "The Sub-Committee ",
    "The Cabinet ",
    "The Council ",
    "The Board ",
    "The Partnership ",
    "The Panel ",
    "The Forum ",
    "The Authority ",
];
/// How it is said that it stopped.
const STOPPED: [(&str, Turn); 6] = [
    ("was adjourned", Turn::Adjourned),
    ("stood adjourned", Turn::Adjourned),
    ("was then adjourned", Turn::Adjourned),
    ("then adjourned", Turn::Adjourned),
    ("adjourned", Turn::Adjourned),
    ("was closed", Turn::Closed),
];
/// How it is said that it went on.
const WENT_ON: [&str; 6] =
    ["resumed", "was resumed", "reconvened", "was reconvened", "recommenced", "restarted"];
/// What stands between both.
const AND: [&str; 7] =
    [" and the meeting ", " and then ", " and it ", " and ", ", and ", "; it ", "; the meeting "];

/// The turns that a sentence tells; none where it is no such sentence, or says more.
pub(super) fn read(words: &str) -> Option<Vec<Turned>> {
    let words = words.strip_prefix('(').and_then(|words| words.strip_suffix(')')).unwrap_or(words);
    let words = words.strip_suffix('.').unwrap_or(words);
    let said = WHO.iter().find_map(|who| words.strip_prefix(who)).map(str::to_owned);
    let said = said.or_else(|| adjourned_by(words))?;
    if let Some(rest) = WENT_ON.iter().find_map(|verb| said.strip_prefix(verb)) {
        let (resumed, rest) = at(rest, Turn::Resumed)?;
        return rest.is_empty().then(|| vec![resumed]);
    }
    let (rest, turn) = STOPPED.iter().find_map(|(verb, turn)| Some((said.strip_prefix(verb)?, *turn)))?;
    if let Some(both) = from_to(rest) {
        return Some(both);
    }
    let (stopped, rest) = at(rest, turn)?;
    if rest.is_empty() {
        // That it was closed, and nothing more, is its end.
        return (turn == Turn::Adjourned).then(|| vec![stopped]);
    }
    let rest = AND.iter().find_map(|and| rest.strip_prefix(and))?;
    let rest = WENT_ON.iter().find_map(|verb| rest.strip_prefix(verb))?;
    let (resumed, rest) = at(rest, Turn::Resumed)?;
    rest.is_empty().then(|| vec![stopped, resumed])
}

/// `The Chairman adjourned the meeting at …`: what is said of the meeting, as if it had adjourned by itself.
fn adjourned_by(words: &str) -> Option<String> {
    let (who, rest) = words.split_once(" adjourned the meeting")?;
    let is_somebody = who.split(' ').count() <= 5 && !who.contains(['.', ',']);
    is_somebody.then(|| format!("adjourned{rest}"))
}

/// ` at 11.20 am`, ` at 10 am on Friday, 17 November 2023`, and what comes after.
fn at(words: &str, turn: Turn) -> Option<(Turned, &str)> {
    let words = words.strip_prefix(" at ")?;
    let (at, place) = date::found_times(words).into_iter().next().filter(|(_, place)| place.start == 0)?;
    let rest = words.get(place.end..)?;
    let (on, rest) = day(rest);
    Some((Turned { turn, at, on }, rest))
}

/// ` on Friday, 17 November 2023`, and what comes after.
fn day(words: &str) -> (Option<NaiveDate>, &str) {
    let Some(told) = words.strip_prefix(" on ") else { return (None, words) };
    let end = AND.iter().filter_map(|and| told.find(and)).min().unwrap_or(told.len());
    match told.get(..end).and_then(date::date) {
        Some(day) => (Some(day), told.get(end..).unwrap_or("")),
        None => (None, words),
    }
}

/// ` between 11.20 and 11.35 am`, ` from 8.02 pm to 8.12 pm`.
fn from_to(words: &str) -> Option<Vec<Turned>> {
    let (rest, to) =
        [(" between ", " and "), (" from ", " to "), (" from ", " until ")].into_iter().find_map(
            |(from, to)| words.strip_prefix(from).filter(|rest| rest.contains(to)).map(|rest| (rest, to)),
        )?;
    let [(from, first), (until, last)] = date::found_times(rest).try_into().ok()?;
    let is_whole = first.start == 0 && last.end == rest.len() && rest.get(first.end..last.start) == Some(to);
    let turned = |turn, at| Turned { turn, at, on: None };
    (is_whole && from < until).then(|| vec![turned(Turn::Adjourned, from), turned(Turn::Resumed, until)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(words: &str) -> Vec<String> {
        let turns = read(words).unwrap_or_default();
        turns
            .iter()
            .map(|one| format!("{} {} {:?}", one.turn.word(), one.at.format("%H:%M"), one.on))
            .collect()
    }

    #[test]
    fn an_interruption_is_read_in_the_words_of_several_houses() {
        let wanted = ["adjourned 11:20 None", "resumed 11:35 None"];
        for words in [
            "The meeting was adjourned at 11.20 am and resumed at 11.35 am.",
            "The meeting adjourned at 11.20 am and reconvened at 11.35 am.",
            "(The Committee adjourned at 11.20 am and reconvened at 11.35 am.)",
            "The Chairman adjourned the meeting at 11.20 am and the meeting resumed at 11.35 am.",
            "The Board adjourned between 11.20 am and 11.35 am.",
        ] {
            assert_eq!(told(words), wanted, "{words}");
        }
        assert_eq!(told("The meeting resumed at 2.05 pm."), ["resumed 14:05 None"]);
        assert_eq!(
            told("The meeting was adjourned at 9.10 pm and resumed at 10.00 am on Friday, 17 November 2023."),
            ["adjourned 21:10 None", "resumed 10:00 Some(2023-11-17)"]
        );
    }

    #[test]
    fn a_sentence_that_tells_more_is_left_as_it_is() {
        for words in [
            "The meeting was adjourned at 11.20 am because of a fire alarm and resumed at 11.35 am.",
            "The meeting adjourned for lunch.",
            "There being no further business, Mayor Lind adjourned the meeting at 9:24 p.m. to the meeting of July 2, 2024.",
            "The meeting was closed at 9.10 pm.",
            "The Board adjourned its decision at 11.20 am.",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }
}
