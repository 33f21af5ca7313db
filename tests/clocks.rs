//! The two clocks: what the agenda planned and what happened; and when paragraphs were typed.

use crate::stage::{Stage, at, meeting};
use chrono::NaiveTime;
use minutebook::export::Audience;
use minutebook::update::Event;

fn time(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// A meeting planned from 10:00 to 12:00, with times for two of its items.
fn planned() -> Stage {
    let mut meeting = meeting();
    meeting.head.ends = time(12, 0);
    meeting.items[4].heading.planned = time(10, 15);
    meeting.items[5].heading.planned = time(10, 45);
    Stage::with(meeting).play("<alt-o>")
}

fn at_item(stage: Stage, label: &str) -> Stage {
    stage.play("<ctrl-g>").play(label).play("<enter>")
}

fn title(stage: &Stage) -> String {
    stage.screen().lines().next().unwrap().to_owned()
}

#[test]
fn the_pace_is_told_where_times_are_planned() {
    let stage = planned();
    assert!(title(&stage).contains("on time; 7 items, 108 min left"), "{}", title(&stage));
    let stage = at_item(stage, "B1").at(10, 27).play("The strategy was introduced.");
    assert!(title(&stage).contains("12 min behind; 3 items, 83 min left"), "{}", title(&stage));
    // B2 ought to have been begun by now.
    let stage = stage.at(11, 5);
    assert!(title(&stage).contains("20 min behind"), "{}", title(&stage));
    let stage = at_item(stage, "B3").at(12, 3).play("Members were told.");
    assert!(title(&stage).contains("over"), "{}", title(&stage));
}

#[test]
fn nothing_is_told_of_the_pace_where_nothing_is_planned_or_the_meeting_is_not_open() {
    assert!(!title(&Stage::new().play("<alt-o>")).contains("left"));
    assert!(!title(&planned().command("adjourn")).contains("left"));
    // Minuted on another day, from a recording: the planned times are not those of the clock.
    let mut another = planned();
    another.happen(Event::Clock(at(10, 30) + chrono::Days::new(3)));
    assert!(!title(&another).contains("left"), "{}", title(&another));
}

#[test]
fn the_times_of_items_and_pauses_are_listed() {
    let stage = planned().at(10, 5).play("Welcome.");
    let stage =
        at_item(stage, "B1").at(10, 20).play("The strategy was introduced.").at(10, 40).command("adjourn");
    let stage = stage.at(10, 50).command("resume");
    let stage =
        at_item(stage, "B2").at(11, 0).play("Costs were discussed.").at(11, 30).command("close-meeting");
    let screen = stage.command("times").screen();
    for line in [
        "10:05  10:20    15           A1 Introduction",
        "10:20  10:40    20  10:15    B1 Dredging",
        "10:40  10:50    10           – adjourned",
        "10:50  11:00    10  10:15    B1 Dredging",
        "11:00  11:30    30  10:45    B2 Pontoon",
        "75 minutes of business.",
    ] {
        assert!(screen.contains(line), "{line}:\n{screen}");
    }
}

#[test]
fn a_paragraph_knows_when_it_was_typed_and_where_that_is_in_the_recording() {
    let stage = planned().at(10, 5).play("Welcome.").at(10, 47).play("<enter>Apologies were noted.");
    assert!(!stage.screen().contains("10:47  │"), "not unless it is asked for");
    let stage = stage.command("show-times");
    assert!(stage.screen().contains("10:05  │") && stage.screen().contains("10:47  │"), "{}", stage.screen());
    let stage = stage.command("recording-began").play("<ctrl-w><ctrl-w><ctrl-w>9.58<enter>");
    assert_eq!(stage.meeting().course.recording, Some(at(9, 58)));
    assert!(stage.screen().contains("0:07  │") && stage.screen().contains("0:49  │"), "{}", stage.screen());
    for audience in Audience::ALL {
        let minutes = stage.minutes("numbered", audience);
        assert!(!minutes.contains("0:49") && !minutes.contains("10:47"), "{minutes}");
    }
    let stage = stage.command("show-times");
    assert!(!stage.screen().contains("0:49  │"));
    assert_eq!(stage.play("<ctrl-z>").meeting().course.recording, None);
}

#[test]
fn an_empty_paragraph_is_begun_when_its_first_words_are_typed() {
    let stage = at_item(planned(), "B1").at(10, 20).play("The strategy was introduced.<enter>");
    let stage = stage.at(10, 40).command("adjourn").at(10, 50).command("resume");
    let stage = stage.at(10, 53).play("Members went on.");
    let minutes = stage.minutes("numbered", Audience::Public);
    let told = minutes.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = "1. The strategy was introduced. The meeting was adjourned at 10.40 am and resumed at 10.50 am. 2. Members went on.";
    assert!(told.contains(wanted), "{told}");
    // Words put right later are no new paragraph, and one step takes the first words back.
    let stage = stage.play("<ctrl-z><ctrl-z><ctrl-z>");
    assert_eq!(stage.page().lines().last(), Some("2.|"));
    let stage = stage.at(10, 58).play("Members spoke.<up><end><backspace> and seconded.").at(11, 0);
    assert!(stage.page().contains("introduced and seconded."), "{}", stage.page());
    let begun = |at: usize| stage.meeting().items[4].minutes[at].begun;
    assert_eq!((begun(0), begun(1)), (Some(at(10, 20)), Some(at(10, 58))));
}
