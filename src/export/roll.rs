//! The roll of a document: who was there, who sent apologies, who came late and who left early. Knows nothing
//! of the business.

use super::document::{Element, Paragraph, Role, Roll};
use super::{people, sentences};
use crate::domain::meeting::Meeting;
use crate::domain::people::{Move, Movement};
use crate::domain::profile::Profile;
use crate::domain::setting::Case;
use crate::domain::style::Style;

/// Who was present, and below which members attended over a link where that does not count.
pub(super) fn present(copy: &Meeting, style: &Style, profile: &Profile) -> Vec<Element> {
    let mut lists = list("Present", people::present(copy, profile), style);
    lists.extend(list("Attending remotely", people::remotely(copy, profile), style));
    lists
}

/// Who sent apologies.
pub(super) fn apologies(copy: &Meeting, style: &Style) -> Vec<Element> {
    list("Apologies", people::apologies(copy), style)
}

/// Which members were not there and sent no apologies.
pub(super) fn absent(copy: &Meeting, style: &Style) -> Vec<Element> {
    list("Absent", people::absent(copy), style)
}

/// Who else was there.
pub(super) fn in_attendance(copy: &Meeting, style: &Style) -> Vec<Element> {
    list("In attendance", people::in_attendance(copy), style)
}

/// A list of names. A list of nobody is not printed.
fn list(heading: &str, names: Vec<String>, style: &Style) -> Vec<Element> {
    let capitals = style.section_case == Case::Capitals;
    let roll = Roll { heading: heading.to_owned(), capitals, names, form: style.roll };
    if roll.names.is_empty() { Vec::new() } else { vec![Element::Roll(roll)] }
}

/// Who came late, who left early, and what else happened under no item.
pub(super) fn movements(copy: &Meeting, style: &Style) -> impl Iterator<Item = Element> {
    let told = copy.attendance.iter().filter(|movement| belongs_here(copy, movement));
    told.map(|movement| {
        Paragraph::sentence(Role::Movement, sentences::movement_on_roll(copy, movement, style))
    })
}

/// Whether a movement is told beside the roll: a late arrival, a departure for good, and whatever happened
/// under no item, because it is told nowhere else.
fn belongs_here(copy: &Meeting, movement: &Movement) -> bool {
    let is_last = copy.movements_of(movement.person).next_back().is_some_and(|last| last.id == movement.id);
    match movement.what {
        Move::Present | Move::Absent => false,
        Move::Arrived => true,
        Move::Left | Move::LeftForGood | Move::Withdrew | Move::Dropped => movement.item.is_none() || is_last,
        Move::Returned | Move::Rejoined => movement.item.is_none(),
    }
}
