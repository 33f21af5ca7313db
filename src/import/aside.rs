//! Sentences that stand beside the business: how the meeting went, who came and went, what was declared where no item
//! is for it. They are gathered while the head and the end of a paper are read. Knows which sentence is which.

use super::declared::{self, Declared};
use super::happened::{self, Moved, Turned};
use super::paper::{self, Ledger, Line};
use super::{Meaning, Sure, interruption};
use crate::domain::meeting::Turn;

/// What was gathered.
#[derive(Debug, Default)]
pub(super) struct Asides {
    pub turned: Vec<Turned>,
    pub moved: Vec<Moved>,
    pub declared: Vec<Declared>,
}

impl Asides {
    /// Takes in a group of lines that is one such sentence. Returns whether it is.
    pub fn take(&mut self, group: &[Line], ledger: &mut Ledger) -> bool {
        let words = paper::joined(group);
        let Some(meaning) = self.sentence(&words) else { return false };
        for line in group {
            ledger.say(line, meaning, Sure::Recognised);
        }
        true
    }

    fn sentence(&mut self, words: &str) -> Option<Meaning> {
        if let Some(turned) = happened::turned(words) {
            self.turned.push(turned);
            return Some(if turned.turn == Turn::Opened { Meaning::Opening } else { Meaning::Close });
        }
        let interrupted = interruption::read(words);
        if let Some(turned) = interrupted.filter(|told| told.iter().all(|one| one.turn != Turn::Closed)) {
            self.turned.extend(turned);
            return Some(Meaning::Minutes);
        }
        if let Some(moved) = happened::moved(words) {
            self.moved.push(moved);
            return Some(Meaning::Movement);
        }
        if let Some(declared) = declared::read(words) {
            self.declared.push(declared);
            return Some(Meaning::Minutes);
        }
        // The heading over declarations where no item is for them.
        words.eq_ignore_ascii_case("declarations of interest").then_some(Meaning::Furniture)
    }
}
