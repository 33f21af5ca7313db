//! How far an exclusion of the public goes: to one item, to those that it names, or to all that follow.

use super::lexicon::{self, Topic};

/// What an item does to those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scope {
    /// The item itself alone.
    Itself,
    /// The next item alone.
    Next,
    /// The items with these labels.
    Named(Vec<String>),
    /// All that follow; whether the paper says so.
    Rest(bool),
}

/// The scope of an exclusion, by its words.
pub(super) fn read(text: &str) -> Scope {
    let words = lexicon::read(text);
    let named = labels(&text.to_lowercase());
    if !named.is_empty() {
        Scope::Named(named)
    } else if words.has(Topic::Itself) && !words.has(Topic::Rest) {
        Scope::Itself
    } else if words.has(Topic::Next) && !words.has(Topic::Many) {
        Scope::Next
    } else {
        Scope::Rest(words.has(Topic::Rest) || words.has(Topic::Next))
    }
}

/// The labels after `item` or `items`: `items 8, 9 and 11`, `items 8 to 10`.
fn labels(words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, noun) in words.match_indices("item") {
        let rest = words.get(at + noun.len()..).unwrap_or("");
        let rest = rest.strip_prefix("(s)").or_else(|| rest.strip_prefix('s')).unwrap_or(rest);
        let rest = rest.trim_start();
        let rest = rest.strip_prefix("numbers ").or_else(|| rest.strip_prefix("nos. ")).unwrap_or(rest);
        let mut is_range = false;
        for word in rest.split([' ', ',']).filter(|word| !word.is_empty()) {
            let label = word.trim_matches(|sign: char| !sign.is_alphanumeric());
            if ["to", "and"].contains(&label) || word == "–" || word == "-" || word == "&" {
                is_range = !["and", ""].contains(&label) || word == "–" || word == "-";
                continue;
            }
            if label.len() > 5 || !label.bytes().any(|byte| byte.is_ascii_digit()) {
                break;
            }
            extend(&mut found, label, is_range);
            is_range = false;
        }
    }
    found
}

/// Adds a label, or all from the last up to it.
fn extend(found: &mut Vec<String>, label: &str, is_range: bool) {
    /// No range has more items than these.
    const MOST: u32 = 60;
    let from = found.last().and_then(|last| last.parse::<u32>().ok()).filter(|_| is_range);
    match (from, label.parse::<u32>()) {
        (Some(from), Ok(to)) if to > from && to - from < MOST => {
            found.extend((from + 1..=to).map(|number| number.to_string()));
        }
        _ => found.push(label.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exclusion_says_how_far_it_goes() {
        let named = |labels: &[&str]| Scope::Named(labels.iter().map(|&label| label.into()).collect());
        for (words, wanted) in [
            ("to exclude the public for items 8, 9 and 11", named(&["8", "9", "11"])),
            ("to exclude the public for items 8 to 10", named(&["8", "9", "10"])),
            ("that the public be excluded for the following items", Scope::Rest(true)),
            ("that the public be excluded for the remainder of the meeting", Scope::Rest(true)),
            ("that the public be excluded during the following item", Scope::Next),
            ("that the public be excluded for this item", Scope::Itself),
            ("exclusion of the press and public", Scope::Rest(false)),
            ("as an item exempt under paragraph 3", Scope::Rest(false)),
        ] {
            assert_eq!(read(words), wanted, "{words}");
        }
    }
}
