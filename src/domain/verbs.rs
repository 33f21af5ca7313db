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
    "acknowledge" "acknowledged" [], "allocate" "allocated" [" to "], "amend" "amended" [],
    "award" "awarded" [" to "], "commission" "commissioned" [], "designate" "designated" [" as "],
    "establish" "established" [], "exclude" "excluded" [" from "], "forward" "forwarded" [" to "],
    "implement" "implemented" [], "reappoint" "reappointed" [" as ", " to "], "reject" "rejected" [],
    "release" "released" [], "renew" "renewed" [], "retain" "retained" [], "review" "reviewed" [],
    "revoke" "revoked" [], "suspend" "suspended" [], "transfer" "transferred" [" to "], "waive" "waived" [],
    "discuss" "discussed" [], "scrutinise" "scrutinised" [], "extend" "extended" [" to "],
    "raise" "raised" [], "fund" "funded" [],
}

/// Something to be done: a verb or several, their object, and the rest of the sentence.
pub(super) struct Act {
    verbs: Vec<&'static Verb>,
    object: String,
    rest: String,
}

impl Act {
    /// What is done, worded as after `to` or after `that`.
    pub fn worded(&self, wording: Wording) -> String {
        let Act { verbs, object, rest } = self;
        let all =
            |form: fn(&Verb) -> &str| verbs.iter().map(|verb| form(verb)).collect::<Vec<_>>().join(" and ");
        let (base, done) = (all(|verb| verb.base), all(|verb| verb.done));
        match wording {
            // `it` stands for the sentence that follows.
            Wording::To if object == "it" && !rest.is_empty() => format!("{base}{rest}"),
            Wording::To => format!("{base} {object}{rest}"),
            Wording::That => format!("{object} be {done}{rest}"),
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
    let verb = verb(first)?;
    acts(&format!("{} {}", verb.base, object.join(" ")))
}

/// The verb that a word is, in any case and person.
fn verb(word: &str) -> Option<&'static Verb> {
    let word = word.to_ascii_lowercase();
    VERBS.iter().find(|verb| word == verb.base || word.strip_suffix('s') == Some(verb.base))
}

/// Whether a word is something that a meeting does, with or without an object.
pub(super) fn is_verb(word: &str) -> bool {
    const MORE: [&str; 5] = ["object", "comment", "choose", "decide", "determine"];
    let word = word.trim_end_matches([',', '.', ':']);
    verb(word).is_some() || MORE.contains(&word.to_ascii_lowercase().as_str())
}

/// What is to be done, where every verb is known and has an object: its own, or that of the verb after it, as in
/// `review and approve the plan`.
pub(super) fn acts(words: &str) -> Option<Vec<Act>> {
    let mut acts: Vec<Act> = Vec::new();
    let mut verbs: Vec<&'static Verb> = Vec::new();
    for piece in pieces(words) {
        let (first, object) = piece.split_once(' ').unwrap_or((piece, ""));
        let verb = verb(first)?;
        verbs.push(verb);
        let object = object.trim();
        if object.is_empty() {
            continue;
        }
        let is_sentence = ["that ", "whether ", "how "].iter().any(|start| object.starts_with(start));
        let goes_on = ["to ", "with ", "on ", "in ", "of "].iter().any(|start| object.starts_with(start));
        let verbs = std::mem::take(&mut verbs);
        if is_sentence || verb.base == "recommend" && object.starts_with("to ") {
            acts.push(Act { verbs, object: "it".to_owned(), rest: format!(" {object}") });
            continue;
        }
        if goes_on {
            return None;
        }
        let (object, rest) = parted(object, verb);
        acts.push(Act { verbs, object: small(object), rest: rest.to_owned() });
    }
    (!acts.is_empty() && verbs.is_empty()).then_some(acts)
}

/// The pieces between which *and* joins two known verbs.
fn pieces(words: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = words;
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|tail| tail.find(" and ")).map(|at| at + from) {
        let after = rest.get(at + 5..).unwrap_or("");
        let next = after.split(' ').next().unwrap_or("");
        // `Budget and Review Panel` is a name.
        let is_name = next.starts_with(char::is_uppercase) && next.contains(char::is_lowercase);
        if !is_name && verb(next).is_some() {
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
        let (verbs, rest) = all_done(done)?;
        if object.is_empty()
            || rest.contains(" be ")
            || [" and ", " by "].iter().any(|on| rest.starts_with(on))
        {
            return None;
        }
        acts.push(Act { verbs, object: small(object), rest: rest.to_owned() });
    }
    Some(acts)
}

/// The verbs of `reviewed and approved, subject to …`, and what comes after them.
fn all_done(words: &str) -> Option<(Vec<&'static Verb>, &str)> {
    let (first, mut rest) = one_done(words)?;
    let mut verbs = vec![first];
    while let Some((next, after)) = rest.strip_prefix(" and ").and_then(one_done) {
        verbs.push(next);
        rest = after;
    }
    Some((verbs, rest))
}

fn one_done(words: &str) -> Option<(&'static Verb, &str)> {
    let first = words.split([' ', ',']).next()?;
    let verb = VERBS.iter().find(|verb| verb.done == first)?;
    Some((verb, words.get(first.len()..)?))
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
    let plain = PLAIN.contains(&lower.as_str()) || is_verb(first);
    match words.strip_prefix(first).filter(|_| plain) {
        Some(rest) => lower + rest,
        None => words.to_owned(),
    }
}
