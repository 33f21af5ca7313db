//! Verbs of what is minuted: what a paragraph is, the actions, phrases, an item for the clipboard.

use super::{Command, Group, Possible, Scope, always, in_a_paragraph, on_an_item, stock};
use crate::desk::phrases::SIGN;
use crate::desk::picker::{Choice, Pick, Picker, Purpose};
use crate::desk::{Desk, Effect, Overlay, Rich};
use crate::domain::minutes::Kind;
use crate::export::document::{Element, Role};
use crate::export::{Audience, Document, html, text};

macro_rules! minutes {
    ($name:literal, $help:literal, $keys:expr, $foot:literal, $when:expr, $run:expr) => {
        Command {
            name: $name,
            help: $help,
            group: Group::Minutes,
            scope: Scope::Writing,
            keys: $keys,
            foot: $foot,
            when: $when,
            run: $run,
        }
    };
}

pub(super) static COMMANDS: [Command; 15] = [
    minutes!(
        "mark-resolution",
        "Makes this paragraph a resolution, or plain again.",
        &["Alt-R"],
        "Resolved",
        on_an_item,
        |desk| {
            desk.mark_as(&Kind::Resolution);
        }
    ),
    minutes!(
        "mark-action",
        "Makes this paragraph an action, or plain again.",
        &["Alt-A"],
        "",
        on_an_item,
        |desk| {
            desk.mark_as(&Kind::Action);
        }
    ),
    minutes!(
        "mark-note",
        "Makes this paragraph a private note that no export ever shows.",
        &["Alt-N"],
        "",
        on_an_item,
        |desk| {
            desk.mark_as(&Kind::Note);
        }
    ),
    minutes!(
        "mark-bullet",
        "Makes this paragraph a bullet, or plain again.",
        &["Alt-B"],
        "",
        on_an_item,
        |desk| {
            desk.mark_as(&Kind::Bullet);
        }
    ),
    minutes!(
        "mark-recommendation",
        "Makes this paragraph a recommendation to another body.",
        &[],
        "",
        on_an_item,
        |desk| {
            desk.mark_as(&Kind::Recommendation);
        }
    ),
    minutes!(
        "mark-procedural",
        "Makes this paragraph a procedural line, which takes no number.",
        &["Alt-L"],
        "",
        on_an_item,
        |desk| {
            desk.mark_as(&Kind::Procedural);
        }
    ),
    minutes!("mark-paragraph", "Makes this a plain paragraph.", &["Alt-T"], "", in_a_paragraph, |desk| {
        desk.mark_as(&Kind::Paragraph);
    }),
    minutes!(
        "toggle-restricted",
        "Restricts this paragraph, or makes it public again.",
        &["Alt-X"],
        "",
        in_a_paragraph,
        Desk::toggle_restricted
    ),
    minutes!(
        "adopt-recommendation",
        "Makes the recommendation of the item a resolution; again words it the other way.",
        &["Alt-E"],
        "Adopt",
        has_recommendations,
        Desk::adopt_recommendation
    ),
    minutes!(
        "stock-sentence",
        "Writes the usual sentence where an item has one: who sent apologies, that nobody declared anything.",
        &["Alt-W"],
        "",
        stock::has_sentence,
        stock::write
    ),
    minutes!(
        "phrases",
        "Lists the phrases that can be typed as ;abbreviations, and puts one in.",
        &[],
        "",
        on_an_item,
        open_phrases
    ),
    minutes!("actions", "Lists the actions agreed so far.", &["F5", "Alt-5"], "", always, open_actions),
    minutes!(
        "copy-item",
        "Copies the public minutes of this item to the clipboard.",
        &["Alt-K"],
        "",
        on_a_public_item,
        |desk| copy(desk, Audience::Public, |_| true)
    ),
    minutes!(
        "copy-item-in-full",
        "Copies the minutes of this item to the clipboard, restricted passages with them.",
        &[],
        "",
        on_an_item,
        |desk| copy(desk, Audience::Full, |_| true)
    ),
    minutes!(
        "copy-resolution",
        "Copies what was resolved or recommended under this item to the clipboard.",
        &[],
        "",
        has_resolution,
        |desk| copy(desk, Audience::Public, is_resolved)
    ),
];

fn has_recommendations(desk: &Desk) -> Possible {
    on_an_item(desk)?;
    if desk.has_recommendations() {
        Ok(())
    } else {
        Err("No recommendation is known for this item; agenda-paper can say which line is one.".into())
    }
}

fn open_phrases(desk: &mut Desk) {
    let choices = desk.phrases.iter().map(|phrase| Choice {
        name: format!("{SIGN}{}", phrase.short),
        detail: phrase.words.clone(),
        side: String::new(),
        barred: None,
        pick: Pick::Phrase(phrase.words.clone()),
    });
    let picker = Picker::new(Purpose::Phrases, choices.collect());
    desk.overlays.push(Overlay::Picker(picker));
}

fn open_actions(desk: &mut Desk) {
    let mut choices = Vec::new();
    for item in &desk.meeting().items {
        for block in item.minutes.iter().filter(|block| block.kind == Kind::Action) {
            let action = block.action();
            choices.push(Choice {
                name: if action.owners.is_empty() { "nobody yet".into() } else { action.owners.join(", ") },
                detail: action.task.to_owned(),
                side: item.heading.label.clone(),
                barred: None,
                pick: Pick::Words(item.id, block.id, block.text.len(), block.text.len()),
            });
        }
    }
    if choices.is_empty() {
        desk.say("No actions yet: begin a paragraph with ACTION: and the name of who is to act.");
    } else {
        desk.overlays.push(Overlay::Picker(Picker::new(Purpose::Actions, choices)));
    }
}

/// Can be done while the item on the desk is public, at least in part.
fn on_a_public_item(desk: &Desk) -> Possible {
    on_an_item(desk)?;
    match desk.item().is_some_and(|item| desk.meeting().is_restricted(item)) {
        true => Err("This item is restricted; copy-item-in-full copies it all the same.".into()),
        false => Ok(()),
    }
}

/// Can be done while something is resolved or recommended under the item on the desk.
fn has_resolution(desk: &Desk) -> Possible {
    on_a_public_item(desk)?;
    match excerpt(desk, Audience::Public).iter().any(is_resolved) {
        true => Ok(()),
        false => Err("Nothing public is resolved under this item.".into()),
    }
}

/// Whether an element says what was resolved or recommended.
fn is_resolved(element: &Element) -> bool {
    let Element::Paragraph(paragraph) = element else { return false };
    matches!(paragraph.role, Role::Resolution | Role::Recommendation)
}

fn excerpt(desk: &Desk, audience: Audience) -> Vec<Element> {
    let item = desk.writing.item;
    item.map(|item| Document::excerpt(desk.meeting(), desk.style(), audience, item)).unwrap_or_default()
}

/// Copies what is wanted of the item on the desk, as text and for editors that take more.
fn copy(desk: &mut Desk, audience: Audience, is_wanted: fn(&Element) -> bool) {
    let mut elements = excerpt(desk, audience);
    elements.retain(is_wanted);
    let (text, html) = (text::excerpt(&elements), html::excerpt(&elements));
    desk.order(Effect::CopyRich(Rich { text, html }));
}
