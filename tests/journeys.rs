//! Whole meetings, as a clerk lives through them: keys in, minutes out.

use crate::stage::{Stage, at};
use insta::assert_snapshot;
use minutebook::desk::{Effect, Overlay, Saved};
use minutebook::domain::agenda::{Outcome, Progress};
use minutebook::domain::meeting::Status;
use minutebook::domain::people::{Mode, Standing};
use minutebook::domain::presence::Presence;
use minutebook::export::Audience;
use minutebook::session::{Change, Entry, History, Session};
use minutebook::update::Event;

/// Goes to an item as the clerk does: by its label.
fn at_item(stage: Stage, label: &str) -> Stage {
    stage.play("<ctrl-g>").play(label).play("<enter>")
}

/// A meeting of the Partnership from the first minute to the last.
fn whole_meeting() -> Stage {
    let stage = Stage::new().at(10, 3).play("<alt-o>");
    // The roll: everybody, except that Brine sent apologies and Okafor is sat for; Lindqvist comes by link.
    let stage = stage.play("<f2>*<down><down>as").play("Mx R Vane<enter>r<esc>");
    let stage = stage.play("The Chairman welcomed Members.");
    // Nobody has anything to declare at first; then one does.
    let stage = at_item(stage, "A3").play("<alt-w>");
    let stage = stage.play("<f3>n").play("aldous<tab>").play(
        "<right><right><right><right><right><right><tab><tab>he owns a mooring<tab><right><enter><esc>",
    );
    // B2 is taken before B1.
    let stage = at_item(stage, "B2").at(10, 20).play("<f2><down>w<esc>");
    let stage = stage
        .play("Col Hester presented the report.<enter>RESOLVED that:<enter>(a) the programme be agreed; and<enter>")
        .play("the costs be reported in June.<enter><enter>ACTION: Col Hester to tell the berth holders<enter>")
        .play("// he seemed unsure of the costs");
    let stage = stage.at(10, 41).play("<f2><down>b<esc>");
    // B1 is deferred without a word, by its details.
    let stage = at_item(stage, "B1").play("<alt-i>").play("<shift-tab><right><right><right><enter>");
    // Somebody comes late, and there is a break.
    let stage = stage.at(10, 50).play("<f2><down><down>l<esc>");
    let stage = stage.at(11, 0).command("adjourn").at(11, 12).command("resume");
    // A late item, with a motion.
    let stage = at_item(stage, "B3").command("new-item").play("Storm damage to the breakwater<tab>B4<enter>");
    let stage = stage
        .play("<f4>")
        .play("the insurers be told today<tab>carrow<tab>vane<tab><right><tab>4<tab>1<tab>0<enter>");
    let stage = stage.play("<ctrl-end><enter>The breakwater would be inspected at low water.");
    let stage = at_item(stage, "C1")
        .play("The lessee owed GBP 12,000 in rent.<enter>RESOLVED to begin proceedings against Gull Fuels.");
    stage.at(12, 4).command("close-meeting")
}

#[test]
fn a_whole_meeting_is_printed_for_either_audience() {
    let stage = whole_meeting();
    assert!(stage.desk.overlay().is_none());
    assert_snapshot!("public", stage.minutes("numbered", Audience::Public));
    assert_snapshot!("full", stage.minutes("numbered", Audience::Full));
}

