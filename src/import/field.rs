//! Labelled fields of a head: `Venue: …`, `Ask for: …`, `Telephone 01632 …`, and cells that are a field by
//! what they hold. Knows one line at a time; lists of people, which run over several, are read in [`super::listing`].

use super::cue;
use super::date;
use super::paper::{Line, squeeze};
use chrono::{NaiveDate, NaiveTime};

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Field {
    Body(String),
    Date(NaiveDate, Option<NaiveTime>, Option<NaiveTime>),
    Time(Option<NaiveTime>, Option<NaiveTime>),
    Venue(String),
    Contact(String),
    Telephone(String),
    Email(String),
    Published(NaiveDate),
    NextMeeting(NaiveDate),
    Quorum(u32),
}

/// The fields of a line in the head of a paper, column by column.
pub(super) fn read(line: &Line) -> Vec<Field> {
    fields(line, unlabelled)
}

/// The fields of a line at the end of a paper, where a date without a label may be any date.
pub(super) fn read_tail(line: &Line) -> Vec<Field> {
    fields(line, |words, fields| {
        if words.contains('@') || !words.contains(char::is_alphabetic) {
            reach(words, fields);
        }
    })
}

fn fields(line: &Line, unlabelled: fn(&str, &mut Vec<Field>)) -> Vec<Field> {
    let text = line.text.trim_start_matches(['-', '•', '*', ' ']);
    let mut fields = Vec::new();
    let mut waiting: Option<String> = None;
    for (_, cell) in super::paper::cells(text) {
        let words = squeeze(cell);
        let lower = words.to_lowercase();
        if let Some(label) = waiting.take() {
            labelled(&label, &words, &mut fields);
        } else if is_label(lower.trim_end_matches(':').trim_end()) {
            waiting = Some(words.trim_end_matches(':').to_owned());
        } else if let Some((label, value)) = label_and_value(&words) {
            labelled(label, value, &mut fields);
        } else {
            unlabelled(&words, &mut fields);
        }
    }
    fields
}

/// The labels that are known, each with what kind of field it names.
const LABELS: [(&str, Kind); 51] = [
    ("town clerk", Kind::Contact),
    ("parish clerk", Kind::Contact),
    ("committee clerk", Kind::Contact),
    ("proper officer", Kind::Contact),
    ("democratic services officer", Kind::Contact),
    ("meeting", Kind::Date),
    ("date published", Kind::Published),
    ("date issued", Kind::Published),
    ("issued", Kind::Published),
    ("date of despatch", Kind::Published),
    ("date of the next meeting", Kind::Next),
    ("date and time of next meeting", Kind::Next),
    ("date and time of the next meeting", Kind::Next),
    ("next meeting date", Kind::Next),
    ("posted", Kind::Published),
    ("company secretary", Kind::Contact),
    ("ask for", Kind::Contact),
    ("please ask for", Kind::Contact),
    ("contact", Kind::Contact),
    ("contact officer", Kind::Contact),
    ("committee officer", Kind::Contact),
    ("enquiries to", Kind::Contact),
    ("clerk", Kind::Contact),
    ("secretary", Kind::Contact),
    ("telephone", Kind::Telephone),
    ("telephone number", Kind::Telephone),
    ("tel", Kind::Telephone),
    ("phone", Kind::Telephone),
    ("email", Kind::Email),
    ("e-mail", Kind::Email),
    ("venue", Kind::Venue),
    ("place", Kind::Venue),
    ("location", Kind::Venue),
    ("where", Kind::Venue),
    ("date", Kind::Date),
    ("date and time", Kind::Date),
    ("date of meeting", Kind::Date),
    ("meeting date", Kind::Date),
    ("when", Kind::Date),
    ("time", Kind::Time),
    ("start time", Kind::Time),
    ("published", Kind::Published),
    ("date of publication", Kind::Published),
    ("date of issue", Kind::Published),
    ("date of notice", Kind::Published),
    ("dated", Kind::Published),
    ("next meeting", Kind::Next),
    ("date of next meeting", Kind::Next),
    ("quorum", Kind::Quorum),
    ("committee", Kind::Body),
    ("body", Kind::Body),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Body,
    Contact,
    Telephone,
    Email,
    Venue,
    Date,
    Time,
    Published,
    Next,
    Quorum,
}

