//! What single lines are to a list of people: its label or the heading of a group, an entry, a sentence, or that there is
//! nobody. Knows a line and what stands below it, and not the list as a whole.

use super::entry::{self, Form};
use super::label::{self, Label};
use super::leading;
use super::{addressed, councillors, names_people, presides, role};
use crate::import::cue;
use crate::import::described::{self, is_organisation};
use crate::import::field;
use crate::import::items::lexicon::{Lexicon, Topics, words};
use crate::import::paper::{Line, Role, cells, groups, squeeze};
use crate::import::people::{self, Named};
use crate::text::width;

/// So many lines below a label show whether people stand there.
const MOST_LINES: usize = 200;
/// No line of a list is longer, in bytes.
pub(super) const LONGEST: usize = 4000;

/// Whether a group of lines begins a list: with a label, a role, a plural title or a heading over people.
pub(super) fn opens(group: &[Line], below: &[Line]) -> bool {
    let Some((first, rest)) = group.split_first() else { return false };
    let text = addressed(&first.text);
    if presides(text).is_some() || councillors(&first.text) || role(&first.text).is_some() {
        return true;
    }
    let Some((label, names)) = leading::leading(text) else { return false };
    let below = if rest.is_empty() { groups(below).next().unwrap_or(&[]) } else { rest };
    match names {
        "" if label.is_group && !text.contains(':') => names_people(below) || heads_lists(below),
        "" if text.contains(':') => {
            below.iter().take(MOST_LINES).any(|line| !people_of(line).is_empty())
                || are_people(below)
                || heads_lists(below)
        }
        "" => are_people(below) || heads_lists(below),
        names => {
            is_nobody(names) || !entry::read(names, Form::default()).is_empty() || is_column_label(names)
        }
    }
}

/// Whether lines begin with the label of a list, or of a group of one.
fn heads_lists(lines: &[Line]) -> bool {
    lines.first().is_some_and(|line| {
        leading::leading(&line.text).is_some() || line.text.trim_end().ends_with(':') && line.text.len() < 60
    })
}

fn is_column_label(names: &str) -> bool {
    cells(names).iter().all(|(_, cell)| Label::phrase(cell).is_some())
}

/// Whether most of these lines are entries with people, or the only one says that there is nobody.
pub(super) fn are_people(lines: &[Line]) -> bool {
    let lines = lines.iter().filter(|line| line.role != Role::Furniture).take(MOST_LINES);
    let mut lines: Vec<&Line> = lines.collect();
    // The roles over people are no entries.
    if lines.iter().any(|line| names_somebody(line)) {
        lines.retain(|line| heading_of_role(&line.text).is_none());
    }
    let is_letter = lines.iter().any(|line| cue::is_courtesy(&line.words()));
    let count = lines.iter().filter(|line| !people_of(line).is_empty()).count();
    let nobody = matches!(lines.as_slice(), [only] if is_nobody(&only.text));
    !is_letter && (nobody || count > 0 && count * 10 >= lines.len() * 7)
}

/// Whether every line names people, and has more of an entry of a list than a name.
pub(super) fn are_surely_people(lines: &[Line], form: (bool, bool)) -> bool {
    let (marked, apart) = form;
    let is_sure = |line: &Line| {
        let people = people_of(line);
        let described = |named: &Named| {
            people::has_title(&named.name) || !named.role.is_empty() || !named.post.is_empty()
        };
        let is_alike = marked && entry::is_marked(&line.text) || apart;
        !people.is_empty() && (is_alike || people.iter().all(described))
    };
    !lines.is_empty() && lines.iter().all(is_sure)
}

/// The people on a line, read by itself.
pub(super) fn people_of(line: &Line) -> Vec<Named> {
    if line.role != Role::Plain || line.text.len() > LONGEST || is_sentence(&line.text) {
        return Vec::new();
    }
    let described = entry::form(std::iter::once(line.text.as_str()));
    entry::read(&line.text, described).into_iter().map(|(_, named)| named).collect()
}

/// Whether words tell something, as no entry of a list does.
pub(super) fn is_sentence(text: &str) -> bool {
    const VERBS: [&str; 35] = [
        "accepted", "granted", "approved", "was", "were", "had", "has", "have", "is", "are", "be", "been",
        "that", "received", "will", "sent", "gave", "welcomed", "joined", "left", "withdrew", "declared",
        "arrived", "entered", "returned", "took", "opened", "closed", "noted", "agreed", "thanked",
        "reported", "asked", "said", "moved",
    ];
    text.split(' ').any(|word| VERBS.contains(&word.trim_end_matches(['.', ','])))
}

/// Whether words say that nobody is in the list.
pub(super) fn is_nobody(words: &str) -> bool {
    let lower = entry::unmarked(words).1.to_lowercase();
    let lower = lower.trim_matches(['.', ' ', '*', '-', '–', '_']);
    let none = ["none", "nil", "nobody", "no one", "n/a", "no apologies", "none received"];
    none.contains(&lower)
        || none.iter().take(3).any(|none| {
            lower
                .strip_prefix(none)
                .is_some_and(|rest| rest.trim().split(' ').all(|word| label::is_word(label::bare(word))))
        })
}

