//! The close: the chair reads the draft, the clerk takes or leaves what was said, and the record is agreed,
//! sealed and corrected.

use crate::program::House;
use crate::stage::Stage;
use minutebook::domain::meeting::Status;
use minutebook::domain::review::{Answer, Says};
use minutebook::export::Audience;
use minutebook::store;
use std::fs;

/// A meeting with a resolution, an action, a note and a paragraph, closed.
fn closed() -> Stage {
    Stage::new()
        .command("open-meeting")
        .play("Members noted the report.<enter>RESOLVED that the dredger be hired.<enter>")
        .play("ACTION: Sorrel Lanyon to sign.<enter>// ask about the key")
        .command("close-meeting")
}

fn said(stage: &Stage) -> Vec<String> {
    let remarks = stage.meeting().remarks.iter();
    remarks.map(|remark| format!("{}: {}", remark.says.word(), remark.says.words())).collect()
}

#[test]
fn the_chair_reads_resolutions_first_then_actions_names_and_text() {
    let mut stage = closed().play("<f10>");
    let mut shown = Vec::new();
    for _ in 0..4 {
        let screen = stage.screen();
        for words in ["Resolutions", "Actions", "Names", "Text"] {
            if screen.contains(&format!("Review – {words}")) {
                shown.push(words);
            }
        }
        stage = stage.play("<right>");
    }
    assert_eq!(shown, ["Resolutions", "Actions", "Names", "Text"]);
    assert!(!stage.screen().contains("ask about the key"), "{}", stage.screen());
    assert_eq!(stage.notice(), "This is the end of the draft.");
}

#[test]
fn what_the_chair_reads_stays_in_sight_while_something_is_asked() {
    for (width, height) in [(80, 24), (120, 40), (50, 14)] {
        for (key, asked) in [("q", "A query for the clerk"), ("s", "A wording to suggest")] {
            let screen = closed().size(width, height).play("<f10>").play(key).screen();
            assert!(screen.contains(asked), "{width}x{height}\n{screen}");
            assert!(screen.contains("Review – Resolutions"), "{width}x{height}\n{screen}");
            let above: Vec<&str> = screen.lines().take_while(|line| !line.contains(asked)).collect();
            assert!(above.concat().contains("that the dredger be hired"), "{width}x{height}\n{screen}");
        }
    }
}

#[test]
fn a_suggestion_changes_no_word_until_the_clerk_takes_it() {
    let stage = closed().play("<f10>s<ctrl-backspace><ctrl-backspace>chartered.<enter><esc>");
    assert_eq!(said(&stage), ["suggestion: that the dredger be chartered."]);
    assert!(stage.page().contains("that the dredger be hired."), "{}", stage.page());
    assert_eq!(stage.notice(), "1 remark waits for you; Alt-Z lists it.");
    let stage = stage.play("<alt-z>t");
    assert!(stage.page().contains("that the dredger be chartered."), "{}", stage.page());
    assert!(matches!(stage.meeting().remarks[0].answer, Answer::Taken { at: Some(_) }));
    assert_eq!(stage.meeting().remarks[0].was, "that the dredger be hired.");
    // One undo takes both back: the words and the answer.
    let stage = stage.play("u");
    assert!(stage.page().contains("that the dredger be hired."), "{}", stage.page());
    assert!(stage.meeting().remarks[0].is_open());
}

#[test]
fn a_suggestion_about_words_that_have_changed_is_not_forced_on_them() {
    let stage = closed().play("<f10>s<ctrl-backspace><ctrl-backspace>chartered.<enter><esc>");
    let stage = stage.play("<ctrl-home><down><end>!<alt-z>t");
    assert!(stage.notice().contains("changed since"), "{}", stage.notice());
    assert!(stage.page().contains("hired.!"), "{}", stage.page());
    let stage = stage.play("lmoved as hired<enter>");
    let Answer::Left { why, .. } = &stage.meeting().remarks[0].answer else { panic!("not left") };
    assert_eq!(why, "moved as hired");
}

#[test]
fn a_query_is_ticked_off_and_an_empty_wording_asks_for_the_paragraph_to_go() {
    let stage = closed().play("<f10>qWho pays?<enter>s");
    let stage = stage.play(&"<ctrl-backspace>".repeat(8)).play("<enter><esc>");
    assert_eq!(said(&stage), ["query: Who pays?", "to go: "]);
    let stage = stage.play("<alt-z>tt");
    assert!(!stage.page().contains("Sorrel Lanyon to sign"), "{}", stage.page());
    assert_eq!(stage.meeting().open_remarks().count(), 0);
}

