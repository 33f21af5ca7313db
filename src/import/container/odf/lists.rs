//! Lists of an OpenDocument text: how each style of a list prints its numbers, and how far the lists have counted.

use super::super::numeral::numeral;
use super::super::xml::Tag;
use std::collections::HashMap;

/// Lists have this many levels.
const LEVELS: usize = 10;

/// How a level of a list is numbered.
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    /// `1`, `a`, `A`, `i`, `I`; none prints no number.
    notation: Option<char>,
    bullet: bool,
    prefix: String,
    suffix: String,
    /// Number of levels whose numbers are printed.
    shown: usize,
    /// What is printed, with `%1%` for the number of the first level, where that is given.
    pattern: Option<String>,
}

/// Style of the lists of headings, which has no name.
pub(super) const OUTLINE: &str = "";

/// Styles of lists by their names.
#[derive(Debug, Default)]
pub(super) struct ListStyles {
    styles: HashMap<String, HashMap<usize, Level>>,
    /// Name of the style that is read.
    open: Option<String>,
}

impl ListStyles {
    /// Takes in the start of an element.
    pub fn open(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "list-style" => self.open = tag.attribute("name"),
            "outline-style" => self.open = Some(OUTLINE.to_owned()),
            "list-level-style-number" | "outline-level-style" | "list-level-style-bullet" => {
                let level = tag.number("level").and_then(|level| (level as usize).checked_sub(1));
                if let (Some(name), Some(level)) = (&self.open, level.filter(|level| *level < LEVELS)) {
                    self.styles.entry(name.clone()).or_default().insert(level, Level::read(tag));
                }
            }
            _ => {}
        }
    }

    /// Takes in the end of an element.
    pub fn close(&mut self, name: &str) {
        if matches!(name, "list-style" | "outline-style") {
            self.open = None;
        }
    }

    fn level(&self, style: &str, level: usize) -> Option<&Level> {
        self.styles.get(style)?.get(&level)
    }
}

impl Level {
    fn read(tag: &Tag<'_>) -> Self {
        let text = |name| tag.attribute(name).unwrap_or_default();
        Self {
            start: tag.number("start-value").unwrap_or(1),
            notation: text("num-format").chars().next(),
            bullet: tag.name() == "list-level-style-bullet",
            prefix: text("num-prefix"),
            suffix: text("num-suffix"),
            shown: tag.number("display-levels").map_or(1, |levels| levels as usize).clamp(1, LEVELS),
            pattern: tag.attribute("num-list-format"),
        }
    }
}

/// How far each level of a list has counted.
type Counts = [Option<u32>; LEVELS];

/// List that is open.
#[derive(Debug)]
struct Open {
    style: Option<String>,
    id: Option<String>,
    /// Start of the entry whose first paragraph has not come yet.
    entry: Option<Option<u32>>,
}

/// Lists of a document while it is read.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<Open>,
    /// Number of lists that are open beyond the deepest level.
    beyond: usize,
    counts: Counts,
    /// Counts of the lists that have ended, by their ids and by their styles.
    by_id: HashMap<String, Counts>,
    by_style: HashMap<String, Counts>,
    headings: Counts,
}

impl Lists {
    /// Begins a list.
    pub fn begin(&mut self, tag: &Tag<'_>) {
        if self.open.len() >= LEVELS {
            self.beyond += 1;
            return;
        }
        let own = tag.attribute("style-name");
        let style = own.or_else(|| self.open.last().and_then(|outer| outer.style.clone()));
        let goes_on = tag.attribute("continue-numbering").as_deref() == Some("true");
        if self.open.is_empty() {
            let of_id = tag.attribute("continue-list").and_then(|id| self.by_id.get(&id).copied());
            let of_style =
                || style.as_ref().filter(|_| goes_on).and_then(|name| self.by_style.get(name).copied());
            self.counts = of_id.or_else(of_style).unwrap_or_default();
        } else if !goes_on && self.open.iter().all(|outer| outer.entry.is_none()) {
            let level = self.open.len();
            self.counts.iter_mut().skip(level).for_each(|count| *count = None);
        }
        self.open.push(Open { style, id: tag.attribute("id"), entry: None });
    }

