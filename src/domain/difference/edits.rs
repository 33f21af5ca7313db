//! The edits that lead from one state of a record to another, in an order in which none is refused: what others
//! speak of comes first and goes last.

use crate::domain::apply::Listed;
use crate::domain::edit::{Edit, Moved, Thing};
use crate::domain::id::ItemId;
use crate::domain::meeting::{Course, Head, Meeting};
use crate::domain::minutes::Block;
use std::collections::{HashMap, HashSet};

/// The edits that make `b` of `a`, every id kept.
///
/// They are refused where any change of `a` would be (it is sealed), or if `b` does not hold together.
#[must_use]
pub fn edits_between(a: &Meeting, b: &Meeting) -> Vec<Edit> {
    let ((old_head, old_course), (head, course)) = (every_field(a), every_field(b));
    let mut path = Path { now: a.clone(), edits: Vec::new() };
    let kept: Vec<ItemId> =
        b.items.iter().map(|item| item.id).filter(|item| a.item(*item).is_some()).collect();
    SORTS.iter().for_each(|sort| (sort.bring)(&mut path, b));
    kept.iter().for_each(|item| path.bring(b, &blocks(*item)));
    path.replace(Thing::Head(old_head.clone()), Thing::Head(head.clone()));
    kept.iter().for_each(|item| path.settle_item(b, *item));
    SORTS.iter().for_each(|sort| (sort.settle)(&mut path, b));
    kept.iter().for_each(|item| path.clear(b, &blocks(*item)));
    SORTS.iter().rev().for_each(|sort| (sort.clear)(&mut path, b));
    // Last of all how the meeting went: a sealed record takes no more edits.
    path.replace(Thing::Course(old_course.clone()), Thing::Course(course.clone()));
    path.edits
}

/// Every field of a record is named here, so that whoever adds one is led to this file.
fn every_field(meeting: &Meeting) -> (&Head, &Course) {
    let Meeting {
        head,
        course,
        people: _,
        attendance: _,
        apologies: _,
        declarations: _,
        parts: _,
        breaks: _,
        items: _,
        parked: _,
        left_over: _,
        paper: _,
        remarks: _,
        settled: _,
        corrections: _,
    } = meeting;
    (head, course)
}

/// One list of the record.
struct List<T> {
    /// The item that it is in; no matter for the lists of the meeting itself.
    item: ItemId,
    get: fn(&Meeting, ItemId) -> &[T],
    /// What one of its things is called in an edit.
    thing: fn(ItemId, T) -> Thing,
    /// What it is called in a move, where one edit can do that.
    moved: Option<fn(ItemId, &T) -> Moved>,
}

/// What is to be done with one list of the record: to bring in and put in order, to settle what reads
/// differently, and to clear out.
struct Sort {
    bring: fn(&mut Path, &Meeting),
    settle: fn(&mut Path, &Meeting),
    clear: fn(&mut Path, &Meeting),
}

macro_rules! sort {
    ($list:expr) => {
        Sort {
            bring: |path, b| path.bring(b, &$list),
            settle: |path, b| path.settle(b, &$list),
            clear: |path, b| path.clear(b, &$list),
        }
    };
    ($field:ident, $thing:path) => {
        sort!(List {
            item: ItemId(0),
            get: |meeting, _| &meeting.$field,
            thing: |_, it| $thing(it),
            moved: None
        })
    };
    ($field:ident, $thing:path, $moved:path) => {
        sort!(List {
            item: ItemId(0),
            get: |meeting, _| &meeting.$field,
            thing: |_, it| $thing(it),
            moved: Some(|_, it| $moved(it.id)),
        })
    };
}

/// Every list of the record; each speaks only of things in the lists before it.
static SORTS: [Sort; 13] = [
    sort!(parts, Thing::Part, Moved::Part),
    sort!(people, Thing::Person, Moved::Person),
    // What is in an item is settled by its heading and its blocks.
    Sort { settle: |_, _| {}, ..sort!(items, Thing::Item, Moved::Item) },
    sort!(breaks, Thing::Break),
    sort!(attendance, Thing::Movement),
    sort!(apologies, Thing::Apology),
    sort!(declarations, Thing::Declaration),
    sort!(parked, Thing::Thought),
    sort!(left_over, Thing::LeftOver),
    sort!(paper, Thing::Line),
    sort!(remarks, Thing::Remark),
    sort!(settled, Thing::Settled),
    sort!(corrections, Thing::Correction),
];

/// The blocks of an item.
fn blocks(item: ItemId) -> List<Block> {
    List {
        item,
        get: |meeting, item| meeting.item(item).map_or(&[], |item| &item.minutes),
        thing: Thing::Block,
        moved: Some(|item, block| Moved::Block(item, block.id)),
    }
}

/// The way from one state to the other, as far as it has been gone.
struct Path {
    now: Meeting,
    edits: Vec<Edit>,
}

impl Path {
    fn step(&mut self, edit: Edit) {
        if !edit.is_nothing() {
            // What is refused here is refused to whoever enters it, too, and that is where it is said.
            let _ = self.now.apply(&edit);
            self.edits.push(edit);
        }
    }

