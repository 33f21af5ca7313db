//! The forms: what each asks for, and what stands in its fields at first. What becomes of the answers is in
//! [`super::settle`].

use crate::desk::form::{Entry, Form, Purpose, Value};
use crate::desk::{Desk, Saved};
use crate::domain::agenda::{Heading, Item, Outcome, Part};
use crate::domain::id::{ItemId, PartId, PersonId};
use crate::domain::meeting::{LastNumber, Restart, Turn};
use crate::domain::names::NameBook;
use crate::domain::people::{Membership, Mode, Move, Movement, Person, Standing};
use crate::domain::style::Counter;

/// The position of something among the choices.
pub(super) fn chosen<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|other| other == one).unwrap_or(0)
}

/// Everybody by name, whoever is there first: of two who fit what is typed, the one who is there is meant.
pub(super) fn names(desk: &Desk) -> Vec<String> {
    let meeting = desk.meeting();
    let mut people: Vec<&Person> = meeting.people.iter().collect();
    people.sort_by_key(|person| meeting.standing(person.id) != Standing::In);
    people.into_iter().map(|person| person.name.clone()).collect()
}

pub(super) fn item_names(desk: &Desk) -> Vec<String> {
    desk.meeting().items.iter().map(Item::name).collect()
}

/// The names of the house styles, and which of them the record has now.
pub(super) fn styles(desk: &Desk) -> (Vec<String>, usize) {
    let styles = desk.houses.style_names();
    let now = chosen(&styles, &desk.style().name);
    (styles, now)
}

/// The profiles that can be chosen, the guess first, and which of them the record has now.
fn profiles(desk: &Desk) -> (Vec<String>, usize) {
    let head = &desk.meeting().head;
    let known = desk.houses.profiles();
    let guess = format!("guessed: {}", desk.houses.guessed_profile_of(head).name);
    let now = known.iter().position(|profile| profile.name == head.profile).map_or(0, |at| at + 1);
    (std::iter::once(guess).chain(known.iter().map(|profile| profile.name.clone())).collect(), now)
}

pub(super) fn details(desk: &Desk) -> Form {
    let head = &desk.meeting().head;
    let date = head.date.map(|date| date.format("%-d %B %Y").to_string()).unwrap_or_default();
    let time = head.starts.map(|time| time.format("%H:%M").to_string()).unwrap_or_default();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let (styles, style) = styles(desk);
    let (profiles, profile) = profiles(desk);
    let entries = vec![
        Entry::words("Body", &head.body),
        Entry::words("Authority", &head.authority),
        Entry::one_of("Profile", profiles, profile),
        Entry::words("Called", head.document_noun()),
        Entry::words("Date", date),
        Entry::words("Starts", time),
        Entry::words("Venue", &head.venue),
        Entry::words("Contact", &head.contact),
        Entry::words("First minute number", number(head.numbering.first)),
        Entry::one_of(
            "Items without minutes",
            vec!["take no number".into(), "take a number".into()],
            usize::from(head.numbering.count_empty),
        ),
        Entry::one_of(
            "Numbers begin again",
            Restart::ALL.iter().map(|restart| restart.word().to_owned()).collect(),
            Restart::ALL.iter().position(|restart| *restart == head.numbering.restart).unwrap_or(0),
        ),
        Entry::words("Quorum", number(head.quorum)),
        Entry::one_of("Style", styles, style),
    ];
    let title = match head.numbering.last {
        Some(LastNumber { number, of: Some(day) }) => {
            format!("Last minute {number}, {}", day.format("%-d %b %Y"))
        }
        Some(LastNumber { number, of: None }) => format!("Last minute {number}"),
        None => "The meeting".to_owned(),
    };
    Form::new(Purpose::Details, title, entries)
}

pub(super) fn times(desk: &Desk) -> Form {
    let entries = desk.meeting().course.moments.iter().map(|moment| {
        let label = match moment.turn {
            Turn::Opened => "Opened",
            Turn::Adjourned => "Adjourned",
            Turn::Resumed => "Resumed",
            Turn::Closed => "Closed",
        };
        Entry::words(label, moment.at.format("%H:%M").to_string())
    });
    Form::new(Purpose::Times, "Times of the meeting", entries.collect())
}

