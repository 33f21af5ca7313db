//! Zipped packages: the parts of a document under their names. Nothing is unpacked beyond a bound, so a small
//! file that swells to gigabytes costs no more than a large document. Knows zip files and what kind of document
//! one is by the parts that it has.

use crate::import::Refusal;
use crate::import::decode;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The largest part that is unpacked. The text of a thousand pages is a tenth of it.
const LARGEST: u64 = 48 << 20;

/// Whether bytes are a zipped package.
pub(super) fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// A zipped file whose parts can be asked for.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// What its document is called where it cannot be read.
    kind: &'static str,
}

impl<'a> Package<'a> {
    /// Opens a package; what it holds says which kind of document it is.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive = archive.map_err(|_| Refusal::Damaged("Word, OpenDocument or other zipped document"))?;
        let mut package = Self { archive, kind: "Word document" };
        if package.has("content.xml") {
            package.kind = "OpenDocument text";
        }
        Ok(package)
    }

    /// Whether it has a part whose name begins like this.
    pub fn has(&self, start: &str) -> bool {
        self.archive.file_names().flatten().any(|name| name.starts_with(start))
    }

    /// A part as text; none if the package has no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let kind = self.kind;
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(_)) => return Err(Refusal::Locked(kind)),
            Err(_) => return Err(Refusal::Damaged(kind)),
        };
        let mut bytes = Vec::new();
        let read = file.take(LARGEST + 1).read_to_end(&mut bytes);
        read.map_err(|_| Refusal::Damaged(kind))?;
        if bytes.len() as u64 > LARGEST {
            return Err(Refusal::Swells(kind));
        }
        decode::characters(&bytes, &mut Vec::new()).map(Some)
    }
}
