//! Hostile input: whatever a record, a paper, a name or a terminal says, nothing but plain letters and our own
//! few sequences reaches the terminal, no screen is too small, and no file is too strange.

use crate::draws::draws;
use crate::program::House;
use crate::stage::{Stage, meeting};
use crate::store::place;
use minutebook::command::{self, table};
use minutebook::desk::Overlay;
use minutebook::desk::areas::Size;
use minutebook::domain::agenda::{LeftOver, Part};
use minutebook::domain::id::*;
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::{Block, Kind, Thought};
use minutebook::domain::people::*;
use minutebook::import;
use minutebook::keys::Key;
use minutebook::store;
use minutebook::text::is_control;
use minutebook::update::Event;
use minutebook::view::screen::Screen;
use minutebook::view::theme::{Palette, Theme};
use proptest::prelude::*;
use std::fs;

/// What somebody might put into a name to steer a terminal: a title, a link, an answer that is typed back, the
/// other set of controls, a turned direction, a broken sequence at the end.
const WILD: [&str; 8] = [
    "\u{1b}]0;title\u{7}",
    "\u{1b}]8;;http://example.org\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{1b}[2J\u{1b}[6n\u{1b}[>c",
    "\u{9b}31m\u{90}q\u{9c}",
    "\u{202e}desrever\u{2066}",
    "\r\n\u{8}\u{8}\u{7f}\t",
    "\u{1b}P1000p\u{1b}_G\u{1b}\\",
    "a\u{1b}",
];

/// The record of the stage with something in every list, in which every text is wild. It is put together past
/// the doors at which texts are tamed.
fn wild_meeting(wild: &str) -> Meeting {
    let mut meeting = meeting();
    let (item, person) = (meeting.items[0].id, meeting.people[0].id);
    let movement = Movement {
        id: MovementId(901),
        person,
        what: Move::Left,
        item: Some(item),
        at: None,
        after: None,
        mode: Mode::Online,
        why: "why".into(),
    };
    meeting.attendance.push(movement);
    meeting.apologies.push(Apology {
        id: ApologyId(902),
        person: meeting.people[1].id,
        substitute: Some(person),
    });
    meeting.declarations.push(Declaration {
        id: DeclarationId(903),
        person,
        items: vec![item],
        during: None,
        kind: "kind".into(),
        nature: "nature".into(),
        sensitive: false,
        conduct: Conduct::Silent,
    });
    meeting.parts.push(Part {
        id: PartId(904),
        label: "D".into(),
        title: "title".into(),
        restricted: false,
        statement: "statement".into(),
    });
    meeting.parked.push(Thought { id: ThoughtId(905), text: "thought".into(), at: None, item: Some(item) });
    meeting.left_over.push(LeftOver { id: LeftOverId(906), line: 1, text: "left over".into() });
    meeting.items[0].heading.report = "report".into();
    meeting.items[0].heading.pages = "1 - 2".into();
    meeting.items[1].heading.text = vec!["a line of the agenda".into()];
    let kinds = [Kind::Paragraph, Kind::Resolution, Kind::Action, Kind::Note, Kind::Motion(Box::default())];
    for (nth, kind) in (910..).zip(kinds) {
        meeting.items[0].minutes.push(Block { kind, ..Block::paragraph(BlockId(nth), "words") });
    }
    with_every_text(&meeting, wild)
}

/// The record with this in every text. What is a text is found out by trying: a word of a fixed set or a day
/// does not read back when it is changed.
fn with_every_text(meeting: &Meeting, wild: &str) -> Meeting {
    let whole = serde_json::to_value(meeting).unwrap();
    let mut places = vec![];
    texts(&whole, &mut String::new(), &mut places);
    let mut changed = whole;
    let mut meeting = None;
    for place in places {
        let slot = changed.pointer_mut(&place).unwrap();
        let was = slot.clone();
        *slot = format!("{wild}{}{wild}", was.as_str().unwrap()).into();
        match serde_json::from_value(changed.clone()) {
            Ok(read) => meeting = Some(read),
            Err(_) => *changed.pointer_mut(&place).unwrap() = was,
        }
    }
    meeting.unwrap()
}

fn texts(value: &serde_json::Value, path: &mut String, places: &mut Vec<String>) {
    let mut deeper = |key: String, value| {
        let length = path.len();
        path.push('/');
        path.push_str(&key);
        texts(value, path, places);
        path.truncate(length);
    };
    match value {
        serde_json::Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| deeper(key.clone(), value));
        }
        serde_json::Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, value)| deeper(at.to_string(), value));
        }
        serde_json::Value::String(_) => places.push(path.clone()),
        _ => {}
    }
}

