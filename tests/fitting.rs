//! Every form on small screens: the field being filled in, the title and the keys are in sight, and what is cut is said.

use crate::stage::{Stage, meeting};
use minutebook::desk::Overlay;

fn council() -> Stage {
    let mut meeting = meeting();
    meeting.head.profile = "council committee".into();
    let stage = Stage::with(meeting).play("<f2>*<esc><alt-o><ctrl-g>B1<enter>Moved that it be so.");
    stage.play("<f4>that dredging begin<tab>aldous<tab>brine<enter>")
}

/// The keys that open every form that a clerk can come to.
const FORMS: [&str; 18] = [
    "<alt-m>",
    "<alt-i>",
    "<f2>n",
    "<f2><down><down><enter>",
    "<f2><down><down>s",
    "<f3>n",
    "<f4>",
    "<ctrl-p>election<enter>",
    "<ctrl-p>amend<enter>",
    "<ctrl-p>own vote<enter>",
    "<ctrl-p>exclude-public<enter>",
    "<ctrl-p>meeting-times<enter>",
    "<ctrl-p>recording<enter>",
    "<f6>",
    "<f9>",
    "<f12>",
    "<ctrl-p>import-people<enter>",
    "<ctrl-p>compare-returned<enter>",
];

#[test]
fn every_form_shows_its_title_its_keys_and_the_field_being_filled_in() {
    for keys in FORMS {
        for (width, height) in [(80, 24), (60, 16), (50, 14), (120, 40)] {
            let mut stage = council().size(width, height).play(keys);
            let Some(Overlay::Form(form)) = stage.desk.overlay() else { panic!("{keys} opens no form") };
            let title = form.title.clone();
            let fields = form.asked().count();
            for _ in 0..=fields {
                let screen = stage.screen();
                let Some(Overlay::Form(form)) = stage.desk.overlay() else { panic!("{title} closed") };
                let label = form.entries[form.focus].label;
                let at = format!("{title}, {label}, {width}x{height}:\n{screen}");
                let first: String = title.chars().take(12).collect();
                assert!(screen.contains(&first), "no title: {at}");
                assert!(screen.contains("Enter Done"), "no keys: {at}");
                assert!(screen.contains(&format!("│ {label}")), "no field: {at}");
                let shown =
                    form.asked().filter(|(_, entry)| screen.contains(&format!("│ {}  ", entry.label)));
                let is_cut = shown.count() < form.asked().count();
                assert!(!is_cut || screen.contains(['↑', '↓', '↕']), "the cut is not marked: {at}");
                stage = stage.play("<tab>");
            }
        }
    }
}

#[test]
fn an_election_asks_for_one_nominee_more_than_there_are() {
    let stage = council().command("election");
    assert!(!stage.screen().contains("Proposed by"), "{}", stage.screen());
    let stage = stage.play("<tab>aldous<tab>");
    assert!(stage.screen().contains("Proposed by"), "{}", stage.screen());
    let stage = stage.play("brine<tab>okafor<tab>2<tab>lindqvist<tab>carrow<tab><tab>2<tab>");
    let screen = stage.screen();
    assert!(screen.contains("▌") || screen.contains("3rd nominee"), "{screen}");
    let stage = stage.play("okafor<tab><tab><tab>1<tab>brine<tab><tab><tab>0");
    assert!(stage.screen().contains('↑'), "{}", stage.screen());
    let stage = stage.play("<tab><tab>aldous<enter>");
    let minutes = stage.minutes("numbered", minutebook::export::Audience::Public);
    let told = minutes.split_whitespace().collect::<Vec<_>>().join(" ");
    for name in ["Mr T Aldous", "Dr S Lindqvist", "Ms J Okafor", "Cllr P Brine"] {
        assert!(told.contains(name), "{name}: {told}");
    }
}

#[test]
fn the_roll_has_the_keys_that_matter_most_on_a_small_screen() {
    let keys = |stage: Stage| stage.screen().lines().last().unwrap_or_default().to_owned();
    let mut meeting = meeting();
    meeting.head.profile = "council committee".into();
    let calling = Stage::with(meeting).size(50, 14).play("<f2>");
    for wanted in ["* All", "p Present", "a Apologies", "x Absent", "F1 Help"] {
        assert!(keys(Stage::new().size(50, 14).play("<f2>")).contains(wanted), "{}", calling.screen());
    }
    let called = calling.play("*<esc><alt-o><f2>");
    let shown = keys(called);
    for wanted in ["l Late", "o Left", "b Back", "g Gone", "F1 Help"] {
        assert!(shown.contains(wanted), "{shown}");
    }
}
