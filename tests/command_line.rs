//! The command line, with good input and bad: what scripts rely on, and what somebody is told who gave the
//! wrong file.

use crate::program::{House, everything_in};
use crate::stage::{Stage, meeting};
use minutebook::domain::meeting::Meeting;
use minutebook::text;
use std::fs;

const AGENDA: &str = "Saltmarsh Harbour Partnership\n\nAGENDA\n\nThursday, 12th March, 2026, at 10.00 am\n\
    Committee Room 1, The Quayside, Saltmarsh\n\n1. Apologies\n2. Declarations of Interest\n\
    3. Dredging Strategy Update\n4. Date of the next meeting\n";

#[test]
fn an_agenda_is_imported_opened_and_printed() {
    let house = House::new();
    house.write("agenda.txt", AGENDA);
    let report = house.run(&["import", "agenda.txt", "-o", "s.ron"]).well();
    assert!(report.contains("Saltmarsh Harbour Partnership"), "{report}");
    let minutes = house.run(&["export", "s.ron", "--audience", "public", "--format", "text"]).well();
    assert!(minutes.to_uppercase().contains("SALTMARSH HARBOUR PARTNERSHIP"), "{minutes}");
    let words = house.run(&["recover", "s.ron", "--print"]).well();
    assert!(words.contains("Dredging Strategy Update"), "{words}");
    let json = house.run(&["import", "agenda.txt", "--format", "json"]).well();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json.to_string().contains("Dredging Strategy Update"), "{json}");
    // The same from standard input.
    let fed = house.feed(&["import", "-", "--format", "json"], AGENDA.as_bytes()).well();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&fed).unwrap(), json);
}

#[test]
fn nothing_is_written_over() {
    let house = House::new();
    house.write("agenda.txt", AGENDA);
    let file = house.write("s.ron", "something of somebody's");
    let said = house.run(&["import", "agenda.txt", "-o", "s.ron"]);
    assert!(said.complaint(1).contains("choose another name"), "{said:?}");
    assert_eq!(fs::read_to_string(file).unwrap(), "something of somebody's");
    let said = house.run(&["import", "agenda.txt", "-o", "no/such/s.ron"]);
    assert!(said.complaint(1).contains("no/such/s.ron: writing failed"), "{said:?}");
}

#[test]
fn an_agenda_that_is_not_one_is_refused_with_a_hint() {
    let house = House::new();
    house.write("empty.txt", "");
    house.write("blank.txt", " \n\t\n \n");
    house.write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\0\xff\xfe\0\0\0".repeat(40));
    house.write("pack.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
    house.write("zeros.txt", vec![0; 5000]);
    fs::create_dir(house.path("folder")).unwrap();
    for name in ["missing.txt", "empty.txt", "blank.txt", "picture.png", "pack.pdf", "zeros.txt", "folder"] {
        for arguments in [&["import", name, "-o", "s.ron"][..], &["new", name, "-o", "s.ron"]] {
            let said = house.run(arguments);
            let line = said.complaint(1);
            assert!(line.contains(name), "the file is named: {line}");
            assert!(line.contains(';') || line.contains(", or "), "there is a hint: {line}");
            assert!(said.out.is_empty() && !house.path("s.ron").exists(), "{said:?}");
        }
    }
}

const RECIPE: &str = "# Plum Tart\n\n## Ingredients\n\n- 180 g flour\n- 2 eggs\n\n## Method\n\nRub the butter in.\n\n\
    ## Notes\n\nKeeps for a day.\n";

#[test]
fn a_refused_paper_is_told_with_the_best_guess() {
    let house = House::new();
    house.write("recipe.md", RECIPE);
    let said = house.run(&["import", "recipe.md", "-o", "s.ron"]);
    let line = said.complaint(1);
    assert!(line.contains("recipe.md: no agenda items found;"), "{line}");
    let guess = line.split_once(". The best guess was ").map_or("", |(_, guess)| guess);
    assert!(guess.contains(" headings: \"") && guess.contains("\", \""), "{line}");
    assert!(guess.ends_with("; see why with import --explain."), "{line}");
    // Where nothing at all looks like a heading there is no guess.
    house.write("word.txt", "Hello\n");
    let said = house.run(&["import", "word.txt", "-o", "s.ron"]);
    assert!(!said.complaint(1).contains("guess"), "{said:?}");
}

/// The row of a printed table that has these words in it.
fn row<'a>(printed: &'a str, words: &str) -> &'a str {
    printed.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("no {words} in {printed}"))
}

