//! PDF documents: words drawn in any order, in runs of their own, with heads and feet around them; and files that
//! are locked, scanned or damaged.

use super::meeting;
use super::score::is_read_from;
use crate::import::agenda;
use minutebook::import::{Meaning, Refusal, read};

/// A PDF of pages with this content each, in Courier.
pub fn pdf(pages: &[String]) -> Vec<u8> {
    pdf_in("Courier", pages)
}

/// A PDF of pages with this content each, in one of the fonts that every reader has.
fn pdf_in(font: &str, pages: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        format!("<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>"),
    ];
    let mut kids = String::new();
    for page in pages {
        let at = objects.len() + 1;
        kids.push_str(&format!("{at} 0 R "));
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {} 0 R >>", at + 1));
        objects.push(format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()));
    }
    objects[1] = format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len());
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        places.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = file.len();
    let size = objects.len() + 1;
    file.push_str(&format!("xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}

/// Words at a place.
fn at(left: usize, base: usize, words: &str) -> String {
    let coded: String = words.chars().map(coded).collect();
    format!("BT /F 10 Tf {left} {base} Td ({coded}) Tj ET\n")
}

/// A character as a PDF writes it in Windows-1252.
fn coded(character: char) -> String {
    const HIGH: [(char, u8); 9] = [
        ('‘', 0o221),
        ('’', 0o222),
        ('“', 0o223),
        ('”', 0o224),
        ('•', 0o225),
        ('–', 0o226),
        ('—', 0o227),
        ('…', 0o205),
        ('€', 0o200),
    ];
    let byte = HIGH.iter().find(|(high, _)| *high == character).map(|(_, byte)| *byte);
    match byte.or_else(|| u8::try_from(u32::from(character)).ok()) {
        Some(byte @ (b'(' | b')' | b'\\')) => format!("\\{}", char::from(byte)),
        Some(byte @ 32..=126) => char::from(byte).to_string(),
        Some(byte) => format!("\\{byte:03o}"),
        None => "?".to_owned(),
    }
}

/// A text as a PDF: its pages, and what is parted by gaps drawn in runs of its own, the last first.
fn printed(text: &str) -> Vec<u8> {
    let text = text.replace('ﬁ', "fi").replace('ﬂ', "fl").replace('\u{ad}', "").replace('\t', "        ");
    let lines: Vec<&str> = text.split('\n').collect();
    let mut pages = vec![String::new()];
    let mut row = 0;
    for line in lines {
        for (piece, words) in line.split('\u{c}').enumerate() {
            if piece > 0 || row > 60 {
                pages.push(String::new());
                row = 0;
            }
            row += 1;
            let mut cells: Vec<String> = Vec::new();
            let letters: Vec<char> = words.chars().collect();
            let mut start = 0;
            while start < letters.len() {
                let rest: String = letters[start..].iter().collect();
                let cell = rest.split("   ").next().unwrap();
                let length = cell.chars().count();
                if !cell.trim().is_empty() {
                    cells.push(at(30 + start * 6, 820 - row * 13, cell));
                }
                start += length.max(1);
            }
            pages.last_mut().unwrap().extend(cells.into_iter().rev());
        }
    }
    pdf(&pages)
}

#[test]
fn the_papers_beside_the_project_are_read_from_pdf() {
    for name in [
        "03-pdf-pack-lettered-items",
        "004_65bc9ee2a845cac4",
        "07-nhs-board-table-agenda",
        "04-parish-agenda-summons",
        "11-planning-minutes-recorded-votes",
        "13-us-city-council-minutes",
    ] {
        is_read_from(name, printed);
    }
}

/// A line that is set letter by letter, as word processors do to move letters closer.
fn kerned(base: usize, words: &str) -> String {
    let letters: Vec<String> = words.chars().map(|letter| format!("({})", coded(letter))).collect();
    format!("BT /F 10 Tf 40 {base} Td [{}] TJ ET\n", letters.join(" 4 "))
}

#[test]
fn thin_letters_side_by_side_are_two_and_bold_ones_drawn_twice_are_one() {
    let lines = ["Quay Committee", "1. Village Hall, small room", "2. Illness of the Harrier's crew"];
    let mut page: String = lines.iter().enumerate().map(|(at, line)| kerned(800 - 30 * at, line)).collect();
    page.push_str("BT /F 10 Tf 40 700 Td (3. Hall) Tj ET BT /F 10 Tf 40.3 700 Td (3. Hall) Tj ET\n");
    let found = read(&pdf_in("Helvetica", &[page])).unwrap();
    assert_eq!(
        agenda(&found.meeting),
        ["1 | Village Hall, small room", "2 | Illness of the Harrier's crew", "3 | Hall"]
    );
}

/// Three pages of an agenda with a running head and foot, drawn in no order.
pub fn pack() -> Vec<u8> {
    let head = at(200, 830, "Saltmarsh Harbour Partnership");
    let page = |number: usize, words: String| head.clone() + &words + &at(280, 20, &format!("Page {number}"));
    pdf(&[
        page(
            1,
            at(60, 700, "Harbour dues in the coming year and")
                + &at(40, 780, "AGENDA for Thursday 4 May 2023 at 10.00 am")
                + &at(60, 740, "Apologies")
                + &at(40, 740, "1.")
                + &at(60, 687, "what to do about them")
                + &at(40, 700, "2.")
                + &at(500, 740, "3 - 4"),
        ),
        page(2, at(40, 780, "3.") + &at(60, 780, "Moorings")),
        page(3, at(40, 780, "4.") + &at(60, 780, "Any other business")),
    ])
}

#[test]
fn numbers_titles_and_pages_drawn_apart_are_put_together() {
    let read = read(&pack()).unwrap();
    let titles = [
        "1 | Apologies",
        "2 | Harbour dues in the coming year and what to do about them",
        "3 | Moorings",
        "4 | Any other business",
    ];
    assert_eq!(agenda(&read.meeting), titles);
    assert_eq!(read.meeting.items[0].heading.pages, "3 - 4");
    assert_eq!(read.meeting.head.body, "Saltmarsh Harbour Partnership");
    let heads: Vec<Meaning> = read
        .lines
        .iter()
        .filter(|line| line.text.starts_with("Saltmarsh"))
        .map(|line| line.meaning)
        .collect();
    assert_eq!(heads, [Meaning::Body, Meaning::Furniture, Meaning::Furniture]);
}

#[test]
fn letters_set_closer_or_wider_are_one_word() {
    let page = "BT /F 10 Tf 40 700 Td [(1. Apo) 40 (lo) -60 (gies)] TJ 0 -30 Td (2. H) Tj (arbour) Tj T* ET /Artifact BMC BT /F 8 Tf 40 20 Td (3. Printed by) Tj ET EMC";
    let meeting = meeting(&pdf(&[at(40, 760, "Agenda for the meeting of the Dock Board") + page]));
    assert_eq!(agenda(&meeting), ["1 | Apologies", "2 | Harbour"]);
}

#[test]
fn a_page_that_is_shown_turned_is_read_as_it_is_shown() {
    let page = "0 1 -1 0 595 0 cm\n".to_owned()
        + &at(40, 500, "Agenda for the Dock Board meeting")
        + &at(40, 460, "1. Bins")
        + &at(40, 430, "2. Trees");
    let turned = String::from_utf8(pdf(&[page]))
        .unwrap()
        .replace("/MediaBox [0 0 595 842]", "/Rotate 90             ");
    assert_eq!(agenda(&meeting(turned.as_bytes())), ["1 | Bins", "2 | Trees"]);
}

#[test]
fn pages_without_text_are_told() {
    let scanned = pdf(&["0 0 10 10 re f".to_owned(), "q Q".to_owned()]);
    assert_eq!(read(&scanned).unwrap_err(), Refusal::Scanned);
    assert!(Refusal::Scanned.to_string().contains("pictures"));
    let mixed = pdf(&[
        at(40, 700, "Agenda of the Board") + &at(40, 660, "1. Bins") + &at(40, 630, "2. Trees"),
        String::new(),
    ]);
    assert_eq!(read(&mixed).unwrap().notes, ["Page 2 has no text; it may be a picture."]);
}

#[test]
fn what_is_locked_or_damaged_is_refused_in_words() {
    let file = String::from_utf8(pack()).unwrap();
    let locked = file.replace("trailer\n<<", "trailer\n<< /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O (0123456789abcdef0123456789abcdef) /U (0123456789abcdef0123456789abcdef) >> /ID [(a) (a)]");
    assert_eq!(read(locked.as_bytes()).unwrap_err(), Refusal::Locked("PDF document"));
    assert_eq!(read(b"%PDF-1.7\nnothing").unwrap_err(), Refusal::Damaged("PDF document"));
    let cut = &file.as_bytes()[..file.len() / 2];
    assert!(read(cut).is_ok() || read(cut) == Err(Refusal::Damaged("PDF document")));
}

#[test]
fn drawings_that_place_each_other_and_states_without_end_are_bounded() {
    let forms = "<< /Type /XObject /Subtype /Form /Length 20 /Resources << /XObject << /X 5 0 R >> >> >>\nstream\n/X Do /X Do /X Do   \nendstream";
    let page = "/X Do ".repeat(50) + &"q ".repeat(50_000) + &"[".repeat(20_000);
    let file = String::from_utf8(pdf(&[page, forms.to_owned()])).unwrap();
    let file = file.replace("/Resources << /Font", "/Resources << /XObject << /X 7 0 R >> /Font");
    let _ = read(file.as_bytes());
    let _ = read(format!("%PDF-1.7\n1 0 obj\n{}", "[".repeat(100_000)).as_bytes());
}
