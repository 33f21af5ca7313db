//! A whole committee meeting, keys in and minutes out; and the laws that presence, quorum and votes keep.

use crate::draws::draws;
use crate::stage::{Stage, meeting};
use chrono::NaiveTime;
use minutebook::domain::check::check;
use minutebook::domain::id::{BlockId, ItemId, MovementId, PersonId};
use minutebook::domain::minutes::{Block, Kind};
use minutebook::domain::motions::{Decision, Motion, Vote};
use minutebook::domain::people::{Mode, Move, Movement};
use minutebook::domain::presence::Presence;
use minutebook::export::Audience;
use minutebook::houses::Houses;
use proptest::prelude::*;

#[test]
fn a_committee_meeting_with_everything_that_can_happen() {
    let mut meeting = meeting();
    meeting.head.profile = "council committee".into();
    let stage = Stage::with(meeting).play("<f2>pppp<esc><alt-o>The Chairman opened the meeting.");
    // Somebody comes late to A4, and somebody withdraws at B1 for an interest.
    let stage = stage.play("<ctrl-down><ctrl-down><ctrl-down>").at(10, 10);
    let stage = stage.play("<f2><down><down><down><down>l<esc>").at(10, 11);
    let stage = stage.play("RESOLVED that the notes be agreed.<ctrl-down>").at(10, 20);
    let stage = stage.play("<f2><down><down>w<esc>").at(10, 21).play("Members heard the report.<enter>");
    // A recorded vote of those who are left, then a lost quorum.
    let stage = stage.play("<f4>that dredging begin.<tab>Aldous<tab>Okafor<enter><alt-v>ar<enter>");
    assert_eq!(stage.notice(), "Recorded 3–1–0: carried.");
    let stage = stage.at(10, 40).play("<ctrl-down><f2>o<down>o<esc><f11>");
    // The quorum comes back, the public is excluded, and the rest is restricted.
    let stage = stage.at(10, 50).play("<f2>b<esc><f11><ctrl-down><ctrl-down><f11>");
    let stage = stage.play("<end><backspace>3<tab><tab>Carrow<tab>Lind<enter>").at(10, 55);
    let stage = stage.play("The rent was discussed.").at(11, 0).command("close-meeting");
    let told = stage.minutes("numbered", Audience::Public);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    let order = [
        "Dr S Lindqvist arrived at 10.10 am during consideration of this item.",
        "RESOLVED that the notes be agreed.",
        "Cllr P Brine withdrew from the meeting at 10.20 am during consideration of this item.",
        "Moved by Mr T Aldous and seconded by Ms J Okafor: that dredging begin.",
        "For (3): Mr T Aldous, Ms J Okafor and Dr S Lindqvist. Against (1): Mrs E Carrow, OBE.",
        "The meeting ceased to be quorate at 10.40 am (members present: 2; needed: 3).",
        "The meeting was quorate again at 10.50 am (members present: 3).",
        "the public be excluded from the meeting for item C1",
    ];
    let places: Vec<usize> = order.iter().map(|words| told.find(words).unwrap_or(usize::MAX)).collect();
    assert!(places.is_sorted() && !places.contains(&usize::MAX), "{places:?}\n{told}");
    assert!(!told.contains("The rent"), "{told}");
    let rules: Vec<&str> =
        check(stage.meeting(), stage.desk.profile()).into_iter().map(|found| found.rule).collect();
    for rule in
        ["voter-not-there", "restricted-without-exclusion", "quorum-loss-not-minuted", "names-missing"]
    {
        assert!(!rules.contains(&rule), "{rules:?}");
    }
}

/// Somebody moves at an item at a minute.
fn movements() -> impl Strategy<Value = Vec<(u32, Move, u32, u32)>> {
    let moves =
        prop_oneof![Just(Move::Arrived), Just(Move::Left), Just(Move::Withdrew), Just(Move::Returned)];
    prop::collection::vec((20..25u32, moves, 10..18u32, 0..59u32), 0..20).prop_map(|mut moved| {
        // The log is in the order of events.
        moved.sort_by_key(|(_, _, item, minute)| (*item, *minute));
        moved
    })
}

proptest! {
    #![proptest_config(draws(256))]

    #[test]
    fn voters_were_there_or_a_finding_says_so(
        moved in movements(),
        votes in prop::collection::vec((20..25u32, 0..3usize), 0..8),
        at in 0..59u32,
    ) {
        let mut meeting = meeting();
        for (id, (person, what, item, minute)) in moved.into_iter().enumerate() {
            meeting.attendance.push(Movement {
                id: MovementId(100 + id as u32),
                person: PersonId(person),
                what,
                item: Some(ItemId(item)),
                at: NaiveTime::from_hms_opt(10, minute, 0),
                after: None,
                mode: Mode::Room,
                why: String::new(),
            });
        }
        let side = |side| votes.iter().filter(|(_, on)| *on == side).map(|(id, _)| PersonId(*id)).collect();
        let vote = Vote::Recorded { for_: side(0), against: side(1), abstained: side(2) };
        let put = NaiveTime::from_hms_opt(10, at, 0);
        let motion = Motion { vote: vote.clone(), decision: Decision::Carried, put, ..Motion::default() };
        let item = ItemId(14);
        let block = Block { kind: Kind::Motion(Box::new(motion)), ..Block::paragraph(BlockId(200), "that it be.") };
        meeting.items.iter_mut().find(|found| found.id == item).unwrap().minutes.push(block);
        let profile = Houses::built_in().guessed_profile("");
        let rules: Vec<&str> = check(&meeting, profile).into_iter().map(|found| found.rule).collect();

        let away = vote.voters().any(|person| meeting.presence_at(person, item) == Presence::Absent);
        prop_assert!(!away || rules.contains(&"voter-not-there"), "{rules:?}");
        let entitled = (20..25).filter(|id| meeting.barred(profile, PersonId(*id), item, put).is_none()).count();
        let (yes, no, abstained) = vote.count().unwrap();
        prop_assert_eq!(yes + no + abstained > entitled, rules.contains(&"more-votes-than-members"));
    }

    #[test]
    fn whoever_is_there_throughout_is_there_at_every_minute_of_an_item(moved in movements(), minute in 0..59u32) {
        let mut meeting = meeting();
        for (id, (person, what, item, at)) in moved.into_iter().enumerate() {
            meeting.attendance.push(Movement {
                id: MovementId(100 + id as u32),
                person: PersonId(person),
                what,
                item: Some(ItemId(item)),
                at: NaiveTime::from_hms_opt(10, at, 0),
                after: None,
                mode: Mode::Room,
                why: String::new(),
            });
        }
        for (person, item) in (20..25).flat_map(|person| (10..18).map(move |item| (PersonId(person), ItemId(item)))) {
            let there = meeting.whereabouts(person, item, NaiveTime::from_hms_opt(10, minute, 0)).mode().is_some();
            match meeting.presence_at(person, item) {
                Presence::Throughout => prop_assert!(there),
                Presence::Absent => prop_assert!(!there),
                Presence::Partly => {}
            }
        }
        let profile = Houses::built_in().guessed_profile("");
        let turns = meeting.quorum_turns(profile);
        prop_assert!(turns.windows(2).all(|pair| pair[0].quorate.holds() != pair[1].quorate.holds()));
    }
}