#[test]
fn an_import_explains_why_each_line_was_read_as_it_was() {
    let house = House::new();
    house.write("agenda.txt", AGENDA);
    let printed = house.run(&["import", "agenda.txt", "--explain"]).well();
    assert!(printed.starts_with("Best reading:   4 items, marked as label"), "{printed}");
    assert!(row(&printed, "Best reading:").contains(", score +"), "{printed}");
    let headings: Vec<&str> =
        row(&printed, "Understood as").split("  ").filter(|cell| !cell.is_empty()).collect();
    let headings: Vec<&str> = headings.into_iter().map(str::trim).collect();
    assert_eq!(headings, ["Line", "Words", "Understood as", "Mark", "Strongest signs"]);
    let item = row(&printed, "3. Dredging Strategy Update");
    assert!(item.trim_start().starts_with("10  ") && item.contains("  an item  "), "{item}");
    assert!(item.contains("  label  ") && item.matches(['+', '-']).count() >= 3, "{item}");
    let body = row(&printed, "Saltmarsh Harbour Partnership");
    assert!(body.contains("  the body  ") && body.contains("  -  "), "{body}");
    assert_eq!(house.feed(&["import", "-", "--explain"], AGENDA.as_bytes()).well(), printed);
    assert_eq!(everything_in(&house.path("")).len(), 1, "no session is made");
}

#[test]
fn a_refused_paper_is_explained_too() {
    let house = House::new();
    house.write("recipe.md", RECIPE);
    let printed = house.run(&["import", "recipe.md", "--explain"]).well();
    assert!(printed.starts_with("The paper is refused: no reading is enough like an agenda.\n"), "{printed}");
    let best = row(&printed, "Best reading:");
    let guessed = printed.lines().filter(|line| line.contains("  perhaps an item  ")).count();
    assert!(
        best.contains(&format!(" {guessed} items, marked as ")) && best.contains(", score -"),
        "{printed}"
    );
    assert!(row(&printed, "Second reading:").contains(", score -"), "{printed}");
    // What cannot be read at all has no lines to explain.
    house.write("pack.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
    house.session("s.ron");
    for name in ["missing.txt", "pack.pdf", "s.ron"] {
        let said = house.run(&["import", name, "--explain"]);
        assert!(said.complaint(1).contains(name) && said.out.is_empty(), "{said:?}");
    }
}

#[test]
fn an_agenda_that_declares_its_items_has_no_readings_to_explain() {
    let house = House::new();
    house.write("agenda.txt", AGENDA);
    house.write("agenda.json", house.run(&["import", "agenda.txt", "--format", "json"]).well());
    let printed = house.run(&["import", "agenda.json", "--explain"]).well();
    assert!(printed.starts_with("There are no readings to compare.\n"), "{printed}");
    assert!(row(&printed, "Dredging Strategy Update").contains("  an item  "), "{printed}");
}

#[test]
fn a_file_that_may_not_be_read_is_told_apart_from_one_that_is_not_there() {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let house = House::new();
        let (agenda, session) = (house.write("agenda.txt", AGENDA), house.session("s.ron"));
        for path in [&agenda, &session] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
        }
        if fs::read(&agenda).is_ok() {
            crate::shared::skipped("this user may read everything (root?)");
            return;
        }
        let said = house.run(&["import", "agenda.txt", "-o", "t.ron"]);
        assert!(said.complaint(1).contains("may not be read"), "{said:?}");
        let said = house.run(&["export", "s.ron"]);
        assert!(said.complaint(1).contains("permission is denied"), "{said:?}");
    }
}

