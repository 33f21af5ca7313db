//! `minutebook recover`: what is in a session and its past, on standard output. Nothing is ever changed by it, so
//! that it works on a session that somebody has open, or that may only be read.

use super::cli::print;
use super::complaint::Complaint;
use super::recovery;
use crate::desk::sentence;
use crate::domain::difference::Difference;
use crate::domain::meeting::Meeting;
use crate::store;
use crate::text::tame;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::io::Write;
use std::path::Path;

/// A time that is asked for, with its day if that was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct When {
    day: Option<NaiveDate>,
    time: NaiveTime,
}

/// Reads a time as people write it: `11:42`, `11.42`, `2026-03-12 11:42`, `12/3/2026 11:42`.
pub(super) fn read_when(words: &str) -> Result<When, String> {
    let words = words.trim();
    let time = ["%H:%M", "%H.%M"].iter().find_map(|form| NaiveTime::parse_from_str(words, form).ok());
    if let Some(time) = time {
        return Ok(When { day: None, time });
    }
    let forms = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M", "%Y-%m-%d %H.%M"];
    let when = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(words, form).ok());
    let when = when.ok_or("write it as 11:42, or with a day as 2026-03-12T11:42")?;
    Ok(When { day: Some(when.date()), time: when.time() })
}

fn remark(said: &str) {
    let _ = writeln!(std::io::stderr(), "minutebook: {}", tame(&sentence(said)));
}

/// `minutebook recover --print`
pub(super) fn print_now(session: &Path) -> Result<u8, Complaint> {
    let looked = store::read_only(session)?;
    looked.notes.iter().for_each(|note| remark(&note.to_string()));
    print(&words(looked.session.meeting()))
}

/// `minutebook recover --at`
pub(super) fn print_at(session: &Path, when: When) -> Result<u8, Complaint> {
    let past = store::past(session)?;
    let stood = past
        .at(when.day, when.time)
        .map_err(|forgotten| Complaint::of(format!("{}: {forgotten}", session.display())))?;
    let at = stood.at.format("%H:%M on %-d %B %Y");
    remark(&format!("as it stood at {at}, after {} of {} entries", stood.entries, past.entries()));
    if stood.twice {
        remark("the clock was put back meanwhile; this is the later of the two times");
    }
    print(&words(&stood.meeting))
}

/// `minutebook recover` alone: what would be restored, in words.
pub(super) fn say(session: &Path) -> Result<u8, Complaint> {
    let looked = store::read_only(session)?;
    let mut text: String = recovery::told(&looked).iter().map(|said| format!("{}\n", tame(said))).collect();
    let difference = recovery::difference(&looked);
    if looked.notes.is_empty() {
        text.push_str("Everything is in the record; there is nothing to restore.\n");
    } else if !difference.is_empty() {
        text.push_str("Opening the session shows this and restores it:\n");
    }
    text.push_str(&read(&difference));
    print(&text)
}

/// A difference as plain text.
fn read(difference: &Difference) -> String {
    let mut text = String::new();
    for section in &difference.sections {
        let restricted = if section.restricted { " (restricted)" } else { "" };
        text.push_str(&format!("\n{}{restricted}\n", tame(&section.title)));
        text.extend(section.lines.iter().map(|line| format!("  {}\n", tame(&line.to_string()))));
    }
    text
}

/// `minutebook recover --list`
pub(super) fn list(session: &Path) -> Result<u8, Complaint> {
    let (copies, past) = (store::older_copies(session)?, store::past(session)?);
    let mut text = String::new();
    match past.span() {
        Some((first, last)) => {
            let [first, last] = [first, last].map(|time| time.format("%H:%M on %-d %B %Y"));
            text.push_str(&format!("The journal knows how it stood from {first} to {last} (--at).\n"));
        }
        None => text.push_str("The journal knows no times.\n"),
    }
    if copies.is_empty() {
        text.push_str("There are no older copies.\n");
    }
    for copy in copies {
        let (at, size, path) = (copy.at.format("%Y-%m-%d %H:%M:%S"), copy.size, copy.path.display());
        text.push_str(&format!("{at}  {size:>9} bytes  {}\n", tame(&path.to_string())));
    }
    for path in store::set_aside(session) {
        text.push_str(&format!("Set aside: {}\n", tame(&path.display().to_string())));
    }
    print(&text)
}

/// Every word that was written, a line a block, the clerk's own notes and parked thoughts among them.
fn words(meeting: &Meeting) -> String {
    let mut lines = Vec::new();
    for item in &meeting.items {
        lines.push(item.name());
        lines.extend(item.minutes.iter().map(|block| block.text.clone()));
        lines.push(String::new());
    }
    lines.extend(meeting.parked.iter().map(|thought| thought.text.clone()));
    lines.iter().map(|line| tame(line) + "\n").collect()
}
