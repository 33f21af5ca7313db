//! The clerk's own house rules: RON files in the folder `styles` of the config directory. One that cannot be
//! read is reported and passed over.

use crate::houses::Houses;
use directories::ProjectDirs;
use std::fs;
use std::path::{Path, PathBuf};

/// What comes with the program and what the clerk has added, and what is wrong with the first file that
/// cannot be read. They are read once and kept until the program ends.
pub(super) fn read() -> (&'static Houses, Option<String>) {
    let Some(places) = ProjectDirs::from("", "", "minutebook") else { return (Houses::built_in(), None) };
    let files = files(&places.config_dir().join("styles"));
    if files.is_empty() {
        return (Houses::built_in(), None);
    }
    let mut houses = Houses::built_in().clone();
    let mut wrong = None;
    for file in files {
        let added = fs::read_to_string(&file)
            .map_err(|error| error.to_string())
            .and_then(|text| houses.add_style(&text));
        if let Err(why) = added {
            wrong = wrong.or(Some(format!("a house style is not used: {why}; see {}", file.display())));
        }
    }
    (Box::leak(Box::new(houses)), wrong)
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
