//! How the parts of a resolution end, in a house that has a rule for it. Knows nothing of what they say.

use super::document::{Element, Paragraph, Role};

/// Ends the parts of every resolution and recommendation as a list in one sentence: `…;`, `…; and`, `….`
/// Whatever the clerk has put at an end stays there.
pub(super) fn end_parts(elements: &mut [Element]) {
    for run in elements.chunk_by_mut(|one, next| part(one).is_some() && part(next).is_some()) {
        let parts = run.iter_mut().filter(|element| part(element).is_some_and(|part| part.level == 1));
        let parts = parts.filter_map(|element| match element {
            Element::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        });
        for (left, part) in parts.rev().enumerate() {
            end(part, left);
        }
    }
}

/// A part of a resolution or recommendation, or what hangs from one.
fn part(element: &Element) -> Option<&Paragraph> {
    match element {
        Element::Paragraph(paragraph) if paragraph.level > 0 => {
            Some(paragraph).filter(|part| matches!(part.role, Role::Resolution | Role::Recommendation))
        }
        _ => None,
    }
}

/// Ends a part after which so many are to come.
fn end(part: &mut Paragraph, left: usize) {
    let words = part.text.trim_end();
    let bare = words.strip_suffix(" and").unwrap_or(words);
    if bare.is_empty() || bare.ends_with([',', ';', ':', '.', '!', '?']) {
        return;
    }
    let ending = match left {
        0 => ".",
        1 => "; and",
        _ => ";",
    };
    part.text = format!("{bare}{ending}");
}
