//! How a recommendation is introduced: the label before it, `Recommendation 2:`, and the words that ask the meeting,
//! `The Board is invited to`. Knows the words alone, and not what is to be decided; that is read in
//! `super::request`.

use super::verbs::{acts, is_verb};

/// What is asked, after the words that ask it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Whether a sentence follows (`recommended that`), and not something to do (`asked to`).
    pub that: bool,
    /// What follows; nothing where it is in the parts below.
    pub rest: &'a str,
}

/// The words by which a meeting is asked, and whether a sentence follows.
const ASKS: [(&str, bool); 11] = [
    ("asked to", false),
    ("invited to", false),
    ("requested to", false),
    ("recommended to", false),
    ("advised to", false),
    ("asked that", true),
    ("requested that", true),
    ("recommended that", true),
    ("advised that", true),
    ("i recommend that", true),
    ("officers recommend that", true),
];

/// What a sentence asks the meeting: `The Committee is therefore asked to note the report`. None if it asks nothing.
#[must_use]
pub fn asked(words: &str) -> Option<Asked<'_>> {
    let lower = words.to_ascii_lowercase();
    let found = ASKS.iter().filter_map(|(ask, that)| Some((lower.find(ask)?, ask.len(), *that))).min()?;
    let (at, length, that) = found;
    let before = lower.get(..at)?;
    let after = words.get(at + length..)?;
    let is_whole = after.is_empty() || after.starts_with([' ', ':', '–', '-']);
    // What introduces it is a short subject and its verb, and nothing before that.
    let introduces = before.is_empty() && lower.contains("recommend that") || is_subject(before);
    let rest = after.trim_start_matches([' ', ':', '–', '-']);
    (is_whole && introduces).then_some(Asked { that, rest })
}

/// `the Committee is therefore `.
fn is_subject(before: &str) -> bool {
    const BETWEEN: [&str; 6] = ["therefore ", "accordingly ", "respectfully ", "also ", "further ", "now "];
    let mut before = before;
    while let Some(less) = BETWEEN.iter().find_map(|word| before.strip_suffix(word)) {
        before = less;
    }
    let ends = [" is ", " are ", "be "].iter().any(|verb| before.ends_with(verb));
    ends && before.split_whitespace().count() <= 8 && !before.starts_with("that ")
}

/// Whether a sentence asks the meeting, by name, for something that a meeting can decide. Members are asked for other
/// things as well: to declare interests, to switch off their telephones.
#[must_use]
pub fn asks_the_meeting(words: &str) -> bool {
    const ELSE: [&str; 12] = [
        "interest",
        "mobile",
        "phone",
        "filmed",
        "recorded",
        "dispensation",
        "the clerk in advance",
        "question",
        "attendance",
        "apologies",
        " to sign ",
        " to submit ",
    ];
    let lower = words.to_ascii_lowercase();
    let starts_big = words.starts_with(char::is_uppercase);
    let is_known = |asked: Asked<'_>| {
        let first = asked.rest.split(' ').next().unwrap_or("");
        asked.that || asked.rest.is_empty() || words.ends_with(':') || is_verb(first)
    };
    let asks = asked(words).is_some_and(is_known) || in_accordance(words).is_some();
    starts_big && asks && !ELSE.iter().any(|other| lower.contains(other))
}

/// Whether words are something to do that meetings do: `note the report`.
#[must_use]
pub fn is_deed(words: &str) -> bool {
    acts(words.trim_end_matches(['.', ';', ' '])).is_some()
}

/// `It is recommended in accordance with the Act that the public be excluded`: the manner and the sentence.
#[must_use]
pub fn in_accordance(words: &str) -> Option<(&str, &str)> {
    let lower = words.to_ascii_lowercase();
    let from = ["it is recommended ", "recommended "].iter().find(|start| lower.starts_with(**start))?.len();
    let (manner, sentence) = words.get(from..)?.split_once(" that ")?;
    let manner = manner.trim_matches([' ', ',']);
    let known =
        ["in accordance with ", "under ", "pursuant to "].iter().any(|start| manner.starts_with(start));
    known.then_some((manner, sentence))
}

