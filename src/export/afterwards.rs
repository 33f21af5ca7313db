//! What is said below the signature: when the minutes were approved, and what later meetings corrected. Knows
//! nothing of the business.

use super::dates;
use super::document::{Element, Heading, Paragraph, Role};
use crate::domain::meeting::Meeting;
use crate::domain::review::{Correction, Seal};
use crate::domain::style::Style;

/// What happened to the minutes after they were agreed.
pub(super) fn afterwards(copy: &Meeting, style: &Style) -> Vec<Element> {
    let mut elements = Vec::new();
    elements.extend(
        copy.course.seal.as_ref().map(|seal| Paragraph::sentence(Role::Course, approval(seal, style))),
    );
    if !copy.corrections.is_empty() {
        let title = "Corrections made at a later meeting".to_owned();
        elements.push(Element::Heading(Heading { level: 2, title, ..Heading::default() }));
    }
    elements.extend(
        copy.corrections.iter().map(|made| Paragraph::sentence(Role::Course, corrected(made, style))),
    );
    elements
}

fn approval(seal: &Seal, style: &Style) -> String {
    let day = seal.approved.map(|day| format!(" on {}", dates::long_date(day, style))).unwrap_or_default();
    let by =
        if seal.signed_by.is_empty() { String::new() } else { format!(" and signed by {}", seal.signed_by) };
    format!("Approved{day}{by}. Digest of the sealed record: {}", seal.digest)
}

fn corrected(correction: &Correction, style: &Style) -> String {
    let day = match correction.made {
        Some(day) => format!("At the meeting on {}", dates::long_date(day, style)),
        None => "At a later meeting".to_owned(),
    };
    let minute = match correction.minute.as_str() {
        "" => String::new(),
        minute => format!(" (minute {minute})"),
    };
    let text = correction.text.trim_end_matches('.');
    format!("{day} these minutes were corrected: {text}{minute}.")
}
