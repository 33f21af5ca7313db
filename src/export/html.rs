//! HTML: a page that stands by itself and that everybody can read, on a screen, aloud and on paper. Knows
//! nothing of meetings.
//!
//! Headings leave out no level, lists are lists, the language is said, and nothing is told by colour alone
//! (WCAG 2.2 AA, which the accessibility regulations for public bodies, SI 2018/952, ask for). Marks stand in
//! the words rather than being counted by the browser, so that `(a)` is the same letter everywhere and is
//! copied with the words.

use super::document::{Document, Element, Heading, Meta, Paragraph, Role, Roll, Signature};
use super::markup::Markup;
use super::sentences::run_on;
use super::text::{RESTRICTED, RESTRICTED_BELOW, cased};
use super::tree::{Entry, List, Node, tree};
use crate::domain::setting::{Face, Setting};
use crate::domain::style::{self, Mark};
use std::fmt::Write;

/// How it looks; what a house chooses comes before it.
const LOOK: &str = include_str!("minutes.css");

/// A document as a page.
#[must_use]
pub fn html(document: &Document) -> String {
    let mut page = Page { markup: Markup::beginning("<!DOCTYPE html>\n") };
    let meta = &document.meta;
    page.markup.open("html", &[("lang", "en-GB")]);
    page.head(meta, &document.setting);
    page.markup.open("body", &[]);
    page.markup.line();
    page.title(meta);
    page.markup.open("main", &[]);
    page.markup.line();
    page.nodes(&tree(&document.elements));
    page.markup.close("main");
    page.foot(meta);
    page.markup.close("body");
    page.markup.close("html");
    page.markup.line();
    page.markup.finish()
}

/// A piece of a document as HTML to be pasted: headings, paragraphs and bullets, and nothing that an editor
/// would have to understand.
#[must_use]
pub fn excerpt(elements: &[Element]) -> String {
    let mut page = Page { markup: Markup::default() };
    page.plain(&tree(elements));
    page.markup.finish()
}

/// A whole document as HTML to be pasted.
#[must_use]
pub fn pasted(document: &Document) -> String {
    let mut page = Page { markup: Markup::default() };
    let meta = &document.meta;
    if let Some(authority) = &meta.authority {
        page.markup.element("p", &[], &cased(authority, meta.capitals));
    }
    page.markup.element("h1", &[], &cased(&meta.body, meta.capitals));
    for line in [&meta.draft, &meta.warning].into_iter().flatten().chain([&meta.sentence]) {
        page.markup.element("p", &[], line);
    }
    page.plain(&tree(&document.elements));
    page.markup.finish()
}

/// The page while it is written.
struct Page {
    markup: Markup,
}

impl Page {
    fn head(&mut self, meta: &Meta, setting: &Setting) {
        let markup = &mut self.markup;
        markup.open("head", &[]);
        markup.line();
        markup.empty("meta", &[("charset", "utf-8")]);
        markup.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        markup.element("title", &[], &meta.title);
        markup.line();
        markup.open("style", &[]);
        // Style sheets know no escapes of markup, and none of this has a sign that would need one.
        markup.sheet(&house(meta, setting));
        markup.sheet(LOOK);
        markup.close("style");
        markup.close("head");
        markup.line();
    }

    fn title(&mut self, meta: &Meta) {
        self.markup.open("header", &[]);
        if let Some(authority) = &meta.authority {
            self.markup.element("p", &cased_class(meta.capitals), authority);
        }
        self.markup.element("h1", &cased_class(meta.capitals), &meta.body);
        for line in [&meta.draft, &meta.warning].into_iter().flatten() {
            self.markup.element("p", &[("class", "notice")], line);
        }
        self.markup.element("p", &[], &meta.sentence);
        self.markup.close("header");
        self.markup.line();
    }

    fn foot(&mut self, meta: &Meta) {
        if !meta.contact.is_empty() {
            self.markup.open("footer", &[]);
            self.markup.element("p", &[], &format!("Contact: {}", meta.contact.join(", ")));
            self.markup.close("footer");
        }
    }

