//! What is told beside the paragraphs while the clerk writes: who came and went, and what was declared, where it will
//! be printed, and nowhere to be edited.

use crate::draws::draws;
use crate::stage::at as at_time;
use crate::stage::{Stage, meeting};
use minutebook::domain::id::{BlockId, ItemId, MovementId, PersonId};
use minutebook::domain::minutes::{Block, Kind};
use minutebook::domain::people::{Move, Movement};
use minutebook::export::Audience;
use proptest::prelude::*;

fn at_item(stage: Stage, label: &str) -> Stage {
    stage.play("<ctrl-g>").play(label).play("<enter>")
}

/// The words of the page, a line each, from below the heading on, without the frame.
fn page(stage: &Stage) -> Vec<String> {
    let area = stage.desk.page.text;
    let rows = stage.screen().lines().map(str::to_owned).collect::<Vec<String>>();
    let rows = rows[usize::from(area.y)..usize::from(area.y + area.height)].iter();
    let cut = |row: &String| {
        let inside: String = row.chars().skip(area.x.into()).take(area.width.into()).collect();
        inside.replace('█', "").trim().to_owned()
    };
    rows.map(cut).filter(|row| !row.is_empty()).collect()
}

/// B2 is minuted, and Aldous withdraws after its first paragraph and is back before its third.
fn withdrawn() -> Stage {
    let stage = Stage::new().play("<alt-o><f2>*<esc>");
    let stage = at_item(stage, "B2").at(10, 20).play("The report was introduced.");
    let stage = stage.at(10, 25).play("<f2><down>w<esc>").at(10, 26).play("<enter>Costs were discussed.");
    stage.at(10, 40).play("<f2><down>b<esc>").at(10, 41).play("<enter>A date was set.")
}

const TOLD: [&str; 7] = [
    "1. The report was introduced.",
    "← Mr T Aldous withdrew from the meeting at",
    "10.25 am during consideration of this item.",
    "2. Costs were discussed.",
    "→ Mr T Aldous returned to the meeting at 10.40",
    "am during consideration of this item.",
    "3. A date was set.",
];

#[test]
fn who_came_and_went_is_seen_where_it_will_be_printed() {
    assert_eq!(page(&withdrawn()), TOLD);
}

#[test]
fn it_is_there_at_once_and_stays_where_it_was_while_typing_goes_on() {
    let stage = Stage::new().play("<alt-o><f2>*<esc>");
    let stage = at_item(stage, "B1").play("Dredging was discussed.<f2><down>o<esc>");
    let left = "← Mr T Aldous left the meeting at 10.02 am";
    assert_eq!(page(&stage)[1], left);
    let stage = stage.play("<enter>");
    assert_eq!(page(&stage)[1], left);
    let stage = stage.play("Costs");
    assert_eq!(page(&stage)[3], "2. Costs");
    // Undoing what was typed and the paragraph leaves the sentence at the end.
    assert_eq!(page(&stage.play("<ctrl-z><ctrl-z>"))[1], left);
}

#[test]
fn it_follows_what_is_corrected_and_goes_when_the_movement_goes() {
    // The withdrawal was at 10.30, and he left for another reason.
    let stage = withdrawn().play("<f2><down>m<down><enter>");
    let stage = stage.play("<left><left><tab><ctrl-w><ctrl-w><ctrl-w>10.30<enter><esc><esc>");
    assert!(stage.desk.overlays.is_empty());
    assert_eq!(page(&stage)[1], "← Mr T Aldous left the meeting at 10.30 am");
    let stage = stage.command("movements").play("<delete>").play("<up><delete><esc>");
    assert!(!page(&stage).iter().any(|row| row.contains('→')), "{:?}", page(&stage));
}

#[test]
fn an_item_without_paragraphs_tells_it_below_the_hint() {
    let stage = Stage::new().play("<alt-o><f2>p<esc>");
    let stage = at_item(stage, "B1").play("<f2><down>l<esc>");
    let page = page(&stage);
    assert!(page[0].starts_with("Type here"), "{page:?}");
    assert_eq!(page[1], "→ Mr T Aldous arrived at 10.02 am during");
}

