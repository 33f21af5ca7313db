//! One person of two entries: the edits that give everything recorded of the one to the other. Knows nothing
//! of how it was noticed that the two are one.

use super::edit::{Edit, Thing};
use super::id::PersonId;
use super::meeting::Meeting;
use super::minutes::{Block, Kind};
use super::motions::{Election, Motion, Nominee, OwnVote, Side, Subject, Vote};
use super::people::{Apology, Declaration, Movement, Person};

/// Why two entries cannot be made one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// One of the two is not on the roll.
    #[error("one of the two has gone meanwhile")]
    Gone,
    /// They voted differently on one motion, and nobody votes twice.
    #[error("{0}; correct that vote first")]
    VotedApart(String),
    /// Both were nominated for one office.
    #[error("{0}; correct that election first")]
    BothNominated(String),
}

/// The edits that make one person of two: movements, apologies, declarations, motions and elections of `gone`
/// become those of `kept`, and the name becomes another by which `kept` is called.
///
/// # Errors
/// Where what is recorded of the two cannot be true of one person.
pub fn edits(meeting: &Meeting, gone: PersonId, kept: PersonId) -> Result<Vec<Edit>, Refused> {
    let old = meeting.person(gone).ok_or(Refused::Gone)?.clone();
    let known = meeting.person(kept).ok_or(Refused::Gone)?.clone();
    let mut edits = movements(meeting, gone, kept);
    edits.extend(apologies(meeting, gone, kept));
    for declaration in meeting.declarations.iter().filter(|declared| declared.person == gone) {
        let new = Declaration { person: kept, ..declaration.clone() };
        let old = Thing::Declaration(declaration.clone());
        edits.push(Edit::replace(old, Thing::Declaration(new)));
    }
    edits.extend(motions(meeting, &old, &known)?);
    let at = meeting.people.iter().position(|person| person.id == gone).ok_or(Refused::Gone)?;
    let after = at.checked_sub(1).and_then(|at| meeting.people.get(at)).map(|before| before.id.into());
    edits.push(Edit::replace(Thing::Person(known.clone()), Thing::Person(joined(known, &old))));
    edits.push(Edit::remove(after, Thing::Person(old)));
    Ok(edits)
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
            edits.push(Edit::remove(before, Thing::Movement(movement.clone())));
            continue;
        }
        if movement.person == gone {
            let new = Movement { person: kept, ..movement.clone() };
            edits.push(Edit::replace(Thing::Movement(movement.clone()), Thing::Movement(new)));
        }
        before = Some(movement.id.into());
    }
    edits
}

/// Apologies become those of the other, or go where the other was there or sent apologies too. Nobody sits for
/// themselves.
fn apologies(meeting: &Meeting, gone: PersonId, kept: PersonId) -> Vec<Edit> {
    let needless = meeting.attended(kept) || meeting.apology_of(kept).is_some();
    let mut edits = Vec::new();
    let mut before: Option<u32> = None;
    for apology in &meeting.apologies {
        let person = if apology.person == gone { kept } else { apology.person };
        let substitute = apology.substitute.map(|id| if id == gone { kept } else { id });
        if (apology.person == gone && needless) || substitute == Some(person) {
            edits.push(Edit::remove(before, Thing::Apology(apology.clone())));
            continue;
        }
        let new = Apology { person, substitute, ..apology.clone() };
        if new != *apology {
            edits.push(Edit::replace(Thing::Apology(apology.clone()), Thing::Apology(new)));
        }
        before = Some(apology.id.into());
    }
    edits
}

/// Motions that name the one come to name the other.
fn motions(meeting: &Meeting, gone: &Person, kept: &Person) -> Result<Vec<Edit>, Refused> {
    let mut edits = Vec::new();
    for item in &meeting.items {
        for block in &item.minutes {
            let Kind::Motion(motion) = &block.kind else { continue };
            refuse(&meeting.public_name(item.id), block, motion, gone, kept)?;
            let renamed = renamed(motion, gone.id, kept.id);
            if renamed != **motion {
                let new = Block { kind: Kind::Motion(Box::new(renamed)), ..block.clone() };
                let old = Thing::Block(item.id, block.clone());
                edits.push(Edit::replace(old, Thing::Block(item.id, new)));
            }
        }
    }
    Ok(edits)
}

