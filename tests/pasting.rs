//! Long pastes: the law that many edits at once are the same as one after the other, and ten megabytes.

use crate::draws::draws;
use crate::stage::Stage;
use minutebook::domain::edit::{Edit, Thing};
use minutebook::domain::id::{BlockId, ItemId, PersonId};
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::{Block, Kind};
use minutebook::domain::motions::Motion;
use minutebook::session::{Change, Entry, Session};
use proptest::prelude::*;

/// Ten megabytes.
const MUCH: usize = 10 << 20;

/// An item with some paragraphs, and edits that put in or take out many. What a number draws makes one of them
/// in twenty unfit in one of several ways.
fn stretch(stand: usize, many: usize, shape: u8, odd: usize, how: u8) -> (Meeting, Vec<Edit>) {
    let item = ItemId(10);
    let mut meeting = crate::stage::meeting();
    let paragraph = |id: usize| Block::paragraph(BlockId(1000 + id as u32), format!("number {id}"));
    let standing = if shape < 2 { stand } else { stand + many };
    meeting.items[0].minutes = (0..standing).map(paragraph).collect();
    let id = |at: usize| at.checked_sub(1).map(|at| 1000 + at as u32);
    let from = stand / 2;
    let mut edits: Vec<Edit> = (0..many)
        .map(|nth| match shape {
            // Each behind the one before, and each at the place of the one before; then how they are taken back.
            0 => Edit::insert(
                if nth == 0 { id(from) } else { id(stand + nth) },
                Thing::Block(item, paragraph(stand + nth)),
            ),
            1 => Edit::insert(id(from), Thing::Block(item, paragraph(stand + nth))),
            2 => Edit::remove(id(from), Thing::Block(item, paragraph(from + nth))),
            _ => {
                let at = from + many - 1 - nth;
                Edit::remove(id(at), Thing::Block(item, paragraph(at)))
            }
        })
        .collect();
    if let Some(Edit::Insert { after, thing } | Edit::Remove { after, thing }) = edits.get_mut(odd)
        && let Thing::Block(item, block) = &mut **thing
    {
        match how {
            0 => *after = Some(7),
            1 => block.id = BlockId(1000),
            2 => block.text.push('\u{7}'),
            3 => *item = ItemId(11),
            4 => *item = ItemId(99),
            5 => {
                let mover = Some(PersonId(99));
                block.kind = Kind::Motion(Box::new(Motion { mover, ..Motion::default() }));
            }
            _ => block.level = 2,
        }
    }
    (meeting, edits)
}

/// What becomes of a record when edits are applied one by one, as far as none is refused.
fn one_by_one(meeting: &Meeting, edits: &[Edit]) -> Result<Meeting, String> {
    let mut meeting = meeting.clone();
    for edit in edits {
        meeting.apply(edit).map_err(|refused| refused.to_string())?;
    }
    Ok(meeting)
}

proptest! {
    #![proptest_config(draws(256))]

    #[test]
    fn many_edits_at_once_are_the_same_as_one_after_the_other(
        stand in 0..12usize, many in 0..30usize, shape in 0..4u8, odd in 0..60usize, how in 0..7u8,
    ) {
        let (before, edits) = stretch(stand, many, shape, odd, how);
        let mut meeting = before.clone();
        let outcome = meeting.apply_all(&edits).map_err(|refused| refused.to_string());
        match one_by_one(&before, &edits) {
            Ok(after) => {
                prop_assert_eq!(outcome, Ok(()));
                prop_assert_eq!(&meeting, &after);
                let back: Vec<Edit> = edits.iter().rev().map(Edit::inverse).collect();
                prop_assert_eq!(meeting.apply_all(&back), Ok(()));
                prop_assert_eq!(meeting, before);
            }
            Err(refused) => {
                prop_assert_eq!(outcome, Err(refused));
                prop_assert_eq!(meeting, before);
            }
        }
    }
}

/// Everything in the item on the desk, a line a paragraph.
fn lines(stage: &Stage) -> Vec<&str> {
    stage.desk.item().unwrap().minutes.iter().map(|block| block.text.as_str()).collect()
}

/// These would take hours if every paragraph looked through all the others.
#[test]
fn ten_megabytes_in_200_000_lines_are_pasted_taken_back_and_replayed() {
    let line = |nth: usize| format!("{nth:06} the berths were let for the winter months.");
    let many = MUCH / (line(0).len() + 1);
    assert!(many > 200_000);
    let pasted: Vec<String> = (0..many).map(line).collect();
    let stage = Stage::new().play("Before and after.<ctrl-left><ctrl-left>").paste(&pasted.join("\r\n"));
    let whole = lines(&stage);
    assert_eq!(whole.len(), many);
    assert_eq!(whole[0], format!("Before and {}", pasted[0]));
    assert_eq!(whole[1..many - 1], pasted[1..many - 1]);
    assert_eq!(whole[many - 1], format!("{}after.", pasted[many - 1]));
    let stage = stage.play("<ctrl-z>");
    assert_eq!(lines(&stage), ["Before and after."]);
    let stage = stage.play("<ctrl-y><end>!");
    assert_eq!(lines(&stage).len(), many);
    // What the journal holds gives the same again.
    let mut session = Session::new(crate::stage::meeting(), 0);
    for entry in stage.journal() {
        session.enter(entry).unwrap();
    }
    assert_eq!(session.meeting(), stage.meeting());
}

#[test]
fn ten_megabytes_in_one_line_are_pasted_whole() {
    let words = "the berths were let for the winter months, ".repeat(MUCH / 43);
    let stage = Stage::new().play("Before and after.<ctrl-left><ctrl-left>").paste(&words);
    let whole: String = lines(&stage).concat();
    assert!(whole == format!("Before and {words}after."), "{} bytes", whole.len());
    let stage = stage.play("x<ctrl-z><ctrl-z>");
    assert_eq!(lines(&stage).concat(), "Before and after.");
}

#[test]
fn what_a_record_has_no_room_for_is_refused_and_nothing_is_lost() {
    for pasted in ["the berths were let ".repeat(7 * MUCH / 20), "a\n".repeat(MUCH / 4)] {
        let stage = Stage::new().play("Before and after.").paste(&pasted);
        assert_eq!(lines(&stage), ["Before and after."]);
        let said = stage.desk.notice.as_ref().map(|notice| notice.text.as_str()).unwrap_or_default();
        assert!(said.contains("more than minutes have room for"), "{said}");
    }
}

#[test]
fn a_selection_of_many_paragraphs_is_deleted_and_comes_back() {
    let many: Vec<String> = (0..20_000).map(|nth| format!("paragraph {nth}")).collect();
    let stage = Stage::new().paste(&many.join("\n")).play("<ctrl-a><delete>");
    assert_eq!(lines(&stage), [""]);
    let stage = stage.play("<ctrl-z>");
    assert_eq!(lines(&stage), many);
}

#[test]
fn a_refused_stretch_leaves_the_record_as_it_was() {
    let (before, mut edits) = stretch(4, 50_000, 0, usize::MAX, 0);
    edits.push(Edit::Splice {
        item: ItemId(10),
        block: BlockId(1),
        at: 0,
        out: String::new(),
        put: "x".into(),
    });
    let mut session = Session::new(before.clone(), 0);
    assert!(session.enter(Entry::Did(Change::new("Pasted", edits))).is_err());
    assert_eq!(session.meeting(), &before);
}
