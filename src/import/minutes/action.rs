//! Actions as minutes word them: `Action: Ms Ash to write`, `[JB to action]`, `AI(ER): …`, `- [ ] …`, initials at the right
//! margin, a bracket at the end of a paragraph. Knows phrases, and people only by the form of their names.

use super::paragraph::Paragraph;
use crate::domain::minutes::Action;
use std::borrow::Cow;

/// Words that introduce an action, in any letters; longer ones first.
const LEADS: [&str; 16] = [
    "actions arising",
    "action required by",
    "action required",
    "action points",
    "action point",
    "action items",
    "action item",
    "action by",
    "action for",
    "actions",
    "action",
    "for action by",
    "to action",
    "direction to staff",
    "ai",
    "ap",
];

/// Arrows before an action.
const ARROWS: [&str; 6] = ["→ ", "⇒ ", "➔ ", "=> ", "-> ", "» "];

/// Whether a line begins with an arrow.
pub(super) fn has_arrow(text: &str) -> bool {
    ARROWS.iter().any(|arrow| text.starts_with(arrow))
}

/// Column from which on initials that stand alone are those of who is to act.
const MARGIN: usize = 40;

/// Words of an action that is a paragraph of its own; empty after a heading over actions.
pub(super) fn read(text: &str) -> Option<Cow<'_, str>> {
    let action = labelled(text).or_else(|| to_action(text).map(Cow::Borrowed))?;
    // A column that is called Action may hold `Action: …`.
    match &action {
        Cow::Borrowed(words) => labelled(words).filter(|words| !words.is_empty()).or(Some(action)),
        Cow::Owned(_) => Some(action),
    }
}

/// Words of an action that a paragraph marks by a box to tick or by standing at the right margin.
pub(super) fn marked(paragraph: &Paragraph) -> Option<&str> {
    let text = paragraph.text.as_str();
    let ticked =
        ["[ ] ", "[x] ", "[X] ", "☐ ", "☑ ", "☒ "].iter().find_map(|ticked| text.strip_prefix(ticked));
    let is_in_margin = paragraph.indent >= MARGIN && are_initials(text);
    ticked.filter(|task| task.split(' ').count() > 3).or_else(|| is_in_margin.then_some(text))
}

/// Cuts a paragraph before the action at its end: `… was discussed. (Action: JB)`, `… ACTION: Clerk`.
pub(super) fn at_end(text: &str) -> Option<(&str, Cow<'_, str>)> {
    let openings = [
        "(Action",
        "[Action",
        "(ACTION",
        "[ACTION",
        " ACTION:",
        " Action:",
        "ACTION BY",
        "Action by:",
        " ACTION –",
        " ACTION -",
        "**Action",
        "[action",
        "(action",
        ". Action ",
        ". ACTION ",
        "– action ",
        "- action ",
    ];
    let found = openings.iter().filter_map(|opening| Some((text.rfind(opening)?, opening))).max()?;
    // The sign before it belongs to the sentence above.
    let at =
        found.0 + found.1.find(|letter: char| letter.is_alphabetic() || "[(*".contains(letter)).unwrap_or(0);
    let (before, rest) = text.split_at_checked(at)?;
    let before = before.trim_end_matches([' ', '–', '-']);
    let action = read(rest.trim_start()).filter(|action| !action.is_empty())?;
    let is_owned = Action::read(&action).is_owned();
    (before.contains(' ') && is_owned).then_some((before, action))
}

/// `Action: …`, `ACTION – …`, `[Action: …]`, `AI(ER): …`, `Action 4: …`.
fn labelled(text: &str) -> Option<Cow<'_, str>> {
    let (inner, is_bracketed) = unbracketed(text.trim_matches(['*', '_', ' ']));
    let lead = LEADS.into_iter().find(|lead| {
        let start = inner.get(..lead.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(lead))
            && inner.get(lead.len()..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })?;
    let printed = inner.get(..lead.len())?;
    // `ai` and `ap` are words elsewhere.
    if lead.len() == 2 && printed.contains(char::is_lowercase) {
        return None;
    }
    let rest = inner.get(lead.len()..)?.trim_start_matches(['*', '_']);
    if let Some((owner, task)) = rest.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        let task = task.trim_start_matches([':', ' ', '-', '–']);
        let is_named = are_initials(owner) || Action::read(owner).is_owned();
        return is_named.then(|| format!("{owner} to {task}")).map(Cow::Owned);
    }
    let numbered = rest
        .trim_start()
        .trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '/'));
    let is_numbered = numbered.len() < rest.trim_start().len();
    let rest = if is_numbered { numbered } else { rest };
    let marked = rest.trim_start().strip_prefix([':', '-', '–', '—']);
    let is_capitals = printed.len() > 2 && !printed.contains(char::is_lowercase);
    let is_by = lead.ends_with("by") || lead.ends_with("for");
    let words = match marked {
        Some(words) => words,
        None if is_capitals || is_by || is_bracketed || rest.is_empty() && lead.starts_with("actions") => {
            rest
        }
        // `Action HP`: nothing follows but who is to act.
        None if lead == "action" && are_owners(rest) => rest,
        None => return None,
    };
    Some(Cow::Borrowed(words.trim_matches([' ', '*', '_', ':'])))
}

