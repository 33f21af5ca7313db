//! Lists of people as papers print them: `Mr J R Ashe, OBE (Chairman), Mrs V Dell and Cllr R Elm`. Knows
//! names, titles, honours, roles and posts, and not what the people are listed for.

use super::described::{is_post, is_role};
use super::paper::squeeze;
use crate::domain::name::{PARTICLES, fold};
use crate::domain::title;

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
}

/// Offices that papers put before a name as if they were forms of address: `Vice Mayor Hale`.
const OFFICES: [&str; 3] = ["mayor", "vice", "deputy"];

const HONOURS: [&str; 20] = [
    "obe", "mbe", "cbe", "kbe", "dbe", "bem", "jp", "dl", "qc", "kc", "mp", "msp", "ms/as", "qpm", "td",
    "phd", "frs", "mc", "rn", "raf",
];

/// The people in a list that runs on, parted by commas, semicolons and `and`.
pub(super) fn list(text: &str) -> Vec<Named> {
    let mut people: Vec<Named> = Vec::new();
    let mut group = Group::default();
    for piece in pieces(text).into_iter().flat_map(|piece| at_titles(&piece)) {
        let (outside, brackets) = without_brackets(&piece);
        let outside = outside.trim_matches([' ', '.', ':', '*']);
        // Where one is named as `City Manager Hale`, so are the next.
        let by_post = people.iter().any(|person| is_post(&person.name));
        let goes_on = |last: &&mut Named| {
            is_honour(outside) || is_letters(outside, &last.name) || is_post(outside) && !by_post
        };
        if let Some(last) = people.last_mut().filter(goes_on) {
            last.goes_on(outside, &brackets);
            continue;
        }
        let name = group.titled(outside, &mut people);
        if is_name(&name) {
            let mut person = Named { name, ..Named::default() };
            brackets.iter().for_each(|bracket| person.described(bracket));
            people.push(person);
        }
    }
    people
}

impl Named {
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
    for word in piece.split(' ') {
        let after_name = found.last().and_then(|words| words.last()).is_some_and(|last| !is_title(last));
        if depth == 0 && after_name && is_title(word) && word.chars().next().is_some_and(char::is_uppercase) {
            found.push(Vec::new());
        }
        depth = (depth + count(word, '(')).saturating_sub(count(word, ')'));
        if let Some(words) = found.last_mut() {
            words.push(word);
        }
    }
    found.into_iter().map(|words| words.join(" ")).collect()
}

/// A piece without its brackets, and what each of them held: `A Voss (Chair) (Labour)`.
fn without_brackets(piece: &str) -> (String, Vec<String>) {
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
        const GROUPS: [(&str, &str); 4] = [
            ("Councillors", "Councillor"),
            ("Cllrs", "Cllr"),
            ("Councilmembers", "Councilmember"),
            ("Messrs", "Mr"),
        ];
        let first = name.split(' ').next().unwrap_or("");
        if let Some((_, single)) = GROUPS.iter().find(|(plural, _)| first.eq_ignore_ascii_case(plural)) {
            *self = Group { title: single, courteous: Vec::new() };
            return format!("{single} {}", name.get(first.len()..).unwrap_or("").trim());
        }
        let is_courtesy =
            ["mr", "mrs", "ms", "miss", "dr"].contains(&first.trim_end_matches('.').to_lowercase().as_str());
        if self.title.is_empty() || is_title(first) && !is_courtesy {
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

/// Whether a word is a form of address, or an office that stands for one. `DI` is one, and `di` in the middle of a name
/// is none.
pub(super) fn is_title(word: &str) -> bool {
    let folded = fold(word.trim_end_matches('.'));
    let in_a_surname = PARTICLES.contains(&folded.as_str()) && word.contains(char::is_lowercase);
    OFFICES.contains(&folded.as_str()) || title::is_title(&folded) && !in_a_surname
}

/// Whether a piece begins with a form of address.
pub(super) fn has_title(name: &str) -> bool {
    name.split(' ').next().is_some_and(is_title)
}

fn is_honour(words: &str) -> bool {
    !words.is_empty() && words.split(' ').all(|word| HONOURS.contains(&word.to_lowercase().as_str()))
}

/// Whether a piece is letters behind a full name, as `RN` is, and not the initials of somebody else.
fn is_letters(words: &str, name: &str) -> bool {
    name.contains(' ')
        && name.contains(char::is_lowercase)
        && (2..=5).contains(&words.len())
        && words.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether words can be a name: few, with capitals, and no figures.
fn is_name(words: &str) -> bool {
    const NONE: [&str; 7] = ["none", "nil", "vacant", "vacancy", "name", "as above", "n/a"];
    let count = words.split(' ').count();
    (1..=7).contains(&count)
        && !NONE.contains(&words.to_lowercase().as_str())
        && !words.chars().any(|character| character.is_ascii_digit())
        && words.split(' ').next_back().and_then(|last| last.chars().next()).is_some_and(char::is_uppercase)
        && words.chars().next().is_some_and(char::is_uppercase)
}

/// The last word of a name without honours, by which papers call somebody after the first mention.
pub(super) fn surname(name: &str) -> &str {
    name.split(',').next().unwrap_or(name).rsplit(' ').next().unwrap_or(name)
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
