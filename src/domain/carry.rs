//! What a meeting takes over from the last meeting of its body: authority, people, style, quorum, open actions, and where the minute
//! numbers go on. Knows two records, and not where the last one was found.
//!
//! What the agenda says wins. Where it names members, they are the members, and the last record only adds what it
//! knows of them; where it names none, the last members are taken over. Officers and partners are taken over in
//! either case, guests and the public never.

use super::arising::{self, left_open};
use super::id::PersonId;
use super::meeting::{LastNumber, Meeting};
use super::people::{Membership, Person};
use super::same::{Compared, same_person};
use chrono::NaiveDate;

/// What was taken over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carried {
    /// The day of the last meeting.
    pub from: Option<NaiveDate>,
    /// How many people were put on the roll.
    pub added: usize,
    /// Of how many people whom the agenda names more is known now.
    pub completed: usize,
    /// The first minute number.
    pub first: Option<u32>,
    /// The quorum.
    pub quorum: Option<u32>,
    /// The house style.
    pub style: String,
    /// How many open actions are shown at the item for matters arising.
    pub actions: usize,
    /// How many actions are open that no item is for.
    pub unplaced: usize,
}

/// Takes over what a meeting needs from the last of its body. Minute numbers are taken over if they run on from
/// meeting to meeting in the body's style.
pub fn carry_on(new: &mut Meeting, last: &Meeting, numbers_run_on: bool) -> Carried {
    let mut carried = Carried { from: last.head.date, ..Carried::default() };
    people(new, last, &mut carried);
    let (head, before) = (&mut new.head, &last.head);
    for (now, then) in [
        (&mut head.authority, &before.authority),
        (&mut head.noun, &before.noun),
        (&mut head.profile, &before.profile),
    ] {
        if now.is_empty() {
            now.clone_from(then);
        }
    }
    if head.style.is_empty() && !before.style.is_empty() {
        head.style.clone_from(&before.style);
        carried.style.clone_from(&before.style);
    }
    if head.quorum.is_none() {
        head.quorum = before.quorum;
        carried.quorum = before.quorum;
    }
    if numbers_run_on {
        carried.first = numbers(new, last);
    }
    actions(new, last, &mut carried);
    carried
}

/// Shows what the last meeting left open at the item for it.
fn actions(new: &mut Meeting, last: &Meeting, carried: &mut Carried) {
    let open = left_open(last);
    let place = arising::place(new);
    match new.items.iter_mut().find(|item| Some(item.id) == place) {
        Some(item) => {
            carried.actions = open.len();
            item.heading.arising = open;
        }
        None => carried.unplaced = open.len(),
    }
}

/// Lets the minute numbers go on after those of the last meeting. Returns the first.
fn numbers(new: &mut Meeting, last: &Meeting) -> Option<u32> {
    let numbering = &mut new.head.numbering;
    if numbering.first.is_some() || new.items.iter().any(|item| item.heading.number.is_some()) {
        return None;
    }
    let number = last.minute_numbers().map(|(_, number)| number).max()?;
    numbering.count_empty = last.head.numbering.count_empty;
    numbering.restart = last.head.numbering.restart;
    numbering.last = Some(LastNumber { number, of: last.head.date });
    numbering.first = numbering.expected(new.head.date);
    numbering.first
}

fn people(new: &mut Meeting, last: &Meeting, carried: &mut Carried) {
    let names_members = new.people.iter().any(|person| person.membership.sits());
    let has_roles = new.people.iter().any(|person| !person.role.is_empty());
    let mut known: Vec<PersonId> = Vec::new();
    for person in &mut new.people {
        let Some(before) = found(&person.name, &last.people) else { continue };
        known.push(before.id);
        carried.completed += usize::from(complete(person, before, has_roles));
    }
    let mut ids = new.ids();
    for before in last.people.iter().filter(|person| !known.contains(&person.id)) {
        let comes = match before.membership {
            Membership::Member | Membership::Substitute => !names_members,
            Membership::Officer | Membership::Partner => true,
            Membership::Guest | Membership::Public => false,
        };
        // Somebody whom the agenda may mean by a name that fits several is not put there a second time.
        let maybe =
            new.people.iter().any(|person| same_person(&person.name, &before.name) != Compared::Other);
        if comes && !maybe {
            new.people.push(Person { id: PersonId(ids.draw()), ..before.clone() });
            carried.added += 1;
        }
    }
}

/// The one person whom a name means.
fn found<'a>(name: &str, people: &'a [Person]) -> Option<&'a Person> {
    let names = |person: &Person| {
        std::iter::once(person.name.clone()).chain(person.aliases.clone()).collect::<Vec<_>>()
    };
    let best = |wanted: Compared| {
        let mut fits = people
            .iter()
            .filter(|person| names(person).iter().any(|other| same_person(name, other) == wanted));
        fits.next().filter(|_| fits.next().is_none())
    };
    best(Compared::Same).or_else(|| best(Compared::Maybe))
}

/// Adds what the last record knows of somebody. Returns whether it knew more.
fn complete(person: &mut Person, before: &Person, has_roles: bool) -> bool {
    let was = person.clone();
    let fields = [
        (&mut person.short, &before.short),
        (&mut person.post, &before.post),
        (&mut person.organisation, &before.organisation),
    ];
    for (now, then) in fields {
        if now.is_empty() {
            now.clone_from(then);
        }
    }
    // A list with roles says of all the others that they have none now.
    if person.role.is_empty() && !has_roles {
        person.role.clone_from(&before.role);
    }
    for name in before.aliases.iter().chain([&before.name]) {
        if *name != person.name && !person.aliases.contains(name) {
            person.aliases.push(name.clone());
        }
    }
    *person != was
}

fn counted(actions: usize) -> String {
    if actions == 1 { "1 action".to_owned() } else { format!("{actions} actions") }
}

impl Carried {
    /// What could not be shown anywhere, in a sentence for the clerk; none if everything could.
    #[must_use]
    pub fn lost(&self) -> Option<String> {
        let what = counted(self.unplaced);
        (self.unplaced > 0).then(|| {
            format!("The last session left {what} open, and the agenda has no item for matters arising or the minutes.")
        })
    }

    /// What was taken over, in a sentence for the clerk; none if it was nothing.
    #[must_use]
    pub fn sentence(&self) -> Option<String> {
        let people = self.added + self.completed;
        let mut what = Vec::new();
        what.extend((people > 0).then_some("people"));
        what.extend(self.first.map(|_| "numbering"));
        what.extend(self.quorum.map(|_| "quorum"));
        what.extend((!self.style.is_empty()).then_some("style"));
        what.extend((self.actions > 0).then_some("open actions"));
        let (last, before) = what.split_last()?;
        let what =
            if before.is_empty() { (*last).to_owned() } else { format!("{} and {last}", before.join(", ")) };
        let from = self.from.map_or("the last session".to_owned(), |day| day.format("%-d %B %Y").to_string());
        let mut more = Vec::new();
        more.extend((self.added > 0).then(|| format!("{} put on the roll", self.added)));
        more.extend((self.completed > 0).then(|| format!("more known of {}", self.completed)));
        more.extend(self.first.map(|first| format!("the minutes begin at {first}")));
        more.extend(self.quorum.map(|quorum| format!("quorum {quorum}")));
        more.extend((!self.style.is_empty()).then(|| format!("style {}", self.style)));
        more.extend((self.actions > 0).then(|| format!("{} still open", counted(self.actions))));
        let mut sentence = format!("{what} carried on from {from} ({}).", more.join("; "));
        if let Some(first) = sentence.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        Some(sentence)
    }
}
