//! Candidates for the day and the hour of a meeting, and the order of day and month in the figures of the paper.

use super::super::date::{self, Day, Style};
use super::super::{clock, letter};
use super::ballot::Ballot;
use super::labels::{Label, Labelled};
use super::lexicon;
use super::names::{self, Kind};
use super::rows::{Area, Row};
use super::sentences::Convened;
use super::weights::{Evidence, Field};
use super::words;
use chrono::{Datelike, NaiveDate, NaiveTime};

/// Start of a meeting, and its end where one is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hours {
    pub starts: NaiveTime,
    pub ends: Option<NaiveTime>,
}

/// The candidates for day and hour.
pub(super) struct Moments {
    pub days: Ballot<NaiveDate>,
    pub hours: Ballot<Hours>,
    style: Style,
}

impl Moments {
    pub fn read(rows: &[Row], convened: &[Convened], labelled: &[Labelled]) -> Self {
        let style = Style { month_first: is_month_first(rows), short_years: true };
        let mut moments = Moments { days: Ballot::new(Field::Date), hours: Ballot::new(Field::Time), style };
        for found in labelled {
            moments.labelled(rows, found);
        }
        for found in convened {
            moments.sentence(rows, found);
        }
        for (at, row) in rows.iter().enumerate() {
            let is_said = convened.iter().any(|found| (found.row..found.row + found.length).contains(&at));
            if !is_said {
                moments.row(rows, at, row);
            }
        }
        if moments.days.best(|one, other| one == other).is_none() {
            moments.without_year(rows);
        }
        moments
    }

    fn labelled(&mut self, rows: &[Row], found: &Labelled) {
        let Some(row) = rows.get(found.row) else { return };
        let is_subject = row.area == Area::Mail && found.label == Label::Meeting;
        let mut evidence = if is_subject { Vec::new() } else { words::area(row) };
        evidence.extend(match found.label {
            Label::Date | Label::Time | Label::Venue if row.area == Area::FrontMatter => None,
            Label::Date | Label::Time | Label::Venue => Some(Evidence::Label),
            Label::Meeting | Label::Body if row.area == Area::Mail => Some(Evidence::Subject),
            Label::Meeting | Label::Body => Some(Evidence::WeakLabel),
            Label::Published => Some(Evidence::Publication),
            Label::Other => Some(Evidence::OtherMeeting),
            Label::Authority | Label::None => Some(Evidence::Publication),
        });
        self.days_in(&found.value, found.row, &evidence);
        if row.area == Area::FrontMatter && found.label == Label::Date {
            // The hour behind such a day is when the file was written.
            return;
        }
        let clocks = clock::clocks(&found.value, found.label == Label::Time);
        self.hours_in(&found.value, &clocks, found.row, &evidence);
    }

    fn sentence(&mut self, rows: &[Row], found: &Convened) {
        let Some(row) = rows.get(found.row) else { return };
        let mut evidence = words::area(row);
        evidence.retain(|evidence| *evidence != Evidence::Prose);
        evidence.push(Evidence::Sentence);
        evidence.extend((row.area == Area::Tail).then_some(Evidence::TailConvening));
        evidence.extend(found.is_of_another.then_some(Evidence::OtherMeeting));
        evidence.extend(found.is_welsh.then_some(Evidence::OtherLanguage));
        evidence.extend((found.rank > 0).then_some(Evidence::Later));
        let text: Vec<&str> =
            rows.iter().skip(found.row).take(found.length).map(|row| row.words.as_str()).collect();
        let text = text.join(" ");
        match found.said.date {
            Some(date) if !self.days_in(&text, found.row, &evidence).contains(&date) => {
                self.days.add(date, found.row, &evidence);
            }
            _ => {}
        }
        if let Some(starts) = found.said.time {
            self.hours.add(Hours { starts, ends: None }, found.row, &evidence);
        }
    }