/// Checks that a frame is plain letters and our own sequences: places, colours, the cursor, and emptying.
fn assert_harmless(frame: &[u8], what: &str) {
    let frame = std::str::from_utf8(frame).unwrap();
    let mut rest = frame;
    while let Some(at) = rest.find(is_control) {
        let sequence =
            rest[at..].strip_prefix("\u{1b}[").unwrap_or_else(|| panic!("{what}: {:?}", &rest[at..]));
        let end = sequence.find(|letter: char| !(letter.is_ascii_digit() || ";?".contains(letter))).unwrap();
        let (body, after) = sequence.split_at(end);
        let ours = match after.chars().next().unwrap() {
            'H' | 'm' => !body.contains('?'),
            'J' => body == "2",
            'h' | 'l' => body == "?25",
            _ => false,
        };
        assert!(ours, "{what}: {body:?} {:?}", after.chars().next());
        rest = &after[1..];
    }
}

/// Whether no text of a record holds a control character.
fn is_tame(meeting: &Meeting) -> bool {
    let whole = serde_json::to_value(meeting).unwrap();
    let mut places = vec![];
    texts(&whole, &mut String::new(), &mut places);
    places.iter().all(|place| !whole.pointer(place).unwrap().as_str().unwrap().chars().any(is_control))
}

/// Draws what is on the desk as a terminal would be sent it.
fn frame(stage: &Stage) -> Vec<u8> {
    Screen::new(Theme::of(Palette::Dark)).frame(&stage.desk).to_vec()
}

#[test]
fn nothing_that_steers_a_terminal_gets_through_any_screen() {
    // All of it in both orders: what comes first is what a narrow place shows.
    let mut turned = WILD;
    turned.reverse();
    for wild in [WILD.concat(), turned.concat()] {
        let wild = wild.as_str();
        let meeting = wild_meeting(wild);
        for (width, height) in [(80, 24), (120, 40)] {
            for command in table() {
                let mut stage = Stage::with(meeting.clone()).size(width, height);
                stage.desk.file = wild.into();
                command::run(&mut stage.desk, command);
                stage.desk.take_effects();
                stage.desk.lay_out();
                assert_harmless(&frame(&stage), command.name);
                // What is pasted into whatever is open, and what its second line then shows.
                stage = stage.paste(wild);
                stage.happen(Event::Key("Down".parse().unwrap()));
                assert_harmless(&frame(&stage), command.name);
            }
        }
    }
}

#[test]
fn nothing_that_steers_a_terminal_gets_through_what_is_said() {
    for wild in WILD {
        for event in [Event::Done(wild.into()), Event::Failed(wild.into()), Event::NotStored(wild.into())] {
            let mut stage = Stage::new();
            stage.happen(event);
            assert_harmless(&frame(&stage), "what is said");
        }
        let mut stage = Stage::new();
        stage.desk.read_only = Some(wild.into());
        stage = stage.play("x");
        assert_harmless(&frame(&stage), "why it can only be read");
        let mut stage = Stage::new();
        let sheet = minutebook::desk::sheet::Sheet::new(wild, wild);
        stage.desk.overlays.push(Overlay::Sheet(sheet));
        assert_harmless(&frame(&stage), "a sheet");
    }
}

#[test]
fn a_record_that_is_read_is_tamed() {
    for wild in WILD {
        let (_folder, path) = place();
        drop(store::create(&path, &wild_meeting(wild), "a1").unwrap());
        assert!(
            !fs::read_to_string(&path).unwrap().chars().any(|letter| letter != '\n' && is_control(letter))
        );
        let seen = store::read_only(&path).unwrap();
        assert!(is_tame(seen.session.meeting()));
    }
}

#[test]
fn no_screen_is_too_small_whatever_is_open() {
    let sizes =
        [(1, 1), (2, 1), (1, 2), (3, 3), (20, 5), (50, 14), (110, 9), (0, 0), (0, 24), (80, 0), (80, 24)];
    for command in table() {
        storm(command, &sizes);
    }
}

#[test]
fn no_screen_is_too_large() {
    let sizes = [(65_535, 1), (1, 65_535), (65_535, 65_535)];
    for name in ["undo", "help", "attendance"] {
        storm(command::named(name).unwrap(), &sizes);
    }
}

