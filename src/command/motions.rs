//! Verbs of motions: moving one, amending it, having a member's own vote recorded. How a recorded vote is taken is
//! in [`super::voting`], elections are in [`super::elections`].

use super::forms::{chosen, names};
use super::settle::{Settled, number, somebody};
use super::{Command, Possible, elections, on_an_item, voting};
use crate::desk::Desk;
use crate::desk::form::{Entry, Form, Purpose};
use crate::desk::writing::Caret;
use crate::domain::agenda::Item;
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{BlockId, ItemId, PersonId};
use crate::domain::minutes::{Block, DEEPEST_LEVEL, Kind};
use crate::domain::motions::{Amendment, Decision, Motion, OwnVote, Side, Subject, Vote};
use chrono::{NaiveTime, Timelike};

macro_rules! motions {
    ($name:literal, $help:literal, $keys:expr, $when:expr, $run:expr) => {
        $crate::command::Command {
            name: $name,
            help: $help,
            group: $crate::command::Group::Motions,
            scope: $crate::command::Scope::Writing,
            keys: $keys,
            foot: "",
            when: $when,
            run: $run,
        }
    };
}
pub(super) use motions;

pub(super) static COMMANDS: [Command; 3] = [
    motions!(
        "motion",
        "Records a motion with mover, seconder, votes and outcome, or changes the one with the cursor.",
        &["F4", "Alt-4"],
        on_an_item,
        open
    ),
    motions!(
        "amendment",
        "Records an amendment to the motion with the cursor; carried, it changes the motion.",
        &[],
        on_a_motion,
        amend
    ),
    motions!(
        "record-my-vote",
        "Records how one member voted, at their own request, beside a show of hands.",
        &[],
        on_a_motion,
        own_vote
    ),
];

/// The motion with the cursor.
pub(super) fn motion_here(desk: &Desk) -> Option<(&Block, &Motion)> {
    let (_, block) = desk.here()?;
    match &block.kind {
        Kind::Motion(motion) => Some((block, motion)),
        _ => None,
    }
}

pub(super) fn on_a_motion(desk: &Desk) -> Possible {
    match motion_here(desk) {
        Some(_) => Ok(()),
        None => Err("Put the cursor into a motion; motion (F4) records one.".into()),
    }
}

fn open(desk: &mut Desk) {
    let Some(item) = desk.writing.item else { return };
    let form = match motion_here(desk) {
        Some((block, motion)) if motion.election().is_some() => elections::form(desk, item, Some(block.id)),
        Some((block, motion)) => form(desk, Purpose::Motion(item, Some(block.id)), &block.text, motion),
        None => form(desk, Purpose::Motion(item, None), "that ", &Motion::default()),
    };
    desk.ask(form);
}

fn amend(desk: &mut Desk) {
    let Some(item) = desk.writing.item else { return };
    let Some((block, motion)) = motion_here(desk) else { return };
    // What is moved while an amendment is before the meeting amends the motion, too.
    let main = motion.amendment().map_or(block.id, |amendment| amendment.motion);
    let words = desk.meeting().block(item, main).map(|block| block.text.clone()).unwrap_or_default();
    let subject = Subject::Amendment(Amendment { motion: main, amended: words, replaced: String::new() });
    let form = form(desk, Purpose::Amendment(item, main), "that ", &Motion { subject, ..Motion::default() });
    desk.ask(form);
}

/// The words for how the names of the voters are kept.
const NAMES: [&str; 3] = ["not recorded", "recorded", "recorded on demand"];
/// The words for a casting vote.
const CASTING: [&str; 3] = ["none", "for", "against"];

