//! The writing surface: keys in, paragraphs out.

use crate::stage::Stage;

#[test]
fn typing_makes_numbered_paragraphs() {
    let stage = Stage::new().play("The report was noted.<enter>Members thanked the crews.");
    assert_eq!(stage.page(), "1.|The report was noted.\n2.|Members thanked the crews.");
}

#[test]
fn habits_make_blocks_and_backspace_takes_them_back() {
    let stage =
        Stage::new().play("Discussion:<enter>- one<enter>two<enter><enter>RESOLVED to note the report.");
    assert_eq!(stage.page(), "1.|Discussion:\n  •|one\n  •|two\nRESOLVED|to note the report.");
    let stage = stage.play("<home><backspace>");
    assert_eq!(stage.page().lines().last(), Some("2.|RESOLVED to note the report."));
    let stage = stage.play("<ctrl-z>");
    assert_eq!(stage.page().lines().last(), Some("RESOLVED|to note the report."));
}

#[test]
fn a_resolution_that_ends_in_a_colon_goes_on_in_parts() {
    let stage = Stage::new()
        .play("RESOLVED that:<enter>(a) the report be noted; and<enter>a plan be made.<enter><enter>Thanks.");
    assert_eq!(
        stage.page(),
        "RESOLVED|that:\n  (a)|the report be noted; and\n  (b)|a plan be made.\n1.|Thanks."
    );
}

#[test]
fn numbers_typed_out_of_habit_are_supplied_by_the_program() {
    let stage = Stage::new().play("1. First.<enter>2. Second.<enter>(a) under it<enter>(b) too");
    assert_eq!(stage.page(), "1.|First.\n2.|Second.\n  (a)|under it\n  (b)|too");
}

#[test]
fn undo_takes_back_a_word_at_a_time_and_redo_brings_it_again() {
    let stage = Stage::new().play("one two three<ctrl-z>");
    assert_eq!(stage.page(), "1.|one two ");
    let stage = stage.play("<ctrl-z><ctrl-z>");
    assert_eq!(stage.page(), "");
    let stage = stage.play("<ctrl-y><ctrl-y><ctrl-y>");
    assert_eq!(stage.page(), "1.|one two three");
    let stage = stage.play("<ctrl-y>");
    assert_eq!(stage.notice(), "There is nothing to redo.");
}

#[test]
fn undo_of_a_habit_leaves_the_words_as_typed() {
    let stage = Stage::new().play("RESOLVED <ctrl-z>");
    assert_eq!(stage.page(), "1.|RESOLVED ");
    assert_eq!(stage.play("matters").page(), "1.|RESOLVED matters");
}

#[test]
fn characters_are_whole_clusters() {
    let stage = Stage::new().paste("e\u{301}👨‍👩‍👧x").play("<left><backspace>");
    assert_eq!(stage.page(), "1.|e\u{301}x");
    let stage = stage.play("<left><delete>");
    assert_eq!(stage.page(), "1.|x");
}

#[test]
fn a_paste_of_several_paragraphs_is_one_step() {
    let stage = Stage::new().play("Before.").paste("\r\nFirst.\r\n\r\nRESOLVED to note.\r- a bullet\n");
    assert_eq!(stage.page(), "1.|Before.First.\nRESOLVED|to note.\n  •|a bullet");
    let stage = stage.play("<ctrl-z>");
    assert_eq!(stage.page(), "1.|Before.");
}

#[test]
fn a_paste_in_the_middle_keeps_the_rest() {
    let stage = Stage::new().play("Start end<left><left><left>").paste("one\ntwo\n");
    assert_eq!(stage.page(), "1.|Start one\n2.|twoend");
    let empty = Stage::new().paste("one\ntwo");
    assert_eq!(empty.page(), "1.|one\n2.|two");
    let above = Stage::new().play("last<home>").paste("one\ntwo");
    assert_eq!(above.page(), "1.|one\n2.|two\n3.|last");
}

#[test]
fn control_characters_cannot_be_pasted() {
    let stage = Stage::new().paste("a\u{1b}[31mb\u{7}c");
    assert_eq!(stage.page(), "1.|abc");
}

#[test]
fn a_selection_over_paragraphs_is_replaced_and_copied() {
    let stage = Stage::new().play("one two<enter>three four<enter>five six");
    let stage = stage.play("<ctrl-home><ctrl-right><shift-down><shift-down>");
    assert_eq!(stage.desk.selected_text().unwrap(), "two\n2. three four\n3. five");
    let stage = stage.play("X");
    assert_eq!(stage.page(), "1.|one X six");
    assert_eq!(stage.play("<ctrl-z>").page(), "1.|one two\n2.|three four\n3.|five six");
}