#[test]
fn declarations_are_seen_where_they_are_called_for() {
    let stage = at_item(Stage::new().play("<alt-o>"), "A3");
    let stage =
        stage.play("<f3>nAldous<tab><right><right><right><right><right><tab><tab>a berth<enter><esc>");
    assert!(
        page(&stage).contains(&"• Mr T Aldous declared an interest in item B1".to_owned()),
        "{:?}",
        page(&stage)
    );
    let stage = stage.play("The Chairman asked for declarations.");
    assert_eq!(page(&stage).last().unwrap(), "1. The Chairman asked for declarations.");
    let stage = at_item(stage, "B1").play("One.");
    assert_eq!(page(&stage), ["1. One."], "the style does not tell them at the items");
}

#[test]
fn a_declaration_of_many_words_keeps_its_end_on_the_page() {
    let stage = at_item(Stage::new().play("<alt-o>"), "A3").play("<f3>nAldous<tab><right><right><tab><tab>");
    let nature = "a berth on the inner pontoon, another beside the slipway, the lease of the boat shed behind, the crane that stands \
         before it, two thirds of the ferry to the island in summer, all of it in winter, and the licence to sell ices and \
         warm drinks to those who wait for it on either side of the water";
    let stage = stage.play(nature).play("<tab><right><enter><esc>");
    let told = page(&stage).join(" ");
    let printed = stage.minutes("numbered", Audience::Full).split_whitespace().collect::<Vec<_>>().join(" ");
    let end = told.rsplit_once("… ").map(|(_, end)| end.to_owned()).unwrap();
    assert!(end.ends_with('.') && printed.contains(&end), "{told}\n{printed}");
}

#[test]
fn the_usual_sentence_is_not_offered_where_it_would_be_wrong() {
    let stage = at_item(Stage::new().play("<alt-o>"), "A3").play("<f3>nAldous<enter><esc>");
    assert!(!stage.screen().contains("writes the usual sentence"), "{}", stage.screen());
    let stage = stage.play("<alt-w>");
    assert_eq!(stage.notice(), "The declarations recorded (F3) are printed here; there is nothing to add.");
    let stage = at_item(Stage::new().play("<f2><down>a<esc>"), "A2").play("<alt-w>");
    assert!(
        stage.page().contains("Apologies for absence were received from Mr T Aldous."),
        "{}",
        stage.page()
    );
    let stage = at_item(Stage::new(), "A2").play("<alt-w>");
    assert!(stage.page().contains("No apologies for absence were received."), "{}", stage.page());
}

#[test]
fn the_cursor_and_the_mouse_never_stand_in_it() {
    let mut stage = withdrawn();
    for _ in 0..3 {
        stage = stage.play("<up>");
    }
    stage = stage.play("<home>X<down>Y");
    assert!(stage.page().contains("1.|XThe report") || stage.page().contains("|X"), "{}", stage.page());
    let told = stage.desk.page.told[0].clone();
    let area = stage.desk.page.text;
    stage.happen(minutebook::update::Event::Point(area.x + 12, area.y + told.y, false));
    let stage = stage.play("Z");
    assert!(!stage.minutes("numbered", Audience::Full).contains("withZ"));
    assert!(stage.page().contains('Z'));
}

#[test]
fn who_moved_and_how_it_was_voted_is_seen_where_it_will_be_printed() {
    let stage = at_item(Stage::new().size(80, 40).play("<alt-o><f2>*<esc>"), "B1")
        .play("One.<f4>that the dues be raised.");
    let stage = stage.play("<tab>Aldous<tab>Brine<enter><alt-v>r<enter>").command("amendment");
    let stage = stage.play("that half be raised.<tab><tab>Okafor<tab><tab><right><right><enter><f2>o<esc>");
    let stage = stage.size(80, 40);
    let told = page(&stage).join(" ");
    let order = [
        "1. One.",
        "• Moved by Mr T Aldous and seconded by Cllr P Brine:",
        "that the dues be raised.",
        "• Amendment moved by Ms J Okafor:",
        "that half be raised.",
        "• The amendment was lost.",
        "• For (5):",
        "The motion was carried.",
        "← Mrs E Carrow, OBE left the meeting",
    ];
    let places: Vec<usize> = order.iter().map(|words| told.find(words).unwrap_or(usize::MAX)).collect();
    assert!(places.is_sorted() && !places.contains(&usize::MAX), "{places:?}\n{told}\n{}", stage.page());
}

