//! What somebody runs into who comes from a word processor and has a meeting to follow.

use crate::stage::{Stage, meeting};
use minutebook::desk::Overlay;
use minutebook::domain::meeting::Meeting;
use minutebook::export::Audience;

fn council() -> Meeting {
    let mut meeting = meeting();
    meeting.head.profile = "council committee".into();
    meeting
}

fn open(meeting: Meeting) -> Stage {
    Stage::with(meeting).play("<f2>ppppp<esc><alt-o><ctrl-g>B1<enter>")
}

#[test]
fn an_empty_paragraph_gives_way_to_what_is_put_there() {
    let page = |keys: &str| open(council()).play("Members discussed it.<enter>").play(keys).page();
    let motion = page("<f4>it be noted.\tCarrow<enter>".replace('\t', "<tab>").as_str());
    assert_eq!(motion.lines().count(), 2, "{motion}");
    let quorum = open(council()).play("Members discussed it.<f2>o<down>o<down>o<esc><enter><f11>").page();
    assert_eq!(quorum.lines().count(), 2, "{quorum}");
    let readmitted = open(council()).play("Members discussed it.<enter>").command("readmit-public").page();
    assert_eq!(readmitted.lines().count(), 2, "{readmitted}");
    let elected = open(council()).play("Members discussed it.<enter>").command("election");
    let elected = elected.play("Chairman<tab>Aldous<enter>").page();
    assert_eq!(elected.lines().count(), 2, "{elected}");
    let back =
        open(council()).play("Members discussed it.<enter><f4>that it be noted.<enter><ctrl-z>").page();
    assert_eq!(back.lines().nth(1), Some("2.|"), "undo brings the paragraph back");
}

#[test]
fn what_is_put_where_a_paragraph_was_begun_as_restricted_is_restricted() {
    let public = |stage: Stage| stage.minutes("numbered", Audience::Public);
    let begun = || open(council()).play("Members discussed it.<enter><alt-x>");
    for put in [
        begun().play("<f4>the owl be sold.<tab>Carrow<enter>"),
        begun().play("<f4>the owl be sold.<enter>"),
        begun().command("election").play("Keeper of the owl<tab>Aldous<enter>"),
        begun().paste("The owl is sick.\nThe owl is old."),
        begun().play("The keeper is sick.").paste(" One.\nThe owl is old."),
        begun().play("It is sick. The owl is old.<ctrl-left><ctrl-left>").paste("One.\nTwo. "),
    ] {
        let page = put.page();
        let told = public(put);
        assert!(
            page.contains("owl") && told.contains("discussed it") && !told.contains("owl"),
            "{page}\n{told}"
        );
    }
    // What tells the public of it is not.
    assert!(public(begun().command("readmit-public")).contains("readmitted"));
}

#[test]
fn a_figure_that_is_come_to_with_tab_gives_way_to_another() {
    let counted = "<f4>that it be noted.<tab>Carrow<tab>Aldous<tab>carried<tab>3<tab>1<tab>0<enter>";
    let recounted = "<f4><tab><tab><tab><tab>2<tab>2<enter>";
    let stage = open(council()).play(counted).play(recounted);
    let screen = stage.screen();
    assert!(screen.contains("For 2, against 2, abstained 0."), "{screen}");
    let left_alone = open(council()).play(counted).play("<f4><tab><tab><tab><tab><tab><tab><enter>").screen();
    assert!(left_alone.contains("For 3, against 1, abstained 0."), "{left_alone}");
}

#[test]
fn words_that_are_come_to_with_tab_are_gone_on_with() {
    let stage = open(council()).play("<f4>that it be noted<tab><shift-tab> for now<enter>");
    assert_eq!(stage.page(), "|that it be noted for now");
}

#[test]
fn enter_where_nothing_fits_leaves_the_list_open() {
    let stage = open(council()).play("<ctrl-g>Z9<enter>Members");
    assert!(matches!(stage.desk.overlay(), Some(Overlay::Picker(_))), "{}", stage.screen());
    assert_eq!(stage.page(), "", "what is typed on does not go under another item");
    let stage = open(council()).play("<ctrl-g>Z9<enter>");
    assert_eq!(stage.notice(), "Nothing fits what was typed; Esc closes the list.");
}

#[test]
fn an_item_is_found_by_its_label_as_the_paper_prints_it() {
    let mut meeting = council();
    for (at, item) in meeting.items.iter_mut().enumerate() {
        item.heading.label = (at + 1).to_string();
    }
    for typed in ["5", "(5", "(5)", "5.", "5)"] {
        let stage = Stage::with(meeting.clone()).play("<ctrl-g>").play(typed).play("<enter>");
        assert_eq!(stage.desk.item().unwrap().heading.label, "5", "{typed}");
    }
}

#[test]
fn words_that_are_found_are_cut_at_a_blank_and_say_so() {
    let words = "The clerk reported that the bench by the ferry steps had been repaired and that the contractor’s invoice had come.";
    let screen = open(council()).play(words).size(120, 40).play("<ctrl-f>bench").screen();
    assert!(screen.contains("repaired and that the…"), "{screen}");
    assert!(!screen.contains("contr…"), "{screen}");
}

#[test]
fn what_can_be_typed_into_a_field_ends_in_dots_where_not_all_of_it_fits() {
    let stage = open(council()).size(80, 20).play("<f3>nAldous<tab><tab>");
    let screen = stage.screen();
    let row =
        screen.lines().rfind(|row| row.contains('│') && row.trim_matches(['│', ' ']).len() > 3).unwrap();
    assert!(screen.contains("One of: "), "{screen}");
    assert!(row.contains("…") || row.contains('.'), "{row}\n{screen}");
}

