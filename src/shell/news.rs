//! What the loop is told, and the threads that tell it: one reads the terminal, one waits for signals, and the
//! writer for the disk. Knows nothing of what becomes of it.
//!
//! The terminal is read by a thread that does nothing else, because a terminal that is closed would hang a
//! loop that polls it (crossterm issue 793).

use super::complaint::Complaint;
use super::spelling;
use crate::store::{Answer, Bell};
use crate::update::Event;
use crate::wording::spelling::Spelling;
use crossterm::event::Event as Report;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// What the loop is told.
pub(super) enum News {
    /// The terminal reports something.
    Report(Report),
    /// The disk answers.
    Answer(Answer),
    /// The dictionary has been read.
    Spelling(Box<Spelling>),
    /// Something outside was done that took a while.
    Done(Event),
    /// The program is to stop, and will be told to go on.
    Stop,
    /// The program goes on after it was stopped.
    GoOn,
    /// The terminal has gone, or the program was told to end.
    End,
    /// The program is to fail, so that a test can see what becomes of it. Nobody can ask the released program.
    #[cfg(debug_assertions)]
    Fail,
}

/// What hears of everything from outside: the terminal, the signals, and whoever else is given a way to tell.
pub(super) struct Ears {
    /// The way to tell.
    pub tell: Sender<News>,
    /// What was heard.
    pub news: Receiver<News>,
    /// Rung when a key has come, for whoever writes what it changes.
    pub bell: Bell,
}

impl Ears {
    /// Begins to listen to the terminal, which has been taken, and to the signals.
    pub fn open() -> Result<Self, Complaint> {
        let (tell, news) = mpsc::channel();
        let bell = Bell::default();
        listen(&tell, &bell)
            .map_err(|error| Complaint::of(format!("the program cannot listen to the terminal: {error}")))?;
        Ok(Self { tell, news, bell })
    }
}

/// Starts the threads that read the terminal and the signals.
fn listen(tell: &Sender<News>, bell: &Bell) -> io::Result<()> {
    let signalled = tell.clone();
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT])?;
    #[cfg(debug_assertions)]
    signals.add_signal(signal_hook::consts::SIGUSR1)?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            if signalled.send(meaning(signal)).is_err() {
                return;
            }
        }
    })?;
    let (reported, bell) = (tell.clone(), bell.clone());
    thread::Builder::new().name("terminal".into()).spawn(move || {
        while let Ok(report) = crossterm::event::read() {
            let writes = matches!(report, Report::Key(_) | Report::Paste(_));
            if reported.send(News::Report(report)).is_err() {
                return;
            }
            // After the loop, which is to be the first to run.
            if writes {
                bell.ring();
            }
        }
        // When it cannot be read any more the terminal has gone.
        let _ = reported.send(News::End);
    })?;
    Ok(())
}

/// Starts the thread that reads the dictionary. Where there is none, or no thread can be had, words are not looked
/// up.
pub(super) fn read_dictionary(tell: &Sender<News>) {
    let tell = tell.clone();
    let _ = thread::Builder::new().name("spelling".into()).spawn(move || {
        if let Some(spelling) = spelling::read() {
            let _ = tell.send(News::Spelling(Box::new(spelling)));
        }
    });
}

fn meaning(signal: i32) -> News {
    match signal {
        SIGTSTP => News::Stop,
        SIGCONT => News::GoOn,
        #[cfg(debug_assertions)]
        signal_hook::consts::SIGUSR1 => News::Fail,
        _ => News::End,
    }
}

/// Whether there is somebody who could let a stopped program go on: a shell that gives each of its jobs a group
/// of its own. The group that a terminal began with has nobody above it.
pub(super) fn can_be_stopped() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops the program, and with it whatever script it was started by, so that the shell takes over. Comes back
/// when it goes on.
pub(super) fn stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::STOP)?)
}
