//! Lists of web pages, and the numbers that browsers print before their entries.

use super::super::numeral::numeral;
use super::tags::{attribute, number};
use html5gum::StartTag;

/// Label of an entry without a number.
pub(super) const BULLET: &str = "•";

/// List that is open.
#[derive(Debug)]
pub(super) struct List {
    /// Number of its next entry; none for bullets.
    next: Option<u32>,
    /// Notation of the number: `1`, `a`, `A`, `i`, `I`.
    kind: char,
}

impl List {
    /// Begins a list at its tag.
    pub fn new(name: &str, tag: &StartTag<()>) -> Self {
        let kind = attribute(tag, "type").chars().next().unwrap_or('1');
        Self { next: (name == "ol").then(|| number(tag, "start").unwrap_or(1)), kind }
    }

    /// Returns the label of the next entry, which may set its own number.
    pub fn next(&mut self, entry: &StartTag<()>) -> String {
        let Some(next) = &mut self.next else { return BULLET.to_owned() };
        *next = number(entry, "value").unwrap_or(*next);
        let label = format!("{}.", numeral(*next, self.kind));
        *next = next.saturating_add(1);
        label
    }
}