    fn row(&mut self, rows: &[Row], at: usize, row: &Row) {
        let mut evidence = words::area(row);
        evidence.extend(row.is_heading.then_some(Evidence::Heading));
        evidence.extend((row.area == Area::Head && at < 12).then_some(Evidence::Early));
        evidence.extend(words::is_of_another(row).then_some(Evidence::OtherMeeting));
        let is_signed = at
            .checked_sub(1)
            .and_then(|above| rows.get(above))
            .is_some_and(|above| letter::is_office(&above.words) && !row.gap);
        let is_published = words::is_of_publication(&row.words)
            || row.cells.iter().any(|cell| letter::is_office(cell))
            || is_signed;
        evidence.extend(is_published.then_some(Evidence::Publication));
        for cell in &row.cells {
            let mut evidence = evidence.clone();
            let spans = words::moments(cell);
            let first = spans.first().map_or(0, |span| span.start);
            let before = cell.get(..first).unwrap_or("");
            let is_alone = before.split_whitespace().count() <= 2;
            evidence.push(if is_alone { Evidence::Alone } else { Evidence::BesideDate });
            let lower = row.words.to_lowercase();
            evidence.extend(
                ["agenda", "minutes", "meeting", "notes"]
                    .iter()
                    .any(|word| lower.contains(word))
                    .then_some(Evidence::KindOfPaper),
            );
            evidence.extend(names_body(words::before_the_day(cell)).then_some(Evidence::DatedHeading));
            let days = self.days_in(cell, at, &evidence);
            let clocks = clock::clocks(cell, false);
            let mut hours = evidence.clone();
            if !days.is_empty() {
                hours.push(Evidence::BesideDate);
            } else if near(rows, at).any(|row| !date::days(&row.words, self.style).is_empty()) {
                hours.push(Evidence::NearDate);
            }
            let clocks =
                if clocks.is_empty() && !days.is_empty() { plain_hours(cell, &spans) } else { clocks };
            self.hours_in(cell, &clocks, at, &hours);
        }
    }

    /// Adds the days of a text. Returns them.
    fn days_in(&mut self, text: &str, row: usize, evidence: &[Evidence]) -> Vec<NaiveDate> {
        let days = date::days(text, self.style);
        let has_time = !clock::clocks(text, false).is_empty();
        for day in &days {
            let mut evidence = evidence.to_vec();
            evidence.extend(
                day.agrees()
                    .map(|agrees| if agrees { Evidence::WeekdayAgrees } else { Evidence::WeekdayDiffers }),
            );
            evidence.extend(has_time.then_some(Evidence::WithTime));
            let before = text.get(..day.at.start).unwrap_or("");
            let after = text.get(day.at.end..).unwrap_or("");
            let is_in_brackets =
                before.matches('(').count() > before.matches(')').count() && after.contains(')');
            evidence.extend(
                (is_in_brackets && before.trim().split(' ').count() <= 4 && names::names(before).is_empty())
                    .then_some(Evidence::Tail),
            );
            self.days.add(self.in_order(day), row, &evidence);
        }
        days.iter().map(|day| day.date).collect()
    }

    /// The date of a day in figures, in the order with which its weekday agrees.
    fn in_order(&self, day: &Day) -> NaiveDate {
        let other = NaiveDate::from_ymd_opt(day.date.year(), day.date.day(), day.date.month());
        match (day.agrees(), other) {
            (Some(false), Some(other)) if day.has_two_orders && day.weekday == Some(other.weekday()) => other,
            _ => day.date,
        }
    }

    fn hours_in(
        &mut self,
        text: &str,
        clocks: &[(NaiveTime, std::ops::Range<usize>)],
        row: usize,
        evidence: &[Evidence],
    ) {
        let mut skip = false;
        for (place, (starts, at)) in clocks.iter().enumerate() {
            let from = place
                .checked_sub(1)
                .and_then(|before| clocks.get(before))
                .map_or(0, |(_, before)| before.end);
            let before = text.get(from..at.start).unwrap_or("").to_lowercase();
            let next = clocks.get(place + 1);
            let between =
                next.and_then(|(_, next)| text.get(at.end..next.start)).unwrap_or("").trim().to_lowercase();
            let is_span = ["-", "–", "—", "to", "until"].contains(&between.as_str());
            let after = text
                .get(at.end..next.map_or(text.len(), |(_, next)| next.start))
                .unwrap_or("")
                .to_lowercase();
            let is_other = between == "for"
                || lexicon::any_in(lexicon::OTHER_HOURS, &before)
                || ["closed session", "executive session", "doors open"]
                    .iter()
                    .any(|word| after.contains(word));
            if !std::mem::take(&mut skip) {
                let mut evidence = evidence.to_vec();
                evidence.extend(is_other.then_some(Evidence::OtherHour));
                let ends = next.filter(|_| is_span).map(|(ends, _)| *ends);
                self.hours.add(Hours { starts: *starts, ends }, row, &evidence);
            }
            skip = is_span;
        }
    }

