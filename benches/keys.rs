//! What things cost: a key press in meetings of several sizes, and the deeds that a clerk waits for. The
//! meetings are made here, so the figures need no files. Run with `cargo bench`; a figure is worth something
//! only beside others of the same run on a quiet machine.
#![allow(missing_docs, clippy::unwrap_used)]

use chrono::NaiveDate;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use minutebook::desk::Desk;
use minutebook::desk::areas::Size;
use minutebook::domain::agenda::{Heading, Item, Part};
use minutebook::domain::id::{BlockId, ItemId, MovementId, PartId, PersonId};
use minutebook::domain::meeting::{Head, Meeting};
use minutebook::domain::minutes::{Block, Kind};
use minutebook::domain::people::{Mode, Move, Movement, Person};
use minutebook::export::{Audience, Document, text};
use minutebook::houses::Houses;
use minutebook::keys::{Code, Key};
use minutebook::session::Session;
use minutebook::update::{Event, update};
use minutebook::view::screen::Screen;
use minutebook::view::theme::{Palette, Theme};
use minutebook::{import, store};
use tempfile::TempDir;

/// The words minuted in a meeting, in bytes. 10 kB is a short evening, 100 kB more than any day, 1 MB absurd.
const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];
/// The length of an ordinary paragraph, in bytes.
const PARAGRAPH: usize = 400;
/// How many items the agenda has.
const ITEMS: usize = 20;
/// How many people are on the roll.
const PEOPLE: u32 = 24;

fn main() {
    divan::main();
}

/// One key while writing, with everything up to the bytes for the terminal. Letters and Backspace take turns,
/// so that the paragraph does not grow.
#[divan::bench(args = SIZES, sample_size = 20)]
fn a_key_in_a_session_of(bencher: Bencher, bytes: usize) {
    type_at(bencher, meeting(bytes, PARAGRAPH), Size { width: 120, height: 40 });
}

/// The same with the preview beside the page, which composes the item anew at every key.
#[divan::bench(args = SIZES, sample_size = 20)]
fn a_key_with_the_preview_in_a_session_of(bencher: Bencher, bytes: usize) {
    type_with_preview(bencher, meeting(bytes, PARAGRAPH));
}

/// One key in an item of 5 kB while the rest of the meeting grows, without and with the preview.
#[divan::bench(args = SIZES, sample_size = 20)]
fn a_key_in_the_same_item_of(bencher: Bencher, bytes: usize) {
    type_at(bencher, same_item(bytes), Size { width: 120, height: 40 });
}

/// The same with the preview.
#[divan::bench(args = SIZES, sample_size = 20)]
fn a_key_with_the_preview_in_the_same_item_of(bencher: Bencher, bytes: usize) {
    type_with_preview(bencher, same_item(bytes));
}

/// The same in one paragraph, which nobody would write and somebody will paste.
#[divan::bench(sample_size = 20)]
fn a_key_in_one_paragraph_of_10_kb(bencher: Bencher) {
    type_at(bencher, meeting(ITEMS * 10_000, 10_000), Size { width: 120, height: 40 });
}

/// The same on the smallest screen that is promised.
#[divan::bench(sample_size = 20)]
fn a_key_on_80_by_24_in_100_kb(bencher: Bencher) {
    type_at(bencher, meeting(100_000, PARAGRAPH), Size { width: 80, height: 24 });
}

/// Going to the next item and back, which draws another page each time.
#[divan::bench(sample_size = 20)]
fn another_item_in_100_kb(bencher: Bencher) {
    let mut desk = desk(meeting(100_000, PARAGRAPH), Size { width: 120, height: 40 });
    let ctrl = |code| Key { ctrl: true, ..Key::plain(code) };
    let mut keys = [ctrl(Code::Down), ctrl(Code::Up)].into_iter().cycle();
    let mut screen = Screen::new(Theme::of(Palette::Dark));
    bencher.bench_local(|| press(&mut desk, &mut screen, keys.next()));
}

