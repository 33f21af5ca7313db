//! The way of a draft: out, changed, back, and its changes taken or left.

use super::word::{edited, meeting};
use super::{changes, printed, told};
use crate::program::{House, everything_in};
use crate::stage::Stage;
use minutebook::desk::Effect;
use minutebook::domain::minutes::Kind;
use minutebook::domain::review::Answer;
use minutebook::export::{Audience, Format, Order, Paper};
use minutebook::houses::Houses;
use minutebook::returned::{Against, Mismatch};
use minutebook::store;
use minutebook::update::Event;
use std::fs;

fn text(stage: &Stage) -> String {
    stage.minutes("numbered", Audience::Full)
}

/// A stage on which a copy has come back.
fn returned(stage: Stage, copy: &str) -> Stage {
    let mut stage = stage.command("compare-returned").play("draft.txt<enter>");
    assert!(stage.effects.contains(&Effect::ReadReturned("draft.txt".into())));
    let changes = changes(stage.meeting(), copy.as_bytes()).unwrap();
    stage.happen(Event::Returned(changes, Against::Now, vec![]));
    stage
}

#[test]
fn changes_that_came_back_are_listed_and_taken_or_left_by_keys() {
    let stage = Stage::with(meeting());
    let copy = text(&stage)
        .replace("had not yet come to the harbour", "was late")
        .replace("RESOLVED that the cost be met from the reserve.", "RESOLVED that the cost be shared.\n\nRESOLVED that the partners be told.\n\nACTION: Mr Aldous to tell them.");
    let stage = returned(stage, &copy);
    assert_eq!(
        stage.notice(),
        "4 changes to the draft as it is now; t takes, l leaves.",
        "{:#?}",
        stage.meeting().remarks
    );
    insta::assert_snapshot!(stage.screen());
    // The first is taken, the second left, the others taken in their order.
    let stage = stage.play("tlwe share nothing<enter>tt<esc>");
    let minutes = &stage.meeting().items[0].minutes;
    let words: Vec<&str> = minutes.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(
        words,
        [
            "Members noted that the dredger was late.",
            "The Harbour Master said that the channel was clear as far as the bar.",
            "that the dredger be hired for the winter.",
            "that the cost be met from the reserve.",
            "that the partners be told.",
            "Mr Aldous to tell them.",
        ]
    );
    assert_eq!((&minutes[4].kind, &minutes[5].kind), (&Kind::Resolution, &Kind::Action));
    let answers: Vec<bool> =
        stage.meeting().remarks.iter().map(|remark| matches!(remark.answer, Answer::Taken { .. })).collect();
    assert_eq!(answers, [true, false, true, true]);
    assert!(
        stage.meeting().remarks.iter().all(|remark| remark.by == "the returned draft" && remark.at.is_some())
    );
    // What is taken is one step, and so is what came back as a whole.
    let stage = stage.play("<ctrl-z>");
    assert_eq!(stage.meeting().items[0].minutes.len(), 5);
    let stage = stage.play("<ctrl-z><ctrl-z><ctrl-z><ctrl-z>");
    assert!(stage.meeting().remarks.is_empty());
}

#[test]
fn a_copy_that_comes_back_twice_is_listed_once() {
    let stage = Stage::with(meeting());
    let copy = text(&stage).replace("clear as far as the bar", "clear beyond the bar");
    let stage = returned(returned(stage, &copy).play("<esc>"), &copy);
    assert!(stage.notice().contains("listed already"), "{}", stage.notice());
    assert_eq!(stage.meeting().remarks.len(), 1);
    let same = text(&stage);
    let stage = returned(stage.play("<esc>"), &same);
    assert!(stage.notice().contains("reads as the draft does"), "{}", stage.notice());
}

#[test]
fn words_that_the_clerk_changed_since_are_not_overwritten() {
    let stage = Stage::with(meeting());
    let copy = text(&stage).replace("clear as far as the bar", "clear beyond the bar");
    let stage = returned(stage, &copy).play("<esc><ctrl-home><down><down><down><home>Truly. <alt-z>t");
    assert!(stage.notice().contains("changed since"), "{}", stage.notice());
    assert!(stage.page().contains("Truly. "), "{}", stage.page());
}

