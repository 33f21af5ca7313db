//! Head of a paper: which body of which authority, when, where, whom to ask, who belongs to it.
//!
//! A first pass goes through the lines before the first item and below the last one, takes people, contacts and what is
//! told beside the business, and says in the ledger what each line is. Body, day, hour and venue are *weighed*: `rows` puts
//! the lines into plain words, `labels` and `sentences` find what they say outright, `bodies`, `moments` and `venues`
//! gather candidates with their evidence, `weights` says what evidence is worth, and `ballot` takes the best.

mod ballot;
mod bodies;
mod labels;
mod lexicon;
mod moments;
mod names;
mod rows;
mod sentences;
mod venues;
mod weights;
mod words;

use super::aside::Asides;
use super::body;
use super::convening::{self, Convening};
use super::cue;
use super::date;
use super::field::{self, Field};
use super::heading as set;
use super::invite::{self, Header};
use super::letter;
use super::listing::{self, Listed, sentence};
use super::notice;
use super::paper::{Ledger, Line, Role, groups, joined};
use super::people::{self, Named};
use super::roster;
use super::welsh;
use super::{Meaning, Sure};
use crate::domain::meeting::Head;
use ballot::Choice;
use bodies::Bodies;
use chrono::NaiveDate;
use moments::Moments;
use rows::Row;
use weights::Evidence;

/// A paragraph over more lines tells more than who was there.
const LONGEST_SENTENCE: usize = 12;

/// What the head of a paper says.
#[derive(Debug, Default)]
pub(super) struct Front {
    /// The head of the record.
    pub head: Head,
    /// The people listed, in order.
    pub people: Vec<(Listed, Named)>,
    /// What is told beside the business.
    pub asides: Asides,
    /// Whether the paper calls itself minutes.
    pub is_minutes: bool,
    /// The authority whose body meets: council, trust, company. The body itself where the full council meets.
    pub authority: String,
    /// The lines above the first item in plain words.
    rows: Vec<Row>,
}

impl Front {
    /// Reads the lines before the first item.
    pub fn read(lines: &[Line], ledger: &mut Ledger) -> Self {
        let mut front = Front::default();
        let mut rest = lines;
        while let Some(group) = groups(rest).next() {
            let mut read = group.len();
            if letter::is_mail_header(group) {
                front.invited(group, ledger);
            } else if !front.asides.take(group, ledger) {
                read = front.group(rest, group, ledger);
            }
            rest = rest.get(read.max(1)..).unwrap_or(&[]);
        }
        front.signature(lines, ledger);
        front.address(lines, ledger);
        front.rows = rows::rows(lines, ledger);
        front.weigh(lines, ledger);
        front
    }

    /// Reads a group of lines, and further lines where it begins lists of people. Returns how many.
    fn group(&mut self, rest: &[Line], group: &[Line], ledger: &mut Ledger) -> usize {
        if let Some(read) = self.people(rest, ledger).or_else(|| self.convening(rest, group, ledger)) {
            return read;
        }
        // Other lines may stand right above a list.
        let list = (1..group.len()).find(|at| group.get(*at).is_some_and(listing::begins));
        if let Some(at) = list
            && let Some(read) = rest.get(at..).and_then(|below| self.people(below, ledger))
        {
            self.each_line(group.get(..at).unwrap_or(group), ledger);
            return at + read;
        }
        self.each_line(group, ledger);
        group.len()
    }

    /// The header of a mail says when and where only if it is an invitation; the rest is about the mail.
    fn invited(&mut self, group: &[Line], ledger: &mut Ledger) {
        for line in group {
            if let Some(Header::Field) = invite::header(&line.text) {
                self.fields(field::read(line), line, ledger);
            }
            ledger.say(line, Meaning::Furniture, Sure::Recognised);
        }
    }

