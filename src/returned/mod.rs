//! A copy of the draft that came back, laid against the draft: what was changed, block by block. Knows how the draft was
//! printed and what came back, and neither files nor screens.
//!
//! The draft is printed once more as it went out, in pieces that know what of the record they tell (`printed`). What
//! stands in the copy word by word is found first, however it is set (`anchor`); what lies between is paired by its
//! words, if nothing else there could be meant (`gap`); and what came of that is told against the record
//! (`changes`). Whatever is not certain is listed as that and given to no block.

mod against;
mod anchor;
mod breaks;
mod changes;
mod gap;
mod listed;
mod printed;
mod reading;
mod remarks;
mod wording;
mod words;

pub use against::Against;
pub use listed::listed;
pub use remarks::{ANYBODY, remarks};

use crate::domain::meeting::{Meeting, Status};
use crate::domain::profile::Profile;
use crate::domain::review::Subject;
use crate::domain::style::Style;
use crate::export::{Audience, Order, Paper};
use crate::import::{Copy, Who};
use printed::Piece;
use reading::Reading;
use std::collections::HashMap;
use std::hash::Hash;
use words::Lexicon;

/// Of a hundred words of the draft, how many must come back for a copy to be one of it.
const LEAST: usize = 35;

/// What a copy says of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The changes, in the order of the draft.
    pub changes: Vec<Change>,
    /// The name of the style that it was printed in.
    pub style: String,
    /// For whom it was printed.
    pub audience: Audience,
    /// How many words draft and copy do not share. Of several states of a draft, the one with the fewest is the
    /// likeliest to be the one that was printed.
    pub unlike: usize,
}

/// A change in a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is about. Of an addition: the block after which it belongs, or the item that it begins.
    pub on: Subject,
    /// What was changed.
    pub what: What,
    /// The words of the block as they were printed; empty where it is about no block.
    pub was: String,
    /// Who changed it, where that is told.
    pub by: Who,
}

/// What was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The words of the block are these.
    Reword(String),
    /// The words of the block are gone.
    Strike,
    /// A paragraph with these words came.
    Add(String),
    /// The block stands in another place; where, in a sentence.
    Moved(String),
    /// Something was changed that is printed and not written: a number, a heading, a name in the roll; in a sentence.
    Note(String),
    /// Something was said beside the words.
    Comment(String),
    /// These words are not the draft's, and it is not certain where they belong or what they stand for.
    Unplaced(String),
}

impl What {
    /// The word for it, in a list.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            What::Reword(_) => "reworded",
            What::Strike => "struck",
            What::Add(_) => "added",
            What::Moved(_) => "moved",
            What::Note(_) => "noted",
            What::Comment(_) => "comment",
            What::Unplaced(_) => "not placed",
        }
    }
}

/// Why a file is taken for no copy of the draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// Too little of the draft is in it.
    #[error(
        "this does not look like a copy of these minutes: {0} in 100 of their words are in it; check that it is of this meeting, and the minutes and no other paper"
    )]
    Other(usize),
    /// It is another paper of the meeting; which, in a word.
    #[error("this is a copy of the {0} and not of the minutes; give the minutes, in which everything stands")]
    Paper(&'static str),
    /// There is nothing to compare it with.
    #[error(
        "nothing is minuted yet, so there is nothing to compare it with; give the session that it was printed from"
    )]
    Nothing,
}

/// Compares a copy with the draft. Of several styles that is taken which it fits best.
///
/// # Errors
/// [`Mismatch`] if it is a copy of something else.
pub fn compare(
    meeting: &Meeting,
    styles: &[&Style],
    profile: &Profile,
    copy: &Copy,
) -> Result<Comparison, Mismatch> {
    // Whatever became of the record since, it went out as a draft.
    let mut draft = meeting.clone();
    draft.course.status = draft.course.status.min(Status::Closed);
    draft.course.seal = None;
    let mut lexicon = Lexicon::default();
    let reading = Reading::of(copy, &mut lexicon);
    let audiences = styles.iter().flat_map(|style| Audience::ALL.map(|audience| (*style, audience)));
    let orders = audiences.map(|(style, audience)| Order {
        meeting: &draft,
        paper: Paper::Minutes,
        style,
        profile,
        audience,
        state: None,
    });
    let Fit { order, pieces, unlike } = best_fit(orders, &reading, &mut lexicon).ok_or(Mismatch::Nothing)?;
    if let Some(paper) = other_paper(&order, &reading, &mut lexicon) {
        return Err(Mismatch::Paper(paper.word()));
    }
    let found = changes::find(meeting, &pieces, &reading, copy);
    match (found.back * 100).checked_div(found.printed) {
        None => Err(Mismatch::Nothing),
        Some(back) if back < LEAST => Err(Mismatch::Other(back)),
        Some(_) => {
            let (style, audience) = (order.style.name.clone(), order.audience);
            Ok(Comparison { changes: found.changes, style, audience, unlike })
        }
    }
}