/// Whether what stands behind a label is people, nobody, or below it.
pub(super) fn heads(names: &str) -> bool {
    names.is_empty() || is_nobody(names) || !entry::read(names, Form::default()).is_empty()
}

/// Names with the title that the label of their list gives them, unless they have one.
pub(super) fn titled(text: &str, names: &str) -> String {
    let label = text.split(':').next().unwrap_or("").trim().to_lowercase();
    let gives = ["councillors", "cllrs"].contains(&label.as_str());
    if gives && !people::has_title(names) { format!("Councillors {names}") } else { names.to_owned() }
}

/// The heading of a group within a list, and the names behind it: `Labour Group:`, `North Ward: A, B`, `Hill Trust`. A
/// post before a name heads nothing.
pub(super) fn heading_of_group(text: &str) -> Option<(String, String)> {
    let text = text.trim_matches(['*', '_', '#', ' ']);
    match text.split_once(':') {
        Some((head, names)) => {
            let (head, names) = (squeeze(head), names.trim());
            let is_short = head.split(' ').count() <= 5 && head.starts_with(char::is_uppercase);
            let is_post = described::is_role(&head) || described::is_post(&head) && !is_organisation(&head);
            let is_known = names.is_empty() || people::is_only_people(names);
            let is_name = people::has_title(&head) || field::is_labelled(text);
            (is_short && !is_post && is_known && !is_name && !head.contains('('))
                .then(|| (head, names.to_owned()))
        }
        None => {
            let head = text.strip_suffix(" Group").unwrap_or(text);
            let is_plain = !text.contains([',', '–', '—', '(', ';']) && !text.contains(" - ");
            (is_plain && is_organisation(head) && text.split(' ').count() <= 6)
                .then(|| (text.to_owned(), String::new()))
        }
    }
}

/// Returns the post and name of an officer among members: `Clerk: I Jones`.
pub(super) fn officer(text: &str) -> Option<(&str, &str)> {
    const OFFICERS: [&str; 6] = ["clerk", "parish clerk", "town clerk", "officer", "minute taker", "minutes"];
    let (post, name) = text.trim_start_matches(['*', '_', ' ']).split_once(':')?;
    let name = name.trim_matches(['*', '_', ' ', '.']);
    let is_officer = OFFICERS.contains(&post.trim_matches(['*', '_', ' ']).to_lowercase().as_str());
    (is_officer && people::is_only_people(name)).then_some((post.trim_matches(['*', '_', ' ']), name))
}

/// Returns the role or post that is alone on a line, as a heading over its holder: `Chairperson`, `Scribe`.
pub(super) fn heading_of_role(text: &str) -> Option<String> {
    let words = text.trim_matches(['*', '_', '#', ':', ' ']);
    let is_alone = !words.contains([',', '(', ':', ';']) && words.split(' ').count() <= 4;
    let is_office = || described::is_post(words) && !described::is_role(words) && !is_organisation(words);
    (is_alone && (people::is_only_role(words) || is_office())).then(|| squeeze(words))
}

/// Returns whether a line is the heading over one substitute: `Alternate`.
pub(super) fn is_one_substitute(text: &str) -> bool {
    let words = text.trim_matches(['*', '_', '#', ':', ' ']).to_lowercase();
    ["alternate", "substitute", "reserve"].contains(&words.as_str())
}

/// Returns whether a line names people, and not only an office.
pub(super) fn names_somebody(line: &Line) -> bool {
    heading_of_role(&line.text).is_none() && !people_of(line).is_empty()
}

/// Returns whether a line is the full name of one person, without a word of headings.
pub(super) fn names_one(line: &Line) -> bool {
    let topics = Lexicon::get().topics(&words(&line.text));
    let people = people_of(line);
    let [only] = people.as_slice() else { return false };
    let is_known = people::has_title(&only.name) || topics == Topics::default();
    is_known && (2..=4).contains(&only.name.split(' ').count()) && people::is_only_people(&line.text)
}

/// An entry with the role before the name behind it: `Chairman: Cllr G Toll`.
pub(super) fn labelled(text: &str) -> String {
    match text.split_once(':').filter(|(label, _)| label.split(' ').count() <= 3) {
        Some((role, names)) if role.to_lowercase().contains("chair") => {
            format!("{} ({})", squeeze(names), squeeze(role))
        }
        _ => text.to_owned(),
    }
}

/// Lines that are filled are so wide.
const NARROWEST: usize = 50;
const WIDEST: usize = 110;

/// The width to which lines are filled.
pub(super) fn full_width(lines: &[Line]) -> usize {
    let short = lines.iter().take(MOST_LINES).filter(|line| line.text.len() <= 2 * WIDEST);
    let widths = short.map(|line| line.indent + width(&line.text));
    widths.filter(|width| (NARROWEST..=WIDEST).contains(width)).max().unwrap_or(WIDEST)
}
