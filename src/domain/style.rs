//! House styles: how a record is numbered, marked and headed. Numbers, letters and marks are derived here and
//! never stored in the text, so a style can be changed at any time. Knows nothing of fonts, paper or screens.

use super::minutes::{Block, DEEPEST_LEVEL, Kind};
use super::setting::{Case, DateForm, Endings, Section, Setting, Signing, TimeForm};
use serde::Deserialize;
use std::borrow::Cow;

/// How a record is printed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Style {
    /// The name by which it is asked for.
    pub name: String,
    /// What it looks like, in a sentence.
    pub about: String,
    /// What stands before the title of an item.
    pub item: ItemNumber,
    /// Where the agenda's label is repeated as a reference: `(Item B1)`.
    pub reference: Reference,
    /// The numbers of paragraphs, from the outermost level in.
    pub paragraphs: [Form; DEEPEST_LEVEL as usize + 1],
    /// The letters of the parts of a resolution.
    pub resolution_parts: Form,
    /// How the parts of a resolution end.
    pub endings: Endings,
    /// The word that introduces a resolution.
    pub resolved: String,
    /// The word that introduces a recommendation.
    pub recommended: String,
    /// The word that introduces an action, with its colon.
    pub action: String,
    /// Whether items under which nothing was minuted are printed.
    pub empty_items: bool,
    /// Whether the headings of parts are printed.
    pub parts: bool,
    /// How the roll is printed.
    pub roll: Roll,
    /// The letters of the headings of items.
    pub item_case: Case,
    /// The letters of all other headings: the body, parts, and the roll.
    pub section_case: Case,
    /// How days are written.
    pub dates: DateForm,
    /// How times of the day are written.
    pub times: TimeForm,
    /// Which sections are printed, in this order.
    pub sections: Vec<Section>,
    /// Whether a declaration of interest is told at the item it concerns as well as where declarations are
    /// made.
    pub declarations_at_items: bool,
    /// The words where the minutes are signed.
    pub signing: Signing,
    /// How pages are set.
    pub setting: Setting,
}

impl Default for Style {
    /// Minute numbers, numbered paragraphs and a list of those present. It has no name.
    fn default() -> Self {
        Self {
            name: String::new(),
            about: String::new(),
            item: ItemNumber::Minute,
            reference: Reference::Below,
            paragraphs: [Form::Dot, Form::Letter, Form::Roman],
            resolution_parts: Form::Letter,
            endings: Endings::AsTyped,
            resolved: "RESOLVED".to_owned(),
            recommended: "RECOMMENDED".to_owned(),
            action: "ACTION:".to_owned(),
            empty_items: false,
            parts: true,
            roll: Roll::List,
            item_case: Case::AsTyped,
            section_case: Case::Capitals,
            dates: DateForm::Comma,
            times: TimeForm::Stop,
            sections: Section::ALL.to_vec(),
            declarations_at_items: false,
            signing: Signing::default(),
            setting: Setting::default(),
        }
    }
}

/// What stands before the title of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum ItemNumber {
    /// Its minute number, running on from meeting to meeting.
    Minute,
    /// Its number in these minutes, from 1, counting every item of the agenda.
    Place,
    /// Its label on the agenda.
    Label,
    /// Nothing.
    None,
}

/// Where the reference to the agenda stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Reference {
    /// On a line of its own below the title.
    Below,
    /// After the title, on the same line.
    Beside,
    /// Nowhere.
    None,
}

/// How the names of those present are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Roll {
    /// As one running sentence.
    Running,
    /// One below the other.
    List,
}

/// The form of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Form {
    /// No number.
    None,
    /// `1.`
    Dot,
    /// `(1)`
    Bracket,
    /// `(a)`
    Letter,
    /// `A.`
    Capital,
    /// `(i)`
    Roman,
}

impl Form {
    /// The number `n`, counted from 1, in this form; empty for [`Form::None`].
    #[must_use]
    pub fn print(self, n: u32) -> String {
        match self {
            Form::None => String::new(),
            Form::Dot => format!("{n}."),
            Form::Bracket => format!("({n})"),
            Form::Letter => format!("({})", letters(n)),
            Form::Capital => format!("{}.", letters(n).to_uppercase()),
            Form::Roman => format!("({})", roman(n)),
        }
    }
}

