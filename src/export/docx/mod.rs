//! DOCX (Office Open XML, ECMA-376): a document for a word processor, with styles and numbering of its own, so
//! that it can be gone on with there. Knows nothing of meetings.
//!
//! The parts validate against the transitional schemas. Nothing in the file tells when it was made: the same
//! document gives the same bytes.

mod body;
mod numbering;
mod styles;

use super::document::{Document, Meta};
use super::markup::Markup;
use crate::domain::setting::Setting;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

/// How every part begins.
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The vocabulary of text.
const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The vocabulary of references from part to part.
const REFERENCES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The vocabulary of the references that make a file of parts.
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The distance of one level, and of the margins, in twentieths of a point.
const STEP: u32 = 567;
const MARGIN: u32 = 1247;

/// A4, and what is left of it between the margins, in twentieths of a point.
const PAPER: (u32, u32) = (11906, 16838);
const MEASURE: u32 = PAPER.0 - 2 * MARGIN;

/// A document as a file for a word processor.
#[must_use]
pub fn docx(document: &Document) -> Vec<u8> {
    let (text, numbering) = body::body(document);
    let (meta, setting) = (&document.meta, &document.setting);
    let known = if meta.state.is_some() { &PACKAGE_RELATIONS[..] } else { &PACKAGE_RELATIONS[..2] };
    let mut parts = vec![
        ("[Content_Types].xml", content_types(meta.state.is_some())),
        ("_rels/.rels", relations(known)),
        ("docProps/core.xml", properties(meta)),
        ("word/document.xml", text),
        ("word/_rels/document.xml.rels", relations(&DOCUMENT_RELATIONS)),
        ("word/styles.xml", styles::styles(setting)),
        ("word/numbering.xml", numbering),
        ("word/settings.xml", settings()),
        ("word/header1.xml", header(meta)),
        ("word/footer1.xml", footer(setting)),
    ];
    parts.extend(meta.state.as_ref().map(|state| ("docProps/custom.xml", printed_from(state))));
    // Writing to memory cannot fail, and no part is as large as a file of this kind cannot hold.
    packed(&parts).unwrap_or_default()
}

fn packed(parts: &[(&str, String)]) -> ZipResult<Vec<u8>> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, part) in parts {
        file.start_file(*name, options)?;
        file.write_all(part.as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}

/// What the file begins with: the text and its properties, those of our own last.
const PACKAGE_RELATIONS: [(&str, &str); 3] = [
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        "word/document.xml",
    ),
    (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
        "docProps/custom.xml",
    ),
];

/// What the text refers to. The header is the fourth and the footer the fifth.
const DOCUMENT_RELATIONS: [(&str, &str); 5] = [
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles", "styles.xml"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering", "numbering.xml"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings", "settings.xml"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/header", "header1.xml"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer", "footer1.xml"),
];

fn relations(relations: &[(&str, &str)]) -> String {
    let mut part = Markup::beginning(XML);
    part.open("Relationships", &[("xmlns", PACKAGE)]);
    for (n, (kind, target)) in (1..).zip(relations) {
        part.empty("Relationship", &[("Id", &format!("rId{n}")), ("Type", kind), ("Target", target)]);
    }
    part.close("Relationships");
    part.finish()
}

