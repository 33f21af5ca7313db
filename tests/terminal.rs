//! A few journeys in a real terminal: the program as it is installed, on a pseudo-terminal of its own.
#![cfg(unix)]

use crate::program::House;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

/// How long something that must happen may take on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(30);

/// What has come from the program, and the screen that it makes.
struct Shown {
    screen: vt100::Parser,
    bytes: Vec<u8>,
    ended: bool,
    closing: bool,
}

/// The program in a terminal.
struct Terminal {
    program: Option<Box<dyn Child + Send + Sync>>,
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    shown: Arc<(Mutex<Shown>, Condvar)>,
}

impl Terminal {
    /// Starts the program in a terminal of 80 columns and 24 rows.
    fn start(house: &House, arguments: &[&str]) -> Self {
        Self::start_with(house, arguments, &[])
    }

    /// The same, with something more around it.
    fn start_with(house: &House, arguments: &[&str], more: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_minutebook"));
        command.args(arguments);
        command.cwd(house.path(""));
        house.surroundings().into_iter().for_each(|(name, value)| command.env(name, value));
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR", "COLORTERM", "COLORFGBG", "SSH_TTY"] {
            command.env_remove(name);
        }
        more.iter().for_each(|(name, value)| command.env(name, value));
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
    fn wait(&self, for_what: &str, enough: impl Fn(&Shown) -> bool) {
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

    fn see(&self, words: &str) {
        self.wait(words, |shown| shown.screen.screen().contents().contains(words));
    }

    fn send(&mut self, bytes: &str) {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(bytes.as_bytes()).unwrap();
        keyboard.flush().unwrap();
    }

    fn screen(&self) -> String {
        self.shown.0.lock().unwrap().screen.screen().contents()
    }

    fn resize(&self, columns: u16, rows: u16) {
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

    fn signal(&self, name: &str) {
        let id = self.program.as_ref().unwrap().process_id().unwrap().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    /// Waits for the program to end, and returns its exit status and everything it sent.
    fn end(mut self) -> (u32, String) {
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

const QUIT: &str = "\x11";
const NEXT_ITEM: &str = "\x1b[1;5B";

fn record(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// What a terminal must be told when the program leaves it.
fn assert_given_back(sent: &str) {
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

#[test]
fn a_session_is_minuted_left_and_taken_up_again() {
    let house = House::new();
    let file = house.session("s.ron");
    let mut terminal = Terminal::start(&house, &["open", "s.ron"]);
    terminal.see("A1 Introduction");
    terminal.send(NEXT_ITEM);
    terminal.see("A2 Apologies and Substitutes");
    terminal.send("Apologies were received from Cllr Brine.\rRESOLVED to note them.");
    terminal.see("to note them.");
    assert!(
        terminal.screen().contains("1. Apologies were received from Cllr Brine."),
        "{}",
        terminal.screen()
    );
    terminal.send(QUIT);
    let (status, sent) = terminal.end();
    assert_eq!(status, 0);
    assert_given_back(&sent);
    let text = record(&file);
    assert!(text.contains("Apologies were received from Cllr Brine."), "{text}");
    assert!(text.contains("to note them."), "{text}");
    // The cursor is where it was: what is typed now goes on there.
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("to note them.");
    terminal.send(" And it was so.");
    terminal.see("to note them. And it was so.");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
    assert!(record(&file).contains("to note them. And it was so."));
}

#[test]
fn an_agenda_is_read_shown_and_minuted() {
    let house = House::new();
    let agenda = "Saltmarsh Harbour Partnership\n\nAGENDA\n\nThursday, 12th March, 2026, at 10.00 am\n\n\
                  1. Apologies\n2. Dredging Strategy Update\n3. Date of the next meeting\n";
    house.write("agenda.txt", agenda);
    let mut terminal = Terminal::start(&house, &["new", "agenda.txt"]);
    terminal.see("Start minuting");
    assert!(terminal.screen().contains("The paper"), "{}", terminal.screen());
    terminal.send("\r");
    terminal.see("Dredging Strategy");
    terminal.send("None.");
    terminal.see("None.");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
    let sessions: Vec<_> =
        fs::read_dir(house.sessions()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let records: Vec<_> =
        sessions.iter().filter(|path| path.extension().is_some_and(|end| end == "ron")).collect();
    assert_eq!(records.len(), 1, "{sessions:?}");
    assert!(records[0].to_string_lossy().contains("2026-03-12"), "{records:?}");
    assert!(record(records[0]).contains("None."));
    // Nobody but the clerk may read what is minuted.
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(fs::metadata(records[0]).unwrap().permissions().mode() & 0o077, 0);
}

#[test]
fn a_program_that_is_killed_loses_nothing_that_was_on_the_screen() {
    let house = House::new();
    house.session("s.ron");
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("A1 Introduction");
    let words = "The Chairman said that nothing that was seen may ever be lost, and Members agreed with him";
    for letter in words.chars() {
        terminal.send(&letter.to_string());
    }
    terminal.see("and Members a");
    terminal.signal("KILL");
    terminal.wait("the end of the program", |shown| shown.ended);
    let seen: String = terminal.screen().lines().skip(4).flat_map(|row| row.split('│').nth(1)).collect();
    let seen: Vec<&str> = seen.split_whitespace().collect();
    let seen = seen.join(" ").trim_start_matches("1. ").to_owned();
    let seen = seen.split(" ╰").next().unwrap().trim().to_owned();
    assert!(seen.starts_with("The Chairman said") && words.starts_with(&seen), "{seen}");
    let recovered = house.run(&["recover", "s.ron", "--print"]);
    assert_eq!(recovered.status, 0, "{recovered:?}");
    assert!(recovered.out.contains(&seen), "{seen}\nis not in\n{}", recovered.out);
    assert!(recovered.err.contains("Recovered"), "{recovered:?}");
    // Opened again, the words are there, it is said, and they can be undone.
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("1. The Chairman said that nothing that was seen");
    terminal.see("Recovered");
    terminal.send("\x1a");
    terminal.see("Undid: Typed");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn a_terminal_that_changes_its_size_is_filled() {
    let house = House::new();
    house.session("s.ron");
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("A1 Introduction");
    terminal.send("Words that stay.");
    terminal.see("Words that stay.");
    for (columns, rows) in [(120, 40), (50, 12), (20, 5), (100, 30)] {
        terminal.resize(columns, rows);
        // The status line, with the clock at its right, is the last but one.
        terminal.wait("the status line at its new place", |shown| {
            let screen = shown.screen.screen();
            let status = screen.rows(0, columns).nth(usize::from(rows) - 2).unwrap();
            status.trim_start().starts_with("sav")
                && status.contains("public")
                && status.trim_end().chars().count() >= usize::from(columns) - 1
        });
    }
    terminal.see("Words that stay.");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn a_paste_is_paragraphs_and_one_step() {
    let house = House::new();
    let file = house.session("s.ron");
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("A1 Introduction");
    terminal.send("\x1b[200~First of all.\nRESOLVED to paste.\n\x1b[31mThird\x1b[0m of all.\x1b[201~");
    terminal.see("2. Third of all.");
    assert!(terminal.screen().contains("RESOLVED to paste."), "{}", terminal.screen());
    terminal.send("\x1a");
    terminal.wait("the paste to go", |shown| !shown.screen.screen().contents().contains("of all."));
    terminal.send("\x19");
    terminal.see("2. Third of all.");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
    assert!(record(&file).contains("\"Third of all.\""), "{}", record(&file));
}

#[test]
fn a_program_that_is_told_to_end_saves_and_gives_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let house = House::new();
        let file = house.session("s.ron");
        let mut terminal = Terminal::start(&house, &["s.ron"]);
        terminal.see("A1 Introduction");
        terminal.send("Kept.");
        terminal.see("Kept.");
        terminal.signal(signal);
        let (status, sent) = terminal.end();
        assert_eq!(status, 0, "{signal}");
        assert_given_back(&sent);
        assert!(record(&file).contains("\"Kept.\""), "{signal}: {}", record(&file));
    }
}

#[test]
fn a_terminal_that_is_closed_ends_the_program_and_everything_is_saved() {
    let house = House::new();
    let file = house.session("s.ron");
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("A1 Introduction");
    terminal.send("Kept.");
    terminal.see("Kept.");
    // The last of what is shown is read, and then nobody holds the other end of the terminal any more.
    terminal.shown.0.lock().unwrap().closing = true;
    terminal.send(" And");
    terminal.wait("our end to be let go", |shown| shown.ended);
    (terminal.keyboard, terminal.master) = (None, None);
    let mut program = terminal.program.take().unwrap();
    let mut killer = program.clone_killer();
    let (tell, told) = mpsc::channel();
    thread::spawn(move || tell.send(program.wait()));
    if told.recv_timeout(PATIENCE).is_err() {
        let _ = killer.kill();
        panic!("the program goes on without a terminal");
    }
    assert!(record(&file).contains("\"Kept."), "{}", record(&file));
}

#[test]
fn whoever_opens_a_session_second_reads_only() {
    let house = House::new();
    let file = house.session("s.ron");
    let mut first = Terminal::start(&house, &["s.ron"]);
    first.see("A1 Introduction");
    let mut second = Terminal::start(&house, &["s.ron"]);
    second.see("READ ONLY");
    second.send("x");
    second.see("The session is open already, by ");
    second.send(QUIT);
    assert_eq!(second.end().0, 0);
    first.send("Mine.");
    first.see("Mine.");
    first.send(QUIT);
    assert_eq!(first.end().0, 0);
    assert!(record(&file).contains("\"Mine.\""));
}

#[test]
fn what_cannot_be_saved_at_the_end_is_not_passed_over_in_silence() {
    let house = House::new();
    house.session("s.ron");
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("A1 Introduction");
    terminal.send("Homeless.");
    terminal.see("Homeless.");
    fs::remove_dir_all(house.path("")).unwrap();
    terminal.send(QUIT);
    let (status, sent) = terminal.end();
    assert_eq!(status, 1);
    let after = sent.rsplit("\x1b[?1049l").next().unwrap();
    assert!(after.contains("s.ron could not be saved; everything is kept as"), "{after}");
    assert!(record(&house.home().join("s.ron")).contains("\"Homeless.\""), "in the clerk's own folder");
}

#[test]
fn while_the_record_cannot_be_saved_the_screen_says_so_and_leaving_asks() {
    let house = House::new();
    house.session("s.ron");
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("A1 Introduction");
    terminal.send("Homeless.");
    terminal.see("Homeless.");
    let away = house.sessions().with_file_name("away");
    fs::rename(house.path(""), &away).unwrap();
    terminal.send("\x13");
    terminal.see("NOT SAVED: ");
    terminal.send(QUIT);
    terminal.see("Not everything is saved");
    // It is put right meanwhile: what could not be saved is.
    fs::rename(&away, house.path("")).unwrap();
    terminal.send("\x1b");
    terminal.see(" saved ");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
    assert!(record(&house.path("s.ron")).contains("\"Homeless.\""));
}

#[cfg(target_os = "linux")] // where the settings lie is known to the test only there
#[test]
fn the_clerks_own_keys_hold_and_broken_settings_are_told() {
    let house = House::new();
    house.session("s.ron");
    house.configure("(theme: Plain, keys: {\"F12\": \"mark-resolution\"})");
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("A1 Introduction");
    terminal.send("to note\x1b[24~");
    terminal.see("RESOLVED to note");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
    for (settings, said) in [
        ("(theme: Plain", "Your settings are not used: "),
        ("(colour: Blue)", "Your settings are not used: "),
        ("(keys: {\"F12\": \"make-tea\"})", "There is no command called make-tea"),
        ("(keys: {\"x\": \"quit\"})", "types a character and cannot be a command's key"),
        ("(keys: {\"Hyper-x\": \"quit\"})", "`Hyper-x` is not the name of a key"),
    ] {
        house.configure(settings);
        let mut terminal = Terminal::start(&house, &["s.ron"]);
        terminal.see("RESOLVED to note");
        terminal.see(said);
        terminal.send(QUIT);
        assert_eq!(terminal.end().0, 0);
    }
}

#[test]
fn no_colour_is_sent_where_none_is_wanted() {
    let house = House::new();
    house.session("s.ron");
    let coloured = |sent: &str| {
        let pens = sent.split("\x1b[").filter_map(|part| part.split_once('m')).map(|(pen, _)| pen);
        let pens = pens.filter(|pen| pen.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'));
        pens.flat_map(|pen| pen.split(';'))
            .any(|number| number.parse::<u8>().is_ok_and(|number| number >= 30))
    };
    for (more, wanted) in [
        (&[][..], true),
        (&[("COLORTERM", "truecolor")], true),
        (&[("NO_COLOR", "1")], false),
        (&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")], false),
    ] {
        let mut terminal = Terminal::start_with(&house, &["s.ron"], more);
        terminal.see("A1 Introduction");
        terminal.send("\x1bOQ");
        terminal.see("Attendance");
        terminal.send(QUIT);
        assert_eq!(coloured(&terminal.end().1), wanted, "{more:?}");
    }
}
