//! The record as a file: readable RON, complete by itself. Knows nothing of journals.
//!
//! docs/file-format.md shows it field by field. A record is written as people would write it and read with
//! patience: a byte-order mark, Windows line ends and line ends within a text are no matter.

use super::error::StoreError;
use super::files;
use crate::domain::meeting::Meeting;
use crate::text;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The format that this program writes, and the newest that it reads.
pub const FORMAT: u64 = 1;

/// More entries than any session can have; a larger number was not written by this program.
const MOST_ENTRIES: u64 = 1 << 48;

const TOP: &str = "\
// The record of a meeting, kept with Minutebook. It may be edited by hand while nobody has it open.
#![enable(implicit_some)]
Session";

/// A record as it was read.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The identity of the session, by which its journal is known.
    pub id: String,
    /// How many journal entries have gone into the record.
    pub entries: u64,
    /// The record.
    pub meeting: Meeting,
    /// By which the very file can be known again.
    pub stamp: Stamp,
}

/// By which a written record is known again: anybody else's change shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// How many journal entries have gone into the record.
    pub entries: u64,
    /// The checksum of the file.
    pub crc: u32,
    /// The length of the file in bytes.
    pub length: u64,
}

impl Stamp {
    /// The stamp of a file with these bytes.
    pub(super) fn of(bytes: &[u8], entries: u64) -> Self {
        Self { entries, crc: crc32fast::hash(bytes), length: bytes.len() as u64 }
    }
}

#[derive(Deserialize)]
#[serde(rename = "Session", deny_unknown_fields)]
struct Reading {
    format: u64,
    id: String,
    entries: u64,
    meeting: Meeting,
}

#[derive(Serialize)]
#[serde(rename = "Session")]
struct Writing<'a> {
    format: u64,
    id: &'a str,
    entries: u64,
    meeting: &'a Meeting,
}

/// How RON is read and written here and in the journal.
pub(super) fn ron_options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// The text of a record, and the stamp of the file that it will be.
pub(super) fn print(
    path: &Path,
    id: &str,
    entries: u64,
    meeting: &Meeting,
) -> Result<(String, Stamp), StoreError> {
    let pretty = PrettyConfig::new().new_line("\n").struct_names(false);
    let writing = Writing { format: FORMAT, id, entries, meeting };
    let mut text = TOP.to_owned();
    let printed = ron_options().to_writer_pretty(&mut text, &writing, pretty);
    printed.map_err(|error| StoreError::Faulty { path: path.to_owned(), fault: error.to_string() })?;
    text.push('\n');
    let stamp = Stamp::of(text.as_bytes(), entries);
    Ok((text, stamp))
}

/// Reads a record. The file is left as it is, whatever is found.
///
/// # Errors
/// [`StoreError`] says in one sentence what is wrong with the file, and where.
pub fn read(path: &Path) -> Result<Snapshot, StoreError> {
    of_bytes(path, &files::read(path)?)
}

/// Whether bytes are a record, by how they begin.
#[must_use]
pub fn is_record(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start = text.get(..text.len().min(2000)).unwrap_or(text);
    let lines = String::from_utf8_lossy(start);
    let mut lines = lines.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let first = lines.find(|line| !line.starts_with("#![")).unwrap_or("");
    let rest = first.strip_prefix("Session").unwrap_or(first).trim_start();
    rest.starts_with('(') && start.windows(b"format:".len()).any(|word| word == b"format:")
}

