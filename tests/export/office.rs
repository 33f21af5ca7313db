//! The file for a word processor: its parts, its styles, and that it counts as we do.

use super::formats::{printed, program};
use super::harbour;
use crate::shared::shared;
use minutebook::domain::profile::Profile;
use minutebook::domain::style::{Mark, Style};
use minutebook::export::document::Element;
use minutebook::export::{Audience, Document};
use minutebook::houses::Houses;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::process::Command;

type Parts = BTreeMap<String, String>;

fn parts(style: &Style, audience: Audience) -> Parts {
    let bytes = printed("docx", style, audience).bytes;
    let mut file = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = file.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut read = |name: String| {
        let mut text = String::new();
        file.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(&mut read).collect()
}

/// The value of an attribute of the first element with this beginning.
fn value<'a>(xml: &'a str, element: &str, attribute: &str) -> Option<&'a str> {
    let (_, rest) = xml.split_once(&format!("<{element} "))?;
    let (inside, _) = rest.split_once('>')?;
    let (_, rest) = inside.split_once(&format!("{attribute}=\""))?;
    Some(rest.split_once('"')?.0)
}

/// The pieces of a text that begin with one thing and end with another.
fn between<'a>(text: &'a str, begin: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(begin).skip(1).map(move |piece| piece.split(end).next().unwrap())
}

fn plain(xml: &str) -> String {
    let words: String = between(xml, "<w:t xml:space=\"preserve\">", "</w:t>").collect();
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Counts as a word processor does.
#[derive(Default)]
struct Counting {
    /// Of each list, what it has counted on each level.
    counts: BTreeMap<String, Vec<Option<u32>>>,
}

impl Counting {
    fn mark(&mut self, numbering: &str, list: &str, level: usize) -> String {
        let num = between(numbering, "<w:num ", "</w:num>")
            .find(|num| num.starts_with(&format!("w:numId=\"{list}\"")))
            .unwrap();
        let scheme = value(num, "w:abstractNumId", "w:val").unwrap();
        let scheme = between(numbering, "<w:abstractNum ", "</w:abstractNum>")
            .find(|one| one.starts_with(&format!("w:abstractNumId=\"{scheme}\"")))
            .unwrap();
        let shape = between(scheme, "<w:lvl ", "</w:lvl>").nth(level).unwrap();
        let start = between(num, "<w:lvlOverride ", "</w:lvlOverride>").nth(level);
        let start =
            start.map_or(1, |start| value(start, "w:startOverride", "w:val").unwrap().parse().unwrap());
        let counts = self.counts.entry(list.to_owned()).or_insert_with(|| vec![None; 9]);
        let n = counts[level].map_or(start, |last: u32| last + 1);
        counts[level] = Some(n);
        counts[level + 1..].fill(None);
        let letter = || char::from_u32(96 + n).unwrap().to_string();
        let printed = match value(shape, "w:numFmt", "w:val").unwrap() {
            "decimal" => n.to_string(),
            "lowerLetter" => letter(),
            "upperLetter" => letter().to_uppercase(),
            "lowerRoman" => ["", "i", "ii", "iii", "iv", "v"][n as usize].to_owned(),
            "bullet" => String::new(),
            other => panic!("{other}"),
        };
        value(shape, "w:lvlText", "w:val").unwrap().replace(&format!("%{}", level + 1), &printed)
    }
}

/// The paragraphs as they are seen: style, mark, words.
fn listing(parts: &Parts) -> Vec<(String, String, String)> {
    let numbering = &parts["word/numbering.xml"];
    let mut counting = Counting::default();
    let paragraphs = between(&parts["word/document.xml"], "<w:p>", "</w:p>");
    let seen = paragraphs.map(|xml| {
        let mark = value(xml, "w:numId", "w:val").map(|list| {
            let level = value(xml, "w:ilvl", "w:val").unwrap().parse().unwrap();
            counting.mark(numbering, list, level)
        });
        (value(xml, "w:pStyle", "w:val").unwrap().to_owned(), mark.unwrap_or_default(), plain(xml))
    });
    seen.collect()
}

#[test]
fn a_meeting_that_has_everything_is_printed_as_docx() {
    for style in Houses::built_in().styles() {
        for audience in Audience::ALL {
            let lines = listing(&parts(style, audience));
            let lines = lines.iter().map(|(style, mark, words)| format!("{style:<14} {mark:<4} {words}\n"));
            insta::assert_snapshot!(
                format!("docx_{}_{}", style.name, audience.word()),
                lines.collect::<String>()
            );
        }
    }
}

#[test]
fn a_word_processor_counts_as_we_do() {
    let meeting = harbour::meeting();
    for style in Houses::built_in().styles() {
        let document = Document::of(&meeting, style, &Profile::default(), Audience::Full);
        let wanted = document.elements.iter().filter_map(|element| match element {
            Element::Paragraph(paragraph) if !paragraph.mark.runs_on() && paragraph.mark != Mark::None => {
                Some((paragraph.mark.text().into_owned(), paragraph.text.clone()))
            }
            _ => None,
        });
        let wanted: Vec<_> = wanted.collect();
        let counted: Vec<_> = listing(&parts(style, Audience::Full))
            .into_iter()
            .filter(|(_, mark, _)| !mark.is_empty())
            .map(|(_, mark, words)| (mark, words.trim_start_matches("[RESTRICTED] ").to_owned()))
            .collect();
        assert_eq!(counted, wanted, "{}", style.name);
        assert!(counted.len() > 5);
    }
}

#[test]
fn the_file_says_what_it_is() {
    let parts = parts(Houses::built_in().style("").unwrap(), Audience::Full);
    let core = &parts["docProps/core.xml"];
    assert!(
        core.contains("<dc:title>Notes of the Saltmarsh Harbour Partnership, 16 November 2023</dc:title>")
    );
    assert!(
        core.contains("<dc:language>en-GB</dc:language>") && core.contains(">2023-11-16T00:00:00Z<"),
        "{core}"
    );
    assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"en-GB\""));
    assert!(parts["word/header1.xml"].contains("DRAFT") && parts["word/header1.xml"].contains("RESTRICTED"));
    let foot = &parts["word/footer1.xml"];
    for what in [" PAGE ", " NUMPAGES ", "Initials"] {
        assert!(foot.contains(what), "{foot}");
    }
}

