//! The styles of a Word document, as far as they say what a paragraph is (a heading, a numbered one, one with space
//! around it) and whether its letters are bold or large. Knows nothing of fonts.

use super::super::xml::{self, Piece, Tag};
use std::collections::HashMap;

/// Styles are based on others no deeper than this.
const DEEPEST: usize = 12;
/// The space, in twentieths of a point, that Word's own spacing for web pages leaves.
const AUTOMATIC: u32 = 280;

/// What is said about a paragraph, by itself or by its style. What is not said is none.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    /// The list it belongs to; 0 is none.
    pub list: Option<u32>,
    /// The level within the list, from 0.
    pub level: Option<u32>,
    /// The level of the heading that it is, from 1; 0 is none.
    pub heading: Option<u8>,
    /// The space before it, in twentieths of a point.
    pub before: Option<u32>,
    /// The space after it, in twentieths of a point.
    pub after: Option<u32>,
    /// Whether there is no space between it and others of its style.
    pub contextual: Option<bool>,
    /// Whether a page begins with it.
    pub page: Option<bool>,
}

impl Look {
    /// Takes in what an element of the properties of a paragraph says.
    pub fn learn(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "numId" => self.list = tag.number("val"),
            "ilvl" => self.level = tag.number("val"),
            "outlineLvl" => {
                let level = tag.number("val").filter(|level| *level < 9).unwrap_or(u32::MAX);
                self.heading = Some(u8::try_from(level.wrapping_add(1)).unwrap_or(0));
            }
            "spacing" => {
                let automatic = |name| tag.attribute(name).filter(|on| on != "0").map(|_| AUTOMATIC);
                self.before = automatic("beforeAutospacing").or(tag.number("before")).or(self.before);
                self.after = automatic("afterAutospacing").or(tag.number("after")).or(self.after);
            }
            "contextualSpacing" => self.contextual = Some(tag.is_on()),
            "pageBreakBefore" => self.page = Some(tag.is_on()),
            _ => {}
        }
    }

    /// What is said here, and where nothing is said what is said there.
    pub fn or(self, other: &Look) -> Look {
        Look {
            list: self.list.or(other.list),
            level: self.level.or(other.level),
            heading: self.heading.or(other.heading),
            before: self.before.or(other.before),
            after: self.after.or(other.after),
            contextual: self.contextual.or(other.contextual),
            page: self.page.or(other.page),
        }
    }
}

/// What is said about letters, by themselves or by a style. What is not said is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Face {
    /// Whether they are bold.
    pub bold: Option<bool>,
    /// Their size in half points.
    pub size: Option<u32>,
}

impl Face {
    /// Takes in what an element of the properties of letters says.
    pub fn learn(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "b" => self.bold = Some(tag.is_on()),
            "sz" => self.size = tag.number("val"),
            _ => {}
        }
    }

    /// What is said here, and where nothing is said what is said there.
    pub fn or(self, other: Face) -> Face {
        Face { bold: self.bold.or(other.bold), size: self.size.or(other.size) }
    }
}

/// A style.
#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    look: Look,
    face: Face,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of a paragraph that names none.
    ordinary: Option<String>,
    /// What holds where no style says anything.
    defaults: Style,
}

impl Styles {
    /// The name of the style of a paragraph.
    pub fn named(&self, name: Option<String>) -> Option<String> {
        name.or_else(|| self.ordinary.clone())
    }

    /// What a style says of a paragraph, with the styles that it is based on.
    pub fn look(&self, name: Option<&str>) -> Look {
        let mut look = self.chain(name).fold(Look::default(), |look, style| look.or(&style.look));
        if look.heading.is_none() && name.is_some_and(|name| !self.styles.contains_key(name)) {
            look.heading = name.and_then(heading);
        }
        look.or(&self.defaults.look)
    }

    /// What the style of a paragraph says of its letters.
    pub fn letters(&self, name: Option<&str>) -> Face {
        self.face(name.or(self.ordinary.as_deref())).or(self.defaults.face)
    }

    /// What a style says of letters, with the styles that it is based on.
    pub fn face(&self, name: Option<&str>) -> Face {
        self.chain(name).fold(Face::default(), |face, style| face.or(style.face))
    }

    /// A style and those that it is based on.
    fn chain<'a>(&'a self, name: Option<&'a str>) -> impl Iterator<Item = &'a Style> {
        let next = |style: &&'a Style| self.styles.get(style.based_on.as_deref()?);
        std::iter::successors(name.and_then(|name| self.styles.get(name)), next).take(DEEPEST)
    }
}

/// Reads the styles.
pub(super) fn read(text: &str) -> Styles {
    let mut styles = Styles::default();
    let mut open: Option<(String, Style)> = None;
    let mut in_defaults = false;
    xml::each(text, |piece| match piece {
        Piece::Open(tag) if tag.name() == "style" => {
            let id = tag.attribute("styleId").filter(|_| is_of(tag, "paragraph") || is_of(tag, "character"));
            if is_of(tag, "paragraph") && tag.attribute("default").is_some_and(|on| on != "0") {
                styles.ordinary = id.clone().or(styles.ordinary.take());
            }
            open = id.map(|id| (id, Style::default()));
        }
        Piece::Open(tag) if tag.name() == "docDefaults" => in_defaults = true,
        Piece::Open(tag) => match &mut open {
            Some((_, style)) => learn(style, tag),
            None if in_defaults => learn(&mut styles.defaults, tag),
            None => {}
        },
        Piece::Close("style") => styles.styles.extend(open.take()),
        Piece::Close("docDefaults") => in_defaults = false,
        _ => {}
    });
    styles
}

fn is_of(tag: &Tag<'_>, kind: &str) -> bool {
    tag.attribute("type").map_or(kind == "paragraph", |found| found == kind)
}

fn learn(style: &mut Style, tag: &Tag<'_>) {
    match tag.name() {
        "basedOn" => style.based_on = tag.attribute("val"),
        "name" => style.look.heading = tag.attribute("val").and_then(|name| heading(&name)),
        _ => {
            style.look.learn(tag);
            style.face.learn(tag);
        }
    }
}

/// What headings are called, in the languages in which word processors name styles.
const HEADINGS: [&str; 22] = [
    "heading",
    "überschrift",
    "berschrift",
    "titre",
    "título",
    "titulo",
    "ttulo",
    "titolo",
    "kop",
    "rubrik",
    "overskrift",
    "otsikko",
    "nagłówek",
    "nagwek",
    "pennawd",
    "ceannteideal",
    "nadpis",
    "címsor",
    "encabezado",
    "başlık",
    "заголовок",
    "επικεφαλίδα",
];
/// What the title of a document is called.
const TITLES: [&str; 9] =
    ["title", "titel", "titre", "título", "titulo", "titolo", "teitl", "teideal", "tytuł"];

/// The level of the heading that a style of this name is.
fn heading(name: &str) -> Option<u8> {
    let name = name.trim().to_lowercase();
    if TITLES.contains(&name.as_str()) {
        return Some(1);
    }
    let level = HEADINGS.iter().find_map(|heading| name.strip_prefix(heading)?.trim().parse::<u8>().ok())?;
    (1..=9).contains(&level).then_some(level)
}
