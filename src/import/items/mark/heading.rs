//! Declared heading: of Markdown, a wiki, a web page or a Word document, or an underlined line.

use super::{Finder, behind_label, title_end};
use crate::import::date;
use crate::import::items::context::Context;
use crate::import::items::lexicon::{Lexicon, Topic, words};
use crate::import::paper::Line;
use std::collections::HashMap;

/// Name of the group of all declared headings that may be items.
pub const ALL: &str = "heading:declared";
/// Lowest number of declared headings that structure a paper.
const FEW: usize = 4;
/// Number of times from which on a heading stands within items, as `Discussion` does.
const OFTEN: usize = 3;
/// Deepest level of declared headings; those that are underlined have deeper ones.
const DEEPEST: u8 = 6;

/// Finds declared headings.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    for (at, line) in context.lines.iter().enumerate().filter(|(_, line)| line.look.heading > 0) {
        let (label, start) = behind_label(context, at);
        let kind = label.as_ref().map(|label| label.kind.clone());
        let added = finder.add(at, label, start..title_end(&line.text, start));
        finder.put(added, format_args!("{}", line.look.heading));
        finder.put(added, format_args!("{} or {}", line.look.heading, line.look.heading + 1));
        finder.put(added, format_args!("{} or {}", line.look.heading.saturating_sub(1), line.look.heading));
        finder.put(added, "any");
        if let Some(kind) = kind {
            finder.put(added, format_args!("{} {kind}", line.look.heading));
        }
    }
    all(context, finder);
}

/// Finds all declared headings that may be items: not the title of the paper, what frames the business, or what stands again
/// and again.
fn all(context: &Context<'_>, finder: &mut Finder) {
    let declared = |line: &Line| (1..=DEEPEST).contains(&line.look.heading);
    let headings: Vec<(usize, &Line)> =
        context.lines.iter().enumerate().filter(|(_, line)| declared(line)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, line) in &headings {
        *counts.entry(line.text.as_str()).or_default() += 1;
    }
    let level = headings.first().map_or(0, |(_, line)| line.look.heading);
    let is_alone = headings.iter().filter(|(_, line)| line.look.heading == level).count() == 1;
    let may_be_item = |(order, (_, line)): &(usize, (usize, &Line))| {
        let is_title = *order == 0 && (is_alone || date::find(&line.text).is_some());
        let is_frame = Lexicon::get().topics(&words(&line.text)).has(Topic::Frame);
        !is_title && !is_frame && counts.get(line.text.as_str()).is_none_or(|count| *count < OFTEN)
    };
    let items: Vec<(usize, &Line)> =
        headings.into_iter().enumerate().filter(may_be_item).map(|(_, found)| found).collect();
    if items.len() < FEW {
        return;
    }
    // If most headings have labels, the others are the title and its parts.
    let is_labelled = |at: usize| behind_label(context, at).0.is_some();
    let labelled = items.iter().filter(|(at, _)| is_labelled(*at)).count();
    let only_labelled = labelled > 2 && labelled * 3 >= items.len() * 2;
    for (at, line) in items.into_iter().filter(|(at, _)| !only_labelled || is_labelled(*at)) {
        let (label, start) = behind_label(context, at);
        let added = finder.add(at, label, start..title_end(&line.text, start));
        finder.put(added, "declared");
    }
}