pub(super) fn item(desk: &Desk, new: bool) -> Form {
    let heading = desk.item().map(|item| item.heading.clone()).unwrap_or_default();
    let parts = &desk.meeting().parts;
    let part = heading.part.and_then(|part| parts.iter().position(|other| other.id == part));
    let mut part_names = vec!["none".to_owned()];
    part_names.extend(parts.iter().map(|part| format!("{} {}", part.label, part.title).trim().to_owned()));
    let heading = if new { Heading { part: heading.part, ..Heading::default() } } else { heading };
    let entries = vec![
        Entry::words("Title", &heading.title),
        Entry::words("Label", &heading.label),
        Entry::words("Report", &heading.report),
        Entry::one_of("Part", part_names, part.map_or(0, |part| part + 1)),
        Entry::one_of("Added", ADDED.map(str::to_owned).to_vec(), added(&heading)),
        Entry::words(
            "Why",
            heading.admitted.as_ref().map(|admitted| admitted.why.clone()).unwrap_or_default(),
        ),
        Entry::one_of(
            "Outcome",
            OUTCOMES.map(str::to_owned).to_vec(),
            chosen(&Outcome::ALL, &heading.outcome),
        ),
    ];
    let id = desk.item().map(|item| item.id).filter(|_| !new);
    Form::new(Purpose::Item(id), if new { "A new item" } else { "The item" }, entries)
}

pub(super) fn part(desk: &Desk, id: PartId) -> Form {
    let part = desk.meeting().part(id);
    let words = |pick: fn(&Part) -> &String| part.map(pick).cloned().unwrap_or_default();
    let entries = vec![
        Entry::words("Title", words(|part| &part.title)),
        Entry::words("Label", words(|part| &part.label)),
        Entry::words("Statement", words(|part| &part.statement)),
        Entry::one_of(
            "Its items are",
            vec!["public".into(), "restricted".into()],
            usize::from(part.is_some_and(|part| part.restricted)),
        ),
    ];
    Form::new(Purpose::Part(id), "The part", entries)
}

pub(super) fn wording(desk: &Desk, item: ItemId, at: usize) -> Form {
    let text = desk.meeting().item(item).and_then(|item| item.heading.text.get(at));
    let entry = Entry::words("Words", text.cloned().unwrap_or_default());
    Form::new(Purpose::Wording(item, at), "What the agenda says", vec![entry])
}

/// A new item that came after the agenda was published: late, or as a matter of urgency.
pub(super) fn admitted(desk: &Desk, urgent: bool) -> Form {
    let mut form = item(desk, true);
    form.title = if urgent { "An urgent item" } else { "A late item" }.to_owned();
    for entry in &mut form.entries {
        if let ("Added", Value::OneOf(_, chosen)) = (entry.label, &mut entry.value) {
            *chosen = if urgent { 2 } else { 1 };
        }
    }
    form
}

/// How an item came onto the agenda, in words, in the order of their choice.
const ADDED: [&str; 3] = ["before publication", "late", "as a matter of urgency"];

fn added(heading: &Heading) -> usize {
    heading.admitted.as_ref().map_or(0, |admitted| if admitted.urgent { 2 } else { 1 })
}

/// The words for the outcomes, in their order.
const OUTCOMES: [&str; 5] =
    ["taken", "nothing to minute", "noted without discussion", "deferred", "withdrawn"];

pub(super) fn person(desk: &Desk, id: Option<PersonId>) -> Form {
    let known = id.and_then(|id| desk.meeting().person(id)).cloned();
    let person = known.unwrap_or_else(|| Person::new(PersonId(0), ""));
    let memberships = Membership::ALL.map(|membership| membership.word().to_owned()).to_vec();
    let entries = vec![
        Entry::words("Name", &person.name),
        Entry::one_of("Sits as", memberships, chosen(&Membership::ALL, &person.membership)),
        Entry::words("Role", &person.role),
        Entry::words("Post", &person.post),
        Entry::words("Organisation", &person.organisation),
        Entry::words("Also called", person.aliases.join("; ")),
    ];
    let title = if id.is_some() { "The person" } else { "Somebody new" };
    Form::new(Purpose::Person(id), title, entries)
}

