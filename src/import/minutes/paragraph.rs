//! Lines joined to paragraphs: what was wrapped or cut by a page end is put together, what begins with a mark
//! stands alone. Knows marks and sentences, and nothing of what is resolved.

use super::motion::{outcome::outcome, sentence, vote};
use super::{action, decision};
use crate::import::heading;
use crate::import::label::{self, Scheme};
use crate::import::notice;
use crate::import::paper::{Line, Role, squeeze};
use crate::import::said;
use crate::text;

/// One paragraph of a minute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its words, without the mark.
    pub text: String,
    /// What stands before it.
    pub mark: Mark,
    /// The column in which it is set.
    pub indent: usize,
    /// Whether it is a row of a table.
    pub row: bool,
    /// Whether it is marked as restricted, which the words here are without.
    pub restricted: bool,
}

/// What stands before a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Mark {
    None,
    /// `1.`, `(1)`, `2.3`.
    Number,
    /// `(a)`, `a)`, `A.`.
    Letter,
    /// `(i)`, `ii.`.
    Roman,
    Bullet,
}

/// Joins lines to paragraphs.
pub(super) fn paragraphs(lines: &[&Line]) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut above: Option<&Line> = None;
    let width = wrap_width(lines);
    for line in lines.iter().filter(|line| line.role == Role::Plain) {
        // What had no room on a line goes on with its sentence, whatever it looks like.
        let is_wrapped = !line.gap && above.is_some_and(|above| heading::is_full(above, line));
        let goes_on = is_wrapped && paragraphs.last().is_some_and(Paragraph::waits);
        let is_short = above.is_some_and(|above| is_short(above, line, width));
        above = Some(line);
        let (mark, rest) = if goes_on { (Mark::None, line.text.as_str()) } else { mark(&line.text) };
        let row = mark == Mark::None && is_row(line, goes_on);
        let (rest, restricted) = notice::unmarked(rest);
        let text = if row { cells_of(line) } else { squeeze(rest) };
        let made = Paragraph { text, mark, indent: line.indent, row, restricted };
        match paragraphs.last_mut() {
            Some(last) if last.takes(&made, line.gap) && !(is_short && last.is_ended()) => last.join(&made),
            _ => paragraphs.push(made),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.text.is_empty());
    paragraphs
}

/// Room that may be left on a wrapped line beyond the first word of the next.
const SLACK: usize = 10;

/// Width at which lines are broken: that of the widest, or `usize::MAX` where lines are as long as their paragraphs. None
/// where the lines are too few or too short to tell.
fn wrap_width(lines: &[&Line]) -> Option<usize> {
    let widest = lines.iter().map(|line| line.indent + text::width(&line.text)).max()?;
    match widest {
        0..60 => None,
        60..140 if lines.len() > 2 => Some(widest),
        60..140 => None,
        _ => Some(usize::MAX),
    }
}

/// Whether a line ends long before the width at which lines are broken, so that what follows is a paragraph of its own.
fn is_short(above: &Line, next: &Line, width: Option<usize>) -> bool {
    let first = next.text.split(' ').next().unwrap_or("");
    width.is_some_and(|width| {
        let used = above.indent + text::width(&above.text) + 1 + text::width(first) + SLACK;
        used < width && next.text.starts_with(|letter: char| !letter.is_lowercase())
    })
}

impl Paragraph {
    /// Whether it ends as a sentence does.
    fn is_ended(&self) -> bool {
        self.text.ends_with(['.', '?', '!', '”', '"', ')'])
    }

