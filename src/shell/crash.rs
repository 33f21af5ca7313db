//! What is said when the program itself fails: where the record is and what to do, in one sentence, on a
//! terminal that can be read. What the failing code has to say is not passed on: it may quote the minutes.

use super::news::News;
use super::terminal;
use crate::text::tame;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};

/// The record that is being minuted.
static RECORD: Mutex<Option<PathBuf>> = Mutex::new(None);

/// The loop, which is to end when any part of the program fails.
static LOOP: Mutex<Option<Sender<News>>> = Mutex::new(None);

/// Whether a part of the program has failed.
static FAILED: AtomicBool = AtomicBool::new(false);

/// Sees to it that a failure of the program is told in our words, on a terminal that has been given back.
pub(super) fn watch() {
    panic::set_hook(Box::new(|failure| {
        FAILED.store(true, Ordering::SeqCst);
        terminal::give_back();
        let record = RECORD.lock().unwrap_or_else(PoisonError::into_inner);
        // On a terminal that has gone there is nobody to tell.
        let _ = writeln!(io::stderr(), "{}", told(record.as_deref(), &place(failure)));
        if let Some(tell) = &*LOOP.lock().unwrap_or_else(PoisonError::into_inner) {
            let _ = tell.send(News::End);
        }
        // Names of functions, for whoever looks for the fault and has asked for them with RUST_BACKTRACE.
        let steps = Backtrace::capture();
        if steps.status() == BacktraceStatus::Captured {
            let _ = writeln!(io::stderr(), "{steps}");
        }
    }));
}

/// Notes where the record is, so that it can be said.
pub(super) fn record_is_at(path: &Path) {
    *RECORD.lock().unwrap_or_else(PoisonError::into_inner) = Some(path.to_owned());
}

/// Notes whom to tell that it is over.
pub(super) fn tell(tell: Sender<News>) {
    *LOOP.lock().unwrap_or_else(PoisonError::into_inner) = Some(tell);
}

/// Whether a part of the program has failed, so that it cannot end well.
pub(super) fn has_failed() -> bool {
    FAILED.load(Ordering::SeqCst)
}

/// Where in the program it failed: a place in its source, and nothing of what it worked on.
fn place(failure: &PanicHookInfo<'_>) -> String {
    failure
        .location()
        .map_or_else(|| "an unknown place".to_owned(), |at| format!("{}:{}", at.file(), at.line()))
}

fn told(record: Option<&Path>, place: &str) -> String {
    match record.map(|record| tame(&record.display().to_string())) {
        Some(record) => format!(
            "minutebook: the program has failed (at {place}); what was typed is in {record} and the journal beside it, \
             and opening it again brings it back."
        ),
        None => format!("minutebook: the program has failed (at {place}); please report that place."),
    }
}

/// Fails, and quotes something, as code that slices a text in the wrong place does.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "to see what becomes of the program; it is not in a release")]
pub(super) fn fail(quoting: &str) {
    panic!("{quoting}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_says_where_the_record_is_and_what_to_do() {
        let said = told(Some(Path::new("/home/farr/a\u{1b}[31mb.ron")), "src/desk/page.rs:7");
        assert_eq!(
            said,
            "minutebook: the program has failed (at src/desk/page.rs:7); what was typed is in /home/farr/ab.ron \
             and the journal beside it, and opening it again brings it back."
        );
        let said = told(None, "src/import/date.rs:7");
        assert_eq!(
            said,
            "minutebook: the program has failed (at src/import/date.rs:7); please report that place."
        );
    }
}