    fn replace(&mut self, old: Thing, new: Thing) {
        self.step(Edit::replace(old, new));
    }

    /// The id before the thing at this place.
    fn before<T: Listed>(&self, list: &List<T>, id: u32) -> Option<u32> {
        let now = (list.get)(&self.now, list.item);
        let at = now.iter().position(|thing| thing.id() == id)?;
        now.get(at.checked_sub(1)?).map(Listed::id)
    }

    /// Brings in what is new, and everything into its order. What is to go stands among it still.
    fn bring<T: Listed>(&mut self, b: &Meeting, list: &List<T>) {
        let staying = staying((list.get)(&self.now, list.item), (list.get)(b, list.item));
        let mut after = None;
        for thing in (list.get)(b, list.item) {
            let id = thing.id();
            let now = (list.get)(&self.now, list.item).iter().find(|now| now.id() == id).cloned();
            match now {
                None => self.step(Edit::insert(after, (list.thing)(list.item, thing.clone()))),
                Some(now) if !staying.contains(&id) => self.shift(list, now, after),
                Some(_) => {}
            }
            after = Some(id);
        }
    }

    fn shift<T: Listed>(&mut self, list: &List<T>, thing: T, to: Option<u32>) {
        let from = self.before(list, thing.id());
        if from == to {
            return;
        }
        if let Some(moved) = list.moved {
            return self.step(Edit::Move { what: moved(list.item, &thing), from, to });
        }
        self.step(Edit::remove(from, (list.thing)(list.item, thing.clone())));
        self.step(Edit::insert(to, (list.thing)(list.item, thing)));
    }

    /// Makes what is there read as it shall.
    fn settle<T: Listed>(&mut self, b: &Meeting, list: &List<T>) {
        for thing in (list.get)(b, list.item) {
            let now = (list.get)(&self.now, list.item).iter().find(|now| now.id() == thing.id()).cloned();
            if let Some(now) = now {
                let [old, new] = [now, thing.clone()].map(|thing| (list.thing)(list.item, thing));
                self.replace(old, new);
            }
        }
    }

    /// Makes an item and its blocks read as they shall. Where only words differ only words are changed.
    fn settle_item(&mut self, b: &Meeting, item: ItemId) {
        let (Some(now), Some(then)) = (self.now.item(item).cloned(), b.item(item)) else { return };
        self.replace(Thing::Heading(item, now.heading), Thing::Heading(item, then.heading.clone()));
        for new in &then.minutes {
            let Some(old) = self.now.block(item, new.id).cloned() else { continue };
            if (Block { text: new.text.clone(), ..old.clone() }) == *new {
                let (at, out, put) = differing(&old.text, &new.text);
                let (out, put) = (out.to_owned(), put.to_owned());
                self.step(Edit::Splice { item, block: new.id, at, out, put });
            } else {
                self.replace(Thing::Block(item, old), Thing::Block(item, new.clone()));
            }
        }
    }

    /// Takes out what is there no longer.
    fn clear<T: Listed>(&mut self, b: &Meeting, list: &List<T>) {
        let staying: HashSet<u32> = (list.get)(b, list.item).iter().map(Listed::id).collect();
        let now = (list.get)(&self.now, list.item).iter();
        for thing in now.filter(|thing| !staying.contains(&thing.id())).cloned().collect::<Vec<T>>() {
            let after = self.before(list, thing.id());
            self.step(Edit::remove(after, (list.thing)(list.item, thing)));
        }
    }
}

/// Of the things in both lists, as many as can stay where they are: the longest run that is in order in both.
pub(super) fn staying<T: Listed>(now: &[T], then: &[T]) -> HashSet<u32> {
    let places: HashMap<u32, usize> = now.iter().enumerate().map(|(at, thing)| (thing.id(), at)).collect();
    // For each thing its place now, and the thing before it in the longest run that ends with it; `ends` has
    // the thing with which the best run of each length ends.
    let run: Vec<(u32, usize)> =
        then.iter().filter_map(|thing| Some((thing.id(), *places.get(&thing.id())?))).collect();
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    for (at, (_, place)) in run.iter().enumerate() {
        let length = ends.partition_point(|end| run.get(*end).is_some_and(|(_, other)| other < place));
        before.push(length.checked_sub(1).and_then(|last| ends.get(last)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let last = ends.last().copied();
    let back = std::iter::successors(last, |at| before.get(*at).copied().flatten());
    back.filter_map(|at| run.get(at).map(|(id, _)| *id)).collect()
}

/// Where two texts differ: from which byte on, and what stands there in each.
fn differing<'a>(old: &'a str, new: &'a str) -> (usize, &'a str, &'a str) {
    let same = old.chars().zip(new.chars()).take_while(|(old, new)| old == new);
    let at: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    let (old, new) = (old.get(at..).unwrap_or(""), new.get(at..).unwrap_or(""));
    let same = old.chars().rev().zip(new.chars().rev()).take_while(|(old, new)| old == new);
    let end: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    let cut = |text: &'a str| text.get(..text.len() - end).unwrap_or("");
    (at, cut(old), cut(new))
}