/// What a key costs on its way to the journal: one line, handed to the operating system.
#[divan::bench(sample_size = 20)]
fn a_line_of_the_journal(bencher: Bencher) {
    let folder = TempDir::new().unwrap();
    let opened = store::create(&folder.path().join("bench.ron"), &meeting(10_000, PARAGRAPH), "bench");
    let opened = opened.unwrap();
    let mut desk = desk(meeting(10_000, PARAGRAPH), Size { width: 80, height: 24 });
    let effects = update(&mut desk, Event::Key(Key::plain(Code::Char('x'))));
    let entries: Vec<_> = effects
        .into_iter()
        .filter_map(|effect| match effect {
            minutebook::desk::Effect::Journal(entry) => Some(*entry),
            _ => None,
        })
        .collect();
    let entry = entries.first().unwrap();
    bencher.bench_local(|| {
        opened.journal.add(black_box(Box::new(entry.clone())));
        opened.journal.flush().unwrap();
    });
}

/// Opening a session: reading the record, checking it, and laying the journal beside it.
#[divan::bench(args = SIZES)]
fn opening_a_session_of(bencher: Bencher, bytes: usize) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("bench.ron");
    drop(store::create(&path, &meeting(bytes, PARAGRAPH), "bench").unwrap());
    bencher.counter(BytesCount::new(bytes)).bench_local(|| store::open(black_box(&path)).unwrap());
}

/// The minutes as plain text, for the public and in full.
#[divan::bench(args = SIZES)]
fn exporting_text_of(bencher: Bencher, bytes: usize) {
    let meeting = meeting(bytes, PARAGRAPH);
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        text::text(&Document::of(
            black_box(&meeting),
            Houses::built_in().style_or_usual(""),
            Houses::built_in().profile_of(&meeting.head),
            Audience::Public,
        ))
    });
}

/// An agenda of a page, and one that comes with a pack of reports.
#[divan::bench(args = [2_000, 100_000])]
fn importing_an_agenda_of(bencher: Bencher, bytes: usize) {
    let agenda = agenda(bytes);
    bencher.counter(BytesCount::of_str(&agenda)).bench_local(|| import::read(black_box(agenda.as_bytes())));
}

/// Types on a desk with this meeting on it, at the end of its middle item.
fn type_at(bencher: Bencher, meeting: Meeting, size: Size) {
    let mut desk = desk(meeting, size);
    let mut keys = [Code::Char('x'), Code::Backspace].map(Key::plain).into_iter().cycle();
    let mut screen = Screen::new(Theme::of(Palette::Dark));
    press(&mut desk, &mut screen, None);
    bencher.bench_local(|| press(&mut desk, &mut screen, keys.next()));
}

/// The same with the preview open.
fn type_with_preview(bencher: Bencher, meeting: Meeting) {
    let mut desk = desk(meeting, Size { width: 120, height: 40 });
    update(&mut desk, Event::Key(Key { ctrl: true, ..Key::plain(Code::Char('l')) }));
    let mut keys = [Code::Char('x'), Code::Backspace].map(Key::plain).into_iter().cycle();
    let mut screen = Screen::new(Theme::of(Palette::Dark));
    press(&mut desk, &mut screen, None);
    assert!(desk.preview.is_shown());
    bencher.bench_local(|| press(&mut desk, &mut screen, keys.next()));
}

/// A meeting of so many bytes, in which the item on the desk always has 5 kB.
fn same_item(bytes: usize) -> Meeting {
    let mut whole = meeting(bytes, PARAGRAPH);
    let middle = meeting(ITEMS * 5_000, PARAGRAPH).items.swap_remove(ITEMS / 2).minutes;
    let ids = whole.ids().draw()..;
    let middle = ids.zip(middle).map(|(id, block)| Block { id: BlockId(id), ..block });
    if let Some(item) = whole.items.get_mut(ITEMS / 2) {
        item.minutes = middle.collect();
    }
    whole
}

/// One turn of the loop without its disk and its terminal. Returns how many bytes would be sent.
fn press(desk: &mut Desk, screen: &mut Screen, key: Option<Key>) -> usize {
    if let Some(key) = key {
        black_box(update(desk, Event::Key(key)));
    }
    desk.lay_out();
    screen.frame(desk).len()
}

