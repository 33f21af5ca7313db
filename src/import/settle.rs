//! What can be settled only when a whole paper is read: which numbers are labels and which are those of minutes, what is
//! restricted, when the meeting was opened and closed, who came late, and which items a declaration is about. Knows
//! the record, and of the paper only what its sentences said.

use super::declared::Declared;
use super::happened::Turned;
use crate::domain::agenda::{Heading, Item};
use crate::domain::id::{BlockId, DeclarationId, ItemId, PersonId};
use crate::domain::meeting::{Meeting, Moment, Status, Turn};
use crate::domain::people::{Declaration, Move};

/// Takes the label that an item has on the agenda. The number before its title is then that of the minute.
pub(super) fn refer(heading: &mut Heading, label: &str) {
    if label.is_empty() {
        return;
    }
    if heading.label.is_empty() {
        label.clone_into(&mut heading.label);
    } else if let Ok(number) = heading.label.parse() {
        heading.number = Some(number);
        label.clone_into(&mut heading.label);
    } else {
        heading.text.push(format!("Item {label}"));
    }
}

/// Where some items have a label beside their number, the numbers of the others are those of minutes, too.
pub(super) fn number(meeting: &mut Meeting) {
    if meeting.items.iter().all(|item| item.heading.number.is_none()) {
        return;
    }
    for heading in meeting.items.iter_mut().map(|item| &mut item.heading).filter(|one| one.number.is_none()) {
        if let Ok(number) = heading.label.parse() {
            heading.number = Some(number);
            heading.label.clear();
        }
    }
    meeting.head.numbering.first = meeting.items.iter().find_map(|item| item.heading.number);
}

/// An interruption that a sentence told, with the place of the sentence.
pub(super) type Interrupted = (Vec<Turned>, (ItemId, BlockId));

/// Records when the meeting was opened, interrupted and closed, as far as its day is known.
pub(super) fn course(meeting: &mut Meeting, turned: &[Turned], interrupted: Vec<Interrupted>) {
    let Some(day) = meeting.head.date else { return };
    let moment = |told: &Turned| Moment::new(told.turn, told.on.unwrap_or(day).and_time(told.at));
    let of = |turn| turned.iter().find(move |told| told.turn == turn).map(moment);
    let mut moments: Vec<Moment> = of(Turn::Opened).into_iter().collect();
    moments.extend(interruptions(meeting, turned, interrupted, moment));
    moments.extend(of(Turn::Closed));
    if !moments.is_empty() {
        meeting.course.status = Status::Closed;
    }
    meeting.course.moments.extend(moments);
}

/// The interruptions in the order of time, in which items may not have been taken. What is told before or after all business
/// has no place in it.
fn interruptions(
    meeting: &mut Meeting,
    turned: &[Turned],
    interrupted: Vec<Interrupted>,
    moment: impl Fn(&Turned) -> Moment,
) -> Vec<Moment> {
    let beside = turned.iter().filter(|told| matches!(told.turn, Turn::Adjourned | Turn::Resumed));
    let mut found: Vec<Moment> = beside.map(&moment).collect();
    for (told, at) in interrupted {
        if let Some(after) = interrupted_after(meeting, at) {
            found.extend(told.iter().map(|told| Moment { after, ..moment(told) }));
            take_out(meeting, Some(at));
        }
    }
    found.sort_by_key(|moment| moment.at);
    found
}

/// After which block the meeting was interrupted. A sentence that stands first under its item follows none, and stays where
/// it is; under the last item it is where what has no place of its own is told.
fn interrupted_after(meeting: &Meeting, (item, block): (ItemId, BlockId)) -> Option<Option<BlockId>> {
    let position = meeting.item(item)?.position(block)?;
    let before = position.checked_sub(1).and_then(|at| meeting.item(item)?.minutes.get(at));
    let is_last = meeting.items.last().is_some_and(|last| last.id == item && last.minutes.len() == 1);
    (before.is_some() || is_last).then(|| before.map(|block| block.id))
}

