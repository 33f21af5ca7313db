//! Names as the clerk types them: completed, doubted, mended; and two entries that are one person.

use crate::stage::{Stage, meeting};
use minutebook::domain::check;
use minutebook::domain::people::{Membership, Standing};
use minutebook::export::Audience;

fn status(stage: &Stage) -> String {
    stage.screen().lines().nth(22).unwrap().to_owned()
}

fn standing(stage: &Stage, name: &str) -> Standing {
    let person = stage.meeting().people.iter().find(|person| person.name.contains(name)).unwrap();
    stage.meeting().standing(person.id)
}

/// The meeting is open, the roll called; Brine sent apologies.
fn open() -> Stage {
    Stage::new().play("<alt-o><f2>*<down><down>a<esc>")
}

#[test]
fn a_name_begun_is_offered_and_completed_with_one_key() {
    let stage = open().play("Thanked by Mr Al");
    assert!(status(&stage).contains("Mr T Aldous (Alt-C)"), "{}", status(&stage));
    let stage = stage.play("<alt-c>, who left.");
    assert_eq!(stage.page(), "1.|Thanked by Mr T Aldous, who left.");
    assert!(!status(&stage).contains("Alt-C"), "{}", status(&stage));
}

#[test]
fn the_first_mention_is_in_full_and_the_second_short() {
    let stage = open().play("Col Hest<alt-c> reported. Hest<alt-c> left.");
    assert_eq!(stage.page(), "1.|Col Hester (Harbour Master) reported. Col Hester left.");
    let stage = stage.play("<enter>Ald<alt-c> asked; Ald<alt-c> thanked. aldo<alt-c>");
    assert!(stage.page().ends_with("2.|Mr T Aldous asked; Mr Aldous thanked. Mr Aldous"), "{}", stage.page());
    // In another item it is the first mention again.
    let stage = stage.play("<ctrl-down>Hest<alt-c>");
    assert_eq!(stage.page(), "1.|Col Hester (Harbour Master)");
}

#[test]
fn once_more_turns_the_name_into_its_next_form() {
    let stage = open().play("Hest<alt-c>");
    assert_eq!(stage.page(), "1.|Col Hester (Harbour Master)");
    let stage = stage.play("<alt-c>");
    assert_eq!(stage.page(), "1.|Col Hester");
    let stage = stage.play("<alt-c>");
    assert_eq!(stage.page(), "1.|Hest", "what was typed comes back");
    let stage = stage.play("<alt-c><ctrl-z>");
    assert_eq!(stage.page(), "1.|Hest");
}

#[test]
fn typing_is_never_in_the_way_of_an_offer() {
    let stage = open().play("Aldous<enter>Oka");
    assert_eq!(stage.page(), "1.|Aldous\n2.|Oka");
    assert_eq!(open().play("the quay<alt-c>").page(), "1.|the quay");
    assert!(open().play("the quay<alt-c>").notice().starts_with("Nobody on the roll is called so"));
}

#[test]
fn somebody_down_for_apologies_who_is_named_is_pointed_out_and_mended() {
    let stage = open().at(10, 30).play("Cllr Brine asked");
    assert!(status(&stage).contains("Cllr Brine is down for apologies (Alt-J: here)"), "{}", status(&stage));
    let stage = stage.play(" about costs.<alt-j>");
    assert_eq!(standing(&stage, "Brine"), Standing::In);
    assert!(stage.meeting().apologies.is_empty());
    assert!(stage.minutes("numbered", Audience::Full).contains("Cllr P Brine arrived at 10.30 am"));
    assert!(!status(&stage.play(" More")).contains("Alt-J"));
    let stage = open().play("Cllr Brine asked.<alt-j><ctrl-z>");
    assert_eq!(standing(&stage, "Brine"), Standing::Apologies, "one undo takes it back");
}

#[test]
fn a_stranger_is_pointed_out_and_put_on_the_roll_as_a_guest() {
    let stage = open().play("Mr Groyne asked");
    assert!(status(&stage).contains("Mr Groyne is not on the roll"), "{}", status(&stage));
    let stage = stage.play("<alt-j>");
    let guest = stage.meeting().people.last().unwrap();
    assert_eq!((guest.name.as_str(), guest.membership), ("Mr Groyne", Membership::Guest));
    assert_eq!(standing(&stage, "Groyne"), Standing::In);
    let stage = stage.play(" and Mr Groyne left");
    assert!(!status(&stage).contains("not on the roll"), "{}", status(&stage));
}