fn form(desk: &Desk, purpose: Purpose, words: &str, motion: &Motion) -> Form {
    let name = |id: Option<PersonId>| {
        id.and_then(|id| desk.meeting().person(id)).map(|person| person.name.clone()).unwrap_or_default()
    };
    let count = motion.vote.count();
    let number = |pick: fn((usize, usize, usize)) -> usize| {
        count.map(|count| pick(count).to_string()).unwrap_or_default()
    };
    let decisions = Decision::ALL.map(|decision| decision.word().to_owned()).to_vec();
    let recorded = matches!(motion.vote, Vote::Recorded { .. });
    let by_name = if motion.names_demanded { 2 } else { usize::from(recorded) };
    let casting = motion.casting.map_or(0, |vote| if vote.side == Side::Against { 2 } else { 1 });
    let amended = motion.amendment().map(|amendment| Entry::words("Motion as amended", &amendment.amended));
    let what = if amended.is_some() { "Amendment" } else { "Motion" };
    let mut entries = vec![Entry::words(what, words)];
    entries.extend(amended);
    entries.extend([
        Entry::completed("Mover", name(motion.mover), names(desk)),
        Entry::completed("Seconder", name(motion.seconder), names(desk)),
        Entry::one_of("Outcome", decisions, chosen(&Decision::ALL, &motion.decision)),
        Entry::words("For", number(|count| count.0)),
        Entry::words("Against", number(|count| count.1)),
        Entry::words("Abstained", number(|count| count.2)),
        Entry::one_of("Names", NAMES.map(str::to_owned).to_vec(), by_name),
        Entry::one_of("Casting vote", CASTING.map(str::to_owned).to_vec(), casting),
        Entry::words("Vote minuted as", &motion.told),
    ]);
    Form::new(purpose, if what == "Motion" { "A motion" } else { "An amendment" }, entries)
}

/// Records what a form says of a motion: a new one, or one that stands.
pub(super) fn settle(desk: &mut Desk, form: &Form, item: ItemId, block: Option<BlockId>) -> Settled {
    let old = block.and_then(|block| desk.meeting().block(item, block)).cloned();
    let before = motion_of(old.as_ref());
    let words = words(form, "Motion")?;
    let motion = read(desk, form, before)?;
    let home = Home::of(desk, old);
    let block = put(desk, item, home, &words, motion);
    take_vote(desk, form, item, block);
    Ok(())
}

/// Records a new amendment to a motion, below everything that hangs from it.
pub(super) fn settle_amendment(desk: &mut Desk, form: &Form, item: ItemId, main: BlockId) -> Settled {
    let words = words(form, "Amendment")?;
    let subject =
        Subject::Amendment(Amendment { motion: main, amended: String::new(), replaced: String::new() });
    let motion = read(desk, form, Motion { subject, ..Motion::default() })?;
    let Some((below, level)) = desk.meeting().item(item).and_then(|item| last_below(item, main)) else {
        return Err("the motion is no longer there".into());
    };
    let home = Home::Below(Some(below), (level + 1).min(DEEPEST_LEVEL));
    let block = put(desk, item, home, &words, motion);
    take_vote(desk, form, item, block);
    Ok(())
}

/// The last block that hangs from a motion, and how deep the motion stands.
fn last_below(item: &Item, main: BlockId) -> Option<(BlockId, u8)> {
    let at = item.position(main)?;
    let level = item.minutes.get(at)?.level;
    let hanging = item.minutes.iter().skip(at + 1).take_while(|block| block.level > level);
    Some((hanging.last().map_or(main, |block| block.id), level))
}

/// The words of a motion. A form for an amendment asks for them under another name.
fn words(form: &Form, label: &str) -> Result<String, String> {
    let words = form.words(label);
    let words = if words.is_empty() { form.words("Amendment") } else { words };
    // The form begins with the word; whoever types it again means it once.
    let words = words.strip_prefix("that that ").map_or(words.clone(), |rest| format!("that {rest}"));
    if words.is_empty() || words == "that" {
        return Err(format!(
            "{} needs its words",
            if label == "Motion" { "a motion" } else { "an amendment" }
        ));
    }
    Ok(words)
}

