//! Decisions as minutes word them: `RESOLVED that`, `AGREED:`, `It was unanimously resolved to`, `The Board APPROVED the
//! plan`. Knows phrases, and not where they stand.

use super::motion::vote::{self, Count};
use crate::import::body;

/// Decision, without the word that introduces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decision<'a> {
    /// Whether it is recommended to another body, and not resolved.
    pub is_recommended: bool,
    /// What was decided.
    pub words: &'a str,
    /// Whether the words are a whole sentence, whose verb is the decision: `The Board APPROVED the plan`.
    pub is_sentence: bool,
}

/// Words that may stand before the word of a decision and say nothing more.
const EMPTY: [&str; 12] = [
    "it was",
    "be it",
    "and",
    "and it was",
    "it was then",
    "it was also",
    "was",
    "is",
    "the meeting",
    "members",
    "they",
    "then",
];

/// Adverbs beside the word of a decision.
const ADVERBS: [&str; 8] =
    ["hereby", "unanimously", "accordingly", "further", "therefore", "subsequently", "formally", "duly"];

/// Words that introduce a decision at the start of a paragraph, in any letters.
const LEADS: [&str; 13] = [
    "voted",
    "resolved",
    "resolutions",
    "resolution",
    "agreed",
    "decisions",
    "decision",
    "decided",
    "approved",
    "recommended",
    "ordered",
    "adopted",
    "ratified",
];

/// Words of a decision that stand anywhere in a sentence where they are in capitals.
const CAPITALS: [&str; 11] = [
    "NOTED",
    "RESOLVES",
    "RESOLVED",
    "RECOMMENDED",
    "AGREED",
    "APPROVED",
    "DECIDED",
    "ENDORSED",
    "RATIFIED",
    "ADOPTED",
    "ORDERED",
];

/// Cuts a paragraph at a decision: what stands before it, and the decision.
pub(super) fn read(text: &str) -> Option<(&str, Decision<'_>)> {
    let found = at_start(text).or_else(|| on_motion(text)).map(|decision| ("", decision));
    found.or_else(|| in_capitals(text))
}

/// Reads a decision on a motion without a mover: `It was moved, seconded and carried to …`, `M/S/C (Ash/Elm) that …`.
fn on_motion(text: &str) -> Option<Decision<'_>> {
    const FORMS: [&str; 7] = [
        "it was moved, seconded and carried",
        "it was moved, seconded, and carried",
        "moved, seconded and carried",
        "moved, seconded, and carried",
        "moved/seconded/carried",
        "m/s/c",
        "msc",
    ];
    let form = FORMS.into_iter().find(|form| starts_with_word(text, form))?;
    let rest = text.get(form.len()..)?.trim_start_matches([' ', ':', ',', '-', '–']);
    let names = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let words = names.map_or(rest, |(_, words)| words).trim_start_matches([' ', ':', ',', '-', '–']);
    let is_moved = ["to ", "that "].iter().any(|start| words.to_lowercase().starts_with(start));
    is_moved.then_some(Decision { is_recommended: false, words, is_sentence: false })
}

