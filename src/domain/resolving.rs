//! A recommendation made into a resolution, in either of the forms that British minutes use: `RESOLVED to note the
//! report` and `RESOLVED that the report be noted`. Knows how a recommendation is introduced;
//! the verbs of committees are in `super::verbs`. What neither knows is left word for word as it is.

use super::recommendation::Recommendation;
use super::verbs::{Act, acts, body_does, passive, small};

/// How a resolution is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Wording {
    /// `to note the report`
    #[default]
    To,
    /// `that the report be noted`
    That,
}

impl Wording {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Wording::To => Wording::That,
            Wording::That => Wording::To,
        }
    }

    /// The wording of a resolution that stands in the record; none if it is worded in neither way.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        match text.split([' ', ':']).next() {
            Some("to") => Some(Wording::To),
            Some("that") => Some(Wording::That),
            _ => None,
        }
    }
}

/// A recommendation without what introduces it.
enum Asked {
    /// What is to be done, one after the other.
    Acts(Vec<Act>),
    /// Something to do that is not understood further: `comment on the draft`.
    ToDo(String),
    /// A sentence after *that*.
    Clause(String),
}

impl Recommendation {
    /// The words of the resolution: its lead and its parts, none where it is one sentence. The word RESOLVED is
    /// not among them. Where it cannot be worded as asked, it is worded as it can be.
    #[must_use]
    pub fn resolved(&self, wording: Wording) -> (String, Vec<String>) {
        if self.parts.is_empty() {
            let asked = asked(&bare(&self.text), false);
            let (wording, words) = asked.worded(wording);
            return (format!("{} {words}.", wording.word()), Vec::new());
        }
        let lead = bare(&self.text).trim_end_matches([':', ' ']).to_owned();
        let does = leads_to_deeds(&lead);
        let subject = (!does && !lead.eq_ignore_ascii_case("that")).then_some(lead.as_str());
        let read = |part: &String| match subject {
            // The lead is the beginning of the sentence that each part ends: `That the Committee:`.
            Some(subject) => asked(&format!("{subject} {}", bare(part)), false),
            None => asked(&bare(part), does),
        };
        let asked: Vec<Asked> = self.parts.iter().map(read).collect();
        if let Some(subject) = subject.filter(|_| !asked.iter().all(|asked| matches!(asked, Asked::Acts(_))))
        {
            let lead = small(subject);
            let that = if lead.starts_with("that ") { "" } else { "that " };
            return (format!("{that}{lead}:"), self.parts.clone());
        }
        let fits = |wording: Wording| asked.iter().all(|asked| asked.worded(wording).0 == wording);
        let wording = if fits(wording) || !fits(wording.other()) { wording } else { wording.other() };
        let mixed = !fits(wording);
        let last = asked.len().saturating_sub(1);
        let parts = asked.iter().enumerate().map(|(at, asked)| {
            let (worded, words) = asked.worded(wording);
            // Under one lead every part must read on; what cannot be worded alike says so itself.
            let words = if mixed { format!("{} {words}", worded.word()) } else { words };
            let stop = if at == last {
                "."
            } else if at + 1 == last {
                "; and"
            } else {
                ";"
            };
            format!("{words}{stop}")
        });
        let lead = if mixed { "as follows:".to_owned() } else { format!("{}:", wording.word()) };
        (lead, parts.collect())
    }
}

impl Wording {
    fn word(self) -> &'static str {
        match self {
            Wording::To => "to",
            Wording::That => "that",
        }
    }
}

impl Asked {
    /// The words after `to` or `that`, and which of the two it is.
    fn worded(&self, wording: Wording) -> (Wording, String) {
        match self {
            Asked::Acts(acts) => {
                let words: Vec<String> = acts.iter().map(|act| act.worded(wording)).collect();
                (wording, words.join(" and "))
            }
            Asked::ToDo(words) => (Wording::To, words.clone()),
            Asked::Clause(words) => (Wording::That, words.clone()),
        }
    }
}

/// The words without number, label and stop: `4.1 RECOMMENDED: That …; and`.
fn bare(text: &str) -> String {
    let mut words = text.trim();
    let number = words.split(' ').next().filter(|first| {
        first.ends_with(['.', ')']) && first.len() <= 5
            || first.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    });
    if let Some(number) = number.filter(|number| number.bytes().any(|b| b.is_ascii_alphanumeric())) {
        words = words.strip_prefix(number).unwrap_or(words).trim_start();
    }
    let lower = words.to_lowercase();
    const LABELS: [&str; 5] =
        ["recommendations:", "recommendation:", "recommended:", "it is recommended:", "recommended –"];
    if let Some(label) = LABELS.iter().find(|label| lower.starts_with(**label)) {
        words = words.get(label.len()..).unwrap_or(words).trim_start();
    }
    let words = words.trim_end_matches(['.', ';', ',', ' ']);
    words.strip_suffix("; and").unwrap_or(words).trim_end_matches(['.', ';', ',', ' ']).to_owned()
}

/// The verbs by which a meeting is asked.
const ASKS: [&str; 6] =
    ["asked to ", "invited to ", "requested to ", "recommended to ", "recommended that ", "asked that "];

/// Whether what leads into the parts ends where something to do follows: `The Committee is asked to:`.
fn leads_to_deeds(lead: &str) -> bool {
    lead.ends_with(" to")
        || lead.eq_ignore_ascii_case("to")
        || lead.is_empty()
        || lead.ends_with("recommended")
}

