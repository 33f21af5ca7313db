//! The terminal: taken when minuting starts, and always given back.

use super::complaint::Complaint;
use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use std::io::{self, IsTerminal, Write};
use std::panic;

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
        enable_raw_mode().map_err(failed)?;
        let terminal = Self;
        give_back_in_a_panic();
        execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableMouseCapture)
            .map_err(failed)?;
        Ok(terminal)
    }

    /// Sends a frame, in one piece.
    pub fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        if frame.is_empty() {
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

/// Gives the terminal back. On a terminal that is gone there is nobody to tell of a failure.
fn give_back() {
    let mut out = io::stdout();
    let _ = out.write_all(b"\x1b[0m");
    let _ = execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// Sees to it that a message of the last resort is shown on a terminal that can be read.
fn give_back_in_a_panic() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |message| {
        give_back();
        before(message);
    }));
}
