//! The containers in which papers come: plain text, web pages, Word documents, OpenDocument texts, rich text, PDF and mails.
//! Each is known by its bytes, never by its name, and each gives the same thing: the lines of the paper as they are printed, with what the
//! container knows of them. Knows files and not meetings.
//!
//! Whoever sent a file may have meant harm or sent half of it, so every reader bounds what it unpacks and how
//! deep it follows, and answers with a sentence where it cannot go on.

mod bold;
mod docx;
mod gather;
mod html;
pub(super) mod mail;
mod markup;
mod mhtml;
mod numeral;
mod odf;
mod package;
mod pdf;
mod rtf;
mod sheet;
mod sizes;
mod table;
mod xml;

use super::Refusal;
use super::copy::Copy;
use super::paper::{self, Line};
use super::{decode, scan, tabs};
pub(super) use markup::LONGEST_FRONT;
use package::Package;

/// A paper as its container prints it.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// Its lines.
    pub lines: Vec<Line>,
    /// What the clerk should know about how the file was read.
    pub notes: Vec<String>,
}

/// Reads a file of whatever kind it is.
pub(super) fn open(bytes: &[u8]) -> Result<Printed, Refusal> {
    if pdf::is_pdf(bytes) {
        return pdf::read(bytes);
    }
    if package::is_package(bytes) {
        let mut package = Package::open(bytes)?;
        return if odf::is_odf(&package) { odf::read(&mut package) } else { docx::read(&mut package) };
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(compound(bytes));
    }
    if bytes.starts_with(b"\xFFWPC") {
        return Err(Refusal::OldDocument("a WordPerfect document"));
    }
    if rtf::is_rtf(bytes) {
        return rtf::read(bytes);
    }
    if odf::is_flat(bytes) {
        return odf::read_flat(bytes);
    }
    if html::is_page(bytes) {
        return html::read(bytes);
    }
    if mhtml::is_saved_page(bytes) {
        return mhtml::read(bytes);
    }
    let decode::Decoded { text, mut notes } = decode::decode(bytes)?;
    let lines = paper::lines(&tabs::aligned(&scan::mended(&markup::shown(&text), &mut notes)));
    Ok(Printed { lines, notes })
}

/// Reads a file that came back from somebody who read it, if it is of a kind that tells more than lines.
pub(super) fn returned(bytes: &[u8]) -> Result<Option<Copy>, Refusal> {
    if !package::is_package(bytes) {
        return Ok(None);
    }
    let mut package = Package::open(bytes)?;
    if odf::is_odf(&package) { Ok(None) } else { docx::returned(&mut package).map(Some) }
}

/// Whether a file is a web page, of which every line is a paragraph.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    html::is_page(bytes)
}

/// Why a file in the container of old office documents cannot be read. New ones lie in it when they have a
/// password.
fn compound(bytes: &[u8]) -> Refusal {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    const OTHERS: [(&str, &str); 3] = [
        ("PowerPoint Document", "an old PowerPoint presentation"),
        ("Workbook", "an old Excel workbook"),
        ("__properties_version1.0", "an Outlook message"),
    ];
    if holds("EncryptedPackage") {
        return Refusal::Locked("Word document");
    }
    if holds("WordDocument") {
        return Refusal::OldDocument("an old Word document (.doc)");
    }
    let other = OTHERS.iter().find(|(name, _)| holds(name));
    Refusal::NotText(other.map_or("an old office document", |(_, what)| what))
}
