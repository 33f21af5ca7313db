//! What is out of sight: every list and pane that can be longer than its room says that it goes on, and none says so
//! that shows all it has.

use crate::stage::{Stage, meeting};
use minutebook::desk::Overlay;
use minutebook::desk::areas::Area;
use minutebook::desk::form::{Entry, Form, Purpose as Asking};
use minutebook::desk::picker::{Choice, Pick, Picker, Purpose};
use minutebook::desk::roll::Roll;
use minutebook::desk::sheet::Sheet;
use minutebook::domain::id::{ItemId, PersonId};
use minutebook::domain::people::{Membership, Person};

/// A word that stands nowhere else.
fn token(at: usize) -> String {
    format!("qz{at:02}zq")
}

/// The picture of one part of the screen, in rows.
fn cropped(stage: &Stage, area: Area) -> Vec<String> {
    let rows = stage.screen();
    let rows = rows.lines().skip(area.y.into()).take(area.height.into());
    rows.map(|row| row.chars().skip(area.x.into()).take(area.width.into()).collect()).collect()
}

/// Where what is on top stands: in the pane, or over the whole screen.
fn on_top(stage: &Stage) -> Area {
    let areas = stage.desk.areas();
    let whole = Sheet::area(stage.desk.size);
    match stage.desk.overlay() {
        Some(Overlay::Remarks(_)) if !stage.desk.size.is_wide() => {
            // The list has two fifths of it, the marked remark whole the rest.
            let rows = stage.meeting().remarks.len() as u16;
            Area { height: 1 + ((whole.height - 2) * 2 / 5).min(rows), ..whole }
        }
        Some(Overlay::Remarks(_)) => {
            let rows = stage.meeting().remarks.len() as u16;
            Area { height: 1 + ((areas.pane.height - 2) * 2 / 5).min(rows), ..areas.pane }
        }
        _ if stage.desk.has_pane() => areas.pane,
        _ => whole,
    }
}

/// Holds what is shown of `count` things, in their order, against the arrows beside them.
fn check(stage: &Stage, area: Area, count: usize, about: &str) {
    let rows = cropped(stage, area);
    let shown = rows.join("\n");
    let seen: Vec<usize> = (0..count).filter(|at| shown.contains(&token(*at))).collect();
    if seen.is_empty() {
        assert!(area.height < 4, "{about}: nothing is in sight\n{}", stage.screen());
        return;
    }
    let (first, last) = (seen[0], seen[seen.len() - 1]);
    assert_eq!(seen.len(), last - first + 1, "{about}: there is a gap\n{}", stage.screen());
    let says = |arrow: char| shown.contains(arrow) || shown.contains('↕');
    assert_eq!(says('↑'), first > 0, "{about}: {first} of {count} is the first\n{}", stage.screen());
    assert_eq!(says('↓'), last + 1 < count, "{about}: {last} of {count} is the last\n{}", stage.screen());
}

/// A list of so many things, each with a token of its own.
type Listing = fn(usize) -> Stage;

fn written(count: usize, line: fn(usize) -> String) -> Stage {
    let lines: Vec<String> = (0..count).map(line).collect();
    Stage::new().paste(&lines.join("\n"))
}

fn peopled(count: usize) -> Stage {
    let mut meeting = meeting();
    let person = |at: usize| Person {
        membership: Membership::Member,
        ..Person::new(PersonId(100 + at as u32), format!("Ms {} Reed", token(at)))
    };
    meeting.people = (0..count).map(person).collect();
    Stage::with(meeting)
}

fn with_items(count: usize) -> Stage {
    let mut meeting = meeting();
    let first = meeting.items[0].clone();
    meeting.parts.clear();
    meeting.breaks.clear();
    meeting.items = (0..count)
        .map(|at| {
            let mut item = first.clone();
            item.id = ItemId(100 + at as u32);
            item.heading.label = format!("{at}");
            item.heading.title = token(at);
            item.heading.part = None;
            item
        })
        .collect();
    Stage::with(meeting)
}

/// A list of sentences, as the checks and the thoughts are, each longer than a row.
fn sentences(count: usize, purpose: Purpose, more: &str) -> Stage {
    let choice = |at: usize| Choice {
        name: format!("{} {more}", token(at)),
        detail: String::new(),
        side: "A1".into(),
        barred: None,
        pick: Pick::Item(ItemId(10)),
    };
    let mut stage = Stage::new();
    let picker = Picker::new(purpose, (0..count).map(choice).collect());
    stage.desk.overlays.push(Overlay::Picker(picker));
    stage
}

/// Words that fill two rows of a pane at 80 columns and three at 60.
const LONG: &str =
    "and what else there was to be said of it at the time, which was a good deal more than that";

fn declared(count: usize) -> Stage {
    let nature = "a mooring at the eastern pontoon, let for many years at the usual price";
    (0..count).fold(Stage::new(), |stage, at| {
        stage.play("<f3>nbrin<tab><right><tab><tab>").play(&format!("{nature} {}<enter><esc>", token(at)))
    })
}

