//! The head of a paper: which body, when, where, whom to ask, who belongs to it. Reads the lines before the
//! first item, and those fields that stand below the last one; knows nothing of items.

use super::aside::Asides;
use super::body;
use super::convening::{self, Convening};
use super::cue;
use super::date;
use super::field::{self, Field};
use super::heading as set;
use super::invite::{self, Header};
use super::letter;
use super::listing::{self, Listed};
use super::notice;
use super::paper::{Ledger, Line, Role, groups, joined};
use super::people::{self, Named};
use super::place;
use super::roster;
use super::surmise;
use super::welsh;
use super::{Meaning, Sure};
use crate::domain::meeting::Head;
use chrono::{NaiveDate, NaiveTime};

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
    /// Whether a sentence has convened the meeting.
    convened: bool,
    /// What a sentence in Welsh says of the meeting, for what no other does.
    in_welsh: Option<Convening>,
    /// The best name of the body so far, and how good it is.
    body: Option<(u32, String)>,
}

impl Front {
    /// Reads the lines before the first item.
    pub fn read(lines: &[Line], ledger: &mut Ledger) -> Self {
        let mut front = Front::default();
        for group in listing::with_headings(lines) {
            if letter::is_mail_header(group) {
                front.invited(group, ledger);
            } else if !front.asides.take(group, ledger)
                && !front.people(group, ledger)
                && !front.convening(group, ledger)
            {
                front.each_line(group, ledger);
            }
        }
        front.signature(lines, ledger);
        if let Some(name) = front.in_welsh.take().and_then(|said| said.fill(&mut front.head)) {
            front.consider_body(1, &name);
        }
        surmise::day(&mut front.head, lines, ledger);
        surmise::venue(&mut front.head, lines, ledger);
        front.address(lines, ledger);
        front.head.body = front.body.take().map(|(_, body)| body).unwrap_or_default();
        if let Some(name) = body::in_full(&front.head.body, lines) {
            front.head.body = name;
        }
        front
    }

    /// The header of a mail says when and where only if it is an invitation; the rest is about the mail.
    fn invited(&mut self, group: &[Line], ledger: &mut Ledger) {
        for line in group {
            match invite::header(&line.text) {
                Some(Header::Field) => drop(self.fields(field::read(line), line, ledger)),
                Some(Header::Subject(about)) => self.subject(about, line, ledger),
                None => {}
            }
            ledger.say(line, Meaning::Furniture, Sure::Recognised);
        }
    }

    /// What a mail is about may be the body, if nothing better names it.
    fn subject(&mut self, about: &str, line: &Line, ledger: &mut Ledger) {
        match body::candidate(surmise::before_the_day(about)) {
            Some((_, name, _)) => {
                self.consider_body(15, &name);
                ledger.say(line, Meaning::Body, Sure::Guessed);
            }
            None => ledger.say(line, Meaning::Furniture, Sure::Recognised),
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
            if !self.asides.take(group, ledger) && !self.people(group, ledger) {
                self.contact_in_sentence(group, ledger);
                group.iter().for_each(|line| self.tail_line(line, ledger));
            }
            rest = after.get(group.len()..).unwrap_or(&[]);
        }
        self.signature(lines, ledger);
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

    /// A group that begins with `PRESENT:` or the like is a list of people to its end.
    fn people(&mut self, group: &[Line], ledger: &mut Ledger) -> bool {
        if !listing::opens(group) {
            return false;
        }
        for (listed, text, line) in listing::lists(group) {
            self.people.extend(people::list(&text).into_iter().map(|person| (listed, person)));
            for line in line {
                ledger.say(line, listed.meaning(), Sure::Recognised);
            }
        }
        true
    }

    /// A sentence that says that a meeting of a body is or was held somewhere at some time.
    fn convening(&mut self, group: &[Line], ledger: &mut Ledger) -> bool {
        // A field or a list of people on a line of its own ends the sentence: `Clerk: Mrs I Sallow`, `Members: …`.
        let lists = |line: &Line| listing::label(&line.words()).is_some();
        let ends = |line: &Line| field::is_labelled(&line.words()) || lists(line);
        let end = group.iter().skip(1).position(ends).map_or(group.len(), |at| at + 1);
        let (sentence, rest) = group.split_at_checked(end).unwrap_or((group, &[]));
        let people = rest.iter().position(lists).unwrap_or(rest.len());
        let (fields, people) = rest.split_at_checked(people).unwrap_or((rest, &[]));
        let words = joined(sentence);
        if let Some(said) = welsh::read(&words) {
            self.in_welsh.get_or_insert(said);
            sentence.iter().for_each(|line| ledger.say(line, Meaning::Convening, Sure::Recognised));
        } else {
            let Some(said) = convening::read(&words) else { return false };
            self.convened(said, sentence, ledger);
        }
        self.each_line(fields, ledger);
        if !self.people(people, ledger) {
            self.each_line(people, ledger);
        }
        true
    }

    /// The day and hour by a sentence that convenes the meeting. Only the first such sentence is about this one, and
    /// an earlier day printed above it is that of the letter.
    fn dated(&mut self, day: Option<NaiveDate>, hour: Option<NaiveTime>) {
        if self.convened {
            self.head.date = self.head.date.or(day);
            self.head.starts = self.head.starts.or(hour);
            return;
        }
        if let (Some(sent), Some(meets)) = (self.head.date, day)
            && sent < meets
            && self.head.starts.is_none()
        {
            self.head.published.get_or_insert(sent);
        }
        self.head.date = day.or(self.head.date);
        self.head.starts = hour.or(self.head.starts);
    }

    fn convened(&mut self, said: Convening, lines: &[Line], ledger: &mut Ledger) {
        if let Some(name) = said.body {
            self.consider_body(100, &name);
        }
        self.is_minutes |= said.is_minutes;
        if !said.noun.is_empty() {
            self.head.noun = said.noun;
        }
        self.dated(said.date, said.time);
        if !said.venue.is_empty() && (!self.convened || self.head.venue.is_empty()) {
            self.head.venue = said.venue;
        }
        self.convened = true;
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
            } else if let Some(Header::Subject(about)) = invite::header(&words) {
                self.subject(about, line, ledger);
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
        // A school may be where a committee meets.
        let is_place =
            |weight| weight < 45 && place::sounds_like_a_place(words) && words.contains([',', '/']);
        if let Some((weight, name, minutes)) =
            body::candidate(words).filter(|(weight, ..)| !is_place(*weight))
        {
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
}

/// Fills a field of the head with the first of its kind that the paper names.
pub(super) fn first_of(field: &mut String, value: String, meaning: Meaning) -> Meaning {
    if field.is_empty() {
        *field = value;
    }
    meaning
}
