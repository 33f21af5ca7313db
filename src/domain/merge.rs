//! One person of two entries: the edits that give everything recorded of the one to the other. Knows nothing
//! of how it was noticed that the two are one.

use super::edit::{Edit, Thing};
use super::id::PersonId;
use super::meeting::Meeting;
use super::minutes::Kind;
use super::motions::{Motion, Vote};
use super::people::{Apology, Declaration, Movement, Person};

/// The edits that make one person of two: movements, apologies, declarations and motions of `gone` become
/// those of `kept`, and the name becomes another by which `kept` is called. None if either is not on the roll.
#[must_use]
pub fn edits(meeting: &Meeting, gone: PersonId, kept: PersonId) -> Option<Vec<Edit>> {
    let old = meeting.person(gone)?.clone();
    let known = meeting.person(kept)?.clone();
    let mut edits = movements(meeting, gone, kept);
    edits.extend(apologies(meeting, gone, kept));
    for declaration in meeting.declarations.iter().filter(|declared| declared.person == gone) {
        let new = Declaration { person: kept, ..declaration.clone() };
        let old = Thing::Declaration(declaration.clone());
        edits.push(Edit::Replace { old, new: Thing::Declaration(new) });
    }
    edits.extend(motions(meeting, gone, kept));
    let at = meeting.people.iter().position(|person| person.id == gone)?;
    let after = at.checked_sub(1).and_then(|at| meeting.people.get(at)).map(|before| before.id.into());
    edits.push(Edit::Replace { old: Thing::Person(known.clone()), new: Thing::Person(joined(known, &old)) });
    edits.push(Edit::Remove { after, thing: Thing::Person(old) });
    Some(edits)
}

/// Somebody who is also called as another entry is, and of whom what was known only there is known now.
fn joined(kept: Person, gone: &Person) -> Person {
    let or = |own: &String, other: &String| if own.is_empty() { other.clone() } else { own.clone() };
    let mut aliases = kept.aliases.clone();
    for name in std::iter::once(&gone.name).chain(&gone.aliases) {
        if *name != kept.name && !aliases.contains(name) {
            aliases.push(name.clone());
        }
    }
    Person {
        short: or(&kept.short, &gone.short),
        post: or(&kept.post, &gone.post),
        organisation: or(&kept.organisation, &gone.organisation),
        role: or(&kept.role, &gone.role),
        aliases,
        ..kept
    }
}

/// Movements become those of the other. Of two marks at the roll call one goes, and of an absence that was
/// contradicted by the other entry, too.
fn movements(meeting: &Meeting, gone: PersonId, kept: PersonId) -> Vec<Edit> {
    let marked = meeting.movements_of(kept).next().is_some();
    let mut edits = Vec::new();
    let mut before: Option<u32> = None;
    for movement in &meeting.attendance {
        if movement.person == gone && movement.what.is_of_the_roll_call() && marked {
            edits.push(Edit::Remove { after: before, thing: Thing::Movement(movement.clone()) });
            continue;
        }
        if movement.person == gone {
            let new = Movement { person: kept, ..movement.clone() };
            edits.push(Edit::Replace { old: Thing::Movement(movement.clone()), new: Thing::Movement(new) });
        }
        before = Some(movement.id.into());
    }
    edits
}

/// Apologies become those of the other, or go where the other was there or sent apologies too.
fn apologies(meeting: &Meeting, gone: PersonId, kept: PersonId) -> Vec<Edit> {
    let needless = meeting.attended(kept) || meeting.apology_of(kept).is_some();
    let mut edits = Vec::new();
    let mut before: Option<u32> = None;
    for apology in &meeting.apologies {
        if apology.person == gone && needless {
            edits.push(Edit::Remove { after: before, thing: Thing::Apology(apology.clone()) });
            continue;
        }
        let person = if apology.person == gone { kept } else { apology.person };
        let substitute = apology.substitute.map(|id| if id == gone { kept } else { id });
        let new = Apology { person, substitute, ..apology.clone() };
        if new != *apology {
            edits.push(Edit::Replace { old: Thing::Apology(apology.clone()), new: Thing::Apology(new) });
        }
        before = Some(apology.id.into());
    }
    edits
}

/// Motions that name the one come to name the other.
fn motions(meeting: &Meeting, gone: PersonId, kept: PersonId) -> Vec<Edit> {
    let mut edits = Vec::new();
    for item in &meeting.items {
        for block in &item.minutes {
            let Kind::Motion(motion) = &block.kind else { continue };
            let renamed = renamed(motion, gone, kept);
            if renamed != **motion {
                let mut new = block.clone();
                new.kind = Kind::Motion(Box::new(renamed));
                let old = Thing::Block(item.id, block.clone());
                edits.push(Edit::Replace { old, new: Thing::Block(item.id, new) });
            }
        }
    }
    edits
}

fn renamed(motion: &Motion, gone: PersonId, kept: PersonId) -> Motion {
    let one = |id: PersonId| if id == gone { kept } else { id };
    let all = |ids: &[PersonId]| {
        let mut named: Vec<PersonId> = Vec::new();
        for id in ids.iter().copied().map(one) {
            if !named.contains(&id) {
                named.push(id);
            }
        }
        named
    };
    let vote = match &motion.vote {
        Vote::Recorded { for_, against, abstained } => {
            Vote::Recorded { for_: all(for_), against: all(against), abstained: all(abstained) }
        }
        other => other.clone(),
    };
    Motion { mover: motion.mover.map(one), seconder: motion.seconder.map(one), vote, ..motion.clone() }
}
