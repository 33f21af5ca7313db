//! Recommendations on the desk: one key makes one a resolution of the item, and the same key again words it the other
//! way. How it is worded is known in [`crate::domain::resolving`].

use super::Desk;
use super::writing::Caret;
use crate::domain::agenda::Item;
use crate::domain::edit::{Edit, Thing};
use crate::domain::minutes::{Block, Kind};
use crate::domain::recommendation::Recommendation;
use crate::domain::resolving::Wording;

/// The blocks of a resolution as a recommendation gives them: level and words.
fn worded(advice: &Recommendation, wording: Wording) -> Vec<(u8, String)> {
    let (lead, parts) = advice.resolved(wording);
    std::iter::once((0, lead)).chain(parts.into_iter().map(|part| (1, part))).collect()
}

/// Where a resolution in these words stands in an item.
fn stands(item: &Item, words: &[(u8, String)]) -> Option<usize> {
    (0..item.minutes.len()).find(|at| {
        let blocks = item.minutes.get(*at..*at + words.len()).unwrap_or(&[]);
        blocks.len() == words.len()
            && blocks.iter().zip(words).all(|(block, (level, text))| {
                block.kind == Kind::Resolution && block.level == *level && block.text == *text
            })
    })
}

impl Desk {
    /// Whether the item on the desk has recommendations.
    #[must_use]
    pub fn has_recommendations(&self) -> bool {
        self.item().is_some_and(|item| !item.heading.recommendations.is_empty())
    }

    /// Makes the next recommendation of the item a resolution; if the cursor is in one that was made so, words it
    /// the other way.
    pub fn adopt_recommendation(&mut self) {
        if !self.reword() && !self.adopt_next() {
            self.say("Every recommendation of this item is in its minutes already.");
        }
    }

    /// Words the resolution with the cursor the other way, if it is a recommendation word for word.
    fn reword(&mut self) -> bool {
        let Some(item) = self.item().cloned() else { return false };
        let Some((here, _)) = self.here() else { return false };
        for advice in &item.heading.recommendations {
            for wording in [Wording::To, Wording::That] {
                let now = worded(advice, wording);
                let Some(at) = stands(&item, &now).filter(|at| (*at..*at + now.len()).contains(&here)) else {
                    continue;
                };
                let then = worded(advice, wording.other());
                if then == now {
                    self.say("This recommendation cannot be worded otherwise.");
                } else {
                    self.replace_words(&item, at, &then);
                }
                return true;
            }
        }
        false
    }

    fn replace_words(&mut self, item: &Item, at: usize, words: &[(u8, String)]) {
        let blocks = item.minutes.iter().skip(at).zip(words);
        let edits = blocks.map(|(block, (_, text))| Edit::Splice {
            item: item.id,
            block: block.id,
            at: 0,
            out: block.text.clone(),
            put: text.clone(),
        });
        let last = item.minutes.get(at + words.len() - 1).map(|block| block.id).zip(words.last());
        if self.change("Worded the resolution the other way", edits.collect())
            && let Some((block, (_, text))) = last
        {
            self.writing.place(Caret::new(block, text.len()));
        }
    }

    /// Puts the first recommendation that is not in the minutes yet below the cursor.
    fn adopt_next(&mut self) -> bool {
        let Some(words) = self.next_advice().map(|advice| worded(advice, self.usual_wording())) else {
            return false;
        };
        let blocks: Vec<Block> =
            words.iter().map(|(level, text)| self.new_block(Kind::Resolution, *level, text)).collect();
        if self.put_below("Adopted the recommendation", blocks) {
            let more = if self.next_advice().is_some() { "; on a new line it adopts the next" } else { "" };
            self.say(format!("Adopted the recommendation; the same key again words it the other way{more}."));
        }
        true
    }

    /// Puts blocks below the cursor as one change, and the cursor at their end. An empty paragraph gives way to them: the
    /// clerk has begun it for them. Returns whether they could be put there.
    pub(super) fn put_below(&mut self, label: &str, blocks: Vec<Block>) -> bool {
        let Some(item) = self.writing.item else { return false };
        let mut after = self.here().map(|(_, block)| block.id.0);
        let mut edits: Vec<Edit> = self.taking().into_iter().collect();
        let caret = blocks.last().map(|block| Caret::new(block.id, block.text.len()));
        for block in blocks {
            let id = block.id.0;
            let block = self.in_its_place(block);
            edits.push(Edit::insert(after, Thing::Block(item, block)));
            after = Some(id);
        }
        edits.extend(self.giving_way());
        let put = self.change(label, edits);
        if let Some(caret) = caret.filter(|_| put) {
            self.writing.place(caret);
        }
        put
    }

    /// The first recommendation of the item on the desk that is not in its minutes, in either form.
    fn next_advice(&self) -> Option<&Recommendation> {
        let item = self.item()?;
        let stands_in = |advice: &Recommendation, form| stands(item, &worded(advice, form)).is_some();
        let is_there =
            |advice: &Recommendation| stands_in(advice, Wording::To) || stands_in(advice, Wording::That);
        item.heading.recommendations.iter().find(|advice| !is_there(advice))
    }

    /// The wording of the last resolution in the record, which is that of the house.
    fn usual_wording(&self) -> Wording {
        let blocks = self.meeting().items.iter().flat_map(|item| &item.minutes);
        let resolved = blocks.filter(|block| block.kind == Kind::Resolution && block.level == 0);
        resolved.filter_map(|block| Wording::of(&block.text)).next_back().unwrap_or_default()
    }
}
