//! Motions by their clauses: who moved, who seconded, what was moved and what became of it, in any order. Knows the form of a
//! name and the verbs beside it; text that is none of these makes the whole no motion, so that nothing is lost.

use super::outcome::outcome;
use super::{MotionDraft, is_vote, speaks_of_amendment, vote};
use std::ops::Range;

/// Verbs and nouns that stand beside the name of who moved, in small letters; longer ones first.
const MOVES: [&str; 14] = [
    "motion was made by",
    "motion moved by",
    "motion made by",
    "motion of",
    "motion by",
    "proposition of",
    "proposal of",
    "made a motion",
    "moved a motion",
    "put forward a motion",
    "proposer",
    "proposed",
    "mover",
    "moved",
];

/// The same of who seconded.
const SECONDS: [&str; 5] = ["seconded", "seconder", "seconding", "second", "2nd"];

/// Words that join the clauses of a motion and say nothing else.
const JOINTS: [&str; 22] = [
    "the motion",
    "it",
    "this",
    "the proposal",
    "it was",
    "it was then",
    "and",
    "on",
    "on the",
    "on a",
    "a",
    "the",
    "upon",
    "motion",
    "was",
    "which was",
    "by",
    "then",
    "so",
    "resolution",
    "and it was",
    "with",
];

/// Words that stand between the clauses and what was moved.
const LEADS: [&str; 14] = [
    "the board voted",
    "the council voted",
    "the committee voted",
    "it was voted",
    "members voted",
    "and carried",
    "and agreed",
    "and it was carried",
    "and it was agreed",
    "and passed",
    "a motion",
    "the motion",
    "motion",
    "and",
];

/// Words in a name that begin with a small letter.
const PARTICLES: [&str; 6] = ["de", "van", "von", "der", "da", "the"];

/// Endings of a sentence about the outcome of a motion.
const ENDS: [&str; 9] = [
    " carried",
    " passed",
    " carried unanimously",
    " passed unanimously",
    " was approved",
    " was adopted",
    " failed",
    " was lost",
    " was defeated",
];
/// Greatest length of such a sentence, in bytes.
const LONGEST_OUTCOME: usize = 200;

/// No name has more words.
const LONGEST_NAME: usize = 6;

/// Reads a motion; none where a text tells anything beside it, or nobody who moved it.
pub(in crate::import::minutes) fn read(text: &str) -> Option<(MotionDraft, &str)> {
    let lower = text.to_ascii_lowercase();
    let mover = role(text, &lower, &MOVES, 0..text.len())?;
    let seconder = role(text, &lower, &SECONDS, 0..mover.at.start)
        .or_else(|| role(text, &lower, &SECONDS, mover.at.end..text.len()));
    let mut motion = MotionDraft {
        mover: mover.name.to_owned(),
        seconder: seconder.as_ref().map(|role| role.name.to_owned()).unwrap_or_default(),
        ..MotionDraft::default()
    };
    let mut moved = None;
    for piece in pieces(text, &mover, seconder.as_ref()) {
        let (piece, carries) = without_lead(piece);
        let (words, outcomes) = before_outcome(piece);
        let words = words.trim_end_matches([' ', ',', ';']);
        // What more sentences tell, and what became of an amendment, is not of this motion.
        if has_sentence_end(words) || speaks_of_amendment(outcomes) {
            return None;
        }
        if carries {
            motion.take_vote("carried");
        }
        if outcome(words).is_some() || is_vote(words) {
            motion.take_vote(words);
        } else if begins_a_motion(words) && moved.is_none() {
            moved = Some(words);
        } else if !is_joint(words) {
            return None;
        }
        motion.take_vote(outcomes);
    }
    let is_told = seconder.is_some()
        || motion.decision.is_some()
        || moved.is_some_and(|moved| !moved.starts_with("to "));
    (is_told && (moved.is_some() || seconder.is_some())).then_some((motion, moved.unwrap_or("")))
}