#[test]
fn nothing_restricted_is_struck_by_a_public_copy() {
    let mut meeting = meeting();
    meeting.items[0].minutes[1].restricted = true;
    let style = Houses::built_in().style("").unwrap();
    for format in ["text", "docx"] {
        let copy = printed(&meeting, format, style, Audience::Public);
        assert!(changes(&meeting, &copy).unwrap().is_empty());
    }
    let copy = String::from_utf8(printed(&meeting, "text", style, Audience::Public)).unwrap();
    let copy = copy.replace("for the winter", "for a year");
    let found: Vec<String> = changes(&meeting, copy.as_bytes()).unwrap().iter().map(told).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with("reworded: that the dredger be hired for a year."), "{found:?}");
}

#[test]
fn what_cannot_be_placed_for_certain_is_listed_without_a_place() {
    let mut meeting = meeting();
    let item = &mut meeting.items[0];
    item.minutes[0].text = "Mr Aldous asked when the northern pontoon would be mended at last.".into();
    item.minutes[1].text = "Mr Aldous asked when the southern pontoon would be mended at last.".into();
    let style = Houses::built_in().style("").unwrap();
    let copy = String::from_utf8(printed(&meeting, "text", style, Audience::Full)).unwrap();
    let lines: Vec<&str> = copy.lines().filter(|line| !line.contains("southern")).collect();
    let copy = lines.join("\n").replace("northern pontoon", "pontoon");
    let found: Vec<String> = changes(&meeting, copy.as_bytes()).unwrap().iter().map(told).collect();
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[..2].iter().all(|told| told.contains("it is not certain which")), "{found:?}");
    assert_eq!(
        found[2],
        "Item(ItemId(10)) not placed: Mr Aldous asked when the pontoon would be mended at last."
    );
}

#[test]
fn another_paper_is_refused() {
    let mut other = crate::export::harbour::meeting();
    other.head = meeting().head;
    let style = Houses::built_in().style("").unwrap();
    let copy = printed(&other, "text", style, Audience::Full);
    assert!(matches!(changes(&meeting(), &copy), Err(Mismatch::Other(_))));
    let meeting_of_this = meeting();
    for (paper, name) in [(Paper::Decisions, "decisions"), (Paper::Item(meeting_of_this.items[0].id), "item")]
    {
        let order = Order { paper, ..crate::export::formats::order(&meeting_of_this, style, Audience::Full) };
        let copy = Format::named("text").unwrap().print(&order).unwrap().bytes;
        assert_eq!(changes(&meeting_of_this, &copy), Err(Mismatch::Paper(name)));
    }
    let mut empty = meeting();
    empty.items.iter_mut().for_each(|item| item.minutes.clear());
    assert_eq!(changes(&empty, &copy), Err(Mismatch::Nothing));
}

#[test]
fn the_program_lists_changes_and_takes_them_up() {
    let house = House::new();
    house.session_of("s.ron", &meeting());
    house.run(&["export", "s.ron", "--audience", "full", "-o", "draft.txt"]).well();
    assert!(house.run(&["compare", "s.ron", "draft.txt"]).out.contains("reads as the draft does"));
    let copy = fs::read_to_string(house.path("draft.txt")).unwrap();
    house.write(
        "back.txt",
        copy.replace("for the winter", "for a \u{1b}[31myear")
            .replace("Members noted that the dredger had not yet come to the harbour.", ""),
    );
    let before = everything_in(&house.path(""));
    let said = house.run(&["compare", "s.ron", "back.txt"]);
    assert_eq!(said.status, 1, "{said:?}");
    insta::assert_snapshot!(said.out);
    assert_eq!(everything_in(&house.path("")), before);
    let said = house.run(&["compare", "s.ron", "back.txt", "--take-up"]);
    assert!(said.status == 1 && said.out.contains("put on the list of s.ron (Alt-Z)"), "{said:?}");
    let looked = store::read_only(&house.path("s.ron")).unwrap();
    assert_eq!(looked.session.meeting().remarks.len(), 2, "{:?}", looked.session.meeting().remarks);
    assert_eq!(looked.session.entries(), 1);
    assert!(looked.session.meeting().items[0].minutes[2].text.ends_with("for the winter."));
}

