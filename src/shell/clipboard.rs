//! The clipboard: the system's where there is a display, the terminal's own (OSC 52) where there is none or
//! where the program runs on another machine.

use arboard::Clipboard as System;
use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;
use std::env;
use std::io;

/// The clipboard, opened when it is first needed and then held: what was copied lives only as long as it.
#[derive(Default)]
pub(super) struct Clipboard {
    system: Option<System>,
}

impl Clipboard {
    /// Copies a text, and where there is one its HTML with it. Says where it went, or why it went nowhere.
    pub fn copy(&mut self, text: &str, html: Option<&str>) -> Result<String, String> {
        let far = env::var_os("SSH_TTY").is_some() || env::var_os("SSH_CONNECTION").is_some();
        if !far
            && let Some(system) = self.system()
            && set(system, text, html).is_ok()
        {
            return Ok(if html.is_some() { "Copied, with its headings and lists." } else { "Copied." }.into());
        }
        if terminal_has_none() {
            return Err(
                "There is no clipboard here: no display, and a terminal without one; use export.".into()
            );
        }
        match execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text)) {
            Ok(()) => Ok("Copied as text to the terminal's clipboard; if nothing pastes, your terminal does not allow it: use export.".into()),
            Err(error) => Err(format!("Nothing was copied: {error}; use export.")),
        }
    }

    /// What the system's clipboard holds; the terminal's own cannot be asked.
    pub fn paste(&mut self) -> Option<String> {
        self.system()?.get_text().ok()
    }

    /// The web page that was copied, where what was copied is one.
    pub fn page(&mut self) -> Option<String> {
        self.system()?.get().html().ok()
    }

    fn system(&mut self) -> Option<&mut System> {
        if self.system.is_none() {
            self.system = System::new().ok();
        }
        self.system.as_mut()
    }
}

fn set(system: &mut System, text: &str, html: Option<&str>) -> Result<(), arboard::Error> {
    match html {
        Some(html) => system.set().html(html, Some(text)),
        None => system.set_text(text),
    }
}

/// Whether the terminal is one of those that have no clipboard of their own.
fn terminal_has_none() -> bool {
    matches!(env::var("TERM").as_deref(), Ok("linux" | "dumb" | "vt100" | "vt220") | Err(_))
}