/// Decision whose word opens the paragraph: `Resolved that`, `DECISION:`, `It was agreed to`.
pub(super) fn at_start(text: &str) -> Option<Decision<'_>> {
    let bare = text.trim_start_matches(['*', '_', '[', '“', '"']);
    let opening = ["it was ", "it is ", "it has been ", "be it "]
        .into_iter()
        .find(|opening| bare.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening)));
    let rest = bare.get(opening.map_or(0, str::len)..)?;
    let rest = without_adverb(rest);
    let lead = LEADS.into_iter().find(|lead| starts_with_word(rest, lead))?;
    let printed = rest.get(..lead.len())?;
    let after = rest.get(lead.len()..)?.trim_start_matches(['*', '_', ']']).trim_start_matches(' ');
    let is_capitals = !printed.contains(char::is_lowercase);
    let is_noun = lead.starts_with("decision") || lead.starts_with("resolution");
    let (after, is_numbered) = if is_noun { without_number(after) } else { (after, false) };
    let is_marked = after.is_empty() || after.starts_with([':', '–', '—', '-', '*', ',', '(', '.']);
    let goes_on = ["that", "to", "by", "unanimously", "as", "in"]
        .into_iter()
        .any(|word| starts_with_word(without_adverb(after), word));
    let is_decision = match (is_noun, opening.is_some()) {
        (true, _) => is_marked || is_numbered || is_capitals && goes_on,
        (false, true) => goes_on || is_marked,
        (false, false) => is_marked && !after.is_empty() || goes_on || is_capitals,
    };
    let is_whole = (after.is_empty() || after == ".") && !is_capitals && !is_noun;
    // `APPROVED the plan` says nothing without its verb.
    let is_sentence = !is_noun && !is_marked && !goes_on && lead != "resolved";
    let words = if is_sentence { rest.trim_end_matches(['*', '_', ' ']) } else { words_of(after) };
    (is_decision && !is_whole).then(|| Decision { is_recommended: lead == "recommended", words, is_sentence })
}

/// Decision whose word stands in capitals in the paragraph.
fn in_capitals(text: &str) -> Option<(&str, Decision<'_>)> {
    let (at, word) = CAPITALS.into_iter().filter_map(|word| Some((word_at(text, word)?, word))).min()?;
    let (before, rest) = text.split_at_checked(at)?;
    let after = rest.get(word.len()..)?;
    let before = before.trim_end_matches([' ', '*', ':', ',', '“', '"', '[', '(']);
    let is_recommended = word == "RECOMMENDED";
    let whole = !matches!(word, "RESOLVED" | "RESOLVES" | "RECOMMENDED");
    // A text in capitals throughout sets no word apart.
    if !before.contains(char::is_lowercase) && !after.contains(char::is_lowercase) && !before.is_empty() {
        return None;
    }
    let (sentences, subject) = last_sentence(before);
    let bare = without_last_adverb(subject);
    // A body may note a report; `NOTED that` tells a fact.
    if word == "NOTED"
        && (!is_body(bare) || !bare.contains(' ') || starts_with_word(after.trim_start(), "that"))
    {
        return None;
    }
    let is_empty = EMPTY.iter().any(|empty| bare.eq_ignore_ascii_case(empty)) || bare.is_empty();
    if is_empty && !(whole && matches!(bare, "Members" | "The meeting" | "They")) {
        return Some((sentences, Decision { is_recommended, words: words_of(after), is_sentence: false }));
    }
    if !whole {
        let before = if is_body(bare) { sentences } else { before };
        return Some((before, Decision { is_recommended, words: words_of(after), is_sentence: false }));
    }
    // `APPROVED` and its like decide only where a body does it, or a whole sentence leads to it.
    let start = sentences.len();
    let sentence = text.get(start..)?.trim_start();
    let leads = ["and", "was", "it was"].iter().any(|end| bare.to_lowercase().ends_with(&format!(" {end}")));
    (is_body(bare) || leads)
        .then_some((sentences, Decision { is_recommended, words: sentence, is_sentence: true }))
}

/// Whether words name a body or its members as the subject of a decision: `The Board`, `Members`.
fn is_body(words: &str) -> bool {
    let lower = words.to_lowercase();
    let name = lower.strip_prefix("the ").unwrap_or(&lower);
    let count = name.split(' ').count();
    count <= 8
        && ([
            "members",
            "trustees",
            "governors",
            "directors",
            "councillors",
            "meeting",
            "senate",
            "synod",
            "session",
            "assembly",
        ]
        .contains(&name)
            || [
                "board",
                "committee",
                "council",
                "cabinet",
                "panel",
                "forum",
                "partnership",
                "court",
                "group",
                "body",
                "executive",
                "authority",
                "commission",
            ]
            .iter()
            .any(|noun| name.ends_with(noun))
            || lower.starts_with("the ") && body::sounds_like_a_body(words))
}

