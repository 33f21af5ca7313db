//! Who presides: noticed when it changes, minuted with one key, printed; and what the profile's words are for.

use crate::stage::{Stage, meeting};
use minutebook::domain::check::check;
use minutebook::export::Audience;
use minutebook::update::Event;

fn open() -> Stage {
    Stage::new().play("<alt-o><f2>*<esc><ctrl-g>B1<enter>")
}

fn print(stage: &Stage) -> String {
    stage.minutes("numbered", Audience::Full).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rules(stage: &Stage) -> Vec<&'static str> {
    check(stage.meeting(), stage.desk.profile()).into_iter().map(|found| found.rule).collect()
}

#[test]
fn the_vice_chair_takes_the_chair_and_gives_it_back() {
    let stage = open().play("Dredging was discussed.<f2>o");
    assert_eq!(stage.notice(), "Mr T Aldous presides now. F11 minutes it.");
    let stage = stage.play("<f11><esc><enter>Costs were discussed.");
    let stage = stage.play("<f2>b");
    assert_eq!(stage.notice(), "Mrs E Carrow presides now. F11 minutes it.");
    let stage = stage.play("<f11><esc>");
    let told = "Mr T Aldous, Vice-Chairman, took the chair. 2. Costs were discussed. Mrs E Carrow, Chairman, resumed \
                the chair.";
    let print = print(&stage);
    assert!(
        print
            .replace(
                "Mrs E Carrow, OBE returned to the meeting at 10.02 am during consideration of this item. ",
                ""
            )
            .contains(told),
        "{print}"
    );
}

#[test]
fn where_nobody_presides_an_election_is_offered() {
    let stage = open().play("<f2><down>o<up>o");
    assert_eq!(stage.notice(), "Nobody who is there presides now. F11 records an election.");
    assert!(stage.play("<f11>").screen().contains("An election"));
}

#[test]
fn whoever_presides_from_the_start_is_printed_so_and_nothing_is_asked() {
    let stage = Stage::new().play("<alt-o><f2>*a<esc>");
    assert!(!stage.notice().contains("presides"), "{}", stage.notice());
    let print = print(&stage);
    assert!(print.contains("PRESENT: Mr T Aldous (Vice-Chairman, in the chair) Cllr P Brine"), "{print}");
    assert!(!rules(&stage).contains(&"no-chair"));
    let stage = Stage::new().play("<alt-o><f2>*aa<esc>");
    assert!(rules(&stage).contains(&"no-chair"));
}

#[test]
fn a_cabinet_is_led_by_its_leader() {
    let mut meeting = meeting();
    meeting.head.profile = "cabinet".into();
    meeting.people[0].role = "Leader".into();
    meeting.people[1].role = "Deputy Leader".into();
    let stage = Stage::with(meeting).play("<alt-o><f2>*<esc>");
    assert!(!rules(&stage).contains(&"no-chair"), "{:?}", rules(&stage));
    let stage = stage.play("<f2>o");
    assert_eq!(stage.notice(), "Mr T Aldous presides now. F11 minutes it.");
    assert!(print(&stage.play("<f11>")).contains("Mr T Aldous, Deputy Leader, took the chair."));
}

#[test]
fn the_office_that_is_still_to_be_filled_stands_in_the_form() {
    let stage = open().command("election");
    assert!(stage.screen().contains("Office           Chairman"), "{}", stage.screen());
    let stage = stage.play("<tab>Aldous<enter>").command("election");
    assert!(stage.screen().contains("Vice-Chairman"), "{}", stage.screen());
}

#[test]
fn a_body_without_substitutes_says_so_and_leaves_it_to_the_clerk() {
    let mut meeting = meeting();
    meeting.head.profile = "cabinet".into();
    let stage = Stage::with(meeting.clone()).play("<alt-o><f2>*<down><down>s");
    assert!(stage.notice().starts_with("The profile cabinet has no substitutes"), "{}", stage.notice());
    let stage = stage.play("Mr Groyne<enter><esc>");
    assert!(rules(&stage).contains(&"substitute-not-allowed"));
    meeting.head.profile = "council committee".into();
    let stage = Stage::with(meeting).play("<alt-o><f2>*<down><down>s");
    assert!(stage.notice().is_empty(), "{}", stage.notice());
    assert!(!rules(&stage.play("Mr Groyne<enter><esc>")).contains(&"substitute-not-allowed"));
}

#[test]
fn a_body_whose_name_does_not_say_what_it_is_is_what_its_profile_says() {
    let found = |body: &str| {
        let mut meeting = meeting();
        meeting.head.body = body.into();
        let mut stage = Stage::with(meeting).play("The Board asked about the keys.");
        stage.happen(Event::Pause);
        let found = stage.desk.findings.open.iter().find(|found| found.rule == "body-called-otherwise");
        found.map(|found| found.said.clone())
    };
    let said = found("Saltmarsh Coastal Alliance").unwrap();
    assert!(said.contains("it is the Partnership"), "{said}");
    assert_eq!(found("Saltmarsh Coastal Gathering"), None, "nothing is known of it");
}

#[test]
fn nobody_is_asked_for_once_the_meeting_is_adjourned_or_closed() {
    for over in ["adjourn", "close-meeting"] {
        let stage = open().play("<ctrl-down>Noted.").command(over);
        assert!(!stage.notice().contains("presides"), "{over}: {}", stage.notice());
        let stage = if over == "adjourn" { stage.command("resume") } else { stage };
        assert!(!stage.notice().contains("presides"), "{over}: {}", stage.notice());
    }
}

#[test]
fn a_chair_and_a_deputy_are_known_in_wales_and_in_scotland() {
    for (chair, deputy) in [("Cadeirydd", "Is-gadeirydd"), ("Convener", "Depute Convener")] {
        let mut meeting = meeting();
        (meeting.people[0].role, meeting.people[1].role) = (chair.into(), deputy.into());
        let stage = Stage::with(meeting).play("<alt-o><f2>*<esc><ctrl-down><f2>o");
        assert_eq!(stage.notice(), "Mr T Aldous presides now. F11 minutes it.");
        assert!(print(&stage.play("<f11>")).contains(&format!("Mr T Aldous, {deputy}, took the chair.")));
    }
}
