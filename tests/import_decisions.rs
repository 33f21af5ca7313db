//! Import of decisions, votes and actions in the many ways in which minutes word them; one invented paper each.

use crate::import::proposed;
use crate::stage::Stage;
use minutebook::domain::minutes::Kind;
use minutebook::domain::motions::{Decision, Vote};

/// Blocks below the second item of minutes that print `told` there, each as its kind and its words.
fn below(told: &str) -> Vec<String> {
    let paper = format!(
        "Fern Parish Council\n\nMinutes of the meeting held on 3 June 2025 at 7.30 pm\n\n1. Apologies\n\nNone.\n\n\
         2. Lamps\n\n{told}\n\n3. Any other business\n\nThere was none.\n"
    );
    let meeting = proposed(&paper).meeting;
    let blocks =
        meeting.items.iter().filter(|item| item.heading.title == "Lamps").flat_map(|item| &item.minutes);
    blocks.map(|block| format!("{}: {}", block.kind.word(), block.text)).collect()
}

/// Votes for, against and abstaining below the second item, with what became of what was voted on.
fn vote(told: &str) -> Option<(Decision, Vote)> {
    let paper = format!(
        "Fern Parish Council\n\nMinutes of the meeting held on 3 June 2025 at 7.30 pm\n\n1. Apologies\n\nNone.\n\n\
         2. Lamps\n\n{told}\n\n3. Any other business\n\nThere was none.\n"
    );
    proposed(&paper).meeting.items.iter().flat_map(|item| &item.minutes).find_map(|block| match &block.kind {
        Kind::Motion(motion) => Some((motion.decision, motion.vote.clone())),
        _ => None,
    })
}

#[test]
fn a_paper_is_minutes_where_its_text_tells_what_happened() {
    let paper = "\
Fern Parish Council
3 June 2025

1. Apologies

Cllr Ash had sent apologies.

2. Lamps

Mr Elm reported that the lamp in Mill Lane had failed again.

It was agreed that it be mended.

3. Next meeting

1 July 2025
";
    let meeting = proposed(paper).meeting;
    let kinds: Vec<&str> = meeting.items[1].minutes.iter().map(|block| block.kind.word()).collect();
    assert_eq!(kinds, ["paragraph", "resolution"]);
}

#[test]
fn an_agenda_that_looks_back_is_no_minutes() {
    let paper = "\
Fern Parish Council
Agenda for the meeting on 3 June 2025

1. Apologies

To receive apologies.

2. Lamps

The lamp in Mill Lane was reported in May. Members are asked to consider the attached quotation.

3. Date of next meeting

To note that the next meeting will be on 1 July 2025.
";
    let meeting = proposed(paper).meeting;
    assert!(meeting.items.iter().all(|item| item.minutes.is_empty()), "{:?}", meeting.items);
}

#[test]
fn decisions_are_read_in_the_words_of_many_houses() {
    for (told, wanted) in [
        ("AGREED: that the lamp be mended.", "resolution: that the lamp be mended."),
        ("It was unanimously agreed that the lamp be mended.", "resolution: that the lamp be mended."),
        ("The Council RESOLVED that the lamp be mended.", "resolution: that the lamp be mended."),
        ("[RESOLVED] that the lamp be mended.", "resolution: that the lamp be mended."),
        ("Decision 14/25: That the lamp be mended.", "resolution: That the lamp be mended."),
        ("RESOLUTION – That the lamp be mended.", "resolution: That the lamp be mended."),
        ("The Council APPROVED the quotation.", "resolution: : The Council APPROVED the quotation."),
        ("DECISION\n\nThat the lamp be mended.", "resolution: That the lamp be mended."),
    ] {
        assert_eq!(below(told), [wanted], "{told}");
    }
}

