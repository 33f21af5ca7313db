//! Who was there: the roll and the chair.

use super::{Finding, Place, finding};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::people::{Membership, Person, Standing};
use crate::domain::profile::Profile;

pub(super) fn check(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
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
    substitutes(meeting, profile, found);
}

/// Somebody who sits for a member: where the body knows substitutes, and for whom.
fn substitutes(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
    let sits = |person: &&Person| person.membership == Membership::Substitute && meeting.attended(person.id);
    for person in meeting.people.iter().filter(sits) {
        let place = Place::Person(person.id);
        if !profile.substitutes {
            let said = format!("{} sits as a substitute, and such a body has none.", person.name);
            found.push(finding("substitute-not-known", said, place));
        } else if !meeting.apologies.iter().any(|apology| apology.substitute == Some(person.id)) {
            let said = format!("It is not recorded for whom {} sits as a substitute.", person.name);
            found.push(finding("substitute-for-nobody", said, place));
        }
    }
}
