//! The numbers that Word prints by itself before the paragraphs of its lists: how each list writes them, and how
//! far each has counted. Knows lists and not what is in them.

use super::super::numeral::{letters, roman};
use super::super::xml::{self, Piece, Tag};
use std::collections::HashMap;

/// Word's lists have this many levels.
const LEVELS: usize = 9;

/// How a level of a list is numbered.
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    /// How the number is written: `decimal`, `lowerLetter`, `bullet` …
    format: String,
    /// What is printed, with `%1` for the number of the first level.
    text: String,
    /// Whether the numbers of upper levels are written in figures.
    figures: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), figures: false }
    }
}

/// A list as it is defined.
#[derive(Debug, Clone, Default)]
struct Definition {
    levels: [Level; LEVELS],
    /// The style through which another definition is meant.
    linked: Option<String>,
    /// The style by which this definition is linked to.
    style: Option<String>,
}

/// A list as paragraphs refer to it.
#[derive(Debug, Clone, Default)]
struct List {
    definition: u32,
    /// Where its levels start, where that differs from the definition.
    starts: HashMap<usize, u32>,
    /// Levels that it defines itself.
    levels: HashMap<usize, Level>,
    /// Whether it has been counted in yet.
    used: bool,
}

/// The lists of a document, and how far they have counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<u32, Definition>,
    lists: HashMap<u32, List>,
    /// How far each definition has counted. Lists of one definition count on together.
    counted: HashMap<u32, [Option<u32>; LEVELS]>,
}

impl Numbering {
    /// Counts a paragraph. Returns what is printed before it; nothing if its list is not known.
    pub fn next(&mut self, list: u32, level: u32) -> String {
        let level = (level as usize).min(LEVELS - 1);
        let Some(found) = self.lists.get_mut(&list) else { return String::new() };
        let starts = if found.used { HashMap::new() } else { found.starts.clone() };
        found.used = true;
        let (own, mut definition) = (found.levels.clone(), found.definition);
        if let Some(linked) = self.linked(definition) {
            definition = linked;
        }
        let Some(defined) = self.definitions.get(&definition) else { return String::new() };
        let look = |at: usize| own.get(&at).or_else(|| defined.levels.get(at));
        let counted = self.counted.entry(definition).or_default();
        for (at, start) in starts {
            if let Some(place) = counted.get_mut(at).filter(|_| at <= level) {
                *place = start.checked_sub(1);
                // A list that starts at nought has nothing to count from.
                if start == 0 {
                    *place = None;
                }
            }
        }
        for (at, place) in counted.iter_mut().enumerate() {
            let start = look(at).map_or(1, |level| level.start);
            match (at.cmp(&level), &place) {
                (std::cmp::Ordering::Equal, Some(number)) => *place = Some(number.saturating_add(1)),
                (std::cmp::Ordering::Equal | std::cmp::Ordering::Less, None) => *place = Some(start),
                (std::cmp::Ordering::Greater, _) => *place = None,
                (std::cmp::Ordering::Less, Some(_)) => {}
            }
        }
        let counted = *counted;
        printed(level, look, &counted)
    }

    /// The definition that another stands for.
    fn linked(&self, definition: u32) -> Option<u32> {
        let style = self.definitions.get(&definition)?.linked.as_ref()?;
        let is_linked = |(_, other): &(&u32, &Definition)| other.style.as_ref() == Some(style);
        self.definitions.iter().find(is_linked).map(|(id, _)| *id)
    }
}