    /// A day without a year, in the year of another date of the paper in which its weekday agrees.
    fn without_year(&mut self, rows: &[Row]) {
        let years: Vec<i32> = rows.iter().flat_map(|row| years(&row.words)).collect();
        let is_free = |row: &Row| {
            row.area == Area::Head
                && date::days(&row.words, self.style).is_empty()
                && !words::is_of_another(row)
                && !words::is_of_publication(&row.words)
        };
        let free: Vec<(usize, &Row)> = rows.iter().enumerate().filter(|(_, row)| is_free(row)).collect();
        for (at, row) in free {
            let words: Vec<&str> = row.words.split([' ', ',']).filter(|word| !word.is_empty()).collect();
            for window in words.windows(3) {
                let [weekday, first, second] = window else { continue };
                let Some(weekday) = date::any_weekday(weekday) else { continue };
                let found = years
                    .iter()
                    .find_map(|year| dated(first, second, *year).filter(|day| day.weekday() == weekday));
                if let Some(day) = found {
                    self.days.add(day, at, &[Evidence::Alone]);
                }
            }
        }
    }
}

/// Whether words have the name of a body, or call the paper something.
fn names_body(words: &str) -> bool {
    names::names(words).iter().any(|name| name.kind != Kind::Plain || name.is_of_paper)
}

fn dated(first: &str, second: &str, year: i32) -> Option<NaiveDate> {
    date::date(&format!("{first} {second} {year}"))
}

/// The years in words.
fn years(words: &str) -> Vec<i32> {
    let figures = words.split(|sign: char| !sign.is_ascii_digit());
    figures
        .filter(|figures| figures.len() == 4)
        .filter_map(|figures| figures.parse().ok())
        .filter(|year| (1990..2100).contains(year))
        .collect()
}

/// The rows above and below.
fn near(rows: &[Row], at: usize) -> impl Iterator<Item = &Row> {
    at.checked_sub(1).and_then(|above| rows.get(above)).into_iter().chain(rows.get(at + 1))
}

/// Hours with a stop and no half of the day, where nothing else stands behind a date: `10.00 to 12.30`.
fn plain_hours(cell: &str, spans: &[std::ops::Range<usize>]) -> Vec<(NaiveTime, std::ops::Range<usize>)> {
    let Some(end) = spans.last().map(|span| span.end) else { return Vec::new() };
    let clocks = clock::plain_clocks(cell.get(end..).unwrap_or(""));
    match clocks.as_slice() {
        [starts] => vec![(*starts, end..end)],
        [starts, ends] => vec![(*starts, end..end), (*ends, end..end)],
        _ => Vec::new(),
    }
}

/// Whether a paper prints the month before the day in figures, by what else it prints.
fn is_month_first(rows: &[Row]) -> bool {
    let mut votes = 0;
    for row in rows {
        let lower = row.words.to_lowercase();
        let count = |list: &str| i32::try_from(lexicon::count_in(list, &lower)).unwrap_or(0);
        votes += count(lexicon::AMERICAN) - count(lexicon::BRITISH);
        votes += 2 * i32::from(is_month_word_first(&row.words)) + 2 * i32::from(has_zip(&row.words));
        let days = date::days(&row.words, Style { month_first: false, short_years: true });
        votes += days.iter().map(|day| order_of(day, &row.words)).sum::<i32>();
    }
    votes > 1
}

/// The vote of a day in figures for the month first: what it shows by a number over 12, or by its weekday.
fn order_of(day: &Day, words: &str) -> i32 {
    const PROOF: i32 = 9;
    let american = NaiveDate::from_ymd_opt(day.date.year(), day.date.day(), day.date.month());
    let agrees =
        |date: Option<NaiveDate>| day.weekday.is_some() && date.map(|date| date.weekday()) == day.weekday;
    if day.has_two_orders {
        return PROOF * (i32::from(agrees(american)) - i32::from(agrees(Some(day.date))));
    }
    let text = words.get(day.at.clone()).unwrap_or("");
    let parts: Vec<u32> = text.split(['/', '-']).filter_map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [first, second, _] if *first <= 12 && *second > 12 => PROOF,
        [first, second, _] if (13..=31).contains(first) && *second <= 12 => -PROOF,
        _ => 0,
    }
}

/// Whether words have a date such as `May 9, 2023`.
fn is_month_word_first(words: &str) -> bool {
    let days = date::days(words, Style::default());
    days.iter().any(|day| words.get(day.at.clone()).is_some_and(|text| text.starts_with(char::is_alphabetic)))
}

/// Whether words end in the letters of a state and a ZIP code: `Averham, TX 75001`.
fn has_zip(words: &str) -> bool {
    let pieces: Vec<&str> = words.split([' ', ',']).filter(|piece| !piece.is_empty()).collect();
    pieces.windows(2).any(|pair| {
        let [state, zip] = pair else { return false };
        let is_zip = zip.len() == 5 && zip.bytes().all(|byte| byte.is_ascii_digit());
        state.len() == 2 && state.bytes().all(|byte| byte.is_ascii_uppercase()) && is_zip
    })
}
