//! Candidate: a place at which a paper may print the heading of an item.

use super::label::Label;
use std::ops::Range;

/// Family of marks; each has weights of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::import) enum Family {
    /// A label before the title.
    Labelled,
    /// A label on a line of its own, or at the end of the line.
    Apart,
    /// A cell of a table.
    Cell,
    /// Declared structure: a heading, a bold or underlined line.
    Declared,
    /// Capitals, a colon at the end.
    Look,
    /// An entry of a list.
    Entry,
    /// A plain short line.
    Plain,
    /// A title that runs into its text.
    RunIn,
    /// A tag or a time before the title.
    Tagged,
}

/// Families in the order of the columns of the weights.
pub(in crate::import) const FAMILIES: [Family; 9] = [
    Family::Labelled,
    Family::Apart,
    Family::Cell,
    Family::Declared,
    Family::Look,
    Family::Entry,
    Family::Plain,
    Family::RunIn,
    Family::Tagged,
];

/// Place at which the heading of an item may stand.
#[derive(Debug, Clone)]
pub(in crate::import) struct Candidate {
    /// Name of the mark that found it.
    pub mark: &'static str,
    /// Its family.
    pub family: Family,
    /// The line of the title.
    pub at: usize,
    /// The lines of the heading: the title, and perhaps a label or a ruler above or below it.
    pub lines: Range<usize>,
    /// Its label.
    pub label: Option<Label>,
    /// Where in its line the title stands, in bytes.
    pub title: Range<usize>,
    /// Whether the title runs into text that follows it on its line.
    pub runs_in: bool,
    /// Signs for and against it.
    pub signs: Vec<u8>,
    /// What the signs are worth together, in hundredths.
    pub score: i32,
}
