//! Finding words: where they stand anywhere in the meeting, as a list. Neither the keys of the list nor what
//! is done with the place that is chosen is known here; that is in [`super::lists`].

use crate::desk::field::Field;
use crate::desk::picker::{Choice, Pick, Picker, Purpose};
use crate::desk::{Desk, Overlay};

pub(super) fn open_find(desk: &mut Desk) {
    let query = desk.selected_text().filter(|words| !words.contains('\n')).unwrap_or_default();
    let mut picker = Picker::new(Purpose::Find, Vec::new());
    picker.query = Field::holding(query);
    desk.overlays.push(Overlay::Picker(picker));
    refind(desk);
}

/// The most places that a search lists.
const MOST_FOUND: usize = 500;

/// Lists where the words looked for stand, in the order of the agenda, whatever their case.
pub(super) fn refind(desk: &mut Desk) {
    let Some(Overlay::Picker(picker)) = desk.overlays.last_mut() else { return };
    let query = picker.query.text.to_lowercase();
    picker.choices.clear();
    if !query.trim().is_empty() {
        let blocks = desk
            .session
            .meeting()
            .items
            .iter()
            .flat_map(|item| item.minutes.iter().map(move |block| (item, block)));
        let found = blocks.flat_map(|(item, block)| {
            hits(&block.text, &query).into_iter().map(move |(from, to)| Choice {
                name: around(&block.text, from, to),
                detail: String::new(),
                side: item.heading.label.clone(),
                barred: None,
                pick: Pick::Words(item.id, block.id, from, to),
            })
        });
        picker.choices = found.take(MOST_FOUND).collect();
    }
    picker.narrow();
}

/// Where the lower-cased words stand in a text, as bytes of the text.
fn hits(text: &str, query: &str) -> Vec<(usize, usize)> {
    let lower = text.to_lowercase();
    if lower.len() == text.len() {
        return lower.match_indices(query).map(|(at, found)| (at, at + found.len())).collect();
    }
    // Lower-casing has changed lengths (as it does for İ): find the places character by character.
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let matches_at = |from: usize| {
        let tail = text.get(from..).unwrap_or("");
        tail.to_lowercase().starts_with(query).then(|| {
            let end = starts.iter().copied().filter(|end| *end > from);
            let long_enough = |end: &usize| {
                text.get(from..*end).is_some_and(|part| part.to_lowercase().len() >= query.len())
            };
            (from, end.into_iter().find(long_enough).unwrap_or(text.len()))
        })
    };
    starts.iter().filter_map(|from| matches_at(*from)).collect()
}

/// The words around a hit, for the list.
fn around(text: &str, from: usize, to: usize) -> String {
    let start = crate::text::settle(text, from.saturating_sub(30));
    let start = if start == 0 { 0 } else { crate::text::next_word(text, start).min(from) };
    let end = crate::text::settle(text, (to + 60).min(text.len()));
    let words = text.get(start..end).unwrap_or("");
    // A word that is cut is left out; a text without blanks is cut where it is.
    let whole = words.rfind(' ').filter(|blank| end < text.len() && start + blank >= to);
    let words = words.get(..whole.unwrap_or(words.len())).unwrap_or(words);
    let dots = |is_cut: bool| if is_cut { "…" } else { "" };
    format!("{}{words}{}", dots(start > 0), dots(end < text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_are_bytes_of_the_text_as_it_is_written() {
        assert_eq!(hits("Fern Road and fern", "fern"), [(0, 4), (14, 18)]);
        assert_eq!(hits("İlke and Fern", "fern"), [(10, 14)]);
        assert!(hits("Fern Road", "oak").is_empty());
    }

    #[test]
    fn the_words_around_a_hit_begin_with_a_whole_word() {
        let text = "The committee considered the report on the lease at Fern Road.";
        assert_eq!(around(text, 52, 56), "…the report on the lease at Fern Road.");
        assert_eq!(around(text, 0, 3), text);
    }
}
