//! Label at the end of the line, in the margin.

use super::Finder;
use crate::import::items::context::Context;
use crate::import::items::label;

/// Finds lines that end with a label, behind a gap or a blank.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    for (at, (line, facts)) in context.lines.iter().zip(&context.facts).enumerate() {
        let text = line.text.as_str();
        if facts.is_furniture || text.len() > 200 {
            continue;
        }
        let (gap, split) = match text.rsplit_once("  ") {
            Some(split) => ("gap", Some(split)),
            None => ("blank", text.rsplit_once(' ')),
        };
        let Some((title, token)) = split else { continue };
        let (title, token) = (title.trim_end(), token.trim());
        for found in label::labels(token).into_iter().filter(|label| label.end >= token.len()) {
            let kind = format!("{} {gap}", found.kind);
            let added = finder.add(at, Some(label::Label { end: 0, ..found }), 0..title.len());
            finder.put(added, &kind);
        }
    }
}
