//! OpenDocument texts: headings, lists as their styles count them, tables, notes, tracked changes, and what harm can be
//! done with them.

use super::docx::package;
use super::meeting;
use crate::import::agenda;
use minutebook::import::{Refusal, read};

/// Styles: a list `1.`, `a)`; bold letters; an item that is bold by its style; hidden words.
const STYLES: &str = r#"<office:automatic-styles>
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Hid" style:family="section"><style:section-properties text:display="none"/></style:style>
<style:style style:name="It" style:family="paragraph" style:parent-style-name="Base"/>
<style:style style:name="Base" style:family="paragraph"><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/><text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>
</office:automatic-styles>"#;

/// Text of a paper with most of what such documents have.
pub const TEXT: &str = r#"<office:document-content><office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style></office:automatic-styles><office:body><office:text><text:p>Dock Board</text:p><text:p>Agenda for 4 May 2023</text:p><text:list text:style-name="L"><text:list-item><text:p>Bins &amp; more<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>All of them.</text:p></text:note-body></text:note></text:p></text:list-item><text:list-item text:start-value="4"><text:p>Trees<text:s/>all</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table></office:text></office:body></office:document-content>"#;

/// A paper in a package.
pub fn paper() -> Vec<u8> {
    package(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", TEXT.as_bytes())])
}

/// The same in one file of XML.
pub fn flat() -> Vec<u8> {
    let text = TEXT.replace("office:document-content", "office:document");
    let kind = "office:mimetype=\"application/vnd.oasis.opendocument.text\"";
    let text = text.replacen("<office:document>", &format!("<office:document {kind}>"), 1);
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}").into_bytes()
}

fn document(body: &str) -> Vec<u8> {
    let head =
        p("SALTMARSH HARBOUR PARTNERSHIP") + &p("Agenda for the meeting on Thursday 4 May 2023 at 10.00 am");
    let text = format!(
        "<office:document-content>{STYLES}<office:body><office:text>{head}{body}</office:text></office:body></office:document-content>"
    );
    package(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", text.as_bytes())])
}

fn p(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}

fn item(inside: &str) -> String {
    format!("<text:list-item>{inside}</text:list-item>")
}

fn list(attributes: &str, inside: &str) -> String {
    format!("<text:list {attributes}>{inside}</text:list>")
}

#[test]
fn lists_are_counted_as_their_styles_say() {
    let inner = list("", &(item(&p("Visiting boats")) + &item(&p("Moorings"))));
    let body = list("text:style-name=\"L\"", &(item(&p("Apologies")) + &item(&(p("Harbour dues") + &inner))))
        + &p("A note between the items.")
        + &list("text:style-name=\"L\" text:continue-numbering=\"true\"", &item(&p("Any other business")));
    let meeting = meeting(&document(&body));
    assert_eq!(agenda(&meeting), ["1 | Apologies", "2 | Harbour dues", "3 | Any other business"]);
    let text = meeting.items[1].heading.text.join(
        "
",
    );
    assert!(
        text.starts_with(
            "a) Visiting boats
b) Moorings"
        ),
        "{text}"
    );
    assert_eq!(meeting.head.body, "Saltmarsh Harbour Partnership");
}

#[test]
fn a_table_is_read_cell_by_cell() {
    let cell = |text: &&str| format!("<table:table-cell>{}</table:table-cell>", p(text));
    let row = |cells: &[&str]| {
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    };
    let wide = "<table:table-row><table:table-cell table:number-columns-spanned=\"4\"><text:p>Business</text:p></table:table-cell><table:covered-table-cell/><table:covered-table-cell/><table:covered-table-cell/></table:table-row>";
    let rows = [
        row(&["Time", "No.", "Item", "Lead"]),
        wide.to_owned(),
        row(&["9.30", "1", "Welcome to the meeting", "Chair"]),
        row(&["9.40", "2", "Annual report on the work of the harbour", "Mr Groyne"]),
        row(&["10.05", "3", "Fees", "Linden Fenwick"]),
    ];
    let meeting = meeting(&document(&format!("<table:table>{}</table:table>", rows.concat())));
    let titles: Vec<&str> = meeting.items.iter().map(|item| item.heading.title.as_str()).collect();
    assert_eq!(titles, ["Welcome to the meeting", "Annual report on the work of the harbour", "Fees"]);
    assert_eq!(meeting.items[2].heading.text, ["Lead: Linden Fenwick"]);
}

