//! Learns the weights of the reader of items from papers with known items, or measures them.
//!
//! ```text
//! cargo run --release --example learn -- COMMAND [--all] PATH…
//! ```
//!
//! | command | paths | what it prints |
//! | --- | --- | --- |
//! | `learn` | folders | weights learnt from the papers, for `src/import/items/weights.txt` |
//! | `score` | folders | how well the present weights read the papers: mean, worst values of axes, worst papers |
//! | `hold-out` | folders | for each value of each axis: the score of the papers with it, with weights learnt from the others |
//! | `compare` | folders | where the first reading is not good: the best one, and the facts that speak against it; `--all` for all papers |
//! | `show` | files | the three best readings of each |
//! | `places` | files | every place at which a heading may stand, with its signs |
//!
//! A folder holds papers, `NAME.txt` (or md, html, docx, pdf, rst), each with its truth in `NAME.truth.json`:
//!
//! ```text
//! {"kind": "agenda", "items": [{"number": "1", "title": "Apologies"}], "features": {"labels": "figures"}}
//! ```
//!
//! The kind `none` says that it is no paper of a meeting. Features are axes of layout with their values, and may be absent.
//! The same papers give the same weights, whatever the order of the folders.
#![allow(clippy::indexing_slicing, clippy::print_stdout)]

mod learner;
mod truth;

use minutebook::import::survey::{Place, Reading, Survey, Weights, fact_names, sign_names, survey};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;
use truth::{Paper, papers, quality};

/// Fewer papers with a value are not worth a mean.
const FEWEST: usize = 5;
/// So many values of axes are printed with a score, the worst ones.
const VALUES: usize = 14;
/// So many papers are printed with a score, the worst ones.
const PAPERS: usize = 40;
/// A reading of this quality is good.
const GOOD: f64 = 0.9;

const USAGE: &str = "usage: learn COMMAND [--all] PATH…
  learn, score, hold-out, compare    PATH is a folder of papers with NAME.truth.json
  show, places                       PATH is a paper
  --all                              compare all papers, also those that are read well";

