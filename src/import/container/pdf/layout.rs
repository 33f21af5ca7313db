//! Words on pages put back into lines: what stands at one height is a line, with gaps where columns are parted and
//! a gap above where a paragraph begins. Knows where words lie and not what they say, but for running heads.

use super::super::bold::{self, Bold};
use super::page::Word;
use crate::import::label;
use crate::import::paper::{Line, Look, Role, Setting};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Words further apart than this many times their size stand in different columns.
const COLUMN: f32 = 1.4;
/// Words closer than this many times their size are one.
const ONE_WORD: f32 = 0.12;
/// Lines that are closer than this many times their size are one: a raised letter, a smaller word.
const ONE_LINE: f32 = 0.45;
/// Two words that begin within this part of the width of one lie over each other.
const OVER_EACH_OTHER: f32 = 0.5;
/// A gap is at least this many times the size, from line to line.
const GAP: f32 = 1.45;
/// No line is set further to the right than this many columns.
const WIDEST: usize = 240;
/// More sizes than this on a line are not told apart.
const MOST_SIZES: usize = 8;
/// On fewer pages than this nothing runs on from page to page.
const FEWEST_PAGES: usize = 3;

/// The pages of a document while they come in.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pages: Vec<Vec<Row>>,
    words: usize,
}

/// Words at one height, from left to right.
#[derive(Debug, Clone)]
struct Row {
    base: f32,
    size: f32,
    words: Vec<Word>,
}

impl Row {
    /// The size of most of its letters.
    fn usual_size(&self) -> u32 {
        let mut sizes: Vec<(u32, usize)> = Vec::new();
        for word in &self.words {
            let size = tenths(word);
            if let Some((_, letters)) = sizes.iter_mut().find(|(other, _)| *other == size) {
                *letters += word.text.len();
            } else if sizes.len() < MOST_SIZES {
                sizes.push((size, word.text.len()));
            }
        }
        sizes.iter().max_by_key(|(_, letters)| *letters).map_or(0, |(size, _)| *size)
    }
}

/// The size of a word in tenths of a unit, so that what is nearly as large is as large.
fn tenths(word: &Word) -> u32 {
    (word.size * 10.0).round() as u32
}

impl Layout {
    /// Adds a page.
    pub fn add(&mut self, words: Vec<Word>) {
        self.words += words.len();
        self.pages.push(rows(words));
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// How many words there are.
    pub fn words(&self) -> usize {
        self.words
    }

    /// Sets the lines.
    pub fn set(&self) -> Vec<Line> {
        let grid = Grid::of(&self.pages);
        let gap = self.gap();
        let running = Running::of(&self.pages);
        let usual = self.usual_size();
        let mut setting = Setting::default();
        let mut seen = HashMap::new();
        for page in &self.pages {
            setting.new_page();
            let mut above: Option<&Row> = None;
            for (at, row) in page.iter().enumerate() {
                if above.is_some_and(|above| above.base - row.base > gap * above.size.max(row.size)) {
                    setting.leave_gap();
                }
                let around =
                    row.words.iter().all(|word| word.around) || running.is_again(page, at, &mut seen);
                setting.next_line();
                let (text, bold) = grid.line(row);
                let (text, bold) = bold.harmless(&text);
                let text = text.replace(['\n', '\u{C}'], " ");
                if let Some(line) = setting.set(&text, if around { Role::Around } else { Role::Plain }) {
                    let bold = bold::bytes(&line.text, bold.start(&text, 0..text.len()));
                    let size = row.usual_size() * 100 / usual;
                    let size = u16::try_from(size).unwrap_or(u16::MAX);
                    line.look = Look { bold, size, ..Look::default() };
                }
                above = Some(row);
            }
        }
        setting.finish()
    }

    /// The size of most letters.
    fn usual_size(&self) -> u32 {
        let mut sizes: HashMap<u32, usize> = HashMap::new();
        for word in self.pages.iter().flatten().flat_map(|row| &row.words).filter(|word| !word.around) {
            *sizes.entry(tenths(word)).or_default() += word.text.len();
        }
        let most = sizes.into_iter().max_by_key(|(size, letters)| (*letters, Reverse(*size)));
        most.map_or(1, |(size, _)| size.max(1))
    }

    /// How many times its size a line must be below the one above for a gap. In a paper that is set wide
    /// the lines of one paragraph are further apart.
    fn gap(&self) -> f32 {
        let mut steps: Vec<f32> = self
            .pages
            .iter()
            .flat_map(|page| page.windows(2))
            .filter_map(|pair| match pair {
                [above, below] => Some((above.base - below.base) / above.size.max(below.size).max(1.0)),
                _ => None,
            })
            .collect();
        steps.sort_by(f32::total_cmp);
        let narrow = steps.get(steps.len() / 10).copied().unwrap_or(1.0);
        (narrow.clamp(1.0, 1.8) * 1.25).max(GAP)
    }
}

/// The rows of a page, from the head to the foot.
fn rows(mut words: Vec<Word>) -> Vec<Row> {
    words.sort_by(|one, other| other.base.total_cmp(&one.base).then(one.left.total_cmp(&other.left)));
    let mut rows: Vec<Row> = Vec::new();
    for word in words {
        match rows.last_mut() {
            Some(row) if row.base - word.base < ONE_LINE * row.size.max(word.size) => {
                row.size = row.size.max(word.size);
                row.words.push(word);
            }
            _ => rows.push(Row { base: word.base, size: word.size, words: vec![word] }),
        }
    }
    for row in &mut rows {
        row.words.sort_by(|one, other| one.left.total_cmp(&other.left));
        // Words that are drawn twice in one place are bold. Two thin letters side by side, as in `hall`, are two.
        row.words.dedup_by(|next, word| {
            let over = (ONE_LINE * word.size).min(OVER_EACH_OTHER * (word.right - word.left));
            let twice = next.text == word.text && (next.left - word.left).abs() < over;
            word.bold |= twice;
            twice
        });
    }
    rows
}

/// How pages are turned into columns of letters.
struct Grid {
    /// Where the leftmost words begin.
    left: f32,
    /// How wide a letter is.
    letter: f32,
}

impl Grid {
    fn of(pages: &[Vec<Row>]) -> Self {
        let words = || pages.iter().flatten().flat_map(|row| &row.words);
        let left = words().map(|word| word.left).fold(f32::INFINITY, f32::min);
        let width: f32 = words().map(|word| (word.right - word.left).max(0.0)).sum();
        let letters: usize = words().map(|word| word.text.chars().count()).sum();
        let letter = width / letters.max(1) as f32;
        Self { left: if left.is_finite() { left } else { 0.0 }, letter: letter.max(0.5) }
    }

