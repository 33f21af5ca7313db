//! The import screen: the paper beside what was understood of it, and every correction the clerk can make there.

use crate::draws::draws;
use crate::stage::Stage;
use insta::assert_snapshot;
use minutebook::desk::intake::Intake;
use minutebook::desk::reading::Reading;
use minutebook::desk::{Effect, Overlay};
use minutebook::domain::meeting::Meeting;
use minutebook::domain::paper::Standing;
use minutebook::import;
use minutebook::session::Session;
use minutebook::text;
use minutebook::update::Event;
use proptest::prelude::*;
use std::cell::RefCell;

/// An agenda with something of everything: a guessed venue, a line of no meaning, an item in the text of another.
const PAPER: &str = "\
SALTMARSH HARBOUR PARTNERSHIP

Thursday, 12 March 2026 at 10.00 am

The Old Customs House, Town Quay, Saltmarsh

Members: Mr N Groyne (Chairman), Mrs A Oake and Dr P Staithe

A. Business of the Partnership

A1 Apologies

A2 Notes of the meeting held on 4 December 2025 (Pages 1 - 6)

B. Matters for Discussion

B1 Dredging Strategy
(Report by Linden Fenwick, Harbour Engineer)

To consider the programme
for the winter.
Pontoon Repairs

To hear of the eastern pontoon.

COMFORT BREAK for 10 minutes

B2 Date of the next meeting

Wednesday, 4 March 2026

Please bring your own oars
";

fn proposed() -> Meeting {
    import::read(PAPER.as_bytes()).unwrap().meeting
}

/// The import screen as `minutebook new` opens it.
pub fn new() -> Stage {
    let mut stage = Stage::with(proposed());
    let intake = Intake::new(stage.meeting());
    stage.desk.overlays.push(Overlay::Intake(intake));
    stage
}

/// A desk that waits for a long paper.
pub fn waiting() -> Stage {
    let mut stage = Stage::with(Meeting::default());
    let doing = "reading the agenda".to_owned();
    let reading = Reading { file: "papers/pack-of-a-thousand-pages.txt".into(), doing, percent: 65 };
    stage.desk.overlays.push(Overlay::Reading(reading));
    stage
}

#[test]
fn a_long_paper_shows_how_far_it_has_been_read_and_can_be_stopped() {
    assert_snapshot!("reading_80x24", waiting().screen());
    for (width, height) in [(0, 0), (1, 1), (5, 3), (130, 2), (2, 45)] {
        assert_eq!(waiting().size(width, height).screen().lines().count(), usize::from(height));
    }
    let stage = waiting().play("<esc>");
    assert_eq!(stage.effects, [Effect::Quit]);
    let told = RefCell::new(Vec::new());
    let watch = |progress: import::Progress| {
        told.borrow_mut().push(progress.percent);
        progress.percent < 60
    };
    assert_eq!(
        import::read_with(PAPER.as_bytes(), &import::Options { watch: &watch, ..Default::default() }),
        Err(import::Refusal::Stopped)
    );
    let told = told.into_inner();
    assert!(told.is_sorted() && told.len() > 3, "{told:?}");
}

/// Marks the line that begins so.
fn on(mut stage: Stage, words: &str) -> Stage {
    let at = stage.meeting().paper.iter().position(|line| line.text.starts_with(words)).unwrap();
    for overlay in &mut stage.desk.overlays {
        if let Overlay::Intake(intake) = overlay {
            *intake = Intake { line: at, ..Intake::default() };
        }
    }
    stage
}

fn standing(stage: &Stage, words: &str) -> Standing {
    let at = stage.meeting().paper.iter().position(|line| line.text.starts_with(words)).unwrap();
    stage.meeting().paper_standings()[at]
}

fn titles(stage: &Stage) -> Vec<String> {
    stage.meeting().items.iter().map(minutebook::domain::agenda::Item::name).collect()
}

#[test]
fn the_paper_stands_beside_what_was_understood() {
    for (width, height) in [(120, 40), (80, 24), (50, 14)] {
        assert_snapshot!(format!("paper_{width}x{height}"), new().size(width, height).screen());
        assert_snapshot!(
            format!("understood_{width}x{height}"),
            new().size(width, height).play("<tab>").screen()
        );
    }
    assert_snapshot!("choosing_80x24", new().play("c").screen());
}

