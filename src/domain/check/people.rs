//! Who was there: the roll and the chair.

use super::{Finding, Place, finding};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::people::Standing;

pub(super) fn check(meeting: &Meeting, found: &mut Vec<Finding>) {
    let begun = meeting.course.status >= Status::Open;
    let sitting = || meeting.people.iter().filter(|person| person.membership.sits());
    if begun && !sitting().any(|person| meeting.attended(person.id)) {
        found.push(finding("nobody-present", "No member is marked present.", Place::People));
    }
    let chairs = sitting().filter(|person| person.is_chair() && meeting.attended(person.id)).count();
    if begun && chairs == 0 {
        found.push(finding("no-chair", "Nobody present is down as being in the chair.", Place::People));
    }
    for person in sitting() {
        if meeting.attended(person.id) && meeting.apology_of(person.id).is_some() {
            let said = format!("{} is down as present and as having sent apologies.", person.name);
            found.push(finding("present-and-apologies", said, Place::Person(person.id)));
        }
        if meeting.course.status >= Status::Closed && meeting.standing(person.id) == Standing::Unmarked {
            let said = format!("{} is neither present nor down for apologies.", person.name);
            found.push(finding("not-on-the-roll", said, Place::Person(person.id)));
        }
    }
}
