//! Learns the weights: first how much each sign says about a title, by logistic regression, then how much each fact says
//! about a reading as a whole. No step depends on chance, time or the order of a map.

use super::truth::{Paper, agreement, quality, words};
use minutebook::import::survey::{Survey, Weights, fact_names, families, sign_names, survey};

/// Learns the weights from papers.
pub fn learn(papers: &[&Paper]) -> Weights {
    // Every third paper is learnt from once more with its first two to five items alone, as short papers are.
    let short: Vec<Paper> = papers
        .iter()
        .enumerate()
        .filter(|(at, paper)| at % 3 == 0 && paper.is_paper)
        .filter_map(|(at, paper)| paper.shortened(2 + at / 3 % 4))
        .collect();
    let papers: Vec<&Paper> = papers.iter().copied().chain(&short).collect();
    let papers = papers.as_slice();
    let nothing = Weights::default();
    let surveys: Vec<Survey> =
        papers.iter().map(|paper| survey(&paper.bytes, &nothing).unwrap_or_default()).collect();
    let mut weights = learn_signs(papers, &surveys);
    drop(surveys);
    let surveys: Vec<Survey> =
        papers.iter().map(|paper| survey(&paper.bytes, &weights).unwrap_or_default()).collect();
    learn_readings(papers, &surveys, &mut weights);
    weights
}

/// Place at which a heading may stand, with whether one does.
struct Example<'a> {
    family: usize,
    signs: &'a [u8],
    is_title: bool,
}

fn examples<'a>(paper: &Paper, survey: &'a Survey) -> Vec<Example<'a>> {
    let is_title = |title: &str| {
        let found = words(title);
        paper.items.iter().any(|item| agreement(item, &found) >= 0.6)
    };
    survey
        .places
        .iter()
        .map(|place| Example { family: place.family, signs: &place.signs, is_title: is_title(&place.title) })
        .collect()
}

fn learn_signs(papers: &[&Paper], surveys: &[Survey]) -> Weights {
    let signs = sign_names().len();
    let examples: Vec<Example<'_>> =
        papers.iter().zip(surveys).flat_map(|(paper, survey)| examples(paper, survey)).collect();
    // Weights that all families share, and what a family has beside them.
    let mut shared = Adaptive::new(signs, 0.02, 1e-5);
    let mut own = Adaptive::new(signs * families(), 0.02, 4e-4);
    for _ in 0..12 {
        // A step that shares no factor with the number of examples visits each of them once.
        let step = stride(examples.len());
        let mut at = 0;
        for _ in 0..examples.len() {
            at = (at + step) % examples.len();
            let example = &examples[at];
            let place = |sign: u8| usize::from(sign) * families() + example.family;
            let sum: f64 = example
                .signs
                .iter()
                .map(|sign| shared.values[usize::from(*sign)] + own.values[place(*sign)])
                .sum();
            let error = 1.0 / (1.0 + (-sum).exp()) - if example.is_title { 1.0 } else { 0.0 };
            for sign in example.signs {
                shared.step(usize::from(*sign), error);
                own.step(place(*sign), error);
            }
        }
    }
    let mut weights = Weights::default();
    for sign in 0..signs {
        for family in 0..families() {
            let value = shared.values[sign] + own.values[sign * families() + family];
            weights.set_sign(sign, family, (value * 100.0).round() as i32);
        }
    }
    weights
}

fn stride(count: usize) -> usize {
    let shares = |mut one: usize, mut other: usize| {
        while other > 0 {
            (one, other) = (other, one % other);
        }
        one > 1
    };
    (count * 618 / 1000..).find(|step| *step > 0 && !shares(*step, count.max(2))).unwrap_or(1)
}

/// Values that are learnt with steps which grow smaller for what was changed often (AdaGrad).
struct Adaptive {
    values: Vec<f64>,
    squares: Vec<f64>,
    rate: f64,
    decay: f64,
}

impl Adaptive {
    fn new(count: usize, rate: f64, decay: f64) -> Self {
        Self { values: vec![0.0; count], squares: vec![1e-8; count], rate: rate * 10.0, decay }
    }

    fn step(&mut self, at: usize, gradient: f64) {
        let gradient = gradient + self.decay * self.values[at];
        self.squares[at] += gradient * gradient;
        self.values[at] -= self.rate * gradient / self.squares[at].sqrt();
    }
}

/// How sharply the better reading is preferred.
const SHARPNESS: f64 = 14.0;

/// Readings of a paper: their facts, what they are worth by rules, and how much each is wanted.
struct Case<'a> {
    facts: Vec<&'a [u16]>,
    priors: Vec<f64>,
    wanted: Vec<f64>,
}

fn learn_readings(papers: &[&Paper], surveys: &[Survey], weights: &mut Weights) {
    let facts = fact_names().len();
    let mut learnt = Adaptive::new(facts, 0.012, 3e-4);
    let cases: Vec<Case<'_>> = papers
        .iter()
        .zip(surveys)
        .map(|(paper, survey)| {
            let mut facts: Vec<&[u16]> =
                survey.readings.iter().map(|reading| reading.facts.as_slice()).collect();
            let mut wanted: Vec<f64> = survey
                .readings
                .iter()
                .map(|reading| if paper.is_paper { quality(paper, survey, reading) } else { 0.0 })
                .collect();
            let mut priors: Vec<f64> =
                survey.readings.iter().map(|reading| f64::from(reading.prior) / 100.0).collect();
            // The last choice is that the paper is none.
            facts.push(&[]);
            priors.push(0.0);
            wanted.push(if paper.is_paper { 0.05 } else { 1.0 });
            let most = wanted.iter().copied().fold(0.0, f64::max);
            let total: f64 = wanted.iter().map(|quality| ((quality - most) * SHARPNESS).exp()).sum();
            wanted.iter_mut().for_each(|quality| *quality = ((*quality - most) * SHARPNESS).exp() / total);
            Case { facts, priors, wanted }
        })
        .collect();
    for _ in 0..60 {
        let step = stride(cases.len());
        let mut at = 0;
        for _ in 0..cases.len() {
            at = (at + step) % cases.len();
            let Case { facts, priors, wanted } = &cases[at];
            let sums: Vec<f64> = facts
                .iter()
                .zip(priors)
                .map(|(facts, prior)| {
                    prior + facts.iter().map(|fact| learnt.values[usize::from(*fact)]).sum::<f64>()
                })
                .collect();
            let most = sums.iter().copied().fold(f64::MIN, f64::max);
            let total: f64 = sums.iter().map(|sum| (sum - most).exp()).sum();
            for ((facts, sum), wanted) in facts.iter().zip(&sums).zip(wanted) {
                let error = (sum - most).exp() / total - wanted;
                if error.abs() > 1e-4 {
                    facts.iter().for_each(|fact| learnt.step(usize::from(*fact), error));
                }
            }
        }
    }
    for fact in 0..facts {
        weights.set_fact(fact, (learnt.values[fact] * 100.0).round() as i32);
    }
}
