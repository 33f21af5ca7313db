//! Declarations of interest: made at their item or later, observed when the item is reached, printed, and what the
//! checks find of them.

use crate::stage::{Stage, meeting};
use minutebook::domain::check::check;
use minutebook::domain::people::{Conduct, Standing};
use minutebook::export::Audience;

fn under(profile: &str) -> Stage {
    let mut meeting = meeting();
    meeting.head.profile = profile.into();
    Stage::with(meeting).play("<f2>ppppp<esc><alt-o>")
}

fn at_item(stage: Stage, label: &str) -> Stage {
    stage.play("<ctrl-g>").play(label).play("<enter>")
}

/// Aldous declares an interest in B1: a disclosable pecuniary one, where no other kind is given.
fn declared(profile: &str, kind: &str) -> Stage {
    let stage = at_item(under(profile), "A3");
    let kind = if kind.is_empty() { "disclosable" } else { kind };
    stage
        .play("<f3>nAldous<tab><right><right><right><right><right><tab>")
        .play(kind)
        .play("<tab>a berth<enter><esc>")
}

/// The usual kind stands in the field already; another is typed in its place.
fn another(kind: &str) -> String {
    format!("{}{kind}", "<ctrl-w>".repeat(6))
}

fn print(stage: &Stage, audience: Audience) -> String {
    stage.minutes("numbered", audience).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rules(stage: &Stage) -> Vec<&'static str> {
    check(stage.meeting(), stage.desk.profile()).into_iter().map(|found| found.rule).collect()
}

fn standing(stage: &Stage, name: &str) -> Standing {
    let person = stage.meeting().people.iter().find(|person| person.name.contains(name)).unwrap();
    stage.meeting().standing(person.id)
}

#[test]
fn a_declaration_is_told_where_declarations_are_called_for() {
    let stage = declared("council committee", "");
    let told = "Mr T Aldous declared a disclosable pecuniary interest in item B1 (a berth).";
    assert!(print(&stage, Audience::Public).contains(told), "{}", print(&stage, Audience::Public));
}

#[test]
fn one_made_later_says_during_which_item_it_was_made() {
    let stage = at_item(under("council committee"), "B1").play("The report was introduced.");
    let stage = at_item(stage, "B2").play("<f3>nOkafor<tab><left><tab>disc<tab>a mooring<enter><esc>");
    let told =
        "During item B2, Ms J Okafor declared a disclosable pecuniary interest in item B1 (a mooring).";
    assert!(print(&stage, Audience::Full).contains(told), "{}", print(&stage, Audience::Full));
    let heading = print(&stage, Audience::Full).find("Declarations of Interest").unwrap();
    assert!(
        print(&stage, Audience::Full)[heading..].find(told)
            < print(&stage, Audience::Full)[heading..].find("Dredging")
    );
}

#[test]
fn whoever_declared_withdraws_with_one_key_in_the_list() {
    let stage = at_item(declared("council committee", ""), "B1").play("The report was introduced.<f3>w<esc>");
    assert_eq!(standing(&stage, "Aldous"), Standing::Out);
    assert_eq!(stage.meeting().declarations[0].conduct, Conduct::Withdrew);
    assert!(!rules(&stage).contains(&"withdrew-but-present"));
    let stage = stage.play("<f3>b<esc>");
    assert_eq!(standing(&stage, "Aldous"), Standing::In);
    // The withdrawal did not happen after all, and the declaration still says so.
    let stage = stage.play("<f2><down>m<down><down><delete><esc>m<down><delete><esc><esc>");
    assert!(rules(&stage).contains(&"withdrew-but-present"), "{:?}", rules(&stage));
}

#[test]
fn withdrawing_at_another_item_leaves_the_declaration_as_it_is() {
    let stage = at_item(declared("council committee", ""), "B2").play("Noted.<f3>w<esc>");
    assert_eq!(standing(&stage, "Aldous"), Standing::Out);
    assert_eq!(stage.meeting().declarations[0].conduct, Conduct::Unrecorded);
}

#[test]
fn a_kind_that_bars_from_taking_part_is_offered_to_be_minuted_so() {
    let stage = at_item(declared("council committee", ""), "B1");
    assert_eq!(stage.notice(), "Mr T Aldous may take no part. F11 records it.");
    let stage = stage.play("<f11>The report was noted.");
    assert_eq!(standing(&stage, "Aldous"), Standing::In, "the law does not send them out");
    let told = "in item B1 (a berth), remained in the meeting and took no part in the item.";
    assert!(print(&stage, Audience::Full).contains(told), "{}", print(&stage, Audience::Full));
    assert!(!rules(&stage).iter().any(|rule| rule.starts_with("interest")), "{:?}", rules(&stage));
}

#[test]
fn a_kind_that_asks_to_withdraw_is_offered_with_the_return() {
    let stage = at_item(declared("Welsh council", &another("personal and prejudicial interest")), "B1");
    assert_eq!(stage.notice(), "Mr T Aldous must withdraw. F11 records it.");
    let stage = stage.at(10, 20).play("<f11>The report was noted.");
    assert_eq!(standing(&stage, "Aldous"), Standing::Out);
    let stage = stage.at(10, 30).play("<ctrl-down>");
    assert_eq!(stage.notice(), "Mr T Aldous can return. F11 records it.");
    let stage = stage.play("<f11>Pontoons were discussed.");
    assert_eq!(standing(&stage, "Aldous"), Standing::In);
    let print = print(&stage, Audience::Full);
    let told = "Mr T Aldous withdrew from the meeting at 10.20 am during consideration of this item. 1. The report was \
                noted. Mr T Aldous returned to the meeting at 10.30 am during consideration of this item.";
    assert!(print.contains(told), "{print}");
    assert!(stage.play("<ctrl-up><ctrl-down>").notice().is_empty());
}

