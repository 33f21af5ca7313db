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

#[cfg(unix)]
#[test]
fn a_program_ends_with_the_command_that_started_it() {
    use std::os::unix::fs::PermissionsExt;
    let house = House::new();
    house.write("old.doc", OLD);
    fs::create_dir(house.path("programs")).unwrap();
    // A name of its own can be waited for: it is there once its words are in it.
    let started = house.path("started");
    let script = format!("#!/bin/sh\necho $$ > {0}.new; mv {0}.new {0}\nexec sleep 600\n", started.display());
    let office = house.write("programs/soffice", &script);
    fs::set_permissions(&office, fs::Permissions::from_mode(0o755)).unwrap();
    let path = env::join_paths(
        [house.path("programs")].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap())),
    );
    for command in [&["import", "old.doc", "-o", "s.ron"][..], &["import", "old.doc", "--explain"]] {
        let mut child = house.command(command).env("PATH", path.as_ref().unwrap()).spawn().unwrap();
        while !started.exists() {
            std::thread::yield_now();
        }
        let office = fs::read_to_string(&started).unwrap();
        fs::remove_file(&started).unwrap();
        let interrupt = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        assert!(interrupt.unwrap().success());
        assert!(!child.wait().unwrap().success());
        let alive = std::process::Command::new("kill").args(["-0", office.trim()]).status().unwrap();
        assert!(!alive.success(), "{command:?}");
        assert!(!house.path("s.ron").exists());
    }
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

/// A paper that shows a picture at an address, as an old Word document.
fn with_picture(house: &House, address: &str) -> Vec<u8> {
    let names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                 xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
                 xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
                 xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
                 xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    let picture = format!(
        "<draw:frame text:anchor-type=\"as-char\" svg:width=\"2cm\" svg:height=\"2cm\"><draw:image \
         xlink:href=\"{address}\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/></draw:frame>"
    );
    let lines = ["Dock Board", "Agenda for 4 May 2023", "1. Apologies", "2. Bins", "3. Trees"];
    let text = lines.map(|line| format!("<text:p>{line}</text:p>")).concat();
    let paper = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document {names} \
         office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>{text}\
         <text:p>See{picture}</text:p></office:text></office:body></office:document>"
    );
    let paper = house.write("picture.fodt", &paper);
    let profile = format!("-env:UserInstallation=file://{}", house.path("profile").display());
    let arguments = [&profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir"];
    let made = std::process::Command::new("soffice").args(arguments).arg(house.path("")).arg(paper).output();
    assert!(made.unwrap().status.success());
    fs::read(house.path("picture.doc")).unwrap()
}

#[test]
fn a_conversion_asks_no_server_for_anything() {
    use std::net::TcpListener;
    if !are_installed(&["soffice"]) {
        return;
    }
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    server.set_nonblocking(true).unwrap();
    let asked = || std::iter::from_fn(|| server.accept().ok()).count();
    let house = House::new();
    let address = format!("http://{}/picture.png", server.local_addr().unwrap());
    // Making the paper asks for its picture. Each request is answered by its end.
    let made = std::thread::scope(|threads| {
        let paper = threads.spawn(|| with_picture(&house, &address));
        let mut requests = 0;
        while !paper.is_finished() {
            requests += asked();
            std::thread::yield_now();
        }
        (requests + asked() > 0).then(|| paper.join().unwrap())
    });
    let made = made.expect("the paper shows its picture");
    let requests = std::thread::scope(|threads| {
        let read = threads.spawn(|| imported("paper.doc", &made));
        let mut requests = 0;
        while !read.is_finished() {
            requests += asked();
            std::thread::yield_now();
        }
        assert_eq!(read.join().unwrap().0.items.len(), 3);
        requests + asked()
    });
    assert_eq!(requests, 0);
}
