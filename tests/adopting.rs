//! Recommendations become resolutions with one key.

use crate::stage::{Stage, meeting};
use minutebook::domain::recommendation::Recommendation;
use minutebook::export::Audience;

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