#[test]
fn a_whole_meeting_is_recorded_as_it_happened() {
    let stage = whole_meeting();
    let meeting = stage.meeting();
    assert_eq!(meeting.course.status, Status::Closed);
    let times: Vec<_> = meeting.course.moments.iter().map(|moment| moment.at).collect();
    assert_eq!(times, [at(10, 3), at(11, 0), at(11, 12), at(12, 4)]);
    let person = |name: &str| meeting.people.iter().find(|person| person.name.contains(name)).unwrap().id;
    let item = |label: &str| meeting.items.iter().find(|item| item.heading.label == label).unwrap();
    assert_eq!(meeting.standing(person("Brine")), Standing::In, "he came late");
    assert_eq!(meeting.standing(person("Okafor")), Standing::Apologies);
    assert_eq!(meeting.standing(person("Vane")), Standing::In);
    let lindqvist = meeting.movements_of(person("Lindqvist")).next_back().unwrap();
    assert_eq!(lindqvist.mode, Mode::Online);
    assert_eq!(meeting.presence_at(person("Aldous"), item("B2").id), Presence::Partly);
    assert_eq!(meeting.presence_at(person("Aldous"), item("C1").id), Presence::Throughout);
    assert_eq!(item("B1").heading.outcome, Outcome::Deferred);
    assert_eq!(item("B1").progress(), Progress::Deferred);
    let order = |label: &str| item(label).heading.taken;
    assert!(order("B2") < order("B4") && order("B4") < order("C1"), "as they were taken");
    let labels: Vec<&str> = meeting.items.iter().map(|item| item.heading.label.as_str()).collect();
    assert_eq!(labels, ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "C1"]);
}

#[test]
fn everything_can_be_undone_and_done_again() {
    let mut stage = whole_meeting();
    let (done, end) = (stage.desk.session.history().done.len(), stage.meeting().clone());
    for _ in 0..done {
        stage = stage.play("<ctrl-z>");
        assert!(!stage.desk.notice.as_ref().unwrap().warning, "{}", stage.notice());
    }
    assert_eq!(*stage.meeting(), crate::stage::meeting());
    assert_eq!(stage.play("<ctrl-z>").notice(), "There is nothing to undo.");
    let mut stage = whole_meeting();
    for key in ["<ctrl-z>", "<ctrl-y>"] {
        for _ in 0..done {
            stage = stage.play(key);
        }
    }
    assert_eq!(*stage.meeting(), end);
}

#[test]
fn the_journal_alone_gives_the_same_meeting() {
    let stage = whole_meeting().play("<ctrl-z><ctrl-z><ctrl-y>");
    let mut again = Session::new(crate::stage::meeting(), 0);
    stage.journal().into_iter().for_each(|entry| again.enter(entry).unwrap());
    assert_eq!(again.meeting(), stage.meeting());
    assert_eq!(again.entries(), stage.desk.session.entries());
}

#[test]
fn what_was_done_before_a_restart_is_read_back_and_undone() {
    let before = Stage::new().play("one two");
    let mut stage = Stage::new();
    stage.desk = minutebook::desk::Desk::new(Session::new(before.meeting().clone(), 2));
    let mut stage = stage.play("<ctrl-z>");
    assert_eq!(stage.effects.last(), Some(&Effect::Recall));
    assert_eq!(stage.page(), "1.|one two");
    let mut history = History::default();
    before.journal().into_iter().for_each(|entry| assert!(history.note(entry)));
    stage.happen(Event::Recalled(history));
    assert_eq!(stage.page(), "1.|one ");
    assert_eq!(stage.effects.last(), Some(&Effect::Journal(Box::new(Entry::Undid))));
    let stage = stage.play("<ctrl-z><ctrl-y><ctrl-y>");
    assert_eq!(stage.page(), "1.|one two");
    assert_eq!(stage.play("<ctrl-z><ctrl-z><ctrl-z>").notice(), "There is nothing to undo.");
}

#[test]
fn a_history_that_comes_unasked_or_empty_undoes_nothing() {
    let mut stage = Stage::new().play("one");
    let history = History { done: vec![Change::new("Typed", vec![])], undone: vec![] };
    stage.happen(Event::Recalled(history));
    assert_eq!(stage.page(), "1.|one");
    let mut stage = Stage::new();
    stage.desk = minutebook::desk::Desk::new(Session::new(crate::stage::meeting(), 7));
    let mut stage = stage.play("<ctrl-z>");
    stage.happen(Event::Recalled(History::default()));
    assert_eq!(stage.notice(), "There is nothing to undo.");
}

