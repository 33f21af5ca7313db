//! What the program offers: how long it stands, and that a key pressed later does nothing that was meant for then.

use crate::stage::{Stage, meeting};

fn council() -> Stage {
    let mut meeting = meeting();
    meeting.head.profile = "council committee".into();
    Stage::with(meeting).play("<f2>ppppp<esc><alt-o>")
}

fn at_item(stage: Stage, label: &str) -> Stage {
    stage.play("<ctrl-g>").play(label).play("<enter>")
}

#[test]
fn what_was_offered_stands_among_the_keys_while_it_holds() {
    let stage = at_item(council(), "C1");
    assert!(stage.notice().starts_with("Was the exclusion of the public carried?"));
    let stage = stage.play("The lease ");
    assert!(stage.screen().contains("F11 Exclusion"), "{}", stage.screen());
    assert!(stage.play("<f11>").screen().contains("Excluding the public"));
}

#[test]
fn what_was_left_alone_lapses_with_its_item() {
    let stage = at_item(at_item(council(), "C1"), "B1");
    assert!(!stage.screen().contains("F11"), "{}", stage.screen());
    let stage = stage.play("<f11>");
    assert_eq!(stage.notice(), "Nothing has been offered.");
    assert!(stage.desk.overlays.is_empty());
}

#[test]
fn what_was_done_in_another_way_is_offered_no_more() {
    let stage = at_item(council(), "C1").command("exclude-public").play("<end><backspace>3<enter>");
    assert_eq!(stage.play("<f11>").notice(), "Nothing has been offered.");
}

#[test]
fn what_was_undone_is_offered_no_more() {
    let stage = council().play("<f2>o<down>o<down>o<esc>");
    assert!(stage.screen().contains("F11 Quorum"), "{}", stage.screen());
    let stage = stage.play("<ctrl-z>");
    assert!(!stage.screen().contains("F11 Quorum"), "{}", stage.screen());
    assert_eq!(stage.play("<f11>").notice(), "Nothing has been offered.");
}
