//! Titles without what printers and web pages put beside them: page references, file sizes, report lines.
//! Knows nothing of where the title stood.

use super::date;
use super::label;
use super::paper::{self, squeeze};
use super::people;
use chrono::NaiveTime;

/// A title taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// The title itself.
    pub title: String,
    /// The pages of the pack: `7 - 10`.
    pub pages: String,
    /// The report line: `Report by the Head of Planning`.
    pub report: String,
    /// What else was printed with it.
    pub text: Vec<String>,
    /// When the item is to begin.
    pub planned: Option<NaiveTime>,
}

/// Takes a printed title apart.
pub(super) fn read(raw: &str) -> Title {
    let mut read = Title::default();
    // Bars between columns are as good as blanks.
    let columns = without_leaders(&raw.replace(" | ", "   "));
    let mut left = columns.as_str();
    // No agenda has more columns behind its titles.
    for _ in 0..4 {
        left = read.take_column(left);
    }
    let mut title = squeeze(left);
    if let Some(rest) = title.strip_prefix("pdf ") {
        title = rest.to_owned();
    }
    title = without_sizes(&title);
    // A title has a few such brackets, times and purposes behind it at most.
    for _ in 0..4 {
        let Some(rest) = read.take_end(&title) else { break };
        title = rest;
    }
    let (title, told) = split_told(&title);
    read.text.extend(told.map(str::to_owned));
    read.title = title.trim_start_matches('*').trim_end_matches([':', ' ', '*']).to_owned();
    read
}

/// A text with every dotted leader (`Apologies ...... 3`) as a gap between columns.
fn without_leaders(text: &str) -> String {
    /// Number of dots from which on they are a leader; three dots are an ellipsis.
    const FEWEST: usize = 4;
    let is_dot = |letter: char| matches!(letter, '.' | '…' | '·' | '_');
    if !text.contains("....") && !text.contains(". . .") && !text.contains("……") && !text.contains("____")
    {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut leader = String::new();
    let settle = |leader: &mut String, plain: &mut String| {
        let dots: usize =
            leader.chars().map(|letter| if letter == '…' { 3 } else { usize::from(is_dot(letter)) }).sum();
        plain.push_str(if dots >= FEWEST { "   " } else { leader });
        leader.clear();
    };
    for letter in text.chars() {
        if is_dot(letter) || letter == ' ' {
            leader.push(letter);
        } else {
            settle(&mut leader, &mut plain);
            plain.push(letter);
        }
    }
    settle(&mut leader, &mut plain);
    plain
}

impl Title {
    /// Takes in what stands at the end of a title and is no part of it: a bracket, the hour, what the item is for.
    fn take_end(&mut self, title: &str) -> Option<String> {
        if let Some((before, inner)) = trailing_bracket(title) {
            return self.take(inner).then(|| before.trim_end_matches(['*', ' ']).to_owned());
        }
        if let Some((before, hour)) = trailing_time(title) {
            self.planned.get_or_insert(hour);
            return Some(before.to_owned());
        }
        let (before, purpose) = trailing_purpose(title)?;
        self.text.push(purpose.to_owned());
        Some(before.to_owned())
    }

    /// Takes in what stands in a column of its own behind the title, and leaves the rest: the pages of the pack,
    /// or who presents the item, from which paper, for how long.
    fn take_column<'a>(&mut self, raw: &'a str) -> &'a str {
        let Some((at, last)) = paper::cells(raw).pop().filter(|(at, _)| *at > 0) else { return raw };
        let is_range = is_range(last);
        let is_beside = last.len() <= 40 && (last.starts_with(char::is_alphanumeric) || is_length(last));
        let hour =
            date::times(last).first().copied().filter(|_| date::begins_with_time(last) && last.len() <= 16);
        if is_range {
            last.clone_into(&mut self.pages);
        } else if hour.is_some() {
            self.planned = self.planned.or(hour);
        } else if is_beside && (is_length(last) || label::label(last).is_none()) {
            self.text.insert(0, squeeze(last));
        } else {
            return raw;
        }
        let start = raw.char_indices().nth(at).map_or(raw.len(), |(start, _)| start);
        raw.get(..start).unwrap_or(raw).trim_end()
    }

    /// Takes in what stands in a bracket, if it is no part of the title.
    fn take(&mut self, inner: &str) -> bool {
        let lower = inner.to_lowercase();
        if let Some(pages) = pages(&lower) {
            self.pages = pages;
        } else if lower.starts_with("report ") && !lower.ends_with("attached")
            || lower.starts_with("reports by")
        {
            self.report = inner.to_owned();
        } else if lower == "to follow"
            || is_presenter(inner)
            || is_purpose(&lower)
            || is_agenda_reference(&lower)
            || is_length(inner)
        {
            self.text.push(inner.to_owned());
        } else {
            return is_size(&lower);
        }
        true
    }
}

