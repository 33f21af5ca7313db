//! The preview beside the writing: what it shows is what is printed, and the page stays usable beside it.

use crate::stage::Stage;
use insta::assert_snapshot;
use minutebook::export::Audience;
use minutebook::update::{Event, update};

/// Under B1, with everything that the program words itself: a movement, a vote, a restricted passage, a note.
fn minuting() -> Stage {
    Stage::new()
        .command("open-meeting")
        .play("<f2>*<esc><ctrl-down><ctrl-down><ctrl-down><ctrl-down>")
        .play("Col Hester reported that the entrance had silted since the spring survey, and that a dredger could come in May.")
        .play("<enter>Members asked:<enter>(a) what it would cost; and<enter>who would pay.<enter><enter>")
        .play("The contractor had offered a lower price.<alt-x><enter>")
        .play("// ask about the price<enter><alt-x>")
        .play("<f4>the dredging begin in May.<tab>Brin<tab>Oka<tab><right><enter>")
        .play("<f2><down>o<esc>")
}

fn shown(stage: &Stage) -> Vec<String> {
    stage.desk.preview.rows.iter().map(|row| row.words.clone()).collect()
}

#[test]
fn the_preview_stands_beside_the_writing_or_below_it() {
    assert_snapshot!("preview_120x40", minuting().size(120, 40).play("<ctrl-l>").screen());
    assert_snapshot!("preview_80x24", minuting().play("<ctrl-l>").screen());
    assert_snapshot!("preview_50x14", minuting().size(50, 14).play("<ctrl-l>").screen());
    assert_snapshot!("preview_public_80x24", minuting().play("<ctrl-l><ctrl-o>").screen());
}

#[test]
fn what_it_shows_is_what_is_printed() {
    for (audience, keys) in [(Audience::Full, "<ctrl-l>"), (Audience::Public, "<ctrl-l><ctrl-o>")] {
        let stage = minuting().size(200, 60).play(keys);
        let shown = shown(&stage).join("\n") + "\n";
        assert!(!shown.contains("ask about the price"), "{shown}");
        assert_eq!(shown.contains("lower price"), audience == Audience::Full, "{shown}");
        assert!(shown.contains("Mr T Aldous left the meeting"), "{shown}");
        let printed = stage.minutes(&stage.desk.style().name, audience);
        assert!(printed.contains(&shown), "{shown}\n---\n{printed}");
    }
}

#[test]
fn it_follows_the_cursor_and_every_letter() {
    let mut stage = minuting().play("<ctrl-l>");
    for n in 0..30 {
        stage = stage
            .play(&format!("<enter>Point number {n} was made at some length and with a good many words."));
        let here: Vec<&str> =
            stage.desk.preview.rows.iter().filter(|row| row.here).map(|row| row.words.as_str()).collect();
        assert!(here.concat().contains(&format!("Point number {n} was")), "{here:?}");
    }
    let stage = stage.play("<ctrl-home>X");
    let first = stage.desk.preview.rows.iter().find(|row| row.here).map(|row| row.words.clone());
    assert_eq!(
        first.as_deref(),
        Some("1.  XCol Hester reported that the entrance had silted since the spring survey,")
    );
    assert!(stage.desk.preview.more_below && !stage.desk.preview.more_above);
}

#[test]
fn it_can_be_scrolled_and_stays_there_until_the_cursor_moves() {
    let many = |stage: Stage| (0..30).fold(stage, |stage, n| stage.play(&format!("<enter>Point {n}.")));
    let stage = many(Stage::new()).play("<ctrl-l>");
    let end = shown(&stage);
    let stage = stage.play("<alt-pageup>");
    let up = shown(&stage);
    assert_ne!(end, up);
    // The clock goes on, and the preview stays.
    let stage = stage.at(10, 3);
    assert_eq!(shown(&stage), up);
    assert_eq!(shown(&stage.play("<alt-pagedown>")), end);
    let stage = many(Stage::new()).play("<ctrl-l><alt-pageup>x");
    assert!(shown(&stage).iter().any(|row| row.contains("Point 29.x")), "{:?}", shown(&stage));
    // It scrolls to both ends and no further.
    let top = stage.play(&"<alt-pageup>".repeat(40));
    assert_eq!(shown(&top).first().map(String::as_str), Some("40. Introduction"), "{:?}", shown(&top));
    let bottom = top.play(&"<alt-pagedown>".repeat(40));
    assert_eq!(shown(&bottom), shown(&many(Stage::new()).play("x<ctrl-l>")));
}

