//! Recommendations in the paragraphs of an agenda or a report: where one begins and ends, and which are its parts. How
//! one is introduced is known in [`crate::domain::recommending`]; what becomes of it is not known here.

use super::said;
use crate::domain::recommendation::Recommendation;
use crate::domain::recommending::{asked, asks_the_meeting, is_deed, is_welsh, labelled};
use std::ops::Range;

/// Whether a line begins a recommendation, whatever it stands below.
pub(super) fn begins(words: &str) -> bool {
    words.starts_with(char::is_uppercase) && (labelled(words).is_some() || asks_the_meeting(words))
}

/// Whether a line begins a recommendation below what stands right above it, and does not go on with that.
pub(super) fn begins_after(before: &str, words: &str) -> bool {
    let is_over = || before.ends_with(['.', ':', ';']) || said::is_report_line(said::unbracketed(before));
    begins(words) && (labelled(words).is_some() || is_over())
}

/// A recommendation, and the paragraphs that it was read from, by position.
pub(super) type Read = (Recommendation, Range<usize>);

/// No item has more recommendations than these; what looks like more stays text, and costs no more than text.
const MOST: usize = 60;

/// The recommendations in paragraphs that have one at most each ([`sentences`]). Below a heading that says so, a
/// paragraph need not say itself that it recommends, and what follows the recommendations is something else.
pub(super) fn recommendations(paragraphs: &[String], below_heading: bool) -> Vec<Read> {
    let mut found: Vec<Read> = Vec::new();
    let mut below = below_heading;
    let mut heading = None;
    let mut at = 0;
    while let Some(text) = paragraphs.get(at).filter(|_| found.len() < MOST) {
        let (_, words) = marked(text);
        if labelled(words) == Some("") {
            (below, heading) = (true, Some(at));
            at += 1;
            continue;
        }
        let lists = || found.is_empty() && found_list(paragraphs, at);
        let opens = begins(words) || below && (asks(words) || is_deed(words) || lists());
        if opens {
            let (advice, end) = one(paragraphs, at, below);
            if is_whole(&advice) {
                found.push((advice, heading.take().unwrap_or(at)..end));
                at = end;
                continue;
            }
        }
        // Reasons may come before what is asked; what comes after it is something else.
        if below && !found.is_empty() {
            if below_heading {
                break;
            }
            below = false;
        }
        heading = None;
        at += 1;
    }
    found
}

/// Whether a list begins at a position: two marks of one kind.
fn found_list(paragraphs: &[String], at: usize) -> bool {
    let mark = |at: usize| paragraphs.get(at).and_then(|text| marked(text).0);
    mark(at).is_some_and(|first| first.can_part() && mark(at + 1).is_some_and(|next| next.kind == first.kind))
}

/// Whether there is something in it to decide.
fn is_whole(advice: &Recommendation) -> bool {
    let is_lead = advice.text.is_empty() || advice.text.ends_with(':');
    !advice.parts.is_empty() || !is_lead
}

/// Whether words ask for something, below a heading that says what they are.
pub(super) fn asks(words: &str) -> bool {
    let lower = words.to_lowercase();
    ["that ", "that:", "to "].iter().any(|start| lower.starts_with(start))
        || asked(words).is_some()
        || labelled(words).is_some()
        || is_welsh(words)
}

/// The recommendation that begins at a position, and where it ends.
fn one(paragraphs: &[String], at: usize, below: bool) -> (Recommendation, usize) {
    let text = paragraphs.get(at).map_or("", String::as_str);
    let (mark, words) = marked(text);
    let words = labelled(words).unwrap_or(words);
    let own = begins(marked(text).1) || asked(words).is_some();
    // A list whose first entry this is needs no lead.
    if let Some(mark) = mark.filter(|mark| !own && (below || !mark.can_part())) {
        let (parts, end) = marked_parts(paragraphs, at, mark);
        return (whole(String::new(), parts), end);
    }
    if let Some((lead, parts)) = inline(words) {
        return (Recommendation { text: lead, parts }, at + 1);
    }
    let lead = words.trim_end_matches([':', '–', '-', ' ']);
    if lead.len() == words.trim_end().len() && !is_only_that(words) {
        return (Recommendation { text: words.to_owned(), parts: Vec::new() }, at + 1);
    }
    let above = mark.map_or(0, |mark| mark.dots);
    let (parts, end) = match paragraphs.get(at + 1).and_then(|next| marked(next).0) {
        Some(mark) if mark.can_part() || mark.dots > above => marked_parts(paragraphs, at + 1, mark),
        _ => unmarked_parts(paragraphs, at + 1),
    };
    (whole(format!("{lead}:"), parts), end)
}

