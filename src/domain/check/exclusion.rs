//! Restricted business: whether the public was excluded before it, by a resolution that says why. Only bodies that
//! need a resolution are asked for one.

use super::{Finding, Place, finding};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::minutes::Kind;
use crate::domain::profile::Profile;

pub(super) fn check(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
    if meeting.course.status < Status::Open || !profile.exclusion.is_resolved() {
        return;
    }
    for item in &meeting.items {
        if meeting.is_restricted(item) && item.has_minutes() && !meeting.is_public_excluded(item.id) {
            let name = meeting.public_name(item.id);
            let said = format!(
                "Item {name} is minuted as restricted, and no carried exclusion of the public covers it."
            );
            found.push(finding("restricted-without-exclusion", said, Place::Item(item.id)));
        }
        for block in &item.minutes {
            let Kind::Motion(motion) = &block.kind else { continue };
            let bare = motion.exempt().iter().find(|exempt| exempt.paragraphs.is_empty());
            if let (Some(bare), false) = (bare, profile.exclusion.grounds().is_empty()) {
                let name = meeting.public_name(bare.item);
                let said = format!("The exclusion of the public gives no paragraph for item {name}.");
                found.push(finding("exclusion-without-paragraph", said, Place::Block(item.id, block.id)));
            }
        }
    }
}
