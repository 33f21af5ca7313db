//! The containers in which papers come: plain text, web pages, Word documents, PDF. Each is known by its bytes,
//! never by its name, and each gives the same thing: the lines of the paper as they are printed, with what the
//! container knows of them. Knows files and not meetings.
//!
//! Whoever sent a file may have meant harm or sent half of it, so every reader bounds what it unpacks and how
//! deep it follows, and answers with a sentence where it cannot go on.

mod bold;
mod docx;
mod gather;
mod html;
mod mhtml;
mod numeral;
mod package;
mod pdf;
mod sheet;
mod table;
mod xml;

use super::Refusal;
use super::copy::Copy;
use super::paper::{self, Line};
use super::{decode, scan, tabs};

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
    if bytes.starts_with(b"PK\x03\x04") {
        return docx::read(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(compound(bytes));
    }
    if html::is_page(bytes) {
        return html::read(bytes);
    }
    if mhtml::is_saved_page(bytes) {
        return mhtml::read(bytes);
    }
    let decode::Decoded { text, mut notes } = decode::decode(bytes)?;
    let lines = paper::lines(&tabs::aligned(&scan::mended(&text, &mut notes)));
    Ok(Printed { lines, notes })
}

/// Reads a file that came back from somebody who read it, if it is of a kind that tells more than lines.
pub(super) fn returned(bytes: &[u8]) -> Result<Option<Copy>, Refusal> {
    if bytes.starts_with(b"PK\x03\x04") { docx::returned(bytes).map(Some) } else { Ok(None) }
}

/// Whether a file is a web page, of which every line is a paragraph.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    html::is_page(bytes)
}

/// Why a file in the container of old office documents cannot be read. New ones lie in it when they have a
/// password.
fn compound(bytes: &[u8]) -> Refusal {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_locked = bytes.windows(name.len()).any(|window| window == name);
    if is_locked {
        Refusal::Locked("Word document")
    } else {
        Refusal::NotText("an old Word or Excel document")
    }
}
