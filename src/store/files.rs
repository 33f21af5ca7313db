//! Which files belong to a session, and how one of them is read or replaced as a whole. Knows nothing of what
//! is in them.

use super::error::StoreError;
use crate::text;
use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, ErrorKind, Read, Write};
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
            Some(extension) if extension == "ron" => instead(&record, ".journal"),
            _ => beside(&record, "", ".journal"),
        };
        let lock = beside(&record, ".", ".lock");
        Self { record, journal, lock }
    }

    /// The files of a session that is to go on under another path: a file that is not there yet, or a folder in
    /// which it keeps its name.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if there is a record or a journal of that name.
    pub(super) fn new_at(path: &Path, now: &Files) -> Result<Self, StoreError> {
        let mut path = std::path::absolute(path).map_err(StoreError::io("writing", path))?;
        if path.is_dir() {
            path.push(now.record.file_name().unwrap_or(OsStr::new("session.ron")));
        } else if path.extension().is_none() {
            path.set_extension("ron");
        }
        let files = Self::of(&path);
        let taken =
            [&files.record, &files.journal].into_iter().find(|path| fs::symlink_metadata(path).is_ok());
        taken.map_or(Ok(files.clone()), |path| Err(StoreError::Exists { path: path.clone() }))
    }

    /// The hidden folder of the older copies: `.2023-11-16 saltmarsh-harbour.ron.older`.
    #[must_use]
    pub fn older(&self) -> PathBuf {
        beside(&self.record, ".", ".older")
    }

    /// A name for a record that is not taken: the given one, or `x (2).ron`.
    pub(super) fn free_near(record: &Path) -> PathBuf {
        let stem = record.file_stem().unwrap_or(OsStr::new("session")).to_owned();
        let numbered = (2u32..).map(|n| {
            let mut name = stem.clone();
            name.push(format!(" ({n}).ron"));
            record.with_file_name(name)
        });
        let is_free = |path: &PathBuf| {
            let files = Self::of(path);
            [files.record, files.journal].iter().all(|path| fs::symlink_metadata(path).is_err())
        };
        let mut names = std::iter::once(record.to_owned()).chain(numbered);
        names.find(is_free).unwrap_or_else(|| record.to_owned())
    }

    /// A name beside a file that is not taken: `x.journal.damaged-1`.
    pub(super) fn aside(file: &Path, word: &str) -> PathBuf {
        let mut names = (1u32..).map(|n| beside(file, "", &format!(".{word}-{n}")));
        // A name that cannot be looked at counts as free; using it then fails and is reported.
        let free = names.find(|name| fs::symlink_metadata(name).is_err());
        free.unwrap_or_else(|| beside(file, "", word))
    }
}

/// What was set aside of the session at a path: journals and records that could not be used, by their names.
#[must_use]
pub fn set_aside(path: &Path) -> Vec<PathBuf> {
    let files = Files::of(path);
    let begins = |name: &OsStr, of: &Path| {
        let of = of.file_name().unwrap_or_default().as_encoded_bytes();
        let rest = name.as_encoded_bytes().strip_prefix(of);
        rest.is_some_and(|rest| ASIDE.iter().any(|word| rest.starts_with(format!(".{word}-").as_bytes())))
    };
    let entries = fs::read_dir(folder(&files.record)).into_iter().flatten().flatten();
    let aside = entries.filter(|entry| {
        let name = entry.file_name();
        begins(&name, &files.record) || begins(&name, &files.journal)
    });
    let mut paths: Vec<PathBuf> = aside.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// The words in the names of what was set aside.
const ASIDE: [&str; 3] = ["set-aside", "damaged", "changed"];

/// The path with something put before and behind the file's name.
fn beside(path: &Path, before: &str, behind: &str) -> PathBuf {
    path.with_file_name(named(path.file_name(), before, behind))
}

/// The path with something put in place of the file's ending.
fn instead(path: &Path, ending: &str) -> PathBuf {
    path.with_file_name(named(path.file_stem(), "", ending))
}

/// The longest name that file systems allow, in bytes.
const LONGEST_NAME: usize = 255;
/// How much of a longer name is kept; a checksum of the whole stands in for the rest.
const KEPT: usize = 180;

/// A name with something put before and behind it.
fn named(name: Option<&OsStr>, before: &str, behind: &str) -> OsString {
    let name = name.unwrap_or(OsStr::new("session"));
    let mut whole = OsString::from(before);
    if before.len() + name.len() + behind.len() <= LONGEST_NAME {
        whole.push(name);
    } else {
        let letters = name.to_string_lossy();
        let kept = letters.get(..text::settle(&letters, KEPT)).unwrap_or_default();
        whole.push(format!("{kept}~{:08x}", crc32fast::hash(name.as_encoded_bytes())));
    }
    whole.push(behind);
    whole
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

/// The first `length` bytes of an open file, wherever its name has gone.
pub(super) fn beginning(file: &File, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    #[cfg(unix)]
    std::os::unix::fs::FileExt::read_exact_at(file, &mut bytes, 0)?;
    #[cfg(not(unix))]
    {
        // Lines are only ever added at the end, so that nobody minds where the position is.
        let mut file = file;
        io::Seek::rewind(&mut file)?;
        file.read_exact(&mut bytes)?;
    }
    Ok(bytes)
}

/// Whether an open file is the one that stands under a name now.
pub(super) fn is_the_same(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let name = |about: fs::Metadata| (about.dev(), about.ino());
        matches!((file.metadata().map(name), fs::metadata(path).map(name)), (Ok(ours), Ok(there)) if ours == there)
    }
    #[cfg(not(unix))]
    {
        // A file that is open cannot be taken away there.
        let _ = file;
        fs::metadata(path).is_ok()
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
    let mut builder = tempfile::Builder::new();
    builder.prefix(".minutebook-").suffix(".new");
    let mut new = builder.tempfile_in(folder(path)).map_err(failed())?;
    new.write_all(bytes).map_err(failed())?;
    // On a file system without permissions there are none to keep.
    share_like(new.as_file(), like);
    new.as_file().sync_all().map_err(failed())?;
    let named = match room {
        Room::Taken => new.persist(path),
        Room::Free => new.persist_noclobber(path),
    };
    named.map_err(|refused| failed()(refused.error))?;
    sync_folder(folder(path));
    Ok(())
}

/// Gives an open file the permissions of the file `like`, or else makes it its owner's alone. Where the file is
/// somebody else's it stays as it is.
pub(super) fn share_like(file: &File, like: &Path) {
    if let Some(permissions) = permissions(like).or_else(for_its_owner) {
        let _ = file.set_permissions(permissions);
    }
}

/// The permissions of a file, where there is one.
fn permissions(path: &Path) -> Option<Permissions> {
    fs::metadata(path).ok().map(|about| about.permissions())
}

/// Makes a folder, and those above it, for its owner alone, whatever the umask. One that is there stays as it is.
pub(super) fn make_private(folder: &Path) -> Result<(), StoreError> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(StoreError::io("making the folder", folder))
}

/// The permissions of a new file: for its owner alone, whatever the umask says.
fn for_its_owner() -> Option<Permissions> {
    #[cfg(unix)]
    let private = Some(std::os::unix::fs::PermissionsExt::from_mode(0o600));
    #[cfg(not(unix))]
    let private = None;
    private
}

/// Syncs the names in a folder. Where folders cannot be synced the file system has its own promise, so that
/// this is never an error.
pub(super) fn sync_folder(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