#[test]
fn every_part_is_as_the_standard_has_it() {
    let Some(schema) = shared("schemas/ooxml/wml.xsd") else { return };
    let Some(xmllint) = program("xmllint") else { return };
    let folder = tempfile::tempdir().unwrap();
    for style in Houses::built_in().styles() {
        let parts = parts(style, Audience::Full);
        for name in ["document", "styles", "numbering", "settings", "header1", "footer1"] {
            let file = folder.path().join(name);
            fs::write(&file, &parts[&format!("word/{name}.xml")]).unwrap();
            let told = Command::new(&xmllint)
                .args(["--nonet", "--noout", "--schema"])
                .args([&schema, &file])
                .output()
                .unwrap();
            assert!(told.status.success(), "{name}: {}", String::from_utf8_lossy(&told.stderr));
        }
    }
}

/// A page can end after anything but what says nothing without the next line: a heading, its reference to the agenda and
/// its warning, who reported, who moved, and what is signed.
#[test]
fn no_page_parts_what_belongs_together() {
    for style in Houses::built_in().styles() {
        let parts = parts(style, Audience::Full);
        let styles = &parts["word/styles.xml"];
        let keeps = |id: &str| {
            let look =
                between(styles, "<w:style ", "</w:style>").find(|look| look.contains(&format!("\"{id}\"")));
            look.is_some_and(|look| look.contains("<w:keepNext/>"))
        };
        for id in ["Heading1", "Heading2", "Heading3", "Reference", "Notice", "Signature"] {
            assert!(keeps(id), "{id}");
        }
        let paragraphs: Vec<&str> = between(&parts["word/document.xml"], "<w:p>", "</w:p>").collect();
        let signed =
            paragraphs.iter().position(|paragraph| paragraph.contains("Signed as a correct record")).unwrap();
        let kept = |at: usize| {
            let id = value(paragraphs[at], "w:pStyle", "w:val").unwrap();
            keeps(id) || paragraphs[at].contains("<w:keepNext/>")
        };
        assert!(kept(signed - 1), "{}", paragraphs[signed - 1]);
        for (at, paragraph) in paragraphs.iter().enumerate() {
            assert!(!paragraph.contains("(Report by") || kept(at), "{paragraph}");
        }
    }
}
