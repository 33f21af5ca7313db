//! Something to read over the whole screen: the help, the minutes as they will be printed. It scrolls and
//! does nothing else.

/// A text to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its title.
    pub title: String,
    /// Its lines.
    pub lines: Vec<String>,
    /// The first line shown.
    pub top: usize,
}

impl Sheet {
    /// A sheet at its beginning.
    #[must_use]
    pub fn new(title: impl Into<String>, text: &str) -> Self {
        Self { title: title.into(), lines: text.lines().map(str::to_owned).collect(), top: 0 }
    }

    /// Scrolls by so many lines, as far as there is something to read.
    pub fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.lines.len().saturating_sub(1));
    }
}
