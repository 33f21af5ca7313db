//! Title that runs into its text, cut by a mark that the paper uses throughout: `Apologies: none`, `FINANCE. The
//! treasurer reported`.

use super::{Finder, is_capitals, title_end};
use crate::import::date;
use crate::import::items::context::Context;
use crate::import::items::lexicon::{self, Lexicon, Topic};

/// Way in which a title is parted from its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    Colon,
    Dash,
    Stop,
    Gap,
    Sign,
    Capitals,
    Told,
    Any,
}

/// Cuts with their names.
pub const CUTS: [(&str, Cut); 8] = [
    ("colon", Cut::Colon),
    ("dash", Cut::Dash),
    ("stop", Cut::Stop),
    ("gap", Cut::Gap),
    ("sign", Cut::Sign),
    ("capitals", Cut::Capitals),
    ("told", Cut::Told),
    ("any", Cut::Any),
];

/// No title that runs into its text is longer than this, in bytes.
const LONGEST: usize = 110;

/// Length of the title at the start of a text that goes on with words behind a cut.
pub fn cut(text: &str, kind: Cut) -> Option<usize> {
    if kind == Cut::Any {
        return [Cut::Colon, Cut::Dash, Cut::Stop].into_iter().filter_map(|one| cut(text, one)).min();
    }
    let end = (0..=LONGEST.min(text.len())).rev().find(|end| text.is_char_boundary(*end))?;
    let start = text.get(..end)?;
    let first = |marks: &[&str]| marks.iter().filter_map(|mark| start.find(mark)).min();
    // Most texts have no sign of the kind.
    let may_cut = match kind {
        Cut::Dash => start.contains(['-', '–', '—']),
        Cut::Sign => start.contains(['>', '→', '|', ';', '~', '»', ':']),
        _ => true,
    };
    if !may_cut {
        return None;
    }
    let length = match kind {
        Cut::Colon => first(&[": ", ":- "])?,
        Cut::Dash => first(&[" – ", " - ", " — ", " -- ", "– ", "— ", " –"])?,
        Cut::Stop => stop(start)?,
        Cut::Gap => first(&["  "])?,
        Cut::Sign => first(&[" -> ", " => ", " → ", " | ", " ; ", " ~ ", " >> ", " » ", " : ", ":: "])?,
        Cut::Capitals => capitals(text)?,
        Cut::Told => told(start)?,
        Cut::Any => return None,
    };
    if matches!(kind, Cut::Colon | Cut::Dash | Cut::Sign) && is_subtitle(text.get(length..)?) {
        return None;
    }
    let title = text.get(..length)?.trim_end();
    let rest = text.get(length..)?.trim_start_matches([':', ' ', '–', '-', '—', '.', ',', '/']);
    (title.chars().filter(|letter| letter.is_alphabetic()).count() > 1 && rest.chars().count() > 1)
        .then_some(title.len())
}

/// Whether what stands behind a cut goes on with the title: a few words that tell nothing and name nobody.
fn is_subtitle(rest: &str) -> bool {
    let rest = rest.trim_start_matches([':', ' ', '–', '-', '—', '>', '/']).trim_end();
    let words = lexicon::words(rest);
    let topics = Lexicon::get().topics(&words);
    let tells = [Topic::Narration, Topic::Decision, Topic::Person];
    let is_short = (1..=12).contains(&words.len()) && !rest.ends_with(['.', ';', '?']);
    let begins_told = rest.starts_with(|first: char| first.is_ascii_digit())
        || topics.has(Topic::Verb) && words.first().is_some_and(|first| first == "to")
        || ["none", "nil", "no", "yes", "n"].contains(&words.first().map_or("", String::as_str));
    is_short && !begins_told && !tells.iter().any(|topic| topics.has(*topic)) && date::find(rest).is_none()
}

/// Place of a full stop behind which a sentence begins.
fn stop(text: &str) -> Option<usize> {
    text.match_indices(". ").map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).unwrap_or("");
        let last = before.rsplit(' ').next().unwrap_or("");
        let after = text.get(at + 2..).unwrap_or("").trim_start();
        // Within a bracket a stop shortens a word: `(Ref. 3)`.
        let is_open = before.matches('(').count() > before.matches(')').count();
        last.chars().count() > 2
            && !is_open
            && after.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
    })
}

/// Place at which words of the agenda begin: a sentence of the kind that agendas print, the papers, the minutes.
fn told(text: &str) -> Option<usize> {
    const STARTS: [&str; 22] = [
        " Additional documents:",
        " Minutes:",
        " Decision:",
        " To receive",
        " To approve",
        " To note",
        " To consider",
        " To agree",
        " To ask",
        " To sign",
        " To confirm",
        " To elect",
        " To discuss",
        " To review",
        " The next meeting",
        " This report",
        " Members to ",
        " Members are ",
        " Report attached",
        " Report of ",
        " Report by ",
        " (Report ",
    ];
    let start = STARTS.iter().filter_map(|start| text.find(start)).min();
    let size = super::size_start(text);
    start.into_iter().chain(size).min()
}

/// Length of the words in capitals at the start of a text that goes on in small letters.
fn capitals(text: &str) -> Option<usize> {
    let mut end = 0;
    let mut at = 0;
    for word in super::super::context::start(text).split(' ') {
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        if word.contains(char::is_lowercase)
            || letters == 1
                && word != "&"
                && end > 0
                && !text
                    .get(at + word.len()..)
                    .is_some_and(|rest| rest.trim_start().starts_with(|next: char| next.is_uppercase()))
        {
            break;
        }
        if letters > 1 || end == 0 {
            end = at + word.len();
        }
        at += word.len() + 1;
    }
    let title = text.get(..end)?.trim_end_matches([':', '-', '–', '.', ' ', ',', '/']);
    (is_capitals(title) && title.len() > 5 && end < text.len()).then_some(title.len())
}

/// Finds lines without a label whose start is cut from their text.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    for (at, (line, facts)) in context.lines.iter().zip(&context.facts).enumerate() {
        let fits =
            line.text.starts_with(char::is_uppercase) && facts.labels.is_empty() && !facts.is_furniture;
        if !fits || facts.goes_on {
            continue;
        }
        for (name, kind) in CUTS {
            let Some(length) = cut(&line.text, kind) else { continue };
            let added = finder.add_cut(at, None, 0..length);
            let capitals =
                if line.text.get(..length).is_some_and(is_capitals) { "capitals" } else { "letters" };
            finder.put(added, name);
            finder.put(added, format_args!("{name} {capitals}"));
            if line.gap {
                finder.put(added, format_args!("{name} gap"));
            }
        }
        // A title with nothing behind it stands among those that run in.
        let end = title_end(&line.text, 0);
        let words = line.text.get(..end).unwrap_or("").trim_end_matches([':', '-', '–', '.', ' ']);
        if line.gap && words.split(' ').count() <= 8 && words.len() < 80 {
            let added = finder.add(at, None, 0..words.len());
            for (name, _) in CUTS {
                finder.put(added, format_args!("{name} gap"));
            }
        }
    }
}
