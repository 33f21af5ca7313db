//! Restricted business: excluding the public and readmitting it. Entering a restricted item offers the exclusion
//! where it is not minuted yet; it never waits for an answer.

use super::forms::names;
use super::motions::now;
use super::settle::{Settled, somebody};
use super::{Command, Group, Possible, Scope, offer, on_an_item};
use crate::desk::form::{Entry, Form, Purpose};
use crate::desk::writing::Caret;
use crate::desk::{Desk, Overlay};
use crate::domain::agenda::Heading;
use crate::domain::edit::{Edit, Thing};
use crate::domain::exclusion;
use crate::domain::id::{BlockId, ItemId};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::minutes::Kind;
use crate::domain::motions::{Decision, Exempt, Motion, Subject};
use crate::domain::profile::Exclusion;

pub(super) static COMMANDS: [Command; 2] = [
    Command {
        name: "exclude-public",
        help: "Minutes the exclusion of the public from restricted items, in the words of the body's law.",
        group: Group::Motions,
        scope: Scope::Everywhere,
        keys: &[],
        foot: "",
        when: can_exclude,
        run: open,
    },
    Command {
        name: "readmit-public",
        help: "Minutes that the public came back.",
        group: Group::Motions,
        scope: Scope::Everywhere,
        keys: &[],
        foot: "",
        when: on_an_item,
        run: readmit,
    },
];

fn can_exclude(desk: &Desk) -> Possible {
    on_an_item(desk)?;
    match desk.profile().exclusion {
        Exclusion::None => Err("This body's profile says nothing about excluding the public.".into()),
        _ => Ok(()),
    }
}

/// Offers the exclusion when the clerk has come to a restricted item for which it is not minuted.
pub(super) fn notice(desk: &mut Desk, before: Option<ItemId>) {
    let now = desk.writing.item;
    let meeting = desk.meeting();
    let restricted = desk.item().is_some_and(|item| meeting.is_restricted(item));
    if now == before || !restricted || meeting.course.status != Status::Open || can_exclude(desk).is_err() {
        return;
    }
    let Some(item) = now else { return };
    // A plain statement needs no vote; the agenda may have it already.
    let wanted = desk.profile().exclusion.is_resolved() && !meeting.is_public_excluded(item);
    if wanted {
        offer::offer(desk, "Was the exclusion of the public carried?", "minutes it", "exclude-public");
    }
}

/// The restricted items that the exclusion would cover, as they are typed: `C1 3; C2 1, 3`.
fn items_in_words(desk: &Desk) -> String {
    let meeting = desk.meeting();
    let restricted = meeting.items.iter().filter(|item| meeting.is_restricted(item));
    let here = desk.writing.item.filter(|_| restricted.clone().next().is_none());
    let ids = restricted.map(|item| item.id).chain(here);
    let wants_grounds = !desk.profile().exclusion.grounds().is_empty();
    let name = |id| format!("{}{}", meeting.public_name(id), if wants_grounds { " …" } else { "" });
    ids.map(name).collect::<Vec<_>>().join("; ")
}

const OUTCOMES: [Decision; 3] = [Decision::Carried, Decision::Lost, Decision::Moved];

fn open(desk: &mut Desk) {
    let Some(item) = desk.writing.item else { return };
    let profile = desk.profile();
    let label = if profile.exclusion.grounds().is_empty() { "Items" } else { "Items, paragraphs" };
    let mut entries = vec![Entry::words(label, items_in_words(desk))];
    if let Exclusion::Resolution { public_interest, .. } = &profile.exclusion {
        entries.push(Entry::completed("Mover", "", names(desk)));
        entries.push(Entry::completed("Seconder", "", names(desk)));
        let outcomes = OUTCOMES.map(|outcome| outcome.word().to_owned()).to_vec();
        entries.push(Entry::one_of("Outcome", outcomes, 0));
        if !public_interest.is_empty() {
            let choices = vec!["is spoken of".to_owned(), "is not spoken of".to_owned()];
            entries.push(Entry::one_of("Public interest", choices, 0));
        }
    }
    let form = Form::new(Purpose::Exclusion(item), "Excluding the public", entries);
    desk.overlays.push(Overlay::Form(form));
}

