//! The styles of a Word document, as far as they say what a paragraph is: a heading, a numbered one, one with
//! space around it. Knows nothing of fonts.

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
    /// The level of the heading that it is, from 1.
    pub heading: Option<usize>,
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
                self.heading = tag.number("val").filter(|level| *level < 9).map(|level| level as usize + 1);
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

/// A style.
#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    look: Look,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of a paragraph that names none.
    ordinary: Option<String>,
    /// What holds where no style says anything.
    defaults: Look,
}

impl Styles {
    /// The name of the style of a paragraph.
    pub fn named(&self, name: Option<String>) -> Option<String> {
        name.or_else(|| self.ordinary.clone())
    }

    /// What a style says, with the styles that it is based on.
    pub fn look(&self, name: Option<&str>) -> Look {
        let mut look = Look::default();
        let mut next = name;
        for _ in 0..DEEPEST {
            let Some(style) = next.and_then(|name| self.styles.get(name)) else { break };
            look = look.or(&style.look);
            next = style.based_on.as_deref();
        }
        look.or(&self.defaults)
    }
}

/// Reads the styles.
pub(super) fn read(text: &str) -> Styles {
    let mut styles = Styles::default();
    let mut open: Option<(String, Style)> = None;
    let mut in_defaults = false;
    xml::each(text, |piece| match piece {
        Piece::Open(tag) if tag.name() == "style" => {
            let id = tag.attribute("styleId").filter(|_| is_of_paragraphs(tag));
            if tag.attribute("default").is_some_and(|on| on != "0") {
                styles.ordinary = id.clone().or(styles.ordinary.take());
            }
            open = id.map(|id| (id, Style::default()));
        }
        Piece::Open(tag) if tag.name() == "docDefaults" => in_defaults = true,
        Piece::Open(tag) => match &mut open {
            Some((_, style)) => learn(style, tag),
            None if in_defaults => styles.defaults.learn(tag),
            None => {}
        },
        Piece::Close("style") => styles.styles.extend(open.take()),
        Piece::Close("docDefaults") => in_defaults = false,
        _ => {}
    });
    styles
}

fn is_of_paragraphs(tag: &Tag<'_>) -> bool {
    tag.attribute("type").is_none_or(|kind| kind == "paragraph")
}

fn learn(style: &mut Style, tag: &Tag<'_>) {
    match tag.name() {
        "basedOn" => style.based_on = tag.attribute("val"),
        "name" => {
            let name = tag.attribute("val").unwrap_or_default().to_lowercase();
            let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
            style.look.heading = level.or((name == "title").then_some(1));
        }
        _ => style.look.learn(tag),
    }
}
