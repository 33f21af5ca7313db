//! Decides whether a paper is that of a meeting, by its best reading and by its words. Only what is plainly something else is
//! refused.

use super::Readings;
use super::candidate::Candidate;
use super::chain::{self, Follows};
use super::context;
use super::label::Label;
use super::lexicon::{self, Lexicon, Topic};
use super::reading::Reading;
use super::rule;
use super::sign::Sign;
use crate::import::date;
use crate::import::paper::Line;

/// Lowest score of a reading of a paper whose title names a meeting, in hundredths.
const LOWEST: i32 = -300;
/// Number of lines at the top among which the title is looked for.
const HEAD: usize = 12;
/// Words in the title of the paper of a meeting.
const MEETINGS: [&str; 6] = ["meeting", "meetings", "minutes", "agenda", "sederunt", "cyfarfod"];
/// Greatest number of words in a title.
const LONGEST_TITLE: usize = 14;

/// Returns whether the paper with this best reading is that of a meeting.
pub(super) fn is_of_meeting(found: &Readings, reading: &Reading, lines: &[Line]) -> bool {
    // Any paper may declare headings. They count only where words of meetings stand among them.
    let shape = if reading.is_declared { rule::DECLARED } else { 0 };
    reading.score > shape
        || has_items_of_meetings(found, reading, lines)
        || reading.score > 0 && count_meeting_lines(lines) > 1
        || reading.score > LOWEST && lines.iter().take(HEAD).any(is_title)
}

/// Returns whether a reading has items that only meetings have. A short paper scores low for want of anything else.
fn has_items_of_meetings(found: &Readings, reading: &Reading, lines: &[Line]) -> bool {
    let items = || reading.items.iter().filter_map(|item| found.candidates.get(*item));
    let chosen: Vec<&Candidate> = items().collect();
    let sum: i32 = chosen.iter().map(|item| item.score).sum();
    let labels: Vec<&Label> = chosen.iter().filter_map(|item| item.label.as_ref()).collect();
    let pairs = labels.iter().zip(labels.iter().skip(1));
    let next = pairs.filter(|(one, other)| chain::follows(one, other) == Follows::Next).count();
    let runs_on = labels.len() == chosen.len() && (next + 1) * 10 >= labels.len() * 9;
    let starts = lines.iter().map(|line| context::start(&line.text));
    let said = starts.filter(|start| is_about_meetings(start)).take(2).count();
    let is_agenda = |line: &Line| line.text.trim_matches(['*', '#', ' ', ':']).eq_ignore_ascii_case("agenda");
    let signs = [Sign::Opens as u8, Sign::Closes as u8];
    let known = items().filter(|item| item.signs.iter().any(|sign| signs.contains(sign))).count();
    let is_series = said > 0 && known > 0 && labels.len() > 4;
    if runs_on && (sum > 0 && said > 1 || is_series || lines.iter().any(is_agenda)) {
        return true;
    }
    known * 2 >= reading.items.len() && known > 0 && (known > 1 || reading.items.len() < 4)
}

fn is_about_meetings(text: &str) -> bool {
    Lexicon::get().topics(&lexicon::words(text)).has(Topic::Meeting)
}

/// Number of lines with a word that only papers of meetings have, at most 2.
fn count_meeting_lines(lines: &[Line]) -> usize {
    lines.iter().filter(|line| is_about_meetings(&line.text)).take(2).count()
}

/// Returns whether a line is the title of the paper of a meeting. It names a meeting with its day.
fn is_title(line: &Line) -> bool {
    let words = lexicon::words(&line.text);
    words.iter().any(|word| MEETINGS.contains(&word.as_str()))
        && words.len() <= LONGEST_TITLE
        && !line.text.trim_end().ends_with('.')
        && date::find(&line.text).is_some()
}