fn is_only_that(words: &str) -> bool {
    words.eq_ignore_ascii_case("that") || words.eq_ignore_ascii_case("to")
}

/// A list of one entry is a sentence.
fn whole(text: String, mut parts: Vec<String>) -> Recommendation {
    let lead = text.trim_end_matches(':');
    if parts.len() == 1 && (lead.is_empty() || is_only_that(lead)) {
        let only = parts.remove(0);
        let text = if lead.is_empty() || asks(&only) { only } else { format!("{lead} {only}") };
        return Recommendation { text, parts };
    }
    Recommendation { text, parts }
}

/// The entries of a list from a position on. What is marked in another way below an entry belongs to it.
fn marked_parts(paragraphs: &[String], from: usize, first: Mark) -> (Vec<String>, usize) {
    let mut parts: Vec<String> = Vec::new();
    let mut end = from;
    for text in paragraphs.iter().skip(from) {
        let (mark, words) = marked(text);
        let Some(mark) = mark.filter(|_| !begins(words) || parts.is_empty()) else { break };
        match parts.last_mut() {
            Some(part) if !mark.goes_on(first, part) => *part = format!("{part} {text}"),
            _ => parts.push(words.to_owned()),
        }
        end += 1;
    }
    (parts, end)
}

/// The entries of a list that has lost its marks: each begins small, or ends as an entry does.
fn unmarked_parts(paragraphs: &[String], from: usize) -> (Vec<String>, usize) {
    let mut parts: Vec<String> = Vec::new();
    for text in paragraphs.iter().skip(from) {
        let goes_on = parts.last().is_none_or(|part: &String| is_entry(part));
        let fits = is_entry(text) || text.starts_with(char::is_lowercase) || asks(text) || !parts.is_empty();
        if !goes_on || !fits || marked(text).0.is_some() || begins(text) {
            break;
        }
        parts.push(text.clone());
    }
    let end = from + parts.len();
    (parts, end)
}

/// Whether another entry follows by the words: `…; and`.
fn is_entry(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with([';', ',']) || text.ends_with("; and") || text.ends_with(", and")
}

/// A list within one paragraph: `that: (a) the report be noted; and (b) the plan be approved`, or without marks after
/// a colon, `asked to: note the report; and approve the plan`. The lead and the parts.
fn inline(words: &str) -> Option<(String, Vec<String>)> {
    const FIRST: [(&str, &str); 4] = [("(a) ", "(b) "), ("(i) ", "(ii) "), ("(1) ", "(2) "), ("1) ", "2) ")];
    let is_start = |at: usize| at == 0 || words.get(..at).is_some_and(|before| before.ends_with(' '));
    let marked = FIRST.iter().find_map(|(first, second)| {
        let at = words.find(first).filter(|at| is_start(*at))?;
        words.get(at + first.len()..)?.contains(second).then_some((at, *first))
    });
    if let Some((at, first)) = marked {
        let parts = cut_at_marks(words.get(at..)?, first);
        let lead = words.get(..at)?.trim().trim_end_matches([':', '–', '-', ' ']);
        let lead = if lead.is_empty() { String::new() } else { format!("{lead}:") };
        return (parts.len() > 1).then_some((lead, parts));
    }
    let (lead, rest) = words.split_once(": ")?;
    let asks_above =
        asked(words).is_some_and(|asked| asked.rest == rest) || lead.eq_ignore_ascii_case("that");
    let parts: Vec<String> =
        rest.split_inclusive("; ").map(|part| part.trim().trim_start_matches("and ").to_owned()).collect();
    (asks_above && parts.len() > 1).then(|| (format!("{lead}:"), parts))
}

/// Cuts a list before each mark that follows the last in its order.
fn cut_at_marks(words: &str, first: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = words.get(first.len()..).unwrap_or("");
    for count in 2.. {
        let mark = match first {
            "(a) " => format!("({}) ", letter(count)),
            "(i) " => format!("({}) ", roman(count)),
            "1) " => format!("{count}) "),
            _ => format!("({count}) "),
        };
        let Some((part, after)) = rest.split_once(&mark) else { break };
        parts.push(part.trim().to_owned());
        rest = after;
    }
    parts.push(rest.trim().to_owned());
    parts
}

