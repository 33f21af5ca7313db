//! Entries of a list of people: `[x] Anna Bell (Chair)`, `AB – Anna Bell, Hill Trust`, `Clerk: Mr Dunn`, `Anna Bell
//! @annab`. Knows one entry and the form of its list, and not what the list is for.

use super::Listed;
use super::label::Label;
use crate::import::described::{is_initials, is_organisation, is_post, is_role};
use crate::import::paper::{cells, squeeze};
use crate::import::people::{self, Named};

/// What the entries of a list have in common.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Form {
    /// Whether every entry is one person, and what follows a comma is said of them.
    pub is_single: bool,
    /// Whether columns beside the first say something of the person in the first.
    pub is_described: bool,
}

/// The people of an entry, each with what it says itself of their being there.
pub(super) type Entry = Vec<(Option<Listed>, Named)>;

/// Marks of what was ticked off, and what they say.
const BOXES: [(&str, Listed); 14] = [
    ("[x]", Listed::Present),
    ("[X]", Listed::Present),
    ("☑", Listed::Present),
    ("☒", Listed::Present),
    ("✓", Listed::Present),
    ("✔", Listed::Present),
    ("✅", Listed::Present),
    ("[ ]", Listed::Absent),
    ("[]", Listed::Absent),
    ("☐", Listed::Absent),
    ("✗", Listed::Absent),
    ("✘", Listed::Absent),
    ("❌", Listed::Absent),
    ("✕", Listed::Absent),
];

/// The form of the entries of a list.
pub(super) fn form<'a>(entries: impl Iterator<Item = &'a str> + Clone) -> Form {
    let rows =
        || entries.clone().map(|text| cells(text).into_iter().map(|(_, cell)| cell).collect::<Vec<_>>());
    let beside = rows().filter(|row| row.len() > 1);
    let is_described =
        beside.flat_map(|row| row.into_iter().skip(1)).any(|cell| is_description(&squeeze(cell)));
    // A column that stands beside some of the titled names only says something of them.
    let titled = rows().filter(|row| row.first().is_some_and(|cell| people::has_title(cell))).count();
    let beside_some = rows().filter(|row| row.get(1).is_some_and(|cell| !people::has_title(cell))).count();
    let is_described = is_described || titled > 2 && beside_some > 0 && beside_some * 2 < titled;
    let count = entries.clone().count();
    let commas: Vec<Vec<String>> =
        entries.map(|text| parts(unmarked(text).1, ',')).filter(|parts| parts.len() > 1).collect();
    let said = |parts: &&Vec<String>| parts.iter().skip(1).any(|part| is_description(part));
    let names_others = |parts: &Vec<String>| {
        parts.iter().skip(1).any(|part| people::has_title(part))
            || parts.last().is_some_and(|last| last.contains(" and ") && !is_description(last))
    };
    let described = commas.iter().filter(said).count();
    let is_plural = commas.iter().any(names_others);
    let alike =
        commas.len() == count && commas.windows(2).all(|pair| matches!(pair, [a, b] if a.len() == b.len()));
    let is_single =
        count > 1 && !is_plural && (described * 2 >= commas.len() && described > 0 || alike && count > 2);
    Form { is_single, is_described }
}

/// Reads an entry; nobody in it where it is none.
pub(super) fn read(text: &str, form: Form) -> Entry {
    let (ticked, text) = unmarked(text);
    let (told, text) = without_status(&plain(text));
    let told = ticked.or(told);
    people(&text, form).into_iter().map(|named| with_status(told, named)).collect()
}

/// Somebody with what the entry says of all in it, or the brackets behind the name of this one.
fn with_status(told: Option<Listed>, mut named: Named) -> (Option<Listed>, Named) {
    let is_long = |words: &&String| words.chars().count() > 3 || !words.is_ascii();
    let found = named.beside.iter().filter(is_long).find_map(|words| Some((status_of(words)?, words)));
    let Some((own, words)) = found else { return (told, named) };
    if named.post == *words {
        named.post = String::new();
    }
    (Some(own), named)
}

fn people(text: &str, form: Form) -> Vec<Named> {
    let segments = parts(text, ';');
    if segments.len() > 1 {
        // If only one segment has a comma, the comma separates names.
        let said = segments.iter().filter(|segment| segment.contains(", ")).count();
        let are_names = said == 1 && segments.len() > 2;
        return segments.iter().flat_map(|segment| segment_of_many(segment, are_names)).collect();
    }
    let columns: Vec<String> = cells(text).iter().map(|(_, cell)| squeeze(cell)).collect();
    match columns.as_slice() {
        [] => Vec::new(),
        [only] => one_cell(only, form.is_single),
        [first, rest @ ..]
            if form.is_described || is_label_of_post(first) || is_initials_of_any(first, rest) =>
        {
            row(first, rest)
        }
        all => all.iter().flat_map(|cell| one_cell(cell, form.is_single)).collect(),
    }
}

