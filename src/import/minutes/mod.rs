//! What was minuted under an item: paragraphs, resolutions with their parts, actions, in blocks that have no
//! identity yet. Knows one item at a time, and people only by the words that name them.

mod action;
mod agenda_wording;
mod decision;
mod depth;
mod discussion;
pub(super) mod kind;
mod motion;
pub(super) mod paragraph;
mod record;
mod recording;

use crate::domain::agenda::Outcome;
use crate::import::declared::{self, Declared};
use crate::import::happened::{self, During, Moved, Turned};
use crate::import::interruption;
use crate::import::notice;
use crate::import::paper::Line;
use crate::import::said;
use decision::Decision;
use depth::Depth;
use motion::MotionDraft;
use motion::outcome::outcome;
use motion::{sentence, vote};
use paragraph::{Mark, Paragraph};

/// A block before it has an identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub kind: DraftKind,
    pub level: u8,
    pub restricted: bool,
    pub text: String,
}

/// What a draft is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DraftKind {
    Paragraph,
    Bullet,
    Resolution,
    Recommendation,
    Action,
    Procedural,
    Motion(MotionDraft),
    /// That somebody came or went, which belongs to the attendance log.
    Moved(Moved),
    /// A declaration of interest.
    Declared(Declared),
    /// That the meeting was adjourned or went on, which belongs to its course.
    Turned(Vec<Turned>),
}

/// The minutes of an item, and what else stood among them.
#[derive(Debug, Default)]
pub(super) struct Minutes {
    pub drafts: Vec<Draft>,
    /// A report line: `Report by the Head of Housing`.
    pub report: String,
    /// Words of the agenda that the minutes repeat before they begin, and papers that they list.
    pub told: Vec<String>,
    /// The label that the item has on the agenda, where its own number is that of the minute.
    pub reference: String,
    /// What became of the item, where a sentence says no more than that.
    pub outcome: Outcome,
    /// Whether paragraphs under the item are numbered, so that one without a number is none.
    numbered: bool,
    /// Whether some paragraph was numbered.
    has_numbers: bool,
    /// How the paragraphs of the item are marked, where its first is marked as entries of lists are, and its column.
    base: Option<(Mark, usize)>,
    /// Whether the paragraph that is read now is restricted.
    is_secret: bool,
    /// Where paragraphs and the lists below them stand.
    depth: Depth,
}

/// Reads the lines below an item as minutes.
pub(super) fn read(lines: &[&Line]) -> Minutes {
    let paragraphs = paragraph::paragraphs(lines);
    let minutes = Minutes::of(&paragraphs, false);
    if minutes.has_numbers { Minutes::of(&paragraphs, true) } else { minutes }
}

/// Whether words are what minutes say under an item, and no heading: a decision, what became of a motion, a vote, an action.
pub(super) fn is_minute(words: &str) -> bool {
    decision::read(words).is_some()
        || action::read(words).is_some()
        || outcome(words).is_some()
        || sentence::is_fields(words)
        || vote::count(words).is_some_and(|count| count.is_whole)
}

/// A decision that goes on: what comes now may be a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    /// What its parts are: those of a resolution or of a recommendation.
    kind: DraftKind,
    /// How the first part is marked, and the column in which it stands.
    first: Option<(Mark, usize)>,
}

impl Minutes {
    fn of(paragraphs: &[Paragraph], numbered: bool) -> Self {
        let mut minutes = Minutes { numbered, ..Minutes::default() };
        let mut list = None;
        for paragraph in paragraphs {
            minutes.is_secret = paragraph.restricted;
            minutes.take(paragraph, &mut list);
        }
        minutes.release_nominations();
        minutes
    }

