//! Short line that ends with a colon.

use super::{Finder, is_capitals};
use crate::import::items::context::Context;

/// Finds short lines that end with a colon.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    for (at, (line, facts)) in context.lines.iter().zip(&context.facts).enumerate() {
        let title = line.text.trim_end_matches([':', ' ']).len();
        if facts.is_furniture || !line.text.ends_with(':') || line.text.len() > 100 || facts.goes_on {
            continue;
        }
        let capitals = if is_capitals(&line.text) { "capitals" } else { "letters" };
        let added = finder.add(at, None, 0..title);
        finder.put(added, "any");
        finder.put(added, capitals);
        finder.put(added, format_args!("at {}", line.indent));
        if line.gap {
            finder.put(added, "gap");
        }
    }
}
