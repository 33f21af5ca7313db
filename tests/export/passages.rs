//! What is shown of one item while it is written is what the whole document prints of it.

use super::secrecy::{meeting, plans};
use crate::draws::draws;
use minutebook::domain::agenda::Item;
use minutebook::domain::id::BlockId;
use minutebook::domain::meeting::Meeting;
use minutebook::domain::profile::Profile;
use minutebook::domain::style::Style;
use minutebook::export::document::{Element, Origin, Paragraph, Role};
use minutebook::export::{Audience, Document, beside, text};
use minutebook::houses::Houses;
use proptest::prelude::*;

/// The last paragraph knows that the place to sign follows; that is nothing of the item.
fn apart_from_the_signature(element: Element) -> Element {
    match element {
        Element::Paragraph(told) => Element::Paragraph(Paragraph { is_signed: false, ..told }),
        other => other,
    }
}

/// Every passage stands in the document as it is, in the order of the agenda, and no item is printed beside them.
fn passages_are_the_document(meeting: &Meeting, style: &Style, audience: Audience) {
    let whole: Vec<Element> = Document::of(meeting, style, &Profile::default(), audience)
        .elements
        .into_iter()
        .map(apart_from_the_signature)
        .collect();
    let mut from = 0;
    let mut headings = 0;
    for item in &meeting.items {
        let passage = Document::passage(meeting, style, audience, item.id);
        let left_out = |element: &Element| matches!(element, Element::Paragraph(told) if told.role == Role::LeftOutItems);
        if passage.is_empty() || passage.iter().any(left_out) {
            continue;
        }
        let place = whole.get(from..).unwrap().windows(passage.len()).position(|window| window == passage);
        let place =
            place.unwrap_or_else(|| panic!("{}: {passage:#?} is not in {whole:#?}", item.heading.title));
        from += place + passage.len();
        headings += 1;
    }
    let is_item = |element: &&Element| matches!(element, Element::Heading(heading) if heading.is_item);
    assert_eq!(headings, whole.iter().filter(is_item).count());
}

#[test]
fn the_passages_of_a_meeting_that_has_everything_are_its_document() {
    for style in Houses::built_in().styles() {
        for audience in Audience::ALL {
            passages_are_the_document(&super::harbour::meeting(), style, audience);
        }
    }
}

#[test]
fn the_lines_of_the_elements_are_the_lines_of_the_text() {
    let document = Document::of(
        &super::harbour::meeting(),
        Houses::built_in().style_or_usual(""),
        &Profile::default(),
        Audience::Full,
    );
    let lines: Vec<String> =
        document.elements.iter().map(|element| text::lines(element, text::LINE).join("\n") + "\n").collect();
    assert_eq!(lines.join("\n"), text::excerpt(&document.elements));
}

/// Something that is met on the page, or in what is printed, in its order.
#[derive(Debug, PartialEq)]
enum Met {
    Block(BlockId),
    Told(String),
}

/// What the page shows of an item: its blocks, with the sentences beside them.
fn on_the_page(meeting: &Meeting, item: &Item, style: &Style) -> Vec<Met> {
    let beside = beside(meeting, item, style);
    let told =
        |at| beside.iter().filter(move |told| told.before == at).map(|told| Met::Told(told.words.clone()));
    let mut met = Vec::new();
    for (at, block) in item.minutes.iter().enumerate() {
        met.extend(told(at));
        met.push(Met::Block(block.id));
    }
    met.extend(told(item.minutes.len()));
    assert!(beside.iter().all(|told| told.before <= item.minutes.len()), "{beside:?}");
    met
}

/// What is printed of it, without what the page has in its heading.
fn in_print(passage: &[Element]) -> Vec<Met> {
    let met = passage.iter().filter_map(|element| match element {
        Element::Paragraph(told) => match (told.role, told.of) {
            (Role::Report | Role::Outcome, _) => None,
            (_, Origin::Words(_, block)) => Some(Met::Block(block)),
            _ => Some(Met::Told(told.text.clone())),
        },
        _ => None,
    });
    met.collect()
}

/// The page and the preview of it never contradict each other.
fn the_page_is_the_passage(meeting: &Meeting, style: &Style) {
    for item in &meeting.items {
        let passage = Document::passage(meeting, style, Audience::Full, item.id);
        if passage.is_empty() {
            continue;
        }
        let printed = in_print(&passage);
        let mut page = on_the_page(meeting, item, style);
        // The page has what nobody prints: notes, where the clerk is about to type, and a motion as it reads now beside
        // what is printed of how it was amended.
        page.retain(|met| matches!(met, Met::Told(_)) || printed.contains(met));
        assert_eq!(page, printed, "{}", item.heading.title);
    }
}

#[test]
fn the_page_of_a_meeting_that_has_everything_tells_what_is_printed() {
    for style in Houses::built_in().styles() {
        the_page_is_the_passage(&super::harbour::meeting(), style);
    }
}

proptest! {
    #![proptest_config(draws(64))]

    #[test]
    fn passages_are_what_the_document_prints(plans in plans(), public in any::<bool>()) {
        let audience = if public { Audience::Public } else { Audience::Full };
        for style in Houses::built_in().styles() {
            passages_are_the_document(&meeting(&plans), style, audience);
        }
    }

    #[test]
    fn the_page_tells_what_is_printed(plans in plans()) {
        for style in Houses::built_in().styles() {
            the_page_is_the_passage(&meeting(&plans), style);
        }
    }
}
