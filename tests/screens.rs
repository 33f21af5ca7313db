//! What the clerk sees. Pictures of screens lie in tests/snapshots; the laws at the end hold for every screen.
//! After a change that is meant, write them anew with INSTA_UPDATE=always and look at each one.

use crate::draws::draws;
use crate::stage::{Stage, meeting};
use insta::assert_snapshot;
use minutebook::command;
use minutebook::desk::areas::Size;
use minutebook::desk::{Desk, Saved};
use minutebook::domain::meeting::Meeting;
use minutebook::keys::Key;
use minutebook::session::Session;
use minutebook::text;
use minutebook::update::{Event, update};
use minutebook::view::screen::{Screen, picture};
use minutebook::view::theme::{Palette, Theme};
use proptest::prelude::*;

/// In the middle of minuting: everything that can stand under an item, under B2.
fn minuting() -> Stage {
    Stage::new()
        .command("open-meeting")
        .play("<f2>*<down><down>a<esc>")
        .play("The Chairman welcomed Members to the meeting.")
        .play("<ctrl-down><ctrl-down><ctrl-down><ctrl-down><ctrl-down>")
        .play("The Harbour Master presented the report on pontoon repairs and the programme for the winter, ")
        .play("and answered questions on costs.<enter>")
        .play("In discussion Members noted that:<enter>(a) the eastern pontoon was beyond repair;<enter>")
        .play("the moorings would close from 1 November until the end of February, weather permitting; and<enter>")
        .play("(i) visitors would be told<enter><shift-tab>costs had risen.<enter><enter>")
        .play("Two points were left open:<enter>- who pays for the crane<enter>how long it is needed<enter><enter>")
        .play("RESOLVED that:<enter>(a) the programme be agreed; and<enter>")
        .play("the Harbour Master report back on costs in the spring.<enter><enter>")
        .play("ACTION: Col Hester to write to the berth holders by 1 October.<enter>")
        .play("// ask Imogen who holds the crane contract")
}

/// The same, with a few words selected above and the cursor there.
fn selecting() -> Stage {
    minuting().play("<ctrl-home><ctrl-shift-right><ctrl-shift-right><ctrl-shift-right>")
}

fn restricted() -> Stage {
    minuting()
        .play("<ctrl-down><ctrl-down>The lease of the fuel berth was discussed.<enter>RESOLVED to renew it.")
}

#[test]
fn the_page_in_the_middle_of_minuting() {
    assert_snapshot!("page_80x24", minuting().screen());
    assert_snapshot!("page_120x40", minuting().size(120, 40).screen());
    assert_snapshot!("page_60x20", minuting().size(60, 20).screen());
    assert_snapshot!("page_40x10", minuting().size(40, 10).screen());
    assert_snapshot!("page_20x5", minuting().size(20, 5).screen());
    assert_snapshot!("page_top_80x24", minuting().play("<ctrl-home>").screen());
}

#[test]
fn the_smallest_screens_show_something_and_never_fail() {
    for (width, height) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 2), (3, 1), (1, 45), (130, 1), (8, 3)] {
        for stage in [minuting(), restricted(), minuting().play("<f2>"), minuting().play("<f1>")] {
            let screen = stage.size(width, height).screen();
            assert_eq!(screen.lines().count(), usize::from(height), "{width}x{height}");
        }
    }
}

#[test]
fn an_item_before_anything_is_written() {
    assert_snapshot!("empty_80x24", Stage::new().screen());
    let mut meeting = meeting();
    meeting.items[4].heading.report = "Report by Col Hester, Harbour Master".into();
    meeting.items[4].heading.text = vec!["To consider the dredging of the entrance channel.".into()];
    let stage = Stage::with(meeting).play("<ctrl-down><ctrl-down><ctrl-down><ctrl-down>");
    assert_snapshot!("empty_with_report_80x24", stage.screen());
    assert_snapshot!("nothing_at_all_80x24", Stage::with(Meeting::default()).play("words").screen());
}

#[test]
fn a_restricted_item() {
    assert_snapshot!("restricted_80x24", restricted().screen());
    assert_snapshot!("restricted_120x40", restricted().size(120, 40).screen());
    assert_snapshot!("restricted_paragraph_80x24", minuting().play("<ctrl-home><alt-x>").screen());
}