/// What is printed for the level to which has been counted.
fn printed<'a>(
    level: usize,
    look: impl Fn(usize) -> Option<&'a Level>,
    counted: &[Option<u32>; LEVELS],
) -> String {
    let Some(this) = look(level) else { return String::new() };
    match this.format.as_str() {
        "bullet" => return "•".to_owned(),
        "none" => return String::new(),
        _ => {}
    }
    let mut label = String::new();
    let mut rest = this.text.chars();
    while let Some(character) = rest.next() {
        let digit = (character == '%').then(|| rest.as_str().chars().next()?.to_digit(10)).flatten();
        let Some(at) = digit.and_then(|digit| digit.checked_sub(1)) else {
            label.push(character);
            continue;
        };
        rest.next();
        let number = counted.get(at as usize).copied().flatten().unwrap_or(1);
        let format = look(at as usize).map_or("decimal", |level| level.format.as_str());
        label.push_str(&written(number, if this.figures { "decimal" } else { format }));
    }
    label.trim().to_owned()
}

fn written(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// Reads the lists of a document.
pub(super) fn read(text: &str) -> Numbering {
    let mut reading = Reading::default();
    xml::each(text, |piece| match piece {
        Piece::Open(tag) => reading.open(tag),
        Piece::Close("abstractNum") => reading.definition = None,
        Piece::Close("num") => reading.list = None,
        Piece::Close("lvlOverride" | "lvl") => reading.level = None,
        _ => {}
    });
    reading.numbering
}

/// The lists while they are read.
#[derive(Default)]
struct Reading {
    numbering: Numbering,
    definition: Option<u32>,
    list: Option<u32>,
    level: Option<usize>,
}

impl Reading {
    fn open(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "abstractNum" => {
                self.definition = tag.number("abstractNumId");
                let definition = self.definition.map(|id| (id, Definition::default()));
                self.numbering.definitions.extend(definition);
            }
            "num" => {
                self.list = tag.number("numId");
                self.numbering.lists.extend(self.list.map(|id| (id, List::default())));
            }
            "lvl" | "lvlOverride" => {
                let level = tag.number("ilvl").map(|level| level as usize);
                self.level = level.filter(|level| *level < LEVELS);
                let own = self.level.filter(|_| tag.name() == "lvl").map(|level| (level, Level::default()));
                if let Some(list) = self.list() {
                    list.levels.extend(own);
                }
            }
            _ => self.learn(tag),
        }
    }

    fn list(&mut self) -> Option<&mut List> {
        let id = self.list?;
        self.numbering.lists.get_mut(&id)
    }

    fn learn(&mut self, tag: &Tag<'_>) {
        let value = tag.attribute("val").unwrap_or_default();
        let level = self.level;
        if let Some(list) = self.list() {
            match (tag.name(), level) {
                ("abstractNumId", _) => list.definition = value.parse().unwrap_or(u32::MAX),
                ("startOverride", Some(level)) => {
                    list.starts.insert(level, value.parse().unwrap_or(1));
                }
                (_, Some(at)) => {
                    if let Some(level) = list.levels.get_mut(&at) {
                        level.learn(tag.name(), &value);
                    }
                }
                _ => {}
            }
            return;
        }
        let Some(definition) = self.definition.and_then(|id| self.numbering.definitions.get_mut(&id)) else {
            return;
        };
        match (tag.name(), level.and_then(|level| definition.levels.get_mut(level))) {
            ("numStyleLink", _) => definition.linked = Some(value),
            ("styleLink", _) => definition.style = Some(value),
            (name, Some(level)) => level.learn(name, &value),
            _ => {}
        }
    }
}

impl Level {
    fn learn(&mut self, name: &str, value: &str) {
        match name {
            "start" => self.start = value.parse().unwrap_or(1),
            "numFmt" => value.clone_into(&mut self.format),
            "lvlText" => value.clone_into(&mut self.text),
            "isLgl" => self.figures = value != "0",
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
</w:numbering>"#;

    #[test]
    fn lists_count_as_word_counts() {
        let mut numbering = read(LISTS);
        let printed: Vec<String> =
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (1, 0), (8, 0)]
                .into_iter()
                .map(|(list, level)| numbering.next(list, level))
                .collect();
        assert_eq!(printed, ["3.", "(a)", "(b)", "3.b.i", "4.", "(a)", "9.", "10.", "11.", ""]);
    }
}
