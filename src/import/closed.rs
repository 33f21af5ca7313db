//! Which items of a paper are restricted although nothing about them says so: those below the exclusion of the public, and
//! those below an item that only heads a private half. Knows the record that was read, and nothing of lines.
//!
//! An item that is marked itself is restricted alone. Where the paper does not say how far an exclusion goes, what stands
//! below it is restricted and told as a guess: to have held back too much is mended with a key, a leak is not.

use super::{cue, private, said};
use crate::domain::agenda::Item;
use crate::domain::id::{ItemId, PartId};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Kind;
use std::collections::HashSet;

/// What an item does to those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Does {
    Nothing,
    /// It excludes the public from itself alone.
    ClosesItself,
    /// It excludes the public from one item, the next.
    ClosesNext,
    /// It excludes the public from the items with these labels.
    ClosesNamed(Vec<String>),
    /// It excludes the public from all that follows; whether it says so.
    ClosesRest(bool),
    /// It heads a private half.
    HeadsPrivate,
    /// It heads a public half, or lets the public in again.
    Opens,
}

/// How the items that are looked at now stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    /// Restricted, and the paper says so.
    Closed,
    /// Restricted as a guess.
    ClosedGuess,
    /// Public as a guess.
    OpenGuess,
}

/// What was found of an item: whether it is restricted, and whether the paper says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Found {
    restricted: bool,
    sure: bool,
}

impl Found {
    const RESTRICTED: Self = Self { restricted: true, sure: true };
    const PERHAPS_RESTRICTED: Self = Self { restricted: true, sure: false };
    const PERHAPS_PUBLIC: Self = Self { restricted: false, sure: false };
}

/// Restricts what stands below an exclusion or in a private half. `public` are the parts that say that they are. Returns
/// the items of which it is only a guess whether they are restricted.
pub(super) fn restrict(meeting: &mut Meeting, public: &HashSet<PartId>) -> Vec<ItemId> {
    let found = Walk::new(meeting, public).all();
    let mut guessed = Vec::new();
    for (item, (found, in_private_part)) in meeting.items.iter_mut().zip(found) {
        let Some(found) = found else { continue };
        // What is public need not be marked, but where its part is private.
        if found.restricted || in_private_part {
            item.heading.restricted = Some(found.restricted);
        }
        if !found.sure {
            guessed.push(item.id);
        }
    }
    guessed
}

/// The way through the items, and what those above say of the one that comes next.
struct Walk<'a> {
    meeting: &'a Meeting,
    public: &'a HashSet<PartId>,
    /// From where on everybody may know what the items are about; none where that says nothing.
    trailing: Option<usize>,
    state: State,
    part: Option<PartId>,
    /// Whether the item right above closes the next one alone.
    only_next: bool,
    /// The labels of the items that those above close by name.
    named: Vec<String>,
}

impl<'a> Walk<'a> {
    fn new(meeting: &'a Meeting, public: &'a HashSet<PartId>) -> Self {
        // What closes a paper is for everybody, unless all of the paper is private.
        let is_all_private = meeting.items.iter().all(|item| meeting.is_restricted(item));
        let trailing = (!is_all_private && meeting.items.len() > 1).then(|| trailing(meeting));
        let (state, part, only_next, named) = (State::Open, None, false, Vec::new());
        Self { meeting, public, trailing, state, part, only_next, named }
    }

    /// What is found of every item, and whether its part is private.
    fn all(mut self) -> Vec<(Option<Found>, bool)> {
        let items = self.meeting.items.iter().enumerate();
        items
            .map(|(at, item)| {
                let does = settled(self.meeting, at);
                self.enter(item, &does);
                let found = self.found(at, item, &does);
                self.leave(at, item, does);
                (found, self.is_in_private_part())
            })
            .collect()
    }

    fn is_in_private_part(&self) -> bool {
        self.part.and_then(|part| self.meeting.part(part)).is_some_and(|part| part.restricted)
    }

    fn enter(&mut self, item: &Item, does: &Does) {
        if item.heading.part != self.part {
            self.part = item.heading.part;
            self.state = entered(self.meeting, self.part, self.public, self.state);
        }
        if *does == Does::Opens {
            self.state = State::Open;
        }
    }

