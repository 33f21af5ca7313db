//! A recommendation made into a resolution, in either of the forms that British minutes use: `RESOLVED to note the
//! report` and `RESOLVED that the report be noted`. How a recommendation is introduced is known in
//! [`super::recommending`], the verbs of committees in `super::verbs`. What neither knows is left word for word as it is.

use super::recommendation::Recommendation;
use super::recommending::{self, unlabelled};
use super::verbs::{Act, acts, body_does, is_verb, passive, small};

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
        if self.is_welsh() {
            return self.resolved_in_welsh();
        }
        if self.parts.is_empty() {
            let asked = asked(&bare(&self.text), false);
            let (wording, words) = asked.worded(wording);
            return (format!("{} {words}.", wording.word()), Vec::new());
        }
        let lead = bare(&self.text).trim_end_matches([':', ' ', '–', '-']).to_owned();
        if let Some(deed) = recommending::asked(&lead).filter(|asked| !asked.rest.is_empty()) {
            // The verb stands in the lead: `The Board is asked to approve:`.
            let word = if deed.that { Wording::That } else { Wording::To }.word();
            return (
                format!("{word} {}:", small(deed.rest)),
                listed(self.parts.iter().map(|part| bare(part))),
            );
        }
        let does = leads_to_deeds(&lead);
        let subject = (!does && !lead.eq_ignore_ascii_case("that")).then_some(lead.as_str());
        let read = |part: &String| match subject {
            // The lead is the beginning of the sentence that each part ends: `That the Committee:`.
            Some(subject) => asked(&format!("{subject} {}", small(&bare(part))), false),
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
        let parts = asked.iter().map(|asked| {
            let (worded, words) = asked.worded(wording);
            // Under one lead every part must read on; what cannot be worded alike says so itself.
            if mixed { format!("{} {words}", worded.word()) } else { words }
        });
        let parts = listed(parts);
        let lead = if mixed { "as follows:".to_owned() } else { format!("{}:", wording.word()) };
        (lead, parts)
    }
}

impl Recommendation {
    /// Whether it is in Welsh.
    #[must_use]
    pub fn is_welsh(&self) -> bool {
        let text = bare(&self.text);
        let first = if text.is_empty() { self.parts.first().map(|part| bare(part)) } else { None };
        recommending::is_welsh(&first.unwrap_or(text))
    }

    /// The words as they are printed, in Welsh: neither *to* nor *that* stands before them, and nothing is turned round.
    fn resolved_in_welsh(&self) -> (String, Vec<String>) {
        let words = begun_small(&bare(&self.text));
        if self.parts.is_empty() {
            return (format!("{words}."), Vec::new());
        }
        let lead = words.trim_end_matches([':', ' ', '–', '-']);
        // `As follows`, where the paper has a list and nothing above it.
        let lead = if lead.is_empty() { "fel a ganlyn" } else { lead };
        (format!("{lead}:"), self.parts.clone())
    }
}

/// Words with a small letter first, as they stand inside a sentence.
fn begun_small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Parts as a list in one sentence ends them: `…;`, `…; and`, `….`
fn listed(parts: impl ExactSizeIterator<Item = String>) -> Vec<String> {
    let last = parts.len().saturating_sub(1);
    let stop = |at: usize| match last - at {
        0 => ".",
        1 => "; and",
        _ => ";",
    };
    parts.enumerate().map(|(at, words)| words + stop(at)).collect()
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
    let words = unlabelled(words).trim_end_matches(STOPS);
    let joined = words.strip_suffix("and").or_else(|| words.strip_suffix("or"));
    // The word that joins a part of a list to the next is none of the part.
    let part = joined.map(str::trim_end).filter(|part| part.ends_with([';', ',']));
    part.unwrap_or(words).trim_end_matches(STOPS).to_owned()
}

/// What ends a sentence or a part of a list.
const STOPS: [char; 4] = ['.', ';', ',', ' '];

/// Whether what leads into the parts ends where something to do follows: `The Committee is asked to:`.
fn leads_to_deeds(lead: &str) -> bool {
    lead.ends_with(" to")
        || lead.eq_ignore_ascii_case("to")
        || lead.is_empty()
        || lead.ends_with("recommended")
}

