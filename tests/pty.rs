//! A real terminal for the tests: the program as it is built, on a pseudo-terminal of its own, with a screen that
//! can be asked and a keyboard.

use crate::program::House;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How long something that must happen may take on a machine that has much else to do.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// What has come from the program, and the screen that it makes.
pub struct Shown {
    pub screen: vt100::Parser,
    pub bytes: Vec<u8>,
    pub ended: bool,
    pub closing: bool,
}

/// The program in a terminal.
pub struct Terminal {
    pub program: Option<Box<dyn Child + Send + Sync>>,
    pub master: Option<Box<dyn MasterPty + Send>>,
    pub keyboard: Option<Box<dyn Write + Send>>,
    pub shown: Arc<(Mutex<Shown>, Condvar)>,
}

impl Terminal {
    /// Starts the program in a terminal of 80 columns and 24 rows.
    pub fn start(house: &House, arguments: &[&str]) -> Self {
        Self::start_with(house, arguments, &[])
    }

    /// The same, with something more around it.
    pub fn start_with(house: &House, arguments: &[&str], more: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_minutebook"));
        command.args(arguments);
        more.iter().for_each(|(name, value)| command.env(name, value));
        Self::run(house, command)
    }

    /// Starts the program on a new session and waits until it can be minuted. Gives the record's path, too.
    pub fn minuting(house: &House) -> (PathBuf, Self) {
        let file = house.session("s.ron");
        let terminal = Self::start(house, &["s.ron"]);
        terminal.see("A1 Introduction");
        (file, terminal)
    }

    /// Starts a shell that does what a script says; the program is `$MINUTEBOOK` there.
    pub fn start_shell(house: &House, script: &str) -> Self {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script]);
        command.env("MINUTEBOOK", env!("CARGO_BIN_EXE_minutebook"));
        Self::run(house, command)
    }

    fn run(house: &House, mut command: CommandBuilder) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.cwd(house.path(""));
        house.surroundings().into_iter().for_each(|(name, value)| command.env(name, value));
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR", "COLORTERM", "COLORFGBG", "SSH_TTY"] {
            if command.get_env(name).is_none_or(|value| std::env::var_os(name).as_deref() == Some(value)) {
                command.env_remove(name);
            }
        }
        let program = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
        let shown = Arc::new((
            Mutex::new(Shown { screen, bytes: vec![], ended: false, closing: false }),
            Condvar::new(),
        ));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let told = Arc::clone(&shown);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            loop {
                let read = reader.read(&mut buffer).unwrap_or(0);
                let mut shown = told.0.lock().unwrap();
                shown.screen.process(&buffer[..read]);
                shown.bytes.extend_from_slice(&buffer[..read]);
                shown.ended = read == 0 || shown.closing;
                told.1.notify_all();
                if shown.ended {
                    return;
                }
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Self { program: Some(program), master: Some(pair.master), keyboard: Some(keyboard), shown }
    }

    /// Waits until what is shown is as it should be.
    pub fn wait(&self, for_what: &str, enough: impl Fn(&Shown) -> bool) {
        let (lock, changed) = &*self.shown;
        let until = Instant::now() + PATIENCE;
        let mut shown = lock.lock().unwrap();
        while !enough(&shown) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let contents = shown.screen.screen().contents();
                drop(shown);
                panic!("waited in vain for {for_what}; the screen shows:\n{contents}");
            }
            shown = changed.wait_timeout(shown, left).unwrap().0;
        }
    }

    pub fn see(&self, words: &str) {
        self.wait(words, |shown| shown.screen.screen().contents().contains(words));
    }

    /// Types words and waits until they stand on the screen.
    pub fn write(&mut self, words: &str) {
        self.send(words);
        self.see(words.trim());
    }

    pub fn send(&mut self, keys: &str) {
        self.send_bytes(keys.as_bytes());
    }

    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(bytes).unwrap();
        keyboard.flush().unwrap();
    }

    /// How many bytes the program has sent.
    pub fn sent(&self) -> usize {
        self.shown.0.lock().unwrap().bytes.len()
    }

    pub fn screen(&self) -> String {
        self.shown.0.lock().unwrap().screen.screen().contents()
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        let (lock, _) = &*self.shown;
        let mut shown = lock.lock().unwrap();
        shown.screen.screen_mut().set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        drop(shown);
        self.master
            .as_ref()
            .unwrap()
            .resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 })
            .unwrap();
    }

    pub fn signal(&self, name: &str) {
        signal(name, self.program.as_ref().unwrap().process_id().unwrap());
    }

    /// Waits for the program to end, and returns its exit status and everything it sent.
    pub fn end(mut self) -> (u32, String) {
        self.wait("the end of the program", |shown| shown.ended);
        let status = self.program.take().unwrap().wait().unwrap().exit_code();
        let bytes = self.shown.0.lock().unwrap().bytes.clone();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves no program behind.
        let _ = self.program.as_mut().map(|program| program.kill());
    }
}

pub const QUIT: &str = "\x11";
pub const NEXT_ITEM: &str = "\x1b[1;5B";

/// Sends a signal to a process.
pub fn signal(name: &str, process: u32) {
    assert!(Command::new("kill").args(["-s", name, &process.to_string()]).status().unwrap().success());
}

pub fn record(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// What a terminal must be told when the program leaves it.
pub fn assert_given_back(sent: &str) {
    for (what, word) in [
        ("the other screen is left", "\x1b[?1049l"),
        ("pastes are not marked any more", "\x1b[?2004l"),
        ("the cursor is shown", "\x1b[?25h"),
        ("colours are ended", "\x1b[0m"),
    ] {
        let at = sent.rfind(word).unwrap_or_else(|| panic!("{what}: no {word:?} in the end"));
        assert!(at + 200 > sent.len(), "{what} at the end");
    }
}
