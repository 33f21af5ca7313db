//! Random minutes of bodies that do not exist, as a clerk could have written them. Everything is drawn: who was
//! there and how, parts and items, and what was minuted, down to the level of every block.
//!
//! Left out is only what reads the same in print as something else: a paragraph one level in that follows a resolution
//! is a part of it to every reader, and a paragraph one level in needs one above it.

use chrono::{NaiveDate, NaiveTime};
use minutebook::domain::agenda::{Heading, Item, Outcome, Part};
use minutebook::domain::id::*;
use minutebook::domain::meeting::{Course, Head, Meeting, Moment, Numbering, Status, Turn};
use minutebook::domain::minutes::{Block, Kind};
use minutebook::domain::motions::{
    Amendment, Decision, Election, Motion, Nominee, OwnVote, Side, Subject, Vote,
};
use minutebook::domain::people::*;
use proptest::prelude::*;
use proptest::sample::Index;

use super::words::*;

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 11, 16).unwrap()
}

/// How somebody stands on the roll.
#[derive(Debug, Clone, Copy)]
enum Stood {
    Unmarked,
    Present,
    Online,
    Absent,
    Apologies,
    /// Sent apologies, and the member with this place sat instead, as a substitute.
    Replaced,
    /// Came, left or both while something was minuted.
    Late,
    Early,
    InAndOut,
}

/// An amendment: who moved and seconded it, its words, the decision, the vote, and something more or not.
pub type Amended = (Index, Index, usize, u8, u8, bool);

/// Something minuted, with everything that hangs from it.
#[derive(Debug, Clone)]
pub enum Passage {
    Paragraph(usize, Vec<(usize, Vec<usize>)>),
    Bullets(usize, Vec<usize>, u8),
    Decision(bool, usize),
    Parts(bool, usize, Vec<(usize, Vec<usize>)>),
    Action(usize),
    Procedural(usize),
    Motion(Index, Index, usize, u8, u8, bool),
    /// A motion, with what was moved to it: by whom, the words, the decision, the vote, and something more or not.
    Amended(Index, usize, u8, u8, Vec<Amended>),
    /// The office, who was nominated with how many votes, who was elected, whether it was counted, and by lot or not.
    Election(usize, Vec<(Index, Index, bool)>, Option<Index>, bool, bool),
    Note,
}

fn passage() -> impl Strategy<Value = Passage> {
    let entries =
        || prop::collection::vec((0..ENTRIES.len(), prop::collection::vec(0..ENTRIES.len(), 0..3)), 0..4);
    let some =
        || prop::collection::vec((0..ENTRIES.len(), prop::collection::vec(0..ENTRIES.len(), 0..3)), 1..4);
    prop_oneof![
        4 => (0..SENTENCES.len(), entries()).prop_map(|(words, below)| Passage::Paragraph(words, below)),
        1 => (0..SENTENCES.len(), prop::collection::vec(0..ENTRIES.len(), 1..4), 0..2u8)
            .prop_map(|(words, below, level)| Passage::Bullets(words, below, level)),
        2 => (any::<bool>(), 0..RESOLVED.len()).prop_map(|(is, words)| Passage::Decision(is, words)),
        2 => (any::<bool>(), 0..LEADS.len(), some()).prop_map(|(is, lead, parts)| Passage::Parts(is, lead, parts)),
        1 => (0..TASKS.len()).prop_map(Passage::Action),
        1 => (0..ASIDES.len()).prop_map(Passage::Procedural),
        2 => (any::<Index>(), any::<Index>(), 0..MOVED.len(), 0..6u8, 0..4u8, any::<bool>())
            .prop_map(|(mover, seconder, words, decision, vote, more)|
                Passage::Motion(mover, seconder, words, decision, vote, more)),
        1 => (any::<Index>(), 0..MOVED.len(), 0..6u8, 0..4u8, prop::collection::vec(amended(), 1..4))
            .prop_map(|(mover, words, decision, vote, below)|
                Passage::Amended(mover, words, decision, vote, below)),
        1 => (
            0..OFFICES.len(),
            prop::collection::vec((any::<Index>(), any::<Index>(), any::<bool>()), 1..4),
            prop::option::weighted(0.8, any::<Index>()),
            any::<bool>(),
            any::<bool>(),
        )
            .prop_map(|(office, nominees, elected, counted, lot)|
                Passage::Election(office, nominees, elected, counted, lot)),
        1 => Just(Passage::Note),
    ]
}

