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
    assert!(screen.contains("2 present, 1 remote"), "{screen}");
    let (here, screen) = present("Welsh council");
    assert_eq!(here, 3);
    assert!(!screen.contains("remote"), "{screen}");
}

#[test]
fn choosing_a_profile_says_whose_rules_hold_now() {
    let stage = crate::stage::Stage::new().play("<alt-m><tab><tab><right><right><enter>");
    let chosen = &stage.desk.houses.profiles()[1];
    assert_eq!(stage.meeting().head.profile, chosen.name);
    assert_eq!(stage.notice(), format!("The rules are now those of: {}", chosen.about));
    let stage = stage.play("<alt-m><enter>");
    assert!(stage.notice().is_empty(), "nothing changed: {}", stage.notice());
}

/// The names under a heading of the roll, on one line.
fn listed(minutes: &str, heading: &str) -> String {
    let under = minutes.split_once(&format!("{heading}:\n")).map(|(_, under)| under).unwrap_or_default();
    under
        .trim_start()
        .lines()
        .take_while(|line| !line.is_empty())
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn who_is_online_and_does_not_count_is_listed_apart() {
    let stage = |profile: &str| Stage::with(under(profile)).play("<f2>rpprp<esc><alt-o>");
    let committee = stage("council committee").minutes("numbered", Audience::Public);
    assert_eq!(listed(&committee, "ATTENDING REMOTELY"), "Mrs E Carrow, OBE (Chairman) Ms J Okafor");
    let present = listed(&committee, "PRESENT");
    assert!(!present.contains("Okafor") && !present.contains("online"), "{committee}");
    // The chair is not in the room, so the vice-chairman presides.
    assert!(present.starts_with("Mr T Aldous (Vice-Chairman, in the chair)"), "{committee}");
    let welsh = stage("Welsh council").minutes("numbered", Audience::Public);
    assert!(listed(&welsh, "PRESENT").contains("Ms J Okafor (online)"), "{welsh}");
    assert!(!welsh.contains("ATTENDING REMOTELY"), "{welsh}");
}

#[test]
fn who_was_in_the_room_for_a_while_was_present() {
    let stage = Stage::with(under("council committee")).play("<alt-o><f2>pppp<up>o").at(10, 30).play("br");
    let minutes = stage.play("<esc>").minutes("numbered", Audience::Public);
    assert!(listed(&minutes, "PRESENT").contains("Ms J Okafor (partly online)"), "{minutes}");
    assert!(!minutes.contains("ATTENDING REMOTELY"), "{minutes}");
}

#[test]
fn the_roll_tells_who_counts() {
    let stage = Stage::with(under("council committee")).play("<f2>ppr");
    let screen = stage.screen();
    assert!(screen.contains("2 present; 1 remote; 2 not marked"), "{screen}");
    assert!(screen.contains("R Cllr P Brine") && screen.contains("remote, no vote"), "{screen}");
    let screen = Stage::with(under("partnership")).play("<f2>ppr").screen();
    assert!(screen.contains("P Cllr P Brine") && screen.contains("present, remote"), "{screen}");
}

#[test]
fn a_motion_moved_over_a_link_that_does_not_count_is_found() {
    let moved = |profile: &str| {
        let stage = Stage::with(under(profile)).play("<f2>ppprp<esc><alt-o>");
        let stage = stage.play("<f4>that dredging begin<tab>okafor<tab>brine<enter>");
        rules(stage.meeting()).contains(&"mover-online")
    };
    assert!(moved("council committee"));
    assert!(!moved("Welsh council"));
}
