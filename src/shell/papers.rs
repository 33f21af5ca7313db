//! The deeds that need no screen: import, export, check, recover.

use super::carry;
use super::cli::{Carry, PaperName, print, print_bytes};
use super::clipboard::Clipboard;
use super::complaint::Complaint;
use super::conversion;
use super::houses;
use super::interrupt::Interrupt;
use super::returned;
use crate::desk::sentence;
use crate::domain::id::PersonId;
use crate::domain::meeting::Meeting;
use crate::domain::people::Person;
use crate::domain::style::Style;
use crate::export::{Audience, Format, Order, Paper, Printed, json};
use crate::import::{self, Explanation, Options, People, Proposal, Refusal, Watch};
use crate::store;
use std::fs;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

/// The largest paper that is read. An agenda pack of a thousand pages of text is a tenth of it.
const LARGEST_PAPER: u64 = 64 << 20;

/// Whether a path stands for standard input or output.
fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Where an agenda comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// A file, or standard input.
    File(PathBuf),
    /// What was copied.
    Clipboard,
}

/// An agenda that is to be read, with the list of its members where one is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Agenda {
    /// The agenda itself.
    pub source: Source,
    /// A list of people.
    pub people: Option<PathBuf>,
    /// Number of the agenda where the file has several, from 1.
    pub number: Option<usize>,
}

impl Agenda {
    /// The name by which it is spoken of.
    pub fn name(&self) -> String {
        match &self.source {
            Source::File(path) => path.display().to_string(),
            Source::Clipboard => "the clipboard".to_owned(),
        }
    }
}

/// Reads an agenda, adds the people of a list, and says what it proposes. A session is taken as the pattern of
/// the next meeting. An interactive reading can be corrected by the clerk, so that it may have no items. `watch` follows the
/// progress, and may stop it.
pub(super) fn read_agenda(
    agenda: &Agenda,
    interactive: bool,
    watch: Watch<'_>,
) -> Result<Proposal, Complaint> {
    let mut proposal = match &agenda.source {
        Source::File(path) => {
            let bytes = read_paper(path)?;
            let told = |refusal| Complaint::of(format!("{}: {refusal}", path.display()));
            if store::snapshot::is_record(&bytes) {
                import::template(&store::snapshot::of_bytes(path, &bytes)?.meeting).map_err(told)?
            } else {
                let convert = |conversion, bytes: &[u8]| conversion::convert(conversion, bytes, watch);
                let options = Options { watch, convert: &convert, agenda: agenda.number, interactive };
                import::read_with(&bytes, &options).map_err(told)?
            }
        }
        Source::Clipboard => {
            let options = Options { watch, agenda: agenda.number, interactive, ..Options::default() };
            let has_items = |proposal: &Proposal| !proposal.meeting.items.is_empty();
            copied(|bytes| import::read_with(bytes, &options), has_items)?
        }
    };
    if let Some(path) = &agenda.people {
        let list = read_people(path)?;
        proposal.notes.extend(list.notes);
        let mut ids = proposal.meeting.ids();
        for person in import::newcomers(&proposal.meeting, list.people) {
            let id = PersonId(ids.draw());
            proposal.meeting.people.push(Person { id, ..person });
        }
    }
    Ok(proposal)
}

/// Explains how an agenda is read.
pub(super) fn explain_agenda(agenda: &Agenda) -> Result<Explanation, Complaint> {
    let Source::File(path) = &agenda.source else {
        let options = Options { agenda: agenda.number, ..Options::default() };
        let explain = |bytes: &[u8]| import::explain_with(bytes, &options);
        return copied(explain, |explanation| explanation.refusal.is_none());
    };
    let bytes = read_paper(path)?;
    let name = path.display();
    if store::snapshot::is_record(&bytes) {
        let hint = "give the agenda that it was made from";
        return Err(Complaint::of(format!("{name} is a session, and nothing in it is guessed; {hint}")));
    }
    let interrupt = Interrupt::default();
    let watch = |_| !interrupt.is_asked_for();
    let convert = |conversion, bytes: &[u8]| conversion::convert(conversion, bytes, &watch);
    let options = Options { watch: &watch, convert: &convert, agenda: agenda.number, ..Options::default() };
    import::explain_with(&bytes, &options).map_err(|refusal| Complaint::of(format!("{name}: {refusal}")))
}

