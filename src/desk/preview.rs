//! The preview: what the minutes print of the item on the desk, beside the writing. Composed from the same neutral
//! document and set in the same lines as the printed text. Only the item on the desk is composed, and of that only
//! what can be seen is set in lines, so that a key costs the same in a short and a long meeting.

use super::Desk;
use super::areas::Area;
use super::passage::{Passage, Spot};
use super::writing::Caret;
use crate::domain::id::{BlockId, ItemId};
use crate::export::{Audience, Document, text as print};

/// The cells beside the lines in which signs stand.
pub const MARGIN: u16 = 2;

/// The preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Whether the clerk wants it.
    pub wanted: bool,
    /// For whom the copy is that it shows.
    pub audience: Audience,
    /// Where it stands on the screen, its frame or rule included; of no size while it is not shown.
    pub area: Area,
    /// Its rows, from the top.
    pub rows: Vec<Row>,
    /// Whether there is more above.
    pub more_above: bool,
    /// Whether there is more below.
    pub more_below: bool,
    /// The first row shown: an element and a row of it.
    top: Spot,
    /// The item that was shown last.
    item: Option<ItemId>,
    /// Where the cursor was when the clerk scrolled. While it stays there, nothing moves by itself.
    held: Option<Caret>,
}

/// One row of the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The words, with marks and indents, as printed.
    pub words: String,
    /// What they are.
    pub look: Look,
    /// Whether a public copy leaves them out.
    pub restricted: bool,
    /// Whether they print the paragraph with the cursor.
    pub here: bool,
    /// The block that they print, where they print one.
    pub block: Option<BlockId>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Look {
    /// A heading.
    Heading,
    /// What was decided.
    Decision,
    /// Something somebody is to do.
    Action,
    /// What stands in place of what is left out.
    LeftOut,
    /// Everything else.
    Plain,
}

impl Default for Preview {
    fn default() -> Self {
        Self {
            wanted: false,
            audience: Audience::Full,
            area: Area::default(),
            rows: Vec::new(),
            more_above: false,
            more_below: false,
            top: (0, 0),
            item: None,
            held: None,
        }
    }
}

impl Preview {
    /// Whether it is on the screen.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.area.height > 0 && self.area.width > 0
    }

    /// Where its rows stand: inside a frame and a blank column if it stands beside the page, below a rule if it stands
    /// under it, where the printed line needs all the columns.
    #[must_use]
    pub fn inside(&self) -> Area {
        if self.is_framed() { self.area.inside(2, 1, 2, 1) } else { self.area.inside(0, 1, 0, 0) }
    }

    /// Whether it has a frame all around.
    #[must_use]
    pub fn is_framed(&self) -> bool {
        self.area.x > 0
    }
}

impl Desk {
    /// Scrolls the preview by so many rows; it stays there until the cursor moves.
    pub fn scroll_preview(&mut self, rows: isize) {
        let mut passage = self.passage();
        // What was shown last may be gone: much can happen before the next picture.
        let shown = self.preview.top.min(passage.end());
        self.preview.top = passage.moved(shown, rows);
        self.preview.held = Some(self.writing.caret);
    }

    /// Goes to the paragraph that is printed in a row of the preview, counted from its top, frame or rule included.
    pub fn point_in_preview(&mut self, row: u16) {
        let row = row.checked_sub(1).and_then(|row| self.preview.rows.get(usize::from(row)));
        let block = row.and_then(|row| row.block);
        if let Some((item, block)) = self.writing.item.zip(block) {
            let end = self.meeting().block(item, block).map_or(0, |block| block.text.len());
            self.go_to(item, Caret::new(block, end));
        }
    }

    /// Sets what can be seen of the preview, with the paragraph that is being written in sight.
    pub(super) fn lay_out_preview(&mut self, area: Area) {
        self.preview.area = area;
        if !self.preview.is_shown() {
            self.preview.rows.clear();
            return;
        }
        if self.preview.item != self.writing.item {
            self.preview.item = self.writing.item;
            self.preview.top = (0, 0);
            self.preview.held = None;
        }
        let height = usize::from(self.preview.inside().height);
        let mut passage = self.passage();
        let focus = passage.focus(self);
        self.preview.held = self.preview.held.filter(|held| *held == self.writing.caret);
        let top = match self.preview.held {
            Some(_) => self.preview.top,
            None => passage.following(self.preview.top, focus, height),
        };
        let end = passage.end();
        let top = top.min(passage.moved(end, 1 - height.cast_signed()));
        let restricted = self.item().is_some_and(|item| self.meeting().is_restricted(item));
        let mut rows = passage.rows_from(top, height + 1, self.writing.caret, restricted);
        self.preview.more_below = rows.len() > height;
        rows.truncate(height);
        self.preview.more_above = top > (0, 0);
        self.preview.top = top;
        self.preview.rows = rows;
    }

    fn passage(&self) -> Passage {
        let Some(item) = self.writing.item else { return Passage::default() };
        let elements = Document::passage(self.meeting(), self.style(), self.preview.audience, item);
        let inside = self.preview.inside();
        let cells = usize::from(inside.width.saturating_sub(MARGIN)).clamp(8, print::LINE);
        Passage::new(elements, cells)
    }
}
