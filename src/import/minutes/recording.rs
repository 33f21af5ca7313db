//! What was minuted under an item, put into the record: blocks, who came and went, who declared what, and how was voted.
//! Knows the record in the making, and drafts.

use super::motion::election::ElectionDraft;
use super::motion::{MotionDraft, Side};
use super::{Draft, DraftKind};
use crate::domain::agenda::{Heading, LeftOver};
use crate::domain::id::{BlockId, DeclarationId, ItemId, LeftOverId, MovementId, PersonId};
use crate::domain::minutes::{Block, Kind};
use crate::domain::motions::{self, Amendment, Election, Motion, Nominee, OwnVote, Subject, Vote};
use crate::domain::people::{Declaration, Membership, Movement};
use crate::import::aside::Asides;
use crate::import::assemble::Builder;
use crate::import::attendance;
use crate::import::declared::{self, Declared};
use crate::import::happened::{During, Moved};
use crate::import::listing::Listed;
use crate::import::listing::label::Label;
use crate::import::notice;
use crate::import::paper::{Ledger, Line, Role};
use crate::import::people::Named;
use crate::import::settle::{self, Told};
use crate::import::title;
use crate::import::{Meaning, Sure, said};

impl Builder {
    /// What was minuted under an item.
    pub fn minuted(
        &mut self,
        item: ItemId,
        lines: &[&Line],
        heading: &mut Heading,
        ledger: &mut Ledger,
    ) -> Vec<Block> {
        let lines = self.without_lists(&heading.title, lines, ledger);
        self.say(&lines, heading, ledger);
        let read = super::read(&lines);
        if heading.report.is_empty() {
            heading.report = read.report;
        }
        heading.text.extend(read.told);
        let beside = if self.is_minutes { reference_beside(heading) } else { None };
        let reference = beside.as_deref().and_then(notice::of_item).unwrap_or(&read.reference);
        settle::refer(heading, reference);
        heading.outcome = read.outcome;
        self.people(&heading.title.to_lowercase(), &read.drafts);
        let mut blocks: Vec<Block> = Vec::new();
        for draft in read.drafts {
            let last = blocks.last().map(|block| block.id);
            let amendment = amendment(&draft, &blocks);
            let block = self.recorded(item, last, draft);
            blocks.extend(block.map(|block| amending(block, amendment)));
        }
        blocks
    }

    /// Says what the lines below a title were understood as.
    fn say(&mut self, lines: &[&Line], heading: &Heading, ledger: &mut Ledger) {
        for line in lines {
            let meaning = if line.role == Role::Plain { Meaning::Minutes } else { Meaning::Furniture };
            if notice::cuts_off(&line.text) {
                self.cut_off(line, heading, ledger);
            } else {
                ledger.say(line, meaning, Sure::Recognised);
            }
        }
    }

    /// What an item tells of people, if its title says that it is about apologies or interests.
    fn people(&mut self, title: &str, drafts: &[Draft]) {
        if title.contains("apolog") {
            self.apologies(drafts);
        }
        if attendance::is_about_it(title) {
            let label = Label::phrase(title).filter(|label| !label.is_group);
            drafts.iter().for_each(|draft| self.attended(&draft.text, label));
        }
        if title.contains("declaration") || title.contains("interest") {
            self.declarations(drafts);
        }
    }

    /// Says that the minutes of an item are not whole: in the report, on the import screen and among the left-overs,
    /// where it stays until the clerk has seen to it.
    fn cut_off(&mut self, line: &Line, heading: &Heading, ledger: &mut Ledger) {
        let name = if heading.label.is_empty() { &heading.title } else { &heading.label };
        let told =
            format!("The minutes of item {name} are cut off on the page; copy their full text from it.");
        ledger.say(line, Meaning::Minutes, Sure::Guessed);
        let id = LeftOverId(self.ids.draw());
        self.meeting.left_over.push(LeftOver { id, line: line.number, text: told.clone() });
        self.notes.push(told);
    }