#[test]
fn headings_without_numbers_are_items() {
    let h = |level: u8, text: &str| format!("<text:h text:outline-level=\"{level}\">{text}</text:h>");
    let body = h(1, "Apologies")
        + &p("None were sent.")
        + &h(1, "Harbour dues")
        + &p("To consider the report.")
        + &h(1, "Any other business");
    let titles = agenda(&meeting(&document(&body)));
    assert_eq!(titles, [" | Apologies", " | Harbour dues", " | Any other business"]);
}

#[test]
fn what_is_deleted_hidden_or_said_beside_the_text_stays_out() {
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>9. Old item</text:p></text:deletion></text:changed-region></text:tracked-changes>".to_owned()
        + &p("1. Fish<text:span text:style-name=\"Gone\">hidden</text:span>eries &amp; <text:a>boats</text:a>")
        + &p("2. <text:bookmark-start/>Fees<office:annotation><text:p>3. Said beside</text:p></office:annotation>")
        + "<text:section text:style-name=\"Hid\"><text:p>4. Hidden</text:p></text:section>"
        + "<text:p><draw:frame><draw:text-box><text:p>3. Boxed</text:p></draw:text-box><svg:title>A picture</svg:title></draw:frame></text:p>"
        + &p("4. Last<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See the plan.</text:p></text:note-body></text:note>");
    let proposal = read(&document(&body)).unwrap();
    assert_eq!(agenda(&proposal.meeting), ["1 | Fisheries & boats", "2 | Fees", "3 | Boxed", "4 | Last"]);
    assert_eq!(proposal.meeting.items[3].heading.text, ["Note: See the plan."]);
    assert_eq!(proposal.notes, ["The OpenDocument text has tracked changes; they were read as if accepted."]);
}

#[test]
fn a_table_of_contents_stands_around_the_paper() {
    let contents = format!(
        "<text:table-of-content><text:table-of-content-source/><text:index-body>{}{}</text:index-body></text:table-of-content>",
        p("1. Fees<text:tab/>2"),
        p("2. Dues<text:tab/>3")
    );
    let meeting = meeting(&document(&(contents + &p("1. Fees") + &p("To be set.") + &p("2. Dues"))));
    assert_eq!(agenda(&meeting), ["1 | Fees", "2 | Dues"]);
}

#[test]
fn one_file_of_xml_reads_like_a_package() {
    let (flat, package) = (meeting(&flat()), meeting(&paper()));
    assert_eq!(agenda(&flat)[0], "1 | Bins & more");
    assert_eq!(agenda(&flat), agenda(&package));
}

#[test]
fn other_documents_and_damage_are_refused_in_words() {
    let sheet =
        package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<a/>")]);
    assert_eq!(read(&sheet).unwrap_err(), Refusal::NotText("an OpenDocument spreadsheet"));
    let locked = package(&[("content.xml", b"x"), ("META-INF/manifest.xml", b"<manifest:encryption-data/>")]);
    assert_eq!(read(&locked).unwrap_err(), Refusal::Locked("OpenDocument text"));
    assert_eq!(
        read(&package(&[("content.xml", b"<office:body>")])).unwrap_err(),
        Refusal::NoWords("OpenDocument text")
    );
    let swollen = package(&[("content.xml", &vec![b' '; 49 << 20])]);
    assert_eq!(read(&swollen).unwrap_err(), Refusal::Swells("OpenDocument text"));
}

#[test]
fn deep_and_huge_documents_are_read() {
    let business = p("1. Bins") + &p("2. Trees");
    for tag in [
        "text:p",
        "text:list><text:list-item",
        "table:table><table:table-row><table:table-cell",
        "text:span",
        "text:section",
    ] {
        assert!(read(&document(&(business.clone() + &format!("<{tag}>").repeat(20_000)))).is_ok(), "{tag}");
    }
    let blanks = p(&format!("1. Bins{}", "<text:s text:c=\"4000000000\"/>".repeat(2000)));
    let cells = "<table:table-cell table:number-columns-repeated=\"4000000000\" table:number-rows-spanned=\"4000000000\"/>".repeat(2000);
    let table = format!("<table:table><table:table-row>{cells}</table:table-row></table:table>");
    assert!(read(&document(&(blanks + &p("2. Trees") + &table))).is_ok());
}
