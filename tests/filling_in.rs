//! Forms as they are filled in: a choice is found by typing it, a name that is typed takes the place of the one that
//! stands there, and of two who fit, the one who is there is meant.

use crate::stage::{Stage, meeting};
use minutebook::domain::meeting::Meeting;
use minutebook::domain::people::{Conduct, Declaration, Membership};

fn council() -> Meeting {
    let mut meeting = meeting();
    meeting.head.profile = "council committee".into();
    meeting
}

fn open(meeting: Meeting) -> Stage {
    Stage::with(meeting).play("<f2>ppppp<esc><alt-o>")
}

fn declared(stage: &Stage) -> &Declaration {
    stage.meeting().declarations.first().unwrap()
}

fn item_of<'a>(stage: &'a Stage, declared: &Declaration) -> &'a str {
    &stage.meeting().item(declared.items[0]).unwrap().heading.label
}

#[test]
fn an_item_is_chosen_by_its_label() {
    let stage = open(council()).play("<f3>nAldous<tab>b2<tab><tab>a berth<enter>");
    assert_eq!(item_of(&stage, declared(&stage)), "B2");
}

#[test]
fn an_item_called_1_is_not_item_10() {
    let mut meeting = council();
    for (at, item) in meeting.items.iter_mut().enumerate() {
        item.heading.label = (10 - at).to_string();
    }
    let one = open(meeting.clone()).play("<f3>nAldous<tab>3<enter>");
    assert_eq!(item_of(&one, declared(&one)), "3");
    let ten = open(meeting.clone()).play("<f3>nAldous<tab>10<enter>");
    assert_eq!(item_of(&ten, declared(&ten)), "10");
    let after_all = open(meeting).play("<f3>nAldous<tab>47<enter>");
    assert_eq!(item_of(&after_all, declared(&after_all)), "7", "what was typed wrongly is typed again");
}

#[test]
fn what_fits_none_of_the_choices_is_said_and_changes_nothing() {
    let stage = open(council()).play("<f3>nAldous<tab>b2z");
    assert_eq!(
        stage.notice(),
        "Nothing to choose from here has a word with z; Left and Right go through it."
    );
    assert!(stage.screen().contains("‹ B2 Pontoon Repairs"), "{}", stage.screen());
}

#[test]
fn a_blank_still_goes_through_the_choices() {
    let stage = open(council()).play("<f3>nAldous<tab><tab><tab><tab>took part <enter>");
    assert_eq!(declared(&stage).conduct, Conduct::Dispensation);
    let stage = open(council()).play("<f3>nAldous<tab><tab><tab><tab> <enter>");
    assert_eq!(declared(&stage).conduct, Conduct::Withdrew);
}

#[test]
fn a_kind_that_is_typed_takes_the_place_of_the_usual_one() {
    let stage = open(council()).play("<f3>nAldous<tab>b1<tab>non-reg<tab>a berth<enter>");
    assert_eq!(declared(&stage).kind, "non-registrable interest");
    let stage = open(meeting()).play("<f3>nAldous<tab>b1<tab>conf<tab>a berth<enter>");
    assert_eq!(declared(&stage).kind, "conflict of interest");
    let stage = open(meeting()).play("<f3>nAldous<tab>b1<tab><tab>a berth<enter>");
    assert_eq!(declared(&stage).kind, "interest", "left alone it stays");
}

#[test]
fn of_two_who_fit_the_one_who_is_there_is_meant() {
    let mut meeting = council();
    meeting.people[2].name = "Cllr P Carrick".into();
    let stage = Stage::with(meeting).play("<f2>app<esc><alt-o><f4>that it be noted<tab>carr");
    assert!(stage.screen().contains("→ Cllr P Carrick"), "{}", stage.screen());
}

#[test]
fn somebody_new_is_marked_with_the_next_key() {
    let stage = Stage::new().play("<alt-o><f2>*nMr Olu Brandt<tab>o<tab><tab>Head of Highways<enter>p");
    let person = stage.meeting().people.iter().find(|person| person.name == "Mr Olu Brandt").unwrap();
    assert_eq!(person.membership, Membership::Officer);
    assert_eq!(person.post, "Head of Highways");
    assert!(stage.meeting().attended(person.id));
}

#[test]
fn another_name_that_somebody_goes_by_is_known_while_typing() {
    let stage = Stage::new().play("<alt-o><f2>*<down><down><down><enter>");
    let stage = stage.play("<shift-tab>Mrs Ademola<enter><esc>Mrs Ademola agreed. ");
    assert!(!stage.screen().contains("is not on the roll"), "{}", stage.screen());
    let before = Stage::new().play("<alt-o><f2>*<esc>Mrs Ademola agreed. ");
    assert!(before.screen().contains("is not on the roll"), "{}", before.screen());
}
