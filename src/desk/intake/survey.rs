//! What was understood of a paper, row by row, and which lines each row comes from. Both are read from the record itself,
//! so there is nothing here that could be out of date. Knows nothing of marks and panes.

use crate::domain::agenda::Item;
use crate::domain::id::{BreakId, ItemId, LeftOverId, PartId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::paper::{Meaning, PaperLine, Standing};
use crate::import::single;

/// A row of what was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Row {
    /// A field of the head, called by what a line of it means.
    Field(Meaning),
    /// Somebody on the roll.
    Person(PersonId),
    /// A part.
    Part(PartId),
    /// An item.
    Item(ItemId),
    /// The report line of an item.
    Report(ItemId),
    /// A line of what the agenda prints below an item, by position.
    Text(ItemId, usize),
    /// A recommendation on an item, by position.
    Recommendation(ItemId, usize),
    /// A planned break.
    Break(BreakId),
    /// A line that was not understood.
    LeftOver(LeftOverId),
}

/// The fields of the head that are shown, in order, and whether a meeting can hardly do without.
pub const FIELDS: [(Meaning, bool); 11] = [
    (Meaning::Body, true),
    (Meaning::Date, true),
    (Meaning::Time, true),
    (Meaning::Close, false),
    (Meaning::Venue, true),
    (Meaning::Contact, false),
    (Meaning::Telephone, false),
    (Meaning::Email, false),
    (Meaning::Published, false),
    (Meaning::NextMeeting, false),
    (Meaning::Quorum, false),
];

/// The whole of it as it stands: the lines of the paper, how each stands, and the rows of what was understood.
#[derive(Debug)]
pub struct Survey<'a> {
    /// The record.
    pub meeting: &'a Meeting,
    /// How every line of the paper stands.
    pub standings: Vec<Standing>,
    /// The rows of what was understood.
    pub rows: Vec<Row>,
}

impl<'a> Survey<'a> {
    /// Surveys a record.
    #[must_use]
    pub fn of(meeting: &'a Meeting) -> Self {
        Self { meeting, standings: meeting.paper_standings(), rows: rows(meeting) }
    }

    /// How many lines stand so.
    #[must_use]
    pub fn count(&self, standing: Standing) -> usize {
        self.standings.iter().filter(|other| **other == standing).count()
    }

    /// The next line that wants a look, going round, forwards or back.
    #[must_use]
    pub fn doubt(&self, from: usize, back: bool) -> Option<usize> {
        let count = self.standings.len();
        let step = |by: usize| {
            if back { (from + count).checked_sub(by)? % count } else { (from + by) % count }.into()
        };
        let mut places = (1..=count).filter_map(step);
        places.find(|at: &usize| self.standings.get(*at).is_some_and(|standing| standing.wants_a_look()))
    }

    /// What a line of the paper became; none for the furniture of the page and for what has been dropped.
    #[must_use]
    pub fn row_of(&self, at: usize) -> Option<usize> {
        let line = self.meeting.paper.get(at)?;
        let thing = self.thing_of(line)?;
        self.rows.iter().position(|row| *row == thing)
    }

    /// What a line became, or else what the nearest line above it did, so that the two sides stay together.
    #[must_use]
    pub fn row_near(&self, at: usize) -> usize {
        let above = (0..=at).rev().take(80);
        above.into_iter().find_map(|at| self.row_of(at)).unwrap_or(0)
    }

    fn thing_of(&self, line: &PaperLine) -> Option<Row> {
        let meeting = self.meeting;
        let item = || line.of.iter().find_map(|id| meeting.item(ItemId(*id)));
        match line.meaning {
            Meaning::Item | Meaning::Minutes => Some(Row::Item(item()?.id)),
            Meaning::AgendaText | Meaning::Recommendation => item().map(|item| below(item, line)),
            Meaning::Part | Meaning::Statement => {
                line.of.iter().find_map(|id| meeting.part(PartId(*id))).map(|part| Row::Part(part.id))
            }
            Meaning::Break => {
                let pause = meeting.breaks.iter().find(|pause| line.of.contains(&pause.id.0));
                pause.map(|pause| Row::Break(pause.id))
            }
            Meaning::Members | Meaning::Present | Meaning::InAttendance | Meaning::Apologies => line
                .of
                .iter()
                .find_map(|id| meeting.person(PersonId(*id)))
                .map(|person| Row::Person(person.id)),
            Meaning::Convening => Some(Row::Field(Meaning::Body)),
            Meaning::Unknown => {
                let left = meeting.left_over.iter().find(|left| left.line == line.line);
                left.map(|left| Row::LeftOver(left.id))
            }
            field => FIELDS.iter().any(|(known, _)| *known == field).then_some(Row::Field(field)),
        }
    }

    /// The lines of the paper that became this row, by position.
    #[must_use]
    pub fn lines_of(&self, row: Row) -> Vec<usize> {
        let lines = self.meeting.paper.iter().enumerate();
        let number = match row {
            Row::LeftOver(id) => {
                self.meeting.left_over.iter().find(|left| left.id == id).map(|left| left.line)
            }
            _ => None,
        };
        // Whether a line speaks of the thing at all is asked first: it costs nothing.
        let is_it = |line: &PaperLine| match row {
            Row::Person(PersonId(id)) | Row::Part(PartId(id)) | Row::Break(BreakId(id)) => {
                line.of.contains(&id)
            }
            Row::Field(field) => line.meaning == field || self.told_by_sentence(field, line),
            Row::LeftOver(_) => Some(line.line) == number && line.meaning == Meaning::Unknown,
            Row::Item(id) | Row::Report(id) | Row::Text(id, _) | Row::Recommendation(id, _) => {
                line.of.contains(&id.0) && self.thing_of(line) == Some(row)
            }
        };
        lines.filter(|(_, line)| is_it(line)).map(|(at, _)| at).collect()
    }

