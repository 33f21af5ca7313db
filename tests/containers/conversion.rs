//! Old documents and pictures of pages, which other programs convert: with those programs where they are installed, with
//! scripts in their place, and without any.

use super::docx;
use crate::import::agenda;
use crate::program::{House, Said};
use crate::shared::skipped;
use minutebook::domain::meeting::Meeting;
use minutebook::import::{Conversion, Options, Refusal, Sure, read, read_with};
use std::path::{Path, PathBuf};
use std::{env, fs};

const OLD: &[u8] = include_bytes!("harbour.doc");
const SCAN: &[u8] = include_bytes!("harbour-scan.pdf");

const ITEMS: [&str; 5] = [
    "1 | Apologies for absence",
    "2 | Declarations of interest",
    "3 | Dredging of the outer harbour",
    "4 | Harbour dues",
    "5 | Any other business",
];

/// What the converted paper is in these tests.
fn converted() -> Vec<u8> {
    let lines = ["Dock Board", "Agenda for 4 May 2023", "1. Apologies", "2. Bins", "3. Trees"];
    docx::word(&lines.map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).concat())
}

fn import(house: &House, name: &str, path: &Path) -> Said {
    let mut command = house.command(&["import", name, "-o", "s.ron"]);
    Said::of(command.env("PATH", path).output().unwrap())
}

#[test]
fn without_the_programs_the_clerk_is_told_which_to_install() {
    let house = House::new();
    house.write("old.doc", OLD);
    house.write("scan.pdf", SCAN);
    house.write("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let told = [
        ("old.doc", "seems to be an old Word document (.doc); install LibreOffice"),
        ("scan.pdf", "pictures of pages and no text; install tesseract and pdftoppm"),
        ("photo.txt", "is a picture; install tesseract"),
    ];
    for (name, words) in told {
        let said = import(&house, name, &house.path("nowhere"));
        assert!(said.complaint(1).contains(words), "{said:?}");
        assert!(!house.path("s.ron").exists());
    }
}

#[test]
fn what_another_program_makes_is_read_and_told() {
    let convert = |conversion: Conversion, bytes: &[u8]| {
        assert!(bytes == OLD || conversion != Conversion::Document("an old Word document (.doc)"));
        Ok(converted())
    };
    let options = Options { convert: &convert, ..Options::default() };
    let proposal = read_with(OLD, &options).unwrap();
    assert_eq!(agenda(&proposal.meeting), ["1 | Apologies", "2 | Bins", "3 | Trees"]);
    assert_eq!(proposal.notes, ["The document was converted by LibreOffice."]);
    assert!(proposal.lines.iter().any(|line| line.sure == Sure::Recognised));
    // Words that were recognised from pictures are guesses, all of them, in the record as well.
    let proposal = read_with(SCAN, &options).unwrap();
    assert!(proposal.notes[0].contains("guesses; compare them with the paper"), "{:?}", proposal.notes);
    assert!(proposal.lines.iter().all(|line| line.sure != Sure::Recognised));
    assert!(proposal.meeting.paper.iter().all(|line| line.sure != Sure::Recognised));
    assert_eq!(read(OLD).unwrap_err(), Refusal::OldDocument("an old Word document (.doc)"));
    assert_eq!(read(SCAN).unwrap_err(), Refusal::Scanned);
}

#[cfg(unix)]
#[test]
fn a_program_that_fails_is_told_with_a_hint() {
    use std::os::unix::fs::PermissionsExt;
    let house = House::new();
    house.write("old.doc", OLD);
    let programs = house.path("programs");
    fs::create_dir(&programs).unwrap();
    let office = house.write("programs/soffice", "#!/bin/sh\nexit 3\n");
    fs::set_permissions(&office, fs::Permissions::from_mode(0o755)).unwrap();
    let said = import(&house, "old.doc", &programs);
    assert!(
        said.complaint(1).contains("LibreOffice could not read this file; open it, save it as Word"),
        "{said:?}"
    );
    // A program that ends well and makes nothing has failed, too.
    fs::write(&office, "#!/bin/sh\nexit 0\n").unwrap();
    let said = import(&house, "old.doc", &programs);
    assert!(said.complaint(1).contains("LibreOffice could not read this file"), "{said:?}");
}

/// Whether programs are installed; says aloud where they are not.
fn are_installed(names: &[&str]) -> bool {
    let folders: Vec<PathBuf> =
        env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default();
    let missing = names.iter().find(|name| !folders.iter().any(|folder| folder.join(name).is_file()));
    if let Some(missing) = missing {
        skipped(&format!("{missing} is not installed"));
    }
    missing.is_none()
}

/// The meeting that the program itself imports.
fn imported(name: &str, bytes: &[u8]) -> (Meeting, String) {
    let house = House::new();
    house.write(name, bytes);
    let report = import(&house, name, Path::new(&env::var_os("PATH").unwrap_or_default())).well();
    (minutebook::store::read_only(&house.path("s.ron")).unwrap().session.meeting().clone(), report)
}

#[test]
fn an_old_word_document_is_read_where_libreoffice_is_installed() {
    if are_installed(&["soffice"]) {
        let (meeting, report) = imported("old.doc", OLD);
        assert_eq!(agenda(&meeting), ITEMS);
        assert_eq!(meeting.head.body, "Saltmarsh Harbour Partnership");
        assert!(report.contains("converted by LibreOffice"), "{report}");
    }
}

#[test]
fn pictures_of_pages_are_read_where_tesseract_is_installed() {
    if are_installed(&["tesseract", "pdftoppm"]) {
        let (meeting, report) = imported("scan.pdf", SCAN);
        assert_eq!(agenda(&meeting), ITEMS);
        assert!(report.contains("Guessed; please look at these"), "{report}");
    }
}
