//! Names as they are typed: what the words before the cursor could be completed to, and whether somebody has
//! just been named who is not down as being there. Only the end of the paragraph being typed is read for
//! names, so the cost does not grow with the meeting; and nothing here stands in the way of typing.

use super::Desk;
use super::editing::splice;
use super::writing::Caret;
use crate::domain::id::{BlockId, PersonId};
use crate::domain::meeting::Status;
use crate::domain::names::NameBook;
use crate::domain::people::Standing;
use crate::text;

/// How many bytes before the cursor are read for names.
const TAIL: usize = 120;

/// What is known of names while the clerk types.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Everybody on the roll by their names.
    book: NameBook,
    /// What the name being typed would be completed to.
    pub offer: Option<String>,
    /// The name that was completed last, and the forms into which it can still be turned.
    turning: Option<Turning>,
    /// Somebody who was named and is not down as being there.
    doubt: Option<Doubt>,
}

/// A completed name and the forms that can stand in its place.
#[derive(Debug, Clone)]
struct Turning {
    block: BlockId,
    start: usize,
    forms: Vec<String>,
    at: usize,
}

/// Somebody who was named and is not down as being there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// In which block.
    block: BlockId,
    /// In which words.
    pub words: String,
    /// Who on the roll; none if nobody there can be meant.
    pub person: Option<PersonId>,
}

impl Desk {
    /// Looks at what has just been typed: a name that has been begun is offered to be completed; a name that
    /// is complete may be that of somebody who is not there.
    pub(super) fn watch_names(&mut self, typed: &str) {
        let Self { session, names, .. } = self;
        names.book.keep(&session.meeting().people);
        let Some((_, block)) = self.here() else { return };
        let tail = tail(&block.text, self.writing.caret.at);
        let goes_on = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’');
        if typed.ends_with(goes_on) {
            let begun = self.names.book.begun(tail);
            self.names.offer =
                begun.and_then(|(at, people)| self.forms_of(&people, tail, at).into_iter().next());
        } else if let Some(doubt) = self.doubted(block.id, tail) {
            self.names.doubt = Some(doubt);
        }
    }

    /// The names into which the words of `tail` from `at` on can be turned: of each who may be meant, those
    /// who are there first, the form that is right here before the others.
    fn forms_of(&self, people: &[PersonId], tail: &str, at: usize) -> Vec<String> {
        let meeting = self.meeting();
        let mut people = people.to_vec();
        people.sort_by_key(|person| meeting.standing(*person) != Standing::In);
        let typed = tail.get(at..).unwrap_or("");
        let mut forms: Vec<String> = Vec::new();
        for person in people {
            let mut own = self.names.book.forms(person);
            if own.len() > 1 && self.is_named_above(person, typed.len()) {
                own.swap(0, 1);
            }
            forms.extend(own);
        }
        let mut kept: Vec<String> = Vec::new();
        for form in forms {
            if form != typed && !kept.contains(&form) {
                kept.push(form);
            }
        }
        kept
    }

    /// Whether a person is named in the item before what is being typed, the last so many bytes before the
    /// cursor.
    fn is_named_above(&self, person: PersonId, typed: usize) -> bool {
        let (Some(item), Some((at, block))) = (self.item(), self.here()) else { return false };
        let before = block.text.get(..self.writing.caret.at.saturating_sub(typed)).unwrap_or("");
        let above = item.minutes.iter().take(at).map(|block| block.text.as_str());
        above.chain([before]).any(|text| self.names.book.is_in(person, text))
    }

    /// Whether the words at the end name somebody who is not down as being there, once the roll has been
    /// called.
    fn doubted(&self, block: BlockId, tail: &str) -> Option<Doubt> {
        let meeting = self.meeting();
        if meeting.course.status < Status::Open || meeting.attendance.is_empty() {
            return None;
        }
        let solid = tail.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let last = self.names.book.mentions(tail).pop().filter(|last| last.place.end == solid.len())?;
        let here = last.person.is_some_and(|person| meeting.standing(person) == Standing::In);
        let words = tail.get(last.place)?.to_owned();
        (!here).then_some(Doubt { block, words, person: last.person })
    }

    /// Who was named in this paragraph and is still not down as being there.
    #[must_use]
    pub fn doubt(&self) -> Option<&Doubt> {
        let doubt = self.names.doubt.as_ref()?;
        let (_, block) = self.here()?;
        let away = doubt.person.is_none_or(|person| {
            self.meeting().person(person).is_some() && self.meeting().standing(person) != Standing::In
        });
        (block.id == doubt.block && away && block.text.contains(&doubt.words)).then_some(doubt)
    }

    /// Forgets who was named and is not down as being there, since it has been settled.
    pub fn settle_doubt(&mut self) {
        self.names.doubt = None;
    }

    /// Completes the name before the cursor, or turns the name that was just completed into its next form.
    /// Returns whether there was one.
    pub fn complete_name(&mut self) -> bool {
        let Self { session, names, .. } = self;
        names.book.keep(&session.meeting().people);
        let Some((_, block)) = self.here() else { return false };
        let (id, end) = (block.id, self.writing.caret.at);
        let turned = self.names.turning.clone().and_then(|turning| turning.turned(id, &block.text, end));
        let Some(turning) = turned.or_else(|| self.begun_name(id, &block.text, end)) else { return false };
        let Some(form) = turning.forms.get(turning.at).cloned() else { return false };
        let Some(out) = block.text.get(turning.start..end).map(str::to_owned) else { return false };
        let Some(item) = self.writing.item else { return false };
        let caret = Caret::new(id, turning.start + form.len());
        if self.change("Completed a name", vec![splice(item, id, turning.start, &out, &form)]) {
            self.writing.place(caret);
            self.names.turning = Some(turning);
            self.names.offer = None;
        }
        true
    }

    fn begun_name(&self, block: BlockId, text: &str, end: usize) -> Option<Turning> {
        let tail = tail(text, end);
        let (at, people) = self.names.book.begun(tail)?;
        let typed = tail.get(at..)?.to_owned();
        // What was typed comes last, so that going round brings it back.
        let forms: Vec<String> = self.forms_of(&people, tail, at).into_iter().chain([typed]).collect();
        (forms.len() > 1).then(|| Turning { block, start: end - tail.len() + at, forms, at: 0 })
    }
}

impl Turning {
    /// The same at its next form, if the cursor is still behind the name.
    fn turned(mut self, block: BlockId, text: &str, end: usize) -> Option<Self> {
        let stands =
            self.block == block && text.get(self.start..end) == self.forms.get(self.at).map(String::as_str);
        self.at = (self.at + 1) % self.forms.len().max(1);
        stands.then_some(self)
    }
}

/// The end of a text up to a place, cut at a word.
fn tail(words: &str, end: usize) -> &str {
    let from = text::settle(words, end.saturating_sub(TAIL));
    let cut = words.get(from..end).unwrap_or("");
    if from == 0 { cut } else { cut.split_once(' ').map_or("", |(_, rest)| rest) }
}
