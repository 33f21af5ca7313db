//! Something to read over the whole screen: the help, the minutes as they will be printed. It scrolls and
//! does nothing else.

use super::areas::{Area, Areas, Size, Wants};

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

    /// Where a sheet lies: over everything but the line at the top, the status line and the keys.
    #[must_use]
    pub fn area(size: Size) -> Area {
        Area { x: 0, width: size.width, ..Areas::of(size, Wants::default()).page }
    }

    /// How many lines of it are shown at once.
    #[must_use]
    pub fn rows(size: Size) -> usize {
        usize::from(Self::area(size).height.saturating_sub(2).max(1))
    }

    /// Scrolls by so many lines where so many are shown, until its end is in sight.
    pub fn scroll(&mut self, lines: isize, rows: usize) {
        self.top = self.top.saturating_add_signed(lines).min(self.lines.len().saturating_sub(rows));
    }
}
