//! Whether two names mean one body or one person, however they are cased, dashed, titled or shortened. Knows names
//! and no records.

use super::title::{Whom, addressed};

/// A name without what does not count: case, kinds of dash and apostrophe, stops, `&`, and a `the` before it.
fn folded(name: &str) -> String {
    let plain = |letter: char| match letter {
        '‘' | '’' | '\'' | '.' => None,
        '-' | '–' | '—' | '‑' | '/' | ',' | ':' => Some(' '),
        other => Some(other),
    };
    let lower = name.to_lowercase().replace('&', " and ");
    let words: String = lower.chars().filter_map(plain).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    words.strip_prefix(&["the"]).unwrap_or(&words).join(" ")
}

/// Whether two names are those of one body. No name is the name of no body.
#[must_use]
pub fn same_body(one: &str, other: &str) -> bool {
    let one = folded(one);
    !one.is_empty() && one == folded(other)
}

/// How two names of people compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// They are the same but for case, title and honours.
    Same,
    /// One may be short for the other: `Cllr Groyne`, `Mr N Groyne`.
    Maybe,
    /// They mean two people.
    Other,
}

/// A name taken apart.
struct Parts {
    /// Of whom alone a title is said, where one is.
    whom: Option<Whom>,
    forenames: Vec<String>,
    surname: String,
}

fn parts(name: &str) -> Parts {
    // Honours stand behind a comma.
    let words = folded(name.split([',', '(']).next().unwrap_or(name));
    let mut words = words.split(' ').filter(|word| *word != "the").peekable();
    let mut whom = None;
    while let Some(said) = words.peek().and_then(|word| addressed(word)) {
        whom = whom.or(Some(said).filter(|said| *said != Whom::Anybody));
        words.next();
    }
    let mut forenames: Vec<String> = words.map(str::to_owned).collect();
    let surname = forenames.pop().unwrap_or_default();
    Parts { whom, forenames, surname }
}

/// Compares the names of two people.
#[must_use]
pub fn same_person(one: &str, other: &str) -> Compared {
    let (one, other) = (parts(one), parts(other));
    let parted = one.whom.is_some() && other.whom.is_some() && one.whom != other.whom;
    if one.surname.is_empty() || one.surname != other.surname || parted {
        return Compared::Other;
    }
    if one.forenames == other.forenames {
        return Compared::Same;
    }
    let short = |name: &str, long: &str| name == long || name.chars().count() == 1 && long.starts_with(name);
    let fits = one.forenames.iter().zip(&other.forenames).all(|(a, b)| short(a, b) || short(b, a));
    if fits { Compared::Maybe } else { Compared::Other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_known_however_they_are_written() {
        assert!(same_body("The Harbour Sub-Committee", "HARBOUR SUB–COMMITTEE"));
        assert!(same_body("Users’ & Friends’ Group", "Users' and Friends' Group"));
        assert!(!same_body("Harbour Committee", "Harbour Board"));
        assert!(!same_body("", ""));
    }

    #[test]
    fn people_are_known_however_they_are_titled() {
        assert_eq!(same_person("Mr N Groyne, OBE", "Cllr N Groyne"), Compared::Same);
        assert_eq!(same_person("Cllr Groyne", "Mr Ned Groyne"), Compared::Maybe);
        assert_eq!(same_person("N Groyne", "Ned Groyne"), Compared::Maybe);
        assert_eq!(same_person("Mr Oake", "Mrs A Oake"), Compared::Other);
        assert_eq!(same_person("A Oake", "B Oake"), Compared::Other);
    }
}