fn kind(label: &str) -> Option<Kind> {
    let lower = label.to_lowercase();
    // A bilingual label has the English word last.
    let english = lower.rsplit(" / ").next().unwrap_or(&lower).trim();
    // `Clerk to the Council`, `Clerk and Responsible Financial Officer`, `Secretary to the Board`.
    if is_office(english) {
        return Some(Kind::Contact);
    }
    if english.starts_with("next meeting") {
        return Some(Kind::Next);
    }
    LABELS.iter().find(|(known, _)| *known == english).map(|(_, kind)| *kind)
}

/// Whether words in small letters are the office of whoever serves a body.
pub(super) fn is_office(lower: &str) -> bool {
    const SERVES: [&str; 4] = ["clerk to ", "clerk and ", "clerk of ", "secretary to "];
    SERVES.iter().any(|start| lower.starts_with(start)) && lower.split(' ').count() <= 6
}

fn is_label(words: &str) -> bool {
    kind(words).is_some() && words != "committee" && words != "body"
}

/// Whether a line begins with a label that is known.
pub(super) fn is_labelled(words: &str) -> bool {
    label_and_value(words).is_some()
}

/// A label with a colon and what follows it; the telephone also without a colon.
fn label_and_value(words: &str) -> Option<(&str, &str)> {
    if let Some((label, value)) = words.split_once(':').filter(|(label, _)| kind(label).is_some()) {
        return Some((label, value.trim()));
    }
    let (label, value) = words.split_once(' ')?;
    let is_number = value
        .starts_with(|character: char| character.is_ascii_digit() || character == '+' || character == '(');
    (is_number && kind(label.trim_end_matches('.')) == Some(Kind::Telephone))
        .then(|| (label.trim_end_matches('.'), value))
}

fn labelled(label: &str, value: &str, fields: &mut Vec<Field>) {
    let times = date::times(value);
    let (starts, ends) = (times.first().copied(), times.get(1).copied());
    let found = date::date(value);
    match kind(label) {
        // The day beside the office of whoever signs a summons is the day on which it went out.
        Some(Kind::Contact) if date::is_only_a_date(value) => fields.extend(found.map(Field::Published)),
        Some(Kind::Contact) => {
            fields.push(Field::Contact(contact_name(value)));
            reach(value, fields);
        }
        Some(Kind::Telephone | Kind::Email) => reach(value, fields),
        Some(Kind::Venue) => fields.push(Field::Venue(venue(value))),
        Some(Kind::Date) => fields.extend(found.map(|found| Field::Date(found, starts, ends))),
        Some(Kind::Time) => fields.push(Field::Time(starts, ends)),
        Some(Kind::Published) => fields.extend(found.map(Field::Published)),
        Some(Kind::Next) => fields.extend(found.map(Field::NextMeeting)),
        Some(Kind::Quorum) => fields.extend(first_number(value).map(Field::Quorum)),
        Some(Kind::Body) => fields.push(Field::Body(value.to_owned())),
        None => {}
    }
}

/// `Published Monday, 6 January 2025`, without a colon.
pub(super) fn tells_publication(words: &str) -> bool {
    let lower = words.to_lowercase();
    let says = ["published ", "issued ", "date published "].iter().any(|start| lower.starts_with(start));
    says && words.split(' ').count() <= 7 && date::date(words).is_some()
}

fn first_number(value: &str) -> Option<u32> {
    value.split(|character: char| !character.is_ascii_digit()).find_map(|figures| figures.parse().ok())
}

/// A cell that is a field by what it holds: a date with or without hours, an address of mail.
fn unlabelled(words: &str, fields: &mut Vec<Field>) {
    if words.contains('@') {
        return reach(words, fields);
    }
    if words.split(' ').count() > 14 {
        return;
    }
    let times = date::times(words);
    let (starts, ends) = (times.first().copied(), times.get(1).copied());
    match date::find(words) {
        Some((found, at)) => {
            let plain = date::plain_clocks(words.get(at.end..).unwrap_or(""));
            let (starts, ends) = match plain.as_slice() {
                [from, to] if times.is_empty() => (Some(*from), Some(*to)),
                _ => (starts, ends),
            };
            let before = words.get(..at.start).unwrap_or("").split_whitespace().count();
            if before <= 4 && !cue::tells_next_meeting(words) {
                fields.push(Field::Date(found, starts, ends));
            }
        }
        // A session behind closed doors comes before the meeting that is being read.
        None if starts.is_some() && begins_with_time(words) && !words.to_lowercase().contains("closed") => {
            fields.push(Field::Time(starts, ends));
        }
        None => {}
    }
}

