//! Web pages: saved from committee systems, from a word processor, or written by hand.

use super::meeting;
use super::score::is_read_from;
use crate::import::agenda;
use minutebook::import::{Refusal, read};

/// A text as a web page: numbers on lines of their own begin the rows of a table, as committee systems have it;
/// bars make tables, and what stands together is a paragraph.
fn page(text: &str) -> Vec<u8> {
    let mut page = String::from(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A page</title>\n<style>p { color: red }</style><script>if (1 < 2) { document.write('<p>1. Spam</p>') }</script></head>\n<body><nav><ul><li><a href=\"/\">Home</a></li><li>1. Not this</li></ul></nav>\n<main>\n",
    );
    let (mut in_row, mut in_table) = (false, false);
    let mut paragraph: Vec<String> = Vec::new();
    for line in text.lines().chain(["", ""]) {
        let words = line.trim();
        let is_number =
            words.strip_suffix('.').is_some_and(|number| number.parse::<u32>().is_ok() || number == "94a");
        let is_row = words.starts_with('|');
        if (words.is_empty() || is_number || is_row) && !paragraph.is_empty() {
            page.push_str(&format!("<p>{}</p>\n", paragraph.join("<br>")));
            paragraph.clear();
        }
        if in_table && !is_row {
            page.push_str("</table>\n");
            in_table = false;
        }
        if is_number {
            page.push_str(if in_row { "</td></tr>\n" } else { "<table class=\"mgItemTable\">\n" });
            page.push_str(&format!("<tr><td><p class=\"mgNumber\">{words}</p></td><td>"));
            in_row = true;
        } else if is_row {
            if !in_table {
                page.push_str("<table>\n");
                in_table = true;
            }
            if !words.contains("---") {
                let cells = words.trim_matches('|').split('|').map(|cell| escaped(&cell.replace("**", "")));
                page.push_str("<tr>");
                cells.for_each(|cell| page.push_str(&format!("<td>{cell}</td>")));
                page.push_str("</tr>\n");
            }
        } else if !words.is_empty() {
            paragraph.push(escaped(words));
        }
    }
    page.push_str(if in_row { "</td></tr></table>" } else { "" });
    page.push_str("</main><footer><p>2. Nor this</p></footer></body></html>");
    page.into_bytes()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('\u{a0}', "&nbsp;").replace('£', "&pound;")
}

#[test]
fn the_papers_beside_the_project_are_read_from_web_pages() {
    for name in [
        "01-moderngov-cabinet-minutes",
        "003_465ba1200c09cfa4",
        "05-town-minutes-agc-references",
        "08-school-governors-minutes",
        "04-parish-agenda-summons",
        "12-welsh-bilingual-agenda",
    ] {
        is_read_from(name, page);
    }
}

#[test]
fn a_page_of_a_committee_system_is_read_with_its_tables() {
    let page = r#"<!DOCTYPE html><html><head><title>Agenda for Saltmarsh Harbour Partnership</title></head><body>
<div class="breadcrumb"><a>Home</a> &gt; <a>Meetings</a></div>
<h1>Agenda and minutes</h1>
<h2>Saltmarsh Harbour Partnership - Thursday, 4th May, 2023 10.00 am</h2>
<p><b>Venue:</b>&nbsp;Harbour Office, Saltmarsh. <a href="x">View directions</a></p>
<p>Contact: Linden Fenwick&nbsp; Email: <a>linden@saltmarsh.example</a></p>
<h3>Items</h3>
<table><tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><p>27.</p></td><td><p>Apologies for Absence</p>
<p>To receive apologies.</p><p class="t">Minutes:</p><p>An apology was received from Mr Groyne.</p></td></tr>
<tr><td><p>28.</p></td><td><p>Harbour Dues <a>PDF 135 KB</a></p><p>Additional documents:</p>
<ul><li><a>Appendix A, item 28</a> <span>PDF 20 KB</span></li></ul>
<p>Minutes:</p><p>1. The Clerk spoke.</p><p>2. <b>RESOLVED</b> that the dues be agreed.</p></td></tr></table>
<footer>29. Not an item</footer></body></html>"#;
    let meeting = meeting(page.as_bytes());
    assert_eq!(meeting.head.body, "Saltmarsh Harbour Partnership");
    assert_eq!(meeting.head.venue, "Harbour Office, Saltmarsh");
    assert_eq!(meeting.head.contact, "Linden Fenwick");
    assert_eq!(agenda(&meeting), ["27 | Apologies for Absence", "28 | Harbour Dues"]);
    let minutes: Vec<&str> = meeting.items[1].minutes.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(minutes, ["The Clerk spoke.", "that the dues be agreed."]);
}

