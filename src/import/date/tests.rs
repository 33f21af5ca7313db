//! Tests of dates.

use super::*;

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
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
fn glued_and_broken_dates_are_read() {
    for (text, wanted) in [
        ("Tuesday 7thMarch 2023", day(2023, 3, 7)),
        ("4.00pm1 July 2021", day(2021, 7, 1)),
        ("Monday 1 st May 2023", day(2023, 5, 1)),
        ("Tuesday, 9th May, 2023", day(2023, 5, 9)),
        ("TUESDAY 9TH MAY 2023", day(2023, 5, 9)),
        ("May 9, 2023", day(2023, 5, 9)),
        ("Meeting started Tue May  9 18:00:12 2023 UTC", day(2023, 5, 9)),
        ("2023-05-09", day(2023, 5, 9)),
        ("5/23/2023", day(2023, 5, 23)),
        ("Sept. 4, 2023", day(2023, 9, 4)),
        ("Dé Luain, 9 Bealtaine 2022", day(2022, 5, 9)),
        ("4 Meán Fómhair 2023", day(2023, 9, 4)),
        ("4 Deireadh Fómhair, 2023", day(2023, 10, 4)),
        ("Dated this 2nd day of May 2024", day(2024, 5, 2)),
        ("25/4/23", None),
        ("section 4.2.2023.1", None),
    ] {
        assert_eq!(date(text), wanted, "{text}");
    }
}

#[test]
fn short_years_and_either_order_are_read_in_a_head() {
    let read = |text: &str, month_first: bool| {
        days(text, Style { month_first, short_years: true }).first().map(|day| day.date)
    };
    assert_eq!(read("25/4/23", false), day(2023, 4, 25));
    assert_eq!(read("05.05.15", false), day(2015, 5, 5));
    assert_eq!(read("Tues 9 May 23", false), day(2023, 5, 9));
    assert_eq!(read("9 May 10.30 am", false), None);
    assert_eq!(read("5/9/2023", true), day(2023, 5, 9));
    assert_eq!(read("5/9/2023", false), day(2023, 9, 5));
    assert_eq!(read("25/4/2023", true), day(2023, 4, 25));
    let found = days("Tues 9 May 2023 and Monday, 10 May 2023", Style::default());
    assert_eq!(found.iter().map(Day::agrees).collect::<Vec<_>>(), [Some(true), Some(false)]);
}
