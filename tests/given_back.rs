//! The terminal is given back whatever happens: when the program is stopped and goes on, and when it fails.
#![cfg(unix)]

use crate::program::House;
use crate::pty::{QUIT, Terminal, assert_given_back, record, signal};
use std::fs;

/// A shell in which the program is a job. It says when it has taken over, how the terminal then is, and takes a
/// line before it lets the program go on.
const SHELL: &str =
    r#"set -m; "$MINUTEBOOK" s.ron; stty -a; echo "HERE IS THE SHELL"; read line; fg; echo "ENDED WITH $?""#;

/// The process that has a session open, as it signed the lock.
fn process(house: &House) -> u32 {
    let signed = fs::read_to_string(house.path(".s.ron.lock")).unwrap();
    signed.rsplit_once("process ").unwrap().1.trim().parse().unwrap()
}

/// Waits for the shell to take over, and sees that it finds the terminal as it should be.
fn see_the_shell(terminal: &Terminal, times: usize) {
    terminal.wait("the shell", |shown| {
        String::from_utf8_lossy(&shown.bytes).matches("HERE IS THE SHELL\r\n").count() == times
    });
    let sent = String::from_utf8_lossy(&terminal.shown.0.lock().unwrap().bytes).into_owned();
    let (before, told) = sent.rsplit_once("speed ").unwrap();
    assert_given_back(
        before.rsplit_once("\x1b[?25h").map(|(sent, _)| format!("{sent}\x1b[?25h")).as_deref().unwrap(),
    );
    let words: Vec<&str> = told.split([' ', ';', '\r', '\n']).collect();
    assert!(words.contains(&"icanon") && words.contains(&"echo") && words.contains(&"isig"), "{told}");
}

#[test]
fn a_program_that_is_suspended_gives_the_terminal_back_and_takes_it_again() {
    let house = House::new();
    let file = house.session("s.ron");
    let mut terminal = Terminal::start_shell(&house, SHELL);
    terminal.see("A1 Introduction");
    terminal.write("Kept.");
    signal("TSTP", process(&house));
    see_the_shell(&terminal, 1);
    assert!(record(&file).contains("\"Kept.\""), "everything is saved before: {}", record(&file));
    // The window was made larger meanwhile; what is typed now is the shell's.
    terminal.resize(100, 30);
    terminal.send("the shell reads this\r");
    terminal.wait("the program, over the whole of the window", |shown| {
        let screen = shown.screen.screen();
        let rows: Vec<String> = screen.rows(0, 100).collect();
        rows.iter().any(|row| row.contains("Kept."))
            && rows[28].contains("saved")
            && !rows[0].contains("SHELL")
    });
    terminal.send(" And more.");
    terminal.see("Kept. And more.");
    let sent = String::from_utf8_lossy(&terminal.shown.0.lock().unwrap().bytes).into_owned();
    let after = sent.rsplit_once("HERE IS THE SHELL").unwrap().1;
    for taken in ["\x1b[?1049h", "\x1b[?2004h", "\x1b[?1000h"] {
        assert!(after.contains(taken), "{taken:?} is not in {after:?}");
    }
    terminal.send(QUIT);
    terminal.see("ENDED WITH 0");
    assert_eq!(terminal.end().0, 0);
    assert!(record(&file).contains("\"Kept. And more.\""));
}

#[test]
fn a_program_is_suspended_by_its_own_command_too() {
    let house = House::new();
    let file = house.session("s.ron");
    let mut terminal = Terminal::start_shell(&house, SHELL);
    terminal.see("A1 Introduction");
    terminal.write("Kept.");
    terminal.send("\x10suspend");
    terminal.see("Saves, and gives");
    terminal.send("\r");
    see_the_shell(&terminal, 1);
    assert!(record(&file).contains("\"Kept.\""), "everything is saved before: {}", record(&file));
    terminal.send("the shell reads this\r");
    terminal.see("Kept.");
    terminal.send(" And more.");
    terminal.see("Kept. And more.");
    terminal.send(QUIT);
    terminal.see("ENDED WITH 0");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn a_program_that_nobody_could_bring_back_goes_on() {
    let house = House::new();
    let (_, mut terminal) = Terminal::minuting(&house);
    terminal.signal("TSTP");
    terminal.see("There is no shell here");
    terminal.write("Goes on.");
    // Nobody knows what became of the terminal in a stop that could not be caught: it is drawn anew.
    terminal.signal("STOP");
    terminal.signal("CONT");
    terminal.wait("the screen to be taken again", |shown| {
        String::from_utf8_lossy(&shown.bytes).matches("\x1b[?1049h").count() == 2
    });
    terminal.see("Goes on.");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
}

#[cfg(debug_assertions)] // a release cannot be asked to fail
#[test]
fn a_program_that_fails_gives_the_terminal_back_and_says_where_the_record_is() {
    let house = House::new();
    let (file, mut terminal) = Terminal::minuting(&house);
    terminal.send("The berth goes to Mrs Carrow.");
    terminal.see("to Mrs Carrow.");
    terminal.signal("USR1");
    let (status, sent) = terminal.end();
    assert_eq!(status, 101);
    let (before, after) = sent.rsplit_once("\x1b[?1049l").unwrap();
    assert_given_back(&format!("{before}\x1b[?1049l{}", after.split("minutebook:").next().unwrap()));
    let said = after.split_once("minutebook: ").unwrap().1.trim_end();
    assert!(said.starts_with("the program has failed (at src/shell/crash.rs:"), "{said}");
    assert!(said.contains(&format!("what was typed is in {}", file.display())), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    for words in ["berth", "Introduction", "Saltmarsh", "panicked"] {
        assert!(!said.contains(words), "{said}");
    }
    let recovered = house.run(&["recover", "s.ron", "--print"]);
    assert!(recovered.out.contains("The berth goes to Mrs Carrow."), "{recovered:?}");
}
