//! Import of the real papers that lie beside the project, and of files that were made to do harm.

use crate::draws::draws;
use crate::import::agenda;
use crate::shared::shared;
use minutebook::domain::agenda::Item;
use minutebook::domain::edit::{Edit, Thing};
use minutebook::domain::meeting::Meeting;
use minutebook::domain::people::Person;
use minutebook::import::{Proposal, Sure, read, report};
use minutebook::text::has_control;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::HashSet;

/// What is read from a paper beside the project, and what a careful clerk says is in it.
fn paper(name: &str) -> Option<(Proposal, Value)> {
    let text = shared(&format!("corpus/{name}.txt"))?;
    let truth = shared(&format!("corpus/{name}.truth.json"))?;
    let truth = serde_json::from_slice(&std::fs::read(truth).unwrap()).unwrap();
    Some((read(&std::fs::read(text).unwrap()).unwrap(), truth))
}

/// Number, title and part of every item that a truth requires.
fn wanted(truth: &Value) -> Vec<(String, String, bool)> {
    let items = truth["items"].as_array().unwrap().iter().filter(|item| item["optional"] != true);
    let item = |item: &Value| {
        let number = item["number"].as_str().unwrap_or("").trim_end_matches('.').to_owned();
        (number, item["title"].as_str().unwrap().to_lowercase(), item["part"] == "restricted")
    };
    items.map(item).collect()
}

fn found(meeting: &Meeting) -> Vec<(String, String, bool)> {
    let item = |item| meeting.is_restricted(item);
    let items = meeting.items.iter();
    let number = |item: &Item| item.heading.number.map(|number| number.to_string());
    let printed = |item: &Item| number(item).unwrap_or_else(|| item.heading.label.clone());
    items.map(|it| (printed(it), it.heading.title.to_lowercase(), item(it))).collect()
}

fn agrees(name: &str) {
    let Some((proposal, truth)) = paper(name) else { return };
    assert_eq!(found(&proposal.meeting), wanted(&truth));
    let head = &proposal.meeting.head;
    assert_eq!(head.body, truth["body"].as_str().unwrap());
    assert_eq!(head.date.unwrap().to_string(), truth["date"].as_str().unwrap());
    assert_eq!(head.starts.unwrap().format("%H:%M").to_string(), truth["time"].as_str().unwrap());
    assert_eq!(head.contact, truth["contact"].as_str().unwrap());
    if !truth["embedded_minutes"].is_null() {
        let truth = &truth["embedded_minutes"];
        let [earlier] = proposal.earlier.as_slice() else {
            panic!("{} earlier meetings", proposal.earlier.len())
        };
        assert_eq!(found(earlier), wanted(truth));
        let present = |person: &&_| earlier.attended(person_id(person));
        let names: Vec<String> = earlier.people.iter().filter(present).map(Person::full).collect();
        let lists =
            ["present", "in_attendance"].map(|list| truth["attendance"][list].as_array().unwrap().clone());
        assert_eq!(
            names,
            lists.concat().iter().map(|name| name.as_str().unwrap().to_owned()).collect::<Vec<_>>()
        );
    }
}

fn person_id(person: &Person) -> minutebook::domain::id::PersonId {
    person.id
}

#[test]
fn the_pack_with_earlier_minutes_and_reports_is_read_as_a_clerk_reads_it() {
    agrees("004_65bc9ee2a845cac4");
}

#[test]
fn the_pack_printed_in_two_columns_is_read_as_a_clerk_reads_it() {
    agrees("03-pdf-pack-lettered-items");
}

#[test]
fn the_markdown_agenda_is_read_as_a_clerk_reads_it() {
    agrees("10-markdown-agenda");
}

/// Whatever was read, the record accepts it and no text in it can act on a screen.
fn harmless(proposal: &Proposal) {
    let told = report(proposal);
    assert!(!told.lines().any(has_control));
    assert!(proposal.lines.iter().all(|line| !has_control(&line.text)));
    for meeting in std::iter::once(&proposal.meeting).chain(&proposal.earlier) {
        let mut record =
            Meeting { parts: meeting.parts.clone(), people: meeting.people.clone(), ..Meeting::default() };
        let mut after = None;
        for item in &meeting.items {
            record.apply(&Edit::insert(after, Thing::Item(item.clone()))).unwrap();
            assert!(
                !has_control(&item.heading.title) && !item.heading.text.iter().any(|text| has_control(text))
            );
            after = Some(item.id.0);
        }
        assert!(meeting.people.iter().all(|person| !has_control(&person.full())));
        assert!(meeting.left_over.iter().all(|line| !has_control(&line.text)));
    }
}

#[test]
fn escape_sequences_come_out_tamed() {
    let paper = "AGENDA\n\n\u{1b}[31mWEALD\u{1b}[0m BOARD\n\n1. Apol\u{7}ogies \u{1b}]0;owned\u{7}\n\n2. Bins \u{202e}txt.exe\u{9b}2J\n";
    let proposal = read(paper.as_bytes()).unwrap();
    harmless(&proposal);
    assert_eq!(proposal.meeting.head.body, "Weald Board");
    assert_eq!(agenda(&proposal.meeting), ["1 | Apologies", "2 | Bins txt.exe2J"]);
    assert_eq!(proposal.notes, ["Invisible or control characters were taken out of the text."]);
}

