//! Dates as they are printed: `Thursday, 18th November, 2021`, `June 18, 2024`, `4/2/2025`, `7thMarch 2023`, in English,
//! Welsh and Irish, and in two languages at once. [`find`] reads what is a date anywhere; [`days`] reads the looser forms
//! of a head as well, such as `25/4/23`. Does not know what happens on a day.

pub(super) use super::clock::{begins_with_time, found_times, plain_clocks, time, times};
use crate::domain::calendar::{is_ordinal, leads_to_a_day, month as named, weekday};
use chrono::{Datelike, NaiveDate, Weekday};
use std::ops::Range;

/// Date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Day {
    pub date: NaiveDate,
    /// Place of its words, without the weekday.
    pub at: Range<usize>,
    /// Weekday printed beside it.
    pub weekday: Option<Weekday>,
    /// Whether it is in figures that can be read in two orders: `5/9/2023`.
    pub has_two_orders: bool,
}

/// Order of day and month in figures, and whether two figures are a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Style {
    pub month_first: bool,
    pub short_years: bool,
}

/// The first date in a text, with the place of its words. The same day in two languages is one date:
/// `12 Chwefror 2024 / 12 February 2024`.
pub(super) fn find(text: &str) -> Option<(NaiveDate, Range<usize>)> {
    let (date, at) = first(text)?;
    let after = text.get(at.end..)?;
    let again = after.trim_start().starts_with(['/', '|', '–', '-']).then(|| first(after)).flatten();
    let same = again.filter(|(other, place)| {
        let between = after.get(..place.start).unwrap_or("");
        *other == date && words(between).all(|word| word.is_empty() || is_of_a_day(word))
    });
    let end = same.map_or(at.end, |(_, place)| at.end + place.end);
    Some((date, at.start..end))
}

fn first(text: &str) -> Option<(NaiveDate, Range<usize>)> {
    let style = Style::default();
    let mut places = figures(text);
    places.find_map(|at| read(text, at, style)).map(|day| (day.date, day.at))
}

/// All dates in a text of a head.
pub(super) fn days(text: &str, style: Style) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for at in figures(text) {
        if days.last().is_some_and(|day| at < day.at.end) {
            continue;
        }
        if let Some(mut day) = read(text, at, style) {
            day.weekday = weekday_beside(text, &day.at);
            days.push(day);
        }
    }
    days
}

/// The first date in a text.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    find(text).map(|(date, _)| date)
}

/// Whether a text is a date and nothing else beside a weekday.
pub(super) fn is_only_a_date(text: &str) -> bool {
    let Some((_, at)) = find(text) else { return false };
    let before = text.get(..at.start).unwrap_or("");
    let after = text.get(at.end..).unwrap_or("").trim().trim_end_matches('.');
    words(before).all(|word| word.is_empty() || is_of_a_day(word)) && after.is_empty()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
}

/// Whether a word is a weekday, or leads to one.
fn is_of_a_day(word: &str) -> bool {
    word.split('/').all(|word| any_weekday(word).is_some() || leads_to_a_day(word))
}

/// Weekday in full, cut to its usual length, or in Irish.
pub(super) fn any_weekday(word: &str) -> Option<Weekday> {
    const SHORT: [(&str, Weekday); 15] = [
        ("mon", Weekday::Mon),
        ("tue", Weekday::Tue),
        ("tues", Weekday::Tue),
        ("wed", Weekday::Wed),
        ("weds", Weekday::Wed),
        ("thu", Weekday::Thu),
        ("thur", Weekday::Thu),
        ("thurs", Weekday::Thu),
        ("fri", Weekday::Fri),
        ("sat", Weekday::Sat),
        ("sun", Weekday::Sun),
        ("luain", Weekday::Mon),
        ("máirt", Weekday::Tue),
        ("céadaoin", Weekday::Wed),
        ("déardaoin", Weekday::Thu),
    ];
    let lower = word.trim_end_matches('.').to_lowercase();
    weekday(&lower).or_else(|| SHORT.iter().find(|(short, _)| *short == lower).map(|(_, day)| *day))
}

fn weekday_beside(text: &str, at: &Range<usize>) -> Option<Weekday> {
    let before = text.get(..at.start).unwrap_or("").trim_end_matches([' ', ',', '(', '-', '–']);
    let before = before.strip_suffix(" the").unwrap_or(before).trim_end_matches([' ', ',']);
    let last = before.rsplit([' ', '\u{a0}', ',', '(', '–', '>', ';']).next().unwrap_or("");
    any_weekday(last).or_else(|| {
        let after = text.get(at.end..)?.trim_start_matches([' ', ',', '(', '[']);
        any_weekday(after.split([' ', ',', ')', ']']).next()?)
    })
}

