//! Dates and times of day as they are printed: `Thursday, 18th November, 2021`, `June 18, 2024`, `4/2/2025`,
//! `10.00 am`, `17:45`, in English, in Welsh, and in both at once. Knows nothing of what happens then.

use crate::domain::calendar::{is_ordinal, leads_to_a_day, month, weekday};
use chrono::{NaiveDate, NaiveTime};
use std::ops::Range;

/// A word of a text, and where it stands.
struct Word<'a> {
    text: &'a str,
    at: Range<usize>,
}

fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let base = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - base;
        let core = word.trim_matches(|character: char| !character.is_alphanumeric());
        Word { text: core, at: start..start + word.len() }
    })
}

/// The first date in a text, with the place of its words. A day that is told in two languages is one date:
/// `12 Chwefror 2024 / 12 February 2024`.
pub(super) fn find(text: &str) -> Option<(NaiveDate, Range<usize>)> {
    let (date, at) = first(text)?;
    let after = text.get(at.end..)?;
    let again = after.trim_start().starts_with(['/', '|', '–', '-']).then(|| first(after)).flatten();
    let same = again.filter(|(other, place)| {
        let between = after.get(..place.start).unwrap_or("");
        *other == date && words(between).all(|word| word.text.is_empty() || is_of_a_day(word.text))
    });
    let end = same.map_or(at.end, |(_, place)| at.end + place.end);
    Some((date, at.start..end))
}

/// Whether a word is a weekday, or leads to one.
fn is_of_a_day(word: &str) -> bool {
    word.split('/').all(|word| weekday(word).is_some() || leads_to_a_day(word))
}

fn first(text: &str) -> Option<(NaiveDate, Range<usize>)> {
    let mut window: [Option<Word<'_>>; 5] = [None, None, None, None, None];
    let mut rest = words(text);
    for place in &mut window {
        *place = rest.next();
    }
    while let [Some(first), second, third, fourth, fifth] = &window {
        if let Some(date) = figures(first.text) {
            return Some((date, first.at.clone()));
        }
        if let (Some(second), Some(third)) = (second, third) {
            let of = ["of", "o"].iter().any(|of| second.text.eq_ignore_ascii_case(of));
            let after = fourth.as_ref().filter(|_| of);
            let (middle, last) = after.map_or((second, third), |fourth| (third, fourth));
            if let Some(date) = in_words(first.text, middle.text, last.text) {
                return Some((date, first.at.start..last.at.end));
            }
        }
        // `Dated this 2nd day of May 2024`.
        if let (Some(second), Some(month), Some(year)) = (second, fourth, fifth)
            && second.text == "day"
            && let Some(date) = in_words(first.text, month.text, year.text)
        {
            return Some((date, first.at.start..year.at.end));
        }
        // `20 Ionawr / January 2022`.
        if let (Some(second), Some(third), Some(month), Some(year)) = (second, third, fourth, fifth)
            && third.text.is_empty()
            && let Some(date) = in_words(first.text, &format!("{}/{}", second.text, month.text), year.text)
        {
            return Some((date, first.at.start..year.at.end));
        }
        window.rotate_left(1);
        if let Some(last) = window.last_mut() {
            *last = rest.next();
        }
    }
    None
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
    words(before).all(|word| word.text.is_empty() || is_of_a_day(word.text)) && after.is_empty()
}

/// Day, month and year in either order of day and month.
fn in_words(first: &str, second: &str, third: &str) -> Option<NaiveDate> {
    let year = year(third)?;
    let (day, month) = match (day(first), month(second)) {
        (Some(day), Some(month)) => (day, month),
        _ => (day(second)?, month(first)?),
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

fn year(word: &str) -> Option<i32> {
    let all_digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| all_digits && (1800..2200).contains(year))
}

fn day(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let ordinal = word.get(digits.len()..)?.to_ascii_lowercase();
    let fits = (ordinal.is_empty() || is_ordinal(&ordinal)) && (1..=2).contains(&digits.len());
    digits.parse().ok().filter(|_| fits)
}

/// A date in figures: `4/2/2025`, `04.02.2025`, day first as in Britain, or `2025-02-04`.
fn figures(word: &str) -> Option<NaiveDate> {
    let separator = word.chars().find(|character| !character.is_ascii_digit())?;
    let parts: Vec<&str> = word.split(separator).collect();
    match (separator, parts.as_slice()) {
        ('/' | '.', [first, second, last]) => {
            NaiveDate::from_ymd_opt(year(last)?, second.parse().ok()?, first.parse().ok()?)
        }
        ('-', [first, second, last]) if first.len() == 4 => {
            NaiveDate::from_ymd_opt(year(first)?, second.parse().ok()?, last.parse().ok()?)
        }
        _ => None,
    }
}

/// The times of day in a text, in order. A time has a colon, or is followed by am or pm; noon is one too. Of `6.15 pm for
/// 6.30 pm` the second is when business begins.
pub(super) fn times(text: &str) -> Vec<NaiveTime> {
    let found = found_times(text);
    let is_before = |at: usize| {
        let (Some((_, one)), Some((_, next))) = (found.get(at), found.get(at + 1)) else { return false };
        text.get(one.end..next.start).is_some_and(|between| between.trim() == "for")
    };
    (0..found.len())
        .filter(|at| !is_before(*at))
        .filter_map(|at| found.get(at).map(|(time, _)| *time))
        .collect()
}

/// The first time of day in a text.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    found_times(text).first().map(|(time, _)| *time)
}

/// Whether a text begins with a time of day.
pub(super) fn begins_with_time(text: &str) -> bool {
    time_here(text).is_some()
}

/// The times of day in a text with the place of their figures.
pub(super) fn found_times(text: &str) -> Vec<(NaiveTime, Range<usize>)> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut skip_to = 0;
    for (at, character) in text.char_indices() {
        // `10:00-12:00` has two times, `+00:00` none.
        let to = before == '-' && skip_to > 0 && at == skip_to + 1;
        let parted = !before.is_alphanumeric() && (to || !"./:£$-+".contains(before));
        let starts = character.is_ascii_digit() && parted;
        before = character;
        if !starts || at < skip_to {
            continue;
        }
        let here = text.get(at..).unwrap_or("");
        if let Some((time, length)) = time_here(here).or_else(|| dotted(text.get(..at).unwrap_or(""), here)) {
            skip_to = at + length;
            found.push((time, at..at + length));
        }
    }
    found
}

