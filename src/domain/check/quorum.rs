//! The quorum: whether there is one, whether its loss is minuted, whether anything was decided without it.

use super::{Finding, Place, decides, finding};
use crate::domain::agenda::Item;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::minutes::Block;
use crate::domain::profile::Profile;
use chrono::NaiveTime;

pub(super) fn check(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
    if meeting.course.status < Status::Open || meeting.quorum(profile).is_none() {
        return;
    }
    let now = meeting.quorate(profile);
    if let (Status::Open, false, Some(needed)) = (meeting.course.status, now.holds(), now.needed) {
        let said = format!("{} members are there and count; {needed} make a quorum.", now.here);
        found.push(finding("no-quorum", said, Place::People));
    }
    for turn in meeting.quorum_turns(profile).iter().filter(|turn| !turn.quorate.holds()) {
        let item = turn.item.and_then(|item| meeting.item(item));
        if !item.is_some_and(tells_of_quorum) {
            let at = turn.at.map(|at| format!(" at {}", at.format("%H:%M"))).unwrap_or_default();
            let during = item.map(|item| format!(" during {}", item.name())).unwrap_or_default();
            let said = format!("The quorum was lost{at}{during}, and nothing minuted there says so.");
            let place = item.map_or(Place::People, |item| Place::Item(item.id));
            found.push(finding("quorum-loss-not-minuted", said, place));
        }
    }
    for item in &meeting.items {
        for block in item.minutes.iter().filter(|block| decides(block)) {
            let quorate = meeting.quorate_at(profile, item.id, decided_at(block));
            if let (false, Some(needed)) = (quorate.holds(), quorate.needed) {
                let said = format!(
                    "This was decided under {} with {} members there who count; {needed} make a quorum.",
                    item.name(),
                    quorate.here
                );
                found.push(finding("decided-without-quorum", said, Place::Block(item.id, block.id)));
            }
        }
    }
}

/// Whether a line about the course of the meeting speaks of the quorum.
fn tells_of_quorum(item: &Item) -> bool {
    item.minutes.iter().any(|block| !block.is_private() && block.text.to_lowercase().contains("quor"))
}

/// When it was decided, as far as that is known.
fn decided_at(block: &Block) -> Option<NaiveTime> {
    use chrono::Timelike;
    block.begun.and_then(|begun| begun.time().with_second(0)?.with_nanosecond(0))
}
