//! What the desk orders to be done outside: on the disk, the clipboard, the terminal. Who carries it out, and how, is
//! not known here; what comes of it comes back as an event.

use crate::export::{Audience, Format, Paper};
use crate::session::Entry;
use crate::store::OlderCopy;
use std::path::PathBuf;

/// What the program wants done outside itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Write this to the journal, before the next frame is drawn.
    Journal(Box<Entry>),
    /// Write the record itself.
    Save,
    /// Go on with the session under this path.
    SaveElsewhere(PathBuf),
    /// Restore what the journal has beyond the record.
    Restore,
    /// Go on with the record alone, and leave what the journal has beyond it aside.
    LeaveAside,
    /// Say which older copies of the record there are.
    ListCopies,
    /// Read this older copy.
    ReadCopy(OlderCopy),
    /// Read older changes back from the journal, so that they can be undone.
    Recall,
    /// Put this on the clipboard.
    Copy(String),
    /// Put this on the clipboard, for editors that take more than text also as HTML.
    CopyRich(Rich),
    /// Ask the clipboard what it holds.
    Paste,
    /// Write an export.
    Export(ExportOrder),
    /// Read a list of people.
    ReadPeople(PathBuf),
    /// Stop the program until the shell that started it lets it go on.
    Stop,
    /// Read a copy of the draft that came back, and compare it.
    ReadReturned(PathBuf),
    /// End the program.
    Quit,
}

/// Words for the clipboard in two forms that say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rich {
    /// As text.
    pub text: String,
    /// As HTML.
    pub html: String,
}

/// An export, as ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportOrder {
    /// Which paper.
    pub paper: Paper,
    /// The format.
    pub format: &'static Format,
    /// For whom.
    pub audience: Audience,
    /// The house style by name.
    pub style: String,
    /// Where to.
    pub file: PathBuf,
}
