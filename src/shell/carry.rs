//! Carrying on: a new session takes people, style, quorum and numbering from the last of its body in the library, or
//! from the one that the clerk names. What is taken over is decided in [`crate::domain::carry`].

use super::cli::Carry;
use super::complaint::Complaint;
use super::houses;
use crate::domain::carry;
use crate::domain::meeting::Meeting;
use crate::domain::same::same_body;
use crate::domain::style::ItemNumber;
use crate::import::Proposal;
use crate::store::{self, Library};
use std::env;

/// Carries on what the clerk asked for, and says in the notes of the import what that was. Where no profile is, the one
/// is chosen that the paper's head speaks for.
pub(super) fn carry_on(proposal: &mut Proposal, carry: &Carry) -> Result<(), Complaint> {
    from_last(proposal, carry)?;
    if proposal.meeting.head.profile.is_empty()
        && let Some(profile) = houses::read().0.profile_of_paper(&proposal.meeting)
    {
        proposal.meeting.head.profile.clone_from(&profile.name);
        // As short as the status line, so that the keys of the first screen stay in sight.
        proposal.notes.push(format!("The paper’s head speaks for {} (Alt-M).", profile.name));
    }
    Ok(())
}

fn from_last(proposal: &mut Proposal, carry: &Carry) -> Result<(), Complaint> {
    let last = match &carry.from {
        _ if carry.fresh => return Ok(()),
        Some(session) => Some(store::read_only(session)?.session.meeting().clone()),
        None => from_library(proposal),
    };
    let Some(last) = last else { return Ok(()) };
    let (houses, _) = houses::read();
    let style =
        if proposal.meeting.head.style.is_empty() { &last.head.style } else { &proposal.meeting.head.style };
    let numbers_run_on = houses.style_or_usual(style).item == ItemNumber::Minute;
    let carried = carry::carry_on(&mut proposal.meeting, &last, numbers_run_on);
    proposal.notes.extend(carried.sentence());
    proposal.notes.extend(carried.lost());
    if !same_body(&proposal.meeting.head.body, &last.head.body) {
        let (this, other) = (&proposal.meeting.head.body, &last.head.body);
        proposal.notes.push(format!("That was a session of another body: {other}, and not {this}."));
    }
    Ok(())
}

/// The last session of the body; none, with a note, if the library cannot be looked into.
fn from_library(proposal: &mut Proposal) -> Option<Meeting> {
    let head = &proposal.meeting.head;
    let found =
        Library::of_user(env::var_os("MINUTEBOOK_SESSIONS")).and_then(|library| library.last_of(head));
    match found {
        Ok(last) => last,
        Err(error) => {
            proposal.notes.push(format!("Nothing was carried on from an earlier session: {error}."));
            None
        }
    }
}
