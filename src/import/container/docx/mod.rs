//! Word documents: the paragraphs and tables of the text itself, as it stands when every change that is tracked
//! has been accepted. Heads and feet of pages are other parts of the package and stay out. Knows the package; the
//! text, its styles and its numbers have readers of their own, and so has what a reader of a draft adds to one.

mod body;
mod letters;
mod numbering;
mod returned;
mod styles;

use super::Printed;
use super::package::Package;
use super::sheet;
use super::xml::{self, Piece};
use crate::import::Refusal;
use std::collections::HashMap;

pub(super) use returned::returned;

/// Reads a Word document.
pub(super) fn read(package: &mut Package<'_>) -> Result<Printed, Refusal> {
    let read = text(package)?;
    let lines = sheet::print(&read.blocks);
    if lines.is_empty() {
        return Err(if read.whole {
            Refusal::NoWords("Word document")
        } else {
            Refusal::Damaged("Word document")
        });
    }
    let mut notes = damage(&read);
    if read.tracked {
        notes.push("The Word document has tracked changes; they were read as if accepted.".to_owned());
    }
    Ok(Printed { lines, notes })
}

/// What the clerk should know of how the text was read.
fn damage(read: &body::Read) -> Vec<String> {
    let told = "The Word document is damaged; it was read as far as it goes.";
    if read.whole { Vec::new() } else { vec![told.to_owned()] }
}

/// The text of a package.
fn text(package: &mut Package<'_>) -> Result<body::Read, Refusal> {
    let Some(main) = main_part(package)? else { return Err(Refusal::NotText(what(package))) };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let mut beside = |name: &str| package.part(format!("{folder}/{name}").trim_start_matches('/'));
    let styles = beside("styles.xml")?.map(|xml| styles::read(&xml)).unwrap_or_default();
    let numbers = beside("numbering.xml")?.map(|xml| numbering::read(&xml)).unwrap_or_default();
    let notes = beside("footnotes.xml")?.map(|xml| footnotes(&xml)).unwrap_or_default();
    let Some(text) = package.part(&main)? else { return Err(Refusal::Damaged("Word document")) };
    Ok(body::read(&text, &styles, numbers, &notes))
}

/// The name of the part with the text; none if the package is no Word document.
fn main_part(package: &mut Package<'_>) -> Result<Option<String>, Refusal> {
    let mut main = None;
    if let Some(relations) = package.part("_rels/.rels")? {
        xml::each(&relations, |piece| {
            if let Piece::Open(tag) = piece
                && tag.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            {
                main = tag.attribute("Target").map(|target| target.trim_start_matches('/').to_owned());
            }
        });
    }
    let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
    let is_word = !main.starts_with("xl/") && !main.starts_with("ppt/") && package.has(&main);
    Ok(is_word.then_some(main))
}

/// What a package is that is no Word document.
fn what(package: &Package<'_>) -> &'static str {
    let kinds = [
        ("xl/", "an Excel workbook"),
        ("ppt/", "a PowerPoint presentation"),
        ("Index/Document.iwa", "an Apple Pages document"),
    ];
    kinds.iter().find(|(start, _)| package.has(start)).map_or("a zipped file", |(_, what)| what)
}

/// The footnotes by their ids.
fn footnotes(text: &str) -> HashMap<String, String> {
    let mut notes: HashMap<String, String> = HashMap::new();
    let mut id = None;
    let mut in_text = false;
    xml::each(text, |piece| match piece {
        Piece::Open(tag) if tag.name() == "footnote" => {
            // The lines that part notes from the text are kept among them, with a type.
            id = tag.attribute("id").filter(|_| tag.attribute("type").is_none());
        }
        Piece::Open(tag) => in_text = tag.name() == "t",
        Piece::Close("footnote") => id = None,
        Piece::Close(_) => in_text = false,
        Piece::Text(words) => {
            if let Some(id) = id.as_ref().filter(|_| in_text) {
                notes.entry(id.clone()).or_default().push_str(words);
            }
        }
    });
    notes
}