    /// A block, unless its sentence belongs elsewhere in the record.
    fn recorded(&mut self, item: ItemId, last: Option<BlockId>, draft: Draft) -> Option<Block> {
        if let DraftKind::Moved(moved) = &draft.kind
            && let Some(person) = self.roll.find(&moved.name)
        {
            self.moved(person, moved, Some(item), last);
            return None;
        }
        let kind = draft.kind.clone();
        let block = self.block(draft);
        match kind {
            DraftKind::Declared(declared) => self.declares(declared, Some((item, block.id))),
            DraftKind::Turned(turned) => self.turned.push((turned, (item, block.id))),
            _ => {}
        }
        Some(block)
    }

    fn moved(&mut self, person: PersonId, moved: &Moved, item: Option<ItemId>, after: Option<BlockId>) {
        let Moved { what, mode, at, why, .. } = moved.clone();
        let id = MovementId(self.ids.draw());
        let movement = Movement { item, after, at, mode, why, ..Movement::new(id, person, what) };
        self.meeting.attendance.push(movement);
    }

    /// Keeps a declaration until all items are known, if its person is.
    fn declares(&mut self, declared: Declared, at: Option<(ItemId, BlockId)>) {
        if let Some(person) = self.roll.find(&declared.name) {
            self.declared.push(Told { id: DeclarationId(self.ids.draw()), person, declared, at });
        }
    }

    /// What is told before the items. Who came or went during an item is told again there.
    pub fn beside(&mut self, asides: &Asides) {
        for moved in asides.moved.iter().filter(|moved| !matches!(moved.during, During::Other(_))) {
            if let Some(person) = self.roll.find(&moved.name) {
                self.moved(person, moved, None, None);
            }
        }
        asides.declared.iter().for_each(|declared| self.declares(declared.clone(), None));
    }

    fn declarations(&mut self, drafts: &[Draft]) {
        let plain = || drafts.iter().filter(|draft| !matches!(draft.kind, DraftKind::Declared(_)));
        for declared in plain().filter_map(|draft| declared::by_item(&draft.text)) {
            self.named(&declared.name);
            self.declares(declared, None);
        }
        let told: Vec<(Named, String)> =
            plain().flat_map(|draft| self.declared_by_known(&draft.text)).collect();
        for (named, nature) in plain().flat_map(|draft| said::declarations(&draft.text)).chain(told) {
            let person = self.roll.person(&mut self.meeting, &mut self.ids, &named, Membership::Member);
            let is_known = |known: &Declaration| known.person == person && known.nature == nature;
            if self.meeting.declarations.iter().any(is_known) {
                continue;
            }
            let id = DeclarationId(self.ids.draw());
            self.meeting.declarations.push(Declaration { nature, ..Declaration::new(id, person) });
        }
    }

    fn apologies(&mut self, drafts: &[Draft]) {
        for person in drafts.iter().flat_map(|draft| said::apologies(&draft.text)) {
            self.roll.list(&mut self.meeting, &mut self.ids, Listed::Apologies, &person);
        }
    }

    fn block(&mut self, draft: Draft) -> Block {
        let kind = match draft.kind {
            DraftKind::Paragraph => Kind::Paragraph,
            DraftKind::Bullet => Kind::Bullet,
            DraftKind::Resolution => Kind::Resolution,
            DraftKind::Recommendation => Kind::Recommendation,
            DraftKind::Action => Kind::Action,
            DraftKind::Procedural | DraftKind::Moved(_) | DraftKind::Declared(_) | DraftKind::Turned(_) => {
                Kind::Procedural
            }
            DraftKind::Motion(motion) => Kind::Motion(Box::new(self.motion(&motion))),
        };
        let Draft { level, restricted, .. } = draft;
        Block { kind, level, restricted, ..Block::paragraph(BlockId(self.ids.draw()), draft.text) }
    }

