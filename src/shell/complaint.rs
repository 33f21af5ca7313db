//! How the program tells the user that something cannot be done: one sentence, a hint, and the exit status.

use crate::desk::sentence;
use crate::store::StoreError;
use std::fmt;

/// Something that ends the program, told in one line.
#[derive(Debug)]
pub(super) struct Complaint {
    text: String,
    /// The exit status: 1 for a file that is not what it should be, 2 for wrong usage.
    pub status: u8,
}

impl Complaint {
    /// A file is not what it should be, or something could not be done.
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), status: 1 }
    }

    /// The program was used wrongly.
    pub fn usage(text: impl Into<String>) -> Self {
        Self { text: text.into(), status: 2 }
    }
}

impl Complaint {
    /// What is wrong, as a sentence.
    pub fn sentence(&self) -> String {
        // One line, and harmless on a terminal, whatever a file name holds.
        crate::text::tame(&sentence(&self.text))
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "minutebook: {}", self.sentence())
    }
}

impl From<StoreError> for Complaint {
    fn from(error: StoreError) -> Self {
        Self::of(error.to_string())
    }
}
