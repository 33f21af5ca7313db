//! Who was there, as the clerk marks it and as the minutes tell it: keys in, minutes out.

use crate::stage::Stage;
use minutebook::domain::people::{Mode, Move, Standing};
use minutebook::domain::presence::Presence;
use minutebook::export::Audience;

/// The words of the minutes from one passage to another, on one line.
fn passage(stage: &Stage, from: &str, to: &str) -> String {
    let minutes = stage.minutes("numbered", Audience::Full).split_whitespace().collect::<Vec<_>>().join(" ");
    let start = minutes.find(from).unwrap_or_else(|| panic!("{from} is not in\n{minutes}"));
    let end = minutes[start..].find(to).unwrap_or_else(|| panic!("{to} is not in\n{minutes}"));
    minutes[start..start + end].trim().to_owned()
}

fn at_item(stage: Stage, label: &str) -> Stage {
    stage.play("<ctrl-g>").play(label).play("<enter>")
}

fn standing(stage: &Stage, name: &str) -> Standing {
    let person = stage.meeting().people.iter().find(|person| person.name.contains(name)).unwrap();
    stage.meeting().standing(person.id)
}

#[test]
fn a_roll_is_called_in_seven_keys() {
    let stage = Stage::new().play("<alt-o><f2>*<down><down>ax<f2>");
    assert_eq!(standing(&stage, "Carrow"), Standing::In);
    assert_eq!(standing(&stage, "Brine"), Standing::Apologies);
    assert_eq!(standing(&stage, "Okafor"), Standing::Absent);
    assert_eq!(standing(&stage, "Lindqvist"), Standing::In);
    assert_eq!(standing(&stage, "Hester"), Standing::Unmarked, "officers are marked by themselves");
    let roll = passage(&stage, "APOLOGIES", "The meeting opened");
    assert_eq!(roll, "APOLOGIES: Cllr P Brine ABSENT: Ms J Okafor");
    assert!(!stage.minutes("running", Audience::Full).contains("ABSENT"));
}

#[test]
fn known_apologies_are_entered_beforehand_and_stand() {
    let stage = Stage::new().play("<f2><down><down>a<esc><alt-o><f2>*");
    assert_eq!(standing(&stage, "Brine"), Standing::Apologies);
    assert_eq!(stage.meeting().members_in(), 4);
    let stage = stage.play("*");
    assert_eq!(stage.notice(), "Everybody is marked already.");
}

#[test]
fn a_mark_is_taken_back_and_what_went_with_it_is_said() {
    let stage = Stage::new().play("<alt-o><f2>p<up><backspace>");
    assert_eq!(standing(&stage, "Carrow"), Standing::Unmarked);
    let stage = stage.play("<up>p<up>o<up>a");
    assert!(stage.notice().contains("what was recorded of coming and going went"), "{}", stage.notice());
    assert_eq!(standing(&stage.play("u"), "Carrow"), Standing::Out);
}

/// B2 is minuted, and Aldous withdraws after its first paragraph and is back before its third.
fn withdrawn() -> Stage {
    let stage = Stage::new().play("<alt-o><f2>*<esc>");
    let stage = at_item(stage, "B2").at(10, 20).play("The report was introduced.");
    let stage = stage.at(10, 25).play("<f2><down>w<esc>").at(10, 26).play("<enter>Costs were discussed.");
    let stage = stage.at(10, 40).play("<f2><down>b<esc>").at(10, 41).play("<enter>A date was set.");
    stage.at(10, 45).play("<enter>RESOLVED to agree.")
}

#[test]
fn a_movement_is_told_between_the_paragraphs_where_it_happened() {
    assert_eq!(
        passage(&withdrawn(), "1. The report", "RESOLVED"),
        "1. The report was introduced. Mr T Aldous withdrew from the meeting at 10.25 am during consideration of \
         this item. 2. Costs were discussed. Mr T Aldous returned to the meeting at 10.40 am during \
         consideration of this item. 3. A date was set."
    );
}

#[test]
fn within_the_same_minute_the_order_is_kept() {
    let stage = Stage::new().play("<alt-o><f2>*<esc>");
    let stage = at_item(stage, "B2").play("One.<f2><down>o<esc><enter>Two.<f2><down>b<esc><enter>Three.");
    assert_eq!(
        passage(&stage, "1. One", "Signed"),
        "1. One. Mr T Aldous left the meeting at 10.02 am during consideration of this item. 2. Two. Mr T Aldous \
         returned to the meeting at 10.02 am during consideration of this item. 3. Three."
    );
}

#[test]
fn the_sentence_follows_when_the_movement_is_corrected() {
    // The withdrawal was at 10.30, and he left for another reason.
    let stage = withdrawn().play("<f2><down>m<down><enter>");
    assert!(stage.screen().contains("Mr T Aldous"), "{}", stage.screen());
    let stage = stage
        .play("<left><left><tab><ctrl-w><ctrl-w><ctrl-w>10.30<tab><tab><right><tab><tab>a call<enter><esc>");
    assert_eq!(
        passage(&stage, "2. Costs", "3. A date"),
        "2. Costs were discussed. Mr T Aldous left the meeting at 10.30 am during consideration of this item (a \
         call). Mr T Aldous returned to the meeting at 10.40 am during consideration of this item."
    );
    let stage = stage.play("<ctrl-z>");
    assert!(passage(&stage, "1. The report", "2. Costs").contains("withdrew from the meeting at 10.25 am"));
}

