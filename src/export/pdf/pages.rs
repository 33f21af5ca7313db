//! Pages: which line of which block stands where. No heading is parted from what it heads, no place to sign from what
//! is signed, and no page begins or ends with one line of a paragraph that has more. Knows nothing of PDF.

use super::block::Block;

/// A4 and its margins, in points.
pub(super) const PAPER: (f32, f32) = (595.28, 841.89);
pub(super) const MARGIN: f32 = 62.36;
/// Where the text begins and ends, from the top.
const TOP: f32 = 76.0;
const BOTTOM: f32 = PAPER.1 - 80.0;

/// The width of the text.
pub(super) const MEASURE: f32 = PAPER.0 - 2.0 * MARGIN;

/// A line in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    /// The block, and which of its lines it is.
    pub block: usize,
    pub line: usize,
    /// The height of its base from the top of the page, in points.
    pub base: f32,
}

/// The lines of every page.
pub(super) fn pages(blocks: &[Block]) -> Vec<Vec<Line>> {
    let mut pages = Pages { done: Vec::new(), page: Vec::new(), at: TOP };
    for (n, block) in blocks.iter().enumerate() {
        let rest = blocks.get(n..).unwrap_or_default();
        if !pages.page.is_empty() && pages.at + together(rest) > BOTTOM {
            let along = pages.taken_along(n, blocks);
            pages.turn();
            if let Some(before) = n.checked_sub(1).and_then(|before| blocks.get(before)) {
                along.into_iter().for_each(|line| pages.line(line.block, before, line.line));
            }
        }
        if !pages.page.is_empty() {
            pages.at += block.before;
        }
        pages.block(n, block);
    }
    pages.turn();
    pages.done
}

/// A block of so many lines can be parted even if its end must stand with what follows.
const LONG: usize = 4;

/// The height of what must stand on the same page with the beginning of a block.
fn together(blocks: &[Block]) -> f32 {
    let mut height = 0.0;
    for block in blocks {
        let lines = block.lines.len();
        let is_whole = lines < LONG;
        let least = if is_whole { lines } else { 2 };
        height += block.before + least as f32 * block.leading();
        if !block.keeps || !is_whole {
            break;
        }
    }
    height
}

struct Pages {
    done: Vec<Vec<Line>>,
    page: Vec<Line>,
    at: f32,
}

impl Pages {
    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.at = TOP;
    }

    /// Takes those lines off the page that must go along to the next with the block at this place: the last two of a
    /// long block that keeps with it. A short one stands with it as a whole, see [`together`].
    fn taken_along(&mut self, n: usize, blocks: &[Block]) -> Vec<Line> {
        let Some(before) = n.checked_sub(1) else { return Vec::new() };
        let keeps = blocks.get(before).is_some_and(|block| block.keeps);
        let here = self.page.iter().rev().take_while(|line| line.block == before).count();
        if keeps && here >= LONG { self.page.split_off(self.page.len() - 2) } else { Vec::new() }
    }

    /// Puts a line below what is on the page.
    fn line(&mut self, n: usize, block: &Block, line: usize) {
        self.page.push(Line { block: n, line, base: self.at + block.size * 1.05 });
        self.at += block.leading();
    }

    fn block(&mut self, n: usize, block: &Block) {
        let leading = block.leading();
        let mut from = 0;
        while from < block.lines.len() {
            let left = block.lines.len() - from;
            let room = ((BOTTOM - self.at) / leading).max(0.0) as usize;
            let mut count = room.min(left);
            // Neither the last line nor the first stands alone.
            if left - count == 1 {
                count -= usize::from(count > 0);
            }
            if count < left && count < 2 && !self.page.is_empty() {
                self.turn();
                continue;
            }
            for line in from..from + count.max(1) {
                self.line(n, block, line);
            }
            from += count.max(1);
            if from < block.lines.len() {
                self.turn();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::pdf::block::Colour;

    fn block(lines: usize, keeps: bool) -> Block {
        Block {
            label: String::new(),
            words: String::new(),
            strong: 0,
            size: 10.0,
            colour: Colour::Black,
            left: 0.0,
            hang: 0.0,
            before: 0.0,
            keeps,
            dotted: false,
            lines: vec![0..0; lines],
        }
    }

    /// On which pages the lines of each block stand: `3|2` for three on one page and two on the next.
    fn drawn(blocks: &[Block]) -> Vec<Vec<usize>> {
        let pages = pages(blocks);
        let on = |n| pages.iter().map(|page| page.iter().filter(|line| line.block == n).count()).collect();
        (0..blocks.len()).map(on).collect()
    }

    #[test]
    fn a_page_neither_begins_nor_ends_with_a_line_alone() {
        let full = ((BOTTOM - TOP) / 14.0) as usize;
        assert_eq!(drawn(&[block(full - 1, false), block(5, false)]), [[full - 1, 0], [0, 5]]);
        assert_eq!(drawn(&[block(full - 4, false), block(5, false)]), [[full - 4, 0], [3, 2]]);
        assert_eq!(
            drawn(&[block(full - 3, false), block(1, true), block(4, false)]),
            [[full - 3, 0], [1, 0], [2, 2]]
        );
        assert_eq!(
            drawn(&[block(full - 2, false), block(1, true), block(4, false)]),
            [[full - 2, 0], [0, 1], [0, 4]]
        );
        assert_eq!(drawn(&[block(full + 1, false)]), [[full - 1, 2]]);
    }

    #[test]
    fn the_place_to_sign_takes_the_end_of_what_is_signed_along() {
        let full = ((BOTTOM - TOP) / 14.0) as usize;
        let signed =
            |lines| vec![block(full - 5, false), block(lines, true), block(1, true), block(1, false)];
        assert_eq!(drawn(&signed(3)), [[full - 5], [3], [1], [1]]);
        assert_eq!(drawn(&signed(4)), [[full - 5, 0], [2, 2], [0, 1], [0, 1]]);
        assert_eq!(drawn(&signed(5)), [[full - 5, 0], [3, 2], [0, 1], [0, 1]]);
        assert_eq!(drawn(&signed(7)), [[full - 5, 0], [5, 2], [0, 1], [0, 1]]);
        let short = vec![block(full - 3, false), block(2, true), block(1, true), block(1, false)];
        assert_eq!(drawn(&short), [[full - 3, 0], [0, 2], [0, 1], [0, 1]]);
    }
}
