//! The quorum: noticing when it is lost or regained, and minuting that.

use super::offer::{self, Offer};
use super::{Command, Group, Possible, Scope};
use crate::desk::Desk;
use crate::desk::writing::Caret;
use crate::domain::edit::{Edit, Thing};
use crate::domain::meeting::Status;
use crate::domain::minutes::Kind;
use crate::domain::quorum::QuorumTurn;
use crate::export::time_in_words;

pub(super) static COMMANDS: [Command; 1] = [Command {
    name: "minute-quorum",
    help: "Minutes that the quorum was lost or regained, with the time.",
    group: Group::People,
    scope: Scope::Everywhere,
    keys: &[],
    foot: "",
    when: a_turn,
    run: minute,
}];

/// Whether there is a quorum; nothing while the meeting is not open.
pub(super) fn holds(desk: &Desk) -> Option<bool> {
    let meeting = desk.meeting();
    (meeting.course.status == Status::Open).then(|| meeting.quorate(desk.profile()).holds())
}

/// Says that the quorum was lost or regained, if it was since. Returns whether it was said.
pub(super) fn notice(desk: &mut Desk, before: Option<bool>) -> bool {
    let (Some(before), Some(now)) = (before, holds(desk)) else { return false };
    let quorate = desk.meeting().quorate(desk.profile());
    let (true, Some(needed)) = (before != now && a_turn(desk).is_ok(), quorate.needed) else { return false };
    let what = if now { "There is a quorum again" } else { "The quorum is lost" };
    let said = format!("{what}: {} of {needed}.", quorate.here);
    offer::offer(desk, &Offer { said, does: "minutes it", command: "minute-quorum", about: "Quorum" });
    true
}

/// The last time that the quorum was lost or regained.
fn last_turn(desk: &Desk) -> Option<QuorumTurn> {
    desk.meeting().quorum_turns(desk.profile()).pop()
}

fn a_turn(desk: &Desk) -> Possible {
    super::on_an_item(desk)?;
    match last_turn(desk) {
        Some(_) => Ok(()),
        None => Err("The quorum was neither lost nor regained since the roll was called.".into()),
    }
}

/// Puts a procedural line below the paragraph with the cursor, or at the end of the item at which it happened.
fn minute(desk: &mut Desk) {
    let Some(turn) = last_turn(desk) else { return };
    let here = desk.writing.item;
    let Some(item) = turn.item.or(here) else { return };
    let words = &desk.profile().words;
    let sentence = if turn.quorate.holds() { &words.quorum_regained } else { &words.quorum_lost };
    let time = turn.at.map(|at| format!(" at {}", time_in_words(at, desk.style()))).unwrap_or_default();
    let sentence = sentence
        .replace("{time}", &time)
        .replace("{here}", &turn.quorate.here.to_string())
        .replace("{needed}", &turn.quorate.needed.unwrap_or_default().to_string());
    let below = desk.here().map(|(_, block)| block.id).filter(|_| here == Some(item));
    let last = || desk.meeting().item(item).and_then(|item| item.minutes.last()).map(|block| block.id);
    let after = below.or_else(last);
    let block = desk.new_block(Kind::Procedural, 0, &sentence);
    let id = block.id;
    let block = if here == Some(item) { desk.in_its_place(block) } else { block };
    let put = Edit::insert(after.map(Into::into), Thing::Block(item, block));
    let empty = desk.giving_way().filter(|_| here == Some(item));
    if desk.change("Minuted the quorum", [put].into_iter().chain(empty).collect()) {
        desk.go_to(item, Caret::new(id, usize::MAX));
        desk.say("Minuted. The words are yours to change.");
    }
}