    /// A row as a line, with blanks for the space before it and between its columns, and what of it is bold.
    fn line(&self, row: &Row) -> (String, Bold) {
        let (mut line, mut bold) = (String::new(), Bold::default());
        let mut length = 0;
        let mut before: Option<&Word> = None;
        for word in &row.words {
            let column = (((word.left - self.left) / self.letter).round().max(0.0) as usize).min(WIDEST);
            let space = before.map(|before| (word.left - before.right) / before.size.max(word.size).max(0.1));
            let blanks = match space {
                None => column,
                Some(space) if space < ONE_WORD => 0,
                Some(space) if space < COLUMN => 1,
                Some(_) => column.saturating_sub(length).max(3),
            };
            line.extend(std::iter::repeat_n(' ', blanks));
            let from = line.len();
            line.push_str(&word.text);
            if word.bold {
                bold.add(from, line.len());
            }
            length += blanks + word.text.chars().count();
            before = Some(word);
        }
        (line, bold)
    }
}

/// Lines that stand at the head or foot of page after page, told by their words without figures.
struct Running {
    pages: HashMap<String, usize>,
    fewest: usize,
}

/// How many lines at the head and at the foot of a page may run on.
const MARGIN: usize = 3;

impl Running {
    fn of(pages: &[Vec<Row>]) -> Self {
        let mut counted: HashMap<String, usize> = HashMap::new();
        for page in pages {
            let mut of_page: Vec<String> = page
                .iter()
                .enumerate()
                .filter(|(at, _)| is_margin(page, *at))
                .map(|(_, row)| words(row))
                .collect();
            of_page.sort();
            of_page.dedup();
            for line in of_page {
                *counted.entry(line).or_default() += 1;
            }
        }
        Self { pages: counted, fewest: FEWEST_PAGES.max(pages.len() / 3) }
    }

    /// Whether a row runs on from an earlier page. Where it stands first it may be a part of the paper.
    fn is_again(&self, page: &[Row], at: usize, seen: &mut HashMap<String, usize>) -> bool {
        let Some(row) = page.get(at).filter(|_| is_margin(page, at)) else { return false };
        let line = words(row);
        if is_of_paper(&line) {
            return false;
        }
        let runs = self.pages.get(&line).is_some_and(|pages| *pages >= self.fewest);
        let times = seen.entry(line).or_default();
        *times += 1;
        runs && *times > 1
    }
}

fn is_margin(page: &[Row], at: usize) -> bool {
    at < MARGIN || at + MARGIN >= page.len()
}

/// Whether a line is one that papers print again and again: a label, a mark such as `Minutes:`, a row of a table.
fn is_of_paper(line: &str) -> bool {
    let line = line.trim();
    let is_labelled = label::alone(line).is_some() || label::label(line).is_some();
    is_labelled || line.ends_with(':') || line.starts_with('|')
}

/// The words of a row, with every number made the same.
fn words(row: &Row) -> String {
    let figure = |letter: char| if letter.is_ascii_digit() { '0' } else { letter };
    let mut text: String =
        row.words.iter().flat_map(|word| word.text.chars().map(figure).chain([' '])).collect();
    while text.contains("00") {
        text = text.replace("00", "0");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(left: f32, base: f32, size: f32, text: &str) -> Word {
        let right = left + size / 2.0 * text.len() as f32;
        Word { left, right, base, size, text: text.to_owned(), bold: false, around: false }
    }

    #[test]
    fn bold_words_and_large_ones_are_told() {
        let bold = |word: Word| Word { bold: true, ..word };
        let mut layout = Layout::default();
        layout.add(vec![
            word(0.0, 800.0, 15.0, "Quay"),
            word(40.0, 800.0, 15.0, "Board"),
            word(0.0, 760.0, 10.0, "1."),
            bold(word(30.0, 760.0, 10.0, "Fees")),
            bold(word(52.0, 760.0, 10.0, "dues")),
            word(76.0, 760.0, 10.0, "as before"),
            word(0.0, 740.0, 10.0, "Twice"),
            word(0.3, 740.0, 10.0, "Twice"),
            word(30.0, 740.0, 10.0, "drawn"),
        ]);
        let lines = layout.set();
        let found: Vec<(u16, &str)> =
            lines.iter().map(|line| (line.look.size, line.text.split_at(line.look.bold).0)).collect();
        assert_eq!(found, [(150, ""), (100, "1.   Fees dues"), (100, "Twice")]);
    }
}
