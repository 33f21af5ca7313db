//! How minuting begins: with an agenda that is read, with a session that is opened, or with what a crash left
//! behind. What happens from then on is in [`super::minute`].

use super::carry;
use super::cli::Carry;
use super::clipboard::Clipboard;
use super::clock;
use super::complaint::Complaint;
use super::config;
use super::crash;
use super::desk_file::{self, DeskFile};
use super::houses;
use super::minute::{self, Loop, REST, keep, notes, size};
use super::news::{self, Ears, News};
use super::papers;
use super::reading;
use super::recovery;
use super::terminal::Terminal;
use crate::desk::intake::Intake;
use crate::desk::{Desk, Overlay, sentence};
use crate::import::Choices;
use crate::store::{self, Bell, Library, Opened, StoreError, Waiting};
use crate::view::screen::Screen;
use crate::view::theme::{Palette, Theme};
use std::env;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Instant;

/// `minutebook new`
pub(super) fn new(agenda: &papers::Agenda, output: Option<PathBuf>, carry: &Carry) -> Result<u8, Complaint> {
    let (mut proposal, terminal, ears) = reading::read(agenda)?;
    carry::carry_on(&mut proposal, carry)?;
    let path = match output {
        Some(path) => path,
        None => Library::of_user(env::var_os("MINUTEBOOK_SESSIONS"))?.free_path(&proposal.meeting.head)?,
    };
    let opened = store::create(&path, &proposal.meeting, &store::new_id())?;
    let intake = Intake::new(opened.session.meeting());
    let imported = Imported { intake, choices: proposal.choices, notes: proposal.notes };
    minute(terminal, ears, opened, Some(imported))
}

/// Imported paper, as the import screen shows it first.
struct Imported {
    intake: Intake,
    choices: Choices,
    notes: Vec<String>,
}

/// `minutebook open`
pub(super) fn open(path: &Path) -> Result<u8, Complaint> {
    match Waiting::at(path) {
        Ok(waiting) => take_up(waiting),
        Err(error @ (StoreError::Held { .. } | StoreError::Io { deed: "locking", .. })) => {
            let looked = store::read_only(path)?;
            let mut desk = Desk::new(looked.session);
            // The status line has no room for the path, which the clerk has just given.
            let why = match &error {
                StoreError::Held { by, .. } => {
                    format!("The session is open already, {by}; here it can only be read.")
                }
                _ => format!("The session can only be read here: {}.", error.brief()),
            };
            desk.read_only = Some(why.clone());
            desk.warn(why);
            desk.file = path.to_owned();
            run(Terminal::take()?, Ears::open()?, desk, None, |_, _| Ok(None))
        }
        Err(error) => Err(error.into()),
    }
}

/// Opens a session that is locked; after a crash the clerk first sees what it left behind.
fn take_up(waiting: Waiting) -> Result<u8, Complaint> {
    let Some(compared) = recovery::to_be_shown(&waiting.looked) else {
        return minute(Terminal::take()?, Ears::open()?, waiting.restore()?, None);
    };
    let mut desk = Desk::new(waiting.looked.session.clone());
    desk.file.clone_from(&waiting.files().record);
    desk.read_only = Some("Press Enter to restore what is shown; then typing goes on.".to_owned());
    desk.overlays.push(Overlay::Compared(compared));
    run(Terminal::take()?, Ears::open()?, desk, Some(waiting), |_, _| Ok(None))
}

fn minute(
    terminal: Terminal,
    ears: Ears,
    mut opened: Opened,
    imported: Option<Imported>,
) -> Result<u8, Complaint> {
    let session = std::mem::take(&mut opened.session);
    let mut desk = Desk::new(session.clone());
    desk.file.clone_from(&opened.files.record);
    // What was carried on, and how a list was read, is to be known before minuting begins.
    let (intake, choices, read) = match imported {
        Some(Imported { intake, choices, notes }) => (Some(intake), choices, notes),
        None => (None, Choices::default(), Vec::new()),
    };
    desk.choices = choices;
    let said = notes(&opened.notes).into_iter().chain(read.iter().map(|note| sentence(note)));
    let said: Vec<String> = said.collect();
    desk.take_up(session, opened.place, (!said.is_empty()).then(|| said.join(" ")));
    desk.overlays.extend(intake.map(Overlay::Intake));
    run(terminal, ears, desk, None, |bell, tell| keep(opened, bell, tell).map(Some))
}

/// Puts the desk on the terminal and minutes until the clerk leaves.
fn run(
    terminal: Terminal,
    ears: Ears,
    mut desk: Desk,
    waiting: Option<Waiting>,
    file: impl FnOnce(&Bell, Sender<News>) -> Result<Option<DeskFile>, StoreError>,
) -> Result<u8, Complaint> {
    let palette = furnish(&mut desk);
    let Ears { tell, news, bell } = ears;
    let file = file(&bell, tell.clone())?;
    news::read_dictionary(&tell);
    desk.size = size();
    desk.clock = Some(clock::now());
    let screen = Screen::new(Theme::of(palette));
    desk.elsewhere = desk_file::proposal(&desk.file);
    crash::record_is_at(&desk.file);
    crash::tell(tell.clone());
    let minuting = Loop {
        terminal: Some(terminal),
        desk,
        file,
        waiting,
        tell,
        news,
        bell,
        screen,
        unsent: Vec::new(),
        clipboard: Clipboard::default(),
        stopping: false,
        look_due: Some(Instant::now() + REST),
        ended: false,
    };
    minute::minute(minuting)
}

/// Gives a desk the clerk's own keys, phrases and houses, and says the first of what is wrong with them. Returns the
/// palette that the clerk, or else the terminal, asks for.
fn furnish(desk: &mut Desk) -> Palette {
    let (config, wrong) = config::read();
    let (keys, wrong_key) = config.keys();
    let (phrases, wrong_phrase) = config.phrases();
    let (houses, wrong_house) = houses::read();
    (desk.keys, desk.phrases, desk.houses) = (keys, phrases, houses);
    if let Some(wrong) = wrong.or(wrong_key).or(wrong_phrase).or(wrong_house) {
        desk.warn(sentence(&wrong));
    }
    config.palette()
}