/// Agendas are saved by all kinds of programs: what is not UTF-8 is read, not refused, and never printed raw.
#[test]
fn an_agenda_in_another_encoding_is_read() {
    let house = House::new();
    let latin: Vec<u8> = AGENDA.replace("Dredging", "Caf\u{e9}").chars().map(|letter| letter as u8).collect();
    let wide: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(AGENDA.replace("Dredging", "Caf\u{e9}").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (name, bytes) in [("latin.txt", latin), ("wide.txt", wide)] {
        house.write(name, bytes);
        let said = house.run(&["import", name, "--format", "json"]);
        assert_eq!(said.status, 0, "{said:?}");
        assert!(said.out.contains("Caf\u{e9} Strategy Update"), "{}", said.out);
    }
}

/// Every way in which a session can be spoilt, what must be said, and whether the place must be said.
fn spoilt(record: &str) -> Vec<(&'static str, Vec<u8>, &'static str, bool)> {
    let bytes = record.as_bytes();
    let middle = record.find("Dredging").unwrap();
    let garbled = record.replacen("items: [", "itms: [", 1);
    let newer = record.replacen("format: 1", "format: 99", 1);
    assert!(garbled != record && newer != record, "{record}");
    let mut broken = bytes.to_vec();
    broken[middle] = 0xff;
    vec![
        ("empty", vec![], "empty", false),
        ("cut", bytes[..middle].to_vec(), "ends in the middle", true),
        ("garbled", garbled.into_bytes(), "itms", true),
        ("broken", broken, "not text in UTF-8", true),
        ("newer", newer.into_bytes(), "newer Minutebook", false),
        ("foreign", b"(name: \"a tale\", levels: [1, 2])\n".to_vec(), "not a Minutebook session", true),
        ("agenda", AGENDA.as_bytes().to_vec(), "minutebook new", true),
        ("binary", vec![0, 159, 146, 150, 0, 1, 2, 27, 91], "not text", true),
    ]
}

/// Every file beside the sessions; an empty lock that stays behind is no harm.
fn without_locks(house: &House) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let is_lock = |path: &std::path::Path| path.extension().is_some_and(|ending| ending == "lock");
    everything_in(&house.path("")).into_iter().filter(|(path, _)| !is_lock(path)).collect()
}

#[test]
fn a_session_that_is_spoilt_is_told_in_one_line_and_left_alone() {
    let house = House::new();
    let record = fs::read_to_string(house.session("good.ron")).unwrap();
    for (name, bytes, said_of_it, has_place) in spoilt(&record) {
        let file = house.write(&format!("{name}.ron"), &bytes);
        let before = without_locks(&house);
        let file_name = format!("{name}.ron");
        for arguments in [
            &["export", &file_name, "--format", "text"][..],
            &["check", &file_name],
            &["recover", &file_name, "--print"],
            &["open", &file_name],
            &[&file_name],
        ] {
            let said = house.run(arguments);
            let line = said.complaint(1);
            assert!(line.contains(&file_name) && line.contains(said_of_it), "{name}: {line}");
            assert!(!has_place || (line.contains(", line ") && line.contains(", column ")), "{name}: {line}");
            assert!(line.contains(';'), "there is a hint: {line}");
            assert!(said.out.is_empty(), "{said:?}");
        }
        assert_eq!(fs::read(file).unwrap(), bytes, "{name} is as it was");
        assert!(without_locks(&house) == before, "{name}: nothing else was written");
    }
}

#[test]
fn a_session_that_is_not_there_is_named() {
    let house = House::new();
    for arguments in
        [&["open", "gone.ron"][..], &["gone.ron"], &["export", "gone.ron"], &["check", "gone.ron"]]
    {
        let said = house.run(arguments);
        assert!(said.complaint(1).contains("gone.ron"), "{said:?}");
    }
    assert!(everything_in(&house.path("")).is_empty(), "nothing is left behind");
}

