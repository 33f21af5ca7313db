//! An outline made into a meeting: ids are drawn, parts and items get theirs, and what no reader understood is
//! kept as left over. Knows the record and what readers found, and no notation.

use super::body;
use super::contents;
use super::cue;
use super::date;
use super::gaps;
use super::happened::Turned;
use super::head::Front;
use super::interruption;
use super::links::{Began, Starts};
use super::listing::Listed;
use super::minutes::kind;
use super::notice;
use super::outline::{Entry, ItemLines, Outline, PartLines};
use super::paper::{Ledger, Line, Role, squeeze};
use super::people::Named;
use super::place;
use super::presenter;
use super::restriction::{self, Decision};
use super::roll::Roll;
use super::settle::{self, Interrupted, Told};
use super::told;
use super::{Meaning, Sure, said};
use super::{advice, asking};
use crate::domain::agenda::{Break, Heading, Item, LeftOver, Part};
use crate::domain::id::{BreakId, Ids, ItemId, LeftOverId, PartId};
use crate::domain::meeting::Meeting;
use crate::domain::people::Declaration;
use std::collections::HashSet;

/// Reads one meeting from the lines of its section, whose items are as sure as is said; none if there are no items.
pub(super) fn meeting(
    lines: &[Line],
    sure: Sure,
    ledger: &mut Ledger,
    notes: &mut Vec<String>,
) -> Option<(Meeting, Starts)> {
    let is_minutes = kind::is_minutes(lines);
    let mut outline = Outline::read(lines, is_minutes, sure, ledger);
    contents::drop_first(&mut outline.entries, ledger);
    if !outline.entries.iter().any(|entry| matches!(entry, Entry::Item(_))) {
        return None;
    }
    let mut front = Front::read(outline.front, ledger);
    front.read_tail(outline.tail, ledger);
    let is_marked = lines.iter().any(|line| line.role == Role::Minutes);
    let decision = restriction::decide(lines, &outline);
    let mut builder = Builder { is_minutes, is_marked, decision, ..Builder::default() };
    builder.meeting.head = std::mem::take(&mut front.head);
    builder.meeting.head.authority = std::mem::take(&mut front.authority);
    let records = |(listed, _): &(Listed, Named)| *listed == Listed::Present;
    builder.roll.records = is_minutes || front.people.iter().any(records);
    for (listed, person) in &front.people {
        builder.roll.list(&mut builder.meeting, &mut builder.ids, *listed, person);
    }
    builder.beside(&front.asides);
    for entry in outline.entries {
        builder.entry(entry, ledger);
    }
    builder.finish();
    let interrupted = std::mem::take(&mut builder.turned);
    front.asides.turned.append(&mut builder.unplaced);
    settle::course(&mut builder.meeting, &front.asides.turned, interrupted);
    let edges = outline.front.iter().chain(outline.tail);
    builder.left_over(edges, ledger);
    notes.append(&mut builder.notes);
    Some((builder.meeting, builder.starts))
}

/// Number of lines at the top of a paper without items that are read as its head.
const HEAD: usize = 30;

/// Returns the meeting of a paper in which no items are found: its head, with all other lines left over.
pub(super) fn head_alone(lines: &[Line], ledger: &mut Ledger) -> Meeting {
    let mut front = Front::read(lines.get(..lines.len().min(HEAD)).unwrap_or(lines), ledger);
    let mut builder = Builder::default();
    builder.meeting.head = std::mem::take(&mut front.head);
    builder.meeting.head.authority = std::mem::take(&mut front.authority);
    for (listed, person) in &front.people {
        builder.roll.list(&mut builder.meeting, &mut builder.ids, *listed, person);
    }
    builder.left_over(lines.iter(), ledger);
    builder.meeting
}

/// A meeting in the making.
#[derive(Default)]
pub(super) struct Builder {
    pub meeting: Meeting,
    pub ids: Ids,
    pub roll: Roll,
    pub is_minutes: bool,
    /// Whether the paper marks where the minutes of an item begin.
    is_marked: bool,
    part: Option<PartId>,
    /// What of the paper is restricted.
    decision: Decision,
    /// Whether it is a guess of anything whether it is restricted.
    is_doubtful: bool,
    /// Declarations of interest, until all items are known.
    pub declared: Vec<Told>,
    /// Interruptions, until all that is minuted is known.
    pub turned: Vec<Interrupted>,
    /// Interruptions that are told between headings, after nothing that was minuted.
    unplaced: Vec<Turned>,
    /// What the clerk should know about how the paper was read.
    pub notes: Vec<String>,
    /// Where parts, items and breaks began.
    starts: Starts,
}