/// What stands after the label of a recommendation, `Recommendation 2: That …`; nothing where the label stands alone,
/// none where there is no label. After `RECOMMENDED` there need be no colon.
#[must_use]
pub fn labelled(words: &str) -> Option<&str> {
    const BEFORE: [&str; 9] = [
        "officer's ",
        "officer’s ",
        "officers' ",
        "officers’ ",
        "officer ",
        "officers ",
        "draft ",
        "proposed ",
        "suggested ",
    ];
    const NAMES: [&str; 7] = [
        "recommendation(s)",
        "recommendations",
        "recommendation",
        "recommended resolution",
        "recommended motion",
        "recommended action",
        "recommended decision",
    ];
    let words = words.trim();
    let lower = words.to_ascii_lowercase();
    let from = BEFORE.iter().find(|before| lower.starts_with(**before)).map_or(0, |before| before.len());
    let inner = lower.get(from..)?;
    if let Some(name) = NAMES.iter().find(|name| inner.starts_with(**name)) {
        let rest = words.get(from + name.len()..)?;
        return in_two_languages(rest).or_else(|| after_label(numberless(rest)));
    }
    if let Some(rest) = labelled_in_welsh(words) {
        return Some(rest);
    }
    let name = ["it is therefore recommended", "it is recommended", "recommended"]
        .iter()
        .find(|name| from == 0 && inner.starts_with(**name))?;
    let rest = words.get(name.len()..)?;
    let goes_on = [" that", " to "].iter().any(|word| rest.to_ascii_lowercase().starts_with(word));
    if goes_on { Some(rest.trim_start()) } else { after_label(rest) }
}

/// What stands after a label that is printed in two languages: `Argymhelliad / Recommendation:`.
fn in_two_languages(rest: &str) -> Option<&str> {
    rest.trim_start().strip_prefix('/').and_then(|other| labelled(other.trim_start()))
}

/// What stands after the label of a recommendation in Welsh: `Argymhelliad:`, or `Argymhellir bod …`, `it is recommended`.
fn labelled_in_welsh(words: &str) -> Option<&str> {
    const NAMES: [&str; 2] = ["argymhelliad", "argymhellion"];
    let lower = words.to_ascii_lowercase();
    if let Some(name) = NAMES.iter().find(|name| lower.starts_with(**name)) {
        let rest = words.get(name.len()..)?;
        return in_two_languages(rest).or_else(|| after_label(numberless(rest)));
    }
    let rest = words.get(lower.strip_prefix("argymhellir").map(|rest| words.len() - rest.len())?..)?;
    let is_whole = rest.is_empty() || rest.starts_with([' ', ',', ':', '–', '-']);
    is_whole.then(|| rest.trim_start_matches([' ', ',', ':', '–', '—', '-']))
}

/// Whether words recommend something in Welsh, a label before them aside: `bod y Pwyllgor yn nodi’r adroddiad`, `nodi’r
/// adroddiad`. The verbs of committees are not known in Welsh, so such words are never turned into another form.
#[must_use]
pub fn is_welsh(words: &str) -> bool {
    const STARTS: [&str; 6] = ["y dylid ", "i'r ", "yn unol ag ", "yn unol â ", "y cyngor ", "y pwyllgor "];
    const FIRST: [&str; 21] = [
        "bod",
        "fod",
        "nodi",
        "cymeradwyo",
        "derbyn",
        "cytuno",
        "argymell",
        "argymhellir",
        "penderfynu",
        "awdurdodi",
        "ystyried",
        "mabwysiadu",
        "cefnogi",
        "cadarnhau",
        "dirprwyo",
        "gwahardd",
        "ethol",
        "penodi",
        "gofyn",
        "argymhelliad",
        "argymhellion",
    ];
    let lower = words.trim().to_lowercase().replace('’', "'");
    let first = lower.split([' ', ',', ':', '.']).next().unwrap_or("");
    FIRST.contains(&first.strip_suffix("'r").unwrap_or(first))
        || STARTS.iter().any(|start| lower.starts_with(start))
}

/// The words after the number of a recommendation, ` 2`, and what parts it from them.
fn numberless(rest: &str) -> &str {
    let after = rest.trim_start();
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..=2).contains(&digits);
    let unnumbered = after.get(digits..).unwrap_or(after);
    let parted = unnumbered.is_empty() || unnumbered.trim_start().starts_with([':', '–', '—', '-', '.']);
    if is_number && parted { unnumbered } else { rest }
}