#[test]
fn wrong_usage_ends_with_two_and_help_with_nought() {
    let house = House::new();
    house.session("s.ron");
    house.write("agenda.txt", AGENDA);
    for arguments in [
        &["import"][..],
        &["import", "agenda.txt"],
        &["import", "agenda.txt", "-o", "-"],
        &["import", "agenda.txt", "--explain", "-o", "t.ron"],
        &["import", "agenda.txt", "--explain", "--format", "json"],
        &["export", "s.ron", "--format", "crayon"],
        &["export", "s.ron", "--audience", "friends"],
        &["export", "s.ron", "--style", "nonsense"],
        &["export", "s.ron", "--paper", "napkin"],
        &["export", "s.ron", "--paper", "item"],
        &["export", "s.ron", "--item", "Z9"],
        &["export", "s.ron", "--paper", "decisions", "--item", "B1"],
        &["export", "s.ron", "--paper", "actions", "--format", "json"],
        &["completions", "klingon"],
        &["open"],
        &["new"],
        &["--nonsense"],
        &["open", "s.ron", "t.ron"],
    ] {
        let said = house.run(arguments);
        assert_eq!(said.status, 2, "{arguments:?}: {said:?}");
        assert!(said.out.is_empty() && !said.err.trim().is_empty(), "{arguments:?}: {said:?}");
    }
    for arguments in [&["--help"][..], &["--version"], &["export", "--help"]] {
        assert!(!house.run(arguments).well().is_empty());
    }
}

#[test]
fn without_a_terminal_minuting_says_so_and_leaves_nothing() {
    let house = House::new();
    house.write("agenda.txt", AGENDA);
    let session = house.session("s.ron");
    let before = fs::read(&session).unwrap();
    for arguments in
        [&["open", "s.ron"][..], &["s.ron"], &["new", "agenda.txt", "-o", "n.ron"], &["new", "agenda.txt"]]
    {
        let said = house.run(arguments);
        assert!(said.complaint(1).contains("terminal"), "{said:?}");
    }
    assert_eq!(fs::read(&session).unwrap(), before);
    assert!(!house.path("n.ron").exists() && everything_in(&house.sessions()).is_empty());
}

#[test]
fn every_paper_is_printed_in_every_format() {
    let house = House::new();
    house.session("s.ron");
    let decisions = house.run(&["export", "s.ron", "--audience", "public", "--paper", "decisions"]).well();
    assert!(decisions.contains("DECISIONS of a meeting"), "{decisions}");
    let item = house.run(&["export", "s.ron", "--audience", "public", "--item", "b2"]).well();
    assert!(item.contains("EXTRACT from the minutes") && item.contains("Pontoon Repairs"), "{item}");
    for (format, beginning) in
        [("docx", &b"PK"[..]), ("pdf", b"%PDF-1.7"), ("html", b"<!DOCTYPE"), ("markdown", b"# ")]
    {
        let file = format!("out.{format}");
        let paper =
            ["export", "s.ron", "--audience", "full", "--paper", "actions", "--format", format, "-o", &file];
        assert_eq!(house.run(&paper).well(), "");
        assert!(fs::read(house.path(&file)).unwrap().starts_with(beginning), "{format}");
    }
}

#[test]
fn an_export_goes_where_it_is_sent_whole_or_not_at_all() {
    let house = House::new();
    house.session("s.ron");
    let printed = house.run(&["export", "s.ron", "--audience", "public", "--format", "text"]).well();
    assert_eq!(
        house.run(&["export", "s.ron", "--audience", "public", "--format", "text", "-o", "-"]).well(),
        printed
    );
    assert_eq!(
        house.run(&["export", "s.ron", "--audience", "public", "--format", "text", "-o", "out.txt"]).well(),
        ""
    );
    assert_eq!(fs::read_to_string(house.path("out.txt")).unwrap(), printed);
    let json = house.run(&["export", "s.ron", "--format", "json", "--audience", "public"]).well();
    serde_json::from_str::<serde_json::Value>(&json).unwrap();
    let said = house.run(&["export", "s.ron", "--format", "text", "-o", "no/such/folder/out.txt"]);
    assert!(said.complaint(1).contains("out.txt"), "{said:?}");
    fs::create_dir(house.path("folder")).unwrap();
    let said = house.run(&["export", "s.ron", "--format", "text", "-o", "folder"]);
    assert!(said.complaint(1).contains("folder"), "{said:?}");
}

#[test]
fn an_export_never_takes_the_place_of_a_session() {
    let house = House::new();
    house.session("s.ron");
    let before = everything_in(&house.path(""));
    for name in ["s.ron", "./s.ron", "s.journal", "t.ron"] {
        let said = house.run(&["export", "s.ron", "--format", "text", "-o", name]);
        assert!(said.complaint(1).contains("choose another"), "{said:?}");
    }
    assert!(everything_in(&house.path("")) == before);
}