fn main() -> ExitCode {
    let (options, others): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let is_all = options.iter().any(|option| option == "--all");
    let Some((command, paths)) = others.split_first() else { return usage() };
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    if paths.is_empty() || options.iter().any(|option| option != "--all") {
        return usage();
    }
    let is_of_files = ["show", "places"].contains(&command.as_str());
    let papers = if is_of_files { Vec::new() } else { papers(&paths) };
    let papers: Vec<&Paper> = papers.iter().collect();
    match command.as_str() {
        "learn" => print!("{}", learner::learn(&papers).print()),
        "score" => score(&papers, Weights::get()),
        "hold-out" => hold_out(&papers),
        "compare" => compare(&papers, is_all),
        "show" => show(&paths),
        "places" => places(&paths),
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let values: Vec<f64> = values.collect();
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Quality of the readings of a paper: the first, the best of the first three, the best of all.
struct Score {
    first: f64,
    of_three: f64,
    best: f64,
    is_refused: bool,
    lead: i32,
}

impl Score {
    fn new(paper: &Paper, weights: &Weights) -> Self {
        let survey = survey(&paper.bytes, weights).unwrap_or_default();
        let found = qualities(paper, &survey);
        let best = |count: usize| found.iter().take(count).copied().fold(0.0, f64::max);
        let is_refused = survey.readings.first().is_none_or(|reading| reading.score <= 0);
        Self { first: best(1), of_three: best(3), best: best(usize::MAX), is_refused, lead: survey.lead }
    }
}

fn qualities(paper: &Paper, survey: &Survey) -> Vec<f64> {
    survey.readings.iter().map(|reading| quality(paper, survey, reading)).collect()
}

fn score(papers: &[&Paper], weights: &Weights) {
    let mut by_value: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let (mut scores, mut kept) = (Vec::new(), 0);
    for paper in papers {
        let score = Score::new(paper, weights);
        if !paper.is_paper {
            if !score.is_refused {
                kept += 1;
                println!("not refused: {}", paper.file.display());
            }
            continue;
        }
        for (axis, value) in &paper.features {
            by_value.entry(format!("{axis}={value}")).or_default().push(score.first);
        }
        scores.push((score, paper));
    }
    println!(
        "{} papers: first {:.3}, best of three {:.3}, best {:.3}; refused {}, others not refused {kept}; below 0.8: {}",
        scores.len(),
        mean(scores.iter().map(|(score, _)| score.first)),
        mean(scores.iter().map(|(score, _)| score.of_three)),
        mean(scores.iter().map(|(score, _)| score.best)),
        scores.iter().filter(|(score, _)| score.is_refused).count(),
        scores.iter().filter(|(score, _)| score.first < 0.8).count(),
    );
    for least in [0, 50, 100, 150, 200, 250, 300, 400] {
        let certain: Vec<&Score> =
            scores.iter().map(|(score, _)| score).filter(|score| score.lead >= least).collect();
        let right = certain.iter().filter(|score| score.first >= 0.97).count();
        println!(
            "  lead of {least}: {:.2} of papers, right in {:.3}",
            certain.len() as f64 / scores.len().max(1) as f64,
            right as f64 / certain.len().max(1) as f64
        );
    }
    let mut values: Vec<(f64, usize, String)> = by_value
        .into_iter()
        .filter(|(_, found)| found.len() >= FEWEST)
        .map(|(value, found)| (mean(found.iter().copied()), found.len(), value))
        .collect();
    values.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (mean, count, value) in values.iter().take(VALUES) {
        println!("  {mean:.3} {count:>4} {value}");
    }
    scores.sort_by(|(one, _), (other, _)| one.first.total_cmp(&other.first));
    for (score, paper) in scores.iter().take(PAPERS) {
        let refused = if score.is_refused { "refused " } else { "" };
        println!("  {:.2} best {:.2} {refused}{}", score.first, score.best, paper.file.display());
    }
}

fn hold_out(papers: &[&Paper]) {
    let values: BTreeSet<(&String, &String)> = papers.iter().flat_map(|paper| &paper.features).collect();
    let mut means = Vec::new();
    for (axis, value) in values {
        let (held, rest): (Vec<&Paper>, Vec<&Paper>) =
            papers.iter().copied().partition(|paper| paper.features.get(axis) == Some(value));
        let held: Vec<&Paper> = held.into_iter().filter(|paper| paper.is_paper).collect();
        if held.len() < FEWEST || rest.len() < papers.len() / 2 {
            continue;
        }
        let weights = learner::learn(&rest);
        let found = mean(held.iter().map(|paper| Score::new(paper, &weights).first));
        println!("{found:.3} {:>4} {axis}={value}", held.len());
        means.push(found);
    }
    let least = means.iter().copied().fold(1.0, f64::min);
    println!("mean {:.3}, least {least:.3}", mean(means.iter().copied()));
}

fn compare(papers: &[&Paper], is_all: bool) {
    for paper in papers.iter().filter(|paper| paper.is_paper) {
        let survey = survey(&paper.bytes, Weights::get()).unwrap_or_default();
        let found = qualities(paper, &survey);
        let best = (0..found.len()).max_by(|one, other| found[*one].total_cmp(&found[*other]));
        let Some(best) = best.filter(|_| is_all || found[0] <= GOOD) else { continue };
        println!("#### {} first {:.2} best {:.2} at {best}", paper.file.display(), found[0], found[best]);
        for at in BTreeSet::from([0, best]) {
            print_reading(&survey, &survey.readings[at], &format!(", quality {:.2}", found[at]));
        }
        print_differences(&survey.readings[0], &survey.readings[best]);
    }
}

/// Prints the facts in which two readings differ, with their weights.
fn print_differences(one: &Reading, other: &Reading) {
    let (names, weights) = (fact_names(), Weights::get());
    let print = |fact: u16| format!("{} {}", weights.fact(usize::from(fact)), names[usize::from(fact)]);
    for (one, other) in one.facts.iter().zip(&other.facts).filter(|(one, other)| one != other) {
        println!("   {} against {}", print(*one), print(*other));
    }
}

fn print_reading(survey: &Survey, reading: &Reading, quality: &str) {
    println!("== {} {} ({} items){quality}", reading.score, reading.name, reading.items.len());
    for place in reading.items.iter().filter_map(|item| survey.places.get(*item)) {
        println!("{}", print_place(place));
    }
}

fn print_place(place: &Place) -> String {
    format!("{:>5} {:>5} {} {} | {}", place.line, place.score, place.mark, place.label, place.title)
}

/// Surveys of files; those that cannot be read are left out.
fn surveys(files: &[PathBuf]) -> impl Iterator<Item = Survey> {
    files.iter().filter_map(|file| survey(&std::fs::read(file).ok()?, Weights::get()).ok())
}

fn show(files: &[PathBuf]) {
    for survey in surveys(files) {
        survey.readings.iter().take(3).for_each(|reading| print_reading(&survey, reading, ""));
    }
}

fn places(files: &[PathBuf]) {
    for place in surveys(files).flat_map(|survey| survey.places) {
        let names: Vec<&str> = place.signs.iter().map(|sign| sign_names()[usize::from(*sign)]).collect();
        println!("{} | {}", print_place(&place), names.join(", "));
    }
}
