//! The verbs of committees: what is done to what, and the same said the other way round. Knows a few verbs and the
//! words that end their objects; a sentence with any other is not taken apart.

use super::resolving::Wording;

/// A verb, and what is done to its object. Where the verb has a second object, it begins with one of the last
/// words: `authorise the Clerk | to sign`, `elect Mrs Oake | as Chairman`.
struct Verb {
    base: &'static str,
    done: &'static str,
    then: &'static [&'static str],
}

macro_rules! verbs {
    ($($base:literal $done:literal $then:expr),+ $(,)?) => {
        const VERBS: &[Verb] = &[$(Verb { base: $base, done: $done, then: &$then }),+];
    };
}

verbs! {
    "note" "noted" [], "approve" "approved" [], "agree" "agreed" [], "endorse" "endorsed" [],
    "adopt" "adopted" [], "receive" "received" [], "accept" "accepted" [], "support" "supported" [],
    "ratify" "ratified" [], "consider" "considered" [], "welcome" "welcomed" [], "confirm" "confirmed" [],
    "grant" "granted" [], "refuse" "refused" [], "defer" "deferred" [" to "], "refer" "referred" [" to "],
    "authorise" "authorised" [" to "], "authorize" "authorized" [" to "], "delegate" "delegated" [" to "],
    "instruct" "instructed" [" to "], "request" "requested" [" to "], "ask" "asked" [" to "],
    "invite" "invited" [" to "], "recommend" "recommended" [" to "], "appoint" "appointed" [" as ", " to "],
    "elect" "elected" [" as ", " to "], "nominate" "nominated" [" as ", " to "],
    "sign" "signed" [], "publish" "published" [], "write" "written" [" to "], "submit" "submitted" [" to "],
}

/// Something to be done: a verb, its object, and the rest of the sentence.
pub(super) struct Act {
    verb: &'static Verb,
    object: String,
    rest: String,
}

impl Act {
    /// What is done, worded as after `to` or after `that`.
    pub fn worded(&self, wording: Wording) -> String {
        let Act { verb, object, rest } = self;
        match wording {
            Wording::To if object == "it" => format!("{}{rest}", verb.base),
            Wording::To => format!("{} {object}{rest}", verb.base),
            Wording::That => format!("{object} be {}{rest}", verb.done),
        }
    }
}

/// `the Committee notes the report`: who meets, and what they do.
pub(super) fn body_does(words: &str) -> Option<Vec<Act>> {
    const BODIES: [&str; 16] = [
        "committee",
        "council",
        "cabinet",
        "board",
        "partnership",
        "panel",
        "members",
        "forum",
        "executive",
        "governors",
        "trustees",
        "authority",
        "court",
        "senate",
        "group",
        "meeting",
    ];
    let subject = words.split(' ').take(6).position(|word| BODIES.contains(&word.to_lowercase().as_str()))?;
    let rest: Vec<&str> = words.split(' ').skip(subject + 1).collect();
    let (first, object) = rest.split_first()?;
    let verb =
        VERBS.iter().find(|verb| **first == *verb.base || first.strip_suffix('s') == Some(verb.base))?;
    acts(&format!("{} {}", verb.base, object.join(" ")))
}

/// What is to be done, where every verb is known and has an object.
pub(super) fn acts(words: &str) -> Option<Vec<Act>> {
    let mut acts: Vec<Act> = Vec::new();
    for piece in pieces(words) {
        let (first, object) = piece.split_once(' ')?;
        let base = small(first);
        let verb =
            VERBS.iter().find(|verb| base == verb.base || base.strip_suffix('s') == Some(verb.base))?;
        let object = object.trim();
        let is_sentence = ["that ", "whether ", "how "].iter().any(|start| object.starts_with(start));
        let goes_on = ["to ", "with ", "on ", "in "].iter().any(|start| object.starts_with(start));
        if is_sentence || verb.base == "recommend" && object.starts_with("to ") {
            acts.push(Act { verb, object: "it".to_owned(), rest: format!(" {object}") });
            continue;
        }
        if object.is_empty() || goes_on {
            return None;
        }
        let (object, rest) = parted(object, verb);
        acts.push(Act { verb, object: small(object), rest: rest.to_owned() });
    }
    (!acts.is_empty()).then_some(acts)
}

/// The pieces between which *and* joins two known verbs.
fn pieces(words: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = words;
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|tail| tail.find(" and ")).map(|at| at + from) {
        let after = rest.get(at + 5..).unwrap_or("");
        let next = after.split(' ').next().unwrap_or("");
        let is_verb = VERBS.iter().any(|verb| next == verb.base || next.strip_suffix('s') == Some(verb.base));
        if is_verb {
            pieces.push(rest.get(..at).unwrap_or(rest).trim_end_matches([',', ';']));
            rest = after;
            from = 0;
        } else {
            from = at + 5;
        }
    }
    pieces.push(rest);
    pieces
}

/// An object and what comes after it: a second object, or a condition.
fn parted<'a>(object: &'a str, verb: &Verb) -> (&'a str, &'a str) {
    const CONDITIONS: [&str; 5] =
        [", subject to ", " subject to ", ", provided that ", ", with effect ", " with effect "];
    let starts = verb.then.iter().chain(&CONDITIONS).filter_map(|word| object.find(word));
    let at = starts.min().unwrap_or(object.len());
    object.split_at_checked(at).unwrap_or((object, ""))
}

/// `the report be noted and the plan be approved`, word for word the other form.
pub(super) fn passive(words: &str) -> Option<Vec<Act>> {
    let mut acts = Vec::new();
    for piece in clauses(words) {
        let (object, done) = piece.split_once(" be ")?;
        let first = done.split([' ', ',']).next()?;
        let verb = VERBS.iter().find(|verb| verb.done == first)?;
        let rest = done.get(first.len()..)?;
        if object.is_empty() || rest.contains(" be ") || rest.starts_with(" and ") {
            return None;
        }
        acts.push(Act { verb, object: small(object), rest: rest.to_owned() });
    }
    Some(acts)
}

/// The clauses of a sentence, each with its own `be`.
fn clauses(words: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let mut rest = words;
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|tail| tail.find(" and ")).map(|at| at + from) {
        let (before, after) = (rest.get(..at).unwrap_or(""), rest.get(at + 5..).unwrap_or(""));
        if before.contains(" be ") && after.contains(" be ") {
            clauses.push(before);
            rest = after;
            from = 0;
        } else {
            from = at + 5;
        }
    }
    clauses.push(rest);
    clauses
}

/// Words that go on with a sentence: a capital that only stood at the start of one is made small.
pub(super) fn small(words: &str) -> String {
    let first = words.split(' ').next().unwrap_or("");
    let lower = first.to_lowercase();
    const PLAIN: [&str; 14] = [
        "the", "a", "an", "this", "these", "that", "all", "its", "any", "members", "comment", "further",
        "to", "in",
    ];
    let plain = PLAIN.contains(&lower.as_str())
        || VERBS.iter().any(|verb| lower == verb.base || lower.strip_suffix('s') == Some(verb.base));
    match words.strip_prefix(first).filter(|_| plain) {
        Some(rest) => lower + rest,
        None => words.to_owned(),
    }
}
