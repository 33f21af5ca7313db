//! The quorum: who counts under which rule, what is said when it is lost, what is minuted, what is found.

use crate::stage::{Stage, meeting};
use minutebook::domain::check::check;
use minutebook::domain::meeting::Meeting;
use minutebook::export::Audience;
use minutebook::houses::Houses;

fn rules(meeting: &Meeting) -> Vec<&'static str> {
    let profile = Houses::built_in().profile_of(&meeting.head);
    check(meeting, profile).into_iter().map(|found| found.rule).collect()
}

fn under(profile: &str) -> Meeting {
    let mut meeting = meeting();
    meeting.head.profile = profile.into();
    meeting.head.quorum = None;
    meeting
}

#[test]
fn the_loss_of_the_quorum_is_said_at_once_and_minuted_with_one_key() {
    // Three are needed; four come, and two leave during B1.
    let stage = Stage::new().play("<f2>pppp<esc><alt-o><ctrl-down><ctrl-down><ctrl-down><ctrl-down>");
    let stage = stage.at(10, 40).play("Members heard the report.<f2>o<down>");
    assert!(!stage.notice().contains("quorum"), "{}", stage.notice());
    let stage = stage.play("o");
    assert_eq!(stage.notice(), "The quorum is lost: 2 of 3. F11 minutes it.");
    assert!(rules(stage.meeting()).contains(&"no-quorum"));
    assert!(rules(stage.meeting()).contains(&"quorum-loss-not-minuted"));
    let stage = stage.play("<f11><esc>");
    assert!(!rules(stage.meeting()).contains(&"quorum-loss-not-minuted"));
    let minutes = stage.minutes("numbered", Audience::Public);
    let line = "The meeting ceased to be quorate at 10.40 am (members present: 2; needed: 3).";
    assert!(minutes.replace("\n", " ").contains(line), "{minutes}");
    assert!(stage.screen().contains("2 present, NO QUORUM (3)"), "{}", stage.screen());
}

#[test]
fn a_quorum_that_is_regained_is_noticed_too() {
    let stage = Stage::new().play("<f2>ppp<esc><alt-o><f2>o").at(10, 50).play("<up>b");
    assert_eq!(stage.notice(), "There is a quorum again: 3 of 3. F11 minutes it.");
    let stage = stage.play("<f11><esc>");
    assert!(stage.page().contains("The meeting was quorate again at 10.50 am (members present: 3)."));
}

#[test]
fn what_is_decided_without_a_quorum_is_found() {
    let stage = Stage::new().play("<f2>ppp<esc><alt-o>RESOLVED that the notes be agreed.");
    assert!(!rules(stage.meeting()).contains(&"decided-without-quorum"));
    let stage = stage.at(10, 30).play("<ctrl-down><f2>o<esc>");
    let stage = stage.at(10, 31).play("RESOLVED that nobody be thanked.");
    let found: Vec<_> = rules(stage.meeting());
    assert_eq!(found.iter().filter(|rule| **rule == "decided-without-quorum").count(), 1, "{found:?}");
}

#[test]
fn the_rule_is_that_of_the_profile_unless_a_number_is_given() {
    // There are five members on the roll.
    let count = |profile: &str| {
        let stage = Stage::with(under(profile)).play("<f2>pp<esc><alt-o><f2>");
        let screen = stage.screen();
        screen.lines().find(|line| line.contains("present,")).map(str::trim).unwrap_or_default().to_owned()
    };
    assert!(count("full council").contains("2 present, quorum 2"), "{}", count("full council"));
    assert!(count("parish council").contains("2 present, NO QUORUM (3)"), "{}", count("parish council"));
    assert_eq!(count("partnership"), "");
}

#[test]
fn who_is_online_counts_where_the_rules_let_them() {
    let present = |profile: &str| {
        let stage = Stage::with(under(profile)).play("<f2>ppr<esc><alt-o><f2><esc>");
        let profile = stage.desk.profile();
        (stage.meeting().quorate(profile).here, stage.screen())
    };
    let (here, screen) = present("council committee");
    assert_eq!(here, 2);
    assert!(screen.contains("3 present, 2 count"), "{screen}");
    let (here, screen) = present("Welsh council");
    assert_eq!(here, 3);
    assert!(!screen.contains("2 count"), "{screen}");
}

#[test]
fn choosing_a_profile_says_whose_rules_hold_now() {
    let stage = crate::stage::Stage::new().play("<alt-m><tab><right><right><enter>");
    let chosen = &stage.desk.houses.profiles()[1];
    assert_eq!(stage.meeting().head.profile, chosen.name);
    assert_eq!(stage.notice(), format!("The rules are now those of: {}", chosen.about));
    let stage = stage.play("<alt-m><enter>");
    assert!(stage.notice().is_empty(), "nothing changed: {}", stage.notice());
}
