//! Elections: who was nominated for an office, how many voted for whom, who was elected, and the taking of the
//! chair.

use super::forms::names;
use super::motions::{Home, motion_of, motions, noted, now};
use super::on_an_item;
use super::settle::{Settled, number, somebody};
use crate::command::Command;
use crate::desk::Desk;
use crate::desk::form::{Entry, Form, Purpose};
use crate::desk::writing::Caret;
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{BlockId, ItemId, PersonId};
use crate::domain::minutes::Kind;
use crate::domain::motions::{Decision, Election, Motion, Nominee, Subject};
use crate::domain::people::Person;

pub(super) static COMMANDS: [Command; 1] = [motions!(
    "election",
    "Records an election: nominations, votes, and who takes the chair.",
    &[],
    on_an_item,
    |desk| {
        if let Some(item) = desk.writing.item {
            let form = form(desk, item, None);
            desk.ask(form);
        }
    }
)];

/// The labels of the fields for each nominee: name, proposer, seconder, votes.
const FIELDS: [[&str; 4]; 8] = [
    ["Nominee", "Proposed by", "Seconded by", "Votes"],
    ["2nd nominee", "2nd proposed by", "2nd seconded by", "2nd votes"],
    ["3rd nominee", "3rd proposed by", "3rd seconded by", "3rd votes"],
    ["4th nominee", "4th proposed by", "4th seconded by", "4th votes"],
    ["5th nominee", "5th proposed by", "5th seconded by", "5th votes"],
    ["6th nominee", "6th proposed by", "6th seconded by", "6th votes"],
    ["7th nominee", "7th proposed by", "7th seconded by", "7th votes"],
    ["8th nominee", "8th proposed by", "8th seconded by", "8th votes"],
];

/// How equal votes were decided.
const DECIDED: [&str; 2] = ["by the votes", "by lot"];
/// Whether the one who was elected presides from now on.
const CHAIR: [&str; 2] = ["no", "yes, at once"];

/// The form for an election; one that stands is filled in.
pub(super) fn form(desk: &Desk, item: ItemId, block: Option<BlockId>) -> Form {
    let motion = block.and_then(|block| desk.meeting().block(item, block)).map(|block| &block.kind);
    let known = match motion {
        Some(Kind::Motion(motion)) => motion.election().cloned(),
        _ => None,
    };
    let is_new = known.is_none();
    let election = known.unwrap_or_default();
    let name = |id: Option<PersonId>| {
        id.and_then(|id| desk.meeting().person(id)).map(|person| person.name.clone()).unwrap_or_default()
    };
    let office = if is_new { office(desk, item) } else { election.office.clone() };
    let mut entries = vec![Entry::words("Office", office)];
    let mut before = None;
    for (at, [nominee, proposer, seconder, votes]) in FIELDS.into_iter().enumerate() {
        let known = election.nominees.get(at);
        let somebody = |label, id| Entry::completed(label, name(id), names(desk));
        let first = somebody(nominee, known.map(|known| known.person));
        // There is one field more than there are nominees, and who nominated somebody is asked once somebody is.
        entries.push(before.map_or(first.clone(), |before| first.once(before)));
        entries.push(somebody(proposer, known.and_then(|known| known.proposer)).once(nominee));
        entries.push(somebody(seconder, known.and_then(|known| known.seconder)).once(nominee));
        let count = known.and_then(|known| known.votes).map(|votes| votes.to_string());
        entries.push(Entry::words(votes, count.unwrap_or_default()).once(nominee));
        before = Some(nominee);
    }
    entries.push(Entry::completed("Elected", name(election.elected), names(desk)));
    entries.push(Entry::one_of("Decided", DECIDED.map(str::to_owned).to_vec(), usize::from(election.by_lot)));
    if is_new {
        entries.push(Entry::one_of("Takes the chair", CHAIR.map(str::to_owned).to_vec(), 0));
    }
    Form::new(Purpose::Election(item, block), "An election", entries)
}

/// The office that is most likely to be filled: that of the title of the item, or the chair, and where the chair was
/// elected at this meeting already, the vice-chair.
fn office(desk: &Desk, item: ItemId) -> String {
    let words = &desk.profile().words;
    let title = desk.meeting().item(item).map(|item| item.heading.title.as_str()).unwrap_or_default();
    let chair = called(desk, title, Person::is_chair, &words.chair);
    let mut motions = desk.meeting().items.iter().flat_map(|item| &item.minutes);
    let has_chair = motions.any(|block| match &block.kind {
        Kind::Motion(motion) => motion.election().is_some_and(|known| is_filled(known, &chair)),
        _ => false,
    });
    let of_deputy = ["vice", "deputy"].iter().any(|word| title.to_lowercase().contains(word));
    if of_deputy || has_chair { called(desk, title, Person::is_deputy, &words.vice_chair) } else { chair }
}