/// Does a command, and then shows what is open at one size after the other, with the mouse everywhere.
fn storm(command: &command::Command, sizes: &[(u16, u16)]) {
    let mut stage = Stage::new().play("Members noted the report.<enter>RESOLVED to agree.");
    command::run(&mut stage.desk, command);
    stage.desk.take_effects();
    let mut screen = Screen::new(Theme::of(Palette::Sixteen));
    for (width, height) in sizes {
        stage.happen(Event::Resize(Size { width: *width, height: *height }));
        stage.happen(Event::Point(width.saturating_sub(1), height / 2, false));
        stage.happen(Event::Point(65_535, 65_535, true));
        stage.happen(Event::Wheel(width / 2, height - height / 4, 3));
        screen.frame(&stage.desk);
    }
}

#[test]
fn a_pane_leaves_the_paragraph_in_sight() {
    for (width, height) in [(50, 14), (50, 12), (60, 16), (80, 24), (109, 13), (110, 14), (120, 40)] {
        for open in ["<f2>", "<f3>", "<f4>", "<ctrl-p>"] {
            let stage = Stage::new().size(width, height).play("In hand.").play(open);
            assert!(stage.desk.has_pane());
            let screen = stage.screen();
            assert!(screen.contains("In hand."), "{width}x{height} {open}\n{screen}");
            let pane = stage.desk.areas().pane;
            assert!(pane.height >= 5, "{width}x{height}: {pane:?}");
        }
    }
}

/// Any key at all, of those that terminals can report.
fn key() -> impl Strategy<Value = Key> {
    const NAMES: [&str; 28] = [
        "Enter",
        "Tab",
        "Backspace",
        "Delete",
        "Esc",
        "Left",
        "Right",
        "Up",
        "Down",
        "Home",
        "End",
        "PageUp",
        "PageDown",
        "F1",
        "F2",
        "F3",
        "F4",
        "F5",
        "F6",
        "F7",
        "F8",
        "F9",
        "Space",
        "x",
        "é",
        "日",
        "/",
        "\u{301}",
    ];
    (prop::sample::select(&NAMES[..]), any::<(bool, bool, bool)>())
        .prop_map(|(name, (ctrl, alt, shift))| Key { ctrl, alt, shift, ..name.parse().unwrap() })
}

#[derive(Debug, Clone)]
enum Blow {
    Press(Key),
    Paste(String),
    Resize(u16, u16),
    Point(u16, u16, bool),
}

fn blow() -> impl Strategy<Value = Blow> {
    let side = prop_oneof![400 => 0..130u16, 1 => any::<u16>()];
    let pasted = prop_oneof![
        prop::sample::select(&WILD[..]).prop_map(str::to_owned),
        any::<String>(),
        "(RESOLVED |- |\\(a\\) |//|ACTION: |[a-z ]{0,9}|\r\n|\n){0,12}",
    ];
    prop_oneof![
        12 => key().prop_map(Blow::Press),
        2 => pasted.prop_map(Blow::Paste),
        2 => (side.clone(), side.clone()).prop_map(|(width, height)| Blow::Resize(width, height)),
        1 => (side.clone(), side, any::<bool>()).prop_map(|(x, y, on)| Blow::Point(x, y, on)),
    ]
}