#[test]
fn nobody_is_doubted_before_the_roll_is_called_or_after_the_paragraph_is_left() {
    assert!(!status(&Stage::new().play("Mr Groyne asked")).contains("not on the roll"));
    let stage = open().play("Mr Groyne asked.<enter>Costs");
    assert!(!status(&stage).contains("not on the roll"), "{}", status(&stage));
    let stage = open().play("Mr Aldous and the Chairman asked Mrs Carrow about Oake Lane.");
    assert!(!status(&stage).contains("Alt-J"), "{}", status(&stage));
    let stage = open().play("Mr Groyne <backspace><ctrl-w><ctrl-w>Costs");
    assert!(!status(&stage).contains("not on the roll"), "the name has gone: {}", status(&stage));
}

/// What the checks say of those who are named and were not there.
fn named_but_not_there(stage: &Stage) -> Vec<String> {
    let found = check::check(stage.meeting(), stage.desk.profile());
    let named = found.into_iter().filter(|finding| finding.rule == "named-but-not-there");
    named.map(|finding| finding.said).collect()
}

#[test]
fn the_checks_point_out_whoever_is_named_and_was_not_there() {
    let stage = open()
        .play("Cllr Brine asked, and Mr Groyne and Mr Aldous answered.<enter>ACTION: Mr Quay to write.");
    let stage = stage.play("<ctrl-down>Cllr Brine had sent apologies.");
    let said = named_but_not_there(&stage);
    assert_eq!(
        said,
        [
            "Cllr Brine is named under A1 Introduction and is down for apologies.",
            "Mr Groyne is named under A1 Introduction and is not on the roll.",
        ]
    );
}

#[test]
fn one_person_entered_twice_is_noticed_and_merged() {
    let stage = open().play("<f2>nDr Lindquist<enter>");
    let twin = |stage: &Stage| {
        let found = check::check(stage.meeting(), stage.desk.profile());
        found.iter().any(|finding| finding.rule == "near-duplicate" && finding.said.contains("Dr Lindquist"))
    };
    assert!(twin(&stage));
    let before = stage.meeting().people.len();
    // A declaration and a movement of the second entry are kept.
    let stage =
        stage.play("<down><down><down><down>p<esc><f3>nDr Lindquist<tab><tab><tab>a berth<enter><esc>");
    let stage = stage.play("<f2><down><down><down><down><down>=");
    assert!(stage.screen().contains("Who else is Dr Lindquist?"), "{}", stage.screen());
    let stage = stage.play("<enter>");
    assert_eq!(stage.meeting().people.len(), before - 1);
    assert!(!twin(&stage));
    let lindqvist = stage.meeting().people.iter().find(|person| person.name == "Dr S Lindqvist").unwrap();
    assert_eq!(lindqvist.aliases, ["Dr Lindquist"]);
    assert_eq!(stage.meeting().declarations[0].person, lindqvist.id);
    assert_eq!(stage.meeting().movements_of(lindqvist.id).count(), 1, "two marks at the roll call are one");
    let stage = stage.play("u");
    assert_eq!(stage.meeting().people.len(), before);
}

#[test]
fn merging_keeps_the_record_together() {
    let mut meeting = meeting();
    meeting.people[2].name = "Mr Aldous".into();
    let stage =
        Stage::with(meeting).play("<alt-o><f2><down>p<up>o<down>p<up><up>s").play("Mr Aldous<enter><esc>");
    let stage = stage.play("<f4>that it be noted<tab>Mr Aldous<tab>Mr T Aldous<tab><right><enter>");
    let (gone, kept) = (stage.meeting().people[2].id, stage.meeting().people[1].id);
    let edits = minutebook::domain::merge::edits(stage.meeting(), gone, kept).unwrap();
    let mut merged = stage.meeting().clone();
    edits.iter().for_each(|edit| assert_eq!(merged.apply(edit), Ok(()), "{edit:?}"));
    let speaks = serde_json::to_string(&merged).unwrap();
    assert!(
        !speaks.contains(&format!("\"person\":{}", gone.0)) && !speaks.contains(&format!(":{},", gone.0)),
        "{speaks}"
    );
    edits.iter().rev().for_each(|edit| assert_eq!(merged.apply(&edit.inverse()), Ok(())));
    assert_eq!(merged, *stage.meeting());
}