#[test]
fn without_a_paper_the_screen_begins_with_what_was_understood() {
    let mut stage = Stage::new();
    let intake = Intake::new(stage.meeting());
    stage.desk.overlays.push(Overlay::Intake(intake));
    let screen = stage.size(80, 24).screen();
    assert!(screen.contains("╭ What was understood"), "{screen}");
    assert!(screen.contains("▶  body"), "{screen}");
}

#[test]
fn the_smallest_screens_show_something_and_never_fail() {
    for (width, height) in [(0, 0), (1, 1), (3, 2), (130, 1), (1, 45), (20, 5), (40, 9)] {
        for keys in ["", "<tab>", "c", "e"] {
            let screen = new().size(width, height).play(keys).screen();
            assert_eq!(screen.lines().count(), usize::from(height), "{width}x{height}");
        }
    }
}

#[test]
fn an_item_that_is_restricted_or_public_as_a_guess_says_which() {
    let paper = "LOWER WICK PARISH COUNCIL\n\nTuesday 3 June 2025 at 7.30 pm\nVillage Hall, Lower Wick\n\nAGENDA\n\n\
                 1. Apologies\n2. Finance\n3. Exclusion of the press and public\n4. Lease of the hall\n5. Bins\n\
                 6. Date of next meeting\n";
    let mut stage = Stage::with(import::read(paper.as_bytes()).unwrap().meeting);
    stage.desk.overlays.push(Overlay::Intake(Intake::new(stage.meeting())));
    let screen = |stage: &Stage, words: &str| assert!(stage.screen().contains(words), "{}", stage.screen());
    let stage = stage.play("n");
    screen(&stage, "an item, restricted as a guess");
    let stage = stage.play("nn");
    screen(&stage, "an item, public as a guess");
    let stage = stage.play("r");
    screen(&stage, "an item, settled");
    screen(&stage, "Made the item restricted. u takes it back.");
    let stage = stage.play("u");
    screen(&stage, "an item, public as a guess");
}

#[test]
fn the_first_doubt_is_marked_and_a_key_goes_to_the_next() {
    let stage = new();
    assert!(stage.screen().contains("▶   5 ? The Old Customs House"), "{}", stage.screen());
    let stage = stage.play("n");
    assert!(stage.screen().contains("! Please bring your own oars"), "{}", stage.screen());
    let stage = stage.play("n");
    assert!(stage.screen().contains("▶   5 ? The Old"), "it goes round: {}", stage.screen());
    let stage = stage.play("yx");
    assert_eq!(standing(&stage, "The Old"), Standing::Settled);
    assert_eq!(standing(&stage, "Please"), Standing::Dropped);
    let stage = stage.play("n");
    assert_eq!(stage.notice(), "Nothing is left that was guessed or not understood; Enter starts minuting.");
}

