//! Sentences about motions: who moved, how it was voted, what became of it; amendments and elections. Knows
//! nothing of layout, and of people only how they are called.

use super::people::called;
use super::sentences::listed;
use crate::domain::agenda::Item;
use crate::domain::id::{BlockId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Kind;
use crate::domain::motions::{Decision, Election, Motion, Nominee, OwnVote, Side, Subject, Vote};

/// Who moved and seconded: `Moved by Mr Groyne and seconded by Mrs Oake:`. Of an election, who was nominated.
pub(super) fn movers(meeting: &Meeting, motion: &Motion) -> Option<String> {
    if let Subject::Election(election) = &motion.subject {
        return nominations(meeting, election);
    }
    let (moved, seconded) = match motion.amendment() {
        Some(_) => ("Amendment moved", "Amendment seconded"),
        None => ("Moved", "Seconded"),
    };
    let name = |id: PersonId| called(meeting, id);
    Some(match (motion.mover.map(name), motion.seconder.map(name)) {
        (Some(mover), Some(seconder)) => format!("{moved} by {mover} and seconded by {seconder}:"),
        (Some(mover), None) => format!("{moved} by {mover}:"),
        (None, Some(seconder)) => format!("{seconded} by {seconder}:"),
        (None, None) if motion.amendment().is_some() => format!("{moved}:"),
        // One that is carried says RESOLVED, and needs no words before it.
        (None, None) if motion.is_resolution() => return None,
        (None, None) => "It was moved:".to_owned(),
    })
}

/// `Nominations for Chairman: Mr Groyne (proposed by Mrs Oake and seconded by Dr Lind) and Mrs Pike.`
fn nominations(meeting: &Meeting, election: &Election) -> Option<String> {
    let name = |id: PersonId| called(meeting, id);
    let nominee = |nominee: &Nominee| {
        let who = name(nominee.person);
        match (nominee.proposer.map(name), nominee.seconder.map(name)) {
            (Some(proposer), Some(seconder)) => {
                format!("{who} (proposed by {proposer} and seconded by {seconder})")
            }
            (Some(proposer), None) => format!("{who} (proposed by {proposer})"),
            (None, Some(seconder)) => format!("{who} (seconded by {seconder})"),
            (None, None) => who.to_owned(),
        }
    };
    let nominees: Vec<String> = election.nominees.iter().map(nominee).collect();
    (!nominees.is_empty()).then(|| format!("Nominations for {}: {}.", election.office, listed(&nominees)))
}

/// How a motion was voted and what became of it; none while it has not been put. The clerk's own words go
/// before any that are made here.
#[must_use]
pub fn vote(meeting: &Meeting, motion: &Motion) -> Option<String> {
    if !motion.told.trim().is_empty() {
        return Some(motion.told.clone());
    }
    if let Subject::Election(election) = &motion.subject {
        return ballot(meeting, election);
    }
    let parts =
        [count(meeting, motion), casting(meeting, motion), own_votes(meeting, motion), outcome(motion)];
    let told: Vec<String> = parts.into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

fn count(meeting: &Meeting, motion: &Motion) -> Option<String> {
    match &motion.vote {
        Vote::Assent => None,
        Vote::Hands { for_, against, abstained } => {
            Some(format!("For {for_}, against {against}, abstained {abstained}."))
        }
        Vote::Recorded { for_, against, abstained } => {
            let mut told = [
                voters(meeting, "For", for_),
                voters(meeting, "Against", against),
                voters(meeting, "Abstained", abstained),
            ]
            .join(" ");
            if !motion.silent.is_empty() {
                told = format!("{told} {}", voters(meeting, "Did not vote", &motion.silent));
            }
            Some(told)
        }
    }
}

fn voters(meeting: &Meeting, side: &str, people: &[PersonId]) -> String {
    let names: Vec<&str> = people.iter().map(|id| called(meeting, *id)).collect();
    match names.len() {
        0 => format!("{side} (0)."),
        n => format!("{side} ({n}): {}.", listed(&names)),
    }
}

/// `Recorded at their own request: Mr Groyne (against).`
fn own_votes(meeting: &Meeting, motion: &Motion) -> Option<String> {
    let told = |vote: &OwnVote| format!("{} ({})", called(meeting, vote.person), vote.side.word());
    let votes: Vec<String> = motion.own_votes.iter().map(told).collect();
    (!votes.is_empty()).then(|| format!("Recorded at the member’s own request: {}.", listed(&votes)))
}

fn casting(meeting: &Meeting, motion: &Motion) -> Option<String> {
    let vote = motion.casting?;
    let side = if vote.side == Side::Against { "against" } else { "for" };
    let who = called(meeting, vote.person);
    let what = noun(motion);
    // What is recorded without a tie is for the checks; the minutes are not to say that there was one.
    let equal = motion.vote.count().is_none_or(|(yes, no, _)| yes == no);
    let why = if equal { "The votes being equal, " } else { "" };
    Some(format!("{why}{who}, presiding, gave a casting vote {side} the {what}."))
}

fn outcome(motion: &Motion) -> Option<String> {
    let what = noun(motion);
    match motion.decision {
        Decision::Moved => None,
        // It says RESOLVED.
        _ if motion.is_resolution() => None,
        Decision::Unseconded => Some(format!("The {what} fell for want of a seconder.")),
        decided => Some(format!("The {what} was {}.", decided.word())),
    }
}

fn noun(motion: &Motion) -> &'static str {
    if motion.amendment().is_some() { "amendment" } else { "motion" }
}

/// `Votes: Mr Groyne 5, Mrs Pike 3.`
fn ballot(meeting: &Meeting, election: &Election) -> Option<String> {
    let votes = |nominee: &Nominee| Some(format!("{} {}", called(meeting, nominee.person), nominee.votes?));
    let counted: Vec<String> = election.nominees.iter().filter_map(votes).collect();
    let lot = election.by_lot.then(|| "The votes being equal, it was decided by lot.".to_owned());
    let counted = (!counted.is_empty()).then(|| format!("Votes: {}.", counted.join(", ")));
    let told: Vec<String> = counted.into_iter().chain(lot).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// The words in which a motion was first moved, where an amendment has changed them since.
pub(super) fn first_words(item: &Item, motion: BlockId) -> Option<&str> {
    let amendments = item.minutes.iter().filter_map(|block| match &block.kind {
        Kind::Motion(moved) => moved.amendment(),
        _ => None,
    });
    let mut carried =
        amendments.filter(|amendment| amendment.motion == motion && !amendment.replaced.is_empty());
    carried.next().map(|amendment| amendment.replaced.as_str())
}
