//! Marks: the ways in which a paper sets its headings apart, a file each. A mark finds the lines that are set in its way
//! and sorts them into groups of one look; it does not judge whether they are headings.

mod above;
mod bold;
mod capitals;
mod cell;
mod colon;
mod decorated;
mod entry;
pub(in crate::import::items) mod heading;
mod inline;
mod margin;
mod own;
pub(super) mod plain;
mod run_in;
mod tag;
mod time;

use super::candidate::{Candidate, Family};
use super::context::Context;
use super::label::Label;
use std::collections::HashMap;
use std::fmt::{Display, Write as _};
use std::ops::Range;

/// Way in which headings are marked.
pub(in crate::import) struct Mark {
    /// Its name in weights and explanations.
    pub name: &'static str,
    /// The family whose weights it has.
    pub family: Family,
    /// Finds its candidates.
    pub find: fn(&Context<'_>, &mut Finder),
}

/// Name of the mark of headings in copies that this program printed.
pub(in crate::import) const OWN: &str = "own";

/// All marks.
pub(in crate::import) const MARKS: [Mark; 18] = [
    // First, so that no other reading with the same items takes its place.
    Mark { name: OWN, family: Family::Declared, find: own::find },
    Mark { name: "label", family: Family::Labelled, find: inline::find },
    Mark { name: "label-above", family: Family::Apart, find: above::find_above },
    Mark { name: "label-below", family: Family::Apart, find: above::find_below },
    Mark { name: "label-in-margin", family: Family::Apart, find: margin::find },
    Mark { name: "cell", family: Family::Cell, find: cell::find },
    Mark { name: "cell-run-in", family: Family::RunIn, find: cell::find_run_in },
    Mark { name: "heading", family: Family::Declared, find: heading::find },
    Mark { name: "bold", family: Family::Declared, find: bold::find },
    Mark { name: "capitals", family: Family::Look, find: capitals::find },
    Mark { name: "decorated", family: Family::Look, find: decorated::find },
    Mark { name: "colon", family: Family::Look, find: colon::find },
    Mark { name: "entry", family: Family::Entry, find: entry::find },
    Mark { name: "plain", family: Family::Plain, find: plain::find },
    Mark { name: "run-in", family: Family::RunIn, find: run_in::find },
    Mark { name: "label-run-in", family: Family::Labelled, find: inline::find_run_in },
    Mark { name: "tag", family: Family::Tagged, find: tag::find },
    Mark { name: "time", family: Family::Tagged, find: time::find },
];

/// Candidates of one look, in the order of the paper.
#[derive(Debug, Default)]
pub(in crate::import) struct Group {
    /// Its name: the mark and what its members share.
    pub name: String,
    /// Its members, as places in the list of candidates.
    pub members: Vec<usize>,
}

/// Candidates and groups while they are found.
pub(in crate::import) struct Finder {
    mark: &'static str,
    family: Family,
    /// All candidates.
    pub candidates: Vec<Candidate>,
    /// All groups.
    pub groups: Vec<Group>,
    names: HashMap<String, usize>,
    /// Name of the group that a candidate is put into, kept so that its memory is used again.
    name: String,
}

impl Finder {
    /// Finds the candidates of all marks.
    pub fn run(context: &Context<'_>) -> Self {
        let mut finder = Self {
            mark: "",
            family: Family::Plain,
            candidates: Vec::new(),
            groups: Vec::new(),
            names: HashMap::new(),
            name: String::new(),
        };
        for mark in &MARKS {
            (finder.mark, finder.family) = (mark.name, mark.family);
            (mark.find)(context, &mut finder);
        }
        finder.groups.retain(|group| group.members.len() > 1);
        // The narrower group gives a reading its name.
        finder.groups.sort_by_key(|group| group.name.contains(" or ") || group.name.ends_with("any"));
        for group in &mut finder.groups {
            group.members.sort_by_key(|member| finder.candidates.get(*member).map(|found| found.at));
        }
        finder
    }

    /// Adds a candidate whose heading is one line. Returns its place.
    pub fn add(&mut self, at: usize, label: Option<Label>, title: Range<usize>) -> usize {
        self.add_over(at..at + 1, at, label, title)
    }

