//! Dates and times as a British committee prints them. Knows nothing of meetings.

use crate::domain::setting::{DateForm, TimeForm};
use crate::domain::style::Style;
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

/// A day with its weekday: `Thursday, 18 November 2021`.
pub(super) fn long_date(day: NaiveDate, style: &Style) -> String {
    let weekday = day.format("%A");
    let comma = if style.dates == DateForm::Comma { "," } else { "" };
    format!("{weekday}{comma} {}", date(day, style))
}

/// A day without its weekday: `18 November 2021`.
pub(super) fn date(day: NaiveDate, style: &Style) -> String {
    let number = match style.dates {
        DateForm::Comma | DateForm::Plain => day.day().to_string(),
        DateForm::Ordinal => ordinal(day.day()),
    };
    format!("{number} {}", day.format("%B %Y"))
}

/// A number as it is said in a date: `1st`, `22nd`.
fn ordinal(n: u32) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// A time of the day: `11.30 am`, `12.00 noon`.
#[must_use]
pub fn time(at: NaiveTime, style: &Style) -> String {
    let sign = match style.times {
        TimeForm::TwentyFour => return at.format("%H:%M").to_string(),
        TimeForm::Stop => '.',
        TimeForm::Colon => ':',
    };
    let (afternoon, hour) = at.hour12();
    let half = match (at.hour(), at.minute(), afternoon) {
        (12, 0, _) => "noon",
        (0, 0, _) => "midnight",
        (_, _, true) => "pm",
        (_, _, false) => "am",
    };
    format!("{hour}{sign}{:02} {half}", at.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_british() {
        let usual = Style::default();
        let print = |hour, minute| time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap(), &usual);
        assert_eq!(print(9, 5), "9.05 am");
        assert_eq!(print(12, 47), "12.47 pm");
        assert_eq!(print(12, 0), "12.00 noon");
        assert_eq!(print(0, 0), "12.00 midnight");
        assert_eq!(print(0, 30), "12.30 am");
    }

    #[test]
    fn dates_are_british() {
        let day = NaiveDate::from_ymd_opt(2021, 11, 8).unwrap();
        assert_eq!(long_date(day, &Style::default()), "Monday, 8 November 2021");
        assert_eq!(date(day, &Style::default()), "8 November 2021");
    }

    #[test]
    fn a_house_has_its_own_way_with_days_and_hours() {
        let day = |n| NaiveDate::from_ymd_opt(2021, 11, n).unwrap();
        let house = Style { dates: DateForm::Ordinal, times: TimeForm::Colon, ..Style::default() };
        let days: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 22, 30].map(ordinal).to_vec();
        assert_eq!(days.join(" "), "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 30th");
        assert_eq!(long_date(day(18), &house), "Thursday 18th November 2021");
        let half_past_two = NaiveTime::from_hms_opt(14, 30, 0).unwrap();
        assert_eq!(time(half_past_two, &house), "2:30 pm");
        let house = Style { dates: DateForm::Plain, times: TimeForm::TwentyFour, ..house };
        assert_eq!(long_date(day(18), &house), "Thursday 18 November 2021");
        assert_eq!(time(half_past_two, &house), "14:30");
    }
}
