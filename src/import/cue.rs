//! The stock phrases of agendas and minutes, a predicate each: breaks, closing times, page
//! furniture. Knows phrases and not places: whether a phrase is a heading is for the outline to say.

use super::date;
use super::paper::squeeze;
use chrono::NaiveTime;

/// No heading, break or piece of furniture is longer than this, and most lines of minutes are: they need not be
/// looked at.
const LONGEST_HEADING: usize = 120;

/// Whether words have the look of a title: no sentence, nothing that ends one, something to read.
pub(super) fn is_title_like(text: &str) -> bool {
    let ends_sentence = text.ends_with(['.', ';', ',']) && text.split(' ').count() > 4;
    let first = text.trim_start_matches(|character: char| "“‘\"'(*[".contains(character)).chars().next();
    text.len() <= 200
        && !ends_sentence
        && first.is_some_and(|first| first.is_uppercase() || first.is_ascii_digit())
        && text.chars().any(char::is_alphabetic)
}

/// Whether words are a heading that stands alone: short, not a sentence, no label or time in it.
pub(super) fn is_heading_like(text: &str) -> bool {
    let words = text.split(' ').count();
    let first = text.chars().next();
    words <= 7
        && first.is_some_and(char::is_uppercase)
        && !text.ends_with(['.', ';', ',', ':', '?', '!', ')'])
        && !text.contains([':', '@'])
        && date::find(text).is_none()
        && date::time(text).is_none()
        && text.chars().filter(|character| character.is_alphabetic()).count() * 10 >= text.chars().count() * 7
}

/// Whether a title is one that nearly every agenda has.
pub(super) fn is_usual(title: &str) -> bool {
    const USUAL: [&str; 13] = [
        "apolog",
        "sederunt",
        "declaration",
        "minute",
        "matters arising",
        "correspondence",
        "any other",
        "aob",
        "aocb",
        "next meeting",
        "welcome",
        "treasurer",
        "finance",
    ];
    let lower = title.to_lowercase();
    USUAL.iter().any(|usual| lower.contains(usual))
}

/// Whether every letter is a capital.
pub(super) fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// A planned break: what it is called and how long it lasts.
pub(super) fn pause(text: &str) -> Option<(String, Option<u32>)> {
    if text.len() > LONGEST_HEADING {
        return None;
    }
    const NAMES: [&str; 8] =
        ["comfort break", "break", "recess", "lunch", "tea", "coffee", "refreshments", "interval"];
    let text = text.trim_matches(|character: char| "~*-–—_ ".contains(character));
    let lower = text.to_lowercase();
    if text.split(' ').count() > 12 || text.ends_with('.') && !lower.ends_with("m.") {
        return None;
    }
    let words: Vec<&str> =
        lower.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let name = NAMES.iter().find(|name| {
        words.windows(name.split(' ').count()).any(|window| name.split(' ').eq(window.iter().copied()))
    })?;
    let others = words.iter().filter(|word| !name.contains(**word));
    const PLAIN: [&str; 17] = [
        "for", "minute", "minutes", "mins", "min", "a", "am", "pm", "m", "p", "to", "of", "the", "egwyl",
        "short", "ten", "fifteen",
    ];
    if others.into_iter().any(|word| !PLAIN.contains(word)) {
        return None;
    }
    let name = if words.first() == Some(&"comfort") { "comfort break" } else { name };
    Some((capitalised(name), length(text)))
}

