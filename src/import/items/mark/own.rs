//! Headings of a copy that this program printed. Such a copy names itself, and its formats set headings in few ways: as
//! declared headings, underlined, in bold, or behind a number at the left edge with one blank between them.

use super::Finder;
use crate::import::items::context::{Context, Facts};
use crate::import::items::label::Label;
use crate::import::items::lexicon::Topic;
use crate::import::notice;
use crate::import::paper::Line;

/// Level that the reader of lines gives to titles underlined with hyphens.
const UNDERLINED: u8 = 8;

/// Finds the headings of items in a copy that this program printed; nothing in other papers.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    if !notice::is_own(context.lines) {
        return;
    }
    // Text without looks has no headings but those with numbers.
    let ways: [(IsHeading, bool); 4] =
        [(is_declared, true), (is_underlined, true), (is_bold, true), (is_labelled, false)];
    let found = ways.iter().find_map(|(is_heading, is_look)| {
        let headings: Vec<usize> = (0..context.lines.len()).filter(|at| is_heading(context, *at)).collect();
        let numbered = Some(numbered(context, &headings)).filter(|items| items.len() > 1);
        numbered.or_else(|| is_look.then(|| unnumbered(context, &headings))).filter(|items| items.len() > 1)
    });
    for (at, label) in found.unwrap_or_default() {
        let start = label.as_ref().map_or(0, |label| label.end);
        let length = context.lines.get(at).map_or(start, |line| line.text.len());
        let added = finder.add(at, label, start..length);
        finder.put(added, "copy");
    }
}

/// Whether a line is set as a heading in one way.
type IsHeading = fn(&Context<'_>, usize) -> bool;
/// Line of a heading with its number.
type Item = (usize, Option<Label>);

fn line_of<'a>(context: &'a Context<'_>, at: usize) -> Option<(&'a Line, &'a Facts)> {
    Some((context.lines.get(at)?, context.facts.get(at)?))
}

/// A heading of Markdown, a web page or a Word document below the title of the copy.
fn is_declared(context: &Context<'_>, at: usize) -> bool {
    context.lines.get(at).is_some_and(|line| (2..=6).contains(&line.look.heading))
}

/// An underlined title of plain text.
fn is_underlined(context: &Context<'_>, at: usize) -> bool {
    context.lines.get(at).is_some_and(|line| line.look.heading == UNDERLINED)
}

/// A heading of a PDF document: a line that begins in bold, with its number.
fn is_bold(context: &Context<'_>, at: usize) -> bool {
    let Some((line, facts)) = line_of(context, at) else { return false };
    let label = facts.labels.first().map_or(0, |label| label.end);
    line.gap && line.look.bold > label && !facts.is_label
}

/// A title of plain text: a number at the left edge, and one blank. The paragraphs of items are set further apart from
/// their numbers.
fn is_labelled(context: &Context<'_>, at: usize) -> bool {
    let Some((line, facts)) = line_of(context, at) else { return false };
    line.gap
        && line.indent == 0
        && line.look.bold == 0
        && !facts.is_label
        && facts.labels.first().is_some_and(|label| label.blanks == 1)
}

/// Headings with the numbers of items: figures and a stop, each larger than the one before.
fn numbered(context: &Context<'_>, headings: &[usize]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut last = 0;
    for at in headings {
        let Some((line, facts)) = line_of(context, *at) else { continue };
        let is_item = |label: &&Label| label.kind == "9" && label.punctuation == "_.";
        let Some(label) = facts.labels.iter().find(is_item) else { continue };
        let number = label.values.first().copied().unwrap_or(0);
        // From 10 on the number of a paragraph fills its column, too.
        let is_paragraph =
            paragraph_above(context, *at) + 1 == number && line.text.ends_with(['.', ';', ':']);
        if number > last && !is_paragraph {
            last = number;
            items.push((*at, Some(label.clone())));
        }
    }
    items
}

/// Number of the nearest numbered paragraph above a line; 0 where there is none.
fn paragraph_above(context: &Context<'_>, at: usize) -> u32 {
    let above = context.lines.iter().zip(&context.facts).take(at).rev();
    let labels = above.filter(|(line, _)| line.indent == 0).filter_map(|(_, facts)| facts.labels.first());
    labels.filter_map(|label| label.values.first().copied()).next().unwrap_or(0)
}

/// Headings without numbers, but those over lists of people.
fn unnumbered(context: &Context<'_>, headings: &[usize]) -> Vec<Item> {
    let is_item = |at: &&usize| {
        line_of(context, **at)
            .is_some_and(|(line, facts)| !facts.topics.has(Topic::Frame) && !line.text.ends_with(':'))
    };
    headings.iter().filter(is_item).map(|at| (*at, None)).collect()
}