/// A screen on which the number of commands there are, or of lines about them, is struck out, so that a new
/// command does not change the picture.
fn uncounted(name: &str, screen: String) -> String {
    if !name.starts_with("palette") && name != "help" {
        return screen;
    }
    let strike = |line: &str| match line.rsplit_once(" of ") {
        Some((before, after)) if after.ends_with('╮') => {
            let shown = before.trim_end_matches(|letter: char| letter.is_ascii_digit());
            let struck = after.replace(|letter: char| letter.is_ascii_digit(), "#");
            format!("{shown}{} of {struck}", "#".repeat(before.len() - shown.len()))
        }
        _ => line.to_owned(),
    };
    screen.lines().map(|line| strike(line) + "\n").collect()
}

/// How something is opened over the page.
type Opening = fn(Stage) -> Stage;

#[test]
fn what_lies_over_the_page() {
    let open: [(&str, Opening); 13] = [
        ("roll", |stage| stage.play("<f2><down><down>")),
        ("roll_moved", |stage| stage.play("<f2>o<down>r<down>s").play("Mx Vane<enter>")),
        ("declarations_none", |stage| stage.play("<f3>")),
        ("declarations", |stage| {
            stage
                .play("<f3>n")
                .play("okaf<tab><right><right><tab><tab>her brother owns the yard<tab><right><enter>")
                .play("n")
                .play("brin<tab><right><tab><ctrl-w><ctrl-w><ctrl-w>other interest<enter>")
        }),
        ("declaration_form", |stage| stage.play("<f3>n").play("oka")),
        ("palette", |stage| stage.play("<ctrl-p>")),
        ("palette_narrowed", |stage| stage.play("<ctrl-p>").play("close")),
        ("find", |stage| stage.play("<ctrl-f>").play("the")),
        ("items", |stage| stage.play("<ctrl-g>")),
        ("motion", |stage| stage.play("<f4>").play("that the report be received<tab>Aldous<tab>Lind")),
        ("help", |stage| stage.play("<f1>")),
        ("review", |stage| stage.play("<f8>")),
        ("checks", |stage| {
            stage
                .play("<enter>ACTION: find out who owns the crane<f6>")
                .play("ask about insurance<enter><f7>")
        }),
    ];
    for (name, open) in open {
        assert_snapshot!(format!("{name}_80x24"), uncounted(name, open(minuting()).screen()));
    }
    for (name, open) in
        open.into_iter().filter(|(name, _)| ["roll", "palette", "help", "motion"].contains(name))
    {
        assert_snapshot!(format!("{name}_120x40"), uncounted(name, open(minuting()).size(120, 40).screen()));
    }
    for (name, open) in open.into_iter().filter(|(name, _)| ["roll", "palette", "motion"].contains(name)) {
        assert_snapshot!(format!("{name}_50x14"), uncounted(name, open(minuting()).size(50, 14).screen()));
    }
}

#[test]
fn the_forms() {
    for (name, command) in [
        ("details", "meeting-details"),
        ("item", "item-details"),
        ("export", "export"),
        ("park", "park-thought"),
        ("times", "meeting-times"),
    ] {
        assert_snapshot!(format!("form_{name}_80x24"), minuting().command(command).screen());
    }
}

#[test]
fn the_status_line_tells_the_truth() {
    let status = |stage: &Stage| stage.screen().lines().nth(22).unwrap().to_owned();
    let mut stage = Stage::new();
    stage.desk.saved = Saved::Saving;
    assert!(status(&stage).starts_with(" saving…"), "{}", status(&stage));
    stage.happen(Event::NotStored("the disk is full".into()));
    assert!(status(&stage).starts_with(" NOT SAVED: the disk is full"), "{}", status(&stage));
    let mut stage = Stage::new();
    stage.desk.read_only = Some("Somebody else has it open.".into());
    assert!(status(&stage).starts_with(" READ ONLY"), "{}", status(&stage));
    let stage = Stage::new().command("open-meeting").play("x");
    assert!(status(&stage).contains("0 present, NO QUORUM (3)"), "{}", status(&stage));
    assert!(status(&stage).ends_with(" public  10:02"), "{}", status(&stage));
    assert!(status(&restricted()).ends_with(" RESTRICTED  10:02"), "{}", status(&restricted()));
}

#[test]
fn looks() {
    assert_snapshot!("looks_dark", selecting().looks(Palette::Dark));
    assert_snapshot!("looks_light", restricted().looks(Palette::Light));
    assert_snapshot!("looks_sixteen", minuting().looks(Palette::Sixteen));
    assert_snapshot!("looks_plain", selecting().looks(Palette::Plain));
    assert_snapshot!("looks_either", minuting().play("<f2>").looks(Palette::Either));
}

