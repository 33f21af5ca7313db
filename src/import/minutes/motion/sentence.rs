//! Who moved and seconded what, as minutes word it: `Motion by X, seconded by Y, to …`, `Moved: X Seconded: Y`, `X moved and Y
//! seconded that …`. Knows phrases, and people only by the form of their names.

use super::{MotionDraft, clauses};
use crate::import::people;

/// An amendment told in one sentence, or led to by a colon: `Amendment moved by X and seconded by Y:`, `Councillor X moved an
/// amendment, seconded by Councillor Y, that …`. Returns what was moved.
pub(in crate::import::minutes) fn amendment(text: &str) -> Option<(MotionDraft, &str)> {
    const LEADS: [&str; 8] = [
        "Amendment moved by ",
        "Amendment proposed by ",
        "Amendment by ",
        "Amendment: moved by ",
        "Amendment: proposed by ",
        "An amendment was moved by ",
        "An amendment was proposed by ",
        "The following amendment was moved by ",
    ];
    let amends = |(motion, moved)| (MotionDraft { amends: true, ..motion }, moved);
    if let Some(names) = text.strip_prefix("Amendment seconded by ").and_then(|rest| rest.strip_suffix(':')) {
        let motion = MotionDraft { seconder: names.to_owned(), is_led: true, ..MotionDraft::default() };
        return Some(amends((motion, "")));
    }
    if text == "Amendment moved:" {
        return Some(amends((MotionDraft { is_led: true, ..MotionDraft::default() }, "")));
    }
    if let Some(rest) = LEADS.iter().find_map(|lead| text.strip_prefix(lead)) {
        return by(rest).map(amends);
    }
    let (mover, rest) =
        text.split_once(" moved an amendment").or_else(|| text.split_once(" proposed an amendment"))?;
    // Where more is told before, the amendment is a part of what was said, and stays there.
    let is_alone = people::has_title(mover) && mover.split(' ').count() <= 5;
    let rest = rest.strip_prefix([',', ';']).map(str::trim_start).filter(|_| is_alone)?;
    let (seconder, moved) = seconded(rest);
    let motion = MotionDraft { mover: mover.to_owned(), seconder: name(seconder), ..MotionDraft::default() };
    (moved.starts_with("that ") || moved.starts_with("to ")).then(|| amends((motion, moved)))
}

/// The words of a motion as it was amended: `The motion as amended: …`.
pub(in crate::import::minutes) fn as_amended(text: &str) -> Option<&str> {
    const LEADS: [&str; 5] = [
        "The motion as amended: ",
        "The motion, as amended: ",
        "Motion as amended: ",
        "The substantive motion: ",
        "Substantive motion: ",
    ];
    LEADS.iter().find_map(|lead| text.strip_prefix(lead))
}

/// A motion told in one paragraph: `Motion by X, seconded by Y, to approve the minutes.`, `X moved and Y seconded that it be so.
/// Carried.`, `Moved: X Seconded: Y`. Returns what was moved.
pub(in crate::import::minutes) fn read(text: &str) -> Option<(MotionDraft, &str)> {
    if text == "It was moved:" {
        return Some((MotionDraft { is_led: true, ..MotionDraft::default() }, ""));
    }
    let leads = ["Motion by ", "Moved by ", "Motion moved by ", "Motion made by ", "Proposed by "];
    clauses::read(text).or_else(|| leads.iter().find_map(|start| text.strip_prefix(start)).and_then(by))
}

/// Cuts a paragraph before the motion that its last sentences tell.
pub(in crate::import::minutes) fn at_end(text: &str) -> Option<(&str, &str)> {
    if !text.contains("second") {
        return None;
    }
    let starts = text.match_indices(". ").map(|(at, _)| at + 2);
    let cut = |at: usize| {
        let (before, rest) = text.split_at_checked(at)?;
        read(rest).is_some_and(|(_, moved)| !moved.is_empty()).then(|| (before.trim_end(), rest))
    };
    if read(text).is_some() { None } else { starts.filter(|at| *at < text.len()).find_map(cut) }
}

/// Whether a line names who moved and seconded, and nothing else: `Moved: X    Seconded: Y`.
pub(in crate::import::minutes) fn is_fields(text: &str) -> bool {
    text.len() < 120
        && clauses::read(text).is_some_and(|(motion, words)| words.is_empty() && !motion.seconder.is_empty())
}

/// `X, seconded by Y, to approve the minutes`, or `X and seconded by Y:`.
fn by(rest: &str) -> Option<(MotionDraft, &str)> {
    if let Some(names) = rest.strip_suffix(':') {
        return led(names).map(|motion| (motion, ""));
    }
    let (mover, after) = rest.split_once([',', ';']).unwrap_or((rest, ""));
    let (seconder, moved) = seconded(after);
    let motion = MotionDraft { mover: name(mover), seconder: name(seconder), ..MotionDraft::default() };
    (motion.mover.split(' ').count() <= 5).then(|| (motion, moved.trim()))
}

/// `seconded by Y, to approve the minutes`: who, and what comes after.
fn seconded(text: &str) -> (&str, &str) {
    match text.trim_start().trim_start_matches("and ").strip_prefix("seconded by ") {
        Some(after) => {
            after.split_once([',', ';']).map_or((after, ""), |(who, what)| (who, what.trim_start()))
        }
        None => ("", text),
    }
}

fn name(name: &str) -> String {
    name.trim_end_matches('.').trim().to_owned()
}

/// `X and seconded by Y`, whose motion comes below; the names may have commas in them.
fn led(names: &str) -> Option<MotionDraft> {
    let (mover, seconder) = names.split_once(" and seconded by ").unwrap_or((names, ""));
    let (mover, seconder) = (mover.to_owned(), seconder.to_owned());
    (mover.split(' ').count() <= 7).then(|| MotionDraft {
        mover,
        seconder,
        is_led: true,
        ..MotionDraft::default()
    })
}

/// `Seconded by Y`, and what comes after the name: nothing, or `and RESOLVED …`.
pub(in crate::import::minutes) fn seconder(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("Seconded by ")?;
    let (name, after) = rest.split_once(" and ").unwrap_or((rest, ""));
    Some((name.trim_end_matches('.').trim(), after))
}
