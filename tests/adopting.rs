//! Recommendations become resolutions with one key.

use crate::stage::{Stage, meeting};
use minutebook::domain::recommendation::Recommendation;
use minutebook::export::Audience;
use minutebook::import;

/// At B1, of which two reports ask something.
fn asked() -> Stage {
    let mut meeting = meeting();
    meeting.items[4].heading.recommendations = vec![
        Recommendation::of("The Partnership is asked to note the dredging report."),
        Recommendation {
            text: "The Partnership is asked to:".into(),
            parts: vec![
                "agree the winter programme; and".into(),
                "authorise the Harbour Master to let the contract.".into(),
            ],
        },
    ];
    let down = "<ctrl-down>".repeat(4);
    Stage::with(meeting).command("open-meeting").play(&down)
}

#[test]
fn one_key_makes_a_recommendation_a_resolution_in_either_form() {
    let stage = asked().play("Members heard the report.<enter><alt-e>");
    assert_eq!(stage.page(), "1.|Members heard the report.\nRESOLVED|to note the dredging report.");
    let stage = stage.play("<alt-e>");
    assert_eq!(stage.page(), "1.|Members heard the report.\nRESOLVED|that the dredging report be noted.");
    let stage = stage.play("<alt-e>");
    assert_eq!(stage.page(), "1.|Members heard the report.\nRESOLVED|to note the dredging report.");
    let stage = stage.play("<ctrl-z><ctrl-z><ctrl-z>");
    assert_eq!(stage.page(), "1.|Members heard the report.\n2.|");
}

#[test]
fn parts_of_a_recommendation_become_parts_of_the_resolution_in_the_form_of_the_house() {
    let stage = asked().play("<alt-e><alt-e><enter><enter><alt-e>");
    let lines: Vec<String> = stage.page().lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "RESOLVED|that the dredging report be noted.");
    assert!(lines.iter().any(|line| line == "RESOLVED|that:"), "{lines:#?}");
    assert!(lines.iter().any(|line| line == "  (a)|the winter programme be agreed; and"), "{lines:#?}");
    assert!(
        lines.iter().any(|line| line == "  (b)|the Harbour Master be authorised to let the contract."),
        "{lines:#?}"
    );
    let stage = stage.play("<alt-e>");
    assert!(
        stage.page().contains("  (b)|authorise the Harbour Master to let the contract."),
        "{}",
        stage.page()
    );
    let stage = stage.play("<ctrl-home><ctrl-end><enter>More.<alt-e>");
    assert_eq!(stage.notice(), "Every recommendation of this item is in its minutes already.");
}

#[test]
fn what_is_recommended_is_shown_under_the_item_and_never_exported() {
    let stage = asked();
    let screen = stage.screen();
    assert!(screen.contains("Recommended: The Partnership is asked to note the"), "{screen}");
    for audience in [Audience::Public, Audience::Full] {
        assert!(!stage.minutes("numbered", audience).contains("is asked to"));
    }
    let stage = Stage::new().play("<alt-e>");
    assert!(stage.notice().starts_with("No recommendation is known for this item"), "{}", stage.notice());
}

/// The desk at item 2 of an agenda that prints these lines below its title.
fn printed(below: &str) -> Stage {
    let paper = format!(
        "SALTMARSH TOWN COUNCIL\nFINANCE COMMITTEE\n\nThursday 12 March 2026 at 7.00 pm\n\nAGENDA\n\n1. Apologies for absence\n\n\
         2. Dues for 2026/27\n{below}\n\n3. Date of next meeting\n\n4. Any other business\n"
    );
    let meeting = import::read(paper.as_bytes()).unwrap().meeting;
    let titles: Vec<&str> = meeting.items.iter().map(|item| item.heading.title.as_str()).collect();
    assert_eq!(titles.len(), 4, "{titles:?} {below}");
    Stage::with(meeting).command("open-meeting").play("<ctrl-down>")
}

