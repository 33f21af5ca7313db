//! Two states of one record: the edits between them lead there, and what differs can be read.

use crate::draws::draws;
use crate::laws::{deeds, edit, start};
use crate::stage::Stage;
use minutebook::domain::difference::{Difference, edits_between};
use minutebook::domain::edit::Edit;
use minutebook::domain::id::ItemId;
use minutebook::domain::meeting::{Meeting, Status};
use minutebook::session::{Change, Entry, Session};
use proptest::prelude::*;

/// What random deeds make of a record. Ids of new things are drawn from `new` on.
fn after(mut meeting: Meeting, deeds: &[crate::laws::Deed], mut new: u32) -> Meeting {
    for deed in deeds {
        new += 1;
        if let Some(edit) = edit(&meeting, deed, new) {
            let _ = meeting.apply(&edit);
        }
    }
    meeting
}

/// Enters the edits as one change, and takes it back.
fn there_and_back(a: &Meeting, b: &Meeting) -> (Meeting, Meeting) {
    let mut session = Session::new(a.clone(), 0);
    session.enter(Entry::Did(Change::new("Went there", edits_between(a, b)))).unwrap();
    let there = session.meeting().clone();
    session.enter(Entry::Undid).unwrap();
    (there, session.meeting().clone())
}

proptest! {
    #![proptest_config(draws(64))]

    #[test]
    fn the_edits_between_two_states_lead_from_one_to_the_other(
        before in deeds(), left in deeds(), right in deeds(), same_ids in any::<bool>(),
    ) {
        let common = after(start(), &before, 100);
        let a = after(common.clone(), &left, 1000);
        let b = after(common, &right, if same_ids { 1000 } else { 2000 });
        let (there, back) = there_and_back(&a, &b);
        prop_assert_eq!(&there, &b);
        prop_assert_eq!(&back, &a, "and it is one change, which can be taken back");
        prop_assert!(edits_between(&a, &a).is_empty());
        prop_assert!(Difference::between(&a, &a).is_empty());
        // What cannot be seen in the difference is at most a paragraph without words.
        let (mut a, mut b) = (a, b);
        if Difference::between(&a, &b).is_empty() {
            for item in a.items.iter_mut().chain(&mut b.items) {
                item.minutes.retain(|block| !block.text.is_empty());
            }
            prop_assert_eq!(a, b);
        }
    }

    #[test]
    fn lists_in_any_order_are_put_in_order_with_few_moves(order in Just((0..9usize).collect::<Vec<_>>()).prop_shuffle()) {
        let a = crate::stage::meeting();
        let mut b = a.clone();
        b.items = order.iter().filter_map(|at| a.items.get(*at).cloned()).collect();
        b.people = order.iter().filter_map(|at| a.people.get(*at).cloned()).collect();
        b.parts = order.iter().filter_map(|at| a.parts.get(*at).cloned()).collect();
        let edits = edits_between(&a, &b);
        prop_assert!(edits.iter().all(|edit| matches!(edit, Edit::Move { .. })), "{edits:?}");
        prop_assert!(edits.len() <= a.items.len() + a.people.len() + a.parts.len() - 3);
        prop_assert_eq!(there_and_back(&a, &b).0, b);
    }
}

#[test]
fn where_only_words_differ_only_words_are_changed() {
    let a = Stage::new().play("Members noted the report.");
    let b = Stage::with(a.meeting().clone()).play("<home><ctrl-right>all ");
    let edits = edits_between(a.meeting(), b.meeting());
    let [Edit::Splice { out, put, .. }] = &edits[..] else { panic!("{edits:?}") };
    assert_eq!((out.as_str(), put.as_str()), ("", "all "));
}

#[test]
fn a_record_can_be_sealed_by_the_edits_but_not_unsealed() {
    let a = Stage::new().play("Members noted the report.").meeting().clone();
    let mut b = a.clone();
    b.course.status = Status::Sealed;
    b.items[0].minutes.clear();
    assert_eq!(there_and_back_sealed(&a, &b), Some(b.clone()));
    assert_eq!(there_and_back_sealed(&b, &a), None);
}

fn there_and_back_sealed(a: &Meeting, b: &Meeting) -> Option<Meeting> {
    let mut session = Session::new(a.clone(), 0);
    session.enter(Entry::Did(Change::new("Went there", edits_between(a, b)))).ok()?;
    Some(session.meeting().clone())
}

/// A difference as text.
pub fn read(difference: &Difference) -> String {
    let section = |section: &minutebook::domain::difference::Section| {
        let lines: String = section.lines.iter().map(|line| format!("  {line}\n")).collect();
        format!("{}{}\n{lines}", section.title, if section.restricted { " (restricted)" } else { "" })
    };
    difference.sections.iter().map(section).collect()
}

#[test]
fn a_difference_reads_as_a_clerk_would_tell_it() {
    let before = Stage::new()
        .play("Members noted the report on dredging.<enter>The works begin in May.<enter>Old words.")
        .play("<f2><enter><esc>");
    let after = Stage::with(before.meeting().clone());
    let after = after
        .play("<ctrl-home><end><backspace> at length.<down><alt-r><down><ctrl-home><ctrl-end>")
        .play("<ctrl-down>Apologies were noted.<enter>//ask about the key")
        .play("<f6>who holds the key?<enter>")
        .command("open-meeting");
    let mut new = after.meeting().clone();
    new.head.venue = "Committee Room 2, The Quayside, Saltmarsh".into();
    new.items.remove(6);
    new.items.swap(4, 5);
    new.people[3].post = "Leader".into();
    let lease = new.items.iter_mut().find(|item| item.id == ItemId(17)).unwrap();
    lease.heading.title = "Fuel Berth Lease and Rent".into();
    insta::assert_snapshot!(read(&Difference::between(before.meeting(), &new)));
}