fn desk(meeting: Meeting, size: Size) -> Desk {
    let middle = meeting.items.get(ITEMS / 2).map(|item| item.id).unwrap();
    let mut desk = Desk::new(Session::new(meeting, 0));
    desk.go_to_item(middle);
    let day = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
    update(&mut desk, Event::Clock(day.and_hms_opt(10, 2, 0).unwrap()));
    update(&mut desk, Event::Resize(size));
    desk
}

/// A meeting with so many bytes of minutes in paragraphs of so many, spread over its items; now and then a
/// resolution, an action and a private note.
fn meeting(bytes: usize, paragraph: usize) -> Meeting {
    let mut ids = 1000..;
    let mut id = || ids.next().unwrap_or(u32::MAX);
    let part = |id: u32| Part {
        id: PartId(id),
        label: if id == 1 { "A".into() } else { "B".into() },
        title: "Business".into(),
        restricted: id == 2,
        statement: String::new(),
    };
    let blocks = (bytes / ITEMS).div_ceil(paragraph).max(1);
    let items = (0..ITEMS).map(|at| Item {
        id: ItemId(id()),
        heading: Heading {
            label: format!("B{}", at + 1),
            title: words(60, at),
            part: Some(PartId(if at + 2 < ITEMS { 1 } else { 2 })),
            report: "Report by the Harbour Engineer".into(),
            ..Heading::default()
        },
        minutes: (0..blocks)
            .map(|nth| Block {
                kind: kind(nth),
                ..Block::paragraph(BlockId(id()), words(paragraph.min(bytes / ITEMS), at + nth))
            })
            .collect(),
    });
    let items = items.collect();
    let people = (0..PEOPLE).map(|nth| Person::new(PersonId(10 + nth), format!("Cllr Mooring {nth}")));
    let attendance = (0..PEOPLE).map(|nth| Movement {
        id: MovementId(100 + nth),
        person: PersonId(10 + nth),
        what: Move::Present,
        item: None,
        after: None,
        at: None,
        mode: Mode::Room,
        why: String::new(),
    });
    Meeting {
        head: Head { body: "Saltmarsh Harbour Partnership".into(), quorum: Some(5), ..Head::default() },
        people: people.collect(),
        attendance: attendance.collect(),
        parts: vec![part(1), part(2)],
        items,
        ..Meeting::default()
    }
}

fn kind(nth: usize) -> Kind {
    match nth % 12 {
        7 => Kind::Resolution,
        9 => Kind::Action,
        11 => Kind::Note,
        _ => Kind::Paragraph,
    }
}

/// So many bytes of prose; `nth` makes it differ.
fn words(bytes: usize, nth: usize) -> String {
    const WORDS: [&str; 16] = [
        "members", "asked", "whether", "the", "dredging", "of", "inner", "basin", "would", "be", "finished",
        "before", "winter", "moorings", "were", "let",
    ];
    let mut text = String::with_capacity(bytes + 12);
    let mut at = nth;
    while text.len() < bytes {
        at = at * 7 + 3;
        text.push_str(WORDS.get(at % WORDS.len()).unwrap_or(&"and"));
        text.push(if at.is_multiple_of(11) { ',' } else { ' ' });
        at %= 9973;
    }
    text.truncate(bytes);
    text
}

/// An agenda, followed by a report that fills it up to so many bytes.
fn agenda(bytes: usize) -> String {
    let mut agenda = String::from(
        "AGENDA\n\nSALTMARSH HARBOUR PARTNERSHIP\n\nThursday, 16th November, 2023, at 10.00 am\n\n\
         The Old Customs House, Town Quay, Saltmarsh\n\nAsk for: Sorrel Lanyon\n\nA. Committee Business\n\n",
    );
    for at in 1..=ITEMS {
        agenda.push_str(&format!("A{at} {} (Pages {at} - {})\n\n", words(40, at), at + 3));
    }
    let mut nth = 0;
    while agenda.len() < bytes {
        agenda.push_str(&words(90, nth));
        agenda.push('\n');
        nth += 1;
    }
    agenda
}
