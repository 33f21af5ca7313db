//! The paragraph editor: what the clerk types, deletes, splits and joins, turned into edits of the record. It
//! keeps no text of its own and no history of its own.

use super::writing::Caret;
use super::{Desk, triggers};
use crate::domain::agenda::Heading;
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{BlockId, ItemId};
use crate::domain::meeting::Status;
use crate::domain::minutes::{Block, Kind};
use crate::session::{Change, Entry};
use crate::text;
use chrono::TimeDelta;

/// What is said to somebody who writes where there is nothing to write under.
pub(super) const NO_ITEM: &str = "There is no item to write under; new-item adds one.";

/// An edit that changes words.
pub(super) fn splice(item: ItemId, block: BlockId, at: usize, out: &str, put: &str) -> Edit {
    Edit::Splice { item, block, at, out: out.to_owned(), put: put.to_owned() }
}

/// An edit that puts one state of a block in place of another.
pub(super) fn replace(item: ItemId, old: &Block, new: Block) -> Edit {
    Edit::replace(Thing::Block(item, old.clone()), Thing::Block(item, new))
}

impl Desk {
    /// Types words at the cursor, in place of what is selected.
    pub fn type_text(&mut self, words: &str) {
        let words = text::tame(words);
        if words.is_empty() {
            return;
        }
        if self.writing.item.is_none() {
            return self.warn(NO_ITEM);
        }
        self.put(&words);
        if !self.expand_phrase(&words) {
            self.pull_trigger();
        }
        self.watch_names(&words);
    }

    pub(super) fn put(&mut self, words: &str) {
        let Some(item) = self.writing.item else { return };
        let Some((_, block)) = self.here() else { return self.begin(item, words) };
        if self.selection().is_some() {
            return self.put_over_selection(item, words);
        }
        let (id, at) = (block.id, self.writing.caret.at);
        if let Some(edit) = self.begun_now(item, block, words) {
            if self.change_with_taking("Typed", vec![edit]) {
                self.writing.place(Caret::new(id, words.len()));
                self.writing.typing = true;
            }
            return;
        }
        let edit = splice(item, id, at, "", words);
        let begins_word =
            !words.starts_with(' ') && block.text.get(..at).is_some_and(|text| text.ends_with(' '));
        let entered = if self.writing.typing && !begins_word {
            self.enter(Entry::More(edit))
        } else {
            self.change_with_taking("Typed", vec![edit])
        };
        if entered {
            self.writing.place(Caret::new(id, at + words.len()));
            self.writing.typing = true;
        }
    }

    /// The first words under an item.
    fn begin(&mut self, item: ItemId, words: &str) {
        let block = self.new_block(Kind::Paragraph, 0, words);
        let caret = Caret::new(block.id, words.len());
        let edit = Edit::insert(None, Thing::Block(item, block));
        if self.change_with_taking("Typed", vec![edit]) {
            self.writing.place(caret);
            self.writing.typing = true;
        }
    }

    /// The edit that gives an empty paragraph at the end of an item its first words, where it has waited for them: it is
    /// begun when they are typed, so that what happened in the meantime is told before it.
    fn begun_now(&self, item: ItemId, block: &Block, words: &str) -> Option<Edit> {
        let is_last = self.item()?.minutes.last().is_some_and(|last| last.id == block.id);
        let open = self.meeting().course.status == Status::Open;
        let now = self.clock.filter(|_| open && is_last && block.text.is_empty())?;
        if now.signed_duration_since(block.begun?) < TimeDelta::minutes(1) {
            return None;
        }
        let new = Block { text: words.to_owned(), begun: Some(now), ..block.clone() };
        let old = Thing::Block(item, block.clone());
        Some(Edit::replace(old, Thing::Block(item, new)))
    }

    fn put_over_selection(&mut self, item: ItemId, words: &str) {
        let Some((start, mut edits)) = self.cut_edits() else { return };
        let Some(block) = start.block else { return };
        edits.push(splice(item, block, start.at, "", words));
        if self.change("Typed over the selection", edits) {
            self.writing.place(Caret::new(block, start.at + words.len()));
            self.writing.typing = !words.is_empty();
        }
    }

    /// A change that, in an open meeting, also records that the item has been reached.
    pub(super) fn change_with_taking(&mut self, label: &str, mut edits: Vec<Edit>) -> bool {
        edits.extend(self.taking());
        self.change(label, edits)
    }