#[test]
fn leaving_is_one_key_when_everything_is_saved() {
    assert_eq!(Stage::new().play("words<ctrl-q>").effects.last(), Some(&Effect::Quit));
    // Also while something lies over the page.
    for open in ["<f1>", "<f2>", "<f3>", "<f6>", "<f9>", "<ctrl-p>", "<ctrl-f>"] {
        assert_eq!(Stage::new().play(open).play("<ctrl-q>").effects.last(), Some(&Effect::Quit), "{open}");
    }
}

#[test]
fn what_is_not_saved_is_said_until_it_is() {
    let mut stage = Stage::new().play("words");
    stage.happen(Event::NotStored("the disk is full".into()));
    let stage = stage.play(" more words");
    assert!(stage.screen().contains("NOT SAVED: the disk is full"), "{}", stage.screen());
    let mut stage = stage.play("<ctrl-s>");
    assert_eq!(stage.effects.last(), Some(&Effect::Save));
    stage.happen(Event::Storing);
    assert!(stage.screen().contains(" saving…"), "{}", stage.screen());
    stage.happen(Event::Stored(stage.desk.session.entries()));
    assert!(stage.screen().contains(" saved "), "{}", stage.screen());
}

#[test]
fn an_old_answer_of_the_disk_does_not_hide_that_something_is_not_saved() {
    let mut stage = Stage::new().play("words");
    stage.happen(Event::NotStored("the disk is full".into()));
    stage.happen(Event::Stored(1));
    assert_eq!(stage.desk.saved, Saved::No("the disk is full".into()));
}

#[test]
fn leaving_with_something_unsaved_asks_and_typing_is_not_in_the_way() {
    let mut stage = Stage::new().play("words");
    stage.happen(Event::NotStored("the disk is full".into()));
    let stage = stage.play("<ctrl-q>");
    assert!(!stage.effects.contains(&Effect::Quit));
    assert!(stage.screen().contains("Not everything is saved: the disk is full"), "{}", stage.screen());
    let stage = stage.play("<enter>");
    assert!(stage.desk.overlay().is_none() && !stage.effects.contains(&Effect::Quit));
    let stage = stage.play("<ctrl-q><right><right><enter>");
    assert_eq!(stage.effects.last(), Some(&Effect::Quit));
    let mut again = Stage::new().play("words");
    again.happen(Event::NotStored("the disk is full".into()));
    assert_eq!(again.play("<ctrl-q><ctrl-q>").effects.last(), Some(&Effect::Quit), "asked twice");
}

fn copied(stage: &Stage) -> &str {
    match stage.effects.last() {
        Some(Effect::CopyRich(rich)) => &rich.text,
        other => panic!("nothing was copied: {other:?}"),
    }
}

#[test]
fn nothing_restricted_is_in_the_public_copy() {
    let stage = whole_meeting();
    let stage = at_item(stage, "B2").play("<ctrl-home>").play("<alt-x>");
    let stage = stage.command("copy-minutes");
    let text = copied(&stage);
    for secret in ["12,000", "Gull", "proceedings", "presented the report", "unsure", "Fuel Berth"] {
        assert!(!text.contains(secret), "{secret} is in the public copy:\n{text}");
    }
    assert!(text.contains("the programme be agreed"), "{text}");
}

#[test]
fn the_copy_of_an_item_is_that_item() {
    let stage = at_item(whole_meeting(), "B2").play("<alt-k>");
    let text = copied(&stage);
    assert!(text.contains("the programme be agreed") && text.contains("Col Hester presented"), "{text}");
    for other in ["12,000", "breakwater", "unsure of the costs", "SALTMARSH"] {
        assert!(!text.contains(other), "{other} is in the copy of B2:\n{text}");
    }
}

