//! Web pages: what a browser shows of them, as paragraphs, lists and tables. Knows tags and not meetings.
//!
//! Only the stream of tags is read and no tree is built, so a page with a hundred thousand tags inside each
//! other costs no more than one with as many side by side.

use super::Printed;
use super::gather::Gather;
use super::sheet::{self, Words};
use crate::import::Refusal;
use crate::import::decode;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, StartTag, Token, Tokenizer};

/// How far into a file its first tag may be.
const HEAD: usize = 1024;

/// Whether bytes are a web page: one of the tags that begin a page stands at their start.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes);
    // Zeros lie between the letters of a page in UTF-16.
    let start: Vec<u8> =
        start.iter().filter(|byte| **byte != 0 && **byte < 0x80).map(u8::to_ascii_lowercase).collect();
    let start = String::from_utf8(start).unwrap_or_default();
    let opens = start.trim_start().starts_with('<');
    const TAGS: [&str; 12] = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<table",
        "<div",
        "<title",
        "<meta ",
        "<p>",
        "<h1",
        "<ol",
        "<main",
    ];
    opens && TAGS.iter().any(|tag| start.contains(tag))
}

/// Reads a web page.
pub(super) fn read(bytes: &[u8]) -> Result<Printed, Refusal> {
    let mut notes = Vec::new();
    let text = decode::characters(bytes, &mut notes)?;
    let lines = sheet::print(&blocks(&text));
    if lines.is_empty() {
        return Err(Refusal::NoWords("web page"));
    }
    Ok(Printed { lines, notes })
}

/// What a page shows.
fn blocks(text: &str) -> Vec<sheet::Block> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.start(&tag),
            Token::EndTag(tag) => page.end(&name(&tag.name)),
            Token::String(text) if page.skipped.is_none() => page.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    page.flush();
    page.gather.finish()
}

fn name(name: &HtmlString) -> String {
    String::from_utf8_lossy(name).into_owned()
}

/// A list that is open.
#[derive(Debug)]
struct List {
    /// The number of its next entry; none for bullets.
    next: Option<u32>,
    /// How the number is written: `1`, `a`, `A`, `i`, `I`.
    kind: char,
}

/// An element within which something holds, and how many of the same name are open inside it.
#[derive(Debug)]
struct Within {
    name: String,
    depth: usize,
}

/// A page while it is read.
#[derive(Default)]
struct Page {
    gather: Gather,
    /// The paragraph that is open.
    words: Words,
    /// The element whose text nobody sees.
    skipped: Option<Within>,
    /// The element that belongs to the site and not to the paper: a menu, a foot.
    around: Option<Within>,
    lists: Vec<List>,
    /// How many elements are open that keep their line ends.
    kept: usize,
}

impl Page {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = name(&tag.name);
        if let Some(within) = &mut self.skipped {
            within.depth += usize::from(within.name == name);
            return;
        }
        if is_unseen(&name) || is_hidden(tag) && can_be_hidden(&name) {
            self.skipped = Some(Within { name, depth: 1 });
            return;
        }
        if let Some(within) = &mut self.around {
            within.depth += usize::from(within.name == name);
        } else if is_around(&name, tag) {
            self.flush();
            self.around = Some(Within { name: name.clone(), depth: 1 });
        }
        self.open(&name, tag);
    }

    fn open(&mut self, name: &str, tag: &StartTag<()>) {
        match name {
            "br" => self.words.text.push('\n'),
            "table" => {
                self.flush();
                self.gather.open_table();
            }
            "tr" => {
                self.flush();
                self.gather.open_row();
            }
            "td" | "th" => {
                self.flush();
                self.gather.open_cell();
            }
            "ul" | "ol" | "menu" => {
                self.flush();
                self.lists.push(list(name, tag));
            }
            "li" => self.entry(tag),
            "pre" => {
                self.flush();
                self.kept += 1;
            }
            _ if heading(name).is_some() => {
                self.flush();
                self.words.heading = heading(name);
            }
            "p" if is_fresh_entry(&self.words) => {}
            _ if is_block(name) => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(within) = &mut self.skipped {
            within.depth -= usize::from(within.name == name);
            if within.depth == 0 {
                self.skipped = None;
            }
            return;
        }
        match name {
            "table" => {
                self.flush();
                self.gather.close_table();
            }
            "tr" | "td" | "th" => {
                self.flush();
                self.gather.close_cell();
            }
            "ul" | "ol" | "menu" => {
                self.flush();
                self.lists.pop();
            }
            "pre" => {
                self.flush();
                self.kept = self.kept.saturating_sub(1);
            }
            _ if is_block(name) || heading(name).is_some() || name == "li" => self.flush(),
            _ => {}
        }
        if let Some(within) = &mut self.around {
            within.depth -= usize::from(within.name == name);
            if within.depth == 0 {
                self.around = None;
            }
        }
    }

    /// Begins an entry of a list.
    fn entry(&mut self, tag: &StartTag<()>) {
        self.flush();
        self.words.level = self.lists.len().saturating_sub(1);
        self.words.close = true;
        self.words.label = match self.lists.last_mut() {
            Some(List { next: Some(next), kind }) => {
                *next = number(tag, "value").unwrap_or(*next);
                let label = format!("{}.", numeral(*next, *kind));
                *next = next.saturating_add(1);
                label
            }
            _ => "•".to_owned(),
        };
    }

    /// Adds text to the paragraph, with its white space closed up as a browser does.
    fn text(&mut self, text: &str) {
        if self.kept > 0 {
            self.words.text.push_str(text);
            return;
        }
        for character in text.chars() {
            let blank = matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}');
            if !blank {
                self.words.text.push(character);
            } else if !self.words.text.is_empty() && !self.words.text.ends_with([' ', '\n']) {
                self.words.text.push(' ');
            }
        }
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        let mut words = std::mem::take(&mut self.words);
        if words.text.trim().is_empty() {
            return;
        }
        words.around = self.around.is_some();
        self.gather.add(sheet::Block::Words(words));
    }
}

