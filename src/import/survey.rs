//! Survey of a paper: all that the reader of items sees in it, for those who learn its weights, score it or explain it.

use super::container::Printed;
use super::items::{self, candidate::FAMILIES, sign};
use super::options::Options;
use super::{Refusal, papers, sheet_of};

pub use super::items::weights::Weights;

/// Place at which the heading of an item may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Line of the title, as a place in [`Survey::lines`].
    pub line: usize,
    /// Column of the weights of its family.
    pub family: usize,
    /// Name of the mark that found it.
    pub mark: &'static str,
    /// Label as printed; empty where there is none.
    pub label: String,
    /// Words of the title on that line.
    pub title: String,
    /// Signs for and against it, as places in [`sign_names`].
    pub signs: Vec<u8>,
    /// What they are worth, in hundredths.
    pub score: i32,
}

impl Place {
    /// Label and title, as printed.
    pub fn heading(&self) -> String {
        format!("{} {}", self.label, self.title).trim().to_owned()
    }
}

/// Reading of the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Name of the look that its headings share.
    pub name: String,
    /// Its items, as places in [`Survey::places`].
    pub items: Vec<usize>,
    /// Facts about it as a whole, as places in [`fact_names`].
    pub facts: Vec<u16>,
    /// What it is worth by rules that are not learnt, in hundredths.
    pub prior: i32,
    /// What it is worth, in hundredths.
    pub score: i32,
}

/// All that the reader of items sees in a paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Survey {
    /// The lines of the paper.
    pub lines: Vec<String>,
    /// For each of them the line of the file that it comes from, counted from 1.
    pub numbers: Vec<u32>,
    /// Places at which headings may stand.
    pub places: Vec<Place>,
    /// Readings, the best first.
    pub readings: Vec<Reading>,
    /// By how much the best reading is worth more than the best that has other items, in hundredths.
    pub lead: i32,
}

/// Names of the signs.
pub fn sign_names() -> &'static [&'static str] {
    sign::NAMES
}

/// Names of the facts about readings.
pub fn fact_names() -> Vec<String> {
    items::fact::names()
}

/// Number of the families of marks.
pub const fn families() -> usize {
    FAMILIES.len()
}

/// Looks at a paper with given weights.
///
/// # Errors
/// [`Refusal`] says why the file cannot be read at all.
pub fn survey(bytes: &[u8], weights: &Weights) -> Result<Survey, Refusal> {
    Ok(survey_of(&papers::open(bytes, &Options::default())?.printed, weights))
}

/// Looks at the lines of a paper with given weights.
pub(super) fn survey_of(printed: &Printed, weights: &Weights) -> Survey {
    let lines = sheet_of(printed);
    let found = items::read(&lines, weights);
    let places = found.candidates.iter().map(|candidate| Place {
        line: candidate.at,
        family: candidate.family as usize,
        mark: candidate.mark,
        label: candidate.label.as_ref().map_or(String::new(), |label| label.text.clone()),
        title: lines
            .get(candidate.at)
            .and_then(|line| line.text.get(candidate.title.clone()))
            .unwrap_or("")
            .to_owned(),
        signs: candidate.signs.clone(),
        score: candidate.score,
    });
    let readings = found.readings.iter().map(|reading| Reading {
        name: reading.name.clone(),
        items: reading.items.clone(),
        facts: reading.facts.clone(),
        prior: reading.prior,
        score: reading.score,
    });
    Survey {
        lead: found.lead(),
        places: places.collect(),
        readings: readings.collect(),
        lines: lines.iter().map(|line| line.text.clone()).collect(),
        numbers: lines.iter().map(|line| line.number).collect(),
    }
}
