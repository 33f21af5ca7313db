//! The program itself, run in a house of its own: nothing of the user's is read or written.

use crate::stage::meeting;
use minutebook::domain::meeting::Meeting;
use minutebook::store;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder in which the program finds its home, its sessions and its config.
pub struct House {
    folder: TempDir,
}

impl House {
    pub fn new() -> Self {
        let house = Self { folder: tempfile::tempdir().unwrap() };
        for folder in ["home", "sessions", "work"] {
            fs::create_dir(house.folder.path().join(folder)).unwrap();
        }
        house
    }

    /// Where the program is run, and where the files of a test lie.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("work").join(name)
    }

    pub fn sessions(&self) -> PathBuf {
        self.folder.path().join("sessions")
    }

    /// The clerk's own folder.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// A session with the meeting of the stage, closed again.
    pub fn session(&self, name: &str) -> PathBuf {
        self.session_of(name, &meeting())
    }

    pub fn session_of(&self, name: &str, meeting: &Meeting) -> PathBuf {
        let path = self.path(name);
        drop(store::create(&path, meeting, &store::new_id()).unwrap());
        path
    }

    /// Puts the clerk's settings where the program looks for them.
    pub fn configure(&self, settings: &str) {
        self.configure_file("config.ron", settings);
    }

    /// Puts a file into the clerk's config directory: `styles/harbour.ron`.
    pub fn configure_file(&self, name: &str, text: &str) {
        let file = self.folder.path().join("home").join("config").join("minutebook").join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// What the program finds around it.
    pub fn surroundings(&self) -> Vec<(&'static str, PathBuf)> {
        let home = self.folder.path().join("home");
        vec![
            ("HOME", home.clone()),
            ("XDG_DATA_HOME", home.join("data")),
            ("XDG_CONFIG_HOME", home.join("config")),
            ("XDG_CACHE_HOME", home.join("cache")),
            ("XDG_STATE_HOME", home.join("state")),
            ("MINUTEBOOK_SESSIONS", self.sessions()),
            ("TERM", "xterm-256color".into()),
            ("RUST_BACKTRACE", "0".into()),
        ]
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_minutebook"));
        command.args(arguments).current_dir(self.path("")).envs(self.surroundings());
        // What other programs are installed makes no difference.
        command.env("PATH", self.path("no-programs"));
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR", "COLORTERM", "COLORFGBG", "SSH_TTY"] {
            command.env_remove(name);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        Said::of(self.command(arguments).output().unwrap())
    }

    /// Runs the program with this on its standard input.
    pub fn feed(&self, arguments: &[&str], input: &[u8]) -> Said {
        let mut program = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        // A program that does not want to read further is not at fault.
        let _ = program.stdin.take().unwrap().write_all(input);
        Said::of(program.wait_with_output().unwrap())
    }
}

/// What the program said, and how it ended.
#[derive(Debug)]
pub struct Said {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    pub fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
        Self {
            status: output.status.code().expect("the program ends by itself"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// What was said, where the program succeeded without a word on standard error.
    pub fn well(self) -> String {
        assert!(self.status == 0 && self.err.is_empty(), "{self:?}");
        self.out
    }

    /// What was said where something was found that is not as it should be.
    pub fn found(self) -> String {
        assert!(self.status == 1 && self.err.is_empty(), "{self:?}");
        self.out
    }

    /// The one line in which the program complained, with this exit status.
    pub fn complaint(&self, status: i32) -> &str {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.err.lines().count(), 1, "one line on standard error: {self:?}");
        let line = self.err.trim_end();
        assert!(line.starts_with("minutebook: ") && line.ends_with('.'), "{line}");
        assert!(!minutebook::text::has_control(line) && !line.contains("panicked"), "{line}");
        line
    }
}

/// Every file in a folder and what is in it, so that nothing can change unseen.
pub fn everything_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}