/// Whether a bracket behind a title says who presents the item: an office, or somebody by name.
fn is_presenter(inner: &str) -> bool {
    const OFFICES: [&str; 10] = [
        "chair",
        "chairman",
        "chairperson",
        "clerk",
        "secretary",
        "all",
        "ceo",
        "headteacher",
        "treasurer",
        "convener",
    ];
    let lower = inner.to_lowercase();
    let named = people::has_title(inner) && inner.contains(' ') && inner.len() <= 40;
    let with_post =
        matches!(people::list(inner).as_slice(), [only] if only.name.contains(' ') && !only.post.is_empty());
    OFFICES.contains(&lower.as_str()) || named || with_post
}

/// What an item is for: `for approval`, `for noting`.
fn is_purpose(lower: &str) -> bool {
    const PURPOSES: [&str; 13] = [
        "approval",
        "decision",
        "discussion",
        "information",
        "noting",
        "note",
        "action",
        "consideration",
        "comment",
        "assurance",
        "ratification",
        "endorsement",
        "agreement",
    ];
    lower.strip_prefix("for ").is_some_and(|rest| {
        rest.split([' ', '/', ','])
            .filter(|word| !["and", "or", ""].contains(word))
            .all(|word| PURPOSES.contains(&word))
    })
}

/// The hour at the end of a title, `Budget 18:00`; none where the title speaks of it: `open from 18:00`.
fn trailing_time(title: &str) -> Option<(&str, NaiveTime)> {
    let (time, at) =
        date::found_times(title).pop().filter(|(_, at)| at.end == title.len() && at.start > 0)?;
    let before = title.get(..at.start)?.trim_end().trim_end_matches([',', '–', '-', '@']).trim_end();
    let spoken = [" at", " from", " until", " by", " to", " and", " of", ":", "–", "-"]
        .iter()
        .any(|word| before.to_lowercase().ends_with(word));
    let dated = date::find(title).is_some_and(|(_, day)| day.end + 8 >= before.len());
    (!spoken && !dated && before.contains(char::is_alphabetic)).then_some((before, time))
}

/// `… – for approval`.
fn trailing_purpose(title: &str) -> Option<(&str, &str)> {
    let (before, after) = [" – ", " — ", " - "].iter().find_map(|dash| title.rsplit_once(dash))?;
    is_purpose(&after.to_lowercase()).then_some((before, after))
}

/// The last bracket of a text, if the text ends with it: what is before it and what is in it.
pub(super) fn trailing_bracket(text: &str) -> Option<(&str, &str)> {
    let inside = text.trim_end_matches(['*', ' ', '.']).strip_suffix(')')?;
    let open = inside.rfind('(')?;
    Some((inside.get(..open)?.trim_end(), inside.get(open + 1..)?.trim()))
}