impl Builder {
    fn entry(&mut self, entry: Entry<'_>, ledger: &mut Ledger) {
        match entry {
            Entry::Part(part) => self.part(part, ledger),
            Entry::Item(item) => self.item(item, ledger),
            Entry::Pause { line, title, minutes } => {
                let after = self.meeting.items.last().map(|item| item.id);
                let id = BreakId(self.ids.draw());
                self.starts.push((line, Began::Break, id.0));
                self.meeting.breaks.push(Break { id, after, title, minutes });
            }
        }
    }

    fn part(&mut self, part: PartLines<'_>, ledger: &mut Ledger) {
        let (told, says): (Vec<&Line>, Vec<&Line>) =
            part.statement.iter().copied().partition(|line| interruption::read(&line.text).is_some());
        self.unplaced.extend(told.iter().filter_map(|line| interruption::read(&line.text)).flatten());
        let says: Vec<&Line> = says.into_iter().filter(|line| !notice::is_notice(&line.text)).collect();
        let statement = joined(&says);
        let inner = statement.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let statement = inner.filter(|inner| !inner.contains(')')).map_or(statement.clone(), str::to_owned);
        for line in &part.statement {
            ledger.say(line, Meaning::Statement, Sure::Recognised);
        }
        let id = PartId(self.ids.draw());
        self.starts.push((part.line, Began::Part, id.0));
        self.part = Some(id);
        let restricted = self.decision.of(part.line).restricted;
        self.meeting.parts.push(Part { id, label: part.label, title: part.title, restricted, statement });
    }

    fn item(&mut self, lines: ItemLines<'_>, ledger: &mut Ledger) {
        let id = ItemId(self.ids.draw());
        self.starts.push((lines.line, Began::Item, id.0));
        let standing = self.decision.of(lines.line);
        let mut heading = Heading { label: lines.label, part: self.part, ..Heading::default() };
        heading.title = lines.title.title;
        heading.pages = lines.title.pages;
        heading.report = lines.title.report;
        heading.text = lines.title.text;
        heading.planned = lines.title.planned;
        self.attendance_in_title(&mut heading);
        let mark = lines.body.iter().position(|line| line.role == Role::Minutes);
        let (told, minuted) = match mark {
            Some(at) => lines.body.split_at_checked(at).unwrap_or((&lines.body, &[])),
            None if self.is_minutes && !self.is_marked => (&[][..], lines.body.as_slice()),
            None => (lines.body.as_slice(), &[][..]),
        };
        let told = self.without_attendance(&heading.title, told, ledger);
        self.told(&told, &mut heading, ledger);
        let mut minutes = self.minuted(id, minuted, &mut heading, ledger);
        let is_part_restricted =
            self.part.and_then(|part| self.meeting.part(part)).is_some_and(|part| part.restricted);
        heading.restricted = (standing.restricted != is_part_restricted).then_some(standing.restricted);
        let below =
            !standing.restricted && !self.decision.is_own() && restriction::restrict_below(&mut minutes);
        if below || !standing.is_sure {
            ledger.doubt_restriction(lines.line);
            self.is_doubtful = true;
        }
        self.meeting.items.push(Item { id, heading, minutes });
    }

    /// What the agenda prints below a title.
    fn told(&mut self, lines: &[&Line], heading: &mut Heading, ledger: &mut Ledger) {
        let mut text: Vec<String> = Vec::new();
        for line in lines {
            let words = line.words();
            if let Some((meaning, sure)) = self.misplaced(line, &words) {
                ledger.say(line, meaning, sure);
                continue;
            }
            ledger.say(line, Meaning::AgendaText, Sure::Recognised);
            if told::time(&words, &self.meeting.head, heading) || told::pages(&words, heading) {
                continue;
            }
            let starts = line.gap || told::starts(&words);
            match text.last_mut().filter(|before| !starts && !asking::begins_after(before, &words)) {
                Some(last) => *last = format!("{last} {words}"),
                None => text.push(words),
            }
        }
        if heading.report.is_empty() {
            heading.report = take_report(&mut text);
        }
        heading.text.extend(text);
        heading.recommendations.extend(advice::of_text(&mut heading.text));
    }

