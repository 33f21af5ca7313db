//! Label on a line of its own, above its title or below it.

use super::{Finder, title_end};
use crate::import::items::context::Context;

/// Finds labels with the title on the next line.
pub fn find_above(context: &Context<'_>, finder: &mut Finder) {
    for (at, facts) in context.facts.iter().enumerate().filter(|(_, facts)| facts.is_label) {
        let Some(below) = context.next_told(at) else { continue };
        put(context, finder, at, below, at..below + 1, facts.labels.as_slice());
    }
}

/// Finds labels with the title on the line before.
pub fn find_below(context: &Context<'_>, finder: &mut Finder) {
    for (at, facts) in context.facts.iter().enumerate().filter(|(at, facts)| facts.is_label && *at > 0) {
        put(context, finder, at, at - 1, at - 1..at + 1, facts.labels.as_slice());
    }
}

fn put(
    context: &Context<'_>,
    finder: &mut Finder,
    label_at: usize,
    at: usize,
    lines: std::ops::Range<usize>,
    labels: &[crate::import::items::label::Label],
) {
    let (Some(line), Some(facts)) = (context.lines.get(at), context.facts.get(at)) else { return };
    if facts.is_label || facts.is_furniture || !line.text.contains(char::is_alphabetic) {
        return;
    }
    for label in labels {
        let indent = context.lines.get(label_at).map_or(0, |line| line.indent);
        let label_of = crate::import::items::label::Label { end: 0, ..label.clone() };
        let added = finder.add_over(lines.clone(), at, Some(label_of), 0..title_end(&line.text, 0));
        finder.put(added, &label.kind);
        finder.put(added, format_args!("{} {}", label.kind, label.punctuation));
        finder.put(added, format_args!("{} at {indent}", label.kind));
    }
}