/// `7 - 10`, `3`: pages without the word.
pub(super) fn is_range(text: &str) -> bool {
    text.split(['-', '–']).all(|page| {
        let page = page.trim();
        !page.is_empty() && page.len() <= 4 && page.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// `pages 7 - 10`, `page 3`, also in Welsh. A dash that was lost in the printing is put back.
pub(super) fn pages(lower: &str) -> Option<String> {
    let rest = ["pages ", "page ", "pp ", "pp. ", "tudalennau ", "tudalen "]
        .iter()
        .find_map(|start| lower.strip_prefix(start))?;
    let numbers: Vec<&str> =
        rest.split(|character: char| !character.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    match numbers.as_slice() {
        [] => None,
        [from, to] => Some(format!("{from} - {to}")),
        _ => Some(rest.to_owned()),
    }
}

/// `item b1`, `agenda item 4`: the place of the item on another paper.
fn is_agenda_reference(lower: &str) -> bool {
    let rest = lower.strip_prefix("agenda ").unwrap_or(lower).strip_prefix("item ");
    let is_label = |rest: &str| rest.len() <= 2 || rest.chars().any(|character| character.is_ascii_digit());
    rest.is_some_and(|rest| !rest.contains(' ') && is_label(rest))
}

/// `5 mins`, `(10 minutes)`: how long the item may take.
fn is_length(text: &str) -> bool {
    let lower = text.to_lowercase();
    let inner = lower.trim_matches(['(', ')', '.', ' ']);
    let number = inner.trim_end_matches(|character: char| character.is_alphabetic()).trim_end();
    let unit = inner.get(number.len()..).unwrap_or("").trim();
    ["min", "mins", "minute", "minutes"].contains(&unit) && number.parse::<u32>().is_ok()
}

/// `537kb`, `1 MB`.
fn is_size(lower: &str) -> bool {
    let number = lower.trim_end_matches(|character: char| character.is_alphabetic()).trim_end();
    let unit = lower.get(number.len()..).unwrap_or("").trim();
    ["kb", "mb", "gb"].contains(&unit) && number.parse::<f32>().is_ok()
}

/// The title without the name and size of the file it links to: `pdf icon PDF 135 KB`.
pub(super) fn without_sizes(title: &str) -> String {
    let Some((start, end)) = size(title) else { return title.to_owned() };
    let before = title.get(..start).unwrap_or("").trim_end();
    let before = before.strip_suffix("pdf icon").unwrap_or(before).trim_end();
    squeeze(&format!("{before} {}", title.get(end..).unwrap_or("")))
}

/// Where the size of a file stands: `PDF 135 KB`.
fn size(text: &str) -> Option<(usize, usize)> {
    ["PDF ", "DOCX ", "DOC ", "XLSX ", "XLS "].iter().find_map(|kind| {
        let start = text.find(kind)?;
        let rest = text.get(start + kind.len()..)?;
        let (number, after) = rest.split_once(' ')?;
        let unit = after.split(' ').next()?;
        let length = kind.len() + number.len() + 1 + unit.len();
        is_size(&format!("{number} {}", unit.to_lowercase())).then_some((start, start + length))
    })
}

/// Cuts off what a title goes on to say: `Co-option — to fill one vacancy`, `Date of next meeting: 8 May`.
fn split_told(title: &str) -> (&str, Option<&str>) {
    let lower = title.to_lowercase();
    let same_places = lower.len() == title.len();
    for dash in [" – to ", " — to ", " - to "] {
        if let Some(at) = lower.find(dash).filter(|_| same_places) {
            let told = title.get(at..).unwrap_or("").trim_start_matches([' ', '–', '—', '-']);
            return (title.get(..at).unwrap_or(title), Some(told));
        }
    }
    let parted = [": ", " – ", " — ", " - "].iter().find_map(|mark| title.split_once(mark));
    match parted {
        Some((before, after))
            if before.to_lowercase().contains("next meeting") && date::find(after).is_some() =>
        {
            (before, Some(after))
        }
        _ => (title, None),
    }
}

/// Whether a line that follows a title at once goes on with it.
pub(super) fn goes_on(title: &str, next: &str) -> bool {
    const OPEN: [&str; 18] = [
        "of", "the", "and", "to", "for", "from", "in", "on", "at", "by", "with", "a", "an", "or", "into",
        "under", "–", "-",
    ];
    let last = title.rsplit(' ').next().unwrap_or("").to_lowercase();
    let open = OPEN.contains(&last.as_str())
        || title.ends_with([',', '/'])
        || title.matches('(').count() > title.matches(')').count();
    // The size of a linked file may be broken over two lines: `pdf icon PDF 68`, `KB`.
    let size = title.ends_with("pdf icon") && next.starts_with("PDF ")
        || title.ends_with("pdf icon PDF")
        || title.ends_with(|last: char| last.is_ascii_digit()) && ["KB", "MB"].contains(&next.trim());
    if size {
        return true;
    }
    let lower = next.starts_with(char::is_lowercase) && !next.starts_with("http");
    (open && !next.starts_with('(')) || (lower && !title.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dotted_leader_parts_a_title_from_its_page() {
        for raw in
            ["Apologies ............. 3", "Apologies . . . . . . . 3", "Apologies………3", "Apologies.......3"]
        {
            let read = read(raw);
            assert_eq!((read.title.as_str(), read.pages.as_str()), ("Apologies", "3"), "{raw}");
        }
        assert_eq!(read("Fees and charges... again").title, "Fees and charges... again");
    }

    #[test]
    fn a_title_is_taken_apart() {
        let title = read("Violence Reduction Update (Pages 7 10)");
        assert_eq!((title.title.as_str(), title.pages.as_str()), ("Violence Reduction Update", "7 - 10"));
        assert_eq!(read("Forward Plan pdf icon PDF 1.5 MB").title, "Forward Plan");
        assert_eq!(read("pdf Minutes (537Kb)").title, "Minutes");
        assert_eq!(read("Action Plan Update *(Item B1)*").title, "Action Plan Update");
        assert_eq!(read("Safety Plan (KCC)").title, "Safety Plan (KCC)");
        let title = read("Budget (Ms P Lamb) – for approval 18:00");
        assert_eq!((title.title.as_str(), title.planned.is_some()), ("Budget", true));
        assert_eq!(title.text, ["for approval", "Ms P Lamb"]);
        assert_eq!(read("Car park open until 18:00").title, "Car park open until 18:00");
        let title = read("Date of next meeting: 8th January 2025");
        assert_eq!(
            (title.title.as_str(), title.text),
            ("Date of next meeting", vec!["8th January 2025".to_owned()])
        );
    }

    #[test]
    fn a_wrapped_title_is_known() {
        assert!(goes_on("booking arrangements from", "October 2022"));
        assert!(goes_on("Learning from", "deaths"));
        assert!(!goes_on("Apologies for absence", "To receive apologies"));
    }
}