fn begins_with_time(words: &str) -> bool {
    date::found_times(words).first().is_some_and(|(_, at)| at.start == 0) && words.split(' ').count() <= 8
}

/// The name at the start of a contact line, without post, number and address.
fn contact_name(value: &str) -> String {
    let is_name = |word: &&str| {
        let lower = word.to_lowercase();
        let stops =
            ["tel", "tel:", "telephone", "telephone:", "email", "email:", "e-mail:", "on", "or", "-", "–"];
        !word.contains(['@', '<', '(', '/'])
            && !word.chars().any(|c| c.is_ascii_digit())
            && !stops.contains(&lower.as_str())
    };
    let name = value.split_whitespace().take_while(is_name).collect::<Vec<_>>().join(" ");
    name.split([',', ';']).next().unwrap_or("").trim().to_owned()
}

/// Telephone numbers and addresses of mail, wherever they stand in a line.
fn reach(value: &str, fields: &mut Vec<Field>) {
    fields.extend(telephone(value).map(Field::Telephone));
    fields.extend(email(value).map(Field::Email));
}

/// The first run of figures that is long enough for a telephone number.
fn telephone(value: &str) -> Option<String> {
    let is_part = |character: char| character.is_ascii_digit() || " +()-".contains(character);
    let number = value.split(|character| !is_part(character)).find(|run| {
        let digits = run.chars().filter(char::is_ascii_digit).count();
        (9..=15).contains(&digits)
    })?;
    let bare = number.trim_matches([' ', '-']);
    let whole = bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let paired = bare.contains('(') == bare.contains(')');
    Some(whole.unwrap_or(if paired { bare } else { bare.trim_matches(['(', ')']) }).to_owned())
}

/// The first address of mail. One that the printing has broken at a stop is joined again.
fn email(value: &str) -> Option<String> {
    let mut words = value.split_whitespace().skip_while(|word| !word.contains('@'));
    let mut address = words.next()?.trim_start_matches(['<', '(', '[']).to_owned();
    if address.rsplit('.').next().is_some_and(|last| last.len() == 1)
        && let Some(broken) = words.next()
    {
        address.push_str(broken);
    }
    let address = address.trim_end_matches(['>', ')', ']', '.', ',', ';']).to_owned();
    Some(address).filter(|address| !address.starts_with('@') && !address.ends_with('@'))
}

fn venue(value: &str) -> String {
    squeeze(value).trim_end_matches("View directions").trim_end_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<Field> {
        read(&Line { text: text.to_owned(), ..Line::default() })
    }

    #[test]
    fn a_contact_line_is_taken_apart() {
        let found = fields("Contact: Petra Lamb 01632 960555 Email: petra.lamb@weald.example");
        let wanted = [
            Field::Contact("Petra Lamb".into()),
            Field::Telephone("01632 960555".into()),
            Field::Email("petra.lamb@weald.example".into()),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn the_day_beside_who_signs_is_that_of_the_notice() {
        let found = fields("Clerk to the Council                    Thursday 7th November 2024");
        assert_eq!(found, [Field::Published(NaiveDate::from_ymd_opt(2024, 11, 7).unwrap())]);
    }

    #[test]
    fn columns_are_fields_of_their_own() {
        let found = fields("Thursday, 23rd June, 2022, at 9.30 am            Ask for:            Tamsin Orr");
        assert_eq!(found.len(), 2);
        assert_eq!(found[1], Field::Contact("Tamsin Orr".into()));
    }

    #[test]
    fn a_broken_address_is_joined() {
        let found = fields("Telephone 01632 960555 petra.lamb@weald.g ov.uk");
        assert_eq!(found[1], Field::Email("petra.lamb@weald.gov.uk".into()));
    }
}
