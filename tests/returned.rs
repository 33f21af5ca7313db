//! The draft goes out, comes back changed, and what was changed is told against the blocks it touches.

mod journeys;
mod laws;
mod word;

use crate::export::formats::order;
use minutebook::domain::meeting::Meeting;
use minutebook::domain::style::Style;
use minutebook::export::{Audience, Format};
use minutebook::houses::Houses;
use minutebook::import::read_copy;
use minutebook::returned::{Change, Mismatch, What, compare};

/// A copy of a meeting's minutes as it goes out.
pub fn printed(meeting: &Meeting, format: &str, style: &Style, audience: Audience) -> Vec<u8> {
    Format::named(format).unwrap().print(&order(meeting, style, audience)).unwrap().bytes
}

pub fn styles() -> Vec<&'static Style> {
    let houses = Houses::built_in();
    houses.style_names().iter().map(|name| houses.style(name).unwrap()).collect()
}

/// The changes of a copy, of whatever style and audience it fits best.
pub fn changes(meeting: &Meeting, bytes: &[u8]) -> Result<Vec<Change>, Mismatch> {
    let profile = order(meeting, styles()[0], Audience::Full).profile;
    compare(meeting, &styles(), profile, &read_copy(bytes).unwrap()).map(|found| found.changes)
}

/// A change in a line: what it is about, how, and the words.
pub fn told(change: &Change) -> String {
    let words = match &change.what {
        What::Strike => "",
        What::Reword(words) | What::Add(words) | What::Unplaced(words) => words,
        What::Moved(said) | What::Note(said) | What::Comment(said) => said,
    };
    format!("{:?} {}: {words}", change.on, change.what.word())
}