#[test]
fn numbers_that_a_page_counts_by_itself_are_read() {
    let page = "<html><body><h1>Dock Board</h1><p>Agenda for the meeting on 4 May 2023 at 10.00 am</p><ol start=3><li>Apologies</li><li>Minutes of the last meeting<ol type=a><li>Matters arising</li></ol></li><li>Fees &amp; dues</li></ol></body></html>";
    assert_eq!(
        agenda(&meeting(page.as_bytes())),
        ["3 | Apologies", "4 | Minutes of the last meeting", "5 | Fees & dues"]
    );
}

#[test]
fn headings_without_numbers_are_items() {
    let page = "<html><body><h1>Dock Board</h1><p>Agenda for the meeting on 4 May 2023</p><h2>Apologies for absence</h2><p>To note them.</p><h2>Fees</h2><h2>Any other business</h2></body></html>";
    assert_eq!(
        agenda(&meeting(page.as_bytes())),
        [" | Apologies for absence", " | Fees", " | Any other business"]
    );
}

#[test]
fn an_agenda_in_a_table_with_columns_is_read() {
    let page = "<table><tr><th>Time</th><th>No.</th><th>Item</th><th>Lead</th></tr><tr><td>9.30</td><td>1</td><td>Welcome to the meeting</td><td>Chair</td></tr><tr><td>9.40</td><td>2</td><td>Fees</td><td>Mr Groyne</td></tr></table>";
    let meeting = meeting(page.as_bytes());
    assert_eq!(agenda(&meeting), ["1 | Welcome to the meeting", "2 | Fees"]);
    assert_eq!(meeting.items[1].heading.text, ["Lead: Mr Groyne"]);
}

#[test]
fn other_encodings_of_pages_are_read() {
    let page = b"<html><body><h1>Agenda</h1><p>1. Caf\xE9</p><p>2. The \x93hut\x94</p></body></html>";
    assert_eq!(agenda(&meeting(page)), ["1 | Café", "2 | The “hut”"]);
    let wide: Vec<u8> = "\u{feff}<html><p>Agenda</p><p>1. Bins</p><p>2. Trees</p>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(agenda(&meeting(&wide)), ["1 | Bins", "2 | Trees"]);
}

#[test]
fn a_page_without_words_or_items_is_refused_in_words() {
    assert_eq!(read(b"<html><script>1. a</script></html>").unwrap_err(), Refusal::NoWords("web page"));
    assert_eq!(read(b"<html><p>Hello</p></html>").unwrap_err(), Refusal::NoItems);
}

#[test]
fn tags_inside_tags_cost_no_more_than_tags_beside_tags() {
    for tag in ["div", "table", "ul", "table><tr><td", "b", "li", "nav", "h2", "pre", "p"] {
        let page = format!("<html><p>Agenda</p>{}1. Bins", format!("<{tag}>").repeat(10_000));
        let _ = read(page.as_bytes());
        let page = format!("<html>{}<p>Agenda</p>{}", format!("<{tag}>x").repeat(10_000), "</div>".repeat(9));
        let _ = read(page.as_bytes());
    }
}

#[test]
fn a_page_saved_whole_as_one_file_is_read() {
    let saved = "From: <Saved by Blink>\r\nSubject: Agenda\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Boundary\"\r\n\r\n\r\n------Boundary\r\nContent-Type: text/html; charset=\"windows-1252\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><head><title>=C4</title></head><body><h1>Quay Committee</h1><p>1. Apologies</=\r\np><p>2. The harbour =96 costs of =A33</p></body></html>\r\n------Boundary\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------Boundary--\r\n";
    let found = read(saved.as_bytes()).unwrap();
    assert_eq!(agenda(&found.meeting), ["1 | Apologies", "2 | The harbour – costs of £3"]);
    let empty = saved.split("<html>").next().unwrap();
    assert!(read(empty.as_bytes()).is_err());
}
