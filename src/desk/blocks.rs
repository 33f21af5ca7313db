//! Whole blocks: what they are, their level, their restriction, their place among the others. The words in them
//! are changed in [`super::editing`].

use super::Desk;
use super::editing::replace;
use super::writing::Caret;
use crate::domain::edit::{Edit, Moved, Thing};
use crate::domain::minutes::{Block, DEEPEST_LEVEL, Kind};

impl Desk {
    /// Sets the blocks of the selection, or the one with the cursor, a level in or out.
    pub fn shift_level(&mut self, by: i8) {
        self.change_blocks(if by > 0 { "Set it a level in" } else { "Set it a level out" }, |block| {
            let level = block.level.saturating_add_signed(by).min(DEEPEST_LEVEL);
            Block { level, ..block.clone() }
        });
    }

    /// Makes the blocks of the selection, or the one with the cursor, something else; if they all are that
    /// already, plain paragraphs.
    pub fn mark_as(&mut self, kind: &Kind) {
        self.begin_if_empty();
        let all = self.touched().is_some_and(|blocks| blocks.iter().all(|block| block.kind == *kind));
        let kind = if all { Kind::Paragraph } else { kind.clone() };
        let label = format!("Made it a {}", kind.word());
        self.change_blocks(&label, |block| mark(block, &kind));
    }

    /// Restricts the blocks of the selection, or the one with the cursor, or lifts the restriction.
    pub fn toggle_restricted(&mut self) {
        let all = self.touched().is_some_and(|blocks| blocks.iter().all(|block| block.restricted));
        let label = if all { "Lifted the restriction" } else { "Restricted it" };
        self.change_blocks(label, |block| Block { restricted: !all, ..block.clone() });
    }

    /// The blocks of the selection, or the one with the cursor.
    fn touched(&self) -> Option<&[Block]> {
        let item = self.item()?;
        let caret = self.writing.caret;
        let (start, end) = self.selection().unwrap_or((caret, caret));
        item.minutes.get(item.position(start.block?)?..=item.position(end.block?)?)
    }

    fn change_blocks(&mut self, label: &str, new: impl Fn(&Block) -> Block) {
        let Some(item) = self.writing.item else { return };
        let Some(blocks) = self.touched() else { return };
        let edits = blocks.iter().map(|block| replace(item, block, new(block))).collect();
        let (caret, anchor) = (self.writing.caret, self.writing.anchor);
        self.change(label, edits);
        self.writing.place(caret);
        self.writing.anchor = anchor;
    }

    /// The edit by which an empty paragraph with the cursor gives way to what has been put below it: the clerk has begun it
    /// for that.
    pub fn giving_way(&self) -> Option<Edit> {
        let item = self.item()?;
        let (at, empty) = self.here().filter(|(_, block)| block.text.is_empty())?;
        let above = at.checked_sub(1).and_then(|at| item.minutes.get(at));
        Some(Edit::remove(above.map(|block| block.id.0), Thing::Block(item.id, empty.clone())))
    }

    /// A block that an empty paragraph with the cursor gives way to: what was begun as restricted stays so.
    #[must_use]
    pub fn in_its_place(&self, block: Block) -> Block {
        let was_restricted = self.here().is_some_and(|(_, here)| here.text.is_empty() && here.restricted);
        Block { restricted: block.restricted || was_restricted, ..block }
    }

    /// Puts an empty paragraph under an item that has none, so that it can be marked.
    fn begin_if_empty(&mut self) {
        let Some(item) = self.item().filter(|item| item.minutes.is_empty()).map(|item| item.id) else {
            return;
        };
        let block = self.new_block(Kind::Paragraph, 0, "");
        let caret = Caret::new(block.id, 0);
        if self.change_with_taking("Began a paragraph", vec![Edit::insert(None, Thing::Block(item, block))]) {
            self.writing.place(caret);
        }
    }

    /// Moves the block with the cursor up or down among its neighbours.
    pub fn move_block(&mut self, down: bool) {
        let Some(item) = self.item() else { return };
        let Some((at, block)) = self.here() else { return };
        let id = |at: usize| item.minutes.get(at).map(|block| block.id.0);
        let before = |at: usize| at.checked_sub(1).and_then(id);
        let to = if down { id(at + 1) } else { before(at.saturating_sub(1)) };
        if (down && to.is_none()) || (!down && at == 0) {
            return;
        }
        let what = Moved::Block(item.id, block.id);
        let edit = Edit::Move { what, from: before(at), to };
        let caret = self.writing.caret;
        if self.change("Moved the paragraph", vec![edit]) {
            self.writing.place(caret);
        }
    }
}

/// A block made something else. A word at its start that the new kind supplies goes.
fn mark(block: &Block, kind: &Kind) -> Block {
    let word = kind.lead_word().unwrap_or("\u{0}");
    let text = block.text.strip_prefix(word).map_or(block.text.as_str(), str::trim_start).to_owned();
    let level = match kind {
        Kind::Bullet => block.level.max(1),
        Kind::Action | Kind::Note | Kind::Procedural => 0,
        _ => block.level,
    };
    Block { kind: kind.clone(), level, text, ..block.clone() }
}
