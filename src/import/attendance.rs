//! Attendance below an item: roll calls, `Present` as the first item, apologies that are listed and not told. The lists go
//! on the roll and are no paragraphs. Knows lists and the record in the making.

use super::assemble::Builder;
use super::listing::label::Label;
use super::listing::leading;
use super::listing::{self, Listed, sentence};
use super::paper::{Ledger, Line, Role};
use super::people::{self, Named};
use super::{Meaning, Sure};
use crate::domain::agenda::Heading;

/// So many lines below a title are looked at for lists.
const MOST_LINES: usize = 400;

/// No label alone on its line is longer, in bytes.
const LONGEST_LABEL: usize = 80;
/// No line of a list is longer, in bytes.
const LONGEST_LINE: usize = 4000;
/// So many lines below a label show whether people stand there.
const LONGEST_LIST: usize = 40;

/// Whether the title of an item, in small letters, is about who was there.
pub(super) fn is_about_it(title: &str) -> bool {
    const WORDS: [&str; 8] =
        ["apolog", "attendance", "present", "attendees", "roll call", "absence", "in the chair", "sederunt"];
    let is_short = title.split(' ').count() <= 8;
    is_short && WORDS.iter().any(|word| title.contains(word)) && !title.contains("presentation")
}

/// Turns a list of people in the head that was read as the first item back into a list, where a later item has the same
/// subject and another list of people stands between the two.
pub(super) fn restore_list(lines: &mut Vec<Line>) {
    let is_item = |line: &Line| matches!(line.role, Role::Item(_));
    let is_about_it = |line: &Line| self::is_about_it(&line.text.to_lowercase());
    let mut items = lines.iter().enumerate().filter(|(_, line)| is_item(line)).map(|(at, _)| at);
    let (Some(first), Some(second)) = (items.next(), items.next()) else { return };
    let is_told_again =
        lines.get(second..).unwrap_or(&[]).iter().any(|line| is_item(line) && is_about_it(line));
    let below = lines.get(first + 1..second).unwrap_or(&[]);
    let has_list = below.iter().any(|line| line.role == Role::Plain && listing::label(&line.text).is_some());
    let Some(item) = lines.get(first).filter(|item| is_about_it(item) && is_told_again && has_list) else {
        return;
    };
    // Names behind the title have its line number.
    let names = below.first().filter(|line| line.number == item.number && line.role == Role::Plain);
    let text = names.map_or(format!("{}:", item.text), |names| format!("{}: {}", item.text, names.text));
    let list = item.with(text, Role::Plain);
    let end = first + 1 + usize::from(names.is_some());
    lines.splice(first..end, std::iter::once(list));
}

/// The list that a line announces which is nothing but its label, where people stand right below.
fn announces(lines: &[&Line], at: usize) -> Option<Listed> {
    let line = lines.get(at).filter(|line| line.role == Role::Plain && line.text.len() < LONGEST_LABEL)?;
    let listed = listing::heading(&line.text)?;
    let below: Vec<Line> = lines.iter().skip(at + 1).take(LONGEST_LIST).map(|line| (*line).clone()).collect();
    listing::announces(line, &below).then_some(listed)
}