#[test]
fn the_program_says_why_it_cannot_compare() {
    let house = House::new();
    let path = house.session_of("s.ron", &meeting());
    house.write("recipe.txt", "Two eggs, some flour, and a pinch of salt.\n\nBeat well.\n");
    house.write("nothing.txt", "");
    for (file, said) in
        [("recipe.txt", "does not look like a copy"), ("nothing.txt", "empty"), ("gone.txt", "no file")]
    {
        let run = house.run(&["compare", "s.ron", file]);
        assert!(run.complaint(2).contains(said), "{run:?}");
    }
    assert!(
        house
            .run(&["compare", "s.ron", "recipe.txt", "--style", "rococo"])
            .complaint(2)
            .contains("no style called")
    );
    house.run(&["export", "s.ron", "--audience", "full", "-o", "draft.txt"]).well();
    let copy = fs::read_to_string(house.path("draft.txt")).unwrap().replace("for the winter", "for a year");
    house.write("back.txt", copy);
    let held = store::open(&path).unwrap();
    let run = house.run(&["compare", "s.ron", "back.txt", "--take-up"]);
    assert!(run.status == 2 && run.err.contains("open"), "{run:?}");
    drop(held);
}

#[test]
fn a_draft_that_was_changed_since_is_compared_as_it_went_out() {
    let house = House::new();
    let path = house.session_of("s.ron", &meeting());
    house.run(&["export", "s.ron", "--audience", "full", "--format", "docx", "-o", "draft.docx"]).well();
    // The clerk writes on; what the clerk wrote is not in the copy and was struck by nobody.
    let mut opened = store::open(&path).unwrap();
    let item = meeting().items[0].clone();
    let later = minutebook::domain::minutes::Block::paragraph(
        minutebook::domain::id::BlockId(800),
        "The clerk wrote this later.",
    );
    let insert = minutebook::domain::edit::Edit::insert(
        Some(item.minutes[0].id.into()),
        minutebook::domain::edit::Thing::Block(item.id, later),
    );
    let entry = minutebook::session::Entry::Did(minutebook::session::Change::new("Wrote", vec![insert]));
    opened.session.enter(entry.clone()).unwrap();
    opened.journal.add(Box::new(entry));
    opened.journal.flush().unwrap();
    drop(opened);
    let said = house.run(&["compare", "s.ron", "draft.docx"]);
    assert!(said.status == 0 && said.out.contains("reads as the draft does"), "{said:?}");
    let copy = edited(
        &fs::read(house.path("draft.docx")).unwrap(),
        |text| text.replace("for the winter", "for a year"),
        &[],
    );
    house.write("back.docx", copy);
    let said = house.run(&["compare", "s.ron", "back.docx", "--take-up"]);
    assert!(said.status == 1 && said.out.contains("[-the winter-]{+a year+}"), "{said:?}");
    assert!(!said.out.contains("later"), "{said:?}");
    assert!(said.err.contains("was compared with what went out"), "{said:?}");
}

#[test]
fn a_text_is_compared_with_what_went_to_the_chair_if_it_fits_that_best() {
    let house = House::new();
    let path = house.session_of("s.ron", &meeting());
    house.run(&["export", "s.ron", "--audience", "full", "-o", "draft.txt"]).well();
    let mut opened = store::open(&path).unwrap();
    let mut stage = Stage::with(opened.session.meeting().clone()).command("send-to-chair").play("<enter>");
    // Some minutes later the clerk writes on.
    opened.journal.mark_time(crate::stage::at(10, 2));
    let sent = stage.journal().len();
    stage = stage.at(10, 40).play("<ctrl-end> And something later, which nobody has read.");
    for (n, entry) in stage.journal().iter().enumerate() {
        if n == sent {
            opened.journal.mark_time(crate::stage::at(10, 40));
        }
        opened.session.enter(entry.clone()).unwrap();
        opened.journal.add(Box::new(entry.clone()));
    }
    opened.journal.flush().unwrap();
    drop(opened);
    let copy = fs::read_to_string(house.path("draft.txt")).unwrap().replace("for the winter", "for a year");
    house.write("back.txt", copy);
    let said = house.run(&["compare", "s.ron", "back.txt"]);
    assert_eq!(said.out.lines().count(), 2, "{said:?}");
    assert!(said.out.contains("[-the winter-]{+a year+}"), "{said:?}");
    assert!(said.err.contains("as it stood at 10:02 on 12 March 2026"), "{said:?}");
}

