//! The clerk's own house rules: RON files in the folders `styles` and `profiles` of the config directory. One
//! that cannot be read is reported and passed over.

use crate::houses::Houses;
use directories::ProjectDirs;
use std::fs;
use std::path::{Path, PathBuf};

/// What comes with the program and what the clerk has added, and what is wrong with the first file that
/// cannot be read. They are read once and kept until the program ends.
pub(super) fn read() -> (&'static Houses, Option<String>) {
    let Some(places) = ProjectDirs::from("", "", "minutebook") else { return (Houses::built_in(), None) };
    let styles = files(&places.config_dir().join("styles"));
    let profiles = files(&places.config_dir().join("profiles"));
    if styles.is_empty() && profiles.is_empty() {
        return (Houses::built_in(), None);
    }
    let mut houses = Houses::built_in().clone();
    let wrong_style = add(&styles, "a house style", |text| houses.add_style(text));
    let wrong_profile = add(&profiles, "a profile", |text| houses.add_profile(text));
    (Box::leak(Box::new(houses)), wrong_style.or(wrong_profile))
}

/// Adds what is in some files, and says what is wrong with the first that cannot be read.
fn add(files: &[PathBuf], what: &str, mut add: impl FnMut(&str) -> Result<(), String>) -> Option<String> {
    let mut wrong = None;
    for file in files {
        let added = fs::read_to_string(file).map_err(|error| error.to_string()).and_then(|text| add(&text));
        if let Err(why) = added {
            wrong = wrong.or(Some(format!("{what} is not used: {why}; see {}", file.display())));
        }
    }
    wrong
}

/// The RON files of a folder in the order of their names; none where there is no such folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    files.sort();
    files
}
