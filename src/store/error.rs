//! What the disk can refuse, each in one sentence that names the file and says what to do next. Knows nothing
//! of how errors are shown.

use crate::text;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why the disk did not do what was asked. No file was changed by it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The operating system refused.
    #[error("{}: {deed} failed because {}; {}", shown(path), reason(source), hint(source))]
    Io {
        /// What was tried: `reading`, `writing`.
        deed: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The path names a folder or a device.
    #[error("{}: this is a folder or a device, not a session; name the .ron file inside it", shown(path))]
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// The file is too large to be a session.
    #[error("{}: this file is too large to be a session; check that it is the right one", shown(path))]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// There is nothing in the file.
    #[error("{}: this file is empty; take the last good copy of the session from a backup", shown(path))]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The file is not text.
    #[error(
        "{}, line {line}, column {column}: this is not text in UTF-8; check that it is a session and save it as UTF-8",
        shown(path)
    )]
    NotText {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// The column, counted in characters from 1.
        column: usize,
    },
    /// The file is something else.
    #[error(
        "{}, line {line}, column {column}: this is not a Minutebook session; to read an agenda use `minutebook new`",
        shown(path)
    )]
    Foreign {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// The column, counted in characters from 1.
        column: usize,
    },
    /// The end of the file is missing.
    #[error(
        "{}, line {line}, column {column}: the file ends in the middle; take the last good copy of it from a backup",
        shown(path)
    )]
    Cut {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// The column, counted in characters from 1.
        column: usize,
    },
    /// The file is a session with something wrong in it.
    #[error(
        "{}, line {line}, column {column}: {what}; correct this place in a text editor, or take an earlier copy",
        shown(path)
    )]
    Garbled {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// The column, counted in characters from 1.
        column: usize,
        /// What is wrong.
        what: String,
    },
    /// The file was written by a later version of the program.
    #[error(
        "{}: this file was written by a newer Minutebook (format {format}; this program reads up to {reads}); open it with that version",
        shown(path)
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The format it is in.
        format: u64,
        /// The newest format that this program reads.
        reads: u64,
    },
    /// The record does not hold together.
    #[error("{}: the record does not hold together: {fault}; correct it in a text editor", shown(path))]
    Faulty {
        /// The file.
        path: PathBuf,
        /// What is wrong, in a sentence without its stop.
        fault: String,
    },
    /// Something is there already.
    #[error("{}: there is a file of this name already; choose another name", shown(path))]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The session was taken to yet another place before it could be taken to this one.
    #[error(
        "{}: the session was taken to another place first; save it here once more if that is meant",
        shown(path)
    )]
    Overtaken {
        /// The file.
        path: PathBuf,
    },
    /// Another program has the session open.
    #[error("{}: the session is open already ({by}); close it there, or look at it read-only", shown(path))]
    Held {
        /// The session.
        path: PathBuf,
        /// Who has it open, as far as is known.
        by: String,
    },
    /// The operating system names no place for a user's files.
    #[error("no folder for sessions is known; name one in MINUTEBOOK_SESSIONS")]
    NoHome,
}

impl StoreError {
    /// The reason alone, for a line with little room: `the disk is full`.
    #[must_use]
    pub fn brief(&self) -> String {
        match self {
            // Only what was there when the session was opened is written: if it is not there now, it has gone.
            StoreError::Io { source, deed: "writing", .. } if source.kind() == ErrorKind::NotFound => {
                "its folder is gone".to_owned()
            }
            StoreError::Io { source, .. } => reason(source),
            other => other.to_string(),
        }
    }

    /// Turns what the operating system said about a path into an error.
    pub(super) fn io(deed: &'static str, path: &Path) -> impl FnOnce(io::Error) -> StoreError {
        let path = path.to_owned();
        move |source| match source.kind() {
            ErrorKind::IsADirectory => StoreError::NotAFile { path },
            ErrorKind::AlreadyExists => StoreError::Exists { path },
            _ => StoreError::Io { deed, path, source },
        }
    }
}

/// A path as it can be shown: names of files may hold anything.
pub(super) fn shown(path: &Path) -> String {
    text::tame(&path.to_string_lossy())
}

fn reason(error: &io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "permission is denied",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::QuotaExceeded => "your share of the disk is used up",
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        ErrorKind::NotADirectory => "a part of the path is not a folder",
        _ => return text::tame(&error.to_string()),
    };
    known.to_owned()
}

fn hint(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => "check the name and the folder",
        ErrorKind::PermissionDenied => "ask its owner to let you read and write it",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room and try again",
        ErrorKind::ReadOnlyFilesystem => "copy the session to another disk",
        _ => "try again, or copy the session to another disk",
    }
}
