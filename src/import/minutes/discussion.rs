//! Paragraphs of discussion: how deep each stands, and which are procedural. Knows marks and columns of the paragraphs of
//! one item.

use super::depth::Depth;
use super::paragraph::{Mark, Paragraph};
use super::{DraftKind, Minutes};
use crate::import::notice;

impl Minutes {
    /// Adds a paragraph, or an entry of the list below one.
    pub(super) fn discussion(&mut self, paragraph: &Paragraph, text: &str) {
        if let Some((lead, entry)) = lead_and_entry(text).filter(|_| paragraph.mark == Mark::None) {
            self.push(DraftKind::Paragraph, 0, lead);
            self.push(DraftKind::Paragraph, 1, entry);
            return;
        }
        if is_procedural(text) || notice::tells_left_out(text) {
            self.push(DraftKind::Procedural, 0, text);
            return;
        }
        let hangs = self.drafts.iter().any(|draft| draft.level == 0);
        if !hangs && matches!(paragraph.mark, Mark::Letter | Mark::Roman) {
            self.base = Some((paragraph.mark, paragraph.indent));
        }
        match paragraph.mark {
            Mark::Letter | Mark::Roman if self.is_base(paragraph) => {
                self.depth = Depth::below(paragraph.indent);
                self.push(DraftKind::Paragraph, 0, text);
            }
            Mark::Bullet => {
                let level = if hangs { self.depth.of_bullet(paragraph.indent) } else { 0 };
                self.push(DraftKind::Bullet, level, text);
            }
            Mark::Letter | Mark::Roman if hangs => {
                let is_inner = paragraph.mark == Mark::Roman && self.last_is_lettered();
                let level = self.depth.of_entry(paragraph.indent, is_inner);
                self.push(DraftKind::Paragraph, level, text);
            }
            _ if paragraph.row || is_answer(text) || self.is_below(paragraph) => {
                self.push(DraftKind::Paragraph, u8::from(hangs), text);
            }
            Mark::None if self.numbered && !text.starts_with(char::is_lowercase) => {
                self.push(DraftKind::Procedural, 0, text);
            }
            _ => {
                self.has_numbers |= paragraph.mark == Mark::Number;
                self.depth = Depth::below(paragraph.indent);
                self.push(DraftKind::Paragraph, 0, text);
            }
        }
    }

    /// Returns whether a paragraph has the mark and indent of the first paragraph of the item. `(i)` may follow `(h)`.
    fn is_base(&self, paragraph: &Paragraph) -> bool {
        self.base.is_some_and(|(mark, column)| {
            let is_announced = self.drafts.last().is_some_and(|last| last.text.ends_with(':'));
            let is_alike = paragraph.mark == mark || mark == Mark::Letter && paragraph.indent == column;
            is_alike && paragraph.indent <= column + 1 && !(is_announced && paragraph.mark != mark)
        })
    }

    /// Returns whether an unmarked paragraph is an entry of the list that the paragraph above introduces.
    fn is_below(&self, paragraph: &Paragraph) -> bool {
        let announced =
            self.drafts.last().is_some_and(|last| last.level > 0 || last.text.ends_with([':', '-']));
        paragraph.mark == Mark::None && announced && self.depth.is_inside(paragraph.indent)
    }

    fn last_is_lettered(&self) -> bool {
        self.drafts.last().is_some_and(|last| {
            last.kind == DraftKind::Paragraph && last.level > 0 && last.text.ends_with(':')
        })
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

/// The course of the meeting itself: that it moved to its second part, or adjourned; and the heading below which the
/// minutes of the last meeting are followed up.
fn is_procedural(text: &str) -> bool {
    if text.trim_end_matches([':', '.']).eq_ignore_ascii_case("matters arising") {
        return true;
    }
    let after = text.strip_prefix("The meeting ").unwrap_or("");
    ["moved ", "adjourned ", "resumed ", "reconvened ", "went into "]
        .iter()
        .any(|verb| after.starts_with(verb))
}
