//! What an import understood, as text for people. Knows the proposal and nothing of how it was read.

use super::{Proposal, Sure};
use crate::domain::agenda::Item;
use crate::domain::meeting::Meeting;
use crate::domain::people::Person;
use std::fmt::Write;

/// How many left-over lines are shown in full.
const SHOWN: usize = 40;

/// The report of an import: what was understood, what was guessed, what was left over.
#[must_use]
pub fn report(proposal: &Proposal) -> String {
    let mut text = String::new();
    head(&proposal.meeting, &mut text);
    people(&proposal.meeting, &mut text);
    items(&proposal.meeting, &mut text);
    for earlier in &proposal.earlier {
        let _ = writeln!(
            text,
            "\nAlso in the file: minutes of {}, {}.",
            named(earlier),
            count(earlier.items.len(), "item")
        );
    }
    for note in &proposal.notes {
        let _ = writeln!(text, "\nNote: {note}");
    }
    lines(
        proposal,
        Sure::RestrictionGuessed,
        "Restricted or public as a guess; please look at these",
        &mut text,
    );
    lines(proposal, Sure::Guessed, "Guessed; please look at these", &mut text);
    lines(proposal, Sure::LeftOver, "Left over", &mut text);
    text
}

fn head(meeting: &Meeting, text: &mut String) {
    let head = &meeting.head;
    let date = head.date.map(|date| date.format("%A %-d %B %Y").to_string());
    let time = |time: Option<chrono::NaiveTime>| {
        time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default()
    };
    let fields = [
        ("Body", head.body.clone()),
        ("Date", date.unwrap_or_default()),
        ("Starts", time(head.starts)),
        ("Ends", time(head.ends)),
        ("Venue", head.venue.clone()),
        ("Contact", head.contact.clone()),
        ("Telephone", head.telephone.clone()),
        ("E-mail", head.email.clone()),
        ("Published", head.published.map(|date| date.format("%-d %B %Y").to_string()).unwrap_or_default()),
        (
            "Next meeting",
            head.next_meeting.map(|date| date.format("%-d %B %Y").to_string()).unwrap_or_default(),
        ),
    ];
    for (name, value) in fields {
        let needed = ["Body", "Date", "Starts", "Venue"].contains(&name);
        if !value.is_empty() {
            let _ = writeln!(text, "{name:<13} {value}");
        } else if needed {
            let _ = writeln!(text, "{name:<13} (not found)");
        }
    }
}

fn people(meeting: &Meeting, text: &mut String) {
    let list = |people: Vec<String>, (one, many): (&str, &str), text: &mut String| {
        let what = if people.len() == 1 { one } else { many };
        if !people.is_empty() {
            let _ = writeln!(text, "{:<13} {}", format!("{} {what}:", people.len()), people.join("; "));
        }
    };
    let attended = |person: &&Person| meeting.attended(person.id);
    let apology = |person: &&Person| meeting.apology_of(person.id).is_some();
    let names = |wanted: &dyn Fn(&&Person) -> bool| {
        meeting.people.iter().filter(wanted).map(Person::full).collect::<Vec<_>>()
    };
    list(names(&|person| person.membership.sits() && attended(person)), ("present", "present"), text);
    list(names(&|person| !person.membership.sits() && attended(person)), ("attending", "attending"), text);
    list(names(&|person| apology(person)), ("apology", "apologies"), text);
    let other = |person: &&Person| !attended(person) && !apology(person);
    list(names(&|person| person.membership.sits() && other(person)), ("member", "members"), text);
    list(names(&|person| !person.membership.sits() && other(person)), ("expected", "expected"), text);
}

fn items(meeting: &Meeting, text: &mut String) {
    let _ = writeln!(text, "\n{}", capital(&count(meeting.items.len(), "item")));
    let mut part = None;
    for item in &meeting.items {
        if item.heading.part != part {
            part = item.heading.part;
            if let Some(part) = part.and_then(|part| meeting.part(part)) {
                let restricted = if part.restricted { " [restricted]" } else { "" };
                let _ = writeln!(text, "  {} {}{restricted}", part.label, part.title);
            }
        }
        let _ = writeln!(text, "    {:<6} {}", item.heading.label, about(meeting, item));
        if !item.heading.report.is_empty() {
            let _ = writeln!(text, "           {}", item.heading.report);
        }
        for pause in meeting.breaks.iter().filter(|pause| pause.after == Some(item.id)) {
            let length = pause.minutes.map(|minutes| format!(" ({minutes} minutes)")).unwrap_or_default();
            let _ = writeln!(text, "           {}{length}", pause.title);
        }
    }
}

/// The title of an item, with what else is known of it.
fn about(meeting: &Meeting, item: &Item) -> String {
    let mut about = item.heading.title.clone();
    if meeting.is_restricted(item) {
        about.push_str(" [restricted]");
    }
    if !item.heading.pages.is_empty() {
        let _ = write!(about, " (pages {})", item.heading.pages);
    }
    if !item.minutes.is_empty() {
        let _ = write!(about, " – {} minuted", count(item.minutes.len(), "block"));
    }
    about
}

fn lines(proposal: &Proposal, sure: Sure, heading: &str, text: &mut String) {
    let found: Vec<_> = proposal.lines.iter().filter(|line| line.sure == sure).collect();
    if found.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{heading} ({}):", count(found.len(), "line"));
    let mut last_report = None;
    let mut shown = 0;
    for line in &found {
        // A report is told once; its lines are not.
        let is_report = line.meaning == super::Meaning::Report;
        if is_report && last_report == Some(true) {
            continue;
        }
        last_report = Some(is_report);
        shown += 1;
        if shown > SHOWN {
            let _ = writeln!(text, "        … and more");
            return;
        }
        let _ = writeln!(
            text,
            "  {:>5}  {}: {}",
            line.line,
            line.meaning.word(),
            crate::text::fit(&line.text, 80)
        );
    }
}

fn named(meeting: &Meeting) -> String {
    let date = meeting.head.date.map(|date| date.format(" of %-d %B %Y").to_string());
    format!("{}{}", meeting.head.body, date.unwrap_or_default())
}

fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

fn capital(text: &str) -> String {
    super::cue::capitalised(text)
}
