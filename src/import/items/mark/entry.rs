//! Entry of a list: a bullet or a dash before the title, or an entry that the container declares.

use super::{Finder, behind_label, title_end};
use crate::import::items::context::Context;

/// Finds entries of lists.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    for (at, (line, facts)) in context.lines.iter().zip(&context.facts).enumerate() {
        let bullet = line.text.chars().next().filter(|first| is_bullet(*first));
        let bullet = bullet
            .filter(|bullet| line.text.get(bullet.len_utf8()..).is_some_and(|rest| rest.starts_with(' ')));
        if facts.is_furniture || facts.goes_on || bullet.is_none() && line.look.entry == 0 {
            continue;
        }
        let (label, behind) = behind_label(context, at);
        let rest = line.text.get(bullet.map_or(0, char::len_utf8)..).unwrap_or("");
        let words = rest.trim_start().trim_start_matches("[ ]").trim_start_matches("[x]").trim_start();
        let start = behind.max(line.text.len() - words.len());
        let is_short = line.text.len() <= 160;
        let added = finder.add(at, label, start..title_end(&line.text, start));
        let name = bullet.unwrap_or('1');
        finder.put(added, format_args!("{name} at {}", line.indent));
        if is_short {
            finder.put(added, format_args!("{name} at {} short", line.indent));
        }
        if line.look.entry > 0 {
            finder.put(added, format_args!("level {}", line.look.entry));
        }
        if line.gap {
            finder.put(added, format_args!("{name} gap"));
        }
    }
}

/// Whether a sign may be a bullet: none of those with which words begin.
fn is_bullet(sign: char) -> bool {
    !sign.is_alphanumeric() && !sign.is_whitespace() && !"([{<|\"“‘'’£$€=".contains(sign)
}
