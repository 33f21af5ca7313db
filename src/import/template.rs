//! A session taken as the pattern of the next: its agenda, people and house style are kept, and nothing of what
//! was minuted, decided or marked in it. Knows the record and no files.

use super::{Meaning, Proposal, ReadLine, Refusal, Sure};
use crate::domain::agenda::{Heading, Item};
use crate::domain::meeting::{Head, Meeting};

/// The proposal of a new meeting after the pattern of another.
///
/// # Errors
/// [`Refusal::NoItems`] where the session has no items.
pub fn template(session: &Meeting) -> Result<Proposal, Refusal> {
    let items: Vec<Item> = session
        .items
        .iter()
        .map(|item| Item { id: item.id, heading: fresh(&item.heading), minutes: Vec::new() })
        .collect();
    if items.is_empty() {
        return Err(Refusal::NoItems);
    }
    let head =
        Head { date: session.head.next_meeting, published: None, next_meeting: None, ..session.head.clone() };
    let mut lines = Vec::new();
    for (line, item) in (1..).zip(&items) {
        let text = format!("{} {}", item.heading.label, item.heading.title).trim().to_owned();
        lines.push(ReadLine { line, text, meaning: Meaning::Item, sure: Sure::Recognised, of: Vec::new() });
    }
    let meeting = Meeting {
        head,
        people: session.people.clone(),
        parts: session.parts.clone(),
        breaks: session.breaks.clone(),
        items,
        ..Meeting::default()
    };
    let told =
        "This is a session: its agenda, people and style were taken as the pattern, and none of its minutes.";
    Ok(Proposal { meeting, lines, notes: vec![told.to_owned()], ..Proposal::default() })
}

/// A heading as it stands before a meeting: without what was true of one meeting only.
fn fresh(heading: &Heading) -> Heading {
    Heading {
        label: heading.label.clone(),
        title: heading.title.clone(),
        part: heading.part,
        text: heading.text.clone(),
        planned: heading.planned,
        restricted: heading.restricted,
        ..Heading::default()
    }
}
