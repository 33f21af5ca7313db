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
use minutebook::domain::motions::{Decision, Motion, OwnVote, Side, Vote};
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
        1 => Just(Passage::Note),
    ]
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
    );
    let passages = prop::collection::vec((passage(), 0..12u8), 0..5);
    let item =
        (prop::bool::weighted(0.9), prop::bool::weighted(0.4), 0..9u8, any::<bool>(), 0..12u8, passages);
    (head, agenda, people, prop::collection::vec(item, 2..8)).prop_map(
        |(
            (body, venue, noun, next, hours),
            (first, labels, parts, titles),
            (stood, officers, declared, moves),
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
        let moment =
            |turn, hour: Option<u16>| hour.map(|hour| Moment { turn, at: day().and_time(time(hour)) });
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
        let closed = Moment { turn: Turn::Closed, at: day().and_time(time(230)) };
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
            Passage::Note => self.block(Kind::Note, 0, false, "ask Ola about the figure"),
        }
    }

    fn motion(&self, mover: &Index, seconder: &Index, decision: u8, vote: u8, more: bool) -> Motion {
        let people = &self.meeting.people;
        let members: Vec<PersonId> = people
            .iter()
            .filter(|one| one.membership.sits() && self.meeting.attended(one.id))
            .map(|one| one.id)
            .collect();
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
