//! There and back: minutes that were printed as text are read again, and say the same.

mod made;
mod neutral;
mod told;
mod words;

use crate::draws::draws;
use crate::shared::shared;
use made::drawn;
use minutebook::domain::meeting::Meeting;
use minutebook::domain::profile::{Profile, Remote};
use minutebook::domain::style::Style;
use minutebook::export::{Audience, Document, text};
use minutebook::houses::Houses;
use minutebook::import;
use proptest::prelude::*;
use std::fs;
use told::Told;

fn printed(meeting: &Meeting, style: &Style, rules: &Profile, audience: Audience) -> String {
    text::text(&Document::of(meeting, style, rules, audience))
}

/// What is not the same when minutes are printed and read again: none, or both sides and the print.
fn difference(meeting: &Meeting, style: &Style, rules: &Profile) -> Option<String> {
    let print = printed(meeting, style, rules, Audience::Full);
    let told = Told::to_print(meeting, style);
    // A paper with one item is no agenda to any reader.
    if told.items.len() < 2 {
        return None;
    }
    let (wanted, mut found) = match import::read(print.as_bytes()) {
        Ok(found) => {
            let mut lines = Told::read_back(&found.meeting, &told).lines();
            // What a page had cut off before is cut off again.
            let is_new = |text: &String| !text.ends_with("copy their full text from it.");
            let left_over = found.meeting.left_over.into_iter().map(|line| line.text);
            lines.extend(left_over.filter(is_new).map(|text| format!("left over: {text}")));
            (told.lines(), lines)
        }
        Err(refused) => return Some(format!("{refused}\n{print}")),
    };
    let missing: Vec<&String> = wanted.iter().filter(|line| !found.contains(line)).collect();
    let more: Vec<&String> = found.iter().filter(|line| !wanted.contains(line)).collect();
    let told = format!("{}\nmissing: {missing:#?}\nmore: {more:#?}\n{print}", style.name);
    found.truncate(wanted.len() + 1);
    (wanted != found).then_some(told)
}

/// The titles of the items of a copy for the public, and what is left over when it is read.
fn public(meeting: &Meeting, style: &Style) -> (Vec<String>, Vec<String>) {
    let print = printed(meeting, style, &Profile::default(), Audience::Public);
    let Ok(found) = import::read(print.as_bytes()) else { return (Vec::new(), Vec::new()) };
    let titles = found.meeting.items.iter().map(|item| item.heading.title.clone());
    (titles.collect(), found.meeting.left_over.iter().map(|line| line.text.clone()).collect())
}

/// Whether members who attend over a link are listed as present.
fn remote() -> impl Strategy<Value = Remote> {
    prop_oneof![Just(Remote::Counts), Just(Remote::Apart)]
}

proptest! {
    #![proptest_config(draws(64))]

    #[test]
    fn minutes_that_were_printed_are_read_again_in_every_style(drawn in drawn(), remote in remote()) {
        let meeting = drawn.meeting();
        let rules = Profile { remote, ..Profile::default() };
        for style in Houses::built_in().styles() {
            let told = difference(&meeting, style, &rules);
            prop_assert!(told.is_none(), "{}", told.unwrap_or_default());
        }
    }

    #[test]
    fn a_copy_for_the_public_is_read_to_its_last_line(drawn in drawn()) {
        let meeting = drawn.meeting();
        for style in Houses::built_in().styles() {
            let told = Told::to_print(&meeting, style);
            let open = told.items.iter().filter_map(|item| meeting.item(*item));
            let open: Vec<&str> =
                open.filter(|item| !meeting.is_restricted(item)).map(|item| item.heading.title.as_str()).collect();
            if open.len() < 2 {
                continue;
            }
            let (titles, left_over) = public(&meeting, style);
            prop_assert_eq!(&titles, &open, "{}", printed(&meeting, style, &Profile::default(), Audience::Public));
            prop_assert!(left_over.is_empty(), "{:?}\n{}", left_over, printed(&meeting, style, &Profile::default(), Audience::Public));
        }
    }
}

#[test]
fn published_minutes_that_were_opened_and_printed_are_read_again_in_every_style() {
    let Some(corpus) = shared("corpus") else { return };
    for entry in fs::read_dir(corpus).unwrap() {
        let paper = entry.unwrap().path();
        if paper.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        // What is no agenda is refused, which other tests hold.
        let Ok(opened) = import::read(&fs::read(&paper).unwrap()) else { continue };
        for meeting in std::iter::once(&opened.meeting).chain(&opened.earlier) {
            for style in Houses::built_in().styles() {
                let told = difference(meeting, style, &Profile::default());
                assert!(told.is_none(), "{}: {}", paper.display(), told.unwrap_or_default());
            }
        }
    }
}
