//! Lists of people as papers print them: `Mr J R Ashe, OBE (Chairman), Mrs V Dell and Cllr R Elm`. Knows
//! names, titles, honours, roles and posts, and not what the people are listed for.

use super::described::{is_initials, is_post, is_role};
use super::paper::squeeze;
use super::person::is_address;
pub(super) use super::person::{has_title, is_call_sign, is_honour, is_letters, is_name, is_title, surname};

/// Somebody as a list names them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// The name with title and honours.
    pub name: String,
    /// The role in the body: `Chairman`.
    pub role: String,
    /// The post: `Democratic Services Officer`.
    pub post: String,
    /// The party, council or firm: `Saltmarsh District Council`.
    pub organisation: String,
    /// Whether they sit for a member who is away.
    pub substitute: bool,
    /// Who sits for them, as printed.
    pub instead: String,
    /// Whether they attend over a link.
    pub online: bool,
    /// Other names by which the paper calls them: initials, a handle.
    pub aliases: Vec<String>,
    /// What stands in brackets behind the name, as printed.
    pub beside: Vec<String>,
}

/// The people in a list that runs on, parted by commas, semicolons and `and`.
pub(super) fn list(text: &str) -> Vec<Named> {
    read(text).0
}

/// Whether words are names, and what is said of people, and nothing else.
pub(super) fn is_only_people(text: &str) -> bool {
    read(text).1
}

/// The people in a list, and whether nothing else is in it.
fn read(text: &str) -> (Vec<Named>, bool) {
    let mut people: Vec<Named> = Vec::new();
    let mut is_whole = true;
    let mut group = Group::default();
    let pieces: Vec<String> = pieces(text).iter().flat_map(|piece| at_titles(piece)).collect();
    for piece in pieces.iter().flat_map(|piece| behind_brackets(piece)) {
        let (outside, brackets) = without_brackets(&piece);
        let outside = outside.trim_matches([' ', '.', ':', '*']);
        // Where one is named as `City Manager Hale`, so are the next.
        let by_post = people.iter().any(|person| is_post(&person.name));
        let goes_on = |last: &&mut Named| {
            let is_said = is_post(outside) && !by_post && apart_from_post(outside).1.is_empty();
            is_honour(outside) || is_letters(outside, &last.name) && !is_post(outside) || is_said
        };
        if let Some(last) = people.last_mut().filter(goes_on) {
            last.goes_on(outside, &brackets);
            continue;
        }
        let (outside, substitute) = without_member(outside);
        let (role, outside) = after_role(outside);
        if let Some(person) = in_brackets(outside, &brackets) {
            people.push(person);
            continue;
        }
        // If a title stands in two languages, the last is English and is kept.
        let outside = outside.rsplit(" / ").next().filter(|last| has_title(last)).unwrap_or(outside);
        let (outside, post) = apart_from_post(outside);
        let name = group.titled(outside, &mut people);
        if is_name(&name) && !is_only_role(&name) {
            let mut person = Named { name, substitute, role: role.to_owned(), ..Named::default() };
            if !post.is_empty() {
                person.goes_on(post, &[]);
            }
            brackets.iter().for_each(|bracket| person.described(bracket));
            people.push(person);
        } else {
            is_whole = false;
        }
    }
    (people, is_whole)
}

impl Named {
    /// The same person with the title of the list, where only a surname and initials stand there.
    pub(super) fn titled(mut self, title: Option<&str>) -> Self {
        if let Some(title) = title.filter(|_| !has_title(&self.name) && is_short(&self.name)) {
            self.name = format!("{title} {}", self.name);
        }
        self
    }

    /// Takes in an honour, or a post after a comma.
    fn goes_on(&mut self, words: &str, brackets: &[String]) {
        if is_honour(words) || is_letters(words, &self.name) {
            self.name = format!("{}, {words}", self.name);
        } else if is_role(words) && self.role.is_empty() {
            words.clone_into(&mut self.role);
        } else {
            self.holds(words);
        }
        brackets.iter().for_each(|bracket| self.described(bracket));
    }
}

