//! Papers that are no papers of a meeting, in `tests/none`: each is refused, and the refusal says that there are no items.

use minutebook::import;
use std::fs;
use std::path::PathBuf;

/// So many of the papers are refused at least. Raise it when the reader refuses more; never lower it.
const REFUSED: usize = 32;

/// The papers, by name.
fn papers() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/none");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn what_is_no_paper_of_a_meeting_is_refused() {
    let papers = papers();
    assert!(papers.len() > 30, "some papers are missing: {papers:?}");
    let is_refused = |file: &PathBuf| {
        let refusal = import::read(&fs::read(file).unwrap()).err();
        refusal.is_some_and(|refusal| refusal.to_string().contains("no agenda items found"))
    };
    let kept: Vec<_> =
        papers.iter().filter(|file| !is_refused(file)).filter_map(|file| file.file_name()).collect();
    let refused = papers.len() - kept.len();
    assert!(refused >= REFUSED, "{refused} of {} are refused; these are not: {kept:?}", papers.len());
}

#[test]
fn the_best_guess_is_named() {
    for file in papers() {
        let explanation = import::explain(&fs::read(&file).unwrap()).unwrap();
        let Some(refusal) = explanation.refusal else { continue };
        let has_guess = refusal.to_string().contains("The best guess was");
        assert_eq!(has_guess, !explanation.rivals.is_empty(), "{}: {refusal}", file.display());
        assert!(!explanation.lines.is_empty(), "{}", file.display());
        let scores: Vec<i32> = explanation.rivals.iter().map(|rival| rival.score).collect();
        assert!(scores.len() < 3 && scores.is_sorted_by(|one, other| one >= other), "{scores:?}");
    }
}