/// What is asked, without what introduces it. With `does`, the words may begin with a verb.
fn asked(words: &str, does: bool) -> Asked {
    let lower = words.to_lowercase();
    let introduced = ASKS.iter().filter_map(|ask| Some((lower.find(ask)?, *ask))).min();
    // What introduces it is a short subject and its verb, and nothing before that.
    let introduced = introduced.filter(|(at, _)| {
        lower.get(..*at).is_some_and(|before| {
            let ends = [" is ", " are ", "be "].iter().any(|verb| before.ends_with(verb));
            before.split_whitespace().count() <= 8 && ends && !before.starts_with("that ")
        })
    });
    if let Some((at, ask)) = introduced {
        let rest = words.get(at + ask.len()..).unwrap_or("");
        return if ask.ends_with("to ") { deed(rest) } else { clause(rest) };
    }
    if let Some(rest) = lower.strip_prefix("that ").and_then(|rest| words.get(words.len() - rest.len()..)) {
        return clause(rest);
    }
    if lower.starts_with("to ") {
        return deed(words.get(3..).unwrap_or(""));
    }
    if does || acts(words).is_some() {
        return deed(words);
    }
    clause(words)
}

/// What is to be done.
fn deed(words: &str) -> Asked {
    let words = small(words);
    match acts(&words) {
        Some(acts) => Asked::Acts(acts),
        None => Asked::ToDo(words),
    }
}

/// What stands after *that*: `the Committee notes the report`, or `the report be noted`.
fn clause(words: &str) -> Asked {
    let words = small(words);
    if let Some(acts) = body_does(&words).or_else(|| passive(&words)) {
        return Asked::Acts(acts);
    }
    Asked::Clause(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(words: &str) -> [String; 2] {
        [Wording::To, Wording::That].map(|wording| Recommendation::of(words).resolved(wording).0)
    }

    #[test]
    fn a_recommendation_becomes_a_resolution_in_either_form() {
        for (asked, to, that) in [
            ("The KCSP is asked to note the report.", "to note the report.", "that the report be noted."),
            (
                "4.1 The Committee is recommended to approve the budget for 2024, subject to consultation.",
                "to approve the budget for 2024, subject to consultation.",
                "that the budget for 2024 be approved, subject to consultation.",
            ),
            (
                "That the Committee notes the update and agrees the plan.",
                "to note the update and agree the plan.",
                "that the update be noted and the plan be agreed.",
            ),
            ("That the report be received.", "to receive the report.", "that the report be received."),
            (
                "Members are asked to authorise the Clerk to sign the lease.",
                "to authorise the Clerk to sign the lease.",
                "that the Clerk be authorised to sign the lease.",
            ),
            (
                "To delegate authority to the Harbour Engineer to let the contract",
                "to delegate authority to the Harbour Engineer to let the contract.",
                "that authority be delegated to the Harbour Engineer to let the contract.",
            ),
            (
                "The Board is asked to recommend to Council that the policy be adopted.",
                "to recommend to Council that the policy be adopted.",
                "that it be recommended to Council that the policy be adopted.",
            ),
            (
                "Note that the dues had risen.",
                "to note that the dues had risen.",
                "that it be noted that the dues had risen.",
            ),
            (
                "It is recommended that Mrs Oake be elected as Chairman.",
                "to elect Mrs Oake as Chairman.",
                "that Mrs Oake be elected as Chairman.",
            ),
        ] {
            assert_eq!(both(asked), [to, that], "{asked}");
        }
    }

    #[test]
    fn what_cannot_be_turned_is_left_as_it_is() {
        for (asked, left) in [
            (
                "The Partnership is asked to comment on the draft strategy.",
                "to comment on the draft strategy.",
            ),
            ("That no further action is taken.", "that no further action is taken."),
            ("The harbour should stay open.", "that the harbour should stay open."),
            (
                "That the minutes be approved and signed by the Chairman.",
                "that the minutes be approved and signed by the Chairman.",
            ),
        ] {
            assert_eq!(both(asked), [left, left], "{asked}");
        }
    }

    #[test]
    fn parts_become_parts() {
        let asked = Recommendation {
            text: "The Committee is asked to:".into(),
            parts: vec![
                "note the report;".into(),
                "approve the dues for 2024/25; and".into(),
                "endorse the plan.".into(),
            ],
        };
        let (lead, parts) = asked.resolved(Wording::That);
        assert_eq!(lead, "that:");
        assert_eq!(
            parts,
            ["the report be noted;", "the dues for 2024/25 be approved; and", "the plan be endorsed."]
        );
        let (lead, parts) = asked.resolved(Wording::To);
        assert_eq!((lead.as_str(), parts[0].as_str()), ("to:", "note the report;"));
        let mixed = Recommendation {
            text: String::new(),
            parts: vec!["That no action is taken;".into(), "To comment on the draft.".into()],
        };
        let (lead, parts) = mixed.resolved(Wording::To);
        assert_eq!(lead, "as follows:");
        assert_eq!(parts, ["that no action is taken; and", "to comment on the draft."]);
        let both_ways = Recommendation {
            text: "That the Committee:".into(),
            parts: vec!["notes the report;".into(), "agrees the plan.".into()],
        };
        assert_eq!(both_ways.resolved(Wording::That).1, ["the report be noted; and", "the plan be agreed."]);
        let neither = Recommendation {
            text: "That the Committee:".into(),
            parts: vec!["notes the report; and".into(), "comments on the draft.".into()],
        };
        let (lead, parts) = neither.resolved(Wording::To);
        assert_eq!(lead, "that the Committee:");
        assert_eq!(parts, ["notes the report; and", "comments on the draft."]);
    }
}
