//! Line in capitals.

use super::{Finder, is_capitals, title_end};
use crate::import::items::context::Context;

/// Finds lines in capitals.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    for (at, (line, facts)) in context.lines.iter().zip(&context.facts).enumerate() {
        if facts.is_furniture || facts.is_label || line.text.len() > 160 {
            continue;
        }
        let title = 0..title_end(&line.text, 0);
        if !line.text.get(title.clone()).is_some_and(is_capitals) {
            continue;
        }
        let added = finder.add(at, None, title);
        finder.put(added, "any");
        finder.put(added, format_args!("at {}", line.indent));
        if line.gap {
            finder.put(added, "gap");
        }
        if line.text.ends_with(':') {
            finder.put(added, "colon");
        }
    }
}
