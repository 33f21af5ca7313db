//! Which files belong to a session, and how one of them is read or replaced as a whole. Knows nothing of what
//! is in them.

use super::error::StoreError;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Permissions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// The largest file that is read. The record of a long meeting is a hundredth of it.
const LARGEST: u64 = 256 << 20;

/// The files of one session, side by side in one folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// The record: `2023-11-16 saltmarsh-harbour.ron`.
    pub record: PathBuf,
    /// The journal: `2023-11-16 saltmarsh-harbour.journal`.
    pub journal: PathBuf,
    /// The file that is locked while the session is open: `.2023-11-16 saltmarsh-harbour.ron.lock`.
    pub lock: PathBuf,
}

impl Files {
    /// The files of the session whose record is at a path. A symbolic link is followed, so that every way to
    /// a record leads to the same journal and the same lock.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        let record = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let journal = match record.extension() {
            Some(extension) if extension == "ron" => record.with_extension("journal"),
            _ => beside(&record, "", ".journal"),
        };
        let lock = beside(&record, ".", ".lock");
        Self { record, journal, lock }
    }

    /// A name beside a file that is not taken: `x.journal.damaged-1`.
    pub(super) fn aside(file: &Path, word: &str) -> PathBuf {
        let mut names = (1u32..).map(|n| beside(file, "", &format!(".{word}-{n}")));
        // A name that cannot be looked at counts as free; using it then fails and is reported.
        let free = names.find(|name| fs::symlink_metadata(name).is_err());
        free.unwrap_or_else(|| beside(file, "", word))
    }
}

/// The path with something put before and behind the file's name.
fn beside(path: &Path, before: &str, behind: &str) -> PathBuf {
    let mut name = OsString::from(before);
    name.push(path.file_name().unwrap_or(OsStr::new("session")));
    name.push(behind);
    path.with_file_name(name)
}

/// The folder that a file is in.
pub(super) fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Everything in a file.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    let size = size(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    let read = File::open(path).and_then(|mut file| file.read_to_end(&mut bytes));
    read.map_err(StoreError::io("reading", path))?;
    Ok(bytes)
}

/// The size of a file that can be read as a whole. It is looked at before it is opened: opening a pipe would
/// wait for its other end.
pub(super) fn size(path: &Path) -> Result<u64, StoreError> {
    match fs::metadata(path).map_err(StoreError::io("reading", path))? {
        about if !about.is_file() => Err(StoreError::NotAFile { path: path.to_owned() }),
        about if about.len() > LARGEST => Err(StoreError::TooLarge { path: path.to_owned() }),
        about => Ok(about.len()),
    }
}

/// Everything in a file, or nothing where there is no such file.
pub(super) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match read(path) {
        Err(StoreError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(None),
        bytes => bytes.map(Some),
    }
}

/// Whether a file may take the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// It takes the place of what is there.
    Taken,
    /// It is refused if something is there.
    Free,
}

/// Writes a file as a whole: whoever looks sees the old one or the new one, also after a power cut.
///
/// It gets the permissions of the file `like`; where there is none, it is for its owner alone.
pub(super) fn write(path: &Path, bytes: &[u8], room: Room, like: &Path) -> Result<(), StoreError> {
    let failed = || StoreError::io("writing", path);
    let mut new = tempfile::Builder::new()
        .prefix(".minutebook-")
        .suffix(".new")
        .tempfile_in(folder(path))
        .map_err(failed())?;
    new.write_all(bytes).map_err(failed())?;
    if let Some(permissions) = permissions(like) {
        // On a file system without permissions there are none to keep.
        let _ = new.as_file().set_permissions(permissions);
    }
    new.as_file().sync_all().map_err(failed())?;
    let named = match room {
        Room::Taken => new.persist(path),
        Room::Free => new.persist_noclobber(path),
    };
    named.map_err(|refused| failed()(refused.error))?;
    sync_folder(folder(path));
    Ok(())
}

/// The permissions of a file, where there is one.
fn permissions(path: &Path) -> Option<Permissions> {
    fs::metadata(path).ok().map(|about| about.permissions())
}

/// Syncs the names in a folder. Where folders cannot be synced the file system has its own promise, so that
/// this is never an error.
pub(super) fn sync_folder(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
