//! The head of a paper: which body, when, where, whom to ask, who belongs to it. Reads the lines before the
//! first item, and those fields that stand below the last one; knows nothing of items.

use super::body;
use super::convening::{self, Convening};
use super::cue;
use super::date;
use super::field::{self, Field};
use super::letter;
use super::listing;
use super::paper::{Ledger, Line, Role, squeeze};
use super::people::{self, Named};
use super::roster;
use super::{Meaning, Sure};
use crate::domain::meeting::Head;
use chrono::NaiveTime;

/// How people stand in the lists of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// As members of the body; nothing is said about their being there.
    Member,
    /// As present.
    Present,
    /// As in attendance.
    InAttendance,
    /// As having sent apologies.
    Apologies,
    /// As a guest who was there.
    Guest,
}

/// What the head of a paper says.
#[derive(Debug, Default)]
pub(super) struct Front {
    /// The head of the record.
    pub head: Head,
    /// The people listed, in order.
    pub people: Vec<(Listed, Named)>,
    /// Whether the paper calls itself minutes.
    pub is_minutes: bool,
    /// The best name of the body so far, and how good it is.
    body: Option<(u32, String)>,
}

impl Front {
    /// Reads the lines before the first item.
    pub fn read(lines: &[Line], ledger: &mut Ledger) -> Self {
        let mut front = Front::default();
        for group in listing::with_headings(lines) {
            if letter::is_mail_header(group) {
                group.iter().for_each(|line| ledger.say(line, Meaning::Furniture, Sure::Recognised));
            } else if !front.people(group, ledger) && !front.convening(group, ledger) {
                front.each_line(group, ledger);
            }
        }
        front.signature(lines, ledger);
        front.guess_venue(lines, ledger);
        front.address(lines, ledger);
        front.head.body = front.body.take().map(|(_, body)| body).unwrap_or_default();
        front
    }

    /// Reads the lines after the last item, where a date alone is the day of publication.
    pub fn read_tail(&mut self, lines: &[Line], ledger: &mut Ledger) {
        let mut rest = lines;
        while !rest.is_empty() {
            let (people, read) = roster::read(rest, ledger);
            self.people.extend(people);
            let (_, after) = rest.split_at_checked(read).unwrap_or((rest, &[]));
            let Some(group) = groups(after).next() else { break };
            if !self.people(group, ledger) {
                self.contact_in_sentence(group, ledger);
                group.iter().for_each(|line| self.tail_line(line, ledger));
            }
            rest = after.get(group.len()..).unwrap_or(&[]);
        }
        self.signature(lines, ledger);
    }