/// Clause that names who moved or seconded.
struct Role<'a> {
    name: &'a str,
    at: Range<usize>,
}

/// The first clause in a stretch of text in which a name stands beside one of these verbs.
fn role<'a>(text: &'a str, lower: &str, verbs: &[&str], within: Range<usize>) -> Option<Role<'a>> {
    let stretch = lower.get(within.clone())?;
    let mut found: Option<Role<'a>> = None;
    for verb in verbs {
        for (at, _) in stretch.match_indices(verb) {
            let verb = within.start + at..within.start + at + verb.len();
            if !is_whole(lower, &verb) {
                continue;
            }
            let role = name_after(text, &verb).or_else(|| name_before(text, &verb, within.start));
            if let Some(role) =
                role.filter(|role| found.as_ref().is_none_or(|found| role.at.start < found.at.start))
            {
                found = Some(role);
            }
        }
    }
    found
}

/// Whether a verb stands whole in a text.
fn is_whole(text: &str, verb: &Range<usize>) -> bool {
    let before = text.get(..verb.start).and_then(|before| before.chars().next_back());
    let after = text.get(verb.end..).and_then(|after| after.chars().next());
    before.is_none_or(|letter| !letter.is_alphanumeric())
        && after.is_none_or(|letter| !letter.is_alphanumeric())
}

/// The name behind a verb: `moved by Cllr Ash`, `Seconded: Cllr Elm`.
fn name_after<'a>(text: &'a str, verb: &Range<usize>) -> Option<Role<'a>> {
    let rest = text.get(verb.end..)?;
    let bare = rest.trim_start_matches([':', ' ', '-', '–']);
    let bare = ["by ", "by: ", "from "].iter().find_map(|lead| bare.strip_prefix(lead)).unwrap_or(bare);
    let name = name(bare)?;
    let start = text.len() - bare.len();
    Some(Role { name, at: verb.start..start + name.len() })
}

/// The name at the start of a text.
fn name(text: &str) -> Option<&str> {
    let mut end = 0;
    let mut has_capital = false;
    for word in text.split_inclusive(' ').take(LONGEST_NAME) {
        let bare = word.trim_end();
        let plain = bare.trim_end_matches([',', ';', ':', '.']);
        let is_capital = plain.starts_with(char::is_uppercase) || plain.starts_with('(');
        let is_particle = PARTICLES.contains(&plain);
        if !(is_capital || is_particle) || is_keyword(plain) || plain.is_empty() {
            break;
        }
        has_capital |= is_capital;
        let start = end;
        end += word.len();
        // `Cllr.` and `D.` go on, `Elm.` ends.
        let is_short = plain.chars().count() <= 4 && bare.ends_with('.');
        if bare.len() > plain.len() && !is_short {
            end = start + plain.len();
            break;
        }
    }
    let found = text.get(..end)?.trim_end().trim_end_matches(['.', ',', ';', ':']);
    has_capital.then_some(found)
}

/// The name in front of a verb: `Cllr Ash moved`.
fn name_before<'a>(text: &'a str, verb: &Range<usize>, from: usize) -> Option<Role<'a>> {
    let before = text.get(from..verb.start)?;
    let before = before.strip_suffix(' ')?;
    let before = ["was ", "then ", "also ", "so "]
        .iter()
        .find_map(|adverb| before.strip_suffix(adverb.trim_end()))
        .unwrap_or(before)
        .trim_end();
    let mut start = before.len();
    for word in before.rsplit(' ').take(LONGEST_NAME) {
        let is_part = word.starts_with(char::is_uppercase) || PARTICLES.contains(&word);
        let ends = word.ends_with([',', ';', ':']) || word.ends_with('.') && word.chars().count() > 5;
        if !is_part || is_keyword(word) || ends {
            break;
        }
        start = start.checked_sub(word.len() + usize::from(start < before.len()))?;
    }
    let found = before.get(start..)?.trim_start();
    let has_capital =
        found.starts_with(char::is_uppercase) || found.contains(|letter: char| letter.is_uppercase());
    let at = from + before.len() - found.len();
    (has_capital && !found.is_empty()).then_some(Role { name: found, at: at..verb.end })
}

