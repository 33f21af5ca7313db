//! PDF documents: the words of every page, set as they lie on it. Knows pages and what may be wrong with them; the
//! words of a page, its fonts and its lines have readers of their own.
//!
//! A PDF draws words and does not say what follows what, so they are put back into lines by where they lie.

mod font;
mod layout;
mod page;

use super::Printed;
use crate::import::Refusal;
use layout::Layout;
use lopdf::{Document, Error, LoadOptions};
use page::Painter;
use std::panic::{AssertUnwindSafe, catch_unwind};

const PDF: &str = "PDF document";

/// How far into a file its mark may stand.
const HEAD: usize = 1024;
/// A stream that unpacks to more bytes than this holds no text.
const LARGEST: usize = 64 << 20;
/// No pack has more pages that are worth reading.
const MOST_PAGES: usize = 2000;
/// More words than this are more than anybody reads: a pack of a thousand pages has half a million.
const MOST_WORDS: usize = 3_000_000;

/// Whether bytes are a PDF document: the mark may have rubbish before it.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes);
    bytes.starts_with(b"%PDF") || start.windows(5).any(|mark| mark == b"%PDF-")
}

/// Reads a PDF document. The library that takes it apart has been found to answer damage with errors; should it
/// panic one day, that is taken for damage, too.
pub(super) fn read(bytes: &[u8]) -> Result<Printed, Refusal> {
    catch_unwind(AssertUnwindSafe(|| pages(bytes))).unwrap_or(Err(Refusal::Damaged(PDF)))
}

fn pages(bytes: &[u8]) -> Result<Printed, Refusal> {
    let options = LoadOptions { max_decompressed_size: Some(LARGEST), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|error| refusal(&error))?;
    // It is taken out when a document opens without a password.
    if document.trailer.has(b"Encrypt") {
        return Err(Refusal::Locked(PDF));
    }
    let mut layout = Layout::default();
    let mut painter = Painter::new(&document);
    let (mut bare, mut unread) = (Vec::new(), None);
    for (number, page) in (1usize..).zip(document.page_iter()) {
        if number > MOST_PAGES || layout.words() > MOST_WORDS {
            unread = Some(number);
            break;
        }
        let words = painter.page(page)?;
        if words.is_empty() {
            bare.push(number);
        }
        layout.add(words);
    }
    let pages = layout.pages();
    let lines = layout.set();
    if lines.is_empty() {
        return Err(if pages == 0 { Refusal::Damaged(PDF) } else { Refusal::Scanned });
    }
    Ok(Printed { lines, notes: notes(&bare, unread, painter.is_garbled()) })
}

fn refusal(error: &Error) -> Refusal {
    match error {
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => {
            Refusal::Locked(PDF)
        }
        Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => Refusal::Swells(PDF),
        _ => Refusal::Damaged(PDF),
    }
}

/// What the clerk should know of how the pages were read.
fn notes(bare: &[usize], unread: Option<usize>, garbled: bool) -> Vec<String> {
    let mut notes = Vec::new();
    match bare {
        [] => {}
        [one] => notes.push(format!("Page {one} has no text; it may be a picture.")),
        _ => notes.push(format!("Pages {} have no text; they may be pictures.", ranges(bare))),
    }
    notes.extend(unread.map(|page| format!("The PDF is very long; from page {page} on it was not read.")));
    if garbled {
        notes.push("Some letters of the PDF have no meaning in it and could not be read.".to_owned());
    }
    notes
}

/// `3, 5 to 9 and 12`.
fn ranges(numbers: &[usize]) -> String {
    let runs: Vec<String> = numbers
        .chunk_by(|one, next| one + 1 == *next)
        .map(|run| match run {
            [from, .., to] => format!("{from} to {to}"),
            [one] => one.to_string(),
            [] => String::new(),
        })
        .collect();
    match runs.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => runs.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_in_runs() {
        assert_eq!(ranges(&[3, 5, 6, 7, 12]), "3, 5 to 7 and 12");
        assert_eq!(ranges(&[4, 5]), "4 to 5");
    }

    #[test]
    fn letters_are_bold_by_their_font_or_a_line_around_them() {
        let font = |name: &str| {
            format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
        };
        let drawn = "BT /G 15 Tf 40 800 Td (Quay Board) Tj /F 10 Tf 0 -30 Td (1. ) Tj /G 10 Tf (Fees ) Tj /F 10 Tf (as told) Tj 0 -30 Td 2 Tr (Boats) Tj 0 Tr ( and sails) Tj 0 -30 Td (Plain words) Tj ET";
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 4 0 R /G 5 0 R >> >> /Contents 6 0 R >>"
                .to_owned(),
            font("Helvetica"),
            font("ABCDEF+Calibri-Bold"),
            format!("<< /Length {} >>\nstream\n{drawn}\nendstream", drawn.len()),
        ];
        let mut file = "%PDF-1.7\n".to_owned();
        for (number, object) in (1..).zip(objects) {
            file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
        }
        file.push_str("trailer\n<< /Root 1 0 R /Size 7 >>\n%%EOF\n");
        let lines = read(file.as_bytes()).unwrap().lines;
        let found: Vec<(u16, (&str, &str))> =
            lines.iter().map(|line| (line.look.size, line.text.split_at(line.look.bold))).collect();
        let wanted = [
            (150, ("Quay Board", "")),
            (100, ("1. Fees", " as told")),
            (100, ("Boats", " and sails")),
            (100, ("", "Plain words")),
        ];
        assert_eq!(found, wanted);
    }
}
