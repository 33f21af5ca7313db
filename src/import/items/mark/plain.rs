//! Plain short line that is no sentence.

use super::{Finder, title_end};
use crate::import::items::context::Context;

/// Finds plain short lines.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
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
            finder.put(added, &format!("gap above at {}", line.indent));
        }
        if line.gap && facts.gap_below {
            finder.put(added, "gaps");
        }
        if line.gap && !facts.gap_below {
            finder.put(added, "gap above only");
        }
        if line.look.size > 105 {
            finder.put(added, &format!("size {}", line.look.size));
        }
        finder.put(added, &format!("at {}", line.indent));
        finder.put(added, "any");
    }
}