    /// Reads the lines after the last item, where a date alone is the day of publication.
    pub fn read_tail(&mut self, lines: &[Line], ledger: &mut Ledger) {
        let mut rest = lines;
        while !rest.is_empty() {
            let (people, read) = roster::read(rest, ledger);
            self.people.extend(people);
            let (_, after) = rest.split_at_checked(read).unwrap_or((rest, &[]));
            let Some(group) = groups(after).next() else { break };
            let mut read = group.len();
            if !self.asides.take(group, ledger) {
                match self.people(after, ledger) {
                    Some(people) => read = people,
                    None => {
                        self.contact_in_sentence(group, ledger);
                        group.iter().for_each(|line| self.tail_line(line, ledger));
                    }
                }
            }
            rest = after.get(read.max(1)..).unwrap_or(&[]);
        }
        self.signature(lines, ledger);
        self.rows.extend(rows::tail(lines, ledger));
        self.weigh(lines, ledger);
    }

    fn tail_line(&mut self, line: &Line, ledger: &mut Ledger) {
        let words = line.words();
        if let Some(time) = cue::closing_time(&words) {
            self.head.ends.get_or_insert(time);
            ledger.say(line, Meaning::Close, Sure::Recognised);
        } else if cue::tells_the_end(&words) {
            ledger.say(line, Meaning::Close, Sure::Recognised);
        } else if date::is_only_a_date(&words) || field::tells_publication(&words) {
            self.published(&words, line, ledger);
        } else if let Some(next) = self.next_meeting(&words) {
            self.head.next_meeting.get_or_insert(next);
            ledger.say(line, Meaning::NextMeeting, Sure::Recognised);
        } else if line.role == Role::Furniture
            || invite::is_boilerplate(&words)
            || cue::is_furniture(&words)
            || cue::is_signature(&words)
        {
            ledger.say(line, Meaning::Furniture, Sure::Recognised);
        } else if cue::is_courtesy(&words) || letter::is_notice(&words) {
            ledger.say(line, Meaning::Courtesy, Sure::Recognised);
        } else if listing::heading(&words).is_some() {
            // The names stand below it, with labels of their own.
            ledger.say(line, Meaning::Members, Sure::Recognised);
        } else {
            self.fields(field::read_tail(line), line, ledger);
        }
    }

    /// The day in a sentence that says when the body meets next.
    fn next_meeting(&self, words: &str) -> Option<NaiveDate> {
        let told = date::date(words).filter(|_| cue::tells_next_meeting(words))?;
        (self.head.date.is_none_or(|day| told > day)).then_some(told)
    }

    fn published(&mut self, words: &str, line: &Line, ledger: &mut Ledger) {
        if self.head.published.is_none() {
            self.head.published = date::date(words);
        }
        ledger.say(line, Meaning::Published, Sure::Recognised);
    }

    /// Reads the lists of people that begin here, or a paragraph that tells who was there. Returns how many lines they
    /// take.
    fn people(&mut self, lines: &[Line], ledger: &mut Ledger) -> Option<usize> {
        let taken = listing::take(lines, None);
        if taken.read > 0 {
            for (listed, line) in taken.lines {
                ledger.say(line, listed.meaning(), Sure::Recognised);
            }
            for line in lines.iter().take(taken.read).filter(|line| line.role == Role::Furniture) {
                ledger.say(line, Meaning::Furniture, Sure::Recognised);
            }
            self.people.extend(taken.people);
            return Some(taken.read);
        }
        let group = groups(lines).next().filter(|group| group.len() <= LONGEST_SENTENCE)?;
        let told = sentence::read(&joined(group))?;
        for (line, (listed, _)) in group.iter().zip(told.iter().cycle()) {
            ledger.say(line, listed.meaning(), Sure::Recognised);
        }
        self.people.extend(told);
        Some(group.len())
    }

