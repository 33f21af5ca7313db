//! What stands in public minutes and should perhaps not: what calls itself confidential, and members of the public by
//! name.

use super::{Finding, Place, finding};
use crate::domain::agenda::Item;
use crate::domain::edit::{Edit, Thing};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Block, Kind};
use crate::domain::names::NameBook;
use crate::domain::people::Membership;

/// Words that are said of what is not for everybody.
const SECRET: [&str; 6] = [
    "confidential",
    "in confidence",
    "commercially sensitive",
    "not for publication",
    "legally privileged",
    "exempt information",
];

pub(super) fn check(meeting: &Meeting, found: &mut Vec<Finding>) {
    // Names are looked for only where there is somebody to find.
    let public = meeting.people.iter().any(|person| person.membership == Membership::Public);
    let book = public.then(|| NameBook::of(&meeting.people));
    for item in meeting.items.iter().filter(|item| !meeting.is_restricted(item)) {
        for block in item.minutes.iter().filter(|block| !block.restricted && !block.is_private()) {
            found.extend(says_secret(item, block));
            found.extend(book.as_ref().and_then(|book| names_the_public(meeting, book, item, block)));
        }
    }
}

/// A public paragraph that calls what it tells confidential. The exclusion of the public says such words of what is
/// to come and is public itself. What mends it is to restrict the paragraph, which only ever withholds.
fn says_secret(item: &Item, block: &Block) -> Option<Finding> {
    if !matches!(block.kind, Kind::Paragraph | Kind::Bullet | Kind::Action) {
        return None;
    }
    let text = block.text.to_lowercase();
    let word = SECRET.iter().find(|word| text.contains(*word) && !speaks_of_the_public(&text))?;
    let said = format!("“{word}” is said in a public paragraph under {}.", item.name());
    let thing = |restricted| Thing::Block(item.id, Block { restricted, ..block.clone() });
    let edit = Edit::replace(thing(false), thing(true));
    let place = Place::Block(item.id, block.id);
    Some(finding("confidential-but-public", said, place).mended("Restricted the paragraph", vec![edit]))
}

fn speaks_of_the_public(text: &str) -> bool {
    text.contains("public") && (text.contains("exclu") || text.contains("press"))
}

fn names_the_public(meeting: &Meeting, book: &NameBook, item: &Item, block: &Block) -> Option<Finding> {
    let is_public =
        |person| meeting.person(person).is_some_and(|person| person.membership == Membership::Public);
    let mentions = book.mentions(&block.text);
    let mention = mentions.into_iter().find(|mention| mention.person.is_some_and(is_public))?;
    let words = block.text.get(mention.place)?;
    let said = format!("{words}, a member of the public, is named in the public minutes of {}.", item.name());
    Some(finding("member-of-the-public-named", said, Place::Block(item.id, block.id)))
}
