//! The minute numbers: that they run on from the body's last session, and that none is left out or used twice.

use super::{Finding, Place, finding};
use crate::domain::meeting::Meeting;

pub(super) fn check(meeting: &Meeting, found: &mut Vec<Finding>) {
    let numbers: Vec<_> = meeting.minute_numbers().collect();
    let numbering = &meeting.head.numbering;
    if let (Some(last), Some(expected), Some((item, first))) =
        (numbering.last, numbering.expected(meeting.head.date), numbers.first())
        && *first != expected
    {
        let of = last.of.map(|day| format!(" of {}", day.format("%-d %B %Y"))).unwrap_or_default();
        let wrong = if *first < expected { "are used twice" } else { "are left out" };
        let rule = if *first < expected { "minute-number-twice" } else { "minute-number-gap" };
        let said = format!(
            "The minutes begin at {first}; the last session{of} ended at {}, so numbers {wrong} unless these begin at {expected}.",
            last.number
        );
        found.push(finding(rule, said, Place::Item(*item)));
    }
    for pair in numbers.windows(2) {
        let [(_, before), (item, after)] = pair else { continue };
        let place = Place::Item(*item);
        if after <= before {
            let said =
                format!("Minute {after} comes after minute {before}: a number is used twice or goes back.");
            found.push(finding("minute-number-twice", said, place));
        } else if *after > before + 1 {
            let said = format!("Minute {after} comes after minute {before}: a number is left out.");
            found.push(finding("minute-number-gap", said, place));
        }
    }
}
