//! Line between signs: `~ Apologies ~`, `[Apologies]`, `<b>Apologies</b>`, or with signs behind it: `APOLOGIES —`.

use super::Finder;
use crate::import::items::context::Context;

/// No decorated title is longer than this, in bytes.
const LONGEST: usize = 140;

/// Finds lines between signs.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    for (at, (line, facts)) in context.lines.iter().zip(&context.facts).enumerate() {
        let text = line.text.as_str();
        if text.len() > LONGEST || facts.is_furniture || facts.is_label {
            continue;
        }
        let is_sign = |sign: char| !sign.is_alphanumeric() && !"(),.;!?£$%&'’".contains(sign);
        let start = text.len() - text.trim_start_matches(|sign| is_sign(sign) || sign == '<').len();
        let end = text.trim_end_matches(is_sign).len();
        let (before, after) = (text.get(..start).unwrap_or("").trim(), text.get(end..).unwrap_or("").trim());
        if start >= end || after.is_empty() || after == ":" || after == "." {
            continue;
        }
        let inner = text.get(start..end).unwrap_or("");
        // Tags of a page: `<b>Apologies</b>`.
        let (start, end) = match (before.ends_with('<'), inner.split_once('>').zip(inner.rsplit_once("</"))) {
            (true, Some(((tag, _), (words, _)))) => (start + tag.len() + 1, start + words.len()),
            _ => (start, end),
        };
        if start >= end || !text.get(start..end).is_some_and(|words| words.contains(char::is_alphabetic)) {
            continue;
        }
        let added = finder.add(at, None, start..end);
        finder.put(added, format_args!("{before} {after}"));
        finder.put(added, format_args!("{after} at {}", line.indent));
    }
}
