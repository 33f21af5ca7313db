//! An order: which paper is to be printed, of which meeting, how, and for whom. Knows no formats and no files.

use super::{Audience, Document};
use crate::domain::meeting::Meeting;
use crate::domain::style::Style;

/// A paper to be printed.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The record.
    pub meeting: &'a Meeting,
    /// The house style.
    pub style: &'a Style,
    /// For whom it is.
    pub audience: Audience,
}

impl Order<'_> {
    /// The paper as a neutral document.
    #[must_use]
    pub fn document(&self) -> Document {
        Document::of(self.meeting, self.style, self.audience)
    }
}
