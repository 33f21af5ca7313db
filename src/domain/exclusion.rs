//! The exclusion of the public: whether it was resolved for an item, and the words of the resolution. Which law it
//! stands on, if any, is said by the [`Profile`](super::profile::Profile).

use super::id::ItemId;
use super::meeting::Meeting;
use super::minutes::{Block, Kind};
use super::motions::{Decision, Exempt};
use super::profile::Exclusion;

impl Meeting {
    /// Whether a carried exclusion that covers an item is minuted before it, or under it. One that the clerk
    /// wrote as a resolution in words of their own covers everything after it.
    #[must_use]
    pub fn is_public_excluded(&self, item: ItemId) -> bool {
        // An item that is not taken yet, where the exclusion may be minuted, comes before by its place.
        let (here, place) = (self.order_of(item), self.place_of(item));
        let is_before = |other: ItemId| self.order_of(other) <= here || self.place_of(other) <= place;
        let earlier = self.items.iter().filter(|other| is_before(other.id));
        earlier.flat_map(|other| &other.minutes).any(|block| excludes(block, item))
    }

    /// Whether an item is restricted, or a passage that is not private.
    #[must_use]
    pub fn holds_restricted(&self) -> bool {
        let is_secret = |block: &Block| block.restricted && !block.is_private();
        self.items.iter().any(|item| self.is_restricted(item) || item.minutes.iter().any(is_secret))
    }

    /// The public item that the agenda has for the exclusion, before a restricted one, going by its title.
    #[must_use]
    pub fn exclusion_item(&self, restricted: ItemId) -> Option<ItemId> {
        let before = self.items.iter().take(self.place_of(restricted)?).rev();
        let mut public = before.filter(|item| !self.is_restricted(item));
        public.find(|item| speaks_of_exclusion(&item.heading.title)).map(|item| item.id)
    }

    /// The last public item before another: as they were taken, and where none was, as the agenda has them.
    #[must_use]
    pub fn public_item_before(&self, item: ItemId) -> Option<ItemId> {
        let by_then = self.item(item)?.heading.taken.unwrap_or(u32::MAX);
        let public = || self.items.iter().filter(|item| !self.is_restricted(item));
        let taken = public().filter_map(|item| Some((item.heading.taken?, item.id)));
        let last = taken.filter(|(order, _)| *order < by_then).max().map(|(_, id)| id);
        let place = self.place_of(item)?;
        last.or_else(|| {
            public().rev().find(|other| self.place_of(other.id) < Some(place)).map(|other| other.id)
        })
    }

    /// How an item is called in a resolution that everybody may read: by its label, never by its title.
    #[must_use]
    pub fn public_name(&self, item: ItemId) -> String {
        let place = self.place_of(item).map_or(0, |place| place + 1);
        match self.item(item).map(|item| item.heading.label.as_str()) {
            None | Some("") => place.to_string(),
            Some(label) => label.to_owned(),
        }
    }
}

/// Whether a block excludes the public from an item.
fn excludes(block: &Block, item: ItemId) -> bool {
    match &block.kind {
        Kind::Motion(motion) if !motion.exempt().is_empty() => {
            motion.decision == Decision::Carried && motion.exempt().iter().any(|exempt| exempt.item == item)
        }
        Kind::Motion(motion) => motion.decision == Decision::Carried && speaks_of_exclusion(&block.text),
        Kind::Resolution | Kind::Procedural => speaks_of_exclusion(&block.text),
        _ => false,
    }
}

fn speaks_of_exclusion(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("exclu") && (text.contains("public") || text.contains("press"))
}

/// The words of a resolution or statement for items: what the profile has, with the items and paragraphs put in.
/// Empty where nothing is said.
#[must_use]
pub fn words(meeting: &Meeting, exclusion: &Exclusion, exempt: &[Exempt], with_interest: bool) -> String {
    let names: Vec<String> = exempt.iter().map(|exempt| meeting.public_name(exempt.item)).collect();
    let items = match names.as_slice() {
        [] => "the remaining business".to_owned(),
        [only] => format!("item {only}"),
        several => format!("items {}", listed(several)),
    };
    match exclusion {
        Exclusion::None => String::new(),
        Exclusion::Statement { words } => words.replace("{items}", &items),
        Exclusion::Resolution { words, public_interest, .. } => {
            let words = words.replace("{items}", &items).replace("{grounds}", &grounds(meeting, exempt));
            let interest = if with_interest && !public_interest.is_empty() {
                format!(", {public_interest}")
            } else {
                String::new()
            };
            format!("{words}{interest}.")
        }
    }
}

/// What is said where no paragraph is given. No form lets that happen where the law wants one.
const UNSTATED: &str = "a paragraph that is not stated";

/// `paragraph 3`, or where items differ `paragraph 3 (item C1) and paragraphs 1 and 2 (item C2)`.
fn grounds(meeting: &Meeting, exempt: &[Exempt]) -> String {
    let told = |exempt: &Exempt| {
        let numbers: Vec<String> = exempt.paragraphs.iter().map(u8::to_string).collect();
        let noun = if numbers.len() == 1 { "paragraph" } else { "paragraphs" };
        if numbers.is_empty() { UNSTATED.to_owned() } else { format!("{noun} {}", listed(&numbers)) }
    };
    match exempt {
        [] => UNSTATED.to_owned(),
        [first, rest @ ..] if rest.iter().all(|other| other.paragraphs == first.paragraphs) => told(first),
        several => {
            let each =
                |exempt: &Exempt| format!("{} (item {})", told(exempt), meeting.public_name(exempt.item));
            listed(&several.iter().map(each).collect::<Vec<_>>())
        }
    }
}

/// A list in words: `A, B and C`.
fn listed(words: &[String]) -> String {
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}
