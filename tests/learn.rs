//! The learner of the weights of the reader of items: the same papers give the same weights.

#[path = "../examples/learn/learner.rs"]
mod learner;
#[path = "../examples/learn/truth.rs"]
mod truth;

use minutebook::import::survey::{Weights, survey};
use std::fs;
use std::path::{Path, PathBuf};
use truth::{Paper, papers, quality};

/// The folder of papers with this name.
fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/learn").join(name)
}

/// Weights learnt from the papers of folders.
fn learnt(folders: &[PathBuf]) -> Weights {
    let papers = papers(folders);
    assert_eq!(papers.len(), 6, "some papers are missing in {folders:?}");
    learner::learn(&papers.iter().collect::<Vec<&Paper>>())
}

#[test]
fn the_same_papers_give_the_same_weights() {
    let folders = [folder("agendas"), folder("minutes")];
    let weights = learnt(&folders);
    assert_ne!(weights, Weights::default());
    assert_eq!(learnt(&folders).print(), weights.print());
    assert_eq!(Weights::parse(&weights.print()), weights, "the file holds all of them");
}

#[test]
fn neither_the_order_of_the_folders_nor_that_of_the_files_in_them_changes_the_weights() {
    let [agendas, minutes] = [folder("agendas"), folder("minutes")];
    let weights = learnt(&[agendas.clone(), minutes.clone()]);
    assert_eq!(learnt(&[minutes.clone(), agendas.clone()]), weights);
    // The last files first.
    let other = tempfile::tempdir().unwrap();
    let copies = [&minutes, &agendas].map(|from| copied_backwards(from, other.path()));
    assert_eq!(learnt(&copies), weights);
}

/// Copies a folder into another, its last file first.
fn copied_backwards(from: &Path, into: &Path) -> PathBuf {
    let folder = into.join(from.file_name().unwrap());
    fs::create_dir(&folder).unwrap();
    let mut files: Vec<PathBuf> = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files.iter().rev() {
        fs::copy(file, folder.join(file.file_name().unwrap())).unwrap();
    }
    folder
}

#[test]
fn what_was_learnt_reads_the_papers_from_which_it_was_learnt() {
    let folders = [folder("agendas"), folder("minutes")];
    let weights = learnt(&folders);
    for paper in papers(&folders) {
        let survey = survey(&paper.bytes, &weights).unwrap();
        let reading = survey.readings.first().filter(|reading| reading.score > 0);
        let name = paper.file.display();
        assert_eq!(reading.is_some(), paper.is_paper, "{name} is refused, or is read though it is none");
        let quality = reading.map_or(1.0, |reading| quality(&paper, &survey, reading));
        assert!(quality > 0.8, "{name} {:?}: {quality}", paper.features);
    }
}
