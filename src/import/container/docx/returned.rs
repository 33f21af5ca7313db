//! A Word document that came back from somebody who read it: its paragraphs as they would be if every change were
//! accepted, with who changed them, what was deleted, and the comments. Knows nothing of what the document is about.

use super::super::package::Package;
use super::super::sheet::{Beside, Block, Hand, Words};
use super::super::xml::{self, Piece};
use super::{damage, text};
use crate::import::Refusal;
use crate::import::copy::{Comment, Copy, Gone, Passage, Who, plain};
use std::collections::HashMap;

/// The property of a file that says which state of which draft it was printed from.
const PROPERTY: &str = "MinutebookDraft";

/// Reads a Word document that came back.
pub fn returned(package: &mut Package<'_>) -> Result<Copy, Refusal> {
    let read = text(package)?;
    let notes = damage(&read);
    let comments = package.part("word/comments.xml")?.map(|xml| comments(&xml)).unwrap_or_default();
    let printed_from = package.part("docProps/custom.xml")?.and_then(|xml| printed_from(&xml));
    let mut copy = Copy { printed_from, notes, firm: true, ..Copy::default() };
    gather(read.blocks, &comments, &mut copy.passages);
    if copy.passages.is_empty() {
        return Err(Refusal::NoWords("Word document"));
    }
    let gone = read.gone.into_iter().map(|(words, hands)| Gone { words: plain(&words), by: who(&hands) });
    copy.gone = gone.collect();
    Ok(copy)
}

/// Adds the paragraphs of blocks, those in tables in the order in which they are read.
fn gather(blocks: Vec<Block>, comments: &HashMap<String, Comment>, passages: &mut Vec<Passage>) {
    for block in blocks {
        match block {
            Block::Words(words) => passages.extend(passage(&words, comments)),
            Block::Table(rows) => {
                let cells = rows.into_iter().flat_map(|row| row.cells);
                cells.for_each(|cell| gather(cell.blocks, comments, passages));
            }
            Block::Page => {}
        }
    }
}

fn passage(words: &Words, comments: &HashMap<String, Comment>) -> Option<Passage> {
    let text = plain(&words.text);
    let Beside { hands, comments: said } = &words.beside;
    let comment = |(id, about): &(String, String)| {
        let about = plain(about);
        let about = if about == text { String::new() } else { about };
        comments.get(id).map(|comment| Comment { about, ..comment.clone() })
    };
    let comments: Vec<Comment> = said.iter().filter_map(comment).collect();
    let passage = Passage { label: plain(&words.label), text, by: who(hands), comments, close: false };
    (!passage.text.is_empty() || !passage.comments.is_empty()).then_some(passage)
}

/// Several hands as one: their names in a row, and the last time.
fn who(hands: &[Hand]) -> Who {
    let mut names: Vec<String> = Vec::new();
    for name in hands.iter().map(|hand| plain(&hand.name)) {
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    let at = hands.iter().map(|hand| hand.at.as_str()).max().unwrap_or_default();
    Who::new(&names.join(" and "), at)
}

/// The comments by their ids.
fn comments(text: &str) -> HashMap<String, Comment> {
    let mut comments: HashMap<String, Comment> = HashMap::new();
    let mut open = None;
    let mut in_text = false;
    xml::each(text, |piece| match piece {
        Piece::Open(tag) if tag.name() == "comment" => {
            open = tag.attribute("id");
            let [name, at] = ["author", "date"].map(|name| tag.attribute(name).unwrap_or_default());
            let by = Who::new(&name, &at);
            let comment = Comment { by, ..Comment::default() };
            comments.extend(open.clone().map(|id| (id, comment)));
        }
        Piece::Open(tag) => in_text = tag.name() == "t",
        Piece::Close("comment") => open = None,
        Piece::Close(name) => {
            in_text = false;
            if let Some(comment) = open.as_ref().filter(|_| name == "p").and_then(|id| comments.get_mut(id)) {
                comment.words.push(' ');
            }
        }
        Piece::Text(words) if in_text => {
            if let Some(comment) = open.as_ref().and_then(|id| comments.get_mut(id)) {
                comment.words.push_str(words);
            }
        }
        Piece::Text(_) => {}
    });
    comments.values_mut().for_each(|comment| comment.words = plain(&comment.words));
    comments
}

/// What the file says it was printed from.
fn printed_from(text: &str) -> Option<String> {
    let (mut is_ours, mut said) = (false, String::new());
    xml::each(text, |piece| match piece {
        Piece::Open(tag) if tag.name() == "property" => {
            is_ours = tag.attribute("name").as_deref() == Some(PROPERTY);
        }
        Piece::Close("property") => is_ours = false,
        Piece::Text(words) if is_ours => said.push_str(words),
        _ => {}
    });
    Some(plain(&said)).filter(|said| !said.is_empty())
}