proptest! {
    #![proptest_config(draws(24))]

    #[test]
    fn nothing_that_is_done_to_the_desk_breaks_it(blows in prop::collection::vec(blow(), 0..60)) {
        let mut stage = Stage::new();
        let mut screen = Screen::new(Theme::of(Palette::Dark));
        for blow in blows {
            stage.happen(match blow {
                Blow::Press(key) => Event::Key(key),
                Blow::Paste(text) => Event::Paste(text),
                Blow::Resize(width, height) => Event::Resize(Size { width, height }),
                Blow::Point(x, y, on) => Event::Point(x, y, on),
            });
            assert_harmless(screen.frame(&stage.desk), "a frame");
        }
        prop_assert_eq!(stage.meeting().faults(), Vec::<String>::new());
    }

    #[test]
    fn any_bytes_are_read_or_refused_as_a_record(bytes in bytes_like(&RECORD)) {
        let (_folder, path) = place();
        fs::write(&path, &bytes).unwrap();
        match store::read_only(&path) {
            Ok(seen) => prop_assert!(is_tame(seen.session.meeting())),
            Err(refused) => prop_assert!(!refused.to_string().chars().any(is_control)),
        }
    }

    #[test]
    fn any_bytes_are_read_or_set_aside_as_a_journal(bytes in bytes_like(&JOURNAL)) {
        let (_folder, path) = place();
        drop(store::create(&path, &crate::store::meeting(), "a1").unwrap());
        fs::write(path.with_extension("journal"), &bytes).unwrap();
        let seen = store::read_only(&path).map_err(|refused| refused.to_string());
        let opened = store::open(&path).map_err(|refused| refused.to_string());
        match (seen, opened) {
            (Ok(seen), Ok(opened)) => prop_assert_eq!(seen.session.meeting(), opened.session.meeting()),
            (Err(seen), Err(opened)) => prop_assert_eq!(seen, opened),
            (seen, opened) => prop_assert!(false, "{:?} {:?}", seen.is_ok(), opened.is_ok()),
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused_as_a_paper(bytes in bytes_like(&PAPER)) {
        match import::read(&bytes) {
            Ok(proposal) => {
                prop_assert!(is_tame(&proposal.meeting));
                prop_assert_eq!(proposal.meeting.faults(), Vec::<String>::new());
                let told = import::report(&proposal);
                prop_assert!(told.chars().all(|letter| letter == '\n' || !is_control(letter)), "{}", told);
            }
            Err(refused) => prop_assert!(!refused.to_string().chars().any(is_control)),
        }
    }
}

/// What records, journals and papers are made of, for bytes that get further than mere noise.
const RECORD: [&str; 16] = [
    "Session(",
    "#![enable(implicit_some)]\n",
    "format: 1,",
    "id: \"a1\",",
    "entries: 0,",
    "meeting: (",
    "head: (",
    "items: [(",
    "id: 9,",
    "minutes: [",
    "text: \"\\u{1b}[2J\",",
    "kind: Motion((",
    "),",
    "]",
    "/*",
    "r#\"",
];
const JOURNAL: [&str; 10] = [
    "minutebook journal 1 id a1 base 0 e9bd55ac\n",
    "1 Undid 0ee0a276\n",
    "1 Did((label:\"",
    "edits:[Splice(",
    "#saved 0 ",
    "#place 1 2 3 ",
    "#at 2021-11-18T10:42 28af03d7\n",
    " 00000000\n",
    "18446744073709551615 ",
    "\n",
];
const PAPER: [&str; 18] = [
    "AGENDA\n",
    "MINUTES\n",
    "1. Apologies\n",
    "A1 ",
    "| a | b |\n",
    "---|---\n",
    "# ",
    "RESOLVED that ",
    "\u{c}",
    "Thursday, 31st February, 99999, at 25.61 am\n",
    "PRESENT: ",
    "Cllr ",
    "(Pages 1 - 99999999999999999999)",
    "\r",
    "\t\t",
    "IN FAVOUR (7)",
    "<html><body><table>",
    "PK\u{3}\u{4}",
];

fn bytes_like(words: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => prop::sample::select(words).prop_map(|word| word.as_bytes().to_vec()),
        2 => "[a-zA-Z0-9 .,:()\n]{0,20}".prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..9),
        1 => prop::sample::select(&WILD[..]).prop_map(|wild| wild.as_bytes().to_vec()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

#[test]
fn what_is_nested_without_end_is_refused_in_a_sentence() {
    for deep in
        ["Session(format: 1, id: \"a\", entries: 0, meeting: (items: [", "Session(", "[", "((", "Some("]
    {
        let (_folder, path) = place();
        fs::write(
            &path,
            format!("Session(format: 1, id: \"a1\", entries: 0, meeting: {}", deep.repeat(200_000)),
        )
        .unwrap();
        let refused = store::read_only(&path).unwrap_err().to_string();
        assert!(refused.lines().count() == 1 && refused.len() < 600, "{refused}");
    }
    for deep in ["| ", "> ", "# ", "- ", "(", "<div>", "<table><tr><td>", "  "] {
        // Read or refused, but in the end.
        let _ = import::read(deep.repeat(100_000).as_bytes());
        let _ =
            import::read(format!("AGENDA\n1. Apologies\n{}\n2. Minutes\n", deep.repeat(100_000)).as_bytes());
    }
}

#[test]
fn what_is_too_large_is_refused_in_a_sentence() {
    let house = House::new();
    let (agenda, session) = (house.path("large.txt"), house.path("large.ron"));
    // Files with nothing in them but their length: what is too large is not read to its end.
    for path in [&agenda, &session] {
        fs::File::create(path).unwrap().set_len(1 << 40).unwrap();
    }
    let said = house.run(&["import", "large.txt", "--format", "json"]);
    assert!(said.complaint(1).contains("larger than any agenda"), "{said:?}");
    for arguments in
        [&["check", "large.ron"][..], &["recover", "large.ron", "--print"], &["export", "large.ron"]]
    {
        let said = house.run(arguments);
        assert!(said.complaint(1).contains("too large to be a session"), "{said:?}");
    }
}
