//! The other papers: decisions, actions by owner, one item, and what a body signs.

use super::formats::{order, print};
use super::harbour;
use minutebook::domain::id::ItemId;
use minutebook::domain::profile::{Profile, Signing};
use minutebook::domain::style::Style;
use minutebook::export::{Audience, FORMATS, Order, Paper};
use minutebook::houses::Houses;

fn text(paper: Paper, profile: &Profile, audience: Audience) -> String {
    let (meeting, style) = (harbour::meeting(), Style::default());
    let order = Order { paper, profile, ..order(&meeting, &style, audience) };
    String::from_utf8(print("text", &order).bytes).unwrap()
}

fn profile(name: &str) -> &'static Profile {
    Houses::built_in().profiles().iter().find(|profile| profile.name == name).unwrap()
}

#[test]
fn every_paper_is_printed_for_every_audience() {
    let partnership = profile("partnership");
    for paper in [Paper::Decisions, Paper::Actions, Paper::Item(ItemId(203))] {
        for audience in Audience::ALL {
            let name = format!("paper_{}_{}", paper.word(), audience.word());
            insta::assert_snapshot!(name, text(paper, partnership, audience));
        }
    }
}

#[test]
fn every_format_prints_every_paper_or_says_why_not() {
    let (meeting, style) = (harbour::meeting(), Style::default());
    for format in &FORMATS {
        for paper in [Paper::Decisions, Paper::Actions, Paper::Item(ItemId(203))] {
            let printed = format.print(&Order { paper, ..order(&meeting, &style, Audience::Public) });
            assert_eq!(printed.is_ok(), format.papers, "{}", format.name);
            if let Err(why) = printed {
                assert!(why.contains("whole meeting"), "{why}");
            }
        }
    }
}

#[test]
fn the_note_of_a_community_council_names_who_was_there_and_what_was_declared() {
    let note = text(Paper::Decisions, profile("Welsh community council"), Audience::Public);
    for said in
        ["NOTE of a meeting", "PRESENT:", "APOLOGIES:", "declared a disclosable", "The motion was carried."]
    {
        assert!(note.contains(said), "{said} is not in\n{note}");
    }
    for unsaid in ["Signed", "introduced the report", "ACTION", "withdrew from the room", "DRAFT"] {
        assert!(!note.contains(unsaid), "{unsaid} is in\n{note}");
    }
    let notice = text(Paper::Decisions, profile("council committee"), Audience::Public);
    assert!(notice.contains("DECISIONS of") && !notice.contains("PRESENT"), "{notice}");
}

#[test]
fn a_meeting_without_decisions_and_actions_says_so() {
    let mut meeting = harbour::meeting();
    for item in &mut meeting.items {
        item.minutes.clear();
        item.heading.outcome = Default::default();
    }
    let style = Style::default();
    for (paper, said) in
        [(Paper::Decisions, "No decisions were recorded."), (Paper::Actions, "No actions were recorded.")]
    {
        let order = Order { paper, ..order(&meeting, &style, Audience::Full) };
        let text = String::from_utf8(print("text", &order).bytes).unwrap();
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn only_what_a_body_signs_is_printed_to_be_signed() {
    let minutes = |signing| {
        let profile = Profile { signing, ..Profile::default() };
        let (meeting, style) = (harbour::meeting(), Style::default());
        let order = Order { profile: &profile, ..order(&meeting, &style, Audience::Full) };
        String::from_utf8(print("html", &order).bytes).unwrap()
    };
    let signed =
        |page: &str| (page.contains("Signed as a correct record"), page.contains("\"Initials .........."));
    assert_eq!(signed(&minutes(Signing::Not)), (false, false));
    assert_eq!(signed(&minutes(Signing::Signed)), (true, false));
    assert_eq!(signed(&minutes(Signing::Initialled)), (true, true));
}
