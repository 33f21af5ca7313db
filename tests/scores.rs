//! How well papers are read: the corpus beside the project is scored by the scorer beside it, and the table in
//! docs/import.md must be what is measured now. `.ci/scores` writes the table.

use crate::shared::{shared, skipped};
use minutebook::export::{Audience, json};
use minutebook::import;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What stands before and after the table in docs/import.md.
const MARKS: [&str; 2] = ["<!-- scores: begin -->\n", "<!-- scores: end -->"];

/// The least that any paper of the corpus may score.
const LEAST: f64 = 0.97;

/// The papers that must be read without a fault, and the fields in which.
const REAL: [&str; 3] = ["000_", "003_", "004_"];
const FAULTLESS: [&str; 6] = ["items_f1", "part", "attendance", "date", "time", "venue"];

/// The columns of the table: what the scorer calls them, and what people do.
const COLUMNS: [(&str, &str); 11] = [
    ("items_f1", "items"),
    ("part", "public or not"),
    ("paragraphs", "paragraphs"),
    ("resolution_recall", "resolutions"),
    ("action_owners", "actions"),
    ("body", "body"),
    ("date", "date"),
    ("time", "time"),
    ("venue", "venue"),
    ("attendance", "people"),
    ("embedded_minutes", "earlier minutes"),
];

/// What the program understands of every paper of the corpus, in the neutral form, a file each.
fn read_all(corpus: &Path, results: &Path) {
    for entry in fs::read_dir(corpus).unwrap() {
        let paper = entry.unwrap().path();
        if paper.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let result = match import::read(&fs::read(&paper).unwrap()) {
            Ok(found) => json::json(&found.meeting, &found.earlier, Audience::Full),
            Err(refused) => json::refusal_json(&refused.to_string()),
        };
        let name = paper.file_stem().unwrap().to_string_lossy().into_owned();
        fs::write(results.join(format!("{name}.json")), result).unwrap();
    }
}

/// The scores of the corpus; none, after saying so, where corpus, scorer or Python are missing.
fn scores() -> Option<Value> {
    let (corpus, scorer) = (shared("corpus")?, shared("tools/score_import.py")?);
    let results = tempfile::tempdir().unwrap();
    read_all(&corpus, results.path());
    let scored = Command::new("python3")
        .arg(scorer)
        .args(["--dir", "--json"])
        .arg(corpus)
        .arg(results.path())
        .output();
    let Ok(scored) = scored.inspect_err(|error| skipped(&format!("python3 cannot be started ({error})")))
    else {
        return None;
    };
    assert!(scored.status.success(), "{}", String::from_utf8_lossy(&scored.stderr));
    Some(serde_json::from_slice(&scored.stdout).unwrap())
}

/// The table as it stands in docs/import.md.
fn table(scores: &Value) -> String {
    let heads = COLUMNS.map(|(_, head)| head).join(" | ");
    let mut table = format!("| paper | score | {heads} |\n|---|---{}|\n", "|---".repeat(COLUMNS.len()));
    for (name, document) in scores["documents"].as_object().unwrap() {
        let cell = |(field, _): (&str, &str)| match document["fields"][field].as_f64() {
            Some(score) => format!("{score:.2}"),
            None => "–".to_owned(),
        };
        let total = document["total"].as_f64().unwrap();
        table.push_str(&format!("| `{name}` | **{total:.3}** | {} |\n", COLUMNS.map(cell).join(" | ")));
    }
    let mean = scores["mean"].as_f64().unwrap();
    table.push_str(&format!("| mean | **{mean:.3}** |{}\n", " |".repeat(COLUMNS.len())));
    table
}

/// The page on import, and where the table stands in it.
fn page() -> (PathBuf, String, std::ops::Range<usize>) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/import.md");
    let page = fs::read_to_string(&file).unwrap();
    let start = page.find(MARKS[0]).expect("a mark before the table") + MARKS[0].len();
    let end = page.find(MARKS[1]).expect("a mark after the table");
    (file, page, start..end)
}

#[test]
fn the_corpus_is_read_well_and_the_table_of_scores_is_what_is_measured_now() {
    let Some(scores) = scores() else { return };
    for (name, document) in scores["documents"].as_object().unwrap() {
        let total = document["total"].as_f64().unwrap();
        assert!(total >= LEAST, "{name} scores {total:.3}: {}", document["missed"]);
        if REAL.iter().any(|start| name.starts_with(start)) {
            for field in FAULTLESS {
                let score = document["fields"][field].as_f64().unwrap_or(1.0);
                assert!(score >= 1.0, "{name}: {field} scores {score}: {}", document["missed"]);
            }
            let earlier = document["fields"]["embedded_minutes"].as_f64().unwrap_or(1.0);
            assert!(earlier >= 1.0, "{name}: the earlier minutes score {earlier}");
        }
    }
    let (file, mut page, place) = page();
    let measured = table(&scores);
    if env::var_os("MINUTEBOOK_SCORES").is_some() {
        page.replace_range(place, &measured);
        fs::write(file, page).unwrap();
        return;
    }
    assert_eq!(&page[place], measured, "docs/import.md is not what is measured; .ci/scores writes it anew");
}
