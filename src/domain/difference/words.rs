//! Two wordings of one text: which words stay, which go and which come. Knows nothing of what the text is.

use super::Words;
use imara_diff::{Algorithm, Diff, InternedInput};
use unicode_segmentation::UnicodeSegmentation;

/// Of a hundred letters, how many must stay for two texts to be wordings of one; below that it is easier to read
/// the old and then the new one.
const ALIKE: usize = 35;

/// The words of two wordings of a text, in the order in which they are read, what goes before what comes.
#[must_use]
pub fn compare_words(old: &str, new: &str) -> Vec<Words> {
    let mut input = InternedInput::default();
    input.update_before(old.split_word_bounds());
    input.update_after(new.split_word_bounds());
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);
    let text = |tokens: &[imara_diff::Token], from: u32, to: u32| -> String {
        let range = from as usize..to as usize;
        tokens.get(range).unwrap_or_default().iter().map(|token| input.interner[*token]).collect()
    };
    let mut words = Vec::new();
    let mut at = 0;
    for hunk in diff.hunks() {
        let kept = text(&input.before, at, hunk.before.start);
        let gone = text(&input.before, hunk.before.start, hunk.before.end);
        add(&mut words, &kept, &gone, &text(&input.after, hunk.after.start, hunk.after.end));
        at = hunk.before.end;
    }
    add(&mut words, &text(&input.before, at, input.before.len() as u32), "", "");
    if are_alike(&words, old.len().max(new.len())) { words } else { apart(old, new) }
}

/// Adds what stays and what then changes. A mere blank between two changes goes with them.
fn add(words: &mut Vec<Words>, kept: &str, gone: &str, new: &str) {
    if kept.trim().is_empty() && !words.is_empty() && !(gone.is_empty() && new.is_empty()) {
        return join(words, &format!("{kept}{gone}"), &format!("{kept}{new}"));
    }
    if !kept.is_empty() {
        words.push(Words::Same(kept.to_owned()));
    }
    join(words, gone, new);
}

/// Adds a change to the one before it, if they follow each other.
fn join(words: &mut Vec<Words>, gone: &str, new: &str) {
    let mut last = Vec::new();
    while let Some(word) = words.pop_if(|word| !matches!(word, Words::Same(_))) {
        last.push(word);
    }
    let (mut went, mut came) = (String::new(), String::new());
    for word in last.iter().rev() {
        match word {
            Words::Gone(text) => went.push_str(text),
            Words::Same(text) | Words::New(text) => came.push_str(text),
        }
    }
    went.push_str(gone);
    came.push_str(new);
    words.extend((!went.is_empty()).then_some(Words::Gone(went)));
    words.extend((!came.is_empty()).then_some(Words::New(came)));
}

fn are_alike(words: &[Words], length: usize) -> bool {
    let same = words.iter().map(|words| if let Words::Same(text) = words { text.len() } else { 0 });
    same.sum::<usize>() * 100 >= length * ALIKE
}

/// One text and then the other.
fn apart(old: &str, new: &str) -> Vec<Words> {
    let gone = (!old.is_empty()).then(|| Words::Gone(old.to_owned()));
    let new = (!new.is_empty()).then(|| Words::New(new.to_owned()));
    gone.into_iter().chain(new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(old: &str, new: &str) -> String {
        let mark = |words: &Words| match words {
            Words::Same(text) => text.clone(),
            Words::Gone(text) => format!("[-{text}-]"),
            Words::New(text) => format!("{{+{text}+}}"),
        };
        compare_words(old, new).iter().map(mark).collect()
    }

    #[test]
    fn changed_words_are_marked_whole() {
        let said = marked("Members noted the report.", "Members considered the report.");
        assert_eq!(said, "Members [-noted-]{+considered+} the report.");
        let said = marked("that the lease be granted", "that the lease be granted for five years");
        assert_eq!(said, "that the lease be granted{+ for five years+}");
        let said = marked("The berth rent was raised at once", "The berth rent is lowered at once");
        assert_eq!(said, "The berth rent [-was raised-]{+is lowered+} at once");
    }

    #[test]
    fn texts_that_have_little_in_common_stand_apart() {
        assert_eq!(marked("Members noted it.", "It was agreed"), "[-Members noted it.-]{+It was agreed+}");
        assert_eq!(marked("", "new"), "{+new+}");
        assert_eq!(marked("", ""), "");
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off(old in "[a-c é.]{0,20}", new in "[a-c é.]{0,20}") {
            let words = compare_words(&old, &new);
            let before: String = words.iter().filter(|it| !matches!(it, Words::New(_))).map(Words::text).collect();
            let after: String = words.iter().filter(|it| !matches!(it, Words::Gone(_))).map(Words::text).collect();
            prop_assert_eq!((before, after), (old, new));
        }
    }
}