/// Reads a record from its bytes. The path is only named in what is said of it.
///
/// # Errors
/// [`StoreError`] says in one sentence what is wrong with it, and where.
pub fn of_bytes(path: &Path, bytes: &[u8]) -> Result<Snapshot, StoreError> {
    let text = std::str::from_utf8(bytes).map_err(|error| not_text(path, bytes, error.valid_up_to()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(StoreError::Empty { path: path.to_owned() });
    }
    if let Some(format) = format_of(text) {
        refuse_format(path, format)?;
    }
    let read: Result<Reading, _> = ron_options().from_str(text);
    let read = read.map_err(|error| what_is_wrong(path, text, &error))?;
    let Reading { format, id, entries, mut meeting } = read;
    refuse_format(path, format)?;
    // Whoever edits by hand may have broken a long line: a blank is what they meant.
    meeting.tame();
    refuse_faults(path, &id, entries, &meeting)?;
    Ok(Snapshot { stamp: Stamp::of(bytes, entries), id, entries, meeting })
}

fn refuse_format(path: &Path, format: u64) -> Result<(), StoreError> {
    let path = path.to_owned();
    match format {
        0 => Err(StoreError::Faulty { path, fault: "there is no format 0".to_owned() }),
        1..=FORMAT => Ok(()),
        _ => Err(StoreError::Newer { path, format, reads: FORMAT }),
    }
}

/// Refuses what can be read and yet cannot be a record.
pub(super) fn refuse_faults(
    path: &Path,
    id: &str,
    entries: u64,
    meeting: &Meeting,
) -> Result<(), StoreError> {
    let mut faults = meeting.faults();
    if !is_id(id) {
        faults.insert(0, "its id is not a word of letters, figures and hyphens".to_owned());
    }
    if entries > MOST_ENTRIES {
        faults.insert(0, "its number of entries is out of all reason".to_owned());
    }
    let more = faults.len().saturating_sub(1);
    match faults.into_iter().next() {
        None => Ok(()),
        Some(first) if more == 0 => Err(StoreError::Faulty { path: path.to_owned(), fault: first }),
        Some(first) => {
            Err(StoreError::Faulty { path: path.to_owned(), fault: format!("{first} (and {more} more)") })
        }
    }
}

/// Whether a text can be the id of a session: it stands in the first line of the journal.
fn is_id(id: &str) -> bool {
    let fit = |character: char| character.is_ascii_alphanumeric() || character == '-';
    (1..=64).contains(&id.len()) && id.chars().all(fit)
}

/// What follows the comments and attributes at the top of a file.
fn after_the_top(text: &str) -> &str {
    let mut rest = text.trim_start();
    while rest.starts_with("//") || rest.starts_with("#!") {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
    }
    rest
}

/// What stands in the brackets of `Session(…)`, to the end of the file; none where a file begins otherwise.
fn inside(text: &str) -> Option<&str> {
    let rest = after_the_top(text);
    rest.strip_prefix("Session").unwrap_or(rest).trim_start().strip_prefix('(').map(str::trim_start)
}

/// The format that a file says it is in. It is looked for without reading the rest, because the rest of a
/// newer file cannot be expected to make sense.
fn format_of(text: &str) -> Option<u64> {
    let value = inside(text)?.strip_prefix("format")?.trim_start().strip_prefix(':')?.trim_start();
    let end = value.find(|character: char| !character.is_ascii_digit()).unwrap_or(value.len());
    value.get(..end)?.parse().ok()
}

fn not_text(path: &Path, bytes: &[u8], at: usize) -> StoreError {
    let (line, column) = end_of(&String::from_utf8_lossy(bytes.get(..at).unwrap_or(bytes)));
    StoreError::NotText { path: path.to_owned(), line, column }
}

/// Says what is wrong with a file that is not a record: whether it was cut, garbled, or never was one.
fn what_is_wrong(path: &Path, text: &str, error: &SpannedError) -> StoreError {
    let path = path.to_owned();
    let (line, column) = (error.span.start.line, error.span.start.col);
    let written = text.trim_end();
    let end = end_of(written);
    if !is_ours(written) {
        StoreError::Foreign { path, line, column }
    } else if !written.ends_with(')') || (error.span.end.line, error.span.end.col) >= end {
        StoreError::Cut { path, line: end.0, column: end.1 }
    } else {
        StoreError::Garbled { path, line, column, what: words(&error.code) }
    }
}

/// Whether a file was a record once, or the beginning of one.
fn is_ours(text: &str) -> bool {
    TOP.starts_with(text) || after_the_top(text).starts_with("Session") || format_of(text).is_some()
}

/// The line and the column behind the end of a text, both counted from 1.
fn end_of(text: &str) -> (usize, usize) {
    let last = text.rsplit('\n').next().unwrap_or("");
    (text.matches('\n').count() + 1, last.chars().count() + 1)
}

/// What the RON reader noticed, as the middle of a sentence.
fn words(code: &ron::Error) -> String {
    let outer =
        |outer: &Option<String>| outer.as_ref().map(|name| format!(" in `{name}`")).unwrap_or_default();
    let words = match code {
        ron::Error::NoSuchStructField { found, outer: name, .. } => {
            format!("there is no field `{found}`{}", outer(name))
        }
        ron::Error::NoSuchEnumVariant { found, expected, .. } => {
            format!("`{found}` is none of `{}`", expected.join("`, `"))
        }
        ron::Error::Message(said) => format!("this value does not belong here ({said})"),
        other => uncapitalised(&other.to_string()),
    };
    text::tame(&words)
}

fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
