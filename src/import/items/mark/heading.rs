//! Declared heading: of Markdown, a wiki, a web page or a Word document, or an underlined line.

use super::{Finder, behind_label, title_end};
use crate::import::items::context::Context;

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
}