#[test]
fn a_copy_is_given_in_two_forms_that_say_the_same() {
    let stage = at_item(whole_meeting(), "B2").command("copy-resolution");
    let Some(Effect::CopyRich(rich)) = stage.effects.last() else { panic!("{:?}", stage.effects.last()) };
    assert_eq!(
        rich.text,
        "RESOLVED that:\n\n    (a) the programme be agreed; and\n\n    (b) the costs be reported in June.\n"
    );
    assert_eq!(
        rich.html,
        "<p><strong>RESOLVED</strong> that:</p>\
         <p style=\"margin-left:2em\">(a) the programme be agreed; and</p>\
         <p style=\"margin-left:2em\">(b) the costs be reported in June.</p>"
    );
    let stage = at_item(stage, "B1").command("copy-resolution");
    assert!(stage.notice().contains("Nothing public is resolved"), "{}", stage.notice());
}

#[test]
fn what_is_restricted_is_copied_only_by_the_command_that_says_so() {
    let copies =
        |stage: &Stage| stage.effects.iter().filter(|done| matches!(done, Effect::CopyRich(_))).count();
    let stage = at_item(whole_meeting(), "C1").play("<alt-k>");
    assert_eq!(copies(&stage), 0);
    assert!(stage.notice().contains("copy-item-in-full"), "{}", stage.notice());
    // Typed whole in the palette it is not taken for the other, which can be done.
    let stage = stage.command("copy-item");
    assert_eq!(copies(&stage), 0);
    assert!(stage.notice().contains("copy-item-in-full"), "{}", stage.notice());
    let stage = stage.play("<esc>").command("copy-item-in-full");
    assert!(copied(&stage).contains("12,000"), "{}", copied(&stage));
    // A restricted passage of a public item goes the same way, in both forms.
    let stage = at_item(stage, "B2").play("<ctrl-home>").play("<alt-x><alt-k>");
    let Some(Effect::CopyRich(rich)) = stage.effects.last() else { panic!("{:?}", stage.effects.last()) };
    for form in [&rich.text, &rich.html] {
        assert!(!form.contains("presented") && form.contains("the programme be agreed"), "{form}");
    }
    let stage = stage.command("copy-minutes");
    let Some(Effect::CopyRich(rich)) = stage.effects.last() else { panic!("{:?}", stage.effects.last()) };
    for form in [&rich.text, &rich.html] {
        for secret in ["12,000", "Gull", "presented the report", "Fuel Berth"] {
            assert!(!form.contains(secret), "{secret} is in {form}");
        }
    }
}

#[test]
fn another_paper_does_not_take_the_place_of_the_minutes() {
    use minutebook::export::Paper;
    let ordered = |stage: &Stage| {
        let Some(Effect::Export(order)) = stage.effects.last() else { panic!("{:?}", stage.effects.last()) };
        (order.paper, order.format.name, order.file.display().to_string())
    };
    let stage = whole_meeting().play("<f9><right><enter>");
    assert_eq!(ordered(&stage), (Paper::Decisions, "text", "harbour-decisions.txt".into()));
    let stage = stage.play("<f9><right><right><tab><tab><right><right><right><enter>");
    assert_eq!(ordered(&stage), (Paper::Actions, "docx", "harbour-actions.docx".into()));
    let stage = at_item(stage, "B2").play("<f9><left><enter>");
    let item = stage.desk.item().unwrap().id;
    assert_eq!(ordered(&stage), (Paper::Item(item), "text", "harbour-item.txt".into()));
    let stage = stage.play("<f9><right><tab><tab><left><enter>");
    assert!(stage.notice().contains("holds the whole meeting"), "{}", stage.notice());
}

#[test]
fn a_full_copy_does_not_take_the_name_of_the_public_one() {
    let ordered = |stage: &Stage| {
        let Some(Effect::Export(order)) = stage.effects.last() else { panic!("{:?}", stage.effects.last()) };
        (order.audience, order.file.display().to_string())
    };
    let stage = at_item(whole_meeting(), "C1").play("<ctrl-end><enter>RESOLVED to end the lease.");
    let stage = stage.play("<f9><enter>");
    assert_eq!(ordered(&stage), (Audience::Public, "harbour.txt".into()));
    let stage = stage.play("<f9><tab><right><enter>");
    assert_eq!(ordered(&stage), (Audience::Full, "harbour-full.txt".into()));
    let stage = stage.play("<f9><right><tab><right><tab><right><right><right><enter>");
    assert_eq!(ordered(&stage), (Audience::Full, "harbour-decisions-full.docx".into()));
    // A name that the clerk chose is theirs.
    let stage = stage.play("<f9><tab><right><tab><tab><tab><ctrl-w><ctrl-w><ctrl-w>out.txt<enter>");
    assert_eq!(ordered(&stage), (Audience::Full, "out.txt".into()));
}

