//! Mails: the agenda that is attached, the better of several, and the mail's own text.

use super::{docx, odt, rtf};
use crate::import::agenda;
use minutebook::import::{Options, Refusal, read, read_with};
use std::fmt::Write;

const AGENDA: &str =
    "DOCK BOARD\n\nAgenda for the meeting on 4 May 2023 at 10.00 am\n\n1. Apologies\n2. Fees\n3. Dues\n";
const MINUTES: &str = "DOCK BOARD\n\nMINUTES of a meeting of the Dock Board held on 6 April 2023.\n\n1. Apologies\n\nThere were none.\n\n2. Minutes\n\nThe minutes were agreed.\n\n3. Ropes\n\nRESOLVED: that the ropes be bought.\n\n4. Close\n\nThe meeting closed at 11.00 am.\n";

/// A mail with a text and files.
fn mail(text: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut mail = "Return-Path: <clerk@dock.example>\r\nFrom: Ash Clerk <clerk@dock.example>\r\nTo: members@dock.example\r\nSubject: Papers for May\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"edge\"\r\n\r\n".to_owned();
    let text = text.replace('\n', "\r\n");
    let _ = write!(mail, "--edge\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n");
    for (name, bytes) in files {
        let _ = write!(
            mail,
            "--edge\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        );
        for line in base64(bytes).as_bytes().chunks(76) {
            let _ = write!(mail, "{}\r\n", std::str::from_utf8(line).unwrap());
        }
    }
    mail.push_str("--edge--\r\n");
    mail.into_bytes()
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number =
            three.iter().fold(0u32, |number, byte| number << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let sign = SIGNS[(number >> (18 - 6 * place) & 63) as usize];
            text.push(if place > three.len() { '=' } else { char::from(sign) });
        }
    }
    text
}

/// A mail with a paper attached.
pub fn paper() -> Vec<u8> {
    mail("Dear all,\n\nsee the paper.\n", &[("agenda.odt", &odt::paper())])
}

#[test]
fn the_attachment_that_is_a_paper_is_read() {
    let logo = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice();
    for (name, file, first) in
        [("a.odt", odt::paper(), "1 | Bins & more"), ("a.rtf", rtf::paper(), "1 | Bins – all")]
    {
        let text =
            "Dear all,\n\n1. Please find the agenda attached.\n2. Tell me if you cannot come.\n\nAsh\n";
        let proposal = read(&mail(text, &[("logo.png", logo), (name, &file)])).unwrap();
        assert_eq!(agenda(&proposal.meeting)[0], first);
        assert_eq!(proposal.notes.first(), Some(&format!("Read from the mail: {name}.")));
    }
}

#[test]
fn of_several_papers_the_agenda_of_the_latest_meeting_is_read_and_others_can_be_asked_for() {
    let file = mail("See below.", &[("last.txt", MINUTES.as_bytes()), ("may.txt", AGENDA.as_bytes())]);
    let proposal = read(&file).unwrap();
    assert_eq!(agenda(&proposal.meeting), ["1 | Apologies", "2 | Fees", "3 | Dues"]);
    let told = "The file has 2 papers: 1 last.txt (Dock Board, 6 April 2023); 2 may.txt (Dock Board, 4 May 2023). Number 2 was read; --agenda takes another.";
    assert_eq!(proposal.notes[0], told);
    let ask = |number| read_with(&file, &Options { agenda: Some(number), ..Options::default() });
    assert_eq!(ask(1).unwrap().meeting.items.len(), 4);
    assert_eq!(ask(3).unwrap_err(), Refusal::NoSuchAgenda { wanted: 3, count: 2 });
    assert!(ask(0).unwrap_err().to_string().contains("no agenda 0"));
}

#[test]
fn the_number_of_an_agenda_goes_for_the_one_paper_that_is_attached() {
    let june = AGENDA.replace("4 May", "1 June").replace("Fees", "Minutes").replace("Dues", "Ropes");
    let both = AGENDA.replace("Dues", "Minutes") + "\n\u{c}" + &june;
    let file = mail("See below.", &[("both.txt", both.as_bytes())]);
    let ask = |agenda| read_with(&file, &Options { agenda, ..Options::default() });
    assert_eq!(agenda(&ask(Some(2)).unwrap().meeting), ["1 | Apologies", "2 | Minutes", "3 | Ropes"]);
    assert_eq!(ask(Some(3)).unwrap_err(), Refusal::NoSuchAgenda { wanted: 3, count: 2 });
    assert!(ask(None).unwrap().notes.iter().any(|note| note.contains("--agenda takes another")));
}

#[test]
fn without_a_paper_attached_the_mail_itself_is_read() {
    let proposal = read(&mail(AGENDA, &[("terms.txt", b"Some words.\n")])).unwrap();
    assert_eq!(agenda(&proposal.meeting), ["1 | Apologies", "2 | Fees", "3 | Dues"]);
    assert_eq!(proposal.notes, ["Read from the mail: text of the mail."]);
    let page = "MIME-Version: 1.0\r\nFrom: a@b.example\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Dock Board</p><p>Agenda for 4 May 2023</p><ol><li>Caf=E9<li>Fees</ol>";
    assert_eq!(agenda(&read(page.as_bytes()).unwrap().meeting), ["1 | Café", "2 | Fees"]);
}

#[test]
fn a_mail_that_says_the_same_twice_is_one_paper() {
    let page = AGENDA.replace("\n\n", "<p>").replace('\n', "<br>");
    let file = format!(
        "MIME-Version: 1.0\r\nFrom: a@b.example\r\nContent-Type: multipart/alternative; boundary=\"rim\"\r\n\r\n--rim\r\nContent-Type: text/plain\r\n\r\n{AGENDA}\r\n--rim\r\nContent-Type: text/html\r\n\r\n<p>{page}\r\n--rim--\r\n"
    );
    let proposal = read(file.as_bytes()).unwrap();
    assert_eq!(agenda(&proposal.meeting), ["1 | Apologies", "2 | Fees", "3 | Dues"]);
    assert_eq!(proposal.notes, ["Read from the mail: text of the mail."]);
}

#[test]
fn an_attached_mail_is_opened_too() {
    let inner = String::from_utf8(paper()).unwrap();
    let outer = format!(
        "MIME-Version: 1.0\r\nFrom: a@b.example\r\nContent-Type: multipart/mixed; boundary=\"rim\"\r\n\r\n--rim\r\nContent-Type: text/plain\r\n\r\nPassed on.\r\n--rim\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--rim--\r\n"
    );
    assert_eq!(agenda(&read(outer.as_bytes()).unwrap().meeting)[0], "1 | Bins & more");
}

#[test]
fn a_mail_that_was_copied_as_text_stays_text() {
    let text = format!("From: Ash Clerk\nTo: All members\nSubject: Agenda\n\n{AGENDA}");
    assert_eq!(agenda(&read(text.as_bytes()).unwrap().meeting), ["1 | Apologies", "2 | Fees", "3 | Dues"]);
}

#[test]
fn a_mail_without_a_paper_is_refused_in_words() {
    assert!(read(&mail("Good morning.", &[])).unwrap_err().to_string().contains("no agenda items"));
    // What the clerk can do about an attachment is said.
    let swollen = docx::package(&[("word/document.xml", &vec![b' '; 49 << 20])]);
    let refused = read(&mail("Good morning.", &[("agenda.docx", &swollen)])).unwrap_err();
    assert_eq!(refused, Refusal::Swells("Word document"));
}