    /// What is found of an item; nothing where it is marked itself, or public without a doubt.
    fn found(&self, at: usize, item: &Item, does: &Does) -> Option<Found> {
        if item.heading.restricted.is_some() {
            return None;
        }
        let found = self.closed(item, does);
        let is_closed = found.is_some_and(|found| found.restricted) || self.is_in_private_part();
        let ends = self.trailing.is_some_and(|trailing| at >= trailing);
        if ends && is_closed { Some(Found::PERHAPS_PUBLIC) } else { found }
    }

    /// What is found of an item by those above, and by what it does itself.
    fn closed(&self, item: &Item, does: &Does) -> Option<Found> {
        let is_named = self.only_next || self.named.contains(&item.heading.label);
        if is_named || matches!(does, Does::HeadsPrivate | Does::ClosesItself) {
            return Some(Found::RESTRICTED);
        }
        match self.state {
            State::Closed => Some(Found::RESTRICTED),
            State::ClosedGuess => Some(Found::PERHAPS_RESTRICTED),
            State::OpenGuess => Some(Found::PERHAPS_PUBLIC),
            State::Open => {
                (*does == Does::Opens && self.is_in_private_part()).then_some(Found::PERHAPS_PUBLIC)
            }
        }
    }

    fn leave(&mut self, at: usize, item: &Item, does: Does) {
        self.only_next = does == Does::ClosesNext;
        match does {
            Does::Nothing | Does::Opens | Does::ClosesItself | Does::ClosesNext => {}
            Does::ClosesNamed(labels) => self.named.extend(labels),
            Does::HeadsPrivate | Does::ClosesRest(true) => self.state = State::Closed,
            Does::ClosesRest(false) => self.state = unsaid(self.meeting, at),
        }
        if readmits(item) {
            self.state = State::Open;
        }
    }
}

/// How items stand in a part that begins: it may say so itself.
fn entered(meeting: &Meeting, part: Option<PartId>, public: &HashSet<PartId>, state: State) -> State {
    let Some(part) = part.and_then(|part| meeting.part(part)) else { return state };
    match state {
        _ if part.restricted || public.contains(&part.id) => State::Open,
        // A heading that says neither leaves it open whether the exclusion goes on.
        State::Closed => State::ClosedGuess,
        other => other,
    }
}

/// How items stand below an exclusion that does not say from what the public is excluded.
fn unsaid(meeting: &Meeting, at: usize) -> State {
    let is_early = at * 2 < meeting.items.len();
    let mut after = meeting.items.iter().skip(at + 1);
    let is_marked = |item: Option<&Item>| item.is_some_and(|item| item.heading.restricted == Some(true));
    let moves = |item: &Item| {
        let mut words = std::iter::once(&item.heading.title).chain(&item.heading.text);
        words.any(|words| private::moves_exclusion(words))
    };
    // One early in the agenda is often taken beforehand for items that are marked where they stand.
    match meeting.items.get(at) {
        Some(item) if !is_early && moves(item) => State::Closed,
        // Right above one of them, it begins there.
        _ if is_early && !is_marked(meeting.items.get(at + 1)) && after.any(|item| is_marked(Some(item))) => {
            State::OpenGuess
        }
        _ => State::ClosedGuess,
    }
}

/// What an item does, among the others: where the paper has private parts below it, those say from what the public is
/// excluded.
fn settled(meeting: &Meeting, at: usize) -> Does {
    let Some(item) = meeting.items.get(at) else { return Does::Nothing };
    let does = does(item);
    let is_private = |item: &Item| {
        item.heading.part.and_then(|part| meeting.part(part)).is_some_and(|part| part.restricted)
    };
    let below = meeting.items.iter().skip(at + 1);
    match does {
        Does::ClosesRest(_) | Does::ClosesNext if below.clone().any(is_private) => Does::Nothing,
        Does::ClosesNamed(labels) => {
            let known = |label: &String| below.clone().any(|item| item.heading.label == *label);
            let labels: Vec<String> = labels.into_iter().filter(known).collect();
            if labels.is_empty() { Does::ClosesRest(true) } else { Does::ClosesNamed(labels) }
        }
        does => does,
    }
}

fn does(item: &Item) -> Does {
    let title = &item.heading.title;
    if private::readmits(title) || private::heads_public(title) {
        return Does::Opens;
    }
    let resolved = item
        .minutes
        .iter()
        .filter(|block| block.kind == Kind::Resolution && private::resolves_exclusion(&block.text));
    let recommended = item.heading.recommendations.iter().map(|advice| &advice.text);
    let told = item.heading.text.iter().chain(recommended).filter(|text| private::moves_exclusion(text));
    let by_title = std::iter::once(title).filter(|title| private::excludes_the_public(title));
    let words: Vec<&str> =
        by_title.chain(told).chain(resolved.map(|block| &block.text)).map(String::as_str).collect();
    if words.is_empty() {
        return if private::heads_private(title) { Does::HeadsPrivate } else { Does::Nothing };
    }
    reach(&words.join(" ").to_lowercase())
}

