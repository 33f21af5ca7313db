//! Facts about each line of a paper that marks and signs share: its words, the topics that they touch, its labels, how
//! often it recurs. Computed once a paper.

use super::label::{self, Label};
use super::lexicon::{self, Lexicon, Topic, Topics};
use crate::import::cue;
use crate::import::paper::{Line, Role};
use std::collections::HashMap;

/// Paper whose items are looked for.
pub(in crate::import) struct Context<'a> {
    /// Its lines.
    pub lines: &'a [Line],
    /// Facts about each of them.
    pub facts: Vec<Facts>,
    /// The column at which most lines begin.
    pub left: usize,
}

/// Facts about a line.
#[derive(Debug, Clone, Default)]
pub(in crate::import) struct Facts {
    /// Topics that the line touches.
    pub topics: Topics,
    /// Whether it is furniture, or blank but for punctuation.
    pub is_furniture: bool,
    /// How many lines of the paper have the same words.
    pub same: u32,
    /// Labels at its start.
    pub labels: Vec<Label>,
    /// Number of its characters, at most `LONGEST`.
    pub length: usize,
    /// Whether a gap follows it.
    pub gap_below: bool,
    /// Whether the line is nothing but a label.
    pub is_label: bool,
    /// Whether the line goes on with a sentence of the line above.
    pub goes_on: bool,
}

/// No more characters of a line than this are looked at.
pub(in crate::import) const LONGEST: usize = 400;

/// The start of a text, at most `LONGEST` characters.
pub(in crate::import) fn start(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    text.char_indices().nth(LONGEST).map_or(text, |(at, _)| text.get(..at).unwrap_or(text))
}

impl<'a> Context<'a> {
    /// Looks at the lines of a paper.
    pub fn new(lines: &'a [Line]) -> Self {
        let mut counts: HashMap<&str, u32> = HashMap::with_capacity(lines.len());
        for line in lines {
            *counts.entry(start(&line.text)).or_default() += 1;
        }
        let lexicon = Lexicon::get();
        let mut facts: Vec<Facts> = lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                let text = start(&line.text);
                let words = lexicon::words(text);
                let topics = lexicon.topics(&words);
                let labels = if line.role == Role::Plain { label::labels(text) } else { Vec::new() };
                let is_label = labels.first().is_some_and(|label| label.end >= text.len());
                let is_furniture = line.role == Role::Furniture
                    || !is_label && (cue::is_furniture(text) || words.is_empty())
                    || topics.has(Topic::Furniture) && words.len() <= 4;
                Facts {
                    topics,
                    is_furniture,
                    same: counts.get(text).copied().unwrap_or(1),
                    length: text.chars().count(),
                    gap_below: lines.get(at + 1).is_none_or(|next| next.gap),
                    labels,
                    is_label,
                    goes_on: false,
                }
            })
            .collect();
        for at in 1..facts.len() {
            let goes_on = goes_on(lines, at);
            if let Some(facts) = facts.get_mut(at) {
                facts.goes_on = goes_on;
            }
        }
        Self { lines, facts, left: left(lines) }
    }

    /// The next line that is neither furniture nor repeated all over the paper.
    pub fn next_told(&self, at: usize) -> Option<usize> {
        (at + 1..self.lines.len().min(at + 5))
            .find(|next| self.facts.get(*next).is_some_and(|facts| !facts.is_furniture && facts.same < 4))
    }
}

/// Whether a line goes on with the sentence of the line above: no gap, and that line is long and does not end.
fn goes_on(lines: &[Line], at: usize) -> bool {
    let (Some(line), Some(above)) = (lines.get(at), at.checked_sub(1).and_then(|at| lines.get(at))) else {
        return false;
    };
    let same_cell = line.look.cell == above.look.cell;
    let length = above.indent + above.text.chars().take(LONGEST).count();
    !line.gap
        && same_cell
        && line.look.heading == 0
        && length >= 56
        && !above.text.ends_with(['.', ':', ';', '?', '!', ')', '*', '|'])
}

/// The column at which most lines begin.
fn left(lines: &[Line]) -> usize {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for line in lines {
        *counts.entry(line.indent).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(column, count)| (*count, usize::MAX - *column))
        .map_or(0, |(column, _)| column)
}
