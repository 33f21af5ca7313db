//! Plain short line that is no sentence.

use super::{Finder, title_end};
use crate::import::items::context::Context;
use std::ops::Range;

/// Name of the group of the lines right below the word `Agenda`.
pub(in crate::import::items) const BLOCK: &str = "below the word agenda";
/// No agenda in one block has fewer lines than this, nor longer ones.
const FEWEST: usize = 4;
const LONGEST: usize = 80;

/// Finds plain short lines.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    for at in block(context).into_iter().flatten() {
        let end = context.lines.get(at).map_or(0, |line| title_end(&line.text, 0));
        let added = finder.add(at, None, 0..end);
        finder.put(added, BLOCK);
    }
    for (at, (line, facts)) in context.lines.iter().zip(&context.facts).enumerate() {
        if facts.is_furniture || facts.is_label || facts.goes_on || line.text.len() > 140 {
            continue;
        }
        let title = 0..title_end(&line.text, 0);
        let words = line.text.get(title.clone()).unwrap_or("");
        let is_title = words.starts_with(|first: char| {
            first.is_uppercase() || first.is_ascii_digit() || "‘'\"“(".contains(first)
        }) && !words.ends_with(['.', ';', ',', ':'])
            && words.split(' ').count() <= 16;
        if !is_title {
            continue;
        }
        let added = finder.add(at, None, title);
        if line.gap {
            finder.put(added, "gap above");
            finder.put(added, format_args!("gap above at {}", line.indent));
        }
        if line.gap && facts.gap_below {
            finder.put(added, "gaps");
        }
        if line.gap && !facts.gap_below {
            finder.put(added, "gap above only");
        }
        if line.look.size > 105 {
            finder.put(added, format_args!("size {}", line.look.size));
        }
        finder.put(added, format_args!("at {}", line.indent));
        finder.put(added, "any");
    }
}

/// The lines right below a line with nothing but the word `Agenda`, without a gap between them, where all are short, set
/// alike and without labels.
fn block(context: &Context<'_>) -> Option<Range<usize>> {
    let is_word = |at: &usize| {
        context.lines.get(*at).is_some_and(|line| {
            line.text.trim_matches([':', '*', '#', ' ']).replace(' ', "").eq_ignore_ascii_case("agenda")
        })
    };
    let start = (0..context.lines.len()).find(is_word)? + 1;
    let first = context.lines.get(start)?;
    let below = context.lines.iter().skip(start + 1).take_while(|line| !line.gap).count();
    let block = start..start + 1 + below;
    let is_title = |at: usize| {
        context.lines.get(at).zip(context.facts.get(at)).is_some_and(|(line, facts)| {
            line.indent == first.indent
                && line.text.len() <= LONGEST
                && line.text.starts_with(char::is_uppercase)
                && !line.text.ends_with(['.', ';', ',', ':'])
                && line.look.cell.is_none()
                && facts.labels.is_empty()
                && !facts.is_furniture
        })
    };
    (block.len() >= FEWEST && block.clone().all(is_title)).then_some(block)
}
