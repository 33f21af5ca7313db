//! The roll of a document: who was there, who sent apologies, who came late and who left early. Knows nothing
//! of the business.

use super::document::{Element, Paragraph, Role, Roll};
use super::{people, sentences};
use crate::domain::meeting::Meeting;
use crate::domain::people::{Move, Movement};
use crate::domain::style;

/// The roll, as the first elements of a document.
pub(super) fn roll(copy: &Meeting, form: style::Roll) -> Vec<Element> {
    let mut elements = Vec::new();
    list(&mut elements, "Present", people::present(copy), form);
    list(&mut elements, "Apologies", people::apologies(copy), form);
    list(&mut elements, "In attendance", people::in_attendance(copy), form);
    elements.extend(movements(copy));
    elements
}

/// A list of names. A list of nobody is not printed.
fn list(elements: &mut Vec<Element>, heading: &str, names: Vec<String>, form: style::Roll) {
    if !names.is_empty() {
        elements.push(Element::Roll(Roll { heading: heading.to_owned(), names, form }));
    }
}

fn movements(copy: &Meeting) -> impl Iterator<Item = Element> {
    let told = copy.attendance.iter().filter(|movement| belongs_here(copy, movement));
    told.map(|movement| Paragraph::sentence(Role::Movement, sentences::movement_on_roll(copy, movement)))
}

/// Whether a movement is told beside the roll: a late arrival, a departure for good, and whatever happened
/// under no item, because it is told nowhere else.
fn belongs_here(copy: &Meeting, movement: &Movement) -> bool {
    let is_last = copy.movements_of(movement.person).next_back().is_some_and(|last| last.id == movement.id);
    match movement.what {
        Move::Present => false,
        Move::Arrived => true,
        Move::Left | Move::Withdrew => movement.item.is_none() || is_last,
        Move::Returned => movement.item.is_none(),
    }
}
