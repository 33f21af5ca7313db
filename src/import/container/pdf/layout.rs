//! Words on pages put back into lines: what stands at one height is a line, with gaps where columns are parted and
//! a gap above where a paragraph begins. Knows where words lie and not what they say, but for running heads.

use super::page::Word;
use crate::import::decode;
use crate::import::label;
use crate::import::paper::{Line, Role, Setting};
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
                let text = decode::harmless(&grid.line(row)).replace(['\n', '\u{C}'], " ");
                setting.set(&text, if around { Role::Around } else { Role::Plain });
                above = Some(row);
            }
        }
        setting.finish()
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
            next.text == word.text && (next.left - word.left).abs() < over
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

    /// A row as a line, with blanks for the space before it and between its columns.
    fn line(&self, row: &Row) -> String {
        let mut line = String::new();
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
            line.push_str(&word.text);
            length += blanks + word.text.chars().count();
            before = Some(word);
        }
        line
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
