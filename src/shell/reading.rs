//! Reading a paper while the clerk waits: a thread reads, the screen says how far it has come, and Esc stops it. A
//! paper that is read at once needs no screen. Knows nothing of what is in a paper.

use super::complaint::Complaint;
use super::minute;
use super::news::{Ears, News};
use super::papers::{self, Agenda};
use super::terminal::Terminal;
use super::{config, input};
use crate::desk::reading::Reading;
use crate::desk::{Desk, Effect, Overlay};
use crate::import::{Progress, Proposal};
use crate::update::update;
use crate::view::screen::Screen;
use crate::view::theme::Theme;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// What the reader tells.
enum Told {
    /// How far it has come.
    Progress(Progress),
    /// What it has read, or why not.
    Read(Result<Box<Proposal>, Complaint>),
}

/// How long nobody minds waiting without being told anything.
const AT_ONCE: Duration = Duration::from_millis(250);
/// How long a reader that is stopped is waited for, so that it ends the programs that it runs.
const TO_END: Duration = Duration::from_secs(1);
/// How often the screen looks for what the reader has to tell.
const GLANCE: Duration = Duration::from_millis(50);

/// Reads a paper, and takes the terminal for minuting.
pub(super) fn read(agenda: &Agenda) -> Result<(Proposal, Terminal, Ears), Complaint> {
    let stop = Arc::new(AtomicBool::new(false));
    let told = start(agenda.clone(), stop.clone())
        .map_err(|error| Complaint::of(format!("the paper cannot be read: {error}; try again")))?;
    let mut last = Progress { doing: "reading the file", percent: 0 };
    let deadline = Instant::now() + AT_ONCE;
    while let Ok(more) = told.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        match more {
            Told::Read(read) => return Ok((*read?, Terminal::take()?, Ears::open()?)),
            Told::Progress(progress) => last = progress,
        }
    }
    let mut terminal = Terminal::take()?;
    let ears = Ears::open()?;
    let proposal = wait(agenda, &told, last, &mut terminal, &ears);
    if proposal.is_err() {
        end(&told, &stop);
    }
    Ok((proposal?, terminal, ears))
}

/// Stops the thread that reads.
fn end(told: &Receiver<Told>, stop: &AtomicBool) {
    stop.store(true, Ordering::Relaxed);
    let deadline = Instant::now() + TO_END;
    while let Ok(Told::Progress(_)) = told.recv_timeout(deadline.saturating_duration_since(Instant::now())) {}
}

/// Starts the thread that reads. It stops when it is told to, and by itself when nobody listens any more.
fn start(agenda: Agenda, stop: Arc<AtomicBool>) -> std::io::Result<Receiver<Told>> {
    let (tell, told) = mpsc::channel();
    thread::Builder::new().name("reader".into()).spawn(move || {
        let goes_on = || !stop.load(Ordering::Relaxed);
        let progress = |progress| goes_on() && tell.send(Told::Progress(progress)).is_ok();
        let read = papers::read_agenda(&agenda, true, &progress).map(Box::new);
        let _ = tell.send(Told::Read(read));
    })?;
    Ok(told)
}

/// Shows how far the reading has come until it is done, or the clerk stops it.
fn wait(
    agenda: &Agenda,
    told: &Receiver<Told>,
    mut last: Progress,
    terminal: &mut Terminal,
    ears: &Ears,
) -> Result<Proposal, Complaint> {
    let mut desk = Desk::default();
    desk.size = minute::size();
    desk.read_only = Some("The paper is still being read; Esc stops that.".to_owned());
    let mut screen = Screen::new(Theme::of(config::read().0.palette()));
    loop {
        let file = agenda.name();
        let reading = Reading { file, doing: last.doing.to_owned(), percent: last.percent };
        desk.overlays = vec![Overlay::Reading(reading)];
        desk.lay_out();
        let shown = terminal.send(screen.frame(&desk)).is_ok();
        while let Ok(more) = told.try_recv() {
            match more {
                Told::Read(read) => return read.map(|proposal| *proposal),
                Told::Progress(progress) => last = progress,
            }
        }
        let stopped = match ears.news.recv_timeout(GLANCE) {
            Ok(News::Report(report)) => {
                let event = input::event(report);
                event.is_some_and(|event| update(&mut desk, event).contains(&Effect::Quit))
            }
            Ok(News::End) | Err(RecvTimeoutError::Disconnected) => true,
            // Nothing is written yet, so there is nothing to stop for and no disk to hear of.
            Ok(_) | Err(RecvTimeoutError::Timeout) => false,
        };
        if stopped || !shown {
            return Err(Complaint::of(format!(
                "the reading of {} was stopped, and nothing was kept; give the front sheet alone if it is long",
                agenda.name()
            )));
        }
    }
}