/// How many minutes a break lasts, from `10 minutes` or from two times.
fn length(text: &str) -> Option<u32> {
    if let [from, to, ..] = date::times(text).as_slice() {
        return u32::try_from((*to - *from).num_minutes()).ok();
    }
    let lower = text.to_lowercase();
    let before = lower.split("min").next().filter(|before| before.len() < lower.len())?;
    before
        .trim_end_matches([' ', '-'])
        .rsplit(|character: char| !character.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

/// The first letter as a capital.
pub(super) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// The time at which the agenda says that the meeting is to end: `13:00 Meeting to Close`.
pub(super) fn closing_time(text: &str) -> Option<NaiveTime> {
    if text.len() > LONGEST_HEADING {
        return None;
    }
    let lower = text.to_lowercase();
    let short = text.split(' ').count() <= 8;
    let says = ["meeting to close", "meeting closes", "close of meeting", "finish"]
        .iter()
        .any(|phrase| lower.contains(phrase))
        || lower.split(' ').any(|word| word == "close" || word == "ends");
    let (found, _) = date::found_times(text).into_iter().next()?;
    (short && says && !lower.contains("closed")).then_some(found)
}

/// Whether minutes say here that the meeting ended.
pub(super) fn tells_the_end(text: &str) -> bool {
    if text.len() > LONGEST_HEADING {
        return false;
    }
    let lower = text.to_lowercase();
    let subject = lower.starts_with("the meeting ") || lower.starts_with("meeting ");
    let verb = ["closed", "ended", "finished", "concluded", "terminated"];
    subject && lower.len() < 90 && lower.split([' ', '.', ',']).any(|word| verb.contains(&word))
}

/// Lines that stand on papers and pages and say nothing.
const FURNITURE: [&str; 38] = [
    "page",
    "page no",
    "item no",
    "item no.",
    "title",
    "page no.",
    "page nos",
    "page number",
    "pages",
    "clerk's notes:",
    "clerk's notes",
    "agenda",
    "public document pack",
    "items",
    "item",
    "no. item",
    "no.",
    "media",
    "minutes:",
    "additional documents:",
    "supporting documents:",
    "skip to main content",
    "agenda and minutes",
    "return to top of page",
    "home",
    "business",
    "to all members",
    "documents",
    "notes",
    "public agenda pack",
    "agenda item",
    "order of business",
    "no. | item",
    "---|---",
    "login",
    "share this item",
    "meeting details",
    "occurred",
];

/// Words that stand on the paper without saying anything about the meeting.
pub(super) fn is_furniture(text: &str) -> bool {
    if text.len() > LONGEST_HEADING {
        return is_marginal(text);
    }
    let lower = squeeze(&text.to_lowercase());
    let bare = lower.trim_matches(|character: char| "•|*- ".contains(character));
    // A heading may be spaced out: `A G E N D A`.
    let is_spaced = bare.split(' ').all(|letter| letter.chars().count() == 1);
    let spaced = if is_spaced { bare.replace(' ', "") } else { String::new() };
    FURNITURE.contains(&bare)
        || FURNITURE.contains(&spaced.as_str())
        || bare.is_empty()
        || bare.starts_with("powered by ")
        || bare.starts_with('©')
        || is_marginal(bare)
        || bare.starts_with("agenda item ") && bare.len() < 20
}

/// Rulers and other lines without a letter or a figure.
fn is_marginal(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// Words that open a notice or a letter and carry nothing: the clerk's courtesies.
pub(super) fn is_courtesy(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "dear ",
        "hi ",
        "hello ",
        "good morning",
        "good afternoon",
        "a chara",
        "a chairde",
        "mise le meas",
        "le meas",
        "to each member",
        "yours ",
        "kind regards",
        "regards",
        "best wishes",
        "many thanks",
        "please find",
        "to: all members",
        "to all members",
        "annwyl",
        "yn gywir",
        "signed",
    ]
    .iter()
    .any(|start| lower.starts_with(start))
}

/// Whether words look like a signature line to be filled in, or stand alone below the rule of one.
pub(super) fn is_signature(text: &str) -> bool {
    text.contains("____") || text.contains(".......") || ["Chair", "Chairman", "Date"].contains(&text)
}

/// A sentence that names its next meeting: `The next meeting … will be held on …`.
pub(super) fn tells_next_meeting(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.contains("next meeting") || lower.contains("next ordinary meeting")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_has_a_name_and_a_length() {
        assert_eq!(pause("COMFORT BREAK for 10 minutes"), Some(("Comfort break".into(), Some(10))));
        assert_eq!(pause("~~~~ Egwyl / Break (11.40 am – 11.55 am) ~~~~"), Some(("Break".into(), Some(15))));
        assert_eq!(pause("RECESS: 8:02 p.m. – 8:12 p.m."), Some(("Recess".into(), Some(10))));
        assert_eq!(pause("Breaking the lease at Fern Road"), None);
    }

    #[test]
    fn closing_times_are_read() {
        assert_eq!(closing_time("13:00 Meeting to Close"), NaiveTime::from_hms_opt(13, 0, 0));
        assert_eq!(closing_time("The meeting closed at 9.12 pm."), None);
    }
}