/// Whether a paragraph is an entry of a list of which nothing has been read but its number.
fn is_fresh_entry(words: &Words) -> bool {
    !words.label.is_empty() && words.text.trim().is_empty()
}

/// Elements whose text is not shown, or only to choose from.
fn is_unseen(name: &str) -> bool {
    const UNSEEN: [&str; 14] = [
        "script", "style", "title", "noscript", "template", "svg", "iframe", "object", "select", "button",
        "textarea", "audio", "video", "math",
    ];
    UNSEEN.contains(&name)
}

/// Elements that can be skipped when they are hidden, because their end is always written.
fn can_be_hidden(name: &str) -> bool {
    ["div", "span", "section", "ul", "ol", "table", "a", "form", "dialog", "strong", "em"].contains(&name)
}

fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = attribute(tag, "style").to_lowercase().replace(' ', "");
    let class = attribute(tag, "class");
    tag.attributes.contains_key("hidden".as_bytes())
        || style.contains("display:none")
        || class.split_whitespace().any(|class| ["sr-only", "visually-hidden"].contains(&class))
}

/// Menus and feet of the site, by their element or by the role that it has.
fn is_around(name: &str, tag: &StartTag<()>) -> bool {
    const ROLES: [&str; 4] = ["navigation", "contentinfo", "search", "menu"];
    const CLASSES: [&str; 5] = ["breadcrumb", "breadcrumbs", "cookie", "skip-link", "menu"];
    let class = attribute(tag, "class").to_lowercase();
    matches!(name, "nav" | "footer" | "menu")
        || ROLES.contains(&attribute(tag, "role").as_str())
        || matches!(name, "div" | "ul" | "ol" | "section")
            && class.split_whitespace().any(|class| CLASSES.contains(&class))
}

fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 31] = [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
        "form",
        "fieldset",
        "legend",
        "blockquote",
        "dl",
        "dt",
        "dd",
        "hr",
        "address",
        "figure",
        "figcaption",
        "caption",
        "details",
        "summary",
        "body",
        "html",
        "center",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "label",
    ];
    BLOCKS.contains(&name)
}

fn heading(name: &str) -> Option<usize> {
    let level: usize = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

fn attribute(tag: &StartTag<()>, name: &str) -> String {
    let value = tag.attributes.get(name.as_bytes());
    value.map(|value| String::from_utf8_lossy(value).into_owned()).unwrap_or_default()
}

fn number(tag: &StartTag<()>, name: &str) -> Option<u32> {
    attribute(tag, name).trim().parse().ok()
}

fn list(name: &str, tag: &StartTag<()>) -> List {
    let kind = attribute(tag, "type").chars().next().unwrap_or('1');
    List { next: (name == "ol").then(|| number(tag, "start").unwrap_or(1)), kind }
}

fn numeral(number: u32, kind: char) -> String {
    use super::numeral::{letters, roman};
    match kind {
        'a' => letters(number),
        'A' => letters(number).to_uppercase(),
        'i' => roman(number),
        'I' => roman(number).to_uppercase(),
        _ => number.to_string(),
    }
}