/// What a form says of a motion, beside its words.
fn read(desk: &Desk, form: &Form, before: Motion) -> Result<Motion, String> {
    let vote = vote(form, &before)?;
    let casting = casting(desk, form, &before)?;
    let silent = if matches!(vote, Vote::Recorded { .. }) { before.silent.clone() } else { Vec::new() };
    let chosen = Decision::ALL.get(form.chosen("Outcome")).copied().unwrap_or_default();
    // As with a vote by name, a motion that has no outcome yet gets that of the votes.
    let counted = Motion { vote: vote.clone(), casting, ..Motion::default() }.counted();
    let decision = counted.filter(|_| chosen == Decision::Moved).unwrap_or(chosen);
    let subject = match before.subject.clone() {
        Subject::Amendment(amendment) => {
            Subject::Amendment(Amendment { amended: form.words("Motion as amended"), ..amendment })
        }
        other => other,
    };
    Ok(Motion {
        mover: somebody(desk, &form.words("Mover"))?,
        seconder: somebody(desk, &form.words("Seconder"))?,
        decision,
        vote,
        subject,
        put: before.put.or_else(|| now(desk).filter(|_| decision.is_voted())),
        silent,
        casting,
        names_demanded: form.chosen("Names") == 2,
        told: form.words("Vote minuted as"),
        ..before
    })
}

/// How a form says that it was voted. Names that were recorded stay until the form asks for none.
fn vote(form: &Form, before: &Motion) -> Result<Vote, String> {
    let counted = [number(form, "For")?, number(form, "Against")?, number(form, "Abstained")?];
    Ok(match (&before.vote, form.chosen("Names"), counted) {
        (Vote::Recorded { .. }, 1.., _) => before.vote.clone(),
        (_, _, [None, None, None]) => Vote::Assent,
        (_, _, [for_, against, abstained]) => Vote::Hands {
            for_: for_.unwrap_or(0),
            against: against.unwrap_or(0),
            abstained: abstained.unwrap_or(0),
        },
    })
}

/// The casting vote that a form tells: of whoever gave it before, or else of whoever presides.
fn casting(desk: &Desk, form: &Form, before: &Motion) -> Result<Option<OwnVote>, String> {
    let side = match form.chosen("Casting vote") {
        1 => Side::For,
        2 => Side::Against,
        _ => return Ok(None),
    };
    let by = before.casting.map(|vote| vote.person).or_else(|| desk.meeting().presiding(desk.profile()));
    let person = by.ok_or("nobody who is there is down as presiding; see the roll (F2)")?;
    Ok(Some(OwnVote { person, side }))
}

/// The time of the clock, to the minute.
pub(super) fn now(desk: &Desk) -> Option<NaiveTime> {
    desk.clock.and_then(|now| now.time().with_second(0)?.with_nanosecond(0))
}

/// Where a motion is noted.
pub(super) enum Home {
    /// In the block that it has.
    Own(Block),
    /// In a new one, below another or first of its item, at a level.
    Below(Option<BlockId>, u8),
}

impl Home {
    /// The block that a motion has, or else a new one below the cursor.
    pub(super) fn of(desk: &Desk, old: Option<Block>) -> Self {
        old.map_or_else(|| Home::Below(desk.here().map(|(_, block)| block.id), 0), Home::Own)
    }
}

/// The motion that a block is; a new one where it is none yet.
pub(super) fn motion_of(block: Option<&Block>) -> Motion {
    match block.map(|block| &block.kind) {
        Some(Kind::Motion(motion)) => (**motion).clone(),
        _ => Motion::default(),
    }
}

/// Puts a motion into the record, with what it does to the motion that it amends, and goes to it.
fn put(desk: &mut Desk, item: ItemId, home: Home, words: &str, mut motion: Motion) -> BlockId {
    let mut edits: Vec<Edit> = amended(desk, item, &mut motion).into_iter().collect();
    let (id, put) = noted(desk, item, home, words, motion);
    edits.extend(put);
    edits.extend(desk.taking());
    desk.change("Recorded a motion", edits);
    desk.go_to(item, Caret::new(id, usize::MAX));
    id
}

