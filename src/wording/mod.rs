//! The wording of the minutes: slips against the usual house style, found by fixed rules and never by guessing
//! at sense. Whatever is found is a finding that the clerk may settle; nothing is ever changed by itself.
//!
//! A slip depends on nothing but the words of its block, so what was found in a block holds until its words
//! change, and [`Looked`] remembers it. What needs more than one block (acronyms, the name of the body) is in
//! `whole`.

mod dates;
mod manner;
mod marks;
mod rules;
pub mod spelling;
mod whole;

pub use rules::RULES;

use crate::domain::check::{Finding, Mending, Place};
use crate::domain::edit::Edit;
use crate::domain::id::{BlockId, ItemId};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Block, Kind};
use crate::domain::profile::Profile;
use spelling::Spelling;
use std::collections::HashMap;
use std::ops::Range;

/// Something in the words of a block that is not as the house style has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The name of the rule.
    pub rule: &'static str,
    /// Where, in bytes of the text.
    pub at: Range<usize>,
    /// What is to be said about it, in a sentence.
    pub said: String,
    /// What should stand there instead, where that is beyond doubt.
    pub put: Option<String>,
}

impl Slip {
    fn new(rule: &'static str, at: Range<usize>, said: impl Into<String>) -> Self {
        Self { rule, at, said: said.into(), put: None }
    }

    fn mended(self, put: impl Into<String>) -> Self {
        Self { put: Some(put.into()), ..self }
    }
}

/// The slips in one block.
#[must_use]
pub fn slips(block: &Block, spelling: Option<&Spelling>) -> Vec<Slip> {
    let mut found = Vec::new();
    let text = block.text.as_str();
    marks::look(text, &mut found);
    if block.level == 0 && !matches!(block.kind, Kind::Bullet | Kind::Action) {
        marks::ending(text, &mut found);
    }
    dates::look(text, &mut found);
    manner::look(text, is_narrative(&block.kind), &mut found);
    if let Some(spelling) = spelling {
        spelling.look(text, &mut found);
    }
    found.sort_by_key(|slip| slip.at.start);
    found
}

/// Whether a kind of block tells what happened, so that it stands in the past. A resolution, a motion and an
/// action say what shall be.
fn is_narrative(kind: &Kind) -> bool {
    matches!(kind, Kind::Paragraph | Kind::Bullet | Kind::Procedural)
}

/// What was found in every block, kept until its words change.
#[derive(Debug, Default)]
pub struct Looked {
    blocks: HashMap<BlockId, (Block, Vec<Slip>)>,
}

impl Looked {
    /// Everything noticed about the wording of a meeting, in the order of the record. Blocks whose words are
    /// as they were are not looked at again.
    pub fn check(
        &mut self,
        meeting: &Meeting,
        profile: &Profile,
        spelling: Option<&Spelling>,
    ) -> Vec<Finding> {
        let mut found = whole::check(meeting, profile);
        let mut kept = HashMap::with_capacity(self.blocks.len());
        for item in &meeting.items {
            for block in item.minutes.iter().filter(|block| !block.is_private()) {
                let known = self.blocks.remove(&block.id).filter(|(was, _)| was == block);
                let known = known.unwrap_or_else(|| (block.clone(), slips(block, spelling)));
                found.extend(known.1.iter().map(|slip| finding(item.id, block, slip)));
                kept.insert(block.id, known);
            }
        }
        self.blocks = kept;
        found
    }
}

fn finding(item: ItemId, block: &Block, slip: &Slip) -> Finding {
    let mending = slip.put.as_ref().and_then(|put| {
        let out = block.text.get(slip.at.clone())?.to_owned();
        let edit = Edit::Splice { item, block: block.id, at: slip.at.start, out, put: put.clone() };
        Some(Mending { label: "Mended the wording".to_owned(), edits: vec![edit] })
    });
    let place = Place::Block(item, block.id);
    let said = format!("{} – {}", slip.said, around(&block.text, &slip.at));
    Finding { rule: slip.rule, said, place, mending }
}