fn letter(count: u32) -> char {
    char::from_u32(u32::from('a') + count - 1).unwrap_or('z')
}

/// Small Roman numbers, as far as lists go.
fn roman(count: u32) -> &'static str {
    const NUMBERS: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
        "xvii", "xviii", "xix", "xx",
    ];
    let at = usize::try_from(count).unwrap_or(0).saturating_sub(1);
    NUMBERS.get(at).copied().unwrap_or("xx+")
}

/// A paragraph in pieces, so that each has one recommendation at most: cut before a sentence that begins one.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    // A column of a table says what it is before what it holds: `Ask: Recommended: that …`.
    let beside = text.split_once(": ").filter(|(column, _)| column.split(' ').count() <= 3);
    let beside =
        beside.map(|(_, rest)| rest).filter(|rest| labelled(rest).is_some_and(|rest| !rest.is_empty()));
    let text = beside.unwrap_or(text);
    let mut from = 0;
    for (at, _) in text.match_indices(". ") {
        // Only the next sentence is looked at, or a long paragraph would be looked at again and again.
        let next = text.get(at + 2..).unwrap_or("").trim_start().split(". ").next().unwrap_or("");
        if begins(next) {
            pieces.push(text.get(from..=at).unwrap_or("").trim().to_owned());
            from = at + 2;
        }
    }
    pieces.push(text.get(from..).unwrap_or("").trim().to_owned());
    pieces
}

/// How an entry of a list is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `•`, `-`
    Bullet,
    /// `1.`, `(2)`
    Figure,
    /// `4.1`, which numbers a paragraph of the report.
    Paragraph,
    /// `(a)`
    Letter,
    /// `(ii)`; `(i)` may be a letter, too.
    Roman,
}

/// The mark of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    kind: Kind,
    /// How many stops part its figures: two in `4.1.2`.
    dots: usize,
    /// Whether it is `(i)`, `(v)` or `(x)`, which may be a letter as well.
    is_either: bool,
}

impl Mark {
    /// Whether it can mark an entry of a list, and does not number a paragraph of the report.
    fn can_part(self) -> bool {
        self.kind != Kind::Paragraph
    }

    /// Whether an entry marked so goes on with a list that began with another mark, after an entry.
    fn goes_on(self, first: Mark, before: &str) -> bool {
        let opens_another = before.trim_end().ends_with(':');
        (self.kind, self.dots) == (first.kind, first.dots)
            || self.is_either && first.kind == Kind::Letter && !opens_another
    }
}

/// The mark of a paragraph, and the words after it.
pub(super) fn marked(text: &str) -> (Option<Mark>, &str) {
    const BULLETS: [char; 8] = ['•', '-', '–', '*', '·', '▪', '◦', '\u{f0b7}'];
    let bullet = Mark { kind: Kind::Bullet, dots: 0, is_either: false };
    let bulleted = text.strip_prefix(BULLETS).or_else(|| text.strip_prefix("o ")).map(str::trim_start);
    let inner = bulleted.unwrap_or(text);
    let (first, rest) = inner.split_once([' ', '\t']).unwrap_or((inner, ""));
    let rest = rest.trim_start();
    match kind_of(first).filter(|_| !rest.is_empty()) {
        Some(mark) => (Some(mark), rest),
        None => (bulleted.map(|_| bullet), inner),
    }
}

/// What kind of mark a word is; none if it is none.
fn kind_of(word: &str) -> Option<Mark> {
    let plain = word.trim_matches(['(', ')', '.']);
    if plain.is_empty() || plain.len() > 5 || word.len() == plain.len() && !plain.contains('.') {
        return None;
    }
    let lower = plain.to_ascii_lowercase();
    let kind = if plain.bytes().all(|byte| byte.is_ascii_digit()) {
        Kind::Figure
    } else if plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        Kind::Paragraph
    } else if lower.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')) {
        Kind::Roman
    } else if plain.len() == 1 && plain.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        Kind::Letter
    } else {
        return None;
    };
    let dots = plain.bytes().filter(|byte| *byte == b'.').count();
    Some(Mark { kind, dots, is_either: kind == Kind::Roman && plain.len() == 1 })
}