    /// Whether another goes on with this one.
    fn takes(&self, next: &Paragraph, gap: bool) -> bool {
        if next.text.is_empty() || next.mark != Mark::None || self.row || next.row {
            return false;
        }
        if names_an_item(&next.text) || next.restricted {
            return false;
        }
        // `… (proposed by Mr Ash and` goes on with `seconded by Mrs Elm)`.
        let goes_on = !gap && next.text.starts_with(char::is_lowercase) && self.waits();
        if leads(&next.text) && !goes_on {
            // `It was proposed by … and unanimously` goes on with RESOLVED.
            return !gap && next.text.starts_with("RESOLVED") && self.text.ends_with(char::is_alphabetic);
        }
        if is_link(&next.text) || self.text.is_empty() {
            return true;
        }
        let is_complete = sentence::is_fields(&self.text) || said::is_report_line(&self.text);
        if is_complete && next.text.starts_with(char::is_uppercase) {
            return false;
        }
        let ended = self.text.ends_with(['.', ':', ';', '?', '!', ')', '”', '"', '…']);
        let lower =
            next.text.chars().next().is_some_and(|first| !first.is_uppercase() && !first.is_ascii_digit());
        if gap {
            !ended && lower && !next.text.starts_with(['(', '['])
        } else {
            !(ended && self.stands_alone())
        }
    }

    /// Whether it is a sentence that has not come to its end.
    fn waits(&self) -> bool {
        !self.row && self.text.contains(' ') && !self.text.ends_with(['.', ':', ';', '?', '!'])
    }

    /// Whether it is complete by itself, as a line that names who is to act is.
    fn stands_alone(&self) -> bool {
        let bracketed = self.text.starts_with('(') && self.text.ends_with(')');
        bracketed && self.text.len() < 200
    }

    fn join(&mut self, next: &Paragraph) {
        if let Some(start) = cut_word(&self.text, &next.text) {
            self.text.truncate(start);
        } else if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(&next.text);
    }
}

/// Whether words begin a paragraph although no blank line parts them from the one before: a decision, a motion, a vote,
/// an action.
fn leads(text: &str) -> bool {
    const LABELS: [&str; 12] = [
        "for:",
        "against:",
        "abstained:",
        "abstentions:",
        "ayes:",
        "noes:",
        "moved by ",
        "seconded by ",
        "motion by ",
        "for the motion:",
        "against the motion:",
        "minutes:",
    ];
    let start: String = text.chars().take(24).collect::<String>().to_lowercase();
    let begins = text.starts_with(|first: char| !first.is_lowercase());
    LABELS.iter().any(|label| start.starts_with(label))
        || begins
            && (decision::at_start(text).is_some()
                || action::read(text).is_some()
                || action::has_arrow(text)
                || sentence::is_fields(text)
                || outcome(text).is_some()
                || vote::count(text).is_some_and(|count| count.is_whole))
}

/// `Item 5 – Mr A Burn`: a list of who declared what has no other mark.
fn names_an_item(text: &str) -> bool {
    text.strip_prefix("Item ")
        .is_some_and(|rest| rest.starts_with(|character: char| character.is_ascii_digit()))
}

fn is_link(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www."))
        && !text.contains(' ')
}

/// A row of a table: columns far apart, or a line of nothing but figures or rulers, unless such figures go on with
/// a sentence.
fn is_row(line: &Line, goes_on: bool) -> bool {
    let cells = line.cells();
    let labelled = cells.first().is_some_and(|(_, first)| first.ends_with(':'));
    let narrow = cells.len() == 2 && line.indent >= 4 && cells.iter().all(|(_, cell)| cell.len() < 50);
    !labelled && (cells.len() >= 3 || narrow) || !goes_on && !line.text.chars().any(char::is_alphabetic)
}

/// The cells of a row, parted by bars; nothing for a ruler.
fn cells_of(line: &Line) -> String {
    let cells = line.cells();
    let words = cells.iter().map(|(_, cell)| *cell).filter(|cell| cell.chars().any(char::is_alphanumeric));
    words.map(squeeze).collect::<Vec<_>>().join(" | ")
}

