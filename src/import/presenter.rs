//! Who presents an item, where the name or initials stand in brackets behind every title. Knows the items of one
//! meeting and the people on its roll.

use super::title;
use crate::domain::meeting::Meeting;

/// Moves the brackets behind the titles below them, where they are the initials of people on the roll, or where a third
/// of the items have one that reads as a name.
pub(super) fn take(meeting: &mut Meeting) {
    let initials: Vec<String> = meeting.people.iter().map(|person| initials(&person.name)).collect();
    let named = meeting.items.iter().filter(|item| bracket(&item.heading.title).is_some_and(is_name)).count();
    let is_column = named >= 3 && named * 3 >= meeting.items.len();
    for item in &mut meeting.items {
        let Some((title, inner)) = title::trailing_bracket(&item.heading.title) else { continue };
        let known = inner.split(['/', ' ', ',']).all(|part| initials.iter().any(|known| known == part));
        if known || is_column && is_name(inner) {
            let (title, inner) = (title.to_owned(), inner.to_owned());
            item.heading.text.insert(0, inner);
            item.heading.title = title;
        }
    }
}

fn bracket(title: &str) -> Option<&str> {
    title::trailing_bracket(title).map(|(_, inner)| inner)
}

/// One to three words with capitals, and no figures.
fn is_name(inner: &str) -> bool {
    let words = inner.split(' ').count();
    words <= 3
        && inner
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase))
        && !inner.chars().any(|character| character.is_ascii_digit())
}

/// `Mrs Jo Lath` has the initials `JL`.
fn initials(name: &str) -> String {
    let words = name.split(',').next().unwrap_or(name).split([' ', '-']);
    let words = words.filter(|word| !super::people::is_title(word));
    words.filter_map(|word| word.chars().next()).filter(|first| first.is_uppercase()).collect()
}
