//! The form of a letter around a paper: the header of an e-mail above it, who signs, and what only
//! gives notice. Knows the lines of letters and nothing of meetings.

use super::cue;
use super::date;
use super::field;
use super::paper::Line;
use super::people;

/// Whether lines are the header of an e-mail, whose date and people are those of the mail.
pub(super) fn is_mail_header(group: &[Line]) -> bool {
    let starts = |word: &str| group.iter().any(|line| line.text.to_lowercase().starts_with(word));
    starts("from:") && starts("subject:") && (starts("to:") || starts("sent:") || starts("date:"))
}

/// Who signs in a line, `Mrs I Sallow, Clerk to the Council`; none if the line is no signature with a post.
pub(super) fn signs(words: &str) -> Option<String> {
    if words.ends_with('.') || words.contains([':', '@']) || words.split(' ').count() > 12 {
        return None;
    }
    match people::list(words).as_slice() {
        [only] if is_office(&only.post) && only.name.contains(' ') => Some(only.name.clone()),
        _ => None,
    }
}

/// Whether lines are nothing but a name, an office and perhaps a day.
pub(super) fn is_signature(group: &[Line]) -> bool {
    let [name, rest @ ..] = group else { return false };
    let name = name.words();
    let is_name = (2..=4).contains(&name.split(' ').count()) && is_in_capitals(&name) || is_bare_name(&name);
    is_name
        && (1..=3).contains(&rest.len())
        && rest.iter().any(|line| is_office(&line.words()))
        && rest.iter().all(|line| is_office(&line.words()) || date::is_only_a_date(&line.words()))
}

/// A name in capitals, as `J. THORN` above TOWN CLERK.
pub(super) fn is_in_capitals(words: &str) -> bool {
    cue::is_capitals(words)
        && words.chars().all(|character| character.is_alphabetic() || " .'’-".contains(character))
}

/// Whether words are a name and nothing else.
pub(super) fn is_bare_name(words: &str) -> bool {
    let count = words.split(' ').count();
    (2..=5).contains(&count)
        && words.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && words.chars().all(|character| character.is_alphabetic() || " .'’-".contains(character))
        && words.chars().any(char::is_lowercase)
        && matches!(people::list(words).as_slice(), [only] if only.name == words)
}

/// Whether a name is that of somebody already named, perhaps with initials for forenames.
pub(super) fn is_same(name: &str, known: &str) -> bool {
    !known.is_empty() && people::surname(name).eq_ignore_ascii_case(people::surname(known))
}

/// Whether words are the office of somebody who signs for a body.
pub(super) fn is_office(words: &str) -> bool {
    let lower = words.to_lowercase();
    let is_short = lower.split(' ').count() <= 7 && !words.ends_with('.');
    let last = lower.rsplit(' ').next().unwrap_or("");
    let serves = ["clerk", "secretary", "officer", "solicitor", "administrator"].contains(&last)
        || lower.ends_with("chief executive")
        || field::is_office(&lower);
    is_short && serves && words.starts_with(char::is_uppercase)
}

/// Whether words are no more than the post of who signs for all: `Head of Democratic Services`, also in two languages.
pub(super) fn is_head_of_service(words: &str) -> bool {
    let english = words.rsplit(" / ").next().unwrap_or(words);
    let heads = ["Head of ", "Pennaeth ", "Director of ", "Monitoring Officer"];
    heads.iter().any(|post| english.starts_with(post))
        && english.split(' ').count() <= 7
        && !english.ends_with('.')
}

/// Words that say no more than that this is the agenda or the notice of a meeting: `NOTICE OF MEETING`.
pub(super) fn only_names_the_paper(text: &str) -> bool {
    const WORDS: [&str; 30] = [
        "notice",
        "of",
        "meeting",
        "agenda",
        "committee",
        "council",
        "board",
        "public",
        "regular",
        "ordinary",
        "full",
        "governing",
        "body",
        "annual",
        "general",
        "the",
        "in",
        "a",
        "special",
        "extraordinary",
        "to",
        "be",
        "business",
        "transacted",
        "and",
        "summons",
        "monthly",
        "quarterly",
        "for",
        "parish",
    ];
    let lower = text.to_lowercase();
    let names = ["meeting", "agenda", "business", "summons"].iter().any(|noun| lower.contains(noun));
    names && lower.split(' ').all(|word| WORDS.contains(&word.trim_matches([':', ',', '.', '–', '-'])))
}

/// The names of the columns of an agenda, which say nothing by themselves: `Item   Title   Presenter   Time`.
pub(super) fn names_columns(line: &Line) -> bool {
    const NAMES: [&str; 24] = [
        "item",
        "no",
        "no.",
        "title",
        "subject",
        "presenter",
        "presenting",
        "topic",
        "agenda item",
        "pages",
        "duration",
        "presented by",
        "lead",
        "paper",
        "enclosure",
        "enc",
        "time",
        "timing",
        "purpose",
        "page",
        "action",
        "owner",
        "attachment",
        "for",
    ];
    let cells = line.cells();
    cells.len() >= 2 && cells.iter().all(|(_, cell)| NAMES.contains(&cell.to_lowercase().as_str()))
}

/// Sentences that tell visitors how to come and behave, and say nothing about the meeting itself.
pub(super) fn is_notice(text: &str) -> bool {
    let lower = text.to_lowercase();
    let public = lower.contains("public") && (lower.contains("press") || lower.contains("members of the"));
    let bidden =
        ["welcome", "invited", "entitled to attend", "may attend"].iter().any(|word| lower.contains(word));
    let recorded = ["may be", "will be", "is being", "to be"].iter().any(|be| {
        ["recorded", "filmed", "webcast", "live streamed", "livestreamed"]
            .iter()
            .any(|verb| lower.contains(&format!("{be} {verb}")))
    });
    if recorded && lower.contains("meeting") || lower.starts_with("all welcome") {
        return true;
    }
    let house = ["mobile phone", "fire alarm", "fire assembly", "please switch off", "hearing loop"];
    public && bidden || house.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_known() {
        assert_eq!(signs("Mrs I Sallow, Clerk to the Council").as_deref(), Some("Mrs I Sallow"));
        assert_eq!(signs("The Council, the Clerk and the Chair met."), None);
        assert!(is_bare_name("Imogen Sallow") && is_same("Imogen Sallow", "Mrs I Sallow"));
        assert!(!is_bare_name("AGENDA") && !is_bare_name("Terms of Reference"));
        assert!(is_office("Board Secretary") && is_office("Clerk and Responsible Financial Officer"));
    }
}