/// What is recommended, as the import has it.
fn read(below: &str) -> Vec<String> {
    let stage = printed(below);
    stage.desk.item().unwrap().heading.recommendations.iter().map(Recommendation::line).collect()
}

#[test]
fn each_recommendation_of_an_item_is_one_of_its_own() {
    let below = "Report by the Head of Finance\nRecommendation: that the dues for 2026/27 be noted.\n\
                 The Committee is asked to note the report.";
    let stage = printed(below);
    assert_eq!(stage.desk.item().unwrap().heading.report, "Report by the Head of Finance");
    let screen = stage.screen();
    assert!(screen.contains("Recommended: that the dues for 2026/27 be noted."), "{screen}");
    assert!(screen.contains("Recommended: The Committee is asked to note the "), "{screen}");
    let stage = stage.play("<alt-e>");
    assert_eq!(stage.page(), "RESOLVED|to note the dues for 2026/27.");
    assert!(stage.notice().ends_with("on a new line it adopts the next."), "{}", stage.notice());
    let stage = stage.play("<alt-e>");
    assert_eq!(stage.page(), "RESOLVED|that the dues for 2026/27 be noted.");
    let stage = stage.play("<enter><alt-e>");
    assert_eq!(
        stage.page(),
        "RESOLVED|that the dues for 2026/27 be noted.\nRESOLVED|that the report be noted."
    );
    let stage = stage.play("<alt-e>");
    assert!(stage.page().ends_with("RESOLVED|to note the report."), "{}", stage.page());
    // What the clerk has edited is the clerk's.
    let stage = stage.play("<backspace> with regret.<alt-e>");
    assert!(!stage.page().contains("that the report be noted"), "{}", stage.page());
    assert!(stage.page().contains("to note the report with regret."), "{}", stage.page());
}

#[test]
fn recommendations_are_read_as_packs_print_them() {
    for (below, recommended) in [
        ("RECOMMENDED – That the dues be noted.", "That the dues be noted."),
        ("Recommended: That the dues be noted.", "That the dues be noted."),
        ("RECOMMENDED that the dues be noted.", "that the dues be noted."),
        ("It is recommended that the dues\nbe noted.", "that the dues be noted."),
        ("Officer recommendation: approve the dues.", "approve the dues."),
        ("Recommendation\n\nThat the dues be noted.", "That the dues be noted."),
        ("RECOMMENDATION:\nThe Board is invited to note the dues.", "The Board is invited to note the dues."),
        ("Members are asked to note the dues.", "Members are asked to note the dues."),
        ("The Council is requested to approve the dues.", "The Council is requested to approve the dues."),
        (
            "Recommendations:\n(a) that the dues be noted; and\n(b) that the fees be approved.",
            "(a) that the dues be noted; and (b) that the fees be approved.",
        ),
        (
            "The Committee is asked to:\n\n(a) note the dues; and\n(b) approve:\n(i) the fees; and\n(ii) the tolls.",
            "The Committee is asked to: (a) note the dues; and (b) approve: (i) the fees; and (ii) the tolls.",
        ),
        (
            "RECOMMENDED: That the Committee:\n(i) notes the dues; and\n(ii) approves the fees.",
            "That the Committee: (a) notes the dues; and (b) approves the fees.",
        ),
        (
            "It is recommended that:\n• the dues be noted;\n• the fees be approved.",
            "that: (a) the dues be noted; (b) the fees be approved.",
        ),
        (
            "Recommendation: (a) that the dues be noted; and (b) that the fees\nbe approved.",
            "(a) that the dues be noted; and (b) that the fees be approved.",
        ),
        (
            "The Committee is recommended to:\nnote the dues; and\napprove the fees.",
            "The Committee is recommended to: (a) note the dues; (b) approve the fees.",
        ),
    ] {
        assert_eq!(read(below), [recommended], "{below}");
    }
    for (below, all) in [
        (
            "Recommendation 1: That the dues be noted.\nRecommendation 2: That the fees be approved.",
            ["That the dues be noted.", "That the fees be approved."],
        ),
        (
            "The Committee is asked to note the dues. The Committee is asked to approve the fees.",
            ["The Committee is asked to note the dues.", "The Committee is asked to approve the fees."],
        ),
    ] {
        assert_eq!(read(below), all, "{below}");
    }
}

