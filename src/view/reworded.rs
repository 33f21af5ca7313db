//! Two wordings of a paragraph in one: what goes is struck through, what comes is underlined, and each
//! stands in brackets with a sign, so that they can be told apart without colour. Where there is little room, words that stay are left out.

use super::compared::style;
use super::theme::Theme;
use crate::desk::compared::wrapped;
use crate::domain::difference::{Words, compare_words};
use crate::text;
use ratatui::text::{Line, Span};

/// So many words that stay are shown on either side of a change, where not all can be.
const AROUND: usize = 6;

/// Two wordings in one, in rows.
pub(super) struct Reworded {
    pub rows: Vec<Line<'static>>,
    /// Whether not all of it is there.
    pub cut: bool,
}

/// The rows of a paragraph that reads in one way now and should in another.
pub(super) fn rows(now: &str, then: &str, theme: &Theme, width: usize, room: usize) -> Reworded {
    let words = compare_words(now, then);
    let whole = laid(&words, theme, width);
    if whole.len() <= room {
        return Reworded { rows: whole, cut: false };
    }
    Reworded { rows: laid(&shortened(&words, width), theme, width), cut: true }
}

fn laid(words: &[Words], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let rows = wrapped(&signed(words), 0, width);
    let line = |row: Vec<_>| {
        Line::from_iter(row.into_iter().map(|(look, words)| Span::styled(words, style(theme, look))))
    };
    rows.into_iter().map(line).collect()
}

/// Words with signs and brackets about those that go and those that come. The blanks beside them stay outside.
fn signed(words: &[Words]) -> Vec<Words> {
    let sign = |sign: &str, words: &str| {
        let blank = if words.starts_with(' ') { " " } else { "" };
        let end = if words.ends_with(' ') { " " } else { "" };
        (blank.to_owned(), format!("[{sign}{}]{end}", words.trim()))
    };
    let parts = words.iter().flat_map(|words| match words {
        Words::Same(_) => [None, Some(words.clone())],
        Words::Gone(words) => {
            let (blank, words) = sign("−", words);
            [Some(Words::Same(blank)), Some(Words::Gone(words))]
        }
        Words::New(words) => {
            let (blank, words) = sign("+", words);
            [Some(Words::Same(blank)), Some(Words::New(words))]
        }
    });
    parts.flatten().filter(|words| !words.text().is_empty()).collect()
}

/// Words without most of those that stay, and with no more than two rows of what goes or comes.
fn shortened(words: &[Words], width: usize) -> Vec<Words> {
    let last = words.len().saturating_sub(1);
    let short = |(at, words): (usize, &Words)| match words {
        Words::Same(same) => Words::Same(around(same, at > 0, at < last)),
        Words::Gone(gone) => Words::Gone(text::fit(gone, 2 * width)),
        Words::New(new) => Words::New(text::fit(new, 3 * width)),
    };
    words.iter().enumerate().map(short).collect()
}

/// The first and the last few of some words.
fn around(same: &str, keeps_first: bool, keeps_last: bool) -> String {
    let words: Vec<&str> = same.split_inclusive(' ').collect();
    let first = if keeps_first { AROUND } else { 0 };
    let last = if keeps_last { AROUND } else { 0 };
    if words.len() <= first + last {
        return same.to_owned();
    }
    let part = |from: usize, to: usize| words.get(from..to).unwrap_or_default().concat();
    format!("{}… {}", part(0, first), part(words.len() - last, words.len()))
}
