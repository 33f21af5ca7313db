//! Taking a recorded vote: who is asked, one key a person, and what becomes of it.

use super::motions::{amended, motion_here, motions, now, on_a_motion};
use super::{Command, Scope, always};
use crate::desk::roll;
use crate::desk::voting::{Cast, Row, Voting};
use crate::desk::{Desk, Overlay};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{BlockId, ItemId};
use crate::domain::minutes::{Block, Kind};
use crate::domain::motions::{Decision, Motion, OwnVote, Side};

macro_rules! voting {
    ($name:literal, $help:literal, $keys:expr, $foot:literal, $run:expr) => {
        Command {
            name: $name,
            help: $help,
            group: crate::command::Group::Motions,
            scope: Scope::Voting,
            keys: $keys,
            foot: $foot,
            when: always,
            run: $run,
        }
    };
}

pub(super) static COMMANDS: [Command; 12] = [
    motions!("vote", "Takes a recorded vote on the motion with the cursor.", &["Alt-V"], on_a_motion, open),
    voting!("vote-for", "Marks a vote for and goes to the next.", &["f", "F"], "For", |desk| {
        mark(desk, Some(Cast::Voted(Side::For)));
    }),
    voting!("vote-against", "Marks a vote against and goes to the next.", &["a", "A"], "Against", |desk| {
        mark(desk, Some(Cast::Voted(Side::Against)));
    }),
    voting!(
        "vote-abstained",
        "Marks an abstention and goes to the next.",
        &["b", "B"],
        "Abstained",
        |desk| {
            mark(desk, Some(Cast::Voted(Side::Abstained)));
        }
    ),
    voting!("vote-settle", "Records the vote and closes it.", &["Enter"], "Record", settle),
    voting!(
        "vote-silent",
        "Marks somebody who was there and did not vote.",
        &["n", "N"],
        "Not voting",
        |desk| mark(desk, Some(Cast::Silent))
    ),
    voting!("vote-clear", "Takes the mark away and goes to the next.", &["x", "X", "Delete"], "", |desk| {
        mark(desk, None);
    }),
    voting!("vote-rest-for", "Marks all the others as voting for.", &["r", "R"], "Rest for", |desk| {
        if let Some(voting) = voting_mut(desk) {
            voting.mark_rest(Cast::Voted(Side::For));
        }
    }),
    voting!(
        "vote-casting",
        "Gives the casting vote of the person presiding: for, against, none.",
        &["c", "C"],
        "",
        casting
    ),
    voting!(
        "vote-close",
        "Closes the vote and leaves the record as it was.",
        &["Esc", "q"],
        "Leave",
        |desk| {
            desk.close_overlay();
        }
    ),
    voting!("vote-up", "Marks the person above.", &["Up", "k"], "", |desk| step(desk, -1)),
    voting!("vote-down", "Marks the person below.", &["Down", "j", "Tab"], "", |desk| step(desk, 1)),
];

fn voting_mut(desk: &mut Desk) -> Option<&mut Voting> {
    match desk.overlays.last_mut() {
        Some(Overlay::Voting(voting)) => Some(voting),
        _ => None,
    }
}

fn mark(desk: &mut Desk, cast: Option<Cast>) {
    if let Some(voting) = voting_mut(desk) {
        voting.mark(cast);
    }
}

fn step(desk: &mut Desk, rows: isize) {
    if let Some(voting) = voting_mut(desk) {
        voting.step(rows);
    }
}

fn casting(desk: &mut Desk) {
    let presiding = desk.meeting().presiding(desk.profile());
    let allowed = desk.profile().casting_vote;
    let Some(voting) = voting_mut(desk) else { return };
    voting.casting = match voting.casting {
        None => Some(Side::For),
        Some(Side::For) => Some(Side::Against),
        Some(_) => None,
    };
    let (tied, given) = (voting.is_tied(), voting.casting.is_some());
    if given && presiding.is_none() {
        desk.warn("Nobody who is there is down as presiding; see the roll (F2).");
    } else if given && !tied {
        desk.warn("The votes are not equal; a casting vote is for a tie.");
    } else if given && !allowed {
        desk.warn("This body’s profile knows of no casting vote; its terms of reference may.");
    }
}

