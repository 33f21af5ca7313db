//! What a recommendation asks, read from its words: something to do, one act after the other, or a sentence after *that*.
//! How a recommendation is introduced is known in [`super::recommending`], the verbs of committees in `super::verbs`.
//! Knows nothing of parts, nor how a resolution begins and ends.

use super::recommending::{self, unlabelled};
use super::resolving::Wording;
use super::verbs::{Act, acts, body_does, is_verb, passive, small};

/// A recommendation without what introduces it.
pub(super) enum Request {
    /// What is to be done, one after the other.
    Acts(Vec<Act>),
    /// Something to do that is not understood further: `comment on the draft`.
    ToDo(String),
    /// A sentence after *that*.
    Clause(String),
}

impl Request {
    /// What is asked, without what introduces it. With `does`, the words may begin with a verb.
    pub(super) fn read(words: &str, does: bool) -> Self {
        if let Some(asked) = recommending::asked(words) {
            return if asked.that { clause(asked.rest) } else { deed(asked.rest) };
        }
        if let Some((manner, sentence)) = recommending::in_accordance(words) {
            return Request::Clause(format!("{manner}, {}", small(sentence)));
        }
        let lower = words.to_ascii_lowercase();
        if to_another(words) {
            return deed(&format!("recommend {words}"));
        }
        if let Some(rest) = lower.strip_prefix("that ").and_then(|rest| words.get(words.len() - rest.len()..))
        {
            return clause(rest);
        }
        if lower.starts_with("to ") {
            return deed(words.get(3..).unwrap_or(""));
        }
        if does || acts(words).is_some() || is_verb(lower.split(' ').next().unwrap_or("")) {
            return deed(words);
        }
        // What officers recommend on an application.
        if let Some(rest) = ["no objections", "no objection"].iter().find_map(|none| lower.strip_prefix(none))
        {
            let condition = words.get(words.len() - rest.len()..).unwrap_or("");
            return deed(&format!("raise no objection{condition}"));
        }
        clause(words)
    }

    /// The words after `to` or `that`, and which of the two it is.
    pub(super) fn worded(&self, wording: Wording) -> (Wording, String) {
        match self {
            Request::Acts(acts) => {
                let words: Vec<String> = acts.iter().map(|act| act.worded(wording)).collect();
                (wording, words.join(" and "))
            }
            Request::ToDo(words) => (Wording::To, words.clone()),
            Request::Clause(words) => (Wording::That, words.clone()),
        }
    }
}

/// The words without number, label and stop: `4.1 RECOMMENDED: That …; and`.
pub(super) fn bare(text: &str) -> String {
    let mut words = text.trim();
    let number = words.split(' ').next().filter(|first| {
        first.ends_with(['.', ')']) && first.len() <= 5
            || first.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    });
    if let Some(number) = number.filter(|number| number.bytes().any(|b| b.is_ascii_alphanumeric())) {
        words = words.strip_prefix(number).unwrap_or(words).trim_start();
    }
    let words = unlabelled(words).trim_end_matches(STOPS);
    let joined = words.strip_suffix("and").or_else(|| words.strip_suffix("or"));
    // The word that joins a part of a list to the next is none of the part.
    let part = joined.map(str::trim_end).filter(|part| part.ends_with([';', ',']));
    part.unwrap_or(words).trim_end_matches(STOPS).to_owned()
}

/// What ends a sentence or a part of a list.
const STOPS: [char; 4] = ['.', ';', ',', ' '];

/// `to Council that the policy be adopted`: what is recommended to another body.
fn to_another(words: &str) -> bool {
    let Some(rest) = words.strip_prefix("to ").or_else(|| words.strip_prefix("TO ")) else { return false };
    let Some((body, _)) = rest.split_once(" that ") else { return false };
    let is_name = |body: &str| body.starts_with(char::is_uppercase) && body.chars().any(char::is_lowercase);
    body.split(' ').count() <= 6 && is_name(body.strip_prefix("the ").unwrap_or(body)) && acts(rest).is_none()
}

/// What is to be done.
fn deed(words: &str) -> Request {
    let words = small(words);
    match acts(&words) {
        Some(acts) => Request::Acts(acts),
        None => Request::ToDo(words),
    }
}

/// What stands after *that*: `the Committee notes the report`, or `the report be noted`.
fn clause(words: &str) -> Request {
    let words = small(words);
    if let Some(acts) = body_does(&words).or_else(|| passive(&words)) {
        return Request::Acts(acts);
    }
    Request::Clause(words)
}
