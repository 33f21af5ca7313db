//! The system's clipboard, with a display of its own: what is copied can be pasted as text and as rich text, and nothing
//! restricted goes with the public copy. Skipped aloud where there is no Xvfb or no xclip.
#![cfg(unix)]

use crate::program::House;
use crate::pty::{QUIT, Terminal};
use crate::shared::skipped;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A display that shows nothing to anybody.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts one under a number that is free, where that can be done.
    fn start() -> Option<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "640x480x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut number = String::new();
        let read = BufReader::new(server.stdout.take()?).read_line(&mut number);
        let name = format!(":{}", number.trim());
        let display = Self { server, name };
        read.is_ok_and(|read| read > 1).then_some(display)
    }

    /// What the clipboard gives to somebody who asks for this kind.
    fn clipboard(&self, kind: &str) -> Option<String> {
        let asked = Command::new("xclip")
            .args(["-o", "-selection", "clipboard", "-t", kind])
            .env("DISPLAY", &self.name)
            .output()
            .ok()?;
        asked.status.success().then(|| String::from_utf8(asked.stdout).unwrap())
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[test]
fn what_is_copied_can_be_pasted_as_text_and_as_rich_text_without_what_is_restricted() {
    let asks = Command::new("xclip").arg("-version").stderr(Stdio::null()).status();
    let Some(display) = asks.ok().and_then(|_| Display::start()) else {
        return skipped("there is no Xvfb or no xclip here");
    };
    let house = House::new();
    house.session("s.ron");
    let mut terminal = Terminal::start_with(&house, &["open", "s.ron"], &[("DISPLAY", &display.name)]);
    terminal.see("A1 Introduction");
    terminal.send("Members met.\rRESOLVED that it be noted.\r\rThe price was 17 ducats.\u{1b}x");
    terminal.see("■");
    // The item, what was resolved under it, and the whole draft.
    for (keys, has) in [
        ("\u{1b}k", ["Members met.", "it be noted", "left out of this copy"].as_slice()),
        ("\u{10}copy-resolution\r", &["it be noted"]),
        ("\u{10}copy-minutes\r", &["Members met.", "it be noted", "left out of this copy", "Harbour"]),
    ] {
        terminal.send(keys);
        terminal.see("Copied, with its headings and lists.");
        let text = display.clipboard("UTF8_STRING").unwrap();
        let html = display.clipboard("text/html").unwrap();
        for words in has {
            assert!(text.contains(words) && html.contains(words), "{words}: {text}\n{html}");
        }
        assert!(html.contains("<strong>RESOLVED</strong>") && !text.contains('<'), "{text}\n{html}");
        assert!(!text.contains("ducats") && !html.contains("ducats"), "{text}\n{html}");
        // The next key takes the notice away, so that the next one is seen to come.
        terminal.send("\u{1b}[D");
        terminal.wait("the notice to go", |shown| !shown.screen.screen().contents().contains("Copied,"));
    }
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
}