/// A row whose cells say who somebody is, and what: in either order.
fn row(first: &str, rest: &[String]) -> Vec<Named> {
    let name = first.trim_end_matches(':');
    if is_description(name)
        && let Some((second, more)) = rest.split_first()
        && !is_description(second)
    {
        let mut people = one_cell(second, false);
        if let [only] = people.as_mut_slice() {
            std::iter::once(name)
                .chain(more.iter().map(String::as_str))
                .for_each(|words| describe(only, words));
        }
        return people;
    }
    if let Some((second, more)) = rest.split_first().filter(|(second, _)| is_initials(name, second)) {
        let mut people = one_cell(second, true);
        if let [only] = people.as_mut_slice() {
            only.aliases.push(name.to_owned());
            more.iter().for_each(|words| describe(only, words));
        }
        return people;
    }
    let mut people = one_cell(first, true);
    if let [only] = people.as_mut_slice() {
        rest.iter().for_each(|words| describe(only, words));
    }
    people
}

fn is_initials_of_any(first: &str, rest: &[String]) -> bool {
    rest.first().is_some_and(|second| is_initials(first, second))
}

/// `Clerk:` before a name.
fn is_label_of_post(first: &str) -> bool {
    first.ends_with(':') && is_description(first.trim_end_matches(':'))
}

/// Whether an entry begins with the end of a post and a colon: `Officer:   Wyn Prosser`.
pub(super) fn begins_with_post(text: &str) -> bool {
    text.split_once(':').is_some_and(|(post, name)| is_description(post) && !name.trim().is_empty())
}

/// Takes what a column or a comma says of somebody.
fn describe(person: &mut Named, words: &str) {
    let words = words.trim_matches([' ', '.', '(', ')', '-', '–']);
    let is_plain = ["member", "yes", "y", "present", "✓", "x", ""].contains(&words.to_lowercase().as_str());
    if is_plain {
        return;
    }
    if people::is_honour(words) || people::is_letters(words, &person.name) && !is_description(words) {
        person.name = format!("{}, {words}", person.name);
    } else if is_role(words) && person.role.is_empty() {
        words.clone_into(&mut person.role);
    } else if words.starts_with(char::is_uppercase) && !is_initials(words, &person.name) {
        person.holds(words);
    } else {
        person.described(words);
    }
}

/// Whether words say what somebody is, and name nobody.
pub(super) fn is_description(words: &str) -> bool {
    let words = words.trim_matches([' ', '.', ':']);
    let (outside, brackets) = people::without_brackets(words);
    let words =
        if outside.is_empty() { brackets.first().map_or("", String::as_str) } else { outside.as_str() };
    let lower = words.to_lowercase();
    // An initial before the last word belongs to a name: `Director J. Burnell`.
    let is_initial =
        |word: &str| word.trim_end_matches('.').chars().count() == 1 && word.starts_with(char::is_uppercase);
    if words.rsplit(' ').skip(1).any(is_initial) {
        return false;
    }
    is_post(words)
        || is_role(words)
        || is_organisation(words)
        || ["member", "trustee", "governor", "host", "co-opted"].contains(&lower.as_str())
        || lower.ends_with(" member")
        || lower.ends_with(" representative")
        || lower.ends_with(" governor")
}

/// A part of a list that is parted by semicolons: one person, or a group under one title.
fn segment_of_many(segment: &str, are_names: bool) -> Vec<Named> {
    let people = people::list(segment);
    let is_next = |person: &Named| {
        people::has_title(&person.name)
            || are_names && person.name.contains(' ') && !is_description(&person.name)
    };
    let is_group = people.len() > 1 && people.iter().skip(1).all(is_next);
    if is_group || segment.contains(" and ") && people::is_only_people(segment) {
        people
    } else {
        single(segment)
    }
}

/// The people in a cell.
fn one_cell(text: &str, is_single: bool) -> Vec<Named> {
    if let Some((role, name)) = text.split_once(": ").filter(|(role, _)| is_description(role)) {
        let mut people = one_cell(name, is_single);
        if let [only] = people.as_mut_slice() {
            describe(only, role);
        }
        return people;
    }
    for dash in [" – ", " — ", " - ", " -- "] {
        if let Some((before, after)) = outside(text, dash) {
            return dashed(before, after, is_single);
        }
    }
    if is_single { single(text) } else { people::list(text) }
}

/// Words parted at the first of these signs that stands outside brackets.
fn outside<'a>(text: &'a str, sign: &str) -> Option<(&'a str, &'a str)> {
    let (before, after) = text.split_once(sign)?;
    (before.matches('(').count() == before.matches(')').count()).then_some((before.trim(), after.trim()))
}

/// `AB – Anna Bell`, `Anna Bell – Chair, Hill Trust`, `Clerk – Anna Bell`.
fn dashed(before: &str, after: &str, is_single: bool) -> Vec<Named> {
    let mut after_people = one_cell(after, true);
    if let [only] = after_people.as_mut_slice()
        && (is_initials(before, &only.name) || is_description(before) && !is_description(after))
    {
        if is_initials(before, &only.name) {
            only.aliases.push(before.to_owned());
        } else {
            describe(only, before);
        }
        return after_people;
    }
    let mut people = if is_single { single(before) } else { people::list(before) };
    if let [only] = people.as_mut_slice() {
        parts(after, ',').iter().for_each(|words| describe(only, words));
    }
    people
}