#[test]
fn other_encodings_are_read_and_told() {
    let proposal = read(b"AGENDA\n\n1. Caf\xE9\n\n2. The \x93hut\x94\n").unwrap();
    assert_eq!(agenda(&proposal.meeting), ["1 | Café", "2 | The “hut”"]);
    assert_eq!(proposal.notes, ["The file is not UTF-8; it was read as Windows-1252."]);
}

/// Reads a text that is so large that something quadratic would be seen to hang; how long it takes is told by
/// `cargo bench --bench import`. Where it can be read, no line of it is lost.
fn large(text: &str) -> Option<Proposal> {
    let proposal = read(text.as_bytes()).ok()?;
    let kept: HashSet<usize> = proposal.lines.iter().map(|line| line.line as usize).collect();
    let lost = text.lines().zip(1..).find(|(line, number)| !line.trim().is_empty() && !kept.contains(number));
    assert_eq!(lost, None, "of {} lines", text.lines().count());
    Some(proposal)
}

#[test]
fn size_does_no_harm() {
    let many = (1..=10_000)
        .map(|number| format!("A{} Item of business\n\nMembers noted it.\n\n", number % 1000))
        .collect::<String>();
    assert!(large(&format!("Agenda\n\n{many}")).is_some());
    let numbered: String =
        (1..=999).map(|number| format!("{number}. Item number {number}\n\nMembers spoke.\n\n")).collect();
    assert_eq!(large(&format!("Agenda\n\n{numbered}")).unwrap().meeting.items.len(), 999);
    for line in [
        "word ",
        "a, b and ",
        "RESOLVED ",
        "1. Minutes: ",
        "(",
        "| ",
        "12.30 ",
        "4 May 2020 ",
        "[x](",
        "meeting of ",
    ] {
        large(&format!("Agenda\n\n1. One\n\n2. Two\n\n{}\n", line.repeat(150_000 / line.len())));
        large(&format!("# Agenda\n\n1. One\n\n2. Two\n\n{}\n", line.repeat(150_000 / line.len())));
        large(&format!("{}\n\nAgenda\n\n1. One\n\n2. Two\n", line.repeat(150_000 / line.len())));
    }
    large(&format!("Agenda\n\n1. One\n2. {}\n", "x".repeat(5_000_000)));
    for line in [
        "1.\n",
        "|\n",
        "7\n",
        "# a\n",
        "A1 b\n",
        "Break\nx\n",
        "For: a\n",
        "Present: Mr A B\n",
        "From: a\nTo: b\n",
        "\u{c}1\n",
        "(a) b\n\n",
        "RECOMMENDED: a\n",
        "It is recommended that: (a) b; (b) c\n\n",
    ] {
        large(&format!("Agenda\n\n1. One\n\n2. Two\n\n{}", line.repeat(40_000 / line.len())));
    }
}

/// Words of which papers are made, so that random papers come near to real ones.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        Just("1. "),
        Just("2. "),
        Just("A1 "),
        Just("(a) "),
        Just("RESOLVED "),
        Just("Minutes:"),
        Just("\n"),
        Just("\n\n"),
        Just("| "),
        Just(" |\n"),
        Just("---|---|\n"),
        Just("Present: "),
        Just("Mr A B"),
        Just(", "),
        Just("# "),
        Just("meeting of the "),
        Just("held on "),
        Just("4 May 2020 "),
        Just("10.00 am "),
        Just("\u{c}"),
        Just("\t"),
        Just("Council "),
        Just("Ayes: "),
        Just("\u{1b}[1m"),
        Just("é"),
        Just("From: "),
        Just("To: "),
        Just("- "),
        Just("**"),
        Just("Time   No.   Item   Lead\n"),
        Just("[a](b) "),
        Just("PART 2 "),
        Just("("),
        Just(")"),
        Just("Motion by "),
        Just("BREAK (5 minutes)"),
        Just("İ"),
        Just("ß"),
        Just("Attendance\n"),
        Just("PDF 1 KB "),
        Just("3.\n"),
    ];
    proptest::collection::vec(scrap, 0..60).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(draws(256))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(proposal) = read(&bytes) {
            harmless(&proposal);
        }
    }

    #[test]
    fn random_papers_never_panic(paper in scraps()) {
        if let Ok(proposal) = read(paper.as_bytes()) {
            harmless(&proposal);
            // Every line with something to read on it is told of.
            let numbers = proposal.lines.iter().map(|line| line.line).collect::<std::collections::BTreeSet<_>>();
            for (number, line) in (1..).zip(paper.split('\n')) {
                let seen = line.chars().any(char::is_alphanumeric) && !line.contains('\u{1b}');
                prop_assert!(!seen || numbers.contains(&number), "line {} vanished: {:?}", number, line);
            }
            for line in proposal.lines.iter().filter(|line| line.sure == Sure::LeftOver) {
                prop_assert!(!line.text.is_empty());
            }
        }
    }
}