fn remarked(count: usize) -> Stage {
    let stage = written(count, |at| format!("Paragraph number {at}.")).play("<f10>");
    (0..count).fold(stage, |stage, at| stage.play(&format!("q{}?<enter>", token(at)))).play("<esc>")
}

fn moved(count: usize) -> Stage {
    peopled(count).play("<f2>*<esc>")
}

fn motion(count: usize) -> Stage {
    peopled(count).play("<f2>*<esc><f4>that we adjourn.<enter>")
}

/// How many things stand in the lists: those that just fit, just do not, and by far do not.
const COUNTS: [usize; 5] = [1, 4, 5, 6, 24];
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (60, 14)];

/// In a long list not every step is worth the time.
fn is_tried(step: usize, count: usize) -> bool {
    count < 10 || step.is_multiple_of(6) || step + 1 == count
}

/// Marks one thing after the other, at every size, and looks what is said of those out of sight.
fn try_all(name: &str, opening: &str, area: fn(&Stage) -> Area, listing: Listing) {
    for count in COUNTS {
        let opened = listing(count);
        let mut opened =
            if opening.starts_with('<') { opened.play(opening) } else { opened.command(opening) };
        for step in 0..count {
            for (width, height) in SIZES.into_iter().filter(|_| is_tried(step, count)) {
                opened = opened.size(width, height);
                let about = format!("{name}, step {step} of {count} at {width}x{height}");
                check(&opened, area(&opened), count, &about);
            }
            opened = opened.play("<down>");
        }
    }
}

#[test]
fn every_list_of_sentences_says_where_it_goes_on() {
    for purpose in [Purpose::Checks, Purpose::Settled, Purpose::Parked, Purpose::Actions, Purpose::Copies] {
        for more in ["", LONG] {
            for count in COUNTS {
                for (width, height) in SIZES {
                    let mut stage = sentences(count, purpose, more).size(width, height);
                    for step in (0..count).take(9) {
                        let about = format!("{purpose:?}, {step} of {count} at {width}x{height}");
                        check(&stage, on_top(&stage), count, &about);
                        stage = stage.play("<down>");
                    }
                }
            }
        }
    }
}

/// Five sentences of two rows each in a pane of nine rows: as many as fit are whole, the marked one always.
#[test]
fn a_list_of_sentences_that_nearly_fits_shows_as_many_whole_as_it_can() {
    let words = "and something that is said of it in the words of the clerk";
    let mut stage = sentences(5, Purpose::Checks, words);
    for _ in 0..5 {
        let pane = cropped(&stage, on_top(&stage));
        let cut = pane.iter().filter(|row| row.contains('…')).count();
        let marked = pane.iter().position(|row| row.contains('▶')).unwrap();
        assert!(cut == 1 && !pane[marked].contains('…'), "{}", stage.screen());
        stage = stage.play("<down>");
    }
}

#[test]
fn every_list_says_where_it_goes_on() {
    try_all("items", "<ctrl-g>", on_top, with_items);
    try_all("found", "<ctrl-f>qz", on_top, |count| written(count, token));
    try_all("movements", "movements", on_top, moved);
    try_all("roll", "<f2>", on_top, peopled);
    try_all("declarations", "<f3>", on_top, declared);
    try_all("remarks", "<alt-z>", on_top, remarked);
    try_all("vote", "<alt-v>", on_top, motion);
}

#[test]
fn the_agenda_and_the_page_say_where_they_go_on() {
    let column = |stage: &Stage| stage.desk.areas().agenda;
    for count in [1, 5, 18, 19, 20, 24, 60] {
        let mut stage = with_items(count).play("<ctrl-g>0<enter>");
        for _ in 0..count {
            check(&stage, column(&stage), count, &format!("the agenda of {count}"));
            stage = stage.play("<ctrl-down>");
        }
    }
    try_all("page", "<ctrl-home>", |stage| stage.desk.page.frame, |count| written(count, token));
    for (width, height) in SIZES {
        let mut stage = written(24, token).size(width, height).play("<ctrl-l>");
        for step in 0..24 {
            let shown = cropped(&stage, stage.desk.preview.area).join("\n");
            let about = format!("the preview, {step} from below\n{shown}");
            assert_eq!(shown.contains('↑'), !shown.contains("40. Introduction"), "{about}");
            assert_eq!(shown.contains('↓'), !shown.contains(&token(23)), "{about}");
            stage = stage.play("<up>");
        }
    }
}

#[test]
fn what_is_read_says_where_it_goes_on() {
    try_all("help", "<esc>", on_top, |count| {
        let mut stage = Stage::new();
        let lines: Vec<String> = (0..count).map(token).collect();
        stage.desk.overlays.push(Overlay::Sheet(Sheet::new("Something to read", &lines.join("\n"))));
        stage.desk.overlays.push(Overlay::Roll(Roll::default()));
        stage
    });
}

