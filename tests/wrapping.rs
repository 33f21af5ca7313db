//! How paragraphs are broken into rows: breaking one again after a change gives what breaking it anew gives.

use crate::draws::draws;
use minutebook::text::{settle, wrap, wrap_again};
use proptest::prelude::*;

/// Pieces of text for which line breaking has rules of their own: words, blanks, brackets and quotes that hold on to what
/// follows a blank, hyphens, numbers, other scripts, signs of several characters.
const PIECES: [&str; 26] = [
    "noted ",
    "the ",
    "a",
    "Mr O'Neill ",
    " ",
    "  ",
    "(",
    ")",
    "“",
    "” ",
    "\"",
    "-",
    "– ",
    "—",
    "£1,250.50 ",
    "2026/27 ",
    "/",
    "https://example.org/a/long/way/to/a/report ",
    "\u{a0}",
    "\u{2060}",
    "\u{ad}",
    "日本語",
    "e\u{301}",
    "👨\u{200d}👩\u{200d}👧",
    "🇬🇧",
    "שלום ",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(draws(2000))]

    #[test]
    fn a_paragraph_broken_again_is_as_if_it_were_broken_anew(
        before in text(), put in text(), ends in (0usize..2000, 0usize..40), cells in 8usize..40, first in 0usize..10
    ) {
        let start = settle(&before, ends.0);
        let end = settle(&before, start + ends.1).max(start);
        let after = [&before[..start], &put, &before[end..]].concat();
        let lines = wrap(&before, cells, first);
        let again = wrap_again((&before, &lines), &after, cells, first);
        prop_assert_eq!(again, wrap(&after, cells, first));
    }
}