/// Somebody who sits for a member, `Ruth Sandoz for Mary Chesney`, and whether they do.
fn without_member(words: &str) -> (&str, bool) {
    const FOR: [&str; 5] = [" substituting for ", " deputising for ", " sub for ", " on behalf of ", " for "];
    let sits = FOR.iter().find_map(|sign| words.split_once(sign));
    match sits.filter(|(who, whom)| who.contains(' ') && is_name(who) && is_name(whom)) {
        Some((who, _)) => (who, true),
        None => (words, false),
    }
}

/// The role before the title of a name, and the name: `Chairman Cllr Fogg`.
fn after_role(words: &str) -> (&str, &str) {
    let mut at = 0;
    for word in words.split(' ') {
        let before = words.get(..at).unwrap_or("").trim_end();
        if at > 0 && is_address(word) && is_role(before) {
            return (before, words.get(at..).unwrap_or(words));
        }
        at += word.len() + 1;
    }
    ("", words)
}

/// Who is named in brackets behind a post: `The Town Clerk (Mrs P Moss)`.
fn in_brackets(post: &str, brackets: &[String]) -> Option<Named> {
    let [name] = brackets else { return None };
    let names = is_post(post) && name.contains(' ') && has_title(name) && is_name(name);
    let post = post.strip_prefix("The ").or_else(|| post.strip_prefix("the ")).unwrap_or(post);
    names.then(|| Named { name: name.clone(), post: post.to_owned(), ..Named::default() })
}

/// The pieces between commas, semicolons and `and`, brackets kept whole.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut depth = 0_u32;
    for word in text.split_whitespace() {
        let joins = depth == 0 && ["and", "&", "a", "ac"].contains(&word);
        depth = (depth + count(word, '(')).saturating_sub(count(word, ')'));
        let ends = depth == 0 && word.ends_with([',', ';']);
        if joins {
            pieces.push(String::new());
            continue;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(' ');
            piece.push_str(
                word.trim_end_matches(|character| depth == 0 && (character == ',' || character == ';')),
            );
        }
        if ends {
            pieces.push(String::new());
        }
    }
    pieces.iter().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

fn count(word: &str, wanted: char) -> u32 {
    u32::try_from(word.matches(wanted).count()).unwrap_or(u32::MAX)
}

/// Cuts a piece before a title inside it, where a comma was lost: `Mr L Birch Mrs F Cane`.
fn at_titles(piece: &str) -> Vec<String> {
    let mut found: Vec<Vec<&str>> = vec![Vec::new()];
    let mut depth = 0_u32;
    let mut start = 0;
    for word in piece.split(' ') {
        // `Deputy Clerk` is a post; `Deputy Bell` is a person.
        let is_next = depth == 0
            && word.starts_with(char::is_uppercase)
            && is_title(word)
            && !(start > 0 && is_office(piece.get(start..).unwrap_or(word)));
        start += word.len() + 1;
        if is_next && found.last().is_some_and(|words| is_named(words)) {
            found.push(Vec::new());
        }
        depth = (depth + count(word, '(')).saturating_sub(count(word, ')'));
        if let Some(words) = found.last_mut() {
            words.push(word);
        }
    }
    found.into_iter().map(|words| words.join(" ")).collect()
}

/// Whether words before a title are somebody: `Chairman Cllr Fogg` and `County Cllr Dean` are one person each.
fn is_named(words: &[&str]) -> bool {
    const AREAS: [&str; 8] = ["county", "district", "borough", "town", "city", "parish", "the", "acting"];
    let is_title_last = words.last().is_none_or(|last| is_title(last));
    let is_office = || {
        let words = words.join(" ");
        is_post(&words) || is_role(&words)
    };
    let is_area = matches!(words, [only] if AREAS.contains(&only.to_lowercase().as_str()));
    !words.is_empty()
        && !is_area
        && !is_title_last
        && (words.iter().any(|word| is_address(word)) || !is_office())
}

