//! Rich text: code pages, Unicode, lists, tables and bold words, and what harm can be done with it.

use super::meeting;
use crate::import::agenda;
use minutebook::import::{Refusal, read};

const HEAD: &str = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Calibri;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset204 Times;}}{\stylesheet{\s0 Normal;}{\s1\b heading 1;}}{\info{\title Not this}}{\header 9. Not this\par}";

fn document(body: &str) -> Vec<u8> {
    let head = r"\pard\b SALTMARSH HARBOUR PARTNERSHIP\b0\par Agenda for the meeting on Thursday 4 May 2023 at 10.00 am\par\par";
    format!("{HEAD}{head}\n{body}}}").into_bytes()
}

/// A paper with most of what such documents have.
pub fn paper() -> Vec<u8> {
    document(
        r"\pard{\listtext\pard\plain 1.\tab}\ilvl0\ls1 Bins \'96 all\par{\listtext 2.\tab}Trees\u8211 ?ash\par\trowd\cellx1000\cellx2000\pard\intbl a\cell b\cell\row\pard\page The end{\footnote Note}\par",
    )
}

#[test]
fn paragraphs_with_their_numbers_are_read() {
    let body = r"\pard\s1{\listtext\pard\plain\f0 1.\tab}\ls1\ilvl0 Apologies\par
{\pntext\f0 2.\tab}Harbour dues\par
\pard\ilvl1{\listtext\pard\plain a)\tab}Visiting boats\par{\listtext b)\tab}Moorings\par
\pard\ilvl0{\listtext 3.\tab}Any other business\par";
    let meeting = meeting(&document(body));
    assert_eq!(agenda(&meeting), ["1 | Apologies", "2 | Harbour dues", "3 | Any other business"]);
    assert_eq!(meeting.items[1].heading.text, ["a) Visiting boats", "b) Moorings"]);
    assert_eq!(meeting.head.body, "Saltmarsh Harbour Partnership");
}

#[test]
fn a_table_is_read_cell_by_cell() {
    let row = |cells: [&str; 4]| {
        let cells: String = cells.iter().map(|cell| format!("{cell}\\cell ")).collect();
        format!("\\trowd\\cellx800\\cellx1600\\cellx6000\\cellx9000\\pard\\intbl {cells}\\row\n")
    };
    let wide = "\\trowd\\cellx9000\\pard\\intbl Business\\cell\\row ";
    let body = row(["Time", "No.", "Item", "Lead"])
        + wide
        + &row(["9.30", "1", "Welcome to the meeting", "Chair"])
        + &row(["9.40", "2", "Annual report on the work\\par of the harbour", "Mr Groyne"])
        + &row(["10.05", "{\\listtext 3\\tab}", "Fees", "Linden Fenwick"])
        + "\\pard The end of the table.\\par";
    let meeting = meeting(&document(&body));
    let titles: Vec<&str> = meeting.items.iter().map(|item| item.heading.title.as_str()).collect();
    assert_eq!(titles.len(), 3, "{titles:?}");
    assert_eq!((titles[0], titles[2]), ("Welcome to the meeting", "Fees"));
}

#[test]
fn what_is_not_printed_stays_out_and_boxes_and_notes_are_read() {
    let body = r"\pard 1. Fish{\v hidden}eries{\*\bkmkstart x}{\pict 0fe2}{\deleted gone}\par 2. Dues{\footnote\pard\plain See the plan.}\par{\shp{\*\shpinst\shpleft1{\shptxt 3. Boxed\par}}}\pard 4. Last{\*\annotation said}\par";
    let proposal = read(&document(body)).unwrap();
    assert_eq!(agenda(&proposal.meeting), ["1 | Fisheries", "2 | Dues", "3 | Boxed", "4 | Last"]);
    assert_eq!(proposal.meeting.items[1].heading.text, ["Note: See the plan."]);
    assert_eq!(
        proposal.notes,
        ["The rich text document has tracked changes; they were read as if accepted."]
    );
}

#[test]
fn a_text_box_within_a_paragraph_or_a_cell_leaves_what_stands_around_it_alone() {
    let boxed = r"{\shp{\*\shpinst\shpleft1{\shptxt\pard\plain Boxed words\par}}}";
    let around = format!(r"\pard 1. Welcome\par 2. Budget{boxed} for the year\par 3. Last\par");
    let proposal = read(&document(&around)).unwrap();
    assert_eq!(agenda(&proposal.meeting), ["1 | Welcome", "2 | Budget for the year", "3 | Last"]);
    let row = |number: &str, title: &str, boxed: &str| {
        let edges = r"\trowd\cellx800\cellx6000\pard\intbl ";
        format!(r"{edges}{number}\cell {title}{boxed}\cell\row ")
    };
    let table = row("1", "Welcome", "") + &row("2", "Budget", boxed) + &row("3", "Close", "");
    let proposal = read(&document(&table)).unwrap();
    let agenda = agenda(&proposal.meeting);
    assert!(
        ["2 | Budget", "3 | Close"].iter().all(|item| agenda.iter().any(|found| found == item)),
        "{agenda:?}"
    );
}

#[test]
fn plain_goes_back_to_the_letters_of_the_default_font() {
    let body =
        r"\pard 1. Fees{\f1 \'b7\plain  and dues}\par 2. Ropes\f1 \'b7\plain  and boats\par 3. Last\par";
    assert_eq!(agenda(&meeting(&document(body))), ["1 | Fees• and dues", "2 | Ropes• and boats", "3 | Last"]);
}

#[test]
fn headings_and_bold_words_without_numbers_are_items() {
    let item = |title: &str| {
        format!("\\pard\\sb240\\outlinelevel0 {title}\\par\\pard\\sb0 To be considered by all.\\par ")
    };
    let body = ["Apologies", "Harbour dues", "Any other business"].map(item).concat();
    assert_eq!(
        agenda(&meeting(&document(&body))),
        [" | Apologies", " | Harbour dues", " | Any other business"]
    );
}

#[test]
fn damage_is_told_and_depth_and_size_are_borne() {
    let whole = document(r"\pard 1. Bins\par 2. Trees\par");
    let cut = &whole[..whole.len() - 8];
    assert_eq!(
        read(cut).unwrap().notes,
        ["The rich text document is cut off; it was read as far as it goes."]
    );
    assert_eq!(read(b"{\\rtf1 }").unwrap_err(), Refusal::NoWords("rich text document"));
    for piece in [
        "{",
        "{\\*",
        "}",
        "\\cell ",
        "\\row ",
        "\\u-1 ",
        "\\bin999999999 ",
        "{\\listtext ",
        "\\trowd\\cellx9\\cell\\row ",
    ] {
        let body = format!("\\pard 1. Bins\\par 2. Trees\\par {}", piece.repeat(50_000));
        assert!(read(&document(&body)).is_ok(), "{piece}");
    }
}