/// A time at the very start of a text, and how long it is.
fn time_here(text: &str) -> Option<(NaiveTime, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 2 {
        return None;
    }
    let hour: u32 = text.get(..digits)?.parse().ok()?;
    let (minute, mut length, colon) = minutes_here(text, digits);
    let rest = text.get(length..)?;
    let blanks = rest.bytes().take_while(|byte| *byte == b' ').count();
    let half = half_of_day(rest.get(blanks..)?);
    if let Some((_, letters)) = half {
        length += blanks + letters;
    }
    let hour = match half {
        Some((true, _)) if hour < 12 => hour + 12,
        Some((false, _)) if hour == 12 => 0,
        None if !colon => return None,
        _ => hour,
    };
    Some((NaiveTime::from_hms_opt(hour, minute, 0)?, length))
}

/// The times in words that are nothing but times, as behind a date: `10.00 to 12.30`; none if they say more.
pub(super) fn plain_clocks(words: &str) -> Vec<NaiveTime> {
    let mut clocks = Vec::new();
    for word in words.split([' ', ',', '-', '–']).filter(|word| !word.is_empty()) {
        let (minute, length, _) = minutes_here(word, word.bytes().take_while(u8::is_ascii_digit).count());
        let hour = word.split('.').next().and_then(|hour| hour.parse().ok());
        match hour.and_then(|hour| NaiveTime::from_hms_opt(hour, minute, 0)) {
            Some(clock) if length == word.len() && word.contains('.') => clocks.push(clock),
            _ if ["to", "from", "at", "until"].contains(&word) => {}
            _ => return Vec::new(),
        }
    }
    clocks
}

/// A time with a stop and no half of the day, `at 14.00`: the word before tells it from other figures.
fn dotted(before: &str, here: &str) -> Option<(NaiveTime, usize)> {
    let leads = [" at ", " from ", " commencing "].iter().any(|word| before.ends_with(word));
    let digits = here.bytes().take_while(u8::is_ascii_digit).count();
    let (minute, length, _) = minutes_here(here, digits);
    let after = here.get(length..)?;
    let is_measure =
        after.starts_with('%') || [" per", " m", " k", " h"].iter().any(|unit| after.starts_with(unit));
    if !leads || !(1..=2).contains(&digits) || length == digits || is_measure {
        return None;
    }
    Some((NaiveTime::from_hms_opt(here.get(..digits)?.parse().ok()?, minute, 0)?, length))
}

