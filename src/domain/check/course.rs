//! The day and the times of the meeting.

use super::{Finding, Place, finding};
use crate::domain::meeting::{Meeting, Status, Turn};

pub(super) fn check(meeting: &Meeting, found: &mut Vec<Finding>) {
    let moments = &meeting.course.moments;
    if meeting.head.date.is_none() {
        found.push(finding("no-date", "The date of the meeting is not known.", Place::Meeting));
    }
    if meeting.course.status >= Status::Closed && meeting.course.opened().is_none() {
        found.push(finding("no-opening-time", "No time of opening is recorded.", Place::Meeting));
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
