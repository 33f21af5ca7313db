//! An order: which paper is to be printed, of which meeting, how, and for whom. Knows no formats and no files.

use super::document::{Document, Element};
use super::{Audience, actions, decisions};
use crate::domain::agenda::Item;
use crate::domain::id::ItemId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Block;
use crate::domain::profile::{Profile, Signing};
use crate::domain::style::Style;

/// What can be printed of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// The minutes.
    Minutes,
    /// What was decided, item by item: a decision notice, or where the law asks for one the note of the meeting.
    Decisions,
    /// What is to be done, owner by owner.
    Actions,
    /// The minutes of one item.
    Item(ItemId),
}

impl Paper {
    /// The word by which it is asked for, and what is added to the name of its file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Paper::Minutes => "minutes",
            Paper::Decisions => "decisions",
            Paper::Actions => "actions",
            Paper::Item(_) => "item",
        }
    }
}

/// A paper to be printed.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The record.
    pub meeting: &'a Meeting,
    /// Which paper of it.
    pub paper: Paper,
    /// The house style.
    pub style: &'a Style,
    /// The profile of the body, which says who was present and how papers are signed.
    pub profile: &'a Profile,
    /// For whom it is.
    pub audience: Audience,
    /// What the state of the record goes by in which it is printed, where that is known: `5f1c09aa37be2d04 214`. A
    /// draft carries it where its format has a place for it, so that a copy that comes back can be laid against it.
    pub state: Option<&'a str>,
}

impl Order<'_> {
    /// What of the record is restricted and so left out of this paper, in words; none where nothing is, and where it is
    /// for those who may read everything. Only what somebody wrote or put on the agenda is counted.
    #[must_use]
    pub fn left_out(&self) -> Option<String> {
        if self.audience == Audience::Full {
            return None;
        }
        // In a copy everything that hangs from a restricted paragraph is restricted, too, and notes are gone.
        let meeting = &Audience::Full.copy(self.meeting);
        let of_paper = |item: &&Item| !matches!(self.paper, Paper::Item(id) if id != item.id);
        let (secret, open): (Vec<&Item>, Vec<&Item>) =
            meeting.items.iter().filter(of_paper).partition(|item| meeting.is_restricted(item));
        let is_secret = |block: &&Block| block.restricted && !block.text.trim().is_empty();
        let passages = open.iter().flat_map(|item| &item.minutes).filter(is_secret).count();
        let told: Vec<String> =
            [counted(secret.len(), "item"), counted(passages, "paragraph")].into_iter().flatten().collect();
        let verb = if secret.len() + passages == 1 { "is" } else { "are" };
        (!told.is_empty()).then(|| format!("{} {verb} left out of this copy", told.join(" and ")))
    }

    /// The paper as a neutral document.
    #[must_use]
    pub fn document(&self) -> Document {
        let Order { meeting, style, profile, audience, .. } = *self;
        let document = match self.paper {
            Paper::Minutes => Document::of(meeting, style, profile, audience),
            Paper::Decisions => decisions::decisions(meeting, style, profile, audience),
            Paper::Actions => actions::actions(meeting, style, audience),
            Paper::Item(item) => Document::of_item(meeting, style, audience, item),
        };
        let mut document = warned(signed(document, profile.signing, self.paper), self.paper);
        let is_draft = document.meta.draft.is_some() && self.paper == Paper::Minutes;
        document.meta.state = self.state.filter(|_| is_draft).map(str::to_owned);
        document
    }
}

/// `2 restricted items`; none where there are none.
fn counted(count: usize, what: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 restricted {what}")),
        _ => Some(format!("{count} restricted {what}s")),
    }
}

/// A document that warns of restricted words only where it has some. The minutes always warn, because what they
/// are taken from is restricted.
fn warned(mut document: Document, paper: Paper) -> Document {
    let is_secret = |element: &Element| match element {
        Element::Heading(heading) => heading.restricted,
        Element::Paragraph(paragraph) => paragraph.restricted,
        Element::Roll(_) | Element::Signature(_) => false,
    };
    if paper != Paper::Minutes && !document.elements.iter().any(is_secret) {
        document.meta.warning = None;
    }
    document
}

/// A document with what its body signs: only minutes are signed, and only loose leaves are initialled.
fn signed(mut document: Document, signing: Signing, paper: Paper) -> Document {
    if signing == Signing::Not {
        document.elements.retain(|element| !matches!(element, Element::Signature(_)));
        for element in &mut document.elements {
            if let Element::Paragraph(last) = element {
                last.is_signed = false;
            }
        }
    }
    if signing != Signing::Initialled || paper != Paper::Minutes {
        document.setting.initials.clear();
    }
    document
}