#[test]
fn a_copy_of_a_draft_that_was_agreed_since_still_says_draft() {
    let stage = Stage::with(meeting());
    let copy = text(&stage);
    let stage = stage.command("agree-draft").play("<enter>");
    assert!(!text(&stage).contains("DRAFT"));
    assert_eq!(changes(stage.meeting(), copy.as_bytes()).unwrap(), vec![]);
}

#[test]
fn a_text_is_compared_however_its_lines_were_broken() {
    let mut meeting = meeting();
    let long = "The Harbour Master reported that the channel had been sounded twice since the last meeting, that no \
                less than three metres had been found over the bar at low water, and that the leading lights would be \
                moved before the spring so that pilots need not wait for the flood.";
    meeting.items[0].minutes[1].text = long.into();
    let style = Houses::built_in().style("").unwrap();
    let copy = String::from_utf8(printed(&meeting, "text", style, Audience::Full)).unwrap();
    let new = "and this was doubted at some length by several members who had been out there themselves in the autumn, ";
    let expected = long.replace("and that the leading", &format!("{new}and that the leading"));
    let words = format!("reworded: {expected}");
    // Typed into a line that was then left as it was; and broken anew by an editor at another width.
    let typed = copy.replacen("and that the leading", &format!("{new}and that the leading"), 1);
    let typed = if typed == copy {
        copy.replacen("and that the\n", &format!("{new}and that the\n"), 1)
    } else {
        typed
    };
    assert_ne!(typed, copy);
    let anew: Vec<String> = typed
        .split("\n\n")
        .map(|part| {
            let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
            minutebook::text::wrap(&part, 60, 0)
                .into_iter()
                .map(|line| part[line].trim().to_owned() + "\n")
                .collect()
        })
        .collect();
    for copy in
        [typed.clone(), anew.join("\n"), typed.replace('\n', "\r\n"), format!("{typed}\n\nPage 1 of 2\n")]
    {
        let found: Vec<String> = changes(&meeting, copy.as_bytes()).unwrap().iter().map(told).collect();
        assert_eq!(found.len(), 1, "{found:#?}\n{copy}");
        assert!(found[0].ends_with(&words), "{found:#?}");
    }
}

/// A paragraph that was written anew in lines of another width, one of which begins with the figure of a date.
#[test]
fn a_paragraph_rewritten_in_a_text_is_offered_for_its_block() {
    let mut meeting = meeting();
    let minutes = &mut meeting.items[0].minutes;
    minutes[1].text = "The Harbour Master said that dredging of the inner basin would begin on 4 December, once the licence had been issued, and was expected to take nineteen working days.".into();
    let style = Houses::built_in().style("").unwrap();
    let copy = String::from_utf8(printed(&meeting, "text", style, Audience::Full)).unwrap();
    let from = copy.find("The Harbour Master said that").unwrap();
    let to = from + copy[from..].find("\n\n").unwrap();
    let half = "The Harbour Master expected that work on the inner basin\nwould, if the licence had been issued by then, begin on\n4 December, and that the dredging would be over in\nnineteen working days.";
    let told_of = |words: &str| -> Vec<String> {
        let copy = format!("{}{words}{}", &copy[..from], &copy[to..]);
        changes(&meeting, copy.as_bytes()).unwrap().iter().map(told).collect()
    };
    let found = told_of(half);
    let words = half.replace('\n', " ");
    let (item, block) = (meeting.items[0].id, meeting.items[0].minutes[1].id);
    assert_eq!(found, [format!("Block({item:?}, {block:?}) reworded: {words}")]);
    // So little is left that only the place says what it is, and that is told.
    let little = "Work on the basin starts, if nothing comes\nbetween, on\n4 December, said the Harbour Master; it was thought to last less than three weeks, Sundays left out.";
    let found = told_of(little);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].contains("noted: Few of these words"), "{found:#?}");
    assert!(found[1].ends_with(&format!("reworded: {}", little.replace('\n', " "))), "{found:#?}");
    // Another paragraph in its place is no wording of it.
    let found = told_of("Mr Aldous asked who held the key to the pump house, and was told that nobody knew.");
    assert!(found.iter().any(|told| told.contains("struck")), "{found:#?}");
}
