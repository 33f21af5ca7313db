//! The manner of minutes: reported speech in the past, no contractions, days named and not pointed at, nobody's
//! address or telephone number. Knows one block, and nothing of what happened at the meeting.

use super::{Slip, words};

/// Contractions, and what they stand for in minutes.
const CONTRACTIONS: [(&str, &str); 27] = [
    ("aren't", "are not"),
    ("can't", "cannot"),
    ("couldn't", "could not"),
    ("didn't", "did not"),
    ("doesn't", "does not"),
    ("don't", "do not"),
    ("hadn't", "had not"),
    ("hasn't", "has not"),
    ("haven't", "have not"),
    ("isn't", "is not"),
    ("mustn't", "must not"),
    ("shan't", "shall not"),
    ("shouldn't", "should not"),
    ("wasn't", "was not"),
    ("weren't", "were not"),
    ("won't", "will not"),
    ("wouldn't", "would not"),
    ("they're", "they are"),
    ("we're", "we are"),
    ("you're", "you are"),
    ("they've", "they have"),
    ("we've", "we have"),
    ("they'll", "they will"),
    ("it'll", "it will"),
    ("they'd", "they would"),
    ("there's", "there is"),
    ("i'm", "I am"),
];

/// Words that point at a day instead of naming it, which nobody can follow a year later.
const RELATIVE: [&str; 17] = [
    "today",
    "tomorrow",
    "yesterday",
    "tonight",
    "last night",
    "last week",
    "last month",
    "last year",
    "this week",
    "this month",
    "this year",
    "this morning",
    "this afternoon",
    "this evening",
    "next week",
    "next month",
    "next year",
];

/// Verbs in the present, where minutes report in the past.
const PRESENT: [&str; 12] =
    ["is", "are", "has", "have", "does", "says", "states", "asks", "thinks", "feels", "will", "can"];

pub(super) fn look(text: &str, narrative: bool, found: &mut Vec<Slip>) {
    contractions(text, found);
    relative(text, found);
    details(text, found);
    if narrative {
        tense(text, found);
    }
}

fn contractions(text: &str, found: &mut Vec<Slip>) {
    for (at, word) in words(text).filter(|(at, _)| !is_quoted(text, at.start)) {
        if !word.contains(['\'', '’']) {
            continue;
        }
        let plain = word.to_lowercase().replace('’', "'");
        let whole = CONTRACTIONS.iter().find(|(short, _)| *short == plain).map(|(_, whole)| *whole);
        let Some(whole) = whole else { continue };
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let put = if capital { capitalised(whole) } else { whole.to_owned() };
        found.push(Slip::new("contraction", at, format!("Minutes say “{put}”")).mended(put));
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn relative(text: &str, found: &mut Vec<Slip>) {
    let small = text.to_lowercase();
    // Lower case can have another length; then the places do not fit, and nothing is said.
    if small.len() != text.len() {
        return;
    }
    for phrase in RELATIVE {
        for (at, _) in small.match_indices(phrase) {
            let end = at + phrase.len();
            let letter = |at: Option<char>| {
                at.is_some_and(|sign| sign.is_alphanumeric() || sign == '\'' || sign == '’')
            };
            let before = small.get(..at).and_then(|before| before.chars().next_back());
            let after = small.get(end..).and_then(|after| after.chars().next());
            if !letter(before) && !letter(after) && !is_quoted(text, at) {
                let said = format!("“{phrase}” will not be understood later; name the day or the year");
                found.push(Slip::new("relative-date", at..end, said));
            }
        }
    }
}

/// The first verb in the present outside quotation marks. One a paragraph is enough to look at it.
fn tense(text: &str, found: &mut Vec<Slip>) {
    let verb = words(text).find(|(at, word)| {
        PRESENT.contains(word) && !is_quoted(text, at.start) && !is_bracketed(text, at.start)
    });
    if let Some((at, word)) = verb {
        let said = format!("“{word}” stands in the present; minutes report in the past");
        found.push(Slip::new("present-tense", at, said));
    }
}

/// Addresses of mail and telephone numbers do not belong in minutes that are published.
fn details(text: &str, found: &mut Vec<Slip>) {
    let mut from = 0;
    for token in text.split(' ') {
        let at = from..from + token.len();
        from = at.end + 1;
        let bare = token.trim_matches(|sign: char| !sign.is_alphanumeric());
        let is_mail = bare.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        if is_mail {
            found.push(Slip::new("personal-details", at, "An address of mail stands in the minutes"));
        }
    }
    for (at, digits) in runs_of_digits(text) {
        if (10..=12).contains(&digits) && text.get(at.clone()).is_some_and(|run| run.starts_with(['0', '+']))
        {
            found.push(Slip::new("personal-details", at, "A telephone number stands in the minutes"));
        }
    }
}

/// Stretches of figures with single blanks between them, and how many figures each has.
fn runs_of_digits(text: &str) -> Vec<(std::ops::Range<usize>, usize)> {
    let mut runs: Vec<(std::ops::Range<usize>, usize)> = Vec::new();
    for (at, sign) in text.char_indices() {
        if sign.is_ascii_digit() || sign == '+' {
            match runs.last_mut().filter(|(run, _)| at == run.end || text.get(run.end..at) == Some(" ")) {
                Some((run, count)) => {
                    run.end = at + 1;
                    *count += 1;
                }
                None => runs.push((at..at + 1, 1)),
            }
        }
    }
    runs
}

/// Whether a place stands within double quotation marks.
fn is_quoted(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let curly = before.matches('“').count() > before.matches('”').count();
    curly || before.matches('"').count() % 2 == 1
}

/// Whether a place stands within brackets.
fn is_bracketed(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    before.matches('(').count() > before.matches(')').count()
}