    fn take(&mut self, paragraph: &Paragraph, list: &mut Option<Parts>) {
        let text = paragraph.text.as_str();
        if let Some(action) = action::marked(paragraph) {
            self.action(action, list);
            return;
        }
        if let Some((before, motion)) = sentence::at_end(text).filter(|_| decision::read(text).is_none()) {
            for text in [before, motion] {
                self.take(&Paragraph { text: text.to_owned(), ..paragraph.clone() }, list);
            }
            return;
        }
        if let Some((before, action)) = action::at_end(text) {
            self.take(&Paragraph { text: before.to_owned(), ..paragraph.clone() }, list);
            self.action(&action, list);
            return;
        }
        if self.drafts.is_empty() && self.take_note(text)
            || self.take_sentence(paragraph)
            || self.take_motion(paragraph, list)
        {
            return;
        }
        // `(b) AGREED that …` is a part of the decision above it.
        let is_part = !["RESOLVED", "RECOMMENDED"].iter().any(|word| text.contains(word))
            && list.as_ref().is_some_and(|parts| self.goes_on(parts, paragraph));
        if let Some((before, decided)) = decision::read(text).filter(|_| !is_part) {
            let is_elected = match before {
                "" => self.take_elected(decided.words),
                before => self.take_elected_at_once(before, decided.words),
            };
            if is_elected {
                *list = None;
                return;
            }
            self.before(paragraph, before);
            if self.is_motion_open() {
                self.carried_at_once();
            }
            *list = Some(self.decision(decided));
        } else if let Some(action) = action::read(text) {
            self.action(&action, list);
        } else if let Some(parts) = list.as_mut().filter(|parts| self.goes_on(parts, paragraph)) {
            self.decision_part(paragraph, parts);
        } else {
            *list = None;
            self.discussion(paragraph, text);
        }
    }

    /// An action; an empty one is a heading over a list of actions.
    fn action(&mut self, words: &str, list: &mut Option<Parts>) {
        if words.is_empty() {
            *list = Some(Parts { kind: DraftKind::Action, first: None });
            return;
        }
        self.push(DraftKind::Action, 0, words);
        *list = None;
    }

    /// A sentence that belongs elsewhere in the record: what became of the item, who came and went, what was
    /// declared.
    fn take_sentence(&mut self, paragraph: &Paragraph) -> bool {
        let text = paragraph.text.as_str();
        if paragraph.mark != Mark::None {
            return false;
        }
        if let Some(outcome) = Outcome::ALL.into_iter().find(|outcome| outcome.sentence() == Some(text)) {
            self.outcome = outcome;
        } else if let Some(moved) = happened::moved(text).filter(|moved| moved.during == During::This) {
            self.push(DraftKind::Moved(moved), 0, text);
        } else if let Some(declared) = declared::read(text) {
            self.push(DraftKind::Declared(declared), 0, text);
        } else if let Some(turned) = interruption::read(text) {
            self.push(DraftKind::Turned(turned), 0, text);
        } else {
            return false;
        }
        true
    }

    /// Whether a paragraph goes on with the decision before it: a part, or its words after a bare heading.
    fn goes_on(&self, parts: &Parts, paragraph: &Paragraph) -> bool {
        let is_bare = self.drafts.last().is_some_and(|last| last.level == 0 && last.text.is_empty());
        // A number further out than letters is that of the next paragraph.
        let is_next = parts.first.is_some_and(|(mark, column)| {
            paragraph.mark != mark && paragraph.mark == Mark::Number && paragraph.indent < column
        });
        let is_lettered = matches!(paragraph.mark, Mark::Letter | Mark::Roman);
        let is_unended = self.drafts.last().is_some_and(|last| !last.text.ends_with(['.', ';']));
        (self.is_open() || is_lettered && is_unended)
            && !is_next
            && (paragraph.mark != Mark::None || paragraph.row || is_bare)
    }

