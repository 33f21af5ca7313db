//! Motions put to the vote: recorded votes, amendments, casting votes, elections, and what the checks find.

use crate::stage::{Stage, meeting};
use minutebook::domain::check::check;
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::Kind;
use minutebook::domain::motions::{Decision, Motion};
use minutebook::export::Audience;
use minutebook::houses::Houses;

fn rules(meeting: &Meeting) -> Vec<&'static str> {
    let profile = Houses::built_in().profile_of(&meeting.head);
    check(meeting, profile).into_iter().map(|found| found.rule).collect()
}

fn has(stage: &Stage, rule: &str) -> bool {
    rules(stage.meeting()).contains(&rule)
}

/// A full council with all five members present, on B1.
fn council() -> Stage {
    let mut meeting = meeting();
    meeting.head.profile = "full council".into();
    let go = "<f2>ppppp<esc><alt-o><ctrl-down><ctrl-down><ctrl-down><ctrl-down>";
    Stage::with(meeting).play(go)
}

/// Fills in the fields of a form in their order and settles it.
fn fields(answers: &[&str]) -> String {
    format!("{}<enter>", answers.join("<tab>"))
}

fn motion(stage: &Stage) -> &Motion {
    let item = stage.desk.item().unwrap();
    let found = item.minutes.iter().find_map(|block| match &block.kind {
        Kind::Motion(motion) => Some(motion),
        _ => None,
    });
    found.unwrap()
}