/// Somebody who came late is listed with those present, and was not there when the roll was called.
pub(super) fn latecomers(meeting: &mut Meeting) {
    let came =
        |person: PersonId| meeting.movements_of(person).nth(1).is_some_and(|one| one.what == Move::Arrived);
    let late: Vec<PersonId> = meeting.people.iter().map(|person| person.id).filter(|id| came(*id)).collect();
    meeting.attendance.retain(|one| !(one.what == Move::Present && late.contains(&one.person)));
}

/// A declaration that a sentence told.
pub(super) struct Told {
    pub id: DeclarationId,
    pub person: PersonId,
    pub declared: Declared,
    /// Where the sentence stands among the minutes, unless it stands before all items.
    pub at: Option<(ItemId, BlockId)>,
}

impl Told {
    /// As it is recorded while nothing is known of its items.
    pub fn recorded(self) -> Declaration {
        let Declared { kind, nature, conduct, .. } = self.declared;
        Declaration { kind, nature, conduct, ..Declaration::new(self.id, self.person) }
    }

    /// Whether a declaration that is recorded is this one.
    fn is(&self, known: &Declaration) -> bool {
        let Declared { kind, nature, .. } = &self.declared;
        known.person == self.person && known.kind == *kind && known.nature == *nature
    }
}

/// Records declarations. A sentence that is understood to its end is no minute any more; any other stays one, and its
/// declaration is not recorded. What is told again at an item says that the declaration is about it.
pub(super) fn declarations(meeting: &mut Meeting, told: Vec<Told>) -> Vec<Told> {
    let (at_items, whole): (Vec<_>, Vec<_>) =
        told.into_iter().partition(|told| told.declared.items.is_none());
    let mut left = Vec::new();
    left.extend(whole.into_iter().filter_map(|told| declared(meeting, told)));
    left.extend(at_items.into_iter().filter_map(|told| declared_about(meeting, told)));
    left
}

/// Records a declaration, once. Gives it back if an item that it speaks of is not known.
fn declared(meeting: &mut Meeting, told: Told) -> Option<Told> {
    let Some((items, during)) = items(meeting, &told.declared) else { return Some(told) };
    take_out(meeting, told.at);
    if !meeting.declarations.iter().any(|known| told.is(known)) {
        meeting.declarations.push(Declaration { items, during, ..told.recorded() });
    }
    None
}

/// Notes that a declaration is about the item at which it is told again. Gives it back if there is no such declaration.
fn declared_about(meeting: &mut Meeting, told: Told) -> Option<Told> {
    let is_it = |known: &&mut Declaration| told.is(known) && known.conduct == told.declared.conduct;
    let Some((known, (item, _))) = meeting.declarations.iter_mut().find(is_it).zip(told.at) else {
        return Some(told);
    };
    if !known.items.contains(&item) {
        known.items.push(item);
    }
    take_out(meeting, told.at);
    None
}

/// The items that a declaration speaks of; none if one of them is not known.
fn items(meeting: &Meeting, declared: &Declared) -> Option<(Vec<ItemId>, Option<ItemId>)> {
    let find = |called: &String| {
        let is_it =
            |item: &&Item| item.heading.label == *called || item.heading.title.eq_ignore_ascii_case(called);
        meeting.items.iter().find(is_it).map(|item| item.id)
    };
    let items: Option<Vec<ItemId>> = declared.items.as_ref()?.iter().map(find).collect();
    let during = declared.during.as_ref().map(find);
    Some((items?, if let Some(during) = during { Some(during?) } else { None }))
}

/// Takes a block out. Who came or went after it did so after the one before.
fn take_out(meeting: &mut Meeting, at: Option<(ItemId, BlockId)>) {
    let Some((item, block)) = at else { return };
    let Some(item) = meeting.items.iter_mut().find(|known| known.id == item) else { return };
    let Some(position) = item.position(block) else { return };
    item.minutes.remove(position);
    let before = position.checked_sub(1).and_then(|at| item.minutes.get(at)).map(|block| block.id);
    for movement in meeting.attendance.iter_mut().filter(|movement| movement.after == Some(block)) {
        movement.after = before;
    }
}