fn open(desk: &mut Desk) {
    let (Some(item), Some(motion)) = (desk.writing.item, motion_here(desk).map(|(block, _)| block.id)) else {
        return;
    };
    open_on(desk, item, motion);
}

/// Opens the vote on a motion: everybody who sits and has been there, those who are not expected to vote with
/// the reason.
pub(super) fn open_on(desk: &mut Desk, item: ItemId, block: BlockId) {
    if !desk.may_change() {
        return;
    }
    let meeting = desk.meeting();
    let Some(Kind::Motion(motion)) = meeting.block(item, block).map(|block| &block.kind) else { return };
    let cast: Vec<OwnVote> = motion.vote.cast().collect();
    let known = |person| {
        let voted = cast.iter().find(|vote| vote.person == person).map(|vote| Cast::Voted(vote.side));
        voted.or_else(|| motion.silent.contains(&person).then_some(Cast::Silent))
    };
    let asked = roll::order(meeting)
        .filter(|person| person.membership.sits() || known(person.id).is_some())
        .filter(|person| meeting.attended(person.id) || known(person.id).is_some());
    let rows: Vec<Row> = asked
        .map(|person| Row {
            person: person.id,
            cast: known(person.id),
            barred: meeting
                .barred(desk.profile(), person.id, item, motion.put)
                .map(|bar| bar.words().to_owned()),
        })
        .collect();
    if rows.is_empty() {
        return desk.warn("Nobody is marked present; open the roll with attendance (F2) first.");
    }
    let row = rows.iter().position(|row| row.barred.is_none() && row.cast.is_none()).unwrap_or(0);
    let casting = motion.casting.map(|vote| vote.side);
    desk.overlays.push(Overlay::Voting(Voting { item, motion: block, rows, row, casting }));
}

/// Records the vote that is open and closes it. A motion that had no outcome gets that of the votes.
fn settle(desk: &mut Desk) {
    let Some(voting) = voting_mut(desk).cloned() else { return };
    let Some(old) = desk.meeting().block(voting.item, voting.motion).cloned() else {
        return desk.close_overlay();
    };
    let Kind::Motion(before) = &old.kind else { return desk.close_overlay() };
    let by = before.casting.map(|vote| vote.person).or_else(|| desk.meeting().presiding(desk.profile()));
    let mut motion = Motion {
        vote: voting.vote(),
        silent: voting.who(Cast::Silent),
        casting: voting.casting.zip(by).map(|(side, person)| OwnVote { person, side }),
        put: before.put.or_else(|| now(desk)),
        ..(**before).clone()
    };
    if matches!(motion.decision, Decision::Moved | Decision::Carried | Decision::Lost) {
        motion.decision = motion.counted().unwrap_or(motion.decision);
    }
    let mut edits: Vec<Edit> = amended(desk, voting.item, &mut motion).into_iter().collect();
    let word = motion.decision.word();
    let new = Block { kind: Kind::Motion(Box::new(motion)), ..old.clone() };
    edits.push(Edit::replace(Thing::Block(voting.item, old), Thing::Block(voting.item, new)));
    desk.change("Recorded the vote", edits);
    desk.close_overlay();
    let totals = voting.totals();
    let counted = format!("{}–{}–{}", totals.for_, totals.against, totals.abstained);
    match totals.open {
        _ if voting.is_tied() && voting.casting.is_none() => {
            desk.warn(format!("Recorded {counted}: a tie, and no casting vote."));
        }
        0 => desk.say(format!("Recorded {counted}: {word}.")),
        open => desk.warn(format!("Recorded {counted}: {word}. How {open} voted is not recorded.")),
    }
}
