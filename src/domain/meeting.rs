//! The record of one meeting: its head, how it went, and the lists of everything that belongs to it.
//!
//! A `Meeting` is data. It does not know how it is stored, printed or shown, and it is changed only by
//! [`Meeting::apply`](super::edit), which every list here is open to but nothing else should use.

pub use super::course::{Course, Moment, Status, Turn};

use super::agenda::{Break, Item, LeftOver, Part};
use super::id::{BlockId, Ids, ItemId, PartId, PersonId};
use super::is_default;
use super::minutes::{Block, Thought};
use super::paper::PaperLine;
use super::people::{Apology, Declaration, Movement, Person};
use super::review::{Correction, Remark, Settled};
use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// One meeting, whole.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// What the heading of the minutes says.
    pub head: Head,
    /// How the meeting went: where it stands, and when it was opened, adjourned, resumed and closed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub course: Course,
    /// Everybody the record knows by name, in the order of the roll.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// The attendance log, in the order in which things happened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendance: Vec<Movement>,
    /// Apologies for absence, and who sat instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apologies: Vec<Apology>,
    /// Declarations of interest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declarations: Vec<Declaration>,
    /// The sections of the agenda.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// The planned breaks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Break>,
    /// The items, in their places on the agenda, each with what was minuted under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// Thoughts parked for later.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parked: Vec<Thought>,
    /// Lines of the imported paper that were not understood. They are kept until the clerk drops them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_over: Vec<LeftOver>,
    /// The paper from which the record was made, without its reports, and what each line became.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paper: Vec<PaperLine>,
    /// What those who read the draft said about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
    /// The findings that the clerk settled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settled: Vec<Settled>,
    /// Corrections made at later meetings. They alone can be added to a sealed record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// What stands at the head of the minutes, and what the clerk settles once for the whole meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Head {
    /// The body that meets, as it should be printed: `Saltmarsh Harbour Partnership`.
    pub body: String,
    /// The council, trust, foundation or company whose body meets. Empty where it is not known, or where the body is the
    /// authority itself.
    #[serde(skip_serializing_if = "is_default")]
    pub authority: String,
    /// What the document calls itself: `Minutes` or `Notes`. Empty means `Minutes`.
    #[serde(skip_serializing_if = "is_default")]
    pub noun: String,
    /// The day of the meeting.
    #[serde(skip_serializing_if = "is_default")]
    pub date: Option<NaiveDate>,
    /// The advertised start.
    #[serde(skip_serializing_if = "is_default")]
    pub starts: Option<NaiveTime>,
    /// The advertised end, where the agenda prints one.
    #[serde(skip_serializing_if = "is_default")]
    pub ends: Option<NaiveTime>,
    /// Where it meets.
    #[serde(skip_serializing_if = "is_default")]
    pub venue: String,
    /// Whom to ask: the clerk's name as printed.
    #[serde(skip_serializing_if = "is_default")]
    pub contact: String,
    /// The contact's telephone number.
    #[serde(skip_serializing_if = "is_default")]
    pub telephone: String,
    /// The contact's e-mail address.
    #[serde(skip_serializing_if = "is_default")]
    pub email: String,
    /// The day the agenda was published, from which clear days are counted.
    #[serde(skip_serializing_if = "is_default")]
    pub published: Option<NaiveDate>,
    /// The day of the next meeting.
    #[serde(skip_serializing_if = "is_default")]
    pub next_meeting: Option<NaiveDate>,
    /// How minute numbers run.
    #[serde(skip_serializing_if = "is_default")]
    pub numbering: Numbering,
    /// How many members make a quorum; none where the body has no such rule or it is not known.
    #[serde(skip_serializing_if = "is_default")]
    pub quorum: Option<u32>,
    /// The name of the house style in which the record is shown and, unless another is asked for, printed.
    #[serde(skip_serializing_if = "is_default")]
    pub style: String,
    /// The name of the profile of the body, which says what rules hold for it. Empty lets it be guessed from
    /// the body's name.
    #[serde(skip_serializing_if = "is_default")]
    pub profile: String,
}

impl Head {
    /// The name of the document: what the clerk chose, or `Minutes`.
    #[must_use]
    pub fn document_noun(&self) -> &str {
        if self.noun.is_empty() { "Minutes" } else { &self.noun }
    }
}

/// How minute numbers run through the record. They are derived at print, never stored in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Numbering {
    /// The number of the first minute. None starts at 1.
    pub first: Option<u32>,
    /// Whether an item under which nothing was minuted takes a number too.
    pub count_empty: bool,
    /// When the body's numbers begin again at 1.
    #[serde(skip_serializing_if = "is_default")]
    pub restart: Restart,
    /// Where the body's last session ended. None where it is not known.
    #[serde(skip_serializing_if = "is_default")]
    pub last: Option<LastNumber>,
}

