//! What the program says can be read whole, also on a small screen, and the next key brings the row of keys back.

use crate::stage::{Stage, meeting};

fn council() -> Stage {
    let mut meeting = meeting();
    meeting.head.profile = "council committee".into();
    Stage::with(meeting).play("<f2>ppppp<esc><alt-o>")
}

/// The words of the last two rows on one line, without what stands at the right of the status line.
fn said(stage: &Stage) -> String {
    let screen = stage.screen();
    let rows: Vec<&str> = screen.lines().collect();
    let is_status = |row: &str| row.starts_with(" saved") && row.ends_with("10:02");
    let from = rows.iter().rposition(|row| is_status(row)).unwrap();
    let end = [" public ", " RESTRICTED "].iter().filter_map(|word| rows[from].rfind(word)).max().unwrap();
    let all = format!("{} {}", &rows[from][..end], rows[from + 1..].join(" "));
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_whole(stage: Stage) {
    assert!(!stage.notice().is_empty());
    for (width, height) in [(80, 24), (50, 14)] {
        let stage = Stage { desk: stage_desk(&stage, width, height), effects: vec![] };
        let said = said(&stage);
        assert!(said.contains(stage.notice()), "at {width}x{height}: {said}\n{}", stage.notice());
    }
}

/// The same meeting on a desk of another size that says the same.
fn stage_desk(stage: &Stage, width: u16, height: u16) -> minutebook::desk::Desk {
    let mut other = Stage::with(stage.meeting().clone()).size(width, height);
    other.desk.writing.item = stage.desk.writing.item;
    other.desk.notice = stage.desk.notice.clone();
    other.desk.lay_out();
    other.desk
}

#[test]
fn every_offer_can_be_read_whole() {
    // Excluding the public.
    is_whole(council().play("<ctrl-g>C1<enter>"));
    // What was done of it.
    is_whole(council().play("<ctrl-g>C1<enter><f11><end><backspace>3<enter>"));
    // The quorum lost and regained.
    let lost = council().play("<ctrl-g>B1<enter><f2>o<down>o<down>o");
    assert!(lost.notice().starts_with("The quorum is lost"), "{}", lost.notice());
    is_whole(lost);
    is_whole(council().play("<ctrl-g>B1<enter><f2>o<down>o<down>o<up>b"));
    // The chair.
    is_whole(council().play("<ctrl-g>B1<enter><f2>o"));
    // Interests.
    let declared =
        council().play("<ctrl-g>B1<enter><f3>nAldous<tab><tab>disc<enter>nOkafor<tab><tab>disc<enter><esc><ctrl-down><ctrl-up>");
    assert!(declared.notice().contains("may take no part"), "{}", declared.notice());
    is_whole(declared);
    // Somebody twice.
    let mut twice = meeting();
    twice.people[3].name = "Dr Lindquist".into();
    let voted = Stage::with(twice)
        .play("<f2>ppppp<esc><alt-o><f4>that the dues be raised.<enter><alt-v>aaafb<enter>");
    is_whole(voted.play("<f2><down><down><down>=<enter>"));
}

#[test]
fn a_long_notice_runs_on_into_the_row_of_keys_and_the_next_key_brings_that_back() {
    let stage = council().play("<ctrl-g>C1<enter>").size(50, 14);
    let last = |stage: &Stage| stage.screen().lines().last().unwrap().trim().to_owned();
    assert!(last(&stage).ends_with("F11 minutes it."), "{}", stage.screen());
    assert!(stage.screen().contains("RESTRICTED"), "what is always said is always said");
    let stage = stage.play("T");
    assert!(last(&stage).contains("Help"), "{}", stage.screen());
}

#[test]
fn a_doubt_about_a_long_name_is_read_whole_too() {
    let stage =
        council().play("<ctrl-g>B1<enter>Councillor Bartholomew Featherstonehaugh-Cholmondeley asked");
    let said = said(&stage);
    assert!(said.contains("Cholmondeley is not on the roll (Alt-J: here)"), "{said}");
}

#[test]
fn the_name_of_a_key_is_never_broken_in_two() {
    let notice =
        "Sent to the chair; 3 remarks are not answered yet (Alt-Z), and Ctrl-Shift-Left goes back to them.";
    for width in 40..120 {
        let mut stage = Stage::with(meeting());
        stage.desk.say(notice);
        let screen = stage.size(width, 24).screen();
        let mut ends = screen.lines().flat_map(|row| row.split_whitespace());
        assert!(!ends.any(|word| word.ends_with('-') && word.len() > 1), "at {width}:\n{screen}");
        let last: Vec<&str> = screen.lines().rev().take(3).collect();
        let held = last.iter().any(|row| row.contains("(Alt-Z),") || row.contains("Alt-Z…"));
        assert!(held, "at {width}:\n{screen}");
    }
}
