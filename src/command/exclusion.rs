//! Restricted business: excluding the public and readmitting it. Entering a restricted item offers the exclusion
//! where it is not minuted yet; it never waits for an answer.

use super::forms::names;
use super::motions::now;
use super::offer::Offer;
use super::settle::{Settled, somebody};
use super::{Command, Group, Possible, Scope, arrival, on_an_item};
use crate::desk::Desk;
use crate::desk::form::{Entry, Form, Purpose};
use crate::desk::writing::Caret;
use crate::domain::agenda::{Heading, Item};
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

/// What is offered at a restricted item for which the exclusion is not minuted. A plain statement needs no vote, and
/// the agenda may have it already.
pub(super) fn offered(desk: &Desk) -> Option<Offer> {
    let meeting = desk.meeting();
    let item = desk.item().filter(|item| meeting.is_restricted(item))?;
    let wanted = desk.profile().exclusion.is_resolved() && !meeting.is_public_excluded(item.id);
    wanted.then(|| Offer {
        said: "Was the exclusion of the public carried?".to_owned(),
        does: "minutes it",
        command: "exclude-public",
        about: "Exclusion",
    })
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

/// The paragraphs stand with the items.
const WRITTEN: &str = "as written with the items";

const OUTCOMES: [Decision; 3] = [Decision::Carried, Decision::Lost, Decision::Moved];

fn open(desk: &mut Desk) {
    let Some(item) = desk.writing.item else { return };
    let profile = desk.profile();
    let mut entries = vec![Entry::words("Items", items_in_words(desk))];
    if !profile.exclusion.grounds().is_empty() {
        let grounds = profile.exclusion.grounds().iter();
        let told = grounds.map(|ground| format!("{} {}", ground.paragraph, ground.about));
        entries.push(Entry::one_of(
            "Paragraph",
            std::iter::once(WRITTEN.to_owned()).chain(told).collect(),
            0,
        ));
    }
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
    desk.ask(form);
}

/// Minutes the exclusion where everybody can read it. Lost, the items are public.
pub(super) fn settle(desk: &mut Desk, form: &Form, at: ItemId) -> Settled {
    let exclusion = &desk.profile().exclusion;
    let exempt = grounded(exclusion, form, read(desk.meeting(), &form.words("Items"))?)?;
    let decision = OUTCOMES.get(form.chosen("Outcome")).copied().unwrap_or_default();
    let kind = if exclusion.is_resolved() {
        Kind::Motion(Box::new(moved(desk, form, decision, &exempt)?))
    } else {
        Kind::Procedural
    };
    let home = home(desk, at, &exempt);
    // An item of its own may change how those without a label are called.
    let mut meeting = desk.meeting().clone();
    home.own.iter().for_each(|insert| drop(meeting.apply(insert)));
    let spoken_of = form.words("Public interest") == "is spoken of";
    let words = exclusion::words(&meeting, exclusion, &exempt, spoken_of);
    let restricted = (decision != Decision::Moved).then_some(decision == Decision::Carried);
    let mut edits: Vec<Edit> = home.own.clone().into_iter().collect();
    if let Some(restricted) = restricted.filter(|_| exclusion.is_resolved()) {
        edits.extend(exempt.iter().filter_map(|exempt| marked(&meeting, exempt.item, restricted)));
    }
    let block = desk.new_block(kind, 0, &words);
    let id = block.id;
    edits.push(Edit::insert(home.below.map(Into::into), Thing::Block(home.item, block)));
    edits.extend(desk.giving_way().filter(|_| home.item == at));
    desk.change("Minuted the exclusion of the public", edits);
    if home.item == at {
        desk.go_to(at, Caret::new(id, usize::MAX));
    }
    desk.say(told(desk, &home, decision));
    arrival::follow(desk);
    Ok(())
}

/// Gives the paragraph that was chosen for all to those items that have none of their own.
fn grounded(exclusion: &Exclusion, form: &Form, mut exempt: Vec<Exempt>) -> Result<Vec<Exempt>, String> {
    let grounds = exclusion.grounds();
    let all = form.chosen("Paragraph").checked_sub(1).and_then(|at| grounds.get(at));
    for exempt in exempt.iter_mut().filter(|exempt| exempt.paragraphs.is_empty()) {
        exempt.paragraphs.extend(all.map(|ground| ground.paragraph));
    }
    let known = |paragraph: &u8| grounds.iter().any(|ground| ground.paragraph == *paragraph);
    let unknown = exempt.iter().flat_map(|exempt| &exempt.paragraphs).find(|paragraph| !known(paragraph));
    match (unknown, grounds.first(), grounds.last()) {
        (Some(unknown), Some(first), Some(last)) => {
            let (first, last) = (first.paragraph, last.paragraph);
            Err(format!("there is no paragraph {unknown}; the law has {first} to {last}"))
        }
        _ => stated(exclusion, exempt),
    }
}

/// A resolution has to state the description of the exempt information in terms of Schedule 12A (LGA 1972 s100A(5)), so
/// none is built that leaves a place for it. The clerk's own words can say anything.
fn stated(exclusion: &Exclusion, exempt: Vec<Exempt>) -> Result<Vec<Exempt>, String> {
    let is_bare = exempt.iter().any(|exempt| exempt.paragraphs.is_empty());
    match exclusion.grounds().iter().map(|ground| ground.paragraph).max().filter(|_| is_bare) {
        Some(last) => Err(format!(
            "the law wants a paragraph for every item: write it behind the item, as in C1 {last}, or choose one"
        )),
        None => Ok(exempt),
    }
}

/// The motion as the form has it.
fn moved(desk: &Desk, form: &Form, decision: Decision, exempt: &[Exempt]) -> Result<Motion, String> {
    Ok(Motion {
        mover: somebody(desk, &form.words("Mover"))?,
        seconder: somebody(desk, &form.words("Seconder"))?,
        decision,
        subject: Subject::Exclusion(exempt.to_vec()),
        put: now(desk).filter(|_| decision.is_voted()),
        ..Motion::default()
    })
}

/// What is said when the exclusion is minuted.
fn told(desk: &Desk, home: &Home, decision: Decision) -> String {
    let place = match &home.own {
        Some(_) => "Minuted as an item of its own.".to_owned(),
        None => format!("Minuted under item {}.", desk.meeting().public_name(home.item)),
    };
    let then = match decision {
        Decision::Lost => "The items are public now.",
        _ => "The words are yours to change.",
    };
    format!("{place} {then}")
}

/// The edit that makes an item restricted or public, where it is not.
fn marked(meeting: &Meeting, item: ItemId, restricted: bool) -> Option<Edit> {
    let found = meeting.item(item)?;
    if meeting.is_restricted(found) == restricted {
        return None;
    }
    let new = Heading { restricted: Some(restricted), ..found.heading.clone() };
    let old = Thing::Heading(item, found.heading.clone());
    Some(Edit::replace(old, Thing::Heading(item, new)))
}

/// Where the exclusion is minuted.
struct Home {
    item: ItemId,
    below: Option<BlockId>,
    /// What puts the item on the agenda, where it is not there yet.
    own: Option<Edit>,
}

/// Where everybody can read it: below the cursor in a public item; else under the item that the agenda has for it; a
/// plain statement at the end of the public business before; and a resolution, for which the agenda has nothing, as an
/// item of its own before those that it is about. Minutes are printed so: a resolution is no part of another matter.
fn home(desk: &mut Desk, at: ItemId, exempt: &[Exempt]) -> Home {
    let meeting = desk.meeting();
    let is_public = |id: ItemId| meeting.item(id).is_some_and(|item| !meeting.is_restricted(item));
    let under = |item: ItemId| {
        let below = meeting.item(item).and_then(|item| item.minutes.last()).map(|block| block.id);
        Home { item, below, own: None }
    };
    if is_public(at) {
        return Home { item: at, below: desk.here().map(|(_, block)| block.id), own: None };
    }
    let resolved = desk.profile().exclusion.is_resolved();
    let known = if resolved { meeting.exclusion_item(at) } else { meeting.public_item_before(at) };
    match known {
        Some(item) => under(item),
        None if resolved => own_item(desk, at, exempt),
        None => under(at),
    }
}

/// The title of an item that the agenda does not have.
const TITLE: &str = "Exclusion of the public";

/// An item for the exclusion, before the first of those that it is about, and taken just before the one on the desk.
fn own_item(desk: &mut Desk, at: ItemId, exempt: &[Exempt]) -> Home {
    let id = ItemId(desk.session.draw_id());
    let meeting = desk.meeting();
    let places = exempt.iter().map(|exempt| exempt.item).chain([at]);
    let place = places.filter_map(|item| meeting.place_of(item)).min().unwrap_or(0);
    let before = place.checked_sub(1).and_then(|before| meeting.items.get(before));
    let next = || meeting.items.iter().filter_map(|item| item.heading.taken).max().unwrap_or(0) + 1;
    let open = meeting.course.status == Status::Open;
    let taken = meeting.item(at).and_then(|item| item.heading.taken).or_else(|| open.then(next));
    let heading = Heading {
        title: TITLE.to_owned(),
        part: before.and_then(|before| before.heading.part),
        restricted: Some(false),
        taken,
        ..Heading::default()
    };
    let thing = Thing::Item(Item { id, heading, minutes: Vec::new() });
    let after = before.map(|before| before.id.into());
    Home { item: id, below: None, own: Some(Edit::insert(after, thing)) }
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

/// What is said of the return of the public where the public cannot read it.
const UNSEEN: &str =
    "This item is restricted, so no public copy tells it; undo, and minute it under a public item.";

fn readmit(desk: &mut Desk) {
    let Some(item) = desk.writing.item else { return };
    let after = desk.here().map(|(_, block)| block.id.into());
    let words = desk.profile().words.readmitted.clone();
    let block = desk.new_block(Kind::Procedural, 0, &words);
    let id = block.id;
    let put = Edit::insert(after, Thing::Block(item, block));
    let edits = [put].into_iter().chain(desk.giving_way()).collect();
    if desk.change("Minuted that the public came back", edits) {
        desk.go_to(item, Caret::new(id, usize::MAX));
        if desk.item().is_some_and(|item| desk.meeting().is_restricted(item)) {
            desk.warn(UNSEEN);
        }
    }
}
