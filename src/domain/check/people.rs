//! Who was there: the roll and the chair.

use super::{Finding, Place, finding};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::people::{Membership, Person, Standing};
use crate::domain::profile::Profile;

pub(super) fn check(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
    let begun = meeting.course.status >= Status::Open;
    let sitting = || meeting.people.iter().filter(|person| person.membership.sits());
    if begun && !sitting().any(|person| meeting.was_present(profile, person)) {
        found.push(finding("nobody-present", "No member is marked present.", Place::People));
    }
    let chaired = meeting.chairs().iter().any(|person| meeting.was_present(profile, person));
    if begun && !chaired && meeting.presided_instead(profile).is_none() {
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
    let sits_for =
        |person: &Person| meeting.apologies.iter().any(|apology| apology.substitute == Some(person.id));
    let is_one = |person: &Person| person.membership == Membership::Substitute || sits_for(person);
    for person in meeting.people.iter().filter(|person| is_one(person) && meeting.attended(person.id)) {
        let place = Place::Person(person.id);
        if !profile.substitutes {
            let said =
                format!("{} sat as a substitute, and a {} has no substitutes.", person.name, profile.name);
            found.push(finding("substitute-not-allowed", said, place));
        } else if !sits_for(person) {
            let said = format!("It is not recorded for whom {} sits as a substitute.", person.name);
            found.push(finding("substitute-for-nobody", said, place));
        }
    }
}
