//! The paper as lines, pages and columns, and the ledger of what each line was understood as. Knows nothing
//! of what a meeting is.

use super::{Meaning, ReadLine, Sure};
use std::collections::{HashMap, HashSet};

/// One line of the paper that is not blank. A notation may cut one printed line into several of these, which
/// then share its number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// The line of the file, counted from 1.
    pub number: u32,
    /// How many columns it is set in.
    pub indent: usize,
    /// Its words. Gaps between columns are still there.
    pub text: String,
    /// Whether a blank line or a new page comes before it.
    pub gap: bool,
    /// Whether it is the first of a page.
    pub page: bool,
    /// What its notation says it is.
    pub role: Role,
    /// How it looks, as far as its container declares that.
    pub look: Look,
}

/// Look of a line as its container declares it: Word styles, tags of a web page, the font of a PDF.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Level of the heading, from 1; 0 for no heading.
    pub heading: u8,
    /// Level of the list entry, from 1; 0 for no entry.
    pub entry: u8,
    /// Length in bytes of the bold start of `text`; `text.len()` if all of it is bold. A number or bullet before bold
    /// words counts as bold with them.
    pub bold: usize,
    /// Size of the letters in hundredths of the usual size of the paper; 0 where it is not known.
    pub size: u16,
    /// Place in a table.
    pub cell: Option<CellPlace>,
}

/// Place of a line in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct CellPlace {
    /// Number of the table in the paper, from 0.
    pub table: u32,
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
    /// Number of columns of the row.
    pub columns: u32,
}

/// What a line is by the notation of the paper, before anything is read from its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// The notation says nothing: the words must tell.
    #[default]
    Plain,
    /// A heading.
    Heading,
    /// The title of an item, with the label printed for it.
    Item(String),
    /// The label of the item whose title comes next.
    Label,
    /// The title of the item above again, in another language.
    Translation,
    /// The mark from which on a page prints minutes, up to the next item.
    Minutes,
    /// Something printed between the agenda and the minutes of an item that belongs to neither.
    Aside,
    /// Words that stand on the margin of every page.
    Furniture,
    /// Words that the container says stand around the paper and not on it: the menu of a web page, a running
    /// head. No reader sees them.
    Around,
}

impl Line {
    /// A line that comes from this one and says something else.
    pub fn with(&self, text: impl Into<String>, role: Role) -> Line {
        Line { text: text.into(), role, ..self.clone() }
    }

    /// Its words with every gap closed to one space.
    pub fn words(&self) -> String {
        squeeze(&self.text)
    }

    /// Its columns: pieces parted by a gap of three blanks or more, each with where it starts.
    pub fn cells(&self) -> Vec<(usize, &str)> {
        cells(&self.text).into_iter().map(|(at, cell)| (at + self.indent, cell)).collect()
    }
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut setting = Setting::default();
    for raw in text.split('\n') {
        setting.next_line();
        for (at, piece) in raw.split('\u{C}').enumerate() {
            if at > 0 {
                setting.new_page();
            }
            setting.set(piece, Role::Plain);
        }
    }
    setting.finish()
}

/// Lines while they are set, one below the other, on the pages of a paper.
pub(super) struct Setting {
    lines: Vec<Line>,
    number: u32,
    gap: bool,
    page: bool,
}

impl Default for Setting {
    fn default() -> Self {
        Self { lines: Vec::new(), number: 0, gap: true, page: true }
    }
}

impl Setting {
    /// Goes on to the next line of the file.
    pub fn next_line(&mut self) {
        self.number = self.number.saturating_add(1);
    }

    /// Goes on to the next page.
    pub fn new_page(&mut self) {
        self.page = true;
    }

    /// Leaves a gap before what comes next.
    pub fn leave_gap(&mut self) {
        self.gap = true;
    }