/// On a light ground the terminal's own yellow, cyan and green cannot be read: of xterm's they have less than 2.5 to 1.
#[test]
fn on_a_light_ground_of_sixteen_colours_nothing_is_yellow_cyan_or_green() {
    for stage in [
        minuting(),
        restricted(),
        minuting().play("<f2>*"),
        minuting().play("<f10>"),
        minuting().play("<f7>"),
    ] {
        let sent = Screen::new(Theme::of(Palette::SixteenLight)).frame(&stage.desk).to_vec();
        let sent = String::from_utf8(sent).unwrap();
        let colours = sent
            .split("\u{1b}[")
            .filter_map(|part| part.split_once('m'))
            .flat_map(|(codes, _)| codes.split(';'));
        let seen: Vec<&str> = colours.collect();
        assert!(seen.contains(&"34"), "{seen:?}");
        for weak in ["32", "33", "36", "92", "93", "96"] {
            assert!(!seen.contains(&weak), "{weak} in {seen:?}");
        }
    }
}

/// What the program shows in colour it also shows without: by words, signs or weight.
#[test]
fn without_colour_a_selection_and_the_current_item_can_be_told() {
    let looks = selecting().looks(Palette::Plain);
    let first = looks.lines().position(|line| line.contains("1. The Harbour Master")).unwrap();
    let how = looks.lines().nth(first + 1).unwrap();
    assert!(how.trim_end().ends_with(&format!(" {}", "=".repeat("The Harbour Master ".len()))), "{how}");
    let screen = selecting().screen();
    assert!(screen.contains("▶ B2"), "{screen}");
    assert!(restricted().screen().contains("RESTRICTED – not for publication"));
}

/// Every key that does something, and letters, digits and signs that are typed.
fn keys() -> Vec<Key> {
    let bound = command::table().flat_map(|command| command.keys).map(|name| name.parse().unwrap());
    let names = ["Shift-Space", "Insert", "F10", "F11", "Ctrl-Alt-X", "Alt-Enter", "Ctrl-Shift-Tab"];
    let typed = "RESOLVED ACTION: that (a) 1. - //e\u{301}ŵ漢字👍".chars();
    let typed = typed.map(|letter| letter.to_string().parse().unwrap_or_else(|_| "Space".parse().unwrap()));
    bound.chain(names.iter().map(|name| name.parse().unwrap())).chain(typed).collect()
}

fn anything() -> impl Strategy<Value = Event> {
    let keys = keys();
    let size = (0..130u16, 0..45u16).prop_map(|(width, height)| Event::Resize(Size { width, height }));
    let words = prop::sample::select(vec![
        "RESOLVED that:\n(a) one; and\n(b) two.\n\nACTION: Mr Aldous to write.\r\n// a note",
        "one line",
        "\u{1b}[31mred\u{7}\u{202e}",
        "漢字 in a very long line that must be broken over several rows of the page, \
         e\u{301}e\u{301}e\u{301} and unbreakableunbreakableunbreakableunbreakableunbreakable",
    ]);
    prop_oneof![
        12 => prop::sample::select(keys).prop_map(Event::Key),
        2 => size,
        1 => words.prop_map(|words| Event::Paste(words.to_owned())),
        1 => (0..130u16, 0..45u16, any::<bool>()).prop_map(|(x, y, held)| Event::Point(x, y, held)),
        1 => (0..130u16, 0..45u16, -4..4i16).prop_map(|(x, y, by)| Event::Wheel(x, y, by)),
    ]
}

fn check_picture(desk: &Desk) {
    let Size { width, height } = desk.size;
    let screen = picture(desk, &Theme::of(Palette::Plain), false);
    assert_eq!(screen.lines().count(), usize::from(height));
    for row in screen.lines() {
        assert!(text::width(row) <= usize::from(width), "{width}x{height}: {} in {row:?}", text::width(row));
        assert!(!text::has_control(row), "{row:?}");
    }
    let page = &desk.page;
    if desk.item().is_some() && page.text.height > 0 && page.text.width > 0 {
        let (x, y) = page.caret.expect("the cursor is in sight");
        assert!(
            page.frame.holds(x, y),
            "{width}x{height}: the cursor at {x}, {y} is not in {:?}",
            page.frame
        );
    }
}

