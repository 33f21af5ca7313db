//! Names of bodies and of authorities: what of a phrase is a name, and whether it is called as committees are or as what
//! has committees. Does not know where the phrase stood.

use super::super::place::PLACES;
use super::lexicon::{AUTHORITIES, LEADS, MANNERS, OFFICES, PAPERS, UNITS, has};

/// Kind of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Committee, board, panel.
    Unit,
    /// Council, trust, company, church.
    Authority,
    /// Neither by its words.
    Plain,
}

/// Name in a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub text: String,
    pub kind: Kind,
    /// Whether the phrase also said `agenda`, `minutes` or `meeting`.
    pub is_of_paper: bool,
}

/// The names in a phrase: one, or the authority and the body in the order in which they are printed.
pub(super) fn names(phrase: &str) -> Vec<Name> {
    let phrase = without_brackets(phrase);
    if let Some((_, english)) = phrase.rsplit_once(" / ")
        && let [only] = names(english).as_slice()
    {
        let is_whole = english.trim() == only.text;
        return vec![Name {
            text: if is_whole { phrase.clone() } else { only.text.clone() },
            ..only.clone()
        }];
    }
    for mark in [" – ", " — ", " - ", " | ", ": ", ", "] {
        let Some((first, second)) = phrase.split_once(mark) else { continue };
        let (first, second) = (name(first), name(second));
        if let (Some(first), Some(second)) = (&first, &second)
            && (first.kind != second.kind || mark != ", " && first.kind != Kind::Plain)
            && (mark != ", "
                || second.kind == Kind::Unit
                || first.kind == Kind::Unit && second.kind == Kind::Authority)
        {
            return vec![first.clone(), second.clone()];
        }
        if mark != ", "
            && mark != ": "
            && let Some(only) = first.xor(second).filter(|only| only.kind != Kind::Plain)
        {
            return vec![only];
        }
    }
    name(&phrase).into_iter().collect()
}

/// A phrase without a bracket about registration, drafts or the way of meeting.
fn without_brackets(phrase: &str) -> String {
    const SAYS: [&str; 9] =
        ["regist", "charity n", "company n", "draft", "hybrid", "online", "virtual", "unconfirmed", "remote"];
    let Some((before, rest)) = phrase.rsplit_once('(') else { return phrase.trim().to_owned() };
    let lower = rest.to_lowercase();
    let is_note = SAYS.iter().any(|word| lower.contains(word));
    if is_note { before.trim().to_owned() } else { phrase.trim().to_owned() }
}

/// The name that a phrase is, without the words that call the paper something.
pub(super) fn name(phrase: &str) -> Option<Name> {
    let (words, is_of_paper) = core(phrase);
    let text = words.join(" ");
    if !is_name_like(&words, &text) {
        return None;
    }
    kind(&words)
        .map(|kind| Name { text, kind, is_of_paper })
        .filter(|name| name.kind != Kind::Plain || is_of_paper || words.len() <= 6)
}

/// `42nd`, `1st`.
fn is_ordinal(word: &str) -> bool {
    let figures = word.trim_end_matches(|sign: char| sign.is_alphabetic());
    let ending = word.get(figures.len()..).unwrap_or("").to_lowercase();
    !figures.is_empty()
        && figures.bytes().all(|byte| byte.is_ascii_digit())
        && ["st", "nd", "rd", "th"].contains(&ending.as_str())
}

fn bare(word: &str) -> String {
    word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '&').to_lowercase()
}

/// The words of a phrase without `Minutes of the regular meeting of the` before and `Meeting Agenda` behind.
fn core(phrase: &str) -> (Vec<&str>, bool) {
    const EDGES: [char; 16] =
        [' ', '-', '–', '—', ':', ',', '|', '#', '*', '•', '"', '“', '”', ';', '.', '~'];
    let phrase = phrase.trim_matches(EDGES);
    let phrase = strip_end(phrase, " in public").unwrap_or(phrase);
    let mut words: Vec<&str> = phrase.split_whitespace().collect();
    let is_paper = |word: &&str| has(PAPERS, &bare(word));
    let mut found = false;
    let run = words
        .iter()
        .take_while(|word| is_paper(word) || has(MANNERS, &bare(word)) || is_ordinal(word))
        .count();
    let lead: Vec<&str> = words.iter().take(run).copied().collect();
    if let Some(first) = lead.iter().position(is_paper) {
        let joint = lead.iter().rposition(|word| ["of", "for", "from", "to"].contains(&bare(word).as_str()));
        let cut = match joint.filter(|joint| *joint > first) {
            Some(joint) => joint + 1,
            None if run == words.len()
                || lead.len() > first + 1
                || !bare(lead.get(first).unwrap_or(&"")).starts_with("meeting") =>
            {
                first + 1
            }
            None => 0,
        };
        found = cut > 0;
        words.drain(..cut);
    }
    let kept =
        words.iter().rposition(|word| !is_paper(word) && !is_manner_behind(word)).map_or(0, |at| at + 1);
    if words.iter().skip(kept).any(is_paper) {
        words.truncate(kept);
        found = true;
    }
    let is_usual = |word: &&str| ["ordinary", "regular", "extraordinary"].contains(&bare(word).as_str());
    if words.len() > 1 && words.first().is_some_and(is_usual) && phrase.to_lowercase() != "regular council" {
        words.remove(0);
    }
    let is_name = |word: &&str| !found && word.starts_with('T');
    while words
        .first()
        .filter(|word| !is_name(word))
        .is_some_and(|word| ["the", "a", "an", "–", "-", "of"].contains(&word.to_lowercase().as_str()))
    {
        words.remove(0);
    }
    (words, found)
}

