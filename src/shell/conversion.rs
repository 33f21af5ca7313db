//! Conversion of papers by other programs: LibreOffice for old documents, pdftoppm and tesseract for pictures of pages.
//! Each works in a temporary folder of its own, under a name of ours, for a bounded time.

use super::external::{self, Failure};
use crate::import::{Conversion, Progress, Refusal, Watch};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// LibreOffice takes seconds, and longer at its first start.
const TIME_TO_CONVERT: Duration = Duration::from_secs(90);
/// A page takes a few seconds to recognise.
const TIME_TO_RECOGNISE: Duration = Duration::from_secs(300);
/// Dots an inch at which small print can be recognised.
const RESOLUTION: &str = "200";
/// A converted document is no larger than the largest paper.
const LARGEST: u64 = 64 << 20;

const OFFICE: [&str; 3] = ["soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];

/// Settings under which no macro runs and nothing is fetched that the document names. The filters for old documents fetch
/// a linked picture in spite of the rest, so that every address is asked of a proxy that is not there (port 9 discards).
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop></item>
</oor:items>
"#;

/// Converts a file, telling `watch` what is done and stopping when it says so.
pub(super) fn convert(conversion: Conversion, bytes: &[u8], watch: Watch<'_>) -> Result<Vec<u8>, Refusal> {
    let made = tempfile::tempdir().map_err(|_| Failure::Failed).and_then(|folder| match conversion {
        Conversion::Document(_) => document(bytes, folder.path(), watch),
        Conversion::Pages => pages(bytes, folder.path(), watch),
        Conversion::Picture => picture(bytes, folder.path(), watch),
    });
    made.map_err(|failure| refusal(conversion, failure))
}

fn refusal(conversion: Conversion, failure: Failure) -> Refusal {
    let (program, hint) = match conversion {
        Conversion::Document(_) => ("LibreOffice", "open it, save it as Word (.docx) and import that"),
        _ => ("tesseract", "import what it was made from, or the front pages alone"),
    };
    match failure {
        Failure::Missing => conversion.missing(),
        Failure::Stopped => Refusal::Stopped,
        Failure::Failed => Refusal::Unconverted(format!("{program} could not read this file; {hint}")),
        Failure::TooSlow => Refusal::Unconverted(format!("{program} took too long over this file; {hint}")),
    }
}

/// Makes a Word document of an old document.
fn document(bytes: &[u8], folder: &Path, watch: Watch<'_>) -> Result<Vec<u8>, Failure> {
    let office = external::find(&OFFICE)?;
    let profile = folder.join("profile");
    fs::create_dir_all(profile.join("user")).map_err(|_| Failure::Failed)?;
    keep(&profile.join("user/registrymodifications.xcu"), SETTINGS.as_bytes())?;
    keep(&folder.join("paper.doc"), bytes)?;
    let mut own_profile = std::ffi::OsString::from("-env:UserInstallation=file://");
    own_profile.push(&profile);
    let arguments = [
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        "made",
        "paper.doc",
    ];
    let arguments: Vec<&OsStr> =
        std::iter::once(own_profile.as_os_str()).chain(arguments.map(OsStr::new)).collect();
    let go_on = || watch(Progress { doing: "converting the document with LibreOffice", percent: 10 });
    external::run(&office, &arguments, folder, TIME_TO_CONVERT, &go_on)?;
    made(&folder.join("made/paper.docx"))
}

/// Makes a PDF with text of a PDF with pictures of pages.
fn pages(bytes: &[u8], folder: &Path, watch: Watch<'_>) -> Result<Vec<u8>, Failure> {
    let (painter, reader) = (external::find(&["pdftoppm"])?, external::find(&["tesseract"])?);
    keep(&folder.join("paper.pdf"), bytes)?;
    let arguments = ["-gray", "-png", "-r", RESOLUTION, "paper.pdf", "page"].map(OsStr::new);
    let go_on = || watch(Progress { doing: "drawing the pages", percent: 10 });
    external::run(&painter, &arguments, folder, TIME_TO_RECOGNISE, &go_on)?;
    let entries = fs::read_dir(folder).map_err(|_| Failure::Failed)?;
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut pages: Vec<String> =
        names.filter(|name| name.starts_with("page") && name.ends_with(".png")).collect();
    // The numbers in the names have as many figures as the last of them.
    pages.sort();
    recognise(&reader, &pages, folder, watch)
}

/// Makes a PDF with text of a picture.
fn picture(bytes: &[u8], folder: &Path, watch: Watch<'_>) -> Result<Vec<u8>, Failure> {
    let reader = external::find(&["tesseract"])?;
    keep(&folder.join("page"), bytes)?;
    recognise(&reader, &["page".to_owned()], folder, watch)
}

fn recognise(reader: &Path, pages: &[String], folder: &Path, watch: Watch<'_>) -> Result<Vec<u8>, Failure> {
    if pages.is_empty() {
        return Err(Failure::Failed);
    }
    keep(&folder.join("pages.txt"), pages.join("\n").as_bytes())?;
    let arguments = ["pages.txt", "made", "-c", "textonly_pdf=1", "pdf"].map(OsStr::new);
    let go_on = || watch(Progress { doing: "recognising the words on the pages", percent: 20 });
    external::run(reader, &arguments, folder, TIME_TO_RECOGNISE, &go_on)?;
    made(&folder.join("made.pdf"))
}

fn keep(path: &PathBuf, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|_| Failure::Failed)
}

/// Reads what a program has made, if it is not larger than any paper.
fn made(path: &Path) -> Result<Vec<u8>, Failure> {
    let size = fs::metadata(path).map_err(|_| Failure::Failed)?.len();
    if size > LARGEST { Err(Failure::Failed) } else { fs::read(path).map_err(|_| Failure::Failed) }
}