    /// The edit that gives the item its order of being taken, if it has none and the meeting is in session.
    pub fn taking(&self) -> Option<Edit> {
        let item = self.item()?;
        if self.meeting().course.status != Status::Open || item.heading.taken.is_some() {
            return None;
        }
        let last = self.meeting().items.iter().filter_map(|item| item.heading.taken).max().unwrap_or(0);
        let new = Heading { taken: Some(last + 1), ..item.heading.clone() };
        let old = Thing::Heading(item.id, item.heading.clone());
        Some(Edit::replace(old, Thing::Heading(item.id, new)))
    }

    /// A block that stands nowhere yet.
    pub fn new_block(&mut self, kind: Kind, level: u8, words: &str) -> Block {
        let id = BlockId(self.session.draw_id());
        let begun = self.clock.filter(|_| self.meeting().course.status == Status::Open);
        Block { kind, level, begun, ..Block::paragraph(id, words) }
    }

    /// Does what the beginning of the paragraph says, if the clerk has just typed it.
    fn pull_trigger(&mut self) {
        let Some(item) = self.writing.item else { return };
        let Some((at, block)) = self.here() else { return };
        let above = at.checked_sub(1).and_then(|at| self.item()?.minutes.get(at));
        let Some(found) = triggers::read(&block.text, block, above, self.style()) else { return };
        if found.strip != self.writing.caret.at {
            return;
        }
        let words = block.text.get(..found.strip).unwrap_or("").to_owned();
        let rest = block.text.get(found.strip..).unwrap_or("").to_owned();
        let (id, label) = (block.id, format!("Made it a {}", found.kind.word()));
        let bare = Block { text: rest, ..block.clone() };
        let new = Block { kind: found.kind, level: found.level, ..bare.clone() };
        let edits = vec![splice(item, id, 0, &words, ""), replace(item, &bare, new)];
        if self.change(&label, edits) {
            self.writing.place(Caret::new(id, 0));
        }
    }

    /// Begins a new paragraph at the cursor.
    pub fn new_paragraph(&mut self) {
        let Some(item) = self.writing.item else { return };
        if self.selection().is_some() {
            self.delete_selection("Deleted the selection");
        }
        self.expand_phrase("");
        let Some((_, block)) = self.here() else {
            let block = self.new_block(Kind::Paragraph, 0, "");
            let id = block.id;
            let below = self.new_block(Kind::Paragraph, 0, "");
            let caret = Caret::new(below.id, 0);
            let insert = |after, block| Edit::insert(after, Thing::Block(item, block));
            if self.change("Began a paragraph", vec![insert(None, block), insert(Some(id.0), below)]) {
                self.writing.place(caret);
            }
            return;
        };
        let block = block.clone();
        if block.text.is_empty() && (block.kind != Kind::Paragraph || block.level > 0) {
            return self.step_out(item, &block);
        }
        let at = self.writing.caret.at;
        let tail = block.text.get(at..).unwrap_or("").to_owned();
        let (kind, level) = if at == 0 && !tail.is_empty() {
            (block.kind.clone(), block.level)
        } else {
            following(&block, tail.is_empty())
        };
        let below = Block { restricted: block.restricted, ..self.new_block(kind, level, &tail) };
        let caret = Caret::new(below.id, 0);
        let insert = Edit::insert(Some(block.id.0), Thing::Block(item, below));
        if self.change("Began a paragraph", vec![splice(item, block.id, at, &tail, ""), insert]) {
            self.writing.place(caret);
        }
    }

    /// Enter on an empty list line ends the list, a level at a time.
    fn step_out(&mut self, item: ItemId, block: &Block) {
        let new = match (&block.kind, block.level) {
            (Kind::Paragraph, level) => Block { level: level.saturating_sub(1), ..block.clone() },
            (Kind::Resolution | Kind::Recommendation, 2..) => Block { level: 1, ..block.clone() },
            _ => Block { kind: Kind::Paragraph, level: 0, ..block.clone() },
        };
        self.change("Ended the list", vec![replace(item, block, new)]);
    }

    /// Deletes backwards: the selection, the mark of the paragraph at its start, or what `from` gives as the
    /// start of what goes (a character, a word).
    pub fn delete_back(&mut self, from: impl Fn(&str, usize) -> usize) {
        if self.selection().is_some() {
            return self.delete_selection("Deleted the selection");
        }
        let Some(item) = self.writing.item else { return };
        let Some((_, block)) = self.here() else { return };
        let (id, at) = (block.id, self.writing.caret.at);
        if at == 0 {
            let block = block.clone();
            return self.take_mark_back(item, &block);
        }
        let start = from(&block.text, at);
        let out = block.text.get(start..at).unwrap_or("");
        let edit = splice(item, id, start, out, "");
        self.delete(edit, Caret::new(id, start));
    }

