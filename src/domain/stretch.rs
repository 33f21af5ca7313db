//! Many edits at once: the same as one after the other, but a stretch of paragraphs that is put in or taken out
//! is put in or taken out in one go. A long paste, taking it back, and reading it back from the journal would
//! otherwise look through all the paragraphs for each of them. The outcome, refusals too,
//! is that of [`Meeting::apply`] for each.

use super::apply::position_after;
use super::edit::{Edit, EditError, Thing};
use super::id::ItemId;
use super::meeting::{Meeting, Status};
use super::minutes::Block;
use std::collections::HashSet;

/// Fewer paragraphs than this are as quick one by one.
const WORTH_IT: usize = 8;

/// One edit of a stretch.
struct Step<'a> {
    item: ItemId,
    after: Option<u32>,
    block: &'a Block,
    thing: &'a Thing,
}

/// How one edit of a stretch follows another.
#[derive(Clone, Copy)]
enum Way {
    /// Each at the place of the one before.
    Same,
    /// Each put in behind the one before.
    Onward,
    /// Each taken out in front of the one before.
    Backward,
}

impl Meeting {
    /// Applies edits one after the other; if one is refused, takes those before it back.
    ///
    /// # Errors
    /// Why the first that was refused was: see [`Meeting::apply`].
    pub fn apply_all(&mut self, edits: &[Edit]) -> Result<(), EditError> {
        let mut done = 0;
        while let Some(rest @ [first, ..]) = edits.get(done..) {
            let many = self.apply_stretch(rest);
            if many == 0
                && let Err(refused) = self.apply(first)
            {
                let back: Vec<Edit> = edits.iter().take(done).rev().map(Edit::inverse).collect();
                // What has just been applied can be taken back: that is the law of edits.
                let _ = self.apply_all(&back);
                return Err(refused);
            }
            done += many.max(1);
        }
        Ok(())
    }

    /// Applies the stretch at the beginning of these edits, as far as nothing in it is refused. Returns how many
    /// edits that were; none where there is no stretch.
    fn apply_stretch(&mut self, edits: &[Edit]) -> usize {
        if self.course.status == Status::Sealed {
            return 0;
        }
        for way in [Way::Onward, Way::Same] {
            let steps = stretch(edits, put, way);
            if steps.len() >= WORTH_IT {
                return self.put_in(&steps, way).unwrap_or(0);
            }
        }
        for way in [Way::Same, Way::Backward] {
            let steps = stretch(edits, taken, way);
            if steps.len() >= WORTH_IT {
                return self.take_out(&steps, way).unwrap_or(0);
            }
        }
        0
    }

    fn put_in(&mut self, steps: &[Step<'_>], way: Way) -> Option<usize> {
        let first = steps.first()?;
        let sound = steps.iter().take_while(|step| self.holds_together(step.thing).is_ok()).count();
        let list = self.minutes_of(first.item).ok()?;
        let at = position_after(list, first.after).ok()?;
        let mut ids: HashSet<u32> = list.iter().map(|block| block.id.0).collect();
        let fresh = steps.iter().take(sound).take_while(|step| ids.insert(step.block.id.0));
        let mut blocks: Vec<Block> = fresh.map(|step| step.block.clone()).collect();
        let many = blocks.len();
        if matches!(way, Way::Same) {
            blocks.reverse();
        }
        list.splice(at..at, blocks);
        Some(many)
    }

    fn take_out(&mut self, steps: &[Step<'_>], way: Way) -> Option<usize> {
        let first = steps.first()?;
        let free = steps.iter().take_while(|step| !self.is_in_use(step.thing)).count();
        let list = self.minutes_of(first.item).ok()?;
        let at = position_after(list, first.after).ok()?;
        let place = |nth: usize| match way {
            Way::Backward => at.checked_sub(nth),
            _ => Some(at + nth),
        };
        let before = |place: usize| place.checked_sub(1).and_then(|at| list.get(at)).map(|block| block.id.0);
        let fits = |(nth, step): &(usize, &Step<'_>)| {
            let place = place(*nth);
            let stands = place.and_then(|place| list.get(place)) == Some(step.block);
            stands && (matches!(way, Way::Same) || place.and_then(before) == step.after)
        };
        let many = steps.iter().take(free).enumerate().take_while(fits).count();
        let from = if matches!(way, Way::Backward) { (at + 1).saturating_sub(many) } else { at };
        if many > 0 {
            list.drain(from..from + many);
        }
        Some(many)
    }
}

/// The edits at the beginning that follow each other in one item and in one way.
fn stretch<'a>(edits: &'a [Edit], step: fn(&'a Edit) -> Option<Step<'a>>, way: Way) -> Vec<Step<'a>> {
    let mut steps: Vec<Step<'a>> = Vec::new();
    for next in edits.iter().map_while(step) {
        let follows = steps.last().is_none_or(|last| {
            last.item == next.item
                && match way {
                    Way::Same => last.after == next.after,
                    Way::Onward => next.after == Some(last.block.id.0),
                    Way::Backward => last.after == Some(next.block.id.0),
                }
        });
        if !follows {
            break;
        }
        steps.push(next);
    }
    steps
}

fn put(edit: &Edit) -> Option<Step<'_>> {
    let Edit::Insert { after, thing } = edit else { return None };
    step(*after, thing)
}

fn taken(edit: &Edit) -> Option<Step<'_>> {
    let Edit::Remove { after, thing } = edit else { return None };
    step(*after, thing)
}

fn step(after: Option<u32>, thing: &Thing) -> Option<Step<'_>> {
    let Thing::Block(item, block) = thing else { return None };
    Some(Step { item: *item, after, block, thing })
}
