//! Attendance told in sentences: `Also present were A and B.`, `Apologies had been received from C.`, `D was in the
//! chair.` A sentence is one if all its words beside names are words of attendance.

use super::Listed;
use super::label::{Label, bare, is_word};
use crate::import::people::{self, Named};

/// No paragraph that tells attendance is longer, in bytes.
const LONGEST: usize = 4000;

/// Reads words that are nothing but such sentences; none if any of them tells something else.
pub(in crate::import) fn read(words: &str) -> Option<Vec<(Listed, Named)>> {
    let mut found = Vec::new();
    if words.len() > LONGEST {
        return None;
    }
    for sentence in sentences(words) {
        if !tells_nobody(&sentence) {
            found.extend(one(&sentence)?);
        }
    }
    (!found.is_empty()).then_some(found)
}

/// The people of those sentences that tell attendance, whatever the others tell. Below a title that does, `were received from
/// A and B` and the names alone are enough.
pub(in crate::import) fn people(words: &str, title: Option<Label>) -> Vec<(Listed, Named)> {
    if words.len() > LONGEST {
        return Vec::new();
    }
    let titled = |sentence: &str| below(title?, sentence);
    sentences(words)
        .iter()
        .filter_map(|sentence| one(sentence).or_else(|| titled(sentence)))
        .flatten()
        .collect()
}

/// The people of a sentence that goes on with its title: `were received from A and B`, `A and B (holiday)`.
fn below(title: Label, sentence: &str) -> Option<Vec<(Listed, Named)>> {
    let sentence = sentence.trim().trim_end_matches('.');
    let mut end = 0;
    for word in sentence.split(' ') {
        if !word.starts_with(char::is_lowercase) || !is_word(bare(word)) {
            break;
        }
        end += word.len() + 1;
    }
    Some(listed(title, people_of(sentence.get(end..)?)?))
}

/// Cuts words after full stops that end no initial or title.
fn sentences(words: &str) -> Vec<String> {
    let mut made = vec![String::new()];
    for word in words.split_whitespace() {
        let Some(last) = made.last_mut() else { break };
        if !last.is_empty() {
            last.push(' ');
        }
        last.push_str(word);
        let stem = word.trim_end_matches('.');
        let is_short = stem.chars().count() == 1 || people::is_title(stem);
        if word.ends_with('.') && !is_short {
            made.push(String::new());
        }
    }
    made.retain(|sentence| !sentence.is_empty());
    made
}

/// `There were no apologies.`
fn tells_nobody(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let tokens: Vec<&str> = lower.split(' ').map(bare).collect();
    let none = ["no", "none", "nil", "nobody"];
    tokens.iter().any(|token| none.contains(token))
        && tokens.iter().all(|token| none.contains(token) || *token == "there" || is_word(token))
}

fn one(sentence: &str) -> Option<Vec<(Listed, Named)>> {
    let sentence = sentence.trim().trim_end_matches('.');
    chair(sentence).or_else(|| led(sentence)).or_else(|| closed(sentence))
}

/// `Councillor Bell was in the chair`, `In the chair was Mrs Ede`.
fn chair(sentence: &str) -> Option<Vec<(Listed, Named)>> {
    const AFTER: [&str; 8] = [
        " was in the chair",
        " in the chair",
        " presided",
        " took the chair",
        " chaired the meeting",
        " was chair",
        " chaired",
        " presiding",
    ];
    const BEFORE: [&str; 6] = [
        "in the chair was ",
        "presiding was ",
        "chaired by ",
        "the meeting was chaired by ",
        "the chair was taken by ",
        "in the chair: ",
    ];
    let lower = sentence.to_ascii_lowercase();
    let after = AFTER.iter().find_map(|end| sentence.get(..lower.strip_suffix(end)?.len()));
    let before =
        BEFORE.iter().find_map(|start| lower.starts_with(start).then(|| sentence.get(start.len()..))?);
    let name = after.or(before)?;
    match people_of(name)?.as_slice() {
        [only] => {
            let role = if only.role.is_empty() { "Chair".to_owned() } else { only.role.clone() };
            Some(vec![(Listed::Present, Named { role, ..only.clone() })])
        }
        _ => None,
    }
}

/// The people of a list that is nothing but people.
fn people_of(words: &str) -> Option<Vec<Named>> {
    let words = words.trim_end_matches(['.', ' ']);
    let people = people::list(words);
    (!people.is_empty() && people::is_only_people(words)).then_some(people)
}

/// `Present were A and B`, `Apologies for absence were received from A`.
fn led(sentence: &str) -> Option<Vec<(Listed, Named)>> {
    const LAST: [&str; 6] = ["were", "was", "from", "by", "of", "are"];
    let mut end = 0;
    let mut last = "";
    let lower = sentence.to_ascii_lowercase();
    for word in sentence.split(' ') {
        let token = lower.get(end..end + word.len())?;
        // `Members` may be a label, and `Councillors Bell and Ede` are people.
        if !is_word(bare(token)) || LAST.contains(&last) && word.starts_with(char::is_uppercase) {
            break;
        }
        last = token;
        end += word.len() + 1;
    }
    let (lead, names) = sentence.split_at_checked(end.checked_sub(1)?)?;
    let is_led = LAST.contains(&bare(last)) || last.ends_with(':');
    let label = Label::phrase(lead).filter(|label| is_led && !label.is_group)?;
    let names = names.trim_start_matches([' ', ':']);
    Some(listed(label, people_of(names)?))
}

/// `A, B and C were present`, `A sent apologies`.
fn closed(sentence: &str) -> Option<Vec<(Listed, Named)>> {
    const VERBS: [&str; 16] = [
        " were ",
        " was ",
        " had ",
        " sent ",
        " gave ",
        " attended",
        " tendered ",
        " also ",
        " offered ",
        " submitted ",
        " is ",
        " are ",
        " joined ",
        " apologised",
        " have ",
        " has ",
    ];
    let lower = sentence.to_ascii_lowercase();
    let at = VERBS.iter().filter_map(|verb| lower.find(verb)).min()?;
    let (names, tail) = sentence.split_at_checked(at)?;
    // A minute taker is no member.
    let writes = [
        " to take minutes",
        " to take the minutes",
        " to minute the meeting",
        " taking minutes",
        " taking the minutes",
    ];
    if let Some(tail) = writes.iter().find_map(|end| tail.strip_suffix(end)) {
        let is_there = Label::phrase(tail).is_some_and(|label| label.listed == Listed::Present);
        let people = people_of(names).filter(|_| is_there)?;
        return Some(people.into_iter().map(|named| (Listed::InAttendance, named)).collect());
    }
    let label = Label::phrase(&without_possessive(tail)).filter(|label| !label.is_group)?;
    Some(listed(label, people_of(names)?))
}

fn listed(label: Label, people: Vec<Named>) -> Vec<(Listed, Named)> {
    let said = |named: Named| Named {
        online: named.online || label.online,
        substitute: named.substitute || label.substitute,
        ..named
    };
    people.into_iter().map(|named| (label.listed, said(named))).collect()
}

/// `sent her apologies` as `sent apologies`.
fn without_possessive(tail: &str) -> String {
    let owns = |word: &&str| !["their", "her", "his"].contains(word);
    tail.split_whitespace().filter(owns).collect::<Vec<_>>().join(" ")
}