/// A wording of some six hundred letters, every tenth word numbered.
fn long() -> String {
    let words = (0..100).map(|n| if n % 10 == 0 { format!("w{n}") } else { "words".to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_long_suggestion_can_be_read_in_the_list_and_while_it_is_left() {
    let stage = closed().play("<f10>s<end> ").play(&long()).play("<enter><esc><alt-z>");
    for (width, height) in [(80, 24), (120, 40)] {
        let stage = Stage::with(stage.meeting().clone()).size(width, height).play("<alt-z>");
        let screen = stage.screen();
        for n in (0..100).step_by(10) {
            assert!(screen.contains(&format!("w{n} ")), "{width}x{height} w{n}\n{screen}");
        }
        let screen = stage.play("l").screen();
        assert!(screen.contains("Leave the remark") && screen.contains("What was said"), "{screen}");
    }
}

#[test]
fn what_the_list_has_no_room_for_is_read_whole() {
    let stage = closed().play("<f10>s<end> ").play(&long()).play(&long()).play("<enter><esc>");
    let stage = stage.size(50, 14).play("<alt-z>");
    assert!(stage.screen().contains("… Space shows it whole."), "{}", stage.screen());
    let mut stage = stage.play("<space>");
    assert!(stage.screen().contains("AS IT STANDS"), "{}", stage.screen());
    let mut read = String::new();
    for _ in 0..60 {
        read += &stage.screen();
        stage = stage.play("<down>");
    }
    assert!((0..100).step_by(10).all(|n| read.contains(&format!("w{n}"))), "{read}");
    let stage = stage.play("<esc>");
    assert!(stage.screen().contains("What was said about the draft"), "{}", stage.screen());
}

#[test]
fn a_suggestion_that_was_taken_still_shows_both_wordings() {
    let stage = closed().play("<f10>s<ctrl-backspace><ctrl-backspace>chartered.<enter><esc><alt-z>t");
    let screen = stage.screen();
    assert!(screen.contains("[−hired] [+chartered]"), "{screen}");
}

#[test]
fn the_chair_reads_a_motion_with_who_moved_it_and_how_it_was_voted() {
    let stage =
        Stage::new().play("<alt-o><f2>*<esc><f4>that the dues be raised.<tab>Aldous<tab>Brine<enter>");
    let screen = stage.play("<alt-v>r<enter><f10>").screen();
    let order =
        ["Moved by Mr T Aldous and seconded by Cllr P Brine:", "that the dues be raised.", "For (5):"];
    let places: Vec<usize> = order.iter().map(|words| screen.find(words).unwrap_or(usize::MAX)).collect();
    assert!(places.is_sorted() && !places.contains(&usize::MAX), "{places:?}\n{screen}");
}

#[test]
fn what_was_accepted_is_not_read_again_until_it_changes() {
    let stage = closed().play("<f10><enter><enter><esc><f10>");
    assert!(stage.screen().contains("Review – Names"), "{}", stage.screen());
    assert_eq!(said(&stage), ["accepted: ", "accepted: "]);
    let item = stage.desk.item().unwrap();
    assert!(stage.meeting().is_accepted(item.id, &item.minutes[1]));
    let stage = stage.play("<esc><ctrl-home><down><end> Forthwith.");
    let item = stage.desk.item().unwrap();
    assert!(!stage.meeting().is_accepted(item.id, &item.minutes[1]));
}

#[test]
fn a_resolution_is_read_back_large_and_agreed_as_read() {
    let stage = closed().play("<ctrl-home><down><alt-1>");
    assert!(stage.screen().contains("Read back"), "{}", stage.screen());
    assert!(stage.screen().contains("RESOLVED that the dredger be hired."), "{}", stage.screen());
    let stage = stage.play("<enter>");
    assert_eq!(stage.notice(), "Agreed as read.");
    assert_eq!(stage.meeting().remarks[0].says, Says::Accepted);
    assert!(stage.meeting().remarks[0].at.is_some());
}

#[test]
fn a_draft_is_sent_agreed_sealed_and_then_takes_nothing_but_corrections() {
    let stage = closed();
    assert!(stage.minutes("numbered", Audience::Public).contains("DRAFT"));
    let stage = stage.command("send-to-chair").play("<enter>").command("agree-draft").play("<enter>");
    assert_eq!(stage.meeting().course.status, Status::Agreed);
    assert!(!stage.minutes("numbered", Audience::Public).contains("DRAFT"));
    assert!(stage.meeting().items.iter().any(|item| item.heading.number.is_some()));
    let stage = stage.command("seal-record").play("17 March 2022<enter>");
    assert_eq!(stage.notice(), "Choose yes to seal the record, or press Esc.");
    let stage = stage.play("<tab><tab><right><enter>");
    assert_eq!(stage.meeting().course.status, Status::Sealed);
    assert_eq!(store::verify(stage.meeting()), store::Sealing::Whole);
    let stage = stage.play("more words");
    assert!(stage.notice().contains("sealed"), "{}", stage.notice());
    let stage = stage.play("<ctrl-z>");
    assert!(stage.notice().contains("sealed"), "{}", stage.notice());
    let before = stage.page();
    let stage = stage
        .command("add-correction")
        .play("Mr Groyne's apologies were received<tab>16 June 2022<tab>34<enter>");
    assert_eq!(stage.page(), before);
    assert_eq!(store::verify(stage.meeting()), store::Sealing::Whole);
    let printed = stage.minutes("numbered", Audience::Public).replace('\n', " ");
    let told = "At the meeting on Thursday, 16 June 2022 these minutes were corrected: Mr Groyne's apologies were received (minute 34).";
    assert!(printed.contains(told), "{printed}");
    assert!(printed.contains("Approved on Thursday, 17 March 2022"), "{printed}");
}

#[test]
fn a_restricted_correction_is_in_no_public_copy() {
    let stage = closed().command("agree-draft").play("<enter>").command("seal-record");
    let stage = stage.play("17 March 2022<tab><tab><right><enter>");
    let stage = stage.command("add-correction").play("the price of the lantern<tab><tab><tab><right><enter>");
    assert_eq!(stage.meeting().corrections.len(), 1);
    assert!(stage.minutes("numbered", Audience::Full).contains("lantern"));
    assert!(!stage.minutes("numbered", Audience::Public).contains("lantern"));
}

#[test]
fn an_agreed_draft_that_is_taken_back_runs_its_numbers_again() {
    let stage = closed().command("agree-draft").play("<enter>").command("return-draft").play("<enter>");
    assert_eq!(stage.meeting().course.status, Status::Closed);
    assert!(stage.meeting().items.iter().all(|item| item.heading.number.is_none()));
    assert_eq!(stage.meeting().course.steps.len(), 2);
}

#[test]
fn a_sealed_file_is_verified_and_a_changed_one_is_told() {
    let house = House::new();
    let mut meeting = closed().meeting().clone();
    let open = house.session_of("open.ron", &meeting);
    assert!(house.run(&["verify", "open.ron"]).found().contains("not sealed"), "{open:?}");
    meeting.course.status = Status::Sealed;
    let digest = store::seal::digest(&meeting);
    meeting.course.seal =
        Some(minutebook::domain::review::Seal { digest, approved: None, signed_by: String::new() });
    let path = house.session_of("s.ron", &meeting);
    assert!(house.run(&["verify", "s.ron"]).well().contains("is as it was sealed, sha256-v2:"));
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("be hired", "be bought")).unwrap();
    assert!(house.run(&["verify", "s.ron"]).found().contains("changed after it was sealed"));
    fs::write(&path, text.replace("sha256-v2:", "sha256-v3:")).unwrap();
    assert!(house.run(&["verify", "s.ron"]).found().contains("sealed by a newer Minutebook"));
}

#[test]
fn a_long_wording_is_seen_whole_while_it_is_changed() {
    let long = "that the contract for dredging the inner harbour be let to the lowest tenderer, that the works \
                begin no later than the first of May, and that the harbour engineer report to each meeting of \
                the partnership on their progress until they are complete.";
    let stage = Stage::new().command("open-meeting").play("RESOLVED ").play(long).play("<f10>s");
    let screen = stage.screen();
    let screen = screen.split_once("A wording to suggest").unwrap().1;
    for words in ["let to the", "begin no later", "until they are complete."] {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    let stage = stage.play("<ctrl-left><ctrl-left>wholly <enter>");
    assert!(said(&stage)[0].ends_with("until they are wholly complete."), "{:?}", said(&stage));
}
