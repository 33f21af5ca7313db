//! Brackets, quotation marks, doubled words and blanks, and the stop at the end.

use super::{Slip, words};

pub(super) fn look(text: &str, found: &mut Vec<Slip>) {
    brackets(text, found);
    quotes(text, found);
    doubled(text, found);
    blanks(text, found);
}

/// Brackets that are opened and not closed, or closed and not opened. A closing bracket after one letter or
/// number, as in `a)`, is a mark and no bracket.
fn brackets(text: &str, found: &mut Vec<Slip>) {
    let mut open = Vec::new();
    for (at, sign) in text.char_indices() {
        match sign {
            '(' | '[' => open.push((at, sign)),
            ')' | ']' => {
                let partner = if sign == ')' { '(' } else { '[' };
                match open.last() {
                    Some((_, last)) if *last == partner => drop(open.pop()),
                    _ if is_mark(text, at) => {}
                    _ => found.push(Slip::new("bracket-open", at..at + 1, "This bracket was not opened")),
                }
            }
            _ => {}
        }
    }
    found.extend(
        open.into_iter().map(|(at, _)| Slip::new("bracket-open", at..at + 1, "This bracket is not closed")),
    );
}

fn is_mark(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let word = before.rsplit(|sign: char| sign.is_whitespace()).next().unwrap_or("");
    (1..=4).contains(&word.chars().count())
        && word.chars().all(char::is_alphanumeric)
        && !before.contains('(')
}

/// Double quotation marks that have no partner.
fn quotes(text: &str, found: &mut Vec<Slip>) {
    let straight: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    if let Some(last) = straight.last().filter(|_| straight.len() % 2 == 1) {
        found.push(Slip::new("quotation-open", *last..last + 1, "This quotation mark has no partner"));
    }
    let mut open = None;
    for (at, sign) in text.char_indices() {
        match (sign, open) {
            ('“', None) => open = Some(at),
            ('”', Some(_)) => open = None,
            ('”', None) => {
                let said = "This quotation mark was not opened";
                found.push(Slip::new("quotation-open", at..at + sign.len_utf8(), said));
            }
            _ => {}
        }
    }
    let unclosed = open.map(|at| at..at + '“'.len_utf8());
    found.extend(unclosed.map(|at| Slip::new("quotation-open", at, "This quotation mark is not closed")));
}

/// The same word twice. `that that` and `had had` can be right, and are left alone.
fn doubled(text: &str, found: &mut Vec<Slip>) {
    let mut before: Option<(std::ops::Range<usize>, &str)> = None;
    for (at, word) in words(text) {
        if let Some((last, same)) = &before {
            let between = text.get(last.end..at.start).unwrap_or("x");
            let is_word = word.chars().all(char::is_alphabetic);
            if is_word
                && between.trim().is_empty()
                && same.eq_ignore_ascii_case(word)
                && !matches!(word, "that" | "had")
                && word.chars().next().is_some_and(char::is_lowercase)
            {
                let slip = Slip::new("doubled-word", last.end..at.end, format!("“{word}” stands twice"));
                found.push(slip.mended(""));
            }
        }
        before = Some((at, word));
    }
}

/// More than one blank between words.
fn blanks(text: &str, found: &mut Vec<Slip>) {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("  ")).map(|at| at + from) {
        let end = at + text.get(at..).unwrap_or("").chars().take_while(|sign| *sign == ' ').count();
        if at > 0 && end < text.len() {
            found.push(Slip::new("doubled-blank", at..end, "There is more than one blank").mended(" "));
        }
        from = end;
    }
}

/// A paragraph of several words that ends without a stop.
pub(super) fn ending(text: &str, found: &mut Vec<Slip>) {
    let trimmed = text.trim_end();
    let ends = trimmed.chars().next_back().is_some_and(|last| last.is_alphanumeric() || last == ')');
    // Parts of a list and lead-ins end in other ways, and a word or two may be a heading.
    if ends
        && trimmed.split_whitespace().count() >= 4
        && !trimmed.ends_with(" and")
        && !trimmed.ends_with(" or")
    {
        let at = trimmed.len()..trimmed.len();
        found.push(Slip::new("no-full-stop", at, "The paragraph ends without a full stop").mended("."));
    }
}
