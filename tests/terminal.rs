//! A few journeys in a real terminal: the program as it is installed, on a pseudo-terminal of its own.
#![cfg(unix)]

use crate::program::House;
use crate::pty::{NEXT_ITEM, PATIENCE, QUIT, Terminal, assert_given_back, record};
use crate::shared::skipped;
use std::fs;
use std::sync::mpsc;
use std::thread;

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

/// A pipe into which nobody writes is a paper that is read for ever.
#[test]
fn the_reading_of_a_paper_that_does_not_end_can_be_stopped() {
    let house = House::new();
    house.write("here", "");
    let made = std::process::Command::new("mkfifo").arg(house.path("pipe")).status();
    if !made.is_ok_and(|status| status.success()) {
        return skipped("there is no mkfifo here");
    }
    let mut terminal = Terminal::start(&house, &["new", "pipe"]);
    terminal.see("One moment");
    assert!(terminal.screen().contains("reading the file"), "{}", terminal.screen());
    terminal.send("\u{1b}");
    let (status, sent) = terminal.end();
    assert_eq!(status, 1);
    assert_given_back(&sent);
    assert!(sent.contains("was stopped, and nothing was kept"), "{sent}");
    let kept = fs::read_dir(house.sessions()).map_or(0, Iterator::count);
    assert_eq!(kept, 0);
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
    terminal.see("Item 1 of 3");
    terminal.write("None.");
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
    let (_, mut terminal) = Terminal::minuting(&house);
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
    // Opened again, it is shown what would be restored; killed there, nothing is lost either.
    let terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("What was not saved");
    terminal.see("+ paragraph: The Chairman said");
    terminal.signal("KILL");
    terminal.wait("the end of the program", |shown| shown.ended);
    assert_eq!(house.run(&["recover", "s.ron", "--print"]).out, recovered.out);
    // One key, and the words are there, it is said, and they can be undone.
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("Enter Restore");
    terminal.send("\r");
    terminal.see("1. The Chairman said that nothing that was seen");
    terminal.see("Recovered");
    terminal.send("\x1a");
    terminal.see("Undid: Typed");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn a_file_that_is_no_text_is_not_thrown_at_a_terminal() {
    let house = House::new();
    house.session("s.ron");
    for format in ["docx", "pdf"] {
        let terminal = Terminal::start(&house, &["export", "s.ron", "--format", format]);
        let (status, sent) = terminal.end();
        assert_eq!(status, 2, "{sent}");
        assert!(sent.contains(&format!("-o NAME.{format}")) && !sent.contains("PK"), "{sent}");
    }
}

#[test]
fn a_terminal_that_changes_its_size_is_filled() {
    let house = House::new();
    let (_, mut terminal) = Terminal::minuting(&house);
    terminal.write("Words that stay.");
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
    let (file, mut terminal) = Terminal::minuting(&house);
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

/// As a terminal pastes that knows no marks for it: more at once than is read in one go.
#[test]
fn many_keys_at_once_are_shown_to_the_last_without_another() {
    let house = House::new();
    let file = house.session("s.ron");
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("A1 Introduction");
    let words: String = (0..500).map(|nth| format!("word{nth} ")).collect();
    terminal.send(&words);
    terminal.see("word499");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
    assert!(record(&file).contains(words.trim_end()));
}

#[test]
fn a_program_that_is_told_to_end_saves_and_gives_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let house = House::new();
        let (file, mut terminal) = Terminal::minuting(&house);
        terminal.write("Kept.");
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
    let (file, mut terminal) = Terminal::minuting(&house);
    terminal.write("Kept.");
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
    let (file, mut first) = Terminal::minuting(&house);
    let mut second = Terminal::start(&house, &["s.ron"]);
    second.see("READ ONLY");
    second.send("x");
    second.see("The session is open already, by ");
    second.send(QUIT);
    assert_eq!(second.end().0, 0);
    first.write("Mine.");
    first.send(QUIT);
    assert_eq!(first.end().0, 0);
    assert!(record(&file).contains("\"Mine.\""));
}

#[test]
fn what_cannot_be_saved_at_the_end_is_not_passed_over_in_silence() {
    let house = House::new();
    let (_, mut terminal) = Terminal::minuting(&house);
    terminal.write("Homeless.");
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
    let (_, mut terminal) = Terminal::minuting(&house);
    terminal.write("Homeless.");
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

#[cfg(target_os = "linux")]
#[test]
fn the_clerks_own_phrases_are_expanded_with_the_facts_and_taken_back_by_one_undo() {
    let house = House::new();
    house.session("s.ron");
    house.configure(
        "(phrases: {\"dred\": \"Members noted the progress of {title} on {date}.\", \"bad key\": \"x\"})",
    );
    let mut terminal = Terminal::start(&house, &["s.ron"]);
    terminal.see("A1 Introduction");
    terminal.see("The phrase `bad key` is not used");
    terminal.send(";dred ");
    terminal.see("Members noted the progress of Introduction");
    terminal.see("on 12 March 2026.");
    terminal.send("\x1a");
    terminal.see("1. ;dred");
    terminal.send("\x19 Then they rose.");
    terminal.see("Then they rose.");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
    let record = record(&house.path("s.ron"));
    assert!(
        record.contains("Members noted the progress of Introduction on 12 March 2026. Then they rose."),
        "{record}"
    );
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

#[test]
fn what_is_carried_on_is_said_before_minuting_begins() {
    let house = House::new();
    let agenda = |day: &str| {
        format!(
            "Saltmarsh Harbour Partnership\n\nAGENDA\n\n{day} at 10.00 am\n\nMembers: Mr T Aldous (Chairman) and Ms J Okafor\n\n1. Apologies\n2. Dredging\n"
        )
    };
    house.write("first.txt", agenda("Thursday 12 March 2026"));
    house.write(
        "next.txt",
        agenda("Thursday 14 May 2026").replace("Members: Mr T Aldous (Chairman) and Ms J Okafor\n\n", ""),
    );
    let library = house.sessions().join("first.ron");
    fs::create_dir_all(house.sessions()).unwrap();
    house.run(&["import", "first.txt", "-o", library.to_str().unwrap()]).well();
    let mut terminal = Terminal::start(&house, &["new", "next.txt"]);
    terminal.see("carried on from 12 March 2026");
    terminal.send("\r");
    terminal.see("1 Apologies");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
}
