//! Files with the agendas of several meetings, and text whose marks stand for something else.

use crate::containers::pdf;
use crate::import::agenda;
use crate::program::House;
use minutebook::import::{Options, Refusal, read, read_with};

const FIRST: &str = "QUAY PARISH COUNCIL\n\nNOTICE OF MEETING\n\nYou are summoned to a meeting of the Parish Council to be held on Thursday 4 May 2023 at 7.00 pm in the Village Hall.\n\nAGENDA\n\n1. Apologies\n2. Minutes of the last meeting held on 6 April 2023\n3. Dredging\n4. Any other business\n\nA Linden, Clerk\n";
const SECOND: &str = "QUAY PARISH COUNCIL\nPLANNING COMMITTEE\n\nAGENDA for the meeting on Thursday 11 May 2023 at 6.00 pm in the Old Mill\n\n1. Apologies\n2. Declarations of interest\n3. Planning applications\n4. Date of next meeting\n";

const OF_FIRST: [&str; 4] = [
    "1 | Apologies",
    "2 | Minutes of the last meeting held on 6 April 2023",
    "3 | Dredging",
    "4 | Any other business",
];
const OF_SECOND: [&str; 4] = [
    "1 | Apologies",
    "2 | Declarations of interest",
    "3 | Planning applications",
    "4 | Date of next meeting",
];

#[test]
fn of_two_agendas_in_a_file_the_first_is_read_and_the_other_can_be_asked_for() {
    let drawn = |text: &str| {
        let row =
            |(at, line): (usize, &str)| format!("BT /F 10 Tf 1 0 0 1 40 {} Tm ({line}) Tj ET", 800 - 14 * at);
        text.lines().enumerate().map(row).collect::<Vec<_>>().join("\n")
    };
    let files = [format!("{FIRST}\n{SECOND}").into_bytes(), pdf::pdf(&[drawn(FIRST), drawn(SECOND)])];
    for file in files {
        let proposal = read(&file).unwrap();
        assert_eq!(agenda(&proposal.meeting), OF_FIRST);
        assert_eq!(proposal.meeting.head.body, "Quay Parish Council");
        let told = &proposal.notes[0];
        assert!(
            told.starts_with("The file has 2 papers: 1 Quay Parish Council, 4 May 2023 (lines 1 to "),
            "{told}"
        );
        assert!(
            told.contains("Planning Committee, 11 May 2023 (lines ")
                && told.ends_with("Number 1 was read; --agenda takes another."),
            "{told}"
        );
        let ask = |number| read_with(&file, &Options { agenda: Some(number), ..Options::default() });
        let second = ask(2).unwrap();
        assert_eq!(agenda(&second.meeting), OF_SECOND);
        assert_eq!(second.meeting.head.date.unwrap().to_string(), "2023-05-11");
        assert_eq!(ask(3).unwrap_err(), Refusal::NoSuchAgenda { wanted: 3, count: 2 });
    }
}

#[test]
fn one_agenda_with_a_notice_another_date_or_minutes_behind_it_stays_one() {
    let next = "\nThe next meeting will be held on Thursday 8 June 2023 at 7.00 pm.\n";
    let minutes = "\nMINUTES of a meeting of the Parish Council held on 6 April 2023.\n\n1. Apologies\n\nThere were none.\n\n2. Dredging\n\nRESOLVED: that it be done.\n\n3. Any other business\n\nThere was none.\n";
    for more in ["", next, minutes] {
        let proposal = read(format!("{FIRST}{more}").as_bytes()).unwrap();
        assert_eq!(agenda(&proposal.meeting), OF_FIRST, "{more}");
        assert!(!proposal.notes.iter().any(|note| note.contains("papers")), "{:?}", proposal.notes);
        let asked = read_with(FIRST.as_bytes(), &Options { agenda: Some(2), ..Options::default() });
        assert_eq!(asked.unwrap_err(), Refusal::NoSuchAgenda { wanted: 2, count: 1 });
    }
}