/// Names and titles come from other people's papers; nothing in them may drive a terminal.
#[test]
fn escape_sequences_in_an_agenda_are_never_printed_raw() {
    let house = House::new();
    let wild = "\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}31m\u{202e}\u{8}\u{7f}";
    let agenda = AGENDA
        .replace("Dredging", &format!("{wild}Dredging{wild}"))
        .replace("Harbour", &format!("Har{wild}bour"));
    house.write("agenda.txt", agenda);
    let harmless = |text: &str| !text.chars().any(|letter| text::is_control(letter) && letter != '\n');
    let mut calls = vec![
        house.run(&["import", "agenda.txt", "-o", "s.ron"]),
        house.run(&["import", "agenda.txt", "--format", "json"]),
        house.run(&["import", "agenda.txt", "--explain"]),
    ];
    assert!(calls.iter().all(|said| said.status == 0), "{calls:?}");
    for arguments in [
        &["export", "s.ron", "--format", "text"][..],
        &["export", "s.ron", "--format", "json"],
        &["check", "s.ron"],
        &["check", "s.ron", "--format", "json"],
        &["recover", "s.ron", "--print"],
        &["open", "s.ron"],
        &["new", "agenda.txt"],
        &["import", "no\u{1b}[2Jsuch\u{7}file", "-o", "t.ron"],
        &["open", "no\u{1b}[2Jsuch\u{7}file.ron"],
        &["export", "s.ron", "--style", "no\u{1b}[2Jstyle"],
    ] {
        calls.push(house.run(arguments));
    }
    fs::copy(house.path("s.ron"), house.sessions().join("s.ron")).unwrap();
    calls.push(house.run(&[]));
    for said in calls {
        assert!(harmless(&said.out) && harmless(&said.err), "{said:?}");
    }
    assert!(harmless(&fs::read_to_string(house.path("s.ron")).unwrap()));
}

#[test]
fn a_clerks_own_house_style_is_used_and_a_broken_one_is_named() {
    let house = House::new();
    house.write("agenda.txt", AGENDA);
    house.run(&["import", "agenda.txt", "-o", "s.ron"]).well();
    house.configure_file("styles/harbour.ron", "(name: \"harbour\", empty_items: true, item: Label)");
    let printed = house.run(&["export", "s.ron", "--audience", "public", "--style", "harbour"]).well();
    assert!(printed.contains("3. Dredging Strategy Update"), "{printed}");
    house.configure_file("styles/a broken one.ron", "(name: \"quay\", paragraphs: (Dots, None, None))");
    house.run(&["export", "s.ron", "--audience", "public", "--style", "harbour"]).well();
    let refused = house.run(&["export", "s.ron", "--style", "quay"]);
    let said = refused.complaint(2);
    assert!(said.contains("Dots") && said.contains("a broken one.ron"), "{said}");
}

#[test]
fn a_clerks_own_profile_decides_which_checks_apply_and_a_broken_one_is_named() {
    let house = House::new();
    house.write("agenda.txt", "AGENDA\n\nSaltmarsh Harbour Partnership\n\n1. Introduction\n2. Close\n");
    house.run(&["import", "agenda.txt", "-o", "s.ron"]).well();
    let found = house.run(&["check", "s.ron"]);
    assert!(found.out.contains("no-date"), "{found:?}");
    let profile = "(name: \"harbour\", cues: [\"harbour partnership\"], checks_off: [\"no-date\"])";
    house.configure_file("profiles/harbour.ron", profile);
    let found = house.run(&["check", "s.ron"]);
    assert!(!found.out.contains("no-date"), "{found:?}");
    house.configure_file("profiles/a broken one.ron", "(name: \"quay\", quorum: Half)");
    let found = house.run(&["check", "s.ron"]);
    assert!(found.err.contains("Half") && found.err.contains("a broken one.ron"), "{found:?}");
}

#[test]
fn the_table_and_the_completions_are_printed() {
    let house = House::new();
    assert_eq!(house.run(&["commands"]).well(), minutebook::command::reference::reference());
    for shell in ["bash", "zsh", "fish"] {
        let script = house.run(&["completions", shell]).well();
        assert!(script.contains("minutebook") && script.contains("import"), "{shell}: {script}");
    }
}