pub(super) fn people() -> Form {
    Form::new(Purpose::People, "Add the people of a list (CSV)", vec![Entry::words("File", "")])
}

pub(super) fn substitute(desk: &Desk, member: PersonId) -> Form {
    let name = desk.meeting().person(member).map(|person| person.name.clone()).unwrap_or_default();
    let entry = Entry::completed("Substitute", "", names(desk));
    Form::new(Purpose::Substitute(member), format!("Who sits for {name}?"), vec![entry])
}

pub(super) fn merge(desk: &Desk, person: PersonId) -> Form {
    let meeting = desk.meeting();
    let name = meeting.person(person).map(|person| person.name.clone()).unwrap_or_default();
    let twins = NameBook::of(&meeting.people).twins();
    let twin = twins.iter().find_map(|(one, two)| match person {
        id if id == *one => Some(*two),
        id if id == *two => Some(*one),
        _ => None,
    });
    let twin = twin.and_then(|twin| meeting.person(twin)).map(|twin| twin.name.clone());
    let entry = Entry::completed("Is the same as", twin.unwrap_or_default(), names(desk));
    Form::new(Purpose::Merge(person), format!("Who else is {name}?"), vec![entry])
}

pub(super) fn movement(desk: &Desk, movement: &Movement) -> Form {
    let meeting = desk.meeting();
    let name = meeting.person(movement.person).map_or("Somebody", |person| &person.name);
    let item = movement.item.and_then(|item| meeting.item(item));
    let mut items = vec!["none: at the roll call, or after the business".to_owned()];
    items.extend(item_names(desk));
    let blocks = item.map(|item| item.minutes.as_slice()).unwrap_or_default();
    let mut places = vec!["nothing: its time tells the place".to_owned()];
    let mut counter = Counter::default();
    places.extend(blocks.iter().map(|block| {
        let mark = counter.mark(block, desk.style());
        format!("{} {}", mark.text(), block.text).trim().to_owned()
    }));
    let place = movement.after.and_then(|after| item?.position(after)).map_or(0, |at| at + 1);
    let time = movement.at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default();
    let entries = vec![
        Entry::one_of(
            "What",
            Move::ALL.map(|what| what.word().to_owned()).to_vec(),
            chosen(&Move::ALL, &movement.what),
        ),
        Entry::words("Time", time),
        Entry::one_of("Item", items, item.and_then(|item| meeting.place_of(item.id)).map_or(0, |at| at + 1)),
        Entry::one_of("Below", places, place),
        Entry::one_of(
            "How",
            vec!["in the room".into(), "online".into()],
            usize::from(movement.mode == Mode::Online),
        ),
        Entry::words("Why", &movement.why),
    ];
    Form::new(Purpose::Movement(movement.id), name, entries)
}

pub(super) fn park() -> Form {
    Form::new(Purpose::Park, "Park a thought", vec![Entry::words("Thought", "")])
}

/// What can be done about leaving while something is not saved.
const LEAVE: [&str; 3] =
    ["no, go on minuting", "no, save it in another place first", "yes, leave without saving"];

pub(super) fn save_elsewhere(desk: &Desk) -> Form {
    let place = desk.elsewhere.display().to_string();
    Form::new(
        Purpose::SaveElsewhere,
        "Keep the session in another place",
        vec![Entry::proposed("File", place)],
    )
}

pub(super) fn quit_unsaved(desk: &Desk) -> Form {
    let why = match &desk.saved {
        Saved::No(why) => why.clone(),
        _ => String::new(),
    };
    let entries = vec![Entry::one_of("Leave", LEAVE.map(str::to_owned).to_vec(), 0)];
    Form::new(Purpose::QuitUnsaved, format!("Not everything is saved: {why}"), entries)
}