/// The words around a slip, so that it is known again in a list.
fn around(text: &str, at: &Range<usize>) -> String {
    const WORDS: usize = 3;
    let before: Vec<&str> = text.get(..at.start).unwrap_or("").split_whitespace().collect();
    let after: Vec<&str> = text.get(at.end..).unwrap_or("").split_whitespace().collect();
    let from = before.len().saturating_sub(WORDS);
    let mut words: Vec<&str> = before.iter().skip(from).copied().collect();
    let there = text.get(at.clone()).unwrap_or("").trim();
    words.extend((!there.is_empty()).then_some(there));
    words.extend(after.iter().take(WORDS).copied());
    format!("“{}{}”", if from > 0 { "…" } else { "" }, words.join(" "))
}

/// The words of a text with their places, as far as they are letters, with apostrophes and hyphens inside.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    use unicode_segmentation::UnicodeSegmentation;
    text.unicode_word_indices().map(|(at, word)| (at..at + word.len(), word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str) -> Vec<(&'static str, Option<String>)> {
        let block = Block::paragraph(BlockId(1), words);
        slips(&block, None).into_iter().map(|slip| (slip.rule, slip.put)).collect()
    }

    fn rules(words: &str) -> Vec<&'static str> {
        found(words).into_iter().map(|(rule, _)| rule).collect()
    }

    #[test]
    fn good_minutes_have_no_slips() {
        for words in [
            "Members noted the report of the Harbour Engineer (appendix A).",
            "Mr Groyne said that the crane had been out of use since 3 May 2021, which members regretted.",
            "The Chairman replied: “It is a matter for the trustees.”",
            "The following had been repaired:",
            "Thursday, 18 November 2021 was agreed as the date of the next meeting.",
            "The members’ and officers’ views (as set out in the report) were welcomed.",
            "",
        ] {
            assert_eq!(rules(words), Vec::<&str>::new(), "{words}");
        }
    }

    #[test]
    fn slips_are_found_and_what_is_beyond_doubt_can_be_mended() {
        assert_eq!(found("Members agreed to to go."), [("doubled-word", Some(String::new()))]);
        assert_eq!(rules("Members noted the report (appendix A."), ["bracket-open"]);
        assert_eq!(rules("The County Council (KCC)) replied."), ["bracket-open"]);
        assert_eq!(found("Members noted the report"), [("no-full-stop", Some(".".into()))]);
        assert_eq!(found("They didn't agree."), [("contraction", Some("did not".into()))]);
        assert_eq!(rules("The works ended last year."), ["relative-date"]);
        assert_eq!(rules("The plan is a live document."), ["present-tense"]);
        assert_eq!(rules("It met on Friday, 18 November 2021."), ["weekday-wrong"]);
        assert_eq!(rules("The notes of the meeting held on 16 March were agreed."), ["date-without-year"]);
        assert_eq!(found("Members  noted it."), [("doubled-blank", Some(" ".into()))]);
        assert_eq!(rules("Write to sorrel@example.org for it."), ["personal-details"]);
    }

    #[test]
    fn what_is_quoted_or_resolved_may_stand_in_the_present() {
        let block =
            Block { kind: Kind::Resolution, ..Block::paragraph(BlockId(1), "that the plan is adopted.") };
        assert_eq!(slips(&block, None), []);
    }

    #[test]
    fn what_was_found_is_kept_until_the_words_change() {
        let mut meeting = Meeting::default();
        let block = Block::paragraph(BlockId(2), "They didn't agree.");
        let mut item: crate::domain::agenda::Item =
            crate::domain::agenda::Item { id: ItemId(1), heading: Default::default(), minutes: vec![block] };
        meeting.items.push(item.clone());
        let mut looked = Looked::default();
        assert_eq!(
            looked.check(&meeting, &Profile::default(), None),
            looked.check(&meeting, &Profile::default(), None)
        );
        assert_eq!(looked.check(&meeting, &Profile::default(), None).len(), 1);
        item.minutes[0].text = "They did not agree.".into();
        meeting.items = vec![item];
        assert_eq!(looked.check(&meeting, &Profile::default(), None), []);
    }
}
