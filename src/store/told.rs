//! A disk that does what a test tells it.

use super::tail::Disk;
use std::io;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

/// A disk on which every write waits for the word whether it is to succeed. Once there is nobody to say it, all do.
pub(super) struct Told {
    word: Mutex<Receiver<bool>>,
    holds: Mutex<Vec<u8>>,
}

impl Told {
    pub fn new() -> (Arc<Self>, Sender<bool>) {
        let (word, told) = channel();
        (Arc::new(Self { word: Mutex::new(told), holds: Mutex::default() }), word)
    }

    /// The lines that it holds, without their checksums.
    pub fn bodies(&self) -> Vec<String> {
        let written = String::from_utf8(self.holds.lock().unwrap().clone()).unwrap();
        written.lines().map(|line| line.rsplit_once(' ').unwrap().0.to_owned()).collect()
    }
}

impl Disk for Told {
    fn append(&self, bytes: &[u8]) -> io::Result<()> {
        let well = self.word.lock().unwrap().recv().unwrap_or(true);
        // A disk that is full takes a part.
        let taken = if well { bytes } else { &bytes[..3] };
        self.holds.lock().unwrap().extend_from_slice(taken);
        if well { Ok(()) } else { Err(io::ErrorKind::StorageFull.into()) }
    }

    fn cut(&self, length: u64) -> io::Result<()> {
        self.holds.lock().unwrap().truncate(length as usize);
        Ok(())
    }

    fn sync(&self) -> io::Result<()> {
        Ok(())
    }

    fn beginning(&self, length: u64) -> io::Result<Vec<u8>> {
        Ok(self.holds.lock().unwrap()[..length as usize].to_vec())
    }

    fn is_at(&self, _: &Path) -> bool {
        true
    }
}
