//! Papers that lie beside the project, put into containers, read back, and scored by the tool that scores the
//! import of text.

use crate::shared::{shared, skipped};
use minutebook::export::{Audience, json};
use minutebook::import;
use std::path::Path;
use std::process::Command;

/// The least that a paper in a container must score.
const LEAST: f64 = 0.97;

/// Puts the shared paper of this name into a container and asks how well it is read from there.
pub fn is_read_from(name: &str, contain: impl Fn(&str) -> Vec<u8>) {
    let Some(text) = shared(&format!("corpus/{name}.txt")) else { return };
    let (Some(truth), Some(scorer)) =
        (shared(&format!("corpus/{name}.truth.json")), shared("tools/score_import.py"))
    else {
        return;
    };
    let text = String::from_utf8_lossy(&std::fs::read(text).unwrap()).replace("\r\n", "\n");
    let file = contain(text.trim_start_matches('\u{feff}'));
    let proposal = import::read(&file).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
    let folder = tempfile::tempdir().unwrap();
    let result = folder.path().join("result.json");
    std::fs::write(&result, json::json(&proposal.meeting, &proposal.earlier, Audience::Full)).unwrap();
    let Some(told) = run(&scorer, &truth, &result) else { return };
    let total = told.lines().find_map(|line| line.trim().strip_prefix("TOTAL")?.trim().parse::<f64>().ok());
    let lines: Vec<String> = proposal
        .lines
        .iter()
        .map(|line| format!("{:?} {} | {}", line.sure, line.meaning.word(), line.text))
        .collect();
    assert!(total.unwrap() >= LEAST, "{name}\n{told}\n{}", lines.join("\n"));
}

fn run(scorer: &Path, truth: &Path, result: &Path) -> Option<String> {
    let Ok(run) = Command::new("python3").args([scorer, "--verbose".as_ref(), truth, result]).output() else {
        skipped("python3 is not installed");
        return None;
    };
    Some(String::from_utf8_lossy(&run.stdout).into_owned())
}