/// Where a word cut at the end of a line loses its hyphen; none if nothing was cut.
fn cut_word(before: &str, after: &str) -> Option<usize> {
    const KEEP: [&str; 18] = [
        "multi", "non", "self", "co", "cross", "well", "long", "short", "high", "low", "part", "post",
        "anti", "sub", "mid", "one", "two", "five",
    ];
    let stem = before.strip_suffix('-')?;
    let word = stem.rsplit(' ').next()?;
    let is_word =
        !word.is_empty() && word.chars().all(char::is_alphabetic) && after.starts_with(char::is_lowercase);
    if !is_word {
        return None;
    }
    Some(if KEEP.contains(&word.to_lowercase().as_str()) { before.len() } else { stem.len() })
}

/// The mark of a line and the words after it.
pub(in crate::import) fn mark(text: &str) -> (Mark, &str) {
    let bullet = ["• ", "· ", "- ", "– ", "* ", "✓ ", "▪ ", "◦ ", "o "]
        .iter()
        .find_map(|bullet| text.strip_prefix(bullet));
    let inner = bullet.unwrap_or(text).trim_start();
    match numbered(inner) {
        (Mark::None, _) if bullet.is_some() => (Mark::Bullet, inner),
        // A list dash before a letter is left by the conversion from a word processor.
        found => found,
    }
}

fn numbered(text: &str) -> (Mark, &str) {
    if let Some(found) = capital(text) {
        return (Mark::Letter, found);
    }
    let Some(label) = label::label(text) else { return bare_number(text) };
    match label.scheme {
        Scheme::Stopped | Scheme::Bracketed | Scheme::Below => (Mark::Number, label.rest),
        Scheme::Small if is_roman(label.text) => (Mark::Roman, label.rest),
        Scheme::Small => (Mark::Letter, label.rest),
        Scheme::Bare | Scheme::Named | Scheme::Roman | Scheme::Lettered | Scheme::Reference => {
            (Mark::None, text)
        }
    }
}

/// A number alone on its line, whose paragraph comes below it.
fn bare_number(text: &str) -> (Mark, &str) {
    let alone =
        label::alone(text).is_some_and(|label| matches!(label.scheme, Scheme::Stopped | Scheme::Bracketed));
    if alone { (Mark::Number, "") } else { (Mark::None, text) }
}

fn is_roman(text: &str) -> bool {
    text != "v" && text != "x" && text.bytes().all(|byte| b"ivx".contains(&byte))
}

/// `A. to agree`: a capital with a stop, as some bodies letter what they resolve.
fn capital(text: &str) -> Option<&str> {
    let (letter, rest) = text.split_at_checked(1)?;
    let rest = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))?;
    let second = rest.trim_start().chars().nth(1)?;
    // `A. N. Other` is a name.
    (letter.bytes().all(|byte| byte.is_ascii_uppercase()) && second != '.').then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    fn texts(text: &str) -> Vec<String> {
        let lines = lines(text);
        paragraphs(&lines.iter().collect::<Vec<_>>()).into_iter().map(|paragraph| paragraph.text).collect()
    }

    #[test]
    fn wrapped_and_cut_paragraphs_are_joined() {
        assert_eq!(
            texts("The level of contam-\nination was low.\n\nIt is"),
            ["The level of contamination was low.", "It is"]
        );
        assert_eq!(
            texts("experience in the mental\n\nhealth arena."),
            ["experience in the mental health arena."]
        );
        assert_eq!(texts("One.\nTwo."), ["One. Two."]);
    }

    #[test]
    fn marks_begin_paragraphs() {
        assert_eq!(texts("noted that:\n(a) one; and\n(b) two."), ["noted that:", "one; and", "two."]);
        assert_eq!(texts("Agreed.\nRESOLVED that it be so."), ["Agreed.", "RESOLVED that it be so."]);
        assert_eq!(mark("- A. to agree"), (Mark::Letter, "to agree"));
        assert_eq!(mark("(ii) to agree"), (Mark::Roman, "to agree"));
        assert_eq!(mark("(1)    The report"), (Mark::Number, "The report"));
    }
}
