//! How the import screen is divided: a function of its size and of the side that has the keys. Knows nothing of what stands
//! in it.

use super::Side;
use crate::desk::areas::{Area, Areas, Size, Wants};

/// The areas of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panes {
    /// The line of counts.
    pub counts: Area,
    /// The paper. Of no size on a narrow screen while the other side has the keys.
    pub paper: Area,
    /// What was understood. Of no size on a narrow screen while the paper has the keys.
    pub understood: Area,
    /// The marked line in full, and what it became.
    pub detail: Area,
}

/// The narrowest screen on which both sides stand beside each other.
const BESIDE: u16 = 100;

impl Panes {
    /// Lays the screen out: all but the line at the top, the status line and the keys.
    #[must_use]
    pub fn of(size: Size, side: Side) -> Self {
        let areas = Areas::of(size, Wants::default());
        let whole = Area { x: 0, width: size.width, ..areas.page };
        let counts = Area { height: whole.height.min(1), ..whole };
        let high = match whole.height {
            ..=8 => 0,
            9..=14 => 4,
            15..=24 => 6,
            _ => 7,
        };
        let lists = Area { y: whole.y + counts.height, height: whole.height - counts.height - high, ..whole };
        let detail = Area { y: lists.y + lists.height, height: high, ..whole };
        let none = Area { width: 0, ..lists };
        let (paper, understood) = if size.width >= BESIDE {
            let left = size.width / 2;
            (Area { width: left, ..lists }, Area { x: left, width: size.width - left, ..lists })
        } else if side == Side::Paper {
            (lists, none)
        } else {
            (none, lists)
        };
        Self { counts, paper, understood, detail }
    }
}
