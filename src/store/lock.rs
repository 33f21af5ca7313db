//! One writer for each session: a lock on a hidden file beside it. Knows nothing of what is in a session.
//!
//! The operating system lets the lock go when the program ends, however it ends. The file stays behind and
//! means nothing by itself, so a stale one locks nobody out. The record itself cannot be locked: every save
//! puts a new file in its place.

use super::error::StoreError;
use super::files::{self, Files};
use crate::text;
use std::env;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, Write};

/// The longest note about the holder that is believed.
const LONGEST: u64 = 200;

/// Held as long as the session may be written.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file is not enough: a process that is just being started may hold a copy of it. Where
        // this fails the operating system lets go when the last copy is closed.
        let _ = self.file.unlock();
    }
}

impl Lock {
    /// Takes the lock of a session.
    ///
    /// # Errors
    /// [`StoreError::Held`] if another program has it; otherwise what the operating system said.
    pub fn take(files: &Files) -> Result<Self, StoreError> {
        // Where there is no folder, it is not the hidden file that the clerk should look for.
        let failed = |error: io::Error| match error.kind() {
            ErrorKind::NotFound => StoreError::io("writing", &files.record)(error),
            _ => StoreError::io("locking", &files.lock)(error),
        };
        let mut file = open(files).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::Held { path: files.record.clone(), by: holder(&mut file) });
            }
            // Some network disks know no locks. The clerk is let in: typing is never blocked.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        // Whoever may write the record may lock it, and nobody else learns who has it open.
        files::share_like(&file, &files.record);
        // Who we are is a courtesy to whoever comes second.
        let _ = sign(&mut file);
        Ok(Self { file })
    }
}

fn open(files: &Files) -> io::Result<File> {
    let all = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&files.lock);
    match all {
        // A file that somebody else left behind can be locked although it cannot be written.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => File::open(&files.lock).or(Err(error)),
        opened => opened,
    }
}

/// Who holds a lock, as they signed it.
fn holder(file: &mut File) -> String {
    let mut note = Vec::new();
    let read = file.take(LONGEST).read_to_end(&mut note);
    let note = text::tame(&String::from_utf8_lossy(&note));
    match read {
        Ok(_) if !note.trim().is_empty() => note.trim().to_owned(),
        _ => "by another program".to_owned(),
    }
}

fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    let user = ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| env::var(name).ok());
    let user = user.unwrap_or_else(|| "somebody".to_owned());
    writeln!(file, "by {user} on {}, process {}", host(), std::process::id())
}

fn host() -> String {
    let named = fs::read_to_string("/etc/hostname").ok().or_else(|| env::var("COMPUTERNAME").ok());
    named.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).unwrap_or("this computer".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_let_go_although_somebody_has_a_copy_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::of(&folder.path().join("s.ron"));
        let lock = Lock::take(&files).unwrap();
        assert!(matches!(Lock::take(&files), Err(StoreError::Held { .. })));
        let copy = lock.file.try_clone().unwrap();
        drop(lock);
        assert!(Lock::take(&files).is_ok());
        drop(copy);
    }
}