fn amended() -> impl Strategy<Value = Amended> {
    (any::<Index>(), any::<Index>(), 0..AMENDED.len(), 0..6u8, 0..4u8, any::<bool>())
}

/// An item: its label is drawn or not, its part, whether it is restricted against its part, a report, an outcome, and
/// what was minuted, each with whether that is restricted.
type Business = (bool, bool, u8, bool, u8, Vec<(Passage, u8)>);

/// Everything that is drawn for one meeting.
#[derive(Clone)]
pub struct Drawn {
    body: usize,
    venue: usize,
    noun: bool,
    next: bool,
    hours: (Option<u16>, Option<u16>),
    first: Option<u32>,
    labels: u8,
    parts: Vec<(usize, bool, bool, bool)>,
    stood: Vec<u8>,
    officers: Vec<bool>,
    titles: Vec<usize>,
    business: Vec<Business>,
    declared: Vec<(Index, Index, u8, u8)>,
    moves: Vec<(Index, Index, Option<u16>, bool)>,
    /// The interruptions: at which item, after which passage, how long after the one before, whether the meeting resumed, and
    /// whether the place is known.
    breaks: Vec<(Index, Index, u16, bool, bool)>,
}

impl std::fmt::Debug for Drawn {
    /// What was drawn is told better by the minutes that were printed, which stand in every complaint.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the meeting above")
    }
}

pub fn drawn() -> impl Strategy<Value = Drawn> {
    let hour = || prop::option::of(0..240u16);
    let head = (0..BODIES.len(), 0..VENUES.len(), any::<bool>(), any::<bool>(), (hour(), hour()));
    let part = (0..PARTS.len(), any::<bool>(), prop::bool::weighted(0.3), any::<bool>());
    let agenda = (
        prop::option::of(2..140u32),
        0..4u8,
        prop::collection::vec(part, 0..4),
        Just((0..TITLES.len()).collect::<Vec<_>>()).prop_shuffle(),
    );
    let people = (
        prop::collection::vec(0..12u8, MEMBERS.len()),
        prop::collection::vec(any::<bool>(), OFFICERS.len()),
        prop::collection::vec((any::<Index>(), any::<Index>(), 0..3u8, 0..5u8), 0..3),
        prop::collection::vec((any::<Index>(), any::<Index>(), hour(), any::<bool>()), MEMBERS.len()),
        prop::collection::vec((any::<Index>(), any::<Index>(), 1..50u16, any::<bool>(), any::<bool>()), 0..3),
    );
    let passages = prop::collection::vec((passage(), 0..12u8), 0..5);
    let item =
        (prop::bool::weighted(0.9), prop::bool::weighted(0.4), 0..9u8, any::<bool>(), 0..12u8, passages);
    (head, agenda, people, prop::collection::vec(item, 2..8)).prop_map(
        |(
            (body, venue, noun, next, hours),
            (first, labels, parts, titles),
            (stood, officers, declared, moves, breaks),
            business,
        )| {
            Drawn {
                body,
                venue,
                noun,
                next,
                hours,
                first,
                labels,
                parts,
                stood,
                officers,
                titles,
                business,
                declared,
                moves,
                breaks,
            }
        },
    )
}

/// A meeting while it is made.
struct Maker<'a> {
    drawn: &'a Drawn,
    meeting: Meeting,
    ids: Ids,
}