/// A meeting in which nothing deserves a second look.
fn sound() -> Meeting {
    Stage::new().command("open-meeting").play("<f2>*<esc>").play("Welcome.").meeting().clone()
}

#[test]
fn a_check_ends_with_one_if_it_found_something() {
    let house = House::new();
    house.session_of("sound.ron", &sound());
    assert_eq!(house.run(&["check", "sound.ron"]).well(), "");
    let unsound = Stage::with(sound()).play("<enter>ACTION: find out who owns the crane").meeting().clone();
    house.session_of("unsound.ron", &unsound);
    let said = house.run(&["check", "unsound.ron"]);
    assert_eq!(said.status, 1, "{said:?}");
    assert!(said.err.is_empty() && said.out.contains("action-without-owner: "), "{said:?}");
    let said = house.run(&["check", "unsound.ron", "--format", "json"]);
    assert_eq!(said.status, 1, "{said:?}");
    let found: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(found[0]["rule"], "action-without-owner");
    assert_eq!(found[0]["place"], "A1");
    // A slip says only the words around it; its item stands behind.
    let slip = Stage::with(sound()).play("<enter>Members agreed to to wait.").meeting().clone();
    house.session_of("slip.ron", &slip);
    let said = house.run(&["check", "slip.ron"]);
    assert!(
        said.out.lines().any(|line| line.starts_with("doubled-word: ") && line.ends_with(" (A1)")),
        "{said:?}"
    );
}

#[test]
fn the_library_lists_sessions_newest_first() {
    let house = House::new();
    let nothing = house.run(&[]).well();
    assert!(nothing.contains("no sessions") && nothing.contains("minutebook new"), "{nothing}");
    for (name, year) in [("a.ron", 2024), ("b.ron", 2026), ("c.ron", 2025)] {
        let mut meeting = meeting();
        meeting.head.date = chrono::NaiveDate::from_ymd_opt(year, 3, 12);
        drop(minutebook::store::create(&house.sessions().join(name), &meeting, "x").unwrap());
    }
    let list = house.run(&[]).well();
    let days: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(days, ["2026-03-12", "2025-03-12", "2024-03-12"], "{list}");
    fs::write(house.sessions().join("spoilt.ron"), "(").unwrap();
    let list = house.run(&[]).well();
    assert_eq!(list.lines().count(), 4, "what cannot be read is in the list, too: {list}");
    assert!(list.lines().any(|line| line.contains("spoilt.ron") && line.contains("unreadable")), "{list}");
}

#[test]
fn whoever_stops_reading_has_had_enough() {
    let house = House::new();
    house.session("s.ron");
    let mut program = house.command(&["export", "s.ron", "--audience", "public"]).spawn().unwrap();
    drop(program.stdout.take());
    let output = program.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn a_copy_is_for_the_public_unless_it_is_asked_for_in_full() {
    let house = House::new();
    let mut meeting = meeting();
    let secret = Stage::with(meeting.clone()).play("<ctrl-g>C1<enter>RESOLVED to end the lease.");
    house.session_of("s.ron", secret.meeting());
    let unasked = house.run(&["export", "s.ron"]);
    assert!(unasked.status == 0 && !unasked.out.contains("end the lease"), "{unasked:?}");
    assert_eq!(
        unasked.err,
        "minutebook: 1 restricted item is left out of this copy; --audience full prints everything.\n"
    );
    let public = house.run(&["export", "s.ron", "--audience", "public"]);
    assert_eq!((public.out.as_str(), public.err.as_str()), (unasked.out.as_str(), ""));
    let full = house.run(&["export", "s.ron", "--audience", "full"]);
    assert!(full.out.contains("RESOLVED to end the lease.") && full.err.is_empty(), "{full:?}");
    let item = house.run(&["export", "s.ron", "--paper", "item", "--item", "B1"]);
    assert!(item.status == 0 && item.err.is_empty(), "nothing of B1 is restricted: {item:?}");
    // Where nothing is restricted nothing is said.
    meeting.parts.retain(|part| !part.restricted);
    meeting.items.pop();
    house.session_of("open.ron", &meeting);
    let open = house.run(&["export", "open.ron"]);
    assert!(open.status == 0 && open.err.is_empty(), "{open:?}");
}