#[test]
fn motions_are_read_with_movers_and_what_became_of_them() {
    for told in [
        "Moved: Cllr Ash    Seconded: Cllr Elm\n\nThat the lamp be mended.\n\nCARRIED",
        "Moved by Cllr Ash, seconded by Cllr Elm, That the lamp be mended. Motion carried.",
        "Cllr Ash moved and Cllr Elm seconded That the lamp be mended. The motion was carried unanimously.",
        "Cllr Ash moved, seconded by Cllr Elm, That the lamp be mended. All in favour.",
        "Motion: That the lamp be mended. Moved Cllr Ash, seconded Cllr Elm. Carried.",
        "MOTION made by Cllr Ash, second by Cllr Elm, That the lamp be mended. Motion passed 5-0.",
        "It was moved by Cllr Ash, seconded by Cllr Elm and carried That the lamp be mended.",
    ] {
        assert_eq!(below(told), ["motion: That the lamp be mended."], "{told}");
        assert_eq!(vote(told).map(|(decision, _)| decision), Some(Decision::Carried), "{told}");
    }
    for told in [
        "The motion was lost.",
        "The motion was not carried.",
        "The motion was not carried, 2 voting for and 5 against.",
    ] {
        let lost = format!("Cllr Ash moved and Cllr Elm seconded that the lamp be sold. {told}");
        assert_eq!(vote(&lost).map(|(decision, _)| decision), Some(Decision::Lost), "{told}");
    }
}

#[test]
fn a_motion_at_the_end_of_a_paragraph_is_taken_out_of_it() {
    let told = "The lamp had failed. Cllr Ash moved and Cllr Elm seconded that it be mended. Carried.";
    assert_eq!(below(told), ["paragraph: The lamp had failed.", "motion: that it be mended."]);
}

#[test]
fn a_vote_belongs_to_the_decision_above_it_in_every_form() {
    let wanted = Some((Decision::Carried, Vote::Hands { for_: 6, against: 4, abstained: 1 }));
    for told in [
        "RESOLVED that the lamp be mended (6 for, 4 against, 1 abstention).",
        "RESOLVED that the lamp be mended.\n\nFor: 6  Against: 4  Abstentions: 1",
        "RESOLVED that the lamp be mended.\n(Voting: 6 in favour / 4 against / 1 abstained)",
        "RESOLVED that:\n\n(a) the lamp be mended; and\n\n(b) the bill be paid.\n\nVotes: 6 for, 4 against, 1 abstaining",
        "Cllr Ash moved and Cllr Elm seconded that the lamp be mended. The motion carried.\n\nAyes 6, Noes 4, Abstentions 1",
    ] {
        assert_eq!(vote(told), wanted, "{told}");
    }
}

#[test]
fn actions_are_read_with_their_owners_in_every_form() {
    for (told, owners) in [
        ("The lamp had failed.\n\nAction: Cllr Ash to write", vec!["Cllr Ash"]),
        ("The lamp had failed.\n\nACTION BY: Clerk to the Council", vec!["Clerk to the Council"]),
        ("The lamp had failed.\n\n[Action: Cllr Ash]", vec!["Cllr Ash"]),
        ("The lamp had failed. (Action: RA)", vec!["RA"]),
        ("The lamp had failed.\n\n[RA to action]", vec!["RA"]),
        ("The lamp had failed.\n\nAI(RA): write to the county", vec!["RA"]),
        (
            "The lamp had failed.\n\n                                                            RA/JE",
            vec!["RA", "JE"],
        ),
    ] {
        let paper = format!(
            "Fern Parish Council\n\nMinutes of the meeting held on 3 June 2025\n\n1. Apologies\n\nNone.\n\n\
             2. Lamps\n\n{told}\n\n3. Any other business\n\nThere was none.\n"
        );
        let meeting = proposed(&paper).meeting;
        let lamps = meeting.items.iter().find(|item| item.heading.title == "Lamps").unwrap();
        let actions: Vec<_> = lamps.minutes.iter().filter(|block| block.kind == Kind::Action).collect();
        assert_eq!(actions.len(), 1, "{told}: {:?}", lamps.minutes);
        assert_eq!(actions[0].action().owners, owners, "{told}");
        assert_eq!(lamps.minutes[0].text, "The lamp had failed.", "{told}");
    }
}

