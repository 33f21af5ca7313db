//! Names: somebody entered twice, and somebody named in the minutes who is not down as having been there.

use super::{Finding, Place, finding};
use crate::domain::agenda::Item;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::minutes::{Block, Kind};
use crate::domain::names::NameBook;

pub(super) fn check(meeting: &Meeting, found: &mut Vec<Finding>) {
    let book = NameBook::of(&meeting.people);
    for (one, two) in book.twins() {
        if let (Some(first), Some(second)) = (meeting.person(one), meeting.person(two)) {
            let said =
                format!("{} and {} may be one person; = in the roll merges them.", first.name, second.name);
            found.push(finding("near-duplicate", said, Place::Person(two)));
        }
    }
    if meeting.course.status < Status::Open || meeting.attendance.is_empty() {
        return;
    }
    for item in meeting.items.iter().filter(|item| !is_about_absence(item)) {
        for block in item.minutes.iter().filter(|block| tells_of_the_room(block)) {
            block_names(meeting, &book, item, block, found);
        }
    }
}

/// Whether people are named under an item because they were not there.
fn is_about_absence(item: &Item) -> bool {
    let title = item.heading.title.to_lowercase();
    title.contains("apolog") || title.contains("absence")
}

/// Whether a block tells what was said in the room. An action or a resolution can name anybody.
fn tells_of_the_room(block: &Block) -> bool {
    block.kind == Kind::Paragraph || block.kind == Kind::Bullet
}

fn block_names(meeting: &Meeting, book: &NameBook, item: &Item, block: &Block, found: &mut Vec<Finding>) {
    let mut told: Vec<&str> = Vec::new();
    for mention in book.mentions(&block.text) {
        let Some(words) = block.text.get(mention.place) else { continue };
        let why = match mention.person {
            Some(person) if meeting.attended(person) => continue,
            Some(person) if meeting.apology_of(person).is_some() => "is down for apologies",
            Some(_) => "is not marked present",
            None => "is not on the roll",
        };
        if !told.contains(&words) {
            told.push(words);
            let said = format!("{words} is named under {} and {why}.", item.name());
            found.push(finding("named-but-not-there", said, Place::Block(item.id, block.id)));
        }
    }
}
