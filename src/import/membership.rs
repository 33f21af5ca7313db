//! Lists of people as spreadsheets save them: rows with commas, semicolons or tabs between their cells, and a
//! heading that says what each column is, in any order. Knows headings and names, and no meeting until it asks
//! who is new to one.

use super::Refusal;
use super::decode;
use super::people as names;
use crate::domain::id::PersonId;
use crate::domain::meeting::Meeting;
use crate::domain::people::{Membership, Person};
use crate::text::tame;

/// The heading may stand below so many lines of something else.
const DEEPEST: usize = 10;
/// No body has more people.
const MOST_PEOPLE: usize = 5000;
/// No name, post or organisation is longer, in characters.
const LONGEST: usize = 200;

/// What was read from a list of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People {
    /// The people, in the order of the list. Their ids are yet to be drawn.
    pub people: Vec<Person>,
    /// What the clerk should know about how the list was read.
    pub notes: Vec<String>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    /// `Mr`, `Cllr`; or a post, where no cell of the column is such a word.
    Title,
    Forename,
    Surname,
    Honours,
    Post,
    Organisation,
    Role,
    Membership,
}

/// The words by which columns are headed.
const HEADINGS: [(Column, &[&str]); 9] = [
    (
        Column::Name,
        &[
            "name",
            "full name",
            "member",
            "members",
            "councillor",
            "governor",
            "director",
            "trustee",
            "person",
            "attendee",
        ],
    ),
    (Column::Title, &["title", "salutation", "prefix"]),
    (Column::Forename, &["forename", "forenames", "first name", "first names", "given name", "given names"]),
    (Column::Surname, &["surname", "last name", "family name"]),
    (Column::Honours, &["honours", "letters", "suffix", "post-nominals"]),
    (Column::Post, &["post", "position", "job title", "job", "occupation", "designation"]),
    (
        Column::Organisation,
        &[
            "organisation",
            "organization",
            "authority",
            "council",
            "company",
            "employer",
            "representing",
            "nominated by",
            "party",
            "political party",
            "group",
        ],
    ),
    (Column::Role, &["role", "office", "capacity", "role on committee", "position on committee"]),
    (Column::Membership, &["membership", "status", "type", "category", "sits as", "kind", "member type"]),
];

/// Reads a list of people.
///
/// # Errors
/// [`Refusal`] says why the file is no such list.
pub fn people(bytes: &[u8]) -> Result<People, Refusal> {
    if bytes.starts_with(b"PK\x03\x04")
        || bytes.starts_with(b"\xD0\xCF\x11\xE0")
        || bytes.starts_with(b"%PDF")
    {
        return Err(Refusal::NoPeople);
    }
    let decode::Decoded { text, mut notes } = decode::decode(bytes)?;
    let rows = rows(&text);
    let (columns, first) = heading(&rows);
    if first == 0 && !are_people(&rows) {
        return Err(Refusal::NoPeople);
    }
    let unread: Vec<&str> = first
        .checked_sub(1)
        .and_then(|heading| rows.get(heading))
        .map(|heading| {
            heading.iter().zip(&columns).filter(|(_, column)| column.is_none()).map(|(cell, _)| cell.as_str())
        })
        .into_iter()
        .flatten()
        .filter(|cell| !cell.is_empty())
        .collect();
    if !unread.is_empty() {
        notes.push(format!("These columns of the list were not read: {}.", unread.join(", ")));
    }
    let is_titles = is_titles(&rows, &columns, first);
    let read = rows.iter().skip(first).filter_map(|row| person(row, &columns, is_titles));
    let people: Vec<Person> = read.take(MOST_PEOPLE).collect();
    if people.is_empty() { Err(Refusal::NoPeople) } else { Ok(People { people, notes }) }
}