/// What bodies call the one who presides, and the deputy.
const OFFICES: [&str; 10] = [
    "Vice-Chairwoman",
    "Vice-Chairman",
    "Vice-Chair",
    "Deputy Mayor",
    "Deputy Leader",
    "Chairwoman",
    "Chairman",
    "Chair",
    "Convener",
    "Mayor",
];

/// What this body calls an office: as the roll has it, else as the title of the item, else as the profile.
fn called(desk: &Desk, title: &str, is_it: fn(&Person) -> bool, usual: &str) -> String {
    if let Some(person) = desk.meeting().people.iter().find(|person| is_it(person)) {
        return person.role.clone();
    }
    let title = title.to_lowercase();
    let named = OFFICES.iter().filter(|office| title.contains(&office.to_lowercase()));
    let is_of_the_kind =
        |office: &str| is_it(&Person { role: office.to_owned(), ..Person::new(PersonId(0), "") });
    named.copied().find(|office| is_of_the_kind(office)).unwrap_or(usual).to_owned()
}

fn is_filled(election: &Election, office: &str) -> bool {
    election.elected.is_some() && election.office.eq_ignore_ascii_case(office)
}

/// Records what the form says: the election as a motion that names who was elected, and on request that they
/// took the chair.
pub(super) fn settle(desk: &mut Desk, form: &Form, item: ItemId, block: Option<BlockId>) -> Settled {
    let election = read(desk, form)?;
    let elected = election.elected.and_then(|id| desk.meeting().person(id)).cloned();
    let office = election.office.clone();
    let decision = if elected.is_some() { Decision::Carried } else { Decision::Moved };
    let old = block.and_then(|block| desk.meeting().block(item, block)).cloned();
    let before = motion_of(old.as_ref());
    let put = before.put.or_else(|| now(desk).filter(|_| elected.is_some()));
    let motion = Motion { subject: Subject::Election(election), decision, put, ..before };
    let words = match &elected {
        Some(person) => format!("that {} be elected {office}.", person.name),
        None => format!("that nominations for {office} be received."),
    };
    let home = Home::of(desk, old);
    let (id, mut edits) = noted(desk, item, home, &words, motion);
    let mut last = id;
    if let (1, Some(person)) = (form.chosen("Takes the chair"), &elected) {
        let line = desk.new_block(Kind::Procedural, 0, &format!("{} took the chair.", person.name));
        last = line.id;
        edits.push(Edit::insert(Some(id.into()), Thing::Block(item, line)));
        edits.extend(seated(desk, person.id, &office));
    }
    edits.extend(desk.taking());
    desk.change("Recorded an election", edits);
    desk.go_to(item, Caret::new(last, usize::MAX));
    Ok(())
}

/// The edits that give the role of the office to whoever was elected, and take it from whoever had it.
fn seated(desk: &Desk, elected: PersonId, office: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for person in &desk.meeting().people {
        let role = match (person.id == elected, person.role.eq_ignore_ascii_case(office)) {
            (true, _) => office,
            (false, true) => "",
            (false, false) => continue,
        };
        let new = Person { role: role.to_owned(), ..person.clone() };
        edits.push(Edit::replace(Thing::Person(person.clone()), Thing::Person(new)));
    }
    edits
}

/// The election as the form has it. Where only one was nominated, and nobody is named, that one is elected.
fn read(desk: &Desk, form: &Form) -> Result<Election, String> {
    let office = form.words("Office");
    if office.is_empty() {
        return Err("an election needs an office".into());
    }
    let mut nominees = Vec::new();
    for [nominee, proposer, seconder, votes] in FIELDS {
        if let Some(person) = somebody(desk, &form.words(nominee))? {
            nominees.push(Nominee {
                person,
                proposer: somebody(desk, &form.words(proposer))?,
                seconder: somebody(desk, &form.words(seconder))?,
                votes: number(form, votes)?,
            });
        }
    }
    let named = somebody(desk, &form.words("Elected"))?;
    let elected = match (named, nominees.as_slice()) {
        (None, [only]) => Some(only.person),
        (named, _) => named,
    };
    Ok(Election { office, nominees, elected, by_lot: form.chosen("Decided") == 1 })
}