/// Reads what was copied: as the page it was copied from where the clipboard has that and it `is_read`, otherwise as
/// text.
fn copied<T>(
    read: impl Fn(&[u8]) -> Result<T, Refusal>,
    is_read: impl Fn(&T) -> bool,
) -> Result<T, Complaint> {
    let mut clipboard = Clipboard::default();
    let page = clipboard.page().and_then(|page| read(page.as_bytes()).ok());
    if let Some(found) = page.filter(is_read) {
        return Ok(found);
    }
    let Some(text) = clipboard.paste().filter(|text| !text.trim().is_empty()) else {
        let said = "the clipboard has no text; copy the agenda first, or paste it into standard input with -";
        return Err(Complaint::of(said));
    };
    read(text.as_bytes()).map_err(|refusal| Complaint::of(format!("the clipboard: {refusal}")))
}

/// Reads a list of people.
pub(super) fn read_people(path: &Path) -> Result<People, Complaint> {
    let bytes = read_paper(path)?;
    import::people(&bytes).map_err(|refusal| Complaint::of(format!("{}: {refusal}", path.display())))
}

pub(super) fn read_paper(path: &Path) -> Result<Vec<u8>, Complaint> {
    let mut bytes = Vec::new();
    let limit = LARGEST_PAPER + 1;
    let read = if is_standard(path) {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    read.map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > LARGEST_PAPER {
        let said = "is larger than any agenda or draft (64 MB); give the front sheet or the draft alone";
        return Err(Complaint::of(format!("{} {said}", path.display())));
    }
    Ok(bytes)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Complaint {
    use std::io::ErrorKind;
    let name = path.display();
    Complaint::of(match error.kind() {
        ErrorKind::NotFound => {
            format!("there is no file {name}; check the name, or give - to read standard input")
        }
        ErrorKind::PermissionDenied => {
            format!("{name} may not be read; ask its owner, or copy it to your own folder")
        }
        ErrorKind::IsADirectory => format!("{name} is a folder; give the agenda's file"),
        _ => format!("{name} cannot be read: {error}; copy it to this machine and try again"),
    })
}

/// `minutebook import`
pub(super) fn import(
    agenda: &Agenda,
    output: Option<PathBuf>,
    carry: &Carry,
    as_json: bool,
) -> Result<u8, Complaint> {
    if !as_json && output.is_none() {
        return Err(Complaint::usage(
            "say where to keep the session with -o SESSION.ron, or ask for --format json",
        ));
    }
    if output.as_deref().is_some_and(is_standard) {
        return Err(Complaint::usage("a session is kept in a file; give -o a name such as SESSION.ron"));
    }
    let interrupt = Interrupt::default();
    let mut proposal = match read_agenda(agenda, false, &|_| !interrupt.is_asked_for()) {
        Err(complaint) if as_json => {
            print(&json::refusal_json(&complaint.sentence()))?;
            return Err(complaint);
        }
        proposal => proposal?,
    };
    // The neutral form says what the paper says, and nothing that is carried on.
    let read = as_json.then(|| json::json(&proposal.meeting, &proposal.earlier, Audience::Full));
    if let Some(output) = output {
        carry::carry_on(&mut proposal, carry)?;
        store::create(&output, &proposal.meeting, &store::new_id())?;
    }
    if let Some(read) = read { print(&read) } else { print(&import::report(&proposal)) }
}

/// The house style of this name, or the session's own.
pub(super) fn style(name: Option<&str>, meeting: &Meeting) -> Result<&'static Style, Complaint> {
    let (houses, wrong) = houses::read();
    let Some(name) = name else { return Ok(houses.style_or_usual(&meeting.head.style)) };
    houses.style(name).ok_or_else(|| {
        let names = houses.style_names().join(", ");
        let wrong = wrong.map(|wrong| format!(" ({wrong})")).unwrap_or_default();
        Complaint::usage(format!("there is no style called {name}; there are {names}{wrong}"))
    })
}

/// What is to be exported, as it was asked for.
pub(super) struct Wanted {
    pub format: &'static Format,
    pub paper: PaperName,
    pub item: Option<String>,
    pub audience: Option<Audience>,
    pub style: Option<String>,
    pub output: Option<PathBuf>,
}

/// `minutebook export`
pub(super) fn export(session: &Path, wanted: Wanted) -> Result<u8, Complaint> {
    let format = wanted.format;
    let output = wanted.output.filter(|path| !is_standard(path));
    if !format.is_text && output.is_none() && std::io::stdout().is_terminal() {
        let (name, ending) = (format.name, format.extension);
        let said = format!("{name} is not for reading on a terminal; give it a file with -o NAME.{ending}");
        return Err(Complaint::usage(said));
    }
    let looked = store::read_only(session)?;
    let meeting = looked.session.meeting();
    let state = returned::state(&looked.id, looked.session.entries());
    let order = Order {
        meeting,
        paper: paper(meeting, wanted.paper, wanted.item.as_deref())?,
        style: style(wanted.style.as_deref(), meeting)?,
        profile: houses::read().0.profile_of(&meeting.head),
        audience: wanted.audience.unwrap_or(Audience::Public),
        state: Some(&state),
    };
    let Printed { bytes, notes } = format.print(&order).map_err(Complaint::usage)?;
    let done = match output {
        Some(path) => write(&path, &bytes).map(|()| 0).map_err(Complaint::of),
        None => print_bytes(&bytes),
    }?;
    // What nobody asked to be left out is not left out in silence.
    let unasked = order.left_out().filter(|_| wanted.audience.is_none());
    let unasked = unasked.map(|left_out| format!("{left_out}; --audience full prints everything"));
    for note in notes.into_iter().chain(unasked) {
        let _ = writeln!(std::io::stderr(), "minutebook: {}", crate::text::tame(&sentence(&note)));
    }
    Ok(done)
}

/// The paper that is asked for. An item goes by its label on the agenda, or else by its minute number.
fn paper(meeting: &Meeting, name: PaperName, item: Option<&str>) -> Result<Paper, Complaint> {
    let paper = match (name, item) {
        (PaperName::Item, None) => {
            return Err(Complaint::usage("say which item with --item LABEL, such as --item B1"));
        }
        (PaperName::Item, Some(label)) => {
            let mut labelled =
                meeting.items.iter().filter(|item| item.heading.label.eq_ignore_ascii_case(label));
            let mut numbers = meeting.minute_numbers();
            let found = labelled.next().map(|item| item.id);
            let found =
                found.or_else(|| numbers.find(|(_, number)| number.to_string() == label).map(|(id, _)| id));
            let hint = "give its label on the agenda, or its minute number";
            Paper::Item(found.ok_or_else(|| Complaint::usage(format!("there is no item {label}; {hint}")))?)
        }
        (_, Some(_)) => return Err(Complaint::usage("--item goes with --paper item alone")),
        (PaperName::Minutes, None) => Paper::Minutes,
        (PaperName::Decisions, None) => Paper::Decisions,
        (PaperName::Actions, None) => Paper::Actions,
    };
    Ok(paper)
}

/// Writes an export whole, or says why not. It never takes the place of a session.
pub(super) fn write(path: &Path, minutes: &[u8]) -> Result<(), String> {
    if path.extension().is_some_and(|ending| ending == "ron" || ending == "journal") {
        let other = path.with_extension("txt");
        return Err(format!(
            "{} is the name of a session; choose another, such as {}",
            path.display(),
            other.display()
        ));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(minutes)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|refused| refused.error).map(drop)
    });
    written.map_err(|error| format!("{} cannot be written: {error}; choose another folder", path.display()))
}
