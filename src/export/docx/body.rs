//! The text of a file for a word processor: a document, paragraph by paragraph, each in its style and with the
//! number that the word processor is to count.

use super::super::document::{Document, Element, Heading, Meta, Paragraph, Role, Roll, Signature};
use super::super::markup::Markup;
use super::super::sentences::run_on;
use super::super::text::{RESTRICTED, RESTRICTED_BELOW};
use super::super::tree::{Entry, Node, tree};
use super::numbering::Numbering;
use super::{MARGIN, PAPER, REFERENCES, STEP, WORDS, XML, paragraph, run, tab};
use crate::domain::style::{self, Mark};

/// The text, and the numbering that it uses.
pub(super) fn body(document: &Document) -> (String, String) {
    let mut body = Body { part: Markup::beginning(XML), numbering: Numbering::default() };
    body.part.open("w:document", &[("xmlns:w", WORDS), ("xmlns:r", REFERENCES)]);
    body.part.open("w:body", &[]);
    body.title(&document.meta);
    body.nodes(&tree(&document.elements), 0);
    body.contact(&document.meta);
    body.paper();
    body.part.close("w:body");
    body.part.close("w:document");
    (body.part.finish(), body.numbering.part())
}

/// The text while it is written.
struct Body {
    part: Markup,
    numbering: Numbering,
}

/// Where a paragraph stands.
#[derive(Clone, Copy)]
enum Place {
    /// Set in by so many levels.
    At(u32),
    /// In a list, on a level of it.
    In(usize, usize),
}

impl Body {
    fn title(&mut self, meta: &Meta) {
        if let Some(authority) = &meta.authority {
            paragraph(&mut self.part, "Authority", |part| cased(part, authority, meta.capitals));
        }
        paragraph(&mut self.part, "Title", |part| cased(part, &meta.body, meta.capitals));
        for line in [&meta.draft, &meta.warning].into_iter().flatten() {
            paragraph(&mut self.part, "Notice", |part| run(part, line));
        }
        paragraph(&mut self.part, "Minute", |part| run(part, &meta.sentence));
    }

    fn contact(&mut self, meta: &Meta) {
        if !meta.contact.is_empty() {
            let told = format!("Contact: {}", meta.contact.join(", "));
            paragraph(&mut self.part, "Contact", |part| run(part, &told));
        }
    }