/// Those of a list who are not on the roll yet. Somebody who is there under another form of the name is not new:
/// `Cllr J Sorrel` is `Councillor Jane Sorrel`.
#[must_use]
pub fn newcomers(meeting: &Meeting, people: Vec<Person>) -> Vec<Person> {
    let mut new: Vec<Person> = Vec::new();
    for person in people {
        let is_known = |known: &Person| is_same(&known.name, &person.name);
        let among_known = meeting
            .people
            .iter()
            .any(|known| is_known(known) || known.aliases.iter().any(|alias| is_same(alias, &person.name)));
        if !among_known && !new.iter().any(is_known) {
            new.push(person);
        }
    }
    new
}

/// The rows of a text, parted by the sign that parts most.
fn rows(text: &str) -> Vec<Vec<String>> {
    let head: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(DEEPEST).collect();
    let count =
        |sign: u8| head.iter().map(|line| line.bytes().filter(|byte| *byte == sign).count()).sum::<usize>();
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.delimiter(delimiter).has_headers(false).flexible(true).trim(csv::Trim::All);
    let records = reader.from_reader(text.as_bytes()).into_records();
    let cells = |record: csv::StringRecord| {
        let cell = |cell: &str| tame(cell).split_whitespace().collect::<Vec<_>>().join(" ");
        record.iter().map(cell).map(|cell| cell.chars().take(LONGEST).collect()).collect::<Vec<String>>()
    };
    let filled = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
    records.flatten().map(cells).filter(filled).take(MOST_PEOPLE + DEEPEST).collect()
}

/// Whether most rows begin with what can be somebody's name: a list without a heading is known by nothing else.
fn are_people(rows: &[Vec<String>]) -> bool {
    let names_somebody = |row: &&Vec<String>| {
        let Some(cell) = row.iter().find(|cell| !cell.is_empty()) else { return false };
        matches!(names::list(&turned(cell)).as_slice(), [only] if !only.name.contains(':'))
    };
    rows.iter().filter(names_somebody).count() * 2 > rows.len()
}

/// What the columns hold, and which row is the first with people. Without a heading the name comes first, then
/// the post and the organisation.
fn heading(rows: &[Vec<String>]) -> (Vec<Option<Column>>, usize) {
    let columns = |row: &Vec<String>| row.iter().map(|cell| column(cell)).collect::<Vec<_>>();
    let names = |columns: &[Option<Column>]| {
        columns.iter().any(|column| matches!(column, Some(Column::Name | Column::Surname)))
    };
    let found = rows.iter().take(DEEPEST).map(columns).position(|columns| names(&columns));
    match found.and_then(|at| Some((columns(rows.get(at)?), at + 1))) {
        Some(found) => found,
        None => (vec![Some(Column::Name), Some(Column::Post), Some(Column::Organisation)], 0),
    }
}

fn column(heading: &str) -> Option<Column> {
    let lower = heading.to_lowercase();
    let lower = lower.trim_end_matches([':', '.']);
    HEADINGS.iter().find(|(_, words)| words.contains(&lower)).map(|(column, _)| *column)
}

/// Whether the column headed `Title` has what stands before names, and not posts.
fn is_titles(rows: &[Vec<String>], columns: &[Option<Column>], first: usize) -> bool {
    let Some(at) = columns.iter().position(|column| *column == Some(Column::Title)) else { return false };
    let cells = || rows.iter().skip(first).filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
    cells().all(|cell| !cell.contains(' ') && names::has_title(&format!("{cell} Name")))
}

/// The person of a row; none if nobody is named in it.
fn person(row: &[String], columns: &[Option<Column>], is_titles: bool) -> Option<Person> {
    let cell = |wanted: Column| {
        let cells = row.iter().zip(columns).filter(|(_, column)| **column == Some(wanted));
        cells.map(|(cell, _)| cell.as_str()).find(|cell| !cell.is_empty()).unwrap_or("")
    };
    let title = if is_titles { cell(Column::Title) } else { "" };
    let whole = turned(cell(Column::Name));
    let name = if cell(Column::Surname).is_empty() {
        [title, &whole].join(" ")
    } else {
        [title, cell(Column::Forename), cell(Column::Surname)].join(" ")
    };
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let honours = cell(Column::Honours);
    let name = if honours.is_empty() { name } else { format!("{name}, {honours}") };
    let is_nobody = ["vacant", "vacancy"].contains(&name.to_lowercase().as_str());
    if !name.chars().any(char::is_alphabetic) || is_nobody {
        return None;
    }
    let post =
        if is_titles || cell(Column::Title).is_empty() { cell(Column::Post) } else { cell(Column::Title) };
    let (role, status) = (cell(Column::Role), cell(Column::Membership));
    let membership = membership(status).or_else(|| membership(role)).unwrap_or_default();
    let is_said = membership.word() == role.to_lowercase();
    Some(Person {
        post: post.to_owned(),
        organisation: cell(Column::Organisation).to_owned(),
        role: if is_said { String::new() } else { role.to_owned() },
        membership,
        ..Person::new(PersonId(0), name)
    })
}

