//! The pages to sign: what they say when they are read by a program, and what they say of themselves.

use super::formats::{order, print, printed, program};
use super::harbour;
use minutebook::domain::id::BlockId;
use minutebook::domain::minutes::Block;
use minutebook::domain::profile::Profile;
use minutebook::domain::setting::Face;
use minutebook::domain::style::Style;
use minutebook::export::document::Element;
use minutebook::export::{Audience, Document};
use minutebook::houses::Houses;
use std::fs;
use std::process::Command;

/// What a program from poppler says about a file.
fn told(program: &std::path::Path, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("minutes.pdf");
    fs::write(&file, pdf).unwrap();
    let to_us = arguments.contains(&"-layout").then_some("-");
    let out = Command::new(program).args(arguments).arg(&file).args(to_us).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// The lines that say something, with single blanks: how wide a gap is, is for each program to say.
fn lines(text: &str) -> String {
    let lines = text.lines().map(squeezed).filter(|line| !line.is_empty());
    lines.map(|line| line + "\n").collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_meeting_that_has_everything_is_printed_on_pages() {
    let Some(pdftotext) = program("pdftotext") else { return };
    for style in Houses::built_in().styles() {
        for audience in Audience::ALL {
            let pdf = printed("pdf", style, audience).bytes;
            let text = lines(&told(&pdftotext, &["-layout"], &pdf).replace('\u{c}', "\n===== page\n"));
            insta::assert_snapshot!(format!("pdf_{}_{}", style.name, audience.word()), text);
        }
    }
}

#[test]
fn every_paragraph_is_read_as_it_was_written() {
    let Some(pdftotext) = program("pdftotext") else { return };
    let meeting = harbour::meeting();
    for style in Houses::built_in().styles() {
        let text = told(&pdftotext, &["-layout"], &printed("pdf", style, Audience::Full).bytes);
        let is_margin = |line: &&str| {
            let line = line.trim();
            !(line.starts_with("DRAFT –") || line.starts_with("RESTRICTED –") || line.starts_with("Page "))
        };
        let text = squeezed(&text.lines().filter(is_margin).collect::<Vec<_>>().join("\n"));
        for element in &Document::of(&meeting, style, &Profile::default(), Audience::Full).elements {
            let Element::Paragraph(paragraph) = element else { continue };
            let words = squeezed(&paragraph.words());
            // An address on the web is broken where the line is full.
            let found = text.contains(&words) || text.replace(' ', "").contains(&words.replace(' ', ""));
            assert!(found, "{words}\nis not in\n{text}");
        }
    }
}

#[test]
fn the_pages_are_tagged_as_headings_paragraphs_and_lists() {
    let Some(pdfinfo) = program("pdfinfo") else { return };
    let pdf = printed("pdf", Houses::built_in().style("").unwrap(), Audience::Public).bytes;
    let tags = told(&pdfinfo, &["-struct-text"], &pdf);
    insta::assert_snapshot!("pdf_tags", lines(&tags.replace("(block)", "").replace(':', "")));
    let about = told(&pdfinfo, &[], &pdf);
    for said in [
        "Title:           Notes of the Saltmarsh Harbour Partnership, 16 November 2023",
        "Tagged:          yes",
        "(A4)",
    ] {
        assert!(about.contains(said), "{said} is not in\n{about}");
    }
}

#[test]
fn a_letter_that_the_font_does_not_have_is_told_of() {
    let mut meeting = harbour::meeting();
    meeting.items[2].minutes[0].text = "The good ship 日本 ✓ of Brăila, Gdańsk and Ŷ.".into();
    for face in [Face::Sans, Face::Serif] {
        let mut style = Style::default();
        style.setting.face = face;
        let printed = print("pdf", &order(&meeting, &style, Audience::Full));
        assert!(printed.bytes.starts_with(b"%PDF-1.7"), "{:?}", printed.notes);
        let [note] = &printed.notes[..] else { panic!("{:?}", printed.notes) };
        assert!(note.contains("✓ (U+2713), 日 (U+65E5), 本 (U+672C);"), "{note}");
    }
}

/// A paragraph that is longer than a page, a word that is wider than a line, and nothing at all.
#[test]
fn pages_hold_whatever_is_written() {
    let mut meeting = harbour::meeting();
    let words = &mut meeting.items[2].minutes;
    words[0].text = "The tide came in and went out again. ".repeat(400);
    words[1].text = "x".repeat(900);
    words[2].text = "a\u{301}\u{200d}\u{ad}\u{feff} \u{202e}b".into();
    let nothing = minutebook::domain::meeting::Meeting::default();
    for (meeting, least) in [(&meeting, 20_000), (&nothing, 1_000)] {
        let printed = print("pdf", &order(meeting, &Style::default(), Audience::Full));
        assert!(printed.bytes.len() > least, "{:?}", printed.notes);
    }
}

/// However long the minutes are, something that is signed stands above the place to sign.
#[test]
fn the_place_to_sign_is_never_alone_on_a_page() {
    let Some(pdftotext) = program("pdftotext") else { return };
    let style = Houses::built_in().style("").unwrap();
    let margins = ["DRAFT –", "RESTRICTED –", "Page "];
    for (lines_each, most) in [(1, 24), (9, 8)] {
        let mut meeting = harbour::meeting();
        for n in 0..most {
            let last = meeting.items.last_mut().unwrap();
            let words = "It was said once more at some length that the lease had a long time to run. "
                .repeat(lines_each);
            last.minutes.push(Block::paragraph(BlockId(9000 + n), words));
            let pdf = print("pdf", &order(&meeting, style, Audience::Full)).bytes;
            let text = told(&pdftotext, &["-layout"], &pdf);
            let page = text.split('\u{c}').find(|page| page.contains("Signed as a correct record")).unwrap();
            let first = page
                .lines()
                .map(str::trim)
                .find(|line| !line.is_empty() && !margins.iter().any(|margin| line.starts_with(margin)));
            assert!(first.is_some_and(|line| !line.starts_with("Signed")), "{n} of {lines_each}:\n{page}");
        }
    }
}
