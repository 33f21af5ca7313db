//! The sentence by which a paper in Welsh says that a body meets: `Cynhelir cyfarfod o’r Pwyllgor Craffu yn Neuadd y Sir am
//! 10.00 o’r gloch y bore, Dydd Iau, 27 Ionawr 2022`. Knows that sentence and no other Welsh. Where the paper has it in
//! English as well, that is the one that counts.

use super::convening::Convening;
use super::date;
use crate::domain::calendar;
use chrono::{NaiveTime, Timelike};
use std::ops::Range;

/// Reads such a sentence; none if the words are something else.
pub(super) fn read(words: &str) -> Option<Convening> {
    let lower = words.to_lowercase().replace('’', "'");
    let convenes = ["cynhelir ", "gwysir ", "gwahoddir ", "fe'ch gwysir ", "hysbysir "]
        .iter()
        .any(|start| lower.starts_with(start));
    if !convenes || !(lower.contains("cyfarfod") || lower.contains("gyfarfod")) || words.len() > 1000 {
        return None;
    }
    let day = date::find(words);
    let hour = hour(words);
    let ends = [day.as_ref().map(|(_, at)| at.start), hour.as_ref().map(|(_, at)| at.start)];
    Some(Convening {
        body: body(words),
        date: day.map(|(day, _)| day),
        time: hour.map(|(hour, _)| hour),
        venue: venue(words, ends.into_iter().flatten().min().unwrap_or(words.len())),
        ..Convening::default()
    })
}

/// What follows `cyfarfod … o`, up to where and when.
fn body(words: &str) -> Option<String> {
    let at = words.find("yfarfod")?;
    let rest = words.get(at..)?;
    // The first of them: later the hour has one, `10.00 o’r gloch`.
    let of = [" o’r ", " o'r ", " o "].iter().filter_map(|of| Some((rest.find(of)?, of.len()))).min()?;
    let rest = rest.get(of.0 + of.1..)?;
    let ends = [" yn ", " yng ", " ym ", " am ", " ar ", " i’w ", " i'w ", ",", "."];
    let end = ends.iter().filter_map(|end| rest.find(end)).min()?;
    let name = unmutated(
        rest.get(..end)?.trim(),
        &[("Gyngor", "Cyngor"), ("Bwyllgor", "Pwyllgor"), ("Fwrdd", "Bwrdd")],
    );
    let is_name = name.starts_with(char::is_uppercase) && name.split(' ').count() <= 10;
    is_name.then_some(name)
}

/// What follows the first *in* after the body, up to day and hour.
fn venue(words: &str, end: usize) -> String {
    let before = words.get(..end).unwrap_or("");
    let from = before.find("yfarfod").unwrap_or(0);
    let told = before.get(from..).unwrap_or("");
    let place =
        [" yn ", " yng ", " ym "].iter().filter_map(|inside| Some((told.find(inside)?, inside.len()))).min();
    let Some((at, length)) = place else { return String::new() };
    let place = told.get(at + length..).unwrap_or("");
    let mut place = place.trim_end_matches([',', ' ', '.']);
    while let Some((before, last)) = place.rsplit_once(' ') {
        let lower = last.to_lowercase();
        let leads = ["am", "ar"].contains(&lower.as_str()) || calendar::leads_to_a_day(last);
        if !leads && calendar::weekday(last).is_none() {
            break;
        }
        place = before.trim_end_matches([',', ' ']);
    }
    // After *yn* a name begins in another way than by itself: `yng Nghanolfan`.
    unmutated(place, &[("Ngh", "C"), ("Mh", "P"), ("Nh", "T")])
}

/// A name as it begins by itself.
fn unmutated(name: &str, forms: &[(&str, &str)]) -> String {
    let found =
        forms.iter().find_map(|(mutated, plain)| Some(format!("{plain}{}", name.strip_prefix(mutated)?)));
    found.unwrap_or_else(|| name.to_owned())
}

/// The hour behind *am*, `at`: `am 10.00 o’r gloch y bore`, `am 7.30yh`, `am 6.30 pm`.
fn hour(words: &str) -> Option<(NaiveTime, Range<usize>)> {
    let (at, _) = words.match_indices(" am ").find(|(at, am)| {
        words.get(at + am.len()..).is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()))
    })?;
    let rest = words.get(at + 4..)?;
    let length = rest.find(|sign: char| !sign.is_ascii_digit() && !".:".contains(sign)).unwrap_or(rest.len());
    let figures = rest.get(..length)?.trim_end_matches('.');
    let (hour, minute) = figures.split_once(['.', ':']).unwrap_or((figures, "0"));
    let told = NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)?;
    let after = rest.get(length..)?.to_lowercase().replace('’', "'");
    let after = after.trim_start().trim_start_matches("o'r gloch").trim_start();
    let is_late = ["y prynhawn", "yr hwyr", "y nos", "yh", "y.h", "y.p", "yp", "pm", "p.m"]
        .iter()
        .any(|half| after.starts_with(half));
    let later = told.with_hour(told.hour() + 12).filter(|_| is_late && told.hour() < 12);
    Some((later.unwrap_or(told), at..at + 4 + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn a_sentence_in_welsh_convenes() {
        let said = read("Cynhelir cyfarfod HYBRID o’r Pwyllgor Craffu Gwasanaethau yn Siambr y Cyngor, Neuadd y Sir, Llanelwydd a thrwy Zoom am 10.00 o’r gloch y bore, Dydd Iau, 27 Ionawr 2022.").unwrap();
        assert_eq!(said.body.as_deref(), Some("Pwyllgor Craffu Gwasanaethau"));
        assert_eq!(said.venue, "Siambr y Cyngor, Neuadd y Sir, Llanelwydd a thrwy Zoom");
        assert_eq!(
            (said.time, said.date),
            (NaiveTime::from_hms_opt(10, 0, 0), NaiveDate::from_ymd_opt(2022, 1, 27))
        );
        let said = read("Cynhelir cyfarfod o Gyngor Cymuned Llanfechan yng Nghanolfan y Pentref ar nos Fawrth, 3 Mehefin 2025 am 7.30 o'r gloch yr hwyr.").unwrap();
        assert_eq!(said.body.as_deref(), Some("Cyngor Cymuned Llanfechan"));
        assert_eq!(said.venue, "Canolfan y Pentref");
        assert_eq!(
            (said.time, said.date),
            (NaiveTime::from_hms_opt(19, 30, 0), NaiveDate::from_ymd_opt(2025, 6, 3))
        );
        assert_eq!(read("Cynhelir arolwg o’r ffyrdd."), None);
    }
}
