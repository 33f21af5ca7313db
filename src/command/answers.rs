//! Dates, times and numbers as people type them. Which form asks for them is not known here.

use crate::domain::calendar::{leads_to_a_day, month, weekday};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

/// A number, if any is given; `label` is what was asked for.
pub(super) fn read_number(label: &str, words: &str) -> Result<Option<u32>, String> {
    if words.is_empty() {
        return Ok(None);
    }
    words.parse().map(Some).map_err(|_| format!("{label} is a number, such as 12; `{words}` is not"))
}

/// A time of the day. A bare hour is the full hour.
pub(super) fn read_time(words: &str) -> Result<NaiveTime, String> {
    let plain = words.trim().to_lowercase().replace('.', ":").replace(' ', "");
    let (clock, afternoon) = match (plain.strip_suffix("pm"), plain.strip_suffix("am")) {
        (Some(clock), _) => (clock, Some(true)),
        (_, Some(clock)) => (clock, Some(false)),
        _ => (plain.as_str(), None),
    };
    let clock = if clock.contains(':') { clock.to_owned() } else { format!("{clock}:00") };
    let time = NaiveTime::parse_from_str(&clock, "%H:%M").ok();
    let time = time.and_then(|time| match (afternoon, time.hour()) {
        (Some(true), 1..=11) => time.with_hour(time.hour() + 12),
        (Some(false), 12) => time.with_hour(0),
        _ => Some(time),
    });
    time.ok_or_else(|| format!("a time is written 10:30 or 2.15 pm; `{words}` is not one"))
}

/// A day.
pub(super) fn read_date(words: &str) -> Result<NaiveDate, String> {
    let plain = words.replace(',', " ");
    let plain: Vec<&str> = plain.split_whitespace().collect();
    let plain = plain.join(" ");
    let forms = ["%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%d/%m/%Y", "%A %d %B %Y"];
    let date = forms.iter().find_map(|form| NaiveDate::parse_from_str(&plain, form).ok());
    let date = date.or_else(|| in_words(&plain));
    date.ok_or_else(|| format!("a date is written 18 November 2021; `{words}` is not one"))
}

/// `20 Ionawr 2022`, `dydd Iau 20 Ionawr 2022`: day, month and year, and a weekday that fits.
fn in_words(words: &str) -> Option<NaiveDate> {
    let words: Vec<&str> = words.split(' ').filter(|word| !leads_to_a_day(word)).collect();
    let (named, [day, named_month, year]) = match words.as_slice() {
        [day, month, year] => (None, [day, month, year]),
        [named, day, month, year] => (Some(weekday(named)?), [day, month, year]),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month(named_month)?, day.parse().ok()?)?;
    named.is_none_or(|named| named == date.weekday()).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).ok_or_else(String::new);
        for (words, hour, minute) in [
            ("10:30", 10, 30),
            ("10.30", 10, 30),
            ("2.15 pm", 14, 15),
            ("2.15 PM", 14, 15),
            ("7pm", 19, 0),
            ("12 pm", 12, 0),
            ("12.05 am", 0, 5),
            ("9 am", 9, 0),
            (" 19 ", 19, 0),
        ] {
            assert_eq!(read_time(words), at(hour, minute), "{words}");
        }
        for words in ["", "noon", "25:00", "10:61", "10:30:15"] {
            assert!(read_time(words).is_err(), "{words}");
        }
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        let day = NaiveDate::from_ymd_opt(2021, 11, 18).ok_or_else(String::new);
        for words in [
            "18 November 2021",
            "18 Nov 2021",
            "  18  november,  2021 ",
            "2021-11-18",
            "18/11/2021",
            "Thursday, 18 November 2021",
            "18 Tachwedd 2021",
            "Dydd Iau, 18 Tachwedd 2021",
        ] {
            assert_eq!(read_date(words), day, "{words}");
        }
        for words in
            ["", "tomorrow", "31 November 2021", "Friday 18 November 2021", "dydd Llun 18 Tachwedd 2021"]
        {
            assert!(read_date(words).is_err(), "{words}");
        }
    }

    #[test]
    fn a_number_may_be_left_out_and_is_named_when_it_is_none() {
        assert_eq!(read_number("Quorum", ""), Ok(None));
        assert_eq!(read_number("Quorum", "5"), Ok(Some(5)));
        let wrong = "Quorum is a number, such as 12; `five` is not".to_owned();
        assert_eq!(read_number("Quorum", "five"), Err(wrong));
        assert!(read_number("Quorum", "-1").is_err());
    }
}
