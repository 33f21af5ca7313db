//! A list to choose from, narrowed by typing: the palette, the items, what was found, the actions, the
//! findings. What the choices are is settled by whoever opens it; here they are only narrowed and chosen.

use super::field::Field;
use crate::domain::check::{Finding, Place};
use crate::domain::id::{BlockId, ItemId, MovementId, SettledId};
use crate::domain::paper::Meaning;
use crate::store::OlderCopy;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// An open list.
#[derive(Debug)]
pub struct Picker {
    /// What is chosen here.
    pub purpose: Purpose,
    /// What the clerk has typed.
    pub query: Field,
    /// Everything there is to choose.
    pub choices: Vec<Choice>,
    /// The choices that fit what was typed, best first, by their position in `choices`.
    pub shown: Vec<usize>,
    /// The position of the marked one in `shown`.
    pub marked: usize,
}

/// What a list is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A command.
    Palette,
    /// An item to go to.
    Items,
    /// Words anywhere in the meeting.
    Find,
    /// The actions agreed.
    Actions,
    /// The actions that earlier meetings left open.
    OpenActions,
    /// The findings of the checks.
    Checks,
    /// The findings that the clerk has settled.
    Settled,
    /// Older copies of the record.
    Copies,
    /// What a line of the paper is. Its choices are found by how they begin, and one that is left alone is chosen.
    Meanings,
    /// Who came and went.
    Movements,
    /// A phrase to put in.
    Phrases,
    /// The parked thoughts.
    Parked,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is shown first.
    pub name: String,
    /// What is shown after it, set back.
    pub detail: String,
    /// What is shown at the right: a key, a place.
    pub side: String,
    /// Why it cannot be chosen now; none if it can.
    pub barred: Option<String>,
    /// What it stands for.
    pub pick: Pick,
}

/// What a choice stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// A command, by name.
    Command(&'static str),
    /// An item.
    Item(ItemId),
    /// Words in a block, as bytes from `.2` to `.3`.
    Words(ItemId, BlockId, usize, usize),
    /// An action that an earlier meeting left open, by its item and its position there.
    OpenAction(ItemId, usize),
    /// A finding.
    Finding(Finding),
    /// A finding that the clerk has settled.
    Settled(SettledId),
    /// A place in the record.
    Place(Place),
    /// An older copy of the record.
    Copy(OlderCopy),
    /// What the line of the paper at this position is; none where the title above goes on in it.
    Meaning(usize, Option<Meaning>),
    /// A line of the attendance log.
    Movement(MovementId),
    /// A phrase, with its facts not filled in yet.
    Phrase(String),
}

impl Pick {
    /// The place in the record that it stands for, where it stands for one.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        match self {
            Pick::Finding(found) => Some(found.place),
            Pick::Place(place) => Some(*place),
            _ => None,
        }
    }
}

impl Choice {
    /// How far it is from what was typed. What was typed whole is meant, even where it is barred: it is not to do what
    /// only begins like it. Next to that is what stands under such a label: `5` is item 5, and not the minutes of the
    /// 5th of October.
    fn is_far_from(&self, typed: &str) -> u8 {
        let label = self.name.split_whitespace().next().unwrap_or("").trim_end_matches(['.', ')']);
        match self.name == typed {
            true => 0,
            false if label.eq_ignore_ascii_case(typed.trim_end_matches(['.', ')'])) => 1,
            false => 2,
        }
    }
}

impl Picker {
    /// A list with everything shown.
    #[must_use]
    pub fn new(purpose: Purpose, choices: Vec<Choice>) -> Self {
        let shown = (0..choices.len()).collect();
        Self { purpose, query: Field::default(), choices, shown, marked: 0 }
    }

    /// The marked choice.
    #[must_use]
    pub fn choice(&self) -> Option<&Choice> {
        self.choices.get(*self.shown.get(self.marked)?)
    }

    /// The choices shown, in order.
    pub fn rows(&self) -> impl Iterator<Item = &Choice> {
        self.shown.iter().filter_map(|at| self.choices.get(*at))
    }

    /// Marks the choice so many rows further on, going round.
    pub fn step(&mut self, rows: isize) {
        let count = self.shown.len().max(1) as isize;
        self.marked = (self.marked as isize + rows).rem_euclid(count) as usize;
    }

    /// Shows the choices that fit what was typed. What is found by its words is narrowed elsewhere, since
    /// there every letter counts.
    pub fn narrow(&mut self) {
        self.marked = 0;
        if self.purpose == Purpose::Find || self.query.text.trim().is_empty() {
            self.shown = (0..self.choices.len()).collect();
            return;
        }
        if self.purpose == Purpose::Meanings {
            let typed = self.query.text.to_lowercase();
            let begins = |choice: &Choice| choice.name.starts_with(&typed);
            self.shown =
                (0..self.choices.len()).filter(|at| self.choices.get(*at).is_some_and(begins)).collect();
            return;
        }
        let typed = match self.purpose {
            // Papers print labels in brackets; they are no part of them.
            Purpose::Items => {
                self.query.text.trim().trim_start_matches(['(', '[']).trim_end_matches(['.', ')', ']'])
            }
            _ => self.query.text.trim(),
        };
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
        let mut room = Vec::new();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (at, choice) in self.choices.iter().enumerate() {
            let mut score = |words: &str| pattern.score(Utf32Str::new(words, &mut room), &mut matcher);
            // A hit in the name is worth more than the same hit in the explanation.
            let best = score(&choice.name).map(|score| score * 2).max(score(&choice.detail));
            scored.extend(best.map(|score| (score, at)));
        }
        let meant = |at: usize| self.choices.get(at).map_or(u8::MAX, |choice| choice.is_far_from(typed));
        scored.sort_by_key(|(score, at)| (meant(*at), std::cmp::Reverse(*score), *at));
        self.shown = scored.into_iter().map(|(_, at)| at).collect();
    }
}