/// Whether a word may stand before `meeting` behind a name: `Board Regular Meeting`.
fn is_manner_behind(word: &&str) -> bool {
    let word = bare(word);
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_year
        || ["on", "at", "held"].contains(&word.as_str())
        || has(MANNERS, &word) && !["the", "of", "for", "to"].contains(&word.as_str())
        || word.is_empty()
}

fn strip_end<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    let start = text.len().checked_sub(end.len())?;
    let (before, last) = text.split_at_checked(start)?;
    last.eq_ignore_ascii_case(end).then_some(before)
}

/// Whether words have the form of a name: short, capitals, no sentence, no post, no address.
fn is_name_like(words: &[&str], text: &str) -> bool {
    const POSTS: [&str; 18] = [
        "clerk to",
        "chair of",
        "head of",
        "director of",
        "officer",
        "the chair",
        "your ",
        "secretary to",
        "clerk of",
        "manager",
        "councillor ",
        "cllr ",
        "members of",
        "dear ",
        "page ",
        "item",
        "part ",
        "pennaeth ",
    ];
    let lower = text.to_lowercase();
    let last = words.last().map(|word| bare(word)).unwrap_or_default();
    let is_post = has(OFFICES, &last)
        || lower.ends_with("chief executive")
        || lower.ends_with(" present")
        || lower.ends_with(" attending")
        || text.matches('(').count() != text.matches(')').count();
    let titled = words.iter().filter(|word| word.chars().count() > 3).all(|word| {
        let first = word.chars().find(|sign| sign.is_alphanumeric());
        first.is_none_or(|first| !first.is_lowercase()) || ["with", "and", "from"].contains(word)
    });
    let stops = text.split(". ").count() > 2 || text.ends_with(['.', '?', '!', ';']);
    let inner =
        text.split_once(". ").is_some_and(|(before, _)| before.rsplit(' ').next().unwrap_or("").len() > 3);
    (1..=12).contains(&words.len())
        && !is_post
        && titled
        && !stops
        && !inner
        && !text.contains(['@', ':', '|', '=', '<', '[', '_'])
        && !lower.contains("http")
        && !lower.contains("www.")
        && text.chars().filter(char::is_ascii_digit).count() <= 3
        && text.chars().filter(|sign| sign.is_alphabetic()).count() >= 2
        && !POSTS.iter().any(|post| lower.starts_with(post) || lower.contains(&format!(" {post}")))
        && !["in the ", "at the ", "in ", "at ", "via ", "on ", "to ", "by "]
            .iter()
            .any(|start| lower.starts_with(start))
}

/// The kind of a name by its words; none where they name a room or only a paper.
fn kind(words: &[&str]) -> Option<Kind> {
    let lower: Vec<String> = words.iter().map(|word| bare(word).replace(['‑', '–'], "-")).collect();
    let executive = lower.iter().position(|word| word == "executive").is_some_and(|at| at + 1 < lower.len());
    let is_unit =
        |word: &str| !(executive && word == "executive") && word.split('/').any(|word| has(UNITS, word));
    let is_authority = |word: &str| has(AUTHORITIES, word);
    let is_place = |word: &str| {
        PLACES.contains(&word) && !is_authority(word) && !["court"].contains(&word) || word == "rooms"
    };
    let all_manner = lower.iter().all(|word| has(MANNERS, word) || has(PAPERS, word));
    if lower.is_empty() || all_manner {
        return None;
    }
    let of = lower.iter().position(|word| word == "of");
    let last_unit = lower.iter().rposition(|word| is_unit(word));
    let last_place = lower.iter().rposition(|word| is_place(word));
    if let (Some(unit), Some(place)) = (last_unit, last_place)
        && place > unit
    {
        return None;
    }
    if last_unit.is_none() && last_place.is_some() {
        return None;
    }
    let before_of = of.and_then(|of| lower.get(of.checked_sub(1)?));
    let whole = lower.join(" ");
    if is_unit_as_a_whole(&whole) || before_of.is_some_and(|word| is_unit(word)) {
        return Some(Kind::Unit);
    }
    let last = lower.iter().rposition(|word| is_unit(word) || is_authority(word));
    let leads = before_of.is_some_and(|word| has(LEADS, word));
    let is_late = last.is_some_and(|at| at + 3 >= lower.len());
    Some(match last.and_then(|at| lower.get(at)) {
        Some(_) if is_authority_by_its_end(&whole) => Kind::Authority,
        Some(word) if is_unit(word) => Kind::Unit,
        _ if leads => Kind::Authority,
        Some(_) if is_late => Kind::Authority,
        _ => Kind::Plain,
    })
}