    /// Sets words on the line, as far to the right as they have blanks before them. No words are a gap. Returns the
    /// line as it was set.
    pub fn set(&mut self, raw: &str, role: Role) -> Option<&mut Line> {
        let wide = expand(raw);
        let words = wide.trim();
        if words.is_empty() {
            self.gap = true;
            return None;
        }
        let indent = wide.chars().take_while(|character| *character == ' ').count();
        self.lines.push(Line {
            number: self.number,
            indent,
            text: words.to_owned(),
            gap: self.gap || self.page,
            page: self.page,
            role,
            look: Look::default(),
        });
        (self.gap, self.page) = (false, false);
        self.lines.last_mut()
    }

    /// The lines that were set, with the furniture of their pages marked.
    pub fn finish(mut self) -> Vec<Line> {
        mark_furniture(&mut self.lines);
        self.lines
    }
}

/// Tabs as blanks. A tab is always wide enough to be a gap between columns.
fn expand(raw: &str) -> String {
    if !raw.contains('\t') {
        return raw.to_owned();
    }
    let mut wide = String::with_capacity(raw.len() + 16);
    let mut column = 0;
    for character in raw.chars() {
        if character == '\t' {
            let blanks = match 8 - column % 8 {
                narrow @ ..3 if column > 0 => narrow + 8,
                blanks => blanks,
            };
            wide.extend(std::iter::repeat_n(' ', blanks));
            column += blanks;
        } else {
            wide.push(character);
            column += 1;
        }
    }
    wide
}

/// A line that begins this far to the right was centred on its page.
const CENTRED: usize = 20;

/// Marks as furniture: page numbers, what stands above or below several of them, and lines with a page number in them that
/// several pages have.
fn mark_furniture(lines: &mut [Line]) {
    let mut around: HashMap<String, Vec<usize>> = HashMap::new();
    for at in 0..lines.len() {
        let ends_page = lines.get(at + 1).is_none_or(|next| next.page);
        let Some(line) = lines.get_mut(at) else { break };
        let text = line.words();
        let is_apart = ends_page || line.gap && line.indent >= CENTRED;
        if line.role == Role::Around {
            continue;
        }
        if is_blank_page(&text) || is_page_number(&text) || is_apart && is_bare_number(&text) {
            line.role = Role::Furniture;
            for beside in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
                if let Some(line) = lines.get(beside) {
                    around.entry(line.words()).or_default().push(beside);
                }
            }
        } else if let Some(running) = without_page_number(&text) {
            around.entry(running).or_default().push(at);
        }
    }
    for at in around.into_values().filter(|places| places.len() > 1).flatten() {
        // What stands around the paper stays out of sight.
        if let Some(line) = lines.get_mut(at).filter(|line| line.role != Role::Around) {
            line.role = Role::Furniture;
        }
    }
}

/// Running head or foot without the page number in it: `Council – 3 May  Page 2 of 7`.
fn without_page_number(text: &str) -> Option<String> {
    let at = text.to_ascii_lowercase().find("page ").filter(|_| text.len() < 120)?;
    let (before, rest) = text.split_at_checked(at)?;
    let number = rest.get(5..)?;
    let after = number.trim_start_matches(|letter: char| {
        letter.is_ascii_digit() || matches!(letter, ' ' | 'o' | 'f' | '/')
    });
    let is_parted = before.is_empty() || before.ends_with([' ', '|', '-', '–', '(']);
    (is_parted && number.starts_with(|first: char| first.is_ascii_digit()))
        .then(|| format!("{before}page {after}"))
}

/// `Page 3 of 12`, `Page 12`, `- 2 -`.
fn is_page_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let inner =
        lower.trim_matches(|character: char| character == '-' || character == '–' || character == ' ');
    if inner.len() < lower.len() && is_bare_number(inner) {
        return true;
    }
    let Some(rest) = inner.strip_prefix("page ") else { return false };
    rest.split(" of ").all(is_bare_number)
}

fn is_bare_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_blank_page(text: &str) -> bool {
    text.to_lowercase().trim_matches(['[', ']', '.', '(', ')']) == "this page is intentionally left blank"
}