#[test]
fn an_export_is_ordered_as_the_form_says() {
    let stage = whole_meeting()
        .play("<f9><tab><tab><left><tab><tab><ctrl-w><ctrl-w><ctrl-w>")
        .play("out.json<enter>");
    let Some(Effect::Export(order)) = stage.effects.last() else { panic!("{:?}", stage.effects.last()) };
    assert_eq!((order.format.name, order.audience), ("json", Audience::Public));
    assert_eq!(order.file.to_str(), Some("out.json"));
    let mut stage = stage;
    stage.happen(Event::Failed("The disk is full.".into()));
    assert_eq!(stage.notice(), "The disk is full.");
}

#[test]
fn the_key_that_opens_the_review_closes_it() {
    let stage = whole_meeting().play("<f8>");
    assert!(stage.screen().contains("The minutes in full as they will be printed"), "{}", stage.screen());
    let stage = stage.play("<f8>");
    assert!(stage.desk.overlay().is_none());
    // In the help it opens the review.
    let stage = stage.play("<f1><f8>");
    assert!(matches!(stage.desk.overlay(), Some(Overlay::Sheet(sheet)) if sheet.title.contains("printed")));
}

#[test]
fn times_are_corrected_in_a_clerks_hand() {
    let stage = whole_meeting().command("meeting-times").play("<end><ctrl-w><ctrl-w><ctrl-w>10.05 am<enter>");
    assert_eq!(stage.meeting().course.opened(), Some(at(10, 5)));
    let stage = stage.command("meeting-times").play("<ctrl-w><ctrl-w><ctrl-w><ctrl-w>noon<enter>");
    assert!(stage.notice().contains("`noon` is not one"), "{}", stage.notice());
    assert!(stage.desk.overlay().is_some(), "the form stays open with what was typed");
}

#[test]
fn a_closed_meeting_can_be_opened_again_and_the_checks_say_what_is_amiss() {
    let stage = whole_meeting().play("<f7>");
    let screen = stage.size(100, 40).screen();
    for said in ["Nothing is minuted under A2", "Nothing is minuted under A4"] {
        assert!(screen.contains(said), "{said}:\n{screen}");
    }
    let stage = whole_meeting().at(12, 10).play("<alt-o>");
    assert_eq!(stage.meeting().course.status, Status::Open);
}

#[test]
fn a_thought_is_parked_in_the_middle_of_a_sentence() {
    let stage = Stage::new().play("The Chairman wel<f6>").play("ask about the keys<enter>comed all.");
    assert_eq!(stage.page(), "1.|The Chairman welcomed all.");
    assert_eq!(stage.meeting().parked[0].text, "ask about the keys");
    assert!(!stage.minutes("numbered", Audience::Full).contains("keys"));
}

#[test]
fn a_parked_thought_is_placed_under_its_item_with_the_time_at_which_it_was_thought() {
    let stage = at_item(Stage::new().play("<alt-o>"), "B1").at(10, 20).play("The report was introduced.");
    let stage = stage.play("<f6>Members thanked the harbour master.<enter>");
    let stage = at_item(stage.at(10, 50), "B2").play("Costs.").command("parked-thoughts");
    assert!(stage.screen().contains("Members thanked the harbour master."), "{}", stage.screen());
    let stage = stage.play("<f6>");
    assert_eq!(stage.page(), "1.|The report was introduced.\n2.|Members thanked the harbour master.");
    assert_eq!(stage.desk.item().unwrap().minutes[1].begun, Some(crate::stage::at(10, 20)));
    assert!(stage.meeting().parked.is_empty());
    let stage = stage.play("<ctrl-z>");
    assert_eq!(
        (stage.meeting().parked.len(), stage.page().lines().count()),
        (1, 1),
        "one undo takes it back"
    );
    // From the checks it is placed in the same way.
    let stage = stage.play("<f7>Still parked").play("<f6>");
    assert!(stage.page().ends_with("2.|Members thanked the harbour master."), "{}", stage.page());
}