/// Places in a text where a number begins.
fn figures(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter(move |at| {
        let is_figure = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        is_figure(*at) && at.checked_sub(1).is_none_or(|before| !is_figure(before))
    })
}

/// Text that is still to be read.
#[derive(Clone, Copy)]
struct Rest<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Rest<'a> {
    fn left(self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn number(&mut self) -> Option<(u32, usize)> {
        let length = self.left().bytes().take_while(u8::is_ascii_digit).count();
        let number = self.left().get(..length)?.parse().ok()?;
        self.at += length;
        Some((number, length))
    }

    fn letters(&mut self) -> &'a str {
        let left = self.left();
        let length = left.find(|sign: char| !sign.is_alphabetic()).unwrap_or(left.len());
        self.at += length;
        left.get(..length).unwrap_or("")
    }

    fn skip(&mut self, signs: &[char]) {
        let left = self.left();
        self.at += left.len() - left.trim_start_matches(signs).len();
    }
}

/// The date whose first number stands here.
fn read(text: &str, at: usize, style: Style) -> Option<Day> {
    let before = text.get(..at)?;
    let mut signs = before.chars().rev();
    let (last, second) = (signs.next(), signs.next());
    let joined =
        last.is_some_and(|sign| "./:-–'’".contains(sign)) && second.is_some_and(|sign| sign.is_ascii_digit());
    if joined || last.is_some_and(|sign| "£$€#".contains(sign)) {
        return None;
    }
    let glued = last.is_some_and(char::is_alphabetic);
    let is_part = glued || last.is_some_and(|sign| "/.-".contains(sign));
    in_figures(text, at, style)
        .filter(|_| !is_part)
        .or_else(|| month_first(text, at, style))
        .or_else(|| day_first(text, at, style))
}

fn day(date: Option<NaiveDate>, at: Range<usize>) -> Option<Day> {
    Some(Day { date: date?, at, weekday: None, has_two_orders: false })
}

/// `4/2/2025`, `04.02.2025`, `25-4-23`, `2025-02-04`.
fn in_figures(text: &str, at: usize, style: Style) -> Option<Day> {
    let mut rest = Rest { text, at };
    let (first, long) = rest.number()?;
    let sign = rest.left().chars().next().filter(|sign| "/.-".contains(*sign))?;
    rest.at += 1;
    let (second, _) = rest.number().filter(|(_, length)| *length <= 2)?;
    if !rest.left().starts_with(sign) {
        return None;
    }
    rest.at += 1;
    let (third, last) = rest.number()?;
    let after = rest.left();
    let goes_on = after.starts_with(['/', '.', '-', ':'])
        && after.chars().nth(1).is_some_and(|sign| sign.is_ascii_digit());
    if goes_on {
        return None;
    }
    let at = at..rest.at;
    if long == 4 && last <= 2 {
        return day(NaiveDate::from_ymd_opt(year(first, 4, style)?, second, third), at);
    }
    let year = year(third, last, style).filter(|_| long <= 2)?;
    let british = NaiveDate::from_ymd_opt(year, second, first);
    let american = NaiveDate::from_ymd_opt(year, first, second);
    let has_two_orders = british.is_some() && american.is_some() && first != second;
    let date = if style.month_first && sign != '.' { american.or(british) } else { british.or(american) };
    day(date, at).map(|day| Day { has_two_orders, ..day })
}

/// `18th November, 2021`, `3rd of May 2023`, `2nd day of May 2024`, `7thMarch 2023`, `20 Ionawr / January 2022`.
fn day_first(text: &str, at: usize, style: Style) -> Option<Day> {
    let mut rest = Rest { text, at };
    let (number, _) = rest.number().filter(|(_, length)| *length <= 2)?;
    let month = month_after_ordinal(&mut rest)?;
    rest.skip(&[' ', ',', '.', '-', '/', '’', '\'']);
    let (number_of_year, length) = rest.number()?;
    let year = year(number_of_year, length, style).filter(|_| length == 4 || !is_hour(rest.left()))?;
    day(NaiveDate::from_ymd_opt(year, month, number), at..rest.at)
}