/// Lines as one text, in which every gap is closed to one space.
pub(super) fn joined(lines: &[Line]) -> String {
    squeeze(&lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "))
}

/// The lines in groups that no blank line parts.
pub(super) fn groups(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    let mut rest = lines;
    std::iter::from_fn(move || {
        let length = 1 + rest.iter().skip(1).take_while(|line| !line.gap).count();
        let (group, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(group)
    })
}

/// A text with every run of blanks closed to one space.
pub(super) fn squeeze(text: &str) -> String {
    let text = text.trim();
    // Most lines have no gaps, and most of the work of an import would be to look for them word by word.
    if !text.contains("  ") && !text.contains('\t') {
        return text.to_owned();
    }
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}

/// The pieces of a text that are parted by three blanks or more, each with the column at which it starts.
pub(super) fn cells(text: &str) -> Vec<(usize, &str)> {
    let mut cells = Vec::new();
    let (mut start, mut start_column, mut blanks) = (0, 0, 0);
    for (column, (at, character)) in text.char_indices().enumerate() {
        if character == ' ' {
            blanks += 1;
            continue;
        }
        if blanks >= 3 {
            cells.push((start_column, text.get(start..at).unwrap_or("").trim()));
            (start, start_column) = (at, column);
        }
        blanks = 0;
    }
    cells.push((start_column, text.get(start..).unwrap_or("").trim()));
    cells.retain(|(_, cell)| !cell.is_empty());
    cells
}

/// What every line was understood as. A line nobody speaks for is left over.
pub(super) struct Ledger {
    said: Vec<Option<(Meaning, Sure)>>,
}

impl Ledger {
    /// A ledger for a paper whose last line has this number.
    pub fn new(last: u32) -> Self {
        Self { said: vec![None; last as usize + 1] }
    }

    /// Says what a line is. The first word stands, unless it was only a guess.
    pub fn say(&mut self, line: &Line, meaning: Meaning, sure: Sure) {
        if let Some(place) = self.said.get_mut(line.number as usize)
            && place.is_none_or(|(_, before)| before > sure)
        {
            *place = Some((meaning, sure));
        }
    }

    /// Says what a line is after all, whatever was said of it before.
    pub fn say_anew(&mut self, line: &Line, meaning: Meaning, sure: Sure) {
        self.say_of(line.number, meaning, sure);
    }

    /// Says what the line with a number is after all.
    pub fn say_of(&mut self, number: u32, meaning: Meaning, sure: Sure) {
        if let Some(place) = self.said.get_mut(number as usize) {
            *place = Some((meaning, sure));
        }
    }

    /// Says that it is a guess whether what was recognised on a line is restricted.
    pub fn doubt_restriction(&mut self, number: u32) {
        if let Some(Some((_, sure @ Sure::Recognised))) = self.said.get_mut(number as usize) {
            *sure = Sure::RestrictionGuessed;
        }
    }

    /// What was said of a line.
    pub fn said(&self, number: u32) -> Option<(Meaning, Sure)> {
        self.said.get(number as usize).copied().flatten()
    }

    /// The lines of the paper as printed, each with what was said of it. A line that its notation has joined to
    /// the one before is what that one is.
    pub fn lines(&self, printed: &[Line], plain: &[Line]) -> Vec<ReadLine> {
        let known: HashSet<u32> = plain.iter().map(|line| line.number).collect();
        let unknown = (Meaning::Unknown, Sure::LeftOver);
        let mut before = unknown;
        let lines = printed.iter().map(|line| {
            if known.contains(&line.number) {
                before = self.said(line.number).unwrap_or(unknown);
            }
            let around = line.role == Role::Around;
            let (meaning, sure) = if around { (Meaning::Furniture, Sure::Recognised) } else { before };
            ReadLine { line: line.number, text: line.words(), meaning, sure, of: Vec::new() }
        });
        lines.collect()
    }
}