/// `[JB to action]`, `(Ms Ash to action)`.
fn to_action(text: &str) -> Option<&str> {
    let (inner, is_bracketed) = unbracketed(text);
    let owner = inner.strip_suffix(" to action").or_else(|| inner.strip_suffix(" to action."))?;
    (is_bracketed || are_initials(owner)).then_some(owner)
}

/// Words without the brackets around them, and whether there were any.
fn unbracketed(text: &str) -> (&str, bool) {
    let bare = text.trim_end_matches('.');
    let inner = bare
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .or_else(|| bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')));
    inner.map_or((text, false), |inner| (inner.trim(), true))
}

/// Returns whether words are only owners of an action: initials, names, `All`.
fn are_owners(words: &str) -> bool {
    let words = words.trim_matches([' ', '.', ':']);
    let is_all = |name: &str| name.eq_ignore_ascii_case("all") || name.starts_with("All ");
    let mut names =
        words.split([',', '&', '/']).flat_map(|part| part.split(" and ")).map(str::trim).peekable();
    names.peek().is_some()
        && words.split(' ').count() <= 8
        && names.all(|name| {
            are_initials(name)
                || is_all(name)
                || Action::read(name).is_owned()
                    && name.starts_with(char::is_uppercase)
                    && name.split(' ').count() <= 3
        })
}

/// Whether words are nothing but initials: `JB`, `JB/ER`, `JB, ER & All`.
pub(super) fn are_initials(words: &str) -> bool {
    let mut all =
        words.split(['/', ',', '&', ' ', '+']).filter(|word| !word.is_empty() && *word != "and").peekable();
    all.peek().is_some()
        && all.all(|word| {
            let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
            (2..=4).contains(&letters) && word.chars().all(|letter| letter.is_uppercase() || letter == '.')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_read_in_many_forms() {
        for (text, words) in [
            ("Action: Ms Ash to write.", "Ms Ash to write."),
            ("ACTION: JB/ER", "JB/ER"),
            ("Action – Ms Ash to write.", "Ms Ash to write."),
            ("ACTION BY: Ms Ash", "Ms Ash"),
            ("[Action: Ms Ash]", "Ms Ash"),
            ("(Action: Clerk)", "Clerk"),
            ("**Action:** Ms Ash to write", "Ms Ash to write"),
            ("[JB to action]", "JB"),
            ("Action 4: JB to write", "JB to write"),
            ("AP 3.2 – JB to write", "JB to write"),
            ("ACTION Clerk to write", "Clerk to write"),
            ("Action (Ms Ash): write.", "Ms Ash to write."),
            ("Action HP", "HP"),
            ("Action TB, CA & NI", "TB, CA & NI"),
            ("Action All Centres & Greg Porter", "All Centres & Greg Porter"),
            ("Actions", ""),
        ] {
            assert_eq!(read(text).as_deref(), Some(words), "{text}");
        }
        assert_eq!(read("AI(ER): write to the mayor").as_deref(), Some("ER to write to the mayor"));
    }

    #[test]
    fn what_only_speaks_of_actions_is_none() {
        for text in [
            "Action taken since was noted.",
            "Actions of the last meeting were complete.",
            "Ai Weiwei spoke.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn an_action_ends_a_paragraph() {
        assert_eq!(at_end("The lamp was out. (Action: JB)"), Some(("The lamp was out.", "JB".into())));
        assert_eq!(at_end("The lamp was out. ACTION: Clerk"), Some(("The lamp was out.", "Clerk".into())));
        assert_eq!(at_end("The lamp was out. Action PG"), Some(("The lamp was out.", "PG".into())));
        assert_eq!(at_end("All agreed – action PG."), Some(("All agreed", "PG.".into())));
        assert_eq!(at_end("They spoke of the Action: none was taken"), None);
    }

    #[test]
    fn initials_are_known() {
        assert!(are_initials("JB/ER") && are_initials("JB, ER") && are_initials("ALL"));
        assert!(!are_initials("Clerk") && !are_initials("J"));
    }
}