/// 1 is `a`, 26 is `z`, 27 is `aa`.
fn letters(n: u32) -> String {
    let mut rest = n;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from_u32('a' as u32 + rest % 26).unwrap_or('a'));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

/// Small Roman numerals; numbers from 4000 on have no such numeral and are printed in figures.
fn roman(n: u32) -> String {
    const NUMERALS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if n >= 4000 {
        return n.to_string();
    }
    let mut rest = n;
    let mut numeral = String::new();
    for (value, sign) in NUMERALS {
        while rest >= value {
            numeral.push_str(sign);
            rest -= value;
        }
    }
    numeral
}

/// Returns whether words follow their introductory word without a blank: `RESOLVED: the lamp is mended`.
#[must_use]
pub fn follows_at_once(words: &str) -> bool {
    words.starts_with(|letter: char| matches!(letter, ':' | ',' | ';' | '.') || letter.is_whitespace())
}

/// What is printed before the words of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    None,
    /// A number or letter.
    Number(Form, u32),
    /// A bullet.
    Bullet,
    /// A word that belongs to the sentence: `RESOLVED`, `ACTION:`.
    Word(Cow<'static, str>),
    /// The mark of a private note, which is only ever shown to the clerk.
    Private,
}

impl Mark {
    /// The mark as text; empty where there is none.
    #[must_use]
    pub fn text(&self) -> Cow<'static, str> {
        match self {
            Mark::None => Cow::Borrowed(""),
            Mark::Number(form, n) => Cow::Owned(form.print(*n)),
            Mark::Bullet => Cow::Borrowed("•"),
            Mark::Word(word) => word.clone(),
            Mark::Private => Cow::Borrowed("//"),
        }
    }

    /// Whether the words run on from the mark as one sentence (rather than being set in a column of their
    /// own beside it).
    #[must_use]
    pub fn runs_on(&self) -> bool {
        matches!(self, Mark::Word(_))
    }
}

/// Counts through the blocks of one item and gives each its mark.
///
/// Private notes are passed over, and an empty block shows the number that it would have and takes none: it is not
/// printed. So the numbers on the clerk's screen are those of every export.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counter {
    counts: [u32; DEEPEST_LEVEL as usize + 1],
}

impl Counter {
    /// The mark of the next block.
    pub fn mark(&mut self, block: &Block, style: &Style) -> Mark {
        if block.is_private() {
            return Mark::Private;
        }
        let before = *self;
        let mark = self.count(block, style);
        if block.text.trim().is_empty() {
            *self = before;
        }
        mark
    }

    /// The mark of the next block, as one that is printed.
    fn count(&mut self, block: &Block, style: &Style) -> Mark {
        let level = usize::from(block.level.min(DEEPEST_LEVEL));
        for deeper in self.counts.iter_mut().skip(level + 1) {
            *deeper = 0;
        }
        if let Kind::Motion(motion) = &block.kind
            && motion.is_resolution()
        {
            return Mark::Word(Cow::Owned(style.resolved.clone()));
        }
        let form = match (&block.kind, level) {
            (Kind::Resolution | Kind::Recommendation, 1) => style.resolution_parts,
            (Kind::Resolution | Kind::Recommendation, 2..) | (Kind::Paragraph, _) => {
                style.paragraphs.get(level).copied().unwrap_or(Form::None)
            }
            (Kind::Resolution, _) => return Mark::Word(Cow::Owned(style.resolved.clone())),
            (Kind::Recommendation, _) => return Mark::Word(Cow::Owned(style.recommended.clone())),
            (Kind::Action, _) => return Mark::Word(Cow::Owned(style.action.clone())),
            (kind, _) => match (kind, kind.lead_word()) {
                (Kind::Bullet, _) => return Mark::Bullet,
                (_, Some(word)) => return Mark::Word(Cow::Borrowed(word)),
                _ => Form::None,
            },
        };
        if form == Form::None {
            return Mark::None;
        }
        let count = self.counts.get_mut(level).map_or(1, |count| {
            *count += 1;
            *count
        });
        Mark::Number(form, count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_in_every_form() {
        assert_eq!(Form::Letter.print(28), "(ab)");
        assert_eq!(Form::Capital.print(3), "C.");
        assert_eq!(Form::Roman.print(14), "(xiv)");
    }
}
