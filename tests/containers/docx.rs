//! Word documents: numbers that Word counts, tables, tracked changes, text boxes, notes, and what harm can be
//! done with them.

use super::meeting;
use super::score::is_read_from;
use crate::import::agenda;
use minutebook::import::{Refusal, read};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// A list of two levels: `1.` and `a)`.
const LIST: &str = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;

/// A zipped package of these parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(part).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word document with this text, and a list.
pub fn word(body: &str) -> Vec<u8> {
    let text = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let list = format!("<w:numbering {W}>{LIST}</w:numbering>");
    package(&[("word/document.xml", text.as_bytes()), ("word/numbering.xml", list.as_bytes())])
}

fn p(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A paragraph that Word numbers, at a level from 0.
fn numbered(level: u32, text: &str) -> String {
    let list = format!("<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>");
    p(text).replacen("<w:p>", &format!("<w:p>{list}"), 1)
}

fn table(rows: &[&[&str]]) -> String {
    let cell = |cell: &&str| format!("<w:tc>{}</w:tc>", p(cell));
    let row = |row: &&[&str]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// A text as a Word document whose items Word numbers, with its bars made tables.
fn document(text: &str) -> Vec<u8> {
    let mut body = String::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut number = 0;
    for line in text.lines().chain([""]) {
        if line.starts_with('|') {
            let cells =
                line.trim_matches('|').split('|').map(|cell| cell.replace("**", "").trim().to_owned());
            rows.extend((!line.contains("---")).then(|| cells.collect()));
            continue;
        }
        let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        if !cells.is_empty() {
            body.push_str(&table(&cells.iter().map(Vec::as_slice).collect::<Vec<_>>()));
            rows.clear();
        }
        let item = line.split_once(".\t").filter(|(label, _)| *label == (number + 1).to_string());
        let sub = line.strip_prefix('\t').and_then(|line| line.split_once(")\t"));
        body.push_str(&match (item, sub) {
            (Some((_, title)), _) => {
                number += 1;
                numbered(0, title)
            }
            (None, Some((_, entry))) => numbered(1, entry),
            (None, None) => p(line.trim()),
        });
    }
    word(&body)
}

#[test]
fn the_papers_beside_the_project_are_read_from_word_documents() {
    for name in [
        "003_465ba1200c09cfa4",
        "01-moderngov-cabinet-minutes",
        "04-parish-agenda-summons",
        "05-town-minutes-agc-references",
        "08-school-governors-minutes",
        "12-welsh-bilingual-agenda",
        "13-us-city-council-minutes",
    ] {
        is_read_from(name, document);
    }
}

/// The head of an agenda of a body that does not exist.
fn head() -> String {
    p("SALTMARSH HARBOUR PARTNERSHIP")
        + &p("Agenda for the meeting on Thursday 4 May 2023 at 10.00 am")
        + &p("")
}

#[test]
fn numbers_that_word_counts_are_read() {
    let body = head()
        + &numbered(0, "Apologies")
        + &numbered(0, "Harbour dues")
        + &numbered(1, "Visiting boats")
        + &numbered(1, "Moorings")
        + &numbered(0, "Any other business");
    let meeting = meeting(&word(&body));
    assert_eq!(agenda(&meeting), ["1 | Apologies", "2 | Harbour dues", "3 | Any other business"]);
    assert_eq!(meeting.items[1].heading.text, ["a) Visiting boats", "b) Moorings"]);
    assert_eq!(meeting.head.body, "Saltmarsh Harbour Partnership");
}

#[test]
fn a_style_can_number_and_head() {
    let styles = format!(
        r#"<w:styles {W}><w:style w:type="paragraph" w:styleId="It"><w:name w:val="Item"/><w:basedOn w:val="Base"/></w:style><w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#
    );
    let item = |text: &str| p(text).replacen("<w:p>", "<w:p><w:pPr><w:pStyle w:val=\"It\"/></w:pPr>", 1);
    let text =
        format!("<w:document {W}><w:body>{}{}{}</w:body></w:document>", head(), item("Bins"), item("Trees"));
    let list = format!("<w:numbering {W}>{LIST}</w:numbering>");
    let relations = r#"<Relationships><Relationship Type="http://x/officeDocument" Target="/word/main.xml"/></Relationships>"#;
    let file = package(&[
        ("_rels/.rels", relations.as_bytes()),
        ("word/main.xml", text.as_bytes()),
        ("word/numbering.xml", list.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/header1.xml", b"<w:hdr><w:p><w:r><w:t>3. Not this</w:t></w:r></w:p></w:hdr>"),
    ]);
    assert_eq!(agenda(&meeting(&file)), ["1 | Bins", "2 | Trees"]);
}

#[test]
fn an_agenda_in_a_table_is_read() {
    let rows: [&[&str]; 4] = [
        &["Time", "No.", "Item", "Lead"],
        &["9.30", "1", "Welcome to the meeting", "Chair"],
        &["9.40", "2", "Annual report on the work of the harbour in the year to March", "Mr Groyne"],
        &["10.05", "3", "Fees", "Linden Fenwick"],
    ];
    let meeting = meeting(&word(&(head() + &table(&rows))));
    let titles = [
        "1 | Welcome to the meeting",
        "2 | Annual report on the work of the harbour in the year to March",
        "3 | Fees",
    ];
    assert_eq!(agenda(&meeting), titles);
    assert_eq!(meeting.items[2].heading.text, ["Lead: Linden Fenwick"]);
    let bare: [&[&str]; 2] = [&["1.", "Apologies", "3 - 4"], &["2.", "Fees", "5 - 12"]];
    let meeting = super::meeting(&word(&(head() + &table(&bare))));
    assert_eq!(agenda(&meeting), ["1 | Apologies", "2 | Fees"]);
    assert_eq!(meeting.items[1].heading.pages, "5 - 12");
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let changed = "<w:p><w:r><w:t>2. Har</w:t></w:r><w:del><w:r><w:delText>d</w:delText><w:t>d</w:t></w:r></w:del><w:ins><w:r><w:t>bour dues</w:t></w:r></w:ins></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>3. Moor</w:t></w:r></w:p><w:p><w:r><w:t>ings</w:t></w:r></w:p>";
    let file = word(&(head() + &p("1. Apologies") + changed));
    assert_eq!(agenda(&meeting(&file)), ["1 | Apologies", "2 | Harbour dues", "3 | Moorings"]);
    let told = "The Word document has tracked changes; they were read as if accepted.";
    assert_eq!(read(&file).unwrap().notes, [told]);
}

#[test]
fn runs_boxes_notes_and_hidden_words_are_read_as_they_are_printed() {
    let body = "<w:p><w:r><w:t>1. Fish</w:t></w:r><w:r><w:softHyphen/><w:t>eries &amp; b</w:t></w:r><w:hyperlink><w:r><w:t>oats</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p><w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>2. Boxed</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>2. Boxed</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p><w:p><w:r><w:t>3. Last</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    let text = format!("<w:document {W}><w:body>{}{body}</w:body></w:document>", head());
    let notes = b"<w:footnotes><w:footnote w:id=\"2\"><w:p><w:r><w:t>See the plan.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let file = package(&[("word/document.xml", text.as_bytes()), ("word/footnotes.xml", notes)]);
    let meeting = meeting(&file);
    assert_eq!(agenda(&meeting), ["1 | Fisheries & boats", "2 | Boxed", "3 | Last"]);
    assert_eq!(meeting.items[2].heading.text, ["Note: See the plan."]);
}

#[test]
fn what_is_no_word_document_is_refused_in_words() {
    let refused = |file: &[u8]| read(file).unwrap_err();
    assert_eq!(refused(&package(&[("xl/workbook.xml", b"<a/>")])), Refusal::NotText("an Excel workbook"));
    assert_eq!(refused(&package(&[("a.txt", b"1. a")])), Refusal::NotText("a zipped file"));
    assert_eq!(
        refused(b"PK\x03\x04rest is missing"),
        Refusal::Damaged("Word, OpenDocument or other zipped document")
    );
    assert_eq!(refused(&word("")), Refusal::NoWords("Word document"));
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [b"\xD0\xCF\x11\xE0".as_slice(), &locked].concat();
    assert_eq!(refused(&locked), Refusal::Locked("Word document"));
    assert!(refused(&locked).to_string().contains("save a copy without"));
}

#[test]
fn a_small_file_that_swells_is_refused_and_a_deep_one_is_read() {
    let swollen = package(&[("word/document.xml", &vec![b' '; 49 << 20])]);
    assert!(swollen.len() < 1 << 20);
    assert_eq!(read(&swollen).unwrap_err(), Refusal::Swells("Word document"));
    for tag in ["w:p", "w:tbl><w:tr><w:tc", "w:del", "w:txbxContent", "w:sdt"] {
        let deep = head() + &p("1. Bins") + &p("2. Trees") + &format!("<{tag}>").repeat(20_000);
        assert!(read(&word(&deep)).is_ok(), "{tag}");
    }
}
