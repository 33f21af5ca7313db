//! The papers that lie beside the project, in `../shared`. They are read from there and never copied; a test
//! that needs one says aloud that it was skipped where the folder is absent.

use std::io::Write;
use std::path::PathBuf;

/// The file `../shared/PATH`, or none, after saying on standard error that the calling test is skipped.
pub fn shared(path: &str) -> Option<PathBuf> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if file.exists() {
        return Some(file);
    }
    skipped(&format!("../shared/{path} is not here"));
    None
}

/// Says aloud that the calling test is skipped, and why. The harness hides what a passing test prints through
/// `eprintln!`, so this goes to standard error itself.
pub fn skipped(why: &str) {
    let told = format!("SKIPPED: {why}, so what the test checks was NOT checked.\n");
    let _ = std::io::stderr().write_all(told.as_bytes());
}
