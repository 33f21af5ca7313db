//! The laws: what comes back as it went out has no change, and what was changed is told of exactly the block that it
//! touches, with its words, or not at all.

use super::{changes, printed, styles, told};
use crate::draws::draws;
use crate::laws::{deeds, edit};
use minutebook::domain::agenda::{Heading, Item};
use minutebook::domain::id::{BlockId, ItemId};
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::{Block, Kind};
use minutebook::domain::profile::Profile;
use minutebook::domain::review::Subject;
use minutebook::export::Audience;
use minutebook::import::read_copy;
use minutebook::returned::{Change, Mismatch, What, compare};
use proptest::prelude::*;
use std::collections::BTreeSet;

const WORDS: [&str; 40] = [
    "the",
    "of",
    "that",
    "Board",
    "report",
    "harbour",
    "noted",
    "asked",
    "whether",
    "dredging",
    "would",
    "begin",
    "before",
    "spring",
    "and",
    "members",
    "agreed",
    "to",
    "write",
    "a",
    "letter",
    "about",
    "pontoon",
    "costs",
    "in",
    "March",
    "with",
    "officers",
    "who",
    "explained",
    "why",
    "tender",
    "had",
    "been",
    "let",
    "late",
    "it",
    "was",
    "not",
    "clear",
];

/// A paragraph of the words that minutes are made of, long enough to be known again.
fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 6..40).prop_map(|words| words.join(" ") + ".")
}

fn block() -> impl Strategy<Value = (u8, u8, bool, String)> {
    (0..6u8, 0..2u8, prop::bool::weighted(0.15), paragraph())
}

/// A meeting whose blocks read like minutes.
fn minuted() -> impl Strategy<Value = Meeting> {
    let items = prop::collection::vec((paragraph(), prop::collection::vec(block(), 0..6)), 2..6);
    items.prop_filter_map("something must be minuted", |items| {
        let mut id = 100;
        let mut meeting = crate::stage::meeting();
        meeting.items.clear();
        for (n, (title, blocks)) in items.into_iter().enumerate() {
            let title = title.split(' ').take(5).collect::<Vec<_>>().join(" ");
            let heading = Heading {
                title: format!("Matter {n} {title}"),
                label: format!("{}", n + 1),
                ..Heading::default()
            };
            let minutes = blocks.into_iter().map(|(kind, level, restricted, text)| {
                id += 1;
                let kind = match kind {
                    0 => Kind::Resolution,
                    1 => Kind::Action,
                    2 => Kind::Bullet,
                    _ => Kind::Paragraph,
                };
                Block { kind, level, restricted, ..Block::paragraph(BlockId(id), text) }
            });
            meeting.items.push(Item { id: ItemId(n as u32 + 10), heading, minutes: minutes.collect() });
        }
        let mut blocks = meeting.items.iter().flat_map(|item| &item.minutes);
        let texts: BTreeSet<&str> = blocks.clone().map(|block| block.text.as_str()).collect();
        if texts.len() < blocks.clone().count() {
            return None;
        }
        (blocks.clone().count() > 3 && blocks.any(|block| !block.restricted)).then_some(meeting)
    })
}

/// The blocks that a public copy shows, with their items.
fn shown(meeting: &Meeting, audience: Audience) -> Vec<(ItemId, usize)> {
    let copy = meeting.items.iter().flat_map(|item| {
        let mut above: Option<u8> = None;
        item.minutes.iter().enumerate().filter_map(move |(at, block)| {
            let hangs = above.is_some_and(|level| {
                block.level > level || (block.kind == Kind::Bullet && block.level == level)
            });
            if !hangs {
                above = block.restricted.then_some(block.level);
            }
            let is_open = audience == Audience::Full || !(block.restricted || hangs);
            is_open.then_some((item.id, at))
        })
    });
    copy.collect()
}

fn block_mut(meeting: &mut Meeting, item: ItemId, at: usize) -> &mut Block {
    let item = meeting.items.iter_mut().find(|other| other.id == item).unwrap();
    &mut item.minutes[at]
}

fn audience(is_public: bool) -> Audience {
    if is_public { Audience::Public } else { Audience::Full }
}

fn format(is_word: bool) -> &'static str {
    if is_word { "docx" } else { "text" }
}

