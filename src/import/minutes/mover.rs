//! Who moved and seconded what, as minutes word it: `Motion by X, seconded by Y, to …`, `Moved: X Seconded: Y`, `X moved and Y
//! seconded that …`. Knows phrases, and people only by the form of their names.

use super::motion::{MotionDraft, is_vote, outcome};
use crate::import::people;

/// An amendment told in one sentence, or led to by a colon: `Amendment moved by X and seconded by Y:`, `Councillor X moved an
/// amendment, seconded by Councillor Y, that …`. Returns what was moved.
pub(super) fn amendment(text: &str) -> Option<(MotionDraft, &str)> {
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
pub(super) fn as_amended(text: &str) -> Option<&str> {
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
pub(super) fn read(text: &str) -> Option<(MotionDraft, &str)> {
    if text == "It was moved:" {
        return Some((MotionDraft { is_led: true, ..MotionDraft::default() }, ""));
    }
    let (told, outcomes) = before_outcome(text);
    let leads = ["Motion by ", "Moved by ", "Motion moved by ", "Motion made by ", "Proposed by "];
    let led = leads.iter().find_map(|start| told.strip_prefix(start)).and_then(by);
    let (mut motion, moved) = led.or_else(|| in_fields(told)).or_else(|| in_sentence(told))?;
    motion.take_vote(outcomes);
    Some((motion, moved))
}

/// Cuts a paragraph before the motion that its last sentences tell.
pub(super) fn at_end(text: &str) -> Option<(&str, &str)> {
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

/// `Moved: X Seconded: Y`, `Proposer Mr X, seconder Ms Y – that it be so`.
fn in_fields(text: &str) -> Option<(MotionDraft, &str)> {
    const MOVER: [&str; 7] = ["Moved", "Proposed", "Proposer", "Mover", "MOVED", "PROPOSED", "Motion"];
    const SECONDER: [&str; 8] =
        ["Seconded", "Seconder", "SECONDED", "Second", "seconded", "seconder", "2nd", "second"];
    let rest = MOVER.iter().find_map(|field| after_field(text, field))?;
    let (at, field) = SECONDER
        .iter()
        .filter_map(|field| Some((rest.find(&format!(" {field}"))? + 1, *field)))
        .min_by_key(|(at, field)| (*at, std::cmp::Reverse(field.len())))?;
    let mover = rest.get(..at)?.trim_end_matches([' ', ',', ';', '/', '.', '-', '–', '|']);
    let mover = mover.strip_suffix(" and").unwrap_or(mover);
    let after = after_field(rest.get(at..)?, field)?;
    let cuts = [" that ", " That ", " to ", ". ", ", ", "; ", " – ", " - "];
    let end = cuts.iter().filter_map(|cut| after.find(cut)).min().unwrap_or(after.len());
    let (seconder, moved) = after.split_at_checked(end)?;
    let seconder = name(seconder);
    let moved = moved.trim_start_matches([' ', ',', ';', '.', '-', '–']);
    (is_name_like(mover) && is_name_like(&seconder))
        .then(|| (MotionDraft { mover: mover.to_owned(), seconder, ..MotionDraft::default() }, moved))
}

/// Whether a line names who moved and seconded, and nothing else: `Moved: X    Seconded: Y`.
pub(super) fn is_fields(text: &str) -> bool {
    in_fields(text).is_some_and(|(_, moved)| moved.is_empty())
}

/// Text after the name of a field: `Moved: `, `Moved by `, `Moved – `.
fn after_field<'a>(text: &'a str, field: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(field)?;
    let bare = rest.trim_start_matches([':', ' ', '-', '–']);
    (bare.len() < rest.len()).then(|| bare.strip_prefix("by ").unwrap_or(bare).trim_start_matches([':', ' ']))
}

/// `X moved and Y seconded that it be so`, `X made a motion to approve it, seconded by Y`.
fn in_sentence(text: &str) -> Option<(MotionDraft, &str)> {
    const VERBS: [&str; 9] = [
        " made a motion",
        " made the motion",
        " put forward a motion",
        " moved a motion",
        " moved the motion",
        " so moved",
        " motioned",
        " moved",
        " proposed",
    ];
    let (mover, rest) = VERBS.iter().find_map(|verb| text.split_once(verb))?;
    if !is_name_like(mover) {
        return None;
    }
    let draft = |seconder: &str| MotionDraft {
        mover: mover.to_owned(),
        seconder: name(seconder),
        ..MotionDraft::default()
    };
    let rest = rest.trim_start_matches([',', ';']).trim_start();
    let rest = rest.strip_prefix("and ").unwrap_or(rest);
    if let Some((seconder, moved)) =
        rest.split_once(" seconded").filter(|(seconder, _)| is_name_like(seconder))
    {
        let moved =
            moved.trim_start_matches(|letter: char| letter == ',' || letter == ':' || letter.is_whitespace());
        return Some((
            draft(seconder),
            moved.strip_prefix("a motion ").or_else(|| moved.strip_prefix("the motion ")).unwrap_or(moved),
        ));
    }
    if let (seconder, moved) = seconded(rest)
        && is_name_like(seconder)
        && begins_a_motion(moved)
    {
        return Some((draft(seconder), moved));
    }
    // The seconder may stand behind what was moved.
    let moved = rest.trim_end_matches('.');
    let (moved, seconder) = [
        ", seconded by ",
        "; seconded by ",
        ", which was seconded by ",
        " and was seconded by ",
        ". Seconded by ",
    ]
    .iter()
    .find_map(|cut| moved.split_once(cut))?;
    (begins_a_motion(moved) && is_name_like(seconder)).then(|| (draft(seconder), moved))
}

/// Whether words begin what somebody moved.
fn begins_a_motion(words: &str) -> bool {
    ["that ", "to ", "That ", "the ", "approval ", "acceptance ", "adoption "]
        .iter()
        .any(|start| words.starts_with(start))
}

/// Whether words can be the name of somebody who moves or seconds.
fn is_name_like(words: &str) -> bool {
    const SMALL: [&str; 5] = ["de", "van", "von", "of", "the"];
    let mut all = words.split_whitespace();
    let count = all.clone().count();
    (1..=6).contains(&count)
        && !words.contains([',', ';', ':', '?'])
        && all.all(|word| {
            word.starts_with(char::is_uppercase) || word.starts_with('(') || SMALL.contains(&word)
        })
}

/// A text cut before the sentences at its end that only tell how the vote went.
fn before_outcome(text: &str) -> (&str, &str) {
    let mut end = text.len();
    loop {
        let told = text.get(..end).unwrap_or(text).trim_end().trim_end_matches('.');
        let Some(at) = told.rfind(". ").map(|at| at + 2) else { break };
        match text.get(at..end).filter(|sentence| outcome(sentence).is_some() || is_vote(sentence)) {
            Some(_) => end = at,
            None => break,
        }
    }
    let (told, outcomes) = text.split_at_checked(end).unwrap_or((text, ""));
    (told.trim_end(), outcomes)
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
pub(super) fn seconder(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("Seconded by ")?;
    let (name, after) = rest.split_once(" and ").unwrap_or((rest, ""));
    Some((name.trim_end_matches('.').trim(), after))
}
