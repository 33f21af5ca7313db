//! Bold line, or a line that begins with bold words.

use super::{Finder, behind_label, is_capitals, title_end};
use crate::import::items::context::Context;

/// Finds bold lines and bold starts of lines.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    for (at, line) in context.lines.iter().enumerate().filter(|(_, line)| line.look.bold > 0) {
        let (label, start) = behind_label(context, at);
        if line.look.bold <= start {
            continue;
        }
        let is_whole = line.look.bold >= line.text.len();
        let end = if is_whole { title_end(&line.text, start) } else { line.look.bold };
        let words = line.text.get(start..end).unwrap_or("").trim_end();
        let end = start + words.trim_end_matches([':', '.', '-', '–', ' ']).len();
        let is_labelled = label.is_some();
        let name = if is_whole { "line" } else { "start" };
        let capitals = if is_capitals(words) { "capitals" } else { "letters" };
        let title = start..end;
        let added = if is_whole { finder.add(at, label, title) } else { finder.add_cut(at, label, title) };
        finder.put(added, "any");
        finder.put(added, name);
        finder.put(added, format_args!("{name} {capitals}"));
        finder.put(added, format_args!("{name} at {}", line.indent));
        if is_labelled {
            finder.put(added, format_args!("{name} labelled"));
        }
        if line.gap {
            finder.put(added, format_args!("{name} gap"));
        }
        if line.look.cell.is_some() {
            finder.put(added, format_args!("{name} cell"));
        }
    }
}