/// Words that are no part of a name although they may begin with a capital.
fn is_keyword(word: &str) -> bool {
    const WORDS: [&str; 20] = [
        "moved", "seconded", "second", "seconder", "proposed", "proposer", "motion", "that", "to", "carried",
        "resolved", "and", "motioned", "it", "on", "agreed", "approved", "all", "vote", "voting",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}

/// What is left of a text without the clauses of who moved and who seconded.
fn pieces<'a>(text: &'a str, mover: &Role<'_>, seconder: Option<&Role<'_>>) -> Vec<&'a str> {
    let mut spans = vec![mover.at.clone()];
    spans.extend(seconder.map(|role| role.at.clone()));
    spans.sort_by_key(|span| span.start);
    let mut from = 0;
    let mut found = Vec::new();
    for span in spans.into_iter().chain(std::iter::once(text.len()..text.len())) {
        found.extend(text.get(from..span.start).map(trimmed).filter(|piece| !piece.is_empty()));
        from = span.end;
    }
    found
}

fn trimmed(text: &str) -> &str {
    text.trim_start_matches([' ', ',', ';', ':', '.', '-', '–', '—', '/', '|', ')'])
        .trim_end_matches([' ', ',', ';', '-', '–', '/', '|', '('])
}

/// A piece without the words that lead from the clauses to what was moved, and whether they say that it was carried.
fn without_lead(piece: &str) -> (&str, bool) {
    let lower = piece.to_ascii_lowercase();
    let lead = LEADS.iter().find(|lead| {
        lower
            .strip_prefix(**lead)
            .is_some_and(|rest| begins_a_motion(rest.trim_start_matches([' ', ':', '–', '-'])))
    });
    match lead.and_then(|lead| piece.get(lead.len()..)) {
        Some(rest) => {
            let carries = lead.is_some_and(|lead| lead.ends_with("ed"));
            (rest.trim_start_matches([' ', ':', '–', '-']), carries)
        }
        None => (piece, false),
    }
}

/// Whether words begin what somebody moved.
fn begins_a_motion(words: &str) -> bool {
    const STARTS: [&str; 10] = [
        "that ",
        "that:",
        "to ",
        "to:",
        "approval ",
        "acceptance ",
        "adoption ",
        "approve ",
        "accept ",
        "adopt ",
    ];
    let lower = words.to_lowercase();
    let is_wish = lower.starts_with("the ") && lower.contains(" be ");
    STARTS.iter().any(|start| lower.starts_with(start)) || lower == "that" || is_wish
}

