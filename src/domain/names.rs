//! The name book: how the people on a roll are called, and who is meant by words that call somebody. What is
//! shown is exact, what is compared is a [`Name`]. Knows nothing of cursors or screens, and not who was in the
//! room.

use super::called::{LONGEST, Word, is_a_name, is_matter, is_particle, run, words};
use super::id::PersonId;
use super::name::{Name, PARTICLES, bare, fold};
use super::people::Person;
use super::title::is_title;
use std::ops::Range;

/// Somebody called in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub place: Range<usize>,
    /// Who on the roll; none if nobody there can be meant.
    pub person: Option<PersonId>,
}

/// Everybody on a roll by the names that they are called.
#[derive(Debug, Clone, Default)]
pub struct NameBook {
    people: Vec<Person>,
    names: Vec<(PersonId, Name)>,
}

impl NameBook {
    /// The book of these people.
    #[must_use]
    pub fn of(people: &[Person]) -> Self {
        let mut names = Vec::new();
        for person in people {
            let called = [&person.name, &person.short].into_iter().chain(&person.aliases);
            let called = called.filter(|name| !name.trim().is_empty());
            names.extend(called.map(|name| (person.id, Name::read(name))));
        }
        Self { people: people.to_vec(), names }
    }

    /// Brings the book up to date, if people have changed since it was made.
    pub fn keep(&mut self, people: &[Person]) {
        if self.people != people {
            *self = Self::of(people);
        }
    }