    /// Deletes forwards: the selection, the end of the paragraph, or up to what `to` gives.
    pub fn delete_on(&mut self, to: impl Fn(&str, usize) -> usize) {
        if self.selection().is_some() {
            return self.delete_selection("Deleted the selection");
        }
        let Some(item) = self.writing.item else { return };
        let Some((index, block)) = self.here() else { return };
        let (id, at) = (block.id, self.writing.caret.at);
        if at >= block.text.len() {
            return self.join(item, index);
        }
        let out = block.text.get(at..to(&block.text, at)).unwrap_or("");
        let edit = splice(item, id, at, out, "");
        self.delete(edit, Caret::new(id, at));
    }

    /// Deleting goes on in one undo step, as typing does.
    fn delete(&mut self, edit: Edit, caret: Caret) {
        let last = self.session.history().done.last().and_then(|change| change.edits.last());
        let goes_on = self.writing.typing && last.is_some_and(|last| last.clone().absorb(&edit));
        let entered = if goes_on {
            self.enter(Entry::More(edit))
        } else {
            self.enter(Entry::Did(Change::new("Deleted", vec![edit])))
        };
        if entered {
            self.writing.place(caret);
            self.writing.typing = true;
        }
    }

    /// Backspace at the start of a block: what it is goes first, then its level, then its being a paragraph
    /// of its own. A word that was printed as a mark comes back as a word.
    fn take_mark_back(&mut self, item: ItemId, block: &Block) {
        if block.kind == Kind::Paragraph && block.level == 0 {
            let above = self.here().and_then(|(at, _)| at.checked_sub(1));
            return above.into_iter().for_each(|above| self.join(item, above));
        }
        let words = match block.kind.lead_word().filter(|_| block.level == 0 || block.kind == Kind::Action) {
            Some(word) => format!("{word} "),
            None => String::new(),
        };
        let new = match block.kind {
            Kind::Paragraph => Block { level: block.level - 1, ..block.clone() },
            _ => Block { kind: Kind::Paragraph, level: 0, ..block.clone() },
        };
        let edits = vec![replace(item, block, new), splice(item, block.id, 0, "", &words)];
        if self.change("Took the mark back", edits) {
            self.writing.place(Caret::new(block.id, words.len()));
        }
    }

    /// Makes one paragraph of the block at this position and the one below it.
    fn join(&mut self, item: ItemId, above: usize) {
        let blocks = self.item().map(|item| item.minutes.as_slice()).unwrap_or_default();
        let Some([first, second]) = blocks.get(above..above + 2) else { return };
        let caret = Caret::new(first.id, first.text.len());
        let edits = vec![
            Edit::remove(Some(first.id.0), Thing::Block(item, second.clone())),
            splice(item, first.id, first.text.len(), "", &second.text),
        ];
        if self.change("Joined two paragraphs", edits) {
            self.writing.place(caret);
        }
    }

    /// Deletes what is selected.
    pub fn delete_selection(&mut self, label: &str) {
        let Some((start, edits)) = self.cut_edits() else { return };
        if self.change(label, edits) {
            self.writing.place(start);
        }
    }

    /// The edits that take the selection out, and where it began.
    fn cut_edits(&self) -> Option<(Caret, Vec<Edit>)> {
        let item = self.item()?;
        let (start, end) = self.selection()?;
        let (first, last) = (item.position(start.block?)?, item.position(end.block?)?);
        let blocks = item.minutes.get(first..=last)?;
        let (head, tail) = (blocks.first()?, blocks.last()?);
        if first == last {
            let out = head.text.get(start.at..end.at)?;
            return Some((start, vec![splice(item.id, head.id, start.at, out, "")]));
        }
        let gone = blocks
            .iter()
            .skip(1)
            .map(|block| Edit::remove(Some(head.id.0), Thing::Block(item.id, block.clone())));
        let mut edits: Vec<Edit> = gone.collect();
        edits.push(splice(item.id, head.id, start.at, head.text.get(start.at..)?, tail.text.get(end.at..)?));
        Some((start, edits))
    }
}

/// What a new paragraph below a block is; `at_end` says that it is begun at the end of it and has no words yet.
fn following(block: &Block, at_end: bool) -> (Kind, u8) {
    match (&block.kind, block.level) {
        (Kind::Resolution | Kind::Recommendation, 0) if at_end && block.text.trim_end().ends_with(':') => {
            (block.kind.clone(), 1)
        }
        (Kind::Resolution | Kind::Recommendation | Kind::Bullet, 1..) | (Kind::Bullet, 0) => {
            (block.kind.clone(), block.level)
        }
        (Kind::Paragraph, level) => (Kind::Paragraph, level),
        (Kind::Note, _) if !at_end => (Kind::Note, 0),
        _ => (Kind::Paragraph, 0),
    }
}
