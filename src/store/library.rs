//! The library: the folder where sessions live unless a path says otherwise. Knows names and lists, and reads
//! records only to list them.

use super::error::StoreError;
use super::files::{Files, make_private};
use super::open;
use super::snapshot;
use crate::domain::meeting::{Head, Meeting, Status};
use crate::domain::same::same_body;
use chrono::{DateTime, Local, NaiveDate};
use directories::ProjectDirs;
use std::cmp::Reverse;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder where sessions live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    folder: PathBuf,
}

/// A session in the library.
#[derive(Debug)]
pub struct Listed {
    /// Its record.
    pub path: PathBuf,
    /// The day on which the file was last changed.
    pub changed: Option<NaiveDate>,
    /// What it is; or why it cannot be read.
    pub summary: Result<Summary, StoreError>,
}

/// What is said of a session in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The body.
    pub body: String,
    /// The authority whose body it is; empty where the record does not say.
    pub authority: String,
    /// The day of the meeting.
    pub date: Option<NaiveDate>,
    /// How far the meeting and its record have come.
    pub status: Status,
    /// How many items are on the agenda.
    pub items: usize,
}

impl Library {
    /// The library in a folder, which need not be there yet.
    #[must_use]
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The user's library: where `MINUTEBOOK_SESSIONS` says, whose value is given, or else where the
    /// operating system keeps a user's data.
    ///
    /// # Errors
    /// [`StoreError::NoHome`] if neither is known.
    pub fn of_user(named: Option<OsString>) -> Result<Self, StoreError> {
        match named.filter(|named| !named.is_empty()) {
            Some(folder) => Ok(Self::at(folder)),
            None => {
                let places = ProjectDirs::from("", "", "minutebook").ok_or(StoreError::NoHome)?;
                Ok(Self::at(places.data_dir().join("sessions")))
            }
        }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A path for a new session that is not taken: `2021-11-18 saltmarsh-harbour-partnership.ron`. Makes
    /// the folder.
    ///
    /// # Errors
    /// If the folder cannot be made.
    pub fn free_path(&self, head: &Head) -> Result<PathBuf, StoreError> {
        make_private(&self.folder)?;
        let name = file_name(head);
        let names =
            std::iter::once(format!("{name}.ron")).chain((2u32..).map(|n| format!("{name} ({n}).ron")));
        let mut paths = names.map(|name| self.folder.join(name));
        // The journal is looked for, too: one that was left behind must not come to belong to a new record.
        let taken = |path: &PathBuf| {
            fs::symlink_metadata(path).is_ok() || fs::symlink_metadata(Files::of(path).journal).is_ok()
        };
        Ok(paths.find(|path| !taken(path)).unwrap_or_else(|| self.folder.join(format!("{name}.ron"))))
    }

    /// The sessions, newest first. What cannot be read is in the list, too, with its fault.
    ///
    /// # Errors
    /// If the folder cannot be read. A folder that is not there has no sessions in it.
    pub fn list(&self) -> Result<Vec<Listed>, StoreError> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(StoreError::io("reading", &self.folder))?,
        };
        let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
        let mut sessions: Vec<Listed> = paths.filter(|path| is_record(path)).map(look).collect();
        sessions.sort_by_cached_key(|session| (Reverse(session.day()), session.path.clone()));
        Ok(sessions)
    }
}

impl Library {
    /// The last session of the body that a head names: of those before its day, if it has one, the newest in which
    /// something was done, or else the newest. What cannot be read is passed over. Bodies of one name under two
    /// authorities are two bodies.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn last_of(&self, head: &Head) -> Result<Option<Meeting>, StoreError> {
        let sessions = self.list()?;
        let fits = |summary: &Summary| {
            let earlier = head.date.is_none_or(|before| summary.date.is_some_and(|day| day < before));
            let is_unknown = summary.authority.is_empty() || head.authority.is_empty();
            let same_authority = is_unknown || same_body(&summary.authority, &head.authority);
            earlier && same_authority && same_body(&summary.body, &head.body)
        };
        let of_body = sessions.into_iter().filter(|session| session.summary.as_ref().is_ok_and(fits));
        // Of a body that meets every week no more than these can be prepared and not held.
        let looked = of_body.take(12).filter_map(|session| open::read_only(&session.path).ok());
        let mut prepared = None;
        for looked in looked {
            let meeting = looked.session.meeting().clone();
            if !meeting.is_untouched() {
                return Ok(Some(meeting));
            }
            prepared.get_or_insert(meeting);
        }
        Ok(prepared)
    }
}

impl Listed {
    /// The day by which it stands in the list: that of the meeting, or else of the file.
    fn day(&self) -> Option<NaiveDate> {
        self.summary.as_ref().ok().and_then(|summary| summary.date).or(self.changed)
    }
}

fn is_record(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|extension| extension == "ron")
}

fn look(path: PathBuf) -> Listed {
    let summary = snapshot::read(&path).map(|snapshot| Summary {
        date: snapshot.meeting.head.date,
        status: snapshot.meeting.course.status,
        items: snapshot.meeting.items.len(),
        body: snapshot.meeting.head.body,
        authority: snapshot.meeting.head.authority,
    });
    let changed = fs::metadata(&path).and_then(|about| about.modified()).ok();
    let changed = changed.map(|time| DateTime::<Local>::from(time).date_naive());
    Listed { path, changed, summary }
}

/// The words of a body's name that say nothing about which body it is.
const NOISE: [&str; 9] = ["the", "of", "and", "for", "a", "an", "in", "committee", "meeting"];

/// The longest name that is made, so that every file system and every screen has room for it.
const LONGEST: usize = 60;

/// A name for the file of a meeting, without its ending: safe on every file system.
fn file_name(head: &Head) -> String {
    let date = head.date.map(|date| date.to_string());
    let body = words(&head.body);
    let body = if body.is_empty() { "meeting".to_owned() } else { body };
    date.into_iter().chain([body]).collect::<Vec<_>>().join(" ")
}

/// The telling words of a name in small plain letters: `The Pwyllgor Cynllunio` is `pwyllgor-cynllunio`.
fn words(name: &str) -> String {
    let plain: String = name.to_lowercase().chars().filter(|sign| !"'’".contains(*sign)).map(plain).collect();
    let mut joined = String::new();
    for word in plain.split_whitespace().filter(|word| !NOISE.contains(word)) {
        if joined.len() + word.len() > LONGEST {
            break;
        }
        if !joined.is_empty() {
            joined.push('-');
        }
        joined.push_str(word);
    }
    joined
}

/// A letter without its accent, as the languages of these islands use them; a blank for any other sign.
fn plain(letter: char) -> char {
    match letter {
        'a'..='z' | '0'..='9' => letter,
        'à' | 'á' | 'â' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'ö' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ẁ' | 'ẃ' | 'ŵ' | 'ẅ' => 'w',
        'ỳ' | 'ý' | 'ŷ' | 'ÿ' => 'y',
        _ => ' ',
    }
}
