//! Two clocks: what the agenda planned and what happened. How long items took, how far the meeting is behind,
//! and how much time is left for what is still to come. All of it is computed; nothing of it is stored.

use super::agenda::{Item, Outcome};
use super::id::ItemId;
use super::meeting::{Meeting, Status, Turn};
use chrono::{Duration, NaiveDateTime};

/// How the meeting stands against its plan. Times are in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How far behind the plan it is; less than nothing when it is ahead. None where no item has a time.
    pub behind: Option<i64>,
    /// How many items after the one on hand are still to come.
    pub items: usize,
    /// How much time is left until the planned end, planned breaks taken off; less than nothing when it is
    /// over. None where no end is planned.
    pub left: Option<i64>,
}

/// When an item was taken, or a pause lasted. The end is none while it lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What was done then: the item; none for a pause.
    pub item: Option<ItemId>,
    /// From when.
    pub from: NaiveDateTime,
    /// Until when.
    pub to: Option<NaiveDateTime>,
}

impl Span {
    /// How many minutes it lasted; until now, while it lasts.
    #[must_use]
    pub fn minutes(&self, now: NaiveDateTime) -> i64 {
        (self.to.unwrap_or(now) - self.from).num_minutes()
    }
}

impl Meeting {
    /// How the meeting stands against its plan while this item is being taken. None where the agenda plans no
    /// times, the meeting is not in session, or this is not its day.
    #[must_use]
    pub fn pace(&self, here: ItemId, now: NaiveDateTime) -> Option<Pace> {
        let planned =
            self.head.ends.is_some() || self.items.iter().any(|item| item.heading.planned.is_some());
        let another_day = self.head.date.is_some_and(|day| day != now.date());
        if !planned || another_day || self.course.status != Status::Open {
            return None;
        }
        let place = self.place_of(here)?;
        let items =
            self.items.iter().enumerate().filter(|(at, item)| *at > place && is_to_come(item)).count();
        let breaks: u32 = self
            .breaks
            .iter()
            .filter(|pause| self.is_ahead(pause.after))
            .filter_map(|pause| pause.minutes)
            .sum();
        let day = now.date();
        let left = self.head.ends.map(|ends| (day.and_time(ends) - now).num_minutes() - i64::from(breaks));
        Some(Pace { behind: self.behind(place, now), items, left })
    }

    /// How many minutes behind its plan the meeting is: by when the item on hand was begun, and by what ought
    /// to have been begun by now.
    fn behind(&self, place: usize, now: NaiveDateTime) -> Option<i64> {
        let day = now.date();
        let here = self.items.get(place)?;
        let next = self.items.iter().skip(place + 1).filter(|item| is_to_come(item));
        let due = next.filter_map(|item| item.heading.planned).next();
        let overdue = due.map(|due| (now - day.and_time(due)).num_minutes()).filter(|late| *late > 0);
        let begun = here.heading.planned.map(|planned| {
            let began = began(here).unwrap_or(now);
            (began - day.and_time(planned)).num_minutes()
        });
        overdue.or(begun).or(due.map(|_| 0))
    }

    fn is_ahead(&self, after: Option<ItemId>) -> bool {
        let Some(after) = after.and_then(|item| self.place_of(item)) else { return false };
        self.items.iter().skip(after + 1).all(|item| began(item).is_none())
    }

    /// When each item was taken and when the meeting paused, in the order of time. An item begins with the
    /// first that was minuted under it, and ends when the next begins.
    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        let begun = self.items.iter().filter_map(|item| Some((began(item)?, Some(item.id))));
        let moments = self.course.moments.iter().map(|moment| {
            let item = None::<ItemId>;
            (moment.at, item, Some(moment.turn))
        });
        let mut turns: Vec<(NaiveDateTime, Option<ItemId>, Option<Turn>)> =
            begun.map(|(at, item)| (at, item, None)).chain(moments).collect();
        turns.sort_by_key(|(at, item, _)| (*at, item.is_some()));
        let mut spans: Vec<Span> = Vec::new();
        let mut interrupted = None;
        for (at, item, turn) in turns {
            if let Some(last) = spans.last_mut().filter(|last| last.to.is_none()) {
                last.to = Some(at);
            }
            let item = match turn {
                Some(Turn::Opened | Turn::Resumed) => interrupted.take(),
                Some(Turn::Adjourned) => {
                    interrupted = spans.last().and_then(|last| last.item);
                    spans.push(Span { item: None, from: at, to: None });
                    continue;
                }
                Some(Turn::Closed) => None,
                None => item,
            };
            if item.is_some() {
                spans.push(Span { item, from: at, to: None });
            }
        }
        spans
    }
}

/// When an item was begun: when the first thing was minuted under it.
fn began(item: &Item) -> Option<NaiveDateTime> {
    item.minutes.iter().filter_map(|block| block.begun).min()
}

/// Whether an item is still to be taken.
fn is_to_come(item: &Item) -> bool {
    item.heading.taken.is_none() && item.heading.outcome == Outcome::Taken && !item.has_minutes()
}

/// A place in the recording as it is shown: `0:12` after twelve minutes, `1:02` after an hour and two. None
/// before it began.
#[must_use]
pub fn in_recording(began: NaiveDateTime, at: NaiveDateTime) -> Option<String> {
    let since = at - began;
    (since >= Duration::zero()).then(|| format!("{}:{:02}", since.num_hours(), since.num_minutes() % 60))
}