    fn nodes(&mut self, nodes: &[Node<'_>]) {
        for node in nodes {
            match node {
                Node::List(list) => self.list(list),
                Node::Leaf(element) => self.leaf(element),
            }
            self.markup.line();
        }
    }

    fn leaf(&mut self, element: &Element) {
        match element {
            Element::Heading(heading) => self.heading(heading),
            Element::Roll(roll) => self.roll(roll),
            Element::Paragraph(paragraph) => {
                self.markup.open("p", &[("class", class(paragraph.role))]);
                self.words(paragraph);
                self.markup.close("p");
            }
            Element::Signature(signature) => self.signature(signature),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let name = tag(heading.level);
        self.markup.open(name, &cased_class(heading.capitals));
        if !heading.number.is_empty() {
            self.markup.element("span", &[("class", "number")], &heading.number);
            self.markup.words(" ");
        }
        self.markup.words(&heading.title);
        let reference = format!("({})", heading.reference);
        if !heading.reference.is_empty() && !heading.reference_below {
            self.markup.words(" ");
            self.markup.element("span", &[("class", "reference")], &reference);
        }
        self.markup.close(name);
        if !heading.reference.is_empty() && heading.reference_below {
            self.markup.element("p", &[("class", "reference")], &reference);
        }
        if heading.restricted {
            self.markup.element("p", &[("class", "notice")], RESTRICTED_BELOW);
        }
    }

    fn roll(&mut self, roll: &Roll) {
        self.markup.element("h2", &cased_class(roll.capitals), &roll.heading);
        match roll.form {
            style::Roll::Running => self.markup.element("p", &[], &roll.running()),
            style::Roll::List => self.names(&roll.names),
        }
    }

    fn names(&mut self, names: &[String]) {
        self.markup.open("ul", &[("class", "roll")]);
        for name in names {
            self.markup.element("li", &[], name);
        }
        self.markup.close("ul");
    }

    fn list(&mut self, list: &List<'_>) {
        let name = if list.bullets { "ul" } else { "ol" };
        self.markup.open(name, &[]);
        for entry in &list.entries {
            self.entry(entry);
        }
        self.markup.close(name);
    }

    fn entry(&mut self, entry: &Entry<'_>) {
        match &entry.paragraph.mark {
            Mark::Number(_, n) => self.markup.open("li", &[("value", &n.to_string())]),
            _ => self.markup.open("li", &[]),
        }
        self.markup.open("p", &[("class", class(entry.paragraph.role))]);
        if let Mark::Number(..) = entry.paragraph.mark {
            self.markup.element("span", &[("class", "mark")], &entry.paragraph.mark.text());
            self.markup.words(" ");
        }
        self.words(entry.paragraph);
        self.markup.close("p");
        self.nodes(&entry.inside);
        self.markup.close("li");
    }

    /// The words of a paragraph, the word that introduces them in strong print.
    fn words(&mut self, paragraph: &Paragraph) {
        if paragraph.restricted {
            self.markup.element("strong", &[("class", "restricted")], RESTRICTED.trim());
            self.markup.words(" ");
        }
        match &paragraph.mark {
            Mark::Word(word) => {
                self.markup.element("strong", &[], word);
                let whole = run_on(word, &paragraph.text);
                self.markup.words(whole.get(word.len()..).unwrap_or_default());
            }
            _ => self.markup.words(&paragraph.text),
        }
    }

    fn signature(&mut self, signature: &Signature) {
        self.markup.open("section", &[("class", "signature"), ("aria-label", "Signature")]);
        self.markup.element("p", &[], &signature.sentence);
        for word in [&signature.signer, &signature.date] {
            self.markup.open("p", &[]);
            self.markup.element("span", &[("class", "line"), ("aria-hidden", "true")], &".".repeat(40));
            self.markup.words(" ");
            self.markup.words(word);
            self.markup.close("p");
        }
        self.markup.close("section");
    }

    /// What is pasted: marks in the words, bullets as lists, nothing nested but bullets.
    fn plain(&mut self, nodes: &[Node<'_>]) {
        for node in nodes {
            match node {
                Node::Leaf(Element::Paragraph(paragraph)) => self.plain_paragraph(paragraph),
                Node::Leaf(Element::Heading(heading)) => self.heading(heading),
                Node::Leaf(Element::Roll(roll)) => self.roll(roll),
                Node::Leaf(Element::Signature(signature)) => {
                    let line = ".".repeat(40);
                    self.markup.element("p", &[], &signature.sentence);
                    self.markup.element("p", &[], &format!("{line} {}", signature.signer));
                    self.markup.element("p", &[], &format!("{line} {}", signature.date));
                }
                Node::List(list) if list.bullets => {
                    self.markup.open("ul", &[]);
                    for entry in &list.entries {
                        self.markup.open("li", &[]);
                        self.words(entry.paragraph);
                        self.plain(&entry.inside);
                        self.markup.close("li");
                    }
                    self.markup.close("ul");
                }
                Node::List(list) => {
                    for entry in &list.entries {
                        self.plain_paragraph(entry.paragraph);
                        self.plain(&entry.inside);
                    }
                }
            }
        }
    }

    fn plain_paragraph(&mut self, paragraph: &Paragraph) {
        let indent = format!("margin-left:{}em", 2 * u32::from(paragraph.level));
        let attributes = [("style", indent.as_str())];
        self.markup.open("p", if paragraph.level > 0 { &attributes } else { &[] });
        if let Mark::Number(..) = paragraph.mark {
            self.markup.words(&format!("{} ", paragraph.mark.text()));
        }
        self.words(paragraph);
        self.markup.close("p");
    }
}

/// The element of a heading.
fn tag(level: u8) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// The attribute of what is printed in capitals. The words themselves stay as they are written, because
/// capitals are read aloud badly.
fn cased_class(capitals: bool) -> [(&'static str, &'static str); 1] {
    [("class", if capitals { "capitals" } else { "typed" })]
}

/// What a paragraph is called in the style sheet.
fn class(role: Role) -> &'static str {
    match role {
        Role::Resolution | Role::Recommendation => "resolution",
        Role::Action => "action",
        Role::Report => "report",
        Role::LeftOut | Role::LeftOutItems => "left-out",
        Role::Motion | Role::Movers | Role::Vote => "motion",
        Role::Statement
        | Role::Discussion
        | Role::Bullet
        | Role::Procedural
        | Role::Movement
        | Role::Declaration
        | Role::Outcome
        | Role::Course => "text",
    }
}

/// What a house chooses, as a style sheet: letters, and what stands at the head and foot of printed pages.
fn house(meta: &Meta, setting: &Setting) -> String {
    let face = match setting.face {
        Face::Sans => "'Noto Sans', Arial, Helvetica, sans-serif",
        Face::Serif => "'Noto Serif', Georgia, 'Times New Roman', serif",
    };
    let mut sheet = format!("\nbody {{ font-family: {face}; }}\n");
    let foot = quoted(&setting.footer)
        .replace("{pages}", "\" counter(pages) \"")
        .replace("{page}", "\" counter(page) \"");
    let _ = writeln!(sheet, "@page {{ size: A4; margin: 25mm 22mm; @bottom-center {{ content: {foot}; }} }}");
    let _ = writeln!(sheet, "@media print {{ body {{ font-size: {}pt; }} }}", setting.points());
    let mut corner = |place: &str, words: &str| {
        let _ = writeln!(sheet, "@page {{ @{place} {{ content: {}; }} }}", quoted(words));
    };
    if let Some(draft) = &meta.draft {
        corner("top-left", draft);
    }
    if let Some(warning) = &meta.warning {
        corner("top-right", warning);
    }
    if !setting.initials.is_empty() {
        corner("bottom-right", &format!("{} ..........", setting.initials));
    }
    sheet
}

/// Words as a string of a style sheet, which can neither end the string nor the sheet.
fn quoted(words: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in crate::text::tame(words).chars() {
        match letter {
            '"' | '\\' | '<' | '>' | '&' => {
                let _ = write!(quoted, "\\{:x} ", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