/// What is asked, without what introduces it. With `does`, the words may begin with a verb.
fn asked(words: &str, does: bool) -> Asked {
    if let Some(asked) = recommending::asked(words) {
        return if asked.that { clause(asked.rest) } else { deed(asked.rest) };
    }
    if let Some((manner, sentence)) = recommending::in_accordance(words) {
        return Asked::Clause(format!("{manner}, {}", small(sentence)));
    }
    let lower = words.to_ascii_lowercase();
    if to_another(words) {
        return deed(&format!("recommend {words}"));
    }
    if let Some(rest) = lower.strip_prefix("that ").and_then(|rest| words.get(words.len() - rest.len()..)) {
        return clause(rest);
    }
    if lower.starts_with("to ") {
        return deed(words.get(3..).unwrap_or(""));
    }
    if does || acts(words).is_some() || is_verb(lower.split(' ').next().unwrap_or("")) {
        return deed(words);
    }
    // What officers recommend on an application.
    if let Some(rest) = ["no objections", "no objection"].iter().find_map(|none| lower.strip_prefix(none)) {
        let condition = words.get(words.len() - rest.len()..).unwrap_or("");
        return deed(&format!("raise no objection{condition}"));
    }
    clause(words)
}

/// `to Council that the policy be adopted`: what is recommended to another body.
fn to_another(words: &str) -> bool {
    let Some(rest) = words.strip_prefix("to ").or_else(|| words.strip_prefix("TO ")) else { return false };
    let Some((body, _)) = rest.split_once(" that ") else { return false };
    let is_name = |body: &str| body.starts_with(char::is_uppercase) && body.chars().any(char::is_lowercase);
    body.split(' ').count() <= 6 && is_name(body.strip_prefix("the ").unwrap_or(body)) && acts(rest).is_none()
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
                "Recommendation: that the dues for 2026/27 be noted.",
                "to note the dues for 2026/27.",
                "that the dues for 2026/27 be noted.",
            ),
            (
                "Officer recommendation: No objection, subject to matching brick.",
                "to raise no objection, subject to matching brick.",
                "that no objection be raised, subject to matching brick.",
            ),
            (
                "RECOMMENDED to Council that the policy be adopted.",
                "to recommend to Council that the policy be adopted.",
                "that it be recommended to Council that the policy be adopted.",
            ),
            (
                "The Board is therefore invited to REVIEW and APPROVE the risk register.",
                "to review and approve the risk register.",
                "that the risk register be reviewed and approved.",
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
            (
                "It is recommended in accordance with Section 100A(4) of the Act that the public be excluded.",
                "that in accordance with Section 100A(4) of the Act, the public be excluded.",
            ),
            ("Recommended: Approve, subject to conditions.", "to approve, subject to conditions."),
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
    fn a_recommendation_in_welsh_keeps_its_words_in_either_form() {
        for (asked, resolved) in [
            ("Argymhelliad: Bod y Pwyllgor yn nodi’r adroddiad.", "bod y Pwyllgor yn nodi’r adroddiad."),
            ("Argymhellir i’r Pwyllgor gymeradwyo’r cynllun", "i’r Pwyllgor gymeradwyo’r cynllun."),
            (
                "Argymhellir, yn unol ag Adran 1, y dylid gwahardd y cyhoedd.",
                "yn unol ag Adran 1, y dylid gwahardd y cyhoedd.",
            ),
        ] {
            assert_eq!(both(asked), [resolved, resolved], "{asked}");
        }
        let parts = Recommendation {
            text: String::new(),
            parts: vec!["Nodi’r adroddiad; a".into(), "Cymeradwyo’r cynllun.".into()],
        };
        assert_eq!(parts.resolved(Wording::To), ("fel a ganlyn:".to_owned(), parts.parts.clone()));
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
        let verb_above = Recommendation {
            text: "The Board is asked to approve:".into(),
            parts: vec!["the dues; and".into(), "the winter programme".into()],
        };
        for wording in [Wording::To, Wording::That] {
            let (lead, parts) = verb_above.resolved(wording);
            assert_eq!(lead, "to approve:");
            assert_eq!(parts, ["the dues; and", "the winter programme."]);
        }
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
