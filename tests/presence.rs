//! The laws of presence: whatever the log says, everybody was there or was not, at every item and at every
//! block, and a meeting walked through minute by minute gives the same answer.

use crate::draws::draws;
use minutebook::domain::agenda::{Heading, Item};
use minutebook::domain::id::{BlockId, ItemId, MovementId, PersonId};
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::Block;
use minutebook::domain::people::{Apology, Membership, Move, Movement, Person, Standing};
use minutebook::domain::presence::Presence;
use proptest::prelude::*;
use std::collections::BTreeSet;

const PEOPLE: u32 = 4;
const ITEMS: u32 = 4;
const BLOCKS: u32 = 3;

/// What somebody did at an item, after so many of its blocks had been minuted.
type Step = (u32, usize, u32);

/// The items in the order in which they were taken, and what happened at each of them.
fn meetings() -> impl Strategy<Value = (Vec<u32>, Vec<Vec<Step>>, Vec<Option<Move>>)> {
    let order = Just((0..ITEMS).collect::<Vec<u32>>()).prop_shuffle();
    let step = (0..PEOPLE, 0..Move::ALL.len(), 0..=BLOCKS);
    let steps = prop::collection::vec(prop::collection::vec(step, 0..5), ITEMS as usize);
    let call = prop_oneof![Just(None), Just(Some(Move::Present)), Just(Some(Move::Absent))];
    (order, steps, prop::collection::vec(call, PEOPLE as usize))
}

fn block(item: u32, nth: u32) -> BlockId {
    BlockId(1000 + item * 10 + nth)
}

/// The meeting in which all that happened, with the log in the order of events.
fn meeting(order: &[u32], steps: &[Vec<Step>], call: &[Option<Move>]) -> Meeting {
    let item = |at: u32| Item {
        id: ItemId(100 + at),
        heading: Heading {
            taken: order.iter().position(|taken| *taken == at).map(|nth| nth as u32 + 1),
            ..Heading::default()
        },
        minutes: (0..BLOCKS).map(|nth| Block::paragraph(block(at, nth), "words")).collect(),
    };
    let mut ids = 5000..;
    let mut moved = |person, what| Movement::new(MovementId(ids.next().unwrap()), PersonId(person), what);
    let mut attendance = Vec::new();
    for (person, what) in call.iter().enumerate() {
        attendance.extend(what.map(|what| moved(person as u32, what)));
    }
    for (at, steps) in order.iter().zip(steps) {
        let mut steps = steps.clone();
        steps.sort_by_key(|(_, _, after)| *after);
        for (person, what, after) in steps {
            attendance.push(Movement {
                item: Some(ItemId(100 + at)),
                after: after.checked_sub(1).map(|nth| block(*at, nth)),
                // With neither a block before it nor a time, a movement would be told at the end.
                at: chrono::NaiveTime::from_hms_opt(9, 0, 0),
                ..moved(person, Move::ALL[what])
            });
        }
    }
    let mut meeting = Meeting {
        people: (0..PEOPLE).map(|id| Person::new(PersonId(id), format!("Cllr {id}"))).collect(),
        attendance,
        items: (0..ITEMS).map(item).collect(),
        ..Meeting::default()
    };
    for item in &mut meeting.items {
        for block in &mut item.minutes {
            block.begun = chrono::NaiveDate::from_ymd_opt(2026, 3, 12).unwrap().and_hms_opt(10, 0, 0);
        }
    }
    meeting
}

proptest! {
    #![proptest_config(draws(256))]

    #[test]
    fn present_and_absent_at_an_item_make_up_the_roster((order, steps, call) in meetings()) {
        let meeting = meeting(&order, &steps, &call);
        for item in &meeting.items {
            let roster = meeting.roster_at(item.id);
            let all = [&roster.throughout, &roster.partly, &roster.absent];
            let ids: Vec<PersonId> = all.into_iter().flatten().map(|person| person.id).collect();
            let once: BTreeSet<PersonId> = ids.iter().copied().collect();
            prop_assert_eq!(ids.len(), meeting.people.len());
            prop_assert_eq!(once.len(), ids.len(), "nobody is in two states");
        }
    }

    #[test]
    fn presence_is_what_a_walk_through_the_meeting_sees((order, steps, call) in meetings()) {
        let meeting = meeting(&order, &steps, &call);
        let mut inside: Vec<bool> = call.iter().map(|what| what.is_some_and(Move::is_in)).collect();
        for (at, steps) in order.iter().zip(&steps) {
            let item = ItemId(100 + at);
            let before = inside.clone();
            let mut seen = inside.clone();
            let mut moved = vec![false; PEOPLE as usize];
            let mut steps = steps.clone();
            steps.sort_by_key(|(_, _, after)| *after);
            for nth in 0..=BLOCKS {
                for (person, what, _) in steps.iter().filter(|(_, _, after)| *after == nth) {
                    let person = *person as usize;
                    inside[person] = Move::ALL[*what].is_in();
                    seen[person] |= inside[person];
                    moved[person] = true;
                }
                if nth < BLOCKS {
                    for person in 0..PEOPLE {
                        let is_in = meeting.is_in_at(PersonId(person), item, block(*at, nth));
                        prop_assert_eq!(is_in, inside[person as usize], "person {} at block {}", person, nth);
                    }
                }
            }
            for person in 0..PEOPLE as usize {
                let expected = match (before[person], moved[person], seen[person]) {
                    (true, false, _) => Presence::Throughout,
                    (_, _, true) => Presence::Partly,
                    (_, _, false) => Presence::Absent,
                };
                prop_assert_eq!(meeting.presence_at(PersonId(person as u32), item), expected);
            }
        }
        let there = (0..PEOPLE).filter(|person| meeting.standing(PersonId(*person)) == Standing::In).count();
        prop_assert_eq!(there, inside.iter().filter(|inside| **inside).count());
        prop_assert_eq!(there, meeting.members_in());
    }

    #[test]
    fn everybody_has_one_standing((order, steps, call) in meetings(), sent in 0..PEOPLE) {
        let mut meeting = meeting(&order, &steps, &call);
        let id = minutebook::domain::id::ApologyId(9000);
        meeting.apologies.push(Apology { id, person: PersonId(sent), substitute: None });
        for person in &meeting.people {
            let came = meeting.attended(person.id);
            match meeting.standing(person.id) {
                Standing::In | Standing::Out => prop_assert!(came),
                Standing::Apologies => prop_assert!(!came && person.id == PersonId(sent)),
                Standing::Absent | Standing::Unmarked => prop_assert!(!came),
            }
        }
    }
}

#[test]
fn nobody_who_does_not_sit_is_counted_among_the_members() {
    let mut meeting = meeting(&[0, 1, 2, 3], &[], &[Some(Move::Present); 4]);
    assert_eq!(meeting.members_in(), 4);
    meeting.people[0].membership = Membership::Officer;
    meeting.people[1].membership = Membership::Substitute;
    assert_eq!(meeting.members_in(), 3);
}
