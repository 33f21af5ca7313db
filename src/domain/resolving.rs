//! A recommendation made into a resolution, in either of the forms that British minutes use: `RESOLVED to note the
//! report` and `RESOLVED that the report be noted`. What a recommendation asks is read in
//! `super::request`. What is not understood is left word for word as it is.

use super::recommendation::Recommendation;
use super::recommending;
use super::request::{Request, bare};
use super::verbs::small;

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

impl Recommendation {
    /// The words of the resolution: its lead and its parts, none where it is one sentence. The word RESOLVED is
    /// not among them. Where it cannot be worded as asked, it is worded as it can be.
    #[must_use]
    pub fn resolved(&self, wording: Wording) -> (String, Vec<String>) {
        if self.is_welsh() {
            return self.resolved_in_welsh();
        }
        if self.parts.is_empty() {
            let (wording, words) = Request::read(&bare(&self.text), false).worded(wording);
            return (format!("{} {words}.", wording.word()), Vec::new());
        }
        let lead = bare(&self.text).trim_end_matches([':', ' ', '–', '-']).to_owned();
        if let Some(verb) = recommending::asked(&lead).filter(|asked| !asked.rest.is_empty()) {
            return self.resolved_below_verb(&verb);
        }
        let does = leads_to_deeds(&lead);
        if does || lead.eq_ignore_ascii_case("that") {
            let asked: Vec<Request> =
                self.parts.iter().map(|part| Request::read(&bare(part), does)).collect();
            return worded_alike(&asked, wording);
        }
        // The lead is the beginning of the sentence that each part ends: `That the Committee:`.
        let whole = |part: &String| Request::read(&format!("{lead} {}", small(&bare(part))), false);
        let asked: Vec<Request> = self.parts.iter().map(whole).collect();
        let turns = asked.iter().all(|asked| matches!(asked, Request::Acts(_)));
        if turns { worded_alike(&asked, wording) } else { self.resolved_as_printed(&lead) }
    }

    /// Below a lead that has the verb, `The Board is asked to approve:`, the parts are what it is done to.
    fn resolved_below_verb(&self, verb: &recommending::Asked<'_>) -> (String, Vec<String>) {
        let word = if verb.that { Wording::That } else { Wording::To }.word();
        (format!("{word} {}:", small(verb.rest)), listed(self.parts.iter().map(|part| bare(part))))
    }

    /// Below a lead that begins a sentence, what cannot be turned round stands as it is printed.
    fn resolved_as_printed(&self, lead: &str) -> (String, Vec<String>) {
        let lead = small(lead);
        let that = if lead.starts_with("that ") { "" } else { "that " };
        (format!("{that}{lead}:"), self.parts.clone())
    }

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

/// Parts below one lead, of which each must read on: all in the wording that was asked for, or all in the other, or else
/// each with its own word.
fn worded_alike(asked: &[Request], wording: Wording) -> (String, Vec<String>) {
    let fits = |wording: Wording| asked.iter().all(|asked| asked.worded(wording).0 == wording);
    let alike = [wording, wording.other()].into_iter().find(|wording| fits(*wording));
    let lead = alike.map_or("as follows", Wording::word);
    let parts = asked.iter().map(|asked| {
        let (worded, words) = asked.worded(alike.unwrap_or(wording));
        if alike.is_some() { words } else { format!("{} {words}", worded.word()) }
    });
    (format!("{lead}:"), listed(parts))
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

/// Whether what leads into the parts ends where something to do follows: `The Committee is asked to:`.
fn leads_to_deeds(lead: &str) -> bool {
    lead.ends_with(" to")
        || lead.eq_ignore_ascii_case("to")
        || lead.is_empty()
        || lead.ends_with("recommended")
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