/// The words before the last sentence, and that sentence.
fn last_sentence(text: &str) -> (&str, &str) {
    let at = [". ", "; ", "? ", "! "].iter().filter_map(|end| text.rfind(end)).max();
    match at {
        Some(at) => (text.get(..=at).unwrap_or(""), text.get(at + 2..).unwrap_or("").trim()),
        None => ("", text),
    }
}

fn without_adverb(text: &str) -> &str {
    let adverb = ADVERBS.into_iter().find(|adverb| starts_with_word(text, adverb));
    adverb.and_then(|adverb| text.get(adverb.len()..)).map_or(text, str::trim_start)
}

fn without_last_adverb(text: &str) -> &str {
    let (before, last) = text.rsplit_once(' ').unwrap_or(("", text));
    let is_adverb = ADVERBS.iter().any(|adverb| last.eq_ignore_ascii_case(adverb));
    if is_adverb { before.trim_end() } else { text }
}

/// Text without the number of a decision: `Decision 12/24:`, `Resolution No. 5 –`.
fn without_number(text: &str) -> (&str, bool) {
    let rest = ["No. ", "No ", "no. ", "number ", "#"]
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .unwrap_or(text);
    let (number, after) = rest.split_once([' ', ':']).unwrap_or((rest, ""));
    let is_number = number.starts_with(|first: char| first.is_ascii_digit());
    if is_number { (after.trim_start(), true) } else { (text, false) }
}

/// What was decided, without the marks that lead to it.
fn words_of(after: &str) -> &str {
    after
        .trim_start_matches([' ', '-', '–', '—', ':', ',', '*', '_', ']', '.'])
        .trim_end_matches(['*', '_', ' '])
}

/// Whether a text begins with a word, in any letters.
fn starts_with_word(text: &str, word: &str) -> bool {
    let Some(start) = text.get(..word.len()) else { return false };
    let ends = text.get(word.len()..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    start.eq_ignore_ascii_case(word) && ends
}

/// Where a word stands whole in a text.
fn word_at(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '-')
            && after.is_none_or(|letter| !letter.is_alphanumeric() && letter != '-')
    })
}

/// Whether words before a decision only tell who moved and seconded it.
pub(super) fn is_preamble(before: &str) -> bool {
    let lower = before.to_lowercase();
    let starts = [
        "it was proposed",
        "it was moved",
        "proposed by",
        "moved by",
        "on the motion",
        "on a motion",
        "on the proposal",
        "upon ",
        "proposed:",
        "moved:",
        "proposer:",
        "on the proposition",
    ];
    let leads_on = ["and", "was", "unanimously", "and it was", "it was"]
        .iter()
        .any(|end| lower.ends_with(&format!(" {end}")));
    starts.iter().any(|start| lower.starts_with(start)) || leads_on && !before.contains(". ")
}

/// What was decided without the bracket at its end that counts the vote, and the count.
pub(super) fn uncounted(words: &str) -> (&str, Option<Count>) {
    let bare = words.trim_end_matches(['.', ' ']);
    let bracket = bare
        .rfind(['(', '['])
        .and_then(|at| bare.split_at_checked(at))
        .filter(|_| bare.ends_with([')', ']']));
    let Some((before, bracket)) = bracket else { return (words, None) };
    match vote::count(bracket).filter(|count| count.is_whole) {
        Some(count) => (before.trim_end(), Some(count)),
        None => (words, None),
    }
}