    /// The line of the paper that a row comes from: of several the one that has its words.
    #[must_use]
    pub fn source(&self, row: Row) -> Option<usize> {
        let lines = self.lines_of(row);
        let Row::Field(field) = row else { return lines.first().copied() };
        let words = field_words(self.meeting, field).to_lowercase();
        let has_them = |at: &&usize| {
            self.meeting.paper.get(**at).is_some_and(|line| line.text.to_lowercase().contains(&words))
        };
        lines.iter().find(has_them).or(lines.first()).copied()
    }

    /// The line of the paper to show beside a row: where it has none of its own, that of its item, as for a column of a
    /// table.
    #[must_use]
    pub fn origin(&self, row: Row) -> Option<usize> {
        let of_item = || match row {
            Row::Report(item) | Row::Text(item, _) | Row::Recommendation(item, _) => {
                self.lines_of(Row::Item(item)).first().copied()
            }
            _ => None,
        };
        self.source(row).or_else(of_item)
    }

    /// A sentence such as the summons tells several fields at once, and the day and the hour often share a line.
    fn told_by_sentence(&self, field: Meaning, line: &PaperLine) -> bool {
        let told = [Meaning::Body, Meaning::Date, Meaning::Time, Meaning::Venue].contains(&field);
        let own = || self.meeting.paper.iter().any(|other| other.meaning == field);
        let tells = match line.meaning {
            Meaning::Convening => told,
            Meaning::Date => field == Meaning::Time,
            _ => false,
        };
        tells && !own()
    }

    /// How a row stands: as the most doubtful of the lines it comes from; certain where the paper has none.
    #[must_use]
    pub fn standing_of(&self, row: Row) -> Standing {
        if let Row::LeftOver(_) = row {
            return Standing::LeftOver;
        }
        let standings = self.lines_of(row).into_iter().filter_map(|at| self.standings.get(at).copied());
        let doubt = |standing: &Standing| match standing {
            Standing::LeftOver => 3,
            Standing::Guessed => 2,
            Standing::Settled => 1,
            Standing::Certain | Standing::Dropped => 0,
        };
        standings.max_by_key(doubt).unwrap_or(Standing::Certain)
    }
}

/// Which of the rows below an item a line of its text became.
fn below(item: &Item, line: &PaperLine) -> Row {
    let words = line.text.trim();
    let entry = single::entry(words).unwrap_or(words);
    let heading = &item.heading;
    if let Some(at) =
        heading.recommendations.iter().position(|advice| advice.is_of(words) || advice.is_of(entry))
    {
        return Row::Recommendation(item.id, at);
    }
    // A line may have a mark that its words have not.
    let is_it = |text: &String| text.contains(words) || !text.is_empty() && words.ends_with(text.as_str());
    if let Some(at) = heading.text.iter().position(is_it) {
        return Row::Text(item.id, at);
    }
    let is_report = !heading.report.is_empty() && words.contains(heading.report.as_str());
    if is_report { Row::Report(item.id) } else { Row::Item(item.id) }
}

/// The rows of a record: the head, the roll, the agenda, and what was left over.
fn rows(meeting: &Meeting) -> Vec<Row> {
    let mut rows: Vec<Row> = FIELDS
        .iter()
        .filter(|(field, needed)| *needed || !field_words(meeting, *field).is_empty())
        .map(|(field, _)| Row::Field(*field))
        .collect();
    rows.extend(meeting.people.iter().map(|person| Row::Person(person.id)));
    let pauses = |after| meeting.breaks.iter().filter(move |pause| pause.after == after);
    rows.extend(pauses(None).map(|pause| Row::Break(pause.id)));
    let mut part = None;
    for item in &meeting.items {
        if item.heading.part != part {
            part = item.heading.part;
            rows.extend(part.map(Row::Part));
        }
        rows.push(Row::Item(item.id));
        if !item.heading.report.is_empty() {
            rows.push(Row::Report(item.id));
        }
        rows.extend((0..item.heading.text.len()).map(|at| Row::Text(item.id, at)));
        rows.extend((0..item.heading.recommendations.len()).map(|at| Row::Recommendation(item.id, at)));
        rows.extend(pauses(Some(item.id)).map(|pause| Row::Break(pause.id)));
    }
    rows.extend(meeting.left_over.iter().map(|line| Row::LeftOver(line.id)));
    rows
}

/// What a field of the head holds, as words; empty where it is not known.
#[must_use]
pub fn field_words(meeting: &Meeting, field: Meaning) -> String {
    let head = &meeting.head;
    let date = |date: Option<chrono::NaiveDate>| {
        date.map(|date| date.format("%A %-d %B %Y").to_string()).unwrap_or_default()
    };
    let time = |time: Option<chrono::NaiveTime>| {
        time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default()
    };
    match field {
        Meaning::Body => head.body.clone(),
        Meaning::Date => date(head.date),
        Meaning::Time => time(head.starts),
        Meaning::Close => time(head.ends),
        Meaning::Venue => head.venue.clone(),
        Meaning::Contact => head.contact.clone(),
        Meaning::Telephone => head.telephone.clone(),
        Meaning::Email => head.email.clone(),
        Meaning::Published => date(head.published),
        Meaning::NextMeeting => date(head.next_meeting),
        Meaning::Quorum => head.quorum.map(|quorum| quorum.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}
