//! Plain text as such: its lines, its words, and what can never be in it.

use super::{harbour, script};
use crate::draws::draws;
use minutebook::domain::meeting::{Head, Meeting, Moment, Turn};
use minutebook::domain::profile::Profile;
use minutebook::export::{Audience, Document, json, text};
use minutebook::houses::Houses;
use minutebook::text::{has_control, width};
use proptest::prelude::*;

fn print(meeting: &Meeting, style: &str) -> String {
    let style = Houses::built_in().style(style).unwrap();
    text::text(&Document::of(meeting, style, &Profile::default(), Audience::Full))
}

fn one_paragraph(words: &str) -> Meeting {
    let mut meeting = Meeting { items: script::items("# B1 | Title\n words"), ..Meeting::default() };
    meeting.items[0].minutes[0].text = words.into();
    meeting
}

#[test]
fn an_address_stands_whole_on_a_line_of_its_own() {
    let address = format!("https://saltmarsh-harbour.example/{}", "notices/to-mariners/".repeat(5));
    let meeting = one_paragraph(&format!("The notice was at {address} and on the door."));
    let printed = print(&meeting, "numbered");
    assert!(printed.lines().any(|line| line.trim() == address), "{printed}");
}

#[test]
fn a_record_of_nothing_is_a_page_all_the_same() {
    insta::assert_snapshot!(print(&Meeting::default(), ""), @"
    DRAFT – not yet agreed as a correct record

    MINUTES of a meeting.

    Signed as a correct record

    ....................................... Chair

    ....................................... Date
    ");
}

#[test]
fn interruptions_without_a_place_are_told_at_the_end() {
    let day = harbour::day();
    let next = day.succ_opt().unwrap();
    let moment = |turn, day: chrono::NaiveDate, hour| Moment::new(turn, day.and_time(harbour::time(hour, 0)));
    let mut meeting = one_paragraph("The crane was seen.");
    meeting.head = Head { body: "The Crane Board".into(), date: Some(day), ..Head::default() };
    meeting.course.moments = vec![
        moment(Turn::Opened, day, 10),
        moment(Turn::Adjourned, day, 12),
        moment(Turn::Resumed, next, 9),
        moment(Turn::Adjourned, next, 10),
    ];
    insta::assert_snapshot!(print(&meeting, "web"), @"
    THE CRANE BOARD

    DRAFT – not yet agreed as a correct record

    MINUTES of a meeting of The Crane Board held on Thursday, 16 November 2023.

    The meeting opened at 10.00 am.

    Title
    -----

    1.  The crane was seen.

    The meeting was adjourned at 12.00 noon and resumed at 9.00 am on Friday, 17
    November 2023.

    The meeting was adjourned at 10.00 am on Friday, 17 November 2023.

    Signed as a correct record

    ....................................... Chair

    ....................................... Date
    ");
}

#[test]
fn control_characters_never_leave() {
    let evil = "a\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}c\u{202e}d\r\ne\u{0}";
    let mut meeting = harbour::meeting();
    for text in [&mut meeting.head.body, &mut meeting.head.venue, &mut meeting.head.contact] {
        *text = evil.into();
    }
    meeting.people.iter_mut().for_each(|person| person.name = evil.into());
    meeting.parts.iter_mut().for_each(|part| part.title = evil.into());
    for item in &mut meeting.items {
        item.heading.title = evil.into();
        item.heading.label = evil.into();
        item.minutes.iter_mut().for_each(|block| block.text = evil.into());
    }
    meeting.attendance.iter_mut().for_each(|movement| movement.why = evil.into());
    for style in Houses::built_in().styles() {
        let printed = print(&meeting, &style.name);
        assert!(printed.lines().all(|line| !has_control(line)), "{printed:?}");
        assert!(!printed.contains('\r'));
    }
    let given = json::json(&meeting, &[], Audience::Full);
    assert!(given.lines().all(|line| !has_control(line)));
    assert!(!given.contains("\\u00") && !given.contains("\\r") && !given.contains("\\n"), "{given}");
    assert!(!json::refusal_json(evil).contains("\\u00"));
}

#[test]
fn a_refusal_has_its_reason_and_no_items() {
    let given = json::refusal_json("no agenda items found in recipe.txt");
    let value: serde_json::Value = serde_json::from_str(&given).unwrap();
    assert_eq!(value["schema"], "agenda-import/1");
    assert_eq!(value["error"], "no agenda items found in recipe.txt");
    assert_eq!(value["items"], serde_json::json!([]));
    assert!(value["body"].is_null());
}

proptest! {
    #![proptest_config(draws(256))]

    /// Lines fit, unless a word alone is longer than a line, and all words are there in their order.
    #[test]
    fn lines_fit_and_words_stay_whole(words in prop::collection::vec("[a-zé日/.-]{1,30}|[a-z/:.-]{70,90}", 1..60)) {
        let meeting = one_paragraph(&words.join(" "));
        for style in Houses::built_in().styles() {
            let printed = print(&meeting, &style.name);
            for line in printed.lines() {
                let long = line.split_whitespace().any(|word| width(word) > 70);
                prop_assert!(width(line) <= 78 || long, "{:?}", line);
                prop_assert!(line.trim_end() == line, "{:?}", line);
            }
            let read: Vec<&str> = printed.split_whitespace().collect();
            prop_assert!(read.windows(words.len()).any(|window| window == words), "{}", printed);
            prop_assert!(printed.ends_with('\n') && !printed.ends_with("\n\n"));
        }
    }
}
