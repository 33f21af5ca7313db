//! Copying and pasting: what is selected as text, and text as paragraphs. Nothing is known here of the
//! clipboard that it goes to and comes from.

use super::editing::{NO_ITEM, splice};
use super::writing::Caret;
use super::{Desk, triggers};
use crate::domain::edit::{Edit, Thing};
use crate::domain::minutes::{Block, Kind};
use crate::domain::style::Counter;
use crate::text;

/// What the words of a meeting may take up, in bytes. A record that could be written and not be read again would be
/// worse than a paste that is refused: four times as much is read, and escapes and the journal need their part.
const ROOM: usize = 64 << 20;
/// What a block takes up in the record beside its words.
const BLOCK: usize = 32;
/// Below this nobody need look how much there is already.
const LITTLE: usize = 1 << 20;

/// What a text would take up in the record.
fn size(pasted: &str) -> usize {
    let lines = pasted.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    pasted.len() + lines * BLOCK
}

impl Desk {
    /// The words of the selection as they would be typed, a line a block, each with its mark.
    #[must_use]
    pub fn selected_text(&self) -> Option<String> {
        let item = self.item()?;
        let (start, end) = self.selection()?;
        let (first, last) = (item.position(start.block?)?, item.position(end.block?)?);
        let mut counter = Counter::default();
        let mut lines = Vec::new();
        for (at, block) in item.minutes.iter().enumerate().take(last + 1) {
            let mark = counter.mark(block, self.style());
            if at < first {
                continue;
            }
            let from = if at == first { start.at } else { 0 };
            let to = if at == last { end.at } else { block.text.len() };
            let words = block.text.get(from..to)?;
            let mark = if from == 0 && first != last { mark.text() } else { "".into() };
            lines.push(if mark.is_empty() { words.to_owned() } else { format!("{mark} {words}") });
        }
        Some(lines.join("\n"))
    }

    /// Pastes: what stands on one line goes in at the cursor; more lines become paragraphs, each read for
    /// what it begins with. It is one undo step, and no word of it is lost.
    pub fn paste(&mut self, pasted: &str) {
        if pasted.len() > LITTLE && self.size_of_words() + size(pasted) > ROOM {
            return self.warn("That is more than minutes have room for (64 MB); nothing was pasted. Keep it as a file beside them.");
        }
        let unified =
            pasted.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], "\n");
        let lines: Vec<String> =
            unified.split('\n').map(text::tame).filter(|line| !line.trim().is_empty()).collect();
        match lines.as_slice() {
            [] => {}
            _ if self.writing.item.is_none() => self.warn(NO_ITEM),
            [line] if self.here().is_some_and(|(_, block)| !block.text.is_empty()) => {
                self.writing.typing = false;
                self.put(line);
                self.writing.typing = false;
            }
            _ => self.paste_paragraphs(&lines),
        }
    }

    /// What the words that were minuted take up in the record, in bytes, roughly.
    fn size_of_words(&self) -> usize {
        let blocks = self.meeting().items.iter().flat_map(|item| &item.minutes);
        blocks.map(|block| block.text.len() + BLOCK).sum()
    }

    fn paste_paragraphs(&mut self, lines: &[String]) {
        let Some(item) = self.writing.item else { return };
        self.delete_selection("Deleted the selection");
        let here = self.here().map(|(at, block)| (at, block.clone()));
        let mut caret = self.writing.caret;
        let mut lines = lines.iter().map(|line| line.trim());
        let mut edits = Vec::new();
        let mut tail = String::new();
        let mut above = here.as_ref().map(|(_, block)| block.clone());
        // What is pasted into a restricted paragraph is restricted, and so is the end of it that stands behind that then.
        let restricted = above.as_ref().is_some_and(|block| block.restricted);
        match &here {
            Some((_, block)) if caret.at > 0 => {
                tail = block.text.get(caret.at..).unwrap_or("").to_owned();
                edits.push(splice(item, block.id, caret.at, &tail, lines.next().unwrap_or("")));
            }
            Some((at, block)) if !block.text.is_empty() => {
                above = at.checked_sub(1).and_then(|at| self.item()?.minutes.get(at)).cloned();
            }
            _ => {}
        }
        for line in lines {
            let block = self.read_line(line, above.as_ref());
            let block = Block { restricted, ..block };
            let after = above.as_ref().map(|above| above.id.0);
            caret = Caret::new(block.id, block.text.len());
            above = Some(block.clone());
            edits.push(Edit::insert(after, Thing::Block(item, block)));
        }
        if let Some(block) = caret.block.filter(|_| !tail.is_empty()) {
            edits.push(splice(item, block, caret.at, "", &tail));
        }
        edits.extend(self.giving_way());
        if self.change_with_taking("Pasted", edits) {
            self.writing.place(caret);
        }
    }

    /// A pasted line as a block: what it begins with says what it is.
    fn read_line(&mut self, line: &str, above: Option<&Block>) -> Block {
        let plain = self.new_block(Kind::Paragraph, 0, line);
        match triggers::read(line, &plain, above, self.style()) {
            Some(found) => Block {
                kind: found.kind,
                level: found.level,
                text: line.get(found.strip..).unwrap_or("").to_owned(),
                ..plain
            },
            None => plain,
        }
    }
}
