//! Time of day before the title: `10.05 Declarations of interest`.

use super::{Finder, title_end};
use crate::import::items::context::Context;
use crate::import::items::label;

/// Finds lines that begin with a time of day, and perhaps a label behind it.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    for (at, (line, facts)) in context.lines.iter().zip(&context.facts).enumerate() {
        if facts.is_furniture || !line.text.starts_with(|first: char| first.is_ascii_digit()) {
            continue;
        }
        let Some(end) = time_end(&line.text) else { continue };
        let rest = line.text.get(end..).unwrap_or("");
        let has_words =
            |start: usize| line.text.get(start..).is_some_and(|words| words.contains(char::is_alphabetic));
        let labels: Vec<label::Label> =
            label::labels(rest).into_iter().filter(|label| label.end < rest.len()).collect();
        for found in labels.into_iter().filter(|label| has_words(end + label.end)) {
            let (start, kind) = (end + found.end, found.kind.clone());
            let found = label::Label { end: start, ..found };
            let added = finder.add(at, Some(found), start..title_end(&line.text, start));
            finder.put(added, &kind);
        }
        if has_words(end) {
            let added = finder.add(at, None, end..title_end(&line.text, end));
            finder.put(added, "any");
        }
    }
}

/// Where the words begin behind the time, or the two times, at the start of a text.
fn time_end(text: &str) -> Option<usize> {
    let mut end = time(text)?;
    let rest = text.get(end..)?;
    let next = rest.trim_start_matches([' ', '-', '–']);
    let next = next.strip_prefix("to ").unwrap_or(next);
    if next.len() < rest.len()
        && let Some(second) = time(next)
    {
        end = text.len() - next.len() + second;
    }
    let rest = text.get(end..)?;
    let words = rest.trim_start_matches([' ', '-', '–', ':', '|', ')', ',']);
    (words.len() < rest.len()).then_some(text.len() - words.len())
}

/// Length of the time of day at the start of a text: `10.05`, `9:30 am`, `1400 hrs`, `7pm`.
fn time(text: &str) -> Option<usize> {
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour = figures(text);
    let value = |text: &str| text.parse::<u32>().ok();
    let after = text.get(hour..)?;
    let (clock, is_clock) = match (hour, after.chars().next()) {
        (1 | 2, Some('.' | ':' | 'h')) if figures(after.get(1..)?) == 2 => {
            let minutes = value(after.get(1..3)?)?;
            (hour + 3, value(text.get(..hour)?)? < 25 && minutes < 60)
        }
        (1 | 2, _) => (hour, value(text.get(..hour)?)? < 13),
        (4, _) => (4, value(text.get(..2)?)? < 25 && value(text.get(2..4)?)? < 60),
        _ => return None,
    };
    let rest = text.get(clock..)?;
    let blank = rest.len() - rest.trim_start().len();
    let lower: String = rest.trim_start().chars().take(5).collect::<String>().to_ascii_lowercase();
    let half = ["a.m.", "p.m.", "a.m", "p.m", "am", "pm", "hrs", "hours", "h"]
        .iter()
        .find(|half| lower.strip_prefix(**half).is_some_and(|next| !next.starts_with(char::is_alphabetic)));
    match half {
        Some(half) if is_clock => Some(clock + blank + half.len()),
        None if is_clock && clock == hour + 3 => Some(clock),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_ends_where_the_words_begin() {
        for (text, rest) in [
            ("10.05  Declarations", "Declarations"),
            ("9:30 am – 9:40 am Welcome", "Welcome"),
            ("14.13  05.  Transport", "05.  Transport"),
            ("7pm Opening", "Opening"),
            ("1400 hrs Close", "Close"),
        ] {
            assert_eq!(time_end(text).and_then(|end| text.get(end..)), Some(rest), "{text}");
        }
        for text in ["10 Declarations", "2024 accounts", "1.1 Apologies", "7am"] {
            assert_eq!(time_end(text), None, "{text}");
        }
    }
}