    /// Adds a candidate whose heading takes several lines. Returns its place.
    pub fn add_over(
        &mut self,
        lines: Range<usize>,
        at: usize,
        label: Option<Label>,
        title: Range<usize>,
    ) -> usize {
        self.candidates.push(Candidate {
            mark: self.mark,
            family: self.family,
            at,
            lines,
            label,
            title,
            runs_in: false,
            signs: Vec::new(),
            score: 0,
        });
        self.candidates.len() - 1
    }

    /// Adds a candidate whose title runs into the text behind it. Returns its place.
    pub fn add_cut(&mut self, at: usize, label: Option<Label>, title: Range<usize>) -> usize {
        let added = self.add(at, label, title);
        self.runs_in(added);
        added
    }

    /// Says that the title of a candidate runs into the text behind it.
    pub fn runs_in(&mut self, candidate: usize) {
        if let Some(candidate) = self.candidates.get_mut(candidate) {
            candidate.runs_in = true;
        }
    }

    /// Puts a candidate into a group.
    pub fn put(&mut self, candidate: usize, group: impl Display) {
        self.name.clear();
        let _ = write!(self.name, "{}:{group}", self.mark);
        let at = match self.names.get(&self.name) {
            Some(at) => *at,
            None => {
                self.groups.push(Group { name: self.name.clone(), members: Vec::new() });
                self.names.insert(self.name.clone(), self.groups.len() - 1);
                self.groups.len() - 1
            }
        };
        if let Some(group) = self.groups.get_mut(at) {
            group.members.push(candidate);
        }
    }
}

/// Where the words of a line begin behind its label, its bullet and its emphasis, and that label.
fn behind_label(context: &Context<'_>, at: usize) -> (Option<Label>, usize) {
    let label = context.facts.get(at).and_then(|facts| facts.labels.first()).filter(|label| {
        // A letter alone is more likely a word than a label where nothing but the look speaks for the line.
        label.values.len() > 1 || label.kind.contains('9') || label.punctuation.len() > 1
    });
    let length = context.lines.get(at).map_or(0, |line| line.text.len());
    match label.filter(|label| label.end < length) {
        Some(label) => (Some(label.clone()), label.end),
        None => (None, 0),
    }
}

/// Where a title ends that begins at a byte of a text: before a wide gap, behind which stand other columns, and before the
/// pages and the size of a file.
fn title_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or("");
    let until = super::context::start(rest);
    let leaders: &[&str] = if until.is_ascii() { &["   ", " ...."] } else { &["   ", " ....", " …"] };
    let ends = leaders.iter().filter_map(|end| until.find(end)).chain(size_start(until)).min();
    let end = ends.filter(|end| *end > 0).unwrap_or(rest.len());
    start + rest.get(..end).unwrap_or(rest).trim_end().len()
}

/// Where the pages or the size of a file begin behind a title.
pub(super) fn size_start(text: &str) -> Option<usize> {
    // Most titles have neither.
    let unit = |pair: &[u8]| matches!(pair, b"KB" | b"MB" | b"Kb" | b"kb");
    if !text.contains('(') && !text.contains(" pdf icon") && !text.as_bytes().windows(2).any(unit) {
        return None;
    }
    let icon = text.find(" pdf icon");
    let pages =
        [" (Pages ", " (pages ", " (Page ", " (page ", "(Tudalen"].iter().find_map(|start| text.find(start));
    let size = [" PDF ", " pdf ", " DOCX ", " DOC ", " XLSX "].iter().find_map(|kind| {
        let at = text.find(kind)?;
        let rest = text.get(at + kind.len()..)?;
        let figures = rest.starts_with(|first: char| first.is_ascii_digit());
        (figures && ["KB", "MB", "Kb", "kb"].iter().any(|unit| rest.contains(unit))).then_some(at)
    });
    let bracket = text.rfind(" (").filter(|at| {
        let inner = text.get(at + 2..).unwrap_or("").to_lowercase();
        let figures = inner.starts_with(|first: char| first.is_ascii_digit());
        figures && (inner.ends_with("kb)") || inner.ends_with("mb)"))
    });
    icon.into_iter().chain(pages).chain(size).chain(bracket).min()
}

/// Whether all letters of a text are capitals, and it has a word of three letters at least.
fn is_capitals(text: &str) -> bool {
    let mut run = 0;
    let mut longest = 0;
    for letter in super::context::start(text).chars() {
        if letter.is_lowercase() {
            return false;
        }
        run = if letter.is_uppercase() { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest >= 3 || longest > 1 && text.len() < 8
}
