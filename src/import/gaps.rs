//! Numbers that are missing among those of the items: an item may have been lost on the way to the paper, or not been found.

use crate::domain::agenda::Item;

/// No wider gap is told: it is another series.
const WIDEST: u32 = 5;
/// So many gaps are told at most.
const MOST: usize = 3;

/// Notes for the clerk, one a gap: `No item 4 was found; the numbers go from 3 to 5.`
pub(super) fn notes(items: &[Item]) -> Vec<String> {
    let labels: Vec<(&str, u32)> = items.iter().filter_map(|item| number(&item.heading.label)).collect();
    let is_there = |prefix: &str, number: u32| labels.contains(&(prefix, number));
    let pairs = labels.iter().zip(labels.iter().skip(1));
    let gaps = pairs.filter(|((before, from), (after, to))| {
        before == after
            && *to > from + 1
            && *to <= from + WIDEST
            && (from + 1..*to).all(|missing| !is_there(before, missing))
    });
    let told = |((prefix, from), (_, to)): (&(&str, u32), &(&str, u32))| {
        let missing = match to - from {
            2 => format!("No item {prefix}{} was found", from + 1),
            _ => format!("No items {prefix}{} to {prefix}{} were found", from + 1, to - 1),
        };
        format!("{missing}; the numbers go from {prefix}{from} to {prefix}{to}.")
    };
    gaps.take(MOST).map(told).collect()
}

/// What stands before the number in a label, and the number: `A` and 3 of `A3`. None where anything stands behind it.
fn number(label: &str) -> Option<(&str, u32)> {
    let bare = label.trim_matches(['(', ')', '[', ']', '.', ':']);
    let digits = bare.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (prefix, number) = bare.split_at_checked(bare.len() - digits)?;
    Some((prefix, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::Heading;
    use crate::domain::id::ItemId;

    fn told(labels: &[&str]) -> Vec<String> {
        let heading = |label: &&str| Heading { label: (*label).to_owned(), ..Heading::default() };
        let item = |label| Item { id: ItemId(1), heading: heading(label), minutes: Vec::new() };
        notes(&labels.iter().map(item).collect::<Vec<_>>())
    }

    #[test]
    fn a_gap_is_told_once_and_a_new_series_is_none() {
        assert_eq!(told(&["1.", "2.", "4."]), ["No item 3 was found; the numbers go from 2 to 4."]);
        assert_eq!(told(&["A1", "A4"]), ["No items A2 to A3 were found; the numbers go from A1 to A4."]);
        for labels in [
            &["1", "2", "3"][..],
            &["A1", "A2", "B4"],
            &["1", "3", "2"],
            &["1", "40"],
            &["", "1", "", "2"],
            &["7", "7a", "8"],
        ] {
            assert!(told(labels).is_empty(), "{labels:?}");
        }
    }
}
