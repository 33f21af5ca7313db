//! Nothing of a private item in any public copy: of the papers beside the project, and of papers made here in many layouts and
//! with many words of exclusion. What is searched is the file itself, in every format.

use crate::export::{formats, leaks};
use crate::shared::{shared, skipped};
use minutebook::domain::meeting::Meeting;
use minutebook::export::{Audience, FORMATS, Order, Paper};
use minutebook::houses::Houses;
use minutebook::import;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Letters and figures of a text in small letters.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// All that the public can read of a meeting, in these formats.
fn public(meeting: &Meeting, wanted: impl Fn(&str) -> bool) -> String {
    printed(meeting, Audience::Public, wanted)
}

fn printed(meeting: &Meeting, audience: Audience, wanted: impl Fn(&str) -> bool) -> String {
    let style = Houses::built_in().style_or_usual("");
    let mut all = String::new();
    for format in FORMATS.iter().filter(|format| wanted(format.name)) {
        for paper in [Paper::Minutes, Paper::Decisions, Paper::Actions] {
            if paper == Paper::Minutes || format.papers {
                let order = Order { paper, ..formats::order(meeting, style, audience) };
                all += &leaks::read(format, &format.print(&order).unwrap().bytes);
            }
        }
    }
    letters(&all)
}

/// Words that stand in private items only.
fn secrets(truth: &Value) -> Vec<String> {
    let items = |of: &Value| of["items"].as_array().cloned().unwrap_or_default();
    let is_private = |item: &Value| item["part"] == "restricted" && item["part_accept"].is_null();
    let words = |item: &Value| -> Vec<String> {
        let title = item["title"].as_str().filter(|title| title.contains(' ')).map(letters);
        let resolutions = item["resolutions"].as_array().cloned().unwrap_or_default();
        let resolved = resolutions.iter().filter_map(|one| one.as_str().map(letters));
        title.into_iter().chain(resolved.filter(|one| one.len() > 30)).collect()
    };
    let all: Vec<Value> = items(truth).into_iter().filter(|item| item["optional"].is_null()).collect();
    let earlier = items(&truth["embedded_minutes"]);
    let open: Vec<String> =
        all.iter().filter(|item| !is_private(item)).chain(&earlier).flat_map(words).collect();
    let secret = all.iter().filter(|item| is_private(item)).flat_map(words);
    secret.filter(|one| !open.iter().any(|open| open.contains(one.as_str()))).collect()
}