#[test]
fn a_movement_that_did_not_happen_is_deleted() {
    let stage = withdrawn().command("movements").play("<up><delete><esc>");
    assert!(!stage.minutes("numbered", Audience::Full).contains("returned to the meeting"));
    assert_eq!(standing(&stage, "Aldous"), Standing::Out);
    assert_eq!(standing(&stage.play("<ctrl-z>"), "Aldous"), Standing::In);
}

#[test]
fn leaving_for_good_and_a_dropped_connection_have_their_own_words() {
    let stage = Stage::new().play("<alt-o><f2>*<down><down><down><down>r<esc>");
    let stage = at_item(stage, "B1").at(10, 30).play("<f2>g<down><down><down><down>c<esc>");
    assert_eq!(standing(&stage, "Lindqvist"), Standing::Out);
    let stage = stage.at(10, 33).play("<f2><down><down><down><down>c<esc>The report was noted.");
    let minutes = passage(&stage, "40.", "1. The report");
    assert!(minutes.contains("Mrs E Carrow, OBE left the meeting at 10.30 am during consideration of this item and did not return."), "{minutes}");
    assert!(minutes.contains("Dr S Lindqvist lost connection to the meeting at 10.30 am"), "{minutes}");
    assert!(minutes.contains("Dr S Lindqvist rejoined the meeting online at 10.33 am"), "{minutes}");
    let last = stage.meeting().attendance.last().unwrap();
    assert_eq!((last.what, last.mode), (Move::Rejoined, Mode::Online));
}

#[test]
fn whoever_joins_late_online_joined_the_meeting_online() {
    let stage = Stage::new().play("<alt-o><f2>p<esc>");
    let stage = at_item(stage, "B1").at(10, 30).play("Noted.<f2><down>lr<esc>");
    assert!(passage(&stage, "PRESENT", "40.").contains("Mr T Aldous (Vice-Chairman, online)"));
    assert!(passage(&stage, "40.", "Signed").contains("Mr T Aldous joined the meeting online at 10.30 am"));
}

#[test]
fn an_arrival_at_a_deferred_item_counts_for_those_that_followed() {
    let stage = Stage::new().play("<alt-o><f2>p<esc>");
    let stage = at_item(stage, "B1").play("<alt-i><shift-tab><right><right><right><enter>");
    let stage = stage.at(10, 20).play("<f2><down>l<esc>");
    let stage = at_item(stage, "B2").at(10, 30).play("The report was noted.");
    let meeting = stage.meeting();
    let item = |label: &str| meeting.items.iter().find(|item| item.heading.label == label).unwrap().id;
    assert_eq!(meeting.presence_at(meeting.people[1].id, item("B2")), Presence::Throughout);
    let minutes = passage(&stage, "40. Dredging", "41.");
    assert!(minutes.contains("Mr T Aldous arrived at 10.20 am when this item was reached."), "{minutes}");
}

#[test]
fn a_movement_keeps_its_place_when_its_paragraph_goes() {
    let stage = withdrawn().play("<ctrl-home><down><ctrl-shift-up><delete>");
    let minutes = stage.minutes("numbered", Audience::Full);
    assert!(minutes.contains("withdrew from the meeting at 10.25 am"), "{minutes}");
}

#[test]
fn whoever_was_marked_with_all_and_comes_late_was_not_there_from_the_start() {
    let stage = Stage::new().play("<alt-o><f2>*<esc>");
    let stage = at_item(stage, "B1").at(10, 20).play("Noted.<f2><down>l");
    assert_eq!(stage.notice(), "Mr T Aldous arrived at 10:20, and was not there from the start.");
    let stage = stage.play("<esc>");
    let person = stage.meeting().people[1].id;
    assert_eq!(stage.meeting().movements_of(person).count(), 1);
    let minutes = passage(&stage, "40.", "Signed");
    assert!(minutes.contains("Mr T Aldous arrived at 10.20 am during consideration"), "{minutes}");
    let again = stage.play("<f2><down>l");
    assert_eq!(again.notice(), "Mr T Aldous is in the room already.", "twice is a slip");
}

#[test]
fn nobody_is_late_before_the_meeting_is_open() {
    let stage = Stage::new().play("<f2><down>l");
    assert_eq!(stage.notice(), "Nobody is late before the meeting is open; whoever is here is p.");
    assert!(stage.meeting().attendance.is_empty());
}

#[test]
fn the_roll_shows_who_sits_for_whom_and_then_the_keys_of_coming_and_going() {
    let stage = Stage::new().play("<alt-o><f2>*<down><down>sMs K Tolland<enter>");
    let screen = stage.screen();
    let row = screen.lines().find(|row| row.contains("Ms K Tolland")).unwrap();
    assert!(row.contains("for Cllr P Brine"), "{screen}");
    assert!(screen.contains("l Late  o Left  b Back  g Gone"), "{screen}");
    assert!(Stage::new().play("<f2>").screen().contains("a Apologies"));
}

#[test]
fn the_usual_sentence_says_who_sent_apologies() {
    let stage = Stage::new().play("<alt-o><f2>*<down><down>aa<esc>");
    let stage = at_item(stage, "A2").play("<alt-w>");
    assert_eq!(stage.page(), "|Apologies for absence were received from Cllr P Brine and Ms J Okafor.");
    let stage = at_item(Stage::new().play("<alt-o><f2>*<esc>"), "A2").play("<alt-w>");
    assert_eq!(stage.page(), "|No apologies for absence were received.");
}
