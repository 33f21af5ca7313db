//! Papers in layouts that no list can end: each invented agenda or set of minutes in `tests/papers` is read, and
//! everything that was understood of it, guessed or left over stands in a snapshot beside the others.

use minutebook::domain::agenda::Item;
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::Block;
use minutebook::domain::people::{Membership, Person};
use minutebook::import::{self, Proposal, Sure};
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

/// All that was read from a paper, as text that a person can check against it.
fn digest(proposal: &Proposal) -> String {
    let mut told = head(&proposal.meeting);
    told.push_str(&people(&proposal.meeting));
    let meeting = &proposal.meeting;
    let mut part = None;
    for item in &meeting.items {
        if item.heading.part != part {
            part = item.heading.part;
            if let Some(part) = part.and_then(|part| meeting.part(part)) {
                let restricted = if part.restricted { " [restricted]" } else { "" };
                let _ = writeln!(told, "== {} {}{restricted} {}", part.label, part.title, part.statement);
            }
        }
        self::item(meeting, item, &mut told);
    }
    for earlier in &proposal.earlier {
        let _ = writeln!(told, "earlier: {} items of {}", earlier.items.len(), earlier.head.body);
    }
    let told_apart = [
        (Sure::RestrictionGuessed, "restriction guessed"),
        (Sure::Guessed, "guessed"),
        (Sure::LeftOver, "left over"),
    ];
    for (sure, word) in told_apart {
        for line in proposal.lines.iter().filter(|line| line.sure == sure) {
            let _ = writeln!(told, "{word}: {}: {}", line.meaning.word(), line.text);
        }
    }
    for note in &proposal.notes {
        let _ = writeln!(told, "note: {note}");
    }
    told
}

fn head(meeting: &Meeting) -> String {
    let head = &meeting.head;
    let fields = [
        ("body", head.body.clone()),
        ("noun", head.noun.clone()),
        ("date", head.date.map(|date| date.to_string()).unwrap_or_default()),
        ("starts", head.starts.map(|time| time.to_string()).unwrap_or_default()),
        ("ends", head.ends.map(|time| time.to_string()).unwrap_or_default()),
        ("venue", head.venue.clone()),
        ("contact", [head.contact.as_str(), &head.telephone, &head.email].join(" ").trim().to_owned()),
        ("published", head.published.map(|date| date.to_string()).unwrap_or_default()),
        ("next meeting", head.next_meeting.map(|date| date.to_string()).unwrap_or_default()),
        ("quorum", head.quorum.map(|quorum| quorum.to_string()).unwrap_or_default()),
    ];
    let known = fields.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(name, value)| format!("{name}: {value}\n")).collect()
}

fn people(meeting: &Meeting) -> String {
    let line = |person: &Person| {
        let described = [("role", &person.role), ("post", &person.post), ("of", &person.organisation)];
        let described = described.iter().filter(|(_, words)| !words.is_empty());
        let described: String = described.map(|(what, words)| format!(", {what} {words}")).collect();
        let there = if meeting.attended(person.id) { ", there" } else { "" };
        let apology = meeting.apology_of(person.id);
        let instead = apology.and_then(|apology| meeting.person(apology.substitute?));
        let instead = instead.map(|person| format!(", {} instead", person.name)).unwrap_or_default();
        let apology = if apology.is_some() { ", apologies" } else { "" };
        format!("{}: {}{described}{there}{apology}{instead}\n", person.membership.word(), person.name)
    };
    let mut people: Vec<&Person> = meeting.people.iter().collect();
    people.sort_by_key(|person| Membership::ALL.iter().position(|kind| *kind == person.membership));
    let declared = meeting.declarations.iter().filter_map(|declared| {
        let person = meeting.person(declared.person)?;
        Some(format!("declared: {}: {}\n", person.name, declared.nature))
    });
    people.into_iter().map(line).chain(declared).collect()
}

fn item(meeting: &Meeting, item: &Item, told: &mut String) {
    let heading = &item.heading;
    let restricted = if meeting.is_restricted(item) { " [restricted]" } else { "" };
    let planned = heading.planned.map(|time| format!(" at {}", time.format("%H:%M"))).unwrap_or_default();
    let pages = if heading.pages.is_empty() { "" } else { " pages " };
    let _ =
        writeln!(told, "{} | {}{restricted}{planned}{pages}{}", heading.label, heading.title, heading.pages);
    if !heading.report.is_empty() {
        let _ = writeln!(told, "      report: {}", heading.report);
    }
    for text in &heading.text {
        let _ = writeln!(told, "      text: {text}");
    }
    for block in &item.minutes {
        self::block(block, told);
    }
    for pause in meeting.breaks.iter().filter(|pause| pause.after == Some(item.id)) {
        let _ = writeln!(told, "-- {} {:?}", pause.title, pause.minutes);
    }
}

fn block(block: &Block, told: &mut String) {
    let what = match &block.kind {
        minutebook::domain::minutes::Kind::Motion(motion) => {
            format!("motion {} {:?}", motion.decision.word(), motion.vote.count())
        }
        kind => kind.word().to_owned(),
    };
    let _ = writeln!(told, "      {what} {}: {}", block.level, block.text);
}

#[test]
fn papers_of_many_bodies_are_read() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/papers");
    let mut papers: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    papers.sort();
    assert!(papers.len() >= 15, "the papers are here");
    for paper in papers {
        let name = paper.file_stem().unwrap().to_string_lossy().into_owned();
        let told = match import::read(&fs::read(&paper).unwrap()) {
            Ok(proposal) => digest(&proposal),
            Err(refused) => format!("refused: {refused}\n"),
        };
        insta::assert_snapshot!(format!("paper_{name}"), told);
    }
}