    /// Ends a list.
    pub fn end(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(ended) = self.open.pop() else { return };
        if self.open.is_empty() {
            self.by_id.extend(ended.id.map(|id| (id, self.counts)));
            self.by_style.extend(ended.style.map(|style| (style, self.counts)));
        }
    }

    /// Begins an entry.
    pub fn begin_entry(&mut self, tag: &Tag<'_>) {
        if let Some(list) = self.open.last_mut().filter(|_| self.beyond == 0) {
            list.entry = Some(tag.number("start-value"));
        }
    }

    /// Ends an entry.
    pub fn end_entry(&mut self) {
        if let Some(list) = self.open.last_mut().filter(|_| self.beyond == 0) {
            list.entry = None;
        }
    }

    /// Number of lists that are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Counts a paragraph if it is the first of an entry. Returns what is printed before it; `list` is the list style
    /// that the style of the paragraph names.
    pub fn next(&mut self, styles: &ListStyles, list: Option<&str>) -> Option<String> {
        let level = self.open.len().checked_sub(1)?;
        let open = self.open.last_mut()?;
        let start = open.entry.take()?;
        let style = open.style.as_deref().or(list)?;
        count(&mut self.counts, level, start, |at| styles.level(style, at).map_or(1, |level| level.start));
        Some(print(styles, style, level, &self.counts))
    }

    /// Counts a heading. Returns what is printed before it; nothing where headings have no numbers.
    pub fn heading(&mut self, styles: &ListStyles, level: u8) -> String {
        let Some(level) = usize::from(level).checked_sub(1).filter(|level| *level < LEVELS) else {
            return String::new();
        };
        count(&mut self.headings, level, None, |at| styles.level(OUTLINE, at).map_or(1, |level| level.start));
        print(styles, OUTLINE, level, &self.headings)
    }
}

/// Counts an entry of a level, which may set its own number.
fn count(counts: &mut Counts, level: usize, own: Option<u32>, start: impl Fn(usize) -> u32) {
    for (at, count) in counts.iter_mut().enumerate() {
        match (at.cmp(&level), &count) {
            (std::cmp::Ordering::Less, None) => *count = Some(start(at)),
            (std::cmp::Ordering::Less, Some(_)) => {}
            (std::cmp::Ordering::Equal, before) => {
                let next = before.map_or_else(|| start(at), |before| before.saturating_add(1));
                *count = Some(own.unwrap_or(next));
            }
            (std::cmp::Ordering::Greater, _) => *count = None,
        }
    }
}

/// Prints the label of an entry.
fn print(styles: &ListStyles, style: &str, level: usize, counts: &Counts) -> String {
    let Some(this) = styles.level(style, level) else { return String::new() };
    if this.bullet {
        return "•".to_owned();
    }
    let number = |at: usize| {
        let notation = styles.level(style, at)?.notation?;
        Some(numeral(counts.get(at).copied().flatten()?, notation))
    };
    if number(level).is_none() {
        return String::new();
    }
    if let Some(pattern) = &this.pattern {
        return fill(pattern, number).trim().to_owned();
    }
    let first = (level + 1).saturating_sub(this.shown);
    let numbers: Vec<String> = (first..=level).filter_map(number).collect();
    format!("{}{}{}", this.prefix, numbers.join("."), this.suffix).trim().to_owned()
}

/// Fills a pattern such as `%1%.%2%.`.
fn fill(pattern: &str, number: impl Fn(usize) -> Option<String>) -> String {
    let mut label = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('%') {
        label.push_str(before);
        let place =
            after.split_once('%').and_then(|(level, after)| Some((level.parse::<usize>().ok()?, after)));
        let Some((level, after)) = place else {
            label.push('%');
            rest = after;
            continue;
        };
        label.push_str(&level.checked_sub(1).and_then(&number).unwrap_or_default());
        rest = after;
    }
    label.push_str(rest);
    label
}