impl Builder {
    /// The lines without lists of people, who are put on the roll. The title may be the label of the first.
    pub(super) fn without_lists<'a>(
        &mut self,
        title: &str,
        lines: &[&'a Line],
        ledger: &mut Ledger,
    ) -> Vec<&'a Line> {
        let mut under = Label::phrase(title).filter(|label| !label.is_group);
        let opens = |at: usize| {
            lines
                .get(at)
                .filter(|line| line.text.len() < LONGEST_LINE)
                .is_some_and(|line| line.role == Role::Plain && listing::label(&line.text).is_some())
                || announces(lines, at).is_some()
        };
        let first = if under.is_some() { Some(0) } else { (0..lines.len()).find(|at| opens(*at)) };
        let Some(first) = first else { return lines.to_vec() };
        let mut rest: Vec<&Line> = lines.get(..first).unwrap_or(&[]).to_vec();
        let mut at = first;
        while let Some(line) = lines.get(at) {
            let read = match under.is_some() || opens(at) {
                true => self.lists(lines.get(at..).unwrap_or(&[]), under.take(), &mut rest, ledger),
                false => 0,
            };
            if read == 0 {
                rest.push(line);
            }
            at += read.max(1);
        }
        rest
    }

    /// The lines of an agenda without lists of those who were present: one that has them records what was.
    pub(super) fn without_attendance<'a>(
        &mut self,
        title: &str,
        lines: &[&'a Line],
        ledger: &mut Ledger,
    ) -> Vec<&'a Line> {
        if is_about_it(&title.to_lowercase()) {
            let words: Vec<&str> = lines.iter().take(MOST_LINES).map(|line| line.text.as_str()).collect();
            self.attended(&words.join(" "), None);
        }
        let names =
            |line: &Line| line.text.split_once(':').is_some_and(|(_, names)| people::is_only_people(names));
        let inline = lines.iter().filter(|line| line.role == Role::Plain && names(line));
        let announced = (0..lines.len()).filter_map(|at| announces(lines, at));
        let listed: Vec<Listed> =
            inline.filter_map(|line| listing::label(&line.text)).chain(announced).collect();
        let has = |wanted: Listed| listed.contains(&wanted);
        let heads = Label::phrase(title).is_some_and(|label| !label.is_group);
        if has(Listed::Present) || has(Listed::Absent) {
            self.roll.records = true;
        } else if !heads && !has(Listed::Apologies) {
            return lines.to_vec();
        }
        self.without_lists(title, lines, ledger)
    }

    /// Reads the lists at the start of some lines. Lines among them that are none stay. Returns how many lines were
    /// read.
    fn lists<'a>(
        &mut self,
        lines: &[&'a Line],
        under: Option<Label>,
        rest: &mut Vec<&'a Line>,
        ledger: &mut Ledger,
    ) -> usize {
        let block: Vec<Line> = lines.iter().take(MOST_LINES).map(|line| (*line).clone()).collect();
        let taken = listing::take(&block, under);
        for (listed, person) in &taken.people {
            self.roll.list(&mut self.meeting, &mut self.ids, *listed, person);
        }
        for line in lines.iter().take(taken.read) {
            if taken.lines.iter().any(|(_, known)| known.number == line.number) {
                ledger.say(line, Meaning::Present, Sure::Recognised);
            } else {
                rest.push(line);
            }
        }
        taken.read
    }

    /// A list that stands behind its label as the title of an item, `1. Present: Anna Bell and Carl Dunn`, goes on the roll.
    pub(super) fn attendance_in_title(&mut self, heading: &mut Heading) {
        let Some((label, names)) = leading::leading(&heading.title) else { return };
        let are_people = people::is_only_people(names.trim_end_matches('.'));
        if label.is_group || !are_people {
            return;
        }
        let people = people::list(names.trim_end_matches('.'));
        if people.is_empty() {
            return;
        }
        self.roll.records |= label.listed == Listed::Present;
        for person in &people {
            self.roll.list(&mut self.meeting, &mut self.ids, label.listed, person);
        }
        let words = heading.title.strip_suffix(names).unwrap_or(&heading.title);
        heading.title = words.trim_end_matches([':', ' ', '-', '–', '—']).to_owned();
    }

    /// Who declared an interest, and what, by a sentence about people on the roll who have no title.
    pub(super) fn declared_by_known(&self, text: &str) -> Vec<(Named, String)> {
        let Some((subject, nature)) = text.split_once(" declared ") else { return Vec::new() };
        if subject.len() > LONGEST_LABEL || people::has_title(subject) {
            return Vec::new();
        }
        let people = people::list(subject);
        let known = people.iter().all(|named| self.roll.find(&named.name).is_some());
        let people = people.into_iter().filter(|_| known);
        people.map(|named| (named, nature.trim_end_matches('.').to_owned())).collect()
    }

    /// Puts the people of a paragraph about attendance on the roll. Below a title such as `Apologies` their names are enough.
    pub(super) fn attended(&mut self, text: &str, title: Option<Label>) {
        for (listed, person) in sentence::people(text, title) {
            self.roll.list(&mut self.meeting, &mut self.ids, listed, &person);
        }
    }
}
