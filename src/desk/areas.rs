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

    /// Whether things stand side by side with the page.
    #[must_use]
    pub fn is_wide(self) -> bool {
        self.width >= WIDE
    }

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

    /// The area as an upper part and a lower one of so many rows, which is never more than half of it.
    #[must_use]
    pub fn parted(self, below: u16) -> (Self, Self) {
        let below = below.min(self.height / 2);
        let above = self.height - below;
        (Self { height: above, ..self }, Self { y: self.y + above, height: below, ..self })
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

/// What wants room of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wants {
    /// Something is open over a part of the page.
    pub pane: bool,
    /// The preview of what will be printed.
    pub preview: bool,
}

/// The areas of the screen while minuting. An area of no size is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Areas {
    /// The line at the top: the body and the day, or, where the agenda has no column, the item's place on it.
    pub title: Area,
    /// The agenda.
    pub agenda: Area,
    /// The item being minuted, with its frame.
    pub page: Area,
    /// The preview: beside the page on a wide screen, below it on a narrow one.
    pub preview: Area,
    /// What is open over the right-hand side.
    pub pane: Area,
    /// The status line.
    pub status: Area,
    /// The line of the keys that matter now.
    pub keys: Area,
}

/// The narrowest screen on which the agenda has a column of its own.
pub const NARROW: u16 = 72;
/// The narrowest screen on which things stand side by side with the page.
const WIDE: u16 = 110;
/// The rows of the page that a pane over its lower part leaves: a frame, and a line of the paragraph above the
/// one with the cursor.
const LEFT_IN_SIGHT: u16 = 4;
/// The widest measure of the page's text, in cells. Longer lines are hard to read.
pub const MEASURE: u16 = 84;
/// The smallest room in which page and preview both have lines enough to be of use: columns and rows.
const ROOM_FOR_PREVIEW: (u16, u16) = (30, 9);

impl Areas {
    /// Lays the screen out. A pane covers the right-hand side as far as the page can spare it, and the preview with
    /// it. For a preview the agenda gives up room: of its column on a wide screen, and the whole of it on a narrow one.
    #[must_use]
    pub fn of(size: Size, wants: Wants) -> Self {
        let Size { width, height } = size;
        let row = |y, shown: bool| Area { x: 0, y, width, height: u16::from(shown) };
        let title = row(0, height >= 6);
        let keys = row(height.saturating_sub(1), height >= 5);
        let status = row(height.saturating_sub(1 + keys.height), height >= 2);
        let top = title.height;
        let rest = height.saturating_sub(title.height + status.height + keys.height);
        let preview = wants.preview && width >= ROOM_FOR_PREVIEW.0 && rest >= ROOM_FOR_PREVIEW.1;
        let column = match (width, preview) {
            (WIDE.., true) => (width / 6).clamp(22, 40),
            (_, true) | (..NARROW, _) => 0,
            (_, false) => (width * 3 / 10).clamp(22, 40),
        };
        let agenda = Area { x: 0, y: top, width: column, height: rest };
        let page = Area { x: column, y: top, width: width - column, height: rest };
        let areas = Self { title, agenda, page, status, keys, ..Self::default() };
        match (wants.pane, preview) {
            (true, _) => Self { pane: Self::pane(page, width), ..areas },
            (false, true) => areas.with_preview(width),
            (false, false) => areas,
        }
    }

    /// Over the right-hand side, but on a narrow screen over the lower half of the page, so that the
    /// paragraph stays in sight.
    fn pane(page: Area, width: u16) -> Area {
        if width >= WIDE {
            Self::right_side(page)
        } else {
            let high = (page.height * 3 / 5).max(page.height.saturating_sub(LEFT_IN_SIGHT).min(9));
            Area { y: page.y + page.height - high, height: high, ..page }
        }
    }

    fn right_side(page: Area) -> Area {
        let wide = (page.width / 2).max(46).min(page.width);
        Area { x: page.x + page.width - wide, width: wide, ..page }
    }

    /// The page divided between the writing and the preview. Where a pane would cover the preview it covers it
    /// exactly, so the page keeps its lines.
    fn with_preview(self, width: u16) -> Self {
        let page = self.page;
        if width >= WIDE {
            let preview = Self::right_side(page);
            Self { page: Area { width: page.width - preview.width, ..page }, preview, ..self }
        } else {
            let high = page.height * 9 / 20;
            let preview = Area { y: page.y + page.height - high, height: high, ..page };
            Self { page: Area { height: page.height - high, ..page }, preview, ..self }
        }
    }
}
