//! A document as blocks, and what each of them is: heading, paragraph, entry of a list. The first is what is
//! seen, the second what is read aloud (tagged PDF, ISO 14289-1). Knows nothing of pages.

use super::super::document::{Document, Element, Heading, Meta, Paragraph, Role, Roll, Signature};
use super::super::sentences::run_on;
use super::super::text::{RESTRICTED, RESTRICTED_BELOW, cased};
use super::super::tree::{Entry, Node, tree};
use super::block::{Block, Colour};
use crate::domain::style::{self, Mark};
use crate::text::tame;

/// The distance of one level, in points.
const STEP: f32 = 28.35;

/// What a block is. The numbers are places in the list of blocks.
#[derive(Debug)]
pub(super) enum Shape {
    /// A heading of this level, from 1.
    Heading(u16, usize),
    /// A paragraph.
    Paragraph(usize),
    /// A list, and whether its marks are bullets, numbers, or nothing at all.
    List(Marks, Vec<(usize, Vec<Shape>)>),
}

/// The marks of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// None: a list of names.
    Nothing,
    /// Bullets.
    Bullets,
    /// Numbers or letters.
    Numbers,
}

/// The blocks of a document, and what they are.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub blocks: Vec<Block>,
    pub shapes: Vec<Shape>,
}

impl Pieces {
    /// The pieces of a document.
    pub fn of(document: &Document) -> Pieces {
        let mut maker = Maker { blocks: Vec::new(), size: f32::from(document.setting.points()) };
        let mut shapes = maker.title(&document.meta);
        shapes.extend(maker.nodes(&tree(&document.elements), 0));
        if !document.meta.contact.is_empty() {
            let told = format!("Contact: {}", document.meta.contact.join(", "));
            shapes.push(maker.paragraph(Block {
                colour: Colour::Grey,
                before: 2.0 * maker.size,
                ..maker.plain(&told)
            }));
        }
        Pieces { blocks: maker.blocks, shapes }
    }
}

/// The making of blocks.
struct Maker {
    blocks: Vec<Block>,
    size: f32,
}

impl Maker {
    /// Words as they are printed where nothing else is said.
    fn plain(&self, words: &str) -> Block {
        Block {
            label: String::new(),
            words: tame(words),
            strong: 0,
            size: self.size,
            colour: Colour::Black,
            left: 0.0,
            hang: 0.0,
            before: self.size * 0.6,
            keeps: false,
            dotted: false,
            lines: Vec::new(),
        }
    }

    /// Words in strong print.
    fn strong(&self, words: &str) -> Block {
        let block = self.plain(words);
        Block { strong: block.words.len(), ..block }
    }

    /// What must not be overlooked.
    fn notice(&self, words: &str) -> Block {
        Block { colour: Colour::Red, ..self.strong(words) }
    }

    fn add(&mut self, block: Block) -> usize {
        self.blocks.push(block);
        self.blocks.len() - 1
    }

    fn paragraph(&mut self, block: Block) -> Shape {
        Shape::Paragraph(self.add(block))
    }

    fn title(&mut self, meta: &Meta) -> Vec<Shape> {
        let title = if meta.body.is_empty() { &meta.title } else { &meta.body };
        let heading =
            Block { size: self.size + 6.0, before: 0.0, ..self.strong(&cased(title, meta.capitals)) };
        let mut shapes = Vec::new();
        let mut above = 0.0;
        if let Some(authority) = &meta.authority {
            let words = self.strong(&cased(authority, meta.capitals));
            shapes.push(self.paragraph(Block { size: self.size + 2.0, before: 0.0, keeps: true, ..words }));
            above = self.size * 0.3;
        }
        shapes.push(Shape::Heading(1, self.add(Block { before: above, ..heading })));
        for line in [&meta.draft, &meta.warning].into_iter().flatten() {
            shapes.push(self.paragraph(self.notice(line)));
        }
        shapes.push(self.paragraph(self.plain(&meta.sentence)));
        shapes
    }

