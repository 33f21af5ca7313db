//! Restricted business: the exclusion of the public is offered, built, minuted where everybody can read it, and
//! missed where it is not there.

use crate::stage::{Stage, meeting};
use minutebook::domain::check::check;
use minutebook::export::Audience;

fn under(profile: &str) -> Stage {
    let mut meeting = meeting();
    meeting.head.profile = profile.into();
    Stage::with(meeting).play("<f2>ppppp<esc><alt-o>")
}

fn to_the_restricted_item(stage: Stage) -> Stage {
    stage.play(&"<ctrl-down>".repeat(7))
}

fn has(stage: &Stage, rule: &str) -> bool {
    check(stage.meeting(), stage.desk.profile()).iter().any(|found| found.rule == rule)
}

fn public(stage: &Stage) -> String {
    stage.minutes("numbered", Audience::Public).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_restricted_item_of_a_council_offers_the_exclusion_and_typing_goes_on() {
    let stage = to_the_restricted_item(under("council committee"));
    assert_eq!(stage.notice(), "Was the exclusion of the public carried? F11 minutes it.");
    let stage = stage.play("The rent was discussed.");
    assert_eq!(stage.page(), "1.|The rent was discussed.");
    assert!(has(&stage, "restricted-without-exclusion"));
    let stage = stage.play("<f11><end><backspace>3<tab><tab>Aldous<tab>Brine<enter>");
    assert!(!has(&stage, "restricted-without-exclusion"), "{}", stage.notice());
    assert!(!has(&stage, "exclusion-without-paragraph"));
    let told = public(&stage);
    let words = "that under section 100A(4) of the Local Government Act 1972 the public be excluded from the \
                 meeting for item C1, as it is likely that exempt information as defined in paragraph 3 of Part 1";
    assert!(told.contains(words), "{told}");
    assert!(told.contains("the public interest in maintaining the exemption"), "{told}");
    assert!(told.contains("40. Exclusion of the public Moved by Mr T Aldous and seconded by Cllr P Brine: RESOLVED that under"), "it is no part of another matter: {told}");
    assert_eq!(stage.notice(), "Minuted as an item of its own. The words are yours to change.");
    let titles: Vec<&str> = stage.meeting().items.iter().map(|item| item.heading.title.as_str()).collect();
    assert_eq!(titles[6..], ["Date of the next meeting", "Exclusion of the public", "Fuel Berth Lease"]);
    assert!(stage.meeting().taken_out_of_order().is_empty());
    assert!(!told.contains("Fuel Berth") && !told.contains("The rent"), "{told}");
}

#[test]
fn a_lost_exclusion_leaves_the_item_public() {
    let stage = to_the_restricted_item(under("council committee"));
    let stage = stage.play("<f11><end><backspace>3<tab><tab><tab><tab><right><enter>");
    assert!(stage.notice().contains("public now"), "{}", stage.notice());
    let told = public(&stage);
    assert!(told.contains("The motion was lost.") && !told.contains("RESOLVED"), "{told}");
    let stage = stage.play("The lease was discussed in public.");
    assert!(!stage.screen().contains("RESTRICTED"), "{}", stage.screen());
    assert!(public(&stage).contains("The lease was discussed in public."));
    assert!(!has(&stage, "restricted-without-exclusion"));
}

#[test]
fn a_paragraph_is_chosen_by_what_it_is_about_and_one_that_the_law_has_not_is_refused() {
    let stage = to_the_restricted_item(under("council committee")).play("<f11><tab><right><right><right>");
    assert!(stage.screen().contains("‹ 3 financial or business affairs ›"), "{}", stage.screen());
    assert!(public(&stage.play("<enter>")).contains("as defined in paragraph 3 of Part 1"));
    let stage = to_the_restricted_item(under("council committee")).play("<f11><end><backspace>9<enter>");
    assert_eq!(stage.notice(), "There is no paragraph 9; the law has 1 to 7.");
    let stage = to_the_restricted_item(under("Welsh council")).play("<f11><end><backspace>14<enter>");
    assert!(public(&stage).contains("as defined in paragraph 14 of Part 4"), "{}", public(&stage));
}

#[test]
fn one_undo_takes_the_exclusion_and_its_item_back() {
    let before = to_the_restricted_item(under("council committee"));
    let items = before.meeting().items.len();
    let stage = before.play("<f11><end><backspace>3<enter>");
    assert_eq!(stage.meeting().items.len(), items + 1);
    assert_eq!(stage.play("<ctrl-z>").meeting().items.len(), items);
}

#[test]
fn an_agenda_that_has_an_item_for_it_has_the_exclusion_there() {
    let mut meeting = meeting();
    meeting.head.profile = "council committee".into();
    meeting.items[5].heading.title = "Exclusion of the Press and Public".into();
    let stage = Stage::with(meeting).play("<f2>ppppp<esc><alt-o>");
    let stage = to_the_restricted_item(stage).play("<f11><end><backspace>3<enter>");
    assert_eq!(stage.notice(), "Minuted under item B2. The words are yours to change.");
    assert!(
        public(&stage)
            .contains("Exclusion of the Press and Public (Item B2) RESOLVED that under section 100A(4)"),
        "{}",
        public(&stage)
    );
}

#[test]
fn items_without_labels_are_called_by_the_places_that_they_have_then() {
    let mut meeting = meeting();
    meeting.head.profile = "council committee".into();
    meeting.items.iter_mut().for_each(|item| item.heading.label.clear());
    let stage = Stage::with(meeting).play("<f2>ppppp<esc><alt-o>");
    let stage = to_the_restricted_item(stage).play("<f11><end><backspace>3<enter>");
    assert!(public(&stage).contains("excluded from the meeting for item 9,"), "{}", public(&stage));
    assert!(!has(&stage.play("The rent."), "restricted-without-exclusion"));
}

#[test]
fn a_click_into_a_restricted_item_offers_what_a_key_does() {
    let mut stage = under("council committee").size(120, 40);
    let screen = stage.screen();
    let (y, row) = screen.lines().enumerate().find(|(_, row)| row.contains("Fuel Berth")).unwrap();
    let x = row.find("Fuel").map(|at| row[..at].chars().count()).unwrap();
    stage.happen(minutebook::update::Event::Point(x as u16, y as u16, false));
    assert_eq!(stage.desk.item().unwrap().heading.label, "C1");
    assert_eq!(stage.notice(), "Was the exclusion of the public carried? F11 minutes it.");
}

#[test]
fn a_statement_stands_where_the_public_business_ended_in_the_order_taken() {
    let stage = under("partnership").play("<ctrl-g>B1<enter>").play("One.");
    let stage = stage.play("<ctrl-g>C1<enter>").play("The rent.").play("<ctrl-g>B2<enter>").play("Two.");
    let stage = stage.play("<ctrl-g>C1<enter>").command("exclude-public").play("<enter>");
    assert_eq!(stage.notice(), "Minuted under item B1. The words are yours to change.");
}

#[test]
fn a_parish_has_the_act_of_1960_and_gives_no_paragraphs() {
    let stage = to_the_restricted_item(under("parish council")).play("<f11><enter>");
    let told = public(&stage);
    assert!(told.contains("Public Bodies (Admission to Meetings) Act 1960"), "{told}");
    assert!(!told.contains("Schedule 12A"), "{told}");
}

#[test]
fn a_partnership_is_not_asked_and_can_say_it_plainly() {
    let stage = to_the_restricted_item(under("partnership"));
    assert!(!stage.notice().contains("exclusion"), "{}", stage.notice());
    let stage = stage.command("exclude-public").play("<enter>");
    let told = public(&stage);
    assert!(told.contains("The meeting was not open to the press and public for item C1."), "{told}");
    let stage = stage.play("The rent was discussed.");
    assert!(!has(&stage, "restricted-without-exclusion"));
}

#[test]
fn a_resolution_in_the_clerks_own_words_counts() {
    let stage = under("council committee").play(&"<ctrl-down>".repeat(6));
    let stage = stage.play("RESOLVED that the press and public be excluded.<ctrl-down>");
    assert!(!stage.notice().contains("exclusion"), "{}", stage.notice());
    let stage = stage.play("The rent.");
    assert!(!has(&stage, "restricted-without-exclusion"));
    let stage = stage.command("readmit-public");
    assert!(stage.page().contains("The public were readmitted to the meeting."));
}

#[test]
fn no_resolution_is_built_with_a_place_left_for_its_paragraph() {
    let stage = to_the_restricted_item(under("council committee")).play("<f11><enter>");
    assert_eq!(
        stage.notice(),
        "The law wants a paragraph for every item: write it behind the item, as in C1 7, or choose one."
    );
    assert!(stage.screen().contains("Excluding the public"), "the form stays: {}", stage.screen());
    assert!(!public(&stage).contains("excluded from the meeting"), "{}", public(&stage));
    assert!(public(&stage.play("<tab>3<enter>")).contains("as defined in paragraph 3 of Part 1"));
}

#[test]
fn what_is_no_item_and_no_paragraph_is_said_and_the_form_stays() {
    let stage = to_the_restricted_item(under("council committee")).play("<f11><end> three<enter>");
    assert!(stage.notice().contains("`three` is not"), "{}", stage.notice());
    assert!(stage.screen().contains("Excluding the public"));
}