    fn decision_part(&mut self, paragraph: &Paragraph, parts: &mut Parts) {
        match self.drafts.last_mut() {
            Some(last) if last.text.is_empty() && paragraph.mark == Mark::None => {
                last.text.clone_from(&paragraph.text);
            }
            _ => {
                let first = *parts.first.get_or_insert((paragraph.mark, paragraph.indent));
                let is_deeper = paragraph.indent > first.1 + 2 && paragraph.mark != first.0;
                self.push(parts.kind.clone(), 1 + u8::from(is_deeper), paragraph.text.clone());
            }
        }
    }

    /// A line in brackets before the first paragraph says something about the item.
    fn take_note(&mut self, text: &str) -> bool {
        if notice::restricts(text) {
            return true;
        }
        if let Some(label) = notice::reference(text) {
            label.clone_into(&mut self.reference);
            return true;
        }
        let inner = said::unbracketed(text);
        if said::is_report_line(inner) {
            inner.trim_end_matches('.').clone_into(&mut self.report);
            return true;
        }
        if agenda_wording::is_label(text) {
            return true;
        }
        if agenda_wording::is_of_agenda(text) {
            self.told.push(text.to_owned());
            return true;
        }
        false
    }

    /// What stands in the same paragraph before a decision: discussion, or how it came to be moved.
    fn before(&mut self, paragraph: &Paragraph, before: &str) {
        if before.is_empty() {
            return;
        }
        if decision::is_preamble(before) {
            self.push(DraftKind::Procedural, 0, before);
        } else {
            self.discussion(paragraph, before);
        }
    }

    /// A decision that runs on, with its parts.
    fn decision(&mut self, decided: Decision<'_>) -> Parts {
        let kind = if decided.is_recommended { DraftKind::Recommendation } else { DraftKind::Resolution };
        let (words, count) = decision::uncounted(decided.words);
        let (lead, clauses) = decision::clauses(words);
        // A sentence of its own is set off from the word that will be printed before it.
        let lead = if decided.is_sentence { format!(": {lead}") } else { lead.to_owned() };
        self.push(kind.clone(), 0, lead);
        for clause in clauses {
            self.push(kind.clone(), 1, clause);
        }
        if let Some(count) = count {
            self.count_resolution(&count);
        }
        Parts { kind, first: None }
    }

    /// Whether the last decision still waits for parts: it is only a lead, or a part not yet ended.
    fn is_open(&self) -> bool {
        let Some(last) = self.drafts.last() else { return false };
        let text = last.text.trim_end();
        let lower = text.to_lowercase();
        last.level > 0
            || text.is_empty()
            || text.ends_with(':')
            || ["that", "to", "and"].contains(&lower.as_str())
    }

    pub(super) fn push(&mut self, kind: DraftKind, level: u8, text: impl Into<String>) {
        self.drafts.push(Draft { kind, level, restricted: self.is_secret, text: text.into() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    fn drafts(text: &str) -> Vec<(DraftKind, u8, String)> {
        let lines = lines(text);
        let minutes = read(&lines.iter().collect::<Vec<_>>());
        minutes.drafts.into_iter().map(|draft| (draft.kind, draft.level, draft.text)).collect()
    }

    #[test]
    fn a_resolution_has_parts() {
        let found =
            drafts("RESOLVED that:\n\n(a) the report be noted; and\n\n(b) thanks be given.\n\nMembers left.");
        let wanted = [
            (DraftKind::Resolution, 0, "that:".to_owned()),
            (DraftKind::Resolution, 1, "the report be noted; and".to_owned()),
            (DraftKind::Resolution, 1, "thanks be given.".to_owned()),
            (DraftKind::Paragraph, 0, "Members left.".to_owned()),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_resolution_inside_a_paragraph_is_found() {
        let found = drafts("5. Ms Ames agreed to report. RESOLVED to note the update.\n\nAction: Rowan Teal");
        let wanted = [
            (DraftKind::Paragraph, 0, "Ms Ames agreed to report.".to_owned()),
            (DraftKind::Resolution, 0, "to note the update.".to_owned()),
            (DraftKind::Action, 0, "Rowan Teal".to_owned()),
        ];
        assert_eq!(found, wanted);
    }
}