/// Dr Lindquist stands on the roll beside Dr S Lindqvist, and both voted as said on a motion under A1.
fn voted_twice(votes: &str) -> Stage {
    let mut meeting = meeting();
    meeting.people[3].name = "Dr Lindquist".into();
    let stage =
        Stage::with(meeting).play("<f2>ppppp<esc><alt-o><f4>that the dues be raised.<tab>Dr Lindquist<tab>");
    stage.play("Dr S Lindqvist<enter><alt-v>").play(votes).play("<enter>")
}

fn merged(stage: Stage) -> Stage {
    stage.play("<f2><down><down><down>=").play("<enter>")
}

#[test]
fn whoever_moved_and_voted_is_one_person_after_the_merge_and_two_after_one_undo() {
    let before = voted_twice("aaaff");
    let stage = merged(voted_twice("aaaff"));
    assert!(!stage.meeting().people.iter().any(|person| person.name == "Dr Lindquist"), "{}", stage.notice());
    let told = stage.minutes("web", Audience::Full).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Moved by Dr S Lindqvist and seconded by Dr S Lindqvist"), "{told}");
    assert!(told.contains("For (1): Dr S Lindqvist."), "nobody votes twice: {told}");
    let undone = stage.play("u");
    assert_eq!(undone.meeting(), before.meeting());
}

#[test]
fn two_who_voted_differently_stay_two_and_it_is_said_on_which_motion() {
    let stage = merged(voted_twice("aaafb"));
    assert_eq!(
        stage.notice(),
        "Dr Lindquist voted for and Dr S Lindqvist abstained: “that the dues be raised.”, item A1; correct that \
         vote first."
    );
    assert!(stage.meeting().people.iter().any(|person| person.name == "Dr Lindquist"));
}

#[test]
fn own_votes_and_silence_count_as_how_somebody_voted() {
    let stage = merged(voted_twice("aaafn"));
    assert!(stage.notice().contains("Dr S Lindqvist did not vote"), "{}", stage.notice());
    let mut meeting = meeting();
    meeting.people[3].name = "Dr Lindquist".into();
    let hands = "<f2>ppppp<esc><alt-o><f4>that it be noted.<tab><tab><tab><right><tab>3<enter>";
    let stage = Stage::with(meeting).play(hands).command("record-my-vote").play("Dr Lindquist<enter>");
    let same = merged(Stage::with(stage.meeting().clone()));
    assert!(same.notice().starts_with("Made one person of two"), "{}", same.notice());
    let stage = merged(stage.command("record-my-vote").play("Dr S Lindqvist<tab><right><enter>"));
    assert!(
        stage.notice().contains("Dr Lindquist voted against and Dr S Lindqvist abstained"),
        "{}",
        stage.notice()
    );
}

#[test]
fn whoever_was_nominated_and_elected_is_one_person_after_the_merge() {
    let mut meeting = meeting();
    meeting.people[3].name = "Dr Lindquist".into();
    let elected = "<tab>Dr Lindquist<tab>Dr S Lindqvist<tab>Brine<tab>4<enter>";
    let stage = Stage::with(meeting.clone()).play("<f2>ppppp<esc><alt-o>").command("election").play(elected);
    let stage = merged(stage);
    let told = stage.minutes("web", Audience::Full).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("Dr S Lindqvist (proposed by Dr S Lindqvist and seconded by Cllr P Brine"),
        "{told}"
    );
    let both = "<tab>Dr Lindquist<tab><tab><tab><tab>Dr S Lindqvist<enter>";
    let stage = Stage::with(meeting).play("<f2>ppppp<esc><alt-o>").command("election").play(both);
    let stage = merged(stage);
    assert_eq!(
        stage.notice(),
        "Dr Lindquist and Dr S Lindqvist are both nominated as Chairman, item A1; correct that election first."
    );
}

#[test]
fn a_title_written_out_is_a_title_like_its_short_form() {
    let stage = open().play("Councillor Brine asked about the Reverend Quay.<enter>Costs");
    let said = named_but_not_there(&stage);
    let wanted = [
        "Councillor Brine is named under A1 Introduction and is down for apologies.",
        "Reverend Quay is named under A1 Introduction and is not on the roll.",
    ];
    assert_eq!(said, wanted);
}
