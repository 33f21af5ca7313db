//! Sizes of letters in half points, counted over a document and compared with its usual size.

use super::sheet::Block;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Sizes of a paragraph beyond this number are not told apart.
const MOST_SIZES: usize = 8;

/// Letters of one paragraph by their size.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally(Vec<(u16, usize)>);

impl Tally {
    /// Adds letters of a size.
    pub fn add(&mut self, size: u16, letters: usize) {
        if let Some((_, count)) = self.0.iter_mut().find(|(other, _)| *other == size) {
            *count += letters;
        } else if self.0.len() < MOST_SIZES {
            self.0.push((size, letters));
        }
    }
}

/// Letters of a document by their size.
#[derive(Debug, Default)]
pub(super) struct Sizes(HashMap<u16, usize>);

impl Sizes {
    /// Counts a paragraph. Returns the size of most of its letters.
    pub fn count(&mut self, paragraph: &Tally) -> u16 {
        for (size, letters) in &paragraph.0 {
            *self.0.entry(*size).or_default() += letters;
        }
        paragraph.0.iter().max_by_key(|(_, letters)| *letters).map_or(0, |(size, _)| *size)
    }

    /// Turns the sizes of blocks from half points into hundredths of the usual size.
    pub fn compare(&self, blocks: &mut [Block]) {
        let usual = self.0.iter().max_by_key(|(size, letters)| (**letters, Reverse(**size)));
        let Some(usual) = usual.map(|(size, _)| u32::from(*size)).filter(|usual| *usual > 0) else { return };
        compare(blocks, usual);
    }
}

fn compare(blocks: &mut [Block], usual: u32) {
    for block in blocks {
        match block {
            Block::Words(words) => {
                let hundredths = (u32::from(words.look.size) * 100 + usual / 2) / usual;
                words.look.size = u16::try_from(hundredths).unwrap_or(u16::MAX);
            }
            Block::Table(rows) => {
                let cells = rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.for_each(|cell| compare(&mut cell.blocks, usual));
            }
            Block::Page => {}
        }
    }
}