/// Minutes the exclusion at the end of the public business before it. Lost, the items are public.
pub(super) fn settle(desk: &mut Desk, form: &Form, at: ItemId) -> Settled {
    let exclusion = &desk.profile().exclusion;
    let label = if exclusion.grounds().is_empty() { "Items" } else { "Items, paragraphs" };
    let exempt = read(desk.meeting(), &form.words(label))?;
    let words =
        exclusion::words(desk.meeting(), exclusion, &exempt, form.words("Public interest") == "is spoken of");
    let decision = OUTCOMES.get(form.chosen("Outcome")).copied().unwrap_or_default();
    let kind = if exclusion.is_resolved() {
        Kind::Motion(Box::new(Motion {
            mover: somebody(desk, &form.words("Mover"))?,
            seconder: somebody(desk, &form.words("Seconder"))?,
            decision,
            subject: Subject::Exclusion(exempt.clone()),
            put: now(desk).filter(|_| decision.is_voted()),
            ..Motion::default()
        }))
    } else {
        Kind::Procedural
    };
    let restricted = (decision != Decision::Moved).then_some(decision == Decision::Carried);
    let mut edits: Vec<Edit> = Vec::new();
    if let Some(restricted) = restricted.filter(|_| exclusion.is_resolved()) {
        edits.extend(exempt.iter().filter_map(|exempt| marked(desk.meeting(), exempt.item, restricted)));
    }
    let (item, below) = place(desk, at);
    let block = desk.new_block(kind, 0, &words);
    let id = block.id;
    edits.push(Edit::Insert { after: below.map(Into::into), thing: Thing::Block(item, block) });
    desk.change("Minuted the exclusion of the public", edits);
    if item == at {
        desk.go_to(item, Caret::new(id, usize::MAX));
    }
    let name = desk.meeting().public_name(item);
    match decision {
        Decision::Lost => desk.say(format!("Minuted under item {name}. The items are public now.")),
        _ => desk.say(format!("Minuted under item {name}, which is public. The words are yours to change.")),
    }
    Ok(())
}

/// The edit that makes an item restricted or public, where it is not.
fn marked(meeting: &Meeting, item: ItemId, restricted: bool) -> Option<Edit> {
    let found = meeting.item(item)?;
    if meeting.is_restricted(found) == restricted {
        return None;
    }
    let new = Heading { restricted: Some(restricted), ..found.heading.clone() };
    let old = Thing::Heading(item, found.heading.clone());
    Some(Edit::Replace { old, new: Thing::Heading(item, new) })
}

/// Where the exclusion is minuted: below the cursor in a public item; from a restricted one, at the end of the
/// last public item before it, so that everybody can read it.
fn place(desk: &Desk, at: ItemId) -> (ItemId, Option<BlockId>) {
    let meeting = desk.meeting();
    let is_public = |item: &&crate::domain::agenda::Item| !meeting.is_restricted(item);
    let before = meeting.place_of(at).unwrap_or(0);
    if meeting.item(at).filter(is_public).is_none()
        && let Some(item) = meeting.items.iter().take(before).rev().find(is_public)
    {
        return (item.id, item.minutes.last().map(|block| block.id));
    }
    (at, desk.here().map(|(_, block)| block.id))
}

/// Reads `C1 3; C2 1, 3`.
fn read(meeting: &Meeting, words: &str) -> Result<Vec<Exempt>, String> {
    let mut exempt = Vec::new();
    for part in words.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let mut words = part.split([' ', ',']).filter(|word| !word.is_empty());
        let name = words.next().unwrap_or_default();
        let same = |id: ItemId| meeting.public_name(id).eq_ignore_ascii_case(name);
        let item = meeting.items.iter().map(|item| item.id).find(|id| same(*id));
        let item = item.ok_or_else(|| format!("no item is called {name}; write `C1 3; C2 1, 3`"))?;
        let mut paragraphs = Vec::new();
        for word in words.filter(|word| *word != "…") {
            let wrong = || format!("a paragraph is a number, such as 3; `{word}` is not");
            paragraphs.push(word.parse().map_err(|_| wrong())?);
        }
        exempt.push(Exempt { item, paragraphs });
    }
    if exempt.is_empty() { Err("say from which items: `C1 3; C2 1, 3`".into()) } else { Ok(exempt) }
}

fn readmit(desk: &mut Desk) {
    let Some(item) = desk.writing.item else { return };
    let after = desk.here().map(|(_, block)| block.id.into());
    let words = desk.profile().words.readmitted.clone();
    let block = desk.new_block(Kind::Procedural, 0, &words);
    let id = block.id;
    if desk.change(
        "Minuted that the public came back",
        vec![Edit::Insert { after, thing: Thing::Block(item, block) }],
    ) {
        desk.go_to(item, Caret::new(id, usize::MAX));
    }
}