#[test]
fn cut_and_paste_work_without_a_clipboard() {
    let stage = Stage::new().play("one two<ctrl-shift-left><ctrl-x>").paste("").play("<home>").paste("");
    assert_eq!(stage.page(), "1.|twoone two");
}

#[test]
fn levels_go_in_and_out() {
    let stage = Stage::new().play("one<enter>two<tab><enter>three<tab><enter>four<shift-tab><shift-tab>");
    assert_eq!(stage.page(), "1.|one\n  (a)|two\n    (i)|three\n2.|four");
    let stage = stage.play("<ctrl-home><shift-down><shift-down><tab>");
    assert_eq!(stage.page(), "  (a)|one\n    (i)|two\n    (ii)|three\n1.|four");
}

#[test]
fn paragraphs_are_split_and_joined() {
    let stage = Stage::new().play("one two<ctrl-left><enter>");
    assert_eq!(stage.page(), "1.|one \n2.|two");
    assert_eq!(stage.play("<backspace>").page(), "1.|one two");
    let joined = Stage::new().play("one<enter>two<up><end><delete>");
    assert_eq!(joined.page(), "1.|onetwo");
}

#[test]
fn marks_are_put_on_and_taken_off_by_key() {
    let stage = Stage::new().play("to note<alt-r>");
    assert_eq!(stage.page(), "RESOLVED|to note");
    assert_eq!(stage.play("<alt-r>").page(), "1.|to note");
    let stage = Stage::new().play("ask Anna<alt-n><enter>Said aloud.");
    assert_eq!(stage.page(), "//|ask Anna\n1.|Said aloud.");
    assert!(!stage.minutes("numbered", minutebook::export::Audience::Full).contains("ask Anna"));
}

#[test]
fn up_and_down_keep_their_column_over_short_rows() {
    let long = "word ".repeat(30);
    let stage = Stage::new().play(&long).play("<enter>x<enter>").play(&long);
    let before = stage.desk.page.caret.unwrap();
    let stage = stage.play("<up><up><up><up><up><up>").play("<down><down><down><down><down><down>");
    assert_eq!(stage.desk.page.caret.unwrap().0, before.0);
}

#[test]
fn paragraphs_move_among_their_neighbours() {
    let stage = Stage::new().play("one<enter>two<enter>three<alt-shift-up><alt-shift-up>");
    assert_eq!(stage.page(), "1.|three\n2.|one\n3.|two");
    assert_eq!(stage.play("<alt-shift-down>").page(), "1.|one\n2.|three\n3.|two");
}

#[test]
fn words_are_found_anywhere_in_the_meeting() {
    let stage = Stage::new().play("The Dredger arrived.<ctrl-down><ctrl-down>No dredging yet.<ctrl-f>dredg");
    assert!(stage.screen().contains("2 of 2"), "{}", stage.screen());
    let stage = stage.play("<enter>");
    assert_eq!(stage.desk.selected_text().unwrap(), "Dredg");
}

#[test]
fn a_read_only_session_says_so_and_changes_nothing() {
    let mut stage = Stage::new();
    stage.desk.read_only = Some("Somebody else has it open.".into());
    let stage = stage.play("words");
    assert_eq!(stage.page(), "");
    assert_eq!(stage.notice(), "Somebody else has it open.");
    assert!(stage.journal().is_empty());
}

#[test]
fn words_typed_where_there_is_no_item_are_not_lost_in_silence() {
    let stage = Stage::with(minutebook::domain::meeting::Meeting::default()).play("w");
    assert_eq!(stage.notice(), "There is no item to write under; new-item adds one.");
    let stage = stage.play("<esc>").paste("one\ntwo");
    assert_eq!(stage.notice(), "There is no item to write under; new-item adds one.");
}

#[test]
fn an_item_is_shown_from_its_beginning_if_the_cursor_is_then_in_sight() {
    let stage = Stage::new().paste("First.\nSecond.\nThird.");
    for stage in [stage.play("<esc>"), Stage::new().paste("First.\nThird.").play("<ctrl-down><ctrl-up>")] {
        let screen = stage.screen();
        assert!(screen.contains("1. First.") && screen.contains("Third."), "{screen}");
    }
    let many: Vec<String> = (1..60).map(|number| format!("Paragraph {number}.")).collect();
    let stage = Stage::new().paste(&many.join("\n")).play("<ctrl-down><ctrl-up>");
    let screen = stage.screen();
    let last = screen.lines().position(|row| row.contains("59. Paragraph 59.")).unwrap();
    assert!(last >= 19, "the end of a long item is at the foot of the page:\n{screen}");
}