    /// Whoever signs for the body is whom to ask, if nobody else is named.
    fn signature(&mut self, lines: &[Line], ledger: &mut Ledger) {
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.role == Role::Plain) {
            let words = line.words();
            let next = lines.get(at + 1).map(Line::words).unwrap_or_default();
            let signs = letter::signs(&words).or_else(|| {
                (letter::is_bare_name(&words) && letter::is_office(&next)).then(|| words.clone())
            });
            if ledger.said(line.number).is_some() {
                continue;
            } else if let Some(name) = signs {
                let known = &self.head.contact;
                let (meaning, sure) = match (known.is_empty(), letter::is_same(&name, known)) {
                    (true, _) => (Meaning::Contact, Sure::Guessed),
                    (false, true) => (Meaning::Contact, Sure::Recognised),
                    (false, false) => (Meaning::Courtesy, Sure::Recognised),
                };
                first_of(&mut self.head.contact, name, meaning);
                ledger.say(line, meaning, sure);
            } else if letter::is_office(&words) && !self.head.contact.is_empty() {
                ledger.say(line, Meaning::Courtesy, Sure::Recognised);
            }
        }
        for line in lines.iter().filter(|line| line.role == Role::Plain) {
            let words = line.words();
            if letter::is_bare_name(&words) && letter::is_same(&words, &self.head.contact) {
                ledger.say(line, Meaning::Courtesy, Sure::Recognised);
            }
        }
    }

    /// The line with a postal code right below the contact is where the contact is to be found, and no venue.
    fn address(&self, lines: &[Line], ledger: &mut Ledger) {
        for pair in lines.windows(2) {
            let [above, line] = pair else { continue };
            let under = ledger.said(above.number).is_some_and(|(meaning, _)| meaning == Meaning::Contact);
            if under && !line.gap && field::ends_with_postcode(&line.text) {
                ledger.say(line, Meaning::Contact, Sure::Recognised);
            }
        }
    }

    /// `Questions should be sent to the Secretary …, Lena Burr, at …` names whom to ask.
    fn contact_in_sentence(&mut self, group: &[Line], ledger: &mut Ledger) {
        let words = joined(group);
        let leads = [" sent to ", " please contact ", "Please contact "];
        let further = ["For further ", "For more "].iter().any(|start| words.starts_with(start));
        let after = leads.iter().find_map(|lead| words.split_once(lead));
        let after =
            after.or_else(|| words.split_once(" contact ").filter(|_| further)).map(|(_, after)| after);
        let Some(after) = after.filter(|_| self.head.contact.is_empty()) else { return };
        let name = after.split([',', ';', '.']).next().unwrap_or("");
        let name = name.split(" on ").next().unwrap_or("").split(" at ").next().unwrap_or("").trim();
        let Some(named) = people::list(name).into_iter().next().filter(|named| named.name.contains(' '))
        else {
            return;
        };
        self.head.contact = named.name;
        for line in group {
            ledger.say(line, Meaning::Contact, Sure::Guessed);
        }
    }

    fn tail_line(&mut self, line: &Line, ledger: &mut Ledger) {
        let words = line.words();
        if let Some(time) = cue::closing_time(&words) {
            self.head.ends.get_or_insert(time);
            ledger.say(line, Meaning::Close, Sure::Recognised);
        } else if cue::tells_the_end(&words) {
            ledger.say(line, Meaning::Close, Sure::Recognised);
        } else if date::is_only_a_date(&words) {
            self.published(&words, line, ledger);
        } else if line.role == Role::Furniture || cue::is_furniture(&words) || cue::is_signature(&words) {
            ledger.say(line, Meaning::Furniture, Sure::Recognised);
        } else if cue::is_courtesy(&words) || letter::is_notice(&words) {
            ledger.say(line, Meaning::Courtesy, Sure::Recognised);
        } else {
            self.fields(field::read_tail(line), line, ledger);
        }
    }

    fn published(&mut self, words: &str, line: &Line, ledger: &mut Ledger) {
        if self.head.published.is_none() {
            self.head.published = date::date(words);
        }
        ledger.say(line, Meaning::Published, Sure::Recognised);
    }

    /// A group that begins with `PRESENT:` or the like is a list of people to its end.
    fn people(&mut self, group: &[Line], ledger: &mut Ledger) -> bool {
        if !listing::opens(group) {
            return false;
        }
        for (listed, text, line) in listing::lists(group) {
            self.people.extend(people::list(&text).into_iter().map(|person| (listed, person)));
            for line in line {
                ledger.say(line, meaning_of(listed), Sure::Recognised);
            }
        }
        true
    }

    /// A sentence that says that a meeting of a body is or was held somewhere at some time.
    fn convening(&mut self, group: &[Line], ledger: &mut Ledger) -> bool {
        let Some(said) = convening::read(&joined(group)) else { return false };
        self.convened(said, group, ledger);
        true
    }

    fn convened(&mut self, said: Convening, lines: &[Line], ledger: &mut Ledger) {
        if let Some(name) = said.body {
            self.consider_body(100, &name);
        }
        self.is_minutes |= said.is_minutes;
        if !said.noun.is_empty() {
            self.head.noun = said.noun;
        }
        self.head.date = said.date.or(self.head.date);
        self.head.starts = said.time.or(self.head.starts);
        if !said.venue.is_empty() {
            self.head.venue = said.venue;
        }
        for line in lines {
            ledger.say(line, Meaning::Convening, Sure::Recognised);
        }
    }

    fn each_line(&mut self, group: &[Line], ledger: &mut Ledger) {
        self.contact_in_sentence(group, ledger);
        for line in group {
            let words = line.words();
            if line.role == Role::Furniture || cue::is_furniture(&words) {
                ledger.say(line, Meaning::Furniture, Sure::Recognised);
            } else if cue::is_courtesy(&words) {
                ledger.say(line, Meaning::Courtesy, Sure::Recognised);
            } else if let Some(name) =
                words.strip_suffix(" in the Chair").filter(|name| people::has_title(name))
            {
                let chair = Named { name: name.to_owned(), role: "Chair".to_owned(), ..Named::default() };
                self.people.push((Listed::Member, chair));
                ledger.say(line, Meaning::Present, Sure::Recognised);
            } else if let Some(said) = convening::read_heading(&words) {
                self.convened(said, std::slice::from_ref(line), ledger);
            } else if !self.fields(field::read(line), line, ledger) {
                self.name_of_body(&words, line, ledger);
                self.formalities(&words, line, ledger);
            }
        }
    }

    /// What names no body and no field may still be only the form of the paper.
    fn formalities(&self, words: &str, line: &Line, ledger: &mut Ledger) {
        if letter::only_names_the_paper(words) || letter::names_columns(line) {
            ledger.say(line, Meaning::Furniture, Sure::Recognised);
        } else if letter::is_notice(words) {
            ledger.say(line, Meaning::Courtesy, Sure::Recognised);
        }
    }

    /// Takes in the fields of a line. Returns whether there was one.
    fn fields(&mut self, fields: Vec<Field>, line: &Line, ledger: &mut Ledger) -> bool {
        let any = !fields.is_empty();
        for field in fields {
            let meaning = self.take(field);
            ledger.say(line, meaning, Sure::Recognised);
        }
        any
    }

    fn take(&mut self, field: Field) -> Meaning {
        let head = &mut self.head;
        match field {
            Field::Body(words) => {
                self.consider_body(60, &words);
                Meaning::Body
            }
            // A second date before that of the meeting, and without an hour, is when the paper was sent out.
            Field::Date(date, None, _) if head.date.is_some_and(|meets| date < meets) => {
                head.published.get_or_insert(date);
                Meaning::Published
            }
            Field::Date(date, starts, ends) => {
                head.date.get_or_insert(date);
                self.hours(starts, ends);
                Meaning::Date
            }
            Field::Time(starts, ends) => {
                self.hours(starts, ends);
                Meaning::Time
            }
            Field::Venue(venue) => {
                head.venue = venue;
                Meaning::Venue
            }
            Field::Contact(name) => first_of(&mut head.contact, name, Meaning::Contact),
            Field::Telephone(number) => first_of(&mut head.telephone, number, Meaning::Telephone),
            Field::Email(address) => first_of(&mut head.email, address, Meaning::Email),
            Field::Published(date) => {
                head.published = Some(date);
                Meaning::Published
            }
            Field::Quorum(members) => {
                head.quorum = Some(members);
                Meaning::Quorum
            }
            Field::NextMeeting(date) => {
                head.next_meeting = Some(date);
                Meaning::NextMeeting
            }
        }
    }

    fn hours(&mut self, starts: Option<NaiveTime>, ends: Option<NaiveTime>) {
        self.head.starts = self.head.starts.or(starts);
        self.head.ends = self.head.ends.or(ends);
    }

    fn name_of_body(&mut self, words: &str, line: &Line, ledger: &mut Ledger) {
        if let Some((weight, name, minutes)) = body::candidate(words) {
            self.is_minutes |= minutes;
            self.consider_body(weight, &name);
            ledger.say(line, Meaning::Body, Sure::Recognised);
        }
    }

    fn consider_body(&mut self, weight: u32, name: &str) {
        if self.body.as_ref().is_none_or(|(before, _)| weight > *before) {
            self.body = Some((weight, body::cased(name)));
        }
    }

    /// Takes a line that sounds like a room, and that nothing else explains, for the venue.
    fn guess_venue(&mut self, lines: &[Line], ledger: &mut Ledger) {
        for line in lines {
            for (_, cell) in line.cells() {
                let free = ledger
                    .said(line.number)
                    .is_none_or(|(meaning, _)| meaning == Meaning::Date || meaning == Meaning::Telephone);
                let is_name = body::candidate(cell).is_some_and(|(weight, ..)| weight >= 45);
                if self.head.venue.is_empty() && free && !is_name && field::sounds_like_a_place(cell) {
                    let (place, hour) = field::place_and_hour(cell);
                    self.head.venue = convening::only_place(&squeeze(place));
                    self.hours(hour, None);
                    ledger.say(line, Meaning::Venue, Sure::Guessed);
                }
            }
        }
    }
}

/// Fills a field of the head with the first of its kind that the paper names.
fn first_of(field: &mut String, value: String, meaning: Meaning) -> Meaning {
    if field.is_empty() {
        *field = value;
    }
    meaning
}

/// What a list of people is called in the report.
fn meaning_of(listed: Listed) -> Meaning {
    match listed {
        Listed::Member => Meaning::Members,
        Listed::Present => Meaning::Present,
        Listed::InAttendance | Listed::Guest => Meaning::InAttendance,
        Listed::Apologies => Meaning::Apologies,
    }
}

/// Lines as one text.
pub(super) fn joined(lines: &[Line]) -> String {
    squeeze(&lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "))
}

/// The lines in groups that no blank line parts.
pub(super) fn groups(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    let mut rest = lines;
    std::iter::from_fn(move || {
        let length = 1 + rest.iter().skip(1).take_while(|line| !line.gap).count();
        let (group, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(group)
    })
}
