//! Declarations of interest as sentences: who, which kind, in which items, of what nature, and what they then did.
//! Knows the sentence, and items and people only by what they are called.

use super::happened::{called, reason};
use super::people;
use crate::domain::people::Conduct;

/// A declaration as a sentence tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declared {
    /// Who, as printed.
    pub name: String,
    /// The kind of interest; empty where only an interest is spoken of.
    pub kind: String,
    pub nature: String,
    pub conduct: Conduct,
    /// The items, by label or title. None where the sentence speaks of the item under which it stands.
    pub items: Option<Vec<String>>,
    /// The item during which it was made, by label or title.
    pub during: Option<String>,
}

/// Reads a sentence that tells a declaration and nothing else; none if it tells more, or less.
pub(super) fn read(words: &str) -> Option<Declared> {
    let (name, rest) = words.strip_suffix('.')?.split_once(" declared ")?;
    let (during, name) = occasion(name);
    let (rest, conduct) = conduct(rest);
    let (rest, nature) = reason(rest);
    let (kind, items) = match rest.split_once(" in ") {
        Some((kind, items)) => (kind, Some(items)),
        None => (rest, None),
    };
    let kind = kind.strip_prefix("a ").or_else(|| kind.strip_prefix("an "))?;
    let plain = kind.ends_with("interest") && !kind.contains([',', ';', '.']) && kind.split(' ').count() <= 6;
    if !plain || name.len() > 80 || name.contains(". ") {
        return None;
    }
    Some(Declared {
        name: name.to_owned(),
        kind: if kind == "interest" { String::new() } else { kind.to_owned() },
        nature: nature.to_owned(),
        conduct,
        items: items_of(items)?,
        during: during.and_then(called).map(str::to_owned),
    })
}

/// Reads an entry of a list of declarations by item, `Item 5 – Mr A Burn (Non-Financial)`; none for anything else.
pub(super) fn by_item(words: &str) -> Option<Declared> {
    let (item, rest) = words.strip_prefix("Item ")?.split_once([' ', ':'])?;
    let subject = rest.trim_start_matches([' ', ':', '-', '–']);
    let (name, kind) = match subject.trim_end_matches('.').strip_suffix(')') {
        Some(subject) => subject.split_once(" (")?,
        None => (subject.trim_end_matches('.'), ""),
    };
    let is_known = kind.is_empty() || kind.to_lowercase().contains("financial") || kind.contains("nterest");
    let is_name = matches!(people::list(name).as_slice(), [only] if only.name == name);
    if !people::has_title(name) || !is_name || !is_known {
        return None;
    }
    let interest = if kind.is_empty() || kind.contains("nterest") { "" } else { " interest" };
    Some(Declared {
        name: name.to_owned(),
        kind: format!("{}{interest}", kind.to_lowercase()),
        nature: String::new(),
        conduct: Conduct::Unrecorded,
        items: Some(vec![item.to_owned()]),
        during: None,
    })
}

/// The item during which somebody declared, and who: `During item B2, Mr Groyne`. A title may have commas inside its
/// quotes.
fn occasion(words: &str) -> (Option<&str>, &str) {
    let Some(rest) = words.strip_prefix("During ") else { return (None, words) };
    let end = if rest.starts_with("the item “") { "”, " } else { ", " };
    match rest.split_once(end) {
        Some((item, name)) => (rest.get(..item.len() + end.len() - 2), name),
        None => (None, words),
    }
}

/// What somebody did, by the words that tell it at the end of the sentence.
fn conduct(words: &str) -> (&str, Conduct) {
    let said = Conduct::ALL.into_iter().filter(|conduct| !conduct.words().is_empty()).find_map(|conduct| {
        let before = words.strip_suffix(conduct.words())?;
        // What is itself told with an `and` stands behind a comma.
        Some((before.strip_suffix(" and ").or_else(|| before.strip_suffix(", "))?, conduct))
    });
    said.unwrap_or((words, Conduct::Unrecorded))
}

/// The items that a sentence names: `items B1 and B2`, `the item “Dues” and the item “Crane”`. The first none means
/// that the words are not understood.
fn items_of(words: Option<&str>) -> Option<Option<Vec<String>>> {
    let Some(words) = words else { return Some(Some(Vec::new())) };
    if words == "this item" {
        return Some(None);
    }
    let names: Vec<String> = match words.strip_prefix("items ") {
        Some(labels) => {
            labels.replace(" and ", ", ").split(", ").map(|label| format!("item {label}")).collect()
        }
        None => parted(words),
    };
    let known = names.iter().filter(|name| *name != "a restricted item");
    let items: Option<Vec<String>> = known.map(|name| called(name).map(str::to_owned)).collect();
    items.map(Some)
}

/// The names of items in a list, each of which may have commas inside its quotes.
fn parted(words: &str) -> Vec<String> {
    const STARTS: [&str; 3] = ["the item “", "item ", "a restricted item"];
    let mut words = words.to_owned();
    for start in STARTS {
        for joint in [" and ", ", "] {
            words = words.replace(&format!("{joint}{start}"), &format!("\u{0}{start}"));
        }
    }
    words.split('\u{0}').map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_of_a_list_by_item_is_read() {
        let told = by_item("Item 5 – Mr A Burn (Non-Financial)").unwrap();
        assert_eq!((told.name.as_str(), told.kind.as_str()), ("Mr A Burn", "non-financial interest"));
        assert_eq!(told.items, Some(vec!["5".to_owned()]));
        assert_eq!(by_item("Item 7ii: Dr H Tull.").unwrap().items, Some(vec!["7ii".to_owned()]));
        assert_eq!(by_item("Item 5 – the slipway (a report)"), None);
        assert_eq!(by_item("Item 4 - Ms Cleat said that the buoys had been moved."), None);
    }

    #[test]
    fn a_declaration_is_taken_apart() {
        let told = read("Cllr Marram declared a disclosable pecuniary interest in items B1 and B2 (he keeps a boat (the Heron)) and withdrew from the meeting during consideration of the item.").unwrap();
        assert_eq!(
            (told.name.as_str(), told.kind.as_str()),
            ("Cllr Marram", "disclosable pecuniary interest")
        );
        assert_eq!(told.items, Some(vec!["B1".to_owned(), "B2".to_owned()]));
        assert_eq!((told.nature.as_str(), told.conduct), ("he keeps a boat (the Heron)", Conduct::Withdrew));
        let told = read("Mr Groyne declared a personal interest in item B1, remained in the meeting and took no part in the item.").unwrap();
        assert_eq!((told.items, told.conduct), (Some(vec!["B1".to_owned()]), Conduct::Silent));
        let told = read("During the item “Tolls, Dues and Fees”, Mrs Quill declared an interest in the item “Dues and Tolls” and the item “Crane”.").unwrap();
        assert_eq!(told.items, Some(vec!["Dues and Tolls".to_owned(), "Crane".to_owned()]));
        assert_eq!((told.kind.as_str(), told.during.as_deref()), ("", Some("Tolls, Dues and Fees")));
        let told = read("During item C1, Mr Tallow, OBE declared a personal interest in item B1 (a berth).")
            .unwrap();
        assert_eq!((told.name.as_str(), told.during.as_deref()), ("Mr Tallow, OBE", Some("C1")));
        assert_eq!(read("Mr Groyne declared a personal interest in this item.").unwrap().items, None);
        assert_eq!(
            read("Councillor Bell declared an interest in minute 93 (Leisure) as a member of the club."),
            None
        );
    }
}
