//! Dates and times as a British committee prints them. Knows nothing of meetings.

use chrono::{NaiveDate, NaiveTime, Timelike};

/// A day with its weekday: `Thursday, 18 November 2021`.
pub(super) fn long_date(day: NaiveDate) -> String {
    day.format("%A, %-d %B %Y").to_string()
}

/// A day without its weekday: `18 November 2021`.
pub(super) fn date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// A time of the day: `11.30 am`, `12.00 noon`.
pub(super) fn time(at: NaiveTime) -> String {
    let (afternoon, hour) = at.hour12();
    let half = match (at.hour(), at.minute(), afternoon) {
        (12, 0, _) => "noon",
        (0, 0, _) => "midnight",
        (_, _, true) => "pm",
        (_, _, false) => "am",
    };
    format!("{hour}.{:02} {half}", at.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_british() {
        let print = |hour, minute| time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
        assert_eq!(print(9, 5), "9.05 am");
        assert_eq!(print(12, 47), "12.47 pm");
        assert_eq!(print(12, 0), "12.00 noon");
        assert_eq!(print(0, 0), "12.00 midnight");
        assert_eq!(print(0, 30), "12.30 am");
    }

    #[test]
    fn dates_are_british() {
        let day = NaiveDate::from_ymd_opt(2021, 11, 8).unwrap();
        assert_eq!(long_date(day), "Monday, 8 November 2021");
        assert_eq!(date(day), "8 November 2021");
    }
}
