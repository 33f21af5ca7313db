//! Contents page whose first entry was taken for an item: the same title stands again below it, and the lines below the first
//! name the other items. Knows titles, and not how a contents page is set.

use super::items::lexicon::words;
use super::outline::{Entry, ItemLines};
use super::paper::Ledger;
use super::{Meaning, Sure};

/// No fewer titles make a contents page.
const FEWEST: usize = 3;

/// Takes the first item out of an outline where it is an entry of a contents page.
pub(super) fn drop_first(entries: &mut Vec<Entry<'_>>, ledger: &mut Ledger) {
    if !is_first(entries) {
        return;
    }
    let Some(at) = entries.iter().position(|entry| matches!(entry, Entry::Item(_))) else { return };
    if let Entry::Item(item) = entries.remove(at) {
        ledger.say_of(item.line, Meaning::Furniture, Sure::Recognised);
        item.body.iter().for_each(|line| ledger.say(line, Meaning::Furniture, Sure::Recognised));
    }
}

/// Whether the first item of an outline is an entry of a contents page.
fn is_first(entries: &[Entry<'_>]) -> bool {
    let mut items = entries.iter().filter_map(|entry| match entry {
        Entry::Item(item) => Some(item),
        _ => None,
    });
    let Some(first) = items.next() else { return false };
    let titles: Vec<String> = items.map(title).filter(|title| !title.is_empty()).collect();
    let told = format!(
        " {} ",
        words_of(&first.body.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "))
    );
    let named = titles.iter().filter(|title| told.contains(&format!(" {title} "))).count();
    let length: usize = titles.iter().map(|title| title.split(' ').count() + 3).sum();
    titles.contains(&title(first))
        && named >= FEWEST
        && named * 2 >= titles.len()
        && told.split(' ').count() <= length * 2
}

fn title(item: &ItemLines<'_>) -> String {
    words_of(&item.title.title)
}

/// All words of a text, in small letters, with one blank between them.
fn words_of(text: &str) -> String {
    text.split_whitespace().flat_map(words).collect::<Vec<_>>().join(" ")
}