/// What stands after a label: after a colon, a stop, a dash, or *that*; or nothing.
fn after_label(rest: &str) -> Option<&str> {
    let words = rest.trim_start_matches([' ', ':', '–', '—', '-', '.']);
    let is_parted = rest.strip_suffix(words).is_some_and(|marks| marks.trim() != "");
    let goes_on = words.to_ascii_lowercase().starts_with("that ");
    (words.is_empty() || is_parted || goes_on).then_some(words)
}

/// The words without the label before them.
#[must_use]
pub fn unlabelled(words: &str) -> &str {
    labelled(words).filter(|rest| !rest.is_empty()).unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_in_every_form() {
        for label in [
            "Recommendation:",
            "Recommendations:",
            "Recommendation(s):",
            "RECOMMENDATION",
            "Recommendation –",
            "Recommendation 2:",
            "Recommendation 2 –",
            "Recommendation 2.",
            "RECOMMENDED:",
            "RECOMMENDED –",
            "Recommended -",
            "RECOMMENDED",
            "Officer recommendation:",
            "Officers’ Recommendations",
            "Recommended action:",
            "It is recommended:",
            "It is therefore recommended",
        ] {
            let whole = format!("{label} that the dues be noted.");
            assert_eq!(labelled(&whole), Some("that the dues be noted."), "{label}");
            assert_eq!(labelled(label), Some(""), "{label}");
        }
        for plain in [
            "Recommendations to Council were heard.",
            "Recommended dues",
            "Recommendation 12 of the audit was closed.",
            "That the dues be noted.",
            "",
        ] {
            assert_eq!(labelled(plain), None, "{plain}");
        }
    }

    #[test]
    fn labels_are_known_in_welsh() {
        for (words, rest) in [
            ("Argymhelliad: Bod y Pwyllgor yn nodi’r adroddiad.", "Bod y Pwyllgor yn nodi’r adroddiad."),
            ("ARGYMHELLION:", ""),
            ("Argymhelliad 2 – Cymeradwyo’r cynllun.", "Cymeradwyo’r cynllun."),
            ("Argymhellir bod y Cyngor yn cytuno.", "bod y Cyngor yn cytuno."),
            ("Argymhellir i’r Pwyllgor nodi’r adroddiad.", "i’r Pwyllgor nodi’r adroddiad."),
            (
                "Argymhellir, yn unol ag Adran 100A(4), y dylid gwahardd y cyhoedd.",
                "yn unol ag Adran 100A(4), y dylid gwahardd y cyhoedd.",
            ),
            ("Argymhelliad / Recommendation: Nodi’r adroddiad.", "Nodi’r adroddiad."),
        ] {
            assert_eq!(labelled(words), Some(rest), "{words}");
            assert!(rest.is_empty() || is_welsh(rest), "{words}");
        }
        for plain in ["Argymhellion y Panel", "Argymhelliadau", "Argymhellwyd"] {
            assert_eq!(labelled(plain), None, "{plain}");
        }
        for english in
            ["Body language", "Nod through the report.", "In accordance with the Act", "I recommend it"]
        {
            assert!(!is_welsh(english), "{english}");
        }
    }

    #[test]
    fn a_meeting_is_asked_by_name() {
        for (words, rest) in [
            ("The Committee is asked to note the report.", "note the report."),
            ("The Board is invited to: ", ""),
            ("Members are therefore requested to approve it.", "approve it."),
            ("It is recommended that the plan be adopted.", "the plan be adopted."),
            ("THE KCSP IS ASKED TO NOTE the update.", "NOTE the update."),
        ] {
            assert_eq!(asked(words).map(|asked| asked.rest), Some(rest), "{words}");
            assert!(asks_the_meeting(words.trim()), "{words}");
        }
        for other in [
            "Members are asked to declare any interests.",
            "Members are requested to sign the attendance book.",
            "Members of the public are invited to attend.",
            "Members are asked to note that mobile phones shall be off.",
            "A resident asked to be heard.",
        ] {
            assert!(!asks_the_meeting(other), "{other}");
        }
    }
}
