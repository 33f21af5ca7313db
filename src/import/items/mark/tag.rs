//! Tag before the title: the same word and a colon, or the same words, on several lines: `Topic: budget`.

use super::{Finder, title_end};
use crate::import::items::context::Context;
use std::collections::HashMap;

/// No tag is longer than this, in bytes.
const LONGEST: usize = 24;

/// Finds lines that begin with a tag that others have, too.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for line in context.lines {
        if let Some((tag, _)) = tag(&line.text) {
            *counts.entry(tag.to_lowercase()).or_default() += 1;
        }
    }
    for (at, line) in context.lines.iter().enumerate() {
        let Some((tag, start)) = tag(&line.text) else { continue };
        let tag = tag.to_lowercase();
        if counts.get(&tag).is_some_and(|count| *count > 2) {
            let added = finder.add(at, None, start..title_end(&line.text, start));
            finder.put(added, &tag);
        }
    }
}

/// Tag of a text, and where the words behind it begin.
fn tag(text: &str) -> Option<(&str, usize)> {
    let from = text.len() - text.trim_start_matches(['*', '-', '#', ' ', '<', '>', '=']).len();
    let head = text.get(from..)?;
    let end = head.char_indices().nth(LONGEST).map_or(head.len(), |(at, _)| at);
    let colon = head.get(..end)?.find([':', ']'])?;
    let tag = head.get(..colon)?.trim_start_matches('[');
    let fits = tag.chars().all(|letter| letter.is_alphabetic() || letter == ' ') && !tag.is_empty();
    let rest = head.get(colon + 1..)?;
    let words = rest.trim_start_matches(['*', ' ', ':']);
    (fits && !words.is_empty()).then_some((tag, text.len() - words.len()))
}
