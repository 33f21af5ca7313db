//! The day and the times of the meeting.

use super::{Finding, Place, finding};
use crate::domain::meeting::{Meeting, Status, Turn};
use crate::domain::profile::Profile;
use chrono::{Datelike, NaiveDate, Weekday};

pub(super) fn check(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
    dates(meeting, profile, found);
    let moments = &meeting.course.moments;
    if meeting.head.date.is_none() {
        found.push(finding("no-date", "The date of the meeting is not known.", Place::Meeting));
    }
    if meeting.course.status >= Status::Closed && meeting.course.opened().is_none() {
        found.push(finding("no-opening-time", "No time of opening is recorded.", Place::Meeting));
    }
    if meeting.course.status >= Status::Closed && meeting.course.closed().is_none() {
        found.push(finding("no-closing-time", "No time of the close is recorded.", Place::Meeting));
    }
    if moments.windows(2).any(|pair| matches!(pair, [first, second] if first.at > second.at)) {
        let said = "The times of opening, adjournment and close are not in order.";
        found.push(finding("times-out-of-order", said, Place::Meeting));
    }
    let open_day = moments.iter().find(|moment| moment.turn == Turn::Opened).map(|moment| moment.at.date());
    if let (Some(planned), Some(day)) = (meeting.head.date, open_day)
        && planned != day
    {
        let [planned, day] = [planned, day].map(|day| day.format("%-d %B %Y"));
        let said = format!("The meeting was called for {planned} and opened on {day}.");
        found.push(finding("opened-on-another-day", said, Place::Meeting));
    }
}

/// The date of the next meeting, and how long before the meeting its agenda was published.
fn dates(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
    let Some(day) = meeting.head.date else { return };
    if let Some(next) = meeting.head.next_meeting.filter(|next| *next <= day) {
        let said = format!(
            "The next meeting is down for {}, which is not after this one.",
            next.format("%-d %B %Y")
        );
        found.push(finding("next-meeting-not-later", said, Place::Meeting));
    }
    let is_over = meeting.course.status >= Status::Closed;
    if is_over && profile.clear_days > 0 && meeting.head.published.is_none() {
        let wanted = profile.clear_days;
        let said =
            format!("It is not recorded when the agenda was published; {wanted} clear days are asked for.");
        found.push(finding("publication-not-known", said, Place::Meeting));
    }
    if let Some(published) = meeting.head.published.filter(|_| profile.clear_days > 0) {
        let clear = clear_days(published, day, profile.saturdays_count);
        if clear < profile.clear_days {
            let wanted = profile.clear_days;
            let said = format!(
                "The agenda was published {clear} clear days before the meeting; {wanted} are asked for."
            );
            found.push(finding("short-notice", said, Place::Meeting));
        }
    }
}

/// The clear days between two days: neither of the two counts, nor do Sundays, nor Saturdays unless it is said that
/// they do. Bank holidays are not known here, so there may be fewer.
fn clear_days(published: NaiveDate, meeting: NaiveDate, saturdays: bool) -> u32 {
    let between = published.iter_days().skip(1).take_while(|day| *day < meeting).take(400);
    let counts = |day: &NaiveDate| match day.weekday() {
        Weekday::Sun => false,
        Weekday::Sat => saturdays,
        _ => true,
    };
    between.filter(counts).count() as u32
}
