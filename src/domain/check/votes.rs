//! Motions and votes: whether those who voted could, whether numbers and names agree with who was there, and
//! whether names are there where they have to be.

use super::{Finding, Place, finding};
use crate::domain::agenda::Item;
use crate::domain::id::PersonId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Block, Kind};
use crate::domain::motions::{Decision, Election, Motion, Vote};
use crate::domain::profile::Profile;
use crate::domain::voting::Bar;
use std::collections::BTreeSet;

pub(super) fn check(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
    for item in &meeting.items {
        for block in &item.minutes {
            if let Kind::Motion(motion) = &block.kind {
                Put { meeting, profile, item, block, motion, found }.check();
            }
        }
    }
}

/// A motion with everything that it is compared with.
struct Put<'a> {
    meeting: &'a Meeting,
    profile: &'a Profile,
    item: &'a Item,
    block: &'a Block,
    motion: &'a Motion,
    found: &'a mut Vec<Finding>,
}

impl Put<'_> {
    fn check(mut self) {
        self.voters();
        self.movers();
        self.numbers();
        self.names();
        self.tie();
        if let Some(election) = self.motion.election() {
            self.election(election);
        }
    }

    fn note(&mut self, rule: &'static str, mut said: String) {
        said += &format!(" ({})", self.item.name());
        self.found.push(finding(rule, said, Place::Block(self.item.id, self.block.id)));
    }

    fn name(&self, person: PersonId) -> String {
        self.meeting.person(person).map_or_else(|| "Somebody".to_owned(), |person| person.name.clone())
    }

    fn sits(&self, person: PersonId) -> bool {
        self.meeting.person(person).is_some_and(|person| person.membership.sits())
    }

    fn bar(&self, person: PersonId) -> Option<Bar> {
        self.meeting.barred(self.profile, person, self.item.id, self.motion.put)
    }

    /// How many sit, may have been there and count.
    fn entitled(&self) -> Vec<PersonId> {
        let sitting = self.meeting.people.iter().filter(|person| person.membership.sits());
        sitting.map(|person| person.id).filter(|person| self.bar(*person).is_none()).collect()
    }

    fn voters(&mut self) {
        let motion = self.motion;
        let cast: Vec<PersonId> = motion
            .vote
            .voters()
            .chain(motion.own_votes.iter().chain(&motion.casting).map(|vote| vote.person))
            .collect();
        let mut seen = BTreeSet::new();
        for voter in motion.vote.voters().chain(motion.silent.iter().copied()) {
            if !seen.insert(voter) {
                self.note("voted-twice", format!("{} is down twice in one vote.", self.name(voter)));
            }
        }
        for voter in cast.into_iter().collect::<BTreeSet<_>>() {
            let name = self.name(voter);
            if !self.sits(voter) {
                self.note("voter-not-a-member", format!("{name} voted and is not a member."));
            }
            match self.bar(voter) {
                Some(Bar::Away) => {
                    self.note("voter-not-there", format!("{name} voted and was not there."));
                }
                Some(Bar::Remote) => {
                    let said = format!("{name} voted and attended online, which does not count here.");
                    self.note("voter-online", said);
                }
                Some(Bar::Interest) => {
                    let said = format!("{name} voted and had declared an interest in the item.");
                    self.note("voted-with-interest", said);
                }
                None => {}
            }
        }
    }

    fn movers(&mut self) {
        for person in self.motion.mover.into_iter().chain(self.motion.seconder) {
            let name = self.name(person);
            match self.bar(person) {
                Some(Bar::Away) => {
                    let said = format!("{name} moved or seconded a motion and was not there.");
                    self.note("mover-not-there", said);
                }
                Some(Bar::Interest) => {
                    let said = format!(
                        "{name} moved or seconded a motion and had declared an interest in the item."
                    );
                    self.note("moved-with-interest", said);
                }
                Some(Bar::Remote) => {
                    let said = format!(
                        "{name} moved or seconded a motion and attended online, which does not count here."
                    );
                    self.note("mover-online", said);
                }
                None => {}
            }
        }
        if self.motion.mover.is_some() && self.motion.mover == self.motion.seconder {
            self.note("seconded-own-motion", "One person moved and seconded this motion.".to_owned());
        }
    }

    fn numbers(&mut self) {
        let Some((yes, no, abstained)) = self.motion.vote.count() else { return };
        let (voted, entitled) = (yes + no + abstained, self.entitled().len());
        if voted > entitled {
            let said = format!("{voted} votes are counted and {entitled} could vote.");
            self.note("more-votes-than-members", said);
        }
        let agrees = match self.motion.decision {
            Decision::Carried => self.motion.counted() != Some(Decision::Lost),
            Decision::Lost => self.motion.counted() != Some(Decision::Carried),
            _ => true,
        };
        if !agrees {
            let said = format!("The motion is down as {} against the votes.", self.motion.decision.word());
            self.note("decided-against-the-votes", said);
        }
    }

    /// Votes are recorded with names on demand, and on the budget (SI 2014/165): every member who was there is then, as
    /// in every vote that is recorded with names, in one list.
    fn names(&mut self) {
        let on_the_budget = self.profile.budget_by_name && self.item.is_for_budget();
        let is_recorded = matches!(self.motion.vote, Vote::Recorded { .. });
        if !self.motion.decision.is_voted() || !(is_recorded || self.motion.names_demanded || on_the_budget) {
            return;
        }
        if !is_recorded {
            let why =
                if on_the_budget { "A vote on the budget" } else { "A vote for which names were demanded" };
            return self.note("names-missing", format!("{why} is minuted without the names."));
        }
        let listed: BTreeSet<PersonId> =
            self.motion.vote.voters().chain(self.motion.silent.iter().copied()).collect();
        let missing = self.entitled().into_iter().filter(|person| !listed.contains(person));
        for person in missing.collect::<Vec<_>>() {
            let said = format!("It is not recorded how {} voted.", self.name(person));
            self.note("names-missing", said);
        }
    }

    fn tie(&mut self) {
        let Some((yes, no, _)) = self.motion.vote.count() else { return };
        match (yes == no && yes > 0, self.motion.casting) {
            (true, None) if self.motion.decision.is_voted() && self.profile.casting_vote => {
                let said = format!("The votes were equal, and no casting vote is recorded: {yes} to {no}.");
                self.note("no-casting-vote", said);
            }
            (false, Some(_)) => {
                self.note("casting-vote-without-tie", "A casting vote is recorded without a tie.".to_owned());
            }
            _ => {}
        }
        self.casting();
    }

    /// The casting vote is that of the person presiding, who is the chair while the chair is there.
    fn casting(&mut self) {
        let Some(casting) = self.motion.casting else { return };
        let chairs: Vec<PersonId> = super::presiding::chairs(self.meeting, self.profile).collect();
        let presides = |chair: &PersonId| self.bar(*chair).is_none();
        if !chairs.contains(&casting.person) && chairs.iter().any(presides) {
            let name = self.name(casting.person);
            self.note(
                "casting-vote-not-of-the-chair",
                format!("{name} gave the casting vote while the chair was there."),
            );
        }
    }

    fn election(&mut self, election: &Election) {
        let votes: u32 = election.nominees.iter().filter_map(|nominee| nominee.votes).sum();
        let entitled = self.entitled().len();
        if votes as usize > entitled {
            let said = format!("{votes} votes are counted in the election and {entitled} could vote.");
            self.note("more-votes-than-members", said);
        }
        let of = |person| {
            election
                .nominees
                .iter()
                .find(|nominee| nominee.person == person)
                .and_then(|nominee| nominee.votes)
        };
        let most = election.nominees.iter().filter_map(|nominee| nominee.votes).max();
        let elected = election.elected.and_then(of);
        if let (Some(elected), Some(most)) = (elected, most) {
            let first = election.nominees.iter().filter(|nominee| nominee.votes == Some(most)).count();
            if elected < most {
                self.note("elected-with-fewer-votes", "Somebody else had more votes.".to_owned());
            } else if first > 1 && !election.by_lot && self.motion.casting.is_none() {
                let said = "The votes were equal, and it is not recorded how that was decided.";
                self.note("no-casting-vote", said.to_owned());
            }
        }
    }
}
