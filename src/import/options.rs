//! How a file is read: who watches, which programs convert what this one cannot read, and which of several agendas is taken.

use super::Refusal;

/// How far the reading of a file has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// What is done now: `finding the items`.
    pub doing: &'static str,
    /// How much is done, in hundredths.
    pub percent: u8,
}

/// Who is told how far the reading has come, and says whether to go on.
pub type Watch<'a> = &'a dyn Fn(Progress) -> bool;

/// What another program has to make of a file before it can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conversion {
    /// A Word document (DOCX) of an old document.
    Document(&'static str),
    /// A PDF with text of a PDF with pictures of pages.
    Pages,
    /// A PDF with text of a picture.
    Picture,
}

/// Converts a file. A pure reader has no programs to run, so whoever calls it hands them in.
pub type Convert<'a> = &'a dyn Fn(Conversion, &[u8]) -> Result<Vec<u8>, Refusal>;

/// How a file is read.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Is told how far the reading has come, and may stop it.
    pub watch: Watch<'a>,
    /// Converts what cannot be read otherwise.
    pub convert: Convert<'a>,
    /// Number of the agenda to read where a file has several, from 1.
    pub agenda: Option<usize>,
    /// Keeps what a clerk needs to correct the reading: other readings, and the lines of a paper without items, which is
    /// refused otherwise.
    pub interactive: bool,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            watch: &|_| true,
            convert: &|conversion, _| Err(conversion.missing()),
            agenda: None,
            interactive: false,
        }
    }
}

impl Conversion {
    /// Conversion without which a file is refused for this reason; none where there is none.
    pub(super) fn of(refusal: &Refusal) -> Option<Self> {
        match refusal {
            Refusal::OldDocument(what) => Some(Self::Document(what)),
            Refusal::Scanned => Some(Self::Pages),
            Refusal::Picture => Some(Self::Picture),
            _ => None,
        }
    }

    /// Refusal of a file whose program is not installed.
    #[must_use]
    pub fn missing(self) -> Refusal {
        match self {
            Self::Document(what) => Refusal::OldDocument(what),
            Self::Pages => Refusal::Scanned,
            Self::Picture => Refusal::Picture,
        }
    }

    /// Whether the words that it gives are recognised from pictures.
    pub(super) fn is_recognition(self) -> bool {
        matches!(self, Self::Pages | Self::Picture)
    }
}