/// The month behind the figures of a day, with what may stand between them.
fn month_after_ordinal(rest: &mut Rest<'_>) -> Option<u32> {
    let start = rest.at;
    rest.skip(&[' ']);
    let word = rest.letters();
    let lower = word.to_lowercase();
    let ending = ["st", "nd", "rd", "th"].iter().find(|ending| lower.starts_with(**ending));
    if is_ordinal(&lower) {
        rest.skip(&[' ', ',', '.', '-', '/']);
    } else if let Some(ending) = ending
        && named(lower.get(ending.len()..).unwrap_or("")).is_some()
    {
        rest.at -= word.len() - ending.len();
    } else {
        rest.at = start;
        rest.skip(&[' ', ',', '.', '-', '/']);
    }
    loop {
        let here = rest.at;
        let word = rest.letters().to_lowercase();
        if !["day", "of", "o", "de", "mí", "na"].contains(&word.as_str()) {
            rest.at = here;
            return in_either_language(rest);
        }
        rest.skip(&[' ']);
    }
}

/// A month, or the same month in two languages with a stroke between them.
fn in_either_language(rest: &mut Rest<'_>) -> Option<u32> {
    let month = month(rest)?;
    let mut further = *rest;
    further.skip(&[' ']);
    if !further.left().starts_with('/') {
        return Some(month);
    }
    further.skip(&['/', ' ']);
    if !further.left().starts_with(char::is_alphabetic) {
        return Some(month);
    }
    let second = self::month(&mut further)?;
    *rest = further;
    (second == month).then_some(month)
}

fn month(rest: &mut Rest<'_>) -> Option<u32> {
    const IRISH: [(&str, u32); 14] = [
        ("eanáir", 1),
        ("feabhra", 2),
        ("márta", 3),
        ("aibreán", 4),
        ("bealtaine", 5),
        ("meitheamh", 6),
        ("iúil", 7),
        ("lúnasa", 8),
        ("samhain", 11),
        ("samhna", 11),
        ("nollaig", 12),
        ("nollag", 12),
        ("meithimh", 6),
        ("aibreáin", 4),
    ];
    let word = rest.letters();
    let lower = word.to_lowercase();
    if let Some(month) = named(word) {
        return Some(month);
    }
    if let Some((_, month)) = IRISH.iter().find(|(name, _)| *name == lower) {
        return Some(*month);
    }
    let autumn = match lower.as_str() {
        "meán" | "mheán" => 9,
        "deireadh" | "dheireadh" => 10,
        _ => return None,
    };
    rest.skip(&[' ']);
    rest.letters().to_lowercase().starts_with("fómhair").then_some(autumn)
}

/// `June 18, 2024`, `May 9th 2023`, `May 9 18:00:12 2023`.
fn month_first(text: &str, at: usize, style: Style) -> Option<Day> {
    let before = text.get(..at)?.trim_end_matches([' ', '.']);
    let word = before.rsplit(|sign: char| !sign.is_alphabetic()).next()?;
    let month = named(word)?;
    let mut rest = Rest { text, at };
    let (number, _) = rest.number().filter(|(_, length)| *length <= 2)?;
    let here = rest.at;
    rest.skip(&[' ']);
    if !is_ordinal(&rest.letters().to_lowercase()) {
        rest.at = here;
    }
    rest.skip(&[' ', ',', '.']);
    let (mut figures, mut length) = rest.number()?;
    if length <= 2 && rest.left().starts_with(':') {
        rest.skip(&[':', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        rest.skip(&[' ']);
        (figures, length) = rest.number()?;
    }
    let year = year(figures, length, style).filter(|_| length == 4 || !is_hour(rest.left()))?;
    day(NaiveDate::from_ymd_opt(year, month, number), before.len() - word.len()..rest.at)
}

/// Whether two figures before these words are an hour and no year: `9 May 10.30 am`.
fn is_hour(after: &str) -> bool {
    let after_stop = after.trim_start_matches(['.', ':']);
    let lower = after.trim_start().to_lowercase();
    after_stop.len() < after.len() && after_stop.starts_with(|sign: char| sign.is_ascii_digit())
        || ["am", "pm", "a.m", "p.m", "noon", "hrs"].iter().any(|half| lower.starts_with(half))
}

fn year(number: u32, length: usize, style: Style) -> Option<i32> {
    let number = i32::try_from(number).ok()?;
    match length {
        4 => Some(number).filter(|year| (1800..2200).contains(year)),
        2 if style.short_years && (1..=60).contains(&number) => Some(2000 + number),
        2 if style.short_years && number > 60 => Some(1900 + number),
        _ => None,
    }
}

impl Day {
    /// Whether the weekday printed beside it is its own; none where none is printed.
    pub fn agrees(&self) -> Option<bool> {
        self.weekday.map(|weekday| self.date.weekday() == weekday)
    }
}

#[cfg(test)]
mod tests;