/// `Fenwick, Linden` as it is spoken.
fn turned(name: &str) -> String {
    match name.split_once(',') {
        Some((surname, forename))
            if !surname.contains(' ') && forename.contains(char::is_lowercase) && !forename.contains(',') =>
        {
            format!("{} {surname}", forename.trim())
        }
        _ => name.to_owned(),
    }
}

/// How somebody belongs to the meeting, by the word that a list has for it.
fn membership(word: &str) -> Option<Membership> {
    let lower = word.to_lowercase();
    let is = |words: &[&str]| {
        words.iter().any(|word| lower.split([' ', '-', '/', '(', ')']).any(|part| part == *word))
    };
    if is(&["substitute", "sub", "reserve"]) {
        Some(Membership::Substitute)
    } else if is(&["officer", "staff", "adviser", "advisor", "clerk"]) {
        Some(Membership::Officer)
    } else if is(&["partner", "observer"]) {
        Some(Membership::Partner)
    } else if is(&["guest", "invited", "invitee", "visitor", "speaker"]) {
        Some(Membership::Guest)
    } else if is(&["public"]) {
        Some(Membership::Public)
    } else {
        is(&["member", "opted", "voting"]).then_some(Membership::Member)
    }
}

/// Whether two names are forms of one: the surname is the same, and given names agree as far as both say them.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (parts(one), parts(other));
    let (Some((surname, given)), Some((other_surname, other_given))) =
        (one.1.split_last(), other.1.split_last())
    else {
        return false;
    };
    let titles = match (one.0, other.0) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    let agree =
        |(one, other): (&String, &String)| one.starts_with(other.as_str()) || other.starts_with(one.as_str());
    // A surname alone could be anybody's.
    let told = given.is_empty() == other_given.is_empty();
    surname == other_surname && titles && told && given.iter().zip(other_given).all(agree)
}

/// Whether a name has a man's title or a woman's, if it has one that says so, and its words without titles and
/// letters behind it.
fn parts(name: &str) -> (Option<bool>, Vec<String>) {
    let name = name.split(',').next().unwrap_or("").to_lowercase();
    let words = || name.split([' ', '.']).filter(|word| !word.is_empty());
    let is_man = words().find_map(|word| match word {
        "mr" | "sir" | "lord" => Some(true),
        "mrs" | "ms" | "miss" | "dame" | "lady" => Some(false),
        _ => None,
    });
    let plain = words().filter(|word| !names::has_title(&format!("{word} name")));
    (is_man, plain.map(|word| word.replace(['’', '\''], "")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_name_are_known() {
        assert!(is_same("Cllr J Sorrel", "Councillor Jane Sorrel"));
        assert!(is_same("Mr R P Tallow, OBE", "R. P. Tallow"));
        assert!(is_same("Linden Fenwick", "linden FENWICK"));
        assert!(!is_same("Mr A Groyne", "Mrs A Groyne"));
        assert!(!is_same("Cllr J Sorrel", "Cllr K Sorrel"));
        assert!(!is_same("Mr Groyne", "Adam Groyne"));
    }

    #[test]
    fn names_are_turned_round() {
        assert_eq!(turned("Fenwick, Linden"), "Linden Fenwick");
        assert_eq!(turned("R P Tallow, OBE"), "R P Tallow, OBE");
    }
}
