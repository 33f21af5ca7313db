//! What was minuted under one item, as elements of a document. Knows nothing of headings or of other items.

use super::asides::{self, Aside};
use super::audience::Audience;
use super::document::{Element, Origin, Paragraph, Role};
use super::{endings, votes};
use crate::domain::agenda::Item;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Block, Kind};
use crate::domain::motions::Motion;
use crate::domain::setting::Endings;
use crate::domain::style::{Counter, Mark, Style};

/// The writing of the minutes of one item.
pub(super) struct Minuted<'a> {
    copy: &'a Meeting,
    audience: Audience,
    /// Whether the item is restricted, so that nothing under it need be marked again.
    is_restricted: bool,
    /// What happened beside, not told yet.
    asides: Vec<Aside>,
    /// How the motions above were voted, each with its level. It is told after everything that hangs from a
    /// motion: an amendment is decided before the motion it amends.
    votes: Vec<(u8, Vec<Paragraph>)>,
    elements: Vec<Element>,
}

impl<'a> Minuted<'a> {
    /// The minutes of an item, with everything that happened beside them in its place.
    pub fn of(
        item: &Item,
        asides: Vec<Aside>,
        copy: &'a Meeting,
        style: &Style,
        audience: Audience,
    ) -> Vec<Element> {
        let is_restricted = copy.is_restricted(item);
        let mut minuted =
            Minuted { copy, audience, is_restricted, asides, votes: Vec::new(), elements: Vec::new() };
        let mut counter = Counter::default();
        for (position, block) in item.minutes.iter().enumerate() {
            if is_told(item, position) {
                minuted.block(item, position, counter.mark(block, style));
            }
        }
        minuted.tell_votes(0);
        minuted.elements.extend(asides::all(minuted.asides));
        if style.endings == Endings::Semicolons {
            endings::end_parts(&mut minuted.elements);
        }
        minuted.elements
    }

    fn block(&mut self, item: &Item, position: usize, mark: Mark) {
        let Some(block) = item.minutes.get(position) else { return };
        if stands_alone(block) {
            self.tell_votes(0);
            self.elements.extend(asides::take_before(&mut self.asides, position));
        }
        if block.restricted && self.audience == Audience::Public {
            self.say_left_out();
            return;
        }
        let paragraph = Paragraph {
            role: role(&block.kind),
            level: block.level,
            mark,
            text: block.text.clone(),
            restricted: block.restricted && !self.is_restricted,
            of: Origin::Words(item.id, block.id),
            is_signed: false,
        };
        match &block.kind {
            Kind::Motion(motion) => self.motion(item, block, motion, &paragraph),
            _ => self.elements.push(Element::Paragraph(paragraph)),
        }
    }

    /// A motion: who moved it, its words as they were moved, and, when all that hangs from it is told, its words
    /// as amended and how it was voted. Of an election the votes come first and then who was elected.
    fn motion(&mut self, item: &Item, block: &Block, motion: &Motion, paragraph: &Paragraph) {
        self.tell_votes(block.level);
        let of = Origin::About(item.id, block.id);
        let beside = |role, text| Paragraph { role, text, of, mark: Mark::None, ..paragraph.clone() };
        let movers = votes::movers(self.copy, motion).map(|told| beside(Role::Movers, told));
        let vote = votes::vote(self.copy, motion).map(|told| beside(Role::Vote, told));
        self.elements.extend(movers.map(Element::Paragraph));
        if motion.election().is_some() {
            self.elements.extend(vote.map(Element::Paragraph));
            self.elements.push(Element::Paragraph(paragraph.clone()));
            return;
        }
        match votes::first_words(item, block.id) {
            Some(first) => {
                self.elements.push(Element::Paragraph(beside(Role::Motion, first.to_owned())));
                let amended = beside(Role::Motion, format!("The motion as amended: {}", block.text));
                self.votes.push((block.level, std::iter::once(amended).chain(vote).collect()));
            }
            None => {
                self.elements.push(Element::Paragraph(paragraph.clone()));
                self.votes.push((block.level, vote.into_iter().collect()));
            }
        }
    }

    /// Tells how those motions were voted that stand as deep as this or deeper.
    fn tell_votes(&mut self, level: u8) {
        while let Some((_, told)) = self.votes.pop_if(|(deep, _)| *deep >= level) {
            self.elements.extend(told.into_iter().map(Element::Paragraph));
        }
    }

    /// Says that a passage is left out, once for all that stands together.
    fn say_left_out(&mut self) {
        let told = Paragraph::sentence(Role::LeftOut, "[A restricted passage is left out of this copy.]");
        if self.elements.last() != Some(&told) {
            self.elements.push(told);
        }
    }
}

/// Whether a block is printed.
pub(super) fn is_told(item: &Item, at: usize) -> bool {
    let block = item.minutes.get(at);
    block.is_some_and(|block| has_words(block) || introduces(block, item.minutes.get(at + 1)))
}

fn has_words(block: &Block) -> bool {
    !block.text.trim().is_empty()
}

/// Whether a block without words is the lead-in of what follows: RESOLVED, and then (a), (b), (c).
///
/// Any other block without words is where the clerk was about to type. It is not printed and takes no
/// number.
fn introduces(block: &Block, next: Option<&Block>) -> bool {
    block.kind.lead_word().is_some() && next.is_some_and(|next| next.level > block.level && has_words(next))
}

/// Whether a block begins something new rather than hanging from the block above it.
fn stands_alone(block: &Block) -> bool {
    block.level == 0 && block.kind != Kind::Bullet
}

fn role(kind: &Kind) -> Role {
    match kind {
        // Private notes are in no copy; if one were, it would be a paragraph that somebody would see.
        Kind::Paragraph | Kind::Note => Role::Discussion,
        Kind::Bullet => Role::Bullet,
        Kind::Resolution => Role::Resolution,
        Kind::Recommendation => Role::Recommendation,
        Kind::Action => Role::Action,
        Kind::Motion(motion) if motion.election().is_some() || motion.is_resolution() => Role::Resolution,
        Kind::Motion(_) => Role::Motion,
        Kind::Procedural => Role::Procedural,
    }
}