    /// A sentence that says that a meeting of a body is or was held somewhere at some time.
    /// Returns how many lines it takes with what follows it.
    fn convening(&mut self, rest: &[Line], group: &[Line], ledger: &mut Ledger) -> Option<usize> {
        // A field or a list of people on a line of its own ends the sentence: `Clerk: Mrs I Sallow`, `Members: …`.
        let lists = |line: &Line| listing::label(&line.words()).is_some();
        let ends = |line: &Line| field::is_labelled(&line.words()) || lists(line);
        let end = group.iter().skip(1).position(ends).map_or(group.len(), |at| at + 1);
        let (sentence, below) = group.split_at_checked(end).unwrap_or((group, &[]));
        let people = below.iter().position(lists).unwrap_or(below.len());
        let (fields, people) = below.split_at_checked(people).unwrap_or((below, &[]));
        let words = joined(sentence);
        if welsh::read(&words).is_some() {
            sentence.iter().for_each(|line| ledger.say(line, Meaning::Convening, Sure::Recognised));
        } else {
            self.convened(convening::read(&words)?, sentence, ledger);
        }
        self.each_line(fields, ledger);
        let before = group.len() - people.len();
        let below = rest.get(before..).filter(|_| !people.is_empty());
        let read = below.and_then(|below| self.people(below, ledger));
        if read.is_none() {
            self.each_line(people, ledger);
        }
        Some(before + read.unwrap_or(people.len()))
    }

    fn convened(&mut self, said: Convening, lines: &[Line], ledger: &mut Ledger) {
        self.is_minutes |= said.is_minutes;
        if !said.noun.is_empty() {
            self.head.noun = said.noun;
        }
        let sure = if said.is_undated { Sure::Guessed } else { Sure::Recognised };
        for line in lines {
            ledger.say(line, Meaning::Convening, sure);
        }
    }

    fn each_line(&mut self, group: &[Line], ledger: &mut Ledger) {
        self.contact_in_sentence(group, ledger);
        let group = self.wrapped_heading(group, ledger);
        for line in group {
            let words = line.words();
            if line.role == Role::Furniture
                || cue::is_furniture(&words)
                || notice::is_of_copy(&words)
                || notice::tells_left_out(&words)
            {
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
            } else if invite::is_boilerplate(&words) {
                ledger.say(line, Meaning::Furniture, Sure::Recognised);
            } else if let Some(Header::Subject(_)) = invite::header(&words) {
                ledger.say(line, Meaning::Furniture, Sure::Recognised);
            } else if let Some(said) = convening::read(&words).filter(|said| said.date.is_some()) {
                self.convened(said, std::slice::from_ref(line), ledger);
            } else if !self.fields(field::read(line), line, ledger) {
                self.name_of_body(&words, line, ledger);
                self.formalities(&words, line, ledger);
            }
        }
    }