#[test]
fn the_command_line_takes_another_agenda() {
    let house = House::new();
    house.write("both.txt", format!("{FIRST}\n{SECOND}"));
    let report = house.run(&["import", "both.txt", "-o", "one.ron"]).well();
    assert!(report.contains("Dredging") && report.contains("--agenda takes another"), "{report}");
    let report = house.run(&["import", "both.txt", "--agenda", "2", "-o", "two.ron"]).well();
    assert!(report.contains("Planning applications") && !report.contains("Dredging"), "{report}");
    let said = house.run(&["import", "both.txt", "--agenda", "3", "-o", "three.ron"]);
    assert!(said.complaint(1).contains("no agenda 3 in this file, only 2; leave out --agenda"), "{said:?}");
    let why = house.run(&["import", "both.txt", "--agenda", "2", "--explain"]).well();
    assert!(why.contains("Planning applications") && !why.contains("Dredging"), "{why}");
}

#[test]
fn front_matter_is_the_head_of_the_meeting() {
    let business = "\n# Agenda\n\n1. Apologies\n1. Harbour dues\n1. Any other business\n";
    let yaml = "---\ntitle: \"Harbour Board Meeting\"\ndate: 2023-05-04\ntime: 19:00\nlocation: 'The Old Mill'\n---\n";
    let toml = "+++\ntitle = \"Harbour Board Meeting\"\ndate = 2023-05-04T05:11:40Z\nvenue = \"The Old Mill\"\n+++\n";
    for (front, starts) in [(yaml, Some("19:00:00")), (toml, None)] {
        let meeting = read(format!("{front}{business}").as_bytes()).unwrap().meeting;
        let head = &meeting.head;
        assert_eq!((head.body.as_str(), head.venue.as_str()), ("Harbour Board", "The Old Mill"));
        assert_eq!(head.date.unwrap().to_string(), "2023-05-04");
        assert_eq!(head.starts.map(|time| time.to_string()).as_deref(), starts);
        // A browser shows 1, 2, 3.
        assert_eq!(agenda(&meeting), ["1 | Apologies", "2 | Harbour dues", "3 | Any other business"]);
    }
    // What the paper itself says is stronger than the day on which its page was written.
    let said = format!("---\ndate: 2023-06-19\n---\n# Harbour Board, 4 May 2023\n{business}");
    assert_eq!(read(said.as_bytes()).unwrap().meeting.head.date.unwrap().to_string(), "2023-05-04");
}

#[test]
fn numbers_are_read_however_markdown_writes_them() {
    let head = "# Quay Council\n\nMeeting on 4 May 2023 at 7.00 pm in the Village Hall\n\n";
    let titles = ["Apologies", "Harbour dues", "Any other business"];
    let ways: [fn(usize, &str) -> String; 5] = [
        |at, title| format!("{at}\\. {title}\n\nTo note.\n\n"),
        |at, title| format!("**{at}.** {title}\n\nTo note.\n\n"),
        |at, title| format!("**{at}. {title}**\n\nTo note.\n\n"),
        |at, title| format!("# {at}.&nbsp;&nbsp;&nbsp;{title}\n\nTo note.\n\n"),
        |_, title| format!("1. {title}\n\n   To note.\n\n"),
    ];
    for way in ways {
        let paper: String = (1..).zip(titles).map(|(at, title)| way(at, title)).collect();
        let found = agenda(&read(format!("{head}{paper}").as_bytes()).unwrap().meeting);
        assert_eq!(found, ["1 | Apologies", "2 | Harbour dues", "3 | Any other business"], "{paper}");
    }
}

#[test]
fn headings_of_org_and_wikis_are_items() {
    let org = "#+TITLE: Quay Board\n#+DATE: <2023-05-04 Thu 19:00>\n\n* Apologies\n* Minutes of the last meeting\n  To approve them.\n* TODO Harbour dues :finance:\n  See [[https://quay.example/dues][the report]].\n* Any other business\n";
    let wiki = "= Quay Board meeting, 4 May 2023 =\n\n== Apologies ==\n* Ash\n== Minutes of the last meeting ==\nTo approve them.\n== [[Harbour dues]] ==\nSee [[Dues 2022|last year]].\n== Any other business ==\n";
    for paper in [org, wiki] {
        let meeting = read(paper.as_bytes()).unwrap().meeting;
        let titles =
            [" | Apologies", " | Minutes of the last meeting", " | Harbour dues", " | Any other business"];
        assert_eq!(agenda(&meeting), titles, "{paper}");
        assert_eq!(meeting.head.date.unwrap().to_string(), "2023-05-04");
    }
}