/// A resolution that runs on, as its lead and its parts: `that: (a) …; (b) …`.
pub(super) fn clauses(resolved: &str) -> (&str, Vec<&str>) {
    const MARKS: [[&str; 6]; 5] = [
        ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"],
        ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        [" a) ", " b) ", " c) ", " d) ", " e) ", " f) "],
        [" i) ", " ii) ", " iii) ", " iv) ", " v) ", " vi) "],
    ];
    for marks in MARKS {
        let mut starts: Vec<(usize, usize)> = Vec::new();
        for mark in marks {
            let from = starts.last().map_or(0, |(at, length)| at + length);
            match resolved.get(from..).and_then(|rest| rest.find(mark)) {
                Some(at) => starts.push((from + at, mark.len())),
                None => break,
            }
        }
        let alone = starts.len() == 1 && starts.first().is_some_and(|(at, _)| *at < 8);
        let is_figure = marks.first() == Some(&"(1)");
        if starts.len() >= 2 || alone && !is_figure {
            let ends = starts.iter().skip(1).map(|(at, _)| *at).chain(std::iter::once(resolved.len()));
            let parts = starts
                .iter()
                .zip(ends)
                .filter_map(|((at, length), end)| resolved.get(at + length..end))
                .map(str::trim);
            let lead = starts.first().and_then(|(at, _)| resolved.get(..*at)).unwrap_or(resolved);
            return (lead.trim(), parts.collect());
        }
    }
    (resolved, Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&str, &str)> {
        read(text).map(|(before, decision)| (before, decision.words))
    }

    #[test]
    fn a_decision_is_cut_from_its_paragraph() {
        for (text, before, words) in [
            ("RESOLVED to note the update.", "", "to note the update."),
            ("It was RESOLVED that it be so.", "", "that it be so."),
            ("It was unanimously resolved to agree.", "", "to agree."),
            ("She agreed. RESOLVED - that it be so.", "She agreed.", "that it be so."),
            ("Resolved: that it be so.", "", "that it be so."),
            ("RESOLVED unanimously that it be so.", "", "unanimously that it be so."),
            ("**RESOLVED** that it be so.", "", "that it be so."),
            ("[RESOLVED] that it be so.", "", "that it be so."),
            ("AGREED to meet in May.", "", "to meet in May."),
            ("It was agreed that the fence be mended.", "", "that the fence be mended."),
            ("Decision 12/24: the fence is mended.", "", "the fence is mended."),
            ("RESOLUTION: to mend the fence.", "", "to mend the fence."),
            ("The Council RESOLVED that it be so.", "", "that it be so."),
            ("They spoke. The Board RESOLVED that it be so.", "They spoke.", "that it be so."),
            ("The Board APPROVED the plan.", "", "The Board APPROVED the plan."),
            ("Ms Ash spoke. The Board ENDORSED the plan.", "Ms Ash spoke.", "The Board ENDORSED the plan."),
            ("APPROVED the plan.", "", "APPROVED the plan."),
            ("The Board NOTED the plan.", "", "The Board NOTED the plan."),
            ("It was moved, seconded and carried to mend the fence.", "", "to mend the fence."),
            ("M/S/C (Ash/Elm) to mend the fence.", "", "to mend the fence."),
            ("VOTED: to mend the fence.", "", "to mend the fence."),
            ("DECISION", "", ""),
        ] {
            assert_eq!(found(text), Some((before, words)), "{text}");
        }
    }

    #[test]
    fn what_only_speaks_of_deciding_is_no_decision() {
        for text in [
            "The matter was resolved.",
            "Agreed.",
            "It was NOTED that the plan was late.",
            "NOTED: the plan was late.",
            "The Board NOTED that the plan was late.",
            "Agreed actions were followed up.",
            "Decision Notice 14 was appealed.",
            "Resolution of disputes was discussed.",
            "Approved suppliers were listed.",
            "Mr AGREED-SMITH spoke.",
            "Ms Ash agreed to report.",
            "THE PLAN WAS APPROVED BY ALL",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn a_recommendation_is_told_from_a_resolution() {
        let (before, decision) = read("Members agreed. RECOMMENDED to Council that it be so.").unwrap();
        assert_eq!((before, decision.is_recommended), ("Members agreed.", true));
        assert_eq!(decision.words, "to Council that it be so.");
    }

    #[test]
    fn parts_inside_a_sentence_are_found() {
        let (lead, parts) = clauses("to adopt (a) the Policy; (b) the Code; and (c) the Plan.");
        assert_eq!((lead, parts), ("to adopt", vec!["the Policy;", "the Code; and", "the Plan."]));
        assert_eq!(clauses("under Section 100(4) of the Act"), ("under Section 100(4) of the Act", vec![]));
    }
}