    /// The heading of a page that takes two lines, where the first alone is none. Returns the lines below it.
    fn wrapped_heading<'a>(&mut self, group: &'a [Line], ledger: &mut Ledger) -> &'a [Line] {
        let [first, second, below @ ..] = group else { return group };
        if convening::read_heading(&first.words()).is_some() {
            return group;
        }
        let two = format!("{} {}", first.words(), second.words());
        let Some(said) = convening::read_heading(&two).filter(|_| set::is_full(first, second)) else {
            return group;
        };
        self.convened(said, group.get(..2).unwrap_or(group), ledger);
        below
    }

    /// What names no body and no field may still be only the form of the paper.
    fn formalities(&self, words: &str, line: &Line, ledger: &mut Ledger) {
        if letter::only_names_the_paper(words) || letter::names_columns(line) {
            ledger.say(line, Meaning::Furniture, Sure::Recognised);
        } else if letter::is_notice(words) || letter::is_head_of_service(words) {
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
            Field::Body(_) => Meaning::Body,
            Field::Date(..) => Meaning::Date,
            Field::Time(..) => Meaning::Time,
            Field::Venue(_) => Meaning::Venue,
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

    fn name_of_body(&mut self, words: &str, line: &Line, ledger: &mut Ledger) {
        if let Some((.., minutes)) = body::candidate(words) {
            self.is_minutes |= minutes;
            ledger.say(line, Meaning::Body, Sure::Recognised);
        }
    }

    /// Weighs the candidates for body, day, hour and venue, and says in the ledger where the best stand.
    fn weigh(&mut self, lines: &[Line], ledger: &mut Ledger) {
        let convened = sentences::read(&self.rows);
        let mut rows = self.rows.clone();
        let labelled = labels::read(&mut rows);
        let moments = Moments::read(&rows, &convened, &labelled);
        let bodies = Bodies::read(&rows, &convened, &labelled);
        let venue =
            venues::read(&rows, &convened, &labelled).best(|one, other| one.eq_ignore_ascii_case(other));
        let body = bodies.ballot.best(|one, other| one.eq_ignore_ascii_case(other));
        let day = moments.days.best(|one, other| one == other);
        let hours = moments.hours.best(|one, other| one.starts == other.starts);
        self.tell(day.as_ref(), Meaning::Date, lines, ledger);
        self.tell(hours.as_ref(), Meaning::Time, lines, ledger);
        self.tell(venue.as_ref(), Meaning::Venue, lines, ledger);
        self.tell(body.as_ref(), Meaning::Body, lines, ledger);
        self.head.date = day.map(|day| day.value);
        self.head.starts = hours.as_ref().map(|hours| hours.value.starts);
        self.head.ends = self.head.ends.or(hours.and_then(|hours| hours.value.ends));
        self.head.venue = venue.map(|venue| venue.value).unwrap_or_default();
        self.authority =
            body.as_ref().map(|body| bodies.authority(&body.value, body.row)).unwrap_or_default();
        self.head.body = body.map(|body| self.in_full(&body.value)).unwrap_or_default();
        self.publish(&moments);
    }

    /// A body in full, where its name says only what kind of body it is.
    fn in_full(&self, body: &str) -> String {
        if names::is_bare(body) && !self.authority.is_empty() {
            let is_of_its_name = self.authority.to_lowercase().ends_with(&body.to_lowercase());
            return if is_of_its_name {
                self.authority.clone()
            } else {
                format!("{body} of {}", self.authority)
            };
        }
        let cells: Vec<&str> = self.rows.iter().flat_map(|row| &row.cells).map(String::as_str).collect();
        body::in_full(body, &cells).unwrap_or_else(|| body.to_owned())
    }

    /// An earlier day in the head, without an hour, is the day on which the paper was sent out.
    fn publish(&mut self, moments: &Moments) {
        let Some(meets) = self.head.date else { return };
        let earlier = || moments.days.candidates.iter().filter(|day| day.value < meets);
        let printed = earlier().find(|day| day.evidence.contains(&Evidence::Publication));
        if let Some(day) = printed.or_else(|| earlier().find(|day| day.score > 0)) {
            self.head.published.get_or_insert(day.value);
        }
    }

    /// Says what the row of a choice is, unless its line is understood already.
    fn tell<T>(&self, choice: Option<&Choice<T>>, meaning: Meaning, lines: &[Line], ledger: &mut Ledger) {
        let row = choice.and_then(|choice| Some((choice, self.rows.get(choice.row)?)));
        let Some((choice, row)) = row else { return };
        let Some(line) = lines.get(row.at).filter(|line| line.number == row.number) else { return };
        if ledger.said(line.number).is_none_or(|(said, _)| said == Meaning::Furniture) {
            ledger.say_anew(line, meaning, choice.sure);
        }
    }
}

/// Fills a field of the head with the first of its kind that the paper names.
pub(super) fn first_of(field: &mut String, value: String, meaning: Meaning) -> Meaning {
    if field.is_empty() {
        *field = value;
    }
    meaning
}

#[cfg(test)]
mod tests;
