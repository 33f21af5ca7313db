//! Markdown within a line: headings, emphasis and links. Knows no more of Markdown than what people write in agendas.

use crate::text;

/// `### For discussion`: how deep a heading is, and its words.
pub(super) fn heading(text: &str) -> Option<(usize, &str)> {
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    let title = text.get(level..)?.strip_prefix(' ')?;
    (1..=6).contains(&level).then(|| (level, title.trim().trim_end_matches('#').trim()))
}

/// A text without stars, underscores, backticks, check boxes and the addresses of links.
pub(super) fn inline(text: &str) -> String {
    inline_with_ends(text).trim().to_owned()
}

/// The same with the blanks at its ends.
pub(super) fn inline_with_ends(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some((before, link)) = rest.split_once('[') {
        let Some((words, after)) = link_parts(link) else {
            plain.push_str(before);
            plain.push('[');
            rest = link;
            continue;
        };
        match (before.strip_suffix('('), after.strip_prefix(')')) {
            (Some(before), Some(after)) => {
                plain.push_str(before);
                rest = after;
            }
            _ => {
                plain.push_str(before);
                plain.push_str(words);
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    let plain = plain.replace("**", "").replace("__", "").replace('`', "");
    emphasis(&plain)
}

/// `words](address) after`, behind the bracket that opens a link. A link ends soon or is none.
fn link_parts(link: &str) -> Option<(&str, &str)> {
    let near = text::settle(link, LONGEST_LINK);
    let (words, rest) = link.get(..near)?.split_once("](")?;
    let address = rest.find(')')?;
    let after = words.len() + "](".len() + address + 1;
    are_balanced(words).then_some((words, link.get(after..)?))
}

/// Returns whether the square brackets in words are balanced.
fn are_balanced(words: &str) -> bool {
    let mut open = 0_u32;
    for letter in words.chars() {
        match letter {
            '[' => open += 1,
            ']' if open == 0 => return false,
            ']' => open -= 1,
            _ => {}
        }
    }
    open == 0
}

/// No link in an agenda is longer than this, in bytes.
const LONGEST_LINK: usize = 1000;

/// A text without single stars and underscores that set words apart; a star that begins a list stays.
fn emphasis(text: &str) -> String {
    let list = text.starts_with("* ");
    let body = text.strip_prefix("* ").unwrap_or(text);
    let body = body.replace('*', "");
    let body =
        body.strip_prefix('_').and_then(|inner| inner.strip_suffix('_')).map_or(body.clone(), str::to_owned);
    if list { format!("- {body}") } else { body }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_away() {
        assert_eq!(heading("## The *Harbour* Group ##"), Some((2, "The *Harbour* Group")));
        assert_eq!(inline("The *Harbour* Group"), "The Harbour Group");
        assert_eq!(inline("- **Date:** Monday"), "- Date: Monday");
        assert_eq!(inline("[Glass Minor [S18-05]](https://x.example/a)"), "Glass Minor [S18-05]");
        assert_eq!(inline("3. Notes ([draft](https://x.example/a))"), "3. Notes");
    }
}