    fn nodes(&mut self, nodes: &[Node<'_>], depth: usize) {
        for node in nodes {
            match node {
                Node::List(list) => list.entries.iter().for_each(|entry| self.entry(entry, depth)),
                Node::Leaf(Element::Heading(heading)) => self.heading(heading),
                Node::Leaf(Element::Roll(roll)) => self.roll(roll),
                Node::Leaf(Element::Signature(signature)) => self.signature(signature),
                Node::Leaf(Element::Paragraph(paragraph)) => {
                    self.words(paragraph, Place::At(u32::from(paragraph.level)), None);
                }
            }
        }
    }

    fn heading(&mut self, heading: &Heading) {
        self.numbering.restart();
        let style = match heading.level {
            0..=2 => "Heading1",
            3 => "Heading2",
            _ => "Heading3",
        };
        let reference = match heading.reference.as_str() {
            "" => String::new(),
            reference => format!("({reference})"),
        };
        paragraph(&mut self.part, style, |part| {
            // The number of a minute is a fact and no count: it must not change when a heading is added.
            if !heading.number.is_empty() {
                run(part, &format!("{} ", heading.number));
            }
            cased(part, &heading.title, heading.capitals);
            if !reference.is_empty() && !heading.reference_below {
                run(part, &format!(" {reference}"));
            }
        });
        if !reference.is_empty() && heading.reference_below {
            paragraph(&mut self.part, "Reference", |part| run(part, &reference));
        }
        if heading.restricted {
            paragraph(&mut self.part, "Notice", |part| run(part, RESTRICTED_BELOW));
        }
    }

    fn roll(&mut self, roll: &Roll) {
        match roll.form {
            style::Roll::List => {
                paragraph(&mut self.part, "Heading1", |part| cased(part, &roll.heading, roll.capitals));
                for name in &roll.names {
                    paragraph(&mut self.part, "Roll", |part| run(part, name));
                }
            }
            style::Roll::Running => paragraph(&mut self.part, "Minute", |part| {
                let heading = if roll.capitals { roll.heading.to_uppercase() } else { roll.heading.clone() };
                strong(part, &format!("{heading}: "));
                run(part, &roll.running());
            }),
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, depth: usize) {
        let paragraph = entry.paragraph;
        let level = usize::from(paragraph.level).max(depth);
        let numbered = match &paragraph.mark {
            Mark::Number(form, n) => self.numbering.number(*form, *n, paragraph.level),
            _ => Some(Numbering::bullet(level)),
        };
        match numbered {
            Some((list, level)) => self.words(paragraph, Place::In(list, level), None),
            None => {
                let mark = paragraph.mark.text().into_owned();
                self.words(paragraph, Place::At(u32::from(paragraph.level)), Some(&mark));
            }
        }
        self.nodes(&entry.inside, depth + 1);
    }

    /// A paragraph with its words, and a mark of its own where no list counts it.
    fn words(&mut self, paragraph: &Paragraph, place: Place, mark: Option<&str>) {
        let part = &mut self.part;
        part.open("w:p", &[]);
        part.open("w:pPr", &[]);
        part.empty("w:pStyle", &[("w:val", style_of(paragraph.role))]);
        if paragraph.keeps() {
            part.empty("w:keepNext", &[]);
        }
        match place {
            Place::In(list, level) => {
                part.open("w:numPr", &[]);
                part.empty("w:ilvl", &[("w:val", &level.to_string())]);
                part.empty("w:numId", &[("w:val", &list.to_string())]);
                part.close("w:numPr");
            }
            Place::At(0) if mark.is_none() => {}
            Place::At(level) => {
                let hanging = if mark.is_some() { STEP } else { 0 };
                let left = (level * STEP + hanging).to_string();
                part.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging.to_string())]);
            }
        }
        part.close("w:pPr");
        if let Some(mark) = mark {
            run(part, mark);
            tab(part);
        }
        if paragraph.restricted {
            strong(part, RESTRICTED);
        }
        match &paragraph.mark {
            Mark::Word(word) => {
                strong(part, word);
                run(part, run_on(word, &paragraph.text).get(word.len()..).unwrap_or_default());
            }
            _ => run(part, &paragraph.text),
        }
        part.close("w:p");
    }

    fn signature(&mut self, signature: &Signature) {
        paragraph(&mut self.part, "Signature", |part| run(part, &signature.sentence));
        for word in [&signature.signer, &signature.date] {
            paragraph(&mut self.part, "Signature", |part| {
                tab(part);
                run(part, &format!(" {word}"));
            });
        }
    }

    /// The paper: A4, with the head and foot of every page.
    fn paper(&mut self) {
        let part = &mut self.part;
        let margin = MARGIN.to_string();
        let margin = margin.as_str();
        part.open("w:sectPr", &[]);
        part.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId4")]);
        part.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId5")]);
        part.empty("w:pgSz", &[("w:w", &PAPER.0.to_string()), ("w:h", &PAPER.1.to_string())]);
        part.empty(
            "w:pgMar",
            &[
                ("w:top", &(MARGIN + STEP).to_string()),
                ("w:right", margin),
                ("w:bottom", margin),
                ("w:left", margin),
                ("w:header", "567"),
                ("w:footer", "567"),
                ("w:gutter", "0"),
            ],
        );
        part.close("w:sectPr");
    }
}

/// What a paragraph is called among the styles.
fn style_of(role: Role) -> &'static str {
    match role {
        Role::Resolution => "Resolution",
        Role::Recommendation => "Recommendation",
        Role::Action => "Action",
        Role::Motion | Role::Movers | Role::Vote => "Motion",
        Role::Report => "Report",
        Role::LeftOut | Role::LeftOutItems => "LeftOut",
        Role::Statement
        | Role::Discussion
        | Role::Bullet
        | Role::Procedural
        | Role::Movement
        | Role::Declaration
        | Role::Outcome
        | Role::Course => "Minute",
    }
}

/// Words that are printed in capitals and stay as they are written.
fn cased(part: &mut Markup, words: &str, capitals: bool) {
    formatted(part, words, if capitals { "w:caps" } else { "" });
}

/// Words in strong print.
fn strong(part: &mut Markup, words: &str) {
    formatted(part, words, "w:b");
}

fn formatted(part: &mut Markup, words: &str, how: &'static str) {
    if how.is_empty() || words.is_empty() {
        return run(part, words);
    }
    part.open("w:r", &[]);
    part.open("w:rPr", &[]);
    part.empty(how, &[]);
    part.close("w:rPr");
    part.element("w:t", &[("xml:space", "preserve")], words);
    part.close("w:r");
}
