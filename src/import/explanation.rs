//! Explanation: why each line of a paper was read as it was. It gives the two best readings with their scores, and for
//! each line the strongest signs for or against a heading on it.

use super::options::Options;
use super::survey::{Place, Reading, Survey, sign_names, survey_of};
use super::{Meaning, ReadLine, Refusal, Weights, neutral, papers, read_printed};
use std::collections::HashMap;

/// A line has no more signs in its explanation.
const SIGNS: usize = 3;
/// So many readings are given.
const RIVALS: usize = 2;
/// Sign that every place has, and that explains none.
const COMMON: &str = "always";

/// Why the lines of a paper were read as they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The two best readings, the best first; none where the paper declares its items itself, as JSON does.
    pub rivals: Vec<Rival>,
    /// Why the paper is refused; none where it is read.
    pub refusal: Option<Refusal>,
    /// The lines of the paper, without blank ones. A line with several headings stands here once for each.
    pub lines: Vec<ExplainedLine>,
}

/// Reading among the best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// Name of the look that its headings share.
    pub name: String,
    /// Number of its items.
    pub items: usize,
    /// Its score, in hundredths. Only a paper whose best score is not above 0 can be refused.
    pub score: i32,
}

/// A line with the reasons for its reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedLine {
    /// The line of the file, counted from 1.
    pub number: u32,
    /// Its words.
    pub text: String,
    /// What it was understood as; none in a refused paper.
    pub meaning: Option<Meaning>,
    /// Mark of the heading on it in the best reading; none where that reading has no heading here.
    pub mark: Option<&'static str>,
    /// Strongest signs for and against a heading here, the strongest first.
    pub signs: Vec<WeightedSign>,
}

/// Sign for or against a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeightedSign {
    /// Its name.
    pub name: &'static str,
    /// Its weight, in hundredths; negative against a heading.
    pub weight: i32,
}

/// Explains how a paper is read, also where it is refused for want of items.
///
/// # Errors
/// [`Refusal`] says why the file cannot be read at all.
pub fn explain(bytes: &[u8]) -> Result<Explanation, Refusal> {
    explain_with(bytes, &Options::default())
}

/// Explains how a paper is read that is opened in a given way.
///
/// # Errors
/// [`Refusal`] says why the file cannot be read at all.
pub fn explain_with(bytes: &[u8], options: &Options<'_>) -> Result<Explanation, Refusal> {
    let weights = Weights::get();
    let (read, survey) = if neutral::is_json(bytes) {
        (neutral::read(bytes), Survey::default())
    } else {
        let printed = papers::open(bytes, options)?.printed;
        (read_printed(&printed, options), survey_of(&printed, weights))
    };
    let (read, refusal) = match read {
        Ok(proposal) => (proposal.lines, None),
        Err(refusal @ (Refusal::NoItems | Refusal::WeakItems(_))) => (Vec::new(), Some(refusal)),
        Err(refusal) => return Err(refusal),
    };
    let lines = if refusal.is_some() { unread(&survey) } else { read.iter().map(known).collect() };
    let places = Places::new(&survey);
    let lines = lines.into_iter().flat_map(|line| places.explain(line, weights)).collect();
    let rivals = survey.readings.iter().take(RIVALS).map(rival).collect();
    Ok(Explanation { rivals, refusal, lines })
}

fn rival(reading: &Reading) -> Rival {
    Rival { name: reading.name.clone(), items: reading.items.len(), score: reading.score }
}

fn known(line: &ReadLine) -> ExplainedLine {
    let meaning = Some(line.meaning);
    ExplainedLine { number: line.line, text: line.text.clone(), meaning, mark: None, signs: Vec::new() }
}

/// Lines of a refused paper; those that share a number, such as the cells of a row, are joined.
fn unread(survey: &Survey) -> Vec<ExplainedLine> {
    let mut lines: Vec<ExplainedLine> = Vec::new();
    for (number, text) in survey.numbers.iter().zip(&survey.lines) {
        let text = super::paper::squeeze(text);
        match lines.last_mut().filter(|line| line.number == *number) {
            Some(line) => {
                line.text.push(' ');
                line.text.push_str(&text);
            }
            None => lines.push(ExplainedLine {
                number: *number,
                text,
                meaning: None,
                mark: None,
                signs: Vec::new(),
            }),
        }
    }
    lines
}

/// Places of a paper by the numbers of their lines.
struct Places<'a> {
    /// Headings of the best reading, in the order of the paper.
    headings: HashMap<u32, Vec<&'a Place>>,
    /// The place with the highest score on each line.
    best: HashMap<u32, &'a Place>,
}

impl<'a> Places<'a> {
    fn new(survey: &'a Survey) -> Self {
        let number = |place: &Place| survey.numbers.get(place.line).copied().unwrap_or(0);
        let mut headings: HashMap<u32, Vec<&Place>> = HashMap::new();
        let items = survey.readings.first().map_or(&[][..], |reading| reading.items.as_slice());
        for place in items.iter().filter_map(|item| survey.places.get(*item)) {
            headings.entry(number(place)).or_default().push(place);
        }
        let mut best: HashMap<u32, &Place> = HashMap::new();
        for place in &survey.places {
            let known = best.entry(number(place)).or_insert(place);
            if place.score > known.score {
                *known = place;
            }
        }
        Self { headings, best }
    }

    /// A line with its reasons, once for each heading on it.
    fn explain(&self, line: ExplainedLine, weights: &Weights) -> Vec<ExplainedLine> {
        let Some(headings) = self.headings.get(&line.number) else {
            let signs = self.best.get(&line.number).map_or(Vec::new(), |place| strongest(place, weights));
            return vec![ExplainedLine { signs, ..line }];
        };
        let several = headings.len() > 1;
        let explain = |place: &&Place| ExplainedLine {
            mark: Some(place.mark),
            signs: strongest(place, weights),
            text: if several { place.heading() } else { line.text.clone() },
            ..line
        };
        headings.iter().map(explain).collect()
    }
}

/// The strongest signs of a place, the strongest first.
fn strongest(place: &Place, weights: &Weights) -> Vec<WeightedSign> {
    let names = sign_names();
    let sign = |sign: &u8| {
        let name = *names.get(usize::from(*sign))?;
        let weight = weights.sign(usize::from(*sign), place.family);
        (name != COMMON && weight != 0).then_some(WeightedSign { name, weight })
    };
    let mut signs: Vec<WeightedSign> = place.signs.iter().filter_map(sign).collect();
    signs.sort_by_key(|sign| std::cmp::Reverse(sign.weight.abs()));
    signs.truncate(SIGNS);
    signs
}
