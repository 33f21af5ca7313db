//! Styles of an OpenDocument text: what a style makes of a paragraph and of its letters, and the lists that it names.
//! A style takes over what its parent says; the styles of `styles.xml` and of the text itself stand in one table.

use super::super::xml::{self, Piece, Tag};
use super::lists::ListStyles;
use std::collections::HashMap;

/// Styles are followed through no more parents than this.
const DEEPEST: usize = 12;
/// Size of letters where no style gives one, in half points.
const USUAL: u16 = 24;

/// Properties of a paragraph or of letters. What is not given is none.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    parent: Option<String>,
    /// Level of the heading, from 1.
    pub heading: Option<u8>,
    /// Name of the list style.
    pub list: Option<String>,
    /// Space above, in twentieths of a point.
    pub before: Option<u32>,
    /// Space below, in twentieths of a point.
    pub after: Option<u32>,
    /// Whether a page begins above.
    pub page: Option<bool>,
    /// Whether the letters are bold.
    pub bold: Option<bool>,
    /// Whether the letters are hidden.
    pub hidden: Option<bool>,
    size: Option<Size>,
}

/// Size of letters as it is written.
#[derive(Debug, Clone, Copy)]
enum Size {
    /// In half points.
    Absolute(u16),
    /// In hundredths of the size of the parent.
    Relative(u32),
}

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Face {
    pub bold: bool,
    pub hidden: bool,
    /// In half points.
    pub size: u16,
}

impl Default for Face {
    fn default() -> Self {
        Self { bold: false, hidden: false, size: USUAL }
    }
}

/// Styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    paragraphs: HashMap<String, Style>,
    letters: HashMap<String, Style>,
    /// Names of the styles that hide a section.
    hidden_sections: Vec<String>,
    ordinary: Style,
    pub lists: ListStyles,
}

impl Styles {
    /// Reads the styles in a part of the package, in addition to those of other parts.
    pub fn read(&mut self, text: &str) {
        let mut open: Option<(Family, String, Style)> = None;
        xml::each(text, |piece| match piece {
            Piece::Open(tag) => match tag.name() {
                "default-style" | "style" => open = begin(tag),
                "section-properties" if tag.attribute("display").as_deref() == Some("none") => {
                    self.hidden_sections.extend(open.as_ref().map(|(_, name, _)| name.clone()));
                }
                _ => {
                    if let Some((_, _, style)) = &mut open {
                        style.learn(tag);
                    }
                    self.lists.open(tag);
                }
            },
            Piece::Close("default-style" | "style") => {
                if let Some((family, name, style)) = open.take() {
                    self.keep(family, name, style);
                }
            }
            Piece::Close(name) => self.lists.close(name),
            Piece::Text(_) => {}
        });
    }

    fn keep(&mut self, family: Family, name: String, style: Style) {
        match family {
            Family::Paragraph if name.is_empty() => self.ordinary = style,
            Family::Paragraph => drop(self.paragraphs.insert(name, style)),
            Family::Text => drop(self.letters.insert(name, style)),
            Family::Other => {}
        }
    }

    /// Returns the properties of a paragraph of a style, those of its parents included.
    pub fn paragraph(&self, name: Option<&str>) -> Style {
        let mut all = Style::default();
        for style in chain(&self.paragraphs, name) {
            all = all.or(style);
        }
        all.or(&self.ordinary)
    }

    /// Returns the look of the letters of a paragraph of a style.
    pub fn ordinary_face(&self, name: Option<&str>) -> Face {
        let face = self.ordinary.face(Face::default());
        chain(&self.paragraphs, name).iter().rev().fold(face, |face, style| style.face(face))
    }

    /// Returns the look of letters of a style for letters, inside others.
    pub fn face(&self, name: Option<&str>, outer: Face) -> Face {
        chain(&self.letters, name).iter().rev().fold(outer, |face, style| style.face(face))
    }