/// The edits that note a motion, and the block that it is then. To a new one an empty paragraph gives way.
pub(super) fn noted(
    desk: &mut Desk,
    item: ItemId,
    home: Home,
    words: &str,
    motion: Motion,
) -> (BlockId, Vec<Edit>) {
    let kind = Kind::Motion(Box::new(motion));
    match home {
        Home::Own(old) => {
            let new = Block { kind, text: words.to_owned(), ..old.clone() };
            (old.id, vec![Edit::replace(Thing::Block(item, old), Thing::Block(item, new))])
        }
        Home::Below(below, level) => {
            let new = desk.new_block(kind, level, words);
            let new = desk.in_its_place(new);
            let id = new.id;
            let put = Edit::insert(below.map(Into::into), Thing::Block(item, new));
            (id, [put].into_iter().chain(desk.giving_way()).collect())
        }
    }
}

/// Opens the vote where the form asks for names and there are none yet.
fn take_vote(desk: &mut Desk, form: &Form, item: ItemId, block: BlockId) {
    let has_names = match desk.meeting().block(item, block).map(|block| &block.kind) {
        Some(Kind::Motion(motion)) => matches!(motion.vote, Vote::Recorded { .. }),
        _ => true,
    };
    if form.chosen("Names") > 0 && !has_names {
        voting::open_on(desk, item, block);
    }
}

/// What an amendment does to the motion that it amends: carried, it gives it other words; no longer carried, it
/// gives it back those it had, if nobody has changed them since.
pub(super) fn amended(desk: &Desk, item: ItemId, motion: &mut Motion) -> Option<Edit> {
    let carried = motion.decision == Decision::Carried;
    let Subject::Amendment(amendment) = &mut motion.subject else { return None };
    let main = desk.meeting().block(item, amendment.motion)?;
    let text = if carried && amendment.replaced.is_empty() && !amendment.amended.is_empty() {
        amendment.replaced.clone_from(&main.text);
        amendment.amended.clone()
    } else if !carried && !amendment.replaced.is_empty() && main.text == amendment.amended {
        std::mem::take(&mut amendment.replaced)
    } else {
        return None;
    };
    let new = Block { text, ..main.clone() };
    Some(Edit::replace(Thing::Block(item, main.clone()), Thing::Block(item, new)))
}

fn own_vote(desk: &mut Desk) {
    let Some(item) = desk.writing.item else { return };
    let Some(block) = motion_here(desk).map(|(block, _)| block.id) else { return };
    let sides = Side::ALL.map(|side| side.word().to_owned()).to_vec();
    let entries = vec![Entry::completed("Who", "", names(desk)), Entry::one_of("Voted", sides, 1)];
    let form = Form::new(Purpose::OwnVote(item, block), "A member’s own vote", entries);
    desk.ask(form);
}

/// Records how one member voted. A second answer takes the place of the first.
pub(super) fn settle_own_vote(desk: &mut Desk, form: &Form, item: ItemId, block: BlockId) -> Settled {
    let person = somebody(desk, &form.words("Who"))?.ok_or("say whose vote it is")?;
    let side = Side::ALL.get(form.chosen("Voted")).copied().unwrap_or_default();
    let Some(old) = desk.meeting().block(item, block).cloned() else { return Ok(()) };
    let Kind::Motion(motion) = &old.kind else { return Ok(()) };
    let mut motion = motion.clone();
    motion.own_votes.retain(|vote| vote.person != person);
    motion.own_votes.push(OwnVote { person, side });
    let new = Block { kind: Kind::Motion(motion), ..old.clone() };
    let edit = Edit::replace(Thing::Block(item, old), Thing::Block(item, new));
    desk.change("Recorded a member’s own vote", vec![edit]);
    Ok(())
}