    fn motion(&mut self, draft: &MotionDraft) -> Motion {
        let (mover, seconder) = (self.named(&draft.mover), self.named(&draft.seconder));
        let mut own = |(name, side): &(String, motions::Side)| {
            self.named(name).map(|person| OwnVote { person, side: *side })
        };
        let own_votes = draft.own_votes.iter().filter_map(&mut own).collect();
        let casting = draft.casting.as_ref().and_then(own);
        let silent = self.all_named(&draft.silent);
        let (decision, vote) = (draft.decision.unwrap_or_default(), self.vote(draft));
        let subject = match &draft.election {
            Some(election) => Subject::Election(self.election(election)),
            None => Subject::Business,
        };
        Motion { mover, seconder, decision, vote, silent, own_votes, casting, subject, ..Motion::default() }
    }

    fn election(&mut self, draft: &ElectionDraft) -> Election {
        let nominees = draft.nominees.iter().filter_map(|nominee| {
            Some(Nominee {
                person: self.named(&nominee.name)?,
                proposer: self.named(&nominee.proposer),
                seconder: self.named(&nominee.seconder),
                votes: nominee.votes,
            })
        });
        let nominees = nominees.collect();
        let elected = self.named(&draft.elected);
        Election { office: draft.office.clone(), nominees, elected, by_lot: draft.by_lot }
    }

    fn all_named(&mut self, side: &Side) -> Vec<PersonId> {
        side.names.iter().filter_map(|name| self.named(name)).collect()
    }

    /// Who voted how where everybody is named, and how many where not.
    fn vote(&mut self, draft: &MotionDraft) -> Vote {
        let sides = [&draft.for_, &draft.against, &draft.abstained];
        if sides.iter().all(|side| side.number().is_none()) {
            return Vote::Assent;
        }
        let count = |side: &Side| side.number().unwrap_or(0);
        if sides.iter().any(|side| u32::try_from(side.names.len()) != Ok(count(side))) {
            let [for_, against, abstained] = sides.map(count);
            return Vote::Hands { for_, against, abstained };
        }
        let [for_, against, abstained] = sides.map(|side| self.all_named(side));
        Vote::Recorded { for_, against, abstained }
    }

    /// Somebody whom the minutes name, put on the roll if nobody there can be meant.
    fn named(&mut self, name: &str) -> Option<PersonId> {
        let named = Named { name: name.to_owned(), ..Named::default() };
        (!name.is_empty())
            .then(|| self.roll.person(&mut self.meeting, &mut self.ids, &named, Membership::Member))
    }
}

/// What an amendment does to the last motion above it that is none.
fn amendment(draft: &Draft, above: &[Block]) -> Option<Amendment> {
    let DraftKind::Motion(MotionDraft { amends: true, replaced, amended, .. }) = &draft.kind else {
        return None;
    };
    let is_main = |block: &&Block| match &block.kind {
        Kind::Motion(motion) => motion.subject == Subject::Business,
        _ => false,
    };
    let motion = above.iter().rev().find(is_main)?.id;
    Some(Amendment { motion, amended: amended.clone(), replaced: replaced.clone() })
}

/// A block with what it amends.
fn amending(mut block: Block, amendment: Option<Amendment>) -> Block {
    if let (Kind::Motion(motion), Some(amendment)) = (&mut block.kind, amendment) {
        motion.subject = Subject::Amendment(amendment);
    }
    block
}

/// The reference to the agenda that stands in a bracket behind a title or alone below it, taken out of the heading.
fn reference_beside(heading: &mut Heading) -> Option<String> {
    if let Some((title, label)) = title::trailing_bracket(&heading.title)
        && notice::of_item(label).is_some()
    {
        heading.text.push(label.to_owned());
        heading.title = title.to_owned();
    }
    let at = heading.text.iter().position(|text| notice::of_item(text).is_some())?;
    Some(heading.text.remove(at))
}