#[test]
fn the_last_line_above_an_item_stays_what_was_minuted() {
    for told in ["The lamps were discussed. Action HP", "No updates [Action HP]", "Mended\n\nAction HP"] {
        let blocks = below(told);
        assert_eq!(blocks.last().map(String::as_str), Some("action: HP"), "{told}: {blocks:?}");
        assert!(blocks.len() > 1, "{told}: {blocks:?}");
    }
    assert_eq!(below("No updates"), ["paragraph: No updates"]);
}

#[test]
fn quoted_lines_of_markdown_are_read_without_their_marks() {
    let told = "> Moved by A. Bell\n\n> Seconded by C. Dunn\n\nThat the lamps BE BOUGHT.\n\n> **Motion Passed (3 to 1)**";
    let paper = format!(
        "# Fern Parish Council\n\nMinutes of the meeting held on 3 June 2025 at 7.30 pm\n\n## 1. Apologies\n\nNone.\n\n## 2. Lamps\n\n{told}\n\n## 3. Any other business\n\nThere was none.\n"
    );
    let meeting = proposed(&paper).meeting;
    let motion = meeting.items[1].minutes.iter().find_map(|block| match &block.kind {
        Kind::Motion(motion) => Some((block.text.as_str(), motion.decision, motion.vote.clone())),
        _ => None,
    });
    assert_eq!(
        motion,
        Some((
            "That the lamps BE BOUGHT.",
            Decision::Carried,
            Vote::Hands { for_: 3, against: 1, abstained: 0 }
        ))
    );
}

#[test]
fn words_of_the_agenda_and_papers_are_not_minutes() {
    let told =
        "To consider the lamps.\n\nReport of the Clerk\n\nAdditional documents:\n\nMinutes:\n\nMr Elm spoke.";
    assert_eq!(below(told), ["paragraph: Mr Elm spoke."]);
}

#[test]
fn lettered_paragraphs_stand_side_by_side_and_their_lists_below_them() {
    let told =
        "a) Mr Elm spoke.\n\nb) These points were made:\n    • cost;\n    • light.\n\nc) Ms Oak thanked him.";
    let levels = |told: &str| {
        let paper = format!(
            "Fern Parish Council\n\nMinutes of the meeting held on 3 June 2025\n\n1. Apologies\n\nNone.\n\n\
             2. Lamps\n\n{told}\n\n3. Any other business\n\nThere was none.\n"
        );
        let meeting = proposed(&paper).meeting;
        meeting.items[1].minutes.iter().map(|block| block.level).collect::<Vec<u8>>()
    };
    assert_eq!(levels(told), [0, 0, 1, 1, 0]);
}

#[test]
fn a_running_head_does_not_fall_into_the_minutes() {
    let page = |number: u32| format!("Page {number}\n\nFern Parish Council – 3 June 2025\n");
    let told =
        format!("Mr Elm said that the\n\n{}\nlamp had failed.\n\n{}\nMs Oak thanked him.", page(2), page(3));
    assert_eq!(
        below(&told),
        ["paragraph: Mr Elm said that the lamp had failed.", "paragraph: Ms Oak thanked him."]
    );
}

#[test]
fn the_word_carried_is_no_heading() {
    let told = "Moved: Cllr Ash    Seconded: Cllr Elm\nThat the lamp be mended.\n\nCARRIED";
    let paper = format!(
        "Fern Parish Council\n\nMinutes of the meeting held on 3 June 2025\n\n1. Apologies\n\nNone.\n\n\
         2. LAMPS\n\n{told}\n\n3. BINS\n\nThere was none.\n"
    );
    let meeting = proposed(&paper).meeting;
    assert!(meeting.parts.is_empty(), "{:?}", meeting.parts);
    assert_eq!(meeting.items[1].minutes.len(), 1);
}

#[test]
fn a_sentence_that_decides_stands_behind_a_colon_on_the_page() {
    let paper = "Fern Parish Council\n\nMinutes of the meeting held on 3 June 2025\n\n1. Lease\n\nThe Council APPROVED the terms.\n\n2. Bins\n\nNone.\n";
    let stage = Stage::with(proposed(paper).meeting);
    assert!(stage.screen().contains("RESOLVED: The Council APPROVED the terms."), "{}", stage.screen());
}