proptest! {
    #![proptest_config(draws(64))]

    #[test]
    fn what_comes_back_as_it_went_out_has_no_change(
        deeds in deeds(), style in 0..20usize, is_public: bool, is_word: bool,
    ) {
        let mut meeting = Meeting::default();
        for (n, deed) in deeds.iter().enumerate() {
            if let Some(edit) = edit(&meeting, deed, 1000 + n as u32) {
                let _ = meeting.apply(&edit);
            }
        }
        let style = styles()[style % styles().len()];
        let bytes = printed(&meeting, format(is_word), style, audience(is_public));
        match changes(&meeting, &bytes) {
            Ok(changes) => prop_assert_eq!(changes, vec![], "{}", String::from_utf8_lossy(&bytes)),
            Err(mismatch) => prop_assert_eq!(mismatch, Mismatch::Nothing),
        }
    }

    #[test]
    fn minutes_that_come_back_as_they_went_out_have_no_change(
        meeting in minuted(), style in 0..20usize, is_public: bool, is_word: bool,
    ) {
        let style = styles()[style % styles().len()];
        let bytes = printed(&meeting, format(is_word), style, audience(is_public));
        if let Ok(changes) = changes(&meeting, &bytes) {
            prop_assert_eq!(changes, vec![], "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn words_that_were_changed_are_told_of_their_blocks(
        meeting in minuted(), style in 0..20usize, is_public: bool, is_word: bool,
        edits in prop::collection::vec((0..100usize, 0..100usize, "[xyz]{3,8}", 0..3u8), 1..4),
    ) {
        let style = styles()[style % styles().len()];
        let audience = audience(is_public);
        let shown = shown(&meeting, audience);
        prop_assume!(!shown.is_empty());
        let mut changed = meeting.clone();
        for (block, word, new, how) in edits {
            let (item, at) = shown[block % shown.len()];
            let block = block_mut(&mut changed, item, at);
            let mut words: Vec<&str> = block.text.split(' ').collect();
            let word = word % words.len();
            match how {
                0 => words[word] = &new,
                1 => words.insert(word, &new),
                _ if words.len() > 4 => drop(words.remove(word)),
                _ => {}
            }
            block.text = words.join(" ");
        }
        let mut expected = Vec::new();
        for (item, at) in &shown {
            let (old, new) = (&block_mut(&mut meeting.clone(), *item, *at).clone(), block_mut(&mut changed, *item, *at));
            if old.text != new.text {
                expected.push(format!("{:?} reworded: {}", Subject::Block(*item, old.id), new.text));
            }
        }
        let bytes = printed(&changed, format(is_word), style, audience);
        let found: Vec<String> = changes(&meeting, &bytes).unwrap().iter().map(told).collect();
        prop_assert_eq!(found, expected, "{}", String::from_utf8_lossy(&printed(&changed, "text", style, audience)));
    }

    #[test]
    fn a_paragraph_that_is_gone_was_struck_and_one_that_came_is_added_in_its_place(
        meeting in minuted(), style in 0..20usize, is_word: bool, at in 0..100usize, new in paragraph(), adds: bool,
    ) {
        let style = styles()[style % styles().len()];
        let printed_blocks = shown(&meeting, Audience::Full);
        let (item, at) = printed_blocks[at % printed_blocks.len()];
        let mut changed = meeting.clone();
        let block = block_mut(&mut changed, item, at).clone();
        let minutes = &mut changed.items.iter_mut().find(|other| other.id == item).unwrap().minutes;
        let new = format!("Zephyr xylem {new}");
        let expected = if adds {
            minutes.insert(at + 1, Block { level: block.level, ..Block::paragraph(BlockId(999), &new) });
            format!("{:?} added: {new}", Subject::Block(item, block.id))
        } else {
            minutes.remove(at);
            format!("{:?} struck: ", Subject::Block(item, block.id))
        };
        // A copy that does not say that it is not for publication is taken for a public one.
        let has_restricted = |meeting: &Meeting| shown(meeting, Audience::Public).len() < shown(meeting, Audience::Full).len();
        prop_assume!(has_restricted(&meeting) == has_restricted(&changed));
        let bytes = printed(&changed, format(is_word), style, Audience::Full);
        let found = changes(&meeting, &bytes);
        if let Err(mismatch) = &found {
            prop_assert!(!adds && matches!(mismatch, Mismatch::Other(_)));
            return Ok(());
        }
        // A paragraph that hangs from a restricted one is printed with the word.
        let found = found.unwrap().iter().map(|change| told(change).replace("[RESTRICTED] ", "")).collect::<Vec<_>>();
        // What is printed about an item goes with the last of its words, and is noted.
        let found: Vec<String> = found.into_iter().filter(|told| !told.contains(" noted: ")).collect();
        prop_assert_eq!(found, vec![expected], "{}", String::from_utf8_lossy(&printed(&changed, "text", style, Audience::Full)));
    }

    #[test]
    fn whatever_comes_back_is_read_or_refused_and_reaches_no_screen_raw(
        meeting in minuted(), is_word: bool,
        cuts in prop::collection::vec((0..100usize, 0..100usize, 0..4u8, "[\\x00-\\x7f\u{9b}\u{202e}é ]{0,40}"), 0..12),
        bytes in prop::collection::vec((0..10_000usize, any::<u8>()), 0..4),
    ) {
        let text = String::from_utf8(printed(&meeting, "text", styles()[0], Audience::Full)).unwrap();
        let mut parts: Vec<String> = text.split("\n\n").map(str::to_owned).collect();
        for (at, other, deed, wild) in cuts {
            let (at, other) = (at % parts.len(), other % parts.len());
            match deed {
                0 => parts.swap(at, other),
                1 => parts[at] = parts[other].clone(),
                2 => parts[at] = wild,
                _ => parts.insert(at, wild),
            }
        }
        let mut copy = parts.join("\n\n").into_bytes();
        if is_word {
            copy = printed(&meeting, "docx", styles()[0], Audience::Full);
        }
        for (at, byte) in bytes {
            let at = at % copy.len();
            copy[at] = byte;
        }
        let Ok(copy) = read_copy(&copy) else { return Ok(()) };
        let profile = Profile::default();
        let Ok(found) = compare(&meeting, &styles(), &profile, &copy) else { return Ok(()) };
        for change in found.changes {
            prop_assert!(!minutebook::text::has_control(&told(&change)), "{change:?}");
            if let Subject::Block(item, block) = change.on {
                prop_assert!(meeting.block(item, block).is_some(), "{change:?}");
            }
        }
    }

    #[test]
    fn whoever_takes_every_change_has_what_came_back(
        meeting in minuted(), style in 0..20usize, is_word: bool,
        deeds in prop::collection::vec((0..4u8, 0..100usize, 0..100usize, paragraph()), 1..8),
    ) {
        let style = styles()[style % styles().len()];
        let mut changed = meeting.clone();
        for (n, (deed, at, word, text)) in deeds.into_iter().enumerate() {
            let blocks = shown(&changed, Audience::Full);
            if blocks.is_empty() {
                break;
            }
            let (item, at) = blocks[at % blocks.len()];
            let minutes = &mut changed.items.iter_mut().find(|other| other.id == item).unwrap().minutes;
            match deed {
                0 => drop(minutes.remove(at)),
                1 => {
                    let level = minutes[at].level;
                    minutes.insert(at + 1, Block { level, ..Block::paragraph(BlockId(900 + n as u32), text) });
                }
                _ => {
                    let words = minutes[at].text.split(' ').collect::<Vec<_>>();
                    let (before, after) = words.split_at(word % words.len());
                    minutes[at].text = [before, &["xyzzy"], after].concat().join(" ");
                }
            }
        }
        let bytes = printed(&changed, format(is_word), style, Audience::Full);
        let Ok(changes) = changes(&meeting, &bytes) else { return Ok(()) };
        let is_certain =
            |change: &Change| matches!(change.what, What::Reword(_) | What::Strike | What::Add(_));
        // What is not certain is told as that; only what is told as certain has to be true.
        if changes.iter().all(is_certain) {
            let taken = taken(&meeting, &changes);
            prop_assert_eq!(texts(&taken), texts(&changed), "{:#?}", changes.iter().map(told).collect::<Vec<_>>());
        }
    }
}

/// A style that prints no items without minutes fitted as well, because the words of their titles made up for those of the
/// paragraphs that were struck; and then the titles were taken for paragraphs that were added.
#[test]
fn titles_with_the_words_of_struck_paragraphs_are_still_titles() {
    let matters: [(&str, &[&str]); 5] = [
        ("Matter 0 the the the the the", &["the the the the the the."]),
        ("Matter 1 pontoon pontoon the the the", &[]),
        (
            "Matter 2 the the the the the",
            &[
                "the the the the the of.",
                "pontoon the the the pontoon the.",
                "would the the the the the.",
                "March March tender members the the.",
            ],
        ),
        ("Matter 3 tender members March would March", &[]),
        ("Matter 4 the the the the the", &["the the the the the that.", "the the the the the Board."]),
    ];
    let mut meeting = crate::stage::meeting();
    let item = |n: usize, (title, minutes): &(&str, &[&str])| {
        let heading =
            Heading { title: (*title).to_owned(), label: (n + 1).to_string(), ..Heading::default() };
        let resolution = |(at, text): (usize, &&str)| Block {
            kind: Kind::Resolution,
            ..Block::paragraph(BlockId((100 + n * 10 + at) as u32), *text)
        };
        let minutes = minutes.iter().enumerate().map(resolution).collect();
        Item { id: ItemId(n as u32 + 10), heading, minutes }
    };
    meeting.items = matters.iter().enumerate().map(|(n, matter)| item(n, matter)).collect();
    let mut changed = meeting.clone();
    changed.items[2].minutes.truncate(1);
    for style in styles() {
        let bytes = printed(&changed, "text", style, Audience::Full);
        let found: Vec<String> = changes(&meeting, &bytes).unwrap().iter().map(told).collect();
        let struck = |block| format!("{:?} struck: ", Subject::Block(ItemId(12), BlockId(block)));
        assert_eq!(found, [121, 122, 123].map(struck), "{}", style.name);
    }
}

/// The number of an item that has no title yet was in no piece of the draft, and a copy seemed to be of another style, in
/// which the item after it has that number.
#[test]
fn an_item_without_a_title_is_there_by_its_number() {
    let mut meeting = Meeting::default();
    let item = |id: u32, title: &str| Item {
        id: ItemId(id),
        heading: Heading { title: title.into(), ..Heading::default() },
        minutes: vec![],
    };
    meeting.items = vec![item(1, ""), item(2, "a"), item(3, "")];
    meeting.items[1].minutes.push(Block { kind: Kind::Bullet, ..Block::paragraph(BlockId(9), "e") });
    for style in styles() {
        let bytes = printed(&meeting, "text", style, Audience::Full);
        assert_eq!(changes(&meeting, &bytes).unwrap(), vec![], "{}", style.name);
    }
}

/// What cannot be seen is lost on the way, and then only a row of dots is left of the name of the body.
#[test]
fn a_row_of_dots_is_no_word_whatever_is_hidden_in_it() {
    let mut meeting = crate::stage::meeting();
    meeting.head.body = "\u{200d}...".into();
    meeting.items[0].minutes = vec![Block::paragraph(BlockId(900), "The berths were let for the winter.")];
    let bytes = printed(&meeting, "text", styles()[0], Audience::Full);
    assert_eq!(changes(&meeting, &bytes).unwrap(), vec![]);
}

/// The words of the blocks of each item.
fn texts(meeting: &Meeting) -> Vec<Vec<String>> {
    let words = |block: &Block| block.text.replace("[RESTRICTED] ", "").replace("RESOLVED ", "");
    meeting.items.iter().map(|item| item.minutes.iter().map(words).collect()).collect()
}

/// A meeting after every change was taken.
fn taken(meeting: &Meeting, changes: &[Change]) -> Meeting {
    let mut taken = meeting.clone();
    let mut struck = Vec::new();
    for (n, change) in changes.iter().enumerate() {
        let item = taken.items.iter_mut().find(|item| Some(item.id) == change.on.item()).unwrap();
        let at = match change.on {
            Subject::Block(_, id) => item.minutes.iter().position(|block| block.id == id).map(|at| at + 1),
            _ => Some(0),
        };
        let at = at.unwrap();
        match &change.what {
            What::Reword(words) => item.minutes[at - 1].text.clone_from(words),
            What::Strike => struck.push(item.minutes[at - 1].id),
            What::Add(words) => {
                let added = item.minutes[at..].iter().take_while(|block| block.id.0 >= 2000).count();
                item.minutes.insert(at + added, Block::paragraph(BlockId(2000 + n as u32), words));
            }
            _ => unreachable!(),
        }
    }
    taken.items.iter_mut().for_each(|item| item.minutes.retain(|block| !struck.contains(&block.id)));
    taken
}
