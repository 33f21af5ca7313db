//! The system's dictionary of British English, as Hunspell has it. There need not be one.

use crate::wording::spelling::Spelling;
use std::env;
use std::fs;
use std::path::PathBuf;

/// Reads the first dictionary of British English that is found: in `DICPATH`, then where systems keep them.
/// It takes some hundredths of a second, so whoever waits for a screen asks for it elsewhere.
pub(super) fn read() -> Option<Spelling> {
    let asked =
        env::var_os("DICPATH").into_iter().flat_map(|paths| env::split_paths(&paths).collect::<Vec<_>>());
    let usual =
        ["/usr/share/hunspell", "/usr/share/myspell", "/usr/local/share/hunspell", "/Library/Spelling"];
    let mut folders = asked.chain(usual.map(PathBuf::from));
    folders.find_map(|folder| {
        let rules = fs::read_to_string(folder.join("en_GB.aff")).ok()?;
        let list = fs::read_to_string(folder.join("en_GB.dic")).ok()?;
        Spelling::of(&rules, &list)
    })
}