/// Refuses where the two did on one motion what one person cannot have done.
fn refuse(item: &str, block: &Block, motion: &Motion, gone: &Person, kept: &Person) -> Result<(), Refused> {
    let [one, other] = [gone, kept].map(|person| voted(motion, person.id));
    if let (Some(one), Some(other)) = (one, other)
        && one != other
    {
        let (gone, kept, words) = (&gone.name, &kept.name, start(&block.text));
        let said = format!("{gone} {one} and {kept} {other}: “{words}”, item {item}");
        return Err(Refused::VotedApart(said));
    }
    let Some(election) = motion.election() else { return Ok(()) };
    let stands = |person: &Person| election.nominees.iter().any(|nominee| nominee.person == person.id);
    if stands(gone) && stands(kept) {
        let (gone, kept, office) = (&gone.name, &kept.name, &election.office);
        let said = format!("{gone} and {kept} are both nominated as {office}, item {item}");
        return Err(Refused::BothNominated(said));
    }
    Ok(())
}

/// The first words of a motion, by which it is known.
fn start(words: &str) -> String {
    const WORDS: usize = 6;
    let first: Vec<&str> = words.split_whitespace().take(WORDS).collect();
    let more = words.split_whitespace().nth(WORDS).map_or("", |_| " …");
    format!("{}{more}", first.join(" "))
}

/// What somebody did when a motion was put, where the record says so.
fn voted(motion: &Motion, person: PersonId) -> Option<&'static str> {
    let mut cast = motion.vote.cast().chain(motion.own_votes.iter().copied());
    let side = cast.find(|vote| vote.person == person).map(|vote| vote.side);
    match side {
        Some(Side::For) => Some("voted for"),
        Some(Side::Against) => Some("voted against"),
        Some(Side::Abstained) => Some("abstained"),
        None => motion.silent.contains(&person).then_some("did not vote"),
    }
}

fn renamed(motion: &Motion, gone: PersonId, kept: PersonId) -> Motion {
    let one = |id: PersonId| if id == gone { kept } else { id };
    let all = |ids: &[PersonId]| each_once(ids.iter().copied().map(one));
    let vote = match &motion.vote {
        Vote::Recorded { for_, against, abstained } => {
            Vote::Recorded { for_: all(for_), against: all(against), abstained: all(abstained) }
        }
        other => other.clone(),
    };
    let own = |vote: OwnVote| OwnVote { person: one(vote.person), ..vote };
    let subject = match &motion.subject {
        Subject::Election(election) => Subject::Election(election_renamed(election, one)),
        other => other.clone(),
    };
    Motion {
        mover: motion.mover.map(one),
        seconder: motion.seconder.map(one),
        vote,
        subject,
        silent: all(&motion.silent),
        own_votes: each_once(motion.own_votes.iter().copied().map(own)),
        casting: motion.casting.map(own),
        ..motion.clone()
    }
}

fn election_renamed(election: &Election, one: impl Fn(PersonId) -> PersonId) -> Election {
    let nominee = |nominee: &Nominee| Nominee {
        person: one(nominee.person),
        proposer: nominee.proposer.map(&one),
        seconder: nominee.seconder.map(&one),
        votes: nominee.votes,
    };
    let nominees = election.nominees.iter().map(nominee).collect();
    Election { nominees, elected: election.elected.map(&one), ..election.clone() }
}

/// A list in which nothing stands twice.
fn each_once<T: PartialEq>(list: impl Iterator<Item = T>) -> Vec<T> {
    let mut kept = Vec::new();
    for thing in list {
        if !kept.contains(&thing) {
            kept.push(thing);
        }
    }
    kept
}