/// Title, language, and the day of the meeting, which stands for the day on which the file was made.
fn properties(meta: &Meta) -> String {
    let mut part = Markup::beginning(XML);
    part.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    part.element("dc:title", &[], &meta.title);
    part.element("dc:subject", &[], &meta.body);
    part.element("dc:language", &[], "en-GB");
    if let Some(day) = meta.day {
        part.element("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &format!("{day}T00:00:00Z"));
    }
    part.close("cp:coreProperties");
    part.finish()
}

/// The name of the property that says which state of which record a draft was printed from.
const STATE: &str = "MinutebookDraft";

/// What the parts are, with or without properties of our own.
fn content_types(has_own: bool) -> String {
    let types = include_str!("content_types.xml");
    let own = "<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/></Types>";
    if has_own { types.replace("</Types>", own) } else { types.to_owned() }
}

/// Which state of the record a draft was printed from. Word processors keep such a property when they save.
fn printed_from(state: &str) -> String {
    let mut part = Markup::beginning(XML);
    part.open(
        "Properties",
        &[
            ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
            ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
        ],
    );
    // The format id is the one that Word gives to properties that somebody has named.
    let id = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    part.open("property", &[("fmtid", id), ("pid", "2"), ("name", STATE)]);
    part.element("vt:lpwstr", &[], state);
    part.close("property");
    part.close("Properties");
    part.finish()
}

fn settings() -> String {
    let mut part = Markup::beginning(XML);
    part.open("w:settings", &[("xmlns:w", WORDS)]);
    part.empty("w:zoom", &[("w:percent", "100")]);
    part.empty("w:defaultTabStop", &[("w:val", &STEP.to_string())]);
    part.empty("w:characterSpacingControl", &[("w:val", "doNotCompress")]);
    part.open("w:compat", &[]);
    part.empty(
        "w:compatSetting",
        &[
            ("w:name", "compatibilityMode"),
            ("w:uri", "http://schemas.microsoft.com/office/word"),
            ("w:val", "15"),
        ],
    );
    part.close("w:compat");
    part.empty("w:themeFontLang", &[("w:val", "en-GB")]);
    part.close("w:settings");
    part.finish()
}

/// The head of every page: that it is a draft, and that it is not for publication.
fn header(meta: &Meta) -> String {
    let mut part = Markup::beginning(XML);
    part.open("w:hdr", &[("xmlns:w", WORDS)]);
    let told: Vec<&str> = [&meta.draft, &meta.warning].into_iter().flatten().map(String::as_str).collect();
    for line in if told.is_empty() { &[""][..] } else { &told } {
        paragraph(&mut part, "Header", |part| run(part, line));
    }
    part.close("w:hdr");
    part.finish()
}

/// The foot of every page: its number, and the line on which it is initialled.
fn footer(setting: &Setting) -> String {
    let mut part = Markup::beginning(XML);
    part.open("w:ftr", &[("xmlns:w", WORDS)]);
    paragraph(&mut part, "Footer", |part| {
        tab(part);
        for piece in pieces(&setting.footer) {
            match piece {
                "{page}" => field(part, " PAGE "),
                "{pages}" => field(part, " NUMPAGES "),
                words => run(part, words),
            }
        }
        if !setting.initials.is_empty() {
            tab(part);
            run(part, &format!("{} ..........", setting.initials));
        }
    });
    part.close("w:ftr");
    part.finish()
}

/// The foot in pieces: words, and what stands for a number.
fn pieces(footer: &str) -> impl Iterator<Item = &str> {
    let in_braces = footer.split_inclusive('}').flat_map(|piece| {
        let at = ["{page}", "{pages}"].iter().find_map(|field| piece.strip_suffix(field).map(str::len));
        let (words, field) = piece.split_at_checked(at.unwrap_or(piece.len())).unwrap_or((piece, ""));
        [words, field]
    });
    in_braces.filter(|piece| !piece.is_empty())
}

/// A paragraph in a style.
fn paragraph(part: &mut Markup, style: &str, content: impl FnOnce(&mut Markup)) {
    part.open("w:p", &[]);
    part.open("w:pPr", &[]);
    part.empty("w:pStyle", &[("w:val", style)]);
    part.close("w:pPr");
    content(part);
    part.close("w:p");
}

/// Words.
fn run(part: &mut Markup, words: &str) {
    if !words.is_empty() {
        part.open("w:r", &[]);
        part.element("w:t", &[("xml:space", "preserve")], words);
        part.close("w:r");
    }
}

fn tab(part: &mut Markup) {
    part.open("w:r", &[]);
    part.empty("w:tab", &[]);
    part.close("w:r");
}

/// A number that the word processor counts.
fn field(part: &mut Markup, instruction: &str) {
    part.open("w:fldSimple", &[("w:instr", instruction)]);
    run(part, "1");
    part.close("w:fldSimple");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_foot_of_a_page_is_read_in_pieces() {
        let read = |footer| pieces(footer).collect::<Vec<_>>();
        assert_eq!(read("Page {page} of {pages}"), ["Page ", "{page}", " of ", "{pages}"]);
        assert_eq!(read("{page}/{pages} {x} y"), ["{page}", "/", "{pages}", " {x}", " y"]);
        assert!(read("").is_empty());
    }
}