impl Drawn {
    /// The meeting that was drawn.
    pub fn meeting(&self) -> Meeting {
        let mut maker = Maker { drawn: self, meeting: Meeting::default(), ids: Ids::default() };
        maker.head();
        maker.people();
        maker.agenda();
        maker.movements();
        maker.declarations();
        maker.breaks();
        maker.meeting
    }
}

fn time(minutes: u16) -> NaiveTime {
    NaiveTime::from_hms_opt(10 + u32::from(minutes) / 60, u32::from(minutes) % 60, 0).unwrap()
}

impl Maker<'_> {
    fn head(&mut self) {
        let drawn = self.drawn;
        self.meeting.head = Head {
            body: BODIES[drawn.body].into(),
            noun: if drawn.noun { "Notes".into() } else { "Minutes".into() },
            date: Some(day()),
            venue: VENUES[drawn.venue].into(),
            next_meeting: drawn.next.then(|| NaiveDate::from_ymd_opt(2024, 3, 14).unwrap()),
            numbering: Numbering { first: drawn.first, ..Numbering::default() },
            ..Head::default()
        };
        let moment = |turn, hour: Option<u16>| hour.map(|hour| Moment::new(turn, day().and_time(time(hour))));
        let moments =
            [moment(Turn::Opened, drawn.hours.0), moment(Turn::Closed, drawn.hours.1.map(|hour| hour + 200))];
        let moments: Vec<Moment> = moments.into_iter().flatten().collect();
        self.meeting.course = Course { status: Status::Closed, moments, ..Course::default() };
    }

    fn people(&mut self) {
        for (name, short, role) in MEMBERS {
            let id = PersonId(self.ids.draw());
            self.meeting.people.push(Person {
                short: short.into(),
                role: role.into(),
                ..Person::new(id, name)
            });
        }
        for (at, stood) in self.drawn.stood.iter().enumerate() {
            self.stand(at, *stood);
        }
        for (there, (name, post, organisation)) in self.drawn.officers.iter().zip(OFFICERS) {
            let id = PersonId(self.ids.draw());
            let (post, organisation) = (post.into(), organisation.into());
            let membership = Membership::Officer;
            self.meeting.people.push(Person { post, organisation, membership, ..Person::new(id, name) });
            if *there {
                self.moved(id, Move::Present, Mode::Room);
            }
        }
    }

    fn stand(&mut self, at: usize, drawn: u8) {
        let id = self.meeting.people[at].id;
        match stood(drawn) {
            Stood::Unmarked | Stood::Late => {}
            Stood::Present | Stood::Early | Stood::InAndOut => self.moved(id, Move::Present, Mode::Room),
            Stood::Online => self.moved(id, Move::Present, Mode::Online),
            Stood::Absent => self.moved(id, Move::Absent, Mode::Room),
            Stood::Apologies => self.apology(id, None),
            Stood::Replaced => {
                let sub = PersonId(self.ids.draw());
                let name = ["Mr N Groyne", "Cllr P Brine", "Miss T Sprit", "Dr S Lind"][at % 4];
                let is_new = self.meeting.people.iter().all(|person| person.name != name);
                if is_new {
                    let membership = Membership::Substitute;
                    self.meeting.people.push(Person { membership, ..Person::new(sub, name) });
                    self.moved(sub, Move::Present, Mode::Room);
                }
                self.apology(id, is_new.then_some(sub));
            }
        }
    }

    fn apology(&mut self, person: PersonId, substitute: Option<PersonId>) {
        let id = ApologyId(self.ids.draw());
        self.meeting.apologies.push(Apology { id, person, substitute });
    }

    fn moved(&mut self, person: PersonId, what: Move, mode: Mode) {
        let id = MovementId(self.ids.draw());
        self.meeting.attendance.push(Movement { mode, ..Movement::new(id, person, what) });
    }

    fn agenda(&mut self) {
        for (at, (title, labelled, restricted, stated)) in self.drawn.parts.iter().enumerate() {
            let label = if *labelled { char::from(b'A' + at as u8).to_string() } else { String::new() };
            let title = PARTS[(title + at) % PARTS.len()];
            let restricted = *restricted || title.starts_with("Restricted");
            let statement = match (stated, restricted) {
                (false, _) => "",
                (true, true) => "Meeting not open to the press and public",
                (true, false) => "Reports to be noted",
            };
            let (title, statement) = (title.into(), statement.into());
            let id = PartId(self.ids.draw());
            self.meeting.parts.push(Part { id, label, title, restricted, statement });
        }
        // Two parts with one title are one part to every reader.
        let mut seen = Vec::new();
        self.meeting.parts.retain(|part| {
            !seen.contains(&part.title) && {
                seen.push(part.title.clone());
                true
            }
        });
        let count = self.drawn.business.len();
        for (at, business) in self.drawn.business.iter().enumerate() {
            self.item(at, count, business);
        }
        if self.drawn.titles.iter().take(count).all(|title| TITLES[*title] != "Date of the next meeting") {
            return;
        }
        // An item about the next meeting says when that is; the same words right below it would be its minute.
        let closed = Moment::new(Turn::Closed, day().and_time(time(230)));
        self.meeting.course.moments.retain(|moment| moment.turn != Turn::Closed);
        self.meeting.course.moments.push(closed);
        self.meeting.head.next_meeting = NaiveDate::from_ymd_opt(2024, 3, 14);
    }

    fn item(&mut self, at: usize, count: usize, business: &Business) {
        let (labelled, against, what_is, reported, outcome, passages) = business;
        let part = self.meeting.parts.get(at * self.meeting.parts.len() / count);
        let letter = part.map(|part| part.label.clone()).filter(|label| !label.is_empty());
        let label = match (labelled, self.drawn.labels) {
            (_, 0) => String::new(),
            (false, _) => String::new(),
            (true, 1) => (at + 1).to_string(),
            (true, _) => format!("{}{}", letter.unwrap_or_else(|| "B".into()), at + 1),
        };
        let part_restricted = part.is_some_and(|part| part.restricted);
        let heading = Heading {
            label,
            title: TITLES[self.drawn.titles[at]].into(),
            part: part.map(|part| part.id),
            report: if *reported {
                "Report by Linden Fenwick, Harbour Engineer, and the Head of Finance of Saltmarsh District Council".into()
            } else {
                String::new()
            },
            restricted: (*against && *what_is == 0).then_some(!part_restricted),
            outcome: Outcome::ALL[usize::from(*outcome).min(11) % 5 * usize::from(*outcome > 7)],
            ..Heading::default()
        };
        let id = ItemId(self.ids.draw());
        self.meeting.items.push(Item { id, heading, minutes: Vec::new() });
        for (passage, restricted) in passages {
            self.passage(passage, *restricted == 0);
        }
    }

    fn block(&mut self, kind: Kind, level: u8, restricted: bool, text: &str) {
        let id = BlockId(self.ids.draw());
        let block = Block { kind, level, restricted, ..Block::paragraph(id, text) };
        self.meeting.items.last_mut().unwrap().minutes.push(block);
    }

    fn entries(&mut self, kind: Kind, restricted: bool, entries: &[(usize, Vec<usize>)]) {
        for (words, below) in entries {
            let lead = if below.is_empty() {
                ENTRIES[*words].to_owned()
            } else {
                format!("what {words} costs, namely:")
            };
            self.block(kind.clone(), 1, restricted, &lead);
            for words in below {
                self.block(kind.clone(), 2, restricted, ENTRIES[*words]);
            }
        }
    }

    fn passage(&mut self, passage: &Passage, restricted: bool) {
        match passage {
            Passage::Paragraph(words, below) if below.is_empty() => {
                self.block(Kind::Paragraph, 0, restricted, SENTENCES[*words]);
            }
            Passage::Paragraph(words, below) => {
                self.block(Kind::Paragraph, 0, restricted, &format!("Of {words} things it was noted that:"));
                self.entries(Kind::Paragraph, restricted, below);
            }
            Passage::Bullets(words, below, level) => {
                self.block(Kind::Paragraph, 0, restricted, SENTENCES[*words]);
                below.iter().for_each(|words| self.block(Kind::Bullet, *level, restricted, ENTRIES[*words]));
            }
            Passage::Decision(is, words) => self.block(decision(*is), 0, restricted, RESOLVED[*words]),
            Passage::Parts(is, lead, parts) => {
                self.block(decision(*is), 0, restricted, LEADS[*lead]);
                self.entries(decision(*is), restricted, parts);
            }
            Passage::Action(words) => self.block(Kind::Action, 0, restricted, TASKS[*words]),
            Passage::Procedural(words) => self.block(Kind::Procedural, 0, restricted, ASIDES[*words]),
            Passage::Motion(mover, seconder, words, decision, vote, more) => {
                let motion = self.motion(mover, seconder, *decision, *vote, *more);
                self.block(Kind::Motion(Box::new(motion)), 0, restricted, MOVED[*words]);
            }
            Passage::Amended(mover, words, decision, vote, below) => {
                let motion = self.motion(mover, mover, *decision, *vote, false);
                self.block(Kind::Motion(Box::new(motion)), 0, restricted, MOVED[*words]);
                self.amendments(restricted, below);
            }
            Passage::Election(office, nominees, elected, counted, lot) => {
                self.election(restricted, OFFICES[*office], nominees, *elected, (*counted, *lot));
            }
            Passage::Note => self.block(Kind::Note, 0, false, "ask Ola about the figure"),
        }
    }

    /// Amendments to the motion above. Minutes print the words that it had, and those that it has in the end, so that
    /// of several that are carried nobody could read what each did: one is.
    fn amendments(&mut self, restricted: bool, below: &[Amended]) {
        let main = self.meeting.items.last().unwrap().minutes.last().unwrap().id;
        let mut is_amended = false;
        for (mover, seconder, words, decision, vote, more) in below {
            let mut motion = self.motion(mover, seconder, *decision, *vote, *more);
            if motion.decision == Decision::Carried && is_amended {
                motion.decision = Decision::Lost;
            }
            let mut amendment = Amendment { motion: main, amended: String::new(), replaced: String::new() };
            if motion.decision == Decision::Carried {
                is_amended = true;
                amendment.amended = format!("{}, as the engineer reported", AMENDED[*words]);
                let minutes = &mut self.meeting.items.last_mut().unwrap().minutes;
                let main = minutes.iter_mut().find(|block| block.id == main).unwrap();
                amendment.replaced = std::mem::replace(&mut main.text, amendment.amended.clone());
            }
            motion.subject = Subject::Amendment(amendment);
            self.block(Kind::Motion(Box::new(motion)), 1, restricted, AMENDED[*words]);
        }
    }

    /// An election among those who are there. An election without nominees is a resolution to every reader.
    fn election(
        &mut self,
        restricted: bool,
        office: &str,
        nominated: &[(Index, Index, bool)],
        elected: Option<Index>,
        (counted, by_lot): (bool, bool),
    ) {
        let members = self.members();
        if members.is_empty() {
            return;
        }
        let mut nominees: Vec<Nominee> = Vec::new();
        for (at, (person, proposer, seconded)) in nominated.iter().enumerate() {
            let (person, proposer) = (*person.get(&members), *proposer.get(&members));
            if nominees.iter().all(|known| known.person != person) {
                let (proposer, seconder) = (seconded.then_some(proposer), seconded.then_some(members[0]));
                let votes = counted.then_some(at as u32 * 3 + 1);
                nominees.push(Nominee { person, proposer, seconder: seconder.filter(|_| at != 1), votes });
            }
        }
        let elected = elected.map(|elected| elected.get(&nominees).person);
        let words = match elected.and_then(|id| self.meeting.person(id)) {
            Some(person) => format!("that {} be elected {office}.", person.name),
            None => format!("that nominations for {office} be received."),
        };
        let decision = if elected.is_some() { Decision::Carried } else { Decision::Moved };
        let subject = Subject::Election(Election { office: office.into(), nominees, elected, by_lot });
        let motion = Motion { subject, decision, ..Motion::default() };
        self.block(Kind::Motion(Box::new(motion)), 0, restricted, &words);
    }

    /// The members who are there.
    fn members(&self) -> Vec<PersonId> {
        let people = self.meeting.people.iter();
        let there = people.filter(|one| one.membership.sits() && self.meeting.attended(one.id));
        there.map(|one| one.id).collect()
    }

    fn motion(&self, mover: &Index, seconder: &Index, decision: u8, vote: u8, more: bool) -> Motion {
        let members = self.members();
        let decision = Decision::ALL[usize::from(decision)];
        let mut motion = Motion { decision, ..Motion::default() };
        if members.len() >= 2 {
            motion.mover = Some(*mover.get(&members));
            motion.seconder = (decision != Decision::Unseconded && more).then(|| *seconder.get(&members));
        } else if decision == Decision::Moved {
            motion.decision = Decision::Carried;
        }
        if motion.decision.is_voted() {
            self.vote(&mut motion, vote, more, &members);
        }
        motion
    }

    fn vote(&self, motion: &mut Motion, vote: u8, more: bool, members: &[PersonId]) {
        let third = members.len() / 3;
        let lists =
            (members[..third].to_vec(), members[third..2 * third].to_vec(), members[2 * third..].to_vec());
        match vote {
            0 => {}
            1 => motion.vote = Vote::Hands { for_: 9, against: 2, abstained: u32::from(more) },
            _ if members.is_empty() => {}
            2 if more => {
                motion.vote = Vote::Recorded { for_: lists.0, against: lists.1, abstained: vec![] };
                motion.silent = lists.2;
            }
            2 => motion.vote = Vote::Recorded { for_: lists.0, against: lists.1, abstained: lists.2 },
            _ => {
                motion.vote = Vote::Hands { for_: 4, against: 4, abstained: 0 };
                let own = OwnVote { person: members[0], side: Side::Against };
                motion.own_votes = vec![own];
                motion.casting =
                    Some(OwnVote { person: members[0], side: if more { Side::For } else { Side::Against } });
            }
        }
    }

    /// Who came and went, each while some item was taken, after some passage of it.
    fn movements(&mut self) {
        for at in 0..MEMBERS.len() {
            let person = self.meeting.people[at].id;
            let moves: &[Move] = match stood(self.drawn.stood[at]) {
                Stood::Late => &[Move::Arrived],
                Stood::Early => &[Move::LeftForGood],
                Stood::InAndOut => &[Move::Withdrew, Move::Returned],
                _ => &[],
            };
            for (order, what) in moves.iter().enumerate() {
                self.movement(person, *what, at, order);
            }
        }
    }

    fn movement(&mut self, person: PersonId, what: Move, at: usize, order: usize) {
        let (item, slot, hour, explained) = &self.drawn.moves[at];
        let item = item.get(&self.meeting.items);
        let begins = |block: &Block| block.level == 0 && !matches!(block.kind, Kind::Bullet | Kind::Note);
        let before: Vec<usize> =
            item.minutes.iter().enumerate().filter(|(_, block)| begins(block)).map(|(at, _)| at).collect();
        // What happened is told before something new, or at the end.
        let slot = if before.is_empty() { 0 } else { *slot.get(&before) };
        let mut before = item.minutes.iter().take(slot);
        let is_told = before.clone().any(|block| block.kind != Kind::Note);
        let after = before.next_back().filter(|_| is_told).or(item.minutes.last()).map(|block| block.id);
        let item = (hour.is_some() || !at.is_multiple_of(3)).then_some(item.id);
        let why = if *explained { "to catch the ferry (the last one)" } else { "" };
        let movement = Movement {
            item,
            after: item.and(after),
            at: hour.map(|hour| time(hour + order as u16)),
            mode: if at.is_multiple_of(4) && what.is_in() { Mode::Online } else { Mode::Room },
            why: why.into(),
            ..Movement::new(MovementId(self.ids.draw()), person, what)
        };
        self.meeting.attendance.push(movement);
    }

    /// When the meeting was adjourned and went on. What has no place of its own is told after everything else, which is
    /// no place of its own to a reader, unless something was minuted there.
    fn breaks(&mut self) {
        let mut hour = 0;
        let mut moments = Vec::new();
        for (item, slot, later, resumes, placed) in &self.drawn.breaks {
            let minuted = |item: &&Item| item.minutes.iter().any(|block| block.kind != Kind::Note);
            let items: Vec<&Item> = self.meeting.items.iter().filter(minuted).collect();
            if items.is_empty() {
                return;
            }
            let minutes = &item.get(&items).minutes;
            let begins = |block: &Block| block.level == 0 && !matches!(block.kind, Kind::Bullet | Kind::Note);
            let begun = minutes.iter().enumerate().skip(1).filter(|(_, block)| begins(block));
            let begun: Vec<usize> = begun.map(|(at, _)| at).chain([minutes.len()]).collect();
            // It is told before something new, or at the end; first under an item it would follow nothing.
            let before = *slot.get(&begun);
            let told = minutes.iter().take(before).rfind(|block| block.kind != Kind::Note);
            let is_known = *placed || self.meeting.items.last().is_none_or(|last| !minuted(&last));
            let after = told.map(|block| block.id).filter(|_| is_known);
            if told.is_none() {
                continue;
            }
            let mut turn = |turn, minutes: u16| {
                hour += minutes;
                moments.push(Moment { after, ..Moment::new(turn, day().and_time(time(hour))) });
            };
            turn(Turn::Adjourned, *later);
            if *resumes {
                turn(Turn::Resumed, 10);
            }
        }
        let known = &mut self.meeting.course.moments;
        let at = known.iter().filter(|moment| moment.turn == Turn::Opened).count();
        known.splice(at..at, moments);
    }

    fn declarations(&mut self) {
        const KINDS: [&str; 3] = ["disclosable pecuniary interest", "", "other registrable interest"];
        let there: Vec<PersonId> = self
            .meeting
            .people
            .iter()
            .filter(|one| self.meeting.attended(one.id))
            .map(|one| one.id)
            .collect();
        // An item that is not printed cannot be found again.
        let items: Vec<ItemId> =
            self.meeting.items.iter().filter(|item| item.has_minutes()).map(|item| item.id).collect();
        for (person, item, kind, conduct) in &self.drawn.declared {
            if there.is_empty() || items.is_empty() {
                return;
            }
            let (person, first) = (*person.get(&there), *item.get(&items));
            let second = items[0];
            let is_known = |known: &Declaration| known.person == person;
            if self.meeting.declarations.iter().any(is_known) {
                continue;
            }
            let declaration = Declaration {
                id: DeclarationId(self.ids.draw()),
                person,
                items: if first == second || *conduct > 2 { vec![first] } else { vec![second, first] },
                during: (*kind == 2).then_some(first),
                kind: KINDS[usize::from(*kind)].into(),
                nature: if *conduct % 2 == 0 {
                    "she keeps a boat on the Slipway (“Heron”)".into()
                } else {
                    String::new()
                },
                sensitive: false,
                conduct: Conduct::ALL[usize::from(*conduct)],
            };
            self.meeting.declarations.push(declaration);
        }
    }
}

fn decision(is_resolution: bool) -> Kind {
    if is_resolution { Kind::Resolution } else { Kind::Recommendation }
}

fn stood(drawn: u8) -> Stood {
    match drawn {
        0 => Stood::Unmarked,
        1 => Stood::Online,
        2 => Stood::Absent,
        3 => Stood::Apologies,
        4 => Stood::Replaced,
        5 => Stood::Late,
        6 => Stood::Early,
        7 => Stood::InAndOut,
        _ => Stood::Present,
    }
}