#[test]
fn what_is_typed_where_nothing_can_be_written_is_not_lost_in_silence() {
    for open in ["<f1>", "<f2>", "<f3>"] {
        for stage in [Stage::new().play(open).play("z"), Stage::new().play(open).paste("words")] {
            assert_eq!(stage.notice(), "Nothing is written here; Esc goes back to the paragraph.", "{open}");
        }
    }
}

#[test]
fn a_key_pressed_twice_opens_nothing_twice() {
    let open = Stage::new().command("open-meeting").play("ACTION: find the keys");
    for key in [
        "<f1>", "<f2>", "<f3>", "<f4>", "<f6>", "<f7>", "<f9>", "<alt-m>", "<alt-i>", "<ctrl-p>", "<ctrl-f>",
        "<ctrl-g>",
    ] {
        let stage = Stage::with(open.meeting().clone()).play(key).play(key);
        assert_eq!(stage.desk.overlays.len(), 1, "{key}");
        assert!(stage.play("<esc>").desk.overlay().is_none(), "{key}");
    }
}

#[test]
fn the_mouse_points_at_items_and_words() {
    let mut stage = Stage::new().play("One two three.");
    let row = |stage: &Stage, words: &str| {
        let screen = stage.screen();
        let (y, row) = screen.lines().enumerate().find(|(_, row)| row.contains(words)).unwrap();
        let x = row.find(words).map(|at| row[..at].chars().count()).unwrap();
        (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
    };
    let (x, y) = row(&stage, "two");
    stage.happen(Event::Point(x, y, false));
    stage.happen(Event::Point(x + 3, y, true));
    assert_eq!(stage.desk.selected_text().as_deref(), Some("two"));
    let (x, y) = row(&stage, "B1  Dredging");
    stage.happen(Event::Point(x, y, false));
    assert_eq!(stage.desk.item().unwrap().heading.label, "B1");
    // Where nothing is, nothing happens.
    for (x, y) in [(0, 0), (79, 23), (500, 500), (79, 0)] {
        stage.happen(Event::Point(x, y, false));
    }
    assert_eq!(stage.desk.item().unwrap().heading.label, "B1");
}

#[test]
fn what_was_parked_or_not_understood_is_dropped_from_the_checks() {
    let mut meeting = crate::stage::meeting();
    let id = minutebook::domain::id::LeftOverId(900);
    meeting.left_over.push(minutebook::domain::agenda::LeftOver { id, line: 3, text: "ZZ9 4QT".into() });
    let stage = Stage::with(meeting).play("<f6>ring the contractor<enter><f7>");
    assert!(stage.screen().contains("Still parked: ring the contractor"), "{}", stage.screen());
    let stage = stage.play("<delete><delete>");
    assert!(stage.meeting().parked.is_empty() && stage.meeting().left_over.is_empty());
    let stage = stage.play("<esc><ctrl-z><ctrl-z>");
    assert_eq!((stage.meeting().parked.len(), stage.meeting().left_over.len()), (1, 1));
}

#[test]
fn whoever_comes_after_all_is_no_longer_down_for_apologies() {
    let stage = Stage::new().play("<alt-o><f2>a").play("<up>l");
    let person = stage.meeting().people[0].id;
    assert_eq!(stage.meeting().standing(person), Standing::In);
    assert!(stage.meeting().apology_of(person).is_none());
    let stage = stage.play("<ctrl-z>");
    assert_eq!(stage.meeting().standing(person), Standing::Apologies, "one undo takes it back");
}
