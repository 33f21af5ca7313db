//! The lines that could be items, each by itself: those that begin with a label, and what speaks for a title and against
//! it. Knows nothing of the order of labels, nor which of the candidates are chosen.

use crate::import::label::{self, Label};
use crate::import::paper::{self, Line, Role};
use crate::import::{cue, date, heading, notice};

/// A line that has a label and could be an item.
pub(super) struct Candidate<'a> {
    /// Its place among the lines.
    pub at: usize,
    /// How many columns it is set in.
    pub indent: usize,
    /// Its label.
    pub label: Label<'a>,
    /// Whether it runs on over the lines below and ends like a sentence.
    pub is_sentence: bool,
    /// Whether a reference to the agenda stands beside or below it: `(Item B1)`.
    pub refers: bool,
}

/// The lines that could be items, in order.
pub(super) fn candidates(lines: &[Line]) -> Vec<Candidate<'_>> {
    let plain = lines.iter().enumerate().filter(|(_, line)| line.role == Role::Plain);
    plain
        .filter_map(|(at, line)| {
            let label = label::label(&line.text)?;
            // `13 June 2023` and `2 Forge Row, …` begin with a figure and are no items.
            let is_date = date::find(line.text.get(..line.text.len().min(60)).unwrap_or(""))
                .is_some_and(|(_, at)| at.start == 0);
            let wraps = lines.get(at + 1).is_some_and(|next| !next.gap);
            let refers = refers(line, lines.get(at + 1)) || wraps && refers(line, lines.get(at + 2));
            let is_sentence = is_sentence(lines, at);
            (!is_date).then_some(Candidate { at, indent: line.indent, label, is_sentence, refers })
        })
        .collect()
}

/// Whether a line goes on with the sentence above it.
pub(super) fn goes_on(lines: &[Line], at: usize) -> bool {
    let (Some(above), Some(line)) = (at.checked_sub(1).and_then(|at| lines.get(at)), lines.get(at)) else {
        return false;
    };
    !line.gap && !above.text.ends_with(['.', ':', ';']) && heading::is_full(above, line)
}

/// Whether words run on over the lines below, as long as no gap and no bracket comes, and end like a sentence.
fn is_sentence(lines: &[Line], at: usize) -> bool {
    let below = lines.iter().skip(at + 1).take(MOST_LINES);
    let last = below.take_while(|line| !line.gap && !line.text.starts_with('(')).last();
    last.is_some_and(|last| last.text.ends_with(['.', ':', ';', '?', ',']))
}

/// Whether a title has a reference to the agenda behind it, or on a line right below.
fn refers(title: &Line, below: Option<&Line>) -> bool {
    let below =
        below.filter(|below| !below.gap).is_some_and(|below| notice::reference(&below.text).is_some());
    below
        || title.text.ends_with(')')
            && title.text.rfind("(Item ").is_some_and(|at| {
                title.text.get(at..).is_some_and(|reference| notice::reference(reference).is_some())
            })
}

/// No paragraph is looked at further than this to see how it ends.
const MOST_LINES: usize = 12;

/// What a label speaks for, as an item: a title speaks for it, a sentence against it.
pub(super) fn worth(rest: &str) -> i64 {
    // What stands in a column behind a title speaks neither for it nor against it.
    let rest = paper::cells(rest).first().map_or(rest, |(_, title)| *title);
    let words = rest.split_whitespace().count();
    let is_sentence = words > 8 && (rest.ends_with('.') || has_stop(rest)) || words > 30;
    match (is_sentence, cue::is_title_like(rest)) {
        (true, _) => -2,
        (false, true) => 2,
        (false, false) => 0,
    }
}

/// Whether a sentence ends inside words: at a stop behind a whole word, not behind `No.`
fn has_stop(words: &str) -> bool {
    let ends = |before: &str| before.rsplit(' ').next().is_some_and(|last| last.chars().count() > 3);
    words.match_indices(". ").any(|(at, _)| words.get(..at).is_some_and(ends))
}
