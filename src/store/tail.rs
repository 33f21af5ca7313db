//! The end of a journal's file, where lines are added: in one go, or not at all. Knows nothing of what a line
//! says, nor of who waits for it.

use super::files;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

/// What a journal is written to: a file, or in a test what stands for a disk that is full or does not answer.
pub(super) trait Disk: Send + Sync {
    /// Adds bytes at the end. Where it fails, a part of them may have been added.
    fn append(&self, bytes: &[u8]) -> io::Result<()>;
    /// Cuts off what stands behind the first `length` bytes.
    fn cut(&self, length: u64) -> io::Result<()>;
    /// Waits until everything is on the disk itself.
    fn sync(&self) -> io::Result<()>;
    /// The first `length` bytes, also if the name is gone.
    fn beginning(&self, length: u64) -> io::Result<Vec<u8>>;
    /// Whether this is what stands under a name now.
    fn is_at(&self, path: &Path) -> bool;
}

impl Disk for File {
    fn append(&self, bytes: &[u8]) -> io::Result<()> {
        let mut file = self;
        file.write_all(bytes)
    }

    fn cut(&self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }

    fn sync(&self) -> io::Result<()> {
        self.sync_data()
    }

    fn beginning(&self, length: u64) -> io::Result<Vec<u8>> {
        files::beginning(self, length)
    }

    fn is_at(&self, path: &Path) -> bool {
        files::is_the_same(self, path)
    }
}

/// The end of the file.
pub(super) struct Tail {
    disk: Arc<dyn Disk>,
    /// The length of the lines that are whole in the file.
    length: u64,
    /// Whether there may be a part of a line behind them.
    torn: bool,
}

impl Tail {
    /// The end of a file in which the whole lines are `length` bytes long.
    pub(super) fn new(disk: Arc<dyn Disk>, length: u64) -> Self {
        Self { disk, length, torn: false }
    }

    /// The length of the lines that are whole.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// Adds whole lines.
    pub(super) fn write(&mut self, lines: &[u8]) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        self.mend()?;
        self.torn = true;
        if let Err(error) = self.disk.append(lines) {
            // A part of a line would garble the next. If it cannot be cut off now, it is before the next.
            let _ = self.mend();
            return Err(error);
        }
        self.torn = false;
        self.length += lines.len() as u64;
        Ok(())
    }

    /// Cuts off the part of a line that a failed write has left.
    fn mend(&mut self) -> io::Result<()> {
        if self.torn {
            self.disk.cut(self.length)?;
            self.torn = false;
        }
        Ok(())
    }
}