proptest! {
    #![proptest_config(draws(32))]

    /// Whatever is pressed, pasted and pointed at, on a screen of whatever size: the program goes on, every
    /// row fits, and what was journalled gives the same record again.
    #[test]
    fn no_sequence_of_keys_breaks_a_screen(events in prop::collection::vec(anything(), 1..80)) {
        let mut stage = Stage::new().play("One.<enter>Two.<ctrl-down>");
        for event in events {
            stage.happen(event);
            check_picture(&stage.desk);
        }
        let mut again = Session::new(meeting(), 0);
        for entry in stage.journal() {
            again.enter(entry).unwrap();
        }
        prop_assert_eq!(again.meeting(), stage.meeting());
        // Everything can be taken back, and made again.
        stage.desk.overlays.clear();
        let (end, steps) = (stage.meeting().clone(), stage.desk.session.history().done.len());
        let press = |mut stage: Stage, key: &str| {
            for _ in 0..steps {
                stage = stage.play(key);
            }
            check_picture(&stage.desk);
            stage
        };
        let stage = press(stage, "<ctrl-z>");
        prop_assert_eq!(stage.meeting(), &meeting());
        let stage = press(stage, "<ctrl-y>");
        prop_assert_eq!(stage.meeting(), &end);
    }

    /// What is sent to the terminal is what the picture shows, however it came about.
    #[test]
    fn the_terminal_shows_the_picture(events in prop::collection::vec(anything(), 1..40)) {
        let mut desk = Stage::new().play("One.").desk;
        let mut screen = Screen::new(Theme::of(Palette::Dark));
        let mut terminal = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
        for event in events {
            // A mark without a letter below it stands differently on every terminal.
            if matches!(&event, Event::Key(key) if key.typed() == Some('\u{301}')) {
                continue;
            }
            if let Event::Resize(Size { width, height }) = event {
                if width == 0 || height == 0 {
                    continue;
                }
                terminal.screen_mut().set_size(height.try_into().unwrap(), width.try_into().unwrap());
            }
            update(&mut desk, event);
            desk.lay_out();
            terminal.process(screen.frame(&desk));
            let rows: Vec<String> =
                terminal.screen().rows(0, desk.size.width).map(|row| row.trim_end().to_owned()).collect();
            let wanted = picture(&desk, &Theme::of(Palette::Dark), false).replace('█', " ");
            let wanted: Vec<&str> = wanted.lines().map(str::trim_end).collect();
            prop_assert_eq!(rows, wanted);
        }
    }

    /// Whatever stands in the names and titles of a record that came from somewhere, nothing in the picture
    /// or on its way to the terminal can drive the terminal.
    #[test]
    fn no_control_character_is_ever_shown(wild in "[\\x00-\\x20a-cé\u{202e}\u{85}\u{9b}\\[;m]{0,12}") {
        let mut meeting = meeting();
        let put = |into: &mut String| *into = format!("{into}{wild}\u{1b}[2J{wild}\u{9b}1mz");
        put(&mut meeting.head.body);
        put(&mut meeting.head.venue);
        meeting.parts.iter_mut().for_each(|part| { put(&mut part.title); put(&mut part.label); });
        meeting.breaks.iter_mut().for_each(|pause| put(&mut pause.title));
        for item in &mut meeting.items {
            put(&mut item.heading.title);
            put(&mut item.heading.label);
            put(&mut item.heading.report);
            item.heading.text = vec![wild.clone()];
        }
        meeting.people.iter_mut().for_each(|person| { put(&mut person.name); put(&mut person.role); });
        for keys in ["", "words", "<f2>", "<f3>n", "<f3>nMrs<enter>", "<ctrl-p>", "<ctrl-g>", "<f8>", "<f7>",
                     "<f4>thing<tab>M", "<alt-m>", "<alt-i>", "<alt-o>", "<ctrl-l>"] {
            for (width, height) in [(80, 24), (50, 20), (120, 40)] {
                let stage = Stage::with(meeting.clone()).size(width, height).play(keys);
                check_picture(&stage.desk);
                let sent = Screen::new(Theme::of(Palette::Plain)).frame(&stage.desk).to_vec();
                let sent = String::from_utf8(sent).unwrap();
                // Everything that the program itself sends to drive the terminal ends in one of these.
                let rest = sent.split('\u{1b}').skip(1).map(|part| {
                    let end = part.find(|letter: char| letter.is_ascii_alphabetic()).unwrap();
                    prop_assert!(part.starts_with('[') && "mHJhl".contains(&part[end..=end]), "{part:?}");
                    prop_assert!(!text::has_control(part), "{part:?}");
                    Ok(())
                });
                rest.collect::<Result<Vec<()>, _>>()?;
            }
        }
    }
}
