//! One line of a paper read by itself, where the clerk says what it is. Knows nothing of the lines around it, and
//! doubts nothing: the clerk has spoken.

use super::outline::lettered_heading;
use super::people::{self, Named};
use super::{asking, cue, date, label, listing, markdown, restriction, title};
use crate::domain::agenda::Heading;
use crate::domain::id::PersonId;
use crate::domain::people::Person;
use chrono::{NaiveDate, NaiveTime};

/// Reads the heading of an item: its label, title, pages and report line, without marks of Markdown.
#[must_use]
pub fn item(words: &str) -> Heading {
    let words = markdown::inline(markdown::heading(words).map_or(words, |(_, title)| title));
    let words = words.as_str();
    let (label, rest) = label::label(words).map_or(("", words), |label| (label.text, label.rest));
    let read = title::read(rest);
    Heading {
        label: label.to_owned(),
        title: read.title,
        pages: read.pages,
        report: read.report,
        text: read.text,
        ..Heading::default()
    }
}

/// Returns whether many agendas have an item with this title.
#[must_use]
pub fn is_usual(title: &str) -> bool {
    cue::is_usual(title)
}

/// Returns whether a line begins with the label of a list of people.
#[must_use]
pub fn is_list_label(words: &str) -> bool {
    listing::label(words).is_some() || listing::heading(words).is_some()
}

/// Reads a heading as restricted or public; none if it is neither.
#[must_use]
pub fn restricts(words: &str) -> Option<bool> {
    restriction::restriction(words)
}

/// The label and title of a part, and whether its words say that it is restricted.
#[must_use]
pub fn part(words: &str) -> (String, String, bool) {
    let (label, title) = lettered_heading(words).unwrap_or(("", words));
    (label.to_owned(), title.to_owned(), restriction::restriction(words).unwrap_or(false))
}

/// The people on a line, after the label of the list if it has one. They have no ids yet.
#[must_use]
pub fn people(words: &str) -> Vec<Person> {
    let names = if listing::label(words).is_some() { value(words) } else { words };
    let person =
        |named: Named| Person { role: named.role, post: named.post, ..Person::new(PersonId(0), named.name) };
    people::list(names).into_iter().map(person).collect()
}

/// The first day named on a line.
#[must_use]
pub fn day(words: &str) -> Option<NaiveDate> {
    date::date(words)
}

/// The first time named on a line.
#[must_use]
pub fn time(words: &str) -> Option<NaiveTime> {
    date::time(words)
}

/// The words of an entry of a list, without its mark; none where there is no mark.
#[must_use]
pub fn entry(words: &str) -> Option<&str> {
    let (mark, entry) = asking::marked(words);
    mark.map(|_| entry)
}

/// What a break is called, and how many minutes it lasts where that is said.
#[must_use]
pub fn pause(words: &str) -> (String, Option<u32>) {
    cue::pause(words).unwrap_or_else(|| (words.to_owned(), None))
}

/// The words after the label of a field: `Venue: The Old Customs House`.
#[must_use]
pub fn value(words: &str) -> &str {
    match words.split_once(':') {
        Some((label, value)) if label.split(' ').count() <= 3 && !value.trim().is_empty() => value.trim(),
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_what_it_is_said_to_be() {
        let read = item("B4 Oyster Beds (Pages 3 - 4)");
        assert_eq!(
            (read.label.as_str(), read.title.as_str(), read.pages.as_str()),
            ("B4", "Oyster Beds", "3 - 4")
        );
        assert_eq!(item("Oyster Beds").title, "Oyster Beds");
        assert_eq!(part("D. RESTRICTED ITEM(S)"), ("D".into(), "RESTRICTED ITEM(S)".into(), true));
        assert_eq!(part("Other business"), (String::new(), "Other business".into(), false));
        let names: Vec<String> =
            people("Apologies: Mr N Groyne, Mrs A Oake").into_iter().map(|p| p.name).collect();
        assert_eq!(names, ["Mr N Groyne", "Mrs A Oake"]);
        assert_eq!(value("Venue: The Old Customs House"), "The Old Customs House");
        assert_eq!(value("The Old Customs House"), "The Old Customs House");
        assert_eq!(pause("COMFORT BREAK for 10 minutes").1, Some(10));
    }
}
