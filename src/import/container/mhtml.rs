//! Web pages saved whole as one file (MHTML, `.mht`), as Word and browsers write them: a mail that holds the page with its
//! pictures. Only the page is read. Knows the envelope; what is in it is for [`super::html`].

use super::{Printed, html};
use crate::import::Refusal;
use mail_parser::MessageParser;

/// How far into a file the header of the envelope is looked for.
const HEAD: usize = 4096;

/// Whether bytes are such a file: by the header of a mail whose parts belong together.
pub(super) fn is_saved_page(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes).to_ascii_lowercase();
    let start = String::from_utf8_lossy(&start);
    let header = start.split("\n\n").next().unwrap_or("").split("\r\n\r\n").next().unwrap_or("");
    header.contains("mime-version:")
        && header.contains("content-type:")
        && header.contains("multipart/related")
}

/// Reads the page in the envelope.
pub(super) fn read(bytes: &[u8]) -> Result<Printed, Refusal> {
    let envelope = MessageParser::default().parse(bytes).ok_or(Refusal::Damaged("saved web page"))?;
    let page = envelope.body_html(0).ok_or(Refusal::NoWords("saved web page"))?;
    html::read(page.as_bytes())
}