#[test]
fn moving_on_one_side_moves_the_mark_on_the_other() {
    let wide = on(new().size(120, 40), "B1 ");
    let row = |stage: &Stage, sign: &str| {
        let screen = stage.screen();
        screen.lines().filter(|line| line.contains(sign)).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(row(&wide, "▷").len(), 1);
    assert!(row(&wide, "▷")[0].contains("B1    Dredging Strategy"), "{:?}", row(&wide, "▷"));
    let wide = wide.play("<tab><down>");
    assert!(row(&wide, "▷")[0].contains("(Report by Linden Fenwick"), "{:?}", row(&wide, "▷"));
}

#[test]
fn a_line_can_be_said_to_be_something_else() {
    let stage = on(new(), "Please").play("cte<enter>");
    assert_eq!(stage.meeting().items.last().unwrap().heading.text, ["Please bring your own oars"]);
    assert!(stage.meeting().left_over.is_empty());
    let stage = on(stage, "Please").play("cv<enter>");
    assert_eq!(stage.meeting().head.venue, "Please bring your own oars");
    assert!(stage.meeting().items.last().unwrap().heading.text.is_empty());
    let stage = on(stage, "Please").play("cl<enter>");
    assert_eq!(standing(&stage, "Please"), Standing::LeftOver);
    assert_eq!(stage.meeting().head.venue, "");
    let stage = on(stage, "Please").play("cf<enter>");
    assert_eq!(standing(&stage, "Please"), Standing::Settled);
    let stage = on(stage, "Please").play("ci<enter>");
    assert_eq!(titles(&stage).last().unwrap(), "Please bring your own oars");
    let stage = on(stage, "Please").play("ch<enter>");
    assert_eq!(stage.meeting().parts.last().unwrap().title, "Please bring your own oars");
    let stage = on(stage, "Please").play("cd<enter>");
    assert_eq!(stage.notice(), "No date is found on this line; meeting-details takes one by hand.");
    let stage = stage.play("uuuuuu");
    assert_eq!(stage.meeting(), &proposed(), "every correction is one step back");
}

#[test]
fn whoever_types_the_whole_word_gives_no_commands_with_it() {
    let stage = on(new(), "Please").play("cvenue<enter>");
    assert_eq!(stage.meeting().head.venue, "Please bring your own oars");
    assert!(matches!(stage.desk.overlay(), Some(Overlay::Intake(_))));
    let stage = on(stage, "Wednesday").play("cpu<enter>");
    assert_eq!(stage.meeting().head.published.unwrap().to_string(), "2026-03-04");
    let stage = stage.play("ccl<enter>");
    assert_eq!(stage.notice(), "No time is found on this line; meeting-details takes one by hand.");
}

#[test]
fn an_item_is_split_at_a_line_and_joined_again() {
    let stage = on(new(), "Pontoon Repairs").play("s");
    assert_eq!(
        titles(&stage)[2..5],
        ["B1 Dredging Strategy", "Pontoon Repairs", "B2 Date of the next meeting"]
    );
    let items = &stage.meeting().items;
    assert_eq!(items[2].heading.text, ["To consider the programme for the winter."]);
    assert_eq!(items[3].heading.text, ["To hear of the eastern pontoon."]);
    assert_eq!(items[3].heading.part, items[2].heading.part);
    let stage = on(stage, "Pontoon Repairs").play("j");
    let joined = &stage.meeting().items[2].heading;
    let told =
        ["To consider the programme for the winter.", "Pontoon Repairs", "To hear of the eastern pontoon."];
    assert_eq!(joined.text, told);
    assert_eq!(joined.report, "Report by Linden Fenwick, Harbour Engineer");
    assert_eq!(stage.play("uu").meeting(), &proposed());
}

#[test]
fn a_title_that_was_broken_in_two_is_one_again() {
    let stage = on(new(), "A2 ").play("cti<enter>");
    assert_eq!(titles(&stage)[0], "A1 Apologies A2 Notes of the meeting held on 4 December 2025");
    assert_eq!(stage.meeting().items.len(), 3);
}

#[test]
fn what_is_dropped_can_be_seen_and_comes_back() {
    let stage = on(new(), "B1 ").play("x");
    assert_eq!(titles(&stage).len(), 3);
    assert_eq!(standing(&stage, "B1 "), Standing::Dropped);
    assert_eq!(standing(&stage, "To consider"), Standing::Dropped);
    assert!(stage.screen().contains("× B1 Dredging Strategy"), "{}", stage.screen());
    assert_eq!(stage.meeting().breaks.len(), 1, "the break is planned after the item above now");
    let stage = stage.play("u");
    assert_eq!(stage.meeting(), &proposed());
    // What has been dropped can also be said to be an item again.
    let stage = on(on(stage, "B1 ").play("x"), "B1 ").play("ci<enter>");
    assert_eq!(titles(&stage)[2], "B1 Dredging Strategy");
}

#[test]
fn people_are_dropped_added_and_said_to_be_away() {
    let stage = on(new(), "Members:").play("<tab>x");
    assert_eq!(stage.meeting().people.len(), 2);
    assert_eq!(standing(&stage, "Members:"), Standing::Certain, "two of the three are still there");
    let stage = on(stage, "Please").play("cap<enter>");
    assert_eq!(stage.notice(), "No name is found on this line; add the person with a.");
    let stage = stage.play("u");
    let stage = on(stage, "Members:").play("<tab>a").play("Ms Saltmarsh<enter>");
    assert_eq!(stage.meeting().people.last().unwrap().name, "Ms Saltmarsh");
}

#[test]
fn items_are_edited_moved_added_and_restricted() {
    let stage = on(new(), "A2 ").play("e<ctrl-backspace><ctrl-backspace>October 2025<enter>");
    assert_eq!(titles(&stage)[1], "A2 Notes of the meeting held on 4 October 2025");
    let stage = stage.play("<tab>-");
    assert!(titles(&stage)[0].starts_with("A2 "), "{:?}", titles(&stage));
    let stage = stage.play("+");
    assert!(titles(&stage)[1].starts_with("A2 "), "{:?}", titles(&stage));
    let stage = stage.play("r");
    assert_eq!(stage.meeting().items[1].heading.restricted, Some(true));
    let stage = stage.play("a").play("Urgent business<enter>");
    assert_eq!(titles(&stage)[2], "Urgent business");
    assert_eq!(stage.notice(), "Added it. u takes it back.");
    assert!(stage.screen().contains("▶          Urgent business"), "{}", stage.screen());
    let stage = on(stage, "B. Matters").play("r");
    assert!(stage.meeting().parts[1].restricted);
    let stage = stage.play("<enter>words");
    assert!(stage.desk.overlay().is_none());
}

#[test]
fn a_part_is_dropped_and_its_items_stand_in_the_one_above() {
    let stage = on(new(), "B. Matters").play("x");
    let meeting = stage.meeting();
    assert_eq!(meeting.parts.len(), 1);
    assert!(meeting.items.iter().all(|item| item.heading.part == Some(meeting.parts[0].id)));
    let stage = on(stage, "B. Matters").play("ch<enter>");
    assert_eq!(stage.meeting().items[2].heading.part, Some(stage.meeting().parts[1].id));
    assert_eq!(stage.meeting().items[1].heading.part, Some(stage.meeting().parts[0].id));
}

#[test]
fn the_screen_opens_again_in_the_meeting() {
    let stage = Stage::with(proposed()).command("open-meeting").play("Welcome.").command("agenda-paper");
    assert!(matches!(stage.desk.overlay(), Some(Overlay::Intake(_))));
    let stage = on(stage, "A1 ").play("ch<enter>");
    assert!(stage.notice().starts_with("Something is minuted under this item"), "{}", stage.notice());
    let stage = on(stage, "A2 ").play("j<esc>");
    assert_eq!(stage.meeting().items.len(), 3);
    let stage = Stage::new().command("agenda-paper");
    assert!(stage.notice().starts_with("This record holds no paper"), "{}", stage.notice());
}

proptest! {
    #![proptest_config(draws(24))]

    /// Whatever is pressed: every row fits, what was journalled gives the same record, everything can be taken
    /// back, and no line of the paper is ever lost.
    #[test]
    fn no_sequence_of_corrections_breaks_anything(
        keys in prop::collection::vec(prop::sample::select(vec![
            "<up>", "<down>", "<down>", "<down>", "<pagedown>", "<home>", "<end>", "<tab>", "n", "p", "y", "s", "j", "x", "r",
            "-", "+", "u", "<ctrl-y>", "ci<enter>", "cte<enter>", "cti<enter>", "cr<enter>", "ch<enter>", "cbr<enter>", "cbo<enter>", "cm<enter>", "cp<enter>", "cat<enter>", "cap<enter>", "cd<enter>",
            "cs<enter>", "cv<enter>", "cc<enter>", "cn<enter>", "cf<enter>", "cl<enter>", "cpu<enter>", "ccl<enter>", "crecord<esc>", "e<enter>", "a<enter><esc>", "aLate<enter>", "c<esc>",
        ]), 1..60),
        wide in any::<bool>(),
    ) {
        let mut stage = if wide { new().size(120, 40) } else { new() };
        for keys in keys {
            stage = stage.play(keys);
            let screen = stage.screen();
            prop_assert!(screen.lines().all(|row| text::width(row) <= usize::from(stage.desk.size.width)));
            prop_assert_eq!(stage.meeting().paper.len(), proposed().paper.len());
            prop_assert_eq!(stage.meeting().faults(), Vec::<String>::new());
            if stage.desk.overlay().is_none() {
                break;
            }
        }
        let mut again = Session::new(proposed(), 0);
        for entry in stage.journal() {
            again.enter(entry).unwrap();
        }
        prop_assert_eq!(again.meeting(), stage.meeting());
        stage.desk.overlays.clear();
        while !stage.desk.session.history().done.is_empty() {
            stage.happen(Event::Key("Ctrl-Z".parse().unwrap()));
        }
        prop_assert_eq!(stage.meeting(), &proposed());
    }
}

#[test]
fn a_guess_that_was_edited_is_settled() {
    let stage = on(new(), "The Old Customs");
    assert_eq!(standing(&stage, "The Old Customs"), Standing::Guessed);
    let stage = stage.play("e<enter>");
    assert!(matches!(stage.desk.overlay(), Some(Overlay::Intake(_))), "{}", stage.screen());
    assert_eq!(standing(&stage, "The Old Customs"), Standing::Settled);
    assert_eq!(standing(&stage.play("u"), "The Old Customs"), Standing::Guessed);
}

/// An agenda that prints what is recommended, on the import screen.
fn recommending() -> Stage {
    let paper = "QUAY BOARD\n\nThursday 12 March 2026 at 10.00 am\n\n1. Apologies\n\n2. Harbour Dues\n\
        Recommendation: That the Board:\n(a) notes the dues; and\n(b) approves the fees.\n\n3. Buoys\n";
    let mut stage = Stage::with(import::read(paper.as_bytes()).unwrap().meeting);
    let intake = Intake::new(stage.meeting());
    stage.desk.overlays.push(Overlay::Intake(intake));
    stage
}

#[test]
fn a_recommendation_is_edited_where_it_stands() {
    let advice = |stage: &Stage| stage.meeting().items[1].heading.recommendations.clone();
    let stage = on(recommending(), "(b) approves").play("e");
    let screen = stage.screen();
    assert!(screen.contains("What is recommended"), "{screen}");
    assert!(screen.contains("That the Board:") && screen.contains("approves the fees."), "{screen}");
    // The second part is worded anew, and a third added.
    let stage = stage.play("<tab><tab><end><backspace> for 2027; and<tab>thanks the Clerk.<enter>");
    assert_eq!(
        advice(&stage)[0].parts,
        ["notes the dues; and", "approves the fees for 2027; and", "thanks the Clerk."]
    );
    assert_eq!(advice(&stage)[0].text, "That the Board:");
    let stage = stage.play("u");
    assert_eq!(advice(&stage)[0].parts.len(), 2);
    // What is emptied goes.
    let empty = "<ctrl-backspace>".repeat(8);
    let keys = format!("e<end>{empty}<tab><end>{empty}<tab><end>{empty}<enter>");
    let stage = on(stage, "(b) approves").play(&keys);
    assert!(advice(&stage).is_empty(), "{:?}", advice(&stage));
}

#[test]
fn the_key_that_starts_minuting_goes_back_to_the_page_once_it_has_started() {
    assert!(recommending().screen().contains("Enter Start minuting"));
    let stage = recommending().play("<enter>").command("open-meeting").command("agenda-paper");
    let screen = stage.screen();
    assert!(screen.contains("Enter To the page") && !screen.contains("Start minuting"), "{screen}");
}

#[test]
fn what_was_understood_is_shown_with_the_line_that_has_its_words() {
    let paper = "Larkspur Lane School\n\nFULL GOVERNING BOARD\n\n22 March 2026 at 6.00 pm\n\n| No. | Item | Purpose |\n|---|---|---|\n| 1 | Apologies | Note |\n| 2 | Budget | Approve |\n";
    let mut stage = Stage::with(import::read(paper.as_bytes()).unwrap().meeting);
    let intake = Intake::new(stage.meeting());
    stage.desk.overlays.push(Overlay::Intake(intake));
    let stage = stage.play("<tab><home>");
    assert!(stage.screen().contains("← FULL GOVERNING BOARD"), "{}", stage.screen());
    // A column of a table comes from the row of its item.
    let stage = stage.play("<end>");
    assert!(stage.screen().contains("▶          Purpose: Approve"), "{}", stage.screen());
    assert!(stage.screen().contains("← | 2 | Budget | Approve |"), "{}", stage.screen());
    // To drop it drops the words and not the item.
    let stage = stage.play("x");
    assert_eq!(stage.meeting().items.len(), 2);
    assert!(stage.meeting().items[1].heading.text.is_empty());
}

#[test]
fn lines_of_a_recommendation_stay_together_when_its_item_is_split() {
    let paper = "QUAY BOARD\n\nThursday 12 March 2026 at 10.00 am\n\n1. Apologies\n\n2. Reports\n\nTo hear the Clerk.\n\nHarbour Dues\n\n\
        The Board is asked to:\n(a) note the dues for this year\nand the next; and\n(b) approve the fees.\n\n3. Buoys\n";
    let mut stage = Stage::with(import::read(paper.as_bytes()).unwrap().meeting);
    let intake = Intake::new(stage.meeting());
    stage.desk.overlays.push(Overlay::Intake(intake));
    let stage = on(stage, "Harbour Dues").play("s");
    let items = &stage.meeting().items;
    assert_eq!(titles(&stage)[2], "Harbour Dues");
    assert!(items[1].heading.recommendations.is_empty());
    let advice = &items[2].heading.recommendations;
    assert_eq!(advice.len(), 1, "{advice:?}");
    assert_eq!(advice[0].text, "The Board is asked to:");
    assert_eq!(advice[0].parts, ["note the dues for this year and the next; and", "approve the fees."]);
    // What one line says can be taken out of it.
    let stage = on(stage, "(b) approve").play("cleft<enter>");
    assert_eq!(stage.meeting().items[2].heading.recommendations[0].parts.len(), 1);
    assert_eq!(standing(&stage, "(b) approve"), Standing::LeftOver);
}

/// Notes of a club in which nothing marks the items but that they stand alone.
const NOTES: &str = "\
Loft group, Tuesday

the hatch
It sticks when it rains.

a new ladder
Two prices have come.

the water tank
Somebody has to look at it before winter.

the key
It hangs behind the door now.
";

/// The import screen as `minutebook new` opens it for a paper.
fn imported(paper: &str) -> Stage {
    let options = import::Options { interactive: true, ..import::Options::default() };
    let proposal = import::read_with(paper.as_bytes(), &options).unwrap();
    let mut stage = Stage::with(proposal.meeting);
    stage.desk.choices = proposal.choices;
    let intake = Intake::new(stage.meeting());
    stage.desk.overlays.push(Overlay::Intake(intake));
    stage
}

#[test]
fn a_paper_that_is_not_understood_opens_and_two_keys_find_its_items() {
    assert!(import::read(NOTES.as_bytes()).is_err());
    let stage = on(imported(NOTES), "the hatch").play("i");
    assert_eq!(titles(&stage), ["the hatch"]);
    assert!(stage.notice().contains("Press l to add 3 similar lines"), "{}", stage.notice());
    let stage = stage.play("l");
    assert_eq!(titles(&stage), ["the hatch", "a new ladder", "the water tank", "the key"]);
    assert_eq!(stage.meeting().items[1].heading.text, ["Two prices have come."]);
    let stage = stage.play("u");
    assert_eq!(titles(&stage), ["the hatch"]);
    let stage = stage.play("l<enter>");
    assert_eq!(titles(&stage).len(), 4);
    assert!(stage.desk.overlays.is_empty());
}

#[test]
fn what_was_said_to_be_no_item_is_in_no_further_reading() {
    let stage = on(imported(NOTES), "the hatch").play("il");
    let stage = on(stage, "the key").play("x");
    assert_eq!(titles(&stage), ["the hatch", "a new ladder", "the water tank"]);
    let stage = stage.play("o");
    assert!(!titles(&stage).contains(&"the key".to_owned()), "{:?}", titles(&stage));
}

#[test]
fn what_is_done_with_a_line_can_be_done_with_all_that_look_like_it() {
    let paper = "Loft group, 4 May 2023\n\nAgenda\n\n1. the hatch\n(It sticks.)\n2. the key\n(It was lost.)\n3. the tank\n(It leaks.)\n";
    let stage = on(imported(paper), "(It sticks").play("i");
    assert_eq!(titles(&stage).len(), 4);
    let stage = stage.play("l");
    assert_eq!(titles(&stage).len(), 6);
    let stage = on(stage, "(It was lost").play("x");
    let stage = stage.play("l");
    // What the clerk has said of a line stays.
    assert_eq!(titles(&stage), ["1 the hatch", "(It sticks.)", "2 the key", "3 the tank"]);
    assert!(stage.notice().contains("Joined 1 similar item to the text above"), "{}", stage.notice());
}

#[test]
fn other_readings_are_shown_one_after_the_other() {
    let stage = imported(PAPER);
    let first = titles(&stage);
    let stage = stage.play("o");
    assert!(stage.notice().contains("Reading 2 of"), "{}", stage.notice());
    assert_ne!(titles(&stage), first);
    assert_eq!(titles(&stage.play("u")), first);
}

#[test]
fn an_item_that_is_found_below_a_private_heading_is_restricted() {
    let paper = "Loft group, Tuesday\n\nthe hatch\nIt sticks.\n\nCONFIDENTIAL\n\nthe key\nIt was lost by Ash.\n\nthe tank\nIt leaks.\n";
    let stage = on(imported(paper), "the hatch").play("i");
    let stage = on(stage, "the key").play("i");
    let stage = on(stage, "the tank").play("i");
    let restricted = |title: &str| {
        let item = stage.meeting().items.iter().find(|item| item.heading.title == title).unwrap();
        stage.meeting().is_restricted(item)
    };
    assert_eq!(["the hatch", "the key", "the tank"].map(restricted), [false, true, true]);
}

#[test]
fn a_key_says_why_a_line_was_taken_for_what_it_is() {
    let told = |words: &str| on(new(), words).play("w").notice().to_owned();
    assert_eq!(told("A2 Notes"), "An item: A2 follows A1, numbered like all others.");
    assert_eq!(told("To consider"), "Agenda text: it stands below B1 Dredging Strategy.");
    assert!(
        told("Please bring").starts_with("Not understood: nothing in it was recognised"),
        "{}",
        told("Please bring")
    );
    assert_eq!(told("Members:"), "Members: the line says so.");
    let settled = on(imported(NOTES), "the hatch").play("iw");
    assert_eq!(settled.notice(), "An item: you settled it.");
}

#[test]
fn no_reading_and_no_correction_makes_private_business_public() {
    let paper = "HARBOUR BOARD\n\nAgenda for the meeting on 4 May 2023 at 10.00 am\n\n1. Apologies\n\n2. Harbour fees\n\nTo note them.\n\n\
                 EXEMPT ITEMS\n\n3. Lease of the quay\n\nTo consider the offer of Mr Ash.\n\nThe valuer will attend.\n\n4. Staff matters\n\nA grievance.\n";
    let mut stage = imported(paper);
    let is_hidden = |stage: &Stage| {
        let meeting = stage.meeting();
        let public = meeting.items.iter().filter(|item| !meeting.is_restricted(item));
        let public: Vec<String> =
            public.map(|item| format!("{} {}", item.name(), item.heading.text.join(" "))).collect();
        let found = ["Lease", "Ash", "valuer", "grievance"]
            .into_iter()
            .find(|word| public.iter().any(|item| item.contains(word)));
        assert_eq!(found, None, "{public:#?}");
        assert!(public.iter().any(|item| item.contains("Apologies")), "{public:#?}");
    };
    is_hidden(&stage);
    for _ in 0..8 {
        stage = stage.play("o");
        is_hidden(&stage);
    }
    for words in ["To consider", "The valuer", "A grievance"] {
        stage = on(stage, words).play("il");
        is_hidden(&stage);
    }
}

#[test]
fn a_line_that_was_dropped_can_be_made_an_item_again() {
    let stage = on(imported(PAPER), "A2 Notes").play("x");
    assert!(!titles(&stage).iter().any(|title| title.starts_with("A2")), "{:?}", titles(&stage));
    let stage = on(stage, "A2 Notes").play("i");
    assert!(titles(&stage).iter().any(|title| title.starts_with("A2")), "{:?}", titles(&stage));
}

#[test]
fn minutes_are_shown_in_one_reading() {
    let minutes = "HARBOUR BOARD\n\nMinutes of the meeting held on 4 May 2023\n\n1. Apologies\n\nNone were received.\n\n2. Fees\n\nThe Board noted the fees.\n";
    let stage = imported(minutes).play("o");
    assert_eq!(stage.notice(), "Other readings can be shown only while nothing is minuted.");
}

#[test]
fn a_heading_that_becomes_an_item_loses_its_marks() {
    let paper = "# Loft group\n\nAgenda for the meeting on 4 May 2023\n\n## Apologies\n\n## The *hatch*\n\n## Ladders\n\n## Any other business\n";
    let stage = on(imported(paper), "# Loft group").play("i");
    assert_eq!(titles(&stage)[0], "Loft group");
}