/// Cuts a piece behind a bracket, where a comma was lost: `A Voss (Chair) B Dunn`, `Anna Bell (AB) Clinical Chair`.
fn behind_brackets(piece: &str) -> Vec<String> {
    let Some((before, after)) = piece.split_once(')') else { return vec![piece.to_owned()] };
    let after = after.trim();
    let (name, brackets) = without_brackets(before);
    let is_next = is_name(&name)
        && name.contains(' ')
        && after.starts_with(char::is_uppercase)
        && (is_post(after) || is_name(after) && after.contains([' ', '.']));
    // Words behind initials describe the same person.
    let is_said =
        after.starts_with(char::is_uppercase) && brackets.iter().any(|bracket| is_initials(bracket, &name));
    if is_said {
        return vec![format!("{before}) ({})", after.replace(['(', ')'], ""))];
    }
    if !is_next {
        return vec![piece.to_owned()];
    }
    std::iter::once(format!("{before})")).chain(behind_brackets(after)).collect()
}

/// Somebody's name apart from the post that stands behind it, or before it, without a comma: `Mr T W Lisle Deputy Clerk`, `Board
/// Administrator Sara Brenner`. The post is empty where there is none.
fn apart_from_post(words: &str) -> (&str, &str) {
    let all: Vec<&str> = words.split(' ').collect();
    let is_short = |word: &&str| word.trim_end_matches('.').chars().count() <= 2;
    let split = |count: usize| {
        let length: usize = all.iter().take(count).map(|word| word.len() + 1).sum();
        (words.get(..length.saturating_sub(1)).unwrap_or(words), words.get(length..).unwrap_or(""))
    };
    if has_title(words) {
        // The surname is the first word behind title and initials.
        let before = all.iter().skip(1).take_while(|word| is_short(word) || is_title(word)).count();
        let (name, post) = split(before + 2);
        return if is_office(post) && !is_post(name) { (name, post) } else { (words, "") };
    }
    let (post, name) = split(all.len().saturating_sub(2));
    let ends_post =
        all.get(..all.len().saturating_sub(2)).and_then(<[&str]>::last).is_some_and(|last| is_post(last));
    if all.len() > 3 && ends_post && is_post(post) && !is_post(name) && is_name(name) {
        return (name, post);
    }
    (words, "")
}

/// Returns whether words are only a role: `Chairman`, `Shire President`.
pub(super) fn is_only_role(words: &str) -> bool {
    const BESIDE: [&str; 7] = ["vice", "deputy", "shire", "acting", "council", "town", "elect"];
    let is_of_role = |word: &str| is_role(word) || BESIDE.contains(&word.to_lowercase().as_str());
    words.split([' ', '-']).all(is_of_role) && is_role(words.rsplit([' ', '-']).next().unwrap_or(words))
}

/// Returns whether words are a post or that of a deputy. `Deputy` alone is also a form of address.
fn is_office(words: &str) -> bool {
    is_post(words)
        || words
            .split_once(' ')
            .is_some_and(|(first, rest)| is_title(first) && !is_address(first) && is_post(rest))
}

/// A piece without its brackets, and what each of them held: `A Voss (Chair) (Labour)`.
pub(super) fn without_brackets(piece: &str) -> (String, Vec<String>) {
    let mut outside = String::new();
    let mut inside = Vec::new();
    let mut rest = piece;
    while let Some((before, held)) = rest.split_once('(') {
        let (held, after) = held.split_once(')').unwrap_or((held, ""));
        outside.push_str(before);
        outside.push(' ');
        inside.push(squeeze(held));
        rest = after;
    }
    outside.push_str(rest);
    (squeeze(&outside), inside)
}

/// Titles that a list gives to all who follow, and what each of them is then called.
const GROUPS: [(&str, &str); 8] = [
    ("Councillors", "Councillor"),
    ("Cllrs", "Cllr"),
    ("Councilmembers", "Councilmember"),
    ("Messrs", "Mr"),
    ("Aldermen", "Alderman"),
    ("Crs", "Cr"),
    ("Drs", "Dr"),
    ("Professors", "Professor"),
];

