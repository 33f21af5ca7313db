//! Where everything lies on the screen: a pure function of its size, which update and view share. Knows
//! nothing of what is shown there.

/// The size of a screen, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle of the screen, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// The first column.
    pub x: u16,
    /// The first row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// The largest screen that is drawn, far beyond any there is. A terminal may claim to be of any size.
    pub const LARGEST: Size = Size { width: 1000, height: 500 };

    /// The size, as far as it is drawn.
    #[must_use]
    pub fn bounded(self) -> Self {
        let Self { width, height } = Self::LARGEST;
        Self { width: self.width.min(width), height: self.height.min(height) }
    }
}

impl Area {
    /// Whether a cell lies in it.
    #[must_use]
    pub fn holds(self, x: u16, y: u16) -> bool {
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }

    /// The area without `left` and `right` columns and `top` and `bottom` rows.
    #[must_use]
    pub fn inside(self, left: u16, top: u16, right: u16, bottom: u16) -> Self {
        let (across, down) = (left.saturating_add(right), top.saturating_add(bottom));
        Self {
            x: self.x + left.min(self.width),
            y: self.y + top.min(self.height),
            width: self.width.saturating_sub(across),
            height: self.height.saturating_sub(down),
        }
    }
}

/// The areas of the screen while minuting. An area of no size is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Areas {
    /// The line at the top: the body and the day, or, on a narrow screen, the item's place on the agenda.
    pub title: Area,
    /// The agenda.
    pub agenda: Area,
    /// The item being minuted, with its frame.
    pub page: Area,
    /// What is open over the right-hand side.
    pub pane: Area,
    /// The status line.
    pub status: Area,
    /// The line of the keys that matter now.
    pub keys: Area,
}

/// The narrowest screen on which the agenda has a column of its own.
pub const NARROW: u16 = 72;
/// The rows of the page that a pane over its lower part leaves: a frame, and a line of the paragraph above the
/// one with the cursor.
const LEFT_IN_SIGHT: u16 = 4;
/// The widest measure of the page's text, in cells. Longer lines are hard to read.
pub const MEASURE: u16 = 84;

impl Areas {
    /// Lays the screen out. With `pane`, the right-hand side is covered as far as the page can spare it.
    #[must_use]
    pub fn of(size: Size, pane: bool) -> Self {
        let Size { width, height } = size;
        let row = |y, shown: bool| Area { x: 0, y, width, height: u16::from(shown) };
        let title = row(0, height >= 6);
        let keys = row(height.saturating_sub(1), height >= 5);
        let status = row(height.saturating_sub(1 + keys.height), height >= 2);
        let top = title.height;
        let rest = height.saturating_sub(title.height + status.height + keys.height);
        let column = if width < NARROW { 0 } else { (width * 3 / 10).clamp(22, 40) };
        let agenda = Area { x: 0, y: top, width: column, height: rest };
        let page = Area { x: column, y: top, width: width - column, height: rest };
        let pane = if pane { Self::pane(page, width) } else { Area::default() };
        Self { title, agenda, page, pane, status, keys }
    }

    /// Over the right-hand side, but on a narrow screen over the lower half of the page, so that the
    /// paragraph stays in sight.
    fn pane(page: Area, width: u16) -> Area {
        if width >= 110 {
            let wide = (page.width / 2).max(46).min(page.width);
            Area { x: page.x + page.width - wide, width: wide, ..page }
        } else {
            let high = (page.height * 3 / 5).max(page.height.saturating_sub(LEFT_IN_SIGHT).min(9));
            Area { y: page.y + page.height - high, height: high, ..page }
        }
    }
}
