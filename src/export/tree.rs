//! The shape of a document: which of its paragraphs are entries of a list, and what stands inside which
//! entry. A document is flat; formats that have lists (Markdown, HTML, PDF) print this.

use super::document::{Element, Paragraph};
use crate::domain::style::Mark;
use std::iter::Peekable;
use std::slice::Iter;

/// A piece of the shape.
#[derive(Debug)]
pub(super) enum Node<'a> {
    /// Something that stands by itself.
    Leaf(&'a Element),
    /// A list.
    List(List<'a>),
}

/// Paragraphs of the same rank, one after the other, each with a mark of its own.
#[derive(Debug)]
pub(super) struct List<'a> {
    /// Whether the marks are bullets rather than numbers.
    pub bullets: bool,
    /// What is in it.
    pub entries: Vec<Entry<'a>>,
}

/// An entry of a list.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// Its words.
    pub paragraph: &'a Paragraph,
    /// What hangs from it.
    pub inside: Vec<Node<'a>>,
    rank: i16,
}

/// The shape of some elements.
pub(super) fn tree(elements: &[Element]) -> Vec<Node<'_>> {
    nodes(&mut elements.iter().peekable(), i16::MIN)
}

/// Takes what stands deeper than a rank.
fn nodes<'a>(rest: &mut Peekable<Iter<'a, Element>>, above: i16) -> Vec<Node<'a>> {
    let mut nodes = Vec::new();
    while let Some(element) = rest.next_if(|next| rank(next) > above) {
        match element {
            Element::Paragraph(paragraph) if is_entry(paragraph) => {
                let rank = rank(element);
                let inside = self::nodes(rest, rank);
                add(&mut nodes, Entry { paragraph, inside, rank });
            }
            _ => nodes.push(Node::Leaf(element)),
        }
    }
    nodes
}

/// Adds an entry to the list that stands last, or begins one.
fn add<'a>(nodes: &mut Vec<Node<'a>>, entry: Entry<'a>) {
    if let Some(Node::List(list)) = nodes.last_mut()
        && list.entries.last().is_some_and(|last| last.rank == entry.rank)
    {
        return list.entries.push(entry);
    }
    let bullets = entry.paragraph.mark == Mark::Bullet;
    nodes.push(Node::List(List { bullets, entries: vec![entry] }));
}

fn is_entry(paragraph: &Paragraph) -> bool {
    matches!(paragraph.mark, Mark::Number(..) | Mark::Bullet)
}

/// How deep something stands. A bullet hangs from the paragraph of its own level; headings hang from nothing.
fn rank(element: &Element) -> i16 {
    match element {
        Element::Paragraph(paragraph) => {
            2 * i16::from(paragraph.level) + i16::from(paragraph.mark == Mark::Bullet)
        }
        _ => -1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::style::Form;
    use crate::export::document::{Origin, Role};

    fn paragraph(mark: Mark, level: u8) -> Element {
        let text = mark.text().into_owned();
        Element::Paragraph(Paragraph {
            role: Role::Discussion,
            level,
            mark,
            text,
            restricted: false,
            of: Origin::Derived,
            is_signed: false,
        })
    }

    /// The shape in brackets: `[1. 2.[(a) (b)]]`.
    fn drawn(nodes: &[Node]) -> String {
        let drawn = nodes.iter().map(|node| match node {
            Node::Leaf(_) => "leaf".to_owned(),
            Node::List(list) => {
                let entry = |entry: &Entry| format!("{}{}", entry.paragraph.text, drawn(&entry.inside));
                format!("[{}]", list.entries.iter().map(entry).collect::<Vec<_>>().join(" "))
            }
        });
        drawn.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_hangs_from_an_entry_is_inside_it_and_does_not_part_the_list() {
        let number = |form, n, level| paragraph(Mark::Number(form, n), level);
        let elements = [
            number(Form::Dot, 1, 0),
            number(Form::Letter, 1, 1),
            paragraph(Mark::Bullet, 1),
            number(Form::Letter, 2, 1),
            paragraph(Mark::Bullet, 0),
            number(Form::Dot, 2, 0),
            paragraph(Mark::Word("RESOLVED".into()), 0),
            number(Form::Letter, 1, 1),
            number(Form::Letter, 2, 1),
        ];
        assert_eq!(drawn(&tree(&elements)), "[1.[(a)[•] (b)] [•] 2.] leaf [(a) (b)]");
    }
}