/// One person, and what follows the commas.
fn single(text: &str) -> Vec<Named> {
    let parts = parts(text, ',');
    let Some((first, rest)) = parts.split_first() else { return Vec::new() };
    let mut people = people::list(first);
    if let ([only], [second]) = (people.as_mut_slice(), rest)
        && people::is_call_sign(first)
    {
        only.name = format!("{first}, {second}");
        return people;
    }
    if let [only] = people.as_mut_slice() {
        for part in rest {
            let (words, brackets) = people::without_brackets(part);
            describe(only, &words);
            brackets.iter().for_each(|bracket| only.described(bracket));
        }
    }
    people
}

/// The parts between signs that stand outside brackets.
fn parts(text: &str, sign: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_u32;
    for letter in text.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if letter == sign && depth == 0 {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(letter);
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// An entry without its bullet, box or number, and what the box says.
pub(super) fn unmarked(text: &str) -> (Option<Listed>, &str) {
    let text = without_bullet(text);
    let ticked = BOXES.iter().find_map(|(sign, listed)| Some((*listed, text.strip_prefix(sign)?)));
    let (listed, text) = match ticked {
        Some((listed, rest)) => (Some(listed), rest),
        None => (None, text),
    };
    (listed, without_number(text.trim_start()))
}

/// Whether an entry has a bullet or a box.
pub(super) fn is_marked(text: &str) -> bool {
    unmarked(text).1.len() < text.len()
}

fn without_bullet(text: &str) -> &str {
    text.trim_start_matches([
        ':', '•', '*', '-', '–', '·', '○', '▪', '●', '◦', '>', '+', '~', '\u{f0b7}', ' ',
    ])
}

/// `1. `, `2) `, `(c) ` before a name.
fn without_number(text: &str) -> &str {
    let Some((first, rest)) = text.split_once(' ') else { return text };
    let inner = first.trim_start_matches('(');
    let label = inner.trim_end_matches(['.', ')']);
    let is_number = label.len() <= 2 && !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter =
        first.ends_with(')') && label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_lowercase());
    if inner.len() > label.len() && (is_number || is_letter) { rest.trim_start() } else { text }
}

/// An entry without emphasis and links, square brackets as round ones, a handle in brackets.
fn plain(text: &str) -> String {
    let mut made = String::with_capacity(text.len() + 4);
    let mut rest = text;
    while let Some((before, held)) = rest.split_once('[') {
        let (held, after) = held.split_once(']').unwrap_or((held, ""));
        made.push_str(before);
        if let Some((_, after)) = after.strip_prefix('(').and_then(|link| link.split_once(')')) {
            made.push_str(held);
            rest = after;
        } else {
            made.push_str(&format!("({held})"));
            rest = after;
        }
    }
    made.push_str(rest);
    let made = made.replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2212}'], "-");
    let words = made.replace("**", "").replace("__", "").replace('`', "");
    if !words.contains('@') {
        return words;
    }
    let handle = |word: &str| {
        let is_handle = word.starts_with('@') && word.len() > 1;
        if is_handle { format!("({})", word.trim_end_matches([',', ';'])) } else { word.to_owned() }
    };
    words.split(' ').map(handle).collect::<Vec<_>>().join(" ")
}

/// What stands behind a name and says whether somebody was there: `Anna Bell – Apologies`, `Anna Bell (absent)`.
fn without_status(text: &str) -> (Option<Listed>, String) {
    let text = text.trim_end_matches([' ', '.']);
    let ends = [" – ", " - ", ": ", "   "];
    for sign in ends {
        let Some((before, status)) = text.rsplit_once(sign) else { continue };
        let is_word = status.chars().count() > 3 || !status.is_ascii();
        if let Some(listed) = status_of(status).filter(|_| is_word) {
            return (Some(listed), before.trim_end_matches([' ', '.', '…', '-', ':']).to_owned());
        }
    }
    (None, text.to_owned())
}

/// What a cell or bracket says of somebody's being there; none if it says something else.
pub(super) fn status_of(words: &str) -> Option<Listed> {
    let words = words.trim_matches([' ', '.', '(', ')', '*']);
    let lower = words.to_lowercase();
    match lower.as_str() {
        "y" | "yes" | "✓" | "✔" | "✅" | "x" | "p" | "pres" | "in person" | "attended" => {
            Some(Listed::Present)
        }
        "n" | "no" | "a" | "ab" | "✗" | "✘" | "❌" | "did not attend" | "dna" => Some(Listed::Absent),
        "apol" | "apols" | "ap" | "sent apologies" => Some(Listed::Apologies),
        "online" | "remote" | "remotely" | "zoom" | "teams" | "by phone" => Some(Listed::Remote),
        _ => Label::phrase(words)
            .filter(|label| !label.is_group && words.split(' ').count() <= 4)
            .map(|label| label.listed),
    }
}