    /// Whoever is called with a title, or by forename and surname, in a text.
    #[must_use]
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let words = words(text);
        let mut mentions = Vec::new();
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            match self.mention(rest) {
                Some((count, mention)) => {
                    mentions.push(mention);
                    at += count;
                }
                None => at += 1,
            }
        }
        mentions
    }

    /// Whoever is called at the start of these words, and by how many of them.
    fn mention(&self, words: &[Word]) -> Option<(usize, Mention)> {
        let run = run(words);
        let titles = run.iter().take_while(|word| is_title(&word.folded)).count();
        let least = if titles > 0 { titles + 1 } else { 2 };
        for count in (least..=run.len()).rev() {
            let called = Name::of(run.iter().take(count).map(|word| word.folded.clone()));
            if let Some(person) = self.person(&called) {
                return Some((count, mention(run.get(..count)?, Some(person))?));
            }
        }
        // Without a title, capitals alone do not make a name: it could be a place or a report.
        let stranger = titles > 0 && run.len() > titles && run.iter().skip(titles).any(is_a_name);
        if stranger && !is_matter(run, titles) { Some((run.len(), mention(run, None)?)) } else { None }
    }

    /// The first on the roll who may be called so.
    fn person(&self, called: &Name) -> Option<PersonId> {
        let fits =
            |(person, name): &&(PersonId, Name)| called.may_be(name) && !self.excludes(called, *person);
        // Somebody of just this title goes before somebody whom the words only do not exclude.
        let mut exact = self.names.iter().filter(fits);
        let exact = exact.find(|(_, name)| name.title == called.title);
        exact.or_else(|| self.names.iter().find(fits)).map(|(person, _)| *person)
    }

    /// Whether the title in a name is not for this person: an alias without one is still that of a man or a
    /// woman.
    fn excludes(&self, called: &Name, person: PersonId) -> bool {
        self.names.iter().any(|(id, name)| *id == person && called.clashes(name))
    }

    /// Those who may be meant by the words at the end of a text, of which the last is still being typed, and
    /// where those words begin. Nobody where too little has been typed.
    #[must_use]
    pub fn begun(&self, text: &str) -> Option<(usize, Vec<PersonId>)> {
        // Only the last words can be part of it, and this is asked at every key.
        let blanks = text.rmatch_indices(char::is_whitespace);
        let from = blanks.map(|(at, blank)| at + blank.len()).nth(LONGEST - 1).unwrap_or(0);
        let text = text.get(from..)?;
        let words = words(text);
        let last = words.last().filter(|last| last.place.end == text.len())?;
        for start in 0..words.len() {
            let typed = words.get(start..)?;
            let before = typed.split_last().map_or(&[][..], |(_, before)| before);
            if before.iter().any(|word| word.ends || !(word.capital || is_particle(word))) {
                continue;
            }
            let titled = typed.first().is_some_and(|word| is_title(&word.folded));
            let enough = last.folded.chars().count() >= if titled || last.capital { 2 } else { 3 };
            let people = if enough { self.beginning(typed) } else { Vec::new() };
            if !people.is_empty() {
                return Some((from + typed.first()?.place.start, people));
            }
        }
        None
    }

    fn beginning(&self, typed: &[Word]) -> Vec<PersonId> {
        let called = Name::of(typed.iter().map(|word| word.folded.clone()));
        let mut people = Vec::new();
        if called.surname.is_empty() {
            return people;
        }
        // Whose title it is goes before those whom it only does not exclude.
        let own = |(_, name): &&(PersonId, Name)| !called.title.is_empty() && name.title == called.title;
        let (first, then): (Vec<_>, Vec<_>) = self.names.iter().partition(own);
        for (person, name) in first.into_iter().chain(then) {
            let surname = name.surname.starts_with(&called.surname) && called.agrees(name);
            let forename = called.forenames.is_empty()
                && name.forenames.first().is_some_and(|forename| {
                    called.title.is_empty() && forename.len() > 1 && forename.starts_with(&called.surname)
                });
            if (surname || forename) && !people.contains(person) && !self.excludes(&called, *person) {
                people.push(*person);
            }
        }
        people
    }

    /// Whether a person is called by surname in a text.
    #[must_use]
    pub fn is_in(&self, id: PersonId, text: &str) -> bool {
        let Some(person) = self.people.iter().find(|person| person.id == id) else { return false };
        let Some(surname) = bare(&person.name).split_whitespace().next_back() else { return false };
        text.match_indices(surname).any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + surname.len()..).and_then(|after| after.chars().next());
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    }

    /// Pairs of people who may be one person entered twice.
    #[must_use]
    pub fn twins(&self) -> Vec<(PersonId, PersonId)> {
        let mut twins = Vec::new();
        for (at, (one, name)) in self.names.iter().enumerate() {
            for (two, other) in self.names.iter().skip(at + 1) {
                if one != two && name.is_near(other) && !twins.contains(&(*one, *two)) {
                    twins.push((*one, *two));
                }
            }
        }
        twins
    }

    /// The ways in which a person is called in minutes, the first mention first: with post and organisation
    /// (for those who do not sit), short, and as on the roll.
    #[must_use]
    pub fn forms(&self, id: PersonId) -> Vec<String> {
        let Some(person) = self.people.iter().find(|person| person.id == id) else { return Vec::new() };
        let plain = bare(&person.name).to_owned();
        let short = self.short(person);
        let described: Vec<&str> = [person.post.as_str(), person.organisation.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let full = if person.membership.sits() || described.is_empty() {
            plain.clone()
        } else {
            format!("{plain} ({})", described.join(", "))
        };
        let mut forms = vec![full];
        for form in [short, plain].into_iter().chain(person.aliases.iter().cloned()) {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        forms
    }

    /// The short form of a name: as the clerk settled it, or title and surname, or else the name; the name,
    /// too, where the short form would be somebody else's as well.
    fn short(&self, person: &Person) -> String {
        let short = short(person);
        let shared = self.people.iter().any(|other| other.id != person.id && self::short(other) == short);
        if shared { bare(&person.name).to_owned() } else { short }
    }
}

fn short(person: &Person) -> String {
    let plain = bare(&person.name);
    if !person.short.trim().is_empty() {
        return person.short.trim().to_owned();
    }
    let words: Vec<&str> = plain.split_whitespace().collect();
    let titles = words.iter().take_while(|word| is_title(&fold(word))).count();
    if titles == 0 || titles == words.len() {
        return plain.to_owned();
    }
    let mut from = words.len().saturating_sub(1);
    while from > titles && words.get(from - 1).is_some_and(|word| PARTICLES.contains(&fold(word).as_str())) {
        from -= 1;
    }
    let kept = words.iter().enumerate().filter(|(at, _)| *at < titles || *at >= from);
    kept.map(|(_, word)| *word).collect::<Vec<&str>>().join(" ")
}

fn mention(run: &[Word], person: Option<PersonId>) -> Option<Mention> {
    Some(Mention { place: run.first()?.place.start..run.last()?.place.end, person })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::people::Membership;

    fn book() -> NameBook {
        let person = |id, name: &str| Person::new(PersonId(id), name);
        let engineer = Person {
            post: "Harbour Engineer".into(),
            organisation: "Saltmarsh District Council".into(),
            membership: Membership::Officer,
            ..person(4, "Linden Fenwick")
        };
        let aliased = Person { aliases: vec!["Bob Tallow".into()], ..person(3, "Mr R P Tallow, OBE") };
        let people = [
            person(1, "Ms A Oake"),
            person(2, "Mrs D Oake"),
            aliased,
            engineer,
            person(5, "Cllr S O’Neill-Staithe"),
            person(6, "Dr Ines de la Mare"),
        ];
        NameBook::of(&people)
    }

    fn called(text: &str) -> Vec<(String, Option<u32>)> {
        let mentions = book().mentions(text).into_iter();
        mentions
            .map(|mention| (text.get(mention.place).unwrap().to_owned(), mention.person.map(|id| id.0)))
            .collect()
    }

    #[test]
    fn whoever_is_called_is_known_by_any_of_their_names() {
        for (text, person) in [
            ("Mr Tallow", 3),
            ("Mr R P Tallow", 3),
            ("Bob Tallow", 3),
            ("Councillor O'Neill–Staithe", 5),
            ("Linden Fenwick", 4),
            ("L Fenwick", 4),
            ("Mr. Tallow", 3),
            ("Dr de la Mare", 6),
            ("Mrs Oake", 2),
            ("Ms Oake", 1),
        ] {
            assert_eq!(called(text), [(text.to_owned(), Some(person))]);
        }
        assert_eq!(
            called("Then Mr Tallow's report was noted by Mrs Oake."),
            [("Mr Tallow".to_owned(), Some(3)), ("Mrs Oake".to_owned(), Some(2))]
        );
    }

    #[test]
    fn strangers_are_those_with_a_title_whom_the_roll_does_not_know() {
        assert_eq!(
            called("Mr Groyne and Mrs Tallow asked"),
            [("Mr Groyne".to_owned(), None), ("Mrs Tallow".to_owned(), None)]
        );
        assert_eq!(called("Mr J Tallow spoke"), [("Mr J Tallow".to_owned(), None)]);
        for text in
            ["The Harbour Master", "Oake Lane", "Mr", "the Chief Executive said", "Staithe", "Sir, he"]
        {
            assert_eq!(called(text), [], "{text}");
        }
    }

    #[test]
    fn what_councillors_have_is_nobody() {
        for text in [
            "Councillor Allowances were reviewed",
            "the Councillor Training Budget",
            "Councillors Present",
            "COUNCILLOR VACANCY",
        ] {
            assert_eq!(called(text), [], "{text}");
        }
        assert_eq!(called("Councillor Davies"), [("Councillor Davies".to_owned(), None)]);
        assert_eq!(called("Mr Training"), [("Mr Training".to_owned(), None)], "a title of people alone");
        let book = NameBook::of(&[Person::new(PersonId(1), "Cllr P Present")]);
        assert_eq!(
            book.mentions("Councillor Present spoke")[0].person,
            Some(PersonId(1)),
            "the roll knows better"
        );
    }

    #[test]
    fn a_name_begun_is_whoever_may_be_meant() {
        let begun = |text: &str| {
            book().begun(text).map(|(at, people)| (at, people.into_iter().map(|id| id.0).collect::<Vec<_>>()))
        };
        assert_eq!(begun("thanked Mr Ta"), Some((8, vec![3])));
        assert_eq!(begun("Oak"), Some((0, vec![1, 2])));
        assert_eq!(begun("thanked Mrs Oa"), Some((8, vec![2, 1])), "whose title it is goes first");
        assert_eq!(begun("and lin"), Some((4, vec![4])));
        assert_eq!(begun("Mr Tallow"), Some((0, vec![3])));
        for text in ["", "a", "Ta ", "thanked T", "the ta"] {
            assert_eq!(begun(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_mention_is_in_full_and_those_after_it_short() {
        let book = book();
        assert_eq!(
            book.forms(PersonId(4)),
            ["Linden Fenwick (Harbour Engineer, Saltmarsh District Council)", "Linden Fenwick"]
        );
        assert_eq!(book.forms(PersonId(3)), ["Mr R P Tallow", "Mr Tallow", "Bob Tallow"]);
        assert_eq!(book.forms(PersonId(6)), ["Dr Ines de la Mare", "Dr de la Mare"]);
        let twice =
            NameBook::of(&[Person::new(PersonId(1), "Ms A Oake"), Person::new(PersonId(2), "Ms D Oake")]);
        assert_eq!(twice.forms(PersonId(1)), ["Ms A Oake"], "Ms Oake could be either");
    }
}
