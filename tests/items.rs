//! What befalls items in the meeting: late and urgent ones, and those withdrawn, deferred or taken out of order.

use crate::stage::Stage;
use minutebook::domain::agenda::Outcome;
use minutebook::domain::check::check;
use minutebook::export::Audience;

/// The public minutes on one line.
fn printed(stage: &Stage) -> String {
    stage.minutes("numbered", Audience::Public).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rules(stage: &Stage) -> Vec<&'static str> {
    check(stage.meeting(), stage.desk.profile()).into_iter().map(|finding| finding.rule).collect()
}

#[test]
fn an_urgent_item_tells_the_special_circumstances() {
    let stage =
        Stage::new().command("open-meeting").command("urgent-item").play("Storm damage to the slip<enter>");
    let item = stage.desk.item().unwrap();
    assert_eq!(item.heading.title, "Storm damage to the slip");
    assert!(stage.notice().contains("special circumstances"), "{}", stage.notice());
    assert!(rules(&stage).contains(&"urgent-without-reason"));
    let stage = stage
        .command("item-details")
        .play("<shift-tab><shift-tab>the slip had given way the night before<enter>");
    assert!(!rules(&stage).contains(&"urgent-without-reason"));
    let stage = stage.play("Members heard of the damage.");
    let told = "By reason of special circumstances (the slip had given way the night before), the Chairman was of the \
                opinion that this item should be considered at the meeting as a matter of urgency.";
    let minutes = printed(&stage);
    assert!(minutes.contains(told), "{minutes}");
}

#[test]
fn a_late_item_says_why_it_was_late() {
    let stage = Stage::new().command("open-meeting").command("late-item");
    let stage = stage
        .play("Regatta<shift-tab><shift-tab>the application came on Monday<enter>Members agreed to help.");
    let place = stage.meeting().place_of(stage.desk.writing.item.unwrap());
    assert_eq!(place, Some(1), "it stands after the item on the desk");
    let minutes = printed(&stage);
    assert!(minutes.contains("after it was published (the application came on Monday)."), "{minutes}");
    assert!(!rules(&stage).contains(&"late-without-reason"));
}

#[test]
fn an_item_is_withdrawn_or_deferred_with_one_command_and_taken_up_again() {
    let outcome = |stage: &Stage| stage.desk.item().unwrap().heading.outcome;
    let stage = Stage::new().command("withdraw-item");
    assert_eq!(outcome(&stage), Outcome::Withdrawn);
    assert!(stage.screen().contains("This item was withdrawn."), "{}", stage.screen());
    let stage = stage.command("defer-item");
    assert_eq!(outcome(&stage), Outcome::Deferred);
    let stage = stage.command("defer-item");
    assert_eq!(outcome(&stage), Outcome::Taken);
    assert_eq!(outcome(&stage.play("<ctrl-z><ctrl-z>")), Outcome::Withdrawn);
}

#[test]
fn an_item_taken_out_of_order_says_so_on_the_agenda_and_in_the_minutes() {
    let stage = Stage::new()
        .command("open-meeting")
        .play("One.<ctrl-g>Pontoon<enter>Two.<ctrl-g>Apologies<enter>Three.");
    let row = |stage: &Stage| stage.screen().lines().find(|line| line.contains("B2")).unwrap().to_owned();
    assert!(row(&stage).contains("2nd"), "{}", row(&stage));
    let minutes = stage.minutes("numbered", Audience::Public);
    assert!(minutes.contains("This item was taken after item A1."), "{minutes}");
    assert_eq!(minutes.matches("was taken after").count(), 1);
}

#[test]
fn the_public_learns_nothing_of_a_restricted_item_that_came_before() {
    let stage =
        Stage::new().command("open-meeting").play("<ctrl-g>Fuel<enter>Secret.<ctrl-g>Pontoon<enter>Two.");
    let stage = stage.play("<ctrl-g>Introduction<enter>One.");
    let minutes = stage.minutes("numbered", Audience::Public);
    assert!(!minutes.contains("Fuel") && !minutes.contains("C1"), "{minutes}");
    assert!(minutes.contains("This item was taken out of its order on the agenda."), "{minutes}");
}

#[test]
fn an_item_is_gone_to_by_its_number_before_any_other_number_in_a_title() {
    let mut meeting = crate::stage::meeting();
    for (at, title) in
        ["Apologies", "Minutes of 5 October 2026", "5 Quay Street", "Berths", "Footpaths"].iter().enumerate()
    {
        meeting.items[at].heading.label = format!("{}.", at + 1);
        meeting.items[at].heading.title = (*title).to_owned();
    }
    for typed in ["5", "5."] {
        let stage = Stage::with(meeting.clone()).play("<ctrl-g>").play(typed).play("<enter>");
        assert_eq!(stage.desk.item().unwrap().heading.title, "Footpaths", "{typed}");
    }
}
