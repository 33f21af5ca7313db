//! The other papers: decisions, actions by owner, one item, and what a body signs.

use super::formats::{order, print};
use super::harbour;
use minutebook::domain::id::{BlockId, ItemId};
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::{Block, Kind};
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
fn what_a_public_copy_leaves_out_is_counted() {
    let (mut meeting, style) = (harbour::meeting(), Style::default());
    let left_out =
        |meeting: &Meeting, paper, audience| Order { paper, ..order(meeting, &style, audience) }.left_out();
    let secret = meeting.items.iter().filter(|item| meeting.is_restricted(item)).count();
    let said = left_out(&meeting, Paper::Minutes, Audience::Public).unwrap();
    assert!(
        said.starts_with(&format!("{secret} restricted item")) && said.ends_with("left out of this copy"),
        "{said}"
    );
    assert_eq!(left_out(&meeting, Paper::Minutes, Audience::Full), None);
    // A restricted paragraph takes what hangs from it with it; a note is in no copy and not counted.
    let id = meeting.items.iter().find(|item| !meeting.is_restricted(item)).unwrap().id;
    let item = meeting.items.iter_mut().find(|item| item.id == id).unwrap();
    let block = |n, level, restricted| Block { level, restricted, ..Block::paragraph(BlockId(n), "Words.") };
    let note = Block { kind: Kind::Note, restricted: true, ..block(9003, 0, true) };
    item.minutes = vec![block(9000, 0, true), block(9001, 1, false), note, block(9002, 0, false)];
    let said = left_out(&meeting, Paper::Item(id), Audience::Public);
    assert_eq!(said.as_deref(), Some("2 restricted paragraphs are left out of this copy"));
    meeting.items.iter_mut().find(|item| item.id == id).unwrap().minutes.remove(0);
    assert_eq!(left_out(&meeting, Paper::Item(id), Audience::Public), None);
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