/// Whether a sentence ends within words and another begins.
fn has_sentence_end(words: &str) -> bool {
    words.match_indices(". ").any(|(at, _)| {
        let before = words.get(..at).and_then(|before| before.rsplit(' ').next()).unwrap_or("");
        let begins = words.get(at + 2..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
        // `Cllr. Ash` and `D. Elm` are names.
        let is_short = before.chars().count() <= 4 && before.starts_with(char::is_uppercase);
        begins && !is_short
    })
}

/// Whether words only join clauses.
fn is_joint(words: &str) -> bool {
    let lower = words.trim_end_matches([':', '.']).to_lowercase();
    lower.is_empty() || JOINTS.contains(&lower.as_str())
}

/// A text cut before the sentences at its end that only tell how the vote went.
fn before_outcome(text: &str) -> (&str, &str) {
    let mut end = text.len();
    while let Some(at) =
        text.get(..end).and_then(|told| told.trim_end().trim_end_matches('.').rfind(". ")).map(|at| at + 2)
    {
        if !text.get(at..end).is_some_and(tells_outcome) {
            break;
        }
        end = at;
    }
    let (told, outcomes) = text.split_at_checked(end).unwrap_or((text, ""));
    (told.trim_end(), outcomes)
}

/// Returns whether a sentence is the outcome or the count of a vote: `The motion to buy ropes carried unanimously.`
fn tells_outcome(sentence: &str) -> bool {
    let lower = sentence.trim_end_matches(['.', ' ']).to_lowercase();
    let names_motion = lower.starts_with("the motion ") && lower.len() < LONGEST_OUTCOME;
    outcome(sentence).is_some()
        || is_vote(sentence)
        || vote::count(sentence).is_some_and(|count| count.is_whole)
        || names_motion && ENDS.iter().any(|end| lower.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::motions::Decision;

    #[test]
    fn clauses_are_read_in_any_order() {
        for text in [
            "Moved: Cllr Ash    Seconded: Cllr Elm that it be so.",
            "Cllr Ash moved and Cllr Elm seconded that it be so.",
            "Cllr Ash moved, seconded by Cllr Elm, that it be so.",
            "Cllr Ash moved that it be so, seconded by Cllr Elm",
            "It was moved by Cllr Ash, seconded by Cllr Elm, that it be so.",
            "It was moved by Cllr Ash, seconded by Cllr Elm and carried that it be so.",
            "MOTION made by Cllr Ash, second by Cllr Elm, that it be so. Motion passed.",
            "Motion: that it be so. Moved Cllr Ash, seconded Cllr Elm. Carried.",
            "Cllr Ash proposed that it be so. Cllr Elm seconded and all agreed.",
            "A motion was made by Cllr Ash and seconded by Cllr Elm that it be so.",
            "On a motion by Cllr Ash, seconded by Cllr Elm, the motion that it be so",
            "On a motion by Cllr Ash, seconded by Cllr Elm, the Board voted that it be so.",
            "Cllr Ash moved that it be so. Cllr Elm seconded the motion. The motion passed.",
            "Cllr Ash moved and Cllr Elm seconded that it be so. The motion with one change carried unanimously.",
            "Cllr Ash moved that it be so, Cllr Elm seconded. Approved without objection.",
            "It was moved by Cllr Ash and seconded by Cllr Elm that it be so. The vote was 6 in favour, 1 against and 1 abstention. Carried.",
        ] {
            let found = read(text).map(|(motion, moved)| {
                (motion.mover, motion.seconder, moved.trim_end_matches('.').to_owned())
            });
            let wanted = ("Cllr Ash".to_owned(), "Cllr Elm".to_owned(), "that it be so".to_owned());
            assert_eq!(found, Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_became_of_a_motion_is_read_with_it() {
        let decision = |text: &str| read(text).and_then(|(motion, _)| motion.decision);
        assert_eq!(
            decision("Cllr Ash moved and Cllr Elm seconded that it be so. All in favour."),
            Some(Decision::Carried)
        );
        assert_eq!(
            decision("Cllr Ash proposed that it be so. Cllr Elm seconded and all agreed."),
            Some(Decision::Carried)
        );
        assert_eq!(
            decision("Cllr Ash moved and Cllr Elm seconded that it be so. The motion was lost."),
            Some(Decision::Lost)
        );
        assert_eq!(decision("Cllr Ash moved and Cllr Elm seconded that it be so."), None);
    }

    #[test]
    fn a_text_that_tells_more_is_no_motion() {
        for text in [
            "Cllr Ash moved to the back of the room.",
            "Cllr Ash moved on.",
            "Mr Elm said that Cllr Ash moved house and Cllr Oak seconded his thanks.",
            "The second phase was proposed by officers.",
            "Cllr Ash proposed a toast.",
            "The bench was moved by the Works Team.",
            "It was moved by Cllr Ash and seconded by Cllr Elm that it be so. Cllr Oak moved an amendment, seconded by Cllr Fir, that it wait. The amendment was lost.",
        ] {
            assert!(read(text).is_none(), "{text}: {:?}", read(text));
        }
    }
}