/// How far an exclusion goes, by its words.
fn reach(words: &str) -> Does {
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| words.contains(phrase));
    let named = labels(words);
    if !named.is_empty() {
        Does::ClosesNamed(named)
    } else if says(&["this item", "this matter"]) {
        Does::ClosesItself
    } else if says(&["following item", "next item", "item below"])
        && !says(&["items", "item(s)", "business", "matters", "remain"])
    {
        Does::ClosesNext
    } else {
        Does::ClosesRest(says(&[
            "following",
            "remain",
            "rest of the",
            "items below",
            "next items",
            "eitem ganlynol",
            "eitemau canlynol",
        ]))
    }
}

/// The labels after `item` or `items`: `items 8, 9 and 11`, `items 8 to 10`.
fn labels(words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, noun) in words.match_indices("item") {
        let rest = words.get(at + noun.len()..).unwrap_or("");
        let rest = rest.strip_prefix("(s)").or_else(|| rest.strip_prefix('s')).unwrap_or(rest);
        let rest = rest.trim_start();
        let rest = rest.strip_prefix("numbers ").or_else(|| rest.strip_prefix("nos. ")).unwrap_or(rest);
        let mut is_range = false;
        for word in rest.split([' ', ',']).filter(|word| !word.is_empty()) {
            let label = word.trim_matches(|sign: char| !sign.is_alphanumeric());
            if ["to", "and"].contains(&label) || word == "–" || word == "-" || word == "&" {
                is_range = !["and", ""].contains(&label) || word == "–" || word == "-";
                continue;
            }
            if label.len() > 5 || !label.bytes().any(|byte| byte.is_ascii_digit()) {
                break;
            }
            extend(&mut found, label, is_range);
            is_range = false;
        }
    }
    found
}

/// Adds a label, or all from the last up to it.
fn extend(found: &mut Vec<String>, label: &str, is_range: bool) {
    /// No range has more items than these.
    const MOST: u32 = 60;
    let from = found.last().and_then(|last| last.parse::<u32>().ok()).filter(|_| is_range);
    match (from, label.parse::<u32>()) {
        (Some(from), Ok(to)) if to > from && to - from < MOST => {
            found.extend((from + 1..=to).map(|number| number.to_string()));
        }
        _ => found.push(label.to_owned()),
    }
}

/// Whether it is minuted at the end of an item that the public came back.
fn readmits(item: &Item) -> bool {
    item.minutes.iter().any(|block| private::readmits(&block.text))
}

/// From where on all items are such as everybody may know: when the body meets next, and the close.
fn trailing(meeting: &Meeting) -> usize {
    let is_for_all = |item: &&Item| {
        let lower = item.heading.title.to_lowercase();
        let closes =
            ["close of ", "closure of ", "close", "closure", "meeting clos", "closing", "adjournment"]
                .iter()
                .any(|start| lower == *start || start.len() > 7 && lower.starts_with(start));
        item.heading.title.split(' ').count() <= 8
            && cue::restriction(&lower).is_none()
            && (closes || said::is_about_next_meeting(&lower))
    };
    meeting.items.len() - meeting.items.iter().rev().take_while(is_for_all).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exclusion_says_how_far_it_goes() {
        let named = |labels: &[&str]| Does::ClosesNamed(labels.iter().map(|&label| label.into()).collect());
        for (words, wanted) in [
            ("to exclude the public for items 8, 9 and 11", named(&["8", "9", "11"])),
            ("to exclude the public for items 8 to 10", named(&["8", "9", "10"])),
            ("that the public be excluded for the following items", Does::ClosesRest(true)),
            ("that the public be excluded for the remainder of the meeting", Does::ClosesRest(true)),
            ("that the public be excluded during the following item", Does::ClosesNext),
            ("that the public be excluded for this item", Does::ClosesItself),
            ("exclusion of the press and public", Does::ClosesRest(false)),
            ("as an item exempt under paragraph 3", Does::ClosesRest(false)),
        ] {
            assert_eq!(reach(words), wanted, "{words}");
        }
    }
}