#[test]
fn the_wheel_scrolls_it_where_it_turns_over_it() {
    let mut stage =
        (0..30).fold(Stage::new(), |stage, n| stage.play(&format!("<enter>Point {n}."))).play("<ctrl-l>");
    let (caret, area) = (stage.desk.writing.caret, stage.desk.preview.area);
    let before = shown(&stage);
    stage.happen(Event::Wheel(area.x + 3, area.y + 2, -3));
    assert_eq!(stage.desk.writing.caret, caret);
    assert_ne!(shown(&stage), before);
    stage.happen(Event::Wheel(area.x + 3, area.y - 2, -3));
    assert_ne!(stage.desk.writing.caret, caret);
}

#[test]
fn the_page_stays_usable_beside_it() {
    for (width, height) in
        [(30, 12), (50, 14), (72, 20), (80, 24), (109, 30), (110, 24), (120, 40), (250, 70)]
    {
        let stage = Stage::new().size(width, height).play("One.<enter>Two.<ctrl-l>");
        let (page, preview) = (stage.desk.page.text, stage.desk.preview.area);
        let size = format!("{width}x{height}\n{}", stage.screen());
        assert!(page.height >= 3 && page.width >= 26, "{page:?} {size}");
        assert!(preview.height >= 4 && preview.width >= 30, "{preview:?} {size}");
        assert!(stage.screen().contains("Two."), "{size}");
        assert!(shown(&stage).iter().any(|row| row.contains("Two.")), "{size}");
    }
    for (width, height) in [(29, 24), (80, 11), (0, 0)] {
        let stage = Stage::new().size(width, height).play("<ctrl-l>");
        assert!(stage.notice().starts_with("The screen is too small for the preview"), "{}", stage.notice());
    }
}

#[test]
fn a_pane_takes_the_place_of_the_preview_and_gives_it_back() {
    for (width, height) in [(80, 24), (120, 40)] {
        let stage = minuting().size(width, height).play("<ctrl-l>");
        let page = stage.desk.page.text.width;
        let stage = stage.play("<f2>");
        assert!(!stage.desk.preview.is_shown());
        assert_eq!(stage.desk.page.text.width, page);
        assert!(stage.play("<esc>").desk.preview.is_shown());
    }
}

#[test]
fn it_stays_open_from_item_to_item_until_it_is_closed() {
    let stage = minuting().play("<ctrl-l><ctrl-o><ctrl-down>In hand.");
    assert!(
        shown(&stage).first().is_some_and(|line| line.contains("Pontoon Repairs")),
        "{:?}",
        shown(&stage)
    );
    assert_eq!(stage.desk.preview.audience, Audience::Public);
    let stage = stage.play("<ctrl-l>");
    assert!(!stage.desk.preview.is_shown());
    assert!(stage.play("<ctrl-o>").notice().contains("Ctrl-L shows it"));
}

#[test]
fn what_a_public_copy_leaves_out_is_marked_in_the_full_one() {
    let stage = minuting().play("<ctrl-l>");
    let secret: String =
        stage.desk.preview.rows.iter().filter(|row| row.restricted).map(|row| row.words.as_str()).collect();
    assert!(secret.contains("lower price") && !secret.contains("dredging begin"), "{secret}");
    assert!(stage.screen().contains("■ not public"), "{}", stage.screen());
    let public = stage.play("<ctrl-o>").screen();
    let below = public.split_once("Printed for the public").map(|(_, below)| below.to_owned()).unwrap();
    assert!(
        below.contains("[A restricted passage is left out of this copy.]") && !below.contains("lower price")
    );
}

#[test]
fn pointing_at_what_is_printed_goes_to_what_prints_it() {
    let mut stage = minuting().size(120, 40).play("<ctrl-l>");
    let (area, rows) = (stage.desk.preview.area, shown(&stage));
    let row = rows.iter().position(|row| row.contains("what it would cost")).unwrap() as u16;
    stage.happen(Event::Point(area.x + 6, area.y + 1 + row, false));
    let here = stage.desk.here().map(|(_, block)| block.text.clone());
    assert_eq!(here.as_deref(), Some("what it would cost; and"));
    // The heading is nobody's paragraph.
    stage.happen(Event::Point(area.x + 6, area.y + 1, false));
    assert_eq!(stage.desk.here().map(|(_, block)| block.text.clone()), here);
}

/// Several keys can come in before the next picture is drawn.
#[test]
fn it_scrolls_although_what_it_showed_is_gone() {
    let stage =
        (0..30).fold(Stage::new(), |stage, n| stage.play(&format!("<enter>Point {n}."))).play("<ctrl-l>");
    let mut desk = stage.desk;
    let area = desk.preview.area;
    for key in ["ctrl-a", "delete", "alt-pageup", "alt-pagedown"] {
        update(&mut desk, Event::Key(key.parse().unwrap()));
    }
    update(&mut desk, Event::Wheel(area.x + 3, area.y + 2, -3));
    update(&mut desk, Event::Point(area.x + 3, area.y + 2, false));
    desk.lay_out();
    assert_eq!(desk.preview.rows.len(), 0, "{:?}", desk.preview.rows);
}