    fn nodes(&mut self, nodes: &[Node<'_>], depth: u8) -> Vec<Shape> {
        let mut shapes = Vec::new();
        for node in nodes {
            match node {
                Node::List(list) => {
                    let marks = if list.bullets { Marks::Bullets } else { Marks::Numbers };
                    let entries = list.entries.iter().map(|entry| self.entry(entry, depth)).collect();
                    shapes.push(Shape::List(marks, entries));
                }
                Node::Leaf(Element::Heading(heading)) => shapes.extend(self.heading(heading)),
                Node::Leaf(Element::Roll(roll)) => shapes.extend(self.roll(roll)),
                Node::Leaf(Element::Signature(signature)) => shapes.extend(self.signature(signature)),
                Node::Leaf(Element::Paragraph(paragraph)) => {
                    let left = f32::from(paragraph.level) * STEP;
                    let block = Block { left, ..self.words(paragraph) };
                    shapes.push(self.paragraph(block));
                }
            }
        }
        shapes
    }

    fn entry(&mut self, entry: &Entry<'_>, depth: u8) -> (usize, Vec<Shape>) {
        let level = entry.paragraph.level.max(if entry.paragraph.mark == Mark::Bullet { depth } else { 0 });
        let block = Block {
            label: entry.paragraph.mark.text().into_owned(),
            left: (f32::from(level) + 1.0) * STEP,
            hang: STEP,
            ..self.words(entry.paragraph)
        };
        (self.add(block), self.nodes(&entry.inside, depth + 1))
    }

    /// The words of a paragraph, the word that introduces them in strong print.
    fn words(&self, paragraph: &Paragraph) -> Block {
        let restricted = if paragraph.restricted { RESTRICTED } else { "" };
        let (lead, words) = match &paragraph.mark {
            Mark::Word(word) => (word.len(), run_on(word, &paragraph.text)),
            _ => (0, paragraph.text.clone()),
        };
        let strong = restricted.len() + lead;
        let block = self.plain(&format!("{restricted}{words}"));
        let colour = match paragraph.role {
            Role::Report | Role::LeftOut | Role::LeftOutItems => Colour::Grey,
            _ => Colour::Black,
        };
        let keeps = paragraph.keeps();
        Block { strong: strong.min(block.words.len()), colour, keeps, ..block }
    }

    fn heading(&mut self, heading: &Heading) -> Vec<Shape> {
        let reference = match heading.reference.as_str() {
            "" => String::new(),
            reference => format!("({reference})"),
        };
        let title = super::super::text::joined(&[&heading.number, &cased(&heading.title, heading.capitals)]);
        let beside = if heading.reference_below || reference.is_empty() {
            String::new()
        } else {
            format!(" {reference}")
        };
        let size = if heading.level <= 2 { self.size + 1.5 } else { self.size };
        let block = Block {
            strong: tame(&title).len(),
            size,
            before: size * 1.5,
            keeps: true,
            ..self.plain(&format!("{title}{beside}"))
        };
        let mut shapes = vec![Shape::Heading(u16::from(heading.level.max(2)), self.add(block))];
        let close = |block: Block| Block { before: 1.0, keeps: true, ..block };
        if heading.reference_below && !reference.is_empty() {
            shapes.push(self.paragraph(close(Block { colour: Colour::Grey, ..self.plain(&reference) })));
        }
        if heading.restricted {
            shapes.push(self.paragraph(close(self.notice(RESTRICTED_BELOW))));
        }
        shapes
    }

    fn roll(&mut self, roll: &Roll) -> Vec<Shape> {
        let heading = cased(&roll.heading, roll.capitals);
        if roll.form == style::Roll::Running {
            let strong = tame(&heading).len() + 1;
            let block = Block { strong, ..self.plain(&format!("{heading}: {}", roll.running())) };
            return vec![self.paragraph(block)];
        }
        let size = self.size + 1.5;
        let block = Block { size, before: size * 1.5, keeps: true, ..self.strong(&heading) };
        let heading = Shape::Heading(2, self.add(block));
        let names = roll.names.iter().map(|name| {
            let block = Block { left: STEP, before: 1.0, ..self.plain(name) };
            (self.add(block), Vec::new())
        });
        let names = names.collect();
        vec![heading, Shape::List(Marks::Nothing, names)]
    }

    fn signature(&mut self, signature: &Signature) -> Vec<Shape> {
        let apart = 2.0 * self.size;
        let sentence = Block { before: 2.0 * apart, keeps: true, ..self.plain(&signature.sentence) };
        let mut shapes = vec![self.paragraph(sentence)];
        for (word, keeps) in [(&signature.signer, true), (&signature.date, false)] {
            let line = Block { dotted: true, left: 8.0 * STEP, before: apart, keeps, ..self.plain(word) };
            shapes.push(self.paragraph(line));
        }
        shapes
    }
}