/// A way in which the draft may have been printed.
struct Fit<'a> {
    order: Order<'a>,
    pieces: Vec<Piece>,
    unlike: usize,
}

/// The way in which the draft was printed: the first of those with the fewest words that the copy does not share.
fn best_fit<'a>(
    orders: impl Iterator<Item = Order<'a>>,
    reading: &Reading,
    lexicon: &mut Lexicon,
) -> Option<Fit<'a>> {
    let fits = orders.map(|order| {
        let pieces = printed::pieces(&order.document(), lexicon);
        let unlike = unlike(&pieces, reading);
        Fit { order, pieces, unlike }
    });
    fits.min_by_key(|fit| fit.unlike)
}

/// Which other paper of the meeting a copy is, by its first sentence.
fn other_paper(order: &Order<'_>, reading: &Reading, lexicon: &mut Lexicon) -> Option<Paper> {
    let mut says = |paper| {
        let sentence = Order { paper, ..*order }.document().meta.sentence;
        let piece = printed::sentence(&sentence, lexicon);
        !reading.places(&piece, &(0..reading.words.len())).is_empty()
    };
    if says(Paper::Minutes) {
        return None;
    }
    let item = order.meeting.items.first().map(|item| Paper::Item(item.id));
    [Paper::Decisions, Paper::Actions].into_iter().chain(item).find(|paper| says(*paper))
}

/// What weighs more than any words: that a copy does not say for whom it is. One that says nothing is taken for
/// public, because then nothing restricted can be taken to be struck.
const SAYS_NOT: [(Audience, usize); 2] = [(Audience::Full, 2 << 20), (Audience::Public, 1 << 20)];

/// How many words draft and copy do not share, numbers and bullets counted, and, counted twice, how many words that
/// stand side by side; many more if the copy does not say that it is for those for whom the draft was printed.
///
/// Words alone would let those of a title that one style prints make up for those of a paragraph that was struck.
fn unlike(pieces: &[Piece], reading: &Reading) -> usize {
    let printed = pieces.iter().filter(|piece| !piece.is_optional);
    let printed: Vec<u32> =
        printed.flat_map(|piece| piece.lead.iter().chain(&piece.words)).map(|word| word.folded).collect();
    let read: Vec<u32> = reading.words.iter().map(|read| read.word.folded).collect();
    let words = unshared(printed.iter().copied(), read.iter().copied());
    let pairs = |row: &[u32]| row.iter().copied().zip(row.iter().skip(1).copied()).collect::<Vec<_>>();
    let words = words + 2 * unshared(pairs(&printed).into_iter(), pairs(&read).into_iter());
    let whole = 0..reading.words.len();
    let says_not = |(audience, weight): (Audience, usize)| {
        let mut tell = pieces.iter().filter(|piece| piece.tells == Some(audience)).peekable();
        let is_silent = tell.peek().is_some() && tell.all(|piece| reading.places(piece, &whole).is_empty());
        if is_silent { weight } else { 0 }
    };
    words + SAYS_NOT.into_iter().map(says_not).sum::<usize>()
}

/// How many things two rows do not share, in whatever order.
fn unshared<T: Eq + Hash>(one: impl Iterator<Item = T>, other: impl Iterator<Item = T>) -> usize {
    let mut counts: HashMap<T, isize> = HashMap::new();
    one.for_each(|thing| *counts.entry(thing).or_default() += 1);
    other.for_each(|thing| *counts.entry(thing).or_default() -= 1);
    counts.values().map(|count| count.unsigned_abs()).sum()
}