    /// Whether a style hides its section.
    pub fn hides(&self, name: &str) -> bool {
        self.hidden_sections.iter().any(|hidden| hidden == name)
    }
}

/// A style and its parents, the nearest first.
fn chain<'a>(styles: &'a HashMap<String, Style>, name: Option<&'a str>) -> Vec<&'a Style> {
    let mut chain = Vec::new();
    let mut next = name;
    while let Some(style) = next.and_then(|name| styles.get(name)).filter(|_| chain.len() < DEEPEST) {
        chain.push(style);
        next = style.parent.as_deref();
    }
    chain
}

/// Kind of things that a style is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Paragraph,
    Text,
    Other,
}

fn begin(tag: &Tag<'_>) -> Option<(Family, String, Style)> {
    let family = match tag.attribute("family").as_deref() {
        Some("paragraph") => Family::Paragraph,
        Some("text") => Family::Text,
        _ => Family::Other,
    };
    let name = tag.attribute("name").filter(|_| tag.name() == "style").unwrap_or_default();
    let style = Style {
        parent: tag.attribute("parent-style-name"),
        heading: tag.number("default-outline-level").and_then(|level| level.try_into().ok()),
        list: tag.attribute("list-style-name"),
        ..Style::default()
    };
    Some((family, name, style))
}

impl Style {
    fn learn(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "paragraph-properties" => {
                let all = || tag.attribute("margin").and_then(|length| twentieths(&length));
                let space = |name| tag.attribute(name).and_then(|length| twentieths(&length)).or_else(all);
                self.before = space("margin-top");
                self.after = space("margin-bottom");
                self.page = tag.attribute("break-before").map(|kind| kind == "page");
            }
            "text-properties" => {
                let weight = tag.attribute("font-weight");
                self.bold = weight
                    .map(|weight| weight == "bold" || weight.parse().is_ok_and(|weight: u32| weight > 500));
                self.hidden = tag.attribute("display").map(|display| display == "none");
                self.size = tag.attribute("font-size").and_then(|size| Size::parse(&size));
            }
            _ => {}
        }
    }

    fn or(self, other: &Style) -> Style {
        Style {
            parent: None,
            heading: self.heading.or(other.heading),
            list: self.list.or_else(|| other.list.clone()),
            before: self.before.or(other.before),
            after: self.after.or(other.after),
            page: self.page.or(other.page),
            bold: self.bold.or(other.bold),
            hidden: self.hidden.or(other.hidden),
            size: self.size.or(other.size),
        }
    }

    fn face(&self, outer: Face) -> Face {
        let size = match self.size {
            None => outer.size,
            Some(Size::Absolute(size)) => size,
            Some(Size::Relative(hundredths)) => {
                u16::try_from(u32::from(outer.size).saturating_mul(hundredths) / 100).unwrap_or(outer.size)
            }
        };
        Face { bold: self.bold.unwrap_or(outer.bold), hidden: self.hidden.unwrap_or(outer.hidden), size }
    }
}

impl Size {
    fn parse(size: &str) -> Option<Self> {
        if let Some(hundredths) = size.strip_suffix('%') {
            return hundredths.trim().parse().ok().map(Self::Relative);
        }
        let half_points = twentieths(size)? / 10;
        u16::try_from(half_points).ok().map(Self::Absolute)
    }
}

/// Returns a length such as `0.21cm` in twentieths of a point.
fn twentieths(length: &str) -> Option<u32> {
    const UNITS: [(&str, f64); 6] =
        [("pt", 20.0), ("cm", 567.0), ("mm", 56.7), ("in", 1440.0), ("pc", 240.0), ("px", 15.0)];
    let length = length.trim();
    let (number, unit) = UNITS
        .iter()
        .find_map(|(name, unit)| Some((length.strip_suffix(name)?.trim().parse::<f64>().ok()?, unit)))?;
    // A cast of what is no number, negative or too large gives the nearest number.
    Some((number * unit).round() as u32)
}
