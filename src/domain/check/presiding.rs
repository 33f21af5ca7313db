//! Who presided: while the chair is out of the room, somebody else is in it, and the minutes say who.

use super::{Finding, Place, finding};
use crate::domain::agenda::Item;
use crate::domain::id::PersonId;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::minutes::Kind;
use crate::domain::presence::Presence;

/// The words by which minutes tell who presided.
const TELL: [&str; 6] =
    ["in the chair", "took the chair", "take the chair", "presid", "chaired", "assumed the chair"];

pub(super) fn check(meeting: &Meeting, found: &mut Vec<Finding>) {
    let chairs: Vec<PersonId> = chairs(meeting).collect();
    if meeting.course.status < Status::Open || chairs.is_empty() {
        return;
    }
    let mut items: Vec<&Item> = meeting.items.iter().filter(|item| item.has_minutes()).collect();
    items.sort_by_key(|item| meeting.order_of(item.id));
    let mut is_told = false;
    for item in items {
        if chairs.iter().any(|chair| meeting.presence_at(*chair, item.id) == Presence::Throughout) {
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

/// The members who are down as being in the chair and were there.
pub(super) fn chairs(meeting: &Meeting) -> impl Iterator<Item = PersonId> {
    let sitting = meeting.people.iter().filter(|person| person.membership.sits() && person.is_chair());
    sitting.map(|person| person.id).filter(|person| meeting.attended(*person))
}

fn tells_who_presided(item: &Item) -> bool {
    item.minutes.iter().filter(|block| !block.is_private()).any(|block| {
        let elected = matches!(&block.kind, Kind::Motion(motion) if motion.election().is_some());
        let text = block.text.to_lowercase();
        TELL.iter().any(|words| text.contains(words)) || (elected && text.contains("chair"))
    })
}
