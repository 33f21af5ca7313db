//! The containers in which agendas come: web pages, Word documents, OpenDocument texts, rich text, PDF, mails and the rest. The papers are made here,
//! and where `../shared` is present its papers are put into containers and read back as well as from text.

mod conversion;
mod docx;
mod harm;
mod html;
mod mail;
mod odt;
pub mod pdf;
mod people;
mod rtf;
mod score;

/// The meeting of a file, for tests that know that there is one.
fn meeting(bytes: &[u8]) -> minutebook::domain::meeting::Meeting {
    minutebook::import::read(bytes).unwrap().meeting
}