/// The papers of a folder with their truths.
fn papers(folder: &Path) -> Vec<(PathBuf, Value)> {
    let mut found: Vec<(PathBuf, Value)> = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let paper = entry.unwrap().path();
        let name = paper.file_name().unwrap().to_string_lossy().into_owned();
        let truth = paper.with_extension("truth.json");
        if !name.ends_with(".json") && truth.is_file() {
            found.push((paper, serde_json::from_str(&fs::read_to_string(truth).unwrap()).unwrap()));
        }
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

/// The papers of a folder of which the public could read something private.
fn leaking(folder: &Path) -> Vec<String> {
    let mut leaking = Vec::new();
    for (paper, truth) in papers(folder) {
        let secrets = secrets(&truth);
        let Ok(read) = import::read(&fs::read(&paper).unwrap()) else { continue };
        if secrets.is_empty() {
            continue;
        }
        let public = public(&read.meeting, |_| true);
        let leaks: Vec<&String> = secrets.iter().filter(|secret| public.contains(secret.as_str())).collect();
        if !leaks.is_empty() {
            leaking.push(format!("{}: {leaks:?}", paper.display()));
        }
    }
    leaking
}

#[test]
fn nothing_private_of_the_corpus_is_in_any_public_copy() {
    let Some(corpus) = shared("corpus") else { return };
    let mut folders = vec![corpus.clone()];
    match fs::read_dir(corpus.join("reset")) {
        Ok(ways) => folders.extend(ways.map(|way| way.unwrap().path()).filter(|way| way.is_dir())),
        Err(error) => skipped(&format!("../shared/corpus/reset cannot be read ({error})")),
    }
    let leaks: Vec<String> = folders.iter().flat_map(|folder| leaking(folder)).collect();
    assert_eq!(leaks, Vec::<String>::new());
}

/// How many papers of `corpus/field` still let something private through. It may only fall.
const FIELD_LEAKS: usize = 7;

#[test]
fn no_more_of_the_field_papers_leak_than_are_known_to() {
    let Some(field) = shared("corpus/field") else { return };
    let leaks = leaking(&field).len();
    assert!(leaks <= FIELD_LEAKS, "{leaks} papers leak");
}

/// How the headings of a paper are printed: item number and title in, lines out.
type Layout = fn(usize, &str) -> String;

const LAYOUTS: [(&str, Layout); 6] = [
    ("dot", |n, title| format!("{n}. {title}")),
    ("bracket", |n, title| format!("({n})    {title}")),
    ("item", |n, title| format!("Item {n}: {title}")),
    ("reference", |n, title| format!("23/{n:03}  {title}")),
    ("capitals", |n, title| format!("{n}.  {}", title.to_uppercase())),
    ("markdown", |n, title| format!("## {n}. {title}")),
];

/// How private business begins: the title of an item of exclusion, what stands between the items, a mark on each title.
const OPENINGS: [(&str, &str, &str); 16] = [
    ("", "PART 2 – PRIVATE", ""),
    ("", "IN CAMERA", ""),
    ("", "BELOW THE LINE", ""),
    ("", "NOT FOR PUBLICATION", ""),
    ("", "RESERVED BUSINESS", ""),
    ("", "PINK PAPERS", ""),
    ("", "Rhan 2 – Eithriedig", ""),
    ("", "SECTION B – CLOSED", ""),
    ("Exclusion of the press and public", "", ""),
    ("To move into closed session", "", ""),
    ("Public excluded business", "", ""),
    ("Exclusion of the public", "EXEMPT ITEMS", ""),
    ("", "The press and public left the meeting.", ""),
    ("", "", " (Exempt – paragraph 3)"),
    ("", "", " [private]"),
    ("", "", " – CONFIDENTIAL"),
];

/// A word that stands in all that is private and nowhere else.
const SECRET: &str = "quillfeather";

/// A paper with public items, private ones, and words of exclusion between them.
fn paper(layout: Layout, (exclusion, between, mark): (&str, &str, &str), is_minutes: bool) -> String {
    let kind = if is_minutes { "MINUTES of the meeting" } else { "AGENDA for the meeting to be" };
    let mut lines = vec![
        "LOWER WICK PARISH COUNCIL".to_owned(),
        format!("{kind} held on Tuesday 3 June 2025 at 7.30 pm in the Village Hall, Lower Wick"),
    ];
    let mut number = 0;
    let mut item = |lines: &mut Vec<String>, title: &str, minute: &str, told: &str| {
        number += 1;
        lines.push(layout(number, title));
        lines.push(if is_minutes { minute.to_owned() } else { told.to_owned() });
    };
    for title in [
        "Apologies for absence",
        "Declarations of interest",
        "Minutes of the last meeting",
        "Footpaths",
        "Any other business",
    ] {
        item(&mut lines, title, "The position was noted.", "To note the position.");
    }
    if !exclusion.is_empty() {
        let resolved =
            "RESOLVED that the press and public be excluded from the meeting for the following items.";
        let told =
            "To resolve that the press and public be excluded from the meeting for the following items.";
        item(&mut lines, exclusion, resolved, told);
    }
    if !between.is_empty() {
        lines.push(between.to_owned());
    }
    for title in ["Lease of Quillfeather yard", "Settlement with Quillfeather and Sons"] {
        let minute =
            "The Clerk reported on Quillfeather.\n\nRESOLVED that the offer of Quillfeather be accepted.";
        item(&mut lines, &format!("{title}{mark}"), minute, "To consider the offer of Quillfeather.");
    }
    lines.join("\n\n") + "\n"
}

#[test]
fn nothing_private_of_papers_in_many_layouts_is_in_any_public_copy() {
    let mut count = 0;
    for (name, layout) in LAYOUTS {
        for opening in OPENINGS {
            for is_minutes in [false, true] {
                let text = paper(layout, opening, is_minutes);
                let Ok(read) = import::read(text.as_bytes()) else { panic!("refused: {name} {opening:?}") };
                count += 1;
                let is_wanted = |format: &str| !matches!(format, "pdf" | "docx") || count % 16 == 0;
                let public = public(&read.meeting, is_wanted);
                assert!(!public.contains(SECRET), "{name} {opening:?} {is_minutes}\n{text}");
                assert!(public.contains("footpaths"), "{name} {opening:?} {is_minutes} hides what is public");
                let full = printed(&read.meeting, Audience::Full, |format| format == "json");
                assert!(full.contains(SECRET), "{name} {opening:?} {is_minutes} loses what is private");
            }
        }
    }
}
