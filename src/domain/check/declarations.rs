//! Declarations of interest: whether those who had to withdraw or take no part did so, and whether what is
//! minuted under the declarations agrees with them.

use super::{Finding, Place, finding};
use crate::domain::agenda::Item;
use crate::domain::meeting::Meeting;
use crate::domain::people::{Conduct, Declaration};
use crate::domain::presence::Presence;
use crate::domain::profile::{Asks, Profile};

pub(super) fn check(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
    for declared in &meeting.declarations {
        found.extend(left_out(meeting, profile, declared));
        let asks = asks(profile, &declared.kind);
        for item in declared.items.iter().filter_map(|item| meeting.item(*item)) {
            if item.has_minutes() {
                found.extend(amiss(meeting, declared, asks, item));
            }
        }
    }
    let none_said = |item: &&Item| {
        item.is_for_declarations()
            && item.minutes.iter().any(|block| block.text.to_lowercase().starts_with("no declarations"))
    };
    if let Some(item) = meeting.items.iter().find(none_said).filter(|_| !meeting.declarations.is_empty()) {
        let said = "It is minuted that no declarations were received, and there are some.";
        found.push(finding("none-declared-but-some", said, Place::Item(item.id)));
    }
}

/// What is not told of a declaration: its kind, or its nature, which only a sensitive interest need not have told.
fn left_out(meeting: &Meeting, profile: &Profile, declared: &Declaration) -> Option<Finding> {
    let name = meeting.person(declared.person).map_or("somebody", |person| &person.name);
    let is_sensitive = profile.interest(&declared.kind).is_some_and(|interest| interest.sensitive);
    let (rule, what) = if declared.kind.trim().is_empty() {
        ("declaration-without-kind", "of what kind")
    } else if declared.nature.trim().is_empty() && !is_sensitive {
        ("declaration-without-nature", "of what nature")
    } else {
        return None;
    };
    let place = declared.items.first().map_or(Place::Person(declared.person), |item| Place::Item(*item));
    Some(finding(rule, format!("It is not recorded {what} the interest is that {name} declared."), place))
}

/// What a kind of interest asks of who has it. One of which the profile does not know is taken at its word: who
/// has a pecuniary interest takes no part (Localism Act 2011 s31(4)).
fn asks(profile: &Profile, kind: &str) -> Asks {
    let kind = kind.trim().to_lowercase();
    let known = profile.interests.iter().find(|interest| interest.kind.to_lowercase() == kind);
    match known {
        Some(interest) => interest.asks,
        None if kind.contains("disclosable pecuniary") || kind.contains("dpi") => Asks::NoPart,
        None => Asks::Nothing,
    }
}

/// What does not agree between a declaration and what its holder did while the item was taken.
fn amiss(meeting: &Meeting, declared: &Declaration, asks: Asks, item: &Item) -> Option<Finding> {
    let name = meeting.person(declared.person).map_or("Somebody", |person| &person.name);
    let there = meeting.presence_at(declared.person, item.id) == Presence::Throughout;
    let (rule, said) = match (declared.conduct, asks) {
        (Conduct::Withdrew, _) if there => (
            "withdrew-but-present",
            format!(
                "{name} is said to have withdrawn for {} and is down as present throughout.",
                item.name()
            ),
        ),
        (Conduct::Silent, Asks::Withdraw) | (Conduct::TookPart, Asks::Withdraw | Asks::NoPart) => (
            "interest-not-withdrawn",
            format!("{name} declared a {} in {} and did not withdraw.", declared.kind, item.name()),
        ),
        (Conduct::Unrecorded, Asks::Withdraw | Asks::NoPart) if there => (
            "interest-not-withdrawn",
            format!(
                "{name} declared a {} in {} and stayed; what they did is not recorded.",
                declared.kind,
                item.name()
            ),
        ),
        _ => return None,
    };
    Some(finding(rule, said, Place::Item(item.id)))
}
