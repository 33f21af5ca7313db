//! The course of a meeting in sentences: opening, adjournments, close. Knows nothing of items.

use super::dates;
use crate::domain::meeting::{Head, Meeting, Moment, Turn};
use crate::domain::style::Style;
use chrono::{NaiveDate, NaiveDateTime};

/// How a meeting went, told in sentences.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// The opening.
    pub opening: Option<String>,
    /// What interrupted the meeting, each with the moment at which it began.
    pub breaks: Vec<(Moment, String)>,
    /// The close.
    pub close: Option<String>,
}

impl Story {
    /// Tells how a meeting went.
    pub fn of(meeting: &Meeting, style: &Style) -> Self {
        let day = meeting.head.date;
        let when = |at: NaiveDateTime| when(at, day, style);
        let mut story = Story::default();
        let mut moments = meeting.course.moments.iter().peekable();
        let mut begun = false;
        while let Some(moment) = moments.next() {
            let at = when(moment.at);
            match moment.turn {
                Turn::Opened if !begun => story.opening = Some(format!("The meeting opened at {at}.")),
                Turn::Opened | Turn::Resumed => {
                    story.breaks.push((*moment, format!("The meeting resumed at {at}.")));
                }
                Turn::Closed if moments.peek().is_none() => {
                    story.close = Some(format!("The meeting closed at {at}."));
                }
                Turn::Adjourned | Turn::Closed => {
                    let resumed = moments.next_if(|next| resumes(next));
                    story.breaks.push((*moment, interruption(moment, resumed, when)));
                }
            }
            begun = true;
        }
        story
    }
}

fn resumes(moment: &Moment) -> bool {
    matches!(moment.turn, Turn::Resumed | Turn::Opened)
}

fn interruption(moment: &Moment, resumed: Option<&Moment>, when: impl Fn(NaiveDateTime) -> String) -> String {
    let verb = if moment.turn == Turn::Closed { "closed" } else { "adjourned" };
    let at = when(moment.at);
    match resumed {
        Some(resumed) => {
            let again = when(resumed.at);
            format!("The meeting was {verb} at {at} and resumed at {again}.")
        }
        None => format!("The meeting was {verb} at {at}."),
    }
}

/// The time, with the day where that is not the day of the meeting.
fn when(at: NaiveDateTime, day: Option<NaiveDate>, style: &Style) -> String {
    let time = dates::time(at.time(), style);
    match day {
        Some(day) if day != at.date() => format!("{time} on {}", dates::long_date(at.date(), style)),
        _ => time,
    }
}

/// The sentence that tells when the body meets next.
pub(super) fn next_meeting(head: &Head, style: &Style) -> Option<String> {
    let day = head.next_meeting?;
    Some(format!("The next meeting will be held on {}.", dates::long_date(day, style)))
}
