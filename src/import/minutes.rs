//! What was minuted under an item: paragraphs, resolutions with their parts, actions, in blocks that have no
//! identity yet. Knows one item at a time, and people only by the words that name them.

use super::motion::{self, MotionDraft};
use super::paper::Line;
use super::paragraph::{self, Mark, Paragraph};
use super::resolution;

/// A block before it has an identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub kind: DraftKind,
    pub level: u8,
    pub text: String,
}

/// What a draft is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DraftKind {
    Paragraph,
    Bullet,
    Resolution,
    Action,
    Procedural,
    Motion(MotionDraft),
}

/// The minutes of an item, and what else stood among them.
#[derive(Debug, Default)]
pub(super) struct Minutes {
    pub drafts: Vec<Draft>,
    /// A report line: `Report by the Head of Housing`.
    pub report: String,
    /// Notes on the item that are no minutes: `Item A1`.
    pub notes: Vec<String>,
    /// The column of the last paragraph that was no entry of a list.
    indent: Option<usize>,
}

/// Reads the lines below an item as minutes.
pub(super) fn read(lines: &[&Line]) -> Minutes {
    let mut minutes = Minutes::default();
    let mut list = List::None;
    for paragraph in paragraph::paragraphs(lines) {
        minutes.take(&paragraph, &mut list);
    }
    minutes
}

/// What the entries of a list that comes now hang from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    /// A paragraph.
    None,
    /// A resolution that goes on: its entries are parts of it.
    Resolution,
}

impl Minutes {
    fn take(&mut self, paragraph: &Paragraph, list: &mut List) {
        let text = paragraph.text.as_str();
        if self.drafts.is_empty() && self.take_note(text) || self.take_motion(text, list) {
            return;
        }
        if let Some((before, resolved)) = resolution::split(text) {
            self.before(paragraph, before);
            *list = List::Resolution;
            self.resolution(resolved);
        } else if let Some(action) = resolution::action(text) {
            self.push(DraftKind::Action, 0, action);
            *list = List::None;
        } else if *list == List::Resolution && self.is_open() && self.belongs_to_resolution(paragraph) {
            self.resolution_part(paragraph);
        } else {
            *list = List::None;
            self.discussion(paragraph, text);
        }
    }

    /// Movers, seconders, what they moved, and how it was voted.
    fn take_motion(&mut self, text: &str, list: &mut List) -> bool {
        if let Some((motion, moved)) = motion::read(text) {
            self.push(DraftKind::Motion(motion), 0, moved);
            *list = List::None;
            return true;
        }
        if let Some((name, after)) = motion::seconder(text)
            && let Some((motion, _)) = self.open_motion()
        {
            name.clone_into(&mut motion.seconder);
            if let Some((_, resolved)) = resolution::split(after) {
                self.carried_at_once();
                *list = List::Resolution;
                self.resolution(resolved);
            }
            return true;
        }
        if motion::is_vote(text) {
            match self.last_motion() {
                Some(motion) => motion.take_vote(text),
                None => self.push(DraftKind::Procedural, 0, text),
            }
            *list = List::None;
            return true;
        }
        if let Some((_, moved)) =
            self.open_motion().filter(|_| text.starts_with("That ") || text.starts_with("to "))
        {
            text.clone_into(moved);
            return true;
        }
        false
    }

    /// The motion of which only the mover is known so far.
    fn open_motion(&mut self) -> Option<(&mut MotionDraft, &mut String)> {
        match self.drafts.last_mut() {
            Some(Draft { kind: DraftKind::Motion(motion), text, .. }) if text.is_empty() => {
                Some((motion, text))
            }
            _ => None,
        }
    }

    /// The motion a few blocks before that has not been voted on, if nothing was resolved since.
    fn last_motion(&mut self) -> Option<&mut MotionDraft> {
        let decides = |draft: &&mut Draft| matches!(draft.kind, DraftKind::Motion(_) | DraftKind::Resolution);
        match self.drafts.iter_mut().rev().take(20).find(decides)?.kind {
            DraftKind::Motion(ref mut motion) if motion.carried.is_none() => Some(motion),
            _ => None,
        }
    }

    /// A motion that is told as a resolution: only who moved it is left to say.
    fn carried_at_once(&mut self) {
        if let Some(Draft { kind, text, .. }) = self.drafts.last_mut()
            && let DraftKind::Motion(motion) = kind
        {
            *text = format!("Moved by {}, seconded by {}", motion.mover, motion.seconder);
            *kind = DraftKind::Procedural;
        }
    }

    /// Whether a paragraph goes on with the resolution before it: a part, or its words after a bare heading.
    fn belongs_to_resolution(&self, paragraph: &Paragraph) -> bool {
        let is_bare = self.drafts.last().is_some_and(|last| last.level == 0 && last.text.is_empty());
        paragraph.mark != Mark::None || is_bare && !paragraph.row
    }