/// When the minute numbers of a body begin again at 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Restart {
    /// Never.
    #[default]
    Never,
    /// With the calendar year.
    Year,
    /// With the municipal year, which is taken to begin on 1 May: LGA 1972 Sch 12 paras 1 and 7 have the annual
    /// meetings of councils in or about May.
    MunicipalYear,
}

impl Restart {
    /// Every rule, in the order in which they are offered.
    pub const ALL: [Restart; 3] = [Restart::Never, Restart::Year, Restart::MunicipalYear];

    /// The words shown for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Restart::Never => "never",
            Restart::Year => "every year",
            Restart::MunicipalYear => "every municipal year (1 May)",
        }
    }

    /// The year to which a day belongs.
    fn year_of(self, day: NaiveDate) -> i32 {
        match self {
            Restart::Never => 0,
            Restart::Year => day.year(),
            Restart::MunicipalYear => day.year() - i32::from(day.month() < 5),
        }
    }
}

/// The last minute number of a session, and the day of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastNumber {
    /// The number.
    pub number: u32,
    /// The day of the session.
    #[serde(default, skip_serializing_if = "is_default")]
    pub of: Option<NaiveDate>,
}

impl Numbering {
    /// The number with which a meeting on this day begins if the numbers run on; none where the last is not known.
    #[must_use]
    pub fn expected(&self, day: Option<NaiveDate>) -> Option<u32> {
        let last = self.last?;
        let years =
            day.zip(last.of).map(|(day, before)| (self.restart.year_of(day), self.restart.year_of(before)));
        let begins_again = years.is_some_and(|(now, then)| now > then);
        Some(if begins_again { 1 } else { last.number.saturating_add(1) })
    }
}

impl Meeting {
    /// The item with this id.
    #[must_use]
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The place of an item on the agenda, counted from 0.
    #[must_use]
    pub fn place_of(&self, id: ItemId) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// The block with this id under that item.
    #[must_use]
    pub fn block(&self, item: ItemId, id: BlockId) -> Option<&Block> {
        self.item(item)?.block(id)
    }

    /// The part with this id.
    #[must_use]
    pub fn part(&self, id: PartId) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// The person with this id.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// Whether an item is restricted: by its own mark, or else as the part it stands in.
    #[must_use]
    pub fn is_restricted(&self, item: &Item) -> bool {
        item.heading.restricted.unwrap_or_else(|| {
            item.heading.part.and_then(|part| self.part(part)).is_some_and(|part| part.restricted)
        })
    }

    /// The minute number of every item that has one, in the order of the agenda.
    ///
    /// Numbers run from [`Numbering::first`]; an item of which nothing is recorded takes one only if the body
    /// counts empty items; a number fixed at sign-off stands.
    pub fn minute_numbers(&self) -> impl Iterator<Item = (ItemId, u32)> {
        let mut next = self.head.numbering.first.unwrap_or(1);
        self.items.iter().filter_map(move |item| {
            if !self.takes_number(item) {
                return None;
            }
            let number = item.heading.number.unwrap_or(next);
            next = number.saturating_add(1);
            Some((item.id, number))
        })
    }

    fn takes_number(&self, item: &Item) -> bool {
        self.head.numbering.count_empty || item.heading.number.is_some() || self.is_recorded(item)
    }

    /// Whether anything of an item is recorded: something is minuted under it, somebody came or went, or an
    /// interest was declared at the item for that.
    #[must_use]
    pub fn is_recorded(&self, item: &Item) -> bool {
        item.has_minutes()
            || self.attendance.iter().any(|movement| movement.item == Some(item.id))
            || (!self.declarations.is_empty() && item.is_for_declarations())
    }

    /// Whether nothing has been minuted and nobody marked: the record is as it was imported.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.course == Course::default()
            && self.attendance.is_empty()
            && self.items.iter().all(|item| item.minutes.is_empty())
    }

    /// A counter that has seen every id in the record.
    #[must_use]
    pub fn ids(&self) -> Ids {
        let items = self
            .items
            .iter()
            .flat_map(|item| item.minutes.iter().map(|block| block.id.0).chain(std::iter::once(item.id.0)));
        let rest = [
            self.parts.iter().map(|thing| thing.id.0).max(),
            self.breaks.iter().map(|thing| thing.id.0).max(),
            self.people.iter().map(|thing| thing.id.0).max(),
            self.attendance.iter().map(|thing| thing.id.0).max(),
            self.apologies.iter().map(|thing| thing.id.0).max(),
            self.declarations.iter().map(|thing| thing.id.0).max(),
            self.parked.iter().map(|thing| thing.id.0).max(),
            self.left_over.iter().map(|thing| thing.id.0).max(),
            self.paper.iter().map(|thing| thing.id.0).max(),
            self.remarks.iter().map(|thing| thing.id.0).max(),
            self.settled.iter().map(|thing| thing.id.0).max(),
            self.corrections.iter().map(|thing| thing.id.0).max(),
        ];
        Ids::after(items.chain(rest.into_iter().flatten()).max().unwrap_or(0))
    }
}
