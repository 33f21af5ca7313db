//! Actions that the last meeting left open: shown at matters arising of the next, and minuted only by the clerk.

use crate::program::House;
use crate::stage::Stage;
use minutebook::domain::carry::carry_on;
use minutebook::domain::id::BlockId;
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::{Block, Kind};
use minutebook::export::Audience;
use minutebook::import;

fn agenda(day: &str, second: &str) -> Meeting {
    let paper = format!(
        "Saltmarsh Harbour Sub-Committee\n\nAGENDA\n\n{day} at 10.00 am\n\n1. Apologies\n\n2. {second}\n\n3. Buoys\n\n4. Fuel Berth Lease\n"
    );
    import::read(paper.as_bytes()).unwrap().meeting
}

fn action(id: u32, words: &str) -> Block {
    Block { kind: Kind::Action, ..Block::paragraph(BlockId(id), words) }
}

/// The meeting of 16 November 2023, at which two things were to be done, one of them in private.
fn last() -> Meeting {
    let mut last = agenda("Thursday 16 November 2023", "Minutes of the last meeting");
    last.items[2].minutes = vec![
        Block::paragraph(BlockId(90), "Members heard the report."),
        action(91, "Linden Fenwick to write to the buoy makers."),
    ];
    last.items[3].heading.restricted = Some(true);
    last.items[3].minutes = vec![action(92, "Imogen Farr to ask for a valuation.")];
    last
}

/// The next meeting, at its second item.
fn next(second: &str) -> Stage {
    let mut new = agenda("Thursday 18 January 2024", second);
    carry_on(&mut new, &last(), false);
    Stage::with(new).command("open-meeting").play("<ctrl-down>")
}

#[test]
fn what_the_last_meeting_left_open_is_shown_at_matters_arising_and_printed_nowhere() {
    let mut new = agenda("Thursday 18 January 2024", "Matters arising");
    let carried = carry_on(&mut new, &last(), false);
    assert_eq!(
        carried.sentence().unwrap(),
        "Open actions carried on from 16 November 2023 (2 actions still open)."
    );
    for second in
        ["Matters arising", "Minutes of the last meeting", "Action log", "Materion yn codi / Arising"]
    {
        let stage = next(second).size(120, 40);
        let screen = stage.screen();
        assert!(screen.contains("Open since 16 Nov 2023: Linden Fenwick to write to"), "{screen}");
        assert!(stage.notice().starts_with("2 earlier actions are open."), "{}", stage.notice());
        for audience in [Audience::Public, Audience::Full] {
            assert!(!stage.minutes("numbered", audience).contains("Fenwick"));
        }
    }
    let stage = next("Matters arising").play("<ctrl-down>");
    assert!(!stage.screen().contains("Open since"), "{}", stage.screen());
}

#[test]
fn an_agenda_without_an_item_for_them_says_so() {
    let mut new = agenda("Thursday 18 January 2024", "Dredging");
    let carried = carry_on(&mut new, &last(), false);
    assert_eq!(carried.sentence(), None);
    assert!(carried.lost().unwrap().starts_with("The last session left 2 actions open"), "{carried:?}");
}

#[test]
fn one_key_minutes_an_open_action_again() {
    let stage = next("Matters arising").play("Members went through the list.<enter><ctrl-e>");
    assert_eq!(
        stage.page(),
        "1.|Members went through the list.\nACTION:|Linden Fenwick to write to the buoy makers."
    );
    assert_eq!(stage.notice(), "Minuted the action again; 1 more open.");
    assert!(!stage.screen().contains("Open since 16 Nov 2023: Linden"), "{}", stage.screen());
    // One that was restricted is restricted here.
    let stage = stage.play("<ctrl-e>");
    assert!(stage.minutes("numbered", Audience::Full).contains("valuation"));
    assert!(!stage.minutes("numbered", Audience::Public).contains("valuation"));
    let stage = stage.play("<ctrl-e>");
    assert_eq!(stage.notice(), "No action of an earlier meeting is open.");
    let stage = stage.play("<ctrl-z><ctrl-z>");
    assert_eq!(stage.page(), "1.|Members went through the list.\n2.|");
}

#[test]
fn the_list_minutes_what_is_chosen_and_says_what_is_done() {
    let stage = next("Matters arising").play("<f11>");
    let screen = stage.screen();
    assert!(screen.contains("Open from earlier meetings"), "{screen}");
    assert!(screen.contains("Imogen Farr to ask for a valuation."), "{screen}");
    assert!(screen.contains("Delete Done"), "{screen}");
    // The first is done; the second is minuted again.
    let stage = stage.play("<delete><enter>");
    assert_eq!(stage.page(), "■ACTION:|Imogen Farr to ask for a valuation.");
    assert_eq!(stage.notice(), "Minuted the action again; no other is open.");
}

#[test]
fn what_is_neither_done_nor_minuted_again_stays_open() {
    let stage = next("Matters arising").play("<f11><delete><esc>");
    let mut third = agenda("Thursday 14 March 2024", "Matters arising");
    carry_on(&mut third, stage.meeting(), false);
    let open: Vec<(&str, String)> = third.items[1]
        .heading
        .arising
        .iter()
        .map(|one| (one.text.as_str(), one.of.unwrap().to_string()))
        .collect();
    assert_eq!(open, [("Imogen Farr to ask for a valuation.", "2023-11-16".to_owned())]);
    // Minuted again, it is an action of the meeting that did so, once.
    let stage = next("Matters arising").play("<ctrl-e>");
    let mut third = agenda("Thursday 14 March 2024", "Matters arising");
    carry_on(&mut third, stage.meeting(), false);
    let open: Vec<&str> = third.items[1].heading.arising.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(open, ["Imogen Farr to ask for a valuation.", "Linden Fenwick to write to the buoy makers."]);
    assert_eq!(third.items[1].heading.arising[1].of, stage.meeting().head.date);
}

#[test]
fn open_actions_go_from_session_to_session_on_the_disk() {
    let house = House::new();
    let paper = |day: &str, body: &str| {
        format!(
            "Saltmarsh Quays Committee\n\n{day} at 10.00 am\n\n1. Apologies\n\n2. Matters arising\n\n3. Buoys\n\n{body}"
        )
    };
    let minutes = "Mrs A Oake spoke.\n\nACTION: Linden Fenwick to write to the buoy makers.\n";
    house.write(
        "last.txt",
        paper(
            "MINUTES of a meeting of the Saltmarsh Quays Committee held on Thursday 16 November 2023",
            minutes,
        ),
    );
    std::fs::create_dir_all(house.sessions()).unwrap();
    let session = house.sessions().join("last.ron");
    house.run(&["import", "last.txt", "-o", session.to_str().unwrap()]).well();
    house.write("next.txt", paper("Thursday 18 January 2024", ""));
    let report = house.run(&["import", "next.txt", "-o", "next.ron"]).well();
    assert!(report.contains("1 action still open"), "{report}");
    let fresh = house.run(&["import", "next.txt", "-o", "fresh.ron", "--fresh"]).well();
    assert!(!fresh.contains("still open"), "{fresh}");
    assert!(!house.run(&["export", "next.ron"]).well().contains("Fenwick"));
}
