//! Mails saved as a file (`.eml`): what is attached to one, and its own text. The file is told by the header that mail
//! programs write; a mail that was copied as text has none of it and is text.

use crate::import::decode;
use crate::import::paper::squeeze;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

/// How far into a file the header of a mail is looked for.
const HEAD: usize = 64 << 10;
/// Mails are followed into attached mails no deeper than this.
const DEEPEST: usize = 4;
/// No more files than this are taken from a mail.
const MOST_FILES: usize = 60;

/// Content of a mail.
#[derive(Debug, Default)]
pub(in crate::import) struct Mail {
    /// Files that are attached, those of attached mails included.
    pub files: Vec<Enclosure>,
    /// Texts of the mail itself, as a web page and as plain text.
    pub texts: Vec<Enclosure>,
}

/// File in a mail.
#[derive(Debug)]
pub(in crate::import) struct Enclosure {
    /// Name by which the mail calls it.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Reads a mail; none if the bytes are something else.
pub(in crate::import) fn read(bytes: &[u8]) -> Option<Mail> {
    if !is_mail(bytes) {
        return None;
    }
    let message = MessageParser::default().parse(after_postmark(bytes))?;
    let mut mail = Mail::default();
    gather(&message, &mut mail, 0);
    Some(mail)
}

/// Whether bytes begin with the header of a mail as programs write it: fields and nothing else up to the first blank line,
/// among them the sender and one that only programs write. A web page that a browser saved has such a header, too; its
/// sender is `<Saved by Blink>`.
fn is_mail(bytes: &[u8]) -> bool {
    const OF_PROGRAMS: [&str; 7] = [
        "mime-version",
        "message-id",
        "received",
        "return-path",
        "content-type",
        "x-mailer",
        "dkim-signature",
    ];
    let start = after_postmark(bytes);
    let start = String::from_utf8_lossy(start.get(..start.len().min(HEAD)).unwrap_or(start));
    let mut fields = Vec::new();
    for line in start.lines().take_while(|line| !line.is_empty()) {
        if line.starts_with([' ', '\t']) && !fields.is_empty() {
            continue;
        }
        let Some((name, value)) = line.split_once(':').filter(|(name, _)| is_field_name(name)) else {
            return false;
        };
        if name.eq_ignore_ascii_case("from") && value.to_ascii_lowercase().contains("<saved by ") {
            return false;
        }
        fields.push(name.to_ascii_lowercase());
    }
    let has = |name: &str| fields.iter().any(|field| field == name);
    has("from") && OF_PROGRAMS.iter().any(|name| has(name))
}

fn is_field_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The file without the line that mailboxes write before each mail.
fn after_postmark(bytes: &[u8]) -> &[u8] {
    if !bytes.starts_with(b"From ") {
        return bytes;
    }
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| at + 1);
    bytes.get(end..).unwrap_or_default()
}

fn gather(message: &Message<'_>, mail: &mut Mail, depth: usize) {
    for part in message.attachments() {
        if mail.files.len() >= MOST_FILES {
            break;
        }
        match &part.body {
            PartType::Message(inner) if depth < DEEPEST => gather(inner, mail, depth + 1),
            PartType::Message(_) | PartType::Multipart(_) => {}
            _ => mail.files.push(Enclosure {
                name: squeeze(&decode::harmless(part.attachment_name().unwrap_or("attachment")))
                    .replace('\n', " "),
                bytes: part.contents().to_vec(),
            }),
        }
    }
    let name = || if depth == 0 { "text of the mail" } else { "text of an attached mail" }.to_owned();
    for part in message.html_bodies().filter(|part| matches!(part.body, PartType::Html(_))) {
        // The mark says that it is a web page, whatever it begins with.
        let bytes = [b"<!DOCTYPE html>".as_slice(), part.contents()].concat();
        mail.texts.push(Enclosure { name: name(), bytes });
    }
    for part in message.text_bodies().filter(|part| matches!(part.body, PartType::Text(_))) {
        let subject = message.subject().map(|subject| format!("Subject: {subject}\n\n")).unwrap_or_default();
        mail.texts.push(Enclosure { name: name(), bytes: [subject.as_bytes(), part.contents()].concat() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_told_by_the_header_that_programs_write() {
        assert!(is_mail(
            b"Return-Path: <a@b.example>\r\nFrom: A <a@b.example>\r\nSubject: Agenda\r\n of May\r\n\r\nHello"
        ));
        assert!(is_mail(b"From a@b.example Mon May  1\nFrom: A <a@b.example>\nMessage-ID: <1@b>\n\nHello"));
        assert!(!is_mail(b"From: The Clerk\nTo: All members\nSubject: Agenda\n\n1. Apologies"));
        assert!(!is_mail(b"From: The Clerk\n1. Apologies\nContent-Type: none\n"));
        assert!(!is_mail(
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"
        ));
    }
}