/// The title with which a list begins for all who are in it.
pub(super) fn title_of_all(text: &str) -> Option<&'static str> {
    let first = text.split(' ').next()?;
    GROUPS.iter().find(|(plural, _)| first.eq_ignore_ascii_case(plural)).map(|(_, single)| *single)
}

/// The title that a list gives to all who follow: `Councillors Bell, Mrs Dunne and Ede`.
#[derive(Debug, Default)]
struct Group {
    title: &'static str,
    /// Who had a courtesy title of their own since the last who had none: they belong to the group if it goes on.
    courteous: Vec<usize>,
}

impl Group {
    /// A name with the title of the group to which it belongs.
    fn titled(&mut self, name: &str, people: &mut [Named]) -> String {
        let first = name.split(' ').next().unwrap_or("");
        if let Some((_, single)) = GROUPS.iter().find(|(plural, _)| first.eq_ignore_ascii_case(plural)) {
            *self = Group { title: single, courteous: Vec::new() };
            return format!("{single} {}", name.get(first.len()..).unwrap_or("").trim());
        }
        let is_courtesy =
            ["mr", "mrs", "ms", "miss", "dr"].contains(&first.trim_end_matches('.').to_lowercase().as_str());
        if self.title.is_empty()
            || is_title(first) && !is_courtesy
            || name.split(' ').skip(1).any(is_address) && !is_courtesy
        {
            *self = Group::default();
        } else if is_courtesy {
            self.courteous.push(people.len());
        } else if self.courteous.is_empty() || is_short(name) {
            for at in self.courteous.drain(..) {
                if let Some(person) = people.get_mut(at) {
                    person.name = format!("{} {}", self.title, person.name);
                }
            }
            return format!("{} {name}", self.title);
        } else {
            *self = Group::default();
        }
        name.to_owned()
    }
}

/// A surname, perhaps behind initials.
fn is_short(name: &str) -> bool {
    let mut before = name.split(' ').rev().skip(1);
    before.all(|word| word.trim_end_matches('.').chars().count() <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        list(text).into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn a_list_is_not_split_at_every_comma() {
        let people =
            list("Mr J R Ashe, OBE (Chairman), Mr L Birch Mrs F Cane, Mrs V Dell, MBE and Mr K Wold,");
        let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(names, ["Mr J R Ashe, OBE", "Mr L Birch", "Mrs F Cane", "Mrs V Dell, MBE", "Mr K Wold"]);
        assert_eq!(people[0].role, "Chairman");
    }

    #[test]
    fn posts_belong_to_people() {
        let people = list("Petra Lamb (Research Officer), and Mr T Hale, Area Roads Manager");
        assert_eq!(people.len(), 2);
        assert_eq!((people[0].name.as_str(), people[0].post.as_str()), ("Petra Lamb", "Research Officer"));
        assert_eq!(people[1].post, "Area Roads Manager");
    }

    #[test]
    fn a_title_is_shared_by_a_group() {
        assert_eq!(
            names("Mayor Lind, Vice Mayor Okri, Councilmembers Bell, Cole, and Dunn"),
            [
                "Mayor Lind",
                "Vice Mayor Okri",
                "Councilmember Bell",
                "Councilmember Cole",
                "Councilmember Dunn"
            ]
        );
        assert_eq!(
            names("Councillors Bell, Mrs Dunne and Ede"),
            ["Councillor Bell", "Councillor Mrs Dunne", "Councillor Ede"]
        );
        assert_eq!(names("Cllrs Bell, Mr T Hale, Petra Lamb"), ["Cllr Bell", "Mr T Hale", "Petra Lamb"]);
        assert_eq!(names("Cllr Mrs P Cove and two members of the public"), ["Cllr Mrs P Cove"]);
        assert!(names("None").is_empty());
    }
}