#[test]
fn a_declaration_without_kind_and_nature_ends_in_no_dash() {
    let screen = open(council()).play("<f3>nAldous<tab><enter>").screen();
    assert!(screen.contains("Aldous: B1"), "{screen}");
    assert!(!screen.lines().any(|row| row.trim_end_matches(['│', ' ']).ends_with('–')), "{screen}");
}

#[test]
fn a_resolution_with_a_colon_is_one_in_small_letters_too() {
    let stage = open(council()).play("action: Aldous to ask.");
    assert_eq!(stage.page(), "ACTION:|Aldous to ask.");
    let stage = open(council()).play("Resolved that it be noted.");
    assert_eq!(stage.page(), "1.|Resolved that it be noted.", "that is a sentence");
    let stage = open(council()).play("Resolved: that it be noted.");
    assert_eq!(stage.page(), "RESOLVED|that it be noted.");
    let stage = open(council()).paste("Members discussed it.\nResolved: That the budget be deferred.");
    assert_eq!(stage.page(), "1.|Members discussed it.\nRESOLVED|That the budget be deferred.");
}

#[test]
fn the_return_of_the_public_under_a_restricted_item_says_who_cannot_read_it() {
    let stage = open(council()).play("<ctrl-g>C1<enter>").command("readmit-public");
    assert_eq!(
        stage.notice(),
        "This item is restricted, so no public copy tells it; undo, and minute it under a public item."
    );
    let stage = open(council()).command("readmit-public");
    assert_ne!(stage.notice().split(' ').next(), Some("This"));
}

#[test]
fn the_offered_file_says_what_will_be_written() {
    let stage = Stage::new().play("<f9><tab><tab>docx");
    assert!(stage.screen().contains("harbour.docx"), "{}", stage.screen());
    let stage = stage.play("<left><right><shift-tab><shift-tab>decisions");
    assert!(stage.screen().contains("harbour-decisions.docx"), "{}", stage.screen());
    let stage = Stage::new().play("<f9><shift-tab><ctrl-a>mine.txt<shift-tab><shift-tab>pdf");
    assert!(stage.screen().contains("mine.txt"), "a name that was typed stays: {}", stage.screen());
}

#[test]
fn the_roll_knows_home_and_end_and_the_screenful() {
    let marked = |keys: &str| {
        let screen = Stage::new().play("<f2>").play(keys).screen();
        let row = screen.lines().rfind(|row| row.contains('▶')).unwrap().to_owned();
        row.split('▶').next_back().unwrap().trim_matches([' ', '│']).to_owned()
    };
    assert!(marked("<end>").starts_with("Col Hester"), "{}", marked("<end>"));
    assert!(marked("<end><home>").starts_with("Mrs E Carrow"));
    assert!(marked("<pagedown>").starts_with("Col Hester"));
    assert!(marked("<pagedown><pageup>").starts_with("Mrs E Carrow"));
}

/// A draft of two paragraphs, each of which the chair asked something about.
fn asked_about() -> Stage {
    let stage = open(council()).play("One.<enter>Two.").command("close-meeting");
    stage.play("<f10><right>qWhy?<enter>").play("qWho?<enter><esc>")
}

#[test]
fn one_remark_after_the_other_is_answered_with_one_key() {
    let stage = asked_about().play("<alt-z><down>tt");
    assert_eq!(stage.meeting().open_remarks().count(), 0, "{}", stage.screen());
}

#[test]
fn whoever_seals_is_told_what_is_not_answered() {
    let seal = |stage: Stage| stage.command("agree-draft").play("<enter>").command("seal-record").screen();
    let screen = seal(asked_about());
    assert!(screen.contains("Approved and signed; 2 remarks are not answered"), "{screen}");
    let screen = seal(asked_about().play("<alt-z>t<esc>"));
    assert!(screen.contains("Approved and signed; 1 remark is not answered"), "{screen}");
    assert!(seal(asked_about().play("<alt-z>tt<esc>")).contains("The minutes are approved and signed"));
}

#[test]
fn marking_everybody_does_not_forget_those_who_are_no_members() {
    let stage = Stage::new().play("<f2>*");
    let said =
        "Marked 5 present. Now mark who is not here: a apologies, x absent; officers and guests who are: p.";
    assert_eq!(stage.notice(), said);
    let stage = Stage::new().play("<f2><end>p<end><up>p*");
    assert_eq!(stage.notice(), "Marked 5 present. Now mark who is not here: a apologies, x absent.");
}

#[test]
fn a_welsh_title_has_its_usual_sentence_too() {
    let mut meeting = council();
    for (at, title) in ["YMDDIHEURIADAU", "DATGANIADAU O FUDDIANT", "MATERION BRYS"].iter().enumerate() {
        meeting.items[at].heading.title = (*title).into();
    }
    let stage = Stage::with(meeting).play("<alt-w>");
    assert!(stage.page().contains("No apologies for absence were received."), "{}", stage.page());
    let stage = stage.play("<ctrl-down><alt-w>");
    assert!(stage.page().contains("No declarations were received."), "{}", stage.page());
    let stage = stage.play("<ctrl-down><alt-w>");
    assert!(stage.page().contains("There was no urgent business."), "{}", stage.page());
}

#[test]
fn a_paragraph_that_was_left_empty_takes_no_number_as_it_takes_none_in_print() {
    let stage = open(council()).play("One.<enter><enter>Two.<enter>(a) three<enter><ctrl-end>");
    assert_eq!(stage.page(), "1.|One.\n2.|\n2.|Two.\n  (a)|three\n  (b)|");
    let minutes = stage.minutes("numbered", minutebook::export::Audience::Full);
    assert!(minutes.contains("2.  Two."), "{minutes}");
}