/// Names that are called as authorities are and meet under one: `Council of Governors`, `City Council`.
fn is_unit_as_a_whole(whole: &str) -> bool {
    const NAMES: &str =
        "|court|city council|town council|regular council|church council|parochial church council|";
    let starts = ["council of ", "municipal district of "].iter().any(|start| whole.starts_with(start));
    has(NAMES, whole) || whole.ends_with("university court") || starts
}

/// Names that are called as committees are and have them: `University Health Board`.
fn is_authority_by_its_end(whole: &str) -> bool {
    ["health board", "care board", "user group", "housing association"].iter().any(|end| whole.ends_with(end))
}

/// Whether a name is none: a committee without a name of its own belongs to an authority.
pub(super) fn is_bare(name: &str) -> bool {
    const KINDS: [&str; 9] =
        ["committee", "board", "panel", "group", "body", "association", "society", "trust", "team"];
    KINDS.contains(&name.to_lowercase().as_str())
}

/// Whether a name is in Welsh or Irish by its words.
pub(super) fn is_in_another_language(name: &str) -> bool {
    const WORDS: [&str; 16] = [
        "cyngor",
        "pwyllgor",
        "bwrdd",
        "cyfarfod",
        "sir",
        "cymuned",
        "tref",
        "awdurdod",
        "prifysgol",
        "comhairle",
        "chontae",
        "contae",
        "coiste",
        "cathrach",
        "bhaile",
        "craffu",
    ];
    let lower = name.to_lowercase();
    let english = ["council", "committee", "board"].iter().any(|word| lower.contains(word));
    !english && lower.split(' ').any(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(phrase: &str) -> Vec<(String, Kind)> {
        names(phrase).into_iter().map(|name| (name.text, name.kind)).collect()
    }

    #[test]
    fn names_are_taken_out_of_the_words_round_them() {
        for (phrase, wanted, kind) in [
            ("Minutes of the Regular Meeting of the Board of Trustees", "Board of Trustees", Kind::Unit),
            ("Planning Committee Meeting Agenda", "Planning Committee", Kind::Unit),
            ("AGENDA – Planning Committee", "Planning Committee", Kind::Unit),
            ("TSC Meeting", "TSC", Kind::Unit),
            ("Open Hazelbridge Foundation", "Open Hazelbridge Foundation", Kind::Authority),
            ("City of Copper Ridge", "City of Copper Ridge", Kind::Authority),
            ("Council of Governors", "Council of Governors", Kind::Unit),
            ("General Purposes Committee", "General Purposes Committee", Kind::Unit),
            ("Municipal District of Ballydara", "Municipal District of Ballydara", Kind::Unit),
            ("Otterwell University Health Board", "Otterwell University Health Board", Kind::Authority),
            (
                "Marsh Street Water District Board of Directors Special Meeting",
                "Marsh Street Water District Board of Directors",
                Kind::Unit,
            ),
        ] {
            assert_eq!(read(phrase), [(wanted.to_owned(), kind)], "{phrase}");
        }
        for phrase in [
            "Agenda and minutes",
            "Notice of Meeting",
            "Committee Room 1",
            "City Council Chambers",
            "Clerk to the Council",
            "Regular Meeting",
        ] {
            assert!(read(phrase).is_empty(), "{phrase}: {:?}", read(phrase));
        }
    }

    #[test]
    fn authority_and_body_on_one_row_are_two_names() {
        let wanted = [
            ("Wellow Borough Council".to_owned(), Kind::Authority),
            ("Scrutiny Committee".to_owned(), Kind::Unit),
        ];
        assert_eq!(read("Wellow Borough Council – Scrutiny Committee"), wanted);
        assert_eq!(read("Board of Directors, Elm Foundation")[0].1, Kind::Unit);
    }
}