    /// What a line below a title is that does not belong to the item: furniture, or a field of the head, which it fills.
    fn misplaced(&mut self, line: &Line, words: &str) -> Option<(Meaning, Sure)> {
        let head = &mut self.meeting.head;
        if matches!(line.role, Role::Furniture | Role::Aside) || cue::is_furniture(words) {
            return Some((Meaning::Furniture, Sure::Recognised));
        }
        if let Some(next) = told::next_meeting(words, head) {
            head.next_meeting.get_or_insert(next);
            return Some((Meaning::NextMeeting, Sure::Recognised));
        }
        let is_short = words.split(' ').count() <= 3;
        if head.venue.is_empty() && is_short && line.gap && place::sounds_like_a_place(words) {
            words.clone_into(&mut head.venue);
            return Some((Meaning::Venue, Sure::Guessed));
        }
        None
    }

    /// Settles what can be settled only when everything is read.
    fn finish(&mut self) {
        presenter::take(&mut self.meeting);
        if self.is_doubtful {
            self.notes.push(
                "The paper does not say clearly from which items the public was excluded. Check the items marked ■; public copies leave them out."
                    .to_owned(),
            );
        }
        self.notes.extend(gaps::notes(&self.meeting.items));
        settle::number(&mut self.meeting);
        settle::latecomers(&mut self.meeting);
        let declared = std::mem::take(&mut self.declared);
        let left = settle::declarations(&mut self.meeting, declared);
        self.undeclared(left);
        self.roll.settle(&mut self.meeting, &mut self.ids);
        self.next_meeting();
        if self.meeting.head.body.is_empty() {
            self.body_of_next_meeting();
        }
        // A heading over the headings of other parts has done its work.
        let used: HashSet<PartId> = self.meeting.items.iter().filter_map(|item| item.heading.part).collect();
        self.meeting.parts.retain(|part| used.contains(&part.id));
    }

    /// Declarations that are not understood to their end: their sentences stay, and say as much as they say.
    fn undeclared(&mut self, left: Vec<Told>) {
        let whole = left.into_iter().filter(|told| told.declared.items.is_some());
        for declared in whole.map(Told::recorded) {
            let is_same = |known: &Declaration| {
                (known.person, &known.kind, &known.nature)
                    == (declared.person, &declared.kind, &declared.nature)
            };
            if !self.meeting.declarations.iter().any(is_same) {
                self.meeting.declarations.push(declared);
            }
        }
    }

    fn next_meeting(&mut self) {
        if self.meeting.head.next_meeting.is_some() {
            return;
        }
        let this = self.meeting.head.date;
        let later = |text: &str| date::date(text).filter(|found| this.is_none_or(|this| *found > this));
        let of_item = |item: &Item| {
            let texts = item.heading.text.iter().chain(item.minutes.iter().map(|block| &block.text));
            said::is_about_next_meeting(&item.heading.title)
                .then(|| texts.into_iter().find_map(|text| later(text)))
                .flatten()
        };
        let adjourned =
            |item: &Item| item.minutes.iter().find_map(|block| later(said::adjourned_to(&block.text)?));
        let items = &self.meeting.items;
        self.meeting.head.next_meeting =
            items.iter().find_map(of_item).or_else(|| items.iter().rev().find_map(adjourned));
    }

    /// A paper that has lost its heading may still name its body where it speaks of the next meeting.
    fn body_of_next_meeting(&mut self) {
        let texts = self.meeting.items.iter().flat_map(|item| &item.heading.text);
        if let Some(body) =
            texts.filter(|text| cue::tells_next_meeting(text)).find_map(|text| body::of_next_meeting(text))
        {
            self.notes.push(format!(
                "The paper does not name its body; {body} is taken from what it says of the next meeting."
            ));
            self.meeting.head.body = body;
        }
    }

    /// Keeps the lines for which nobody spoke.
    fn left_over<'a>(&mut self, lines: impl Iterator<Item = &'a Line>, ledger: &Ledger) {
        for line in lines.filter(|line| ledger.said(line.number).is_none()) {
            let id = LeftOverId(self.ids.draw());
            self.meeting.left_over.push(LeftOver { id, line: line.number, text: line.words() });
        }
    }
}

fn joined(lines: &[&Line]) -> String {
    squeeze(&lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "))
}

/// Takes the report line, `(Report by …)`, out of what the agenda prints below a title; empty where there is none.
fn take_report(text: &mut Vec<String>) -> String {
    let report = |text: &String| {
        let inner = said::unbracketed(text);
        said::is_report_line(inner).then(|| inner.trim_end_matches('.').to_owned())
    };
    let found = text.iter().enumerate().find_map(|(at, text)| Some((at, report(text)?)));
    let Some((at, report)) = found else { return String::new() };
    text.remove(at);
    report
}
