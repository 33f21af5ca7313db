//! The decision notice: what was resolved, recommended, voted and put off, under the headings of the items. Where
//! the law wants a note of the meeting before the minutes are agreed, it is that note.

use super::asides::Breaks;
use super::audience::Audience;
use super::business::Business;
use super::document::{Document, Element, Heading, Paragraph, Role};
use super::front::{self, Front};
use super::roll;
use crate::domain::meeting::Meeting;
use crate::domain::profile::Profile;
use crate::domain::style::Style;

/// The decisions of a meeting. A note also names those present, apologies and declarations of interest, as that
/// of a community council in Wales must within seven working days, private business left out (Local Government
/// and Elections (Wales) Act 2021 Sch 4 para 12).
pub(super) fn decisions(meeting: &Meeting, style: &Style, profile: &Profile, audience: Audience) -> Document {
    let is_note = profile.note_of_meeting;
    let copy = audience.copy(meeting);
    let business = Business::of(&copy, style, audience, Breaks::default());
    let mut decided = decided(business, is_note);
    if decided.is_empty() {
        decided.push(Paragraph::sentence(Role::Course, "No decisions were recorded."));
    }
    let mut elements = Vec::new();
    if is_note {
        elements.extend(roll::present(&copy, style, profile));
        elements.extend(roll::apologies(&copy, style));
    }
    elements.append(&mut decided);
    let front = if is_note { Front::Note } else { Front::Decisions };
    let mut meta = front::meta(&copy, style, audience, front);
    meta.draft = meta.draft.map(|_| "The minutes of this meeting are not yet agreed.".to_owned());
    Document { meta, setting: style.setting.clone(), elements }
}

/// What of the business is a decision, with the headings above it.
fn decided(business: Vec<Element>, is_note: bool) -> Vec<Element> {
    let mut decided = Vec::new();
    let mut headings: Vec<Heading> = Vec::new();
    let mut is_kept = false;
    for element in business {
        match element {
            Element::Heading(heading) => {
                headings.retain(|above| above.level < heading.level);
                headings.push(heading);
                is_kept = false;
            }
            Element::Paragraph(paragraph) => {
                if paragraph.level == 0 && paragraph.role != Role::Bullet {
                    is_kept = is_decision(paragraph.role, is_note);
                }
                if paragraph.role == Role::LeftOutItems {
                    // It says something of the part and not of the item before it.
                    headings.retain(|above| !above.is_item);
                }
                if is_kept {
                    decided.extend(headings.drain(..).map(Element::Heading));
                    decided.push(Element::Paragraph(paragraph));
                }
            }
            _ => {}
        }
    }
    decided
}

fn is_decision(role: Role, is_note: bool) -> bool {
    match role {
        Role::Resolution
        | Role::Recommendation
        | Role::Movers
        | Role::Motion
        | Role::Vote
        | Role::Outcome
        | Role::LeftOut
        | Role::LeftOutItems => true,
        Role::Declaration => is_note,
        Role::Statement
        | Role::Report
        | Role::Discussion
        | Role::Bullet
        | Role::Action
        | Role::Procedural
        | Role::Movement
        | Role::Course => false,
    }
}
