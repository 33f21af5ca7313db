//! Places: what a line must say to sound like a room, and where in a line the place stands. Knows the words of
//! places and not what else a paper says.

use super::date;
use super::paper;
use chrono::NaiveTime;

/// Whether a line ends with a British postal code: `…, Nether Widdop, ZZ9 4QT`.
pub(super) fn ends_with_postcode(text: &str) -> bool {
    let mut words = text.trim_end_matches('.').rsplit([' ', ',']);
    let (Some(inward), Some(outward)) = (words.next(), words.next()) else { return false };
    let mixed = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && word.bytes().any(|byte| byte.is_ascii_digit())
    };
    inward.len() == 3
        && (2..=4).contains(&outward.len())
        && inward.starts_with(|character: char| character.is_ascii_digit())
        && outward.starts_with(|character: char| character.is_ascii_uppercase())
        && mixed(inward)
        && mixed(outward)
}

/// A place without the hour behind it: `Council Offices, Station Road - 5.30 pm`.
pub(super) fn place_and_hour(cell: &str) -> (&str, Option<NaiveTime>) {
    let found =
        date::found_times(cell).pop().filter(|(_, at)| at.end == cell.trim_end().len() && at.start > 0);
    let Some((hour, at)) = found else { return (cell, None) };
    let place = cell.get(..at.start).unwrap_or(cell).trim_end_matches([' ', '-', '–', ',']);
    (place.strip_suffix(" at").unwrap_or(place), Some(hour))
}

/// Words that a place has in its name.
const PLACES: [&str; 34] = [
    "room",
    "hall",
    "chamber",
    "chambers",
    "centre",
    "house",
    "office",
    "offices",
    "library",
    "theatre",
    "pavilion",
    "church",
    "online",
    "zoom",
    "teams",
    "skype",
    "virtual",
    "remote",
    "hotel",
    "building",
    "suite",
    "college",
    "inn",
    "school",
    "court",
    "guildhall",
    "hospital",
    "clubhouse",
    "institute",
    "auditorium",
    "hut",
    "barn",
    "boathouse",
    "annexe",
];

/// Whether a line by itself sounds like a place.
pub(super) fn sounds_like_a_place(words: &str) -> bool {
    if words.len() > 200 {
        return false;
    }
    let count = words.split_whitespace().count();
    let has_place = words.to_lowercase().split([' ', ',', '/']).any(|word| PLACES.contains(&word));
    let is_one = count > 1 || ["online", "zoom", "teams", "virtual"].contains(&words.to_lowercase().as_str());
    (1..=16).contains(&count)
        && is_one
        && has_place
        && !words.contains(['@', ':', '|'])
        && !words.ends_with('.')
        && words.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit())
}

/// The pieces of a line that could be a place: its columns, and in a column what is parted by dashes or follows the
/// day and the hour.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    for (_, cell) in paper::cells(text) {
        let mut rest = cell;
        while let Some((piece, after)) = [" – ", " — ", " | "].iter().find_map(|mark| rest.split_once(mark))
        {
            pieces.push(after_the_hour(piece));
            rest = after;
        }
        pieces.push(after_the_hour(rest));
    }
    pieces
}

/// What follows the day and the hour in a text that begins with them; else the text.
fn after_the_hour(text: &str) -> &str {
    let Some((_, day)) =
        date::find(text).filter(|(_, at)| text.get(..at.start).is_some_and(|lead| lead.len() <= 24))
    else {
        return text;
    };
    let hour = date::found_times(text).into_iter().map(|(_, at)| at.end).filter(|end| *end > day.end).max();
    text.get(hour.unwrap_or(day.end)..).unwrap_or(text).trim_start_matches([',', '-', '–', ' '])
}

/// How much a text that sounds like a place looks like one: an address has commas and numbers, a title capitals.
pub(super) fn likeness(text: &str) -> u32 {
    2 * u32::from(text.contains(','))
        + u32::from(text.chars().any(|character| character.is_ascii_digit()))
        + 2 * u32::from(ends_with_postcode(text))
        + u32::from(text.chars().any(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_behind_the_day() {
        assert_eq!(
            pieces("Wednesday 6 November 2024 – 7pm – Council Chamber"),
            ["", "7pm", "Council Chamber"]
        );
        assert_eq!(pieces("Tuesday, 14 January 2025 at 10.00am, Room B, Town Hall"), ["Room B, Town Hall"]);
        assert!(likeness("Main Library, 2 Quay") > likeness("COUNTY LIBRARY"));
    }
}