/// An item with so many paragraphs, of which some are notes, parts or empty, and movements after some of them.
fn written(kinds: &[u8], moved: &[(usize, bool, u32)]) -> Stage {
    let mut meeting = meeting();
    let item = &mut meeting.items[0];
    for (at, kind) in kinds.iter().enumerate() {
        let id = BlockId(500 + at as u32);
        let text = format!("Words of paragraph {at}.");
        let begun = Some(at_time(10, 10 + (at as u32 * 7) % 11));
        let block = match kind {
            0 => Block { kind: Kind::Note, ..Block::paragraph(id, &*text) },
            1 => Block { level: 1, ..Block::paragraph(id, &*text) },
            2 => Block::paragraph(id, ""),
            _ => Block::paragraph(id, &*text),
        };
        item.minutes.push(Block { begun, ..block });
    }
    for (at, (after, out, minute)) in moved.iter().enumerate() {
        let what = if *out { Move::Left } else { Move::Returned };
        let person = PersonId(20 + at as u32 % 5);
        let after = after.checked_sub(1).map(|after| BlockId(500 + (after % kinds.len().max(1)) as u32));
        let why = format!("reason{at}");
        meeting.attendance.push(Movement {
            item: Some(ItemId(10)),
            after,
            at: (minute % 3 > 0).then(|| at_time(10, 5 + minute).time()),
            why,
            ..Movement::new(MovementId(700 + at as u32), person, what)
        });
    }
    Stage::with(meeting).size(100, 300)
}

/// The order in which paragraphs and movements are met in a text.
fn order(text: &str, count: usize, moved: usize) -> Vec<String> {
    let names =
        (0..count).map(|at| format!("paragraph {at}.")).chain((0..moved).map(|at| format!("(reason{at})")));
    let mut found: Vec<(usize, String)> =
        names.filter_map(|name| text.find(&name).map(|at| (at, name))).collect();
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

proptest! {
    #![proptest_config(draws(96))]

    /// The page tells what happened in the order in which it is printed.
    #[test]
    fn the_page_has_the_order_of_the_print(
        kinds in prop::collection::vec(0..6u8, 0..8),
        moved in prop::collection::vec((0..9usize, any::<bool>(), 0..20u32), 0..5),
    ) {
        let stage = written(&kinds, &moved);
        let flat = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let minutes = flat(stage.minutes("web", Audience::Full));
        // Beside the roll some of it is told, too; the title is underlined.
        let item = minutes.split_once("Introduction ---").map_or("", |(_, item)| item);
        let printed = order(item, kinds.len(), moved.len());
        let notes: Vec<String> =
            kinds.iter().enumerate().filter(|(_, kind)| **kind == 0).map(|(at, _)| format!("paragraph {at}.")).collect();
        let seen = order(&flat(page(&stage).join(" ")), kinds.len(), moved.len());
        let seen: Vec<String> = seen.into_iter().filter(|name| !notes.contains(name)).collect();
        prop_assert_eq!(seen, printed);
    }

    /// On a screen of any height the cursor is in sight, and no two rows are drawn over each other.
    #[test]
    fn the_cursor_stays_in_sight_between_them(
        kinds in prop::collection::vec(0..6u8, 1..12),
        moved in prop::collection::vec((0..12usize, any::<bool>(), 0..20u32), 0..8),
        height in 6..30u16,
        keys in prop::collection::vec(0..4u8, 0..20),
    ) {
        let mut stage = written(&kinds, &moved).size(60, height);
        for key in keys {
            stage = stage.play(["<up>", "<down>", "<ctrl-home>", "<pagedown>"][usize::from(key)]);
            let page = &stage.desk.page;
            prop_assert!(page.caret.is_some());
            let mut rows: Vec<u16> = page.rows.iter().map(|row| row.y).chain(page.told.iter().map(|told| told.y)).collect();
            let all = rows.len();
            rows.sort_unstable();
            rows.dedup();
            prop_assert_eq!(rows.len(), all, "two rows in one place");
            prop_assert!(rows.iter().all(|row| *row < page.text.height.max(1)));
        }
    }
}