/// The minutes after the hour, where the time ends, and whether a colon parted them.
fn minutes_here(text: &str, hour_digits: usize) -> (u32, usize, bool) {
    let bare = (0, hour_digits, false);
    let Some(separator) = text.get(hour_digits..hour_digits + 1) else { return bare };
    let Some(figures) = text.get(hour_digits + 1..hour_digits + 3) else { return bare };
    let more = text.as_bytes().get(hour_digits + 3).is_some_and(u8::is_ascii_digit);
    match figures.parse() {
        Ok(minute)
            if [".", ":"].contains(&separator)
                && !more
                && figures.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            (minute, hour_digits + 3, separator == ":")
        }
        _ => bare,
    }
}

/// Whether what follows a time is pm (true) or am (false), and how long that is.
fn half_of_day(rest: &str) -> Option<(bool, usize)> {
    const FORMS: [(&str, bool); 10] = [
        ("p.m.", true),
        ("a.m.", false),
        ("p.m", true),
        ("a.m", false),
        ("pm", true),
        ("am", false),
        ("noon", true),
        ("midday", true),
        ("hours", false),
        ("hrs", false),
    ];
    let (form, after_noon) = FORMS.iter().find(|(form, _)| starts_with_word(rest, form))?;
    Some((*after_noon, form.len()))
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
        && !text.get(word.len()..).unwrap_or("").starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    fn hours(text: &str) -> Vec<String> {
        times(text).iter().map(|time| time.format("%H:%M").to_string()).collect()
    }

    #[test]
    fn dates_are_read_in_every_printed_form() {
        assert_eq!(date("Thursday, 18th November, 2021, at 10.00 am"), day(2021, 11, 18));
        assert_eq!(date("Regular Meeting – Tuesday, June 18, 2024"), day(2024, 6, 18));
        assert_eq!(date("on the 3rd of May 2023"), day(2023, 5, 3));
        assert_eq!(date("Tuesday 4/2/2025"), day(2025, 2, 4));
        assert_eq!(date("13 Jun 2023 - 17:45"), day(2023, 6, 13));
        assert_eq!(date("31 February 2023"), None);
        assert_eq!(date("Minutes of 2012"), None);
        assert!(is_only_a_date("Wednesday, 10 November 2021"));
        assert!(is_only_a_date("Dated 10 November 2021."));
        assert!(!is_only_a_date("The meeting of 10 November 2021"));
    }

    #[test]
    fn dates_are_read_in_welsh_and_in_both_languages() {
        for words in [
            "20 Ionawr / January 2022",
            "20 Ionawr/January 2022",
            "20fed Ionawr 2022",
            "20 o Ionawr 2022",
            "Dydd Iau, 20 Ionawr 2022",
            "Dydd Iau / Thursday 20 Ionawr / January 2022",
            "Nos Iau 20 Ionawr 2022 / Thursday, 20 January 2022",
            "20 Ionawr 2022 – 20 January 2022",
        ] {
            assert_eq!(date(words), day(2022, 1, 20), "{words}");
            assert!(is_only_a_date(words), "{words}");
        }
        assert_eq!(date("a gynhaliwyd ar 2 Rhagfyr 2021"), day(2021, 12, 2));
        assert_eq!(date("dydd Mawrth 1af o Fawrth 2022"), day(2022, 3, 1));
        assert_eq!(date("20 Ionawr / March 2022"), None);
        assert!(!is_only_a_date("20 Ionawr 2022 / 21 January 2022"));
    }

    #[test]
    fn times_are_told_from_other_figures() {
        assert_eq!(hours("at 10.00 am"), ["10:00"]);
        assert_eq!(hours("9.30am – 12.45pm"), ["09:30", "12:45"]);
        assert_eq!(hours("2pm – 4pm"), ["14:00", "16:00"]);
        assert_eq!(hours("6.15pm for 6.30pm"), ["18:30"]);
        assert_eq!(hours("17:45 to 19:30"), ["17:45", "19:30"]);
        assert_eq!(hours("10:00-12:00 (UTC+00:00)"), ["10:00", "12:00"]);
        assert_eq!(hours("at 7.30 p.m. for business"), ["19:30"]);
        assert!(hours("Regulations 4.2 and 11.70, £12.30").is_empty());
    }
}
