//! Papers with known items, as `NAME.truth.json` beside `NAME.txt`, and how well a reading agrees with them.

use minutebook::import::survey::{Reading, Survey};
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Paper with its known items.
pub struct Paper {
    /// File of the paper.
    pub file: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its items; none where it is no paper of a meeting.
    pub items: Vec<Item>,
    /// Whether it is a paper of a meeting.
    pub is_paper: bool,
    /// Values of the axes of layout from which it was made, by axis.
    pub features: HashMap<String, String>,
}

impl Paper {
    /// The paper up to its first items, as short papers are; none where the next item cannot be found in its text.
    pub fn shortened(&self, count: usize) -> Option<Paper> {
        let text = String::from_utf8(self.bytes.clone()).ok()?;
        let plain: Vec<&Item> = self.items.iter().filter(|item| !item.is_optional).collect();
        let next = plain.get(count)?.titles.first()?.join(" ");
        let last = plain.get(count - 1)?.titles.first()?.join(" ");
        let lines: Vec<&str> = text.split('\n').collect();
        let find = |title: &str, from: usize| {
            (from..lines.len()).find(|at| words(lines[*at]).join(" ").contains(title))
        };
        let end = find(&next, find(&last, 0)? + 1)?;
        let items = plain
            .iter()
            .take(count)
            .map(|item| Item {
                titles: item.titles.clone(),
                numbers: item.numbers.clone(),
                may_go_on: item.may_go_on,
                is_optional: false,
            })
            .collect();
        // A label may stand above the title on a line of its own.
        let above = if lines[end - 1].trim().len() < 6 { end - 1 } else { end };
        Some(Paper {
            file: self.file.clone(),
            bytes: lines[..above].join("\n").into_bytes(),
            items,
            is_paper: true,
            features: self.features.clone(),
        })
    }
}

/// Known item.
pub struct Item {
    /// Right titles, as words.
    pub titles: Vec<Vec<String>>,
    /// Right numbers, plain.
    pub numbers: Vec<String>,
    /// Whether a title that goes on is right.
    pub may_go_on: bool,
    /// Whether it need not be an item.
    pub is_optional: bool,
}

/// Reads all papers of folders, in the order of their names.
pub fn papers(folders: &[PathBuf]) -> Vec<Paper> {
    let mut files: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".truth.json"))
        .collect();
    files.sort();
    files.iter().filter_map(|truth| paper(truth)).collect()
}

fn paper(truth: &Path) -> Option<Paper> {
    let known: Value = serde_json::from_slice(&std::fs::read(truth).ok()?).ok()?;
    let base = truth.to_string_lossy().trim_end_matches(".truth.json").to_owned();
    let file = ["txt", "md", "html", "docx", "pdf", "rst"]
        .iter()
        .map(|ending| PathBuf::from(format!("{base}.{ending}")))
        .find(|file| file.exists())?;
    let items = known
        .get("items")
        .and_then(Value::as_array)
        .map_or(Vec::new(), |items| items.iter().map(item).collect());
    let features = known.get("features").and_then(Value::as_object).map_or(HashMap::new(), |features| {
        features.iter().filter_map(|(axis, value)| Some((axis.clone(), value.as_str()?.to_owned()))).collect()
    });
    let is_paper = known.get("kind").and_then(Value::as_str) != Some("none");
    Some(Paper { bytes: std::fs::read(&file).ok()?, file, items, is_paper, features })
}

fn item(known: &Value) -> Item {
    let strings = |key: &str| -> Vec<String> {
        let list = known.get(key).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let text = |key: &str| known.get(key).and_then(Value::as_str).unwrap_or("").to_owned();
    let mut titles = vec![words(&text("title"))];
    titles.extend(strings("title_accept").iter().map(|title| words(title)));
    let mut numbers = vec![number(&text("number"))];
    numbers.extend(strings("number_accept").iter().map(|found| number(found)));
    let holds = |key: &str| known.get(key).and_then(Value::as_bool).unwrap_or(false);
    Item { titles, numbers, may_go_on: holds("title_prefix_ok"), is_optional: holds("optional") }
}

/// Words of a text in small letters.
pub fn words(text: &str) -> Vec<String> {
    let text: String = text
        .chars()
        .filter(|letter| !"\u{ad}\u{200b}\u{200c}\u{200d}\u{feff}'’‘".contains(*letter))
        .flat_map(char::to_lowercase)
        .collect();
    text.replace('ﬁ', "fi")
        .replace('ﬂ', "fl")
        .replace('ﬀ', "ff")
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Number without punctuation.
fn number(text: &str) -> String {
    let lower = text.to_lowercase();
    let lower = lower.trim_start_matches("agenda ").trim_start_matches("item ");
    lower
        .chars()
        .filter(|letter| letter.is_alphanumeric() || ['/', '-', '.'].contains(letter))
        .collect::<String>()
        .trim_end_matches('.')
        .to_owned()
}

/// How well words agree with the title of an item, from 0 to 1.
pub fn agreement(item: &Item, found: &[String]) -> f64 {
    item.titles.iter().map(|title| like(title, found, item.may_go_on)).fold(0.0, f64::max)
}

fn like(title: &[String], found: &[String], may_go_on: bool) -> f64 {
    if title.is_empty() || found.is_empty() {
        return 0.0;
    }
    if title == found {
        return 1.0;
    }
    let shared = title.iter().zip(found).take_while(|(one, other)| one == other).count();
    // The title is wrapped, and its first line was found.
    if shared == found.len() && shared * 2 >= title.len() && (shared > 1 || title.len() < 3) {
        return 0.9;
    }
    if shared == title.len() {
        let more = (found.len() - shared) as f64 / title.len() as f64;
        return if may_go_on {
            0.9
        } else if more <= 0.4 {
            0.6
        } else {
            0.0
        };
    }
    if shared * 10 >= title.len().max(found.len()) * 8 { 0.8 } else { 0.0 }
}

/// Share of the items of a paper that a reading has right: F1 of titles and numbers.
pub fn quality(paper: &Paper, survey: &Survey, reading: &Reading) -> f64 {
    let places: Vec<_> = reading.items.iter().filter_map(|item| survey.places.get(*item)).collect();
    let found: Vec<Vec<String>> = places.iter().map(|place| words(&place.title)).collect();
    let mut taken = vec![false; found.len()];
    let mut right = 0.0;
    let mut wanted = 0.0;
    let mut optional = 0.0;
    for item in &paper.items {
        let best = (0..found.len())
            .filter(|at| !taken[*at])
            .map(|at| (agreement(item, &found[at]), at))
            .fold((0.0, None), |best, (credit, at)| if credit > best.0 { (credit, Some(at)) } else { best });
        if let Some(at) = best.1 {
            taken[at] = true;
            let fits = item.numbers.contains(&number(&places[at].label));
            if item.is_optional {
                optional += 1.0;
            } else {
                right += 0.7 * best.0 + if fits { 0.3 } else { 0.0 };
            }
        }
        if !item.is_optional {
            wanted += 1.0;
        }
    }
    let given = found.len() as f64 - optional;
    if wanted + given == 0.0 { 0.0 } else { 2.0 * right / (wanted + given) }
}
