//! The clerk's abbreviations: expanded while typing, never by mistake, and taken back by one undo.

use crate::stage::{Stage, meeting};
use minutebook::desk::phrases::{Phrase, with_built_in};

fn stage() -> Stage {
    let mut meeting = meeting();
    meeting.items[0].heading.report = "Report by Col Hester".into();
    let mut stage = Stage::with(meeting);
    let own = [
        ("shp", "the Saltmarsh Harbour Partnership"),
        ("facts", "{item}: {title}, {report}, {date}, {chair}"),
        ("when", "until {next}"),
        ("ask", "Members asked {cursor}, and were told."),
        ("odd", "a {brace} and an open {"),
    ];
    let own = own.map(|(short, words)| Phrase { short: short.into(), words: words.into() });
    stage.desk.phrases = with_built_in(own.to_vec());
    stage
}

#[test]
fn an_abbreviation_is_expanded_when_it_is_ended() {
    assert_eq!(
        stage().play("Members of ;shp met.").page(),
        "1.|Members of the Saltmarsh Harbour Partnership met."
    );
    assert_eq!(stage().play("It was ;shp.").page(), "1.|It was the Saltmarsh Harbour Partnership.");
    assert_eq!(
        stage().play("It was (;shp) that").page(),
        "1.|It was (the Saltmarsh Harbour Partnership) that"
    );
    assert_eq!(stage().play("By ;shp<enter>Two").page(), "1.|By the Saltmarsh Harbour Partnership\n2.|Two");
}

#[test]
fn a_phrase_at_the_start_says_what_the_paragraph_is() {
    assert_eq!(stage().play(";rtn ").page(), "RESOLVED|that the report be noted.");
    assert_eq!(
        stage().play("Noted.<enter>;rtn<enter>").page(),
        "1.|Noted.\nRESOLVED|that the report be noted.\n2.|"
    );
}

#[test]
fn one_undo_takes_an_expansion_back() {
    assert_eq!(stage().play(";rtn <ctrl-z>").page(), "1.|;rtn ");
    assert_eq!(stage().play("By ;shp <ctrl-z>").page(), "1.|By ;shp ");
    assert_eq!(
        stage().play("By ;shp <ctrl-z><ctrl-y>met").page(),
        "1.|By the Saltmarsh Harbour Partnership met"
    );
}

#[test]
fn ordinary_words_are_left_alone() {
    for words in ["the shp met", "a;shp b", "costs; shp was", ";nobody knows", "; ", ";;shp x"] {
        assert_eq!(stage().play(words).page(), format!("1.|{words}"));
    }
}

#[test]
fn the_facts_of_the_item_are_filled_in() {
    assert_eq!(stage().play(";facts ").page(), "1.|A1: Introduction, Col Hester, 12 March 2026, Chairman ");
    let stage = stage().play(";when ");
    assert_eq!(stage.page(), "1.|until … ");
    assert_eq!(stage.notice(), "The day of the next meeting is not known; … stands for it.");
}

#[test]
fn the_cursor_goes_where_the_phrase_says() {
    assert_eq!(
        stage().play(";ask whether it leaked").page(),
        "1.|Members asked whether it leaked, and were told."
    );
}

#[test]
fn braces_that_are_no_fact_stay() {
    assert_eq!(stage().play(";odd x").page(), "1.|a {brace} and an open { x");
}

#[test]
fn the_palette_lists_phrases_and_puts_one_in() {
    let stage = stage().play("Noted. ").command("phrases");
    assert!(stage.screen().contains(";shp"), "{}", stage.screen());
    assert_eq!(stage.play("harbour<enter>").page(), "1.|Noted. the Saltmarsh Harbour Partnership");
    assert_eq!(
        self::stage().command("phrases").play("rtn<enter>").page(),
        "RESOLVED|that the report be noted."
    );
}
