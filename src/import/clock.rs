//! Times of day as they are printed: `10.00 am`, `17:45`, `18.30hrs`, `6 o'clock`, `noon`. Finds them in a text; does
//! not know what happens then.

use chrono::NaiveTime;
use std::ops::Range;

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
        && !text.get(word.len()..).unwrap_or("").starts_with(char::is_alphabetic)
}

/// The times of day in a text of a head, in order: also `1830`, `6 o'clock`, `noon`, and after a label or the word *at*
/// figures with a stop alone.
pub(super) fn clocks(text: &str, is_labelled: bool) -> Vec<(NaiveTime, Range<usize>)> {
    let mut clocks = found_times(text);
    let is_free = |clocks: &[(NaiveTime, Range<usize>)], at: usize| {
        !clocks.iter().any(|(_, place)| place.contains(&at))
    };
    for (at, word) in
        text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
    {
        let before = text.get(..at).unwrap_or("").trim_end().to_lowercase();
        let leads = is_labelled && before.chars().all(|sign| !sign.is_alphanumeric())
            || ["at", "from", "commencing", "starting", "@"]
                .iter()
                .any(|lead| before.rsplit(' ').next() == Some(*lead));
        let after = text.get(at + word.len()..).unwrap_or("");
        if is_free(&clocks, at)
            && let Some((time, length)) = loose(word, after, leads)
        {
            clocks.push((time, at..at + length));
        }
    }
    clocks.sort_by_key(|(_, at)| at.start);
    clocks.dedup_by(|next, before| next.1.start < before.1.end);
    clocks
}

/// A time in a looser form at the start of a word, and how far it reaches.
fn loose(word: &str, after: &str, leads: bool) -> Option<(NaiveTime, usize)> {
    let lower = word.to_lowercase().replace('’', "'");
    let bare = lower.trim_matches(|sign: char| ",;()[]".contains(sign)).trim_end_matches('.');
    if ["noon", "midday"].contains(&bare) {
        return Some((NaiveTime::from_hms_opt(12, 0, 0)?, word.len()));
    }
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, unit) = bare.split_at_checked(digits)?;
    let next = after.trim_start().to_lowercase().replace('’', "'");
    if next.starts_with("o'clock") || unit == "o'clock" {
        let hour: u32 = figures.parse().ok()?;
        let is_early = next.contains("morning") || hour >= 8;
        let hour = if is_early || hour >= 12 { hour } else { hour + 12 };
        let length = if unit.is_empty() { word.len() + 1 + "o'clock".len() } else { word.len() };
        return Some((NaiveTime::from_hms_opt(hour, 0, 0)?, length));
    }
    let is_military =
        ["h", "hrs", "hours"].contains(&unit) || unit.is_empty() && (leads || next.starts_with("h"));
    if digits == 4
        && is_military
        && !(unit.is_empty()
            && (1900..2100).contains(&figures.parse::<u32>().ok()?)
            && !next.starts_with('h'))
    {
        let (hour, minute) = figures.split_at_checked(2)?;
        return Some((NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)?, word.len()));
    }
    let (hour, minute) = bare.split_once(['.', 'h', '-'])?;
    let is_clock = leads && minute.len() == 2 && (1..=2).contains(&hour.len());
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    let evening = hour < 8 && bare.contains('.');
    is_clock
        .then(|| NaiveTime::from_hms_opt(if evening { hour + 12 } else { hour }, minute, 0))
        .flatten()
        .map(|time| (time, word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(text: &str) -> Vec<String> {
        times(text).iter().map(|time| time.format("%H:%M").to_string()).collect()
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
        assert_eq!(hours("4.00pm1 July 2021"), ["16:00"]);
        assert!(hours("Regulations 4.2 and 11.70, £12.30").is_empty());
    }

    #[test]
    fn times_of_a_head_have_looser_forms() {
        let read = |text: &str, labelled: bool| {
            let found = clocks(text, labelled);
            found.iter().map(|(time, _)| time.format("%H:%M").to_string()).collect::<Vec<_>>().join(" ")
        };
        for (text, wanted) in [
            ("at 6 o'clock", "18:00"),
            ("at 10 o’clock in the morning", "10:00"),
            ("12 noon", "12:00"),
            ("at noon", "12:00"),
            ("18.30hrs", "18:30"),
            ("1830 hrs", "18:30"),
            ("at 1830", "18:30"),
            ("in 1830", ""),
            ("7:00 P.M.", "19:00"),
            ("6pm", "18:00"),
            ("section 6.30", ""),
        ] {
            assert_eq!(read(text, false), wanted, "{text}");
        }
        assert_eq!((read("1830", true), read("18.30", true)), ("18:30".to_owned(), "18:30".to_owned()));
        assert_eq!(read("7.30", true), "19:30");
    }
}