#[test]
fn what_the_clerk_leaves_alone_is_found_and_what_was_done_against_the_rule_is_told_apart() {
    let noted = |stage: Stage| at_item(stage, "B1").play("The report was noted.");
    let kind = another("personal and prejudicial interest");
    assert!(rules(&noted(declared("Welsh council", &kind))).contains(&"interest-not-withdrawn"));
    assert!(rules(&noted(declared("council committee", ""))).contains(&"interest-conduct-not-said"));
    let conduct = |stage: Stage, times: usize| {
        stage.play("<f3><enter><up><up>").play(&"<right>".repeat(times)).play("<enter><esc>")
    };
    let took_part = conduct(noted(declared("council committee", "")), 3);
    assert_eq!(took_part.meeting().declarations[0].conduct, Conduct::TookPart);
    assert!(rules(&took_part).contains(&"took-part-with-interest"), "{:?}", rules(&took_part));
    let silent = conduct(noted(declared("Welsh council", &kind)), 2);
    assert!(rules(&silent).contains(&"interest-not-withdrawn"), "staying is not enough there");
    let dispensed = conduct(noted(declared("council committee", "")), 4);
    assert!(!rules(&dispensed).iter().any(|rule| rule.contains("interest")), "{:?}", rules(&dispensed));
}

#[test]
fn the_nature_is_asked_for_except_of_a_sensitive_interest() {
    let stage = at_item(under("council committee"), "B1").play("<f3>nAldous<tab><tab>other<enter><esc>");
    assert!(rules(&stage).contains(&"declaration-without-nature"));
    let stage = at_item(under("council committee"), "B1").play("<f3>nAldous<tab><tab>");
    let stage = stage.play(&another("sensitive interest")).play("<enter><esc>");
    assert!(!rules(&stage).contains(&"declaration-without-nature"));
    let stage = at_item(under("partnership"), "B1").play("<f3>nAldous<enter><esc>");
    assert!(!rules(&stage).contains(&"declaration-without-nature"), "its own terms say what is asked");
}

#[test]
fn no_public_copy_has_the_nature_of_a_sensitive_interest() {
    let stage = declared("council committee", &another("sensitive interest"));
    assert!(stage.meeting().declarations[0].sensitive);
    assert!(print(&stage, Audience::Full).contains("declared a sensitive interest in item B1 (a berth)."));
    assert!(print(&stage, Audience::Public).contains("declared a sensitive interest in item B1."));
    let copied = stage.command("copy-minutes");
    let copies = copied.effects.iter().filter(|effect| format!("{effect:?}").contains("berth")).count();
    let journal = copied.journal().iter().filter(|entry| format!("{entry:?}").contains("berth")).count();
    assert_eq!(copies, journal, "only the journal has it");
}

#[test]
fn several_people_are_asked_for_in_one_offer_and_one_step() {
    let stage = declared("council committee", "");
    let stage =
        stage.play("<f3>nOkafor<tab><right><right><right><right><right><tab>disc<tab>a mooring<enter><esc>");
    let stage = at_item(stage, "B1");
    assert_eq!(stage.notice(), "Mr T Aldous and Ms J Okafor may take no part. F11 records it.");
    let stage = stage.play("<f11>");
    assert!(stage.meeting().declarations.iter().all(|declared| declared.conduct == Conduct::Silent));
    let stage = stage.play("<ctrl-z>");
    assert!(stage.meeting().declarations.iter().all(|declared| declared.conduct == Conduct::Unrecorded));
}

#[test]
fn that_nobody_declared_anything_is_not_written_where_somebody_did() {
    let stage = at_item(declared("council committee", ""), "A3").play("<alt-w>");
    assert_eq!(stage.page(), "");
    assert_eq!(stage.notice(), "The declarations recorded (F3) are printed here; there is nothing to add.");
}

#[test]
fn no_kind_stands_in_the_form_where_the_law_tells_kinds_apart() {
    for profile in ["council committee", "cabinet", "full council", "parish council", "Welsh council"] {
        let stage = at_item(under(profile), "B1").play("<f3>nAldous<tab><tab>");
        let kinds = stage.desk.profile().interests.iter().map(|interest| interest.kind.clone());
        let kinds: Vec<String> = kinds.collect();
        let stage = stage.size(70, 30);
        let screen = stage.screen().replace(['│', '\n'], " ");
        let shown = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        for kind in &kinds {
            assert!(shown.split_once("One of: ").is_some_and(|(_, rest)| rest.contains(kind)), "{shown}");
        }
        let stage = stage.play("<tab>a berth<enter>");
        assert_eq!(
            stage.notice(),
            "Recorded without its kind, which says who may stay: Enter on it adds that."
        );
        assert_eq!(stage.meeting().declarations[0].kind, "");
        assert!(rules(&stage).contains(&"declaration-without-kind"));
    }
    let stage = at_item(under("partnership"), "B1").play("<f3>nAldous<enter><esc>");
    assert_eq!(stage.meeting().declarations[0].kind, "interest");
}