fn print(stage: &Stage) -> String {
    let text = stage.minutes("web", Audience::Public);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_recorded_vote_is_one_key_a_member() {
    let stage = council().play("<f4>").play(&fields(&["that the dues be raised.", "Aldous", "Brine"]));
    let stage = stage.at(10, 20).play("<alt-v>");
    assert!(stage.screen().contains("5 to go"), "{}", stage.screen());
    let stage = stage.play("fafbn");
    assert!(stage.screen().contains("For 2  Against 1  Abstained 1  Not voting 1"), "{}", stage.screen());
    let stage = stage.play("<enter>");
    assert_eq!(stage.notice(), "Recorded 2–1–1: carried.");
    let told = "Moved by Mr T Aldous and seconded by Cllr P Brine: that the dues be raised. \
                For (2): Mrs E Carrow, OBE and Cllr P Brine. Against (1): Mr T Aldous. \
                Abstained (1): Ms J Okafor. Did not vote (1): Dr S Lindqvist. The motion was carried.";
    assert!(print(&stage).contains(told), "{}", print(&stage));
    assert_eq!(stage.meeting().head.profile, "full council");
    assert!(!has(&stage, "names-missing") && !has(&stage, "voter-not-there"));
}

#[test]
fn the_rest_can_be_marked_at_once_and_leaving_changes_nothing() {
    let stage = council().play("<f4>").play(&fields(&["that the dues be raised."]));
    let left = stage.play("<alt-v>ar<esc>");
    assert_eq!(motion(&left).decision, Decision::Moved);
    let stage = left.play("<alt-v>ar<enter>");
    assert_eq!(motion(&stage).vote.count(), Some((4, 1, 0)));
    assert_eq!(motion(&stage).decision, Decision::Carried);
}

#[test]
fn those_who_left_or_declared_an_interest_are_shown_and_passed_over() {
    let stage =
        council().play("<f3>n").play(&fields(&["Brine", "", "disc", "the pontoon", ""])).play("<esc>");
    let stage = stage.at(10, 15).play("<f2><down>o<esc>").at(10, 16);
    let stage = stage.play("<f4>").play(&fields(&["that the dues be raised."])).play("<alt-v>r");
    let screen = stage.screen();
    assert!(screen.contains("not there") && screen.contains("declared an interest"), "{screen}");
    assert!(screen.contains("For 3"), "{screen}");
    let stage = stage.play("<enter>");
    assert!(!has(&stage, "voted-with-interest") && !has(&stage, "voter-not-there"));
    // The clerk may record what happened all the same; the checks then say what is odd about it.
    let stage = stage.play("<alt-v><up><up><up><up><up><up><down>f<enter>");
    assert_eq!(motion(&stage).vote.count(), Some((4, 0, 0)), "{}", stage.screen());
    assert!(has(&stage, "voter-not-there"));
}

#[test]
fn a_vote_of_somebody_who_had_left_is_found_with_its_place() {
    let stage = council().at(10, 15).play("<f2><down>o<esc>").at(10, 16);
    let stage = stage.play("<f4>").play(&fields(&["that the dues be raised."]));
    let stage = stage.play("<alt-v><down>f<enter>");
    assert!(has(&stage, "voter-not-there"), "{:?}", rules(stage.meeting()));
}

#[test]
fn a_tie_wants_a_casting_vote() {
    let stage = council().play("<f4>").play(&fields(&["that the dues be raised."])).play("<alt-v>ffaab");
    assert!(stage.screen().contains("a tie: c casting vote"), "{}", stage.screen());
    let tied = stage.play("<enter>");
    assert!(tied.notice().contains("a tie, and no casting vote"), "{}", tied.notice());
    assert_eq!(motion(&tied).decision, Decision::Moved);
    let stage = tied.play("<alt-v>cc<enter>");
    assert_eq!(motion(&stage).decision, Decision::Lost);
    let told = "The votes being equal, Mrs E Carrow, OBE, presiding, gave a casting vote against the motion.";
    assert!(print(&stage).contains(told), "{}", print(&stage));
    assert!(!has(&stage, "no-casting-vote"));
}

#[test]
fn a_casting_vote_without_a_tie_is_not_told_as_if_there_had_been_one() {
    let stage = council().play("<f4>").play(&fields(&["that the dues be raised."])).play("<alt-v>fffabc");
    assert!(stage.notice().contains("not equal"), "{}", stage.notice());
    let stage = stage.play("<enter>");
    assert!(has(&stage, "casting-vote-without-tie"), "{:?}", rules(stage.meeting()));
    assert!(!print(&stage).contains("The votes being equal"), "{}", print(&stage));
}

#[test]
fn a_show_of_hands_is_held_to_those_who_were_there() {
    let hands = |yes: &str, no: &str| {
        let stage = council().play("<f4>that the dues be raised.<tab><tab><tab><right>");
        stage.play("<tab>").play(yes).play("<tab>").play(no).play("<enter>")
    };
    assert!(!has(&hands("3", "2"), "more-votes-than-members"));
    assert!(has(&hands("5", "2"), "more-votes-than-members"));
    assert!(has(&hands("1", "3"), "decided-against-the-votes"));
}

#[test]
fn names_are_wanted_on_demand_and_for_the_budget() {
    let stage = council().play("<alt-i>The Revenue Budget <enter>");
    let stage = stage.play("<f4>that it be set.<tab><tab><tab><right><tab>3<tab>2<enter>");
    assert!(has(&stage, "names-missing"), "{:?}", rules(stage.meeting()));
    let stage = stage.play("<alt-v>r<enter>");
    assert!(!has(&stage, "names-missing"));
    let asked = council().play("<f4>that it be set.<tab><tab><tab><tab><tab><tab><tab><right><right><enter>");
    assert!(asked.screen().contains("Recorded vote"), "{}", asked.screen());
    let asked = asked.play("ff<enter>");
    assert!(asked.notice().contains("How 3 voted is not recorded."), "{}", asked.notice());
    assert!(has(&asked, "names-missing"));
}

#[test]
fn a_member_has_their_own_vote_recorded() {
    let stage = council().play("<f4>that it be set.<tab><tab><tab><right><tab>4<tab>1<enter>");
    let stage = stage.command("record-my-vote").play("Lind<tab><enter>");
    let told =
        "For 4, against 1, abstained 0. Recorded at the member’s own request: Dr S Lindqvist (against).";
    assert!(print(&stage).contains(told), "{}", print(&stage));
}

#[test]
fn a_carried_amendment_changes_the_motion_and_both_stay_on_the_record() {
    let stage = council().play("<f4>").play(&fields(&["that the dues be raised by 5%.", "Aldous", "Brine"]));
    let stage = stage.command("amendment").play("that 5% be replaced by 3%.<tab><end>");
    let stage = stage.play("<backspace><backspace><backspace>3%.<tab>Okafor<tab>Lind<tab><right><enter>");
    let page = stage.page();
    assert!(page.contains("that the dues be raised by 3%."), "{page}");
    let stage = stage.play("<up><f4><tab><tab><tab><right><tab>3<tab>2<enter>");
    let told = print(&stage);
    let order = [
        "Moved by Mr T Aldous and seconded by Cllr P Brine: that the dues be raised by 5%.",
        "Amendment moved by Ms J Okafor and seconded by Dr S Lindqvist: that 5% be replaced by 3%.",
        "The amendment was carried.",
        "The motion as amended: that the dues be raised by 3%.",
        "For 3, against 2, abstained 0. The motion was carried.",
    ];
    let places: Vec<usize> = order.iter().map(|words| told.find(words).unwrap_or(usize::MAX)).collect();
    assert!(places.is_sorted() && !places.contains(&usize::MAX), "{places:?} {told}");
    // Taken back, the motion has its first words again.
    let stage = stage.play("<down><f4><tab><tab><tab><tab><right><enter>");
    assert!(stage.page().contains("that the dues be raised by 5%."), "{}", stage.page());
}

#[test]
fn a_motion_falls_for_want_of_a_seconder() {
    let stage = council().play("<f4>that we adjourn.<tab>Brine<tab><tab><left><enter>");
    assert!(
        print(&stage)
            .contains("Moved by Cllr P Brine: that we adjourn. The motion fell for want of a seconder.")
    );
}

#[test]
fn the_words_of_a_vote_are_the_clerks_to_change() {
    let stage = council().play("<f4>that we adjourn.<tab><tab><tab><right><tab>5<enter>");
    let stage = stage.play("<f4><up>Carried unanimously.<enter>");
    let told = print(&stage);
    assert!(told.contains("that we adjourn. Carried unanimously."), "{told}");
    assert!(!told.contains("against 0"), "{told}");
}

#[test]
fn an_election_is_told_with_nominations_votes_and_the_chair_is_taken() {
    let stage = council().command("election").play(
        "<tab>Aldous<tab>Carrow<tab>Brine<tab>3<tab>Okafor<tab>Lind<tab><tab>2<tab><tab>Ald<tab><tab><right><enter>",
    );
    let told = print(&stage);
    let words = "Nominations for Chairman: Mr T Aldous (proposed by Mrs E Carrow, OBE and seconded by Cllr P Brine) \
                 and Ms J Okafor (proposed by Dr S Lindqvist). Votes: Mr T Aldous 3, Ms J Okafor 2. \
                 RESOLVED that Mr T Aldous be elected Chairman. Mr T Aldous took the chair.";
    assert!(told.contains(words), "{told}");
    let chairs: Vec<&str> = stage
        .meeting()
        .people
        .iter()
        .filter(|person| person.role == "Chairman")
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(chairs, ["Mr T Aldous"]);
    let tied = council()
        .command("election")
        .play("<tab>Aldous<tab><tab><tab>2<tab>Okafor<tab><tab><tab>2<tab><tab>Ald<enter>");
    assert!(has(&tied, "no-casting-vote"), "{:?}", rules(tied.meeting()));
    let tied = tied.play("<f4><up><right><enter>");
    assert!(!has(&tied, "no-casting-vote"));
    assert!(print(&tied).contains("it was decided by lot"), "{}", print(&tied));
}

#[test]
fn a_motion_that_nobody_is_named_for_and_that_is_lost_says_that_it_was_moved() {
    let stage = council().play("<f4>that the dues be raised.<tab><tab><tab>lost<enter>");
    let minutes = stage.minutes("numbered", Audience::Full);
    assert!(minutes.contains("It was moved:"), "{minutes}");
    assert!(minutes.contains("The motion was lost."), "{minutes}");
    let named = council().play("<f4>that the dues be raised.<tab>Aldous<tab><tab>lost<enter>");
    let minutes = named.minutes("numbered", Audience::Full);
    assert!(minutes.contains("Moved by Mr T Aldous:") && !minutes.contains("It was moved"), "{minutes}");
}

#[test]
fn an_office_is_called_as_the_body_calls_it() {
    let mut meeting = meeting();
    meeting.head.profile = "full council".into();
    meeting.people[1].role = "Vice-Chair".into();
    meeting.items[0].heading.title = "Election of Vice-Chair".into();
    meeting.items[1].heading.title = "Election of Chair".into();
    let held = Stage::with(meeting.clone()).play("<alt-o>").command("election");
    assert!(held.screen().contains("Office           Vice-Chair█"), "{}", held.screen());
    meeting.people[0].role.clear();
    let vacant = Stage::with(meeting).play("<alt-o><ctrl-down>").command("election");
    assert!(vacant.screen().contains("Office           Chair█"), "{}", vacant.screen());
}

#[test]
fn a_motion_with_its_votes_has_the_outcome_of_the_votes() {
    let keys = |votes: &str| format!("<f4>that the dues be raised.<tab><tab><tab><tab>{votes}<enter>");
    let outcome = |votes: &str| motion(&council().play(&keys(votes))).decision;
    assert_eq!(outcome("3<tab>2"), Decision::Carried);
    assert_eq!(outcome("2<tab>3"), Decision::Lost);
    assert_eq!(outcome("2<tab>2"), Decision::Moved, "a tie decides nothing");
    assert_eq!(outcome("2<tab>2<tab>1<tab><tab>for"), Decision::Carried);
    let tied = council().play(&keys("2<tab>2<tab>1<tab><tab>for"));
    let told = print(&tied.command("own vote").play("Brine<tab>against<enter>"));
    let words = "that the dues be raised. For 2, against 2, abstained 1. The votes being equal, Mrs E Carrow, OBE, \
                 presiding, gave a casting vote for the motion. Recorded at the member’s own request: Cllr P Brine (against).";
    assert!(told.contains(words), "{told}");
}
