//! Restriction: which parts and items of a paper are restricted and which are public, decided once, after the items are
//! known. [`decide`] reads evidence off the outline (headings of parts, titles, marks, sentences of exclusion and of
//! readmission) and walks through it in the order of the paper. What is uncertain is restricted, and the clerk is asked.

mod evidence;
mod heading;
mod lexicon;
mod scope;
mod sentence;
mod walk;

pub(super) use heading::{DECORATION, is_banner, restriction};

use super::outline::Outline;
use super::paper::Line;
use super::{cue, notice, said};
use crate::domain::minutes::{Block, Kind};
use lexicon::Topic;
use sentence::Says;
use std::collections::HashMap;

/// How a part or an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub restricted: bool,
    /// Whether the paper says so.
    pub is_sure: bool,
}

/// How the parts and items of a paper stand, by the line on which each begins.
#[derive(Debug, Default)]
pub(super) struct Decision {
    standings: HashMap<u32, Standing>,
    /// Whether the paper was printed by this program, which marks all that is restricted.
    is_own: bool,
}

impl Decision {
    /// How the part or item stands that begins on a line.
    pub fn of(&self, line: u32) -> Standing {
        self.standings.get(&line).copied().unwrap_or(Standing { restricted: false, is_sure: true })
    }

    /// Whether the paper marks all that is restricted, so that its other words say nothing about it.
    pub fn is_own(&self) -> bool {
        self.is_own
    }
}

/// Decides what of a paper is restricted. `lines` are all its lines.
pub(super) fn decide(lines: &[Line], outline: &Outline<'_>) -> Decision {
    let is_own = lines.iter().any(|line| notice::restricts(&line.text));
    let legend = lines.iter().any(|line| heading::is_legend(&line.text));
    let standings = if is_own { own(outline) } else { walk::all(&evidence::read(outline, legend)) };
    Decision { standings: standings.into_iter().collect(), is_own }
}

/// What a paper of this program marks; everything else in it is public.
fn own(outline: &Outline<'_>) -> Vec<(u32, Standing)> {
    use super::outline::Entry;
    let of = |line, restricted| (line, Standing { restricted, is_sure: true });
    let read = |entry: &Entry<'_>| match entry {
        Entry::Part(part) => Some(of(part.line, evidence::is_own_mark(&part.statement))),
        Entry::Item(item) => Some(of(item.line, evidence::is_own_mark(&item.body))),
        Entry::Pause { .. } => None,
    };
    outline.entries.iter().filter_map(read).collect()
}

/// Whether a title is of what everybody may know that closes a paper: when the body meets next, and the close.
fn is_for_all(title: &str) -> bool {
    const CLOSES: [&str; 7] =
        ["close of ", "closure of ", "close", "closure", "meeting clos", "closing", "adjournment"];
    let lower = title.to_lowercase();
    let closes = CLOSES.iter().any(|start| lower == *start || start.len() > 7 && lower.starts_with(start));
    title.split(' ').count() <= 8
        && restriction(title).is_none()
        && !sentence::excludes(title)
        && (closes || said::is_about_next_meeting(&lower))
}

/// Whether a title is of business that is private by its nature.
fn is_sensitive(title: &str) -> bool {
    let words = lexicon::read(title);
    words.has(Topic::Sensitive) && words.len() <= 10 && !cue::is_usual(title)
}

/// Restricts what is minuted below an exclusion under a public item, until the public is back: the heading of that business
/// may be lost. Returns whether anything was.
pub(super) fn restrict_below(minutes: &mut [Block]) -> bool {
    let mut is_closed = false;
    let mut found = false;
    for block in minutes {
        match sentence::read(&block.text) {
            Says::Excludes | Says::Departs => is_closed = true,
            Says::Readmits => is_closed = false,
            Says::Lost => {
                is_closed = true;
                block.restricted = true;
                found = true;
            }
            Says::Nothing if is_closed && is_business(block) => {
                block.restricted = true;
                found = true;
            }
            _ => {}
        }
    }
    found
}

/// Whether a block may be about private business, and not about the motion to exclude the public.
fn is_business(block: &Block) -> bool {
    const ABOUT: [&str; 16] = [
        "moved",
        "seconded",
        "proposed",
        "carried",
        "vote",
        "voting",
        "unanimously",
        "section",
        "schedule",
        "act",
        "public",
        "press",
        "recording",
        "left",
        "exempt",
        "abstentions",
    ];
    let words = lexicon::read(&block.text);
    let is_told = !matches!(block.kind, Kind::Procedural);
    is_told && words.len() > 1 && !(0..words.len()).any(|at| ABOUT.contains(&words.at(at)))
}