    fn resolution_part(&mut self, paragraph: &Paragraph) {
        match self.drafts.last_mut() {
            Some(last) if last.text.is_empty() && paragraph.mark == Mark::None => {
                last.text.clone_from(&paragraph.text);
            }
            _ => self.push(DraftKind::Resolution, 1, paragraph.text.clone()),
        }
    }

    /// A line in brackets before the first paragraph says something about the item.
    fn take_note(&mut self, text: &str) -> bool {
        let Some(inner) = text.strip_prefix('(') else { return false };
        let inner = inner.strip_suffix(')').unwrap_or(inner);
        let lower = inner.to_lowercase();
        if lower.starts_with("report by ") || lower.starts_with("report of ") {
            inner.clone_into(&mut self.report);
        } else if lower.starts_with("item ") && lower.len() < 12 {
            self.notes.push(inner.to_owned());
        } else {
            return false;
        }
        true
    }

    /// What stands in the same paragraph before a resolution: discussion, or how it came to be moved.
    fn before(&mut self, paragraph: &Paragraph, before: &str) {
        if before.is_empty() {
            return;
        }
        if resolution::is_preamble(before) {
            self.push(DraftKind::Procedural, 0, before);
        } else {
            self.discussion(paragraph, before);
        }
    }

    fn resolution(&mut self, resolved: &str) {
        let (lead, clauses) = resolution::clauses(resolved);
        self.push(DraftKind::Resolution, 0, lead);
        for clause in clauses {
            self.push(DraftKind::Resolution, 1, clause);
        }
    }

    /// Whether the last resolution still waits for parts: it is only a lead, or a part not yet ended.
    fn is_open(&self) -> bool {
        let Some(last) = self.drafts.last() else { return false };
        let text = last.text.trim_end();
        let lower = text.to_lowercase();
        last.level > 0
            || text.is_empty()
            || text.ends_with(':')
            || ["that", "to", "and"].contains(&lower.as_str())
    }

    fn discussion(&mut self, paragraph: &Paragraph, text: &str) {
        if let Some((lead, entry)) = lead_and_entry(text).filter(|_| paragraph.mark == Mark::None) {
            self.push(DraftKind::Paragraph, 0, lead);
            self.push(DraftKind::Paragraph, 1, entry);
            return;
        }
        if is_procedural(text) {
            self.push(DraftKind::Procedural, 0, text);
            return;
        }
        let hangs = self.drafts.iter().any(|draft| draft.level == 0);
        match paragraph.mark {
            Mark::Bullet => self.push(DraftKind::Bullet, u8::from(hangs), text),
            Mark::Letter | Mark::Roman if hangs => {
                let deep = paragraph.mark == Mark::Roman && self.last_is_lettered();
                self.push(DraftKind::Paragraph, 1 + u8::from(deep), text);
            }
            _ if paragraph.row || is_answer(text) || self.is_below(paragraph) => {
                self.push(DraftKind::Paragraph, u8::from(hangs), text);
            }
            _ => {
                self.indent = Some(paragraph.indent);
                self.push(DraftKind::Paragraph, 0, text);
            }
        }
    }

    /// Whether an unmarked paragraph is an entry of the list that the one before it announces.
    fn is_below(&self, paragraph: &Paragraph) -> bool {
        let announced =
            self.drafts.last().is_some_and(|last| last.level > 0 || last.text.ends_with([':', '-']));
        paragraph.mark == Mark::None
            && announced
            && self.indent.is_some_and(|indent| paragraph.indent > indent + 2)
    }

    fn last_is_lettered(&self) -> bool {
        self.drafts.last().is_some_and(|last| {
            last.kind == DraftKind::Paragraph && last.level > 0 && last.text.ends_with(':')
        })
    }

    fn push(&mut self, kind: DraftKind, level: u8, text: impl Into<String>) {
        self.drafts.push(Draft { kind, level, text: text.into() });
    }
}

/// `Noted: (a) that …` is a lead with the first entry of its list.
fn lead_and_entry(text: &str) -> Option<(&str, &str)> {
    let (lead, entry) = text.split_once(": (a) ").or_else(|| text.split_once(": (i) "))?;
    (lead.len() <= 12 && !lead.contains(' ')).then_some((text.get(..=lead.len())?, entry))
}

/// A question put by a member and its answer hang from the paragraph before.
fn is_answer(text: &str) -> bool {
    ["Q: ", "A: ", "Q. ", "Question: ", "Answer: "].iter().any(|start| text.starts_with(start))
}

/// The course of the meeting itself: that it moved to its second part, or adjourned.
fn is_procedural(text: &str) -> bool {
    let after = text.strip_prefix("The meeting ").unwrap_or("");
    ["moved ", "adjourned ", "resumed ", "reconvened ", "went into "]
        .iter()
        .any(|verb| after.starts_with(verb))
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
