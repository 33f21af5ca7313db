//! The library: the sessions, newest first.

use super::cli::print;
use super::complaint::Complaint;
use crate::store::{Library, Listed};
use crate::text::tame;
use std::env;
use std::fmt::Write;

/// `minutebook` alone.
pub(super) fn run() -> Result<u8, Complaint> {
    let library = Library::of_user(env::var_os("MINUTEBOOK_SESSIONS"))?;
    let sessions = library.list()?;
    let mut text = String::new();
    if sessions.is_empty() {
        let _ = writeln!(
            text,
            "There are no sessions in {} yet.\nBegin one with: minutebook new AGENDA.txt",
            tame(&library.folder().display().to_string())
        );
    }
    for session in &sessions {
        let _ = writeln!(text, "{}", tame(&line(session)));
    }
    print(&text)
}

fn line(session: &Listed) -> String {
    let path = session.path.display();
    match &session.summary {
        Ok(summary) => {
            let date = summary.date.map_or_else(|| "no date yet".to_owned(), |date| date.to_string());
            let (status, items) = (summary.status.word(), summary.items);
            format!("{date:<11}  {:<14}  {items:>3} items  {}  {path}", status, summary.body)
        }
        Err(fault) => format!("{:<11}  {:<14}  {fault}", "", "unreadable"),
    }
}
