//! Who presided: while the chair is out of the room, somebody else is in it, and the minutes say who.

use super::{Finding, Place, finding};
use crate::domain::agenda::Item;
use crate::domain::attended::Attended;
use crate::domain::id::PersonId;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::minutes::Kind;
use crate::domain::presence::Presence;
use crate::domain::profile::Profile;

/// The words by which minutes tell who presided.
const TELL: [&str; 6] =
    ["in the chair", "took the chair", "take the chair", "presid", "chaired", "assumed the chair"];

pub(super) fn check(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
    let chairs: Vec<PersonId> = chairs(meeting, profile).collect();
    if meeting.course.status < Status::Open || chairs.is_empty() {
        return;
    }
    let mut items: Vec<&Item> = meeting.items.iter().filter(|item| item.has_minutes()).collect();
    items.sort_by_key(|item| meeting.order_of(item.id));
    let mut is_told = false;
    for item in items {
        if chairs.iter().any(|chair| presides_throughout(meeting, profile, *chair, item)) {
            is_told = false;
            continue;
        }
        is_told |= tells_who_presided(item);
        if !is_told {
            let said = format!(
                "The chair was out of the room during {}, and it is not said who presided.",
                item.name()
            );
            found.push(finding("presiding-not-said", said, Place::Item(item.id)));
        }
    }
}

/// The members who are down as being in the chair and were present.
pub(super) fn chairs(meeting: &Meeting, profile: &Profile) -> impl Iterator<Item = PersonId> {
    let present = meeting.attending(profile, Attended::Present);
    present.filter(|person| person.is_chair()).map(|person| person.id)
}

/// Whether somebody was there while an item was taken, to its end in a way that counts.
fn presides_throughout(meeting: &Meeting, profile: &Profile, chair: PersonId, item: &Item) -> bool {
    meeting.presence_at(chair, item.id) == Presence::Throughout
        && meeting.whereabouts(chair, item.id, None).mode().is_some_and(|mode| profile.counts(mode))
}

fn tells_who_presided(item: &Item) -> bool {
    item.minutes.iter().filter(|block| !block.is_private()).any(|block| {
        let elected = matches!(&block.kind, Kind::Motion(motion) if motion.election().is_some());
        let text = block.text.to_lowercase();
        TELL.iter().any(|words| text.contains(words)) || (elected && text.contains("chair"))
    })
}
