//! The terminal: taken when minuting starts, and always given back: at the end, for a stop, and by whatever fails
//! ([`super::crash`]).

use super::complaint::Complaint;
use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is ours. It is known to the whole program, so that a failure anywhere gives it back.
static OURS: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours. Dropping it gives it back.
pub(super) struct Terminal;

impl Terminal {
    /// Takes the terminal: raw, on its other screen, with pastes marked as such and the mouse reported.
    pub fn take() -> Result<Self, Complaint> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(Complaint::of(
                "minuting needs a terminal, and there is none here; use import, export and check in scripts",
            ));
        }
        let failed = |error: io::Error| Complaint::of(format!("the terminal cannot be used: {error}"));
        let mut terminal = Self;
        terminal.seize().map_err(failed)?;
        Ok(terminal)
    }

    fn seize(&mut self) -> io::Result<()> {
        OURS.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableMouseCapture)
    }

    /// Gives the terminal to others for a while.
    pub fn give_back(&mut self) {
        give_back();
    }

    /// Takes the terminal again after others had it, be it that it was given to them or not.
    pub fn take_again(&mut self) -> io::Result<()> {
        // What the terminal was like for others is known; that it is not so now is what matters.
        disable_raw_mode()?;
        self.seize()
    }

    /// Sends a frame, in one piece. While others have the terminal nothing is sent.
    pub fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        if frame.is_empty() || !OURS.load(Ordering::SeqCst) {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(frame)?;
        out.flush()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back if it is ours. On a terminal that is gone there is nobody to tell of a failure.
pub(super) fn give_back() {
    if !OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = out.write_all(b"\x1b[0m");
    let _ = execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}