/// A form with more fields than there is room for, and a field with more words than that.
#[test]
fn a_form_says_where_it_goes_on() {
    const LABELS: [&str; 24] = [
        "qz00zq", "qz01zq", "qz02zq", "qz03zq", "qz04zq", "qz05zq", "qz06zq", "qz07zq", "qz08zq", "qz09zq",
        "qz10zq", "qz11zq", "qz12zq", "qz13zq", "qz14zq", "qz15zq", "qz16zq", "qz17zq", "qz18zq", "qz19zq",
        "qz20zq", "qz21zq", "qz22zq", "qz23zq",
    ];
    try_all("form", "<esc>", on_top, |count| {
        let entries = LABELS[..count].iter().map(|label| Entry::words(label, "words")).collect();
        let mut stage = Stage::new();
        stage.desk.overlays.push(Overlay::Form(Form::new(Asking::Park, "A form", entries)));
        stage.desk.overlays.push(Overlay::Roll(Roll::default()));
        stage
    });
    let words: Vec<String> = (0..60).map(|at| format!("{} and more", token(at))).collect();
    let mut stage = Stage::new().play("<f6>").paste(&words.join(" "));
    for at in (0..60).step_by(7) {
        check(&stage, on_top(&stage), 60, &format!("a long field, {at} words before its end"));
        stage = stage.play(&"<ctrl-left>".repeat(21));
    }
}

#[test]
fn what_cannot_be_scrolled_ends_in_dots() {
    let long: Vec<String> = (0..60).map(|at| format!("{} was said.", token(at))).collect();
    // The agenda's words under an item where nothing is written yet.
    let mut meeting = meeting();
    meeting.items[0].heading.text = vec![long.join(" ")];
    let stage = Stage::with(meeting);
    let frame = cropped(&stage, stage.desk.page.frame).join("\n");
    assert!(frame.contains(&token(0)) && !frame.contains(&token(59)), "{frame}");
    let last = frame.lines().rev().nth(1).unwrap();
    assert!(last.trim_end_matches(['│', ' ']).ends_with('…'), "{frame}");
}

#[test]
fn what_lies_before_the_chair_is_set_closer_before_it_has_to_be_scrolled() {
    let long: Vec<String> = (0..60).map(|at| format!("{} was said.", token(at))).collect();
    let words = |count: usize| long[..count].join(" ");
    let stage = Stage::new().paste(&words(30)).play("<f10><right>");
    let screen = stage.screen();
    assert!(screen.contains(&token(29)) && !screen.contains('↓'), "{screen}");
    let stage = stage.play("l");
    assert!(stage.screen().contains(&token(29)), "{}", stage.screen());
    let stage = Stage::new().paste(&words(60)).play("<f10><right>");
    assert!(stage.screen().contains(&token(59)), "{}", stage.screen());
    let mut stage = stage.size(60, 14);
    let mut seen = String::new();
    while stage.screen().contains('↓') {
        seen += &stage.screen();
        stage = stage.play("<space>");
    }
    seen += &stage.screen();
    for at in 0..60 {
        assert!(seen.contains(&token(at)), "{at}: {seen}");
    }
    assert!(stage.screen().contains('↑') && stage.screen().contains("Review – Text"), "{}", stage.screen());
    // Up goes through it again, and beyond its beginning to what was before.
    while stage.screen().contains('↑') {
        stage = stage.play("<pageup>");
    }
    assert!(stage.screen().contains(&token(0)), "{}", stage.screen());
    assert!(stage.play("<pageup>").screen().contains("Review – Names"));
}

/// The lines of a sheet that the screen shows.
fn read(stage: &Stage) -> Vec<String> {
    let screen = stage.screen();
    let inside = screen.lines().filter_map(|line| line.strip_prefix('│'));
    inside.map(|line| line.trim_end_matches(['│', '↑', '↓']).trim_end().to_owned()).collect()
}

#[test]
fn a_sheet_is_read_screen_by_screen_without_a_line_left_out_and_its_last_screen_is_full() {
    for (width, height) in [(80, 24), (120, 40), (50, 14)] {
        let mut stage = Stage::new().size(width, height).play("<f1>");
        let Some(Overlay::Sheet(sheet)) = stage.desk.overlay() else { panic!("no sheet") };
        let all = sheet.lines.len();
        let mut seen = read(&stage).len();
        loop {
            let before = read(&stage);
            stage = stage.play("<pagedown>");
            let now = read(&stage);
            if now == before {
                break;
            }
            let Some(Overlay::Sheet(sheet)) = stage.desk.overlay() else { panic!("no sheet") };
            assert!(
                sheet.top < seen,
                "{width}x{height}: lines between {seen} and {} are left out",
                sheet.top
            );
            seen = sheet.top + now.len();
        }
        assert_eq!(seen, all, "{width}x{height}: the last screen is full:\n{}", stage.screen());
        let end = read(&stage);
        assert_eq!(read(&stage.play("<home><end>")), end);
    }
}
