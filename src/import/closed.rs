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

/// Restricts what stands below an exclusion or in a private half. `public` are the parts that say that they are. Returns
/// the items of which it is only a guess whether they are restricted.
pub(super) fn restrict(meeting: &mut Meeting, public: &HashSet<PartId>) -> Vec<ItemId> {
    let does: Vec<Does> = (0..meeting.items.len()).map(|at| settled(meeting, at)).collect();
    let trailing = trailing(meeting);
    let was_all_private = meeting.items.iter().all(|item| meeting.is_restricted(item));
    let mut guessed = Vec::new();
    let mut state = State::Open;
    let mut only_next = false;
    let mut named: Vec<String> = Vec::new();
    let mut part = None;
    for (at, does) in does.iter().enumerate() {
        let Some(item) = meeting.items.get(at) else { break };
        if item.heading.part != part {
            part = item.heading.part;
            state = entered(meeting, part, public, state);
        }
        if *does == Does::Opens {
            state = State::Open;
        }
        let in_private_part = part.and_then(|part| meeting.part(part)).is_some_and(|part| part.restricted);
        let is_named = named.contains(&item.heading.label);
        let own = item.heading.restricted.is_some();
        let closed = match state {
            _ if own => None,
            _ if is_named || only_next => Some((true, true)),
            _ if matches!(does, Does::HeadsPrivate | Does::ClosesItself) => Some((true, true)),
            State::Closed => Some((true, true)),
            State::ClosedGuess => Some((true, false)),
            State::OpenGuess => Some((false, false)),
            State::Open if *does == Does::Opens && in_private_part => Some((false, false)),
            State::Open => None,
        };
        // What closes a paper is for everybody, unless all of the paper is private.
        let ends = !own && at >= trailing && !was_all_private && meeting.items.len() > 1;
        let is_closed = closed.is_some_and(|(closed, _)| closed) || in_private_part;
        let closed = if ends && is_closed { Some((false, false)) } else { closed };
        if let (Some((restricted, sure)), Some(item)) = (closed, meeting.items.get_mut(at)) {
            if restricted || in_private_part {
                item.heading.restricted = Some(restricted);
            }
            if !sure {
                guessed.push(item.id);
            }
        }
        only_next = false;
        match does {
            Does::Nothing | Does::Opens | Does::ClosesItself => {}
            Does::ClosesNext => only_next = true,
            Does::ClosesNamed(labels) => named.extend(labels.iter().cloned()),
            Does::HeadsPrivate | Does::ClosesRest(true) => state = State::Closed,
            Does::ClosesRest(false) => state = unsaid(meeting, at),
        }
        if meeting.items.get(at).is_some_and(readmits) {
            state = State::Open;
        }
    }
    guessed
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
        let closes = ["close of ", "closure of ", "close", "closure", "meeting clos", "closing"]
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
