//! The papers that lie beside the project, in `../shared`. They are read from there and never copied; a test
//! that needs one says aloud that it was skipped where the folder is absent.

use std::path::PathBuf;

/// The file `../shared/PATH`, or none, after saying on standard error that the calling test is skipped.
pub fn shared(path: &str) -> Option<PathBuf> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if file.exists() {
        return Some(file);
    }
    eprintln!("SKIPPED: ../shared/{path} is not here, so what this test checks was NOT checked.");
    None
}