#[test]
fn what_only_sounds_like_a_recommendation_stays_text() {
    for below in [
        "Members are asked to declare any interests in items on the agenda.",
        "Members of the public are invited to ask questions.",
        "Members are asked to note that mobile phones should be silent.",
        "To note the recommendations of the auditor.",
        "Recommendations of the Dues Working Group are attached.",
    ] {
        let stage = printed(below);
        assert_eq!(stage.desk.item().unwrap().heading.text, [below]);
        assert!(stage.desk.item().unwrap().heading.recommendations.is_empty(), "{below}");
    }
}

#[test]
fn parts_stay_parts_in_either_form() {
    let stage =
        printed("The Committee is asked to:\n(a) NOTE the dues; and\n(b) review and approve the fees.")
            .play("<alt-e>");
    assert_eq!(stage.page(), "RESOLVED|to:\n  (a)|note the dues; and\n  (b)|review and approve the fees.");
    let stage = stage.play("<alt-e>");
    assert_eq!(
        stage.page(),
        "RESOLVED|that:\n  (a)|the dues be noted; and\n  (b)|the fees be reviewed and approved."
    );
}

#[test]
fn the_recommendations_of_a_pack_end_where_something_else_begins() {
    let pack = "QUAY BOARD\n\nThursday 4 May 2023 at 2.00 pm\n\nA1 Apologies\n\nA2 Dredging\n\nA3 Dues\n\nA4 Oysters\n\nA5 Risks\n\
        \u{c}Agenda Item A2\n\nFrom: Linden Fenwick\nTo: Quay Board\nSubject: Dredging\n\n1. Introduction\n\n1.1 The channel silts up.\n\n\
        3. Recommendations\n\n3.1 The Board is asked to note the report.\n\n3.2 The Board is asked to approve the winter programme\n\
        for the channel.\nBackground\nThe programme was drawn up in April.\n\
        \u{c}Agenda Item A3\n\nReport of: Ola Cleat\nTo: Quay Board\nSubject: Dues\n\nRECOMMENDED that the Board:\n(i) agrees the dues;\n\
        (ii) delegates to the Clerk:\n(a) the notices; and\n(b) the refunds; and\n(iii) notes the timetable.\n\nReasons for recommendation\n\nTo stay solvent.\n\
        \u{c}Agenda Item A4\n\nFrom: Ola Cleat\nTo: Quay Board\nSubject: Oysters\n\nRecommendation 1: That the survey be commissioned.\n\n\
        Recommendation 2: That the beds be closed until June.\n\n2. Detail\n\n2.1 To learn more, ask the Clerk.\n\
        \u{c}Agenda Item A5\n\nFrom: Ola Cleat\nTo: Quay Board\nSubject: Risks\n\nRecommendations\n• Note the register;\n• Approve the new risk.\n\nContact: Ola Cleat\n";
    let meeting = import::read(pack.as_bytes()).unwrap().meeting;
    let all: Vec<Vec<String>> = (meeting.items.iter())
        .map(|item| item.heading.recommendations.iter().map(Recommendation::line).collect())
        .collect();
    let wanted: [&[&str]; 5] = [
        &[],
        &[
            "The Board is asked to note the report.",
            "The Board is asked to approve the winter programme for the channel.",
        ],
        &[
            "that the Board: (a) agrees the dues; (b) delegates to the Clerk: (a) the notices; and (b) the refunds; and (c) notes the timetable.",
        ],
        &["That the survey be commissioned.", "That the beds be closed until June."],
        &["(a) Note the register; (b) Approve the new risk."],
    ];
    assert_eq!(all, wanted);
}
