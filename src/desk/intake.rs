//! What was understood of an agenda, as the clerk sees it before minuting starts.

/// The report on an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Intake {
    /// The lines of the report.
    pub lines: Vec<String>,
    /// The first line shown.
    pub top: usize,
}
