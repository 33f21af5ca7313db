//! A paper that is being read, while the clerk waits. Who reads it, and how, is not known here.

/// How far the reading has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The file, as the clerk called it.
    pub file: String,
    /// What is being done, in the words of a sentence that has begun: `reading the file`.
    pub doing: String,
    /// How much of it is done, in hundredths.
    pub percent: u8,
}
