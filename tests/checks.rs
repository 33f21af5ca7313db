//! The checks as the clerk meets them: listed, gone to, mended with a key, settled with a reason.

use crate::stage::Stage;
use minutebook::domain::check::{self, Place};
use minutebook::domain::meeting::Status;
use minutebook::update::Event;

fn rules(stage: &mut Stage) -> Vec<&'static str> {
    stage.happen(Event::Pause);
    stage.desk.findings.open.iter().map(|found| found.rule).collect()
}

#[test]
fn a_slip_is_counted_when_typing_rests_and_mended_with_a_key() {
    let mut stage = Stage::new().play("Members didn't agree.");
    assert!(!stage.screen().contains("to look at"), "{}", stage.screen());
    assert!(rules(&mut stage).contains(&"contraction"));
    assert!(stage.screen().contains("to look at"), "{}", stage.screen());
    let stage = stage.play("<f7>did not").play("<ctrl-t>");
    assert!(stage.page().contains("Members did not agree."), "{}", stage.page());
    let stage = stage.play("<esc><ctrl-z>");
    assert!(stage.page().contains("Members didn't agree."), "{}", stage.page());
}

#[test]
fn a_finding_is_settled_with_a_reason_and_comes_back_when_it_says_something_else() {
    let mut stage = Stage::new().play("The plan is alive.");
    assert!(rules(&mut stage).contains(&"present-tense"));
    let mut stage = stage.play("<f7>stands in the present").play("<ctrl-r>a quotation<enter><esc>");
    assert!(!rules(&mut stage).contains(&"present-tense"));
    assert_eq!(stage.desk.findings.settled, 1);
    assert_eq!(stage.meeting().settled[0].why, "a quotation");
    let mut stage = stage.play("<ctrl-home><ctrl-right>now ");
    assert!(rules(&mut stage).contains(&"present-tense"), "the words around it changed");
}

/// The letters of the pane, without frames and ends of lines.
fn letters(stage: &Stage) -> String {
    let screen = stage.screen();
    let pane = screen.lines().filter_map(|line| line.rsplit_once("│ ")).map(|(_, pane)| pane);
    pane.flat_map(str::chars).filter(|letter| letter.is_alphanumeric()).collect()
}

#[test]
fn what_was_settled_is_listed_with_its_reason_and_can_be_opened_again() {
    let stage = Stage::new().play("The plan is alive.<f7>stands in the present<ctrl-r>");
    assert!(stage.screen().contains("Leave it: "), "{}", stage.screen());
    let stage = stage.play("A quotation.<enter><esc>").command("settled-findings");
    let screen = letters(&stage);
    assert!(screen.contains("settledAquotation12March1002"), "{}", stage.screen());
    assert!(!stage.screen().contains(".,"), "{}", stage.screen());
    let mut stage = stage.play("<delete><esc>");
    assert!(stage.meeting().settled.is_empty());
    assert!(rules(&mut stage).contains(&"present-tense"));
    assert!(stage.command("settled-findings").notice().contains("No finding was settled"));
}

#[test]
fn findings_are_read_whole_where_there_is_room_for_all_of_them() {
    let stage =
        Stage::new().play("The plan is alive.<enter>Members agreed to to write to the owners of it.<f7>");
    let found = &stage.desk.findings.open;
    assert!((2..6).contains(&found.len()), "{found:?}");
    assert!(!stage.screen().lines().skip(10).any(|line| line.ends_with("… A1 │")), "{}", stage.screen());
    for end in ["andnothingis", "resolved", "Theplanisalive", "tothe", "CtrlTmendsit"] {
        assert!(letters(&stage).contains(end), "{end} is cut\n{}", stage.screen());
    }
}

#[test]
fn what_a_name_or_a_rule_switched_off_says_is_not_found() {
    let mut meeting = Stage::new().play("The plan is alive.").meeting().clone();
    meeting.course.status = Status::Closed;
    let houses = minutebook::houses::Houses::built_in();
    let profile = houses.profile_of(&meeting.head);
    let found = check::check(&meeting, profile);
    assert!(found.iter().any(|found| found.rule == "declarations-not-said"), "{found:?}");
    let mut without = profile.clone();
    without.checks_off = vec!["declarations-not-said".into()];
    let found = check::check(&meeting, &without);
    assert!(found.iter().all(|found| found.rule != "declarations-not-said"), "{found:?}");
}

#[test]
fn decisions_and_promises_that_hide_in_paragraphs_are_found() {
    let mut stage = Stage::new().play("The Partnership agreed to keep the crane.");
    assert!(rules(&mut stage).contains(&"decision-in-a-paragraph"));
    let mut stage = stage.play("<enter>RESOLVED to keep the crane.");
    assert!(!rules(&mut stage).contains(&"decision-in-a-paragraph"));
    let mut stage = stage.play("<enter><alt-t>").play("Mr Groyne agreed to report back in the spring.");
    assert!(rules(&mut stage).contains(&"promise-in-a-paragraph"));
    let mut stage = stage.play("<enter>ACTION: Mr Groyne to report back by May 2026.");
    assert!(!rules(&mut stage).contains(&"promise-in-a-paragraph"));
}

#[test]
fn an_action_wants_an_owner_and_a_date() {
    let mut stage = Stage::new().play("ACTION: Sorrel Lanyon to write to the contractor.");
    assert!(rules(&mut stage).contains(&"action-without-date"));
    let mut stage = stage.play("<backspace> by 3 May 2026.");
    assert!(!rules(&mut stage).contains(&"action-without-date"));
}

#[test]
fn clear_days_are_counted_where_the_law_asks_for_them() {
    let mut meeting = Stage::new().meeting().clone();
    let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 3, day);
    // Thursday the 12th; published on Thursday the 5th: Friday, Monday, Tuesday and Wednesday are clear.
    (meeting.head.date, meeting.head.published) = (day(12), day(5));
    let houses = minutebook::houses::Houses::built_in();
    let found = |profile: &str, meeting: &minutebook::domain::meeting::Meeting| {
        let mut meeting = meeting.clone();
        meeting.head.profile = profile.into();
        let found = check::check(&meeting, houses.profile_of(&meeting.head));
        found.into_iter().find(|found| found.rule == "short-notice").map(|found| (found.said, found.place))
    };
    let (said, place) = found("council committee", &meeting).unwrap();
    assert!(said.contains("4 clear days") && place == Place::Meeting, "{said}");
    assert_eq!(found("partnership", &meeting), None);
    // For a parish council a Saturday is a clear day, and three are enough.
    meeting.head.published = day(6);
    assert_eq!(found("parish council", &meeting), None);
    (meeting.head.date, meeting.head.published) = (day(10), day(6));
    assert!(found("parish council", &meeting).unwrap().0.contains("2 clear days"));
    (meeting.head.date, meeting.head.published) = (day(12), day(4));
    assert_eq!(found("council committee", &meeting), None);
}
